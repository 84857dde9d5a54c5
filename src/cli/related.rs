//! `fihrist related`: what is closest to an article, and why; its versions after that.

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::RelatedArgs;
use super::list::date;
use super::lookup::find;
use super::output::Output;
use super::port::Port;
use crate::index::similar::Term;
use crate::library::ArticleKey;
use crate::store::{ArticleName, ArticleRecord, RelatedRow};
use crate::words::messages;

messages! {
    /// What is said of an article in the line of another.
    enum RelatedReport {
        /// It is of the same story.
        Version "related-version";
        /// How many versions it stands for, besides itself.
        Versions "related-versions" { versions: Count };
    }
}

/// Articles whose related ones are asked for at a time: enough to keep all processors busy.
const BLOCK_ARTICLES: usize = 512;

#[derive(Serialize)]
struct RelatedJson<'a> {
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
struct NeighboursJson<'a> {
    id: &'a str,
    key: String,
    related: Vec<&'a str>,
    versions: Vec<&'a str>,
}

pub(super) fn run(port: Port, asked: &RelatedArgs, out: &mut Output) -> Result<Status> {
    match &asked.id {
        Some(id) => match find(port, id, &out.speaker)? {
            Some(key) => one(port, key, asked, out),
            None => Ok(Status::Nothing),
        },
        None => all(port, asked, out),
    }
}

fn one(port: Port, key: ArticleKey, asked: &RelatedArgs, out: &mut Output) -> Result<Status> {
    let related = port.related(key, asked.n)?;
    if asked.json {
        for (rank, row) in (1..).zip(&related) {
            out.json(&one_json(rank, row, asked.explain))?;
        }
    } else {
        let keys = related.iter().map(|row| row.card.key).collect();
        let (_, records) = port.records(keys)?;
        for (row, record) in related.iter().zip(&records) {
            line(row, record, asked.explain, out)?;
        }
    }
    Ok(Status::found(!related.is_empty()))
}

fn one_json(rank: usize, row: &RelatedRow, explain: bool) -> RelatedJson<'_> {
    RelatedJson {
        rank,
        id: &row.id,
        key: row.card.key.key.to_string(),
        score: row.score,
        terms: row.terms.iter().map(|term| term.form.as_str()).collect(),
        days_apart: row.days_apart,
        same_story: row.same_story,
        versions: ids(&row.versions),
        weights: explain.then(|| row.terms.iter().map(|term| term.weight).collect()),
    }
}

/// Closeness (or `version`), id, date, source, title, terms, how many versions.
fn line(row: &RelatedRow, record: &ArticleRecord, explain: bool, out: &mut Output) -> Result<()> {
    let close = if row.same_story {
        out.speaker.field(&RelatedReport::Version)
    } else {
        format!("{:.0}%", row.score * 100.0)
    };
    let versions = match row.versions.len() {
        0 => String::new(),
        n => out
            .speaker
            .field(&RelatedReport::Versions { versions: n as u64 }),
    };
    let article = &record.entry.article;
    let day = date(&record.entry);
    let (id, source, title) = (
        record.id.as_str(),
        article.source_str(),
        article.title_str(),
    );
    let shared = terms(&row.terms, explain);
    let why: Vec<&str> = [shared.as_str(), &versions]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if out.speaker.is_for_people() {
        // The title has the rest of the line; why it is related stands below.
        out.fields(&[&close, id, &day, source, title])?;
        if !why.is_empty() {
            out.marked(&why.join(" · "), &[])?;
        }
        return Ok(());
    }
    let fields = [&close, id, &day, source, title, &shared, &versions];
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

fn all(port: Port, asked: &RelatedArgs, out: &mut Output) -> Result<Status> {
    let articles = port.articles();
    let mut any = false;
    for from in (0..articles).step_by(BLOCK_ARTICLES) {
        let places = from..articles.min(from + BLOCK_ARTICLES);
        for neighbours in port.related_to_each(places, asked.n)? {
            any |= !neighbours.related.is_empty() || !neighbours.versions.is_empty();
            let ArticleName { id, key } = &neighbours.article;
            let related = ids(&neighbours.related);
            if asked.json {
                out.json(&NeighboursJson {
                    id,
                    key: key.key.to_string(),
                    related,
                    versions: ids(&neighbours.versions),
                })?;
            } else {
                out.fields(&[id, &related.join(" ")])?;
            }
        }
    }
    Ok(Status::found(any))
}

fn ids(articles: &[ArticleName]) -> Vec<&str> {
    articles.iter().map(|article| article.id.as_str()).collect()
}
