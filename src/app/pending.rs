//! The newest ask of a pane or screen: whether it is answered, failed, or was stopped.

use super::message::{Lane, StoreReply};
use super::shared::Shared;
use crate::store::{Answered, Ask, State, StoreError};
use crate::words::{Said, messages};

messages! {
    /// That an ask has failed.
    pub enum FailedAsk {
        NoAnswer "no-answer" { reason: Said, key: Code };
    }
}

/// The newest ask of a pane or screen, answered or not.
///
/// After every message the owner states what it wants ([`Pending::want`]); each ask is sent once for a state of
/// the corpus. A failed ask is sent again by the command for that ([`Pending::retry`]) or when the corpus has
/// changed; a stopped one, because another screen needed the lane, as soon as it is wanted again.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// The ask that was sent last, and the state of the corpus then.
    asked: Option<(State, Ask)>,
    /// Generation of the ask, until it is answered.
    generation: Option<u64>,
    /// Why it failed.
    failed: Option<StoreError>,
    /// Whether it failed because its article is no longer in the corpus: to ask again is of no use.
    gone: bool,
}

impl Pending {
    /// Sends an ask, unless it was the last one sent and the corpus is in the same state.
    pub(super) fn want(&mut self, lane: Lane, ask: Ask, shared: &mut Shared) {
        let wanted = (shared.known.state, ask);
        if self.asked.as_ref() != Some(&wanted) {
            self.generation = Some(shared.ask(lane, wanted.1.clone()));
            (self.failed, self.gone) = (None, false);
            self.asked = Some(wanted);
        }
    }

    /// Whether it waits for the answer with this generation.
    pub(super) fn awaits(&self, generation: u64) -> bool {
        self.generation == Some(generation)
    }

    /// Takes in the reply that is awaited; `None` where another one is, or the ask failed or was stopped.
    pub(super) fn take(&mut self, reply: StoreReply) -> Option<Answered> {
        if !self.awaits(reply.generation) {
            return None;
        }
        self.generation = None;
        match reply.result {
            Ok(answered) => return Some(answered),
            Err(StoreError::Stopped) => self.asked = None,
            Err(error) => {
                self.gone = error == StoreError::Gone;
                self.failed = Some(error);
            }
        }
        None
    }

    /// Drops the ask: its answer is no longer awaited, and the same may be asked again.
    pub(super) fn forget(&mut self) {
        *self = Pending::default();
    }

    /// Lets an ask that failed, or is not answered, be sent again when it is wanted next; false where
    /// there is none.
    pub(super) fn retry(&mut self) -> bool {
        let lacking = !self.gone && (self.failed.is_some() || self.is_waiting());
        if lacking {
            self.forget();
        }
        lacking
    }

    /// What has come answers another ask too: that need not be sent.
    pub(super) fn answers_also(&mut self, ask: Ask) {
        if let Some((_, asked)) = self.asked.as_mut().filter(|_| self.generation.is_none()) {
            *asked = ask;
        }
    }

    /// The ask that was sent last, and the state of the corpus then.
    pub(super) fn asked(&self) -> Option<&(State, Ask)> {
        self.asked.as_ref()
    }

    /// Whether an answer is still to come.
    pub fn is_waiting(&self) -> bool {
        self.generation.is_some()
    }

    /// Whether the article that was asked for is no longer in the corpus.
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// Why the ask failed, and the key by which it is sent again.
    pub fn failed(&self) -> Option<FailedAsk> {
        let reason = self.failed.as_ref()?.sentence();
        let key = "R".to_owned();
        Some(FailedAsk::NoAnswer { reason, key })
    }
}
