//! What the whole corpus tells of its articles, as a kept file, and back: furniture and folds without it, and the
//! marks by which furniture is found again.

use std::io;

use super::super::refolded::{Refolded, RefoldedArticles};
use super::super::settled::Settled;
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::dedup::across::chrome::{ArticleMarks, MarkedLine};
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter, columns};

/// The section of articles with furniture.
const REFOLDED: u32 = 1;
/// The section of marks.
const MARKS: u32 = 2;

pub(super) fn keep(settled: &Settled, out: &mut KeptWriter) -> io::Result<()> {
    let refolded = &settled.refolded;
    let mut articles = FieldWriter::default();
    articles.size(refolded.len());
    for (number, article) in refolded.in_order() {
        articles.number(u64::from(number));
        articles.size(article.furniture.len());
        for paragraph in &*article.furniture {
            articles.number(u64::from(*paragraph));
        }
        articles.number(u64::from(article.repeated_words));
        articles.blob(&article.folds);
    }
    out.section(REFOLDED)?;
    columns::put_u8s(out, &articles.bytes)?;
    let mut marks = FieldWriter::default();
    marks.size(settled.marks.len());
    for article in &settled.marks {
        keep_marks(article, &mut marks);
    }
    out.section(MARKS)?;
    columns::put_u8s(out, &marks.bytes)
}

fn keep_marks(marks: &ArticleMarks, out: &mut FieldWriter) {
    out.number(2 * marks.lines.len() as u64 + u64::from(marks.again));
    let mut before = 0;
    for line in &marks.lines {
        let distance = u64::from(line.paragraph - before);
        out.number(2 * distance + u64::from(line.repeated));
        before = line.paragraph;
    }
}

/// The furniture of a corpus of so many articles.
pub(super) fn open_refolded(file: &KeptFile, count: usize) -> Result<RefoldedArticles, KeepError> {
    let bytes = file.section(REFOLDED).ok_or(KeepError::Missing)?.all()?;
    let mut fields = FieldReader::new(&bytes);
    let articles = fields.list(|fields| {
        let number = fields.small()?;
        let furniture = fields.list(FieldReader::small)?;
        if !furniture.is_sorted() {
            return Err(Unreadable);
        }
        let article = Refolded {
            furniture: furniture.into(),
            repeated_words: fields.small()?,
            folds: fields.blob()?.into(),
        };
        Ok((number, article))
    })?;
    if articles.iter().any(|(number, _)| *number as usize >= count) {
        return Err(KeepError::Torn(Damage::BadFurniture));
    }
    Ok(RefoldedArticles::new(articles))
}

/// The marks of that many articles.
pub(super) fn open_marks(file: &KeptFile, count: usize) -> Result<Vec<ArticleMarks>, KeepError> {
    let bytes = file.section(MARKS).ok_or(KeepError::Missing)?.all()?;
    let marks = FieldReader::new(&bytes).list(open_article)?;
    if marks.len() != count {
        return Err(KeepError::Torn(Damage::BadMarks));
    }
    Ok(marks)
}

fn open_article(fields: &mut FieldReader<'_>) -> Result<ArticleMarks, Unreadable> {
    let head = fields.size()?;
    let mut marks = ArticleMarks {
        again: head % 2 == 1,
        lines: Vec::new(),
    };
    let mut before = 0_u32;
    for _ in 0..head / 2 {
        let line = fields.number()?;
        let distance = u32::try_from(line / 2).map_err(|_| Unreadable)?;
        before = before.checked_add(distance).ok_or(Unreadable)?;
        marks.lines.push(MarkedLine {
            paragraph: before,
            repeated: line % 2 == 1,
        });
    }
    Ok(marks)
}
