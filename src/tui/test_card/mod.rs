//! `fihrist terminal`: from the terminal's answers and the user's to what should be set.
//!
//! The user says which line of a test card reads right, since detection knows neither a terminal's settings nor its font.

mod report;
mod widths;

use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use anyhow::{Context, Result};
use crossbeam_channel::{Receiver, unbounded};

use super::detect::{self, Environment, Evidence, Outer, QUESTIONS};
use super::display::Settings;
use super::emit::{self, BidiMode, Reordering, RowInMode};
use super::input::event::TerminalReply;
use super::input::{self, Expectations, TerminalInput};
use super::panics;
use super::terminal::Terminal;
use super::{LoopEvent, Preferences};
use crate::app::key::{Code, KeyPress};
use crate::text::Options;
use crate::ui::test_card::{self, TestCard};
use crate::ui::theme::Theme;
use report::Report;
use widths::Widths;

/// The user's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CardChoice {
    /// The line that reads right, and how its letters look best.
    Line(BidiMode, Option<Options>),
    /// No line reads right.
    NoLine,
    /// The user left without an answer.
    Left,
}

/// Runs the test. Returns the report for the user's screen, and false if no line reads right.
pub fn run(preferences: &Preferences) -> Result<(String, bool)> {
    if !io::stdout().is_terminal() {
        return Ok((Report::unasked(&Environment::read()), false));
    }
    let (sender, events) = unbounded();
    panics::install_hook();
    let expectations = Arc::new(Expectations::default());
    input::start(&sender, &expectations).context("cannot listen to the keyboard and to signals")?;
    let mut test = CardTest::open(&events, expectations, preferences)?;
    let chosen = test.ask()?;
    test.terminal.leave();
    let report = Report {
        evidence: &test.evidence,
        display: &test.display,
        widths: &test.widths,
    };
    Ok((report.text(&chosen), chosen != CardChoice::NoLine))
}

struct CardTest<'a> {
    events: &'a Receiver<LoopEvent>,
    /// What the terminal has been asked, for the thread that reads.
    expectations: Arc<Expectations>,
    waiting: VecDeque<LoopEvent>,
    terminal: Terminal,
    evidence: Evidence,
    display: Settings,
    widths: Widths,
    theme: Theme,
    /// Whether the terminal has yet to confirm explicit bidi.
    confirming: bool,
}

