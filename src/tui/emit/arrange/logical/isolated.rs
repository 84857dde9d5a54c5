//! Takes a row and gives it for a terminal that orders it as a left-to-right paragraph and heeds isolates (Konsole):
//! each field of right-to-left text stands in an isolate of its own (UAX #9 X5a), in logical order.
//!
//! A field ends where two blanks begin, or at a border. Where no logical order of a field shows what is wanted, its
//! words are isolated one by one. An isolate opens after the cell before it, since terminals keep controls with the
//! cell to their left: a field in the first column must do without, screens keep it free.

use super::super::joints;
use super::{Mirroring, Placed, guess, mistakes, text};
use crate::text::{Direction, RowOrder};

const OPEN: &str = "\u{2067}";
const CLOSE: &str = "\u{2069}";
const CLOSE_AND_OPEN: &str = "\u{2069}\u{2067}";

pub(super) fn send<'a>(seen: &[Placed<'a>], mirroring: Mirroring) -> Vec<Placed<'a>> {
    let by_fields = isolate(seen, fields(seen), mirroring);
    if shows(&by_fields, mirroring) {
        return by_fields;
    }
    let by_words = isolate(seen, words(seen), mirroring);
    if shows(&by_words, mirroring) {
        return by_words;
    }
    isolate(seen, runs(seen), mirroring)
}

fn shows(sent: &[Placed<'_>], mirroring: Mirroring) -> bool {
    let shown = RowOrder::new(&text(sent), Direction::Ltr);
    mistakes(sent, &shown, mirroring) == 0
}

/// The row in pieces, those with right-to-left text isolated and in logical order.
fn isolate<'a>(
    seen: &[Placed<'a>],
    pieces: Vec<&[Placed<'a>]>,
    mirroring: Mirroring,
) -> Vec<Placed<'a>> {
    let mut sent: Vec<Placed<'a>> = Vec::with_capacity(seen.len());
    for piece in pieces {
        if !piece.iter().any(|(_, glyph)| glyph.turns()) {
            sent.extend_from_slice(piece);
            continue;
        }
        let mut isolated = guess(piece, Direction::Rtl, mirroring);
        if mirroring == Mirroring::LeftOut {
            join_as_we_do(&mut isolated);
        }
        if let Some((_, before)) = sent.last_mut() {
            before.after = if before.after == CLOSE {
                CLOSE_AND_OPEN
            } else {
                OPEN
            };
            sent.extend(isolated);
            if let Some((_, last)) = sent.last_mut() {
                last.after = CLOSE;
            }
        } else {
            sent.extend(isolated);
        }
    }
    for (_, glyph) in &mut sent {
        // Not all terminals agree on the cursor's place after a control.
        glyph.certain &= glyph.after.is_empty();
    }
    sent
}

/// Keeps a terminal that joins letters anew from joining others than we did.
fn join_as_we_do(glyphs: &mut [Placed<'_>]) {
    for at in 0..glyphs.len() {
        let previous = at.checked_sub(1).and_then(|at| glyphs.get(at)).copied();
        if let Some((_, glyph)) = glyphs.get_mut(at) {
            *glyph = joints::ae(glyph, previous.as_ref().map(|(_, glyph)| glyph));
        }
    }
    for at in 0..glyphs.len() {
        let next = glyphs.get(at + 1).copied();
        if let Some((_, glyph)) = glyphs.get_mut(at) {
            *glyph = joints::before(glyph, next.as_ref().map(|(_, glyph)| glyph));
        }
    }
}

/// The row cut where two blanks meet and at borders, each piece without its outer blanks.
fn fields<'s, 'a>(seen: &'s [Placed<'a>]) -> Vec<&'s [Placed<'a>]> {
    let is_blank = |at: usize| seen.get(at).is_none_or(|(_, glyph)| glyph.is_blank());
    let parts = |at: usize| {
        let is_border = seen.get(at).is_some_and(|(_, glyph)| glyph.is_border());
        is_border || (is_blank(at) && (is_blank(at + 1) || at.checked_sub(1).is_none_or(is_blank)))
    };
    pieces(seen, parts)
}

fn words<'s, 'a>(seen: &'s [Placed<'a>]) -> Vec<&'s [Placed<'a>]> {
    pieces(seen, |at| {
        seen.get(at)
            .is_some_and(|(_, glyph)| glyph.is_blank() || glyph.is_border())
    })
}

/// The row cut at each change between glyphs that the terminal reorders and others.
fn runs<'s, 'a>(seen: &'s [Placed<'a>]) -> Vec<&'s [Placed<'a>]> {
    seen.chunk_by(|a, b| a.1.turns() == b.1.turns()).collect()
}

/// The row cut into stretches of separators, as `parts` says, and of other glyphs.
fn pieces<'s, 'a>(seen: &'s [Placed<'a>], parts: impl Fn(usize) -> bool) -> Vec<&'s [Placed<'a>]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in 1..=seen.len() {
        if at == seen.len() || parts(at) != parts(start) {
            pieces.extend(seen.get(start..at));
            start = at;
        }
    }
    pieces
}
