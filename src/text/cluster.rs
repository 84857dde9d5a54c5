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
//! has at most [`MAX_MARKS`] marks, but for the small v of its letter.

use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{self, Levels};
use super::layout::Options;
use super::linebreak::{self, Breaks, Opportunity};
use super::presentation_forms::Form;
use super::sanitise::{self, Glyph, is_regional_indicator, may_be_emoji};
use super::shape::{self, Joining};
use super::values::RunningValue;

/// Marks shown on one base. More are dropped: no script needs them, and they can paint over the
/// rows around.
pub(super) const MAX_MARKS: u8 = 8;
/// The base given to a mark that has none.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// One cell to be: a base, its marks, its place in the text.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is about something else, and there is one a character"
)]
pub(super) struct Cluster {
    /// First byte in the text; the next cluster begins where this one ends.
    pub(super) byte: usize,
    /// The character shown: shaped, mirrored, made harmless.
    pub(super) base: char,
    /// Where this cluster's marks end in [`Clusters::marks`].
    marks_end: usize,
    /// Bidi level.
    pub(super) level: u8,
    /// Lowest level of what no cell shows between the base before and this one.
    pub(super) gap: u8,
    /// Columns, 1 or 2; see [`super::tab`].
    pub(super) width: u8,
    pub(super) mark_count: u8,
    /// A small v stands on the base, before its marks: the letter has no form of its own.
    pub(super) small_v: bool,
    /// White space: it hangs at the end of a line.
    pub(super) space: bool,
    /// A tab: its columns depend on those before it on its line.
    pub(super) tab: bool,
    /// Something not shown stands behind it that white space at a line's end does not reach past (UAX #9 L1).
    pub(super) held: bool,
    /// Whether a line may break after this cluster.
    pub(super) breaks: Opportunity,
    /// How the letter joins its neighbours, as far as they are known.
    pub(super) form: Form,
}

/// All clusters of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Clusters {
    pub(super) all: Vec<Cluster>,
    /// Whether one of them is a tab.
    pub(super) tabs: bool,
    /// What follows the bases, back to back.
    marks: String,
}

impl Clusters {
    /// No line ends in one of the values if it can help it.
    pub(super) fn new(
        text: &str,
        levels: &Levels,
        values: &[RunningValue],
        options: Options,
    ) -> Clusters {
        let spaced = linebreak::spaced(text);
        let mut breaks = Breaks::new(&spaced);
        let mut builder = Builder::new(text, levels, options);
        let mut values = values;
        for (byte, c) in text.char_indices() {
            let mut opportunity = breaks.before(byte);
            if opportunity == Opportunity::Between && is_within(&mut values, byte) {
                opportunity = Opportunity::Within;
            }
            builder.open(opportunity);
            builder.push(byte, c);
        }
        let mut clusters = builder.clusters;
        if options.shape {
            shape::apply(&mut clusters.all, !options.strip_tashkeel);
        }
        clusters
    }

    /// The marks of the clusters from `index` on.
    pub(super) fn marks_from(&self, index: usize) -> ClusterMarks<'_> {
        let before = index.checked_sub(1).and_then(|before| self.all.get(before));
        ClusterMarks {
            all: &self.marks,
            start: before.map_or(0, |cluster| cluster.marks_end),
        }
    }
}

/// What follows the bases, handed out cluster by cluster.
pub(super) struct ClusterMarks<'a> {
    all: &'a str,
    start: usize,
}

impl<'a> ClusterMarks<'a> {
    /// The marks of `cluster`, which must be the one after that of the call before.
    pub(super) fn next_of(&mut self, cluster: &Cluster) -> &'a str {
        let own = self.all.get(self.start..cluster.marks_end);
        self.start = cluster.marks_end;
        debug_assert!(own.is_some(), "clusters are given in order");
        own.unwrap_or_default()
    }
}

