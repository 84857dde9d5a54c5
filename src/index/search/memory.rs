//! What a searcher keeps from one question to the next: the words looked up last, what is known of
//! beginnings, arrays.
//!
//! Whoever types asks nearly the same question with every key: all words but the last are those of the
//! key before, and every query begins with one of a few letters. Nothing kept changes an answer: it is
//! what would be worked out again. It belongs to one commit, as the lexicon and the segments do.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::super::doc_list::DocList;
use super::super::lexicon::{Beginnings, Expansion, Layer, WordNo};
use super::begun::{Begun, TitleTerms};
use super::by_use::ByUse;
use super::clause_scores::ClauseScores;
use super::earlier::EarlierSums;
use super::workspace::Workspace;
use super::{Forms, PlannedItem, PlannedWord};
use crate::corpus::Stop;
use crate::query::{QueryWord, WordMatch, WordScope};

/// Words kept: those of a long question, and of the few before it.
const MAX_WORDS: usize = 192;
/// Beginnings kept.
const MAX_BEGUN: usize = 512;
/// Bytes of scores kept with them, of any number of documents; the newest are kept whatever they take.
const MIN_SCORED_BYTES: usize = 32 << 20;
/// The same for each document: fifty beginnings that nearly all documents hold are kept.
const SCORED_BYTES_EACH: usize = 220;
/// Bytes of lists of documents kept, of any number of documents, of the spellings that are counted: with every
/// letter typed they are most of those before it.
const MIN_LIST_BYTES: usize = 16 << 20;
/// The same for each document: some hundreds of lists that nearly all documents are in are kept.
const LIST_BYTES_EACH: usize = 100;
/// Bytes of what is known of beginnings.
const MIN_BEGUN_BYTES: usize = 16 << 20;
/// The same for each document.
const BEGUN_BYTES_EACH: usize = 32;
/// Runs of clauses kept with what they give: the one before the word that is being typed, and those that are come
/// back to when it is taken away.
const MAX_EARLIER: usize = 4;
/// Bytes of what they give, of any number of documents.
const MIN_EARLIER_BYTES: usize = 32 << 20;
/// The same for each document.
const EARLIER_BYTES_EACH: usize = 50;
/// Workspaces kept: as many as there are likely to be searches at a time.
const MAX_WORKSPACES: usize = 4;

/// See the head of this file.
#[derive(Default)]
pub(in crate::index) struct SearchMemory {
    /// Newest first.
    words: Mutex<Vec<(WordName, Arc<KnownWord>)>>,
    /// By the letters, newest first.
    begun: Mutex<Vec<(String, Arc<Begun>)>>,
    lists: ByUse<WordNo, DocList>,
    /// By their clauses, newest first.
    earlier: Mutex<Vec<(Vec<SlotName>, Arc<EarlierSums>)>>,
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

/// What decides what a clause gives.
#[derive(Clone, PartialEq)]
pub(super) struct SlotName {
    /// Its alternatives.
    items: Vec<ItemName>,
}

#[derive(Clone, PartialEq)]
struct ItemName {
    words: Vec<(WordName, WordScope)>,
    is_phrase: bool,
    slop: Option<u32>,
}

impl SlotName {
    pub(super) fn of(items: &[PlannedItem]) -> SlotName {
        let word = |word: &PlannedWord| (word.known.name(), word.scope);
        let item = |item: &PlannedItem| ItemName {
            words: item.words().iter().map(word).collect(),
            is_phrase: matches!(item, PlannedItem::Phrase(..)),
            slop: match item {
                PlannedItem::Word(_) => None,
                PlannedItem::Phrase(_, slop) => *slop,
            },
        };
        SlotName {
            items: items.iter().map(item).collect(),
        }
    }
}

/// A word that was looked up: the spellings that answer it and, once it was searched, the documents.
#[derive(Debug)]
pub(in crate::index) struct KnownWord {
    pub(in crate::index) spelling: String,
    pub(in crate::index) form: WordMatch,
    /// Which forms answer it.
    forms: Forms,
    pub(in crate::index) expansion: Expansion,
    /// What it may be the beginning of.
    pub(in crate::index) beginnings: Option<Beginnings>,
    /// The documents anywhere and in titles, each with other words and alone.
    scored: [OnceLock<Arc<ClauseScores>>; 4],
}

impl KnownWord {
    pub(super) fn new(
        word: &QueryWord,
        form: WordMatch,
        forms: Forms,
        expansion: Expansion,
        beginnings: Option<Beginnings>,
    ) -> KnownWord {
        KnownWord {
            spelling: word.spelling.to_string(),
            form,
            forms,
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
            forms: known.forms,
            expansion: known.expansion.clone(),
            beginnings: None,
            scored: Default::default(),
        }
    }

