//! `fihrist related`: what is closest to an article, and why; its versions after that.

use anyhow::Result;

use serde::Serialize;

use super::Status;
use super::args::Related;
use super::list::date;
use super::output::Output;
use super::show::find;
use crate::index::similar::Term;
use crate::library::{ArticleNo, Library, Related as Found};

#[derive(Serialize)]
struct One<'a> {
    rank: usize,
    id: &'a str,
    key: String,
    score: f32,
    terms: Vec<&'a str>,
    days_apart: Option<u32>,
    same_story: bool,
    /// Of this article, where it stands for several.
    versions: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<Vec<f32>>,
}

#[derive(Serialize)]
struct All<'a> {
    id: &'a str,
    key: String,
    related: Vec<&'a str>,
    versions: Vec<&'a str>,
}

pub(super) fn run(library: &Library, asked: &Related, out: &mut Output) -> Result<Status> {
    match &asked.id {
        Some(id) => match find(library, id)? {
            Some(no) => one(library, no, asked, out),
            None => Ok(Status::Nothing),
        },
        None => all(library, asked, out),
    }
}

fn one(library: &Library, no: ArticleNo, asked: &Related, out: &mut Output) -> Result<Status> {
    let related = library.related(no, asked.n)?;
    for (rank, other) in (1..).zip(&related) {
        if asked.json {
            out.json(&One {
                rank,
                id: library.id(other.no),
                key: library.key(other.no).key.to_string(),
                score: other.score,
                terms: other.terms.iter().map(|t| t.form.as_str()).collect(),
                days_apart: other.days_apart,
                same_story: other.same_story,
                versions: ids(library, &other.versions),
                weights: asked.explain.then(|| weights(&other.terms)),
            })?;
        } else {
            line(library, other, asked, out)?;
        }
    }
    Ok(Status::found(!related.is_empty()))
}

/// Closeness (or `version`), id, date, source, title, terms, how many versions.
fn line(library: &Library, other: &Found, asked: &Related, out: &mut Output) -> Result<()> {
    let Some(entry) = library.get(other.no) else {
        return Ok(());
    };
    let close = if other.same_story {
        "version".to_owned()
    } else {
        format!("{:.0}%", other.score * 100.0)
    };
    let versions = match other.versions.len() {
        0 => String::new(),
        1 => "+1 version".to_owned(),
        n => format!("+{n} versions"),
    };
    let article = &entry.article;
    let fields = [
        &close,
        library.id(other.no),
        &date(entry),
        article.source_str(),
        article.title_str(),
        &terms(&other.terms, asked.explain),
        &versions,
    ];
    let used = if versions.is_empty() { 6 } else { 7 };
    Ok(out.fields(fields.get(..used).unwrap_or(&fields))?)
}

/// `ميناء رصيف`; with weights, `ميناء 0.21 رصيف 0.08`.
fn terms(terms: &[Term], explain: bool) -> String {
    let term = |term: &Term| {
        if explain {
            format!("{} {:.2}", term.form, term.weight)
        } else {
            term.form.to_string()
        }
    };
    terms.iter().map(term).collect::<Vec<_>>().join(" ")
}

fn weights(terms: &[Term]) -> Vec<f32> {
    terms.iter().map(|term| term.weight).collect()
}

fn all(library: &Library, asked: &Related, out: &mut Output) -> Result<Status> {
    let Some(relater) = library.relater() else {
        return Ok(Status::Nothing);
    };
    let mut any = false;
    let mut written = Ok(());
    relater.each(asked.n, |no, related, versions| {
        any |= !related.is_empty() || !versions.is_empty();
        let (id, related) = (library.id(no), ids(library, related));
        if written.is_ok() {
            written = if asked.json {
                let versions = ids(library, versions);
                out.json(&All {
                    id,
                    key: library.key(no).key.to_string(),
                    related,
                    versions,
                })
            } else {
                out.fields(&[id, &related.join(" ")])
            };
        }
    })?;
    written?;
    Ok(Status::found(any))
}

fn ids<'a>(library: &'a Library, articles: &[ArticleNo]) -> Vec<&'a str> {
    articles.iter().map(|no| library.id(*no)).collect()
}
