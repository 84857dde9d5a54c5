//! A paragraph in, its base direction and one bidi level a byte out; also rules L2 and L4.
//!
//! The levels come from `unicode-bidi` (UAX #9, W, N and I rules). What it leaves to its caller is
//! here: the choice of the base direction (with [`super::majority()`]), reordering of whatever the caller shows, and mirroring.
//! Line and paragraph separators are given the class of white space, because [`super::sanitise`]
//! shows them as spaces in one paragraph.
//!
//! Invariants: text without a character of right-to-left effect needs no levels (all are 0) and
//! gets none.

use std::sync::LazyLock;

use unicode_bidi::{BidiClass, BidiDataSource, Level, ParagraphBidiInfo};

use super::majority;
use super::values::{CONTROL_BYTES, LRI, PDI, RunningValue, with_controls};

/// Which way text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

impl Direction {
    /// The paragraph level of UAX #9: 0 or 1.
    pub(super) fn level(self) -> u8 {
        match self {
            Direction::Ltr => 0,
            Direction::Rtl => 1,
        }
    }

    /// The other direction.
    pub(super) fn reverse(self) -> Direction {
        match self {
            Direction::Ltr => Direction::Rtl,
            Direction::Rtl => Direction::Ltr,
        }
    }
}

/// How the direction of a paragraph is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base {
    /// UAX #9 P2 and P3: the first strong letter; left to right without one.
    #[default]
    Auto,
    /// Left to right whatever the text.
    Ltr,
    /// Right to left whatever the text.
    Rtl,
    /// UAX #9 P2: the first strong letter; this direction without one.
    AutoOr(Direction),
    /// UAX #9 HL1: most strong letters; right to left where it is close, left to right without one.
    Most,
    /// UAX #9 HL1: most strong letters; this direction where it is close or there is none.
    MostOr(Direction),
}

impl Base {
    /// That direction, whatever the text.
    pub fn fixed(direction: Direction) -> Base {
        match direction {
            Direction::Ltr => Base::Ltr,
            Direction::Rtl => Base::Rtl,
        }
    }

    /// The direction of a text.
    pub fn direction_of(self, text: &str) -> Direction {
        match self {
            Base::Ltr => Direction::Ltr,
            Base::Rtl => Direction::Rtl,
            Base::Auto => direction_of(text).unwrap_or(Direction::Ltr),
            Base::AutoOr(direction) => direction_of(text).unwrap_or(direction),
            // A text of two languages is more often Arabic with Latin names in it than the reverse.
            Base::Most => majority::direction_among(text, Direction::Rtl).unwrap_or(Direction::Ltr),
            Base::MostOr(direction) => {
                majority::direction_among(text, direction).unwrap_or(direction)
            }
        }
    }
}

impl Base {
    /// A direction whatever the text.
    pub fn of(direction: Direction) -> Base {
        match direction {
            Direction::Ltr => Base::Ltr,
            Direction::Rtl => Base::Rtl,
        }
    }
}

/// The bidi analysis of one paragraph.
pub(super) struct Levels {
    pub(super) direction: Direction,
    /// One level a byte of the text; None when every level is 0.
    bytes: Option<Vec<Level>>,
    /// The ends of isolates that are not in the text: before which byte, and its level; in order.
    pub(super) borders: Vec<(usize, u8)>,
}

impl Levels {
    pub(super) fn new(text: &str, base: Base) -> Levels {
        Levels::isolating(text, base, &[])
    }

    /// The same as if each of the values stood in an isolate in which everything runs from left to right.
    pub(super) fn isolating(text: &str, base: Base, values: &[RunningValue]) -> Levels {
        let direction = base.direction_of(text);
        let mut levels = Levels {
            direction,
            bytes: None,
            borders: Vec::new(),
        };
        if direction == Direction::Ltr && !text.chars().any(may_turn) {
            return levels;
        }
        let isolated = values.iter().filter(|value| value.isolated);
        let ends = |value: &RunningValue| [(value.bytes.start, LRI), (value.bytes.end, PDI)];
        let controls: Vec<(usize, char)> = isolated.flat_map(ends).collect();
        let of = |text: &str| {
            let base = Level::new(direction.level()).unwrap_or(Level::ltr());
            ParagraphBidiInfo::new_with_data_source(&Classes::get(), text, Some(base)).levels
        };
        if controls.is_empty() {
            levels.bytes = Some(of(text));
            return levels;
        }
        let mut rest = of(&with_controls(text, &controls)).into_iter();
        let mut bytes = Vec::with_capacity(text.len());
        for (byte, control) in controls {
            let level = levels
                .borders
                .last()
                .map_or(direction.level(), |last| last.1);
            // Arabic digits with a hyphen between them would turn round in the isolate too.
            let inside = Level::new((level + 2) & !1).ok();
            let own = rest.by_ref().take(byte - bytes.len());
            match inside.filter(|_| control == PDI) {
                Some(inside) => bytes.extend(own.map(|_| inside)),
                None => bytes.extend(own),
            }
            let control = rest.by_ref().take(CONTROL_BYTES).last();
            let level = control.as_ref().map_or(direction.level(), Level::number);
            levels.borders.push((byte, level));
        }
        bytes.extend(rest);
        levels.bytes = Some(bytes);
        levels
    }

