//! An article being read: its page, where the view stands in it, which folds are open, where the hits are.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::notes::{self, merged};
use super::page::Tone;
use super::page::{Measure, Page, Row};
use super::pieces::title_bytes;
use crate::dedup::RepeatOrigin;
use crate::library::{ArticleKey, Entry};
use crate::store::{Also, Extent, Opened};
use crate::text::Options;

/// An article being read.
#[derive(Clone, Debug)]
pub struct Reader {
    pub key: ArticleKey,
    /// How much of it has come.
    pub extent: Extent,
    pub entry: Arc<Entry>,
    pub page: Page,
    /// First row in view.
    pub top: usize,
    /// Folds shown in full.
    pub open: BTreeSet<usize>,
    /// Byte ranges in the article's text that answer the search.
    pub hits: Vec<Range<usize>>,
    /// The same in the title.
    pub title_hits: Vec<Range<usize>>,
    /// Words that an earlier sentence had otherwise.
    pub changed: Vec<Range<usize>>,
    /// What is said of paragraphs that stand elsewhere too.
    pub also: Arc<Vec<Also>>,
    /// The earlier words that a repeat was followed to, in order, until one goes elsewhere.
    pub earlier: Vec<Range<usize>>,
    /// The hit that n and N go from.
    pub current: Option<usize>,
    /// Versions of its story, itself among them; 0 where it is the only one, or copies are not known.
    pub versions: usize,
    /// Other sources that have the story, and how many they are in all.
    pub outlets: Vec<String>,
    pub all_outlets: usize,
}

impl Reader {
    /// An article that has come, laid out for a measure.
    pub fn new(opened: Opened, measure: Measure) -> Reader {
        let open = BTreeSet::new();
        let page = Page::new(&opened.entry, measure, &open, &opened.also);
        let mut reader = Reader {
            key: opened.key,
            extent: opened.extent,
            changed: notes::changed(&opened.entry),
            also: opened.also,
            earlier: Vec::new(),
            entry: opened.entry,
            page,
            top: 0,
            open,
            hits: Vec::new(),
            title_hits: Vec::new(),
            current: None,
            versions: opened.versions,
            outlets: opened.outlets,
            all_outlets: opened.all_outlets,
        };
        reader.mark(opened.hits, opened.title_hits);
        reader
    }

    /// Marks the hits of a search in the text, but for the title that the head of the page shows.
    /// The hit that n and N go from stays, where it still is one.
    fn mark(&mut self, hits: Vec<Range<usize>>, title_hits: Vec<Range<usize>>) {
        let hit = self.current.and_then(|at| self.hits.get(at).cloned());
        self.hits = hits;
        if let Some(title) = title_bytes(&self.entry) {
            self.hits.retain(|hit| !title.contains(&hit.start));
        }
        self.title_hits = title_hits;
        self.current = hit.and_then(|hit| self.hits.iter().position(|h| *h == hit));
        self.earlier.clear();
    }

    /// Reads the same article on as a newer library has it: its paragraphs may be of another class, and
    /// other text may be folded. The view stays where it was, and so do the hit and what was opened.
    pub fn renew(&mut self, opened: Opened) {
        self.versions = opened.versions;
        (self.outlets, self.all_outlets) = (opened.outlets, opened.all_outlets);
        if Arc::ptr_eq(&self.entry, &opened.entry) {
            self.note(&opened.also);
            return self.mark(opened.hits, opened.title_hits);
        }
        self.also = opened.also;
        self.read_anew(opened.entry);
        self.mark(opened.hits, opened.title_hits);
    }

    fn read_anew(&mut self, entry: Arc<Entry>) {
        let at = self.byte_in_view();
        let old = std::mem::take(&mut self.page);
        let opened: BTreeSet<Vec<(usize, usize)>> = old
            .folds
            .iter()
            .enumerate()
            .filter(|(group, _)| self.open.contains(group))
            .map(|(_, fold)| bounds(&fold.parts))
            .collect();
        self.entry = entry;
        self.changed = notes::changed(&self.entry);
        self.open.clear();
        self.page = Page::new(&self.entry, old.measure, &self.open, &self.also);
        let folds = self.page.folds.iter().enumerate();
        let open = folds.filter(|(_, fold)| opened.contains(&bounds(&fold.parts)));
        self.open = open.map(|(group, _)| group).collect();
        self.rebuild(old.measure);
        if let Some(row) = at.and_then(|byte| self.page.row_of(byte)) {
            self.top = row;
        }
    }

