//! Takes a row and gives it for a terminal that ignores bidi controls and lets the first strong character decide which
//! way the row runs (PuTTY).
//!
//! A row that must run left to right but has Arabic in front of a number or at its start gets a blank that counts as a
//! letter: the empty Braille pattern (U+2800, bidi class L) in place of a space.

use super::{Mirroring, Placed, guess, is_right, text};
use crate::text::{Direction, RowOrder};

/// A blank of bidi class L.
const LETTER_BLANK: &str = "\u{2800}";

pub(super) fn send<'a>(seen: &[Placed<'a>]) -> Vec<Placed<'a>> {
    let helped = helped(seen);
    let ways = [
        (seen, Direction::Rtl),
        (seen, Direction::Ltr),
        (&helped, Direction::Ltr),
    ];
    let mut sent = Vec::new();
    for (row, base) in ways {
        sent = guess(row, base, Mirroring::Done);
        let shown = RowOrder::by_first_strong(&text(&sent));
        if is_right(&sent, &shown, Mirroring::Done) {
            break;
        }
    }
    // The last way if none is right: it goes wrong in fewest places.
    sent
}

/// The row with letter blanks in front of everything and after each right-to-left run, where there are spaces.
fn helped<'a>(seen: &[Placed<'a>]) -> Vec<Placed<'a>> {
    let mut row = seen.to_vec();
    let mut after_rtl = true;
    for (_, glyph) in &mut row {
        if glyph.is_blank() && after_rtl {
            *glyph = glyph.blank_as(LETTER_BLANK);
            after_rtl = false;
        } else if glyph.turns() {
            after_rtl = true;
        } else if glyph.direction() == Some(Direction::Ltr) {
            after_rtl = false;
        }
    }
    row
}
