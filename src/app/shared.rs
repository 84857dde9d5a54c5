//! The state that all screens share: size and layout of the screen, what is known of the corpus, the message of
//! the moment, and the effects to be carried out.

use super::keyboard::Keyboard;
use super::labels::CorpusName;
use super::loading::LoadStatus;
use super::message::{Effect, Lane};
use super::signs::SignsMet;
use crate::store::{Ask, Known};
use crate::text::{Base, Direction, Options};
use crate::words::{Said, Sentence, Words};

/// The state that belongs to no single screen.
#[derive(Default)]
pub struct Shared {
    /// The name of the corpus in the bar.
    pub corpus: CorpusName,
    /// What is known of the newest state of the corpus; a list may still show an earlier one.
    pub known: Known,
    pub loading: LoadStatus,
    /// In which language the program speaks.
    pub words: Words,
    /// The direction in which the interface is laid out; `None`: that of the language.
    pub laid_out: Option<Direction>,
    pub keyboard: Keyboard,
    /// What the message row says until the next key.
    pub message: Option<Sentence>,
    /// The signs that were explained.
    pub signs: SignsMet,
    /// Accepted searches, oldest first.
    pub history: Vec<String>,
    pub cols: u16,
    pub rows: u16,
    /// Columns that a line of text may take in the reader, where they were asked for.
    pub measure: Option<u16>,
    /// How letters are shown: joined or not, with their marks or not.
    pub layout: Options,
    /// Number of asks so far: the generation of the newest.
    generation: u64,
    /// To be carried out by the shell.
    effects: Vec<Effect>,
}

impl Shared {
    pub(super) fn new(corpus: CorpusName, cols: u16, rows: u16) -> Shared {
        Shared {
            corpus,
            cols,
            rows,
            ..Shared::default()
        }
    }

    /// Asks a store on a lane; returns the generation that the reply will have.
    pub(super) fn ask(&mut self, lane: Lane, ask: Ask) -> u64 {
        self.generation += 1;
        self.effects.push(Effect::Ask {
            lane,
            generation: self.generation,
            ask: Box::new(ask),
        });
        self.generation
    }

    /// Adds an effect other than an ask.
    pub(super) fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// The effects since this was called last, in order.
    pub(super) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Shows a message until the next key.
    pub(super) fn say(&mut self, said: &impl Said) {
        self.message = Some(said.sentence());
    }

    /// The direction in which the interface is laid out.
    pub fn direction(&self) -> Direction {
        self.laid_out.unwrap_or(self.words.direction())
    }

    /// How what is typed is laid out: text without a letter, and a box without text, begin where the screen does.
    pub fn input_layout(&self) -> Options {
        Options {
            base: Base::AutoOr(self.direction()),
            ..self.layout
        }
    }

    /// Columns and rows of the screen.
    pub fn size(&self) -> (u16, u16) {
        (self.cols, self.rows)
    }

    /// Whether more articles may come than a list has that is of this state.
    pub fn more_may_come(&self, known: &Known) -> bool {
        self.loading.goes_on() && !known.complete
    }

    /// Stops loading, where it goes on; what is loaded stays.
    pub(super) fn stop_loading(&mut self) {
        if self.loading.stop() {
            self.effect(Effect::StopLoading);
        }
    }
}
