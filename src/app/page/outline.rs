//! From an article and its folds to the order of its pieces, without looking at more of the text than stands
//! between two folds.
//!
//! A paragraph with `n` folds is cut by them into `2n + 1` [`Slot`]s: the text before the first fold, the
//! fold, the text between it and the next, and so on. Slots with nothing but white space are no pieces. Folds
//! that follow one another as pieces, over paragraphs too, are one group to the reader.
//!
//! Invariant: takes 8 bytes a fold and 16 bytes a group, nothing for a paragraph.

use std::ops::Range;

use crate::app::fold_line::{FoldLine, MAX_ORIGIN_BYTES, title_paragraph};
use crate::corpus::Class;
use crate::dedup::{Fold, RepeatOrigin};
use crate::library::Entry;
use crate::text::head;

/// Where a piece stands: the text before fold `index / 2` of a paragraph where the index is even, that fold
/// where it is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    pub(in crate::app) paragraph: usize,
    pub(in crate::app) index: usize,
}

impl Slot {
    pub(in crate::app) fn is_fold(self) -> bool {
        self.index % 2 == 1
    }

    /// Its bytes: of text without white space around it, and empty where there is none.
    pub(in crate::app) fn bytes(self, entry: &Entry) -> Range<usize> {
        let Some(paragraph) = entry.article.paragraphs.get(self.paragraph) else {
            return 0..0;
        };
        let folds = folds_of(entry, self.paragraph);
        let fold = |index: usize| folds.get(index).map(|fold| &fold.bytes);
        if self.is_fold() {
            return fold(self.index / 2).cloned().unwrap_or(0..0);
        }
        let before = (self.index / 2).checked_sub(1).and_then(fold);
        let start = before.map_or(paragraph.bytes.start, |fold| fold.end);
        let end = fold(self.index / 2).map_or(paragraph.bytes.end, |fold| fold.start);
        let text = entry.article.text.get(start..end).unwrap_or("");
        let begins = start + (text.len() - text.trim_start().len());
        begins..begins + text.trim().len()
    }

    /// Class of its paragraph.
    pub(in crate::app) fn class(self, entry: &Entry) -> Class {
        let paragraph = entry.article.paragraphs.get(self.paragraph);
        paragraph.map_or(Class::Text, |paragraph| paragraph.class)
    }
}

/// The folds of an article as groups, and the paragraph that its title takes.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Outline {
    /// The paragraph that the page's head shows already.
    title: Option<usize>,
    /// Every fold of the article, in order.
    folds: Vec<FoldAt>,
    groups: Vec<FoldRun>,
}

/// A fold by its paragraph and its index in the paragraph's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct FoldAt {
    paragraph: u32,
    index: u32,
}

impl FoldAt {
    fn slot(self) -> Slot {
        Slot {
            paragraph: self.paragraph as usize,
            index: 2 * self.index as usize + 1,
        }
    }
}

/// Folds that follow one another as pieces: one fold to the reader.
#[derive(Clone, Copy, Debug)]
struct FoldRun {
    /// Index of its first fold among all.
    first: u32,
    /// Index of its longest fold among all.
    longest: u32,
    /// Paragraphs that are folded whole.
    paragraphs: u32,
    words: u32,
}

impl Outline {
    pub(in crate::app) fn new(entry: &Entry) -> Outline {
        let mut outline = Outline {
            title: title_paragraph(entry),
            folds: Vec::with_capacity(entry.fold_count()),
            groups: Vec::new(),
        };
        for (paragraph, folds) in entry.folds.paragraphs.iter().enumerate() {
            if Some(paragraph) == outline.title {
                continue;
            }
            for (index, fold) in folds.iter().enumerate() {
                let at = FoldAt {
                    paragraph: paragraph as u32,
                    index: index as u32,
                };
                outline.push(entry, at, fold);
            }
        }
        outline
    }

