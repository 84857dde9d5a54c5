//! A paragraph and the direction of the text around it in, the direction its reader expects out (UAX #9
//! HL1).
//!
//! By rules P2 and P3 the first strong letter decides, so an Arabic paragraph that begins with `CNN`,
//! `iPhone 6:` or `(AFP)` runs from left to right, its full stop at the wrong end. Its reader goes by what
//! most of it is written in, and by the rest of the article where that is no help.
//!
//! What is no letter of the text is not counted: the inside of isolates, as by rule P2, and the Latin
//! letters of addresses, handles and hashtags, of which one outweighs a sentence.
//!
//! Invariants: a text of one direction has that direction; at most [`MAX_COUNTED_BYTES`] are counted.

use unicode_bidi::BidiClass;

use super::bidi::{Classes, Direction, direction_of};
use super::head;

/// Bytes at the beginning of a text whose letters are counted: several screens.
const MAX_COUNTED_BYTES: usize = 4096;
/// It is close where one direction has at most so many times the letters of the other.
const CLOSE: usize = 2;
/// The same where the text begins in the direction of what is around it: `المصدر: Associated Press`.
const CLOSE_AND_BEGUN: usize = 6;

/// The direction of a text among text that runs `around`; None without a strong letter.
pub(super) fn direction_among(text: &str, around: Direction) -> Option<Direction> {
    if text.is_ascii() || !may_be_mixed(head(text, MAX_COUNTED_BYTES)) {
        return direction_of(text);
    }
    let letters = StrongLetters::of(head(text, MAX_COUNTED_BYTES));
    if let Some(mark) = letters.mark {
        return Some(mark);
    }
    let (same, other) = match around {
        Direction::Ltr => (letters.ltr, letters.rtl),
        Direction::Rtl => (letters.rtl, letters.ltr),
    };
    // Nothing but addresses, what stands in isolates, or numbers.
    if same + other == 0 {
        return direction_of(text);
    }
    let begun = letters.first == Some(around);
    let close = if begun { CLOSE_AND_BEGUN } else { CLOSE };
    let against = same == 0 || other > close * same;
    Some(if against { around.reverse() } else { around })
}

/// The direction of most letters of some texts, right to left where there are as many of both; None without
/// one.
pub fn majority(texts: &[&str]) -> Option<Direction> {
    let letters = texts
        .iter()
        .map(|text| StrongLetters::of(head(text, MAX_COUNTED_BYTES)));
    let all = letters.fold((0, 0), |(ltr, rtl), next| (ltr + next.ltr, rtl + next.rtl));
    match all {
        (0, 0) => None,
        (ltr, rtl) if ltr > rtl => Some(Direction::Ltr),
        _ => Some(Direction::Rtl),
    }
}

/// Whether a text that is not ASCII may have left-to-right letters in it, or controls of direction: all but
/// the letters of Hebrew and Arabic and common punctuation.
fn may_be_mixed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'A'..=b'Z' | b'a'..=b'z' => return true,
            0..0xC0 => 1,
            // U+061C is a mark of direction.
            0xD8 if bytes.get(at + 1) == Some(&0x9C) => return true,
            0xD6..=0xDB => 2,
            // NO-BREAK SPACE and guillemets.
            0xC2 if matches!(bytes.get(at + 1), Some(0xA0 | 0xAB | 0xBB)) => 2,
            // Dashes and quotes.
            0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0xA7])) => 3,
            _ => return true,
        }
    }
    false
}

/// Numbers of strong letters, and how a text begins.
#[derive(Default)]
struct StrongLetters {
    ltr: usize,
    rtl: usize,
    /// The direction of the first one.
    first: Option<Direction>,
    /// That of the mark (LRM, RLM, ALM) before it: somebody has said how the text runs.
    mark: Option<Direction>,
}

