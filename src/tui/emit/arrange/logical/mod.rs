//! Takes a row and gives it in an order that a terminal which reorders rows by UAX #9 turns back into the row.
//!
//! The inverse of reordering is not unique and, for some rows, does not exist without help (a number on the right of
//! an Arabic word in a left-to-right row would be drawn to its left). So an order is guessed, tried on
//! [`RowOrder`], and only then used; help comes from isolates where the terminal heeds them, and from a blank that is a
//! strong letter where it does not.
//!
//! Letters stay in presentation forms: terminals of both kinds shape base letters themselves, but leave a hole after each
//! lam-alef, while they show presentation forms as they are.

mod isolated;
mod uncontrolled;

use super::super::glyph::CellGlyph;
use super::{Reordering, laid_out};
use crate::text::{Direction, RowOrder};

/// The row for terminals of that kind.
pub(super) fn arrange<'a>(row: &[CellGlyph<'a>], rows: Reordering) -> Vec<CellGlyph<'a>> {
    let sent = send(row, rows);
    laid_out(sent.into_iter().map(|(_, glyph)| glyph), row.len())
}

/// The column to put the cursor in, for it to be seen on column `col`: such terminals move it with the text.
pub(super) fn caret(row: &[CellGlyph<'_>], col: u16, rows: Reordering) -> u16 {
    let wanted = row
        .iter()
        .take(usize::from(col) + 1)
        .filter(|glyph| glyph.width > 0)
        .count();
    let mut sent_col = 0;
    for (place, glyph) in send(row, rows) {
        if place + 1 == wanted {
            return sent_col;
        }
        sent_col += glyph.width;
    }
    col
}

/// The glyphs as they are sent; each with its place among those seen, wide ones counted once.
fn send<'a>(row: &[CellGlyph<'a>], rows: Reordering) -> Vec<Placed<'a>> {
    let whole = row.iter().filter(|glyph| glyph.width > 0);
    let seen: Vec<Placed<'a>> = whole.copied().enumerate().collect();
    match rows {
        Reordering::FirstStrong => uncontrolled::by_first_strong(&seen),
        Reordering::ByColours => uncontrolled::by_colours(&seen),
        Reordering::Isolated => isolated::send(&seen, Mirroring::Done),
        Reordering::Unmirrored => isolated::send(&seen, Mirroring::LeftOut),
    }
}

/// Whether the terminal mirrors brackets on right-to-left levels (UAX #9 L4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mirroring {
    Done,
    LeftOut,
}

/// Glyphs with their places.
type Placed<'a> = (usize, CellGlyph<'a>);

/// The guess: the row, read from the side it starts at, is nearly in logical order, but for what runs the other way.
fn guess<'a>(seen: &[Placed<'a>], base: Direction, mirroring: Mirroring) -> Vec<Placed<'a>> {
    let mut guess = seen.to_vec();
    if base == Direction::Rtl {
        guess.reverse();
    }
    // Brackets pair (rule N0) as they are sent; nearly all are on the level of the row.
    let turned = mirroring == Mirroring::Done && base == Direction::Rtl;
    if turned {
        guess.iter_mut().for_each(mirror);
    }
    let RowOrder { levels, order } = RowOrder::new(&text(&guess), base);
    for (placed, level) in guess.iter_mut().zip(&levels) {
        let is_odd = level % 2 == 1;
        if mirroring == Mirroring::Done && is_odd != turned {
            mirror(placed);
        }
    }
    // What runs the other way is turned round by rule L2, which turns a right-to-left row round as a whole besides.
    let mut read: Vec<Placed<'a>> = order
        .iter()
        .filter_map(|at| guess.get(*at).copied())
        .collect();
    if base == Direction::Rtl {
        read.reverse();
    }
    read
}

fn mirror((_, glyph): &mut Placed<'_>) {
    *glyph = glyph.mirror_image();
}

/// How many glyphs a terminal that orders `sent` so shows in another place, or another way round, than is meant.
fn mistakes(sent: &[Placed<'_>], shown: &RowOrder, mirroring: Mirroring) -> usize {
    // Characters of `shown` are those of `text`: each glyph's base and the controls after it.
    let owners: Vec<Option<usize>> = sent
        .iter()
        .enumerate()
        .flat_map(|(at, (_, glyph))| {
            let controls = glyph.after.chars().map(|_| None);
            std::iter::once(Some(at)).chain(controls)
        })
        .collect();
    let first = sent.iter().map(|(place, _)| *place).min().unwrap_or(0);
    let glyphs = shown
        .order
        .iter()
        .filter_map(|char| Some((*char, (*owners.get(*char)?)?)));
    let wrong = glyphs.enumerate().filter(|(column, (char, at))| {
        let Some((place, glyph)) = sent.get(*at) else {
            return true;
        };
        let odd = shown.levels.get(*char).is_some_and(|level| level % 2 == 1);
        let turned = odd && mirroring == Mirroring::Done;
        *place != first + column || glyph.is_mirrored() != (turned && glyph.has_mirror_image())
    });
    wrong.count()
}

/// One character a glyph, and our controls.
fn text(glyphs: &[Placed<'_>]) -> String {
    let mut text = String::with_capacity(glyphs.len() * 3);
    for (_, glyph) in glyphs {
        text.push(glyph.sent_base().unwrap_or(' '));
        text.push_str(glyph.after);
    }
    text
}
