//! From one article to the ones closest to it, with the terms they share.
//!
//! The index finds candidates by the article's telling stems; the candidates are then compared
//! whole, so that the score is a closeness from 0 to 1 and not a sum that only ranks.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{ArticleNo, Entry, Library};
use crate::index::similar::Profile;
use crate::index::{Hit, IndexError, Searcher};

/// An article close to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub no: ArticleNo,
    /// From 0 to 1.
    pub score: f32,
    /// What they share, most telling first.
    pub terms: Vec<String>,
    /// Days between the two, where both dates are known.
    pub days_apart: Option<u32>,
    /// So close that both tell the same story in the same words.
    pub same_story: bool,
}

/// From this closeness on, two articles count as the same story.
const SAME_STORY: f32 = 0.6;
/// Below this, two articles have only chance words in common.
const LEAST: f32 = 0.08;
const CANDIDATES: usize = 60;
const SHOWN_TERMS: usize = 5;

impl Library {
    /// The `n` articles closest to `no`, closest first.
    pub fn related(&self, no: ArticleNo, n: usize) -> Result<Vec<Related>, IndexError> {
        self.relater()
            .map_or(Ok(Vec::new()), |mut relater| relater.of(no, n))
    }

    /// For asking of many articles; `None` where nothing is indexed.
    pub fn relater(&self) -> Option<Relater<'_>> {
        let searcher = self.searcher.as_ref()?;
        Some(Relater {
            library: self,
            searcher,
            frequencies: Frequencies::new(searcher),
        })
    }
}

/// Finds related articles, remembering what it learns of the corpus' words on the way.
pub struct Relater<'a> {
    library: &'a Library,
    searcher: &'a Searcher,
    frequencies: Frequencies<'a>,
}

impl Relater<'_> {
    /// The `n` articles closest to `no`, closest first.
    pub fn of(&mut self, no: ArticleNo, n: usize) -> Result<Vec<Related>, IndexError> {
        let Some(entry) = self.library.get(no) else {
            return Ok(Vec::new());
        };
        let profile = profile(entry);
        let frequencies = &mut self.frequencies;
        let telling = profile.telling(&mut |stem| frequencies.of(stem), self.searcher.len());
        let stems: Vec<_> = telling.into_iter().map(|t| (t.stem, t.weight)).collect();
        let mut candidates = self.searcher.by_stems(&stems)?;
        let best = |a: &Hit, b: &Hit| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc));
        if candidates.len() > CANDIDATES {
            candidates.select_nth_unstable_by(CANDIDATES, best);
            candidates.truncate(CANDIDATES + 1);
        }
        candidates.sort_unstable_by(best);
        let mut related: Vec<Related> = candidates
            .iter()
            .map(|hit| ArticleNo(hit.doc))
            .filter(|other| *other != no)
            .filter_map(|other| self.compare((entry, &profile), other))
            .collect();
        related.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.no.cmp(&b.no)));
        related.truncate(n);
        Ok(related)
    }

    fn compare(&mut self, (entry, own): (&Entry, &Profile), no: ArticleNo) -> Option<Related> {
        let other = self.library.get(no)?;
        let documents = self.searcher.len();
        let theirs = profile(other);
        let frequencies = &mut self.frequencies;
        let (score, mut terms) =
            own.closeness(&theirs, &mut |stem| frequencies.of(stem), documents);
        terms.truncate(SHOWN_TERMS);
        (score >= LEAST).then(|| Related {
            no,
            score,
            terms,
            days_apart: entry.days_apart(other),
            same_story: score >= SAME_STORY,
        })
    }
}

fn profile(entry: &Entry) -> Profile {
    Profile::new(entry.article.title_str(), entry.own_passages().into_iter())
}

/// Document frequencies, each asked of the index once.
struct Frequencies<'a> {
    searcher: &'a Searcher,
    known: FxHashMap<CompactString, u64>,
}

impl<'a> Frequencies<'a> {
    fn new(searcher: &'a Searcher) -> Self {
        Frequencies {
            searcher,
            known: FxHashMap::default(),
        }
    }

    fn of(&mut self, stem: &str) -> u64 {
        if let Some(known) = self.known.get(stem) {
            return *known;
        }
        // A stem that the index cannot tell of is treated as one that nothing holds.
        let frequency = self.searcher.stem_frequency(stem).unwrap_or(0);
        self.known.insert(stem.into(), frequency);
        frequency
    }
}
