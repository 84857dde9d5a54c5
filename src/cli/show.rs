//! `fihrist show`: one article, its repeated text collapsed, or as it is; in logical order, or laid out by
//! [`super::visual`].

use std::ops::Range;

use anyhow::{Result, bail};
use serde::Serialize;

use super::Status;
use super::args::Show;
use super::list::date;
use super::output::{self, Output};
use super::visual;
use crate::app::{Part, parts};
use crate::dedup::Place;
use crate::library::{ArticleNo, Entry, Library, Lookup};

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    text: &'a str,
    paragraphs: Vec<Paragraph>,
}

#[derive(Serialize)]
struct Paragraph {
    index: usize,
    start: usize,
    end: usize,
    class: &'static str,
    folds: Vec<Fold>,
    near: [(); 0],
}

#[derive(Serialize)]
struct Fold {
    start: usize,
    end: usize,
    of_start: usize,
    of_end: usize,
    of_in: &'static str,
}

/// The article an id stands for; `None` where there is none.
pub(super) fn find(library: &Library, id: &str) -> Result<Option<ArticleNo>> {
    match library.find(id) {
        Lookup::One(no) => Ok(Some(no)),
        Lookup::None => {
            output::tell(&format!(
                "no article has the id {id:?} (fihrist list shows the ids)"
            ));
            Ok(None)
        }
        Lookup::Several => bail!("more than one id begins with {id:?}: give more of it"),
    }
}

pub(super) fn run(library: &Library, show: &Show, out: &mut Output) -> Result<Status> {
    let known = find(library, &show.id)?.and_then(|no| Some((no, library.get(no)?)));
    let Some((no, entry)) = known else {
        return Ok(Status::Nothing);
    };
    if let Some(asked) = show.visual {
        visual::run(entry, show, asked, out)?;
    } else if show.json {
        out.json(&shown(library.id(no), entry))?;
    } else if show.raw {
        out.line(&entry.article.text)?;
    } else {
        collapsed(entry, out)?;
    }
    Ok(Status::Found)
}

fn collapsed(entry: &Entry, out: &mut Output) -> Result<()> {
    let article = &entry.article;
    out.line(article.title_str())?;
    let known = [date(entry), article.source_str().to_owned()];
    let known: Vec<String> = known.into_iter().filter(|k| !k.is_empty()).collect();
    out.line(&known.join(" · "))?;
    for part in parts(entry) {
        out.line("")?;
        match part {
            Part::Text(text) => out.line(text)?,
            Part::Fold(summary, of) if of.is_empty() => out.line(&summary)?,
            Part::Fold(summary, of) => out.line(&format!("{summary}: {of}…"))?,
        }
    }
    Ok(())
}

fn shown<'a>(id: &'a str, entry: &'a Entry) -> Shown<'a> {
    let article = &entry.article;
    let text = CharOffsets::new(&article.text);
    let title = CharOffsets::new(article.title_str());
    let paragraphs = article.paragraphs.iter().enumerate().map(|(index, p)| {
        let folds = entry.folds.paragraphs.get(index).into_iter().flatten();
        let [start, end] = text.range(&p.bytes);
        Paragraph {
            index,
            start,
            end,
            class: p.class.as_str(),
            near: [],
            folds: folds.map(|fold| fold_of(fold, &text, &title)).collect(),
        }
    });
    Shown {
        id,
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        text: &article.text,
        paragraphs: paragraphs.collect(),
    }
}

fn fold_of(fold: &crate::dedup::Fold, text: &CharOffsets, title: &CharOffsets) -> Fold {
    let (of_in, earlier) = match fold.of_in {
        Place::Text => ("text", text),
        Place::Title => ("title", title),
    };
    let [start, end] = text.range(&fold.bytes);
    let [of_start, of_end] = earlier.range(&fold.of);
    Fold {
        start,
        end,
        of_start,
        of_end,
        of_in,
    }
}

/// From byte offsets to offsets in Unicode scalar values.
pub(super) struct CharOffsets {
    /// The byte at which every char begins.
    starts: Vec<usize>,
}

impl CharOffsets {
    pub(super) fn new(text: &str) -> CharOffsets {
        CharOffsets {
            starts: text.char_indices().map(|(at, _)| at).collect(),
        }
    }

    fn range(&self, bytes: &Range<usize>) -> [usize; 2] {
        [bytes.start, bytes.end].map(|byte| self.of(byte))
    }

    /// How many chars begin before `byte`.
    pub(super) fn of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }
}
