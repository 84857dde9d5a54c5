//! `fihrist terminal`: asks the terminal what it is, asks the person which line of a test card reads right, and says what
//! to set.
//!
//! Detection cannot know what a terminal's settings say, nor what its font has. Whoever reads Arabic sees it at once.

mod report;
mod widths;

use std::collections::VecDeque;
use std::io::{self, IsTerminal};

use anyhow::{Context, Result};
use crossbeam_channel::{Receiver, unbounded};

use super::detect::{self, Environment, Evidence, Outer, QUESTIONS, Switch, Verdict};
use super::emit::{self, Mode, Rows};
use super::input::{self, Input};
use super::terminal::{self, Terminal};
use super::{Event, Wishes};
use crate::app::key::Code;
use crate::text::Options;
use crate::ui::card::{self, Card};
use crate::ui::theme::Theme;
use report::Report;
use widths::Widths;

/// What was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The line that reads right.
    pub mode: Option<Mode>,
    /// How its letters look best.
    pub layout: Option<Options>,
    /// Nothing was chosen at all.
    pub left: bool,
}

/// Runs the test; tells whether a line that reads right was found.
pub fn run(wishes: &Wishes) -> Result<bool> {
    if !io::stdout().is_terminal() {
        println!("{}", Report::unasked(&Environment::read()));
        return Ok(false);
    }
    let (sender, events) = unbounded();
    terminal::install_panic_hook();
    input::start(&sender).context("cannot listen to the keyboard and to signals")?;
    let mut test = Test::open(&events)?;
    let chosen = test.ask()?;
    test.terminal.leave();
    let report = Report {
        evidence: &test.evidence,
        found: &test.found,
        widths: &test.widths,
        wishes,
    };
    println!("{}", report.text(&chosen));
    Ok(chosen.mode.is_some() || chosen.left)
}

struct Test<'a> {
    events: &'a Receiver<Event>,
    waiting: VecDeque<Event>,
    terminal: Terminal,
    evidence: Evidence,
    found: Verdict,
    widths: Widths,
}

