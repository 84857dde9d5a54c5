//! Typed or pasted text in, what may stand in a line of logical text out.
//!
//! A paste holds what a terminal, a page or a letter-by-letter PDF made of the text: line ends,
//! invisible characters, presentation forms, and, from a screen that shows visual order, the letters
//! the wrong way round.
//!
//! Invariant: the result holds no control, no bidi control and no presentation form.

use std::borrow::Cow;

use crate::text::{base_letters, from_visual, head, is_visual};

const ESC: char = '\u{1b}';

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
    let text = without_sequences(head(text, MAX_LINE_BYTES));
    let lines = text.trim_end_matches(ends_line).split(ends_line);
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

/// Text without the control sequences of terminals in it (ECMA-48 5.4 and 5.6), each gone whole: what is copied from a
/// log has them around its words. One that nothing ends is only as long as it can be.
fn without_sequences(text: &str) -> Cow<'_, str> {
    if !text.contains([ESC, '\u{90}', '\u{9B}', '\u{9D}']) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([ESC, '\u{90}', '\u{9B}', '\u{9D}']) {
        let (before, sequence) = rest.split_at(at);
        kept.push_str(before);
        rest = after_sequence(sequence);
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// What follows the control sequence at the beginning of a text.
fn after_sequence(text: &str) -> &str {
    let mut chars = text.chars();
    let introducer = match chars.next() {
        Some(ESC) => chars.next(),
        Some('\u{90}') => Some('P'),
        Some('\u{9D}') => Some(']'),
        _ => Some('['),
    };
    let rest = chars.as_str();
    match introducer {
        Some('[') => {
            let end = rest.trim_start_matches(|c| matches!(c, ' '..='?'));
            end.strip_prefix(|c| matches!(c, '@'..='~')).unwrap_or(end)
        }
        Some('O') => rest
            .strip_prefix(|c: char| c.is_ascii_alphabetic())
            .unwrap_or(rest),
        Some(']' | 'P' | 'X' | '^' | '_') => match rest.find(['\u{7}', ESC, '\u{9C}']) {
            Some(at) => {
                let end = rest.get(at..).unwrap_or("");
                let st = end.strip_prefix("\u{1b}\\");
                st.or_else(|| end.strip_prefix(['\u{7}', '\u{9C}']))
                    .unwrap_or(end)
            }
            // Without an end it is no string, and its text is what was copied.
            None => rest,
        },
        // Of two characters, or of more with what stands between them.
        Some(' '..='/') => {
            let end = rest.trim_start_matches(|c| matches!(c, ' '..='/'));
            end.strip_prefix(|c| matches!(c, '0'..='~')).unwrap_or(end)
        }
        Some('0'..='~') => rest,
        // The ESC stood alone.
        _ => text.get(1..).unwrap_or(""),
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
        check("a\u{202e}\u{2067}b\u{feff}", "ab", false);
        check("می\u{200C}خواهم", "می\u{200C}خواهم", false);
        check("", "", false);
        check("\n\n", "", false);
    }

    #[test]
    fn a_control_sequence_is_gone_whole() {
        for (pasted, expected) in [
            ("\u{1b}[31mميناء\u{1b}[0m قديم", "ميناء قديم"),
            ("a\u{9b}1;31mb", "ab"),
            ("a\u{1b}]8;;page\u{1b}\\b\u{1b}]0;title\u{7}c", "abc"),
            ("a\u{1b}P1$r\u{1b}\\b\u{1b}_note\u{9c}c", "abc"),
            ("a\u{1b}OAb\u{1b}(Bc\u{1b}Md", "abcd"),
            ("a\u{1b}[38:2:1:2:3mb\u{1b}[?25lc", "abc"),
            ("a\u{1b}[1;ميناء", "aميناء"),
            ("a\u{1b}]ميناء", "aميناء"),
            ("ميناء\u{1b}", "ميناء"),
            ("\u{1b}ميناء", "ميناء"),
            ("\u{1b}\u{1b}[31mميناء", "ميناء"),
        ] {
            check(pasted, expected, false);
        }
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
