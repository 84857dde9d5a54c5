//! Half-typed words answered the plain way, every word that they may become looked at one by one.

mod partly;
mod phrases;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::engine::Writer;
use super::super::lexicon::WordNo;
use super::super::{FormCount, Forms, Hit, IndexAnswer, Searcher};
use super::completion::MAX_SCORED;
use super::workspace::TIE;
use super::{Closeness, KnownWord, MAX_COMMON, PlannedItem, PlannedWord, Scored};
use crate::corpus::Stop;
use crate::query::{Query, WordScope};

const DOCUMENTS: u32 = 700;
/// The score of a document that only holds a word beyond the most frequent ones.
const FOUND_SCORE: f32 = 0.05;

/// The same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Documents of words of three letters, so that hundreds begin alike and few are frequent; in
/// several segments.
fn indexed() -> Searcher {
    let letters: Vec<char> = "بتجدرسشعفقكلمنهوي".chars().collect();
    let mut random = Random(11);
    let mut writer = Writer::new();
    for doc in 0..DOCUMENTS {
        let mut words = |count: usize| {
            let word = |random: &mut Random| -> String {
                let rare = [17, 17, 17].map(|end| letters[random.below(end)]);
                let frequent = [3, 4, 3].map(|end| letters[random.below(end)]);
                let before = ["", "", "ال", "و", "وال"][random.below(5)];
                let letters = if random.below(3) == 0 { frequent } else { rare };
                let last = ["", "", "ات", "ية"][random.below(4)];
                format!("{before}{}{last}", String::from_iter(letters))
            };
            let words: Vec<String> = (0..count).map(|_| word(&mut random)).collect();
            words.join(" ")
        };
        let (title, text) = (words(3), words(25));
        writer.add(&title, &text).unwrap();
        if doc % 150 == 149 {
            writer.commit().unwrap();
        }
    }
    writer.commit().unwrap()
}

/// Everything that a word may become, the most frequent first.
fn continuations(searcher: &Searcher, word: &PlannedWord) -> Vec<Vec<WordNo>> {
    let lexicon = &searcher.lexicon;
    let mut words: BTreeMap<(usize, String), Vec<WordNo>> = BTreeMap::new();
    for spelling in lexicon.in_order(0..lexicon_size(searcher)) {
        let surface = lexicon.surface(*spelling);
        let beginnings = word.known.beginnings.iter().flat_map(|b| &b.0);
        let begun = beginnings.enumerate();
        for (nth, _) in begun.filter(|(_, b)| surface.starts_with(b.as_str())) {
            let word = words.entry((nth, surface.to_owned())).or_default();
            word.push(*spelling);
        }
    }
    let mut words: Vec<Vec<WordNo>> = words.into_values().collect();
    words.sort_by_key(|words| Reverse(count(searcher, words)));
    words
}

/// How many articles hold each of some spellings, added up.
fn count(searcher: &Searcher, spellings: &[WordNo]) -> u32 {
    spellings.iter().map(|w| searcher.lexicon.count(*w)).sum()
}

/// What is there of a word that is being typed, with everything it may become.
fn exhaustive(searcher: &Searcher, word: &PlannedWord) -> BTreeMap<u32, Scored> {
    let known = &word.known;
    let whole = KnownWord::unfinished_no_more(known);
    let typed = PlannedWord {
        known: Arc::new(whole),
        ..word.clone()
    };
    let mut space = searcher.memory.workspace(searcher.len(), &Stop::default());
    let typed = searcher.word(&typed, &mut space).unwrap();
    let weight = if known.beginnings.is_some() { 0.5 } else { 1.0 };
    let mut all: BTreeMap<u32, Scored> = BTreeMap::new();
    typed.each(|scored| {
        let score = weight * scored.score;
        all.insert(scored.doc, Scored { score, ..*scored });
    });
    if known.beginnings.is_none() {
        return all;
    }
    let words = continuations(searcher, word);
    let most = words
        .first()
        .map_or(0, |word| count(searcher, word) as usize);
    for (nth, spellings) in words.iter().enumerate() {
        let mut times: BTreeMap<u32, u32> = BTreeMap::new();
        for spelling in spellings {
            let add = |doc, more| *times.entry(doc).or_default() += more;
            searcher.each(*spelling, word.scope, add).unwrap();
        }
        let rarity = searcher.rarity(times.len().max(most));
        for (doc, times) in times {
            let nothing = Scored {
                doc,
                score: 0.0,
                close: Closeness::Hint,
            };
            let all = all.entry(doc).or_insert(nothing);
            if nth < MAX_SCORED {
                let score = 0.8 * rarity * searcher.saturation(doc, times);
                all.score = all.score.max(score) + TIE * all.score.min(score);
            } else if all.score == 0.0 {
                all.score = FOUND_SCORE;
            }
            all.close = Closeness::Found;
        }
    }
    all
}