    /// What decides how it was looked up.
    fn name(&self) -> WordName {
        WordName {
            spelling: self.spelling.clone(),
            form: self.form,
            typing: self.beginnings.is_some(),
            forms: self.forms,
        }
    }

    /// Where the documents are kept once they are known.
    pub(super) fn scored(&self, scope: WordScope, alone: bool) -> &OnceLock<Arc<ClauseScores>> {
        let [anywhere, alone_anywhere, title, alone_in_title] = &self.scored;
        // Other words decide only about what is akin.
        let mut akin = Layer::ALL.into_iter().filter(|layer| !layer.is_found());
        let alone = alone && akin.any(|layer| !self.expansion.layer(layer).is_empty());
        match (scope, alone) {
            (WordScope::Anywhere, false) => anywhere,
            (WordScope::Anywhere, true) => alone_anywhere,
            (WordScope::Title, false) => title,
            (WordScope::Title, true) => alone_in_title,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let scored = self.scored.iter().filter_map(OnceLock::get);
        scored.map(|scored| scored.bytes()).sum()
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

    /// The documents that hold a spelling; `None` where they are not kept.
    pub(in crate::index) fn list(&self, spelling: WordNo) -> Option<Arc<DocList>> {
        self.lists.get(&spelling)
    }

    /// Keeps a list of some of so many documents.
    pub(in crate::index) fn keep_list(
        &self,
        spelling: WordNo,
        list: &Arc<DocList>,
        documents: usize,
    ) {
        let most = MIN_LIST_BYTES.max(documents * LIST_BYTES_EACH);
        self.lists.keep(spelling, list, list.bytes(), most);
    }

    /// What the first of some clauses give, and how many these are: as many as is known of.
    pub(super) fn earlier(&self, names: &[SlotName]) -> Option<(Arc<EarlierSums>, usize)> {
        let all = lock(&self.earlier);
        let begins = all.iter().filter(|(kept, _)| names.starts_with(kept));
        let (kept, sums) = begins.max_by_key(|(kept, _)| kept.len())?;
        Some((Arc::clone(sums), kept.len()))
    }

    pub(super) fn keep_earlier(&self, names: Vec<SlotName>, sums: &Arc<EarlierSums>) {
        lock(&self.earlier).insert(0, (names, Arc::clone(sums)));
    }

    /// Arrays for a search among so many documents.
    pub(in crate::index) fn workspace(&self, documents: usize, stop: &Stop) -> Workspace {
        let mut workspace = lock(&self.workspaces).pop().unwrap_or_default();
        workspace.prepare(documents, stop);
        workspace
    }

    /// Most bytes of what is looked up among so many documents before it is typed; the rest is for what is typed.
    pub(super) fn most_warmed(documents: usize) -> usize {
        most_scored(documents) / 4 * 3
    }

    /// Takes them back after a search among so many documents that has gone through to its end; frees what is too
    /// much to keep.
    pub(in crate::index) fn put_back(&self, workspace: Workspace, documents: usize) {
        let mut workspaces = lock(&self.workspaces);
        if workspaces.len() < MAX_WORKSPACES {
            workspaces.push(workspace);
        }
        drop(workspaces);
        forget(
            &self.words,
            MAX_WORDS,
            most_scored(documents),
            KnownWord::bytes,
        );
        let most = MIN_BEGUN_BYTES.max(documents * BEGUN_BYTES_EACH);
        forget(&self.begun, MAX_BEGUN, most, Begun::bytes);
        let most = MIN_EARLIER_BYTES.max(documents * EARLIER_BYTES_EACH);
        forget(&self.earlier, MAX_EARLIER, most, EarlierSums::bytes);
    }
}

/// Most bytes of scores kept with words, among so many documents.
fn most_scored(documents: usize) -> usize {
    MIN_SCORED_BYTES.max(documents * SCORED_BYTES_EACH)
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
