//! An article being read: its page, and the byte ranges marked in it: hits, changed words, the earlier words of a
//! repeat.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::page::{Measure, Page, PagePosition, Row, Tone};
use super::repeat_notes::{self, merged};
use crate::dedup::RepeatOrigin;
use crate::library::{ArticleKey, Entry};
use crate::store::{Also, Extent, Opened};

/// An article being read.
#[derive(Clone, Debug)]
pub struct Reader {
    pub key: ArticleKey,
    /// How much of it has come.
    pub extent: Extent,
    pub entry: Arc<Entry>,
    pub page: Page,
    /// Byte ranges in the article's text that answer the search.
    pub hits: Vec<Range<usize>>,
    /// The same in the title.
    pub title_hits: Vec<Range<usize>>,
    /// Words that an earlier sentence had otherwise.
    pub changed: Vec<Range<usize>>,
    /// The earlier words that a repeat was followed to, in order; cleared when the view goes elsewhere.
    pub earlier: Vec<Range<usize>>,
    /// The hit that n and N go from.
    pub current: Option<usize>,
    /// Versions of its story, itself among them; 0 where it is the only one, or copies are not known.
    pub versions: usize,
    /// The first of the other sources of the story.
    pub outlets: Vec<String>,
    /// Number of all of them.
    pub all_outlets: usize,
}

/// Where a step through the hits has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitStep {
    /// On to the next one.
    Gone,
    /// Round the end of the article.
    Wrapped,
    NoHit,
}

