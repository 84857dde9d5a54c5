//! An article in, its paragraphs with their folds and near repeats out, as scripts see them: positions
//! count Unicode scalar values.

use std::ops::Range;

use serde::Serialize;

use crate::corpus::Article;
use crate::dedup::{self, Folds, RepeatOrigin};

/// A paragraph and what repeats in it.
#[derive(Serialize)]
pub(super) struct Paragraph {
    index: usize,
    start: usize,
    end: usize,
    class: &'static str,
    folds: Vec<Fold>,
    near: Vec<Near>,
}

#[derive(Serialize)]
struct Fold {
    start: usize,
    end: usize,
    of_start: usize,
    of_end: usize,
    of_in: &'static str,
}

#[derive(Serialize)]
struct Near {
    start: usize,
    end: usize,
    of_start: usize,
    of_end: usize,
    of_in: &'static str,
    /// What became of the earlier words, positions here.
    ops: Vec<(&'static str, usize, usize)>,
    /// The same, positions in the earlier text.
    of_ops: Vec<(&'static str, usize, usize)>,
}

/// The paragraphs of an article.
pub(super) fn paragraphs(article: &Article, folds: &Folds) -> Vec<Paragraph> {
    let offsets = Offsets {
        text: CharOffsets::new(&article.text),
        title: CharOffsets::new(article.title_str()),
    };
    let mut near = folds.near.iter().peekable();
    let paragraph = |(index, p): (usize, &crate::corpus::Paragraph)| {
        let [start, end] = offsets.text.range(&p.bytes);
        let mut changed = Vec::new();
        while let Some(one) = near.next_if(|one| one.paragraph <= index) {
            changed.push(offsets.near(one));
        }
        let folds = folds.paragraphs.get(index).into_iter().flatten();
        Paragraph {
            index,
            start,
            end,
            class: p.class.as_str(),
            folds: folds.map(|fold| offsets.fold(fold)).collect(),
            near: changed,
        }
    };
    article
        .paragraphs
        .iter()
        .enumerate()
        .map(paragraph)
        .collect()
}

struct Offsets {
    text: CharOffsets,
    title: CharOffsets,
}

impl Offsets {
    fn earlier(&self, place: RepeatOrigin) -> (&'static str, &CharOffsets) {
        match place {
            RepeatOrigin::Text => ("text", &self.text),
            RepeatOrigin::Title => ("title", &self.title),
        }
    }

    fn fold(&self, fold: &dedup::Fold) -> Fold {
        let (of_in, earlier) = self.earlier(fold.of_in);
        let [start, end] = self.text.range(&fold.bytes);
        let [of_start, of_end] = earlier.range(&fold.of);
        Fold {
            start,
            end,
            of_start,
            of_end,
            of_in,
        }
    }

    fn near(&self, near: &dedup::NearRepeat) -> Near {
        let (of_in, earlier) = self.earlier(near.of_in);
        let [start, end] = self.text.range(&near.bytes);
        let [of_start, of_end] = earlier.range(&near.of);
        let op = |change: dedup::Change, [start, end]: [usize; 2]| (change.as_str(), start, end);
        let edits = near.edits.iter();
        Near {
            start,
            end,
            of_start,
            of_end,
            of_in,
            ops: edits
                .clone()
                .map(|e| op(e.change, self.text.range(&e.here)))
                .collect(),
            of_ops: edits
                .map(|e| op(e.change, earlier.range(&e.there)))
                .collect(),
        }
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
