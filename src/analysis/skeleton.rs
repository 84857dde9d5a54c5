//! A stem in, its coarsest keys out: how it sounds, and roughly from which root it is.
//!
//! Transliteration leaves vowels and some consonants open («غوغل», «جوجل», «قوقل»), and so does the
//! *sound*. The *root* is a weak hint that two words belong to one family («كتاب», «مكتبة»). Only
//! words in Arabic letters have them; others are their own.

use compact_str::CompactString;

use super::letters::is_arabic;

/// Fewest letters that are left, or nothing is taken off: a root has three.
const MIN_LETTERS: usize = 3;

/// The first letter, then the consonants, those that transliteration confuses made one.
pub(super) fn sound(stem: &str) -> CompactString {
    if !stem.starts_with(is_arabic) {
        return stem.into();
    }
    let bones = bones(stem);
    let mut out = CompactString::default();
    let mut last = None;
    for c in bones.chars().map(open_sound) {
        if last != Some(c) {
            out.push(c);
        }
        last = Some(c);
    }
    out
}

/// The first letter, then what is no vowel, doubles once; the stem itself where that is too little.
fn bones(stem: &str) -> CompactString {
    let mut out = CompactString::default();
    let mut last = None;
    for c in stem.chars() {
        if last.is_none() || !(is_vowel(c) || c == 'ه' || last == Some(c)) {
            out.push(c);
            last = Some(c);
        }
    }
    if super::letters(&out) < MIN_LETTERS {
        return stem.into();
    }
    out
}

/// ا و ي and the hamza that may stand on them.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ء')
}

fn open_sound(c: char) -> char {
    match c {
        'غ' | 'ق' | 'ك' => 'ج',
        'ط' => 'ت',
        'ص' | 'ز' => 'س',
        'ض' => 'د',
        'ظ' => 'ذ',
        other => other,
    }
}

/// Beginnings of derived forms (Arabic grammar: forms V to X, participles, imperfect), longest first.
const PREFIXES: [&str; 15] = [
    "است", "مست", "يست", "تست", "مت", "من", "ان", "ات", "يت", "ين", "ا", "م", "ت", "ي", "ن",
];

/// The stem without the beginnings of derived forms and without vowels, down to three letters.
pub(super) fn root(stem: &str) -> CompactString {
    if !stem.starts_with(is_arabic) {
        return stem.into();
    }
    let strong = |word: &&str| word.chars().filter(|&c| !is_vowel(c)).count() >= MIN_LETTERS;
    let prefix = |prefix: &&str| stem.strip_prefix(*prefix).filter(strong);
    let rest = PREFIXES.iter().find_map(prefix).unwrap_or(stem);
    let mut letters: Vec<char> = rest.chars().collect();
    let whole = letters.len();
    for at in (1..whole).rev() {
        if letters.len() > MIN_LETTERS && letters.get(at).is_some_and(|&c| is_vowel(c)) {
            letters.remove(at);
        }
    }
    // «اجتمع»: the ت of the eighth form.
    if whole > letters.len() && letters.len() == MIN_LETTERS + 1 && letters.get(1) == Some(&'ت') {
        letters.remove(1);
    }
    letters.into_iter().collect()
}