    fn push(&mut self, entry: &Entry, at: FoldAt, fold: &Fold) {
        let goes_on = self.before(entry, at.slot()).is_some_and(Slot::is_fold);
        let number = self.folds.len() as u32;
        self.folds.push(at);
        if !goes_on {
            self.groups.push(FoldRun {
                first: number,
                longest: number,
                paragraphs: 0,
                words: 0,
            });
        }
        let longest = self.groups.last().map(|group| group.longest as usize);
        let longest = longest.and_then(|fold| Some(self.fold(entry, fold)?.words));
        let whole = entry.article.paragraphs.get(at.paragraph as usize);
        if let Some(group) = self.groups.last_mut() {
            group.paragraphs += u32::from(whole.is_some_and(|p| p.bytes == fold.bytes));
            group.words += fold.words;
            // Of several, the longest says best what is repeated.
            if longest.is_some_and(|longest| fold.words > longest) {
                group.longest = number;
            }
        }
    }

    /// Where the title stands in the text that the page's head shows already.
    pub(in crate::app) fn title_bytes(&self, entry: &Entry) -> Option<Range<usize>> {
        Some(entry.article.paragraphs.get(self.title?)?.bytes.clone())
    }

    fn is_piece(&self, entry: &Entry, slot: Slot) -> bool {
        Some(slot.paragraph) != self.title && (slot.is_fold() || !slot.bytes(entry).is_empty())
    }

    pub(in crate::app) fn first(&self, entry: &Entry) -> Option<Slot> {
        self.from(
            entry,
            Slot {
                paragraph: 0,
                index: 0,
            },
        )
    }

    pub(in crate::app) fn last(&self, entry: &Entry) -> Option<Slot> {
        let behind = Slot {
            paragraph: entry.article.paragraphs.len(),
            index: 0,
        };
        self.before(entry, behind)
    }

    /// The first piece at or behind a slot.
    fn from(&self, entry: &Entry, slot: Slot) -> Option<Slot> {
        let mut slot = slot;
        while slot.paragraph < entry.article.paragraphs.len() {
            if slot.index > 2 * folds_of(entry, slot.paragraph).len() {
                slot = Slot {
                    paragraph: slot.paragraph + 1,
                    index: 0,
                };
            } else if self.is_piece(entry, slot) {
                return Some(slot);
            } else {
                slot.index += 1;
            }
        }
        None
    }

    /// The piece behind another.
    pub(in crate::app) fn after(&self, entry: &Entry, slot: Slot) -> Option<Slot> {
        let index = slot.index + 1;
        self.from(entry, Slot { index, ..slot })
    }

    /// The piece before another.
    pub(in crate::app) fn before(&self, entry: &Entry, slot: Slot) -> Option<Slot> {
        let mut slot = slot;
        loop {
            slot = if let Some(index) = slot.index.checked_sub(1) {
                Slot { index, ..slot }
            } else {
                let paragraph = slot.paragraph.checked_sub(1)?;
                let index = 2 * folds_of(entry, paragraph).len();
                Slot { paragraph, index }
            };
            if self.is_piece(entry, slot) {
                return Some(slot);
            }
        }
    }

    /// The piece in which a byte of the text stands.
    pub(in crate::app) fn slot_at(&self, entry: &Entry, byte: usize) -> Option<Slot> {
        let paragraphs = &entry.article.paragraphs;
        let paragraph = paragraphs.partition_point(|p| p.bytes.end <= byte);
        let folds = folds_of(entry, paragraph);
        let next = folds.partition_point(|fold| fold.bytes.end <= byte);
        let inside = folds
            .get(next)
            .is_some_and(|fold| fold.bytes.contains(&byte));
        let slot = Slot {
            paragraph,
            index: 2 * next + usize::from(inside),
        };
        let holds = Some(paragraph) != self.title && slot.bytes(entry).contains(&byte);
        holds.then_some(slot)
    }

    /// The first piece that reaches behind a byte of the text.
    pub(in crate::app) fn slot_from(&self, entry: &Entry, byte: usize) -> Option<Slot> {
        let paragraphs = &entry.article.paragraphs;
        let paragraph = paragraphs.partition_point(|p| p.bytes.end <= byte);
        let folds = folds_of(entry, paragraph);
        let next = folds.partition_point(|fold| fold.bytes.end <= byte);
        let index = 2 * next;
        self.from(entry, Slot { paragraph, index })
    }

