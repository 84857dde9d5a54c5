//! From a field's value to a limit, or to words where it is none.

use std::ops::Range;

use super::{Parser, Signs, is_dash};
use crate::query::date::{self, Read};
use crate::query::join::Part;
use crate::query::limit::folded_words;
use crate::query::range::DateRange;
use crate::query::reader::{Field, is_quote, is_tilde};
use crate::query::{Limit, Reason, Scope, SourceName};

impl Parser<'_> {
    /// What a field's name and colon introduce.
    pub(super) fn field(&mut self, field: Field, signs: Signs) {
        let colon = self.reader.at;
        let spaced = self.reader.skip(char::is_whitespace) > 0;
        if self.is_valueless(spaced) {
            self.reader.at = colon;
            self.note(signs.start..colon, Reason::EmptyField);
            return;
        }
        match field {
            Field::Date => self.dates(signs),
            Field::Source => {
                let signs = self.signs(signs);
                self.sources(signs);
            }
            Field::Title => {
                let signs = self.signs(signs);
                let before = self.parts.len();
                self.item(Signs {
                    scope: Scope::Title,
                    ..signs
                });
                if self.parts.len() == before {
                    self.note(signs.start..self.reader.at, Reason::EmptyField);
                }
            }
        }
    }

    /// Whether what comes after a colon is no value: another field, a join, an exclusion, the end.
    fn is_valueless(&mut self, spaced: bool) -> bool {
        let at = self.reader.at;
        let joins = self.reader.or_word(self.typing).is_some();
        self.reader.at = at;
        let sign = |c: char| c == '|' || is_tilde(c) || (spaced && is_dash(c));
        joins || self.reader.peek().is_none_or(sign) || (spaced && self.reader.is_field())
    }

    /// Dates joined by `|` or a comma without blanks.
    fn dates(&mut self, mut signs: Signs) {
        let minus = !self.reader.rest().starts_with("--") && self.reader.eat(is_dash);
        signs.not ^= minus;
        loop {
            let understood = self.date(signs);
            let start = self.reader.at;
            let joined = understood && self.reader.eat(is_list_mark) && !self.reader.at_border();
            if !joined {
                self.reader.at = start;
                return;
            }
        }
    }

    /// One date; what is none is searched as words.
    fn date(&mut self, signs: Signs) -> bool {
        let start = self.reader.at;
        let read = match self.reader.quoted() {
            Some((body, closed)) => {
                let growing = self.typing && !closed;
                let body = self.reader.text.get(body).unwrap_or("");
                date::read_whole(body, growing)
            }
            None => date::read(self.reader.rest(), self.typing),
        };
        match read {
            Read::Date(range, len) => {
                self.reader.at = self.reader.at.max(start + len);
                self.limits.dates.push(Limit {
                    bytes: signs.start..self.reader.at,
                    not: signs.not,
                    value: range,
                });
                self.parts.push(Part::Limit);
                true
            }
            Read::NotYet => {
                self.reader.at = self.reader.text.len();
                self.note(signs.start..self.reader.at, Reason::NotADateYet);
                false
            }
            Read::Not => {
                self.reader.at = start;
                self.item(signs);
                self.note(signs.start..self.reader.at, Reason::NotADate);
                false
            }
        }
    }

    fn sources(&mut self, signs: Signs) {
        let start = self.reader.at;
        let names = match self.reader.quoted() {
            Some((body, closed)) => vec![self.source(body, signs, (true, closed))],
            None => self.listed_sources(signs),
        };
        let bytes = signs.start..self.reader.at;
        if names.iter().all(Option::is_none) {
            self.note(bytes, Reason::EmptyField);
            return;
        }
        let names: Vec<SourceName> = names.into_iter().flatten().collect();
        if !signs.not && !names.iter().any(self.known) {
            self.reader.at = start;
            self.item(signs);
            self.note(signs.start..self.reader.at, Reason::UnknownSource);
            return;
        }
        self.limits
            .sources
            .extend(names.into_iter().map(|value| Limit {
                bytes: bytes.clone(),
                not: signs.not,
                value,
            }));
        self.parts.push(Part::Limit);
    }

    /// Names joined by `|` or a comma without blanks.
    fn listed_sources(&mut self, signs: Signs) -> Vec<Option<SourceName>> {
        let start = self.reader.at;
        self.reader.skip(|c| !c.is_whitespace() && !is_quote(c));
        let value = self.reader.text.get(start..self.reader.at).unwrap_or("");
        let mut at = start;
        let mut names = Vec::new();
        for part in value.split_inclusive(is_list_mark) {
            let name = part.trim_end_matches(is_list_mark);
            names.push(self.source(at..at + name.len(), signs, (signs.exact, false)));
            at += part.len();
        }
        names
    }

    fn source(
        &self,
        body: Range<usize>,
        signs: Signs,
        (whole, closed): (bool, bool),
    ) -> Option<SourceName> {
        let name = self.reader.text.get(body.clone()).unwrap_or("");
        let words = folded_words(name);
        let unnamed = !whole && matches!(name, "?" | "؟");
        if words.is_empty() && !unnamed {
            return None;
        }
        let grows = self.typing && !closed && !signs.not && body.end == self.reader.text.len();
        let open = name.ends_with('*') || (grows && name.ends_with(char::is_alphanumeric));
        Some(SourceName { words, whole, open })
    }
}

fn is_list_mark(c: char) -> bool {
    matches!(c, '|' | ',' | '،')
}

/// `date:>2014 date:<2016` means both, though repeated fields are alternatives: as alternatives
/// they would let everything through.
pub(super) fn close_halves(dates: &mut [Limit<DateRange>]) {
    let mut from = None;
    let mut to = None;
    for limit in dates.iter().filter(|limit| !limit.not) {
        match limit.value {
            DateRange::Days {
                from: Some(day),
                to: None,
            } if from.is_none() => from = Some(day),
            DateRange::Days {
                from: None,
                to: Some(day),
            } if to.is_none() => to = Some(day),
            _ => return,
        }
    }
    if from.is_some() && to.is_some() && from <= to {
        for limit in dates.iter_mut().filter(|limit| !limit.not) {
            limit.value = DateRange::Days { from, to };
        }
    }
}
