//! From one article to the ones closest to it, with the terms they share.
//!
//! The index finds candidates by the article's telling stems; the candidates are then compared
//! whole, so that the score is a closeness from 0 to 1 and not a sum that only ranks.

use std::collections::HashMap;

use super::{ArticleNo, Entry, Library};
use crate::corpus::Ymd;
use crate::index::similar::Profile;
use crate::index::{IndexError, Searcher};

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
        let (Some(entry), Some(searcher)) = (self.get(no), self.searcher.as_ref()) else {
            return Ok(Vec::new());
        };
        let mut frequencies = Frequencies::new(searcher);
        let documents = searcher.len();
        let profile = profile(entry);
        let telling = profile.telling(&mut |stem| frequencies.of(stem), documents);
        let stems: Vec<_> = telling.into_iter().map(|t| (t.stem, t.weight)).collect();
        let mut candidates = searcher.by_stems(&stems)?;
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        let mut related: Vec<Related> = candidates
            .iter()
            .map(|hit| ArticleNo(hit.doc))
            .filter(|other| *other != no)
            .take(CANDIDATES)
            .filter_map(|other| self.compare((entry, &profile), other, &mut frequencies))
            .collect();
        related.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.no.cmp(&b.no)));
        related.truncate(n);
        Ok(related)
    }

    fn compare(
        &self,
        (entry, own): (&Entry, &Profile),
        no: ArticleNo,
        frequencies: &mut Frequencies<'_>,
    ) -> Option<Related> {
        let other = self.get(no)?;
        let documents = frequencies.searcher.len();
        let theirs = profile(other);
        let (score, mut terms) =
            own.closeness(&theirs, &mut |stem| frequencies.of(stem), documents);
        terms.truncate(SHOWN_TERMS);
        (score >= LEAST).then(|| Related {
            no,
            score,
            terms,
            days_apart: days_apart(entry, other),
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
    known: HashMap<String, u64>,
}

impl<'a> Frequencies<'a> {
    fn new(searcher: &'a Searcher) -> Self {
        Frequencies {
            searcher,
            known: HashMap::new(),
        }
    }

    fn of(&mut self, stem: &str) -> u64 {
        if let Some(known) = self.known.get(stem) {
            return *known;
        }
        // A stem that the index cannot tell of is treated as one that nothing holds.
        let frequency = self.searcher.stem_frequency(stem).unwrap_or(0);
        self.known.insert(stem.to_owned(), frequency);
        frequency
    }
}

fn days_apart(a: &Entry, b: &Entry) -> Option<u32> {
    let day = |entry: &Entry| -> Option<jiff::civil::Date> {
        let Ymd { year, month, day } = entry.article.best_day()?;
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let span = day(a)?.until(day(b)?).ok()?;
    Some(span.get_days().unsigned_abs())
}
