//! Typed or pasted text in, what may stand in a line of logical text out.
//!
//! A paste holds what a terminal, a page or a letter-by-letter PDF made of the text: line ends,
//! invisible characters, presentation forms, and, from a screen that shows visual order, the letters
//! the wrong way round.
//!
//! Invariant: the result holds no control, no bidi control and no presentation form.

use std::borrow::Cow;

use crate::text::{base_letters, from_visual, head, is_visual};

/// Most bytes of a line: a search is never that long, and the line is laid out at each key.
pub(super) const MAX_LINE_BYTES: usize = 2048;

/// Pasted text, cleaned.
pub(super) struct Pasted {
    pub(super) text: String,
    /// It was in the order of the screen.
    pub(super) turned: bool,
}

/// Text as it was typed.
pub(super) fn typed(text: &str) -> String {
    let ends_as_spaces = |c| if ends_line(c) || c == '\t' { ' ' } else { c };
    let kept: String = text
        .chars()
        .map(ends_as_spaces)
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .collect();
    base_letters(&kept)
}

/// Pasted text: line by line turned back where it is in the order of the screen.
pub(super) fn pasted(text: &str) -> Pasted {
    let mut turned = false;
    let lines = head(text, MAX_LINE_BYTES)
        .trim_end_matches(ends_line)
        .split(ends_line);
    let line = |line: &str| {
        if line.is_empty() {
            return None;
        }
        let kept: String = line.chars().filter(|c| !is_invisible(*c)).collect();
        if !is_visual(&kept) {
            return Some(Cow::Owned(kept));
        }
        turned = true;
        // A right-to-left line has blanks before it on the screen.
        Some(Cow::Owned(from_visual(kept.trim())))
    };
    let lines: Vec<Cow<'_, str>> = lines.filter_map(line).collect();
    Pasted {
        text: lines.join(" "),
        turned,
    }
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Bidi controls and other characters without a glyph, but for those letters are spelt with (ZWNJ,
/// ZWJ).
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Layout, Options};

    #[track_caller]
    fn check(text: &str, expected: &str, turned: bool) {
        let pasted = pasted(text);
        assert_eq!(typed(&pasted.text), expected, "{text:?}");
        assert_eq!(pasted.turned, turned, "{text:?}");
    }

    #[test]
    fn one_line_without_controls_is_left() {
        check("a\r\nb\n", "a b", false);
        check("a\tb\u{2028}c", "a b c", false);
        check("a\u{1b}[31m\u{202e}\u{2067}b\u{feff}", "a[31mb", false);
        check("می\u{200C}خواهم", "می\u{200C}خواهم", false);
        check("", "", false);
        check("\n\n", "", false);
    }

    #[test]
    fn forms_are_letters_again() {
        assert_eq!(typed("\u{FEFB}"), "لا");
        check("\u{FEB3}\u{FEEE}\u{FEAD}\u{FEF3}\u{FE94}", "سورية", false);
        check("\u{FE94}\u{FEF3}\u{FEAD}\u{FEEE}\u{FEB3}", "سورية", true);
    }

    #[test]
    fn what_a_screen_showed_is_what_was_written() {
        let text = "زار الوفد (الأول) 12 قرية مع Blue Reef";
        let shown = Layout::new(text, Options::default()).line().visual();
        check(&shown, text, true);
        check(
            &format!("     {shown}\n   {shown}\n"),
            &format!("{text} {text}"),
            true,
        );
    }

    #[test]
    fn a_long_paste_is_cut() {
        assert!(pasted(&"مي".repeat(100_000)).text.len() <= MAX_LINE_BYTES);
    }
}
