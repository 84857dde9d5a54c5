//! `demo-corpus` as the program reads it: does it show what the program is for?
//!
//! The corpus has to hold every habit of scraped pages that folding is made for, and folding must
//! lose none of it. Articles are found here by what they show and not by name, so that the corpus
//! can be rewritten.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fihrist::corpus::{Level, Origin};
use fihrist::dedup::Fold;
use fihrist::library::{ArticleNo, Entry, Request};
use fihrist::text::{Direction, direction_of, normalize};

use crate::support;

fn entries() -> impl Iterator<Item = &'static Entry> {
    static ENTRIES: OnceLock<Vec<Arc<Entry>>> = OnceLock::new();
    let entries = || support::demo().entries().map(|(_, entry)| entry).collect();
    ENTRIES.get_or_init(entries).iter().map(|entry| &**entry)
}

#[test]
fn it_loads_without_an_error() {
    let problems = support::demo().problems().iter();
    let errors: Vec<String> = problems
        .filter(|problem| problem.level == Level::Error)
        .map(|problem| fihrist::words::Words::ENGLISH.plain(problem))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    assert!(entries().count() >= 60, "{} articles", entries().count());
}

/// Both ways of keeping a corpus.
#[test]
fn it_is_text_files_and_records() {
    let from = |extension: &str| {
        let of = |e: &&Entry| e.article.path.extension().is_some_and(|x| x == extension);
        entries().filter(of).count()
    };
    assert!(from("txt") >= 40, "{}", from("txt"));
    assert!(from("jsonl") >= 10, "{}", from("jsonl"));
}

#[test]
fn most_articles_tell_title_source_and_date() {
    let all = entries().count();
    let titled = entries().filter(|e| e.article.title.is_some()).count();
    assert_eq!(titled, all, "titles");
    let sourced = entries().filter(|e| e.article.source.is_some()).count();
    assert!(sourced * 10 >= all * 9, "{sourced} of {all} have a source");
    let dated = entries().filter(|e| e.article.date.is_some()).count();
    assert!(dated * 3 >= all * 2, "{dated} of {all} have a date");
    assert!(dated < all, "some have no date at all");
    let sources: BTreeSet<&str> = entries().map(|e| e.article.source_str()).collect();
    assert!(sources.len() >= 6, "{sources:?}");
}

#[test]
fn facts_come_from_everywhere() {
    let from = |origin: Origin| {
        let of = |e: &&Entry| {
            let source = e.article.source.as_ref().map(|s| s.from);
            let date = e.article.date.as_ref().map(|d| d.from);
            source == Some(origin) || date == Some(origin)
        };
        entries().filter(of).count()
    };
    for origin in [Origin::Field, Origin::Text, Origin::Folder, Origin::File] {
        assert!(from(origin) > 0, "{origin:?}");
    }
    let partial = entries().filter_map(|e| e.article.date.as_ref());
    let partial = partial.filter(|date| date.value.day().is_none()).count();
    assert!(partial > 0, "some dates are partial");
}

#[test]
fn each_language_has_its_direction() {
    let first_text = |e: &Entry| {
        let lengths = (0..e.article.paragraphs.len()).map(|i| e.article.paragraph(i));
        lengths.max_by_key(|p| p.len()).unwrap_or("").to_owned()
    };
    let texts: Vec<String> = entries().map(first_text).collect();
    let of = |direction: Direction| {
        let matching = texts
            .iter()
            .filter(|text| direction_of(text) == Some(direction));
        matching.collect::<Vec<_>>()
    };
    assert_eq!(of(Direction::Ltr).len(), 1, "one article is English");
    let persian = |text: &&&String| text.contains('گ') && text.contains('ی');
    let persian = of(Direction::Rtl).iter().filter(persian).count();
    assert_eq!(persian, 1, "one article is Persian");
}

#[test]
fn folds_lose_nothing() {
    for entry in entries() {
        let article = &entry.article;
        assert_eq!(entry.folds.paragraphs.len(), article.paragraphs.len());
        let mut outside = 0;
        for (paragraph, folds) in article.paragraphs.iter().zip(&entry.folds.paragraphs) {
            let between = article.text.get(outside..paragraph.bytes.start).unwrap();
            assert_eq!(
                between.trim(),
                "",
                "between paragraphs of {:?}",
                article.path
            );
            outside = paragraph.bytes.end;
            let mut at = paragraph.bytes.start;
            for Fold { bytes, .. } in folds {
                assert!(at <= bytes.start && bytes.start < bytes.end);
                // Both must be whole characters: none is split between a fold and what is shown.
                assert!(article.text.get(at..bytes.start).is_some());
                assert!(article.text.get(bytes.clone()).is_some());
                at = bytes.end;
            }
            assert!(article.text.get(at..paragraph.bytes.end).is_some());
        }
        assert_eq!(article.text.get(outside..).unwrap().trim(), "");
    }
}

#[test]
fn folds_repeat_earlier_words_and_hide_no_new_ones() {
    for entry in entries() {
        let mut folded = 0;
        for fold in entry.folds.paragraphs.iter().flatten() {
            assert!(
                fold.of.end <= fold.bytes.start
                    || fold.of_in == fihrist::dedup::RepeatOrigin::Title
            );
            if fold.of_in == fihrist::dedup::RepeatOrigin::Text {
                assert_eq!(
                    words(entry, &fold.bytes),
                    words(entry, &fold.of),
                    "{:?}",
                    entry.article.path
                );
            }
            folded += fold.words;
        }
        assert_eq!(folded, entry.folds.repeated_words);
    }
}

