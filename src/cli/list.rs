//! `fihrist list`: every article on a line, newest first.

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::output::Output;
use super::port::Port;
use crate::library::Entry;
use crate::store::{ArticleRecord, ListAsk};

#[derive(Serialize)]
struct ListedJson<'a> {
    schema: u8,
    id: &'a str,
    key: String,
    path: String,
    record: u32,
    title: Option<&'a str>,
    title_from: Option<&'static str>,
    source: Option<&'a str>,
    source_from: Option<&'static str>,
    date: Option<String>,
    date_from: Option<&'static str>,
    date_guess: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_text: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    paragraphs: usize,
    words: u32,
    repeated_words: u32,
}

pub(super) fn run(port: Port, json: bool, out: &mut Output) -> Result<Status> {
    let mut any = false;
    for row in port.rows(ListAsk::default(), usize::MAX)? {
        let record = row?.record;
        any = true;
        if json {
            out.json(&listed(&record))?;
        } else {
            let ArticleRecord { id, entry, .. } = &record;
            let article = &entry.article;
            out.fields(&[id, &date(entry), article.source_str(), article.title_str()])?;
        }
    }
    Ok(Status::found(any))
}

/// The date as far as it is known, empty where it is not.
pub(super) fn date(entry: &Entry) -> String {
    let date = entry.article.date.as_ref();
    date.map_or(String::new(), |date| date.value.to_string())
}

fn listed(record: &ArticleRecord) -> ListedJson<'_> {
    let entry = &record.entry;
    let article = &entry.article;
    ListedJson {
        schema: 1,
        id: &record.id,
        key: record.key.key.to_string(),
        path: article.path.to_string_lossy().into_owned(),
        record: article.record,
        title: article.title.as_ref().map(|t| t.value.as_str()),
        title_from: article.title.as_ref().map(|t| t.from.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        source_from: article.source.as_ref().map(|s| s.from.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        date_from: article.date.as_ref().map(|d| d.from.as_str()),
        date_guess: article.date_guess.map(|guess| guess.date.to_string()),
        date_text: article.date_text.as_deref(),
        author: article.author.as_deref(),
        url: article.url.as_deref(),
        paragraphs: article.paragraphs.len(),
        words: entry.folds.words,
        repeated_words: entry.folds.repeated_words,
    }
}
