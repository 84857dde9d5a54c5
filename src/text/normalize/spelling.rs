//! A word as it stands in a text in, its spelling out: what a person would call the same letters.
//!
//! Unlike [`super::Word::norm`], which says when two words are the same, a spelling keeps what
//! writers choose: hamza, ta marbuta, alef maqsura, Persian letters, the digits' script. Only what
//! no reader takes for a choice goes: harakat, tatweel and format characters vanish, presentation
//! forms and combining hamza become letters, case is folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::unit::{Unit, unit};

/// Writes the spelling of `source` over `out`.
pub fn spelling(source: &str, out: &mut String) {
    out.clear();
    for c in source.chars() {
        match c {
            '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' => out.push(c),
            '\u{653}'..='\u{655}' => combine(c, out),
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                let letters = std::iter::once(c).nfkc().filter(|&l| l != c && !is_mark(l));
                out.extend(letters.filter(|l| !l.is_whitespace()));
            }
            _ if is_mark(c) => {}
            _ => out.extend(c.to_lowercase().filter(|&l| !is_mark(l))),
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(unit(c), Unit::Mark)
}

/// A hamza or madda that follows its carrier.
fn combine(mark: char, out: &mut String) {
    if let Some(letter) = out.chars().next_back().and_then(|l| compose(l, mark)) {
        out.pop();
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let mut out = String::from("x");
        spelling(source, &mut out);
        assert_eq!(out, expected, "{source}");
    }

    #[test]
    fn what_writers_choose_is_kept() {
        for word in ["أمريكا", "مدرسة", "مستشفى", "کتاب", "٢٠١٥", "café", "3.5"]
        {
            check(word, word);
        }
    }

    #[test]
    fn what_nobody_takes_for_a_choice_goes() {
        check("مَدْرَسَةٌ", "مدرسة");
        check("مديـــنة", "مدينة");
        check("ﻣﺪﻳﻨﺔ", "مدينة");
        check("ﻻ", "لا");
        check("مي\u{200D}ناء", "ميناء");
        check("ا\u{654}حمد", "أحمد");
        check("ا\u{653}داب", "آداب");
        check("Paris", "paris");
        check("ПАРИЖ", "париж");
    }
}
