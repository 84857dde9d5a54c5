//! One source character in, what the screen may show for it out: [`Glyph`].
//!
//! Corpus text is untrusted and terminals disagree about many code points: controls move the
//! cursor, number signs take no cell here and one there, variation selectors widen an emoji on
//! some screens only. Each such character is settled here, once, so that no later stage has to
//! know about it. A character whose width cannot be settled becomes an empty box, U+25AF: one sign that cannot be
//! read is better than a row that has slipped.
//!
//! Signs that hold whole words in one cell (U+FDF2, U+FDFA, U+FDFD) stay as they are. Every terminal
//! gives them one cell, so they are squeezed, but they are what was written, they can be searched
//! for and copied, and a cell stays one character of the source.
//!
//! Invariants: [`glyph`] is total; a [`Glyph::Base`] holds a printable character of exactly the
//! width it states.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_width::UnicodeWidthChar;

/// Shown for characters that terminals draw in different numbers of cells.
///
/// Not U+FFFD, which stands for bytes that could not be read, is wide in some settings (East Asian
/// Ambiguous), and is dropped by the `vt100` crate.
const REPLACEMENT: char = '\u{25AF}';
/// End of ayah is zero or one cell wide; the rub el hizb sign is the closest ornament of one cell
/// everywhere.
const AYAH: char = '\u{06DE}';

/// What becomes of one source character on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// Starts a cell: the character to show and its width in columns, 1 or 2.
    Base(char, u8),
    /// White space, where a line may break and whose level rule L1 resets: the character and its
    /// width in columns.
    Space(char, u8),
    /// Joins the cell before it: combining marks, conjoining jamo.
    Mark,
    /// Shown by no cell. It may still act on levels (bidi controls) or on joining (ZWJ, ZWNJ).
    Drop,
    /// Zero width space: shown by no cell, but a line may break after it.
    Break,
}

/// Settles how `c` is shown, whatever stands around it.
#[inline]
pub(super) fn glyph(c: char) -> Glyph {
    match c {
        // Most of Arabic text; the same as below.
        '\u{0620}'..='\u{064A}' => Glyph::Base(c, 1),
        _ => settled(c),
    }
}

fn settled(c: char) -> Glyph {
    match c {
        ' ' => Glyph::Space(c, 1),
        // Spaces that must not be broken at are no spaces here.
        '!'..='~' | '\u{A0}' | '\u{2007}' | '\u{202F}' => Glyph::Base(c, 1),
        // Tab, line ends and their Unicode relatives: one space, since a cell can hold no cursor
        // movement.
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Glyph::Space(' ', 1),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Glyph::Drop,
        '\u{200B}' => Glyph::Break,
        '\u{06DD}' | '\u{08E2}' => Glyph::Base(AYAH, 1),
        '\u{0600}'..='\u{0605}'
        | '\u{070F}'
        | '\u{0890}'
        | '\u{0891}'
        | '\u{110BD}'
        | '\u{110CD}' => Glyph::Base(REPLACEMENT, 1),
        // Four and more cells in a variable-width font, one in most terminals.
        '\u{2E3A}' | '\u{2E3B}' => Glyph::Base('\u{2014}', 1),
        // Half a flag is one cell here and two there; the letter it stands for is one.
        '\u{1F1E6}'..='\u{1F1FF}' => Glyph::Base(flag_letter(c), 1),
        _ if is_ignorable(c) => Glyph::Drop,
        _ if is_unsettled(c) => Glyph::Base(REPLACEMENT, 1),
        _ => measured(c),
    }
}

fn measured(c: char) -> Glyph {
    match c.width() {
        Some(0) => Glyph::Mark,
        Some(width @ (1 | 2)) if c.is_whitespace() => Glyph::Space(c, width as u8),
        Some(width @ (1 | 2)) => Glyph::Base(c, width as u8),
        _ => Glyph::Base(REPLACEMENT, 1),
    }
}

/// The capital that a regional indicator stands for.
fn flag_letter(c: char) -> char {
    (b'A'..=b'Z')
        .zip('\u{1F1E6}'..='\u{1F1FF}')
        .find(|pair| pair.1 == c)
        .map_or(REPLACEMENT, |pair| char::from(pair.0))
}

