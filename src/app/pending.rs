//! What a pane waits for: the newest ask of its lane, and whether it failed.

use super::message::{Lane, StoreReply};
use super::shared::Shared;
use crate::store::{Answered, Ask, State, StoreError};

/// The ask that a pane waits for, or waited for last.
///
/// A pane says at every turn what it wants ([`Pending::want`]); it is asked for once, however often that is said.
/// What failed is asked for again when a person says so ([`Pending::retry`]) or when something else is wanted; what
/// was stopped, because another screen needed the lane, as soon as it is wanted again.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    asked: Option<(State, Ask)>,
    /// Number of the ask that is not answered yet.
    generation: Option<u64>,
    failed: Option<String>,
}

impl Pending {
    /// Asks, unless just this was asked for last, of the same state of the corpus.
    pub(super) fn want(&mut self, lane: Lane, ask: Ask, shared: &mut Shared) {
        let wanted = (shared.known.state, ask);
        if self.asked.as_ref() != Some(&wanted) {
            self.generation = Some(shared.ask(lane, wanted.1.clone()));
            self.failed = None;
            self.asked = Some(wanted);
        }
    }

    /// Whether it waits for the answer to this ask.
    pub(super) fn awaits(&self, generation: u64) -> bool {
        self.generation == Some(generation)
    }

    /// Takes the reply that was awaited; `None` where it brings no answer.
    pub(super) fn take(&mut self, reply: StoreReply) -> Option<Answered> {
        if !self.awaits(reply.generation) {
            return None;
        }
        self.generation = None;
        match reply.result {
            Ok(answered) => return Some(answered),
            Err(StoreError::Stopped) => self.asked = None,
            Err(error) => self.failed = Some(error.to_string()),
        }
        None
    }

    /// Waits for nothing and wants nothing.
    pub(super) fn forget(&mut self) {
        *self = Pending::default();
    }

    /// What failed is asked for again at the next turn; false where nothing failed.
    pub(super) fn retry(&mut self) -> bool {
        let failed = self.failed.take().is_some();
        if failed {
            self.asked = None;
        }
        failed
    }

    /// What was asked for last, and of which state of the corpus.
    pub(super) fn asked(&self) -> Option<&(State, Ask)> {
        self.asked.as_ref()
    }

    /// Whether an answer is still to come.
    pub fn is_waiting(&self) -> bool {
        self.generation.is_some()
    }

    /// Why there is no answer.
    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }
}
