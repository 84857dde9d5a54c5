//! From an article to the versions of its story and the articles that share passages with it, and to
//! how two articles differ.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::Snapshot;
use crate::corpus::Stop;
use crate::dedup::{ArticleCluster, Comparison, Copies, compare};
use crate::library::{ArticleKey, ArticleNo, Entry};
use crate::store::{Compared, Difference, Elsewhere, ElsewhereRow, SharedPassage, StoreError, Why};

/// Longest list of articles that share passages: a formula stands in thousands.
const MAX_SHARING: usize = 500;
/// Words of versions that are compared for one answer, so that it does not take long; how others differ is
/// asked for one by one.
const MAX_COMPARED_WORDS: usize = 200_000;

impl Snapshot {
    /// Where what an article says stands elsewhere; articles that share a passage within the bytes
    /// `view` stand before those that do not.
    pub(super) fn elsewhere(
        &self,
        key: ArticleKey,
        view: &Range<usize>,
        stop: &Stop,
    ) -> Result<Elsewhere, StoreError> {
        let copies = self.copies.as_ref().ok_or(StoreError::NoCopies)?;
        let (no, entry) = self.entry(key)?;
        let story = copies.story_of(no.0);
        let passages = copies.passages(no.0, &entry.doc());
        let shared: Vec<(SharedPassage, &[u32])> = passages
            .iter()
            .map(|passage| {
                let shared = SharedPassage {
                    paragraph: passage.paragraph,
                    bytes: passage.bytes.clone(),
                };
                (shared, passage.articles.as_slice())
            })
            .collect();
        let mut rows = self.version_rows(no, &entry, story, stop)?;
        if stop.is_set() {
            return Err(StoreError::Stopped);
        }
        let rank = |doc| self.library.rank(ArticleNo(doc));
        let others = sharing(&shared, view, &rank);
        let members = story.into_iter().flat_map(|story| &story.members);
        let mut versions: HashSet<u32> = members.map(|member| member.article).collect();
        versions.insert(no.0);
        let others = others
            .into_iter()
            .filter(|(doc, _)| !versions.contains(doc));
        rows.extend(others.take(MAX_SHARING).filter_map(|(doc, why)| {
            let other = ArticleNo(doc);
            let there = self.library.get(other)?;
            self.row(&entry, other, &there, why)
        }));
        Ok(Elsewhere {
            versions: self.version_keys(no, copies),
            passages: shared.into_iter().map(|(passage, _)| passage).collect(),
            rows,
        })
    }

    /// All versions of an article's story, the first version first.
    fn version_keys(&self, no: ArticleNo, copies: &Copies) -> Vec<ArticleKey> {
        let members = copies.story_of(no.0).map(|story| &story.members);
        let members = members.into_iter().flatten();
        members
            .map(|member| self.library.key(ArticleNo(member.article)))
            .collect()
    }

    fn version_rows(
        &self,
        no: ArticleNo,
        entry: &Entry,
        story: Option<&ArticleCluster>,
        stop: &Stop,
    ) -> Result<Vec<ElsewhereRow>, StoreError> {
        let members = story.map_or(&[][..], |story| &story.members);
        let own = entry.folds.words as usize;
        let (mut rows, mut words) = (Vec::new(), 0);
        for (at, member) in members.iter().enumerate() {
            let other = ArticleNo(member.article);
            let Some(version) = self.library.get(other).filter(|_| other != no) else {
                continue;
            };
            if stop.is_set() {
                return Err(StoreError::Stopped);
            }
            words += own + version.folds.words as usize;
            let few = words <= MAX_COMPARED_WORDS;
            let why = Why::Version {
                difference: few.then(|| Difference::from(&comparison(entry, &version))),
                first: at == 0,
            };
            rows.extend(self.row(entry, other, &version, why));
        }
        Ok(rows)
    }

    fn row(&self, here: &Entry, no: ArticleNo, there: &Entry, why: Why) -> Option<ElsewhereRow> {
        Some(ElsewhereRow {
            card: self.card(no)?,
            days_apart: here.days_apart(there),
            why,
        })
    }

    pub(super) fn difference(
        &self,
        here: ArticleKey,
        there: ArticleKey,
    ) -> Result<Difference, StoreError> {
        let ((_, here), (_, there)) = (self.entry(here)?, self.entry(there)?);
        Ok(Difference::from(&comparison(&here, &there)))
    }

    pub(super) fn compare(
        &self,
        first: ArticleKey,
        second: ArticleKey,
    ) -> Result<Compared, StoreError> {
        let ((_, a), (_, b)) = (self.entry(first)?, self.entry(second)?);
        Ok(Compared {
            keys: [first, second],
            comparison: Arc::new(comparison(&a, &b)),
            entries: [a, b],
        })
    }
}

fn comparison(first: &Entry, second: &Entry) -> Comparison {
    compare(first.version(), second.version())
}

/// The articles that share passages: first those that share one in view, then those that share most.
fn sharing(
    passages: &[(SharedPassage, &[u32])],
    view: &Range<usize>,
    rank: &dyn Fn(u32) -> u32,
) -> Vec<(u32, Why)> {
    let mut of: BTreeMap<u32, (bool, Vec<usize>)> = BTreeMap::new();
    for (index, (passage, articles)) in passages.iter().enumerate() {
        let seen = passage.bytes.start < view.end && view.start < passage.bytes.end;
        for article in *articles {
            let (in_view, shared) = of.entry(*article).or_default();
            // The one in view leads to where the reader is looking.
            if seen && !*in_view {
                shared.insert(0, index);
            } else {
                shared.push(index);
            }
            *in_view |= seen;
        }
    }
    let mut rows: Vec<(u32, (bool, Vec<usize>))> = of.into_iter().collect();
    rows.sort_by_key(|(no, (seen, shared))| (!seen, Reverse(shared.len()), rank(*no)));
    let why = |(no, (in_view, passages))| (no, Why::Shares { passages, in_view });
    rows.into_iter().map(why).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(start: usize) -> SharedPassage {
        SharedPassage {
            paragraph: start / 10,
            bytes: start..start + 9,
        }
    }

    /// The articles in order, each with the passages it shares, the one a jump leads to first.
    #[track_caller]
    fn check(view: Range<usize>, expected: &[(u32, &[usize])]) {
        let passages: [(SharedPassage, &[u32]); 3] = [
            (passage(0), &[7]),
            (passage(10), &[3, 7]),
            (passage(20), &[3, 5]),
        ];
        let rows = sharing(&passages, &view, &|no| no);
        let found: Vec<(u32, &[usize])> = rows
            .iter()
            .map(|(no, why)| match why {
                Why::Shares { passages, .. } => (*no, passages.as_slice()),
                Why::Version { .. } => (*no, &[][..]),
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn articles_that_share_the_passage_in_view_come_first() {
        check(0..0, &[(3, &[1, 2]), (7, &[0, 1]), (5, &[2])]);
        check(0..5, &[(7, &[0, 1]), (3, &[1, 2]), (5, &[2])]);
        check(20..25, &[(3, &[2, 1]), (5, &[2]), (7, &[0, 1])]);
        check(9..10, &[(3, &[1, 2]), (7, &[0, 1]), (5, &[2])]);
    }
}
