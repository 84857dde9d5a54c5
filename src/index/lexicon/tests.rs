//! Which spellings answer a word.

use proptest::prelude::*;

use super::*;
use crate::index::{Searcher, Writer};

mod growth;
mod keeping;

fn lexicon_of(words: &[&str]) -> Searcher {
    let mut writer = Writer::new();
    for word in words {
        writer.add("", word).expect("added");
    }
    writer.commit().expect("committed")
}

fn named(lexicon: &Lexicon, words: &[WordNo]) -> Vec<String> {
    let mut names: Vec<String> = words
        .iter()
        .map(|w| lexicon.spelling(*w).to_owned())
        .collect();
    names.sort();
    names
}

/// The spellings of a layer, with blanks between.
#[track_caller]
fn check(words: &str, query: &str, layer: Layer, expected: &str) {
    let words: Vec<&str> = words.split_whitespace().collect();
    let searcher = lexicon_of(&words);
    let expansion = searcher.lexicon.expand(query);
    let mut expected: Vec<&str> = expected.split_whitespace().collect();
    expected.sort_unstable();
    assert_eq!(
        named(&searcher.lexicon, expansion.layer(layer)),
        expected,
        "{query} {layer:?}"
    );
}

#[test]
fn the_surface_is_the_word_in_all_its_garbs() {
    let corpus = "وزير الوزير للوزير والوزير بوزير وزراء سفير";
    check(
        corpus,
        "وزير",
        Layer::Surface,
        "وزير الوزير للوزير والوزير بوزير",
    );
    check(
        corpus,
        "بالوزير",
        Layer::Surface,
        "وزير الوزير للوزير والوزير بوزير",
    );
    check(
        "مكتبة مكتبه المكتبة",
        "مكتبه",
        Layer::Surface,
        "مكتبة مكتبه المكتبة",
    );
    check(
        "٢٠١٥ 2015 ۲۰۱۵ 2016",
        "2015",
        Layer::Surface,
        "٢٠١٥ 2015 ۲۰۱۵",
    );
}

#[test]
fn a_variant_is_another_accepted_spelling() {
    check(
        "أمريكا أميركا امريكا واميركا",
        "اميركا",
        Layer::Surface,
        "أميركا واميركا",
    );
    check(
        "أمريكا أميركا امريكا واميركا",
        "اميركا",
        Layer::Variant,
        "أمريكا امريكا",
    );
    check(
        "إنجليزي إنكليزي الإنكليزي",
        "إنجليزي",
        Layer::Variant,
        "إنكليزي الإنكليزي",
    );
}

#[test]
fn a_country_is_found_under_its_other_ending_but_not_the_adjective() {
    check("سوريا سورية السورية", "سوريا", Layer::Variant, "سورية");
    check("سوريا سورية السورية", "سورية", Layer::Variant, "سوريا");
    check("زامبيا زامبية", "زامبيا", Layer::Variant, "");
}

#[test]
fn a_country_of_the_spelling_table_is_not_found_in_its_adjective() {
    check(
        "سوريا سورية السورية لسورية",
        "سوريا",
        Layer::Variant,
        "سورية لسورية",
    );
}

#[test]
fn an_inflection_is_a_number_a_gender_or_a_pronoun() {
    check(
        "جامعة جامعات جامعتهم الجامعات جامعي",
        "جامعة",
        Layer::Inflection,
        "جامعات جامعتهم الجامعات",
    );
}

#[test]
fn the_adjective_of_a_name_is_only_akin() {
    let searcher = lexicon_of(&["سوريا", "سوري", "السوري"]);
    let expansion = searcher.lexicon.expand("سوريا");
    let found: Vec<WordNo> = expansion.found().collect();
    assert_eq!(named(&searcher.lexicon, &found), ["سوريا"]);
}

#[test]
fn a_word_of_the_corpus_keeps_what_only_looks_like_a_clitic() {
    // «زير» is not written anywhere, «حيد» neither.
    check("وزير الوزير", "وزير", Layer::Surface, "وزير الوزير");
    check("وحيد الوحيد", "وحيد", Layer::Surface, "وحيد الوحيد");
}

#[test]
fn exact_is_one_spelling_or_none() {
    let searcher = lexicon_of(&["أمريكا", "امريكا"]);
    let exact = |word: &str| {
        let found: Vec<WordNo> = searcher.lexicon.exact(word).found().collect();
        named(&searcher.lexicon, &found)
    };
    assert_eq!(exact("امريكا"), ["امريكا"]);
    assert_eq!(exact("أميركا"), [""; 0]);
}

