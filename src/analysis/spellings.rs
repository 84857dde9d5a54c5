//! A surface in, the other spellings of the same word out: a table, and a careful rule beyond it.
//!
//! «أمريكا» and «أميركا», «سوريا» and «سورية», «مانشستر» and «مانشيستر» are one name in the hands of
//! different desks. [`variants`] gives what the table (`spellings.txt`) knows; [`alike`] is the rule
//! where no table reaches: long foreign words that differ in one sound that transliteration leaves
//! open. Native words differ in meaning by as little («محمد» and «محمود», «عملات» and «عمليات»), so
//! both words must have the same ending, and without it and without the letters with which Arabic
//! begins derived words more consonants than an Arabic root.

use std::sync::LazyLock;

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashMap;

use super::letters;

/// Whole words and beginnings of words, folded, each with the place of its group. It is no list for
/// folding repeats: see `dedup::spelling_variants`, which must never join two words.
#[derive(Default)]
struct SpellingTable {
    groups: Vec<Vec<CompactString>>,
    whole: FxHashMap<CompactString, usize>,
    beginnings: FxHashMap<CompactString, usize>,
    /// The groups whose commonest spelling begins with some three letters.
    by_letters: FxHashMap<CompactString, Vec<usize>>,
}

static TABLE: LazyLock<SpellingTable> =
    LazyLock::new(|| SpellingTable::parse(include_str!("spellings.txt")));

impl SpellingTable {
    fn parse(text: &str) -> SpellingTable {
        let mut table = SpellingTable::default();
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let place = table.groups.len();
            let mut group: Vec<CompactString> = Vec::new();
            for word in line.split_whitespace() {
                let bare = word.strip_suffix('-');
                let folded = letters::folded(bare.unwrap_or(word));
                if group.contains(&folded) {
                    continue;
                }
                if folded.is_empty()
                    || (bare.is_some() && super::letters(&folded) < MIN_BEGINNING_LETTERS)
                {
                    continue;
                }
                let map = if bare.is_some() {
                    &mut table.beginnings
                } else {
                    &mut table.whole
                };
                map.entry(folded.clone()).or_insert(place);
                group.push(folded);
            }
            if let Some(letters) = group.first().and_then(|first| first_letters(first)) {
                table
                    .by_letters
                    .entry(letters.into())
                    .or_default()
                    .push(place);
            }
            table.groups.push(group);
        }
        table
    }

    fn others(&self, place: usize, own: &str) -> impl Iterator<Item = &CompactString> {
        self.groups
            .get(place)
            .into_iter()
            .flatten()
            .filter(move |w| *w != own)
    }
}

/// The first three letters of a word that has so many.
fn first_letters(word: &str) -> Option<&str> {
    let (at, last) = word.char_indices().nth(2)?;
    word.get(..at + last.len_utf8())
}

/// The groups of the table, each the commonest spelling first, whose commonest spelling begins with the
/// first three letters of a word.
pub(super) fn groups_like(word: &str) -> impl Iterator<Item = &'static [CompactString]> {
    let table = &*TABLE;
    let places = first_letters(word).and_then(|letters| table.by_letters.get(letters));
    let places = places.into_iter().flatten();
    places.filter_map(|place| table.groups.get(*place).map(Vec::as_slice))
}

/// Fewest letters of a beginning in the table.
const MIN_BEGINNING_LETTERS: usize = 4;

/// The other spellings of a surface that the table knows, folded.
pub fn variants(surface: &str) -> Vec<CompactString> {
    let table = &*TABLE;
    let mut out: Vec<CompactString> = Vec::new();
    if let Some(&place) = table.whole.get(surface) {
        out.extend(table.others(place, surface).cloned());
    }
    for (begin, rest) in beginnings(surface) {
        if let Some(&place) = table.beginnings.get(begin) {
            out.extend(
                table
                    .others(place, begin)
                    .map(|other| format_compact!("{other}{rest}")),
            );
        }
    }
    out
}

