//! `fihrist terminal`: from the terminal's answers and the user's to what should be set.
//!
//! The user says which line of a test card reads right, since detection knows neither a terminal's settings nor its font.

mod question;
mod report;
mod widths;

use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use anyhow::Result;
use crossbeam_channel::{Receiver, unbounded};

use super::colours;
use super::detect::{self, Environment, Evidence, Outer, QUESTIONS};
use super::display::Settings;
use super::emit::{self, BidiMode, Reordering, RowInMode};
use super::extras::Extras;
use super::input::event::TerminalReply;
use super::input::{self, Expectations, TerminalInput};
use super::panics;
use super::terminal::Terminal;
use super::{LoopEvent, Preferences, SaidError};
use crate::app::key::KeyPress;
use crate::app::key_names;
use crate::text::{Direction, Options};
use crate::ui::test_card::{self, TestCard};
use crate::ui::theme::Theme;
use crate::words::{Said, Sentence, Words, messages};
use question::{CardAnswer, CardQuestion, CardText, answer};
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

/// What is reported on the user's screen in the end.
#[derive(Clone, Debug)]
pub struct CardReport {
    pub rows: Vec<ReportRow>,
    /// Whether a line reads right, as far as the user has said.
    pub chosen: bool,
}

/// A row of the report.
#[derive(Clone, Debug)]
pub enum ReportRow {
    /// What it is about, and what was found.
    Fact(Sentence, Sentence),
    /// What goes on below such a fact.
    More(Sentence),
    /// A sentence by itself.
    Said(Sentence),
    /// A line to be copied.
    Typed(String),
    Blank,
}

