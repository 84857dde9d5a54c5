//! The best hits in, the same with those favoured where words of the query stand together.

use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::{Layer, WordNo};
use super::{Hit, Plan, PlannedItem};
use crate::query::WordScope;

/// Most hits, the best first, whose positions are read; bounds the time.
pub(super) const MAX_READ_HITS: usize = 200;
/// Most words between two that stand together.
const MAX_BETWEEN: u32 = 3;
/// Share of the two words' rarity that standing side by side adds.
const PROXIMITY_WEIGHT: f32 = 0.25;

/// Adds to the scores of the best hits; the order of `hits` changes.
pub(super) fn favour(searcher: &Searcher, plan: &Plan, hits: &mut [Hit]) -> Result<(), IndexError> {
    let words: Vec<Option<&[WordNo]>> = plan.slots.iter().map(|slot| plain(slot)).collect();
    if words.len() < 2 || words.windows(2).all(|pair| pair.contains(&None)) {
        return Ok(());
    }
    if hits.len() > MAX_READ_HITS {
        hits.select_nth_unstable_by(MAX_READ_HITS, |a, b| searcher.better(a, b));
    }
    let looked_at = hits.len().min(MAX_READ_HITS);
    let Some(hits) = hits.get_mut(..looked_at) else {
        return Ok(());
    };
    let positions = positions(searcher, &words, hits)?;
    for pair in 1..words.len() {
        let (Some(first), Some(second)) = (words[pair - 1], words[pair]) else {
            continue;
        };
        let rarity =
            searcher.rarity(count(searcher, first)) + searcher.rarity(count(searcher, second));
        for (nth, hit) in hits.iter_mut().enumerate() {
            let at = |word: usize| {
                positions
                    .get(word * looked_at + nth)
                    .map_or(&[][..], Vec::as_slice)
            };
            if let Some(apart) = least_apart(at(pair - 1), at(pair)).filter(|a| *a <= MAX_BETWEEN) {
                hit.score += PROXIMITY_WEIGHT * rarity / (1.0 + apart as f32);
            }
        }
    }
    Ok(())
}

/// The word itself, where a slot is a word and nothing else.
fn plain(slot: &[PlannedItem]) -> Option<&[WordNo]> {
    match slot {
        [PlannedItem::Word(word)] if word.scope == WordScope::Anywhere => {
            Some(word.known.expansion.layer(Layer::Surface))
        }
        _ => None,
    }
}

fn count(searcher: &Searcher, spellings: &[WordNo]) -> usize {
    let counts = spellings
        .iter()
        .map(|w| searcher.lexicon.count(*w) as usize);
    counts.sum()
}

/// Positions of each word in each hit, in order: those of the first word in all hits, then those of
/// the second.
fn positions(
    searcher: &Searcher,
    words: &[Option<&[WordNo]>],
    hits: &[Hit],
) -> Result<Vec<Vec<u32>>, IndexError> {
    let mut places: Vec<(u32, usize)> = hits.iter().map(|hit| hit.doc).zip(0..).collect();
    places.sort_unstable();
    let among = searcher.among(&places.iter().map(|(doc, _)| *doc).collect::<Vec<_>>());
    let mut out: Vec<Vec<u32>> = vec![Vec::new(); words.len() * hits.len()];
    for (word, spellings) in words.iter().enumerate() {
        let Some(spellings) = spellings else {
            continue;
        };
        searcher.standing(spellings, WordScope::Anywhere, &among, &mut |doc, at| {
            let place = places.binary_search_by_key(&doc, |(doc, _)| *doc).ok();
            if let Some(&(_, nth)) = place.and_then(|place| places.get(place)) {
                out[word * hits.len() + nth].extend(at);
            }
        })?;
    }
    for at in &mut out {
        at.sort_unstable();
    }
    Ok(out)
}

/// How many words stand between the nearest two, in the order of the query; one more if reversed.
fn least_apart(first: &[u32], second: &[u32]) -> Option<u32> {
    let mut least = None;
    let mut next = 0;
    for &at in first {
        while second.get(next).is_some_and(|s| *s <= at) {
            next += 1;
        }
        let after = second.get(next).map(|s| s - at - 1);
        let before = next
            .checked_sub(1)
            .and_then(|i| second.get(i))
            .map(|s| at - s);
        for apart in [after, before].into_iter().flatten() {
            least = Some(least.map_or(apart, |l: u32| l.min(apart)));
        }
    }
    least
}
