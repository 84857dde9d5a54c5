//! One source character in, what the screen may show for it out: [`Glyph`].
//!
//! Corpus text is untrusted and terminals disagree about many code points: controls move the
//! cursor, number signs take no cell here and one there, variation selectors widen an emoji on
//! some screens only. Each such character is settled here, once, so that no later stage has to
//! know about it.
//!
//! Invariants: [`glyph`] is total; a [`Glyph::Base`] holds a printable character of exactly the
//! width it states.

use unicode_width::UnicodeWidthChar;

/// Shown for characters that terminals draw in different numbers of cells.
const REPLACEMENT: char = '\u{FFFD}';
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
pub(super) fn glyph(c: char) -> Glyph {
    match c {
        ' ' => Glyph::Space(c, 1),
        // Spaces that must not be broken at are no spaces here.
        '!'..='~' | '\u{A0}' | '\u{202F}' => Glyph::Base(c, 1),
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
        _ if is_ignorable(c) => Glyph::Drop,
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

/// Arabic vowel and recitation marks that readers may hide. Hamza above and below and madda
/// (U+0653–U+0655) stay: they are part of the letter's spelling.
pub(super) fn is_tashkeel(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{0652}' | '\u{0656}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08E1}' | '\u{08E3}'..='\u{08FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

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
