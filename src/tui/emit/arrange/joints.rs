//! Takes a glyph and the one that follows it in logical order and gives the glyph as a terminal must be sent it that
//! joins letters anew, so that it joins no others than we did.
//!
//! Konsole turns presentation forms back into letters. Where two letters stand apart that could join (a zero width
//! non-joiner stood between them), they need one again; where lam and alef are two cells, since a mark is between them,
//! it would make them one and leave a hole. Neither terminal that shapes joins U+06D5, which has no form of its own, to
//! the letter before it if that is one: its twin heh has.

use super::super::glyph::CellGlyph;
use crate::text::{Joins, joins, takes_a_joint};

const ZWNJ: &str = "\u{200C}";
/// Joined on both sides of a non-joiner: two letters joined by looks only.
const JOINED_APART: &str = "\u{200D}\u{200C}\u{200D}";

/// The Kurdish and Uyghur letter ae, and the forms of heh that look like it.
const AE: char = '\u{06D5}';
const AE_ISOLATED: char = '\u{FEE9}';
const AE_FINAL: char = '\u{FEEA}';

/// The glyph as it must be sent before `next`, to a terminal that joins letters anew.
pub(super) fn before<'a>(glyph: &CellGlyph<'a>, next: Option<&CellGlyph<'_>>) -> CellGlyph<'a> {
    let mut sent = *glyph;
    let next = next.and_then(CellGlyph::sent_base);
    let Some((base, next)) = glyph.sent_base().zip(next) else {
        return sent;
    };
    if !glyph.after.is_empty() {
        return sent;
    }
    if joins(base) == Joins::Not && takes_a_joint(next) {
        sent.after = ZWNJ;
    } else if glyph.has_marks() && is_lam(base) && is_alef(next) {
        sent.after = JOINED_APART;
    }
    sent
}

/// The letter ae as the form it has after `previous`.
pub(super) fn ae<'a>(glyph: &CellGlyph<'a>, previous: Option<&CellGlyph<'_>>) -> CellGlyph<'a> {
    if glyph.base() != Some(AE) {
        return *glyph;
    }
    let joined = previous
        .and_then(CellGlyph::base)
        .is_some_and(|c| joins(c) == Joins::Next);
    glyph.sent_as(if joined { AE_FINAL } else { AE_ISOLATED })
}

fn is_lam(c: char) -> bool {
    matches!(c, '\u{FEDF}' | '\u{FEE0}')
}

fn is_alef(c: char) -> bool {
    matches!(c, '\u{FE82}' | '\u{FE84}' | '\u{FE88}' | '\u{FE8E}')
}

#[cfg(test)]
mod tests {
    use super::super::super::glyph::Grid;
    use super::*;
    use ratatui::buffer::Buffer;

    /// Two cells in logical order, and what is sent for the first.
    #[track_caller]
    fn check(first: &str, next: &str, sent: &str) {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 2, 1));
        buffer[(0, 0)].set_symbol(first);
        buffer[(1, 0)].set_symbol(next);
        let grid = Grid::of(&buffer);
        let [first, next] = [0, 1].map(|x| grid.rows[0][x]);
        let found: String = before(&first, Some(&next)).chars().collect();
        assert_eq!(found, sent, "{first:?} {next:?}");
    }

    #[test]
    fn letters_kept_apart_are_kept_apart() {
        // Yeh, which a non-joiner has parted from khah.
        check("\u{FEF1}", "\u{FEA7}", "\u{FEF1}\u{200C}");
        // Joined, and those that never join.
        check("\u{FEF3}", "\u{FEA8}", "\u{FEF3}");
        check("\u{FE8D}", "\u{FEA7}", "\u{FE8D}");
        check("\u{FEF1}", "\u{FEA9}", "\u{FEF1}\u{200C}");
        check("\u{FEF1}", " ", "\u{FEF1}");
        check("\u{FEF1}", ".", "\u{FEF1}");
    }

    #[test]
    fn lam_and_alef_with_a_mark_between_stay_two_cells() {
        check(
            "\u{FEDF}\u{64E}",
            "\u{FE8E}",
            "\u{FEDF}\u{64E}\u{200D}\u{200C}\u{200D}",
        );
        check("\u{FEDF}\u{64E}", "\u{FEE2}", "\u{FEDF}\u{64E}");
    }

    #[test]
    fn ae_takes_the_form_of_its_twin() {
        let buffer = Buffer::with_lines(["\u{06D5}\u{FEDF}\u{FE8D}"]);
        let row = &Grid::of(&buffer).rows[0];
        let sent = |previous: Option<usize>| ae(&row[0], previous.map(|x| &row[x])).sent_base();
        assert_eq!(sent(None), Some(AE_ISOLATED));
        assert_eq!(sent(Some(1)), Some(AE_FINAL), "after a lam that joins");
        assert_eq!(sent(Some(2)), Some(AE_ISOLATED), "after an alef");
        assert_eq!(ae(&row[1], None).sent_base(), Some('\u{FEDF}'));
    }
}
