//! The word that a surface is a form of in, its stem out: what is left when all its endings go.
//!
//! Beyond what inflection adds there is the adjective's ي, the feminine, and every ending that
//! looks like one: «سوري», «سورية» and «سوريا» are one stem. Endings are those of light10 (Larkey
//! 2002), taken off in the order in which the language puts them on; at least three letters stay.

use compact_str::{CompactString, format_compact};

use super::{Vocabulary, letters::is_arabic, seen, without as off};

/// Fewest letters that stay when an ending goes: a root has three.
const MIN_STEM_LETTERS: usize = 3;
/// An ending is the word's own where adjectives of it are in one article in so many of its articles.
const ADJECTIVE_SHARE: u32 = 20;
/// Pronouns, longest first.
const PRONOUNS: [&str; 8] = ["هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني"];
/// Dual and plural of adjectives, then of nouns.
const NISBA: [&str; 8] = ["تان", "تين", "يات", "يان", "يين", "يون", "يا", "يه"];
const PLURALS: [&str; 4] = ["ان", "ون", "ين", "ات"];

/// The stem of a surface; «إيران», «مليون» keep what only looks like an ending.
pub(super) fn stem(surface: &str, vocabulary: &impl Vocabulary) -> CompactString {
    if !surface.starts_with(is_arabic) {
        return latin(surface);
    }
    let mut rest = surface;
    if let Some(bare) = off(rest, &PRONOUNS, MIN_STEM_LETTERS) {
        rest = bare;
    }
    if let Some(bare) = off(rest, &NISBA, MIN_STEM_LETTERS) {
        rest = bare;
    } else if let Some(bare) = off(rest, &PLURALS, MIN_STEM_LETTERS)
        && !lexical(rest, vocabulary)
    {
        rest = bare;
    }
    if let Some(bare) = off(rest, &["ي"], MIN_STEM_LETTERS) {
        rest = bare;
    }
    if let Some(bare) = off(rest, &["وا", "ا", "ه", "ت"], MIN_STEM_LETTERS) {
        rest = bare;
    }
    rest.into()
}

/// Whether ان ون ين ات are the word's own: it has adjectives of its own («إيراني»).
fn lexical(word: &str, vocabulary: &impl Vocabulary) -> bool {
    let count = seen(word, vocabulary);
    if count == 0 {
        return false;
    }
    let nisba = ["ي", "يه"].map(|ending| seen(&format_compact!("{word}{ending}"), vocabulary));
    nisba.iter().sum::<u32>() * ADJECTIVE_SHARE >= count
}

/// English and French plurals, whether the vocabulary has the rest or not.
fn latin(word: &str) -> CompactString {
    if let Some(rest) = off(word, &["ies"], 2) {
        return format_compact!("{rest}y");
    }
    let own = word.ends_with("ss") || word.ends_with("us");
    off(word, &["s"], MIN_STEM_LETTERS)
        .filter(|_| !own)
        .unwrap_or(word)
        .into()
}