impl Reader {
    /// An article that has come, laid out for a measure.
    pub fn new(opened: Opened, measure: Measure) -> Reader {
        let entry = opened.entry;
        let mut page = Page::new(Arc::clone(&entry), measure);
        page.annotate(&opened.also);
        let mut reader = Reader {
            key: opened.key,
            extent: opened.extent,
            changed: repeat_notes::changed(&entry),
            earlier: Vec::new(),
            entry,
            page,
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
        if let Some(title) = self.page.title_bytes() {
            self.hits.retain(|hit| !title.contains(&hit.start));
        }
        self.title_hits = title_hits;
        self.current = hit.and_then(|hit| position_of(&self.hits, &hit));
        self.earlier.clear();
    }

    /// Reads the same article on as a newer library has it: its paragraphs may be of another class, and
    /// other text may be folded. The view stays where it was, and so do the hit and what was opened.
    pub fn renew(&mut self, opened: Opened) {
        self.versions = opened.versions;
        (self.outlets, self.all_outlets) = (opened.outlets, opened.all_outlets);
        if !Entry::same(&self.entry, &opened.entry) {
            self.read_anew(opened.entry);
        }
        self.page.annotate(&opened.also);
        self.mark(opened.hits, opened.title_hits);
    }

    fn read_anew(&mut self, entry: Arc<Entry>) {
        let byte = self.byte_in_view();
        let bounds = |page: &Page, group| -> Vec<(usize, usize)> {
            let parts = page.fold_parts(group);
            parts.map(|part| (part.start, part.end)).collect()
        };
        let old = &self.page;
        let open = (0..old.fold_count()).filter(|group| old.is_open(*group));
        let opened: HashSet<Vec<(usize, usize)>> = open.map(|group| bounds(old, group)).collect();
        let mut page = Page::new(Arc::clone(&entry), old.measure());
        let open = (0..page.fold_count()).filter(|group| opened.contains(&bounds(&page, *group)));
        let open: Vec<usize> = open.collect();
        page.open_folds(open.into_iter());
        page.annotate(self.page.shared_also());
        let top = match byte {
            Some(byte) => page.position_of(byte),
            None => None,
        };
        page.set_top(top.unwrap_or(self.page.top()));
        self.entry = entry;
        self.changed = repeat_notes::changed(&self.entry);
        self.page = page;
    }

    /// Lays the page out for another measure, the view kept on the same text.
    pub fn relayout(&mut self, measure: Measure) {
        let measure = Measure {
            extent: self.page.measure().extent,
            ..measure
        };
        self.page.relayout(measure);
    }

    /// The notes on paragraphs that stand in other articles too.
    pub fn also(&self) -> &[Also] {
        self.page.also()
    }

    /// The first row in view.
    pub fn top(&self) -> PagePosition {
        self.page.top()
    }

    /// Puts a row at the top of the view.
    pub fn set_top(&mut self, top: PagePosition) {
        self.page.set_top(top);
    }

    /// Goes to a byte of the article's text, or to the head of the page.
    pub fn go_to_byte(&mut self, byte: Option<usize>) {
        let row = byte.and_then(|byte| self.page.position_of(byte));
        self.page.set_top(row.unwrap_or_default());
        self.earlier.clear();
    }

    /// The first byte of the article's text at or below the top of the view; `None` at the head.
    pub fn byte_in_view(&self) -> Option<usize> {
        self.page.byte_in_view()
    }

    /// The bytes of the article's text between the first and the last of the lines in view.
    pub fn bytes_in_view(&mut self, height: usize) -> Range<usize> {
        self.page.fit(height);
        self.page.bytes_in_view()
    }

    /// Scrolls by rows; the last page stays full.
    pub fn scroll(&mut self, rows: isize, height: usize) {
        self.page.scroll(rows, height);
    }

    /// How far the view is, in percent, or `None` where the page fits.
    pub fn percent(&self) -> Option<usize> {
        self.page.percent()
    }

    /// Opens or closes the fold in view: the first closed one, else the first open one.
    /// Returns false where none is in view.
    pub fn toggle_fold(&mut self, height: usize) -> bool {
        self.page.fit(height);
        let fold = |wanted: bool| {
            let mut rows = self.page.rows_in_view();
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
        self.earlier.clear();
        self.page.toggle_fold(group, height);
    }

    /// The fold whose line stands on a row of the view, from 0 at its top.
    pub fn fold_at(&self, row_in_view: usize) -> Option<usize> {
        match self.page.row_in_view(row_in_view)? {
            Row::Fold { group, .. } => Some(*group),
            _ => None,
        }
    }

    /// Goes to the words that the first repeat in view repeats, which are marked there: all those of a fold,
    /// those of the part in view of an open one, or those that a near repeat changed. Returns false where nothing in view repeats.
    pub fn go_to_earlier(&mut self, height: usize) -> bool {
        self.page.fit(height);
        let mut earlier = self
            .page
            .rows_in_view()
            .filter_map(|row| self.earlier_of(row));
        let Some((at, spans)) = earlier.next() else {
            return false;
        };
        drop(earlier);
        if let Some(fold) = at.and_then(|byte| self.page.fold_of(byte)) {
            self.page.open_fold(fold);
        }
        // What the page's head shows has no row of its own.
        let row = at.and_then(|byte| self.page.position_of(byte));
        self.earlier = spans;
        self.page
            .reveal(row.unwrap_or_default(), height, height / 4);
        true
    }

    /// The first byte and the ranges of the earlier words that the repeat on a row repeats; no byte where they are
    /// the title.
    fn earlier_of(&self, row: &Row) -> Option<(Option<usize>, Vec<Range<usize>>)> {
        let spans = match row {
            Row::Fold { group, .. } => {
                return Some((
                    self.page.fold_origin(*group),
                    merged(self.page.earlier(*group)),
                ));
            }
            // The part of an open fold that is in view.
            Row::Text {
                offset,
                tone: Tone::Repeat,
                ..
            } => self.page.earlier_at(*offset)?.into_iter().collect(),
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
        if self.hits.is_empty() {
            return 0;
        }
        // Between the parts of a fold stand no words.
        let span = self.page.fold_span(group);
        let before = |byte: usize| self.hits.partition_point(|hit| hit.start < byte);
        before(span.end) - before(span.start)
    }

    /// The hit on a byte of the article's text.
    pub fn hit_at(&self, byte: usize) -> Option<usize> {
        let at = self.hits.partition_point(|hit| hit.end <= byte);
        self.hits.get(at).filter(|hit| hit.contains(&byte))?;
        Some(at)
    }

    /// Opens all folds, or closes them when all are open. Returns whether there is one.
    pub fn toggle_folds(&mut self, height: usize) -> bool {
        self.earlier.clear();
        self.page.toggle_folds(height)
    }

    /// Shows the page as it was shown before: the same folds open, the same row at the top.
    pub fn view_as(&mut self, before: &Reader) {
        let open = |page: &Page| -> Vec<usize> {
            (0..page.fold_count())
                .filter(|group| page.is_open(*group))
                .collect()
        };
        if open(&self.page) != open(&before.page) && Entry::same(&self.entry, &before.entry) {
            self.page = before.page.clone();
        }
        self.page.set_top(before.top());
        self.current = None;
    }

    /// Goes to the next (`+1`) or previous (`-1`) hit; from the last on to the first, and back.
    pub fn go_round(&mut self, step: isize, height: usize) -> HitStep {
        if self.go_to_hit(step, height) {
            return HitStep::Gone;
        }
        let Some(last) = self.hits.len().checked_sub(1) else {
            return HitStep::NoHit;
        };
        self.show_hit(if step > 0 { 0 } else { last }, height);
        HitStep::Wrapped
    }

    /// Goes to the next (`+1`) or previous (`-1`) hit; opens the fold that hides it.
    /// Returns false where there is none in that direction.
    pub fn go_to_hit(&mut self, step: isize, height: usize) -> bool {
        let next = match (self.current, step > 0) {
            (None, true) => self.first_hit_in_view(),
            (None, false) => self.hits.len().checked_sub(1),
            (Some(at), _) => at.checked_add_signed(step),
        };
        next.is_some_and(|at| self.show_hit(at, height))
    }

    /// Brings a hit into view; false where there is none with that index.
    fn show_hit(&mut self, at: usize, height: usize) -> bool {
        let Some(hit) = self.hits.get(at).cloned() else {
            return false;
        };
        self.current = Some(at);
        self.earlier.clear();
        if let Some(fold) = self.page.fold_of(hit.start) {
            self.page.open_fold(fold);
        }
        if let Some(row) = self.page.position_of(hit.start) {
            self.page.reveal(row, height, height / 3);
        }
        true
    }

    fn first_hit_in_view(&self) -> Option<usize> {
        let from = self.byte_in_view().unwrap_or(0);
        let at = self.hits.partition_point(|hit| hit.start < from);
        (!self.hits.is_empty()).then_some(at % self.hits.len().max(1))
    }
}

/// Index of a hit among hits in order.
fn position_of(hits: &[Range<usize>], hit: &Range<usize>) -> Option<usize> {
    let at = hits.partition_point(|other| (other.start, other.end) < (hit.start, hit.end));
    hits.get(at).filter(|other| *other == hit)?;
    Some(at)
}
