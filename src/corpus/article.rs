//! One record of a corpus, as loaded: its text, what is known of it and where each piece of knowledge came from.
//!
//! Nothing here is invented: an unknown title, source or date is `None`, a partial date stays
//! partial, and an inference is kept apart from what was read ([`Article::date_guess`]).

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::date::{PartialDate, Ymd};
use super::decode::Charset;
use super::key::Key;
use super::yearless_date::DateGuess;

/// Where a title, source or date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A field of the record.
    Field,
    /// A field that only tells when the page was fetched.
    Crawl,
    /// The running text itself.
    Text,
    /// The record's URL.
    Url,
    /// The name of the folder the file lies in.
    Folder,
    /// The name of the file.
    File,
}

impl Origin {
    /// The word scripts see in `*_from`.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::Field => "field",
            Origin::Crawl => "crawl",
            Origin::Text => "text",
            Origin::Url => "url",
            Origin::Folder => "folder",
            Origin::File => "file",
        }
    }
}

/// A value together with where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundValue<T> {
    pub value: T,
    pub from: Origin,
}

impl<T> FoundValue<T> {
    pub fn new(value: T, from: Origin) -> Self {
        FoundValue { value, from }
    }
}

/// What a paragraph is for: only `Text` and `Title` are the article's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    Text,
    /// The article's headline, wherever it stands.
    Title,
    /// Who wrote or sent it: `قاسيون - وكالات`, `المصدر: …`.
    Byline,
    /// A line that is a date and little else.
    Date,
    /// What the site put round the text: counters, comment forms, share buttons.
    Chrome,
}

impl Class {
    /// The word scripts see in `class`.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Text => "text",
            Class::Title => "title",
            Class::Byline => "byline",
            Class::Date => "date",
            Class::Chrome => "chrome",
        }
    }

    /// Dimmed in the reader and left out of what an article is about.
    pub fn is_furniture(self) -> bool {
        matches!(self, Class::Byline | Class::Date | Class::Chrome)
    }
}

/// A non-blank line of the text, trimmed of outer white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Byte range in [`Article::text`].
    pub bytes: Range<usize>,
    pub class: Class,
}

/// One record of a corpus.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name of the record, which no later version of the program changes.
    pub key: Key,
    /// The record's own id, where it has one. Uniqueness is settled by [`crate::library`].
    pub own_id: Option<String>,
    pub path: Arc<Path>,
    /// Where it stands in its file, from 1: for JSON Lines its line, blank ones counted.
    pub record: u32,
    /// The line of its file at which it begins, from 1, where that is known.
    pub line: Option<u64>,
    pub title: Option<FoundValue<String>>,
    pub source: Option<FoundValue<String>>,
    pub date: Option<FoundValue<PartialDate>>,
    /// A full date inferred from what is known, where no year was read.
    pub date_guess: Option<DateGuess>,
    /// The date as the text has it, where it is not Gregorian.
    pub date_text: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// Fields that are none of the above, with the names the corpus gave them: kept to be looked at.
    pub extra: Vec<(Box<str>, Box<str>)>,
    /// The encoding it was read in.
    pub charset: Charset,
    /// The form of its file: `JSON (zstd)`.
    pub read_as: Arc<str>,
    /// The text as decoded; only `\r\n` became `\n` and NUL was removed. For a plain `.txt` the whole file.
    pub text: String,
    /// The non-blank lines of `text`, in order.
    pub paragraphs: Vec<Paragraph>,
}

impl Article {
    /// The text of one paragraph.
    pub fn paragraph(&self, index: usize) -> &str {
        self.paragraphs
            .get(index)
            .and_then(|p| self.text.get(p.bytes.clone()))
            .unwrap_or("")
    }

    /// The title, or the empty string where none is known.
    pub fn title_str(&self) -> &str {
        self.title.as_ref().map_or("", |t| t.value.as_str())
    }

    /// The day it is of, as well as that is known: a guessed day included.
    pub fn best_day(&self) -> Option<Ymd> {
        let known = self.date.as_ref().and_then(|date| date.value.day());
        known.or_else(|| self.date_guess.map(|guess| guess.date))
    }

    /// Year and month it is of, a guessed day included.
    pub fn month(&self) -> Option<(i16, u8)> {
        let known = self.date.as_ref().and_then(|date| date.value.year_month());
        known.or_else(|| self.best_day().map(|day| (day.year, day.month)))
    }

    /// The source, or the empty string where none is known.
    pub fn source_str(&self) -> &str {
        self.source.as_ref().map_or("", |s| s.value.as_str())
    }
}
