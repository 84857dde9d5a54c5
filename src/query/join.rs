//! From the parts of a query in order to its clauses: what `OR` and `~` make of their neighbours.
//!
//! `a b OR c` is `a` and one of `b`, `c`; `~` binds closer than `OR`. Fields and exclusions cannot
//! be joined: they count for themselves, and a note says so.

use std::mem;
use std::ops::Range;

use super::{Clause, QueryItem, QueryNote, QueryReason};

/// One part of a query, in the order of the text.
pub(super) enum QueryPart {
    Item(QueryItem),
    Not(QueryItem),
    /// A field; it is in the limits already.
    Limit,
    Join(Join),
}

/// `OR`, `|` or `~` between two things.
pub(super) struct Join {
    pub bytes: Range<usize>,
    /// Within how many words, for `~`.
    pub near: Option<u32>,
    /// What it is where it joins nothing: `أو` is a word, too.
    pub word: Option<QueryItem>,
    /// It has a letter or digit, so that leaving it out is reported in a note.
    pub is_reported: bool,
}

/// What a join may have on its left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    Item,
    Limit,
    Not,
}

pub(super) struct Joiner {
    clauses: Vec<Clause>,
    notes: Vec<QueryNote>,
    /// Alternatives of the clause being built.
    open: Vec<QueryItem>,
    left: Left,
    pending: Option<Join>,
}

/// Clauses, and notes on joins that join nothing. With `typing` a last join is waited for.
pub(super) fn join(parts: Vec<QueryPart>, typing: bool) -> (Vec<Clause>, Vec<QueryNote>) {
    let mut joiner = Joiner {
        clauses: Vec::new(),
        notes: Vec::new(),
        open: Vec::new(),
        left: Left::Nothing,
        pending: None,
    };
    for part in parts {
        joiner.push(part);
    }
    joiner.finish(typing)
}

impl Joiner {
    fn push(&mut self, part: QueryPart) {
        match part {
            QueryPart::Join(join) => self.push_join(join),
            QueryPart::Item(item) => self.push_item(item),
            QueryPart::Not(item) => {
                self.refuse(QueryReason::CannotJoin);
                self.flush();
                self.clauses.push(Clause::Not(item));
                self.left = Left::Not;
            }
            QueryPart::Limit => {
                // `source:a OR source:b` is what repeated fields mean anyway.
                match self.left {
                    Left::Limit => self.pending = None,
                    _ => self.refuse(QueryReason::CannotJoin),
                }
                self.flush();
                self.left = Left::Limit;
            }
        }
    }

    fn push_join(&mut self, join: Join) {
        match (self.left, join.word) {
            (Left::Nothing, Some(word)) => self.push_item(word),
            (Left::Nothing, None) if join.is_reported => {
                self.note(join.bytes, QueryReason::JoinsNothing);
            }
            (Left::Nothing, None) => {}
            (_, word) => {
                self.refuse(QueryReason::JoinsNothing);
                self.pending = Some(Join { word, ..join });
            }
        }
    }

    fn push_item(&mut self, item: QueryItem) {
        if self.left == Left::Item
            && let Some(join) = self.pending.take()
        {
            match join.near {
                Some(within) => self.bring_near(item, within),
                None => self.open.push(item),
            }
            return;
        }
        self.refuse(QueryReason::CannotJoin);
        self.flush();
        self.open.push(item);
        self.left = Left::Item;
    }

    /// Makes one item of the last one and this. The words of the last are kept where they are, or a
    /// long chain would be copied at every link.
    fn bring_near(&mut self, item: QueryItem, within: u32) {
        let (mut words, before) = match self.open.pop() {
            Some(last) => last.into_words(),
            None => (Vec::new(), None),
        };
        let (more, own) = item.into_words();
        words.extend(more);
        let slop = within.max(before.unwrap_or(0)).max(own.unwrap_or(0));
        self.open.extend(QueryItem::of(words, Some(slop)));
    }

    /// Drops the join that waits, and notes the reason.
    fn refuse(&mut self, reason: QueryReason) {
        if let Some(join) = self.pending.take().filter(|join| join.is_reported) {
            self.note(join.bytes, reason);
        }
    }

    fn note(&mut self, bytes: Range<usize>, reason: QueryReason) {
        self.notes.push(QueryNote { bytes, reason });
    }

    fn flush(&mut self) {
        if !self.open.is_empty() {
            self.clauses.push(Clause::Any(mem::take(&mut self.open)));
        }
    }

    fn finish(mut self, typing: bool) -> (Vec<Clause>, Vec<QueryNote>) {
        let word = self
            .pending
            .as_mut()
            .filter(|_| !typing)
            .and_then(|join| join.word.take());
        if let Some(word) = word {
            self.pending = None;
            self.push_item(word);
        }
        self.refuse(QueryReason::JoinsNothing);
        self.flush();
        (self.clauses, self.notes)
    }
}
