//! What all screens share: the size and the layout of the screen, what is known of the corpus, the
//! message of the moment, and what is asked of the outside.

use super::loading::LoadStatus;
use super::message::{Effect, Lane};
use crate::store::{Ask, Known};
use crate::text::Options;

/// The part of the state that belongs to no screen.
#[derive(Default)]
pub struct Shared {
    /// What the corpus is called in the bar.
    pub corpus: String,
    /// The newest state of the corpus; a list may still show the one before.
    pub known: Known,
    pub loading: LoadStatus,
    /// What the message row says until the next key.
    pub message: Option<String>,
    /// Accepted searches, oldest first.
    pub history: Vec<String>,
    pub cols: u16,
    pub rows: u16,
    /// How letters are shown: joined or not, with their marks or not.
    pub layout: Options,
    /// Asks so far: the number of the newest.
    generation: u64,
    effects: Vec<Effect>,
}

impl Shared {
    pub(super) fn new(corpus: &str, cols: u16, rows: u16) -> Shared {
        Shared {
            corpus: corpus.to_owned(),
            cols,
            rows,
            ..Shared::default()
        }
    }

    /// Asks a store on a lane; the answer bears the number that is returned.
    pub(super) fn ask(&mut self, lane: Lane, ask: Ask) -> u64 {
        self.generation += 1;
        self.effects.push(Effect::Ask {
            lane,
            generation: self.generation,
            ask: Box::new(ask),
        });
        self.generation
    }

    /// Asks something else of the outside.
    pub(super) fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// What was asked since this was called last, in order.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Shows a message until the next key.
    pub(super) fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// Columns and rows of the screen.
    pub fn size(&self) -> (u16, u16) {
        (self.cols, self.rows)
    }

    /// Ends loading; what is loaded stays.
    pub(super) fn stop_loading(&mut self) {
        if self.loading.stop() {
            self.effect(Effect::StopLoading);
        }
    }
}
