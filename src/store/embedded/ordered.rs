//! From a request to the order of a list, and from that to rows.
//!
//! A list is its sections in order (groups, then the articles with only some of the words), each
//! with the articles in it and, but for a list in one piece, a row above them. A section is sorted
//! as far as windows have reached into it ([`RankedHits`]).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::Snapshot;
use super::listing::ListName;
use crate::corpus::{Stop, Ymd};
use crate::library::{ArticleNo, RankedHit, RankedHits, RankedResult, SearchResult, YearMonth};
use crate::store::{Group, ListHead, ListRow, Precision, StoreError};

/// Other sources of a story on its card: more than a row has room for.
const MAX_SOURCES: usize = 12;

/// A list in order.
pub(super) struct Ordered {
    pub(super) name: ListName,
    pub(super) head: Arc<ListHead>,
    sections: Mutex<Vec<ListSection>>,
    /// Versions without a row of their own, by the article that has it, in the order found.
    behind: FxHashMap<u32, Vec<u32>>,
    /// The other way round: where to find a version without a row.
    shown_by: FxHashMap<u32, u32>,
    /// What was found, its hits taken out: for snippets and marks.
    pub(super) found: SearchResult,
}

/// A run of rows that are sorted together.
struct ListSection {
    /// The row above it.
    header: Option<ListRow>,
    articles: RankedHits,
}

/// A row as it is kept.
pub(super) enum KeptRow {
    Header(ListRow),
    Article {
        /// Place among the articles of the list.
        at: usize,
        hit: RankedHit,
        complete: bool,
    },
}

/// A value by which articles are grouped.
#[derive(PartialEq, Eq, Hash)]
enum GroupValue {
    Source(usize),
    Month(YearMonth),
    Day(Option<Ymd>),
}

impl ListSection {
    fn rows(&self) -> usize {
        self.articles.len() + usize::from(self.header.is_some())
    }
}

impl Ordered {
    pub(super) fn new(
        snapshot: &Snapshot,
        name: ListName,
        stop: &Stop,
    ) -> Result<Ordered, StoreError> {
        let RankedResult {
            answers,
            more,
            mut found,
        } = snapshot.library.search_ranked(&name.request, stop)?;
        let stories = name.stories && snapshot.copies.is_some();
        let mut ordered = Ordered {
            head: Arc::default(),
            sections: Mutex::default(),
            behind: FxHashMap::default(),
            shown_by: FxHashMap::default(),
            found: SearchResult::default(),
            name,
        };
        // Of no article with every word, those with some are the answer.
        let (answers, rest) = if found.loosened {
            (more, RankedHits::default())
        } else {
            (answers, more)
        };
        let [answers, rest] = ordered.shown(snapshot, [answers, rest]);
        let (count, more) = (answers.len(), rest.len());
        let mut sections = ordered.grouped(snapshot, answers);
        if stop.is_set() {
            return Err(StoreError::Stopped);
        }
        if more > 0 {
            sections.push(ListSection {
                header: Some(ListRow::More(more)),
                articles: rest,
            });
        }
        ordered.head = Arc::new(ListHead {
            known: snapshot.known,
            text: ordered.name.request.text.clone(),
            rows: sections.iter().map(ListSection::rows).sum(),
            count,
            more,
            total: found.total,
            precision: Precision::Exact,
            stories,
            facets: std::mem::take(&mut found.facets),
            loosened: found.loosened,
            searched: found.searched,
            words: found.words.clone(),
            notes: std::mem::take(&mut found.notes),
        });
        ordered.sections = Mutex::new(sections);
        ordered.found = found;
        Ok(ordered)
    }

    /// The articles that get a row: of those that answer, and of those that have only some of the words.
    fn shown(&mut self, snapshot: &Snapshot, all: [RankedHits; 2]) -> [RankedHits; 2] {
        let copies = snapshot.copies.as_ref().filter(|_| self.name.stories);
        let Some(copies) = copies else {
            return all;
        };
        let story_of = |hit: &RankedHit| {
            let members = &copies.story_of(hit.doc)?.members;
            // A story is known by its first member.
            members.first().map(|first| first.article)
        };
        // The first article of each story in order: those that answer stand before the others.
        let mut first: FxHashMap<u32, (usize, RankedHit)> = FxHashMap::default();
        let mut others: Vec<(u32, usize, RankedHit)> = Vec::new();
        for (part, hits) in all.iter().enumerate() {
            for hit in hits.iter() {
                let Some(story) = story_of(hit) else {
                    continue;
                };
                let (in_part, best) = first.entry(story).or_insert((part, *hit));
                if best.doc == hit.doc {
                    continue;
                }
                let (mut other, mut other_part) = (*hit, part);
                if (part, hit.key) < (*in_part, best.key) {
                    std::mem::swap(best, &mut other);
                    std::mem::swap(in_part, &mut other_part);
                }
                others.push((story, other_part, other));
            }
        }
        others.sort_unstable_by_key(|(_, part, hit)| (*part, hit.key));
        for (story, _, hit) in others {
            if let Some((_, row)) = first.get(&story) {
                self.behind.entry(row.doc).or_default().push(hit.doc);
                self.shown_by.insert(hit.doc, row.doc);
            }
        }
        all.map(|hits| {
            let shown = hits
                .iter()
                .filter(|hit| !self.shown_by.contains_key(&hit.doc));
            RankedHits::new(shown.copied().collect(), hits.complete)
        })
    }

