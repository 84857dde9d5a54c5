//! From the beginning of a word to what it may become: the vocabulary decides.

use std::collections::HashMap;
use std::ops::Bound;

use tantivy::query::{ConstScoreQuery, DisjunctionMaxQuery, Query as Node, RangeQuery};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::engine::{IndexError, term};

const PREFIX_WEIGHT: f32 = 0.8;
/// So many of a prefix's most frequent words are scored; the rest count as found.
const EXPANSIONS: usize = 50;
const EXPANSION_REST: f32 = 0.1;

/// Adds the most frequent words that begin so, scored; and all others, found.
pub(super) fn expand(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
    nodes: &mut Vec<Box<dyn Node>>,
) -> Result<(), IndexError> {
    // Only the best of them counts: a text full of words that begin so is no better than one with
    // the word that was meant.
    let words = most_frequent(searcher, field, prefix)?;
    // Nor is a rare word better than a common one: all are as rare as the commonest of them.
    let rarity = |count: u32| rarity(u64::from(count), searcher.num_docs());
    let common = words.first().map_or(1.0, |(_, count)| rarity(*count));
    let scored = words
        .iter()
        .map(|(word, count)| term(field, word, PREFIX_WEIGHT * common / rarity(*count)));
    nodes.push(Box::new(DisjunctionMaxQuery::new(scored.collect())));
    let after = format!("{prefix}{}", char::MAX);
    let rest = RangeQuery::new(
        Bound::Included(Term::from_field_text(field, prefix)),
        Bound::Excluded(Term::from_field_text(field, &after)),
    );
    nodes.push(Box::new(ConstScoreQuery::new(
        Box::new(rest),
        EXPANSION_REST,
    )));
    Ok(())
}

fn most_frequent(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
) -> Result<Vec<(String, u32)>, IndexError> {
    let mut counts = HashMap::<Vec<u8>, u32>::new();
    let after = format!("{prefix}{}", char::MAX);
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let dictionary = inverted.terms();
        let mut words = dictionary.range().ge(prefix).lt(&after).into_stream()?;
        let mut best: Vec<(u32, Vec<u8>)> = Vec::new();
        while let Some((word, info)) = words.next() {
            // A word outside a segment's best hundred is hardly among the best fifty of all.
            if best.len() < 2 * EXPANSIONS {
                best.push((info.doc_freq, word.to_vec()));
            } else if let Some(least) = best.iter_mut().min_by_key(|b| b.0)
                && least.0 < info.doc_freq
            {
                *least = (info.doc_freq, word.to_vec());
            }
        }
        for (count, word) in best {
            *counts.entry(word).or_default() += count;
        }
    }
    let mut ranked: Vec<(Vec<u8>, u32)> = counts.into_iter().collect();
    ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ranked.truncate(EXPANSIONS);
    Ok(ranked
        .into_iter()
        .filter_map(|(word, count)| Some((String::from_utf8(word).ok()?, count)))
        .collect())
}

/// The inverse document frequency that BM25 uses.
fn rarity(count: u64, documents: u64) -> f32 {
    let others = documents.saturating_sub(count) as f32;
    (1.0 + (others + 0.5) / (count as f32 + 0.5)).ln()
}
