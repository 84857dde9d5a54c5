//! However documents come into the index, and however strange they are, the answers are the same.

use super::*;

const WORDS: [&str; 24] = [
    "وزير",
    "الوزير",
    "للوزير",
    "وزيرين",
    "سوريا",
    "سورية",
    "السوري",
    "أمريكا",
    "أميركا",
    "امريكا",
    "جامعة",
    "الجامعات",
    "جامعي",
    "حوار",
    "الحوار",
    "وحوارهم",
    "من",
    "في",
    "2015",
    "٢٠١٥",
    "جسر",
    "جسور",
    "باب",
    "marjan",
];
pub(super) const QUERIES: [&str; 14] = [
    "وزير",
    "سوريا",
    "اميركا",
    "جامعة حوار",
    "\"وزير سوريا\"",
    "جسر ~3 باب",
    "-جسر حوار",
    "ج*",
    "=سورية",
    "عنوان:حوار",
    "سورية أو جسر",
    "من في",
    "2015 باب",
    "جامعه",
];

/// Documents as (title, text), numbered in order, in commits that end after `ends`.
fn in_commits(documents: &[(String, String)], ends: &[usize]) -> Searcher {
    let mut writer = Writer::new();
    for (number, (title, text)) in documents.iter().enumerate() {
        writer.add(title, text).expect("added");
        if ends.contains(&number) {
            writer.commit().expect("committed");
        }
    }
    writer.commit().expect("committed")
}

pub(super) fn words() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(&WORDS[..]);
    proptest::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Scores, complete answers, forms and their counts do not depend on how many commits there were.
    #[test]
    fn several_commits_give_the_answers_of_one(
        documents in proptest::collection::vec((words(), words()), 1..24),
        ends in proptest::collection::vec(0_usize..24, 1..5),
    ) {
        let one = in_commits(&documents, &[]);
        let many = in_commits(&documents, &ends);
        prop_assert_eq!(one.len(), many.len());
        for query in QUERIES {
            for typing in [false, true] {
                let (a, b) = (
                    ask(&one, query, typing, Forms::All),
                    ask(&many, query, typing, Forms::All),
                );
                prop_assert_eq!(&a.hits, &b.hits, "{} {}", query, typing);
                prop_assert_eq!(&a.words, &b.words, "{} {}", query, typing);
                for (title, text) in &documents {
                    prop_assert_eq!(a.matcher.spans(title), b.matcher.spans(title));
                    prop_assert_eq!(a.matcher.spans(text), b.matcher.spans(text));
                }
            }
        }
    }

    /// The light falls on the documents found, and on no other: what is complete for one word has a
    /// match in it.
    #[test]
    fn a_document_is_complete_where_a_word_of_it_lights(
        documents in proptest::collection::vec((words(), words()), 1..12),
        query in proptest::sample::select(&WORDS[..]),
    ) {
        let searcher = in_commits(&documents, &[3]);
        let answer = ask(&searcher, query, false, Forms::All);
        if !answer.hits.iter().any(|hit| hit.complete) {
            return Ok(());
        }
        for (doc, (title, text)) in (0..).zip(&documents) {
            let lights = [title, text].iter().any(|part| !answer.matcher.spans(part).is_empty());
            let complete = answer.hits.iter().any(|hit| hit.doc == doc && hit.complete);
            prop_assert_eq!(lights, complete, "{} in {} / {}", query, title, text);
        }
    }
}

#[test]
fn an_older_view_stays_as_it_was() {
    let mut writer = Writer::new();
    writer.add("", "حوار أول").expect("added");
    let old = writer.commit().expect("committed");
    writer.add("", "حوار آخر").expect("added");
    let new = writer.commit().expect("committed");
    assert_eq!(complete(&old, "حوار"), [0]);
    assert_eq!(sorted(complete(&new, "حوار")), [0, 1]);
    assert_eq!((old.len(), new.len()), (1, 2));
}

#[test]
fn a_commit_of_nothing_changes_nothing() {
    let searcher = indexed(&[&[(0, "", "حوار")], &[], &[]]);
    assert_eq!(complete(&searcher, "حوار"), [0]);
}

#[test]
fn an_empty_index_answers_with_nothing() {
    let searcher = indexed(&[]);
    assert!(searcher.is_empty());
    for query in QUERIES.into_iter().chain(["", "-جسر", "\"", "*", "="]) {
        assert_eq!(ranked(&searcher, query), [0_u32; 0], "{query}");
        assert_eq!(while_typing(&searcher, query), [0_u32; 0], "{query}");
    }
}

