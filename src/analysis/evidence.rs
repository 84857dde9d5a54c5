//! A word in, of which a corpus has come to hold more or fewer, the words out whose forms may change with it.
//!
//! [`WordKeys::of`](super::WordKeys::of) asks how often other words are written: what is left when something that
//! may cling goes ([`super::clitics`]), then the word with other endings ([`super::inflection`], [`super::stem`]).
//! Here the same questions are read backwards. More words come out than do change, never fewer: a test
//! writes down what is asked for, and compares.

use std::sync::LazyLock;

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashSet;

use super::{letters::is_arabic, other_scripts, spellings};

/// What is put before a word to ask whether it is a noun, or one that nothing clings to.
const ASKED_BEFORE: [&str; 4] = ["ال", "لل", "ل", "ب"];
/// Letters of all endings that go or are tried: those of Arabic, then of Latin and Hebrew plurals.
const ENDING_LETTERS: &str = "اتينوهكمsieyיומת";
/// Most letters at the end of a word that is asked for which the word that asks has not.
const MAX_TRIED_LETTERS: usize = 3;
/// Fewest letters that both have: no shorter stem loses its ending.
const MIN_SHARED_LETTERS: usize = 3;
/// The same for other scripts: of «cries» two are left, and «cry» is asked for.
const MIN_SHARED_FOREIGN_LETTERS: usize = 2;

/// Everything that may stand before what clitics ask for, in the word that asks: one letter or two that
/// cling, and after them an article, or one letter or two of what may be one.
static CUT_BEGINNINGS: LazyLock<Vec<CompactString>> = LazyLock::new(|| {
    let first = ["و", "ف"];
    let second = ["ب", "ل", "ك", "س"];
    let mut clinging = vec![CompactString::default()];
    clinging.extend(first.iter().chain(&second).map(|l| CompactString::from(*l)));
    for one in first {
        clinging.extend(second.iter().map(|other| format_compact!("{one}{other}")));
    }
    let mut all = FxHashSet::default();
    for letters in &clinging {
        for after in ["", "ال", "ل", "لل"] {
            all.insert(format_compact!("{letters}{after}"));
        }
    }
    all.into_iter().collect()
});

/// The same in Hebrew.
static HEBREW_CUT_BEGINNINGS: LazyLock<Vec<CompactString>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for first in ["", "ו"] {
        for second in ["", "ש", "ב", "ל", "מ", "כ"] {
            for third in ["", "ה"] {
                all.push(format_compact!("{first}{second}{third}"));
            }
        }
    }
    all
});

/// Calls `f` with every folded word that, where it is written, asks for this folded one to find its surface.
pub fn wholes(folded: &str, mut f: impl FnMut(&str)) {
    for asked in asked_words(folded) {
        for before in &*CUT_BEGINNINGS {
            f(&format_compact!("{before}{asked}"));
        }
    }
    if other_scripts::is_hebrew(folded) {
        for before in &*HEBREW_CUT_BEGINNINGS {
            f(&format_compact!("{before}{folded}"));
        }
    }
}

/// Calls `f` with every surface that a folded word may have: the word, and without what may cling before it.
pub fn possible_surfaces(folded: &str, mut f: impl FnMut(&str)) {
    // Two letters and an article; three letters in Hebrew.
    const MOST: usize = 4;
    let mut rest = folded.chars();
    for _ in 0..=MOST {
        f(rest.as_str());
        if !rest.next().is_some_and(|c| "وفبلكساושבלמכה".contains(c)) || rest.as_str().is_empty()
        {
            return;
        }
    }
}

/// What surfaces that ask for a word to find their inflection or stem have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedWord {
    word: CompactString,
    /// Bytes with which the surfaces begin.
    begin: usize,
}

impl EndedWord {
    fn new(word: CompactString) -> Option<EndedWord> {
        let least = if word.starts_with(is_arabic) {
            MIN_SHARED_LETTERS
        } else {
            MIN_SHARED_FOREIGN_LETTERS
        };
        let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let shortest = ends.nth(least - 1)?;
        let mut begin = word.len();
        for (at, c) in word.char_indices().rev().take(MAX_TRIED_LETTERS) {
            if at < shortest || !ENDING_LETTERS.contains(c) {
                break;
            }
            begin = at;
        }
        Some(EndedWord { word, begin })
    }

    /// With what the surfaces begin.
    pub fn beginning(&self) -> &str {
        self.word.get(..self.begin).unwrap_or("")
    }

    /// Whether a surface that begins so may ask for the word.
    pub fn may_be_asked_by(&self, surface: &str) -> bool {
        let (ours, theirs) = rests(&self.word, surface);
        is_ending(ours) && is_ending(theirs)
    }
}

