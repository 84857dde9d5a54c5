//! English in, the same with strange letters out, longer and between brackets: for tests and pictures. What is left in
//! plain letters on a screen is no message, and what lacks its bracket has been cut.

use std::borrow::Cow;

/// Letters that look like those of ASCII, a to z, then A to Z.
const LETTERS: [char; 52] = [
    'á', 'ƀ', 'ç', 'ð', 'é', 'ƒ', 'ĝ', 'ĥ', 'í', 'ĵ', 'ķ', 'ļ', 'ɱ', 'ñ', 'ó', 'þ', 'ǫ', 'ŕ', 'š',
    'ţ', 'ú', 'ṽ', 'ŵ', 'ẋ', 'ý', 'ž', 'Á', 'Ɓ', 'Ç', 'Ð', 'É', 'Ƒ', 'Ĝ', 'Ĥ', 'Í', 'Ĵ', 'Ķ', 'Ļ',
    'Ṁ', 'Ñ', 'Ó', 'Þ', 'Ǫ', 'Ŕ', 'Š', 'Ţ', 'Ú', 'Ṽ', 'Ŵ', 'Ẋ', 'Ý', 'Ž',
];
/// Of so many letters two are doubled: other languages are longer than English by as much.
const STRETCH: usize = 5;

/// A piece of a message.
pub(super) fn transform(text: &str) -> Cow<'_, str> {
    let mut letters = 0;
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let at = match c {
            'a'..='z' => Some(c as usize - 'a' as usize),
            'A'..='Z' => Some(26 + c as usize - 'A' as usize),
            _ => None,
        };
        let strange = at.and_then(|at| LETTERS.get(at).copied()).unwrap_or(c);
        out.push(strange);
        letters += usize::from(at.is_some());
        if at.is_some() && letters % STRETCH < 2 {
            out.push(strange);
        }
    }
    Cow::Owned(out)
}

/// A whole message.
pub(super) fn bracketed(text: &str) -> String {
    format!("⟦{text}⟧")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_strange_and_more() {
        let text = transform("Read the article");
        assert!(!text.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
        let (before, after) = ("Read the article".chars().count(), text.chars().count());
        assert!(after * 10 >= before * 13, "{text}");
        assert_eq!(transform("12 · 7"), "12 · 7");
    }
}