impl StrongLetters {
    fn of(text: &str) -> StrongLetters {
        let mut letters = StrongLetters::default();
        let classes = Classes::get();
        // Isolates that are open.
        let mut depth = 0_usize;
        for word in text.split_inclusive(char::is_whitespace) {
            let address = is_address(word);
            for c in word.chars() {
                match classes.class(c) {
                    BidiClass::L if depth == 0 => letters.push(c, Direction::Ltr, address),
                    BidiClass::R | BidiClass::AL if depth == 0 => {
                        letters.push(c, Direction::Rtl, false);
                    }
                    BidiClass::LRI | BidiClass::RLI | BidiClass::FSI => depth += 1,
                    BidiClass::PDI => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
        letters
    }

    fn push(&mut self, c: char, direction: Direction, address: bool) {
        if matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}') {
            if self.first.is_none() {
                self.mark.get_or_insert(direction);
            }
            return;
        }
        self.first.get_or_insert(direction);
        match direction {
            Direction::Ltr => self.ltr += usize::from(!address),
            Direction::Rtl => self.rtl += 1,
        }
    }
}

/// Whether a word is an address, a handle or a hashtag, brackets and quotes before it apart.
fn is_address(word: &str) -> bool {
    if !word
        .bytes()
        .any(|byte| matches!(byte, b'@' | b'#' | b'/' | b'.'))
    {
        return false;
    }
    let core = word.trim_start_matches(['(', '[', '"', '«', '“', '\'']);
    core.starts_with(['@', '#']) && core.len() > 1
        || core.starts_with("www.")
        || core.contains("://")
        || core.trim_end_matches('@').contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, around: Direction, expected: Direction) {
        assert_eq!(direction_among(text, around), Some(expected), "{text}");
    }

    use Direction::{Ltr, Rtl};

    #[test]
    fn an_arabic_paragraph_may_begin_with_latin() {
        for text in [
            "CNN نقلت عن مدير الهيئة قوله إن القطار سيصل.",
            "iPhone 6: تطبيق جديد للتذاكر",
            "A380 طائرة كبيرة",
            "@marjan_harbour_news: القطار يصل الآن.",
            "(AFP) - قالت الوكالة",
            "https://news.example.org/a/long/address نشرت",
            "Les trains: القطارات",
            "#MarjanHarbour ميناء",
        ] {
            check(text, Rtl, Rtl);
        }
        check("CNN نقلت عن مدير الهيئة قوله", Ltr, Rtl);
    }

    #[test]
    fn a_paragraph_begun_in_arabic_stays_arabic_for_a_name() {
        check("المصدر: New York Times, Associated Press", Rtl, Rtl);
        check("تابعونا على https://news.example.org/arabic", Rtl, Rtl);
        check("قمر is the word for the moon that rose over it", Rtl, Ltr);
        check("قمر is the word for it", Ltr, Ltr);
    }

    #[test]
    fn another_language_keeps_its_direction() {
        check("The harbour of Marjan", Rtl, Ltr);
        check("The mayor (ميساء) said nothing about it", Rtl, Ltr);
        check("ميناء المرجان", Ltr, Rtl);
        check("https://news.example.org/a/", Rtl, Ltr);
        check("@marjan", Rtl, Ltr);
    }

    #[test]
    fn what_is_said_of_a_text_holds() {
        check("\u{200F}CNN", Ltr, Rtl);
        check("\u{200E}ميناء CNN", Rtl, Ltr);
        check("\u{2067}ميناء\u{2069} port", Rtl, Ltr);
        for neutral in ["", "12 - 3", "\u{2066}a\u{2069}"] {
            assert_eq!(direction_among(neutral, Rtl), None, "{neutral:?}");
        }
    }

    #[test]
    fn an_article_runs_as_most_of_it() {
        assert_eq!(majority(&["CNN: ميناء المرجان"]), Some(Rtl));
        assert_eq!(majority(&["قمر", "The word قمر"]), Some(Ltr));
        assert_eq!(majority(&["القطار", "iPhone 6: جديد"]), Some(Rtl));
        assert_eq!(majority(&["12"]), None);
    }
}