/// What surfaces that ask for a folded word to find their inflection or stem have in common.
pub fn ended_words(folded: &str) -> Vec<EndedWord> {
    let mut out = Vec::new();
    for asked in asked_words(folded) {
        out.extend(EndedWord::new(asked.into()));
        // A surface is written in its commonest spelling before its stem is looked for.
        for group in spellings::groups_like(asked) {
            let Some((commonest, others)) = group.split_first() else {
                continue;
            };
            let (ours, theirs) = rests(asked, commonest);
            let rest = if theirs.is_empty() { ours } else { "" };
            let whole = theirs.is_empty() || (is_ending(ours) && is_ending(theirs));
            let others = others.iter().filter(|_| whole);
            out.extend(others.filter_map(|o| EndedWord::new(format_compact!("{o}{rest}"))));
        }
    }
    out
}

/// The words for which one may be asked with something put before them: itself among them.
fn asked_words(folded: &str) -> impl Iterator<Item = &str> {
    let without = ASKED_BEFORE.iter().filter_map(|b| folded.strip_prefix(b));
    let without = without.filter(|rest| !rest.is_empty());
    std::iter::once(folded).chain(without)
}

/// What of two words follows the letters with which both begin.
fn rests<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let pairs = one.chars().zip(other.chars());
    let same = pairs.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8());
    let same: usize = same.sum();
    let rest = |word: &'a str| word.get(same..).unwrap_or("");
    (rest(one), rest(other))
}

fn is_ending(letters: &str) -> bool {
    letters.chars().all(|c| ENDING_LETTERS.contains(c))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use proptest::prelude::*;
    use xxhash_rust::xxh3::xxh3_64_with_seed;

    use super::super::{Vocabulary, WordKeys, letters};
    use super::*;

    /// A corpus that holds any word in some number of articles, and writes down what it is asked for.
    struct Questions {
        seed: u64,
        asked: RefCell<Vec<String>>,
    }

    impl Questions {
        fn answer(&self, folded: &str, kind: u64) -> u32 {
            self.asked.borrow_mut().push(folded.to_owned());
            let chance = xxh3_64_with_seed(folded.as_bytes(), self.seed ^ kind);
            // None, a few, many: every branch is taken with some.
            match chance % 4 {
                0 => 0,
                1 => (chance >> 8) as u32 % 4,
                2 => (chance >> 8) as u32 % 40,
                _ => (chance >> 8) as u32 % 5000,
            }
        }
    }

    impl Vocabulary for Questions {
        fn count(&self, folded: &str) -> u32 {
            self.answer(folded, 0)
        }

        fn with_hamza(&self, folded: &str) -> u32 {
            self.answer(folded, 1) / 2
        }
    }

    #[track_caller]
    fn check(spelling: &str, seed: u64) {
        let asked = RefCell::default();
        let questions = Questions { seed, asked };
        let surface = WordKeys::of(spelling, &questions).surface;
        let folded = letters::folded(spelling);
        let mut is_possible = false;
        possible_surfaces(&folded, |possible| is_possible |= possible == surface);
        assert!(is_possible, "{surface} of {spelling}");
        for word in questions.asked.into_inner() {
            let mut found = false;
            wholes(&word, |whole| found |= whole == folded);
            let ended = ended_words(&word).iter().any(|ended| {
                surface.starts_with(ended.beginning()) && ended.may_be_asked_by(&surface)
            });
            assert!(found || ended, "{spelling} ({surface}) asks for {word}");
        }
    }

    fn words() -> impl Strategy<Value = String> {
        let table: Vec<&str> = include_str!("spellings.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .map(|word| word.trim_end_matches('-'))
            .collect();
        let before = "(و|ف)?(ب|ل|ك|س)?(ال|لل|أل)?";
        let after = "(ي|ت|ا|ه|ة|ات|ي)?(ان|ين|ون|ات|تين|تان|ية|يات|يين)?(ها|هم|نا|ه|كم|ا|هما|هاي)?";
        let core = prop_oneof![
            "[بتجحدرسعفقكلمنهوياء]{1,5}".prop_map(String::from),
            proptest::sample::select(table).prop_map(String::from),
            proptest::sample::select(vec![
                "country",
                "countries",
                "buses",
                "x1990s",
                "ספר",
                "דרכ"
            ])
            .prop_map(String::from),
        ];
        let hebrew = "[ושבלמכה]{0,3}ספר(ימ|ות|)";
        let joined = (before, core, after).prop_map(|(a, b, c)| format!("{a}{b}{c}"));
        prop_oneof![20 => joined, 1 => hebrew.prop_map(String::from), 2 => "[a-z]{1,4}(s|es|ies|ss)"]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        #[test]
        fn whatever_a_word_asks_for_leads_back_to_it(spelling in words(), seed in any::<u64>()) {
            check(&spelling, seed);
        }
    }

    #[test]
    fn few_words_ask_for_one() {
        let [ended] = ended_words("مهندس").try_into().expect("one");
        assert!(ended.may_be_asked_by("مهندسين"));
        assert!(ended.may_be_asked_by("مهندساتهم"));
        assert!(!ended.may_be_asked_by("مهندسلي"));
        assert!(!ended.may_be_asked_by("مهند"));
    }
}