fn lexicon_size(searcher: &Searcher) -> usize {
    let mut size = 0;
    while !searcher.lexicon.spelling(size).is_empty() {
        size += 1;
    }
    usize::try_from(size).unwrap()
}

/// Hits in order of their documents, the plain way.
fn plain(searcher: &Searcher, query: &str, forms: Forms, keep: &dyn Fn(u32) -> bool) -> Vec<Hit> {
    let plan = searcher.plan(&Query::parse(query, true), forms);
    let mut sums: BTreeMap<u32, (f32, usize, bool)> = BTreeMap::new();
    for slot in &plan.slots {
        let [PlannedItem::Word(word)] = slot.as_slice() else {
            panic!("{query}: only words are compared");
        };
        for scored in exhaustive(searcher, word).values() {
            let (sum, found, answers) = sums.entry(scored.doc).or_default();
            *sum += scored.score.max(f32::MIN_POSITIVE);
            *found += usize::from(scored.close == Closeness::Found);
            *answers |= scored.close != Closeness::Hint;
        }
    }
    let hits = sums.into_iter().filter(|(doc, sum)| sum.2 && keep(*doc));
    let hit = |(doc, (score, found, _))| Hit {
        doc,
        score,
        complete: found == plan.slots.len(),
    };
    hits.map(hit).collect()
}

/// The forms of the last word, counted one by one.
fn plain_forms(searcher: &Searcher, query: &str, hits: &[Hit]) -> (Vec<FormCount>, usize, usize) {
    let plan = searcher.plan(&Query::parse(query, true), Forms::All);
    let Some([PlannedItem::Word(word)]) = plan.slots.last().map(Vec::as_slice) else {
        panic!("{query}: only words are compared");
    };
    let lexicon = &searcher.lexicon;
    let answers = searcher.answering(word);
    let mut all: Vec<WordNo> = answers;
    all.sort_by_key(|w| (Reverse(lexicon.count(*w)), lexicon.spelling(*w).to_owned()));
    let others = all.len().saturating_sub(MAX_COMMON);
    all.truncate(MAX_COMMON);
    let complete = hits.iter().any(|hit| hit.complete);
    let found = hits.iter().filter(|hit| hit.complete || !complete);
    let found: BTreeSet<u32> = found.map(|hit| hit.doc).collect();
    let mut held = BTreeSet::new();
    let mut forms = Vec::new();
    for spelling in all {
        let mut articles = 0;
        let count = |doc, _| {
            if found.contains(&doc) {
                held.insert(doc);
                articles += 1;
            }
        };
        searcher.each(spelling, word.scope, count).unwrap();
        if articles > 0 {
            forms.push(FormCount {
                spelling: lexicon.spelling(spelling).into(),
                articles,
                kind: crate::index::forms::FormKind::Begun,
            });
        }
    }
    (forms, others, held.len())
}

fn asked(
    searcher: &Searcher,
    query: &str,
    forms: Forms,
    keep: &dyn Fn(u32) -> bool,
) -> IndexAnswer {
    let query = Query::parse(query, true);
    let answer = searcher.search(&query, forms, keep, &Stop::default());
    let mut answer = answer.unwrap();
    answer.hits.sort_unstable_by_key(|hit| hit.doc);
    answer
}

