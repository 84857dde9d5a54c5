//! Text as a screen shows it in, the text as it is read out: presentation forms undone, visual
//! order turned back.
//!
//! Programs that reorder for themselves (this one is such) leave shaped letters in visual order on
//! the screen, and that is what a person copies there. Searching needs letters in reading order.
//!
//! Reordering (UAX #9) cannot be undone for certain: «عام 2015 abc» and «عام abc 2015» look the same.
//! So [`from_visual`] makes a few guesses, the likeliest first (see [`guess`]), lays each one out, and
//! takes the first that looks like what was given.
//!
//! Invariants: what comes back has the characters given, letters instead of forms, pairs mirrored
//! where they stood mirrored; if any guess looks as the text given, so does the result; the work is
//! linear in the text.

mod guess;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::layout::{Layout, Options};
use super::presentation_forms::{self, Form};
use guess::Glyphs;

/// `text` with every presentation form as its letters (NFKC of U+FB1D to U+FDFF and U+FE70 to U+FEFC
/// alone: other compatibility characters are what a person means). A form of a mark becomes the mark.
pub fn base_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_form(c) {
            out.push(c);
            continue;
        }
        let letters: String = c.nfkc().collect();
        // Unicode gives a mark alone a space or a tatweel to stand on.
        let mark = letters.strip_prefix([' ', 'ـ']);
        let mark = mark.filter(|mark| mark.starts_with(is_mark));
        out.push_str(mark.unwrap_or(&letters));
    }
    out
}

/// Whether `text` was copied from a screen that shows visual order: its Arabic letters are
/// presentation forms, and they do not join as they would in reading order.
pub fn is_visual(text: &str) -> bool {
    let mut forms = 0;
    let (mut reading, mut screen) = (0, 0);
    let mut before = None;
    for c in text.chars().filter(|c| !is_mark(*c)) {
        if has_forms(c) {
            return false;
        }
        let form = form_of(c);
        forms += usize::from(form.is_some());
        if let (Some(a), Some(b)) = (before, form) {
            reading += usize::from(joins_after(a) && joins_before(b));
            screen += usize::from(joins_before(a) && joins_after(b));
        }
        before = form;
    }
    // One form has no order: X11 sends one for lam-alef.
    forms > 1 && screen >= reading
}

/// One line in visual order, as it is read.
pub fn from_visual(line: &str) -> String {
    let letters = apart(line);
    let glyphs = Glyphs::new(&letters);
    let guesses = glyphs.guesses();
    let looks_alike = |guess: &&String| visual(guess) == letters;
    let found = guesses.iter().find(looks_alike).or(guesses.first());
    found.cloned().unwrap_or_default()
}

/// `line` with one letter a cell: a ligature becomes its letters, in visual order.
fn apart(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for cluster in line.graphemes(true) {
        let letters = base_letters(cluster);
        let single = letters.graphemes(true).nth(1).is_none();
        if single || !cluster.starts_with(is_form) {
            out.push_str(&letters);
        } else {
            out.extend(letters.graphemes(true).rev());
        }
    }
    out
}

/// How `text` looks, one letter a cell.
fn visual(text: &str) -> String {
    let options = Options {
        shape: false,
        ..Options::default()
    };
    Layout::new(text, options).line().visual()
}

fn is_form(c: char) -> bool {
    matches!(c, '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether `c` is a letter that a screen would show by another character. Hamza has one form, and
/// many programs leave it as it is.
fn has_forms(c: char) -> bool {
    c != 'ء' && presentation_forms::form(c, Form::Isolated).is_some()
}

/// How a presentation form of one letter joins.
fn form_of(c: char) -> Option<Form> {
    if !is_form(c) {
        return None;
    }
    let letters = base_letters(c.encode_utf8(&mut [0; 4]));
    let mut letters = letters.chars();
    let (first, last) = (letters.next()?, letters.next());
    if last.is_some() {
        // Lam-alef: even code points join what is before.
        let lam_alef = matches!(c, '\u{FEF5}'..='\u{FEFC}');
        let joined = (c as u32).is_multiple_of(2);
        return lam_alef.then_some(if joined { Form::Final } else { Form::Isolated });
    }
    [Form::Isolated, Form::Final, Form::Initial, Form::Medial]
        .into_iter()
        .find(|form| presentation_forms::form(first, *form) == Some(c))
}

fn joins_before(form: Form) -> bool {
    matches!(form, Form::Final | Form::Medial)
}

fn joins_after(form: Form) -> bool {
    matches!(form, Form::Initial | Form::Medial)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests;
