//! Takes the decoded fields of a record, gives its [`Key`]: a name of 128 bits that stays the same in every run, order and store.
//!
//! # What is hashed
//!
//! ```text
//! digest(field) = xxh3_128(parts of the field, in NFC, NUL left out, white space as single blanks, trimmed)
//! key           = xxh3_128("fihrist key 1\0", then tag and digest of each field that is not blank)
//! tags, in order: t title  x text  s source  d date  a address  i own id
//! n-th repeat   = xxh3_128("fihrist key 1 again\0", key, n); digests, keys and n (32 bits) little-endian
//! ```
//!
//! Each field is a digest of fixed width behind its tag, so nothing can be shifted between fields.
//! Records of one file (a member of an archive is a file) whose fields are all equal are told apart
//! by n: 0 is the key itself, then 1, 2 … in the order of the file.
//!
//! # Which values
//!
//! Values are taken as the format decodes them, before anything is cleaned, parsed or inferred: a
//! better parser of dates, finder of titles, cleaner of markup or extractor of pages moves no key.
//! A field is the first one of its role that is not blank, under the names given with `--map` or
//! else those of the tables of aliases; of texts one that is more than twice as long wins.
//!
//! | format | title, source, date, address, id | text |
//! |---|---|---|
//! | JSON, parquet | the values: strings; numbers as written in decimal; the parts of a list one after another | the same |
//! | CSV | the cells, quotes undone | the cell |
//! | XML, SGML | text of the element, or value of the attribute, entities decoded, a blank for each tag | the same |
//! | feed | as XML; the source is the item's, else the feed's title | as XML: HTML in CDATA or escaped keeps its tags |
//! | HTML | none | the source of the page |
//! | WARC | `WARC-Date`, `WARC-Target-URI`, `WARC-Record-ID` without `<urn:uuid:>`; no title, no source | the source of the page, or the plain text |
//! | mail | subject, sender as in the header (`List-Id` before `From`), `Date` as in the header, message id | its text parts, then its HTML parts, as decoded |
//! | page saved as a message | none | the source of the page |
//! | plain text | none | the whole text; of several articles in a file each one's own |
//!
//! Fields that a container gives its records (`{"source": …, "articles": [ … ]}`) are theirs.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use rustc_hash::FxBuildHasher;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// First bytes of what is hashed; another version of this scheme would have another number.
const VERSION: &[u8] = b"fihrist key 1\0";
/// The same for a record that repeats an earlier one of its file.
const AGAIN: &[u8] = b"fihrist key 1 again\0";
/// Bytes of a field that are gathered before they are hashed; most fields are hashed at once.
const BUFFER: usize = 16 << 10;
/// Hexadecimal digits of a whole key and of a short one.
const DIGITS: usize = 32;
const SHORT_DIGITS: usize = 10;

/// The name of a record, the same in every run, order of files and store.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Key(u128);

impl Key {
    /// The key of a record that no earlier record of its file equals.
    pub(super) fn of(written: &Written) -> Key {
        let fields = [
            (b't', &written.title),
            (b'x', &written.text),
            (b's', &written.source),
            (b'd', &written.date),
            (b'a', &written.address),
            (b'i', &written.id),
        ];
        let mut bytes = Vec::with_capacity(VERSION.len() + fields.len() * 17);
        bytes.extend_from_slice(VERSION);
        let mut buffer = String::new();
        for (tag, parts) in fields {
            if let Some(digest) = digest(parts, &mut buffer) {
                bytes.push(tag);
                bytes.extend_from_slice(&digest.to_le_bytes());
            }
        }
        Key(xxh3_128(&bytes))
    }

    /// The key of the n-th later record that equals one of this key.
    fn again(self, n: u32) -> Key {
        let bytes = [AGAIN, &self.0.to_le_bytes(), &n.to_le_bytes()].concat();
        Key(xxh3_128(&bytes))
    }

    /// The first ten hexadecimal digits, as people are shown it.
    pub fn short(self) -> String {
        self.to_string().chars().take(SHORT_DIGITS).collect()
    }

