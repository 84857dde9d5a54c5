//! One word of a query in, the documents that have it or something akin out.

use std::sync::Arc;

use tantivy::postings::BlockSegmentPostings;

use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::{Layer, WordNo};
use super::super::placed_segment::PlacedSegment;
use super::clause_scores::ClauseScores;
use super::workspace::{TIE, Workspace};
use super::{Closeness, PlannedWord, Scored};
use crate::query::WordScope;

/// BM25 saturation of frequency; measured (see the head of `search`): less than the usual 1.2.
const K1: f32 = 0.9;
/// BM25 weight of a document's length; measured: less than the usual 0.75.
const B: f32 = 0.45;

/// BM25 length norm of a document of `length` words, where the mean is `average`.
pub(in crate::index) fn norm(length: u32, average: f32) -> f32 {
    K1 * (1.0 - B + B * length as f32 / average.max(1.0))
}

/// BM25 frequency of a word in a document of such a length norm.
pub(super) fn saturation(times: f32, norm: f32) -> f32 {
    times * (K1 + 1.0) / (times + norm)
}

/// Weight of a match in each [`Layer`]; measured.
const LAYER_WEIGHTS: [f32; 6] = [1.0, 0.95, 0.9, 0.8, 0.4, 0.5];
/// Weight of the word itself in the title; measured.
const TITLE_WEIGHT: f32 = 0.2;
/// A layer of roots adds nothing where it is in more than one of so many documents.
const MAX_ROOT_SHARE: usize = 20;
/// A layer of sounds adds nothing where it is in more than one of so many documents.
const MAX_SOUND_SHARE: usize = 5;

impl Searcher {
    /// Every document with a form of the word, once.
    pub(super) fn word(
        &self,
        word: &PlannedWord,
        space: &mut Workspace,
    ) -> Result<Arc<ClauseScores>, IndexError> {
        let kept = word.known.scored(word.scope, word.alone);
        if let Some(known) = kept.get() {
            return Ok(Arc::clone(known));
        }
        let mut scored = self.layered(word, space)?;
        if word.scope == WordScope::Anywhere {
            self.in_titles(
                word.known.expansion.layer(Layer::Surface),
                &mut scored,
                space,
            )?;
        }
        let scored = match &word.known.beginnings {
            Some(beginnings) => self.completions(beginnings, word.scope, scored, space)?,
            None => ClauseScores::of(scored, self.len()),
        };
        Ok(Arc::clone(kept.get_or_init(|| Arc::new(scored))))
    }

    /// Calls `f` with every document that holds a spelling, and how often.
    pub(in crate::index) fn each(
        &self,
        spelling: WordNo,
        scope: WordScope,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        let mut open = None;
        for (segment, ordinal) in self.lexicon.places(spelling) {
            let Some(segment) = self.segments.get(segment) else {
                continue;
            };
            match scope {
                WordScope::Anywhere => segment.each(&segment.words, ordinal, &mut open, &mut f)?,
                WordScope::Title => self.each_title(segment, spelling, &mut open, &mut f)?,
            }
        }
        Ok(())
    }

    fn each_title(
        &self,
        segment: &PlacedSegment,
        spelling: WordNo,
        open: &mut Option<BlockSegmentPostings>,
        f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        match segment.title.ordinal(self.lexicon.spelling(spelling))? {
            Some(ordinal) => segment.each(&segment.title, ordinal, open, f),
            None => Ok(()),
        }
    }

    /// BM25 by layer: the best counts whole, the others a little.
    fn layered(
        &self,
        word: &PlannedWord,
        space: &mut Workspace,
    ) -> Result<Vec<Scored>, IndexError> {
        space.tally.clear();
        space.best.clear();
        let expansion = &word.known.expansion;
        // How many documents, from the first, hold the word itself, and how many something akin.
        let (mut found, mut akin) = (0, 0);
        let mut layers = Layer::ALL.into_iter().peekable();
        while let Some(layer) = layers.next() {
            let any = !space.tally.documents.is_empty();
            if any && (self.says_little(word, layer) || (word.alone && !layer.is_found())) {
                continue;
            }
            for &spelling in expansion.layer(layer) {
                space.go_on()?;
                let tally = &mut space.tally;
                self.each(spelling, word.scope, |doc, times| tally.add(doc, times))?;
            }
            let mut reached = |layer: Layer, count: usize| {
                if layer.is_found() {
                    found = count;
                }
                let distinctive = expansion.sound_is_distinctive;
                if layer <= Layer::Stem || (layer == Layer::Sound && distinctive) {
                    akin = count;
                }
            };
            let Workspace { tally, best, .. } = &mut *space;
            reached(layer, tally.documents.len());
            // Layers that add nothing see the same documents: they are weighed together.
            let (mut most, mut sum) =
                (LAYER_WEIGHTS[layer as usize], LAYER_WEIGHTS[layer as usize]);
            while let Some(next) = layers.next_if(|l| expansion.layer(*l).is_empty()) {
                most = most.max(LAYER_WEIGHTS[next as usize]);
                sum += LAYER_WEIGHTS[next as usize];
                reached(next, tally.documents.len());
            }
            best.resize(tally.documents.len(), (0.0, 0.0));
            let rarity = self.rarity(tally.documents.len());
            for (&doc, (top, all)) in tally.documents.iter().zip(best) {
                let score = rarity * self.saturation(doc, tally.times(doc));
                *top = top.max(most * score);
                *all += sum * score;
            }
        }
        let documents = space.tally.documents.iter().zip(&space.best).enumerate();
        let scored = documents.map(|(at, (&doc, &(top, all)))| Scored {
            doc,
            score: top + TIE * (all - top),
            close: Closeness::of(at, found, akin),
        });
        Ok(scored.collect())
    }

    /// A layer of what is merely akin that a good part of all documents would be in.
    fn says_little(&self, word: &PlannedWord, layer: Layer) -> bool {
        if layer <= Layer::Stem {
            return false;
        }
        let spellings = word.known.expansion.layer(layer).iter();
        let held: usize = spellings.map(|w| self.lexicon.count(*w) as usize).sum();
        let share = if layer == Layer::Root {
            MAX_ROOT_SHARE
        } else {
            MAX_SOUND_SHARE
        };
        held * share > self.len()
    }

    pub(in crate::index) fn saturation(&self, doc: u32, times: u32) -> f32 {
        let norm = self.norms.get(doc as usize).copied().unwrap_or(K1);
        saturation(times as f32, norm)
    }

    /// Adds a little for the word itself in a title.
    fn in_titles(
        &self,
        spellings: &[WordNo],
        scored: &mut [Scored],
        space: &mut Workspace,
    ) -> Result<(), IndexError> {
        let titles = &mut space.tally;
        titles.clear();
        for &spelling in spellings {
            self.each(spelling, WordScope::Title, |doc, times| {
                titles.add(doc, times);
            })?;
        }
        let bonus = TITLE_WEIGHT * self.rarity(titles.documents.len());
        for scored in scored {
            if titles.times(scored.doc) > 0 {
                scored.score += bonus;
            }
        }
        Ok(())
    }
}
