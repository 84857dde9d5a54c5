//! A paragraph in, the values in it that a line end would part or UAX #9 would turn round out.
//!
//! Behind an Arabic letter the digits of a number act as Arabic ones (rule W2), and a hyphen, a plus or a
//! space between such numbers takes the direction of the text: `+966 11 555 0100` is shown with its last
//! group first, `30-09-2015` with its year first. What is isolated and what is kept on one line:
//!
//! | value | isolated | its spaces part no line |
//! |---|---|---|
//! | range, score, date, time span: digits with a hyphen or a dash between them | yes | |
//! | telephone number: a plus, a zero or an area code in brackets first | yes | yes |
//! | number in groups: `1 200 000`, `8000 0000 6080` | yes | yes |
//! | IBAN: it begins with letters, so UAX #9 keeps its order | no | yes |
//!
//! Times, decimals and versions of digits are in order as they are (rule W4), and so is everything behind a
//! Latin letter (rule W7), where an isolate would only part the number from its word.
//!
//! Invariants: values come in the order of the text and do not overlap; the work is linear in the text.

use std::ops::{Range, RangeInclusive};

use super::super::bidi::Direction;
use super::super::character::strong;
use super::find::is_digit;

/// Most groups that are looked at from one number on.
const MAX_GROUPS: usize = 10;
const PHONE_DIGITS: RangeInclusive<usize> = 7..=15;
/// Letters and digits of an IBAN, and of each of its groups but the last.
const IBAN_CHARS: RangeInclusive<usize> = 15..=34;
const IBAN_GROUP: usize = 4;

/// A value in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text) struct RunningValue {
    pub(in crate::text) bytes: Range<usize>,
    /// Laid out as a left-to-right isolate.
    pub(in crate::text) isolated: bool,
}

/// The bytes of the values of a paragraph that running text has in isolates.
pub fn isolated_values(text: &str) -> Vec<Range<usize>> {
    let values = running_values(text).into_iter();
    let isolated = values.filter(|value| value.isolated);
    isolated.map(|value| value.bytes).collect()
}

/// The values of a paragraph.
pub(in crate::text) fn running_values(text: &str) -> Vec<RunningValue> {
    let mut values: Vec<RunningValue> = Vec::new();
    let mut last_strong = LastStrong::default();
    let mut at = 0;
    while let Some(digit) = next_digit(text, at) {
        let found = value_around(text, digit, at);
        if let Some(bytes) = found.clone() {
            let named = starts_with_letter(text, bytes.start);
            let latin = last_strong.before(text, bytes.start) == Some(Direction::Ltr)
                && text.get(bytes.clone()).is_some_and(is_european);
            let isolated = !named && !latin;
            values.push(RunningValue { bytes, isolated });
        }
        let end = NumberGroup::at(text, digit).map_or(digit + 1, |group| group.end);
        at = found.map_or(end, |bytes| bytes.end.max(end));
    }
    values
}

/// The byte of the next digit, from a character border on.
fn next_digit(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        match *bytes.get(at)? {
            b'0'..=b'9' => return Some(at),
            0..0xC0 => at += 1,
            lead => {
                let next = bytes.get(at + 1).copied().unwrap_or_default();
                let digit = lead == 0xD9 && (0xA0..=0xA9).contains(&next)
                    || lead == 0xDB && (0xB0..=0xB9).contains(&next);
                if digit {
                    return Some(at);
                }
                at += 2;
            }
        }
    }
}

/// The value that a number belongs to, whose first digit is at `digit`; what is before `floor` is none of it.
fn value_around(text: &str, digit: usize, floor: usize) -> Option<Range<usize>> {
    let before = text.get(floor..digit)?;
    let plain = |text: &str| floor + text.len();
    if let Some(rest) = before.strip_suffix(|c: char| c.is_ascii_uppercase())
        && let Some(rest) = rest.strip_suffix(|c: char| c.is_ascii_uppercase())
    {
        let start = plain(rest);
        let end = begins_value(text, start).then(|| iban_end(text, start));
        return Some(start..end.flatten()?);
    }
    let bracket = before.strip_suffix('(').or(before.strip_suffix("(+"));
    if let Some(rest) = bracket {
        let start = plain(rest);
        let end = begins_value(text, start)
            .then(|| NumberGroups::at(text, start, false)?.bracketed_phone());
        if let Some(end) = end.flatten() {
            return Some(start..end);
        }
    }
    let signed = before.strip_suffix('+');
    let start = plain(signed.unwrap_or(before));
    if !begins_value(text, start) {
        return None;
    }
    let groups = NumberGroups::at(text, digit, signed.is_some())?;
    Some(start..groups.end()?)
}