/// Whether `b` is `a` with one letter put in, left out, changed, or swapped with the next: all four
/// tried out.
fn one_slip(a: &[char], b: &[char]) -> bool {
    let without = |word: &[char], at: usize| [&word[..at], &word[at + 1..]].concat();
    let left_out = (0..a.len()).any(|at| without(a, at) == b);
    let put_in = (0..b.len()).any(|at| without(b, at) == a);
    let same_length = a.len() == b.len();
    let changed = same_length && a.iter().zip(b).filter(|(x, y)| x != y).count() == 1;
    let swapped = same_length
        && (1..a.len()).any(|at| {
            let mut other = a.to_vec();
            other.swap(at - 1, at);
            other == b && a != b
        });
    left_out || put_in || changed || swapped
}

fn word() -> impl Strategy<Value = String> {
    let letter = proptest::sample::select(vec![
        'ا', 'ل', 'و', 'ب', 'ه', 'ي', 'ت', 'ن', 'م', 'ك', 'س', 'ر',
    ]);
    proptest::collection::vec(letter, 1..8).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// No spelling answers twice, and the word itself always does, as its surface.
    #[test]
    fn layers_are_disjoint_and_hold_the_word(words in proptest::collection::vec(word(), 1..40)) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let searcher = lexicon_of(&words);
        let lexicon = &searcher.lexicon;
        for query in words {
            let expansion = lexicon.expand(query);
            let mut all: Vec<WordNo> = expansion.layers.iter().flatten().copied().collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count, "{}", query);
            let own = lexicon.number(query).expect("it was indexed");
            prop_assert!(expansion.layer(Layer::Surface).contains(&own), "{}", query);
        }
    }

    #[test]
    fn beginnings_are_those_that_looking_at_every_word_finds(
        words in proptest::collection::vec(word(), 1..40),
        prefix in word(),
    ) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let searcher = lexicon_of(&words);
        let lexicon = &searcher.lexicon;
        for prefix in [prefix.as_str(), prefix.get(..2).unwrap_or("")] {
            let naive: Vec<WordNo> = (0..lexicon.spellings.len() as WordNo)
                .filter(|w| lexicon.surface(*w).starts_with(prefix))
                .collect();
            let begun = named(lexicon, lexicon.beginning_with(prefix));
            prop_assert_eq!(begun, named(lexicon, &naive));
        }
    }

    #[test]
    fn slips_are_those_that_trying_all_finds(
        words in proptest::collection::vec(word(), 1..40),
        query in "[سمنكرت]{4,7}",
        at in 0_usize..7,
    ) {
        // One that is surely near.
        let mut near: Vec<char> = query.chars().collect();
        near.remove(at.min(near.len() - 1));
        let near: String = near.into_iter().collect();
        let words: Vec<&str> = words.iter().map(String::as_str).chain([near.as_str()]).collect();
        let searcher = lexicon_of(&words);
        let lexicon = &searcher.lexicon;
        let surface: Vec<char> = WordKeys::of(&query, &lexicon.folded()).surface.chars().collect();
        let naive: Vec<WordNo> = (0..lexicon.spellings.len() as WordNo)
            .filter(|w| one_slip(&surface, &lexicon.surface(*w).chars().collect::<Vec<_>>()))
            .filter(|_| surface.len() >= 5)
            .collect();
        let found = named(lexicon, &lexicon.one_letter_off(&query));
        prop_assert_eq!(found, named(lexicon, &naive));
    }
}

#[test]
fn numbers_of_spellings_outlive_later_commits() {
    let mut writer = Writer::new();
    writer.add("", "حوار باب").expect("added");
    let old = writer.commit().expect("committed");
    writer.add("", "أسد حوار جسر").expect("added");
    let new = writer.commit().expect("committed");
    for word in ["حوار", "باب"] {
        assert_eq!(old.lexicon.number(word), new.lexicon.number(word), "{word}");
    }
    let word = new.lexicon.number("حوار").expect("it was indexed");
    assert_eq!(new.lexicon.count(word), 2);
    assert_eq!(old.lexicon.count(word), 1);
    assert_eq!(new.lexicon.places(word).count(), 2);
}
