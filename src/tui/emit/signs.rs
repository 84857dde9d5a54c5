//! Takes a screen and gives the same with other signs, for terminals or readers that cannot do with ours: each is one column
//! wide on any terminal.

use ratatui::buffer::Buffer;
use unicode_normalization::char::decompose_canonical;
use unicode_width::UnicodeWidthChar;

/// Which signs are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    #[default]
    All,
    /// Rules, arrows and the signs of lists as ASCII.
    Ascii,
    /// The same without rules and bars, for speech and braille.
    Spoken,
    /// As ASCII, and nothing that a terminal with wide letters of ambiguous width (UAX #11) would show in two columns: it
    /// would push the rest of its row aside.
    Narrow,
}

/// A sign and what stands for it.
const ASCII: [(char, char); 36] = [
    ('─', '-'),
    ('│', '|'),
    ('┃', '|'),
    ('▸', '>'),
    ('◂', '<'),
    ('▏', '|'),
    ('█', '#'),
    ('▇', '#'),
    ('▆', '#'),
    ('▅', '='),
    ('▄', '='),
    ('▃', '-'),
    ('▂', '-'),
    ('▁', '_'),
    ('░', '.'),
    ('▒', ':'),
    ('▓', '+'),
    ('▾', 'v'),
    ('¶', 'P'),
    ('→', '>'),
    ('←', '<'),
    ('↑', '^'),
    ('↓', 'v'),
    ('×', 'x'),
    ('≡', '='),
    ('≈', '~'),
    ('⋯', '~'),
    ('…', '_'),
    ('✓', '*'),
    ('·', '.'),
    ('–', '-'),
    ('—', '-'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
];

/// Rules and bars, which are seen and not read.
const DRAWN: &str = "─│┃▏█▇▆▅▄▃▂▁";

/// Shown for what has no like in ASCII.
const UNKNOWN: char = '?';

impl Signs {
    /// Puts the signs that are sent into a screen.
    pub(super) fn put(self, screen: &mut Buffer) {
        if self == Signs::All {
            return;
        }
        for cell in &mut screen.content {
            let mut chars = cell.symbol().chars();
            let first = chars.next();
            if let Some(sign) = first.and_then(|first| self.instead(first)) {
                let marks: String = chars.filter(|c| c.width() == Some(0)).collect();
                cell.set_symbol(&format!("{sign}{marks}"));
            }
        }
    }

    /// What is sent for a character, if not itself.
    fn instead(self, c: char) -> Option<char> {
        if self == Signs::Spoken && DRAWN.contains(c) {
            return Some(' ');
        }
        let known = ASCII
            .iter()
            .find(|(sign, _)| *sign == c)
            .map(|(_, ascii)| *ascii);
        let is_ambiguous =
            || c.width() == Some(1) && (c.width_cjk() == Some(2) || is_wide_letter(c));
        if known.is_some() || self != Signs::Narrow || !is_ambiguous() {
            return known;
        }
        let mut base = None;
        decompose_canonical(c, |part| base = base.or(Some(part)));
        base.filter(char::is_ascii).or(Some(UNKNOWN))
    }
}

/// Letters that terminals of wide ambiguous characters show in two columns as well: Latin beyond ASCII, Greek, Cyrillic.
fn is_wide_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{a1}'..='\u{2af}' | '\u{370}'..='\u{451}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(signs: Signs, shown: &str, sent: &str) {
        let mut buffer = Buffer::with_lines([shown]);
        signs.put(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines([sent]), "{signs:?}");
    }

    #[test]
    fn signs_have_their_like_in_ascii() {
        check(Signs::All, "▸ ×2 ──│", "▸ ×2 ──│");
        check(Signs::Ascii, "▸ ×2 ≡4 ──│ بيت", "> x2 =4 --| بيت");
        check(Signs::Ascii, "café Ω", "café Ω");
        check(Signs::Spoken, "▸ ×2 ≡4 ──│ بيت", "> x2 =4     بيت");
        check(Signs::Narrow, "▸ café Ω ° بيت", "> cafe ? ? بيت");
    }

    #[test]
    fn nothing_ambiguous_is_sent_to_a_terminal_that_shows_it_wide() {
        for c in ('\u{a1}'..='\u{ffff}').filter(|c| c.width() == Some(1)) {
            let sent = Signs::Narrow.instead(c).unwrap_or(c);
            assert_eq!(sent.width_cjk(), Some(1), "{c:?}");
        }
        assert!(ASCII.iter().all(|(_, ascii)| ascii.is_ascii()));
    }

    /// The shades of the overview, open repeats, paragraphs.
    #[test]
    fn every_sign_of_a_screen_has_one_in_ascii() {
        check(Signs::Ascii, "░▒▓█ ▾⋯ 3 ¶", ".:+# v~ 3 P");
    }
}
