//! What a searcher keeps from one question to the next: the words looked up last, what is known of
//! beginnings, arrays.
//!
//! Whoever types asks nearly the same question with every key: all words but the last are those of the
//! key before, and every query begins with one of a few letters. Nothing kept changes an answer: it is
//! what would be worked out again. It belongs to one commit, as the lexicon and the segments do.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::super::lexicon::{Beginnings, Expansion};
use super::begun::{Begun, TitleTerms};
use super::workspace::Workspace;
use super::{Forms, Scored};
use crate::corpus::Stop;
use crate::query::{QueryWord, WordMatch, WordScope};

/// Words kept: those of a long question, and of the few before it.
const MAX_WORDS: usize = 192;
/// Beginnings kept.
const MAX_BEGUN: usize = 512;
/// Bytes of scores kept with them; the newest are kept whatever they take.
const MAX_SCORED_BYTES: usize = 32 << 20;
/// Bytes of saturations kept, of the words that half-typed ones may become: with every letter typed
/// they are some of those before it.
const MAX_SATURATED_BYTES: usize = 32 << 20;
/// Bytes of what is known of beginnings.
const MAX_BEGUN_BYTES: usize = 16 << 20;
/// Workspaces kept: as many as there are likely to be searches at a time.
const MAX_WORKSPACES: usize = 4;

/// See the head of this file.
#[derive(Default)]
pub(in crate::index) struct SearchMemory {
    /// Newest first.
    words: Mutex<Vec<(WordName, Arc<KnownWord>)>>,
    /// By the letters, newest first.
    begun: Mutex<Vec<(String, Arc<Begun>)>>,
    saturated: Mutex<SaturatedWords>,
    workspaces: Mutex<Vec<Workspace>>,
    pub(super) titles: OnceLock<TitleTerms>,
}

/// What decides how a word is looked up.
#[derive(Clone, PartialEq)]
struct WordName {
    spelling: String,
    form: WordMatch,
    typing: bool,
    forms: Forms,
}

/// A word that was looked up: the spellings that answer it and, once it was searched, the documents.
#[derive(Debug)]
pub(in crate::index) struct KnownWord {
    pub(in crate::index) spelling: String,
    pub(in crate::index) form: WordMatch,
    pub(in crate::index) expansion: Expansion,
    /// What it may be the beginning of.
    pub(in crate::index) beginnings: Option<Beginnings>,
    /// The documents anywhere and in titles, each with other words and alone.
    scored: [OnceLock<Arc<Vec<Scored>>>; 4],
}

impl KnownWord {
    pub(super) fn new(
        word: &QueryWord,
        form: WordMatch,
        expansion: Expansion,
        beginnings: Option<Beginnings>,
    ) -> KnownWord {
        KnownWord {
            spelling: word.spelling.to_string(),
            form,
            expansion,
            beginnings,
            scored: Default::default(),
        }
    }

    /// The same word, with nothing that it may become.
    #[cfg(test)]
    pub(super) fn unfinished_no_more(known: &KnownWord) -> KnownWord {
        KnownWord {
            spelling: known.spelling.clone(),
            form: known.form,
            expansion: known.expansion.clone(),
            beginnings: None,
            scored: Default::default(),
        }
    }

    /// Where the documents are kept once they are known.
    pub(super) fn scored(&self, scope: WordScope, alone: bool) -> &OnceLock<Arc<Vec<Scored>>> {
        let [anywhere, alone_anywhere, title, alone_in_title] = &self.scored;
        match (scope, alone) {
            (WordScope::Anywhere, false) => anywhere,
            (WordScope::Anywhere, true) => alone_anywhere,
            (WordScope::Title, false) => title,
            (WordScope::Title, true) => alone_in_title,
        }
    }

    fn bytes(&self) -> usize {
        let scored = self.scored.iter().filter_map(OnceLock::get);
        scored
            .map(|scored| scored.capacity() * size_of::<Scored>())
            .sum()
    }
}

impl SearchMemory {
    /// A word, looked up by `look_up` where it is not kept.
    pub(super) fn word(
        &self,
        word: &QueryWord,
        forms: Forms,
        look_up: impl FnOnce() -> KnownWord,
    ) -> Arc<KnownWord> {
        let name = WordName {
            spelling: word.spelling.to_string(),
            form: word.form,
            typing: word.typing,
            forms,
        };
        recall(&self.words, name, look_up)
    }

