//! `fihrist search`: the best matches of a query, or of every query of a file; or their forms.

mod batch;
mod forms;

use std::sync::Arc;

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::Status;
use super::args::{Queries, ResultKind, Search};
use super::list::date;
use super::output::Output;
use super::port::{ListedArticle, ListedArticles, Port};
use crate::index::snippet::Snippet;
use crate::library::Request;
use crate::query::QueryNote;
use crate::store::{ListAsk, ListHead, Precision};
use crate::words::{Said, messages};

messages! {
    /// What is to be known of a search beside its results.
    enum SearchReport {
        NoSuchSource "no-such-source" { name: Name };
        /// What of a query was not understood.
        Noted "query-noted" { about: Typed, reason: Said };
        NotedOf "query-noted-of" { query: Name, about: Typed, reason: Said };
        More "more-noted" { more: Count };
        MoreOf "more-noted-of" { query: Name, more: Count };
        /// No article has all words.
        Loosened "search-loosened";
        /// The last results have not all words.
        LastLoosened "search-last-loosened" { result: Ordinal };
        RestLoosened "search-rest-loosened" { first: Ordinal, last: Ordinal };
    }
}

/// Longest snippet, in chars.
const SNIPPET_CHARS: usize = 160;
/// Notes on one query that are reported.
const MAX_NOTES: usize = 8;
/// Chars of what a note is about that are reported with it.
const MAX_NOTED_CHARS: usize = 60;

#[derive(Serialize)]
struct HitJson<'a> {
    rank: usize,
    id: &'a str,
    key: String,
    score: f32,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    #[serde(flatten)]
    piece: SnippetJson,
    /// Whether it has every word.
    complete: bool,
    /// Whether rank and score are those of the whole corpus; given only where they are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<bool>,
}

#[derive(Default, Serialize)]
struct SnippetJson {
    snippet: String,
    /// Chars of the snippet.
    matches: Vec<[usize; 2]>,
}

impl From<&Snippet> for SnippetJson {
    fn from(shown: &Snippet) -> SnippetJson {
        SnippetJson {
            snippet: shown.text.clone(),
            matches: shown.matches.iter().map(|m| [m.start, m.end]).collect(),
        }
    }
}

impl SnippetJson {
    fn of(row: &ListedArticle) -> SnippetJson {
        row.card
            .snippet
            .as_ref()
            .map_or_else(SnippetJson::default, SnippetJson::from)
    }
}

/// A query to be answered.
struct TypedQuery<'a> {
    /// Its id in a batch.
    qid: Option<&'a Value>,
    text: &'a str,
}

impl TypedQuery<'_> {
    /// The id as text.
    fn name(&self) -> Option<String> {
        self.qid.map(|qid| match qid {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    }
}

pub(super) fn run(port: Port, search: &Search, out: &mut Output) -> Result<Status> {
    report_unknown_sources(port, search, out)?;
    match &search.what {
        Queries::One(query) => one(port, search, query, out),
        Queries::Batch(file) => batch::run(port, search, file, out),
    }
}

/// A name given by `--source` that no article has is probably a slip.
fn report_unknown_sources(port: Port, search: &Search, out: &Output) -> Result<()> {
    let asked = &search.asks.limits.sources;
    if asked.is_empty() {
        return Ok(());
    }
    let head = port.head(ListAsk::default())?;
    for limit in asked {
        let mut sources = head.facets.sources.iter();
        if !sources.any(|source| limit.value.holds(&source.value)) {
            let name = limit.value.words.join(" ");
            out.report(&SearchReport::NoSuchSource { name });
        }
    }
    Ok(())
}

/// Answers a query: the best articles, with snippets where these are printed.
fn answer<'a>(port: Port<'a>, search: &Search, text: &str) -> Result<ListedArticles<'a>> {
    let asks = &search.asks;
    let articles = search.results == ResultKind::Articles;
    let batch = matches!(search.what, Queries::Batch(_));
    let snippets = articles && (search.snippets || (search.json && !batch));
    let ask = ListAsk {
        request: Request {
            text: text.to_owned(),
            typing: asks.typing,
            forms: asks.forms,
            limits: asks.limits.clone(),
            sort: asks.sort,
            ..Request::default()
        },
        snippet_chars: snippets.then_some(SNIPPET_CHARS),
        ..ListAsk::default()
    };
    let mut rows = port.rows(ask, if articles { search.n } else { 0 })?;
    if !rows.head.searched {
        // A query without a searchable word asks for nothing; a list shows everything instead.
        rows.end();
    }
    Ok(rows)
}

