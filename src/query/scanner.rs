//! From a place in a query to the next token there: sign, field name, quote or piece.
//!
//! The scanner only knows how tokens are written; what they mean is decided in the folder's other
//! files. It moves forward only, and what it looks ahead is bounded, so reading is linear.

use std::ops::Range;

use crate::analysis::letters::is_arabic;

use crate::corpus::token;

/// The fields of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QueryField {
    Source,
    Title,
    Date,
}

/// Names in folded form.
const FIELDS: [(&str, QueryField); 10] = [
    ("source", QueryField::Source),
    ("src", QueryField::Source),
    ("مصدر", QueryField::Source),
    ("title", QueryField::Title),
    ("عنوان", QueryField::Title),
    ("date", QueryField::Date),
    ("تاريخ", QueryField::Date),
    // As another keyboard or a slip leaves them.
    ("sources", QueryField::Source),
    ("dates", QueryField::Date),
    ("titles", QueryField::Title),
];

/// Names of fields that there are not, as other catalogues have them, in folded form.
const NO_FIELDS: [&str; 15] = [
    "كاتب",
    "مؤلف",
    "محرر",
    "نص",
    "متن",
    "موضوع",
    "قسم",
    "تصنيف",
    "وسم",
    "لغه",
    "بلد",
    "رابط",
    // In Persian.
    "نويسنده",
    "بخش",
    "زبان",
];

/// Whether a name in folded form is one of these, with its article or without.
fn is_no_field(name: &str) -> bool {
    let bare = name.strip_prefix("ال").unwrap_or(name);
    NO_FIELDS.contains(&bare)
}

/// Most letters of a field's name that a word of another meaning may be one letter away from.
const MAX_SHORT_NAME_CHARS: usize = 4;

/// Whether a name in folded form is that of a field but for one letter: one more, one less, another, or two that changed
/// places.
fn is_nearly_a_field(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let nearly = |known: &str| {
        let known: Vec<char> = known.chars().collect();
        let same = |(a, b): (&char, &char)| a == b;
        let front = letters
            .iter()
            .zip(&known)
            .take_while(|pair| same(*pair))
            .count();
        let ends = letters.iter().rev().zip(known.iter().rev());
        let room = letters.len().min(known.len()) - front;
        let back = ends.take(room).take_while(|pair| same(*pair)).count();
        let (own, other) = (letters.len() - front - back, known.len() - front - back);
        match (own, other) {
            // A letter typed twice; of a short name other words (مصر، صدر، مصادر) are one letter away.
            (1, 0) if front > 0 && letters.get(front) == letters.get(front - 1) => true,
            (0, 1) | (1, 0 | 1) => known.len() > MAX_SHORT_NAME_CHARS,
            (2, 2) => {
                letters.get(front) == known.get(front + 1)
                    && letters.get(front + 1) == known.get(front)
            }
            _ => false,
        }
    };
    name.starts_with(is_arabic) && FIELDS.iter().any(|(known, _)| nearly(known))
}

/// `~`, with the number of words after it.
pub(super) struct NearOperator(pub Option<u32>);

/// Most chars of a field's name; bounds how far the scanner looks ahead.
const MAX_NAME_CHARS: usize = 16;

/// A place in a query, moving forward.
pub(super) struct QueryScanner<'a> {
    pub text: &'a str,
    pub at: usize,
    /// Byte of the last `"`, `»` and `”`: whether a quote that opens is ever closed by its own kind.
    last: [Option<usize>; 3],
    /// Byte of the last `-` that closes what a `-` opened: «الأمير -رحمه الله- أمس».
    last_dash: Option<usize>,
}

