//! The store in this process: a [`Library`] in memory, and what was found to stand in more than one of its articles.
//!
//! The loader publishes ever newer libraries into it ([`Embedded::publish`]) while questions are
//! answered; each answer is worked out from one state alone, whatever is published meanwhile. What was
//! worked out for a listing ([`ordered`]) is kept for its later windows ([`listing`]).

mod elsewhere;
mod first;
mod listing;
mod ordered;
mod overview;
mod read;
mod verbs;

#[cfg(test)]
mod tests;

use std::sync::{Arc, PoisonError, RwLock};

use super::{
    Answer, Answered, Ask, Card, CopiesKnown, Known, ProblemList, RelatedRow, State, Store,
    StoreError,
};
use crate::corpus::Stop;
use crate::dedup::Copies;
use crate::library::{ArticleKey, ArticleNo, Entry, FirstScreen, Library, Profiles};
use listing::Listings;

/// A corpus in memory.
#[derive(Default)]
pub struct Embedded {
    current: RwLock<Arc<Snapshot>>,
    listings: Listings,
}

/// A library and what was derived from it; never changed once it is published.
#[derive(Clone, Default)]
struct Snapshot {
    known: Known,
    library: Arc<Library>,
    /// What was the newest when the corpus was kept, in place of a library that is still being opened.
    first: Option<Arc<FirstScreen>>,
    copies: Option<Arc<Copies>>,
    /// What articles are about: kept from one question for related articles to the next,
    /// about 1 KB an article that was looked at.
    profiles: Arc<Profiles>,
}

impl Embedded {
    /// A store of a whole library; copies are not known until [`Embedded::find_copies`].
    pub fn of(library: Arc<Library>) -> Embedded {
        let store = Embedded::default();
        store.publish(library, true);
        store
    }

    /// Answers from a newer library from now on; `complete` when nothing more is being loaded.
    pub fn publish(&self, library: Arc<Library>, complete: bool) -> Known {
        self.change(|snapshot| {
            snapshot.library = library;
            snapshot.first = None;
            snapshot.copies = None;
            snapshot.profiles = Arc::default();
            snapshot.known.complete = complete;
            snapshot.known.copies = CopiesKnown::NotYet;
        })
    }

    /// Says whether files are being looked at: what is loaded is answered from meanwhile.
    pub fn set_complete(&self, complete: bool) -> Known {
        self.change(|snapshot| snapshot.known.complete = complete)
    }

    /// Looks up what is typed first before it is, so that its first answer takes no longer than a later one; ends
    /// when the library is replaced.
    pub fn warm_up(&self) {
        let library = self.library();
        library.warm_up(&|| Arc::ptr_eq(&self.snapshot().library, &library));
    }

    /// Finds what stands in more than one article, which reads the whole corpus. What is found of a
    /// library that was replaced meanwhile is thrown away.
    pub fn find_copies(&self) -> Known {
        let library = Arc::clone(&self.snapshot().library);
        let copies = Arc::new(library.kept_copies());
        self.change(|snapshot| {
            // Of another library than the present one they would name other articles.
            if Arc::ptr_eq(&snapshot.library, &library) {
                snapshot.copies = Some(copies);
                snapshot.known.copies = CopiesKnown::Yes;
            }
        })
    }

    /// The search for copies has failed: what stands in more than one article will not be known.
    pub fn give_up_copies(&self) -> Known {
        self.change(|snapshot| snapshot.known.copies = CopiesKnown::Never)
    }

    /// The library as it is now.
    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.snapshot().library)
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Publishes the next state, made from the present one by `change`.
    fn change(&self, change: impl FnOnce(&mut Snapshot)) -> Known {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = Snapshot::clone(&current);
        change(&mut next);
        next.known = next.known_now();
        next.known.state = State(current.known.state.0 + 1);
        let known = next.known;
        let before = std::mem::replace(&mut *current, Arc::new(next));
        drop(current);
        // Freeing a library takes long enough that nobody should wait for the lock meanwhile.
        drop(before);
        self.listings.forget_before(known.state);
        known
    }
}