/// The last strong letter before a place, looked for from there back to the place asked about before.
#[derive(Default)]
struct LastStrong {
    to: usize,
    direction: Option<Direction>,
}

impl LastStrong {
    fn before(&mut self, text: &str, byte: usize) -> Option<Direction> {
        let between = text.get(self.to..byte).unwrap_or_default();
        let found = between.chars().rev().find_map(strong);
        self.to = byte;
        self.direction = found.or(self.direction);
        self.direction
    }
}

/// Digits without white space in them, with what stands inside a number.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is another sign that stands in the group or not"
)]
struct NumberGroup {
    end: usize,
    digits: usize,
    /// It begins as telephone numbers do: with a zero, or a plus in brackets.
    dials: bool,
    /// Nothing but digits.
    plain: bool,
    bracketed: bool,
    /// A sign in it that rule W4 does not join to its digits.
    turned: bool,
    /// Nothing in it but what stands in telephone numbers.
    dialled: bool,
}

impl NumberGroup {
    /// The group that begins at a byte, whatever stands behind it.
    fn at(text: &str, start: usize) -> Option<NumberGroup> {
        let mut rest = text.get(start..)?;
        let bracketed = rest.starts_with('(');
        let plus = rest.starts_with("(+");
        rest = rest.get(usize::from(bracketed) + usize::from(plus)..)?;
        let mut group = NumberGroup {
            end: start,
            digits: 0,
            dials: rest.starts_with(['0', '٠', '۰']) || plus,
            plain: true,
            bracketed,
            turned: bracketed,
            dialled: true,
        };
        let mut chars = rest.chars();
        loop {
            let behind = chars.as_str();
            match chars.next() {
                Some(c) if is_digit(c) => group.digits += 1,
                Some(c)
                    if group.digits > 0 && !bracketed && chars.as_str().starts_with(is_digit) =>
                {
                    let joined = matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬');
                    if !joined && !is_dash(c) {
                        rest = behind;
                        break;
                    }
                    group.plain = false;
                    group.turned |= !joined;
                    group.dialled &= matches!(c, '-' | '.');
                }
                Some(')') if bracketed => {
                    rest = chars.as_str();
                    group.plain = false;
                    break;
                }
                _ if bracketed => return None,
                _ => {
                    rest = behind;
                    break;
                }
            }
        }
        group.end = text.len() - rest.len();
        (group.digits > 0).then_some(group)
    }

    /// Where the next one may begin: behind a space, or right behind a bracket.
    fn next(&self, text: &str) -> Option<usize> {
        let follows = self.bracketed && text.get(self.end..)?.starts_with(is_digit);
        follows
            .then_some(self.end)
            .or_else(|| behind_one_space(text, self.end))
    }
}

/// A number and those behind it with one space between.
struct NumberGroups {
    plus: bool,
    first: NumberGroup,
    others: Vec<NumberGroup>,
}

impl NumberGroups {
    /// `plus`: whether a plus stands before the first.
    fn at(text: &str, start: usize, plus: bool) -> Option<NumberGroups> {
        let whole = |group: &NumberGroup| group.bracketed || ends_value(text, group.end);
        let first = NumberGroup::at(text, start).filter(whole)?;
        let mut others = Vec::new();
        let mut last = first;
        while others.len() < MAX_GROUPS
            && let Some(next) = last.next(text)
            && let Some(group) = NumberGroup::at(text, next).filter(whole)
        {
            last = group;
            others.push(group);
        }
        Some(NumberGroups {
            plus,
            first,
            others,
        })
    }