    /// The level of the character that starts at `byte`.
    pub(super) fn at(&self, byte: usize) -> u8 {
        let levels = self.bytes.as_deref().unwrap_or_default();
        levels
            .get(byte)
            .map_or(self.direction.level(), Level::number)
    }
}

/// Before which byte the first of some [`Levels::borders`] is.
pub(super) fn next_border(borders: &[(usize, u8)]) -> usize {
    borders.first().map_or(usize::MAX, |border| border.0)
}

/// The direction of the first strong letter (UAX #9 P2), if there is one.
pub fn direction_of(text: &str) -> Option<Direction> {
    match unicode_bidi::get_base_direction_with_data_source(&Classes::get(), text) {
        unicode_bidi::Direction::Ltr => Some(Direction::Ltr),
        unicode_bidi::Direction::Rtl => Some(Direction::Rtl),
        unicode_bidi::Direction::Mixed => None,
    }
}

/// Whether `c` could raise a level in a left-to-right paragraph: nothing before the Hebrew block
/// can.
fn may_turn(c: char) -> bool {
    c >= '\u{0590}'
}

/// Number of characters, from the first, whose bidi classes are looked up by index: Latin, Hebrew and Arabic
/// are among them.
const INDEXED_CHARS: usize = 0x0700;

static INDEX: LazyLock<Vec<BidiClass>> =
    LazyLock::new(|| ('\0'..='\u{06FF}').map(separator_as_space).collect());

