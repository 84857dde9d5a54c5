//! From an article and a width to lines in visual order: what a terminal or a pager that knows no Arabic is
//! to be sent.
//!
//! People read it page by page: the rows of the reader, a right-to-left line padded on its left so that it
//! stands against the right edge. `--raw` is the text as it is, line by line. Scripts get every paragraph,
//! nothing collapsed, a JSON object a screen line:
//!
//! - `logical` is the article's text on this line, the white space that hangs at its end included, so that
//!   the lines of a paragraph put together are the paragraph.
//! - `visual` is what is printed, its padding included, and `map` has an entry for each of its columns: the
//!   offset in the article's text of the first scalar value shown there, `null` where it is padding. A
//!   character of two columns has its offset twice.
//!
//! Invariants: no line is wider than asked; no control character and no ESC is in one.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use anyhow::Result;
use serde::Serialize;

use super::args::{Repeats, Show, Visual};
use super::output::Output;
use super::spans::CharOffsets;
use crate::app::FoldLine;
use crate::app::article_fields;
use crate::app::page::{Measure, Page, Row};
use crate::app::repeat_notes;
use crate::app::text_direction;
use crate::library::Entry;
use crate::store::Extent;
use crate::text::{Base, Cell, Direction, Layout, Line, Options, isolated, shortened};
use crate::words::Words;

/// Columns of a line where no terminal says how wide it is.
const DEFAULT_COLUMNS: u16 = 80;
/// Fewest columns of a line: a cell can take two.
const MIN_COLUMNS: u16 = 2;
/// Longest beginning of what a fold repeats, in columns: the rest of the line says how much.
const ORIGIN_COLUMNS: usize = 30;

/// One screen line, for scripts.
#[derive(Serialize)]
struct ScreenLine<'a> {
    paragraph: usize,
    line: usize,
    logical: &'a str,
    visual: String,
    map: Vec<Option<usize>>,
}

pub(super) fn run(
    entry: &Arc<Entry>,
    show: &Show,
    visual: Visual,
    words: Words,
    out: &mut Output,
) -> Result<()> {
    let around = text_direction::article(entry).unwrap_or(Direction::Ltr);
    let layout = VisualLayout {
        width: visual.width.or_else(terminal).unwrap_or(DEFAULT_COLUMNS),
        options: Options {
            base: Base::MostOr(around),
            ..visual.layout.reading()
        },
        words,
    };
    if show.json {
        layout.scripts(entry, out)
    } else if show.repeats == Repeats::Open {
        layout.raw(&entry.article.text, out)
    } else {
        layout.page(entry, out)
    }
}

/// Columns of the terminal on stdout, where it is one.
fn terminal() -> Option<u16> {
    let stdout = io::stdout();
    let size = stdout
        .is_terminal()
        .then(|| rustix::termios::tcgetwinsize(&stdout).ok());
    let columns = size.flatten()?.ws_col;
    (columns >= MIN_COLUMNS).then_some(columns)
}

/// Width in columns, and how text is laid out.
struct VisualLayout {
    width: u16,
    options: Options,
    words: Words,
}

impl VisualLayout {
    fn page(&self, entry: &Arc<Entry>, out: &mut Output) -> Result<()> {
        let measure = Measure {
            head_apart: false,
            cols: self.width,
            extent: Extent::Whole,
            layout: Options {
                base: Base::Auto,
                ..self.options
            },
            words: self.words,
        };
        let page = Page::new(Arc::clone(entry), measure);
        for row in page.rows() {
            match row {
                Row::Title { line, .. } | Row::Text { line, .. } => self.line(&line, out)?,
                Row::Blank => out.line("")?,
                Row::Meta => self.composed(&meta(entry, self.words), Direction::Ltr, out)?,
                Row::Fold {
                    group, direction, ..
                } => {
                    if let Some(fold) = page.fold(group) {
                        self.composed(&self.summary(&fold), direction, out)?;
                    }
                }
                Row::Near { near, direction } => {
                    let (note, before) = repeat_notes::changes(entry, near);
                    let label = self.words.say(&note);
                    let before = before.into_iter().map(|words| isolated(&words));
                    let line: Vec<String> = std::iter::once(label).chain(before).collect();
                    self.composed(&line.join("  "), direction, out)?;
                }
                // What stands elsewhere is not asked here.
                Row::Also { .. } => {}
            }
        }
        Ok(())
    }

