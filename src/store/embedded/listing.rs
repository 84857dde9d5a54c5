//! From a request to the order of a list, kept for its later windows; from that and a window to rows.
//!
//! A list is its articles in order, and a few rows between them (headers of groups, the line above
//! articles with only some of the words) by their places. So a window costs what it shows, whatever
//! was found.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::Snapshot;
use crate::corpus::Stop;
use crate::index::{Hit, Matcher};
use crate::library::{ArticleNo, Request, SearchResult};
use crate::store::{
    Anchor, Group, ListAsk, ListHead, ListRow, Listing, Marks, Precision, State, StoreError,
};

/// Lists kept for their later windows: the one on the screen, the few before it that a key leads back to,
/// and those that verbs page through.
const MAX_LISTS: usize = 6;
/// Other sources of a story on its card: more than a row has room for.
const MAX_SOURCES: usize = 12;
/// Rows on either side of a window's anchor: more than a verb asks for at a time, and than any screen is high.
const MAX_WINDOW: usize = 4096;

/// The lists asked for last, newest first; all of one state of the corpus.
#[derive(Default)]
pub(super) struct Listings {
    kept: Mutex<Vec<Arc<Ordered>>>,
}

/// What decides a list: what is equal in all asks for windows of it.
#[derive(Clone, PartialEq)]
struct ListName {
    state: State,
    request: Request,
    group: Group,
    stories: bool,
}

/// A list in order.
struct Ordered {
    name: ListName,
    head: Arc<ListHead>,
    /// In the order of their rows.
    articles: Vec<Hit>,
    /// Rows that are no articles, by their place among all rows, in order.
    between: Vec<(usize, ListRow)>,
    /// Versions without a row of their own, by the article that has it, in the order found.
    behind: FxHashMap<u32, Vec<u32>>,
    /// The other way round: where to find a version without a row.
    shown_by: FxHashMap<u32, u32>,
    /// What was found, its hits taken out: for snippets and marks.
    found: SearchResult,
}

impl Listings {
    /// The rows of a window.
    pub(super) fn window(
        &self,
        snapshot: &Snapshot,
        ask: &ListAsk,
        stop: &Stop,
    ) -> Result<Listing, StoreError> {
        let ordered = self.ordered(snapshot, ask, stop)?;
        let anchor = match &ask.window.anchor {
            Anchor::Row(row) => (ordered.head.rows > 0).then(|| (*row).min(ordered.head.rows - 1)),
            Anchor::Keys(keys) => {
                let numbers = keys.iter().filter_map(|key| snapshot.library.number(*key));
                ordered.row_of_first(numbers)
            }
        };
        let at = anchor.unwrap_or(0);
        let before = ask.window.before.min(MAX_WINDOW);
        let after = ask.window.after.min(MAX_WINDOW);
        let start = at.saturating_sub(before);
        let end = at.saturating_add(after + 1).min(ordered.head.rows);
        let rows = (start..end).filter_map(|row| ordered.row(snapshot, row, ask.snippet_chars));
        Ok(Listing {
            head: Arc::clone(&ordered.head),
            start,
            rows: rows.collect(),
            anchor,
        })
    }

    /// What a query marks in texts.
    pub(super) fn matcher(&self, snapshot: &Snapshot, marks: &Marks) -> Matcher {
        let kept = self.lock();
        let same = |ordered: &&Arc<Ordered>| {
            let request = &ordered.name.request;
            ordered.name.state == snapshot.known.state
                && (&request.text, request.typing, request.forms)
                    == (&marks.text, marks.typing, marks.forms)
        };
        if let Some(ordered) = kept.iter().find(same) {
            return ordered.found.matcher.clone();
        }
        drop(kept);
        let Marks {
            text,
            typing,
            forms,
        } = marks;
        snapshot.library.matcher(text, *typing, *forms)
    }

    fn ordered(
        &self,
        snapshot: &Snapshot,
        ask: &ListAsk,
        stop: &Stop,
    ) -> Result<Arc<Ordered>, StoreError> {
        let name = ListName {
            state: snapshot.known.state,
            request: ask.request.clone(),
            group: ask.group,
            stories: ask.stories,
        };
        let mut kept = self.lock();
        if let Some(at) = kept.iter().position(|ordered| ordered.name == name) {
            let ordered = kept.remove(at);
            kept.insert(0, Arc::clone(&ordered));
            return Ok(ordered);
        }
        // The lock is not held while searching: other lanes have questions too.
        drop(kept);
        let ordered = Arc::new(Ordered::new(snapshot, name, stop)?);
        let mut kept = self.lock();
        let newest = kept.iter().map(|other| other.name.state).max();
        // A search may outlast its state: its list will not be asked for again.
        if newest.is_none_or(|newest| newest <= snapshot.known.state) {
            kept.retain(|other| other.name.state == snapshot.known.state);
            kept.insert(0, Arc::clone(&ordered));
            kept.truncate(MAX_LISTS);
        }
        Ok(ordered)
    }

    /// Frees the lists of earlier states, which no later window can be put together with.
    pub(super) fn forget_before(&self, state: State) {
        self.lock().retain(|list| list.name.state >= state);
    }

