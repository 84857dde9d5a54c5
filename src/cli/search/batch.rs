//! A file of queries in, a line of output for each; a line that is no query is reported and skipped.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::{SnippetJson, TypedQuery, forms, report_notes, snippet, status};
use crate::cli::Status;
use crate::cli::args::{ResultKind, Search};
use crate::cli::output::Output;
use crate::cli::port::{ListedArticle, Port};
use crate::corpus::Cause;
use crate::store::Precision;
use crate::tui::SaidError;
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is wrong with a file of queries.
    enum QueryFileFault {
        NotOpened "queries-not-opened" { path: Name, error: Said };
        NotRead "queries-not-read" { path: Name, error: Said };
        NoQuery "no-query-in-line" { path: Name, line: Ordinal, error: Said };
    }
}

messages! {
    /// What a line lacks to be a query.
    enum QueryLineFault {
        NotObject "query-line-no-object";
        LacksField "query-line-no-field" { field: Code };
        NotText "query-line-no-text" { field: Code };
    }
}

struct QueryLine {
    /// Given back as it came: a string or a number.
    qid: Value,
    query: String,
}

impl QueryLine {
    fn read(line: &[u8]) -> std::result::Result<QueryLine, Sentence> {
        let value = serde_json::from_slice(line);
        let value = value.map_err(|error| Cause::json(&error).sentence())?;
        let Value::Object(mut fields) = value else {
            return Err(QueryLineFault::NotObject.sentence());
        };
        let mut field = |name: &str| {
            let field = name.to_owned();
            let lacks = || QueryLineFault::LacksField { field }.sentence();
            fields.remove(name).ok_or_else(lacks)
        };
        let (qid, query) = (field("qid")?, field("query")?);
        let Value::String(query) = query else {
            let field = "query".to_owned();
            return Err(QueryLineFault::NotText { field }.sentence());
        };
        Ok(QueryLine { qid, query })
    }
}

/// The name of the file of queries, as messages say it.
fn name(file: &Path) -> String {
    file.display().to_string()
}

#[derive(Serialize)]
struct BatchJson<'a> {
    qid: &'a Value,
    docs: Vec<&'a str>,
    /// One for each of `docs`.
    keys: Vec<String>,
    scores: Vec<f32>,
    total: usize,
    ms: f64,
    /// Whether none has every word.
    loosened: bool,
    /// One for each of `docs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    snippets: Option<Vec<SnippetJson>>,
    /// Whether order and total are those of the whole corpus.
    exact: bool,
}

pub(super) fn run(port: Port, search: &Search, file: &Path, out: &mut Output) -> Result<Status> {
    let mut reader: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let fault = |error: io::Error| {
            let (path, error) = (name(file), Cause::io(&error).sentence());
            SaidError::of(&QueryFileFault::NotOpened { path, error })
        };
        let opened = File::open(file).map_err(fault)?;
        Box::new(BufReader::new(opened))
    };
    let mut status = Status::Nothing;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = reader.read_until(b'\n', &mut line);
        let fault = |error: io::Error| {
            let (path, error) = (name(file), Cause::io(&error).sentence());
            SaidError::of(&QueryFileFault::NotRead { path, error })
        };
        if read.map_err(fault)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match QueryLine::read(&line) {
            Ok(query) => {
                let found = answer(port, search, &query, out)?;
                if status == Status::Nothing {
                    status = found;
                }
            }
            Err(error) => {
                out.report(&QueryFileFault::NoQuery {
                    path: name(file),
                    line: number,
                    error,
                });
                status = Status::Unread;
            }
        }
    }
    Ok(status)
}

fn answer(port: Port, search: &Search, query: &QueryLine, out: &mut Output) -> Result<Status> {
    let asked = TypedQuery {
        qid: Some(&query.qid),
        text: &query.query,
    };
    let start = Instant::now();
    let rows = super::answer(port, search, asked.text)?;
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let head = Arc::clone(&rows.head);
    report_notes(&asked, &head.notes, out);
    if search.results == ResultKind::Forms {
        return forms::write(&asked, &head, search.json, out);
    }
    let rows = rows.collect::<Result<Vec<ListedArticle>>>()?;
    if search.json {
        let answered = BatchJson {
            qid: &query.qid,
            docs: rows.iter().map(|row| row.record.id.as_str()).collect(),
            keys: rows
                .iter()
                .map(|row| row.record.key.key.to_string())
                .collect(),
            scores: rows.iter().map(|row| row.card.score).collect(),
            total: if head.searched { head.total } else { 0 },
            ms,
            loosened: head.loosened,
            snippets: search
                .snippets
                .then(|| rows.iter().map(SnippetJson::of).collect()),
            exact: head.precision == Precision::Exact,
        };
        out.json(&answered)?;
    } else {
        text(&asked, &rows, search.snippets, out)?;
    }
    Ok(status(&head))
}

fn text(
    asked: &TypedQuery,
    rows: &[ListedArticle],
    snippets: bool,
    out: &mut Output,
) -> Result<()> {
    let ids: Vec<&str> = rows.iter().map(|row| row.record.id.as_str()).collect();
    let name = asked.name().unwrap_or_default();
    out.fields(&[&name, &ids.join(" ")])?;
    if snippets {
        for row in rows {
            snippet(row, out)?;
        }
    }
    Ok(())
}
