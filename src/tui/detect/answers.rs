//! From a terminal's replies to what they say about it; the questions themselves, and the wait for what comes back.
//!
//! Four questions go out in one write. Every terminal known answers the last one (DA1), so its reply is the fence:
//! what has not come by then will not come. DECRQM is printed as text by one terminal, so the questions are asked on
//! the alternate screen and the screen is cleared afterwards. XTGETTCAP is not asked, since PuTTY prints it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossbeam_channel::Receiver;

use super::super::Event;
use super::super::input::Input;
use super::super::input::event::Reply;

/// How long the answers are waited for: a slow line's way there and back.
const PATIENCE: Duration = Duration::from_millis(300);

/// Waits for the answers, until the last has come or patience ends; what else happens meanwhile is put by.
pub fn wait(events: &Receiver<Event>, others: &mut VecDeque<Event>) -> Answers {
    let deadline = Instant::now() + PATIENCE;
    let mut answers = Answers::default();
    while !answers.fence {
        match events.recv_deadline(deadline) {
            Ok(Event::Input(Input::Reply(reply))) => answers.take(&reply),
            Ok(other) => others.push_back(other),
            Err(_) => break,
        }
    }
    answers
}

/// Is bidi on (DECRQM 8)? Who are you (XTVERSION)? Which model (DA2)? Are you there (DA1)?
pub const QUESTIONS: &[u8] = b"\x1b[8$p\x1b[>q\x1b[>c\x1b[c";

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// DECRPM of mode 8 (BDSM): 0 unknown, 1 on, 2 off, 3 always on, 4 always off.
    pub bidi: Option<u8>,
    /// XTVERSION.
    pub version: Option<String>,
    /// The numbers of DA2.
    pub secondary: Option<Vec<u32>>,
    /// DA1 came: there is nothing more to wait for.
    pub fence: bool,
}

impl Answers {
    /// Takes a reply in.
    pub fn take(&mut self, reply: &Reply) {
        self.bidi = reply.bidi().or(self.bidi);
        match reply {
            Reply::Version(version) => self.version = Some(version.clone()),
            Reply::SecondaryAttributes(numbers) => self.secondary = Some(numbers.clone()),
            Reply::PrimaryAttributes(_) => self.fence = true,
            _ => {}
        }
    }

    /// Whether it calls itself so.
    pub fn is(&self, name: &str) -> bool {
        let version = self.version.as_deref();
        version.is_some_and(|version| version.starts_with(name))
    }

    /// Whether the numbers of DA2 begin so.
    pub fn secondary_is(&self, numbers: &[u32]) -> bool {
        let known = self.secondary.as_deref();
        known.is_some_and(|known| known.starts_with(numbers))
    }
}
