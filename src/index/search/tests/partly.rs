//! Hits with only some of the words, of which the best are asked for, beside all of them in order.

use super::super::earlier::EarlierSums;
use super::super::scores::Scores;
use super::*;
use crate::index::Partly;

/// Hits with every word by number, and the best with some of those that pass.
fn parted(
    searcher: &Searcher,
    hits: Vec<Hit>,
    count: usize,
    passes: &dyn Fn(u32) -> bool,
) -> (Vec<Hit>, Vec<Hit>) {
    let (mut complete, mut some): (Vec<Hit>, Vec<Hit>) =
        hits.into_iter().partition(|hit| hit.complete);
    complete.sort_unstable_by_key(|hit| hit.doc);
    some.retain(|hit| passes(hit.doc));
    some.sort_unstable_by(|a, b| searcher.better(a, b));
    some.truncate(count);
    (complete, some)
}

const QUERIES: [&str; 10] = [
    "بتج ب",
    "بتج تجب",
    "بتج ت بت",
    "بت* ت* ج",
    "ت ب",
    "بتجات م ت",
    "\"ت* ب*\" ج",
    "غغ ب",
    "ب غغغ",
    "title:ب ت",
];

#[test]
fn the_best_with_some_words_are_those_of_all_in_order() {
    let searcher = indexed();
    let keep = |doc: u32| doc % 7 != 2;
    let filters: [&dyn Fn(u32) -> bool; 4] = [
        &|_| true,
        &|doc| doc.is_multiple_of(3),
        &|doc| doc > 690,
        &|_| false,
    ];
    let mut some = 0;
    for query in QUERIES {
        let query = Query::parse(query, true);
        let stop = Stop::default();
        let all = searcher.search(&query, Forms::All, &keep, &stop).unwrap();
        for passes in filters {
            // Forms are counted in what is listed.
            let listed = |doc: u32| keep(doc) && passes(doc);
            let listed = searcher.search(&query, Forms::All, &listed, &stop).unwrap();
            for count in [0, 3, 40, 500] {
                let partly = Partly { count, passes };
                let found = searcher.search_partly(&query, Forms::All, &keep, Some(&partly), &stop);
                let found = found.unwrap();
                assert_eq!(found.words, listed.words, "{query:?}");
                let any = all.hits.iter().any(|hit| hit.complete && passes(hit.doc));
                // Where no document with every word passes, every other is asked for.
                let count = if any { count } else { usize::MAX };
                let found = parted(&searcher, found.hits, count, passes);
                let expected = parted(&searcher, all.hits.clone(), count, passes);
                assert_eq!(found, expected, "{query:?} {count}");
                some += usize::from(any && count > 0 && !expected.1.is_empty());
            }
        }
    }
    assert!(some > 40, "{some} answers are too few to compare");
}

#[test]
fn documents_beyond_those_in_order_are_found() {
    let searcher = indexed();
    for query in QUERIES {
        let plan = searcher.plan(&Query::parse(query, true), Forms::All);
        let (last, earlier) = plan.slots.split_last().unwrap();
        let mut space = searcher.memory.workspace(searcher.len(), &Stop::default());
        let mut scores = Scores::of_none(searcher.len());
        for slot in earlier {
            scores.add(&searcher.slot(slot, true, &mut space).unwrap());
        }
        let last = searcher.slot(last, true, &mut space).unwrap();
        let joined = |ordered: usize, count: usize| {
            let sums = EarlierSums::new(&searcher, scores.clone(), ordered);
            let passes = |doc: u32| doc.is_multiple_of(4);
            let partly = Partly {
                count,
                passes: &passes,
            };
            let clauses = plan.slots.len();
            let hits = searcher.joined(&sums, &last, clauses, &|_| true, Some(&partly));
            parted(&searcher, hits, count, &passes)
        };
        for count in [1, 4, 20, 50] {
            let expected = joined(usize::MAX, count);
            for ordered in [1, 5, 30, 90] {
                assert_eq!(
                    joined(ordered, count),
                    expected,
                    "{query} {ordered} {count}"
                );
            }
        }
    }
}
