//! From a query's text to its parts: signs before them, fields, quotes, pieces; see [`join`](crate::query::join).

mod fields;

use std::ops::Range;

use crate::query::join::{Join, QueryPart, join};
use crate::query::scanner::{NearOperator, QueryScanner, parts};
use crate::query::word_cutter::{self, WordCutter};
use crate::query::{
    DEFAULT_NEAR_WORDS, Limits, Query, QueryItem, QueryNote, QueryReason, SourceName, WordScope,
};

/// Whether a source of this name is known.
pub(super) type KnownSources<'a> = &'a dyn Fn(&SourceName) -> bool;

pub(super) fn parse(text: &str, typing: bool, known: KnownSources<'_>) -> Query {
    let mut parser = Parser {
        scanner: QueryScanner::new(text, typing),
        typing,
        known,
        parts: Vec::new(),
        limits: Limits::default(),
        notes: Vec::new(),
    };
    while parser.next().is_some() {}
    let (clauses, mut notes) = join(parser.parts, typing);
    notes.append(&mut parser.notes);
    notes.sort_by_key(|note| note.bytes.start);
    let mut limits = parser.limits;
    fields::close_halves(&mut limits.dates);
    Query {
        clauses,
        limits,
        notes,
    }
}

struct Parser<'a> {
    scanner: QueryScanner<'a>,
    typing: bool,
    known: KnownSources<'a>,
    parts: Vec<QueryPart>,
    limits: Limits,
    notes: Vec<QueryNote>,
}

/// Signs before an item: `-`, `=`, `title:`.
#[derive(Clone, Copy)]
struct ItemSigns {
    /// Byte where the first sign stands.
    start: usize,
    not: bool,
    exact: bool,
    scope: WordScope,
}

impl<'a> Parser<'a> {
    /// Reads one thing; `None` at the end.
    fn next(&mut self) -> Option<()> {
        self.scanner
            .skip(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{'));
        self.scanner.peek()?;
        if !self.join() {
            let signs = self.signs(ItemSigns {
                start: self.scanner.at,
                not: false,
                exact: false,
                scope: WordScope::Anywhere,
            });
            match self.scanner.field() {
                Some(field) => self.field(field, signs),
                None => self.foreign_field_or_item(signs),
            }
        }
        Some(())
    }

    /// `OR`, `أو`, `|`, `~`, `~5`.
    fn join(&mut self) -> bool {
        let start = self.scanner.at;
        let (near, is_reported, word) = if self.scanner.skip(|c| c == '|') > 0 {
            (None, false, None)
        } else if let Some(NearOperator(within)) = self.scanner.near() {
            (
                Some(within.unwrap_or(DEFAULT_NEAR_WORDS)),
                within.is_some(),
                None,
            )
        } else if let Some(bytes) = self.scanner.or_word(self.typing) {
            let latin = self.scanner.text.as_bytes().get(bytes.start) == Some(&b'O');
            let cutter = self.cutter(WordScope::Anywhere, false, false);
            let word = QueryItem::of(cutter.words(bytes), None).filter(|_| !latin);
            (None, true, word)
        } else {
            return false;
        };
        self.parts.push(QueryPart::Join(Join {
            bytes: start..self.scanner.at,
            near,
            word,
            is_reported,
        }));
        true
    }

    /// The signs before an item; a lone one, and a row of dashes, is nothing.
    fn signs(&mut self, mut signs: ItemSigns) -> ItemSigns {
        loop {
            let opens = self.scanner.opens_parenthesis();
            let one_dash = self.scanner.eat(is_dash);
            let more_dashes = self.scanner.skip(is_dash) > 0;
            let equals = self.scanner.skip(|c| c == '=') > 0;
            if !(one_dash || equals) || self.scanner.peek().is_none_or(char::is_whitespace) {
                return signs;
            }
            signs.not ^= one_dash && !more_dashes && !opens;
            signs.exact |= equals;
        }
    }

    fn foreign_field_or_item(&mut self, signs: ItemSigns) {
        if let Some(bytes) = self.scanner.foreign_field() {
            self.note(bytes, QueryReason::UnknownField);
        }
        self.item(signs);
    }

    /// A quote, or the parts of a piece; whatever comes next is gone over.
    fn item(&mut self, signs: ItemSigns) {
        if let Some((body, closed)) = self.scanner.quoted() {
            let words = self
                .cutter(signs.scope, signs.exact, !signs.not && !closed)
                .words(body);
            let slop = if closed { self.slop() } else { None };
            self.push(QueryItem::of(words, slop), signs.not);
            return;
        }
        let piece = self.scanner.piece();
        for part in parts(self.scanner.text, piece) {
            let text = self.scanner.text.get(part.clone()).unwrap_or("");
            if word_cutter::has_misplaced_star(text) {
                self.note(part.clone(), QueryReason::MisplacedStar);
            }
            let words = self
                .cutter(signs.scope, signs.exact, !signs.not)
                .words(part);
            self.push(QueryItem::of(words, None), signs.not);
        }
    }

    /// `~5` right behind a closing quote; behind a bare `~` nothing may follow.
    fn slop(&mut self) -> Option<u32> {
        let start = self.scanner.at;
        let NearOperator(within) = self.scanner.near()?;
        if within.is_none() && !self.scanner.at_border() {
            self.scanner.at = start;
            return None;
        }
        Some(within.unwrap_or(DEFAULT_NEAR_WORDS))
    }

    fn push(&mut self, item: Option<QueryItem>, not: bool) {
        self.parts.extend(item.map(|item| {
            if not {
                QueryPart::Not(item)
            } else {
                QueryPart::Item(item)
            }
        }));
    }

    fn cutter(&self, scope: WordScope, exact: bool, may_grow: bool) -> WordCutter<'a> {
        WordCutter {
            text: self.scanner.text,
            exact,
            scope,
            typing: self.typing && may_grow,
        }
    }

    fn note(&mut self, bytes: Range<usize>, reason: QueryReason) {
        self.notes.push(QueryNote { bytes, reason });
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−')
}