    /// Goes to a byte of the text; to the head without one.
    pub fn go_to_byte(&mut self, byte: Option<usize>) {
        let row = byte.and_then(|byte| self.page.row_of(byte));
        self.top = row.unwrap_or(0);
        self.earlier.clear();
    }

    /// The bytes of the article's text between the first and the last line in view.
    pub fn bytes_in_view(&self, height: usize) -> Range<usize> {
        let rows = self.page.rows.iter().skip(self.top).take(height);
        let mut view: Option<Range<usize>> = None;
        for row in rows {
            if let Row::Text { line, offset, .. } = row {
                let start = view.map_or(offset + line.bytes.start, |view| view.start);
                view = Some(start..offset + line.bytes.end);
            }
        }
        view.unwrap_or_default()
    }

    /// Lays the page out for another measure, the view kept on the same text.
    pub fn relayout(&mut self, cols: u16, layout: Options) {
        let measure = Measure {
            cols,
            layout,
            ..self.page.measure
        };
        if measure != self.page.measure {
            self.rebuild(measure);
        }
    }

    fn rebuild(&mut self, measure: Measure) {
        let at = self.byte_in_view();
        self.page = Page::new(&self.entry, measure, &self.open, &self.also);
        if let Some(row) = at.and_then(|byte| self.page.row_of(byte)) {
            self.top = row;
        }
    }

    /// Says of paragraphs that they stand elsewhere too.
    pub fn note(&mut self, also: &Arc<Vec<Also>>) {
        if Arc::ptr_eq(also, &self.also) {
            return;
        }
        let before = std::mem::replace(&mut self.also, Arc::clone(also));
        if before != self.also {
            self.rebuild(self.page.measure);
        }
    }

    /// The first byte of the article's text at or below the top of the view; `None` at the head.
    pub fn byte_in_view(&self) -> Option<usize> {
        if self.top == 0 {
            return None;
        }
        self.page
            .rows
            .iter()
            .skip(self.top)
            .find_map(|row| match row {
                Row::Text { line, offset, .. } => Some(offset + line.bytes.start),
                Row::Fold { group, .. } => {
                    let fold = self.page.folds.get(*group)?;
                    fold.parts.first().map(|part| part.start)
                }
                _ => None,
            })
    }

    /// Scrolls by rows; the last page stays full.
    pub fn scroll(&mut self, rows: isize, height: usize) {
        let last = self.page.rows.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(rows).min(last);
    }

    /// How far the view is, in percent, or `None` where the page fits.
    pub fn percent(&self, height: usize) -> Option<usize> {
        let last = self.page.rows.len().saturating_sub(height);
        (last > 0).then(|| self.top.min(last) * 100 / last)
    }

    /// Opens or closes the fold in view: the first closed one, else the first open one.
    /// Returns false where none is in view.
    pub fn toggle_fold(&mut self, height: usize) -> bool {
        let fold = |wanted: bool| {
            let mut rows = self.page.rows.iter().skip(self.top).take(height);
            rows.find_map(|row| match row {
                Row::Fold { group, open, .. } if *open == wanted => Some(*group),
                _ => None,
            })
        };
        let Some(group) = fold(false).or_else(|| fold(true)) else {
            return false;
        };
        self.toggle_group(group, height);
        true
    }

    /// Opens or closes a fold.
    pub fn toggle_group(&mut self, group: usize, height: usize) {
        if !self.open.remove(&group) {
            self.open.insert(group);
        }
        self.earlier.clear();
        self.after_folding(group, height);
    }

    /// Goes to the words that the first repeat in view repeats, which are marked there: all those of a fold,
    /// those of the part in view of an open one, or those that a near repeat changed. Returns false where nothing in view repeats.
    pub fn go_to_earlier(&mut self, height: usize) -> bool {
        let in_view = self.page.rows.iter().skip(self.top).take(height);
        let mut earlier = in_view.filter_map(|row| self.earlier_of(row));
        let Some((at, spans)) = earlier.next() else {
            return false;
        };
        if let Some(fold) = at.and_then(|byte| self.page.fold_of(byte))
            && self.open.insert(fold)
        {
            self.rebuild(self.page.measure);
        }
        // What the page's head shows has no row of its own.
        let row = at.and_then(|byte| self.page.row_of(byte)).unwrap_or(0);
        self.earlier = spans;
        if !(self.top..self.top + height).contains(&row) {
            self.top = row.saturating_sub(height / 4);
            self.scroll(0, height);
        }
        true
    }

