//! However a lexicon came about, it is as if all its words were analysed at once.

use super::*;
use crate::index::lexicon::grow::GoneWords;

/// Words that give evidence for one another: a few stems, with what may cling before and end them.
fn related_word() -> impl Strategy<Value = String> {
    let before = proptest::sample::select(vec![
        "", "", "و", "ب", "ل", "س", "ال", "وال", "لل", "بال", "أل", "وب",
    ]);
    let stem = proptest::sample::select(vec![
        "وزير",
        "زير",
        "كتاب",
        "لقاء",
        "مهندس",
        "دول",
        "قرار",
        "بلدي",
        "سوري",
        "امريك",
        "أميرك",
        "تزام",
        "مان",
        "مدرس",
        "country",
        "car",
        "ספר",
    ]);
    let after = proptest::sample::select(vec![
        "", "", "ة", "ه", "ها", "ا", "ات", "ين", "ون", "ان", "تين", "ي", "ية", "اتهم", "ته", "s",
        "ים",
    ]);
    (before, stem, after).prop_map(|(before, stem, after)| format!("{before}{stem}{after}"))
}

/// Spellings, each with a number of articles.
fn counted_words(most: usize) -> impl Strategy<Value = Vec<(String, u32)>> {
    let articles = prop_oneof![3 => 1..4_u32, 2 => 4..60_u32, 1 => 60..2000_u32];
    proptest::collection::vec((related_word(), articles), 0..most)
}

/// What is compared: of each spelling that articles hold its surface, article and family, then all orders.
fn assert_as_if_whole(lexicon: &Lexicon) {
    let mut whole = lexicon.clone();
    whole.analyse_all();
    whole.find_families();
    whole.count_families();
    assert!(!lexicon.lags());
    for word in (0..lexicon.spellings.len() as WordNo).filter(|w| lexicon.count(*w) > 0) {
        let keys = |of: &Lexicon| {
            (
                of.surface(word).to_owned(),
                of.has_article(word),
                of.family(word),
            )
        };
        assert_eq!(keys(lexicon), keys(&whole), "{}", lexicon.spelling(word));
    }
    assert_eq!(lexicon.by_surface, whole.by_surface);
    assert_eq!(lexicon.inflections, whole.inflections);
    assert_eq!(lexicon.stems, whole.stems);
    assert_eq!(lexicon.sounds, whole.sounds);
    assert_eq!(lexicon.roots, whole.roots);
    assert_eq!(lexicon.family_counts, whole.family_counts);
    assert_eq!(lexicon.surfaces.len(), lexicon.spellings.len());
}

/// Takes as many articles off as there are of each, at most.
fn strike(lexicon: &mut Lexicon, words: &[(String, u32)]) {
    for (spelling, articles) in words {
        let held = lexicon
            .number(spelling)
            .map_or(0, |word| lexicon.count(word));
        if held > 0 {
            lexicon.strike(&GoneWords::counted(spelling, held.min(*articles)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_analysed_again_is_what_would_change(
        first in counted_words(400),
        rounds in proptest::collection::vec((counted_words(20), counted_words(20), any::<bool>()), 1..5),
    ) {
        let mut lexicon = Lexicon::default();
        for (spelling, articles) in &first {
            lexicon.take(spelling, *articles);
        }
        lexicon.analyse();
        lexicon.count_families();
        assert_as_if_whole(&lexicon);
        for (new, gone, lags) in rounds {
            for (spelling, articles) in &new {
                lexicon.take(spelling, *articles);
            }
            if lags {
                lexicon.analyse_new();
                lexicon.count_families();
            }
            strike(&mut lexicon, &gone);
            lexicon.analyse();
            lexicon.count_families();
            assert_as_if_whole(&lexicon);
        }
    }

    #[test]
    fn places_are_those_of_the_segments_there_are(
        segments in proptest::collection::vec(proptest::collection::btree_set(0..30_u32, 0..20), 0..6),
        last in 0..4_usize,
        new in proptest::collection::vec(proptest::collection::btree_set(0..40_u32, 0..20), 0..4),
    ) {
        let words = |set: &std::collections::BTreeSet<u32>| set.iter().copied().collect::<Vec<WordNo>>();
        let segments: Vec<Vec<WordNo>> = segments.iter().map(words).collect();
        let new: Vec<Vec<WordNo>> = new.iter().map(words).collect();
        let last = last.min(segments.len());
        let mut places = PostingPlaces::default();
        for segment in &segments {
            places.exchange_last(0, std::slice::from_ref(segment), 30).expect("few segments");
        }
        places.exchange_last(last, &new, 40).expect("few segments");
        let all: Vec<&Vec<WordNo>> = segments.iter().take(segments.len() - last).chain(&new).collect();
        prop_assert_eq!(places.segments(), all.len());
        for word in 0..40 {
            let mut expected = Vec::new();
            for (number, segment) in all.iter().enumerate() {
                let ordinal = segment.iter().position(|own| *own == word);
                expected.extend(ordinal.map(|ordinal| (number, ordinal as u32)));
            }
            prop_assert_eq!(places.of_word(word).collect::<Vec<_>>(), expected);
        }
    }
}

#[test]
fn more_segments_than_can_be_numbered_are_refused() {
    let mut places = PostingPlaces::default();
    let segments = vec![Vec::new(); 1 << 16];
    places
        .exchange_last(0, &segments, 0)
        .expect("so many can be");
    let more = places.exchange_last(0, &[Vec::new()], 0);
    assert!(more.is_err());
    assert_eq!(places.segments(), 1 << 16);
}
