//! From a place on a page to its row and to the rows beside it.
//!
//! Rows come in [`PageBlock`]s, of which each knows its rows when at most one part of a text is laid out: the
//! parts of the title, the rows below it, and of every piece the rows above its text, the parts of its text,
//! and the rows below it. A [`PagePosition`] is a row of a block, so walking looks at the blocks it comes
//! through and at no others.
//!
//! Invariants: positions are in the order of the rows they stand for; a block without rows holds none.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::outline::Slot;
use super::{Flow, Page, Row, Tone};
use crate::app::labels::title_or_none;
use crate::app::repeat_notes::near_in;
use crate::app::text_direction;
use crate::app::walk::{self, Blocks};
use crate::corpus::Class;
use crate::library::Entry;
use crate::text::{Base, Direction, Options, part_at, part_count};
use crate::words::Words;

/// A row of a page; the first row of the title by default.
pub type PagePosition = walk::Position<PageBlock>;

/// Rows that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageBlock {
    /// A part of the title; the row of fields where the title stands above the page.
    Title(usize),
    /// The row of fields of the article, where it has not come yet, and a blank row.
    Meta,
    Piece(Slot, PageBand),
}

impl Default for PageBlock {
    fn default() -> PageBlock {
        PageBlock::Title(0)
    }
}

/// A band of a piece's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageBand {
    /// The blank row between paragraphs, and the line above the piece.
    Above,
    /// A part of its text.
    Text(usize),
    /// In which other articles it stands.
    Below,
}

/// Rows of [`PageBlock::Meta`].
const META_ROWS: usize = 2;

impl Page {
    /// The row at a position.
    pub(super) fn row_at(&mut self, at: PagePosition) -> Row {
        match at.block {
            PageBlock::Title(_) if self.measure.head_apart => Row::Meta,
            PageBlock::Title(_) => match self.flow(at.block) {
                Some(flow) => Row::Title {
                    line: flow.line(at.row),
                    offset: flow.offset,
                },
                None => Row::Blank,
            },
            PageBlock::Meta if at.row == 0 && !self.measure.head_apart => Row::Meta,
            PageBlock::Meta => Row::Blank,
            PageBlock::Piece(slot, PageBand::Above) => self.row_above(slot, at.row),
            PageBlock::Piece(slot, PageBand::Text(_)) => match self.flow(at.block) {
                Some(flow) => Row::Text {
                    line: flow.line(at.row),
                    offset: flow.offset,
                    tone: self.tone(slot),
                },
                None => Row::Blank,
            },
            PageBlock::Piece(slot, PageBand::Below) => Row::Also {
                note: self.notes_below(slot).start + at.row,
                direction: self.direction_below(slot),
            },
        }
    }

    /// The last row of the page.
    pub(super) fn last_row(&mut self) -> PagePosition {
        let last = self.outline.last(&self.entry);
        let block = last.map_or(PageBlock::Meta, |slot| {
            PageBlock::Piece(slot, PageBand::Below)
        });
        self.last_row_to(block).unwrap_or_default()
    }

    /// The row on which a byte of the article's text stands, with the line above it, if there is one; or
    /// the fold that hides it.
    pub fn position_of(&mut self, byte: usize) -> Option<PagePosition> {
        let slot = self.outline.slot_at(&self.entry, byte)?;
        if let Some(group) = self.hiding(slot) {
            let (first, _) = self.outline.ends(group)?;
            return self.last_above(first);
        }
        let bytes = slot.bytes(&self.entry);
        let text = self.entry.article.text.get(bytes.clone())?;
        let block = PageBlock::Piece(slot, PageBand::Text(part_at(text, byte - bytes.start)));
        let row = self.flow(block)?.line_at(byte);
        if (block, row) == (PageBlock::Piece(slot, PageBand::Text(0)), 0)
            && !near_in(&self.entry, &bytes).is_empty()
            && !slot.is_fold()
        {
            return self.last_above(slot);
        }
        Some(PagePosition { block, row })
    }

    /// The row right above the text of a piece.
    pub(super) fn last_above(&mut self, slot: Slot) -> Option<PagePosition> {
        let block = PageBlock::Piece(slot, PageBand::Above);
        let row = self.row_count(block).checked_sub(1)?;
        Some(PagePosition { block, row })
    }

