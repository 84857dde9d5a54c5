//! From an article to the rows of its information screen: each value, where it was found, and what was guessed.

use super::format_name::FormatName;
use super::overlay::{OverlayRow, RowText};
use crate::corpus::{Article, Class, FoundValue, Origin};
use crate::library::Entry;
use crate::text::{head, isolated_path};
use crate::words::{Said, Sentence, messages};

messages! {
    /// What a value of an article is called.
    enum InfoLabel {
        Title "info-title";
        Source "info-source";
        Date "info-date";
        DateText "info-date-text";
        Author "info-author";
        Url "info-url";
        Id "info-id";
        Key "info-key";
        Hash "info-hash";
        File "info-file";
        Record "info-record";
        ReadAs "info-read-as";
        Words "info-words";
        Paragraphs "info-paragraphs";
        OtherColumns "info-other-columns";
    }
}

messages! {
    /// A value, where its words are the program's.
    enum InfoValue {
        Unknown "info-unknown";
        /// A corpus that is piped in.
        Stdin "info-stdin";
        RecordNumber "info-record-number" { record: Ordinal };
        RecordAtLine "info-record-at-line" { record: Ordinal, line: Ordinal };
        Format "info-format" { format: Said, encoding: Code };
        DoubtedFormat "info-format-doubted" { format: Said, encoding: Code, doubt: Said };
        WordCount "info-word-count" { words: Number, repeats: Count };
        NoParagraphs "info-no-paragraphs";
        MoreColumns "info-more-columns" { columns: Count };
    }
}

messages! {
    /// Paragraphs of a class.
    enum ClassCount {
        Text "class-text" { paragraphs: Number };
        Title "class-title" { paragraphs: Number };
        Byline "class-byline" { paragraphs: Number };
        Date "class-date" { paragraphs: Number };
        Chrome "class-chrome" { paragraphs: Number };
    }
}

messages! {
    /// Where a value was found.
    enum FoundIn {
        Field "origin-field";
        Crawl "origin-crawl";
        Text "origin-text";
        Url "origin-url";
        Folder "origin-folder";
        File "origin-file";
        /// Nowhere: it is a guess.
        Guessed "origin-guessed";
    }
}

impl FoundIn {
    fn of(origin: Origin) -> FoundIn {
        match origin {
            Origin::Field => FoundIn::Field,
            Origin::Crawl => FoundIn::Crawl,
            Origin::Text => FoundIn::Text,
            Origin::Url => FoundIn::Url,
            Origin::Folder => FoundIn::Folder,
            Origin::File => FoundIn::File,
        }
    }
}

/// Most bytes shown of a value: some corpora keep the page's whole source in a column or the title.
const MAX_VALUE_BYTES: usize = 2000;
/// Most columns of a record shown: each is laid out whenever the screen is drawn.
const MAX_COLUMNS: usize = 300;

/// The rows of the information screen.
pub(super) fn rows(id: &str, entry: &Entry) -> Vec<OverlayRow> {
    let mut rows = Vec::new();
    described(&mut rows, &entry.article);
    rows.push(quoted(&InfoLabel::Id, id.to_owned()));
    rows.push(quoted(&InfoLabel::Key, entry.article.key.short()));
    rows.push(quoted(&InfoLabel::Hash, entry.hash.clone()));
    read(&mut rows, &entry.article);
    let folds = &entry.folds;
    let words = InfoValue::WordCount {
        words: u64::from(folds.words),
        repeats: u64::from(folds.repeated_words),
    };
    rows.push(row(&InfoLabel::Words, RowText::said(&words)));
    let paragraphs = RowText::Facts(classes(&entry.article));
    rows.push(row(&InfoLabel::Paragraphs, paragraphs));
    rows.extend(columns(&entry.article.extra));
    rows
}

/// Title, source, date, author and URL.
fn described(rows: &mut Vec<OverlayRow>, article: &Article) {
    let title = article.title.as_ref();
    rows.push(found(&InfoLabel::Title, title, |title| beginning(title)));
    let source = article.source.as_ref();
    rows.push(found(&InfoLabel::Source, source, |name| beginning(name)));
    let date = article.date.as_ref();
    rows.push(found(&InfoLabel::Date, date, ToString::to_string));
    if let Some(guess) = article.date_guess {
        rows.push(OverlayRow {
            second: RowText::said(&FoundIn::Guessed),
            ..unlabelled(RowText::Quoted(format!("~{}", guess.date)))
        });
        rows.push(unlabelled(RowText::said(&guess)));
    }
    if let Some(text) = &article.date_text {
        rows.push(quoted(&InfoLabel::DateText, text.clone()));
    }
    let author = article.author.as_deref().map(beginning);
    rows.push(row(&InfoLabel::Author, known(author)));
    // A URL is a path too: in text of no direction its Arabic parts would change places.
    let url = article.url.as_deref().map(isolated_path);
    rows.push(row(&InfoLabel::Url, known(url)));
}