    /// Where the value ends, if there is one.
    fn end(&self) -> Option<usize> {
        let alone = (self.plus || self.first.turned).then_some(self.first.end);
        if !self.first.plain {
            return alone;
        }
        let phone = if self.plus {
            self.phone(1)
        } else {
            let may = self.first.dials && (2..=5).contains(&self.first.digits);
            may.then(|| self.phone(2)).flatten()
        };
        phone
            .or_else(|| self.grouped(1..=3, 3))
            .or_else(|| self.grouped(IBAN_GROUP..=IBAN_GROUP, IBAN_GROUP))
            .or(alone)
    }

    /// The same of a number that begins with an area code in brackets.
    fn bracketed_phone(&self) -> Option<usize> {
        let parted = self.others.first().is_some_and(|group| group.turned);
        (self.first.dials || parted)
            .then(|| self.phone(2))
            .flatten()
    }

    /// The end of a telephone number whose groups have at least so many digits.
    fn phone(&self, fewest: usize) -> Option<usize> {
        let mut digits = self.first.digits;
        let mut end = None;
        for group in &self.others {
            digits += group.digits;
            if !group.dialled || group.digits < fewest || digits > *PHONE_DIGITS.end() {
                break;
            }
            if PHONE_DIGITS.contains(&digits) {
                end = Some(group.end);
            }
            if !group.plain && !group.bracketed {
                break;
            }
        }
        end
    }

    /// The end of a number in three groups or more, of which all but the first have so many digits.
    fn grouped(&self, first: RangeInclusive<usize>, digits: usize) -> Option<usize> {
        let same = |group: &&NumberGroup| group.plain && group.digits == digits;
        let others = self.others.iter().take_while(same);
        let last = others.enumerate().last().filter(|(index, _)| *index > 0);
        let (_, last) = last.filter(|_| first.contains(&self.first.digits))?;
        Some(last.end)
    }
}

/// The end of an IBAN in groups.
fn iban_end(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    let mut chars = 0;
    let mut end = None;
    loop {
        let rest = text.get(at..)?;
        let long = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let group = rest.get(..long)?;
        let fits = (1..=IBAN_GROUP).contains(&long) && chars + long <= *IBAN_CHARS.end();
        let written = group
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !fits || !written || !ends_value(text, at + long) {
            return end;
        }
        chars += long;
        if IBAN_CHARS.contains(&chars) {
            end = Some(at + long);
        }
        match behind_one_space(text, at + long) {
            Some(next) if long == IBAN_GROUP => at = next,
            _ => return end,
        }
    }
}

/// The byte behind a single space.
fn behind_one_space(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let behind = rest.strip_prefix([' ', '\u{A0}', '\u{202F}'])?;
    let next = text.len() - behind.len();
    behind
        .starts_with(|c| c == '(' || is_digit(c) || c.is_ascii_uppercase())
        .then_some(next)
}

/// Whether a value may begin at a byte: what stands before it is no part of a word, a number or an address.
fn begins_value(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|c| {
        !is_digit(c)
            && !is_dash(c)
            && !matches!(
                c,
                '/' | '\\' | '.' | '+' | '_' | '#' | '@' | '=' | '*' | '&' | '×' | '٫' | '٬'
            )
            && strong(c) != Some(Direction::Ltr)
    })
}

/// Whether a value may end at a byte.
fn ends_value(text: &str, at: usize) -> bool {
    let mut behind = text.get(at..).unwrap_or_default().chars();
    let (next, second) = (behind.next(), behind.next());
    let goes_on = second.is_some_and(char::is_alphanumeric);
    next.is_none_or(|c| match c {
        '.' => !second.is_some_and(|c| c.is_ascii_alphanumeric()),
        '/' | '\\' | '+' | '=' | '*' | '×' => !goes_on,
        '_' | '@' => false,
        c if is_dash(c) => !goes_on,
        c => !is_digit(c) && strong(c) != Some(Direction::Ltr),
    })
}

fn starts_with_letter(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Whether the digits are such as rule W7 takes for letters behind a Latin letter.
fn is_european(value: &str) -> bool {
    !value.contains(|c| matches!(c, '٠'..='٩'))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