    /// The closed fold that hides a piece.
    fn hiding(&self, slot: Slot) -> Option<usize> {
        let group = self.outline.group_of(slot)?;
        (!self.open.contains(&group)).then_some(group)
    }

    fn part_count(&self, slot: Slot) -> usize {
        part_count(slot.bytes(&self.entry).len())
    }

    /// The lines of a part of the title or of the text; `None` where a closed fold hides it.
    pub(super) fn flow(&mut self, block: PageBlock) -> Option<Arc<Flow>> {
        let entry = Arc::clone(&self.entry);
        let cols = usize::from(self.measure.cols);
        match block {
            PageBlock::Title(part) => {
                let title = title(&entry, self.measure.words);
                let around = text_direction::article(&entry);
                let options = Options {
                    base: around.map_or(Base::Most, Base::MostOr),
                    ..self.measure.layout.reading()
                };
                let lay_out = || Flow::new(&title, part, 0, options, cols);
                Some(self.flows.get(block, lay_out))
            }
            PageBlock::Piece(slot, PageBand::Text(part)) if self.hiding(slot).is_none() => {
                let bytes = slot.bytes(&entry);
                let text = entry.article.text.get(bytes.clone()).unwrap_or("");
                // A piece of a paragraph keeps the paragraph's direction.
                let lay_out = || {
                    let direction = text_direction::direction(&entry, Some(slot.paragraph));
                    let options = Options {
                        base: Base::fixed(direction),
                        ..self.measure.layout.reading()
                    };
                    Flow::new(text, part, bytes.start, options, cols)
                };
                Some(self.flows.get(block, lay_out))
            }
            _ => None,
        }
    }

    /// Blocks of the title; where it stands above the page, the one of the fields.
    fn title_parts(&self) -> usize {
        if self.measure.head_apart {
            1
        } else {
            part_count(self.title().len())
        }
    }

    pub(super) fn title(&self) -> Cow<'_, str> {
        title(&self.entry, self.measure.words)
    }

    fn tone(&self, slot: Slot) -> Tone {
        if slot.is_fold() {
            return Tone::Repeat;
        }
        match slot.class(&self.entry) {
            Class::Text => Tone::Body,
            Class::Title => Tone::Headline,
            Class::Byline | Class::Date | Class::Chrome => Tone::Furniture,
        }
    }

    /// Whether a blank row stands above a piece: one between paragraphs, none inside one or a fold.
    fn has_blank(&self, slot: Slot) -> bool {
        let before = self.outline.before(&self.entry, slot);
        before.is_some_and(|before| {
            before.paragraph != slot.paragraph && self.begins_group(slot) != Some(false)
        })
    }

    /// Whether the line of a fold or of a near repeat stands above a piece.
    fn has_label(&self, slot: Slot) -> bool {
        let is_near = || !near_in(&self.entry, &slot.bytes(&self.entry)).is_empty();
        self.begins_group(slot).unwrap_or_else(is_near)
    }

    /// Whether a fold is the first of its group; `None` for text.
    pub(super) fn begins_group(&self, slot: Slot) -> Option<bool> {
        let group = self.outline.group_of(slot)?;
        Some(self.outline.ends(group)?.0 == slot)
    }

    fn row_above(&self, slot: Slot, row: usize) -> Row {
        if row == 0 && self.has_blank(slot) {
            return Row::Blank;
        }
        let direction = text_direction::direction(&self.entry, Some(slot.paragraph));
        match self.outline.group_of(slot) {
            Some(group) => Row::Fold {
                group,
                open: self.open.contains(&group),
                direction,
            },
            None => Row::Near {
                near: near_in(&self.entry, &slot.bytes(&self.entry)),
                direction,
            },
        }
    }

    /// The notes that stand below a piece: those of its paragraphs, where the next piece is of another.
    fn notes_below(&self, slot: Slot) -> Range<usize> {
        if self.also.is_empty() {
            return 0..0;
        }
        let first = match self.outline.group_of(slot) {
            // Of a group all notes stand below its last fold.
            Some(group) => match self.outline.ends(group) {
                Some((first, last)) if last == slot => first,
                _ => return 0..0,
            },
            None => slot,
        };
        let until = |paragraph| {
            let notes = &self.also;
            notes.partition_point(|also| also.paragraph < paragraph)
        };
        // A note of what stands before the first piece stands below that.
        let start = match self.outline.before(&self.entry, first) {
            Some(_) => until(first.paragraph),
            None => 0,
        };
        let next = self.outline.after(&self.entry, slot);
        start
            ..next
                .map_or(self.also.len(), |next| until(next.paragraph))
                .max(start)
    }

    /// The direction of a piece, of a group that of its first fold.
    fn direction_below(&self, slot: Slot) -> Direction {
        let group = self.outline.group_of(slot);
        let first = group.and_then(|group| self.outline.ends(group));
        let first = first.map_or(slot, |(first, _)| first);
        text_direction::direction(&self.entry, Some(first.paragraph))
    }
}

