//! From all articles of a corpus to what is in it: one pass that counts, and what a count needs to be shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Snapshot;
use crate::corpus::{PartialDate, Stop, Ymd};
use crate::library::{ArticleFacts, ArticleNo};
use crate::store::{DateCounts, Overview, OverviewArticle, Period, SourceRow, StoreError};

/// Articles named as the longest, and as the most repeated: as many as one looks through.
const MAX_ARTICLES: usize = 10;
/// Months between the first and the last from which on a corpus is counted by month: of fewer, days are
/// few enough for a screen.
const MIN_MONTHS: i32 = 3;
/// Articles between two looks at the stop: few enough that a withdrawn ask ends at once.
const STOP_EVERY: usize = 4096;

/// What is counted in the pass over all articles.
#[derive(Default)]
struct CorpusCount<'a> {
    words: u64,
    repeated_words: u64,
    dates: DateCounts,
    /// Articles by place of the source and period.
    cells: BTreeMap<(usize, Period), u32>,
    /// By place of the source how many articles it has, and one of them, which knows its name.
    sources: FxHashMap<usize, (usize, ArticleNo)>,
    forms: FxHashMap<&'a Arc<str>, usize>,
    encodings: FxHashMap<&'static str, usize>,
    longest: Best,
    most_repeated: Best,
}

/// The [`MAX_ARTICLES`] articles of which most was counted.
#[derive(Default)]
struct Best {
    /// Count, rank (lower is better where counts are equal) and number of the article; the least first.
    kept: BTreeSet<(u32, Reverse<u32>, u32)>,
}

impl Best {
    fn add(&mut self, count: u32, rank: u32, no: ArticleNo) {
        if count > 0 {
            self.kept.insert((count, Reverse(rank), no.0));
        }
        if self.kept.len() > MAX_ARTICLES {
            self.kept.pop_first();
        }
    }
}

impl Snapshot {
    /// What is in the corpus.
    pub(super) fn overview(&self, stop: &Stop) -> Result<Overview, StoreError> {
        let by_day = self.is_short();
        let mut count = CorpusCount::default();
        for (at, no) in self.library.numbers().enumerate() {
            if at % STOP_EVERY == 0 && stop.is_set() {
                return Err(StoreError::Stopped);
            }
            if let Some(facts) = self.library.facts(no) {
                count.add(self, no, &facts, by_day);
            }
        }
        let periods: BTreeSet<Period> = count.cells.keys().map(|(_, period)| *period).collect();
        let periods: Vec<Period> = periods.into_iter().collect();
        let (all, sources) = self.rows(&count, &periods);
        Ok(Overview {
            known: self.known,
            words: count.words,
            repeated_words: count.repeated_words,
            stories: self.story_count(),
            dates: count.dates,
            periods,
            all,
            sources,
            longest: self.articles(&count.longest),
            most_repeated: self.articles(&count.most_repeated),
            forms: frequent(
                count
                    .forms
                    .into_iter()
                    .map(|(form, n)| (Arc::clone(form), n)),
            ),
            encodings: frequent(count.encodings.into_iter()),
            memory: self.library.memory(),
        })
    }

    /// Whether the corpus spans less than three months.
    fn is_short(&self) -> bool {
        let months = self.library.numbers().filter_map(|no| {
            let (year, month) = self.library.month(no)?;
            Some(i32::from(year) * 12 + i32::from(month))
        });
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for month in months {
            (first, last) = (first.min(month), last.max(month));
        }
        first <= last && last - first < MIN_MONTHS
    }

    /// Stories, each counted once.
    fn story_count(&self) -> Option<usize> {
        let stories = self.copies.as_ref()?.stories();
        let members: usize = stories.iter().map(|story| story.members.len()).sum();
        Some(self.library.len() - members + stories.len())
    }

