//! What the terminal has been asked, as the thread that asks sets it and the thread that reads the answers sees it.
//!
//! Some bytes are a key or an answer, depending on whether the question was asked.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Longest wait for answers after a question: a line that is slower than this has lost them.
const MAX_ANSWER_WAIT: Duration = Duration::from_secs(5);

/// Shared by the thread that asks and the thread that reads.
#[derive(Debug)]
pub struct Expectations {
    /// What [`Expectations::answers_until`] counts from.
    start: Instant,
    /// Milliseconds after `start` until which answers are expected; 0 for none.
    answers_until: AtomicU64,
    position: AtomicBool,
}

impl Default for Expectations {
    fn default() -> Expectations {
        Expectations {
            start: Instant::now(),
            answers_until: AtomicU64::new(0),
            position: AtomicBool::new(false),
        }
    }
}

impl Expectations {
    /// To be set before the terminal is asked anything and cleared after its last answer. Between, but not for ever, a
    /// lone ESC waits longer and positions are answers, since it may be the beginning of an answer that ssh has cut in two.
    pub fn expect_answers(&self, expected: bool) {
        let until = if expected {
            self.now() + MAX_ANSWER_WAIT.as_millis() as u64
        } else {
            0
        };
        self.answers_until.store(until, Ordering::SeqCst);
    }

    /// To be set before the terminal is asked for its cursor position and cleared after the answer. Between,
    /// `CSI 1 ; 5 R` is a position and not Ctrl-F3.
    pub fn expect_position(&self, expected: bool) {
        self.position.store(expected, Ordering::SeqCst);
    }

    pub(super) fn answers(&self) -> bool {
        self.now() < self.answers_until.load(Ordering::SeqCst)
    }

    pub(super) fn position(&self) -> bool {
        self.answers() || self.position.load(Ordering::SeqCst)
    }

    fn now(&self) -> u64 {
        self.start.elapsed().as_millis() as u64
    }
}
