//! `fihrist search`: the best matches of a query, or of every query of a file.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::Status;
use super::args::{Queries, Search};
use super::list::date;
use super::output::{self, Output};
use crate::index::{Matcher, Query, snippet};
use crate::library::{ArticleNo, Found, Library, Request, Sort};

/// Length of a snippet.
const SNIPPET_CHARS: usize = 160;

#[derive(Serialize)]
struct Ranked<'a> {
    rank: usize,
    id: &'a str,
    score: f32,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    snippet: String,
    matches: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct Asked {
    /// Given back as it came: a string or a number.
    qid: serde_json::Value,
    query: String,
}

#[derive(Serialize)]
struct Answered<'a> {
    qid: &'a serde_json::Value,
    docs: Vec<&'a str>,
    scores: Vec<f32>,
    total: usize,
    ms: f64,
}

pub(super) fn run(library: &Library, search: &Search, out: &mut Output) -> Result<Status> {
    match &search.what {
        Queries::One(query) => one(library, search, query, out),
        Queries::Batch(file) => batch(library, search, file, out),
    }
}

fn ask(library: &Library, search: &Search, text: &str) -> Result<Found> {
    let request = Request {
        text: text.to_owned(),
        typing: search.typing,
        sort: Sort::Relevance,
        ..Request::default()
    };
    let mut found = library.search(&request)?;
    if !found.searched {
        // A query without a searchable word asks for nothing; a list shows everything instead.
        found.hits.clear();
    }
    Ok(found)
}

fn one(library: &Library, search: &Search, query: &str, out: &mut Output) -> Result<Status> {
    let found = ask(library, search, query)?;
    if found.loosened {
        output::tell(crate::app::strings::LOOSENED);
    }
    let matcher = Matcher::new(&Query::parse(query, search.typing));
    for (rank, hit) in (1..).zip(found.hits.iter().take(search.n)) {
        let no = ArticleNo(hit.doc);
        let Some(entry) = library.get(no) else {
            continue;
        };
        let article = &entry.article;
        let id = library.id(no);
        if !search.json {
            let rank = rank.to_string();
            let fields = [
                &rank,
                id,
                &date(entry),
                article.source_str(),
                article.title_str(),
            ];
            out.fields(&fields)?;
            continue;
        }
        let shown = snippet::best(&article.text, &matcher, SNIPPET_CHARS);
        out.json(&Ranked {
            rank,
            id,
            score: hit.score,
            title: article.title.as_ref().map(|t| t.value.as_str()),
            source: article.source.as_ref().map(|s| s.value.as_str()),
            date: article.date.as_ref().map(|d| d.value.to_string()),
            snippet: shown.text,
            matches: shown.matches.iter().map(|m| [m.start, m.end]).collect(),
        })?;
    }
    Ok(Status::found(!found.hits.is_empty()))
}

fn batch(library: &Library, search: &Search, file: &Path, out: &mut Output) -> Result<Status> {
    let reader: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
        Box::new(BufReader::new(opened))
    };
    let mut any = false;
    for (number, line) in (1..).zip(reader.lines()) {
        let at = || format!("{}:{number}", file.display());
        let line = line.with_context(at)?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = serde_json::from_str(&line)
            .with_context(|| format!("{}: a query is {{\"qid\": …, \"query\": …}}", at()))?;
        any |= answer(library, search, &asked, out)?;
    }
    Ok(Status::found(any))
}

fn answer(library: &Library, search: &Search, asked: &Asked, out: &mut Output) -> Result<bool> {
    let start = Instant::now();
    let found = ask(library, search, &asked.query)?;
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let best = &found.hits[..found.hits.len().min(search.n)];
    let docs: Vec<&str> = best
        .iter()
        .map(|hit| library.id(ArticleNo(hit.doc)))
        .collect();
    if search.json {
        out.json(&Answered {
            qid: &asked.qid,
            docs,
            scores: best.iter().map(|hit| hit.score).collect(),
            total: found.hits.len(),
            ms,
        })?;
    } else {
        let qid = match &asked.qid {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        out.fields(&[&qid, &docs.join(" ")])?;
    }
    Ok(!found.hits.is_empty())
}
