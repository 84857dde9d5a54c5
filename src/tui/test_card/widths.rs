//! Characters in, how far each moves the terminal's cursor out: a terminal that counts otherwise than we do shifts rows.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use anyhow::Result;
use crossbeam_channel::Receiver;

use super::super::LoopEvent;
use super::super::input::TerminalInput;
use super::super::input::event::TerminalReply;
use super::super::terminal::Terminal;

/// Samples: name, text, columns in our layout.
const SAMPLES: [(&str, &str, u16); 7] = [
    ("a joined letter", "\u{FE91}", 1),
    ("lam-alef", "\u{FEFB}", 1),
    ("a letter with marks", "\u{FE91}\u{064E}\u{0651}", 1),
    ("a guillemet", "\u{00AB}", 1),
    ("an arrow", "\u{25B8}", 1),
    ("a Chinese character", "\u{4E2D}", 2),
    ("an emoji", "\u{1F600}", 2),
];

/// Longest wait for all positions: the round trip of a slow line.
const MAX_POSITION_WAIT: Duration = Duration::from_secs(1);

/// Columns that each sample took, in order, as far as the terminal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Widths(Vec<u16>);

/// Writes the samples and asks for the cursor's place after each; positions must be expected from the input.
pub(super) fn measure(
    terminal: &mut Terminal,
    events: &Receiver<LoopEvent>,
    others: &mut VecDeque<LoopEvent>,
) -> Result<Widths> {
    let asked = SAMPLES.map(|(_, text, _)| ["\x1b[H", text, "\x1b[6n"].concat());
    terminal.write_frame(asked.concat().as_bytes())?;
    let deadline = Instant::now() + MAX_POSITION_WAIT;
    let mut taken = Vec::new();
    while taken.len() < SAMPLES.len() {
        match events.recv_deadline(deadline) {
            Ok(LoopEvent::Input(TerminalInput::Reply(TerminalReply::CursorPosition {
                col,
                ..
            }))) => taken.push(col),
            Ok(other) => others.push_back(other),
            Err(_) => break,
        }
    }
    Ok(Widths(taken))
}

impl Widths {
    /// The measurement, in a line.
    pub(super) fn text(&self) -> String {
        if self.0.is_empty() {
            return "not answered".to_owned();
        }
        let wrong: Vec<String> = SAMPLES
            .iter()
            .zip(&self.0)
            .filter(|((.., expected), taken)| expected != *taken)
            .map(|((name, _, expected), taken)| format!("{name} takes {taken} and not {expected}"))
            .collect();
        if wrong.is_empty() {
            return format!(
                "as expected for {} of {} samples",
                self.0.len(),
                SAMPLES.len()
            );
        }
        wrong.join(", ")
    }
}
