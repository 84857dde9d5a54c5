//! From an article and a width to the rows of its reading view.
//!
//! ```text
//!   title                      Row::Title    the headline, wrapped
//!   source · date · words      Row::Meta     painted by ui from the entry
//!
//!   a paragraph's lines        Row::Text     piece of the text + laid-out line
//!   ⋯ 5 paragraphs …           Row::Fold     what is folded here; its lines follow when it is open
//!   ≈ repeats with changes …   Row::Near     above a piece that says earlier sentences otherwise
//!   also in …                  Row::Also     below a paragraph that stands in other articles
//! ```
//!
//! A page is laid out once for a width and a set of open folds; scrolling only moves a window over
//! its rows. Every text row knows which bytes of the article its cells show.

use std::collections::BTreeSet;
use std::ops::Range;

use super::notes::near_in;
use super::pieces::{FoldGroup, Piece, pieces};
use super::{facts, strings};
use crate::corpus::Class;
use crate::library::Entry;
use crate::store::Also;
use crate::text::{Base, Direction, Layout, Line, Options, head};

/// How a text row is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Body,
    /// A headline inside the text.
    Headline,
    /// Bylines, dates and what the site put round the text.
    Furniture,
    /// Repeated text, opened.
    Repeat,
}

/// One row of the page.
#[derive(Clone, Debug)]
pub enum Row {
    Title(Line),
    Meta,
    Blank,
    Text {
        line: Line,
        /// Byte in the article's text at which the line's layout begins.
        offset: usize,
        tone: Tone,
    },
    Fold {
        group: usize,
        open: bool,
        direction: Direction,
    },
    /// What follows repeats earlier sentences with changes.
    Near {
        /// Indices into the near repeats of the article.
        near: Range<usize>,
        direction: Direction,
    },
    /// What stands above stands in other articles too.
    Also {
        /// Index into the notes the page was made with.
        note: usize,
        direction: Direction,
    },
}

/// How much of an article is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    #[default]
    Whole,
    /// As much as a preview can show, so that moving in the list is as quick past a book.
    Head,
}

/// No screen shows more of an article's head.
const HEAD_ROWS: usize = 200;
const HEAD_BYTES: usize = 1 << 15;

impl Extent {
    /// As much of a text as is looked at.
    pub fn of(self, text: &str) -> &str {
        match self {
            Extent::Whole => text,
            Extent::Head => head(text, HEAD_BYTES),
        }
    }
}

/// What a page is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    pub cols: u16,
    pub extent: Extent,
    /// How letters are shown.
    pub layout: Options,
}

impl From<(u16, Extent)> for Measure {
    fn from((cols, extent): (u16, Extent)) -> Measure {
        Measure {
            cols,
            extent,
            layout: Options::default(),
        }
    }
}

/// An article laid out for reading.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    pub folds: Vec<FoldGroup>,
    pub measure: Measure,
}

impl Page {
    /// Lays out `entry`; `open` holds the folds that are shown in full, `also` what is said of
    /// paragraphs that stand elsewhere too.
    pub fn new(
        entry: &Entry,
        measure: impl Into<Measure>,
        open: &BTreeSet<usize>,
        also: &[Also],
    ) -> Page {
        let (pieces, folds) = pieces(entry);
        let mut page = Page {
            rows: Vec::new(),
            folds,
            measure: measure.into(),
        };
        page.push_head(entry);
        let mut paragraph = None;
        let mut notes = also.iter().enumerate().peekable();
        for (at, piece) in pieces.iter().enumerate() {
            if page.measure.extent == Extent::Head && page.rows.len() > HEAD_ROWS {
                break;
            }
            // One blank row between paragraphs, none inside one.
            if paragraph != Some(piece.paragraph()) && !page.ends_blank() {
                page.rows.push(Row::Blank);
            }
            paragraph = Some(piece.last_paragraph());
            page.push_piece(entry, piece, open);
            let next = pieces.get(at + 1).map_or(usize::MAX, Piece::paragraph);
            while let Some((note, _)) = notes.next_if(|(_, also)| also.paragraph < next) {
                page.rows.push(Row::Also {
                    note,
                    direction: direction(entry, &piece.bytes()),
                });
            }
        }
        page
    }