    /// What is known of the words that begin with some letters.
    pub(super) fn begun(&self, letters: &str, find: impl FnOnce() -> Begun) -> Arc<Begun> {
        recall(&self.begun, letters.to_owned(), find)
    }

    /// How saturated documents are with a word that is being completed, by the place of its first spelling
    /// in the order of surfaces; `None` where it is not kept.
    pub(super) fn saturated(&self, first: usize) -> Option<Arc<[Saturated]>> {
        let mut all = lock(&self.saturated);
        all.clock += 1;
        let now = all.clock;
        let (used, known) = all.words.get_mut(&first)?;
        *used = now;
        Some(Arc::clone(known))
    }

    pub(super) fn keep_saturated(&self, first: usize, found: &Arc<[Saturated]>) {
        let mut all = lock(&self.saturated);
        let now = all.clock;
        if all.words.insert(first, (now, Arc::clone(found))).is_none() {
            all.bytes += size_of_val(&**found);
        }
        if all.bytes > MAX_SATURATED_BYTES {
            all.forget_older_half();
        }
    }

    /// Arrays for a search among so many documents.
    pub(in crate::index) fn workspace(&self, documents: usize, stop: &Stop) -> Workspace {
        let mut workspace = lock(&self.workspaces).pop().unwrap_or_default();
        workspace.prepare(documents, stop);
        workspace
    }

    /// Takes them back after a search that has gone through to its end; frees what is too much to keep.
    pub(in crate::index) fn put_back(&self, workspace: Workspace) {
        let mut workspaces = lock(&self.workspaces);
        if workspaces.len() < MAX_WORKSPACES {
            workspaces.push(workspace);
        }
        drop(workspaces);
        forget(&self.words, MAX_WORDS, MAX_SCORED_BYTES, KnownWord::bytes);
        forget(&self.begun, MAX_BEGUN, MAX_BEGUN_BYTES, Begun::bytes);
    }
}

/// A document with a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Saturated {
    pub(super) doc: u32,
    /// What the word scores in it, but for its rarity.
    pub(super) saturation: f32,
}

/// Words by the place of their first spelling, each with the time of its last use.
#[derive(Default)]
struct SaturatedWords {
    words: FxHashMap<usize, (u64, Arc<[Saturated]>)>,
    bytes: usize,
    clock: u64,
}

impl SaturatedWords {
    fn forget_older_half(&mut self) {
        let mut used: Vec<u64> = self.words.values().map(|(used, _)| *used).collect();
        used.sort_unstable();
        let middle = used.get(used.len() / 2).copied().unwrap_or(0);
        self.words.retain(|_, (used, _)| *used > middle);
        let kept = self.words.values();
        self.bytes = kept.map(|(_, found)| size_of_val(&**found)).sum();
    }
}

/// What is kept under a name, the newest first from now on; made where it is not kept.
fn recall<N: PartialEq, V>(
    kept: &Mutex<Vec<(N, Arc<V>)>>,
    name: N,
    make: impl FnOnce() -> V,
) -> Arc<V> {
    let mut all = lock(kept);
    if let Some(at) = all.iter().position(|(other, _)| *other == name) {
        all.get_mut(..=at).unwrap_or_default().rotate_right(1);
        if let Some((_, value)) = all.first() {
            return Arc::clone(value);
        }
    }
    // Nobody waits while it is made; who makes the same meanwhile makes it twice.
    drop(all);
    let value = Arc::new(make());
    lock(kept).insert(0, (name, Arc::clone(&value)));
    value
}

/// Frees what was not used for longest: what is more than `count`, or has more bytes than `most`.
fn forget<N, V>(
    kept: &Mutex<Vec<(N, Arc<V>)>>,
    count: usize,
    most: usize,
    bytes: impl Fn(&V) -> usize,
) {
    let mut all = lock(kept);
    let mut sum = 0;
    let held = all.iter().take_while(|(_, value)| {
        let fits = sum <= most;
        sum += bytes(value);
        fits
    });
    let held = held.take(count).count();
    let held = held.max(1).min(all.len());
    let freed = all.split_off(held);
    drop(all);
    drop(freed);
}

/// What is behind a lock; each value in it is whole, whoever panicked.
fn lock<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