impl Test<'_> {
    fn open(events: &Receiver<Event>) -> Result<Test<'_>> {
        let environment = Environment::read();
        let asks = environment.answers_questions();
        let mut waiting = VecDeque::new();
        input::expect_answers(asks);
        let mut terminal = Terminal::open(if asks { QUESTIONS } else { &[] })?;
        let mut evidence = Evidence {
            environment,
            outer: Outer::ask(),
            ..Evidence::default()
        };
        let mut widths = Widths::default();
        if asks {
            evidence.answers = detect::wait(events, &mut waiting);
        }
        let found = detect::decide(&evidence, None);
        let switch = match found.switch {
            // The card's rows switch by themselves.
            Switch::Nothing => Switch::Explicit,
            switch => switch,
        };
        terminal.enter(switch, false)?;
        if evidence.answers.fence {
            widths = widths::measure(&mut terminal, events, &mut waiting)?;
        }
        input::expect_answers(false);
        Ok(Test {
            events,
            waiting,
            terminal,
            evidence,
            found,
            widths,
        })
    }

    /// Both questions.
    fn ask(&mut self) -> Result<Chosen> {
        let modes = self.modes();
        let lines = modes.map(|mode| (mode, Options::default()));
        let question = [
            "Each is to be read from its right end, and says: he wrote, the teacher, «no»,",
            "(Islam), 1,500 times, on 30/9/2015, from CNN. Letters are joined, brackets open",
            "towards their words, CNN is at the left end, the bars stand below each other.",
            "Which line reads right?   a b c d     n none     q leave",
        ];
        let Some(key) = self.show("Which of these lines reads right?", &lines, 'a', &question)?
        else {
            return Ok(Chosen {
                left: true,
                ..Chosen::default()
            });
        };
        let Some(mode) = modes.get(key).copied() else {
            return Ok(Chosen::default());
        };
        let layouts = [(true, false), (true, true), (false, false), (false, true)];
        let layouts = layouts.map(|(shape, strip_tashkeel)| Options {
            shape,
            strip_tashkeel,
            ..Options::default()
        });
        let question = [
            "1 joined letters with marks, 2 without marks, 3 and 4 the same not joined.",
            "Take the first that has no holes, boxes or question marks, and whose marks stand",
            "on their letters.",
            "Which looks best?   1 2 3 4     n none     q leave",
        ];
        let lines = layouts.map(|layout| (mode, layout));
        let best = self.show("And which of these looks best?", &lines, '1', &question)?;
        Ok(Chosen {
            mode: Some(mode),
            layout: best.and_then(|best| layouts.get(best).copied()),
            left: false,
        })
    }

    /// All modes, logical order as this terminal would get it.
    fn modes(&self) -> [Mode; 4] {
        let rows = match self.found.mode {
            Mode::Logical(rows) => rows,
            _ => Rows::default(),
        };
        Mode::ALL.map(|mode| match mode {
            Mode::Logical(_) => Mode::Logical(rows),
            mode => mode,
        })
    }

    /// Shows a card and waits for an answer: the number of a line, one past the last for none of them, `None` to leave.
    fn show(
        &mut self,
        title: &str,
        lines: &[(Mode, Options); 4],
        first: char,
        question: &[&str],
    ) -> Result<Option<usize>> {
        let labels = (first..).take(lines.len());
        let card = Card {
            title: format!("fihrist terminal   {title}"),
            notes: self.notes(),
            lines: labels
                .zip(lines)
                .map(|(label, (_, layout))| (label.to_string(), *layout))
                .collect(),
            question: question.iter().map(|line| (*line).to_owned()).collect(),
        };
        loop {
            self.paint(&card, lines)?;
            let Some(event) = self.next() else {
                return Ok(None);
            };
            let Event::Input(Input::Key(key)) = event else {
                continue;
            };
            match key.latin().code {
                Code::Char('q' | 'c') | Code::Esc if key.ctrl || key.code != Code::Char('c') => {
                    return Ok(None);
                }
                Code::Char('n') => return Ok(Some(lines.len())),
                Code::Char(c) => {
                    let line = (c as usize).checked_sub(first as usize);
                    if let Some(line) = line.filter(|line| *line < lines.len()) {
                        return Ok(Some(line));
                    }
                }
                _ => {}
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        vec![
            format!("This is {}.", crate::text::isolated(&self.found.name)),
            format!(
                "Found: --bidi {}, since {}.",
                self.found.mode, self.found.why
            ),
        ]
    }

    /// The next event that is not about the process.
    fn next(&mut self) -> Option<Event> {
        let event = match self.waiting.pop_front() {
            Some(event) => event,
            None => self.events.recv().ok()?,
        };
        match event {
            Event::Input(Input::Terminate(status)) => {
                self.terminal.leave();
                std::process::exit(status)
            }
            Event::Input(Input::Hangup) => std::process::exit(input::HANGUP_STATUS),
            event => Some(event),
        }
    }

    fn paint(&mut self, card: &Card, lines: &[(Mode, Options); 4]) -> Result<()> {
        let (screen, placed) = card::draw(card, self.terminal.size(), Theme::Colour);
        let rows: Vec<(u16, Mode, &[u8])> = placed
            .into_iter()
            .zip(lines)
            .map(|(row, (mode, _))| (row, *mode, said_before(*mode)))
            .collect();
        let mut bytes = emit::rows_in_modes(&screen, &rows);
        // Whatever the last line was, the screen is explicit again.
        bytes.extend_from_slice(said_before(Mode::Visual));
        self.terminal.write_frame(&bytes)?;
        Ok(())
    }
}

/// VTE takes the state of its bidi into a row when the row is erased.
fn said_before(mode: Mode) -> &'static [u8] {
    match mode {
        Mode::Logical(_) => b"\x1b[8h",
        _ => b"\x1b[8l",
    }
}