impl CardTest<'_> {
    fn open<'a>(
        events: &'a Receiver<LoopEvent>,
        expectations: Arc<Expectations>,
        preferences: &Preferences,
    ) -> Result<CardTest<'a>> {
        let environment = Environment::read();
        let asks = environment.answers_questions();
        let mut waiting = VecDeque::new();
        expectations.expect_answers(asks);
        // No key that answers the card looks like a position.
        expectations.expect_position(true);
        let terminal = Terminal::open(if asks { QUESTIONS } else { &[] })?;
        let mut evidence = Evidence {
            environment,
            outer: Outer::ask(),
            ..Evidence::default()
        };
        if asks {
            evidence.answers = detect::wait(events, &mut waiting);
        }
        let display = Settings::new(preferences.clone(), detect::decide(&evidence));
        let mut test = CardTest {
            events,
            expectations,
            waiting,
            terminal,
            evidence,
            display,
            widths: Widths::default(),
            theme: super::theme(),
            confirming: false,
        };
        test.enter()?;
        Ok(test)
    }

    /// Enters the screen as the browser would, and measures widths if the terminal answers.
    fn enter(&mut self) -> Result<()> {
        self.terminal.enter(self.display.found.switch, false)?;
        let answers = &self.evidence.answers;
        self.confirming = self.display.must_be_confirmed(answers);
        if self.confirming {
            self.terminal.ask_again()?;
        }
        if answers.fence {
            self.widths = widths::measure(&mut self.terminal, self.events, &mut self.waiting)?;
        }
        self.expectations
            .expect_answers(self.confirming || !answers.fence);
        Ok(())
    }

    /// Both questions.
    fn ask(&mut self) -> Result<CardChoice> {
        let lines = |test: &Self| test.modes().map(|mode| (mode, Options::default())).to_vec();
        let question = CardQuestion {
            first: 'a',
            explained: [
                "Each is to be read from its right end, and says: he wrote, the teacher, «no», (Islam), 1,500 times, \
                 on 30/9/2015, from CNN. Letters are joined, brackets open towards their words, CNN is at the left \
                 end, the bars stand below each other.",
                "From the right: he wrote, «no», (without), 30/9, CNN.",
            ],
            keys: [
                "Which line reads right?   a b c d e   n none   q leave",
                "Which is right? a b c d e  n none",
            ],
        };
        let title = "Which of these lines reads right?";
        let Some(line) = self.show(title, &lines, &question)? else {
            return Ok(CardChoice::Left);
        };
        let Some(mode) = self.modes().get(line).copied() else {
            return Ok(CardChoice::NoLine);
        };
        let layouts = [(true, false), (true, true), (false, false), (false, true)];
        let layouts = layouts.map(|(shape, strip_tashkeel)| Options {
            shape,
            strip_tashkeel,
            ..Options::default()
        });
        let question = CardQuestion {
            first: '1',
            explained: [
                "1 joined letters with marks, 2 without marks, 3 and 4 the same not joined. Take the first that has \
                 no holes, boxes or question marks, and whose marks stand on their letters.",
                "1 joined, 2 no marks, 3 4 not joined: the first without holes and boxes.",
            ],
            keys: [
                "Which looks best?   1 2 3 4   n none   q leave",
                "Which is best? 1 2 3 4  n none",
            ],
        };
        let lines = |_: &Self| layouts.map(|layout| (mode, layout)).to_vec();
        let best = self.show("And which of these looks best?", &lines, &question)?;
        let layout = best.and_then(|best| layouts.get(best).copied());
        Ok(CardChoice::Line(mode, layout))
    }

    /// All modes, logical order as this terminal would get it.
    fn modes(&self) -> [BidiMode; 5] {
        let rows = match self.display.found.mode {
            BidiMode::Logical(rows) => rows,
            _ => Reordering::default(),
        };
        BidiMode::ALL.map(|mode| match mode {
            BidiMode::Logical(_) => BidiMode::Logical(rows),
            mode => mode,
        })
    }

    /// Shows a card and waits for an answer: the number of a line, one past the last for none of them, `None` to leave.
    fn show(
        &mut self,
        title: &str,
        lines: &dyn Fn(&Self) -> Vec<(BidiMode, Options)>,
        question: &CardQuestion,
    ) -> Result<Option<usize>> {
        let first = question.first;
        loop {
            // Late answers may have changed what was found.
            let lines = lines(self);
            let labelled = (first..).zip(&lines);
            let card = TestCard {
                title: format!("fihrist terminal   {title}"),
                notes: self.notes(),
                lines: labelled
                    .map(|(label, (_, layout))| (label.to_string(), *layout))
                    .collect(),
                explained: question.explained.map(str::to_owned),
                keys: question.keys.map(str::to_owned),
            };
            self.paint(&card, &lines)?;
            while let Some(key) = self.next_key()? {
                match answer(key, first, lines.len()) {
                    Some(CardAnswer::Leave) => return Ok(None),
                    Some(CardAnswer::Line(line)) => return Ok(Some(line)),
                    Some(CardAnswer::Suspend) => {
                        self.terminal.suspend()?;
                        break;
                    }
                    None => {}
                }
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        vec![
            format!(
                "This is {}.",
                crate::text::isolated(&self.display.found.name)
            ),
            format!(
                "Found: --bidi {}, since {}.",
                self.display.found.mode, self.display.found.why
            ),
        ]
    }

    /// The next key; `None` after something for which the card is painted anew.
    fn next_key(&mut self) -> Result<Option<KeyPress>> {
        loop {
            let event = match self.waiting.pop_front() {
                Some(event) => event,
                None => self.events.recv().context("the terminal is gone")?,
            };
            let LoopEvent::Input(input) = event else {
                continue;
            };
            let anew = match input {
                TerminalInput::Key(key) => return Ok(Some(key)),
                TerminalInput::Reply(reply) => self.take_reply(&reply)?,
                TerminalInput::Suspend => self.terminal.suspend()?,
                TerminalInput::Continue => self.terminal.resume()?,
                TerminalInput::Resize(..) => true,
                TerminalInput::Paste(_) | TerminalInput::Mouse(_) => false,
                TerminalInput::Terminate(status) => {
                    self.terminal.leave();
                    std::process::exit(status)
                }
                TerminalInput::Hangup => std::process::exit(input::HANGUP_STATUS),
            };
            if anew {
                return Ok(None);
            }
        }
    }

    /// Records a late answer or the confirmation; returns whether the card changes.
    fn take_reply(&mut self, reply: &TerminalReply) -> Result<bool> {
        if let (true, Some(state)) = (self.confirming, reply.bidi()) {
            self.confirming = false;
            if matches!(state, 1 | 3) {
                self.display.give_up_switching();
                return Ok(true);
            }
        } else if !self.evidence.answers.fence {
            self.evidence.answers.take(reply);
            if self.evidence.answers.fence {
                self.display.update(detect::decide(&self.evidence));
                self.enter()?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn paint(&mut self, card: &TestCard, lines: &[(BidiMode, Options)]) -> Result<()> {
        let (screen, placed) = test_card::draw(card, self.terminal.size(), self.theme);
        let rows: Vec<RowInMode> = placed
            .into_iter()
            .zip(lines)
            .map(|(row, (mode, _))| RowInMode {
                row,
                mode: *mode,
                control: bidi_control(*mode),
            })
            .collect();
        let mut bytes = emit::rows_in_modes(&screen, &rows);
        // Whatever the last line was, the screen is explicit again.
        bytes.extend_from_slice(bidi_control(BidiMode::Visual));
        self.terminal.write_frame(&bytes)?;
        Ok(())
    }
}

/// A question about the lines.
struct CardQuestion {
    /// Label of the first line.
    first: char,
    /// How to judge, for a wide screen and a narrow one.
    explained: [&'static str; 2],
    keys: [&'static str; 2],
}

/// What a key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CardAnswer {
    /// A line, or one past the last for none of them.
    Line(usize),
    Leave,
    Suspend,
}

fn answer(key: KeyPress, first: char, lines: usize) -> Option<CardAnswer> {
    // Letters of another layout stand for the key they are on.
    let key = key.latin();
    match key.code {
        Code::Char('c') if key.ctrl => Some(CardAnswer::Leave),
        Code::Char('z') if key.ctrl => Some(CardAnswer::Suspend),
        _ if key.ctrl || key.alt => None,
        Code::Char('q') | Code::Esc => Some(CardAnswer::Leave),
        Code::Char('n') => Some(CardAnswer::Line(lines)),
        Code::Char(c) => {
            let line = (c as usize).checked_sub(first as usize)?;
            (line < lines).then_some(CardAnswer::Line(line))
        }
        _ => None,
    }
}

/// The bidi state that a line is sent in. VTE applies it to a row when the row is erased.
fn bidi_control(mode: BidiMode) -> &'static [u8] {
    match mode {
        BidiMode::Logical(_) => b"\x1b[8h",
        _ => b"\x1b[8l",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_any_layout_answer() {
        for (name, expected) in [
            ("a", Some(CardAnswer::Line(0))),
            ("c", Some(CardAnswer::Line(2))),
            ("ؤ", Some(CardAnswer::Line(2))),
            ("n", Some(CardAnswer::Line(4))),
            ("e", None),
            ("q", Some(CardAnswer::Leave)),
            ("ض", Some(CardAnswer::Leave)),
            ("esc", Some(CardAnswer::Leave)),
            ("ctrl-c", Some(CardAnswer::Leave)),
            ("ctrl-d", None),
            ("ctrl-z", Some(CardAnswer::Suspend)),
        ] {
            assert_eq!(answer(name.parse().unwrap(), 'a', 4), expected, "{name}");
        }
    }
}
