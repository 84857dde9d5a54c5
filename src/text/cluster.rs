//! A paragraph and its levels in, shaped clusters in logical order out: what one cell will show,
//! and from which bytes.
//!
//! One pass over the text does the cell boundaries, the joining and the lam-alef ligature, because
//! all three need only the cluster before. A terminal cell holds one base character and its marks,
//! so a cluster here is smaller than an extended grapheme cluster (UAX #29): two Indic consonants
//! are two clusters, while a joined emoji is cut down to its first emoji, which every terminal
//! draws in two cells.
//!
//! Invariants: clusters cover the text without gap or overlap (a character shown by no cell
//! belongs to the cluster before it, or to the first one); every base has width 1 or 2; a cluster
//! has at most [`MAX_MARKS`] marks.

use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{self, Levels};
use super::forms::Form;
use super::layout::Options;
use super::sanitise::{self, Glyph};
use super::shape::{self, Joining};

/// Marks shown on one base. More are dropped: no script needs them, and they can paint over the
/// rows around.
pub(super) const MAX_MARKS: u8 = 8;
/// The base given to a mark that has none.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// One cell to be: a base, its marks, its place in the text.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// First byte in the text; the next cluster begins where this one ends.
    pub(super) byte: usize,
    /// The character shown: shaped, mirrored, made harmless.
    pub(super) base: char,
    /// Where this cluster's marks end in [`Clusters::marks`].
    marks_end: usize,
    /// Bidi level.
    pub(super) level: u8,
    /// Columns, 1 or 2.
    pub(super) width: u8,
    pub(super) mark_count: u8,
    /// White space: a line may break after it, and it hangs at the end of a line.
    pub(super) space: bool,
    /// A line may break after this cluster although it is no space (zero width space).
    pub(super) breaks: bool,
    /// How the letter joins its neighbours, as far as they are known.
    pub(super) form: Form,
}

/// All clusters of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Clusters {
    pub(super) all: Vec<Cluster>,
    /// What follows the bases, back to back.
    marks: String,
}

impl Clusters {
    pub(super) fn new(text: &str, levels: &Levels, options: Options) -> Clusters {
        let mut builder = Builder::new(text, levels, options);
        for (byte, c) in text.char_indices() {
            builder.push(byte, c);
        }
        let mut clusters = builder.clusters;
        if options.shape {
            shape::apply(&mut clusters.all);
        }
        clusters
    }

    /// The marks of cluster `index`.
    pub(super) fn marks(&self, index: usize) -> &str {
        let marks_end = |index: usize| self.all.get(index).map_or(0, |cluster| cluster.marks_end);
        let start = index.checked_sub(1).map_or(0, marks_end);
        self.marks.get(start..marks_end(index)).unwrap_or_default()
    }
}

