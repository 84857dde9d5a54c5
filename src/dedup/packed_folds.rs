//! The folds of an article in, their bytes out, and back.
//!
//! Byte ranges are packed as distances from what stands before them. What comes back lies in the text
//! that it is read for, or is refused.

use super::ArticleText;
use super::diff::{Change, Edit};
use super::within::{Fold, Folds, NearRepeat, RepeatOrigin};
use crate::corpus::packed_article::{pack_range, unpack_range};
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};

/// How much of an article is folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FoldCounts {
    /// Words of the whole text, furniture included.
    pub words: u32,
    /// Words inside folds.
    pub repeated_words: u32,
    pub folds: usize,
}

impl FoldCounts {
    /// Those of folds that were packed, without the folds.
    pub(crate) fn unpack(unpacker: &mut FieldReader<'_>) -> Result<FoldCounts, Unreadable> {
        let (words, repeated_words) = (unpacker.small()?, unpacker.small()?);
        let _paragraphs = unpacker.size()?;
        Ok(FoldCounts {
            words,
            repeated_words,
            folds: unpacker.size()?,
        })
    }
}

impl Folds {
    /// Appends the folds. Most articles have none: they take a few bytes.
    pub(crate) fn pack(&self, packer: &mut FieldWriter) {
        packer.number(u64::from(self.words));
        packer.number(u64::from(self.repeated_words));
        packer.size(self.paragraphs.len());
        packer.size(self.count());
        for (paragraph, folds) in self.paragraphs.iter().enumerate() {
            for fold in folds {
                packer.size(paragraph);
                packer.byte(fold.of_in as u8);
                pack_range(packer, 0, &fold.bytes);
                pack_range(packer, 0, &fold.of);
                packer.number(u64::from(fold.words));
            }
        }
        packer.size(self.near.len());
        for near in &self.near {
            packer.size(near.paragraph);
            packer.byte(near.of_in as u8);
            pack_range(packer, 0, &near.bytes);
            pack_range(packer, 0, &near.of);
            packer.size(near.edits.len());
            for edit in &near.edits {
                packer.byte(edit.change as u8);
                pack_range(packer, near.bytes.start, &edit.here);
                pack_range(packer, near.of.start, &edit.there);
            }
        }
    }

    /// The folds that were packed, of that article.
    pub(crate) fn unpack(
        unpacker: &mut FieldReader<'_>,
        article: ArticleText<'_>,
    ) -> Result<Folds, Unreadable> {
        let mut folds = Folds {
            words: unpacker.small()?,
            repeated_words: unpacker.small()?,
            ..Folds::default()
        };
        if unpacker.size()? != article.paragraphs.len() {
            return Err(Unreadable);
        }
        folds.paragraphs = vec![Vec::new(); article.paragraphs.len()];
        unpacker.list(|unpacker| {
            let paragraph = unpacker.size()?;
            let fold = unpack_fold(unpacker, article)?;
            let list = folds.paragraphs.get_mut(paragraph).ok_or(Unreadable)?;
            list.push(fold);
            Ok(())
        })?;
        folds.near = unpacker.list(|unpacker| unpack_near(unpacker, article))?;
        Ok(folds)
    }
}

fn unpack_fold(
    unpacker: &mut FieldReader<'_>,
    article: ArticleText<'_>,
) -> Result<Fold, Unreadable> {
    let of_in = unpack_repeat_origin(unpacker)?;
    let fold = Fold {
        of_in,
        bytes: unpack_range(unpacker, 0)?,
        of: unpack_range(unpacker, 0)?,
        words: unpacker.small()?,
    };
    let there = article.text.get(fold.bytes.clone()).is_some();
    let known = article.part(of_in).get(fold.of.clone()).is_some();
    if there && known {
        Ok(fold)
    } else {
        Err(Unreadable)
    }
}

fn unpack_near(
    unpacker: &mut FieldReader<'_>,
    article: ArticleText<'_>,
) -> Result<NearRepeat, Unreadable> {
    let paragraph = unpacker.size()?;
    let of_in = unpack_repeat_origin(unpacker)?;
    let bytes = unpack_range(unpacker, 0)?;
    let of = unpack_range(unpacker, 0)?;
    let earlier = article.part(of_in);
    let edits = unpacker.list(|unpacker| {
        let change = Change::ALL.get(usize::from(unpacker.byte()?));
        let edit = Edit {
            change: *change.ok_or(Unreadable)?,
            here: unpack_range(unpacker, bytes.start)?,
            there: unpack_range(unpacker, of.start)?,
        };
        let here = article.text.get(edit.here.clone()).is_some();
        let there = earlier.get(edit.there.clone()).is_some();
        if here && there {
            Ok(edit)
        } else {
            Err(Unreadable)
        }
    })?;
    let here = article.text.get(bytes.clone()).is_some();
    if !here || earlier.get(of.clone()).is_none() || paragraph >= article.paragraphs.len() {
        return Err(Unreadable);
    }
    Ok(NearRepeat {
        paragraph,
        bytes,
        of,
        of_in,
        edits,
    })
}

fn unpack_repeat_origin(unpacker: &mut FieldReader<'_>) -> Result<RepeatOrigin, Unreadable> {
    match unpacker.byte()? {
        0 => Ok(RepeatOrigin::Text),
        1 => Ok(RepeatOrigin::Title),
        _ => Err(Unreadable),
    }
}

impl<'a> ArticleText<'a> {
    /// The text that earlier words stand in.
    fn part(&self, of_in: RepeatOrigin) -> &'a str {
        match of_in {
            RepeatOrigin::Text => self.text,
            RepeatOrigin::Title => self.title.unwrap_or(""),
        }
    }
}
