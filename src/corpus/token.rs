//! Takes a line of text, gives its words, numbers and marks, folded so that spellings compare equal.
//!
//! Dates, bylines and site chrome are all recognised on these tokens: harakat, tatweel and bidi
//! controls are gone, hamza carriers are bare alef, ta marbuta is ha, digits are ASCII, Latin is
//! lower case. Letters and digits never share a token (`ماي2019` is two), so that glued dates are
//! read. A token keeps its byte range in the line.
//!
//! The crate folds letters in three ways, for three uses. `text::normalize` makes the words that are
//! compared for repeats; its rules decide what counts as the same text, and scores depend on them.
//! `analysis::letters` makes the letters by which search finds a word; it joins more letters (hamza
//! carriers, Persian and Urdu letters, accents) and keeps one char for one. Here letters are folded
//! only as far as the written lists of months, agencies and page lines need, and
//! `ؤ`, `ئ` or `چ` stay as they are. One fold for all would change search keys, repeats or dates.

use std::ops::Range;

use compact_str::CompactString;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// The value, saturating, and the number of digits written.
    Number(u32, u8),
    /// One punctuation mark; all dashes are `-`.
    Mark(char),
}

/// One token of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Byte range in the line.
    pub bytes: Range<usize>,
    /// The folded letters of a word; empty otherwise.
    pub word: CompactString,
    /// Whether white space precedes it.
    pub spaced: bool,
}

impl Token {
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && self.word == word
    }

    /// Whether it is one of the words of a list, which are separated by blanks.
    pub fn is_any(&self, table: &str) -> bool {
        self.kind == TokenKind::Word && table.split(' ').any(|w| self.word == w)
    }

    /// The number's value and digit count.
    pub fn number(&self) -> Option<(u32, u8)> {
        match self.kind {
            TokenKind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }
}

/// A letter in the form in which tokens compare it; `None` for marks that are dropped.
pub fn fold(c: char) -> Option<char> {
    Some(match c {
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06ED}'
        | '\u{0640}'
        | '\u{00AD}'
        | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => return None,
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ۃ' => 'ه',
        'ک' => 'ك',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        '\u{0600}'..='\u{06FF}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Whether a character is a letter or digit. Arabic letters, nearly all there are, are recognised
/// without the Unicode tables.
pub fn is_letter(c: char) -> bool {
    match c {
        'ء'..='غ' | 'ف'..='ي' | '٠'..='٩' | 'ٱ'..='ۓ' | '۰'..='۹' => true,
        '،' | '؛' | '؟' | '«' | '»' | '–' | '—' | '…' | '“' | '”' => false,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// The value of an ASCII, Arabic-Indic or Persian digit.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// A text with its letters folded, as lists of names are written.
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// The folded words of a line with a blank between two, as phrases are looked up.
pub fn phrase(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&token.word);
    }
    out
}

/// Letters and digits without anything between them: `أ ف ب` and `أ.ف.ب` are both `افب`.
pub fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| is_letter(*c))
        .filter_map(fold)
        .map(|c| digit(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c))
        .collect()
}

/// The tokens of a line.
pub fn tokenize(line: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(line.len() / 8);
    let mut spaced = false;
    let mut open = false; // the last token still takes letters or digits
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            spaced = true;
            open = false;
            continue;
        }
        // A tatweel that stands alone is a dash: `الرياضي ـ وكالات`.
        let lone_tatweel = c == '\u{0640}' && !open;
        let Some(folded) = fold(c).or(lone_tatweel.then_some('-')) else {
            if let Some(last) = out.last_mut().filter(|_| open) {
                last.bytes.end = at + c.len_utf8();
            }
            continue;
        };
        let end = at + c.len_utf8();
        if let Some(last) = out.last_mut().filter(|_| open)
            && extend(last, folded, end)
        {
            continue;
        }
        let token = start(folded, at..end, spaced);
        open = !matches!(token.kind, TokenKind::Mark(_));
        spaced = false;
        if lone_tatweel && out.last().is_some_and(|t| t.is_mark('-') && !token.spaced) {
            continue;
        }
        out.push(token);
    }
    out
}

/// Adds a character to a token of its own kind; false where it is of another.
fn extend(token: &mut Token, c: char, end: usize) -> bool {
    match (&mut token.kind, digit(c)) {
        (TokenKind::Number(value, digits), Some(d)) => {
            *value = value.saturating_mul(10).saturating_add(d);
            *digits = digits.saturating_add(1);
        }
        (TokenKind::Word, None) if is_letter(c) => token.word.push(c),
        _ => return false,
    }
    token.bytes.end = end;
    true
}

/// The token that begins with a folded character.
fn start(c: char, bytes: Range<usize>, spaced: bool) -> Token {
    let mut word = CompactString::default();
    let kind = match digit(c) {
        Some(d) => TokenKind::Number(d, 1),
        None if is_letter(c) => {
            word.push(c);
            TokenKind::Word
        }
        None => TokenKind::Mark(match c {
            '–' | '—' | '―' | '‐' | '‑' | '‒' | '−' => '-',
            '،' => ',',
            '：' => ':',
            '⁄' => '/',
            '｜' | '¦' => '|',
            _ => c,
        }),
    };
    Token {
        kind,
        bytes,
        word,
        spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> String {
        let show = |t: &Token| match t.kind {
            TokenKind::Word => t.word.to_string(),
            TokenKind::Number(n, d) => format!("{n}#{d}"),
            TokenKind::Mark(m) => m.to_string(),
        };
        tokenize(line)
            .iter()
            .map(show)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn folds_and_splits() {
        let check = |line, want| assert_eq!(shown(line), want);
        check("٨ فبراير ٢٠١٥", "8#1 فبراير 2015#4");
        check("۰۷ إبريل", "7#2 ابريل");
        check("ماي2019", "ماي 2019#4");
        check("1440هـ", "1440#4 ه");
        check("المَدْرَسَة — X", "المدرسه - x");
        check("رياضة ـ وكالات", "رياضه - وكالات");
        check("ـــــ ــ", "- -");
        check("\u{200f}أ.ف.ب\u{202c}", "ا . ف . ب");
        check("99999999999", "4294967295#11");
        check("", "");
    }

    #[test]
    fn squeezes_spelled_out_names() {
        assert_eq!(squeeze("أ ف ب"), squeeze("(ا.ف.ب)"));
        assert_eq!(squeeze("فرانس ٢٤"), "فرانس24");
    }

    #[test]
    fn byte_ranges_are_exact() {
        let line = "نشر: ٣٠/٩/٢٠١٥ م";
        for token in tokenize(line) {
            assert!(line.get(token.bytes.clone()).is_some());
        }
    }
}
