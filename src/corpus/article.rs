//! One record of a corpus, as loaded: its text, its metadata and where each of them was found.
//!
//! Nothing here is invented: an unknown title, source or date is `None`, a partial date stays
//! partial, and a guess is kept apart from what was read ([`Article::date_guess`]).

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
    /// A field with the time of the crawl, not of publication.
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
    /// Every one, in the order above.
    pub(super) const ALL: [Origin; 6] = [
        Origin::Field,
        Origin::Crawl,
        Origin::Text,
        Origin::Url,
        Origin::Folder,
        Origin::File,
    ];

    /// The code in the `*_from` fields of JSON.
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

/// A title, source or date, and where it was found.
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

/// The kind of a paragraph; only `Text` and `Title` are the article's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The body of the article.
    Text,
    /// The headline, wherever it stands.
    Title,
    /// Author, outlet or agency: `قاسيون - وكالات`, `المصدر: …`.
    Byline,
    /// A line that is a date and little else.
    Date,
    /// Lines of the web page around the text: counters, comment forms, share buttons.
    Chrome,
}

impl Class {
    /// Every one, in the order above.
    pub(super) const ALL: [Class; 5] = [
        Class::Text,
        Class::Title,
        Class::Byline,
        Class::Date,
        Class::Chrome,
    ];

    /// The code in the `class` field of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Text => "text",
            Class::Title => "title",
            Class::Byline => "byline",
            Class::Date => "date",
            Class::Chrome => "chrome",
        }
    }

    /// Whether it is dimmed in the reader and left out of what likeness compares.
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
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The name of the record; no later version of the program changes it.
    pub key: Key,
    /// The record's own id, if it has one. Several records may share it; unique ids are made in
    /// [`crate::library`].
    pub own_id: Option<String>,
    pub path: Arc<Path>,
    /// The number of the record in its file, from 1; for JSON Lines its line, blank lines counted.
    pub record: u32,
    /// The line of its file at which it begins, from 1, if known.
    pub line: Option<u64>,
    pub title: Option<FoundValue<String>>,
    pub source: Option<FoundValue<String>>,
    pub date: Option<FoundValue<PartialDate>>,
    /// A full date inferred from a weekday, where no year was read.
    pub date_guess: Option<DateGuess>,
    /// The date as the text has it, if it is a Hijri date.
    pub date_text: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// Other fields of the record, with the names that the corpus gives them.
    pub extra: Vec<(Box<str>, Box<str>)>,
    /// The encoding it was read in.
    pub charset: Charset,
    /// The form of its file: `JSON (zstd)`.
    pub read_as: Arc<str>,
    /// The text as decoded, with `\n` for `\r\n` and without NUL. For a plain `.txt` the whole file.
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

    /// The day of the article, read or guessed.
    pub fn best_day(&self) -> Option<Ymd> {
        let known = self.date.as_ref().and_then(|date| date.value.day());
        known.or_else(|| self.date_guess.map(|guess| guess.date))
    }

    /// The year and month of the article, read or guessed.
    pub fn month(&self) -> Option<(i16, u8)> {
        let known = self.date.as_ref().and_then(|date| date.value.year_month());
        known.or_else(|| self.best_day().map(|day| (day.year, day.month)))
    }

    /// The source, or the empty string where none is known.
    pub fn source_str(&self) -> &str {
        self.source.as_ref().map_or("", |s| s.value.as_str())
    }
}
