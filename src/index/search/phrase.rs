//! Words that belong together in, the documents where they stand together out.
//!
//! Tens of thousands of words may stand where one is still being typed. They are looked at last, and only
//! where all the other words stand as they have to.

use rustc_hash::FxHashMap;

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::WordNo;
use super::begun::BLOCK_SPELLINGS;
use super::phrase_starts::PhraseStarts;
use super::workspace::Workspace;
use super::{Closeness, PlannedWord, Scored};
use crate::query::WordScope;

/// Weight of the words of a phrase where they stand apart.
const APART_WEIGHT: f32 = 0.8;

/// Where a word of a phrase stands: document, position, and which word of the phrase it is.
type PhrasePosition = (u32, u32, u16);

/// Where the first word that was looked at stands, in order of documents and positions.
struct StandingPlaces {
    all: Vec<(u32, u32)>,
    /// By document, the place in `all` of its first; one more at the end.
    firsts: Vec<u32>,
}

impl StandingPlaces {
    fn new(documents: usize, mut all: Vec<(u32, u32)>) -> StandingPlaces {
        all.sort_unstable();
        all.dedup();
        let mut firsts = vec![0; documents + 1];
        for (doc, _) in &all {
            if let Some(count) = firsts.get_mut(*doc as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut firsts {
            sum += *count;
            *count = sum;
        }
        StandingPlaces { all, firsts }
    }

    /// All of a document.
    fn of(&self, doc: u32) -> &[(u32, u32)] {
        let first = |at: usize| self.firsts.get(at).map_or(0, |first| *first as usize);
        let own = first(doc as usize)..first(doc as usize + 1);
        self.all.get(own).unwrap_or(&[])
    }
}

impl Searcher {
    /// Every document where the words stand next to each other and in order, or within `slop`
    /// words of each other in any order.
    pub(super) fn phrase(
        &self,
        words: &[PlannedWord],
        slop: Option<u32>,
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        let scope = words.first().map_or(WordScope::Anywhere, |w| w.scope);
        let (rarity, with_all) = self.with_all(words, scope, space)?;
        if with_all.is_empty() {
            return Ok(Vec::new());
        }
        let times = match slop {
            None => self.times_in_order(words, scope, &with_all, space)?,
            Some(slop) => self.times_within(words, slop, scope, &with_all, space)?,
        };
        let scored = times.into_iter().map(|(doc, times)| Scored {
            doc,
            score: rarity * self.saturation(doc, times),
            close: Closeness::Found,
        });
        Ok(scored.collect())
    }

    /// How often the words follow each other in each document, where they do.
    fn times_in_order(
        &self,
        words: &[PlannedWord],
        scope: WordScope,
        with_all: &DocSet,
        space: &Workspace,
    ) -> Result<Vec<(u32, u32)>, IndexError> {
        let mut starts: Option<PhraseStarts> = None;
        for (nth, word) in unfinished_last(words) {
            let spellings = self.answering(word);
            starts = Some(match starts {
                None => {
                    let mut all = Vec::new();
                    self.standing_in(&spellings, scope, with_all, space, &mut |doc, at| {
                        let starts = at.iter().filter_map(|at| at.checked_sub(nth));
                        all.extend(starts.map(|start| (doc, start)));
                    })?;
                    PhraseStarts::new(self.len(), &all)
                }
                Some(starts) => self.followed_by(starts, &spellings, scope, nth, space)?,
            });
        }
        Ok(starts.map_or_else(Vec::new, |starts| starts.times().collect()))
    }

    /// How many windows of each document hold every word, where some do.
    fn times_within(
        &self,
        words: &[PlannedWord],
        slop: u32,
        scope: WordScope,
        with_all: &DocSet,
        space: &Workspace,
    ) -> Result<Vec<(u32, u32)>, IndexError> {
        let width = slop.saturating_add(words.len() as u32);
        let mut standing: Vec<PhrasePosition> = Vec::new();
        // Where a word stands that is in every window.
        let mut near: Option<StandingPlaces> = None;
        for (nth, word) in unfinished_last(words) {
            let before = standing.len();
            self.standing_in(
                &self.answering(word),
                scope,
                with_all,
                space,
                &mut |doc, at| {
                    let near = near.as_ref().map(|near| near.of(doc));
                    let close = |at: &&u32| {
                        near.is_none_or(|near| {
                            let from = at.saturating_sub(width - 1);
                            let next = near.partition_point(|(_, other)| *other < from);
                            near.get(next)
                                .is_some_and(|(_, other)| *other < at.saturating_add(width))
                        })
                    };
                    let at = at.iter().filter(close);
                    standing.extend(at.map(|at| (doc, *at, nth as u16)));
                },
            )?;
            if near.is_none() {
                let all = standing.get(before..).unwrap_or(&[]).iter();
                let all = all.map(|(doc, at, _)| (*doc, *at)).collect();
                near = Some(StandingPlaces::new(self.len(), all));
            }
        }
        standing.sort_unstable();
        let runs = standing.chunk_by(|a, b| a.0 == b.0);
        let times = runs.filter_map(|run| Some((run.first()?.0, within(run, words.len(), slop))));
        Ok(times.filter(|(_, times)| *times > 0).collect())
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
            self.word(word, space)?.each(|one| {
                *apart.entry(one.doc).or_default() += APART_WEIGHT * one.score;
            });
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

    /// How rare words are together, and the documents that hold a form of every one.
    fn with_all(
        &self,
        words: &[PlannedWord],
        scope: WordScope,
        space: &Workspace,
    ) -> Result<(f32, DocSet), IndexError> {
        let mut rarity = 0.0;
        let mut with_all: Option<DocSet> = None;
        for word in words {
            space.go_on()?;
            let with = self.with(word, scope, space)?;
            rarity += self.rarity(with.len());
            match &mut with_all {
                Some(with_all) => with_all.intersect(&with),
                None => with_all = Some(with),
            }
        }
        Ok((rarity, with_all.unwrap_or_default()))
    }

    /// The documents that hold a form of a word, or a word that it begins.
    fn with(
        &self,
        word: &PlannedWord,
        scope: WordScope,
        space: &Workspace,
    ) -> Result<DocSet, IndexError> {
        let mut with = DocSet::new(self.len());
        for spelling in word.known.expansion.found() {
            self.each(spelling, scope, |doc, _| with.insert(doc))?;
        }
        for letters in word.known.beginnings.iter().flat_map(|b| &b.0) {
            let begun = self.begun(letters);
            let frequent = begun.frequent.iter();
            let frequent = frequent.flat_map(|word| self.lexicon.in_order(word.spellings.clone()));
            let frequent: Vec<WordNo> = frequent.copied().collect();
            for block in frequent.chunks(BLOCK_SPELLINGS) {
                space.go_on()?;
                self.each_of(block, scope, |doc| with.insert(doc))?;
            }
            if begun.more {
                with.unite(self.others(&begun, scope, space)?);
            }
        }
        Ok(with)
    }

    /// Calls `f` with every document of a set that holds one of some spellings, and with the positions there.
    fn standing_in(
        &self,
        spellings: &[WordNo],
        scope: WordScope,
        among: &DocSet,
        space: &Workspace,
        f: &mut dyn FnMut(u32, &[u32]),
    ) -> Result<(), IndexError> {
        let places = self.among(&among.iter().collect::<Vec<_>>());
        for block in spellings.chunks(BLOCK_SPELLINGS) {
            space.go_on()?;
            let ordinals = self.ordinals(block, scope)?;
            for ((segment, ordinals), places) in self.segments.iter().zip(&ordinals).zip(&places) {
                if !places.is_empty() {
                    let terms = segment.terms(scope);
                    segment.positions_of(terms, ordinals, places, among, &mut *f)?;
                }
            }
        }
        Ok(())
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

/// The words with their places in the phrase: those still being typed last.
fn unfinished_last(words: &[PlannedWord]) -> impl Iterator<Item = (u32, &PlannedWord)> {
    let all = || (0..).zip(words);
    let unfinished = |word: &PlannedWord| word.known.beginnings.is_some();
    let whole = all().filter(move |(_, word)| !unfinished(word));
    whole.chain(all().filter(move |(_, word)| unfinished(word)))
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