    fn ends_blank(&self) -> bool {
        matches!(self.rows.last(), Some(Row::Blank))
    }

    fn push_head(&mut self, entry: &Entry) {
        let title = match entry.article.title_str() {
            "" => strings::NO_TITLE,
            known => known,
        };
        let layout = Layout::new(title, self.measure.layout);
        let lines = layout.lines(usize::from(self.measure.cols));
        self.rows.extend(lines.into_iter().map(Row::Title));
        self.rows.push(Row::Meta);
        self.rows.push(Row::Blank);
    }

    fn push_piece(&mut self, entry: &Entry, piece: &Piece, open: &BTreeSet<usize>) {
        match piece {
            Piece::Shown { bytes, class, .. } => {
                let tone = match class {
                    Class::Text => Tone::Body,
                    Class::Title => Tone::Headline,
                    Class::Byline | Class::Date | Class::Chrome => Tone::Furniture,
                };
                let near = near_in(entry, bytes);
                if !near.is_empty() {
                    let direction = direction(entry, bytes);
                    self.rows.push(Row::Near { near, direction });
                }
                self.push_text(entry, bytes, tone);
            }
            Piece::Folded { group, parts, .. } => {
                let open = open.contains(group);
                let direction = parts
                    .first()
                    .map_or(Direction::Ltr, |part| direction(entry, part));
                self.rows.push(Row::Fold {
                    group: *group,
                    open,
                    direction,
                });
                if open {
                    for part in parts {
                        self.push_text(entry, part, Tone::Repeat);
                    }
                }
            }
        }
    }

    fn push_text(&mut self, entry: &Entry, bytes: &Range<usize>, tone: Tone) {
        let text = entry.article.text.get(bytes.clone()).unwrap_or("");
        // A piece of a paragraph keeps the paragraph's direction where it has no strong letter itself.
        let options = Options {
            base: Base::AutoOr(direction(entry, bytes)),
            ..self.measure.layout
        };
        let layout = Layout::new(self.measure.extent.of(text), options);
        for line in layout.lines(usize::from(self.measure.cols)) {
            self.rows.push(Row::Text {
                line,
                offset: bytes.start,
                tone,
            });
        }
    }

    /// The row on which a byte of the article's text stands, or the fold that hides it.
    pub fn row_of(&self, byte: usize) -> Option<usize> {
        let shown = self.rows.iter().position(|row| match row {
            Row::Text { line, offset, .. } => {
                (line.bytes.start..line.bytes.end).contains(&byte.wrapping_sub(*offset))
            }
            _ => false,
        });
        // The line that says what it is comes with it.
        let above = |row: usize| {
            let near = row.checked_sub(1).and_then(|at| self.rows.get(at));
            row - usize::from(matches!(near, Some(Row::Near { .. })))
        };
        shown.map(above).or_else(|| {
            let hiding = self.fold_of(byte)?;
            self.rows
                .iter()
                .position(|row| matches!(row, Row::Fold { group, .. } if *group == hiding))
        })
    }

    /// The fold that covers a byte of the article's text.
    pub fn fold_of(&self, byte: usize) -> Option<usize> {
        self.folds
            .iter()
            .position(|fold| fold.parts.iter().any(|part| part.contains(&byte)))
    }
}

/// The direction of the paragraph a piece stands in.
fn direction(entry: &Entry, piece: &Range<usize>) -> Direction {
    let paragraphs = &entry.article.paragraphs;
    let whole = paragraphs.partition_point(|p| p.bytes.end <= piece.start);
    facts::direction(entry, Some(whole))
}

/// Byte ranges of a text, in order, as far as they are on a line of it; `offset` is the byte at which the
/// line's layout begins, from which they are counted then.
pub fn in_line(ranges: &[Range<usize>], line: &Line, offset: usize) -> Vec<Range<usize>> {
    let (start, end) = (offset + line.bytes.start, offset + line.bytes.end);
    let first = ranges.partition_point(|range| range.end <= start);
    let here = ranges.iter().skip(first);
    here.take_while(|range| range.start < end)
        .map(|range| range.start.saturating_sub(offset)..range.end.saturating_sub(offset))
        .collect()
}