/// Whether terminals give `c` different widths, by the tables they use: the `wcwidth` of the C
/// library, `EastAsianWidth.txt` of some version of Unicode, general categories (kitty).
fn is_unsettled(c: char) -> bool {
    let common = matches!(c,
        '\0'..='\u{377}' | '\u{600}'..='\u{6FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FE70}'..='\u{FE74}'
        | '\u{FE76}'..='\u{FEFC}');
    if common {
        return false;
    }
    let category = c.general_category();
    let on_its_base = matches!(
        category,
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
    ) || is_conjoining(c);
    // No width where characters are not assigned; none here and one there for the vowel signs of
    // some scripts of India (Mc, part of a grapheme cluster all the same).
    category == GeneralCategory::Unassigned
        || on_its_base != (c.width() == Some(0))
        || has_changed_width(c)
}

/// Vowels and last consonants of Hangul, drawn into the cell of the first.
fn is_conjoining(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7C6}' | '\u{D7CB}'..='\u{D7FB}')
}

/// Wide since Unicode 16 only (trigrams, hexagrams, counting rods), wide to the C library only, or
/// one column that ratatui counts with the letter before (halfwidth voicing marks).
fn has_changed_width(c: char) -> bool {
    matches!(c,
        '\u{17A4}' | '\u{FF9E}' | '\u{FF9F}' | '\u{2630}'..='\u{2637}' | '\u{268A}'..='\u{268F}' | '\u{3248}'..='\u{324F}'
        | '\u{4DC0}'..='\u{4DFF}' | '\u{1D300}'..='\u{1D376}')
}

/// Default-ignorable code points (UAX #44) and the format controls that have no glyph of their
/// own.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

pub(super) fn is_regional_indicator(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// A wide net round the emoji: UAX #29 joins Indic consonants too, of which each needs a cell.
pub(super) fn may_be_emoji(c: char) -> bool {
    matches!(c, '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Arabic vowel and recitation marks that readers may hide. Hamza above and below and madda
/// (U+0653–U+0655) stay: they are part of the letter's spelling.
pub fn is_tashkeel(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{0652}' | '\u{0656}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cut_for_letters_leads_to_the_same_place() {
        for c in '\u{0500}'..='\u{06FF}' {
            assert_eq!(glyph(c), settled(c));
        }
    }

    #[test]
    fn settles_the_characters_terminals_disagree_about() {
        for (c, expected) in [
            ('\t', Glyph::Space(' ', 1)),
            ('\u{85}', Glyph::Space(' ', 1)),
            ('\u{1B}', Glyph::Drop),
            ('\u{9B}', Glyph::Drop),
            ('\u{AD}', Glyph::Drop),
            ('\u{FE0F}', Glyph::Drop),
            ('\u{202E}', Glyph::Drop),
            ('\u{200B}', Glyph::Break),
            ('\u{0601}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{06DD}', Glyph::Base(AYAH, 1)),
            ('\u{17D8}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{064B}', Glyph::Mark),
            ('\u{20E3}', Glyph::Mark),
            ('\u{1161}', Glyph::Mark),
            ('\u{E0101}', Glyph::Drop),
            ('\u{E0067}', Glyph::Drop),
            ('\u{13430}', Glyph::Drop),
            // A vowel sign that is no cell in ratatui, one in xterm.
            ('\u{09BE}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{093E}', Glyph::Base('\u{093E}', 1)),
            ('\u{0378}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{FDD0}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{10FFFF}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{E000}', Glyph::Base('\u{E000}', 1)),
            ('\u{4DC0}', Glyph::Base(REPLACEMENT, 1)),
            ('\u{1F1F8}', Glyph::Base('S', 1)),
            ('\u{2E3A}', Glyph::Base('\u{2014}', 1)),
            ('\u{FDFA}', Glyph::Base('\u{FDFA}', 1)),
            ('\u{FDFD}', Glyph::Base('\u{FDFD}', 1)),
            ('\u{12031}', Glyph::Base('\u{12031}', 1)),
            ('\u{2007}', Glyph::Base('\u{2007}', 1)),
            ('\u{4E2D}', Glyph::Base('\u{4E2D}', 2)),
            ('\u{3000}', Glyph::Space('\u{3000}', 2)),
            ('\u{A0}', Glyph::Base('\u{A0}', 1)),
        ] {
            assert_eq!(glyph(c), expected, "U+{:04X}", c as u32);
        }
    }

    /// The whole of Unicode: what a base claims is what unicode-width says of the character shown.
    #[test]
    fn every_base_has_the_width_it_states() {
        for c in '\0'..=char::MAX {
            if let Glyph::Base(shown, width) | Glyph::Space(shown, width) = glyph(c) {
                assert_eq!(
                    shown.width(),
                    Some(usize::from(width)),
                    "U+{:04X}",
                    c as u32
                );
                assert!((1..=2).contains(&width));
            }
        }
    }
}
