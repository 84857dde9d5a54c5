//! A corpus that changes again and again in, the furniture of all of it out: found anew, and from what was found
//! before.

use proptest::prelude::*;

use super::{body, lines};
use crate::corpus::article::Paragraph;
use crate::dedup::ArticleText;
use crate::dedup::across::chrome::{
    ArticleMarks, EarlierFurniture, GoneArticle, Sourced, SourcedArticles, find, update,
};

/// Lines of every kind; a sentence is furniture where it stands in very many articles.
const LINES: [&str; 9] = [
    "salma@example.com",
    "سعاد الخطيب – الميناء",
    "خاص بصحيفة الميناء",
    "رأيك يهم المحررين",
    "مشاهد من الافتتاح",
    "هذه الصفحة مما جمعه أرشيف الصحيفة من أعداد سابقة.",
    "وكانت العاصفة قد ضربت الساحل مطلع الأسبوع وألحقت أضرارا بالمزارع.",
    "آلاف الدينار ملايين الصيف",
    "وأضاف المتحدث:",
];

/// An article of a source; the last has no name.
#[derive(Clone, Debug)]
struct TestArticle {
    source: &'static str,
    text: String,
    paragraphs: Vec<Paragraph>,
}

impl TestArticle {
    fn new(source: usize, text: String) -> TestArticle {
        TestArticle {
            source: ["الميناء", "الساحل", ""][source],
            paragraphs: lines(&text),
            text,
        }
    }

    fn sourced(&self) -> Sourced<'_> {
        let article = ArticleText {
            title: None,
            text: &self.text,
            paragraphs: &self.paragraphs,
        };
        Sourced::new(self.source, article)
    }
}

/// What was found of one article.
type Found = (ArticleMarks, Vec<u32>);

/// What was found before, by place now.
struct EarlierFound {
    found: Vec<Option<Found>>,
    gone: Vec<GoneArticle>,
}

impl EarlierFurniture for EarlierFound {
    fn marks(&self, article: u32) -> Option<&ArticleMarks> {
        let found = self.found.get(article as usize)?.as_ref();
        found.map(|(marks, _)| marks)
    }

    fn furniture(&self, article: u32) -> &[u32] {
        let found = self.found.get(article as usize).and_then(Option::as_ref);
        found.map_or(&[], |(_, furniture)| furniture)
    }

    fn gone(&self) -> &[GoneArticle] {
        &self.gone
    }
}

/// What a search in all articles finds, by article.
fn found_anew(articles: &dyn SourcedArticles) -> Vec<Found> {
    let found = find(articles);
    let mut by_article: Vec<Found> = found.marks.into_iter().map(|m| (m, Vec::new())).collect();
    for line in found.paragraphs {
        by_article[line.article as usize].1.push(line.paragraph);
    }
    by_article
}

fn found_again(articles: &dyn SourcedArticles, earlier: &EarlierFound) -> Vec<Found> {
    let mut found = earlier.found.clone();
    for changed in update(articles, earlier) {
        found[changed.article as usize] = Some((changed.marks, changed.furniture));
    }
    found.into_iter().map(Option::unwrap).collect()
}

/// An article goes, one comes, or one comes instead of another.
#[derive(Clone, Debug)]
struct ArticleChange {
    at: usize,
    removed: bool,
    added: Option<TestArticle>,
}

fn article() -> impl Strategy<Value = TestArticle> {
    let line = || 0..LINES.len();
    // Bodies are few, so that some articles are published again.
    let parts = (
        prop::collection::vec(line(), 0..2),
        0..40_usize,
        prop::collection::vec(line(), 0..4),
    );
    (prop::sample::select(vec![0, 0, 0, 1, 2]), parts).prop_map(|(source, (head, own, tail))| {
        let head = head.iter().map(|line| LINES[*line].to_owned());
        let tail = tail.iter().map(|line| LINES[*line].to_owned());
        let all: Vec<String> = head.chain([body(own)]).chain(tail).collect();
        TestArticle::new(source, all.join("\n"))
    })
}

fn change() -> impl Strategy<Value = ArticleChange> {
    let added = prop::option::of(article());
    (0..1000_usize, any::<bool>(), added).prop_map(|(at, removed, added)| ArticleChange {
        at,
        removed,
        added,
    })
}

/// Carries a change out; what is known of the articles moves with them.
fn carry_out(change: &ArticleChange, articles: &mut Vec<TestArticle>, earlier: &mut EarlierFound) {
    let at = change.at % (articles.len() + 1);
    if change.removed && at < articles.len() {
        let gone = articles.remove(at);
        if earlier.found.remove(at).is_some() {
            let lines = vec![gone.sourced()].lines(0).to_vec();
            let source = gone.source.to_owned();
            earlier.gone.push(GoneArticle { source, lines });
        }
    }
    if let Some(added) = &change.added {
        articles.insert(at, added.clone());
        earlier.found.insert(at, None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn after_changes_all_is_as_if_found_anew(
        first in prop::collection::vec(article(), 0..70),
        changes in prop::collection::vec(prop::collection::vec(change(), 1..6), 1..6),
    ) {
        let mut articles = first;
        let mut known = found_anew(&articles.iter().map(TestArticle::sourced).collect::<Vec<_>>());
        for changes in changes {
            let mut earlier = EarlierFound {
                found: known.into_iter().map(Some).collect(),
                gone: Vec::new(),
            };
            for change in &changes {
                carry_out(change, &mut articles, &mut earlier);
            }
            let sourced: Vec<_> = articles.iter().map(TestArticle::sourced).collect();
            known = found_again(&sourced, &earlier);
            prop_assert_eq!(&known, &found_anew(&sourced));
        }
    }
}

/// How frequent a sentence must be depends on how many articles the source has: one more may be one too many.
#[test]
fn a_source_that_grows_needs_more_of_a_sentence() {
    let sentence = "هذه الصفحة مما جمعه أرشيف الصحيفة من أعداد سابقة.";
    let text = |n: usize| {
        let own = format!("خبر {n} عن سوق رقم {n} في المدينة {n} وعن حديقة {n} إلى جانب السوق {n}");
        if n < 26 {
            format!("{own}\n{sentence}")
        } else {
            own
        }
    };
    let articles: Vec<_> = (0..13_500).map(|n| TestArticle::new(0, text(n))).collect();
    let sourced: Vec<_> = articles.iter().map(TestArticle::sourced).collect();
    let before = found_anew(&sourced[..13_499].to_vec());
    assert_eq!(before[0].1, [1], "26 of 13,499");
    let found = before.into_iter().map(Some).chain([None]).collect();
    let gone = Vec::new();
    let known = found_again(&sourced, &EarlierFound { found, gone });
    assert_eq!(known[0].1, [0; 0], "26 of 13,500");
    assert!(known == found_anew(&sourced));
}

/// A change costs what it touches: articles without a line of it are not read.
#[test]
fn other_lines_are_not_judged_again() {
    let text = |n: usize| format!("{}\n{}", body(n), LINES[n % 3]);
    let articles: Vec<_> = (0..60).map(|n| TestArticle::new(0, text(n))).collect();
    let sourced: Vec<_> = articles.iter().map(TestArticle::sourced).collect();
    let before = found_anew(&sourced[..59].to_vec());
    let reads = || super::super::line_context::READ.with(std::cell::Cell::get);
    let began = reads();
    let found = before.into_iter().map(Some).chain([None]).collect();
    let gone = Vec::new();
    let known = found_again(&sourced, &EarlierFound { found, gone });
    assert_eq!(reads() - began, 8, "articles read");
    assert!(known == found_anew(&sourced));
}
