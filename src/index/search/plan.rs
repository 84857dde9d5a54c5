//! A query in, what is to be looked for out: every word with the spellings that answer it.

use std::ops::Range;

use super::super::lexicon::{Beginnings, Expansion, Lexicon};
use super::super::tokens;
use super::Forms;
use crate::analysis::{letters, stopwords};
use crate::query::{Clause, Form, Item, Query, Scope, Word};

/// What a query looks for in a corpus.
#[derive(Clone, Debug, Default)]
pub(in crate::index) struct Plan {
    /// One of the items of each slot should be there.
    pub(in crate::index) slots: Vec<Vec<PlannedItem>>,
    pub(in crate::index) excluded: Vec<PlannedItem>,
}

#[derive(Clone, Debug)]
pub(in crate::index) enum PlannedItem {
    Word(PlannedWord),
    /// Words and how far apart they may be; `None`: next to each other, in order.
    Phrase(Vec<PlannedWord>, Option<u32>),
}

#[derive(Clone, Debug)]
pub(in crate::index) struct PlannedWord {
    /// Byte range in the query.
    pub(in crate::index) bytes: Range<usize>,
    pub(in crate::index) spelling: String,
    pub(in crate::index) form: Form,
    pub(in crate::index) scope: Scope,
    /// Nothing else is asked for: what is akin matters only where the word is nowhere.
    pub(in crate::index) alone: bool,
    pub(in crate::index) expansion: Expansion,
    /// What it may be the beginning of.
    pub(in crate::index) beginnings: Option<Beginnings>,
}

impl Plan {
    pub(super) fn new(lexicon: &Lexicon, query: &Query, forms: Forms) -> Plan {
        let mut plan = Plan::default();
        let wanted = |clause: &&Clause| matches!(clause, Clause::Any(_));
        // Particles say nothing, unless nothing else is said.
        let telling = query
            .clauses
            .iter()
            .filter(wanted)
            .any(|clause| !is_particle(clause));
        for clause in &query.clauses {
            match clause {
                Clause::Any(items) if !(telling && is_particle(clause)) => {
                    let items = items.iter().map(|item| planned(lexicon, item, forms));
                    plan.slots.push(items.collect());
                }
                Clause::Any(_) => {}
                Clause::Not(item) => plan.excluded.push(planned(lexicon, item, forms)),
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
    let [Item::Word(word)] = items.as_slice() else {
        return false;
    };
    // A letter alone is a conjunction on its own, or nothing.
    let letter =
        word.spelling.chars().count() == 1 && word.spelling.starts_with(char::is_alphabetic);
    let says_little = letter || stopwords::holds(&letters::folded(&word.spelling));
    word.form == Form::All && !word.typing && says_little
}

fn planned(lexicon: &Lexicon, item: &Item, forms: Forms) -> PlannedItem {
    match item {
        Item::Word(word) => PlannedItem::Word(PlannedWord::new(lexicon, word, forms)),
        Item::Phrase(phrase) => {
            let words = phrase.words.iter();
            let words = words.map(|word| PlannedWord::new(lexicon, word, forms));
            PlannedItem::Phrase(words.collect(), phrase.slop)
        }
    }
}

impl PlannedWord {
    fn new(lexicon: &Lexicon, word: &Word, forms: Forms) -> PlannedWord {
        let form = match (word.form, forms) {
            (Form::All, Forms::Exact) => Form::Exact,
            (form, _) => form,
        };
        let mut expansion = match form {
            Form::All => lexicon.expand(tokens::head(&word.spelling)),
            Form::Exact => lexicon.exact(&word.spelling),
            Form::Prefix => Expansion::default(),
        };
        if forms == Forms::Word {
            for akin in expansion.layers.iter_mut().skip(1) {
                akin.clear();
            }
        }
        let unfinished = word.form == Form::Prefix || (word.typing && form == Form::All);
        let beginnings = unfinished.then(|| lexicon.beginnings(&word.spelling));
        if form == Form::All && forms == Forms::All && beginnings.is_none() {
            lexicon.forgive(&word.spelling, &mut expansion);
        }
        PlannedWord {
            bytes: word.bytes.clone(),
            spelling: word.spelling.to_string(),
            form,
            scope: word.scope,
            alone: false,
            expansion,
            beginnings,
        }
    }
}