impl<'a> QueryScanner<'a> {
    pub(super) fn new(text: &'a str, typing: bool) -> QueryScanner<'a> {
        let last = |closes: fn(char) -> bool| text.rfind(closes);
        QueryScanner {
            text,
            at: 0,
            last: [
                last(|c| matches!(c, '"' | '＂')),
                last(|c| c == '»'),
                last(|c| matches!(c, '”' | '“')),
            ],
            last_dash: last_closing_dash(text, typing),
        }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether a `-` here opens a parenthesis that another one closes, and excludes nothing.
    pub(super) fn opens_parenthesis(&self) -> bool {
        self.last_dash.is_some_and(|last| last > self.at)
    }

    /// Whether nothing, white space or a quote comes next.
    pub(super) fn at_border(&self) -> bool {
        self.peek().is_none_or(|c| c.is_whitespace() || is_quote(c))
    }

    /// Goes over what satisfies `is`; returns how many bytes that was.
    pub(super) fn skip(&mut self, is: impl Fn(char) -> bool) -> usize {
        let rest = self.rest();
        let len = rest.len() - rest.trim_start_matches(is).len();
        self.at += len;
        len
    }

    /// Goes over one char, if it is such a one.
    pub(super) fn eat(&mut self, is: impl Fn(char) -> bool) -> bool {
        let next = self.peek().filter(|&c| is(c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }

    /// `OR` or `أو`, standing alone; not while it may still become another word.
    pub(super) fn or_word(&mut self, typing: bool) -> Option<Range<usize>> {
        let start = self.at;
        let word = self.name().unwrap_or("");
        let ended = self.at_border() && !(typing && self.peek().is_none());
        if ended && (word == "OR" || token::folded(word) == "او") {
            return Some(start..self.at);
        }
        self.at = start;
        None
    }

    /// `~`, and the number after it.
    pub(super) fn near(&mut self) -> Option<NearOperator> {
        if self.skip(is_tilde) == 0 {
            return None;
        }
        let start = self.at;
        let within = self.count().filter(|_| self.at_border());
        if within.is_none() {
            self.at = start; // `~2015` is near a number, not within one
        }
        Some(NearOperator(within))
    }

    /// Up to three digits: a longer number is no distance in words.
    fn count(&mut self) -> Option<u32> {
        let start = self.at;
        self.skip(|c| token::digit(c).is_some());
        let digits = self.text.get(start..self.at)?;
        let few = (1..=3).contains(&digits.chars().count());
        few.then(|| {
            digits
                .chars()
                .filter_map(token::digit)
                .fold(0, |n, d| n * 10 + d)
        })
    }

    /// A field's name and its colon.
    pub(super) fn field(&mut self) -> Option<QueryField> {
        let start = self.at;
        let name = self.name()?;
        let folded = token::folded(name);
        // «قال المصدر: نعم» is a sentence; with the article a name has its value right behind it.
        let bare = folded.strip_prefix("ال");
        let known = FIELDS
            .iter()
            .find(|(known, _)| *known == bare.unwrap_or(&folded));
        let field = known
            .map(|&(_, field)| field)
            .filter(|&field| self.colon() || (field == QueryField::Date && self.compares()))
            .filter(|_| bare.is_none() || !self.at_border());
        if field.is_none() {
            self.at = start;
        }
        field
    }

    /// Letters, few enough for a name.
    fn name(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let is_name = |c: char| c.is_alphabetic() || token::fold(c).is_none();
        let ahead = rest.char_indices().take(MAX_NAME_CHARS);
        let len: usize = ahead
            .take_while(|&(_, c)| is_name(c))
            .map(|(_, c)| c.len_utf8())
            .sum();
        let name = rest.get(..len).filter(|name| !name.is_empty())?;
        self.at += len;
        Some(name)
    }

    /// A colon, or what is typed for one, before a value only.
    fn colon(&mut self) -> bool {
        if self.eat(|c| matches!(c, ':' | '：' | '﹕' | '∶' | '׃')) {
            return true;
        }
        let start = self.at;
        let slipped = self.eat(|c| matches!(c, ';' | '؛')) && !self.at_border();
        if !slipped {
            self.at = start;
        }
        slipped
    }

    /// `date>2015`: the sign stands for the colon, too.
    fn compares(&self) -> bool {
        self.peek()
            .is_some_and(|c| matches!(c, '<' | '>' | '≤' | '≥'))
    }

    /// Whether a known field begins here.
    pub(super) fn is_field(&mut self) -> bool {
        let start = self.at;
        let is = self.field().is_some();
        self.at = start;
        is
    }

    /// A word with a colon and a value: a Latin one, such as other programs have for fields, or an Arabic one that is a
    /// known field but for a slip (`مصدرر:سنابل`) or one that other catalogues have (`كاتب:سعاد`). Other Arabic words with a colon are text: «قال: نعم», `كذا:كذا`.
    pub(super) fn foreign_field(&mut self) -> Option<Range<usize>> {
        self.latin_field().or_else(|| self.arabic_field())
    }

    fn arabic_field(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let name = self.name().map(token::folded);
        let name = name.filter(|name| is_no_field(name) || is_nearly_a_field(name));
        let found = name.is_some() && self.colon() && !self.at_border();
        let bytes = start..self.at;
        self.at = start;
        found.then_some(bytes)
    }

    fn latin_field(&self) -> Option<Range<usize>> {
        let rest = self.rest();
        let len = rest
            .bytes()
            .take(MAX_NAME_CHARS)
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let name = rest.get(..len).filter(|name| name.len() > 1)?;
        let value = rest.get(len..)?.strip_prefix(':')?;
        let scheme = name.eq_ignore_ascii_case("http") || name.eq_ignore_ascii_case("https");
        let valued = value.starts_with(|c: char| c.is_alphanumeric() || is_quote(c));
        (valued && !scheme).then(|| self.at..self.at + len + 1)
    }

    /// What stands between quotes, and whether a quote closes it; `None` where no quote comes next.
    pub(super) fn quoted(&mut self) -> Option<(Range<usize>, bool)> {
        let opening = self.peek().filter(|&c| is_quote(c))?;
        self.at += opening.len_utf8();
        let start = self.at;
        let closed = |kind: usize| self.last[kind].is_some_and(|last| last >= start);
        let closes: fn(char) -> bool = match opening {
            '"' | '＂' if closed(0) => |c| matches!(c, '"' | '＂'),
            '«' if closed(1) => |c| c == '»',
            // »word« is what some keyboards, and some eyes, make of it.
            '»' => |c| matches!(c, '«' | '»'),
            '“' | '”' | '„' | '‟' if closed(2) => |c| matches!(c, '”' | '“'),
            _ => |c| matches!(c, '"' | '＂' | '»' | '”'),
        };
        self.skip(|c| !closes(c));
        let body = start..self.at;
        Some((body, self.eat(is_quote)))
    }

    /// A piece: up to white space, a quote, `|`, or `~` after a word.
    pub(super) fn piece(&mut self) -> Range<usize> {
        let start = self.at;
        let mut previous = ' ';
        let mut end = self.text.len();
        for (at, c) in self.rest().char_indices() {
            let after_word = !previous.is_whitespace()
                && (previous.is_alphanumeric() || token::fold(previous).is_none());
            let ends = c.is_whitespace()
                || c == '|'
                || (is_tilde(c) && after_word)
                || (is_quote(c) && !self.is_gershayim(start + at, previous));
            if ends {
                end = start + at;
                break;
            }
            previous = c;
        }
        self.at = end;
        start..end
    }

    /// A quote inside a Hebrew abbreviation.
    fn is_gershayim(&self, at: usize, previous: char) -> bool {
        let hebrew = |c: char| ('א'..='ת').contains(&c);
        let mut from = self.text.get(at..).unwrap_or("").chars();
        from.next() == Some('"') && hebrew(previous) && from.next().is_some_and(hebrew)
    }
}

/// A dash behind a letter and before no letter or digit; one that ends the query may still be
/// inside a word while typing.
fn last_closing_dash(text: &str, typing: bool) -> Option<usize> {
    let mut after = if typing { 'a' } else { ' ' };
    let mut dash = None;
    for (at, c) in text.char_indices().rev() {
        if dash.is_some() && (c.is_alphabetic() || token::fold(c).is_none()) {
            return dash;
        }
        dash = (c == '-' && !after.is_alphanumeric() && after != '-').then_some(at);
        after = c;
    }
    None
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '«' | '»' | '“' | '”' | '„' | '‟')
}

pub(super) fn is_tilde(c: char) -> bool {
    matches!(c, '~' | '～' | '∼')
}

/// The parts of a piece between commas, colons, brackets and the like, but for those inside numbers.
pub(super) fn parts(text: &str, piece: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = piece.start;
    let mut previous = ' ';
    let body = text.get(piece.clone()).unwrap_or("");
    let mut rest = body.chars();
    let mut at = piece.start;
    while let Some(c) = rest.next() {
        let in_number = previous.is_numeric() && rest.as_str().starts_with(char::is_numeric);
        let between = is_arabic(previous) && rest.as_str().starts_with(is_arabic);
        if (is_loose(c) && !in_number) || (joins_loosely(c) && between) {
            out.push(start..at);
            start = at + c.len_utf8();
        }
        at += c.len_utf8();
        previous = c;
    }
    out.push(start..piece.end);
    out.retain(|part| !part.is_empty());
    out
}

/// «تشرين/أكتوبر», «الروسية-الصينية»: two words that are as often written apart.
fn joins_loosely(c: char) -> bool {
    matches!(c, '/' | '-' | '–' | '—')
}

/// Punctuation between two words that need not stand together.
fn is_loose(c: char) -> bool {
    matches!(c, ',' | '،' | ';' | '؛' | ':' | '?' | '؟' | '!' | '…')
        || matches!(c, '(' | ')' | '[' | ']' | '{' | '}')
}
