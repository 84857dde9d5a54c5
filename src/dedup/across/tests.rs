//! Corpora made of word soup in, what a naive search finds out: `Copies` must find the same.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use proptest::prelude::*;

use super::{Copies, DatedArticle, THRESHOLD, place_of};
use crate::corpus::article::{Class, Paragraph};
use crate::dedup::{ArticleText, Folds, fold};
use crate::text::normalize::{count_words, words};

/// An article of the tests.
struct Made {
    text: String,
    paragraphs: Vec<Paragraph>,
    folds: Folds,
    day: Option<i32>,
}

fn made(text: impl Into<String>) -> Made {
    let text = text.into();
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            paragraphs.push(Paragraph {
                bytes: at..at + line.len(),
                class: Class::Text,
            });
        }
        at += line.len() + 1;
    }
    let mut made = Made {
        text,
        paragraphs,
        folds: Folds::default(),
        day: None,
    };
    made.folds = fold(made.article());
    made
}

impl Made {
    fn article(&self) -> ArticleText<'_> {
        ArticleText {
            title: None,
            text: &self.text,
            paragraphs: &self.paragraphs,
        }
    }

    fn on(mut self, day: i32) -> Made {
        self.day = Some(day);
        self
    }
}

fn docs<'a>(corpus: &'a [Made]) -> Vec<DatedArticle<'a>> {
    let doc = |made: &'a Made| DatedArticle {
        article: made.article(),
        folds: &made.folds,
        day: made.day,
    };
    corpus.iter().map(doc).collect()
}

fn find(corpus: &[Made]) -> Copies {
    Copies::find(&docs(corpus), THRESHOLD)
}

/// The articles of each cluster.
fn members(clusters: &[super::ArticleCluster]) -> Vec<Vec<u32>> {
    let members = |c: &super::ArticleCluster| c.members.iter().map(|m| m.article).collect();
    clusters.iter().map(members).collect()
}

fn shingles(text: &str) -> BTreeSet<Vec<String>> {
    let mut all = Vec::new();
    words(text, |word| all.push(word.norm.to_owned()));
    if all.len() < 5 {
        return BTreeSet::from([all]);
    }
    all.windows(5).map(<[String]>::to_vec).collect()
}

/// The pairs that are alike, counted the long way.
fn counted(corpus: &[Made]) -> BTreeSet<(u32, u32)> {
    let sets: Vec<_> = corpus.iter().map(|made| shingles(&made.text)).collect();
    let mut pairs = BTreeSet::new();
    for (a, one) in (0u32..).zip(&sets) {
        for (b, two) in (0u32..).zip(&sets).skip(a as usize + 1) {
            let both = one.intersection(two).count();
            if 2 * both >= one.len() + two.len() - both {
                pairs.insert((a, b));
            }
        }
    }
    pairs
}

fn pairs_of(groups: &[super::ArticleCluster]) -> BTreeSet<(u32, u32)> {
    let mut pairs = BTreeSet::new();
    for group in members(groups) {
        for a in &group {
            pairs.extend(group.iter().filter(|b| a < b).map(|b| (*a, *b)));
        }
    }
    pairs
}

/// `n` different words, distinguished by `seed`.
fn soup(seed: usize, n: usize) -> String {
    const LETTERS: [char; 16] = [
        'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ر', 'س', 'ش', 'ع', 'ف', 'ق', 'ل', 'م', 'ن',
    ];
    let word = |k: usize| {
        let mut left = (seed * 100_003 + k).wrapping_mul(0x9E37_79B1) & 0xFFFF_FFFF;
        let mut word = String::new();
        while left > 0 {
            word.push(LETTERS[left % 16]);
            left /= 16;
        }
        word
    };
    (0..n).map(word).collect::<Vec<_>>().join(" ")
}

