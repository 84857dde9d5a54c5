//! What the whole corpus tells of its articles, as a kept file, and back: furniture and folds without it.

use std::io;

use rustc_hash::FxHashMap;

use super::super::ArticleNo;
use super::super::refolded::{Refolded, RefoldedArticles};
use super::super::shards::Shards;
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// The section of articles with furniture.
const REFOLDED: u32 = 1;

pub(super) fn keep(refolded: &RefoldedArticles, out: &mut KeptWriter) -> io::Result<()> {
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
    columns::put_u8s(out, &articles.bytes)
}

/// The furniture of a corpus of these shards.
pub(super) fn open(file: &KeptFile, shards: &Shards) -> Result<RefoldedArticles, KeepError> {
    let bytes = file.section(REFOLDED).ok_or(KeepError::Missing)?.all()?;
    let mut fields = FieldReader::new(&bytes);
    let articles = fields.list(|fields| {
        let number = fields.small()?;
        let article = Refolded {
            furniture: fields.list(FieldReader::small)?.into(),
            repeated_words: fields.small()?,
            folds: fields.blob()?.into(),
        };
        Ok((number, article))
    })?;
    if articles
        .iter()
        .any(|(number, _)| shards.at(ArticleNo(*number)).is_none())
    {
        return Err(KeepError::Torn("furniture of no article"));
    }
    Ok(RefoldedArticles::new(
        articles.into_iter().collect::<FxHashMap<_, _>>(),
    ))
}