#[test]
fn every_article_with_any_continuation_is_found_and_counted() {
    let searcher = indexed();
    let begun = searcher.lexicon.beginning_with("ب").len();
    assert!(begun > 600, "{begun} words are too few to be cut off");
    let all = |_| true;
    let third = |doc: u32| doc.is_multiple_of(3);
    let filters: [&dyn Fn(u32) -> bool; 2] = [&all, &third];
    let queries = [
        "ب",
        "بت",
        "ال",
        "الب",
        "و",
        "وب",
        "وا",
        "ت",
        "تج",
        "ي",
        "بتج ب",
        "بتج د",
        "جبب والس",
        "ب ت",
        "بتجات م",
        "title:ب",
        "title:بت",
        "بتج title:ت",
        "غغ",
        "ن بتج",
    ];
    // Asked twice: the second time from what was kept of the first.
    for (query, forms) in queries
        .iter()
        .chain(&queries)
        .flat_map(|query| [Forms::All, Forms::Word, Forms::Exact].map(|forms| (*query, forms)))
    {
        for keep in filters {
            let answer = asked(&searcher, query, forms, keep);
            let expected = plain(&searcher, query, forms, keep);
            assert_eq!(answer.hits, expected, "{query} {forms:?}");
            if forms == Forms::All && query != "غغ" {
                let words = answer.words.last().unwrap();
                let (mut forms, others, articles) = plain_forms(&searcher, query, &expected);
                let mut counted = words.forms.clone();
                for form in &mut counted {
                    form.kind = forms[0].kind;
                }
                for forms in [&mut forms, &mut counted] {
                    forms.sort_by(|a, b| a.spelling.cmp(&b.spelling));
                }
                assert_eq!(counted, forms, "{query}");
                assert_eq!(
                    (words.others, words.articles),
                    (others, articles),
                    "{query}"
                );
            }
        }
    }
}

#[test]
fn a_stopped_search_leaves_nothing_behind() {
    let searcher = indexed();
    let fresh = indexed();
    let stop = Stop::default();
    stop.now();
    for query in ["ب", "بتج ب", "\"بتج ب\" ت", "-بتج ب"] {
        let parsed = Query::parse(query, true);
        assert!(
            searcher
                .search(&parsed, Forms::All, &|_| true, &stop)
                .is_err()
        );
        let all = |_| true;
        assert_eq!(
            asked(&searcher, query, Forms::All, &all).hits,
            asked(&fresh, query, Forms::All, &all).hits
        );
    }
}

#[test]
fn a_title_is_searched_for_all_that_a_word_may_become() {
    let searcher = indexed();
    let all = |_| true;
    let in_titles = asked(&searcher, "title:ب", Forms::All, &all);
    let mut expected = BTreeSet::new();
    for spelling in searcher.lexicon.beginning_with("ب") {
        let add = |doc, _| {
            expected.insert(doc);
        };
        searcher.each(*spelling, WordScope::Title, add).unwrap();
    }
    let found: BTreeSet<u32> = in_titles.hits.iter().map(|hit| hit.doc).collect();
    assert!(expected.is_subset(&found));
}

#[test]
fn letters_are_looked_up_before_they_are_typed() {
    let searcher = indexed();
    let letters = searcher.first_letters();
    let all = searcher.lexicon.in_order(0..lexicon_size(&searcher)).iter();
    let first = all.filter_map(|word| searcher.lexicon.surface(*word).chars().next());
    let first: BTreeSet<String> = first.map(String::from).collect();
    assert_eq!(letters.iter().cloned().collect::<BTreeSet<_>>(), first);
    assert_eq!(letters.len(), first.len(), "each once");
    let count = |letter: &String| searcher.lexicon.beginning_with(letter).len();
    assert!(letters.is_sorted_by_key(|letter| Reverse(count(letter))));
    let asks = std::cell::Cell::new(0);
    let twice = || {
        asks.set(asks.get() + 1);
        asks.get() <= 2
    };
    searcher.warm_up(&twice).unwrap();
    assert_eq!(asks.get(), 3, "it ends once it is to");
    searcher.warm_up(&|| true).unwrap();
    let fresh = indexed();
    let all = |_| true;
    for letter in &letters {
        let hits = asked(&searcher, letter, Forms::All, &all).hits;
        assert_eq!(
            hits,
            asked(&fresh, letter, Forms::All, &all).hits,
            "{letter}"
        );
    }
}