/// An article of a base text, some of whose words are others.
fn version(base: &str, changed: &[usize]) -> String {
    let mut words: Vec<String> = base.split(' ').map(str::to_owned).collect();
    let count = words.len();
    for at in changed {
        words[at % count] = soup(900 + at, 1);
    }
    words.join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn finds_what_a_count_of_all_pairs_finds(
        versions in prop::collection::vec(
            (0usize..6, 1usize..160, prop::collection::vec(0usize..160, 0..6)),
            1..30,
        ),
    ) {
        let make = |(story, len, changed): &(usize, usize, Vec<usize>)| {
            // Few lengths, so that many are alike.
            made(version(&soup(*story, 8 + len / 40 * 40), changed))
        };
        let corpus: Vec<Made> = versions.iter().map(make).collect();
        // Below five words nothing but equal words is alike; here all are longer.
        let expected = counted(&corpus);
        let copies = find(&corpus);
        prop_assert_eq!(pairs_of(copies.groups()), expected.clone());
        let in_stories: BTreeSet<u32> = members(copies.stories()).concat().into_iter().collect();
        let alike: BTreeSet<u32> = expected.iter().flat_map(|(a, b)| [*a, *b]).collect();
        prop_assert_eq!(in_stories, alike, "each article that is like another has a story");
    }

    #[test]
    fn passages_are_what_equal_sentences_say(
        articles in prop::collection::vec(prop::collection::vec((0usize..12, 0usize..4), 1..8), 1..12),
    ) {
        // Sentences of 4 to 15 words; the second number says what stands after each.
        let sentence = |n: usize| format!("{}.", soup(n, 4 + n));
        let text = |article: &Vec<(usize, usize)>| {
            let parts = article.iter().map(|(n, gap)| {
                sentence(*n) + ["\n", "\n", " ", ""][*gap]
            });
            parts.collect::<String>()
        };
        let corpus: Vec<Made> = articles.iter().map(|a| made(text(a))).collect();
        let copies = find(&corpus);
        for (n, made) in (0u32..).zip(&corpus) {
            let doc = docs(&corpus)[n as usize];
            let got: BTreeMap<usize, Vec<u32>> = copies
                .passages(n, &doc)
                .into_iter()
                .map(|p| (p.paragraph, p.articles))
                .collect();
            for (index, paragraph) in made.paragraphs.iter().enumerate() {
                if !made.folds.paragraphs[index].is_empty() {
                    continue;
                }
                let own = &made.text[paragraph.bytes.clone()];
                let mut expected = Vec::new();
                for (other, article) in (0u32..).zip(&articles).filter(|(other, _)| *other != n) {
                    let theirs: BTreeSet<usize> = article.iter().map(|(n, _)| *n).collect();
                    let long = theirs.into_iter().filter(|n| 4 + n >= 8);
                    let times = |n: usize| own.matches(&sentence(n)).count();
                    if long.map(|n| times(n) * (4 + n)).sum::<usize>() * 2 >= count_words(own) {
                        expected.push(other);
                    }
                }
                prop_assert_eq!(got.get(&index).cloned().unwrap_or_default(), expected, "{}", own);
            }
        }
    }
}

#[test]
fn short_articles_are_alike_if_equal() {
    let corpus = ["مساء الخير", "مساءُ الخير!", "مساء الخير جميعا", "", " . "].map(made);
    let copies = find(&corpus);
    assert_eq!(members(copies.stories()), [[0, 1]]);
    assert_eq!(members(copies.groups()), [[0, 1]]);
    assert!(find(&[]).stories().is_empty());
}

#[test]
fn the_earliest_is_the_original() {
    let base = soup(1, 40);
    let corpus = [
        made(base.clone()),
        made(version(&base, &[3])).on(20),
        made(version(&base, &[30])).on(10),
        made(base.clone()).on(20),
    ];
    let copies = find(&corpus);
    let story = copies.story_of(0).expect("it has copies");
    let order: Vec<u32> = story.members.iter().map(|m| m.article).collect();
    assert_eq!(order, [2, 1, 3, 0], "as dated, then by place, undated last");
    assert!((story.members[0].similarity - 1.0).abs() < f32::EPSILON);
    assert!((story.members[2].similarity - 31.0 / 41.0).abs() < 1e-6);
    assert!((story.members[2].similarity - story.members[3].similarity).abs() < f32::EPSILON);
    assert!(copies.story_of(4).is_none());
}

/// The long version and the short one are like the agency's text and not like each other.
#[test]
fn groups_share_what_is_like_both() {
    let (a, b, c) = (soup(1, 60), soup(2, 40), soup(3, 40));
    let corpus = [format!("{b} {a}"), a.clone(), format!("{a} {c}")].map(made);
    let copies = find(&corpus);
    assert_eq!(members(copies.stories()), [[0, 1, 2]]);
    assert_eq!(members(copies.groups()), [[0, 1], [1, 2]]);
}

