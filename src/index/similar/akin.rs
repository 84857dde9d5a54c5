//! The distinctive words of an article in, the documents that share most of them out.
//!
//! The scores of one segment are added up at a time, so that they stay near the processor; of the documents
//! only those that may be among the best are taken out of it.

use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::placed_segment::PlacedSegment;
use super::super::search::{Hit, Workspace};
use super::{MAX_SEARCHED_FAMILIES, MIN_COMMON_DOCUMENTS, Profile, SEARCHED_SHARE};
use crate::corpus::Stop;
use crate::query::WordScope;

/// A term of a family that is searched by.
#[derive(Clone, Copy)]
struct TermOfFamily {
    segment: u32,
    /// Which of the families it is of.
    nth: u32,
    ordinal: u32,
}

impl Searcher {
    /// Of the documents that share the most distinctive words of a profile the `most` best, in no order; the document
    /// `but` is not among them.
    pub fn akin(&self, profile: &Profile, but: u32, most: usize) -> Result<Vec<Hit>, IndexError> {
        let searched = self.searched_by(profile);
        let terms = self.terms_of_families(&searched)?;
        let mut space = self.memory.workspace(self.len(), &Stop::default());
        let mut best = self.best_documents(most);
        for run in terms.chunk_by(|a, b| a.segment == b.segment) {
            let Some(first) = run.first() else { continue };
            self.add_families(first.segment, run, &searched, &mut space)?;
            let base = self.segments.get(first.segment as usize);
            let base = base.map_or(0, PlacedSegment::base);
            for (doc, sum) in (base..).zip(space.sums.drain(..)) {
                if sum > 0.0 && doc != but {
                    best.take(doc, sum);
                }
            }
        }
        self.memory.put_back(space, self.len());
        Ok(best.into_hits())
    }

    /// The heaviest families that are not too common, each with what it weighs; the heaviest first.
    fn searched_by(&self, profile: &Profile) -> Vec<(u32, f32)> {
        let common = (self.len() / SEARCHED_SHARE).max(MIN_COMMON_DOCUMENTS);
        let held = |family| self.lexicon.family_count(family) as usize;
        let mut searched = profile.terms.clone();
        searched.retain(|(family, _)| (2..=common).contains(&held(*family)));
        searched.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        searched.truncate(MAX_SEARCHED_FAMILIES);
        let weighed = searched.into_iter();
        let weighed = weighed.map(|(family, weight)| (family, weight * self.family_rarity(family)));
        weighed.collect()
    }

    /// All terms of some families, segment by segment; in each as the families are given.
    fn terms_of_families(&self, families: &[(u32, f32)]) -> Result<Vec<TermOfFamily>, IndexError> {
        let mut terms = Vec::new();
        for (nth, (family, _)) in (0..).zip(families) {
            let members = self.lexicon.members(*family);
            self.each_term(members, WordScope::Anywhere, |segment, ordinal| {
                terms.push(TermOfFamily {
                    segment,
                    nth,
                    ordinal,
                });
            })?;
        }
        // Sums of fractions depend on their order: it stays.
        terms.sort_by_key(|term| term.segment);
        Ok(terms)
    }

    /// Adds up, for every document of a segment, what families give it.
    fn add_families(
        &self,
        segment: u32,
        terms: &[TermOfFamily],
        families: &[(u32, f32)],
        space: &mut Workspace,
    ) -> Result<(), IndexError> {
        let Some(segment) = self.segments.get(segment as usize) else {
            return Ok(());
        };
        let base = segment.base();
        let own = base as usize..segment.end() as usize;
        let sums = &mut space.sums;
        sums.resize(own.len(), 0.0);
        for terms in terms.chunk_by(|a, b| a.nth == b.nth) {
            let family = terms.first().and_then(|t| families.get(t.nth as usize));
            let weight = family.map_or(0.0, |(_, weight)| *weight);
            let ordinals = terms.iter().map(|term| term.ordinal);
            segment.each_with_times(&segment.words, ordinals, |doc, times| {
                if let Some(sum) = sums.get_mut((doc - base) as usize) {
                    *sum += weight * self.saturation(doc, times);
                }
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::super::engine::Writer;
    use super::super::ProfileText;
    use super::*;

    const WORDS: [&str; 12] = [
        "ميناء",
        "سفينة",
        "قمح",
        "مخبز",
        "جسر",
        "قطار",
        "مدرسة",
        "ملعب",
        "مستشفى",
        "بلدية",
        "حديقة",
        "متحف",
    ];

    /// Texts of a few of the words, in three segments.
    fn indexed() -> (Searcher, Vec<String>) {
        let mut writer = Writer::new();
        let mut texts = Vec::new();
        for doc in 0..90_usize {
            let words = (0..4 + doc % 5).map(|nth| WORDS[(doc * 7 + nth * (1 + doc % 3)) % 12]);
            texts.push(words.collect::<Vec<_>>().join(" "));
        }
        for (doc, text) in texts.iter().enumerate() {
            writer.add(WORDS[doc % 12], text).unwrap();
            if doc % 30 == 29 {
                writer.commit().unwrap();
            }
        }
        (writer.commit().unwrap(), texts)
    }

    /// The same sums, word by word over the whole corpus.
    fn plainly(searcher: &Searcher, profile: &Profile, but: u32) -> Vec<(u32, f32)> {
        let mut sums: BTreeMap<u32, f32> = BTreeMap::new();
        for (family, weight) in searcher.searched_by(profile) {
            for &spelling in searcher.lexicon.members(family) {
                let add = |doc, times| {
                    *sums.entry(doc).or_default() += weight * searcher.saturation(doc, times);
                };
                searcher.each(spelling, WordScope::Anywhere, add).unwrap();
            }
        }
        sums.remove(&but);
        let mut all: Vec<(u32, f32)> = sums.into_iter().collect();
        all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        all
    }

    #[test]
    fn the_best_are_those_of_all_documents() {
        let (searcher, texts) = indexed();
        for but in [0, 7, 44, 89] {
            let own = ProfileText {
                title: WORDS[but as usize % 12],
                passages: vec![texts[but as usize].as_str()],
            };
            let profile = searcher.profile(&own);
            let expected = plainly(&searcher, &profile, but);
            assert!(expected.len() > 40, "{}", expected.len());
            for most in [1, 5, 30, 1000] {
                let hits = searcher.akin(&profile, but, most).unwrap();
                let mut best: Vec<(u32, f32)> = hits.iter().map(|h| (h.doc, h.score)).collect();
                best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
                let end = expected.len().min(most);
                assert_eq!(best, expected[..end]);
            }
        }
    }
}