impl Blocks for Page {
    type Block = PageBlock;

    fn row_count(&mut self, block: PageBlock) -> usize {
        match block {
            PageBlock::Title(_) if self.measure.head_apart => 1,
            PageBlock::Meta if self.measure.head_apart => META_ROWS - 1,
            PageBlock::Meta => META_ROWS,
            PageBlock::Piece(slot, PageBand::Above) => {
                usize::from(self.has_blank(slot)) + usize::from(self.has_label(slot))
            }
            PageBlock::Piece(slot, PageBand::Below) => self.notes_below(slot).len(),
            PageBlock::Title(_) | PageBlock::Piece(_, PageBand::Text(_)) => {
                self.flow(block).map_or(0, |flow| flow.line_count())
            }
        }
    }

    fn block_after(&self, block: PageBlock) -> Option<PageBlock> {
        let next = match block {
            PageBlock::Title(part) if part + 1 < self.title_parts() => PageBlock::Title(part + 1),
            PageBlock::Title(_) => PageBlock::Meta,
            PageBlock::Meta => PageBlock::Piece(self.outline.first(&self.entry)?, PageBand::Above),
            // What a closed fold hides is not walked through, however much it is.
            PageBlock::Piece(slot, PageBand::Above) => match self.hiding(slot) {
                Some(group) => PageBlock::Piece(self.outline.ends(group)?.1, PageBand::Below),
                None => PageBlock::Piece(slot, PageBand::Text(0)),
            },
            PageBlock::Piece(slot, PageBand::Text(part)) if part + 1 < self.part_count(slot) => {
                PageBlock::Piece(slot, PageBand::Text(part + 1))
            }
            PageBlock::Piece(slot, PageBand::Text(_)) => PageBlock::Piece(slot, PageBand::Below),
            PageBlock::Piece(slot, PageBand::Below) => {
                PageBlock::Piece(self.outline.after(&self.entry, slot)?, PageBand::Above)
            }
        };
        Some(next)
    }

    fn block_before(&self, block: PageBlock) -> Option<PageBlock> {
        let before = match block {
            PageBlock::Title(part) => PageBlock::Title(part.checked_sub(1)?),
            PageBlock::Meta => PageBlock::Title(self.title_parts() - 1),
            PageBlock::Piece(slot, PageBand::Above) => match self.outline.before(&self.entry, slot)
            {
                Some(slot) => PageBlock::Piece(slot, PageBand::Below),
                None => PageBlock::Meta,
            },
            PageBlock::Piece(slot, PageBand::Text(0)) => PageBlock::Piece(slot, PageBand::Above),
            PageBlock::Piece(slot, PageBand::Text(part)) => {
                PageBlock::Piece(slot, PageBand::Text(part - 1))
            }
            PageBlock::Piece(slot, PageBand::Below) => match self.hiding(slot) {
                Some(group) => PageBlock::Piece(self.outline.ends(group)?.0, PageBand::Above),
                None => PageBlock::Piece(slot, PageBand::Text(self.part_count(slot) - 1)),
            },
        };
        Some(before)
    }
}

fn title(entry: &Entry, words: Words) -> Cow<'_, str> {
    title_or_none(entry.article.title_str(), words)
}
