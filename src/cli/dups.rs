//! `fihrist dups`: what is said twice, within each article or by several articles of the corpus.

use std::collections::HashMap;

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::{Dups, Scope};
use super::list::date;
use super::output::Output;
use super::spans::{Paragraph, paragraphs};
use crate::dedup::within::{self, MIN_ALONE};
use crate::dedup::{Cluster, Folds};
use crate::library::{ArticleNo, Entry, Library};

#[derive(Serialize)]
struct Repeating<'a> {
    id: &'a str,
    paragraphs: Vec<Paragraph>,
}

#[derive(Serialize)]
struct Story<'a> {
    /// The id of the first member, with a number where several clusters have the same.
    cluster: String,
    size: usize,
    members: Vec<Member<'a>>,
}

#[derive(Serialize)]
struct Member<'a> {
    id: &'a str,
    source: Option<&'a str>,
    date: Option<String>,
    similarity: f64,
}

pub(super) fn run(library: &Library, asked: &Dups, out: &mut Output) -> Result<Status> {
    let mut any = false;
    if asked.scope != Scope::Corpus {
        for (no, entry) in library.entries() {
            any |= article(library.id(no), entry, asked, out)?;
        }
    }
    if asked.scope != Scope::Article {
        if any && !asked.json {
            out.line("")?;
        }
        let copies = library.copies(asked.threshold);
        let mut times: HashMap<u32, usize> = HashMap::new();
        for cluster in copies.groups() {
            let first = cluster.members.first().map_or(0, |member| member.article);
            let nth = times.entry(first).or_default();
            *nth += 1;
            story(library, (cluster, *nth), asked, out)?;
            any = true;
        }
    }
    Ok(Status::found(any))
}

/// Writes an article that repeats itself; returns whether it does.
fn article(id: &str, entry: &Entry, asked: &Dups, out: &mut Output) -> Result<bool> {
    let anew = (asked.min_words != MIN_ALONE)
        .then(|| within::fold_from((&entry.article).into(), asked.min_words));
    let folds = anew.as_ref().unwrap_or(&entry.folds);
    let repeats = folds.repeated_words > 0 || !folds.near.is_empty();
    if !repeats && !asked.all {
        return Ok(false);
    }
    if asked.json {
        out.json(&Repeating {
            id,
            paragraphs: paragraphs(&entry.article, folds),
        })?;
    } else {
        let title = entry.article.title_str();
        out.fields(&[id, &repeated(folds), &near(folds), title])?;
    }
    Ok(repeats)
}

/// `240/474`: words that repeat, of all.
fn repeated(folds: &Folds) -> String {
    format!("{}/{}", folds.repeated_words, folds.words)
}

/// `≈2`: near repeats.
fn near(folds: &Folds) -> String {
    match folds.near.len() {
        0 => String::new(),
        n => format!("≈{n}"),
    }
}

/// A group of articles any two of which are alike; `nth` counts those with the same first member.
fn story(
    library: &Library,
    (cluster, nth): (&Cluster, usize),
    asked: &Dups,
    out: &mut Output,
) -> Result<()> {
    let known = cluster.members.iter().filter_map(|member| {
        let no = ArticleNo(member.article);
        Some((member, library.id(no), library.get(no)?))
    });
    if asked.json {
        let members: Vec<Member> = known
            .map(|(member, id, entry)| Member {
                id,
                source: entry.article.source.as_ref().map(|s| s.value.as_str()),
                date: entry.article.date.as_ref().map(|d| d.value.to_string()),
                similarity: three_digits(member.similarity),
            })
            .collect();
        let first = members.first().map_or("", |first| first.id);
        out.json(&Story {
            cluster: match nth {
                1 => first.to_owned(),
                _ => format!("{first}/{nth}"),
            },
            size: members.len(),
            members,
        })?;
        return Ok(());
    }
    for (member, id, entry) in known {
        let percent = format!("{:.0}%", member.similarity * 100.0);
        let article = &entry.article;
        let (day, source) = (date(entry), article.source_str());
        out.fields(&[&percent, id, &day, source, article.title_str()])?;
    }
    out.line("")?;
    Ok(())
}

fn three_digits(similarity: f32) -> f64 {
    (f64::from(similarity) * 1000.0).round() / 1000.0
}