    /// The row of all sources together, and one of each.
    fn rows(&self, count: &CorpusCount<'_>, periods: &[Period]) -> (SourceRow, Vec<SourceRow>) {
        let mut all = SourceRow {
            articles: self.library.len(),
            ..SourceRow::default()
        };
        let mut sums = vec![0_u32; periods.len()];
        let mut rows: FxHashMap<usize, SourceRow> = FxHashMap::default();
        for (source, (articles, one)) in &count.sources {
            let row = SourceRow {
                name: self.library.source_name(*one).to_owned(),
                articles: *articles,
                counts: Vec::new(),
            };
            rows.insert(*source, row);
        }
        for ((source, period), articles) in &count.cells {
            let Ok(at) = periods.binary_search(period) else {
                continue;
            };
            if let Some(sum) = sums.get_mut(at) {
                *sum += articles;
            }
            if let (Some(row), Ok(at)) = (rows.get_mut(source), u32::try_from(at)) {
                row.counts.push((at, *articles));
            }
        }
        let sums = (0..).zip(sums).filter(|(_, articles)| *articles > 0);
        all.counts = sums.collect();
        let mut rows: Vec<SourceRow> = rows.into_values().collect();
        rows.sort_by(|a, b| (Reverse(a.articles), &a.name).cmp(&(Reverse(b.articles), &b.name)));
        (all, rows)
    }

    fn articles(&self, best: &Best) -> Vec<OverviewArticle> {
        let greatest = best.kept.iter().rev();
        let article = |(_, _, doc): &(u32, Reverse<u32>, u32)| {
            let no = ArticleNo(*doc);
            let entry = self.library.get(no)?;
            Some(OverviewArticle {
                card: self.card(no)?,
                id: self.library.id(no),
                words: entry.folds.words,
                repeated_words: entry.folds.repeated_words,
            })
        };
        greatest.filter_map(article).collect()
    }
}

impl<'a> CorpusCount<'a> {
    fn add(&mut self, snapshot: &Snapshot, no: ArticleNo, facts: &ArticleFacts<'a>, by_day: bool) {
        let source = snapshot.library.source_place(no);
        let rank = snapshot.library.rank(no);
        self.words += u64::from(facts.words);
        self.repeated_words += u64::from(facts.repeated_words);
        self.sources.entry(source).or_insert((0, no)).0 += 1;
        *self.forms.entry(facts.form).or_default() += 1;
        *self.encodings.entry(facts.encoding).or_default() += 1;
        self.longest.add(facts.words, rank, no);
        self.most_repeated.add(facts.repeated_words, rank, no);
        self.add_date(facts);
        let day = facts.best_day();
        let month = snapshot.library.month(no);
        let period = match (by_day, day, month) {
            (true, Some(Ymd { year, month, day }), _) => Some(Period {
                year,
                month,
                day: Some(day),
            }),
            // Where days are counted, a month alone has no place among them.
            (true, None, _) => None,
            (false, _, month) => month.map(|(year, month)| Period {
                year,
                month,
                day: None,
            }),
        };
        if let Some(period) = period {
            *self.cells.entry((source, period)).or_default() += 1;
        }
    }

    fn add_date(&mut self, facts: &ArticleFacts<'_>) {
        let known = facts.date;
        let counts = &mut self.dates;
        match (known.and_then(PartialDate::day), known) {
            (Some(_), _) => counts.day += 1,
            (None, _) if facts.guess.is_some() => counts.inferred += 1,
            (None, Some(_)) => counts.part += 1,
            (None, None) => counts.unknown += 1,
        }
        let Some(day) = facts.best_day() else {
            return;
        };
        let order = |day: &Ymd| (day.year, day.month, day.day);
        counts.span = Some(match counts.span {
            None => (day, day),
            Some((first, last)) => (
                if order(&day) < order(&first) {
                    day
                } else {
                    first
                },
                if order(&day) > order(&last) {
                    day
                } else {
                    last
                },
            ),
        });
    }
}

/// Most frequent first, then by name.
fn frequent<K: Ord>(counts: impl Iterator<Item = (K, usize)>) -> Vec<(K, usize)> {
    let mut counts: Vec<(K, usize)> = counts.collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}
