//! `fihrist dups`: what is said twice, within each article or by several articles of the corpus.

use std::collections::HashMap;
use std::rc::Rc;

use anyhow::Result;
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use super::Status;
use super::args::{Dups, Scope};
use super::list::date;
use super::output::Output;
use super::spans::{Paragraph, paragraphs};
use crate::dedup::within::{self, MIN_ALONE};
use crate::dedup::{self, ArticleCluster, Copies, Folds};
use crate::library::{ArticleNo, Entry, Library};

#[derive(Serialize)]
struct Repeating<'a> {
    id: &'a str,
    key: String,
    paragraphs: Vec<Paragraph>,
}

#[derive(Serialize)]
struct Group<'a> {
    /// A hash of the members' ids: the same from run to run, in whatever order the files come.
    cluster: String,
    /// The same of all articles that tell the first member's story, of which this is a part.
    story: Option<&'a str>,
    size: usize,
    members: Vec<Member<'a>>,
}

#[derive(Serialize)]
struct Member<'a> {
    id: &'a str,
    key: String,
    source: Option<&'a str>,
    date: Option<String>,
    similarity: f64,
}

pub(super) fn run(library: &Library, asked: &Dups, out: &mut Output) -> Result<Status> {
    let mut any = false;
    if asked.scope != Scope::Corpus {
        for (no, entry) in library.in_order() {
            any |= article(library.id(no), entry, asked, out)?;
        }
    }
    if asked.scope != Scope::Article {
        if any && !asked.json {
            out.line("")?;
        }
        let copies = library.copies(asked.threshold);
        let stories = Stories::of(library, &copies);
        for cluster in copies.groups() {
            group(library, (cluster, stories.of_first(cluster)), asked, out)?;
            any = true;
        }
    }
    Ok(Status::found(any))
}

/// Writes an article that repeats itself, or any; returns whether it was written.
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
            key: entry.article.key.to_string(),
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

/// The name of each story, by its articles.
struct Stories(HashMap<u32, Rc<str>>);

impl Stories {
    fn of(library: &Library, copies: &Copies) -> Stories {
        let named = copies.clusters().iter().flat_map(|story| {
            let name: Rc<str> = name(library, story).into();
            let article = move |member: &dedup::ClusterMember| (member.article, Rc::clone(&name));
            story.members.iter().map(article)
        });
        Stories(named.collect())
    }

    /// The story of a group's first member; there is none where it is all furniture.
    fn of_first(&self, group: &ArticleCluster) -> Option<&str> {
        let first = group.members.first()?;
        self.0.get(&first.article).map(|name| &**name)
    }
}

/// 12 hex digits by which a cluster is known.
fn name(library: &Library, cluster: &ArticleCluster) -> String {
    let members = cluster.members.iter();
    let mut ids: Vec<&str> = members.map(|m| library.id(ArticleNo(m.article))).collect();
    ids.sort_unstable();
    let mut all = Vec::new();
    for id in ids {
        all.extend((id.len() as u64).to_le_bytes());
        all.extend(id.as_bytes());
    }
    format!("{:012x}", xxh3_64(&all) >> 16)
}

/// A group of articles any two of which are alike, with the name of its story.
fn group(
    library: &Library,
    (cluster, story): (&ArticleCluster, Option<&str>),
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
                key: entry.article.key.to_string(),
                source: entry.article.source.as_ref().map(|s| s.value.as_str()),
                date: entry.article.date.as_ref().map(|d| d.value.to_string()),
                similarity: three_digits(member.similarity),
            })
            .collect();
        out.json(&Group {
            cluster: name(library, cluster),
            story,
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
