//! From a part of a text and a width to its lines, kept while they are near the view.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use crate::text::{Base, Layout, Line, MAX_PART_BYTES, Options, Wrapped, head, part, part_count};

use crate::app::text_direction::MAX_NEUTRAL_BYTES;

/// Most bytes of laid-out text in each of the two halves of the cache: what a screen of 60 rows shows, of text that has
/// every vowel mark, and the long part above and below it. Takes some 4 MB.
const MAX_KEPT_BYTES: usize = MAX_PART_BYTES;
/// Bytes that each piece counts for besides those of its text: what keeping a short one takes.
const PIECE_OVERHEAD_BYTES: usize = 64;

/// A part of a text, broken into lines.
#[derive(Clone, Debug)]
pub(in crate::app) struct Flow {
    lines: Wrapped,
    /// Byte of the text at which the part begins.
    pub(in crate::app) offset: usize,
}

impl Flow {
    /// Lays out a text that begins at byte `offset` of a longer one.
    pub(in crate::app) fn of(text: &str, offset: usize, options: Options, cols: usize) -> Flow {
        let lines = Wrapped::new(Layout::new(text, options), cols);
        Flow { lines, offset }
    }

    /// Lays out part `index` of a piece of text that begins at byte `offset`. The piece takes the direction
    /// that `options` give it as a whole.
    pub(in crate::app) fn new(
        piece: &str,
        index: usize,
        offset: usize,
        options: Options,
        cols: usize,
    ) -> Flow {
        let bytes = part(piece, index);
        let options = if part_count(piece.len()) > 1 {
            direction_of_whole(piece, options)
        } else {
            options
        };
        let text = piece.get(bytes.clone()).unwrap_or("");
        Flow::of(text, offset + bytes.start, options, cols)
    }

    pub(in crate::app) fn line_count(&self) -> usize {
        self.lines.line_count()
    }

    pub(in crate::app) fn line(&self, index: usize) -> Line {
        self.lines.line(index)
    }

    /// Bytes of the text on a line.
    pub(in crate::app) fn bytes(&self, index: usize) -> Range<usize> {
        let bytes = self.lines.bytes(index);
        self.offset + bytes.start..self.offset + bytes.end
    }

    /// Bytes of the text it was laid out from.
    pub(in crate::app) fn bytes_laid_out(&self) -> usize {
        self.bytes(usize::MAX).end - self.offset
    }

    /// The line on which a byte of the text stands.
    pub(in crate::app) fn line_at(&self, byte: usize) -> usize {
        self.lines.line_at(byte.saturating_sub(self.offset))
    }
}

/// Options that lay out each part of a piece in the direction of the whole.
fn direction_of_whole(piece: &str, options: Options) -> Options {
    let direction = options.base.direction_of(head(piece, MAX_NEUTRAL_BYTES));
    Options {
        base: Base::fixed(direction),
        ..options
    }
}

/// What was laid out last, by where it stands.
#[derive(Clone, Debug)]
pub(in crate::app) struct Recent<K, V> {
    newer: HashMap<K, Arc<V>>,
    /// The values of `newer` before it was full; one that is asked for again goes back there.
    older: HashMap<K, Arc<V>>,
    /// Bytes of text in `newer`.
    bytes: usize,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Recent<K, V> {
        Recent {
            newer: HashMap::new(),
            older: HashMap::new(),
            bytes: 0,
        }
    }
}

/// What knows how many bytes of text it was laid out from.
pub(in crate::app) trait LaidOut {
    fn bytes(&self) -> usize;
}

impl LaidOut for Flow {
    fn bytes(&self) -> usize {
        self.bytes_laid_out()
    }
}

impl<K: Copy + Eq + Hash, V: LaidOut> Recent<K, V> {
    /// What stands at a place, laid out by `lay_out` where it is not kept.
    pub(in crate::app) fn get(&mut self, key: K, lay_out: impl FnOnce() -> V) -> Arc<V> {
        if let Some(kept) = self.newer.get(&key) {
            return Arc::clone(kept);
        }
        let older = self.older.remove(&key);
        let found = older.unwrap_or_else(|| Arc::new(lay_out()));
        let bytes = found.bytes() + PIECE_OVERHEAD_BYTES;
        if self.bytes + bytes > MAX_KEPT_BYTES {
            self.older = std::mem::take(&mut self.newer);
            self.bytes = 0;
        }
        self.bytes += bytes;
        self.newer.insert(key, Arc::clone(&found));
        found
    }

    pub(in crate::app) fn clear(&mut self) {
        *self = Recent::default();
    }
}
