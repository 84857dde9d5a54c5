//! Takes a row and gives it with each word that the terminal will turn round turned round beforehand, its mirrored
//! brackets turned back; pens stay in their columns.
//!
//! kitty shapes each run between blanks, borders and changes of font in one direction, the one of the first character
//! that belongs to a script (HarfBuzz guesses it; Arabic digits belong to one), and draws a right-to-left run from its
//! last cell to its first. It keeps colours where they are told to be. Words with marks it draws askew in any order, so
//! marks are best left out of the layout there.
//!
//! A word with an Arabic letter on its left and a Latin one on its right is turned round whichever way it is sent.
//! There its Latin end is sent first: both parts can be read, though each on the other's side.

use ratatui::style::Modifier;

use super::super::glyph::Glyph;
use super::laid_out;
use crate::text::Direction;

pub(super) fn arrange<'a>(row: &[Glyph<'a>]) -> Vec<Glyph<'a>> {
    let mut arranged = Vec::with_capacity(row.len());
    for word in row.chunk_by(share_a_run) {
        let mut scripts = word.iter().filter_map(Glyph::script);
        let leftmost = scripts.next();
        let rightmost = scripts.next_back().or(leftmost);
        match (leftmost, rightmost) {
            (_, Some(Direction::Rtl)) => arranged.extend(turned(word)),
            (Some(Direction::Rtl), Some(Direction::Ltr)) => arranged.extend(parted(word)),
            _ => arranged.extend_from_slice(word),
        }
    }
    arranged
}

fn share_a_run(a: &Glyph<'_>, b: &Glyph<'_>) -> bool {
    let apart = |glyph: &Glyph<'_>| {
        let font = glyph.pen.modifier & (Modifier::BOLD | Modifier::ITALIC);
        (glyph.is_blank(), glyph.is_border(), font)
    };
    apart(a) == apart(b)
}

/// The word with its left-to-right end first; the pens go along.
fn parted<'a>(word: &[Glyph<'a>]) -> Vec<Glyph<'a>> {
    let end = word
        .iter()
        .rposition(|glyph| glyph.script() == Some(Direction::Rtl))
        .map_or(0, |last| last + 1);
    let (first, last) = word.split_at(end);
    [last, first].concat()
}

/// The word from its last glyph to its first, the pens left where they are.
fn turned<'a>(word: &[Glyph<'a>]) -> Vec<Glyph<'a>> {
    let glyphs = word.iter().rev().filter(|glyph| glyph.width > 0);
    let mut row = laid_out(glyphs.map(Glyph::mirror_image), word.len());
    for (glyph, old) in row.iter_mut().zip(word) {
        glyph.pen = old.pen;
    }
    row
}
