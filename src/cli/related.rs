//! `fihrist related`: what is closest to an article, and why.

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::Related;
use super::list::date;
use super::output::Output;
use super::show::find;
use crate::library::{ArticleNo, Library};

#[derive(Serialize)]
struct One<'a> {
    rank: usize,
    id: &'a str,
    score: f32,
    terms: &'a [String],
    days_apart: Option<u32>,
    same_story: bool,
}

#[derive(Serialize)]
struct All<'a> {
    id: &'a str,
    related: Vec<&'a str>,
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
        let id = library.id(other.no);
        if asked.json {
            out.json(&One {
                rank,
                id,
                score: other.score,
                terms: &other.terms,
                days_apart: other.days_apart,
                same_story: other.same_story,
            })?;
        } else if let Some(entry) = library.get(other.no) {
            let percent = format!("{:.0}%", other.score * 100.0);
            let article = &entry.article;
            let terms = other.terms.join(" ");
            let fields = [
                &percent,
                id,
                &date(entry),
                article.source_str(),
                article.title_str(),
                &terms,
            ];
            out.fields(&fields)?;
        }
    }
    Ok(Status::found(!related.is_empty()))
}

fn all(library: &Library, asked: &Related, out: &mut Output) -> Result<Status> {
    let mut any = false;
    let Some(mut relater) = library.relater() else {
        return Ok(Status::Nothing);
    };
    for (no, _) in library.entries() {
        let related = relater.of(no, asked.n)?;
        any |= !related.is_empty();
        let ids: Vec<&str> = related.iter().map(|r| library.id(r.no)).collect();
        let id = library.id(no);
        if asked.json {
            out.json(&All { id, related: ids })?;
        } else {
            out.fields(&[id, &ids.join(" ")])?;
        }
    }
    Ok(Status::found(any))
}