    /// The lists; each is whole, whoever panicked.
    fn lock(&self) -> MutexGuard<'_, Vec<Arc<Ordered>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ordered {
    fn new(snapshot: &Snapshot, name: ListName, stop: &Stop) -> Result<Ordered, StoreError> {
        let mut found = snapshot.library.search_until(&name.request, stop)?;
        let hits = std::mem::take(&mut found.hits);
        let stories = name.stories && snapshot.copies.is_some();
        let mut ordered = Ordered {
            head: Arc::default(),
            articles: Vec::new(),
            between: Vec::new(),
            behind: FxHashMap::default(),
            shown_by: FxHashMap::default(),
            found: SearchResult::default(),
            name,
        };
        let (answers, more) = ordered.shown(snapshot, hits, found.answers);
        let (count, rest) = (answers.len(), more.len());
        ordered.arrange(snapshot, answers, stop)?;
        if rest > 0 {
            let row = ordered.rows();
            ordered.between.push((row, ListRow::More(rest)));
            ordered.articles.extend(more);
        }
        ordered.head = Arc::new(ListHead {
            known: snapshot.known,
            text: ordered.name.request.text.clone(),
            rows: ordered.rows(),
            count,
            more: rest,
            total: found.total,
            precision: Precision::Exact,
            stories,
            facets: std::mem::take(&mut found.facets),
            loosened: found.loosened,
            searched: found.searched,
            words: found.words.clone(),
            notes: std::mem::take(&mut found.notes),
        });
        ordered.found = found;
        Ok(ordered)
    }

    fn rows(&self) -> usize {
        self.articles.len() + self.between.len()
    }

    /// The articles that get a row: the answer, and those that have only some of the words.
    fn shown(
        &mut self,
        snapshot: &Snapshot,
        mut hits: Vec<Hit>,
        answers: usize,
    ) -> (Vec<Hit>, Vec<Hit>) {
        let answers = answers.min(hits.len());
        let copies = snapshot.copies.as_ref().filter(|_| self.name.stories);
        let Some(copies) = copies else {
            let more = hits.split_off(answers);
            return (hits, more);
        };
        // A story is known by its first member.
        let mut row_of_story: FxHashMap<u32, u32> = FxHashMap::default();
        let (mut shown, mut more) = (Vec::with_capacity(answers), Vec::new());
        for (index, hit) in hits.into_iter().enumerate() {
            let rows = if index < answers {
                &mut shown
            } else {
                &mut more
            };
            let members = copies.story_of(hit.doc).map(|c| c.members.as_slice());
            let Some([first, ..]) = members else {
                rows.push(hit);
                continue;
            };
            let row = *row_of_story.entry(first.article).or_insert(hit.doc);
            if row == hit.doc {
                rows.push(hit);
            } else {
                self.behind.entry(row).or_default().push(hit.doc);
                self.shown_by.insert(hit.doc, row);
            }
        }
        (shown, more)
    }

    /// Puts the articles into their groups, which stand in the order of their first article.
    fn arrange(
        &mut self,
        snapshot: &Snapshot,
        hits: Vec<Hit>,
        stop: &Stop,
    ) -> Result<(), StoreError> {
        let library = &snapshot.library;
        let group = self.name.group;
        if group == Group::None {
            self.articles = hits;
            return Ok(());
        }
        let mut places: FxHashMap<(usize, Option<(i16, u8)>), usize> = FxHashMap::default();
        let mut groups: Vec<Vec<Hit>> = Vec::new();
        for hit in hits {
            let no = ArticleNo(hit.doc);
            let value = match group {
                Group::Source => (library.source_place(no), None),
                Group::Month | Group::None => (0, library.month(no)),
            };
            let place = *places.entry(value).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(members) = groups.get_mut(place) {
                members.push(hit);
            }
        }
        if stop.is_set() {
            return Err(StoreError::Stopped);
        }
        for members in groups {
            let first = members.first().map(|hit| ArticleNo(hit.doc));
            let name = match group {
                Group::Source => first.map(|no| library.source_name(no).to_owned()),
                Group::Month | Group::None => first
                    .and_then(|no| library.month(no))
                    .map(|(year, month)| format!("{year:04}-{month:02}")),
            };
            let header = ListRow::Header {
                name: name.unwrap_or_default(),
                count: members.len(),
            };
            self.between.push((self.rows(), header));
            self.articles.extend(members);
        }
        Ok(())
    }

    /// The row of the first of these that is listed.
    fn row_of_first(&self, articles: impl Iterator<Item = ArticleNo>) -> Option<usize> {
        let mut articles = articles.map(|no| *self.shown_by.get(&no.0).unwrap_or(&no.0));
        articles.find_map(|doc| {
            let at = self.articles.iter().position(|hit| hit.doc == doc)?;
            Some(self.row_at(at))
        })
    }

    /// The row of the article at a place among the articles.
    fn row_at(&self, at: usize) -> usize {
        // Before the n-th row between stand its place less n articles.
        let numbered = || self.between.iter().enumerate();
        let before = numbered().take_while(|(n, (row, _))| row - n <= at).count();
        at + before
    }

    fn row(&self, snapshot: &Snapshot, row: usize, snippet: Option<usize>) -> Option<ListRow> {
        let before = self.between.partition_point(|(place, _)| *place < row);
        match self.between.get(before) {
            Some((place, between)) if *place == row => Some(between.clone()),
            _ => self.article(snapshot, row - before, snippet),
        }
    }

    fn article(&self, snapshot: &Snapshot, at: usize, snippet: Option<usize>) -> Option<ListRow> {
        let hit = self.articles.get(at)?;
        let no = ArticleNo(hit.doc);
        let entry = snapshot.library.get(no)?;
        let mut card = snapshot.card(no, &entry);
        card.title_hits = self.found.matcher.spans(&card.title);
        card.at = at;
        card.score = hit.score;
        card.complete = hit.complete;
        card.snippet = snippet.map(|chars| self.found.snippet(&entry, chars));
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