/// Clusters while they are made, char by char.
struct Builder<'a> {
    text: &'a str,
    levels: &'a Levels,
    options: Options,
    clusters: Clusters,
    joining: Joining,
    /// The character before, tashkeel that is not shown left out.
    previous: Option<char>,
    /// The character before is a lam, or a mark on one.
    after_lam: bool,
    /// First byte of the last base or emoji swallowed by a joined emoji.
    pictograph: usize,
    /// Lowest level of what no cell has shown since the last base.
    gap: u8,
    /// What is left of [`Levels::borders`], and before which byte the next one is.
    borders: &'a [(usize, u8)],
    next_border: usize,
    /// First cluster of the white space that rule L1 would reset at a segment separator.
    white: usize,
    /// Whether a line may break after the last cluster, as far as is known.
    opportunity: Opportunity,
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
            after_lam: false,
            pictograph: 0,
            gap: u8::MAX,
            borders: &levels.borders,
            next_border: bidi::next_border(&levels.borders),
            white: 0,
            opportunity: Opportunity::Never,
        }
    }

    /// Takes note of what stands before the next character. Behind characters that no cell shows
    /// it is still after the last cluster.
    fn open(&mut self, opportunity: Opportunity) {
        self.opportunity = self.opportunity.max(opportunity);
    }

    fn push(&mut self, byte: usize, c: char) {
        if self.options.strip_tashkeel && sanitise::is_tashkeel(c) {
            return;
        }
        let glyph = sanitise::glyph(c);
        if self.continues_cell(byte, c, glyph) {
            self.joining = Joining::default();
            self.previous = Some(c);
            self.after_lam = false;
            self.opportunity = Opportunity::Never;
            return;
        }
        let level = self.levels.at(byte);
        if self.options.shape && self.ligates(byte, c, level) {
            self.opportunity = Opportunity::Never;
        } else {
            let index = self.clusters.all.len();
            self.push_glyph(byte, c, glyph, level);
            if !matches!(glyph, Glyph::Base(..) | Glyph::Space(..)) {
                self.push_unseen(c, level);
            }
            if self.options.shape {
                self.joining.push(&mut self.clusters.all, index, c, level);
            }
        }
        self.previous = Some(c);
        self.after_lam = c == shape::LAM || self.after_lam && glyph == Glyph::Mark;
    }

    /// Whether `c` is an alef that the lam before it (only marks between) has taken into its cell.
    fn ligates(&mut self, byte: usize, c: char, level: u8) -> bool {
        self.after_lam
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
            // The first half was shown as a letter as long as it stood alone.
            let half = self.previous.filter(|c| is_regional_indicator(*c));
            let Some(half) = half.filter(|_| last.width == 1) else {
                return false;
            };
            last.base = half;
            self.clusters.marks.push(c);
            last.marks_end = self.clusters.marks.len();
            last.width = 2;
            return true;
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
                let base = self
                    .options
                    .number_signs
                    .base(c, bidi::mirrored(base, level));
                self.push_base(byte, base, width, level);
            }
            Glyph::Space(base, width) => self.push_space(byte, c, base, width, level),
            Glyph::Mark => self.push_mark(byte, c, level),
            Glyph::Drop | Glyph::Break => {}
        }
    }

    /// Remembers what `c`, shown by no cell of its own, does to the order of the others.
    fn push_unseen(&mut self, c: char, level: u8) {
        self.gap = self.gap.min(level);
        if !bidi::is_seen_through(c) {
            self.white = self.clusters.all.len();
            if let Some(last) = self.clusters.all.last_mut() {
                last.held = true;
            }
        }
    }

    fn push_base(&mut self, byte: usize, base: char, width: u8, level: u8) {
        self.pictograph = byte;
        if let Some(last) = self.clusters.all.last_mut() {
            last.breaks = self.opportunity;
        }
        self.opportunity = Opportunity::Never;
        if self.next_border <= byte {
            self.pass_borders(byte);
        }
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
            gap: std::mem::replace(&mut self.gap, u8::MAX),
            width,
            mark_count: 0,
            small_v: false,
            space: false,
            tab: false,
            held: false,
            breaks: Opportunity::Never,
            form: Form::Isolated,
        });
        self.white = self.clusters.all.len();
    }

    /// Takes note of the isolates that begin or end before `byte`.
    #[cold]
    fn pass_borders(&mut self, byte: usize) {
        while self.next_border <= byte
            && let Some(((_, level), rest)) = self.borders.split_first()
        {
            self.gap = self.gap.min(*level);
            (self.borders, self.next_border) = (rest, bidi::next_border(rest));
        }
    }

    /// Pushes the space `c`, shown as `base`; a segment separator resets its own level and that of the
    /// white space before it (UAX #9 L1).
    fn push_space(&mut self, byte: usize, c: char, base: char, width: u8, level: u8) {
        let white = self.white;
        self.push_base(byte, base, width, level);
        if let Some(last) = self.clusters.all.last_mut() {
            last.space = true;
            last.tab = c == '\t' && self.options.running;
            self.clusters.tabs |= last.tab;
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
        // A space that carries a mark is no longer white: it must not hang.
        (last.space, last.tab) = (false, false);
        self.opportunity = Opportunity::Never;
        if last.mark_count < MAX_MARKS {
            last.mark_count += 1;
            self.clusters.marks.push(c);
            last.marks_end = self.clusters.marks.len();
        }
        self.white = self.clusters.all.len();
    }
}

/// Whether `byte` lies within one of the values; those before it are dropped.
fn is_within(values: &mut &[RunningValue], byte: usize) -> bool {
    while let Some((first, rest)) = values.split_first() {
        if byte < first.bytes.end {
            return first.bytes.start < byte;
        }
        *values = rest;
    }
    false
}

/// Whether `text` is one extended grapheme cluster (UAX #29, with its rule for joined emoji).
fn is_one_grapheme(text: &str) -> bool {
    text.graphemes(true).nth(1).is_none()
}