/// Runs the test, in the language and the direction of the user.
pub fn run(preferences: &Preferences) -> Result<CardReport> {
    if !io::stdout().is_terminal() {
        return Ok(Report::unasked(&Environment::read()));
    }
    let (sender, events) = unbounded();
    panics::install_hook();
    let expectations = Arc::new(Expectations::default());
    input::start(&sender, &expectations, detect::is_over_ssh())
        .map_err(super::StartFault::no_input)?;
    let mut test = CardTest::open(&events, expectations, preferences)?;
    let chosen = test.ask()?;
    test.terminal.leave();
    let report = Report {
        evidence: &test.evidence,
        display: &test.display,
        widths: &test.widths,
    };
    Ok(CardReport {
        rows: report.rows(&chosen),
        chosen: chosen != CardChoice::NoLine,
    })
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
    words: Words,
    direction: Direction,
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
            theme: colours::theme(preferences.theme, &evidence),
            evidence,
            display,
            widths: Widths::default(),
            words: preferences.words,
            direction: preferences
                .direction
                .unwrap_or(preferences.words.direction()),
            confirming: false,
        };
        test.enter()?;
        Ok(test)
    }

    /// Enters the screen as the browser would, and measures widths if the terminal answers.
    fn enter(&mut self) -> Result<()> {
        let extras = Extras::default();
        self.terminal.enter(self.display.found.switch, extras)?;
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
            title: CardText::LineTitle,
            explained: [CardText::LineExplained, CardText::LineExplainedShort],
            asked: [CardText::WhichReadsRight, CardText::WhichIsRight],
        };
        let Some(line) = self.show(&lines, &question)? else {
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
            title: CardText::LooksTitle,
            explained: [CardText::LooksExplained, CardText::LooksExplainedShort],
            asked: [CardText::WhichLooksBest, CardText::WhichIsBest],
        };
        let lines = |_: &Self| layouts.map(|layout| (mode, layout)).to_vec();
        let best = self.show(&lines, &question)?;
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
        lines: &dyn Fn(&Self) -> Vec<(BidiMode, Options)>,
        question: &CardQuestion,
    ) -> Result<Option<usize>> {
        let first = question.first;
        loop {
            // Late answers may have changed what was found.
            let lines = lines(self);
            let labelled = (first..).zip(&lines);
            let card = TestCard {
                title: vec![
                    "fihrist terminal".to_owned(),
                    self.words.say(&question.title),
                ],
                notes: self.notes(),
                lines: labelled
                    .map(|(label, (_, layout))| (label.to_string(), *layout))
                    .collect(),
                explained: question
                    .explained
                    .each_ref()
                    .map(|text| self.words.say(text)),
                keys: self.keys(question, lines.len()),
                words: self.words,
                direction: self.direction,
            };
            self.paint(&card, &lines)?;
            while let Some(key) = self.next_key()? {
                match answer(key, self.display.preferences.keyboard, first, lines.len()) {
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

    /// The question and the keys that answer it, for a wide screen and a narrow one.
    fn keys(&self, question: &CardQuestion, lines: usize) -> [Vec<String>; 2] {
        let labels = (question.first..).take(lines).map(String::from);
        let labels = key_names::in_a_row(&labels.collect::<Vec<String>>(), self.words);
        let [asked, briefly] = question.asked.each_ref().map(|text| self.words.say(text));
        let none = self.words.say(&CardText::None);
        let leave = self.words.say(&CardText::Leave);
        [
            vec![asked, labels.clone(), none.clone(), leave],
            vec![briefly, labels, none],
        ]
    }

    fn notes(&self) -> Vec<String> {
        let found = &self.display.found;
        let is = CardNote::ThisIs {
            name: found.name.sentence(),
        };
        let by = CardNote::Found {
            mode: found.mode.name().to_owned(),
            why: found.why.sentence(),
        };
        vec![self.words.say(&is), self.words.say(&by)]
    }

    /// The next key; `None` after something for which the card is painted anew.
    fn next_key(&mut self) -> Result<Option<KeyPress>> {
        loop {
            let waiting = self.waiting.pop_front();
            let event = waiting.map_or_else(|| self.events.recv(), Ok);
            let event = event.map_err(|_| SaidError::of(&CardNote::Gone))?;
            let LoopEvent::Input(input) = event else {
                continue;
            };
            let anew = match input {
                TerminalInput::Key(key) => return Ok(Some(key)),
                TerminalInput::Reply(reply) => self.take_reply(&reply)?,
                TerminalInput::Suspend => self.terminal.suspend()?,
                TerminalInput::Continue => self.terminal.resume()?,
                TerminalInput::Resize(..) => true,
                TerminalInput::Paste(_)
                | TerminalInput::Mouse(_)
                | TerminalInput::TakeBackEscape => false,
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
            self.theme = colours::theme(self.display.preferences.theme, &self.evidence);
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
        let mode_of = |row: u16| {
            let line = placed.iter().position(|placed| *placed == row);
            let line = line.and_then(|line| lines.get(line));
            // Words of ours are sent as this terminal needs them.
            line.map_or(self.display.mode, |(mode, _)| *mode)
        };
        let is_special = |row: &u16| placed.contains(row) || self.display.mode != BidiMode::Visual;
        let rows: Vec<RowInMode> = (0..screen.area.height)
            .filter(is_special)
            .map(|row| RowInMode {
                row,
                mode: mode_of(row),
                control: bidi_control(mode_of(row)),
            })
            .collect();
        let mut bytes = emit::rows_in_modes(&screen, &rows);
        // Whatever the last line was, the screen is explicit again.
        bytes.extend_from_slice(bidi_control(BidiMode::Visual));
        self.terminal.write_frame(&bytes)?;
        Ok(())
    }
}

messages! {
    /// What was found out before it is asked.
    enum CardNote {
        ThisIs "card-this-is" { name: Said };
        Found "card-found" { mode: Code, why: Said };
        Gone "card-terminal-gone";
    }
}

/// The bidi state that a line is sent in. VTE applies it to a row when the row is erased.
fn bidi_control(mode: BidiMode) -> &'static [u8] {
    match mode {
        BidiMode::Logical(_) => b"\x1b[8h",
        _ => b"\x1b[8l",
    }
}