    pub(in crate::app) fn group_count(&self) -> usize {
        self.groups.len()
    }

    /// The group of a fold's slot.
    pub(in crate::app) fn group_of(&self, slot: Slot) -> Option<usize> {
        let at = FoldAt {
            paragraph: slot.paragraph as u32,
            index: (slot.index / 2) as u32,
        };
        let number = self.folds.binary_search(&at).ok()?;
        let behind = self
            .groups
            .partition_point(|group| group.first as usize <= number);
        slot.is_fold().then(|| behind.checked_sub(1)).flatten()
    }

    /// The folds of a group, as indices among all.
    fn members(&self, group: usize) -> Range<usize> {
        let first = |group: usize| self.groups.get(group).map(|group| group.first as usize);
        let end = first(group + 1).unwrap_or(self.folds.len());
        first(group).unwrap_or(end)..end
    }

    /// The slots of the first and the last fold of a group.
    pub(in crate::app) fn ends(&self, group: usize) -> Option<(Slot, Slot)> {
        let members = self.members(group);
        let slot = |number: usize| self.folds.get(number).map(|fold| fold.slot());
        Some((slot(members.start)?, slot(members.end.checked_sub(1)?)?))
    }

    fn fold<'a>(&self, entry: &'a Entry, number: usize) -> Option<&'a Fold> {
        let at = self.folds.get(number)?;
        folds_of(entry, at.paragraph as usize).get(at.index as usize)
    }

    /// The folds of a group, in order.
    pub(in crate::app) fn folds<'a>(
        &'a self,
        entry: &'a Entry,
        group: usize,
    ) -> impl Iterator<Item = &'a Fold> {
        let members = self.members(group);
        members.filter_map(|number| self.fold(entry, number))
    }

    /// The bytes from the first fold of a group to its last, the white space between them included.
    pub(in crate::app) fn span(&self, entry: &Entry, group: usize) -> Range<usize> {
        let ends = self.ends(group);
        ends.map_or(0..0, |(first, last)| {
            first.bytes(entry).start..last.bytes(entry).end
        })
    }

    /// Where what the longest fold of a group repeats begins; `None` where that is the title.
    pub(in crate::app) fn origin(&self, entry: &Entry, group: usize) -> Option<usize> {
        let longest = self.fold(entry, self.groups.get(group)?.longest as usize)?;
        (longest.of_in == RepeatOrigin::Text).then_some(longest.of.start)
    }

    /// The content of the line of a group.
    pub(in crate::app) fn group(&self, entry: &Entry, group: usize) -> Option<FoldLine> {
        let of = self.groups.get(group)?;
        let longest = self.fold(entry, of.longest as usize)?;
        let all = entry.folds.words.max(1) as usize;
        Some(FoldLine {
            paragraphs: of.paragraphs as usize,
            words: of.words as usize,
            of: match longest.of_in {
                RepeatOrigin::Title => String::new(),
                RepeatOrigin::Text => self.beginning(entry, &longest.of),
            },
            percent: of.words as usize * 100 / all,
        })
    }

    /// How a span of the text begins; nothing where that is the shown title.
    fn beginning(&self, entry: &Entry, span: &Range<usize>) -> String {
        let paragraphs = &entry.article.paragraphs;
        let index = paragraphs.partition_point(|p| p.bytes.end <= span.start);
        if Some(index) == self.title {
            return String::new();
        }
        let text = entry.article.text.get(span.clone()).unwrap_or("");
        let line = head(text, MAX_ORIGIN_BYTES).lines().next().unwrap_or("");
        line.trim().to_owned()
    }
}

fn folds_of(entry: &Entry, paragraph: usize) -> &[Fold] {
    let folds = entry.folds.paragraphs.get(paragraph);
    folds.map_or(&[], Vec::as_slice)
}
