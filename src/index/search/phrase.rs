//! Words that belong together in, the documents where they stand together out.

use rustc_hash::FxHashMap;

use super::super::engine::{IndexError, Searcher};
use super::super::lexicon::WordNo;
use super::workspace::Workspace;
use super::{Closeness, PlannedWord, Scored};
use crate::query::WordScope;

/// Weight of the words of a phrase where they stand apart.
const APART_WEIGHT: f32 = 0.8;

/// Where a word of a phrase stands: document, position, and which word of the phrase it is.
type PhrasePosition = (u32, u32, u16);

impl Searcher {
    /// Every document where the words stand next to each other and in order, or within `slop`
    /// words of each other in any order.
    pub(super) fn phrase(
        &self,
        words: &[PlannedWord],
        slop: Option<u32>,
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        let spellings: Vec<Vec<WordNo>> = words.iter().map(|w| self.answering(w)).collect();
        let scope = words.first().map_or(WordScope::Anywhere, |w| w.scope);
        let rarity = self.with_all(&spellings, scope, space)?;
        let [with_all, ..] = &space.sets;
        let among = self.among(&with_all.iter().collect::<Vec<_>>());
        if among.iter().all(Vec::is_empty) {
            return Ok(Vec::new());
        }
        let mut standing = Vec::new();
        for (nth, spellings) in (0..).zip(&spellings) {
            self.standing(spellings, scope, &among, &mut |doc, positions| {
                standing.extend(positions.iter().map(|at| (doc, *at, nth)));
            })?;
        }
        standing.sort_unstable();
        let mut out = Vec::new();
        for run in standing.chunk_by(|a, b| a.0 == b.0) {
            let times = match slop {
                None => in_order(run, words.len()),
                Some(slop) => within(run, words.len(), slop),
            };
            if let (Some((doc, ..)), 1..) = (run.first(), times) {
                let score = rarity * self.saturation(*doc, times);
                out.push(Scored {
                    doc: *doc,
                    score,
                    close: Closeness::Found,
                });
            }
        }
        Ok(out)
    }

    /// Every document with the phrase; where there are `several` clauses, or the words stand together
    /// nowhere, also those with the words apart.
    pub(super) fn phrase_or_words(
        &self,
        words: &[PlannedWord],
        slop: Option<u32>,
        several: bool,
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        let mut scored = self.phrase(words, slop, space)?;
        if !several && !scored.is_empty() {
            return Ok(scored);
        }
        let mut apart: FxHashMap<u32, f32> = FxHashMap::default();
        for word in words {
            for one in self.word(word, space)?.iter() {
                *apart.entry(one.doc).or_default() += APART_WEIGHT * one.score;
            }
        }
        for together in &mut scored {
            together.score += apart.remove(&together.doc).unwrap_or(0.0);
        }
        scored.extend(apart.into_iter().map(|(doc, score)| Scored {
            doc,
            score,
            close: Closeness::Akin,
        }));
        Ok(scored)
    }

    /// The spellings that are the word, or that it begins.
    pub(super) fn answering(&self, word: &PlannedWord) -> Vec<WordNo> {
        let mut out: Vec<WordNo> = word.known.expansion.found().collect();
        for prefix in word.known.beginnings.iter().flat_map(|b| &b.0) {
            out.extend(self.lexicon.beginning_with(prefix));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// How rare words are together; the documents that hold a form of every one are then in the
    /// first set.
    fn with_all(
        &self,
        words: &[Vec<WordNo>],
        scope: WordScope,
        space: &mut Workspace,
    ) -> Result<f32, IndexError> {
        let mut rarity = 0.0;
        for (nth, spellings) in words.iter().enumerate() {
            space.go_on()?;
            let [with_all, with_this, _] = &mut space.sets;
            let with = if nth == 0 {
                &mut *with_all
            } else {
                &mut *with_this
            };
            with.clear(self.len());
            for &spelling in spellings {
                self.each(spelling, scope, |doc, _| with.insert(doc))?;
            }
            rarity += self.rarity(with.len());
            if nth > 0 {
                with_all.intersect(with_this);
            }
        }
        Ok(rarity)
    }

    /// Documents by their places in each segment.
    pub(super) fn among(&self, documents: &[u32]) -> Vec<Vec<u32>> {
        let mut documents = documents.to_vec();
        documents.sort_unstable();
        let mut rest = documents.as_slice();
        let among = self.segments.iter().map(|segment| {
            let length = rest.partition_point(|doc| *doc < segment.end());
            let (own, beyond) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            rest = beyond;
            own.iter().filter_map(|doc| segment.place(*doc)).collect()
        });
        among.collect()
    }

    /// Calls `f` with the positions of some spellings in every document of `among`.
    pub(super) fn standing(
        &self,
        spellings: &[WordNo],
        scope: WordScope,
        among: &[Vec<u32>],
        f: &mut dyn FnMut(u32, &[u32]),
    ) -> Result<(), IndexError> {
        for &spelling in spellings {
            for (at, ordinal) in self.lexicon.places(spelling) {
                let (Some(segment), Some(places)) = (self.segments.get(at), among.get(at)) else {
                    continue;
                };
                match scope {
                    WordScope::Anywhere => {
                        segment.positions(&segment.words, ordinal, places, &mut *f)?;
                    }
                    WordScope::Title => {
                        let title = self.lexicon.spelling(spelling);
                        if let Some(ordinal) = segment.title.ordinal(title)? {
                            segment.positions(&segment.title, ordinal, places, &mut *f)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// How often words 0, 1, 2 … of a phrase follow each other; `run` is one document's, in order.
fn in_order(run: &[PhrasePosition], words: usize) -> u32 {
    let holds = |at: u32, nth: u16| {
        run.binary_search_by(|(_, p, n)| (*p, *n).cmp(&(at, nth)))
            .is_ok()
    };
    let last = u16::try_from(words).unwrap_or(u16::MAX);
    let firsts = run.iter().filter(|(_, _, nth)| *nth == 0);
    let stands = |(_, at, _): &&PhrasePosition| (1..last).all(|n| holds(at + u32::from(n), n));
    firsts.filter(stands).count() as u32
}

/// How many windows hold every word with at most `slop` others between them.
fn within(run: &[PhrasePosition], words: usize, slop: u32) -> u32 {
    let width = slop + words as u32;
    let mut counts = vec![0_u32; words];
    let (mut from, mut missing, mut times) = (0, words, 0);
    for &(_, at, nth) in run {
        let count = &mut counts[usize::from(nth)];
        missing -= usize::from(*count == 0);
        *count += 1;
        while let Some(&(.., left)) = run.get(from).filter(|(_, p, _)| p + width <= at) {
            let count = &mut counts[usize::from(left)];
            *count -= 1;
            missing += usize::from(*count == 0);
            from += 1;
        }
        times += u32::from(missing == 0);
    }
    times
}