/// A surface in the commonest of its spellings, so that inflections of two spellings meet.
pub(super) fn commonest(surface: &str) -> Option<CompactString> {
    let table = &*TABLE;
    let first = |place: usize| table.groups.get(place).and_then(|group| group.first());
    if let Some(&place) = table.whole.get(surface) {
        let whole = first(place)?;
        let adjective = surface.ends_with("يه") && whole.ends_with("يا");
        return (!adjective && whole != surface).then(|| whole.clone());
    }
    beginnings(surface).rev().find_map(|(begin, rest)| {
        let common = first(*table.beginnings.get(begin)?)?;
        (common != begin).then(|| format_compact!("{common}{rest}"))
    })
}

/// A word cut in two after four letters, after five, and so on to its end.
fn beginnings(word: &str) -> impl DoubleEndedIterator<Item = (&str, &str)> {
    let ends = word
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(MAX_BEGINNING_LETTERS);
    let ends: Vec<usize> = ends.skip(MIN_BEGINNING_LETTERS - 1).collect();
    ends.into_iter()
        .filter_map(|end| word.split_at_checked(end))
}

/// Most letters of a beginning in the table.
const MAX_BEGINNING_LETTERS: usize = 16;

/// Whether two surfaces are in all likelihood spellings of one foreign word.
pub fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // «لاجئ» and «لاجيء»: the hamza's seat.
    if let (Some(x), Some(y)) = (a.strip_suffix('ء'), b.strip_suffix('ء')) {
        return x.strip_suffix('ي') == Some(y) || y.strip_suffix('ي') == Some(x);
    }
    let native = |word: &str| {
        ["ال", "لا", "عبد", "عطا"]
            .iter()
            .any(|begin| word.starts_with(begin))
    };
    if a.len().abs_diff(b.len()) > 2 || native(a) || native(b) {
        return false;
    }
    if DISTINCT_PAIRS.iter().any(|pair| is_pair(a, b, *pair)) {
        return false;
    }
    let ((core_a, ending_a), (core_b, ending_b)) = (core(a), core(b));
    if ending_a != ending_b {
        return false;
    }
    let a: Vec<char> = core_a.chars().collect();
    let b: Vec<char> = core_b.chars().collect();
    strong(&a) >= MIN_STRONG_CONSONANTS
        && strong(&b) >= MIN_STRONG_CONSONANTS
        && one_sound_apart(&a, &b)
}

/// Words beginning with one and the other are two words, however alike. Written by hand: false joins
/// that were met.
const DISTINCT_PAIRS: [(&str, &str); 4] = [
    ("برتقال", "برتغال"),
    ("كريستين", "كريستيان"),
    ("سلطان", "سلطن"),
    ("فرانس", "فرانز"),
];

/// Whether one word begins with one of a pair and the other word with the other.
fn is_pair(a: &str, b: &str, pair: (&str, &str)) -> bool {
    let (x, y) = pair;
    (a.starts_with(x) && b.starts_with(y)) || (a.starts_with(y) && b.starts_with(x))
}

/// Fewest strong consonants of a word that is likely foreign: few Arabic roots have four.
const MIN_STRONG_CONSONANTS: usize = 4;

/// Inflectional endings and pronouns of Arabic, alone and combined, longest first; written by hand.
const ENDINGS: [&str; 48] = [
    "ياتهم",
    "ياتها",
    "اتهما",
    "اتهم",
    "اتها",
    "اتنا",
    "تهما",
    "ياته",
    "يتين",
    "يتان",
    "تهم",
    "تها",
    "تنا",
    "اته",
    "اتك",
    "اتي",
    "يات",
    "يته",
    "يين",
    "يون",
    "يان",
    "تين",
    "تان",
    "هما",
    "اه",
    "ات",
    "ته",
    "تك",
    "تي",
    "ني",
    "هن",
    "كم",
    "يه",
    "يا",
    "ون",
    "ين",
    "ان",
    "وا",
    "تا",
    "هم",
    "ها",
    "نا",
    "ه",
    "ا",
    "ي",
    "ت",
    "ك",
    "",
];

/// A word and its ending.
fn core(word: &str) -> (&str, &str) {
    let cut = |ending: &&str| {
        let core = word.strip_suffix(*ending)?;
        Some((core, word.get(core.len()..)?))
    };
    ENDINGS.iter().find_map(cut).unwrap_or((word, ""))
}

