//! Takes a record and the place of its file, gives the article: paragraphs with classes, title, source, date.
//!
//! Fields come first; what they lack is sought in the lines of the text, then in the URL, then in
//! the names of folder and file. Nothing is invented: what no line states stays `None`, and a year
//! that is inferred from a weekday is kept beside the date as a guess.

mod path_dates;
mod recognised_lines;
mod surest_evidence;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use super::article::{Article, Class, FoundValue, Origin, Paragraph};
use super::date::{PartialDate, Ymd};
use super::format::RawRecord;
use super::outlet_names::outlet_file;
use super::source::{self, Credit};
use super::title;
use super::yearless_date::{DateGuess, YearSource, YearlessDate, years_in};
use recognised_lines::{KnownFields, RecognisedLines};

/// The file a record was read from.
#[derive(Clone, Debug)]
pub struct RecordPlace {
    pub path: Arc<Path>,
    /// The folder below the opened path whose name may be the outlet's.
    pub folder: Option<String>,
    /// The form of the file, as in [`Article::read_as`].
    pub read_as: Arc<str>,
}

/// An article, and the date whose year is still to be found.
#[derive(Debug)]
pub struct AssembledArticle {
    pub article: Article,
    /// A date without a year that the text and the path do not settle; neighbouring articles may.
    pub yearless: Option<YearlessDate>,
}

/// Puts an article together.
pub fn assemble(mut record: RawRecord, place: &RecordPlace) -> AssembledArticle {
    let text = std::mem::take(&mut record.text);
    let spans = paragraphs(&text);
    let lines = RecognisedLines::read(&text, &spans, known(&record));
    let field = record
        .title
        .take()
        .map(|t| FoundValue::new(t, Origin::Field));
    let title = field.or_else(|| {
        lines
            .title()
            .map(|t| FoundValue::new(t.to_owned(), Origin::Text))
    });
    let credit = lines.credit();
    let dating = dating(&record, &lines, &place.path);
    let source = source_of(&record, &credit, place);
    let mut classes = lines.into_classes();
    if let Some(title) = &title {
        mark_title(&text, &spans, &mut classes, &title.value);
    }
    let (date_guess, yearless) = guess(dating.yearless, &text, place);
    let paragraphs = spans.into_iter().zip(classes);
    let paragraphs = paragraphs
        .map(|(bytes, class)| Paragraph { bytes, class })
        .collect();
    let article = Article {
        key: record.key,
        own_id: record.id,
        path: place.path.clone(),
        record: record.number,
        line: record.line,
        title,
        source,
        date: dating.date,
        date_guess,
        date_text: dating.hijri,
        author: record.author.or(credit.author),
        url: record.url,
        extra: record.extra,
        charset: record.charset,
        read_as: Arc::clone(&place.read_as),
        text,
        paragraphs,
    };
    AssembledArticle { article, yearless }
}

/// Which of title, source and date the fields of a record hold.
fn known(record: &RawRecord) -> KnownFields {
    let published = record.date.as_ref().is_some_and(|d| d.1 == Origin::Field);
    KnownFields {
        title: record.title.is_some(),
        all: record.title.is_some() && record.source.is_some() && published,
    }
}

/// The byte ranges of the non-blank lines, trimmed as Python's `str.strip` does.
fn paragraphs(text: &str) -> Vec<std::ops::Range<usize>> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{1C}'..='\u{1F}');
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let trimmed = line.trim_start_matches(blank);
        let from = start + line.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(blank);
        if !trimmed.is_empty() {
            out.push(from..from + trimmed.len());
        }
        start += line.len() + 1;
    }
    out
}

/// Marks every paragraph that equals the title, but for marks and spelling, as [`Class::Title`].
fn mark_title(text: &str, spans: &[std::ops::Range<usize>], classes: &mut [Class], title: &str) {
    for (span, class) in spans.iter().zip(classes) {
        let paragraph = text.get(span.clone()).unwrap_or("");
        if *class == Class::Text && title::is_same(paragraph, title) {
            *class = Class::Title;
        }
    }
}

/// The source by the text, then the URL, then the folder. An agency in the text gives way to a host or
/// folder, which name the outlet.
fn source_of(
    record: &RawRecord,
    credit: &Credit,
    place: &RecordPlace,
) -> Option<FoundValue<String>> {
    if let Some(field) = &record.source {
        return Some(FoundValue::new(field.clone(), Origin::Field));
    }
    let text = || {
        credit
            .source
            .clone()
            .map(|s| FoundValue::new(s, Origin::Text))
    };
    let outlet = text().filter(|s| !source::is_generic(&s.value));
    let host = || {
        Some(FoundValue::new(
            source::host(record.url.as_deref()?)?,
            Origin::Url,
        ))
    };
    let folder = || Some(FoundValue::new(place.folder.clone()?, Origin::Folder));
    let file = || Some(FoundValue::new(outlet_file(&place.path)?, Origin::File));
    let found = outlet.or_else(host);
    // A file of many articles bears the name of their outlet; one of a single article lies in its folder.
    if record.alone {
        found.or_else(folder).or_else(text)
    } else {
        found.or_else(text).or_else(file).or_else(folder)
    }
}

/// The date of an article and what was read with it.
#[derive(Default)]
struct Dating {
    date: Option<FoundValue<PartialDate>>,
    hijri: Option<String>,
    yearless: Option<YearlessDate>,
}

/// The date by the field of publication, the text, the URL, the name of the file, and last the
/// time of the crawl.
fn dating(record: &RawRecord, lines: &RecognisedLines, path: &Path) -> Dating {
    let field = |origin| {
        let (stamp, from) = record.date.as_ref().filter(|d| d.1 == origin)?;
        let (date, hijri) = (
            Some(FoundValue::new(stamp.date, *from)),
            stamp.hijri.clone(),
        );
        Some(Dating {
            date,
            hijri,
            yearless: None,
        })
    };
    let text = || {
        let dated = lines.dated()?;
        let yearless = match (dated.date, dated.weekday) {
            (PartialDate::NoYear { month, day }, Some(weekday)) => Some(YearlessDate {
                month,
                day,
                weekday,
            }),
            _ => None,
        };
        let (date, hijri) = (Some(FoundValue::new(dated.date, Origin::Text)), dated.hijri);
        Some(Dating {
            date,
            hijri,
            yearless,
        })
    };
    let bare = |day: Ymd, from| Dating {
        date: Some(FoundValue::new(PartialDate::Day(day), from)),
        ..Dating::default()
    };
    let url = || {
        Some(bare(
            path_dates::date_in(record.url.as_deref()?)?,
            Origin::Url,
        ))
    };
    let file = || path_dates::date_of_file(path, record.alone).map(|(day, from)| bare(day, from));
    field(Origin::Field)
        .or_else(text)
        .or_else(url)
        .or_else(file)
        .or_else(|| field(Origin::Crawl))
        .unwrap_or_default()
}

/// The date with its year, by years in the path or else in the text; otherwise the date that is still open.
fn guess(
    yearless: Option<YearlessDate>,
    text: &str,
    place: &RecordPlace,
) -> (Option<DateGuess>, Option<YearlessDate>) {
    let Some(open) = yearless else {
        return (None, None);
    };
    let path = years_in(&place.path.to_string_lossy());
    let guess = open
        .among(&path, YearSource::Path)
        .or_else(|| open.among(&years_in(text), YearSource::Text));
    let rest = guess.is_none().then_some(open);
    (guess, rest)
}
