//! Characters in, how far each moves the terminal's cursor out: a terminal that counts otherwise than we do shifts rows.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use anyhow::Result;
use crossbeam_channel::Receiver;

use super::super::LoopEvent;
use super::super::input::TerminalInput;
use super::super::input::event::TerminalReply;
use super::super::terminal::Terminal;
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is measured.
    enum WidthSample {
        Joined "sample-joined-letter";
        LamAlef "sample-lam-alef";
        Marked "sample-marked-letter";
        Guillemet "sample-guillemet";
        Arrow "sample-arrow";
        Chinese "sample-chinese-character";
        Emoji "sample-emoji";
    }
}

messages! {
    /// How many columns the samples took.
    enum WidthNote {
        NotAnswered "widths-not-answered";
        AsExpected "widths-as-expected" { answered: Ordinal, samples: Ordinal };
        /// One that took others than expected.
        Wrong "width-wrong" { sample: Said, taken: Ordinal, expected: Ordinal };
        /// Several of these.
        List "widths-wrong" { listed: Said, next: Said };
    }
}

/// Samples: name, text, columns in our layout.
const SAMPLES: [(WidthSample, &str, u16); 7] = [
    (WidthSample::Joined, "\u{FE91}", 1),
    (WidthSample::LamAlef, "\u{FEFB}", 1),
    (WidthSample::Marked, "\u{FE91}\u{064E}\u{0651}", 1),
    (WidthSample::Guillemet, "\u{00AB}", 1),
    (WidthSample::Arrow, "\u{25B8}", 1),
    (WidthSample::Chinese, "\u{4E2D}", 2),
    (WidthSample::Emoji, "\u{1F600}", 2),
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
    let asked = SAMPLES
        .each_ref()
        .map(|(_, text, _)| ["\x1b[H", text, "\x1b[6n"].concat());
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
    pub(super) fn said(&self) -> Sentence {
        if self.0.is_empty() {
            return WidthNote::NotAnswered.sentence();
        }
        let measured = SAMPLES.iter().zip(&self.0);
        let wrong = measured.filter(|((.., expected), taken)| expected != *taken);
        let wrong = wrong.map(|((sample, _, expected), taken)| {
            let wrong = WidthNote::Wrong {
                sample: sample.sentence(),
                taken: (*taken).into(),
                expected: (*expected).into(),
            };
            wrong.sentence()
        });
        let list = wrong.reduce(|listed, next| WidthNote::List { listed, next }.sentence());
        list.unwrap_or_else(|| {
            let (answered, samples) = (self.0.len() as u64, SAMPLES.len() as u64);
            WidthNote::AsExpected { answered, samples }.sentence()
        })
    }
}
