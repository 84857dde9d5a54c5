//! A text in, its searchable words out, each as its spelling with its bytes in the text.
//!
//! Letters and numbers are words, symbols are not; `2015-09-30` is three numbers, so that 2015 finds
//! it, and `1,500` is one. Hashtags and underscores separate. Of a URL only the host is searched:
//! paths and queries would flood the vocabulary with what nobody types.

use std::ops::Range;

use crate::text::normalize::{self, WordKind};

/// Calls `f` with the byte range and the spelling of every searchable word of `text`, in order.
pub fn words(text: &str, mut f: impl FnMut(Range<usize>, &str)) {
    let mut spelling = String::with_capacity(64);
    let mut urls = Urls::new(text);
    normalize::words(text, |word| {
        if urls.hides(word.start) {
            return;
        }
        let source = text.get(word.start..word.end).unwrap_or("");
        match word.kind {
            WordKind::Symbol => {}
            WordKind::Letters => {
                normalize::spelling(source, &mut spelling);
                if !spelling.is_empty() {
                    f(word.start..word.end, &spelling);
                }
            }
            WordKind::Digits => numbers(source, |part| {
                let number = source.get(part.clone()).unwrap_or("");
                normalize::spelling(number, &mut spelling);
                f(word.start + part.start..word.start + part.end, &spelling);
            }),
        }
    });
}

/// The numbers a number is made of.
fn numbers(source: &str, mut f: impl FnMut(Range<usize>)) {
    let mut start = None;
    for (at, c) in source.char_indices().chain([(source.len(), '-')]) {
        if !matches!(c, '-' | '–' | '−' | '/' | ':' | '+') {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            f(from..at);
        }
    }
}

/// What of URLs is not searched.
struct Urls<'a> {
    text: &'a str,
    /// The next path, or empty at the end of the text.
    next: Range<usize>,
}

impl<'a> Urls<'a> {
    fn new(text: &'a str) -> Self {
        let mut urls = Urls { text, next: 0..0 };
        urls.find(0);
        urls
    }

    /// Whether byte `at` stands in the path of a URL; to be asked in ascending order.
    fn hides(&mut self, at: usize) -> bool {
        while self.next.end <= at && self.next.start < self.text.len() {
            self.find(self.next.end);
        }
        self.next.contains(&at)
    }

    /// The first path after `from`.
    fn find(&mut self, from: usize) {
        let rest = self.text.get(from..).unwrap_or("");
        let end = self.text.len();
        self.next = end..end;
        let begun = |at: usize| {
            let here = rest.as_bytes().get(at..)?;
            let mark = ["://", "www."]
                .into_iter()
                .find(|m| here.starts_with(m.as_bytes()))?;
            Some(at + mark.len())
        };
        let mut candidates = memchr::memchr2_iter(b':', b'w', rest.as_bytes());
        let Some(scheme) = candidates.find_map(begun) else {
            return;
        };
        let host = from + scheme;
        let url = self.text.get(host..).unwrap_or("");
        let length = url.find(is_end).unwrap_or(url.len());
        let url = url.get(..length).unwrap_or("");
        let path = url.find(['/', '?', '#']).unwrap_or(length);
        self.next = host + path..host + length;
    }
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '»' | '«' | '،')
}