/// Body pasted again: nearly half of the words are folded, in whole paragraphs.
#[test]
fn some_article_is_pasted_twice() {
    expect_some(|entry| {
        let whole = paragraphs(entry).filter(|(bytes, folds)| covered(bytes, folds) > 0.95);
        share(entry) > 0.4 && whole.count() >= 3
    });
}

/// All paragraphs strung into one, with double spaces where they ended.
#[test]
fn some_article_is_flattened() {
    expect_some(|entry| {
        paragraphs(entry).any(|(bytes, folds)| {
            let text = entry.article.text.get(bytes.clone()).unwrap();
            let starts = entry.article.paragraphs.iter().map(|p| p.bytes.start);
            let repeats = |start: &usize| {
                let of = folds.iter().map(|fold| &fold.of);
                of.clone().any(|of| of.contains(start))
            };
            text.contains("  ")
                && covered(bytes, folds) > 0.7
                && starts.filter(repeats).count() >= 3
        })
    });
}

/// Sentences cut out of an earlier paragraph, as a paragraph of their own.
#[test]
fn some_paragraph_is_a_piece_of_an_earlier_one() {
    expect_some(|entry| {
        paragraphs(entry).any(|(bytes, folds)| {
            let whole = entry.article.paragraphs.iter().map(|p| &p.bytes);
            let inside = |of: &Range<usize>| {
                let mut around = whole
                    .clone()
                    .filter(|p| p.start <= of.start && of.end <= p.end);
                around.any(|p| p.len() > of.len() * 3 / 2)
            };
            folds.len() == 1 && covered(bytes, folds) > 0.95 && inside(&folds[0].of)
        })
    });
}

#[test]
fn some_title_stands_four_times() {
    expect_some(|entry| {
        let title = normalised(entry.article.title_str());
        let all = (0..entry.article.paragraphs.len()).map(|i| entry.article.paragraph(i));
        all.filter(|p| normalised(p).contains(&title)).count() >= 4
    });
}

#[test]
fn some_articles_have_furniture() {
    let furnished = entries().filter(|entry| {
        let furniture = entry.article.paragraphs.iter();
        furniture.filter(|p| p.class.is_furniture()).count() >= 3
    });
    assert!(furnished.count() >= 3);
}

/// One number is another: such paragraphs look like repeats and are none.
#[test]
fn another_number_is_no_repeat() {
    expect_some(|entry| {
        let all: Vec<(String, String)> = (0..entry.article.paragraphs.len())
            .map(|i| entry.article.paragraph(i))
            .map(|p| (without_digits(p), normalised(p)))
            .collect();
        let pairs = || {
            let later = |i: usize| (i + 1..all.len()).map(move |j| (i, j));
            (0..all.len()).flat_map(later)
        };
        let alike = |&(i, j): &(usize, usize)| {
            all[i].0 == all[j].0 && all[i].1 != all[j].1 && all[i].0.chars().count() > 40
        };
        let folded = |j: usize| !entry.folds.paragraphs[j].is_empty();
        pairs().filter(alike).count() > 0 && pairs().filter(alike).all(|(_, j)| !folded(j))
    });
}

/// Stories are told by several outlets: of most articles on one, the closest is another outlet's
/// on the same.
#[test]
fn the_closest_article_tells_of_the_same() {
    let mut wrong = String::new();
    for story in [
        "أرضية الفسيفساء",
        "النورس",
        "ليان الحداد",
        "طريق السراب",
        "معرض دار نشر",
        "الرصيف الشمالي",
        "مخطوط",
        "تمور عين الورد",
    ] {
        let told = tellers(story);
        let same = |no: &ArticleNo| {
            let closest = support::demo().related(*no, 1).unwrap();
            closest
                .iter()
                .any(|other| told.contains(&other.no) && source(other.no) != source(*no))
        };
        let (close, all) = (told.iter().filter(|no| same(no)).count(), told.len());
        if all < 2 || close * 3 < all * 2 {
            writeln!(wrong, "{story}: {close} of {all}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The articles that a search for these words finds.
fn tellers(words: &str) -> Vec<ArticleNo> {
    let request = Request {
        text: words.to_owned(),
        ..Request::default()
    };
    let found = support::demo().search(&request).unwrap();
    assert!(!found.loosened, "no article has all of {words}");
    found.numbers().collect()
}

fn source(no: ArticleNo) -> &'static str {
    support::demo().source_name(no)
}

#[track_caller]
fn expect_some(is: impl Fn(&Entry) -> bool) {
    assert!(entries().any(is), "no article of demo-corpus shows this");
}

fn paragraphs(entry: &Entry) -> impl Iterator<Item = (&Range<usize>, &[Fold])> {
    let bytes = entry.article.paragraphs.iter().map(|p| &p.bytes);
    bytes.zip(entry.folds.paragraphs.iter().map(Vec::as_slice))
}

/// Share of the bytes that folds cover.
fn covered(bytes: &Range<usize>, folds: &[Fold]) -> f64 {
    let folded: usize = folds.iter().map(|fold| fold.bytes.len()).sum();
    folded as f64 / bytes.len() as f64
}

/// Share of the words that are repeated.
fn share(entry: &Entry) -> f64 {
    f64::from(entry.folds.repeated_words) / f64::from(entry.folds.words.max(1))
}

fn words(entry: &Entry, bytes: &Range<usize>) -> Vec<String> {
    let mut words = Vec::new();
    normalize::words(entry.article.text.get(bytes.clone()).unwrap(), |word| {
        words.push(word.norm.to_owned());
    });
    words
}

fn normalised(text: &str) -> String {
    let mut words = Vec::new();
    normalize::words(text, |word| words.push(word.norm.to_owned()));
    words.join(" ")
}

fn without_digits(text: &str) -> String {
    normalised(text).replace(|c: char| c.is_ascii_digit(), "")
}
