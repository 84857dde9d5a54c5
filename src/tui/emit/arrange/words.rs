//! Takes a row and gives it with each word that the terminal will turn round turned round beforehand, its mirrored
//! brackets turned back; pens stay in their columns.
//!
//! kitty shapes each run between blanks, borders and changes of font in one direction, the one of the first character
//! that belongs to a script (HarfBuzz guesses it; Arabic digits belong to one), and draws a right-to-left run from its
//! last cell to its first. Colours stay in their cells. Words with marks it draws askew in any order:
//! tashkeel is best left out of the layout there, and other marks are left out here.
//!
//! Which font a character comes from cannot be known. A font for code has Latin, perhaps Arabic ([`Fonts::One`]) or not
//! ([`Fonts::Two`]), and hardly other right-to-left scripts or ideographs.
//!
//! A word with an Arabic letter on its left and a Latin one on its right is turned round whichever way it is sent.
//! There its Latin end is sent first: both parts can be read, though each on the other's side.

use ratatui::style::Modifier;

use super::super::glyph::CellGlyph;
use super::{joints, laid_out};
use crate::text::{Direction, is_bare_letter, script_direction};

/// Whether Arabic letters come from the font of all else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fonts {
    /// From the same font.
    One,
    /// From another.
    Two,
}

pub(super) fn arrange<'a>(row: &[CellGlyph<'a>], fonts: Fonts) -> Vec<CellGlyph<'a>> {
    // In a right-to-left word the letter before stands on the right.
    let ae = |(x, glyph)| joints::ae(glyph, row.get(x + 1));
    let row: Vec<CellGlyph<'a>> = row.iter().enumerate().map(ae).collect();
    let mut arranged = Vec::with_capacity(row.len());
    for word in row.chunk_by(|a, b| share_a_run(a, b, fonts)) {
        let mut scripts = word.iter().filter_map(CellGlyph::script);
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

fn share_a_run(a: &CellGlyph<'_>, b: &CellGlyph<'_>, fonts: Fonts) -> bool {
    let apart = |glyph: &CellGlyph<'_>| {
        let style = glyph.pen.modifier & (Modifier::BOLD | Modifier::ITALIC);
        let font = glyph.sent_base().map_or(Font::Main, |c| font(c, fonts));
        (glyph.is_blank(), glyph.is_border(), style, font)
    };
    // The second half of a wide glyph goes with the first.
    b.width == 0 || apart(a) == apart(b)
}

/// A guess at the font a character comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Font {
    Main,
    Arabic,
    OtherRightToLeft,
    Wide,
}

fn font(c: char, fonts: Fonts) -> Font {
    match c {
        '\0'..='\u{058F}' => Font::Main,
        // Few fonts have a letter of which Unicode has no presentation forms, or the forms of letters that Arabic and
        // Persian do not use.
        _ if fonts == Fonts::One && is_bare_letter(c) => Font::OtherRightToLeft,
        '\u{FB82}'..='\u{FB89}'
        | '\u{FB96}'..='\u{FB9D}'
        | '\u{FBA0}'..='\u{FBA9}'
        | '\u{FBAE}'..='\u{FBE7}'
            if fonts == Fonts::One =>
        {
            Font::OtherRightToLeft
        }
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' => match fonts {
            Fonts::One => Font::Main,
            Fonts::Two => Font::Arabic,
        },
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{1F000}'.. => Font::Wide,
        _ if script_direction(c) == Some(Direction::Rtl) => Font::OtherRightToLeft,
        _ => Font::Main,
    }
}

/// The word with its left-to-right end first; the pens go along.
fn parted<'a>(word: &[CellGlyph<'a>]) -> Vec<CellGlyph<'a>> {
    let end = word
        .iter()
        .rposition(|glyph| glyph.script() == Some(Direction::Rtl))
        .map_or(0, |last| last + 1);
    let (first, last) = word.split_at(end);
    [last, first].concat()
}

/// The word from its last glyph to its first, the pens left where they are.
fn turned<'a>(word: &[CellGlyph<'a>]) -> Vec<CellGlyph<'a>> {
    let glyphs = word.iter().rev().filter(|glyph| glyph.width > 0);
    let sent = glyphs.map(|glyph| glyph.mirror_image().without_rare_marks());
    let mut row = laid_out(sent, word.len());
    for (glyph, old) in row.iter_mut().zip(word) {
        glyph.pen = old.pen;
    }
    row
}
