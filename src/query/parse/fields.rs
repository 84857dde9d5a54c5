//! From a field's value to a limit, or to words where it is none.

use std::ops::Range;

use super::{ItemSigns, Parser, is_dash};
use crate::query::date::{self, ParsedDate};
use crate::query::date_range::DateRange;
use crate::query::join::QueryPart;
use crate::query::limits::folded_words;
use crate::query::scanner::{QueryField, is_quote, is_tilde};
use crate::query::{Limit, QueryReason, SourceName, WordScope};

impl Parser<'_> {
    /// What a field's name and colon introduce.
    pub(super) fn field(&mut self, field: QueryField, signs: ItemSigns) {
        let colon = self.scanner.at;
        let spaced = self.scanner.skip(char::is_whitespace) > 0;
        if self.is_valueless(spaced) {
            self.scanner.at = colon;
            self.note(signs.start..colon, QueryReason::EmptyField);
            return;
        }
        match field {
            QueryField::Date => self.dates(signs),
            QueryField::Source => {
                let signs = self.signs(signs);
                self.sources(signs);
            }
            QueryField::Title => {
                let signs = self.signs(signs);
                let before = self.parts.len();
                self.item(ItemSigns {
                    scope: WordScope::Title,
                    ..signs
                });
                if self.parts.len() == before {
                    self.note(signs.start..self.scanner.at, QueryReason::EmptyField);
                }
            }
        }
    }

    /// Whether what comes after a colon is no value: another field, a join, an exclusion, the end.
    fn is_valueless(&mut self, spaced: bool) -> bool {
        let at = self.scanner.at;
        let joins = self.scanner.or_word(self.typing).is_some();
        self.scanner.at = at;
        let sign = |c: char| c == '|' || is_tilde(c) || (spaced && is_dash(c));
        joins || self.scanner.peek().is_none_or(sign) || (spaced && self.scanner.is_field())
    }

    /// Dates joined by `|` or a comma without blanks.
    fn dates(&mut self, mut signs: ItemSigns) {
        let minus = !self.scanner.rest().starts_with("--") && self.scanner.eat(is_dash);
        signs.not ^= minus;
        loop {
            let understood = self.date(signs);
            let start = self.scanner.at;
            let joined = understood && self.scanner.eat(is_list_mark) && !self.scanner.at_border();
            if !joined {
                self.scanner.at = start;
                return;
            }
        }
    }

    /// One date; what is none is searched as words.
    fn date(&mut self, signs: ItemSigns) -> bool {
        let start = self.scanner.at;
        let read = match self.scanner.quoted() {
            Some((body, closed)) => {
                let growing = self.typing && !closed;
                let body = self.scanner.text.get(body).unwrap_or("");
                date::read_whole(body, growing)
            }
            None => date::read(self.scanner.rest(), self.typing),
        };
        match read {
            ParsedDate::Date(range, len) => {
                self.scanner.at = self.scanner.at.max(start + len);
                self.limits.dates.push(Limit {
                    bytes: signs.start..self.scanner.at,
                    not: signs.not,
                    value: range,
                });
                self.parts.push(QueryPart::Limit);
                true
            }
            ParsedDate::NotYet => {
                self.scanner.at = self.scanner.text.len();
                self.note(signs.start..self.scanner.at, QueryReason::NotADateYet);
                false
            }
            ParsedDate::Not => {
                self.scanner.at = start;
                self.item(signs);
                self.note(signs.start..self.scanner.at, QueryReason::NotADate);
                false
            }
        }
    }

    fn sources(&mut self, signs: ItemSigns) {
        let start = self.scanner.at;
        let names = match self.scanner.quoted() {
            Some((body, closed)) => vec![self.source(body, signs, true, closed)],
            None => self.listed_sources(signs),
        };
        let bytes = signs.start..self.scanner.at;
        if names.iter().all(Option::is_none) {
            self.note(bytes, QueryReason::EmptyField);
            return;
        }
        let names: Vec<SourceName> = names.into_iter().flatten().collect();
        if !signs.not && !names.iter().any(self.known) {
            self.scanner.at = start;
            self.item(signs);
            self.note(signs.start..self.scanner.at, QueryReason::UnknownSource);
            return;
        }
        self.limits
            .sources
            .extend(names.into_iter().map(|value| Limit {
                bytes: bytes.clone(),
                not: signs.not,
                value,
            }));
        self.parts.push(QueryPart::Limit);
    }

    /// Names joined by `|` or a comma without blanks.
    fn listed_sources(&mut self, signs: ItemSigns) -> Vec<Option<SourceName>> {
        let start = self.scanner.at;
        self.scanner.skip(|c| !c.is_whitespace() && !is_quote(c));
        let value = self.scanner.text.get(start..self.scanner.at).unwrap_or("");
        let mut at = start;
        let mut names = Vec::new();
        for part in value.split_inclusive(is_list_mark) {
            let name = part.trim_end_matches(is_list_mark);
            names.push(self.source(at..at + name.len(), signs, signs.exact, false));
            at += part.len();
        }
        names
    }

    /// The name in `body`: `whole` where it stands in quotes or after `=`, `closed` where nothing is to
    /// be added to it while typing.
    fn source(
        &self,
        body: Range<usize>,
        signs: ItemSigns,
        whole: bool,
        closed: bool,
    ) -> Option<SourceName> {
        let name = self.scanner.text.get(body.clone()).unwrap_or("");
        let words = folded_words(name);
        let unnamed = !whole && matches!(name, "?" | "؟");
        if words.is_empty() && !unnamed {
            return None;
        }
        let grows = self.typing && !closed && !signs.not && body.end == self.scanner.text.len();
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
