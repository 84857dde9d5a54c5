//! A text and a byte in, whether the byte lies inside a URL, an e-mail address, a hashtag, a
//! handle, an option (`--no-keep`) or a word in a left-to-right isolate (a code among words) out.
//!
//! UAX #14 parts an address at its slashes and hyphens, which is right for a text column without
//! a choice; a reader would rather have it whole on the next line. Whether a hyphen belongs to an
//! address can be seen only from all of the stretch it stands in, so the last stretch is kept.
//!
//! Invariant: each stretch is read a bounded number of times however many bytes in it are asked
//! about.

use std::ops::Range;

/// Beginnings of an address without a scheme, before a letter, digit or low line.
const LEADS: [&str; 5] = ["www.", "WWW.", "#", "@", "--"];
/// LEFT-TO-RIGHT ISOLATE.
const LRI: char = '\u{2066}';

/// Finds the addresses of one text.
pub(super) struct Addresses<'a> {
    text: &'a str,
    /// Bytes of the stretch looked at last.
    stretch: Range<usize>,
    /// First byte of the address in it, which reaches to its end.
    address: Option<usize>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(text: &'a str) -> Addresses<'a> {
        Addresses {
            text,
            stretch: 0..0,
            address: None,
        }
    }

    /// Whether `byte` lies inside an address: neither at its beginning nor at its end.
    pub(super) fn hold(&mut self, byte: usize) -> bool {
        if byte <= self.stretch.start || byte >= self.stretch.end {
            let Some((before, after)) = self.text.split_at_checked(byte) else {
                return false;
            };
            if before.ends_with(is_outside) || after.starts_with(is_outside) {
                return false;
            }
            let head = before.chars().rev().take_while(|c| !is_outside(*c));
            let start = byte - head.map(char::len_utf8).sum::<usize>();
            let tail = after.find(is_outside).unwrap_or(after.len());
            self.stretch = start..byte + tail;
            let stretch = self.text.get(self.stretch.clone()).unwrap_or_default();
            let is_code = self
                .text
                .get(..start)
                .is_some_and(|text| text.ends_with(LRI));
            let at = is_code.then_some(0).or_else(|| beginning(stretch));
            self.address = at.map(|at| start + at);
        }
        self.address.is_some_and(|start| start < byte)
    }
}

/// Whether no address goes on over `c`: white space, quotes, brackets, Arabic punctuation,
/// isolates, ideographs (which are set without spaces, address or not).
fn is_outside(c: char) -> bool {
    match c {
        '!'..='~' => matches!(c, '"' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|'),
        '\u{0590}'..'\u{2000}' => matches!(c, '\u{060C}' | '\u{061B}' | '\u{061F}'),
        _ => {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '«' | '»' | '\u{200B}' | '\u{2018}'..='\u{203A}' | LRI..='\u{2069}')
                || matches!(c, '\u{2E80}'..'\u{FB00}' | '\u{FF00}'..)
        }
    }
}

/// First byte of the address that ends a stretch of text without white space.
fn beginning(stretch: &str) -> Option<usize> {
    if let Some((before, _)) = stretch.split_once("://") {
        return Some(before.trim_end_matches(is_scheme).len());
    }
    let starts = |lead: &str| {
        let name = stretch.strip_prefix(lead);
        name.is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let found = LEADS.into_iter().any(starts) || has_mailbox(stretch) || is_domain(stretch);
    found.then_some(0)
}

fn is_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')
}

/// Whether an at sign stands between a letter or digit and another.
fn has_mailbox(stretch: &str) -> bool {
    stretch.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(char::is_alphanumeric) && host.starts_with(char::is_alphanumeric)
    })
}

/// Whether the stretch is a host name with a dot in it, a path after it or not.
fn is_domain(stretch: &str) -> bool {
    let host = stretch.split(['/', ':', '?']).next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_top = |top: &str| top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    host.rsplit_once('.')
        .is_some_and(|(names, top)| names.split('.').all(is_label) && is_top(top))
}