/// Bidi classes as `unicode-bidi` has them, without its binary search for the scripts that are
/// common here, and without paragraph separators.
pub(super) struct Classes(&'static [BidiClass]);

impl Classes {
    pub(super) fn get() -> Classes {
        debug_assert_eq!(INDEX.len(), INDEXED_CHARS);
        Classes(&INDEX)
    }

    pub(super) fn class(&self, c: char) -> BidiClass {
        self.bidi_class(c)
    }
}

impl BidiDataSource for Classes {
    fn bidi_class(&self, c: char) -> BidiClass {
        self.0
            .get(c as usize)
            .copied()
            .unwrap_or_else(|| separator_as_space(c))
    }
}

fn separator_as_space(c: char) -> BidiClass {
    match (unicode_bidi::bidi_class(c), c) {
        // U+001C to U+001E are paragraph separators by class, but shown by no cell.
        (BidiClass::B | BidiClass::S, '\u{1C}'..='\u{1F}') => BidiClass::BN,
        (BidiClass::B, _) => BidiClass::WS,
        (class, _) => class,
    }
}

/// Whether `c` is a segment separator of rule L1 (shown as a space).
pub(super) fn separates_segments(c: char) -> bool {
    matches!(c, '\t' | '\u{0B}')
}

/// Whether rule L1 looks past `c`, which no cell shows, when it resets white space.
pub(super) fn is_seen_through(c: char) -> bool {
    use BidiClass::{BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, WS};
    matches!(
        Classes::get().bidi_class(c),
        WS | BN | LRI | RLI | FSI | PDI | LRE | RLE | LRO | RLO | PDF
    )
}

/// UAX #9 L2 for items that stand side by side in the text, see [`reorder_apart`].
pub(super) fn reorder<T>(items: &mut [T], level_of: impl Fn(&T) -> u8) {
    reorder_apart(items, &[], level_of);
}

/// UAX #9 L2: reverses, from the highest level down to the lowest odd one, each stretch at that
/// level or above.
///
/// What is not shown has a place in the order too: two right-to-left words with a left-to-right
/// mark between them, or each in an isolate of its own, are two stretches. A gap `(index, level)`
/// says that something at `level` stood before the item `index`; gaps come in the order of the
/// text.
pub(super) fn reorder_apart<T>(items: &mut [T], gaps: &[(usize, u8)], level_of: impl Fn(&T) -> u8) {
    let Some(highest) = items.iter().map(&level_of).max() else {
        return;
    };
    let count = items.len();
    let levels = items.iter().map(&level_of);
    let lowest_odd = levels
        .chain(gaps.iter().map(|gap| gap.1))
        .min()
        .map_or(1, |lowest| lowest | 1);
    for level in (lowest_odd..=highest).rev() {
        // No stretch reversed so far went over a gap of a lower level, so it is where it was.
        let cuts = gaps.iter().filter(|gap| gap.1 < level);
        let mut from = 0;
        for to in cuts.map(|gap| gap.0.min(count)).chain([count]) {
            if let Some(between) = items.get_mut(from..to) {
                reverse_stretches(between, |item| level_of(item) >= level);
            }
            from = to;
        }
    }
}

/// Reverses every stretch of items that are `high`.
fn reverse_stretches<T>(items: &mut [T], high: impl Fn(&T) -> bool) {
    for stretch in items.chunk_by_mut(|a, b| high(a) == high(b)) {
        if stretch.first().is_some_and(&high) {
            stretch.reverse();
        }
    }
}

/// UAX #9 L4: the mirror image of `c` on a right-to-left level, guillemets included; else `c`
/// itself.
pub(super) fn mirrored(c: char, level: u8) -> char {
    // Letters have no mirror image, so the common scripts need no search.
    if level.is_multiple_of(2) || c.is_ascii_alphanumeric() || ('\u{BC}'..'\u{0F3A}').contains(&c) {
        return c;
    }
    let missing = || UNSORTED.iter().find(|pair| pair.1 == c).map(|pair| pair.0);
    unicode_bidi_mirroring::get_mirrored(c)
        .or_else(missing)
        .unwrap_or(c)
}

/// Pairs that `unicode-bidi-mirroring` 0.4 finds from their first character only: it searches the
/// second column of its table by halves, and that column is not sorted. The test below finds out
/// when this list can go.
const UNSORTED: [(char, char); 21] = [
    ('∕', '⧵'),
    ('∟', '⯾'),
    ('∠', '⦣'),
    ('∡', '⦛'),
    ('∢', '⦠'),
    ('∤', '⫮'),
    ('∼', '∽'),
    ('≃', '⋍'),
    ('≅', '≌'),
    ('≒', '≓'),
    ('≔', '≕'),
    ('≤', '≥'),
    ('⊘', '⦸'),
    ('⊢', '⊣'),
    ('⊦', '⫞'),
    ('⊨', '⫤'),
    ('⊩', '⫣'),
    ('⊫', '⫥'),
    ('⊸', '⟜'),
    ('⦍', '⦐'),
    ('⦎', '⦏'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check_direction(text: &str, base: Base, expected: Direction) {
        assert_eq!(
            Levels::new(text, base).direction,
            expected,
            "{text:?} {base:?}"
        );
    }

    #[test]
    fn base_direction_is_that_of_the_first_strong_letter() {
        check_direction("", Base::Auto, Direction::Ltr);
        check_direction("12 - ", Base::Auto, Direction::Ltr);
        check_direction("12 - ", Base::AutoOr(Direction::Rtl), Direction::Rtl);
        check_direction("1 a ب", Base::AutoOr(Direction::Rtl), Direction::Ltr);
        check_direction("«1» ب a", Base::Auto, Direction::Rtl);
        check_direction("\u{2067}ب\u{2069} a", Base::Auto, Direction::Ltr);
        check_direction("\u{200F}a", Base::Auto, Direction::Rtl);
        check_direction("\nب", Base::Auto, Direction::Rtl);
        check_direction("abc", Base::Rtl, Direction::Rtl);
        check_direction("ب", Base::Ltr, Direction::Ltr);
    }

    #[test]
    fn reorders_nested_levels() {
        let mut items: Vec<(char, u8)> = "abcdefg".chars().zip([0, 1, 1, 2, 2, 1, 0]).collect();
        reorder_apart(&mut items, &[], |item| item.1);
        assert_eq!(
            items.iter().map(|item| item.0).collect::<String>(),
            "afdecbg"
        );
    }

    #[test]
    fn reverses_no_stretch_over_a_gap() {
        let check = |gaps: &[(usize, u8)], levels: [u8; 4], expected: &str| {
            let mut items: Vec<(char, u8)> = "abcd".chars().zip(levels).collect();
            reorder_apart(&mut items, gaps, |item| item.1);
            let visual: String = items.iter().map(|item| item.0).collect();
            assert_eq!(visual, expected, "{gaps:?} {levels:?}");
        };
        check(&[], [1; 4], "dcba");
        check(&[(2, 0)], [1; 4], "badc");
        check(&[(2, 1)], [1; 4], "dcba");
        check(&[(1, 0), (2, 0)], [1; 4], "abdc");
        // Two left-to-right isolates in a right-to-left line.
        check(&[(2, 1)], [2; 4], "cdab");
        check(&[(9, 0)], [1; 4], "dcba");
    }

    #[test]
    fn mirrors_pairs_on_odd_levels_only() {
        for (c, image) in [
            ('(', ')'),
            ('«', '»'),
            ('‹', '›'),
            ('<', '>'),
            ('≤', '≥'),
            ('a', 'a'),
            ('ب', 'ب'),
        ] {
            assert_eq!(mirrored(c, 1), image);
            assert_eq!(mirrored(image, 3), c);
            assert_eq!(mirrored(c, 2), c);
        }
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            assert_eq!(mirrored(mirrored(c, 1), 1), c);
        }
    }
}
