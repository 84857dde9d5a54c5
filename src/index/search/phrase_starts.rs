//! Where phrases may begin: a bit for every place of a document.
//!
//! A word that is being typed stands in millions of places. Whether a phrase may begin before one of them is one
//! look at a bit.

use std::thread;

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::WordNo;
use super::begun::BLOCK_SPELLINGS;
use super::workspace::Workspace;
use crate::query::WordScope;

/// Bits of one part.
const PART_BITS: usize = u64::BITS as usize;
/// Documents from which on two threads look for the next word of a phrase: in fewer it is sooner found than one is
/// started.
const MIN_SHARED_DOCUMENTS: usize = 4096;
/// Threads that look for it.
const THREADS: usize = 2;

/// Where phrases may begin.
pub(super) struct PhraseStarts {
    /// By document, the bit of its first place; one more at the end.
    firsts: Vec<usize>,
    bits: Vec<u64>,
}

impl PhraseStarts {
    /// From documents and places in them, in any order.
    pub(super) fn new(documents: usize, all: &[(u32, u32)]) -> PhraseStarts {
        let mut firsts = vec![0; documents + 1];
        for (doc, start) in all {
            if let Some(places) = firsts.get_mut(*doc as usize + 1) {
                *places = (*places).max(*start as usize + 1);
            }
        }
        let mut sum = 0;
        for places in &mut firsts {
            sum += *places;
            *places = sum;
        }
        let bits = vec![0; sum.div_ceil(PART_BITS)];
        let mut starts = PhraseStarts { firsts, bits };
        for (doc, start) in all {
            if let Some(bit) = starts.bit(*doc, *start) {
                starts.set(bit);
            }
        }
        starts
    }

    /// The bits of a document.
    fn own(&self, doc: u32) -> std::ops::Range<usize> {
        let first = |at: usize| self.firsts.get(at).copied().unwrap_or(0);
        first(doc as usize)..first(doc as usize + 1)
    }

    /// The bit of a place in a document that has one.
    fn bit(&self, doc: u32, start: u32) -> Option<usize> {
        let own = self.own(doc);
        let bit = own.start + start as usize;
        (bit < own.end).then_some(bit)
    }

    fn set(&mut self, bit: usize) {
        if let Some(part) = self.bits.get_mut(bit / PART_BITS) {
            *part |= 1 << (bit % PART_BITS);
        }
    }

    fn holds(&self, bit: usize) -> bool {
        let part = self.bits.get(bit / PART_BITS);
        part.is_some_and(|part| part >> (bit % PART_BITS) & 1 == 1)
    }

    /// Only these bits of those that are set.
    fn only(mut self, bits: &[usize]) -> PhraseStarts {
        self.bits.fill(0);
        for bit in bits {
            self.set(*bit);
        }
        self
    }

    /// How often phrases may begin in each document, where they do, in order.
    pub(super) fn times(&self) -> impl Iterator<Item = (u32, u32)> {
        let documents = (0..).take(self.firsts.len().saturating_sub(1));
        documents.filter_map(|doc| {
            let times = self.count(self.own(doc));
            (times > 0).then_some((doc, times))
        })
    }

    /// How many of some bits are set.
    fn count(&self, bits: std::ops::Range<usize>) -> u32 {
        let (mut count, mut from) = (0, bits.start);
        while from < bits.end {
            let to = bits.end.min((from / PART_BITS + 1) * PART_BITS);
            let part = self.bits.get(from / PART_BITS).copied().unwrap_or(0);
            let own = part >> (from % PART_BITS);
            let beyond = PART_BITS - (to - from);
            count += (own << beyond).count_ones();
            from = to;
        }
        count
    }

    fn documents(&self) -> DocSet {
        let mut documents = DocSet::new(self.firsts.len());
        for (doc, _) in self.times() {
            documents.insert(doc);
        }
        documents
    }
}