#[test]
fn a_query_for_nothing_finds_everything() {
    assert_eq!(complete(&of(&["حوار", "جسر"]), ""), [0, 1]);
    assert_eq!(complete(&of(&["حوار", "جسر"]), "  "), [0, 1]);
}

#[test]
fn empty_texts_are_documents_too() {
    let searcher = indexed(&[&[
        (0, "", ""),
        (1, "", "حوار"),
        (2, "حوار", ""),
        (3, "", "  \n "),
    ]]);
    assert_eq!(searcher.len(), 4);
    assert_eq!(sorted(complete(&searcher, "حوار")), [1, 2]);
    assert_eq!(complete(&searcher, "-حوار"), [0, 3]);
}

#[test]
fn new_words_are_found_before_all_is_analysed() {
    let segment = |texts: &[&str]| {
        let mut builder = SegmentBuilder::new().expect("a segment in memory");
        for text in texts {
            builder.add("", text).expect("added");
        }
        std::sync::Arc::new(builder.finish().expect("built"))
    };
    let mut assembly = Assembly::default();
    assembly.add(segment(&[
        "جسر النهر القديم",
        "حوار في الجامعة",
        "الوزير وزير",
    ]));
    assembly.searcher(Analysis::Whole).expect("searchable");
    assembly.add(segment(&["زورق أحمر", "والزورق والمرفأ"]));
    let lagging = assembly.searcher(Analysis::New).expect("searchable");
    assert_eq!(sorted(complete(&lagging, "زورق")), [3, 4]);
    assert_eq!(sorted(while_typing(&lagging, "زور")), [3, 4]);
    assert_eq!(complete(&lagging, "جسر"), [0]);
    // In the end all is as if it had come at once.
    let settled = assembly.searcher(Analysis::Whole).expect("searchable");
    let mut whole = Assembly::default();
    whole.add(segment(&[
        "جسر النهر القديم",
        "حوار في الجامعة",
        "الوزير وزير",
    ]));
    whole.add(segment(&["زورق أحمر", "والزورق والمرفأ"]));
    let whole = whole.searcher(Analysis::Whole).expect("searchable");
    for query in ["زورق", "زوارق", "المرافئ", "وزيرين", "جامعات"] {
        let one = ask(&settled, query, false, Forms::All);
        let other = ask(&whole, query, false, Forms::All);
        assert_eq!((one.hits, one.words), (other.hits, other.words), "{query}");
    }
}

#[test]
fn a_document_of_two_hundred_thousand_words_is_searched_like_any() {
    let long = format!(
        "{} نافورة الميدان",
        "حوار طويل جدا عند جسر القرية ".repeat(33_334)
    );
    let searcher = of(&[&long, "نافورة الميدان", "حوار"]);
    assert_eq!(complete(&searcher, "نافورة"), [1, 0], "the short one first");
    assert_eq!(sorted(complete(&searcher, "\"نافورة الميدان\"")), [0, 1]);
    assert_eq!(complete(&searcher, "القرية ~2 نافورة"), [0]);
    assert_eq!(sorted(complete(&searcher, "حوار")), [0, 2]);
    let spans = ask(&searcher, "حوار", false, Forms::All)
        .matcher
        .spans(&long);
    assert_eq!(spans.len(), 33_334);
}

#[test]
fn a_word_without_end_harms_nothing() {
    let long = "هههههههه".repeat(100);
    let text = format!("{long} حوار");
    let searcher = of(&[&text, "حوار"]);
    assert_eq!(sorted(complete(&searcher, "حوار")), [0, 1]);
    let _ = ranked(&searcher, &long);
    let _ = while_typing(&searcher, &format!("={long}"));
}

#[test]
fn text_of_no_words_is_harmless() {
    let texts = [
        "\u{64B}\u{64C}",
        "ـــــ",
        "…!؟ ، ؛",
        "\u{202E}\u{200F}",
        "\u{FFFD}\u{0}",
    ];
    let searcher = of(&texts);
    assert_eq!(searcher.len(), texts.len());
    for query in texts {
        let _ = ranked(&searcher, query);
        let _ = while_typing(&searcher, query);
    }
}
