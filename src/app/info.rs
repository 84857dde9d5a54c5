//! From an article to the rows of its information screen: each value, where it was found, and what was guessed.

use super::overlay::OverlayRow;
use super::strings::{self, thousands};
use crate::corpus::{Article, Class, FoundValue, Origin};
use crate::library::Entry;
use crate::text::{head, isolated_path};
use crate::words::Words;

/// Most bytes shown of a value: some corpora keep the page's whole source in a column or the title.
const MAX_VALUE_BYTES: usize = 2000;
/// Most columns of a record shown: each is laid out whenever the screen is drawn.
const MAX_COLUMNS: usize = 300;

/// The rows of the information screen.
pub(super) fn rows(id: &str, entry: &Entry) -> Vec<OverlayRow> {
    let mut rows = Vec::new();
    described(&mut rows, &entry.article);
    let row = |label: &str, text: String| known(label, Some(text), None);
    rows.push(row("id", id.to_owned()));
    rows.push(row("key", entry.article.key.short()));
    rows.push(row("hash", entry.hash.clone()));
    read(&mut rows, &entry.article);
    let folds = &entry.folds;
    let repeats = thousands(folds.repeated_words as usize);
    let words = format!("{} ({repeats} in repeats)", thousands(folds.words as usize));
    rows.push(row("words", words));
    rows.push(row("paragraphs", classes(&entry.article)));
    rows.extend(columns(&entry.article.extra));
    rows
}

/// Title, source, date, author and URL.
fn described(rows: &mut Vec<OverlayRow>, article: &Article) {
    rows.push(found("title", article.title.as_ref(), |title| {
        beginning(title)
    }));
    rows.push(found("source", article.source.as_ref(), |name| {
        beginning(name)
    }));
    rows.push(found("date", article.date.as_ref(), ToString::to_string));
    if let Some(guess) = article.date_guess {
        rows.push(OverlayRow {
            second: "guessed".to_owned(),
            ..known("", Some(format!("~{}", guess.date)), None)
        });
        rows.push(known("", Some(Words::ENGLISH.say(&guess)), None));
    }
    if let Some(text) = &article.date_text {
        rows.push(known("as written", Some(text.clone()), None));
    }
    let author = article.author.as_deref().map(beginning);
    rows.push(known("author", author, None));
    // A URL is a path too: in text of no direction its Arabic parts would change places.
    rows.push(known(
        "url",
        article.url.as_deref().map(isolated_path),
        None,
    ));
}

/// File, record, format and encoding.
fn read(rows: &mut Vec<OverlayRow>, article: &Article) {
    let path = article.path.to_string_lossy();
    let path = match path.as_ref() {
        "-" => strings::STDIN.to_owned(),
        path => isolated_path(path),
    };
    rows.push(known("file", Some(path), None));
    let record = match article.line {
        Some(line) if line != u64::from(article.record) => {
            format!("{}, line {line}", article.record)
        }
        _ => article.record.to_string(),
    };
    rows.push(known("record", Some(record), None));
    let charset = article.charset;
    let how = match charset.doubt() {
        Some(doubt) => format!("{} · {} ({doubt})", article.read_as, charset.name()),
        None => format!("{} · {}", article.read_as, charset.name()),
    };
    rows.push(known("read as", Some(how), None));
}

/// `text 12 · title 1 · byline 1`
fn classes(article: &Article) -> String {
    let all = [
        Class::Text,
        Class::Title,
        Class::Byline,
        Class::Date,
        Class::Chrome,
    ];
    let count = |class: Class| {
        let of = article
            .paragraphs
            .iter()
            .filter(|p| p.class == class)
            .count();
        (of > 0).then(|| format!("{} {}", class.as_str(), thousands(of)))
    };
    let counts: Vec<String> = all.into_iter().filter_map(count).collect();
    if counts.is_empty() {
        return "0".to_owned();
    }
    counts.join(" · ")
}

/// The record's other fields, by the names they have in the corpus.
fn columns(extra: &[(Box<str>, Box<str>)]) -> Vec<OverlayRow> {
    if extra.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![
        OverlayRow::default(),
        known("", Some(strings::OTHER_COLUMNS.to_owned()), None),
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
        known(name, Some(text), None)
    }));
    if let Some(more) = extra
        .len()
        .checked_sub(MAX_COLUMNS)
        .filter(|more| *more > 0)
    {
        rows.push(known(
            "",
            Some(format!("{} {}", thousands(more), strings::MORE)),
            None,
        ));
    }
    rows
}

/// The beginning of a value that is shown, with `…` where it is cut.
fn beginning(value: &str) -> String {
    let shown = head(value, MAX_VALUE_BYTES);
    let cut = if shown.len() < value.len() { "…" } else { "" };
    format!("{shown}{cut}")
}

fn found<T>(label: &str, found: Option<&FoundValue<T>>, text: impl Fn(&T) -> String) -> OverlayRow {
    known(label, found.map(|f| text(&f.value)), found.map(|f| f.from))
}

fn known(label: &str, value: Option<String>, from: Option<Origin>) -> OverlayRow {
    OverlayRow {
        label: label.to_owned(),
        second: from.map_or_else(String::new, |from| from.as_str().to_owned()),
        text: value.unwrap_or_else(|| strings::UNKNOWN.to_owned()),
    }
}