/// Terms of one segment whose places are looked at.
struct TermsToRead<'a> {
    segment: usize,
    ordinals: &'a [u32],
}

impl Searcher {
    /// The starts of phrases where one of some spellings is the word after so many others.
    pub(super) fn followed_by(
        &self,
        starts: PhraseStarts,
        spellings: &[WordNo],
        scope: WordScope,
        before: u32,
        space: &Workspace,
    ) -> Result<PhraseStarts, IndexError> {
        let among = starts.documents();
        let documents: Vec<u32> = among.iter().collect();
        let places = self.among(&documents);
        let mut ordinals = self.ordinals(spellings, scope)?;
        for own in &mut ordinals {
            own.sort_unstable();
        }
        let parts = ordinals.iter().enumerate().flat_map(|(segment, own)| {
            let blocks = own.chunks(BLOCK_SPELLINGS);
            blocks.map(move |ordinals| TermsToRead { segment, ordinals })
        });
        let parts: Vec<TermsToRead<'_>> = parts.collect();
        let read = |parts: &[TermsToRead<'_>]| {
            let mut met: Vec<usize> = Vec::new();
            for part in parts {
                space.go_on()?;
                let placed = self.segments.get(part.segment);
                let own = placed.zip(places.get(part.segment));
                let Some((segment, places)) = own.filter(|(_, places)| !places.is_empty()) else {
                    continue;
                };
                let terms = segment.terms(scope);
                segment.positions_of(terms, part.ordinals, places, &among, |doc, at| {
                    let starting = at.iter().filter_map(|at| at.checked_sub(before));
                    let bits = starting.filter_map(|start| starts.bit(doc, start));
                    met.extend(bits.filter(|bit| starts.holds(*bit)));
                })?;
            }
            Ok(met)
        };
        let met = if documents.len() < MIN_SHARED_DOCUMENTS {
            vec![read(&parts)]
        } else {
            on_threads(&parts, &read)
        };
        let met: Result<Vec<Vec<usize>>, IndexError> = met.into_iter().collect();
        Ok(starts.only(&met?.concat()))
    }
}

/// What reading gives for some parts, shared out to threads; this one is one of them.
fn on_threads<P: Sync, R: Send>(parts: &[P], read: &(impl Fn(&[P]) -> R + Sync)) -> Vec<R> {
    thread::scope(|scope| {
        let mut shares = parts.chunks(parts.len().div_ceil(THREADS).max(1));
        let own = shares.next().unwrap_or(&[]);
        let others: Vec<_> = shares
            .map(|share| scope.spawn(move || read(share)))
            .collect();
        let mut all = vec![read(own)];
        for other in others {
            match other.join() {
                Ok(given) => all.push(given),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_counted_by_document_and_thinned() {
        let all = [(3, 70), (0, 2), (3, 0), (0, 2), (1, 127), (3, 71), (1, 64)];
        let starts = PhraseStarts::new(5, &all);
        assert!(starts.times().eq([(0, 1), (1, 2), (3, 3)]));
        assert!(starts.documents().iter().eq([0, 1, 3]));
        assert_eq!(starts.bit(0, 3), None);
        assert_eq!(starts.bit(2, 0), None);
        assert_eq!(starts.bit(9, 0), None);
        let met: Vec<usize> = [(3, 71), (1, 127), (3, 1)]
            .iter()
            .filter_map(|(doc, start)| starts.bit(*doc, *start))
            .filter(|bit| starts.holds(*bit))
            .collect();
        assert!(starts.only(&met).times().eq([(1, 1), (3, 1)]));
        assert_eq!(PhraseStarts::new(0, &[]).times().count(), 0);
    }

    #[test]
    fn every_part_is_read_once() {
        for count in 0..5 {
            let parts: Vec<u32> = (0..count).collect();
            let read = on_threads(&parts, &<[u32]>::to_vec);
            assert_eq!(read.concat(), parts);
        }
    }
}
