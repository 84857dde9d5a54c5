//! What is typed first, looked up before anyone types it.

use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::memory::SearchMemory;
use super::{Forms, PlannedItem, Workspace};
use crate::corpus::Stop;
use crate::query::{Query, WordScope};

/// What most words are written with, and many queries begin with.
const ARTICLE: &str = "ال";

impl Searcher {
    /// Looks up the letters that most words begin with before anyone types them, alone and then after the article, for
    /// as long as `go_on` says.
    pub fn warm_up(&self, go_on: &dyn Fn() -> bool) -> Result<(), IndexError> {
        let mut space = self.memory.workspace(self.len(), &Stop::default());
        let letters = self.first_letters();
        let with_article = letters.iter().map(|letter| format!("{ARTICLE}{letter}"));
        let mut bytes = 0;
        for typed in letters.iter().cloned().chain(with_article) {
            if !go_on() {
                break;
            }
            let begun = self.begun(&typed);
            if begun.more {
                self.others(&begun, WordScope::Anywhere, &space)?;
            }
            // More would drive out what was looked up first.
            if bytes < SearchMemory::most_warmed(self.len()) {
                bytes += self.warm_up_typed(&typed, &mut space)?;
            }
        }
        self.memory.put_back(space, self.len());
        Ok(())
    }

    /// Looks up a word that is being typed; the bytes that it takes.
    fn warm_up_typed(&self, typed: &str, space: &mut Workspace) -> Result<usize, IndexError> {
        let plan = self.plan(&Query::parse(typed, true), Forms::All);
        let mut bytes = 0;
        for item in plan.slots.iter().flatten() {
            if let PlannedItem::Word(word) = item {
                self.word(word, space)?;
                bytes += word.known.bytes();
            }
        }
        Ok(bytes)
    }
}
