//! `fihrist show`: one article, its repeated text collapsed, or as it is; in logical order, or laid out by
//! [`super::visual`].

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::args::{Repeats, Show};
use super::list::date;
use super::lookup::find;
use super::output::Output;
use super::port::Port;
use super::spans::{ParagraphJson, paragraphs};
use super::visual;
use crate::app::{PlainPart, parts, repeats};
use crate::library::Entry;
use crate::store::ArticleRecord;
use crate::text::{closed, isolated, unisolated};
use crate::words::Words;

#[derive(Serialize)]
struct ShownJson<'a> {
    id: &'a str,
    key: String,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    text: &'a str,
    paragraphs: Vec<ParagraphJson>,
}

pub(super) fn run(port: Port, show: &Show, out: &mut Output) -> Result<Status> {
    let Some(key) = find(port, &show.id, &out.speaker)? else {
        return Ok(Status::Nothing);
    };
    let record = port.record(key)?;
    let words = out.speaker.words;
    let entry = &record.entry;
    if let Some(asked) = show.visual {
        visual::run(entry, show, asked, words, out)?;
    } else if show.json {
        out.json(&shown(&record))?;
        let repeats = entry.folds.repeated_words > 0 || !entry.folds.near.is_empty();
        return Ok(Status::found(repeats || show.repeats != Repeats::Alone));
    } else {
        match show.repeats {
            Repeats::Open => out.text(&entry.article.text)?,
            Repeats::Collapsed => collapsed(entry, words, out)?,
            Repeats::Alone => {
                let repeats = alone(entry, words, out)?;
                return Ok(Status::found(repeats));
            }
        }
    }
    Ok(Status::Found)
}

fn collapsed(entry: &Entry, words: Words, out: &mut Output) -> Result<()> {
    let article = &entry.article;
    out.text(article.title_str())?;
    let known = [date(entry), article.source_str().to_owned()];
    let known: Vec<String> = known.into_iter().filter(|k| !k.is_empty()).collect();
    let composed = known
        .iter()
        .map(|value| isolated(value))
        .collect::<Vec<_>>();
    out.composed(&composed.join(" · "), &known.join(" · "))?;
    for part in parts(entry) {
        out.line("")?;
        write(&part, words, out)?;
    }
    Ok(())
}

fn write(part: &PlainPart<'_>, words: Words, out: &mut Output) -> Result<()> {
    match part {
        PlainPart::Text(text) => out.text(text)?,
        PlainPart::Fold { line, open } => {
            let summary = line.summary(*open, 0, words);
            let plain = unisolated(&summary);
            if line.of.is_empty() {
                out.composed(&summary, &plain)?;
            } else {
                let of = isolated(&format!("{}…", line.of));
                out.composed(
                    &format!("{summary}: {of}"),
                    &format!("{plain}: {}…", closed(&line.of)),
                )?;
            }
        }
        PlainPart::Near(note, before) => {
            let values: Vec<String> = before.iter().map(|words| isolated(words)).collect();
            let composed = format!("{} {}", words.say(note), values.join(" · "));
            let before: Vec<_> = before.iter().map(|words| closed(words)).collect();
            let plain = format!("{} {}", words.plain(note), before.join(" · "));
            out.composed(&composed, &plain)?;
        }
    }
    Ok(())
}

/// Writes what repeats, each under the line that stands for it; returns whether anything does.
fn alone(entry: &Entry, words: Words, out: &mut Output) -> Result<bool> {
    let repeats = repeats(entry);
    for part in &repeats {
        write(part, words, out)?;
        if matches!(part, PlainPart::Text(_)) {
            out.line("")?;
        }
    }
    Ok(!repeats.is_empty())
}

fn shown(record: &ArticleRecord) -> ShownJson<'_> {
    let entry = &record.entry;
    let article = &entry.article;
    ShownJson {
        id: &record.id,
        key: record.key.key.to_string(),
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        text: &article.text,
        paragraphs: paragraphs(article, &entry.folds),
    }
}
