//! A word that is not written in Arabic letters in, what it is a form of out.
//!
//! A mixed corpus has English and French names and quotations, and some Hebrew. Their plurals go
//! where the vocabulary knows the rest, and so do the one-letter words of Hebrew.

use compact_str::{CompactString, format_compact};

use super::{Vocabulary, letters};

/// Fewest letters of a word that is left when a plural or a prefix goes.
const MIN_LETTERS: usize = 3;

/// The singular of a Latin or Hebrew plural; the word itself where the corpus has no other.
pub(super) fn singular(word: &str, vocabulary: &impl Vocabulary) -> CompactString {
    let known = |rest: &str| letters(rest) >= MIN_LETTERS && vocabulary.count(rest) > 0;
    if let Some(rest) = word.strip_suffix("ies") {
        let singular = format_compact!("{rest}y");
        if known(&singular) {
            return singular;
        }
    }
    let endings: &[&str] = match word.chars().next_back() {
        Some('s') if word.ends_with("ss") || word.ends_with("us") => &[],
        Some('s') => &["s", "es"],
        Some('מ') => &["ימ"],
        Some('ת') => &["ות"],
        _ => &[],
    };
    let rest = endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|r| known(r));
    rest.unwrap_or(word).into()
}

/// Bytes of the one-letter words that cling before a Hebrew word.
pub(super) fn hebrew_clitics(word: &str, vocabulary: &impl Vocabulary) -> usize {
    let mut rest = word;
    for may_cling in [&['ו'][..], &['ש', 'ב', 'ל', 'מ', 'כ'], &['ה']] {
        let Some(after) = rest.strip_prefix(may_cling) else {
            continue;
        };
        let alone = vocabulary.count(after);
        if letters(after) >= MIN_LETTERS && alone > 0 && alone >= vocabulary.count(rest) / 2 {
            rest = after;
        }
    }
    word.len() - rest.len()
}

/// Whether a word begins with a Hebrew letter.
pub(super) fn is_hebrew(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{5D0}'..='\u{5EA}').contains(&c))
}
