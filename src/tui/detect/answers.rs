//! From a terminal's replies to [`TerminalAnswers`]; the questions themselves, and the wait for the replies.
//!
//! Nine questions go out in one write. Every terminal known answers the last one (DA1), so its reply is the fence:
//! what has not come by then will not come. DECRQM is printed as text by one terminal, so the questions are asked on
//! the alternate screen and the screen is cleared afterwards. XTGETTCAP is not asked, since PuTTY prints it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossbeam_channel::Receiver;

use super::super::LoopEvent;
use super::super::colours::Background;
use super::super::input::TerminalInput;
use super::super::input::event::TerminalReply;

/// Longest wait for the answers before the first frame: the round trip of a slow line. Later answers still count.
const MAX_ANSWER_WAIT: Duration = Duration::from_millis(300);

/// Waits for the answers, until the last has come or time is up; other events that come meanwhile are added to `others`.
pub fn wait(events: &Receiver<LoopEvent>, others: &mut VecDeque<LoopEvent>) -> TerminalAnswers {
    let deadline = Instant::now() + MAX_ANSWER_WAIT;
    let mut answers = TerminalAnswers::default();
    while !answers.fence {
        match events.recv_deadline(deadline) {
            Ok(LoopEvent::Input(TerminalInput::Reply(reply))) => answers.take(&reply),
            Ok(other) => others.push_back(other),
            Err(_) => break,
        }
    }
    answers
}

/// Is bidi on (DECRQM 8)? Who are you (XTVERSION)? Which model (DA2)? On which background (OSC 11)? Is the wheel sent as
/// arrow keys (DECRQM 1007)? Where is the cursor after a hamza, which is one column in UTF-8 and two in an encoding of single
/// bytes; where after an é, which is two also where letters of ambiguous width (UAX #11) are wide; where after the sign of
/// the end of a verse, which is none on some? Are you there (DA1)?
pub const QUESTIONS: &[u8] =
    "\x1b[8$p\x1b[>q\x1b[>c\x1b]11;?\x1b\\\x1b[?1007$p\x1b[H\u{621}\x1b[6n\x1b[H\u{e9}\x1b[6n\x1b[H\u{6dd}\x1b[6n\x1b[c".as_bytes();

/// What is asked again where another terminal may have taken the place of the one that answered.
pub const ASKED_AGAIN: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

/// The answers that have come so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TerminalAnswers {
    /// DECRPM of mode 8 (BDSM): 0 unknown, 1 on, 2 off, 3 always on, 4 always off.
    pub bidi: Option<u8>,
    /// XTVERSION.
    pub version: Option<String>,
    /// The numbers of DA2.
    pub secondary: Option<Vec<u32>>,
    /// The colour that OSC 11 reports.
    pub background: Option<Background>,
    /// DECRPM of mode 1007, in the numbers of [`TerminalAnswers::bidi`].
    pub wheel_as_keys: Option<u8>,
    /// Columns of a hamza, then of an é, then of the end of a verse.
    pub columns: Vec<u16>,
    /// DA1 came: there is nothing more to wait for.
    pub fence: bool,
}

impl TerminalAnswers {
    /// Records a reply.
    pub fn take(&mut self, reply: &TerminalReply) {
        self.bidi = reply.bidi().or(self.bidi);
        match reply {
            TerminalReply::Version(version) => self.version = Some(version.clone()),
            TerminalReply::SecondaryAttributes(numbers) => self.secondary = Some(numbers.clone()),
            TerminalReply::Mode {
                mode: 1007,
                private: true,
                state,
            } => self.wheel_as_keys = Some(*state),
            TerminalReply::CursorPosition { col, .. } if self.columns.len() < 3 => {
                self.columns.push(*col);
            }
            TerminalReply::Background(colour) => self.background = Some(*colour),
            TerminalReply::PrimaryAttributes(_) => self.fence = true,
            _ => {}
        }
    }

    /// Whether it reads UTF-8; `None` where it does not say.
    pub fn utf8(&self) -> Option<bool> {
        self.columns.first().map(|hamza| *hamza == 1)
    }

    /// Whether letters of ambiguous width take two columns.
    pub fn is_wide(&self) -> bool {
        self.columns.starts_with(&[1, 2])
    }

    /// Whether signs of numbers take one column.
    pub fn has_number_signs(&self) -> bool {
        self.columns == [1, 1, 1]
    }

    /// Whether the terminal's name for itself begins with `name`.
    pub fn is(&self, name: &str) -> bool {
        let version = self.version.as_deref();
        version.is_some_and(|version| version.starts_with(name))
    }

    /// Whether the numbers of DA2 begin with `numbers`.
    pub fn secondary_is(&self, numbers: &[u32]) -> bool {
        let known = self.secondary.as_deref();
        known.is_some_and(|known| known.starts_with(numbers))
    }
}