    fn raw(&self, text: &str, out: &mut Output) -> Result<()> {
        for source in text.lines() {
            for line in self.lines(source, self.options) {
                self.line(&line, out)?;
            }
        }
        Ok(())
    }

    fn scripts(&self, entry: &Entry, out: &mut Output) -> Result<()> {
        let article = &entry.article;
        let offsets = CharOffsets::new(&article.text);
        for (index, paragraph) in article.paragraphs.iter().enumerate() {
            let text = article.paragraph(index);
            for (number, line) in self.lines(text, self.options).iter().enumerate() {
                let of = |cell| offsets.of(paragraph.bytes.start + self.first_shown(text, cell));
                let padding = self.padding(line, line.direction);
                let mut map = vec![None; padding];
                for cell in &line.cells {
                    map.extend(std::iter::repeat_n(Some(of(cell)), cell.width.into()));
                }
                out.json(&ScreenLine {
                    paragraph: index,
                    line: number,
                    logical: text.get(line.bytes.clone()).unwrap_or(""),
                    visual: padded(line, padding),
                    map,
                })?;
            }
        }
        Ok(())
    }

    fn lines(&self, text: &str, options: Options) -> Vec<Line> {
        Layout::new(text, options).lines(self.width.into())
    }

    fn line(&self, line: &Line, out: &mut Output) -> Result<()> {
        Ok(out.line(&padded(line, self.padding(line, line.direction)))?)
    }

    /// A text of our own with isolated values in it, against the edge of `side`.
    fn composed(&self, text: &str, side: Direction, out: &mut Output) -> Result<()> {
        let options = Options {
            base: Base::Ltr,
            ..self.options
        };
        for line in self.lines(text, options) {
            out.line(&padded(&line, self.padding(&line, side)))?;
        }
        Ok(())
    }

    /// `⋯ 5 paragraphs, 48% of the words, repeat  بدأ ميناء المرجان صباح…`
    fn summary(&self, fold: &FoldLine) -> String {
        let summary = fold.summary(false, 0, self.words);
        if fold.of.is_empty() {
            return summary;
        }
        let of = shortened(&fold.of, ORIGIN_COLUMNS, self.options);
        format!("{summary}  {}", isolated(&of))
    }

    /// Blanks at the left of a line; none where there is nothing to see.
    fn padding(&self, line: &Line, side: Direction) -> usize {
        match side {
            Direction::Rtl if !line.cells.is_empty() => {
                usize::from(self.width).saturating_sub(line.width())
            }
            _ => 0,
        }
    }

    /// Byte of a paragraph at which what a cell shows begins. Only the first cell has characters that are
    /// not shown before its own.
    fn first_shown(&self, text: &str, cell: &Cell) -> usize {
        let start = cell.bytes.start;
        if start > 0 {
            return start;
        }
        let bytes = text.get(cell.bytes.clone()).unwrap_or("");
        let shown = |c: char| Layout::new(c.encode_utf8(&mut [0; 4]), self.options).width() > 0;
        let found = bytes.char_indices().find(|(_, c)| shown(*c));
        found.map_or(start, |(at, _)| at)
    }
}

fn padded(line: &Line, padding: usize) -> String {
    let mut out = " ".repeat(padding);
    out.extend(line.cells.iter().map(|cell| cell.symbol.as_str()));
    out
}

/// `2015-02-08 · صدى الجبل · 234 words (474 with repeats)`
fn meta(entry: &Entry, words: Words) -> String {
    let article = &entry.article;
    let author = article.author.as_deref().unwrap_or("");
    let date = article_fields::date(entry);
    let length = words.say(&article_fields::length(entry));
    let known = [&date, article.source_str(), author, &length].into_iter();
    let isolated: Vec<String> = known.filter(|f| !f.is_empty()).map(isolated).collect();
    isolated.join(" · ")
}