/// Two stories published often, and an article of the one that is like all of the other too.
#[test]
fn pairs_of_two_large_stories_are_in_groups() {
    let (p, q, r) = (soup(1, 100), soup(2, 100), soup(3, 100));
    let begins = |text: &str| text.split(' ').take(30).collect::<Vec<_>>().join(" ");
    let mut corpus = vec![
        made(format!("{p} {}", begins(&q))),
        made(format!("{p} {}", begins(&r))),
    ];
    for story in [&q, &r] {
        let versions = |n: usize| made(version(&format!("{p} {story}"), &[100 + n % 100]));
        corpus.extend((0..220).map(versions));
    }
    let copies = find(&corpus);
    let grouped = pairs_of(copies.groups());
    let alike = counted(&corpus);
    assert!(grouped.is_subset(&alike));
    for bridge in [0, 1] {
        let of = |pairs: &BTreeSet<(u32, u32)>| {
            let has = |(a, b): &&(u32, u32)| *a == bridge || *b == bridge;
            pairs.iter().filter(has).count()
        };
        assert!(of(&alike) > 200);
        assert_eq!(of(&grouped), of(&alike));
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let versions = |n: usize| made(version(&soup(n % 3, 60), &[n * 7, n * 5 + n / 3]));
    let corpus: Vec<Made> = (0..60).map(versions).collect();
    let reversed: Vec<Made> = (0..60).rev().map(versions).collect();
    let sets = |clusters: &[super::ArticleCluster], place: &dyn Fn(u32) -> u32| {
        let set = |c: Vec<u32>| c.into_iter().map(place).collect::<BTreeSet<u32>>();
        members(clusters)
            .into_iter()
            .map(set)
            .collect::<BTreeSet<_>>()
    };
    let (one, two) = (find(&corpus), find(&reversed));
    let (here, there) = (|n: u32| n, |n: u32| 59 - n);
    assert_eq!(sets(one.stories(), &here), sets(two.stories(), &there));
    assert_eq!(sets(one.groups(), &here), sets(two.groups(), &there));
}

#[test]
fn passages_stand_however_paragraphs_are_cut() {
    let (a, b, c) = (soup(1, 10) + ".", soup(2, 12) + ".", soup(3, 9) + ".");
    let new = soup(4, 30) + ".";
    let corpus = [
        made(format!("{a} {b}\n{c}\n{new}")),
        made(format!("{new}{a} {b} {c}")),
        made(format!("{a}\n{b}")),
        made(soup(5, 50)),
    ];
    let copies = find(&corpus);
    let found = copies.passages(0, &docs(&corpus)[0]);
    let got: Vec<_> = found
        .iter()
        .map(|p| (p.paragraph, p.articles.clone()))
        .collect();
    assert_eq!(got, [(0, vec![1, 2]), (1, vec![1]), (2, vec![1])]);
    let place = |passage: &str, n: usize| {
        let place = place_of(passage, corpus[n].article())?;
        corpus[n].text.get(place)
    };
    assert_eq!(
        place(&format!("{a} {b}"), 1),
        Some(format!("{a} {b}").as_str())
    );
    assert_eq!(
        place(&format!("{a} {b}"), 2),
        Some(format!("{a}\n{b}").as_str())
    );
    assert_eq!(place(&format!("جديد. {b} {c}"), 2), Some(b.as_str()));
    assert_eq!(place(&a, 3), None);
    assert_eq!(place("", 0), None);
}

#[test]
fn a_repeat_within_an_article_is_no_passage() {
    let a = soup(1, 14) + ".";
    let corpus = [made(format!("{a}\n{a}")), made(a.clone())];
    let copies = find(&corpus);
    let found = copies.passages(0, &docs(&corpus)[0]);
    assert_eq!(found.iter().map(|p| p.paragraph).collect::<Vec<_>>(), [0]);
}

/// What must not take long, whatever a corpus says.
#[test]
fn hostile_corpora() {
    let began = Instant::now();
    let one_word = find(&[made("كلمة ".repeat(20_000)), made("كلمة ".repeat(30_000))]);
    assert_eq!(members(one_word.stories()), [[0, 1]]);
    let equal: Vec<Made> = (0..1000).map(|_| made(soup(1, 60))).collect();
    let equal = find(&equal);
    assert_eq!(equal.stories().len(), 1);
    assert_eq!(equal.groups(), equal.stories());
    assert_eq!(equal.stories()[0].members.len(), 1000);
    let nearly: Vec<Made> = (0..600)
        .map(|n| made(version(&soup(1, 60), &[n])))
        .collect();
    let copies = find(&nearly);
    assert_eq!(members(copies.stories()).concat().len(), 600);
    assert_eq!(copies.stories().len(), 1, "one story published 600 times");
    let alike = counted(&nearly);
    let grouped = pairs_of(copies.groups());
    assert!(grouped.is_subset(&alike), "any two of a group are alike");
    assert!(3 * grouped.len() >= alike.len(), "few and large groups");
    let in_groups: BTreeSet<u32> = members(copies.groups()).concat().into_iter().collect();
    assert_eq!(in_groups.len(), 600);
    let boilerplate = soup(1, 40);
    let framed: Vec<Made> = (0..600)
        .map(|n| made(format!("{} {boilerplate}", soup(n + 2, 60))))
        .collect();
    assert!(
        find(&framed).stories().is_empty(),
        "what they share is a third"
    );
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
