//! Does the light fall on the forms of the words asked for, and on nothing else?
//!
//! Random queries over random articles of `demo-corpus` (of `FIHRIST_TEST_CORPUS`, where it is set),
//! the same on every run. What should light is worked out a second way, without the index and its
//! lexicon: every word of the corpus is compared with every word of the query under the keys of
//! [`fihrist::analysis`]. Harakat and tatweel are strewn over the articles; they change nothing.

mod oracle;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use fihrist::analysis;
use fihrist::index::Forms;
use fihrist::library::{self, ArticleNo, Library, Request, SearchResult, Sort};
use fihrist::query::WordScope;

use crate::support::demo_corpus;
use oracle::Oracle;

/// Queries with an article: one that answers, and one drawn blindly.
const PAIRS: usize = 2_000;

#[test]
fn every_form_lights_and_nothing_else_does() {
    let path = std::env::var_os("FIHRIST_TEST_CORPUS").map_or_else(demo_corpus, Into::into);
    let library = library::open(&[path]).expect("the corpus can be indexed");
    let oracle = Oracle::of(&library);
    let mut random = Random(5);
    let (mut pairs, mut spans, mut lit) = (0, 0, 0);
    while pairs < PAIRS {
        let asked = random.request(&library);
        let found = library.search(&asked).expect("the index answers");
        let answer = found
            .hits
            .get(random.below(found.answers))
            .map(|hit| hit.doc as usize);
        for article in answer.into_iter().chain([random.below(library.len())]) {
            let lights = check(&(&library, &oracle), (&asked, &found), article, &mut random);
            pairs += 1;
            spans += lights;
            lit += usize::from(lights > 0);
        }
    }
    println!("{pairs} pairs, {lit} of them with light, {spans} spans");
    // Otherwise nothing was tested.
    assert!(lit > PAIRS / 4, "{lit} articles lit");
}

/// Compares what lights in one article with what should; how many spans light.
fn check(
    (library, oracle): &(&Arc<Library>, &Oracle),
    (asked, found): (&Request, &SearchResult),
    article: usize,
    random: &mut Random,
) -> usize {
    let no = ArticleNo(u32::try_from(article).expect("few articles"));
    let text = &library
        .get(no)
        .expect("it was drawn from there")
        .article
        .text;
    let strewn = random.strewn(text);
    let query = library.parse(&asked.text, asked.typing);
    let words = spelled(text);
    let dressed = spelled(&strewn);
    let spellings: Vec<&str> = words.iter().map(|(_, s)| s.as_str()).collect();
    assert!(
        dressed.iter().map(|(_, s)| s).eq(spellings.iter()),
        "marks made other words"
    );
    let expected = oracle.lights(&query, asked.forms, &spellings);
    for (text, words) in [(text, &words), (&strewn, &dressed)] {
        let lights = found.matcher.spans(text);
        let whole: Vec<Range<usize>> = expected.iter().map(|at| words[*at].0.clone()).collect();
        let shown = |spans: &[Range<usize>]| -> Vec<String> {
            spans
                .iter()
                .map(|s| {
                    text.get(s.clone())
                        .expect("a span lies on char borders")
                        .to_owned()
                })
                .collect()
        };
        assert!(
            lights == whole,
            "{asked:?}\nlights {:?}\nshould {:?}",
            shown(&lights),
            shown(&whole)
        );
    }
    // Of a word looked for in titles, the forms in titles alone are counted.
    if query.words().all(|word| word.scope == WordScope::Anywhere) {
        is_listed(found, no, expected.iter().map(|at| spellings[*at]));
    }
    expected.len()
}

/// What lights in an article that answers is among the forms shown, where all are shown.
fn is_listed<'a>(found: &SearchResult, no: ArticleNo, lights: impl Iterator<Item = &'a str>) {
    let answers = found
        .hits
        .iter()
        .take(found.answers)
        .any(|hit| hit.doc == no.0);
    if !answers || found.loosened || found.words.iter().any(|word| word.others > 0) {
        return;
    }
    let forms = found.words.iter().flat_map(|word| &word.forms);
    let listed: BTreeSet<&str> = forms.map(|form| form.spelling.as_str()).collect();
    for spelling in lights {
        assert!(
            listed.contains(spelling),
            "{spelling} lights, but is not among {listed:?}"
        );
    }
}

fn spelled(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    analysis::words(text, |bytes, spelling| {
        out.push((bytes, spelling.to_owned()));
    });
    out
}

/// The same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// Words of an article, as somebody may ask for them.
    fn request(&mut self, library: &Library) -> Request {
        let words = loop {
            let no = ArticleNo(u32::try_from(self.below(library.len())).expect("few articles"));
            let entry = library.get(no).expect("it is below the number of articles");
            let words = spelled(&entry.article.text);
            if !words.is_empty() {
                break words;
            }
        };
        let count = 1 + self.below(4);
        let text = if self.one_in(5) {
            let from = self.below(words.len());
            let run: Vec<&str> = words
                .iter()
                .skip(from)
                .take(count)
                .map(|(_, s)| s.as_str())
                .collect();
            format!("\"{}\"", run.join(" "))
        } else {
            let some: Vec<String> = (0..count)
                .map(|_| {
                    let at = self.below(words.len());
                    self.written(&words[at].1)
                })
                .collect();
            some.join(" ")
        };
        Request {
            text,
            typing: self.one_in(3),
            forms: [Forms::All, Forms::All, Forms::Word, Forms::Exact][self.below(4)],
            sort: Sort::Relevance,
            ..Request::default()
        }
    }

    /// A word as it stands, or with something done to it.
    fn written(&mut self, word: &str) -> String {
        let letters = word.chars().count();
        let cut = |keep: usize| word.chars().take(keep.max(1)).collect::<String>();
        match self.below(14) {
            0 => format!("={word}"),
            1 => format!("{}*", cut(self.below(letters + 1))),
            2 => format!("ال{word}"),
            3 => format!("و{word}"),
            4 => cut(letters - self.below(letters)),
            5 => word.replace(['أ', 'إ', 'آ'], "ا").replace('ة', "ه"),
            6 => format!("-{word}"),
            7 => format!("عنوان:{word}"),
            8 => format!("{word} ~{}", 1 + self.below(4)),
            9 => format!("{word} أو"),
            10 => format!("{word}ين"),
            _ => word.to_owned(),
        }
    }

    /// The text with harakat and tatweel after some of its Arabic letters.
    fn strewn(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            out.push(letter);
            if !is_letter(letter) {
                continue;
            }
            if self.one_in(4) {
                out.push(['\u{64E}', '\u{64F}', '\u{650}', '\u{651}', '\u{652}'][self.below(5)]);
            }
            if letters.peek().is_some_and(|next| is_letter(*next)) && self.one_in(6) {
                out.push('\u{640}');
            }
        }
        out
    }
}

fn is_letter(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}')
}
