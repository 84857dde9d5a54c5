//! Takes a row and gives it for a terminal that ignores bidi controls. PuTTY lets the first strong character decide which
//! way the row runs; QTerminal takes each stretch of one colour for a paragraph that runs from left to right.
//!
//! A row that must run left to right but has Arabic in front of a number or at its start gets a blank that counts as a
//! letter: the empty Braille pattern (U+2800, bidi class L) in place of a space.

use super::super::super::pen::Pen;
use super::{Mirroring, Placed, guess, mistakes, text};
use crate::text::{Direction, RowOrder};

/// A blank of bidi class L.
const LETTER_BLANK: &str = "\u{2800}";

/// The row for PuTTY.
pub(super) fn by_first_strong<'a>(seen: &[Placed<'a>]) -> Vec<Placed<'a>> {
    best(seen, RowOrder::by_first_strong)
}

/// The row for QTerminal, stretch by stretch.
pub(super) fn by_colours<'a>(seen: &[Placed<'a>]) -> Vec<Placed<'a>> {
    let from_left = |text: &str| RowOrder::new(text, Direction::Ltr);
    stretches(seen)
        .into_iter()
        .flat_map(|stretch| best(stretch, from_left))
        .collect()
}

/// The row cut where the colours change. A blank is written in the colours at hand where that cannot be seen, those of
/// the text before it.
fn stretches<'s, 'a>(seen: &'s [Placed<'a>]) -> Vec<&'s [Placed<'a>]> {
    let mut stretches = Vec::new();
    let (mut start, mut pen) = (0, None::<Pen>);
    for (at, (_, glyph)) in seen.iter().enumerate() {
        let goes_on = match pen {
            None => true,
            Some(pen) if glyph.is_blank() => glyph.pen.on_blank() == pen.on_blank(),
            Some(pen) => glyph.pen == pen,
        };
        if !goes_on {
            stretches.extend(seen.get(start..at));
            (start, pen) = (at, None);
        }
        // Blanks in front take the colours of what comes after them.
        pen = pen.or((!glyph.is_blank()).then_some(glyph.pen));
    }
    stretches.extend(seen.get(start..));
    stretches
}

/// The way to send a stretch that a terminal which orders it so shows with the fewest mistakes.
fn best<'a>(seen: &[Placed<'a>], order: impl Fn(&str) -> RowOrder) -> Vec<Placed<'a>> {
    if !seen.iter().any(|(_, glyph)| glyph.turns()) {
        return seen.to_vec();
    }
    let everywhere = helped(seen, true, |_| true);
    let before_numbers = helped(seen, true, |next| {
        next.is_some_and(|(_, glyph)| glyph.is_digit())
    });
    let at_the_start = helped(seen, true, |_| false);
    let inside = helped(seen, false, |_| true);
    let ways = [
        (seen, Direction::Rtl),
        (seen, Direction::Ltr),
        (&at_the_start, Direction::Ltr),
        (&before_numbers, Direction::Ltr),
        (&everywhere, Direction::Ltr),
        (&inside, Direction::Rtl),
    ];
    let mut best: Option<(usize, Vec<Placed<'a>>)> = None;
    for (row, base) in ways {
        let sent = guess(row, base, Mirroring::Done);
        let shown = order(&text(&sent));
        let wrong = mistakes(&sent, &shown, Mirroring::Done);
        if best.as_ref().is_none_or(|(least, _)| wrong < *least) {
            best = Some((wrong, sent));
        }
        if wrong == 0 {
            break;
        }
    }
    best.map_or_else(|| seen.to_vec(), |(_, sent)| sent)
}

/// The row with letter blanks in place of spaces: before everything if `first`, and after each right-to-left run for which
/// `wanted`, given what comes next, asks for one.
fn helped<'a>(
    seen: &[Placed<'a>],
    first: bool,
    wanted: impl Fn(Option<&Placed<'a>>) -> bool,
) -> Vec<Placed<'a>> {
    let mut row = seen.to_vec();
    let (mut needed, mut at_start) = (first, true);
    for (at, (_, glyph)) in row.iter_mut().enumerate() {
        if glyph.is_blank() && needed {
            let next = seen.iter().skip(at).find(|(_, glyph)| !glyph.is_blank());
            if at_start || wanted(next) {
                *glyph = glyph.blank_as(LETTER_BLANK);
            }
            needed = false;
        } else if glyph.turns() {
            needed = true;
        } else if glyph.direction() == Some(Direction::Ltr) {
            needed = false;
        }
        at_start &= glyph.is_blank() && !needed;
    }
    row
}
