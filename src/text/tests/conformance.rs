//! Unicode's own test cases for UAX #9 in, the levels and the order of our cells against them.
//!
//! `BidiTest.txt` (every sequence of up to four bidi classes, and longer ones) and
//! `BidiCharacterTest.txt` (brackets, marks, real characters), version 15.0, lie compressed in
//! `tests/unicode`. All cases run through what ships: [`Layout`], one line, letters unshaped. Each
//! case is one paragraph; the separator some end with is cut off first, as the corpus does it (rule
//! P1), and has the paragraph's level.
//!
//! What a cell shows is asked of the cell, rule L1 included. What no cell shows is asked of
//! [`Levels`]; only an isolate control in white space that L1 resets has no level here that could
//! be asked, and no cell that could show it. The order is that of the cells: marks stay behind
//! their base (L3), which the files leave out.

use std::io::Read;

use flate2::read::GzDecoder;
use unicode_bidi::BidiClass;

use super::super::bidi::Levels;
use super::super::sanitise::{self, Glyph};
use super::*;

const BY_CLASS: &[u8] = include_bytes!("../../../tests/unicode/BidiTest.txt.gz");
const BY_CHARACTER: &[u8] = include_bytes!("../../../tests/unicode/BidiCharacterTest.txt.gz");

#[test]
fn every_sequence_of_classes() {
    let (mut levels, mut order) = (Vec::new(), Vec::new());
    let mut cases = 0;
    for line in unpack(BY_CLASS).lines().filter(is_data) {
        if let Some(rest) = line.strip_prefix("@Levels:") {
            levels = numbers(rest);
        } else if let Some(rest) = line.strip_prefix("@Reorder:") {
            order = numbers(rest);
        } else if let Some((classes, bits)) = line.split_once(';') {
            // P1: the separator at the end of a paragraph is not ours to show.
            let classes = classes.trim();
            let paragraph = classes.strip_suffix('B').unwrap_or(classes);
            let text: String = paragraph.split_whitespace().map(sample).collect();
            let bits: u8 = bits.trim().parse().unwrap();
            for (bit, base) in [(1, Base::Auto), (2, Base::Ltr), (4, Base::Rtl)] {
                if bits & bit != 0 {
                    BidiCase::new(&text, base).check(&levels, &order);
                    cases += 1;
                }
            }
        }
    }
    assert_eq!(cases, 770_241);
}

#[test]
fn every_line_of_characters() {
    let mut cases = 0;
    for line in unpack(BY_CHARACTER).lines().filter(is_data) {
        let fields: Vec<&str> = line.split(';').collect();
        let [codes, base, paragraph, levels, order] = fields[..] else {
            continue;
        };
        let text: String = codes.split(' ').map(character).collect();
        let base = [Base::Ltr, Base::Rtl, Base::Auto][base.parse::<usize>().unwrap()];
        let case = BidiCase::new(&text, base);
        assert_eq!(case.levels.direction.level().to_string(), paragraph);
        case.check(&numbers(levels), &numbers(order));
        cases += 1;
    }
    assert_eq!(cases, 91_707);
}

/// One line of text as we lay it out.
struct BidiCase<'a> {
    text: &'a str,
    base: Base,
    levels: Levels,
    line: Line,
}

impl<'a> BidiCase<'a> {
    fn new(text: &'a str, base: Base) -> BidiCase<'a> {
        let options = Options {
            base,
            shape: false,
            ..Options::default()
        };
        BidiCase {
            text,
            base,
            levels: Levels::new(text, base),
            line: Layout::new(text, options).line(),
        }
    }

    /// `levels` by character, None where rule X9 removes it; `order` from left to right.
    fn check(&self, levels: &[Option<usize>], order: &[Option<usize>]) {
        let chars: Vec<(usize, char)> = self.text.char_indices().collect();
        assert!(levels.len() <= chars.len() + 1, "{self}");
        if let Some(separator) = levels.get(chars.len()) {
            let paragraph = usize::from(self.levels.direction.level());
            assert_eq!(*separator, Some(paragraph), "{self}");
        }
        // The cell each character begins, as its place from left to right.
        let mut cell_of = vec![None; chars.len()];
        for (place, cell) in self.line.cells.iter().enumerate() {
            let within = |(byte, c): &(usize, char)| cell.bytes.contains(byte) && has_cell(*c);
            // A cell without a base of its own is that of a mark without a base.
            let base = chars.iter().position(within);
            let mark = || chars.iter().position(|(_, c)| is_mark(*c));
            cell_of[base.or_else(mark).unwrap()] = Some(place);
        }
        let white = white(&chars);
        for (at, (byte, c)) in chars.iter().enumerate() {
            let (Some(expected), cell) = (levels[at], cell_of[at]) else {
                assert!(cell_of[at].is_none() && is_removed(*c), "{self}");
                continue;
            };
            let level = match cell {
                Some(cell) => self.line.cells[cell].level,
                None if white[at] => continue,
                None => self.levels.at(*byte),
            };
            assert_eq!(usize::from(level), expected, "character {at} of {self}");
        }
        let cell = |at: &Option<usize>| cell_of.get(at.unwrap()).copied().flatten();
        let shown = order.iter().filter_map(cell);
        assert!(shown.eq(0..self.line.cells.len()), "order of {self}");
    }
}

impl std::fmt::Display for BidiCase<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.text.escape_unicode(), self.base)
    }
}

/// Which characters rule L1 resets.
fn white(chars: &[(usize, char)]) -> Vec<bool> {
    let mut resets = true;
    let mut white: Vec<bool> = chars
        .iter()
        .rev()
        .map(|(_, c)| {
            use BidiClass::{FSI, LRI, PDI, RLI, S, WS};
            resets = match unicode_bidi::bidi_class(*c) {
                S => true,
                WS | LRI | RLI | FSI | PDI => resets,
                _ => resets && is_removed(*c),
            };
            resets
        })
        .collect();
    white.reverse();
    white
}

fn has_cell(c: char) -> bool {
    matches!(sanitise::glyph(c), Glyph::Base(..) | Glyph::Space(..))
}

fn is_mark(c: char) -> bool {
    sanitise::glyph(c) == Glyph::Mark
}

/// Rule X9.
fn is_removed(c: char) -> bool {
    use BidiClass::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(
        unicode_bidi::bidi_class(c),
        LRE | LRO | RLE | RLO | PDF | BN
    )
}

/// A character of a bidi class.
fn sample(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5D0}',
        "AL" => '\u{628}',
        "EN" => '1',
        "ES" => '+',
        "ET" => '$',
        "CS" => ',',
        "AN" => '\u{661}',
        "NSM" => '\u{301}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "BN" => '\u{AD}',
        "LRE" => '\u{202A}',
        "LRO" => '\u{202D}',
        "RLE" => '\u{202B}',
        "RLO" => '\u{202E}',
        "PDF" => '\u{202C}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        _ => unreachable!("no class of UAX #9: {class}"),
    }
}

fn character(code: &str) -> char {
    char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()
}

/// Numbers separated by spaces; None for `x`.
fn numbers(text: &str) -> Vec<Option<usize>> {
    text.split_whitespace()
        .map(|number| number.parse().ok())
        .collect()
}

fn is_data(line: &&str) -> bool {
    !line.starts_with('#')
}

fn unpack(packed: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    text
}
