//! The index as a whole: documents in, answers out.

use std::cmp::Reverse;

use super::forms::FormKind;
use super::*;
use crate::corpus::Stop;
use proptest::prelude::*;

/// Documents of (number, title, text), committed together; the numbers are in order from 0.
type Batch<'a> = &'a [(u32, &'a str, &'a str)];

fn indexed(batches: &[Batch]) -> Searcher {
    let mut writer = Writer::new();
    let mut searcher = writer.commit().expect("committed");
    let mut added = 0;
    for batch in batches {
        for (number, title, text) in *batch {
            assert_eq!(*number as usize, added);
            writer.add(title, text).expect("added");
            added += 1;
        }
        searcher = writer.commit().expect("committed");
    }
    searcher
}

/// Documents without titles, numbered from 0.
fn of(texts: &[&str]) -> Searcher {
    let batch: Vec<(u32, &str, &str)> = (0..).zip(texts).map(|(n, text)| (n, "", *text)).collect();
    indexed(&[&batch])
}

fn ask(searcher: &Searcher, query: &str, typing: bool, forms: Forms) -> IndexAnswer {
    let query = Query::parse(query, typing);
    let mut answer = searcher
        .search(&query, forms, &|_| true, &Stop::default())
        .expect("the index answers");
    answer.hits.sort_by(|a, b| {
        let better = b.score.total_cmp(&a.score);
        (Reverse(a.complete))
            .cmp(&Reverse(b.complete))
            .then(better)
            .then(a.doc.cmp(&b.doc))
    });
    answer
}

/// The complete answers, the best first.
fn complete(searcher: &Searcher, query: &str) -> Vec<u32> {
    let hits = ask(searcher, query, false, Forms::All).hits;
    hits.iter()
        .filter(|hit| hit.complete)
        .map(|hit| hit.doc)
        .collect()
}

/// The complete answers while the last word is being typed.
fn while_typing(searcher: &Searcher, query: &str) -> Vec<u32> {
    let hits = ask(searcher, query, true, Forms::All).hits;
    hits.iter()
        .filter(|hit| hit.complete)
        .map(|hit| hit.doc)
        .collect()
}

/// All that was found, the best first.
fn ranked(searcher: &Searcher, query: &str) -> Vec<u32> {
    ask(searcher, query, false, Forms::All)
        .hits
        .iter()
        .map(|hit| hit.doc)
        .collect()
}

fn sorted(mut documents: Vec<u32>) -> Vec<u32> {
    documents.sort_unstable();
    documents
}

#[track_caller]
fn check_ranked(texts: &[&str], query: &str, expected: &[u32]) {
    assert_eq!(ranked(&of(texts), query), expected, "{query}");
}

#[track_caller]
fn check_complete(texts: &[&str], query: &str, expected: &[u32]) {
    assert_eq!(sorted(complete(&of(texts), query)), expected, "{query}");
}

#[track_caller]
fn check_typing(texts: &[&str], query: &str, expected: &[u32]) {
    assert_eq!(sorted(while_typing(&of(texts), query)), expected, "{query}");
}

mod language;
mod ranking;
mod segments;
mod struck;