/// Strong consonants beyond the letters with which Arabic forms words.
fn strong(word: &[char]) -> usize {
    let count = |letters: &[char]| letters.iter().filter(|c| !is_weak(**c)).count();
    match word {
        // «يستعيد», «استعاد»
        ['ا' | 'ي' | 'ت' | 'ن' | 'م', 'س', 'ت', rest @ ..] if rest.len() <= 4 => count(rest),
        // The eighth form: «اجتماع», «اصطدم».
        [
            'ا' | 'م' | 'ي' | 'ت' | 'ن',
            first,
            'ت' | 'ط' | 'د',
            rest @ ..,
        ] if count(rest) <= 2 => count(&[*first]) + count(rest),
        ['م' | 'ي' | 'ت' | 'ن', 'ت' | 'ن', rest @ ..] | ['ا', 'ن', rest @ ..]
            if count(rest) <= 3 =>
        {
            count(rest)
        }
        ['م' | 'ت' | 'ي' | 'ن' | 'ا', rest @ ..] => count(rest),
        _ => count(word),
    }
}

fn is_weak(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ه')
}

/// Equal but for one vowel written or not, one vowel for another, or one confusable consonant.
fn one_sound_apart(a: &[char], b: &[char]) -> bool {
    let (a, b) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (a.get(same..), b.get(same..)) {
        // «تشيلسي», «شيلسي»
        (Some(['ت', 'ش', ta @ ..]), Some(['ش', tb @ ..])) if same == 0 => ta == tb,
        (Some([x, ta @ ..]), Some([y, tb @ ..])) if a.len() == b.len() => {
            let weak =
                is_long(*x) && is_long(*y) && !ta.is_empty() && strong(a) > MIN_STRONG_CONSONANTS;
            same > 0 && ta == tb && (weak || confused(*x, *y))
        }
        (Some([x, ta @ ..]), Some(rest)) => {
            // A broken plural («عناصر») or diminutive («قنيطرة») of four consonants.
            let derived = matches!(x, 'ا' | 'ي') && same == 2 && strong(b) <= MIN_STRONG_CONSONANTS;
            same > 0 && ta == rest && !ta.is_empty() && is_long(*x) && !derived
        }
        _ => false,
    }
}

fn is_long(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي')
}

/// Whether transliteration confuses two consonants.
fn confused(x: char, y: char) -> bool {
    const SOUNDS: [&[char]; 5] = [
        &['غ', 'ج', 'ك', 'ق'],
        &['ت', 'ط'],
        &['ت', 'ث'],
        &['س', 'ز'],
        &['ذ', 'ز'],
    ];
    SOUNDS.iter().any(|s| s.contains(&x) && s.contains(&y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_the_table_joins_something() {
        for group in &TABLE.groups {
            assert!(
                group.len() > 1,
                "{group:?}: folding makes these one already"
            );
        }
        for begin in TABLE.beginnings.keys() {
            let letters = super::super::letters(begin);
            assert!(
                (MIN_BEGINNING_LETTERS..=MAX_BEGINNING_LETTERS).contains(&letters),
                "{begin}"
            );
        }
    }

    /// A spelling in two groups would join one of them only.
    #[test]
    fn no_spelling_stands_in_two_groups() {
        for (place, group) in TABLE.groups.iter().enumerate() {
            for word in group {
                let of = TABLE
                    .whole
                    .get(word)
                    .into_iter()
                    .chain(TABLE.beginnings.get(word));
                assert!(of.into_iter().any(|p| *p == place), "{word}");
            }
        }
    }

    /// All spellings of a group have the same commonest one.
    #[test]
    fn the_commonest_spelling_is_one_for_all() {
        for (word, &place) in &TABLE.whole {
            let first = &TABLE.groups[place][0];
            let adjective = word.ends_with("يه") && first.ends_with("يا");
            let expected = (word != first && !adjective).then(|| first.clone());
            assert_eq!(commonest(word), expected, "{word}");
        }
    }
}
