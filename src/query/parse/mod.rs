//! From a query's text to its parts: signs before them, fields, quotes, pieces; see [`join`](crate::query::join).

mod fields;

use std::ops::Range;

use crate::query::cut::{self, Cut};
use crate::query::join::{Join, Part, join};
use crate::query::reader::{Near, Reader, parts};
use crate::query::{Item, Limits, NEAR, Note, Query, Reason, Scope, SourceName};

/// Whether a source of this name is known.
pub(super) type Known<'a> = &'a dyn Fn(&SourceName) -> bool;

pub(super) fn parse(text: &str, typing: bool, known: Known<'_>) -> Query {
    let mut parser = Parser {
        reader: Reader::new(text, typing),
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
    reader: Reader<'a>,
    typing: bool,
    known: Known<'a>,
    parts: Vec<Part>,
    limits: Limits,
    notes: Vec<Note>,
}

/// What stands before an item: `-`, `=`, `title:`.
#[derive(Clone, Copy)]
struct Signs {
    /// Byte where the first sign stands.
    start: usize,
    not: bool,
    exact: bool,
    scope: Scope,
}

impl<'a> Parser<'a> {
    /// Reads one thing; `None` at the end.
    fn next(&mut self) -> Option<()> {
        self.reader
            .skip(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{'));
        self.reader.peek()?;
        if !self.join() {
            let signs = self.signs(Signs {
                start: self.reader.at,
                not: false,
                exact: false,
                scope: Scope::Anywhere,
            });
            match self.reader.field() {
                Some(field) => self.field(field, signs),
                None => self.foreign_field_or_item(signs),
            }
        }
        Some(())
    }

    /// `OR`, `أو`, `|`, `~`, `~5`.
    fn join(&mut self) -> bool {
        let start = self.reader.at;
        let (near, told, word) = if self.reader.skip(|c| c == '|') > 0 {
            (None, false, None)
        } else if let Some(Near(within)) = self.reader.near() {
            (Some(within.unwrap_or(NEAR)), within.is_some(), None)
        } else if let Some(bytes) = self.reader.or_word(self.typing) {
            let latin = self.reader.text.as_bytes().get(bytes.start) == Some(&b'O');
            let cut = self.cut(Scope::Anywhere, false, false);
            let word = Item::of(cut.words(bytes), None).filter(|_| !latin);
            (None, true, word)
        } else {
            return false;
        };
        self.parts.push(Part::Join(Join {
            bytes: start..self.reader.at,
            near,
            word,
            told,
        }));
        true
    }

    /// Signs before an item; a lone one, and a row of dashes, is nothing.
    fn signs(&mut self, mut signs: Signs) -> Signs {
        loop {
            let opens = self.reader.opens_parenthesis();
            let one_dash = self.reader.eat(is_dash);
            let more_dashes = self.reader.skip(is_dash) > 0;
            let equals = self.reader.skip(|c| c == '=') > 0;
            if !(one_dash || equals) || self.reader.peek().is_none_or(char::is_whitespace) {
                return signs;
            }
            signs.not ^= one_dash && !more_dashes && !opens;
            signs.exact |= equals;
        }
    }

    fn foreign_field_or_item(&mut self, signs: Signs) {
        if let Some(bytes) = self.reader.foreign_field() {
            self.note(bytes, Reason::UnknownField);
        }
        self.item(signs);
    }

    /// A quote, or the parts of a piece; whatever comes next is gone over.
    fn item(&mut self, signs: Signs) {
        if let Some((body, closed)) = self.reader.quoted() {
            let words = self
                .cut(signs.scope, signs.exact, !signs.not && !closed)
                .words(body);
            let slop = if closed { self.slop() } else { None };
            self.push(Item::of(words, slop), signs.not);
            return;
        }
        let piece = self.reader.piece();
        for part in parts(self.reader.text, piece) {
            let text = self.reader.text.get(part.clone()).unwrap_or("");
            if cut::has_misplaced_star(text) {
                self.note(part.clone(), Reason::MisplacedStar);
            }
            let words = self.cut(signs.scope, signs.exact, !signs.not).words(part);
            self.push(Item::of(words, None), signs.not);
        }
    }

    /// `~5` right behind a closing quote; behind a bare `~` nothing may follow.
    fn slop(&mut self) -> Option<u32> {
        let start = self.reader.at;
        let Near(within) = self.reader.near()?;
        if within.is_none() && !self.reader.at_border() {
            self.reader.at = start;
            return None;
        }
        Some(within.unwrap_or(NEAR))
    }

    fn push(&mut self, item: Option<Item>, not: bool) {
        self.parts.extend(item.map(|item| {
            if not {
                Part::Not(item)
            } else {
                Part::Item(item)
            }
        }));
    }

    fn cut(&self, scope: Scope, exact: bool, may_grow: bool) -> Cut<'a> {
        Cut {
            text: self.reader.text,
            exact,
            scope,
            typing: self.typing && may_grow,
        }
    }

    fn note(&mut self, bytes: Range<usize>, reason: Reason) {
        self.notes.push(Note { bytes, reason });
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−')
}