/// File, record, format and encoding.
fn read(rows: &mut Vec<OverlayRow>, article: &Article) {
    let path = article.path.to_string_lossy();
    let path = match path.as_ref() {
        "-" => RowText::said(&InfoValue::Stdin),
        path => RowText::Quoted(isolated_path(path)),
    };
    rows.push(row(&InfoLabel::File, path));
    let record = u64::from(article.record);
    let place = match article.line {
        Some(line) if line != record => InfoValue::RecordAtLine { record, line },
        _ => InfoValue::RecordNumber { record },
    };
    rows.push(row(&InfoLabel::Record, RowText::said(&place)));
    let format = FormatName::said(&article.read_as);
    let encoding = article.charset.name().to_owned();
    let how = match article.charset.doubt() {
        Some(doubt) => InfoValue::DoubtedFormat {
            format,
            encoding,
            doubt: doubt.sentence(),
        },
        None => InfoValue::Format { format, encoding },
    };
    rows.push(row(&InfoLabel::ReadAs, RowText::said(&how)));
}

/// `text 12 · title 1 · byline 1`
fn classes(article: &Article) -> Vec<Sentence> {
    let all = [
        Class::Text,
        Class::Title,
        Class::Byline,
        Class::Date,
        Class::Chrome,
    ];
    let count = |class: Class| {
        let of = article.paragraphs.iter().filter(|p| p.class == class);
        let paragraphs = of.count() as u64;
        let counted = match class {
            Class::Text => ClassCount::Text { paragraphs },
            Class::Title => ClassCount::Title { paragraphs },
            Class::Byline => ClassCount::Byline { paragraphs },
            Class::Date => ClassCount::Date { paragraphs },
            Class::Chrome => ClassCount::Chrome { paragraphs },
        };
        (paragraphs > 0).then(|| counted.sentence())
    };
    let counts: Vec<Sentence> = all.into_iter().filter_map(count).collect();
    if counts.is_empty() {
        return vec![InfoValue::NoParagraphs.sentence()];
    }
    counts
}

/// The record's other fields, by the names they have in the corpus.
fn columns(extra: &[(Box<str>, Box<str>)]) -> Vec<OverlayRow> {
    if extra.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![
        OverlayRow::default(),
        unlabelled(RowText::said(&InfoLabel::OtherColumns)),
    ];
    rows.extend(extra.iter().take(MAX_COLUMNS).map(|(name, value)| {
        let shown = beginning(value);
        // An address is a path; other values are in their own direction.
        let text = match shown.split_once("://") {
            Some((scheme, _)) if scheme.chars().all(|c| c.is_ascii_alphabetic()) => {
                isolated_path(&shown)
            }
            _ => shown,
        };
        OverlayRow {
            label: RowText::Quoted(name.to_string()),
            ..unlabelled(RowText::Quoted(text))
        }
    }));
    let more = extra.len().saturating_sub(MAX_COLUMNS) as u64;
    if more > 0 {
        let more = InfoValue::MoreColumns { columns: more };
        rows.push(unlabelled(RowText::said(&more)));
    }
    rows
}

/// The beginning of a value that is shown, with `…` where it is cut.
fn beginning(value: &str) -> String {
    let shown = head(value, MAX_VALUE_BYTES);
    let cut = if shown.len() < value.len() { "…" } else { "" };
    format!("{shown}{cut}")
}

fn found<T>(
    label: &InfoLabel,
    found: Option<&FoundValue<T>>,
    text: impl Fn(&T) -> String,
) -> OverlayRow {
    let from = found.map(|found| RowText::said(&FoundIn::of(found.from)));
    OverlayRow {
        second: from.unwrap_or_default(),
        ..row(label, known(found.map(|found| text(&found.value))))
    }
}

/// A value, where it is known.
fn known(value: Option<String>) -> RowText {
    value.map_or_else(|| RowText::said(&InfoValue::Unknown), RowText::Quoted)
}

fn quoted(label: &InfoLabel, text: String) -> OverlayRow {
    row(label, RowText::Quoted(text))
}

fn row(label: &InfoLabel, text: RowText) -> OverlayRow {
    OverlayRow {
        label: RowText::said(label),
        ..unlabelled(text)
    }
}

fn unlabelled(text: RowText) -> OverlayRow {
    OverlayRow {
        text,
        ..OverlayRow::default()
    }
}