    /// Where to go from a row that speaks of a repeat, and the earlier words; none where they are the title.
    fn earlier_of(&self, row: &Row) -> Option<(Option<usize>, Vec<Range<usize>>)> {
        let spans = match row {
            Row::Fold { group, .. } => {
                let fold = self.page.folds.get(*group)?;
                let all = fold.earlier.iter().flatten().cloned().collect();
                return Some((fold.origin(), merged(all)));
            }
            // The part of an open fold that is in view.
            Row::Text {
                offset,
                tone: Tone::Repeat,
                ..
            } => {
                let fold = self.page.folds.get(self.page.fold_of(*offset)?)?;
                let part = fold.parts.partition_point(|part| part.end <= *offset);
                fold.earlier.get(part)?.iter().cloned().collect()
            }
            Row::Near { near, .. } => {
                let near = self.entry.folds.near.get(near.clone())?.iter();
                let in_text = near.filter(|near| near.of_in == RepeatOrigin::Text);
                merged(in_text.map(|near| near.of.clone()).collect())
            }
            _ => return None,
        };
        Some((spans.first().map(|span| span.start), spans))
    }

    /// How many hits a fold hides, or shows while it is open.
    pub fn hits_in(&self, group: usize) -> usize {
        let parts = self.page.folds.get(group).map_or(&[][..], |f| &f.parts);
        // Both are in order: a frame may ask of thousands of parts.
        let before = |byte: usize| self.hits.partition_point(|hit| hit.start < byte);
        let parts = parts.iter().filter(|_| !self.hits.is_empty());
        parts
            .map(|part| before(part.end) - before(part.start))
            .sum()
    }

    /// Opens all folds, or closes them when all are open. Returns whether there is one.
    pub fn toggle_folds(&mut self, height: usize) -> bool {
        let all = self.page.folds.len();
        if self.open.len() == all {
            self.open.clear();
        } else {
            self.open = (0..all).collect();
        }
        self.earlier.clear();
        self.rebuild(self.page.measure);
        self.scroll(0, height);
        all > 0
    }

    fn after_folding(&mut self, group: usize, height: usize) {
        self.page = Page::new(&self.entry, self.page.measure, &self.open, &self.also);
        let row = self
            .page
            .rows
            .iter()
            .position(|row| matches!(row, Row::Fold { group: g, .. } if *g == group));
        if let Some(row) = row {
            let above = self.top.min(row);
            // Show the fold's line, and some of what it opened.
            self.top = above.max((row + 1 + height / 2).saturating_sub(height).min(row));
        }
        self.scroll(0, height);
    }

    /// Goes to the next (`+1`) or previous (`-1`) hit; opens the fold that hides it.
    /// Returns false where there is none in that direction.
    pub fn go_to_hit(&mut self, step: isize, height: usize) -> bool {
        let next = match (self.current, step > 0) {
            (None, true) => self.first_hit_in_view(),
            (None, false) => self.hits.len().checked_sub(1),
            (Some(at), _) => at.checked_add_signed(step),
        };
        let Some((at, hit)) = next.and_then(|at| Some((at, self.hits.get(at)?.clone()))) else {
            return false;
        };
        self.current = Some(at);
        self.earlier.clear();
        if let Some(fold) = self.page.fold_of(hit.start)
            && self.open.insert(fold)
        {
            self.rebuild(self.page.measure);
        }
        if let Some(row) = self.page.row_of(hit.start)
            && !(self.top..self.top + height).contains(&row)
        {
            self.top = row.saturating_sub(height / 3);
            self.scroll(0, height);
        }
        true
    }

    fn first_hit_in_view(&self) -> Option<usize> {
        let from = self.byte_in_view().unwrap_or(0);
        let at = self.hits.partition_point(|hit| hit.start < from);
        (!self.hits.is_empty()).then_some(at % self.hits.len().max(1))
    }
}

/// By what a fold is known when the article is read anew.
fn bounds(parts: &[Range<usize>]) -> Vec<(usize, usize)> {
    parts.iter().map(|part| (part.start, part.end)).collect()
}
