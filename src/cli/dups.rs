//! `fihrist dups`: what repeats, within each article or in several articles of the corpus.

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::{Dups, Scope};
use super::list::date;
use super::output::Output;
use super::port::Port;
use super::spans::{ParagraphJson, paragraphs};
use crate::dedup::Folds;
use crate::dedup::within::{self, MIN_ALONE};
use crate::library::{Request, Sort};
use crate::store::{AlikeGroup, ArticleRecord, ListAsk};

#[derive(Serialize)]
struct RepeatingJson<'a> {
    id: &'a str,
    key: String,
    paragraphs: Vec<ParagraphJson>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    /// A hash of the members' ids: the same from run to run, in whatever order the files come.
    cluster: &'a str,
    /// The same of all articles of the first member's story, of which this is a part.
    story: Option<&'a str>,
    size: usize,
    members: Vec<MemberJson<'a>>,
}

#[derive(Serialize)]
struct MemberJson<'a> {
    id: &'a str,
    key: String,
    source: Option<&'a str>,
    date: Option<String>,
    similarity: f64,
}

pub(super) fn run(port: Port, asked: &Dups, out: &mut Output) -> Result<Status> {
    let mut any = false;
    if asked.scope != Scope::Corpus {
        let request = Request {
            sort: Sort::Place,
            ..Request::default()
        };
        let ask = ListAsk {
            request,
            ..ListAsk::default()
        };
        for row in port.rows(ask, usize::MAX)? {
            any |= article(&row?.record, asked, out)?;
        }
    }
    if asked.scope != Scope::Article {
        if any && !asked.json {
            out.line("")?;
        }
        for group in port.stories(asked.threshold)? {
            if asked.json {
                json(&group, out)?;
            } else {
                text(&group, out)?;
            }
            any = true;
        }
    }
    Ok(Status::found(any))
}

/// Writes an article that repeats itself, or any; returns whether it was written.
fn article(record: &ArticleRecord, asked: &Dups, out: &mut Output) -> Result<bool> {
    let ArticleRecord { key, id, entry } = record;
    let anew = (asked.min_words != MIN_ALONE)
        .then(|| within::fold_from((&entry.article).into(), asked.min_words));
    let folds = anew.as_ref().unwrap_or(&entry.folds);
    let repeats = folds.repeated_words > 0 || !folds.near.is_empty();
    if !repeats && !asked.all {
        return Ok(false);
    }
    if asked.json {
        out.json(&RepeatingJson {
            id,
            key: key.key.to_string(),
            paragraphs: paragraphs(&entry.article, folds),
        })?;
    } else {
        let title = entry.article.title_str();
        out.fields(&[id, &repeated(folds), &near(folds), title])?;
    }
    Ok(true)
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

/// A group of articles any two of which are alike, with the name of its story.
fn json(group: &AlikeGroup, out: &mut Output) -> Result<()> {
    let members = group.members.iter().map(|(record, similarity)| {
        let article = &record.entry.article;
        MemberJson {
            id: &record.id,
            key: record.key.key.to_string(),
            source: article.source.as_ref().map(|s| s.value.as_str()),
            date: article.date.as_ref().map(|d| d.value.to_string()),
            similarity: three_digits(*similarity),
        }
    });
    Ok(out.json(&GroupJson {
        cluster: &group.cluster,
        story: group.story.as_deref(),
        size: group.members.len(),
        members: members.collect(),
    })?)
}

/// A line a member, a blank line after the last.
fn text(group: &AlikeGroup, out: &mut Output) -> Result<()> {
    for (record, similarity) in &group.members {
        let percent = format!("{:.0}%", similarity * 100.0);
        let article = &record.entry.article;
        let (day, source) = (date(&record.entry), article.source_str());
        out.fields(&[&percent, &record.id, &day, source, article.title_str()])?;
    }
    Ok(out.line("")?)
}

fn three_digits(similarity: f32) -> f64 {
    (f64::from(similarity) * 1000.0).round() / 1000.0
}