    /// The articles in their groups, which stand in the order of their first article.
    fn grouped(&self, snapshot: &Snapshot, articles: RankedHits) -> Vec<ListSection> {
        let library = &snapshot.library;
        let value = |hit: &RankedHit| match self.name.group {
            Group::None => None,
            Group::Source => Some(GroupValue::Source(library.source_place(ArticleNo(hit.doc)))),
            Group::Month => Some(GroupValue::Month(library.month(ArticleNo(hit.doc)))),
            Group::Day => Some(GroupValue::Day(library.ymd(ArticleNo(hit.doc)))),
        };
        if self.name.group == Group::None {
            return vec![ListSection {
                header: None,
                articles,
            }];
        }
        let mut places: FxHashMap<GroupValue, usize> = FxHashMap::default();
        let mut groups: Vec<(u64, Vec<RankedHit>)> = Vec::new();
        for hit in articles.iter() {
            let Some(value) = value(hit) else {
                continue;
            };
            let place = *places.entry(value).or_insert_with(|| {
                groups.push((hit.key, Vec::new()));
                groups.len() - 1
            });
            if let Some((first, members)) = groups.get_mut(place) {
                *first = hit.key.min(*first);
                members.push(*hit);
            }
        }
        groups.sort_unstable_by_key(|(first, _)| *first);
        let section = |members: Vec<RankedHit>| {
            let first = members.first().map(|hit| ArticleNo(hit.doc));
            let name = match self.name.group {
                Group::Source => first.map(|no| library.source_name(no).to_owned()),
                Group::Month => first
                    .and_then(|no| library.month(no))
                    .map(|(year, month)| format!("{year:04}-{month:02}")),
                Group::Day => first
                    .and_then(|no| library.ymd(no))
                    .map(|day| day.to_string()),
                Group::None => None,
            };
            ListSection {
                header: Some(ListRow::Header {
                    name: name.unwrap_or_default(),
                    count: members.len(),
                }),
                articles: RankedHits::new(members, articles.complete),
            }
        };
        groups
            .into_iter()
            .map(|(_, members)| section(members))
            .collect()
    }

    /// The sections; each is whole, whoever panicked.
    fn sections(&self) -> MutexGuard<'_, Vec<ListSection>> {
        self.sections.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The row of the first of these that is listed.
    pub(super) fn row_of_first(&self, articles: impl Iterator<Item = ArticleNo>) -> Option<usize> {
        let mut articles = articles.map(|no| *self.shown_by.get(&no.0).unwrap_or(&no.0));
        let sections = self.sections();
        articles.find_map(|doc| {
            let mut row = 0;
            for section in sections.iter() {
                if let Some(place) = section.articles.place(doc) {
                    return Some(row + usize::from(section.header.is_some()) + place);
                }
                row += section.rows();
            }
            None
        })
    }

    /// The rows from one to another.
    pub(super) fn kept(&self, start: usize, end: usize) -> Vec<KeptRow> {
        let mut sections = self.sections();
        let mut rows = Vec::new();
        // The first row of the section, and the first of its articles among all.
        let (mut row, mut article) = (0, 0);
        for section in sections.iter_mut() {
            let after = row + section.rows();
            if row < end && start < after {
                let header = section.header.as_ref();
                rows.extend(
                    header
                        .filter(|_| start <= row)
                        .map(|header| KeptRow::Header(header.clone())),
                );
                let begin = row + usize::from(header.is_some());
                let from = start.saturating_sub(begin);
                let complete = section.articles.complete;
                let hits = section.articles.at(from..end.saturating_sub(begin));
                rows.extend(
                    hits.iter()
                        .zip(article + from..)
                        .map(|(hit, at)| KeptRow::Article {
                            at,
                            hit: *hit,
                            complete,
                        }),
                );
            }
            row = after;
            article += section.articles.len();
        }
        rows
    }

    pub(super) fn row(
        &self,
        snapshot: &Snapshot,
        row: KeptRow,
        snippet: Option<usize>,
    ) -> Option<ListRow> {
        let (at, hit, complete) = match row {
            KeptRow::Header(header) => return Some(header),
            KeptRow::Article { at, hit, complete } => (at, hit, complete),
        };
        let no = ArticleNo(hit.doc);
        let mut card = snapshot.card(no)?;
        card.title_hits = self.found.matcher.spans(&card.title);
        card.at = at;
        card.score = hit.score;
        card.complete = complete;
        if let Some(chars) = snippet {
            let entry = snapshot.library.get(no)?;
            card.snippet = Some(self.found.snippet(&entry, chars));
        }
        let behind = self.behind.get(&hit.doc).map_or(&[][..], Vec::as_slice);
        card.behind = behind.len();
        let mut sources: Vec<String> = Vec::new();
        for doc in behind {
            let name = snapshot.library.source_name(ArticleNo(*doc));
            let other = !name.is_empty() && name != card.source;
            if other && !sources.iter().any(|known| known == name) {
                sources.push(name.to_owned());
            }
            if sources.len() == MAX_SOURCES {
                break;
            }
        }
        card.behind_sources = sources;
        Some(ListRow::Article(Arc::new(card)))
    }
}
