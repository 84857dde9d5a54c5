//! A file of queries in, a line of output for each; a line that is no query is told and gone over.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{Piece, SNIPPET_CHARS, ask, forms, rows};
use crate::cli::Status;
use crate::cli::args::{Answer, Search};
use crate::cli::output::{self, Output};
use crate::library::{Found, Library};

#[derive(Deserialize)]
struct Asked {
    /// Given back as it came: a string or a number.
    qid: serde_json::Value,
    query: String,
}

impl Asked {
    fn name(&self) -> String {
        match &self.qid {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

#[derive(Serialize)]
struct Answered<'a> {
    qid: &'a serde_json::Value,
    docs: Vec<&'a str>,
    scores: Vec<f32>,
    total: usize,
    ms: f64,
    /// Whether none has every word.
    loosened: bool,
    /// One for each of `docs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    snippets: Option<Vec<Piece>>,
}

pub(super) fn run(
    library: &Library,
    search: &Search,
    file: &Path,
    out: &mut Output,
) -> Result<Status> {
    let mut reader: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
        Box::new(BufReader::new(opened))
    };
    let mut status = Status::Nothing;
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        let read = reader.read_until(b'\n', &mut line);
        if read.with_context(|| file.display().to_string())? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice(&line) {
            Ok(asked) => {
                let found = answer(library, search, &asked, out)?;
                if status == Status::Nothing {
                    status = found;
                }
            }
            Err(error) => {
                let at = format!("{}:{number}", file.display());
                output::tell(&format!(
                    "{at}: a query is {{\"qid\": …, \"query\": …}}: {error}"
                ));
                status = Status::Unread;
            }
        }
    }
    Ok(status)
}

fn answer(library: &Library, search: &Search, asked: &Asked, out: &mut Output) -> Result<Status> {
    let name = asked.name();
    let start = Instant::now();
    let found = ask(library, search, (Some(&name), &asked.query))?;
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    if search.answer == Answer::Forms {
        return forms::tell((Some(&asked.qid), &asked.query), &found, search.json, out);
    }
    if search.json {
        json((library, search), (asked, ms), &found, out)?;
    } else {
        text((library, search), &name, &found, out)?;
    }
    Ok(Status::found(!found.hits.is_empty()))
}

fn json(
    (library, search): (&Library, &Search),
    (asked, ms): (&Asked, f64),
    found: &Found,
    out: &mut Output,
) -> Result<()> {
    let rows: Vec<_> = rows(library, found, search.n).collect();
    let pieces = rows
        .iter()
        .map(|row| found.snippet(row.entry, SNIPPET_CHARS).into());
    Ok(out.json(&Answered {
        qid: &asked.qid,
        docs: rows.iter().map(|row| row.id).collect(),
        scores: rows.iter().map(|row| row.hit.score).collect(),
        total: found.total,
        ms,
        loosened: found.loosened,
        snippets: search.snippets.then(|| pieces.collect()),
    })?)
}

fn text(
    (library, search): (&Library, &Search),
    name: &str,
    found: &Found,
    out: &mut Output,
) -> Result<()> {
    let rows: Vec<_> = rows(library, found, search.n).collect();
    let ids: Vec<&str> = rows.iter().map(|row| row.id).collect();
    out.fields(&[name, &ids.join(" ")])?;
    if search.snippets {
        for row in &rows {
            let shown = found.snippet(row.entry, SNIPPET_CHARS);
            out.marked(&shown.text, &shown.matches)?;
        }
    }
    Ok(())
}