    /// The keys that begin with these hexadecimal digits; `None` where they are no such digits.
    pub fn beginning(digits: &str) -> Option<RangeInclusive<Key>> {
        let hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        if !hex || digits.is_empty() || digits.len() > DIGITS {
            return None;
        }
        let value = u128::from_str_radix(digits, 16).ok()?;
        let rest = 4 * (DIGITS - digits.len()) as u32;
        let lowest = value << rest;
        let highest = lowest | 1u128.checked_shl(rest).map_or(0, |one| one - 1);
        Some(Key(lowest)..=Key(highest))
    }
}

impl fmt::Display for Key {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({self})")
    }
}

/// A text that is not a whole key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 32 hexadecimal digits")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Key, NoKey> {
        let range = Key::beginning(text).filter(|_| text.len() == DIGITS);
        range.map(|range| *range.start()).ok_or(NoKey)
    }
}

/// The parts of a field: one, or those of a list.
pub(super) type Parts<'a> = Vec<Cow<'a, str>>;

/// What of a record is in its key, as decoded.
#[derive(Default)]
pub(super) struct Written<'a> {
    pub title: Parts<'a>,
    pub text: Parts<'a>,
    pub source: Parts<'a>,
    pub date: Parts<'a>,
    pub address: Parts<'a>,
    pub id: Parts<'a>,
}

impl<'a> Written<'a> {
    /// A record that is nothing but a text.
    pub(super) fn text(text: &'a str) -> Written<'a> {
        Written {
            text: vec![Cow::Borrowed(text)],
            ..Written::default()
        }
    }
}

/// The digest of a field; `None` where it is blank. The buffer is only kept to be used again.
fn digest(parts: &[Cow<str>], buffer: &mut String) -> Option<u128> {
    buffer.clear();
    let mut hasher: Option<Box<Xxh3>> = None;
    let mut any = false;
    for part in parts {
        let part = if memchr::memchr(0, part.as_bytes()).is_some() {
            Cow::Owned(part.replace('\0', ""))
        } else {
            Cow::Borrowed(part.as_ref())
        };
        for word in part.split_whitespace() {
            if any {
                buffer.push(' ');
            }
            any = true;
            if is_normal(word) {
                buffer.push_str(word);
            } else {
                buffer.extend(word.nfc());
            }
            if buffer.len() >= BUFFER {
                let hasher = hasher.get_or_insert_default();
                hasher.update(buffer.as_bytes());
                buffer.clear();
            }
        }
    }
    if let Some(mut hasher) = hasher {
        hasher.update(buffer.as_bytes());
        return Some(hasher.digest128());
    }
    any.then(|| xxh3_128(buffer.as_bytes()))
}

/// Whether a word is in NFC. Blanks compose with nothing, so words can be looked at one by one.
fn is_normal(word: &str) -> bool {
    word.chars().all(is_plain) || is_nfc_quick(word.chars()) == IsNormalized::Yes
}

/// Letters and signs of Arabic and Latin texts that NFC neither reorders nor joins to what is before them.
fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{2FF}'
            | '\u{60C}'
            | '\u{61B}'
            | '\u{61F}'..='\u{64A}'
            | '\u{660}'..='\u{66F}'
            | '\u{671}'..='\u{6D3}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}'
    )
}

/// The keys that records of a file have taken, in the order of the file.
///
/// Memory: 16 bytes a record (and what a hash set adds), 24 more for each key that comes again.
#[derive(Default)]
pub(super) struct Taken {
    once: HashSet<Key, FxBuildHasher>,
    repeats: HashMap<Key, u32, FxBuildHasher>,
}

impl Taken {
    /// The key of the next record, whose fields have this one.
    pub(super) fn next(&mut self, key: Key) -> Key {
        if self.once.insert(key) {
            return key;
        }
        let n = self.repeats.entry(key).or_default();
        *n = n.saturating_add(1);
        key.again(*n)
    }
}

#[cfg(test)]
mod tests;
