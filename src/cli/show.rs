//! `fihrist show`: one article, its repeated text collapsed, or as it is; in logical order, or laid out by
//! [`super::visual`].

use anyhow::{Result, bail};
use serde::Serialize;

use super::Status;
use super::args::{Repeats, Show};
use super::list::date;
use super::output::{self, Output};
use super::spans::{Paragraph, paragraphs};
use super::visual;
use crate::app::{Part, parts, repeats};
use crate::library::{ArticleNo, Entry, Library, Lookup, Several};

/// Articles that are listed where a name stands for several.
const LISTED: usize = 5;

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    key: String,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    text: &'a str,
    paragraphs: Vec<Paragraph>,
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
        Lookup::Several(several) => bail!("{}", said(library, id, &several)),
    }
}

/// Why a name stands for several articles, with some of them, and what to do.
fn said(library: &Library, name: &str, several: &Several) -> String {
    let articles = several.articles();
    let key = |no: &ArticleNo| library.key(*no).key.short();
    let id = |no: &ArticleNo| library.id(*no).to_owned();
    let list = |shown: &dyn Fn(&ArticleNo) -> String| {
        let listed: Vec<String> = articles.iter().take(LISTED).map(shown).collect();
        let more = if articles.len() > LISTED { ", …" } else { "" };
        format!("{}{more}", listed.join(", "))
    };
    let count = articles.len();
    match several {
        Several::OwnId(_) => {
            let keys = list(&key);
            format!("{count} records have the id {name:?}: give the key of one: {keys}")
        }
        Several::Beginning(_) => {
            let keys = list(&|no| format!("{} (key {})", id(no), key(no)));
            format!("more than one id or key begins with {name:?}: give more of it: {keys}")
        }
        Several::Key(_) => {
            let ids = list(&id);
            format!("{count} files hold the record {name:?}: give the id of one: {ids}")
        }
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
        let repeats = entry.folds.repeated_words > 0 || !entry.folds.near.is_empty();
        return Ok(Status::found(repeats || show.repeats != Repeats::Alone));
    } else {
        match show.repeats {
            Repeats::Open => out.line(&entry.article.text)?,
            Repeats::Collapsed => collapsed(entry, out)?,
            Repeats::Alone => {
                let repeats = alone(entry, out)?;
                return Ok(Status::found(repeats));
            }
        }
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
        write(&part, out)?;
    }
    Ok(())
}

fn write(part: &Part<'_>, out: &mut Output) -> Result<()> {
    match part {
        Part::Text(text) => out.line(text)?,
        Part::Fold(summary, of) if of.is_empty() => out.line(summary)?,
        Part::Fold(summary, of) => out.line(&format!("{summary}: {of}…"))?,
        Part::Near(label, before) => out.line(&format!("{label} {}", before.join(" · ")))?,
    }
    Ok(())
}

/// Writes what repeats, each under the line that stands for it; returns whether anything does.
fn alone(entry: &Entry, out: &mut Output) -> Result<bool> {
    let repeats = repeats(entry);
    for part in &repeats {
        write(part, out)?;
        if matches!(part, Part::Text(_)) {
            out.line("")?;
        }
    }
    Ok(!repeats.is_empty())
}

fn shown<'a>(id: &'a str, entry: &'a Entry) -> Shown<'a> {
    let article = &entry.article;
    Shown {
        id,
        key: article.key.to_string(),
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        text: &article.text,
        paragraphs: paragraphs(article, &entry.folds),
    }
}