/// Whether a query has found anything.
fn status(head: &ListHead) -> Status {
    Status::found(head.searched && head.articles() > 0)
}

/// What of a query was not understood.
fn report_notes(asked: &TypedQuery, notes: &[QueryNote], out: &Output) {
    let query = asked.name();
    for note in notes.iter().take(MAX_NOTES) {
        let about = asked.text.get(note.bytes.clone()).unwrap_or("").trim();
        let about = about.strip_suffix(':').unwrap_or(about);
        let mut shown: String = about.chars().take(MAX_NOTED_CHARS).collect();
        if shown.len() < about.len() {
            shown.push('…');
        }
        let reason = note.reason.sentence();
        out.report(&match query.clone() {
            None => SearchReport::Noted {
                about: shown,
                reason,
            },
            Some(query) => SearchReport::NotedOf {
                query,
                about: shown,
                reason,
            },
        });
    }
    if notes.len() > MAX_NOTES {
        let more = (notes.len() - MAX_NOTES) as u64;
        out.report(&match query {
            None => SearchReport::More { more },
            Some(query) => SearchReport::MoreOf { query, more },
        });
    }
}

fn one(port: Port, search: &Search, query: &str, out: &mut Output) -> Result<Status> {
    let rows = answer(port, search, query)?;
    let head = Arc::clone(&rows.head);
    let asked = TypedQuery {
        qid: None,
        text: query,
    };
    report_notes(&asked, &head.notes, out);
    if search.results == ResultKind::Forms {
        return forms::write(&asked, &head, search.json, out);
    }
    if head.loosened {
        out.report(&SearchReport::Loosened);
    }
    let mut count = 0;
    for row in rows {
        let row = row?;
        count += 1;
        if search.json {
            out.json(&ranked(&row, &head))?;
        } else {
            text(&row, search.snippets, out)?;
        }
    }
    if !search.json && count > head.count {
        let (first, last) = (head.count as u64 + 1, count as u64);
        out.report(&if first == last {
            SearchReport::LastLoosened { result: first }
        } else {
            SearchReport::RestLoosened { first, last }
        });
    }
    Ok(status(&head))
}

fn ranked<'a>(row: &'a ListedArticle, head: &ListHead) -> HitJson<'a> {
    let article = &row.record.entry.article;
    HitJson {
        rank: row.card.at + 1,
        id: &row.record.id,
        key: row.record.key.key.to_string(),
        score: row.card.score,
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        piece: SnippetJson::of(row),
        complete: row.card.complete,
        exact: (head.precision == Precision::Estimated).then_some(false),
    }
}

fn text(row: &ListedArticle, snippets: bool, out: &mut Output) -> Result<()> {
    let entry = &row.record.entry;
    let article = &entry.article;
    let rank = (row.card.at + 1).to_string();
    out.fields(&[
        &rank,
        &row.record.id,
        &date(entry),
        article.source_str(),
        article.title_str(),
    ])?;
    if snippets {
        snippet(row, out)?;
    }
    Ok(())
}

/// Where an article matches, below its line.
fn snippet(row: &ListedArticle, out: &mut Output) -> Result<()> {
    if let Some(snippet) = &row.card.snippet {
        out.marked(&snippet.text, &snippet.matches)?;
    }
    Ok(())
}