impl Store for Embedded {
    fn ask(&self, ask: &Ask, stop: &Stop) -> Result<Answered, StoreError> {
        let mut snapshot = self.snapshot();
        if let Some(first) = &snapshot.first {
            if let Ask::List(ask) = ask
                && let Some(listing) = first::window(first, snapshot.known, ask)
            {
                return Ok(Answered {
                    state: snapshot.known.state,
                    answer: Answer::List(listing),
                });
            }
            snapshot = self.with_library(stop)?;
        }
        let answer = self.answer(&snapshot, ask, stop);
        if let Err(StoreError::Index(_)) = answer {
            // A segment of the index that stays on the disk may be damaged.
            snapshot.library.distrust_kept();
        }
        if stop.is_set() && answer.is_ok() {
            return Err(StoreError::Stopped);
        }
        // What cannot be read may look like an article that is gone.
        let ended = !matches!(answer, Err(StoreError::Stopped));
        if ended && snapshot.library.is_damaged() {
            return Err(StoreError::Damaged);
        }
        let answer = answer?;
        Ok(Answered {
            state: snapshot.known.state,
            answer,
        })
    }

    fn known(&self) -> Known {
        self.snapshot().known
    }
}

impl Embedded {
    fn answer(
        &self,
        snapshot: &Arc<Snapshot>,
        ask: &Ask,
        stop: &Stop,
    ) -> Result<Answer, StoreError> {
        Ok(match ask {
            Ask::List(ask) => Answer::List(self.listings.window(snapshot, ask, stop)?),
            Ask::Read(ask) => {
                let matcher = self.listings.matcher(snapshot, &ask.marks);
                Answer::Read(Box::new(snapshot.open(ask, &matcher)?))
            }
            Ask::Related { key, n } => Answer::Related(snapshot.related(*key, *n, stop)?),
            Ask::Elsewhere { key, view } => {
                Answer::Elsewhere(Box::new(snapshot.elsewhere(*key, view, stop)?))
            }
            Ask::Difference { here, there } => {
                Answer::Difference(snapshot.difference(*here, *there)?)
            }
            Ask::Compare { first, second } => {
                Answer::Compare(Box::new(snapshot.compare(*first, *second)?))
            }
            Ask::Problems => {
                let problems = snapshot.library.shared_problems();
                let list = ProblemList::new(problems, snapshot.known.problems);
                Answer::Problems(Arc::new(list))
            }
            Ask::Overview => Answer::Overview(Box::new(snapshot.overview(stop)?)),
            Ask::Find(name) => Answer::Find(snapshot.find(name)),
            Ask::Records(keys) => Answer::Records(snapshot.records(keys)),
            Ask::RelatedToEach { places, n } => {
                Answer::RelatedToEach(snapshot.related_to_each(places, *n)?)
            }
            Ask::Stories { threshold } => Answer::Stories(snapshot.stories(*threshold)),
        })
    }
}

impl Snapshot {
    fn known_now(&self) -> Known {
        let of_library = || {
            let library = &self.library;
            (library.len(), library.summary(), library.problem_counts())
        };
        let of_first =
            |first: &Arc<FirstScreen>| (first.articles, first.summary, first.problem_counts);
        let (articles, summary, problems) = self.first.as_ref().map_or_else(of_library, of_first);
        Known {
            articles,
            sources: summary.sources,
            years: summary.first_year.zip(summary.last_year),
            problems,
            ..self.known
        }
    }

    fn number(&self, key: ArticleKey) -> Result<ArticleNo, StoreError> {
        self.library.number(key).ok_or(StoreError::Gone)
    }

    fn entry(&self, key: ArticleKey) -> Result<(ArticleNo, Arc<Entry>), StoreError> {
        let no = self.number(key)?;
        let entry = self.library.get(no).ok_or(StoreError::Gone)?;
        Ok((no, entry))
    }

    /// The card of an article, with how many versions its story has.
    fn card(&self, no: ArticleNo) -> Option<Card> {
        let fields = self.library.card_fields(no)?;
        Some(Card {
            versions: self.version_count(no),
            ..Card::of(self.library.key(no), &fields)
        })
    }

    fn version_count(&self, no: ArticleNo) -> usize {
        let story = self.copies.as_ref().and_then(|c| c.story_of(no.0));
        story.map_or(0, |story| story.members.len())
    }

    fn related(
        &self,
        key: ArticleKey,
        n: usize,
        stop: &Stop,
    ) -> Result<Vec<RelatedRow>, StoreError> {
        let no = self.number(key)?;
        let relater = self.library.relater(Arc::clone(&self.profiles));
        let related = relater.map_or(Ok(Vec::new()), |relater| relater.of(no, n, stop))?;
        let row = |related: crate::library::Related| {
            Some(RelatedRow {
                card: self.card(related.no)?,
                id: self.library.id(related.no),
                score: related.score,
                terms: related.terms,
                days_apart: related.days_apart,
                same_story: related.same_story,
                versions: self.names(&related.versions),
            })
        };
        Ok(related.into_iter().filter_map(row).collect())
    }
}