struct Builder<'a> {
    text: &'a str,
    levels: &'a Levels,
    options: Options,
    clusters: Clusters,
    joining: Joining,
    /// The character before, tashkeel that is not shown left out.
    previous: Option<char>,
    /// First byte of the last base or emoji swallowed by a joined emoji.
    pictograph: usize,
    /// First cluster of the white space that rule L1 would reset at a segment separator.
    white: usize,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, levels: &'a Levels, options: Options) -> Builder<'a> {
        let mut clusters = Clusters::default();
        // Most text here takes two bytes a character; longer text grows the vector at most once.
        clusters.all.reserve(if text.is_ascii() {
            text.len()
        } else {
            text.len() / 2 + 1
        });
        Builder {
            text,
            levels,
            options,
            clusters,
            joining: Joining::default(),
            previous: None,
            pictograph: 0,
            white: 0,
        }
    }

    fn push(&mut self, byte: usize, c: char) {
        if self.options.strip_tashkeel && sanitise::is_tashkeel(c) {
            return;
        }
        let glyph = sanitise::glyph(c);
        if self.continues_cell(byte, c, glyph) {
            self.joining = Joining::default();
            self.previous = Some(c);
            return;
        }
        let level = self.levels.at(byte);
        if !self.options.shape || !self.ligates(byte, c, level) {
            let index = self.clusters.all.len();
            self.push_glyph(byte, c, glyph, level);
            if self.options.shape {
                self.joining.push(&mut self.clusters.all, index, (c, level));
            }
        }
        self.previous = Some(c);
    }

    /// Whether `c` is an alef that the lam right before it (no mark between) has taken into its cell.
    fn ligates(&mut self, byte: usize, c: char, level: u8) -> bool {
        self.previous == Some(shape::LAM)
            && self.options.caret != Some(byte)
            && self
                .clusters
                .all
                .last_mut()
                .is_some_and(|lam| self.joining.ligate(lam, c, level))
    }

    /// Whether `c` is the second half of what the last cell shows: of a flag, or of a joined or
    /// coloured emoji.
    fn continues_cell(&mut self, byte: usize, c: char, glyph: Glyph) -> bool {
        if c < '\u{2000}' || !matches!(glyph, Glyph::Base(..)) {
            return false;
        }
        let Some(last) = self.clusters.all.last_mut() else {
            return false;
        };
        if is_regional_indicator(c) {
            let pairs = is_regional_indicator(last.base) && last.width == 1 && last.mark_count == 0;
            if pairs {
                self.clusters.marks.push(c);
                last.marks_end = self.clusters.marks.len();
                last.width = 2;
            }
            return pairs;
        }
        if matches!(c, '\u{1F3FB}'..='\u{1F3FF}') {
            return matches!(last.base, '\u{261D}'..='\u{27BF}' | '\u{1F300}'..='\u{1FAFF}');
        }
        let joined = self.previous == Some('\u{200D}')
            && may_be_emoji(last.base)
            && may_be_emoji(c)
            && self
                .text
                .get(self.pictograph..byte + c.len_utf8())
                .is_some_and(is_one_grapheme);
        if joined {
            self.pictograph = byte;
        }
        joined
    }

    fn push_glyph(&mut self, byte: usize, c: char, glyph: Glyph, level: u8) {
        match glyph {
            Glyph::Base(base, width) => {
                self.push_base(byte, bidi::mirrored(base, level), width, level);
            }
            Glyph::Space(base, width) => self.push_space(byte, (c, base), width, level),
            Glyph::Mark => self.push_mark(byte, c, level),
            Glyph::Drop => {}
            Glyph::Break => {
                if let Some(last) = self.clusters.all.last_mut() {
                    last.breaks = true;
                }
            }
        }
    }

    fn push_base(&mut self, byte: usize, base: char, width: u8, level: u8) {
        self.pictograph = byte;
        self.clusters.all.push(Cluster {
            // What was dropped before the first base belongs to it.
            byte: if self.clusters.all.is_empty() {
                0
            } else {
                byte
            },
            base,
            marks_end: self.clusters.marks.len(),
            level,
            width,
            mark_count: 0,
            space: false,
            breaks: false,
            form: Form::Isolated,
        });
        self.white = self.clusters.all.len();
    }

    /// Pushes a space, shown as `base`; a segment separator resets its own level and that of the
    /// white space before it (UAX #9 L1).
    fn push_space(&mut self, byte: usize, (c, base): (char, char), width: u8, level: u8) {
        let white = self.white;
        self.push_base(byte, base, width, level);
        if let Some(last) = self.clusters.all.last_mut() {
            last.space = true;
        }
        if bidi::separates_segments(c) {
            let base_level = self.levels.direction.level();
            self.clusters
                .all
                .iter_mut()
                .skip(white)
                .for_each(|cluster| cluster.level = base_level);
        } else {
            self.white = white;
        }
    }

    fn push_mark(&mut self, byte: usize, c: char, level: u8) {
        if self.clusters.all.is_empty() {
            self.push_base(byte, DOTTED_CIRCLE, 1, level);
        }
        let Some(last) = self.clusters.all.last_mut() else {
            return;
        };
        // A space that carries a mark is no longer white: it must neither hang nor be broken at.
        last.space = false;
        if last.mark_count < MAX_MARKS {
            last.mark_count += 1;
            self.clusters.marks.push(c);
            last.marks_end = self.clusters.marks.len();
        }
        self.white = self.clusters.all.len();
    }
}

fn is_regional_indicator(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// A wide net round the emoji: it keeps UAX #29 from being asked about Indic conjuncts, whose second
/// consonant needs a cell.
fn may_be_emoji(c: char) -> bool {
    matches!(c, '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether `text` is one extended grapheme cluster (UAX #29, with its rule for joined emoji).
fn is_one_grapheme(text: &str) -> bool {
    text.graphemes(true).nth(1).is_none()
}
