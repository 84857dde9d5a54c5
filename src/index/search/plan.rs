//! A query in, the plan of its search out: every word with the spellings that answer it.

use std::ops::Range;
use std::sync::Arc;

use super::super::engine::Searcher;
use super::super::lexicon::{Expansion, Lexicon};
use super::super::tokenizer;
use super::{Forms, KnownWord};
use crate::analysis::{letters, stopwords};
use crate::query::{Clause, Query, QueryItem, QueryWord, WordMatch, WordScope};

/// What a query looks for in a corpus.
#[derive(Clone, Debug, Default)]
pub(in crate::index) struct Plan {
    /// One of the items of each slot should be there.
    pub(in crate::index) slots: Vec<Vec<PlannedItem>>,
    pub(in crate::index) excluded: Vec<PlannedItem>,
}

/// A word or a phrase to be looked for.
#[derive(Clone, Debug)]
pub(in crate::index) enum PlannedItem {
    Word(PlannedWord),
    /// Words and how far apart they may be; `None`: next to each other, in order.
    Phrase(Vec<PlannedWord>, Option<u32>),
}

/// A word to be looked for, with the spellings that answer it.
#[derive(Clone, Debug)]
pub(in crate::index) struct PlannedWord {
    /// Byte range in the query.
    pub(in crate::index) bytes: Range<usize>,
    pub(in crate::index) scope: WordScope,
    /// Nothing else is asked for: what is akin matters only where the word is nowhere.
    pub(in crate::index) alone: bool,
    pub(in crate::index) known: Arc<KnownWord>,
}

impl Plan {
    pub(super) fn new(searcher: &Searcher, query: &Query, forms: Forms) -> Plan {
        let mut plan = Plan::default();
        let wanted = |clause: &&Clause| matches!(clause, Clause::Any(_));
        // Particles say nothing, unless nothing else is said.
        let content = query
            .clauses
            .iter()
            .filter(wanted)
            .any(|clause| !is_particle(clause));
        for clause in &query.clauses {
            match clause {
                Clause::Any(items) if !(content && is_particle(clause)) => {
                    let items = items.iter().map(|item| planned(searcher, item, forms));
                    plan.slots.push(items.collect());
                }
                Clause::Any(_) => {}
                Clause::Not(item) => plan.excluded.push(planned(searcher, item, forms)),
            }
        }
        if let [items] = plan.slots.as_mut_slice() {
            for item in items {
                if let PlannedItem::Word(word) = item {
                    word.alone = true;
                }
            }
        }
        plan
    }

    /// The words looked for, in the order of the query.
    pub(in crate::index) fn words(&self) -> impl Iterator<Item = &PlannedWord> {
        self.slots.iter().flatten().flat_map(PlannedItem::words)
    }
}

impl PlannedItem {
    pub(in crate::index) fn words(&self) -> &[PlannedWord] {
        match self {
            PlannedItem::Word(word) => std::slice::from_ref(word),
            PlannedItem::Phrase(words, _) => words,
        }
    }
}

fn is_particle(clause: &Clause) -> bool {
    let Clause::Any(items) = clause else {
        return false;
    };
    let [QueryItem::Word(word)] = items.as_slice() else {
        return false;
    };
    // A letter alone is a conjunction on its own, or nothing.
    let letter =
        word.spelling.chars().count() == 1 && word.spelling.starts_with(char::is_alphabetic);
    let says_little = letter || stopwords::holds(&letters::folded(&word.spelling));
    word.form == WordMatch::All && !word.typing && says_little
}

fn planned(searcher: &Searcher, item: &QueryItem, forms: Forms) -> PlannedItem {
    match item {
        QueryItem::Word(word) => PlannedItem::Word(PlannedWord::new(searcher, word, forms)),
        QueryItem::Phrase(phrase) => {
            let words = phrase.words.iter();
            let words = words.map(|word| PlannedWord::new(searcher, word, forms));
            PlannedItem::Phrase(words.collect(), phrase.slop)
        }
    }
}

impl PlannedWord {
    fn new(searcher: &Searcher, word: &QueryWord, forms: Forms) -> PlannedWord {
        let look_up = || KnownWord::of(&searcher.lexicon, word, forms);
        PlannedWord {
            bytes: word.bytes.clone(),
            scope: word.scope,
            alone: false,
            known: searcher.memory.word(word, forms, look_up),
        }
    }
}

impl KnownWord {
    fn of(lexicon: &Lexicon, word: &QueryWord, forms: Forms) -> KnownWord {
        let form = match (word.form, forms) {
            (WordMatch::All, Forms::Exact) => WordMatch::Exact,
            (form, _) => form,
        };
        let mut expansion = match form {
            WordMatch::All => lexicon.expand(tokenizer::head(&word.spelling)),
            WordMatch::Exact => lexicon.exact(&word.spelling),
            WordMatch::Prefix => Expansion::default(),
        };
        if forms == Forms::Word {
            for akin in expansion.layers.iter_mut().skip(1) {
                akin.clear();
            }
        }
        let unfinished = word.form == WordMatch::Prefix || (word.typing && form == WordMatch::All);
        let beginnings = unfinished.then(|| lexicon.beginnings(&word.spelling));
        if form == WordMatch::All && forms == Forms::All && beginnings.is_none() {
            lexicon.forgive(&word.spelling, &mut expansion);
        }
        KnownWord::new(word, form, forms, expansion, beginnings)
    }
}
