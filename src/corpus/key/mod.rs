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
//! Records of one file (a member of an archive is a file) whose fields are all equal are distinguished
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

/// First bytes of the hashed input; another version of this scheme would have another number.
const VERSION: &[u8] = b"fihrist key 1\0";
/// The same for a record that repeats an earlier one of its file.
const AGAIN: &[u8] = b"fihrist key 1 again\0";
/// Bytes of a field that are collected before they are hashed: most fields fit and are hashed in one call.
const BUFFER_BYTES: usize = 16 << 10;
/// Hexadecimal digits of a whole key.
const DIGITS: usize = 32;
/// Hexadecimal digits of a short key: 40 bits, so that among a million records
/// less than one pair is expected to share them.
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

    /// Its bytes, little-endian.
    pub(crate) fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    pub(crate) fn from_bytes(bytes: [u8; 16]) -> Key {
        Key(u128::from_le_bytes(bytes))
    }

    /// The first ten hexadecimal digits, the form for people.
    pub fn short(self) -> String {
        self.to_string().chars().take(SHORT_DIGITS).collect()
    }

    /// The range of keys that begin with these hexadecimal digits; `None` if they are none.
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
pub struct InvalidKey;

impl FromStr for Key {
    type Err = InvalidKey;

    fn from_str(text: &str) -> Result<Key, InvalidKey> {
        let range = Key::beginning(text).filter(|_| text.len() == DIGITS);
        range.map(|range| *range.start()).ok_or(InvalidKey)
    }
}

/// The parts of a field: one, or those of a list.
pub(super) type Parts<'a> = Vec<Cow<'a, str>>;

/// The decoded fields of a record that its key is made of.
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

/// The digest of a field; `None` if it is blank. The buffer is passed in to be reused.
fn digest(parts: &[Cow<str>], buffer: &mut String) -> Option<u128> {
    buffer.clear();
    let mut words = FieldHasher {
        buffer,
        hasher: None,
        any: false,
    };
    for part in parts {
        if memchr::memchr(0, part.as_bytes()).is_some() {
            words.text(&part.replace('\0', ""));
        } else {
            words.text(part);
        }
    }
    words.digest()
}

/// Hashes the words of a field, a blank between two, in a bounded buffer.
struct FieldHasher<'b> {
    buffer: &'b mut String,
    /// Present for a field that is longer than the buffer.
    hasher: Option<Box<Xxh3>>,
    any: bool,
}

impl FieldHasher<'_> {
    /// Adds the words of a text. Blanks compose with nothing, so each can be normalised by itself.
    fn text(&mut self, text: &str) {
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let run = plain_run(rest.as_bytes());
            let (words, beyond) = rest.split_at_checked(run).unwrap_or(("", rest));
            if words.is_empty() {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (word, beyond) = rest.split_at_checked(end).unwrap_or((rest, ""));
                self.word(word);
                rest = beyond.trim_start();
            } else {
                self.add(words);
                rest = beyond.trim_start();
            }
        }
    }

    fn word(&mut self, word: &str) {
        let normal = word.chars().all(is_plain) || is_nfc_quick(word.chars()) == IsNormalized::Yes;
        if normal {
            self.add(word);
        } else {
            self.add(&word.nfc().collect::<String>());
        }
    }

    /// Adds words in normal form.
    fn add(&mut self, words: &str) {
        if self.any {
            self.buffer.push(' ');
        }
        self.any = true;
        if self.buffer.len() + words.len() < BUFFER_BYTES {
            self.buffer.push_str(words);
            return;
        }
        let hasher = self.hasher.get_or_insert_default();
        hasher.update(self.buffer.as_bytes());
        hasher.update(words.as_bytes());
        self.buffer.clear();
    }

    fn digest(self) -> Option<u128> {
        match self.hasher {
            Some(mut hasher) => {
                hasher.update(self.buffer.as_bytes());
                Some(hasher.digest128())
            }
            None => self.any.then(|| xxh3_128(self.buffer.as_bytes())),
        }
    }
}

/// Bytes of the whole words at the beginning of a text that hold nothing but plain characters, with
/// single blanks between. This is most of every text, so it is tested in blocks of bytes.
fn plain_run(bytes: &[u8]) -> usize {
    const BLOCK: usize = 32;
    let before = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    let is_plain = |at: usize| {
        let byte = bytes.get(at).copied().unwrap_or(0);
        is_plain_byte(before(at).unwrap_or(0), byte)
    };
    let mut at = usize::from(is_plain(0));
    while at > 0
        && let (Some(befores), Some(block)) =
            (bytes.get(at - 1..at - 1 + BLOCK), bytes.get(at..at + BLOCK))
        && befores
            .iter()
            .zip(block)
            .fold(true, |all, (b, c)| all & is_plain_byte(*b, *c))
    {
        at += BLOCK;
    }
    while at < bytes.len() && is_plain(at) {
        at += 1;
    }
    // What ends the run may be in the middle of a word.
    if at == bytes.len() || matches!(bytes.get(at), Some(b'\t'..=b'\r' | b' ')) {
        at - usize::from(before(at) == Some(b' '))
    } else {
        let run = bytes.get(..at).unwrap_or(bytes);
        memchr::memrchr(b' ', run).unwrap_or(0)
    }
}

/// Whether a byte of UTF-8 belongs to a plain character or is a single blank, by the byte before
/// it. Comparisons alone, so that a block is looked at in a few vector instructions.
#[inline]
fn is_plain_byte(before: u8, byte: u8) -> bool {
    let blank = byte == b' ' && before != b' ';
    let ascii = matches!(byte, b'!'..0x80 | 1..b'\t');
    let lead = matches!(byte, 0xC2 | 0xC3 | 0xD8 | 0xD9);
    let latin = before == 0xC3 || (before == 0xC2 && byte > 0xA0);
    let arabic = before == 0xD8 && matches!(byte, 0x8C | 0x9B | 0x9F..)
        || before == 0xD9 && matches!(byte, 0x80..=0x8A | 0xA0..=0xAF | 0xB1..);
    let follows = matches!(byte, 0x80..0xC0) && (latin || arabic);
    blank || ascii || lead || follows
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

/// The keys of the records of one file so far; gives repeated ones their number.
///
/// Memory: 16 bytes a record (and what a hash set adds), 24 more for each key that comes again.
#[derive(Default)]
pub(super) struct FileKeys {
    once: HashSet<Key, FxBuildHasher>,
    repeats: HashMap<Key, u32, FxBuildHasher>,
    /// Where the file was read before up to some record, the keys given then, repeats with their numbers.
    given: HashSet<Key, FxBuildHasher>,
}

impl FileKeys {
    /// Those of a file of whose records these keys were given.
    pub(super) fn after(given: impl Iterator<Item = Key>) -> FileKeys {
        FileKeys {
            given: given.collect(),
            ..FileKeys::default()
        }
    }

    /// The key of the next record of the file, by the key of its fields.
    pub(super) fn next(&mut self, key: Key) -> Key {
        let given = &self.given;
        if self.once.insert(key) && !given.contains(&key) {
            return key;
        }
        let is_given = |n: &u32| given.contains(&key.again(*n));
        let before = || (1..=u32::MAX).take_while(is_given).count() as u32;
        let n = self.repeats.entry(key).or_insert_with(before);
        *n = n.saturating_add(1);
        key.again(*n)
    }
}

#[cfg(test)]
mod tests;
