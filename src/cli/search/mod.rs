//! `fihrist search`: the best matches of a query, or of every query of a file; or their forms.

mod batch;
mod forms;

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::{Answer, Queries, Search};
use super::list::date;
use super::output::{self, Output};
use crate::app::strings::LOOSENED;
use crate::index::Hit;
use crate::index::snippet::Snippet;
use crate::library::{ArticleNo, Entry, Found, Library, Request};
use crate::query::QueryNote;

/// Length of a snippet.
const SNIPPET_CHARS: usize = 160;
/// So many notes on one query are told.
const NOTES: usize = 8;
/// So much of what a note is about is told, in chars.
const NOTED_CHARS: usize = 60;

#[derive(Serialize)]
struct Ranked<'a> {
    rank: usize,
    id: &'a str,
    key: String,
    score: f32,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    #[serde(flatten)]
    piece: Piece,
    /// Whether it has every word.
    complete: bool,
}

#[derive(Serialize)]
struct Piece {
    snippet: String,
    /// Chars of the snippet.
    matches: Vec<[usize; 2]>,
}

impl From<Snippet> for Piece {
    fn from(shown: Snippet) -> Piece {
        Piece {
            snippet: shown.text,
            matches: shown.matches.iter().map(|m| [m.start, m.end]).collect(),
        }
    }
}

/// An article found.
struct Row<'a> {
    rank: usize,
    hit: Hit,
    id: &'a str,
    entry: &'a Entry,
}

pub(super) fn run(library: &Library, search: &Search, out: &mut Output) -> Result<Status> {
    tell_unknown_sources(library, search);
    match &search.what {
        Queries::One(query) => one(library, search, query, out),
        Queries::Batch(file) => batch::run(library, search, file, out),
    }
}

/// A name given by `--source` that no article has is probably a slip.
fn tell_unknown_sources(library: &Library, search: &Search) {
    for limit in &search.asks.limits.sources {
        let known = |entry: &Entry| limit.value.holds(entry.article.source_str());
        if !library.entries().any(|(_, entry)| known(entry)) {
            let name = limit.value.words.join(" ");
            output::tell(&format!("--source {name}: no article has such a source"));
        }
    }
}

/// Answers a query; what of it was not understood is told, after `name` where it has one.
fn ask(library: &Library, search: &Search, (name, text): (Option<&str>, &str)) -> Result<Found> {
    let asks = &search.asks;
    let request = Request {
        text: text.to_owned(),
        typing: asks.typing,
        forms: asks.forms,
        limits: asks.limits.clone(),
        sort: asks.sort,
        ..Request::default()
    };
    let mut found = library.search(&request)?;
    if !found.searched {
        // A query without a searchable word asks for nothing; a list shows everything instead.
        found.hits.clear();
        (found.answers, found.total) = (0, 0);
    }
    tell_notes(name, text, &found.notes);
    Ok(found)
}

fn tell_notes(name: Option<&str>, text: &str, notes: &[QueryNote]) {
    let name = name.map_or(String::new(), |name| format!("{name}: "));
    for note in notes.iter().take(NOTES) {
        let about = text.get(note.bytes.clone()).unwrap_or("").trim();
        let about = about.strip_suffix(':').unwrap_or(about);
        let mut shown: String = about.chars().take(NOTED_CHARS).collect();
        if shown.len() < about.len() {
            shown.push('…');
        }
        let shown = shown.replace('\n', " ");
        output::tell(&format!("{name}{shown}: {}", note.reason));
    }
    if notes.len() > NOTES {
        output::tell(&format!("{name}and {} more like this", notes.len() - NOTES));
    }
}

fn one(library: &Library, search: &Search, query: &str, out: &mut Output) -> Result<Status> {
    let found = ask(library, search, (None, query))?;
    if search.answer == Answer::Forms {
        return forms::tell((None, query), &found, search.json, out);
    }
    if found.loosened {
        output::tell(LOOSENED);
    }
    let rows: Vec<Row> = rows(library, &found, search.n).collect();
    for row in &rows {
        if search.json {
            out.json(&ranked(row, &found))?;
        } else {
            text(row, &found, search, out)?;
        }
    }
    if !search.json && rows.len() > found.answers {
        let some = match found.answers + 1 {
            first if first == rows.len() => format!("{first} has"),
            first => format!("{first} to {} have", rows.len()),
        };
        output::tell(&format!("{some} only some of the words"));
    }
    Ok(Status::found(!found.hits.is_empty()))
}

fn rows<'a>(library: &'a Library, found: &Found, n: usize) -> impl Iterator<Item = Row<'a>> {
    let ranked = (1..).zip(found.hits.iter().take(n));
    ranked.filter_map(|(rank, hit)| {
        let no = ArticleNo(hit.doc);
        Some(Row {
            rank,
            hit: *hit,
            id: library.id(no),
            entry: library.get(no)?,
        })
    })
}

fn ranked<'a>(row: &Row<'a>, found: &Found) -> Ranked<'a> {
    let article = &row.entry.article;
    Ranked {
        rank: row.rank,
        id: row.id,
        key: article.key.to_string(),
        score: row.hit.score,
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        piece: found.snippet(row.entry, SNIPPET_CHARS).into(),
        complete: row.hit.complete,
    }
}

fn text(row: &Row, found: &Found, search: &Search, out: &mut Output) -> Result<()> {
    let article = &row.entry.article;
    let rank = row.rank.to_string();
    let date = date(row.entry);
    out.fields(&[
        &rank,
        row.id,
        &date,
        article.source_str(),
        article.title_str(),
    ])?;
    if search.snippets {
        let shown = found.snippet(row.entry, SNIPPET_CHARS);
        out.marked(&shown.text, &shown.matches)?;
    }
    Ok(())
}
