//! What the first screen shows, as a kept file, and back.

use std::io;

use super::super::facets::{Facet, Facets, YearMonth};
use super::super::{ArticleKey, ArticleRow, FirstScreen, Summary};
use crate::corpus::packed_article::{pack_date, unpack_date};
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::corpus::{Key, PartialDate};
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// The section of all of it.
const FIRST: u32 = 1;

pub(super) fn keep(first: &FirstScreen, out: &mut KeptWriter) -> io::Result<()> {
    let mut all = FieldWriter::default();
    all.size(first.articles);
    all.size(first.summary.sources);
    for year in [first.summary.first_year, first.summary.last_year] {
        all.maybe(year, |all, year| all.signed(i64::from(year)));
    }
    for count in first.problem_counts {
        all.size(count);
    }
    pack_facets(&first.facets, &mut all);
    all.size(first.rows.len());
    for row in &first.rows {
        pack_row(row, &mut all);
    }
    out.section(FIRST)?;
    columns::put_u8s(out, &all.bytes)
}

pub(super) fn open(file: &KeptFile) -> Result<FirstScreen, KeepError> {
    let bytes = file.section(FIRST).ok_or(KeepError::Missing)?.all()?;
    Ok(unpack(&mut FieldReader::new(&bytes))?)
}

fn unpack(all: &mut FieldReader<'_>) -> Result<FirstScreen, Unreadable> {
    Ok(FirstScreen {
        articles: all.size()?,
        summary: Summary {
            sources: all.size()?,
            first_year: all.maybe(year)?,
            last_year: all.maybe(year)?,
        },
        problem_counts: [all.size()?, all.size()?, all.size()?],
        facets: unpack_facets(all)?,
        rows: all.list(unpack_row)?,
    })
}

fn year(fields: &mut FieldReader<'_>) -> Result<i16, Unreadable> {
    i16::try_from(fields.signed()?).map_err(|_| Unreadable)
}

fn pack_facets(facets: &Facets, out: &mut FieldWriter) {
    out.size(facets.sources.len());
    for source in &facets.sources {
        out.text(&source.value);
        out.size(source.count);
    }
    out.size(facets.months.len());
    for month in &facets.months {
        out.maybe(month.value, |out, (year, month)| {
            out.signed(i64::from(year));
            out.byte(month);
        });
        out.size(month.count);
    }
    out.size(facets.days.len());
    for day in &facets.days {
        pack_date(out, PartialDate::Day(day.value));
        out.size(day.count);
    }
}

fn unpack_facets(all: &mut FieldReader<'_>) -> Result<Facets, Unreadable> {
    let month = |all: &mut FieldReader<'_>| Ok((year(all)?, all.byte()?));
    Ok(Facets {
        sources: all.list(|all| {
            Ok(Facet {
                value: all.text()?.to_owned(),
                count: all.size()?,
            })
        })?,
        months: all.list(|all| {
            let value: YearMonth = all.maybe(month)?;
            Ok(Facet {
                value,
                count: all.size()?,
            })
        })?,
        days: all.list(|all| {
            Ok(Facet {
                value: unpack_date(all)?.day().ok_or(Unreadable)?,
                count: all.size()?,
            })
        })?,
    })
}

fn pack_row(row: &ArticleRow, out: &mut FieldWriter) {
    out.bytes.extend_from_slice(&row.key.key.to_bytes());
    out.number(u64::from(row.key.twin));
    for text in [&row.title, &row.first_words, &row.source] {
        out.text(text);
    }
    for date in [row.date, row.guess.map(PartialDate::Day)] {
        out.maybe(date, pack_date);
    }
    out.size(row.own_words);
    out.size(row.folds);
}

fn unpack_row(all: &mut FieldReader<'_>) -> Result<ArticleRow, Unreadable> {
    let mut key = [0; 16];
    for byte in &mut key {
        *byte = all.byte()?;
    }
    let key = ArticleKey {
        key: Key::from_bytes(key),
        twin: all.small()?,
    };
    let mut text = || Ok(all.text()?.to_owned());
    let (title, first_words, source) = (text()?, text()?, text()?);
    Ok(ArticleRow {
        key,
        title,
        first_words,
        source,
        date: all.maybe(unpack_date)?,
        guess: all.maybe(unpack_date)?.and_then(PartialDate::day),
        own_words: all.size()?,
        folds: all.size()?,
    })
}
