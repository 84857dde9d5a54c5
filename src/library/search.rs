//! From a request (query, filter, order) to the articles that answer it, with live counts.

use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::ArticleColumns;
use super::facets::{Facets, Sieve, YearMonth};
use super::ranked::{RankedHits, Ranking};
use super::{ArticleNo, Entry, Library};
use crate::corpus::{Class, Stop, Ymd};
use crate::index::snippet::{Snippet, Snippets};
use crate::index::{Forms, Hit, IndexError, Matcher, Partly, WordForms};
use crate::query::{Clause, Limits, Query, QueryNote, TypedDates};

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first, unknown dates last.
    #[default]
    Date,
    /// Oldest first, unknown dates last.
    Oldest,
    /// By name of the source, newest first within it.
    Source,
    /// Best match first; newest first without a query.
    Relevance,
    /// By path, then by record.
    Place,
}

/// Only articles of these sources and times; empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The empty name is "unknown".
    pub sources: BTreeSet<String>,
    /// Sources whose articles are left out.
    pub left_out: BTreeSet<String>,
    /// An article is of one of these months or of one of the days.
    pub months: BTreeSet<YearMonth>,
    pub days: BTreeSet<Ymd>,
    /// And in this range of days.
    pub dates: Option<TypedDates>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
            && self.left_out.is_empty()
            && self.months.is_empty()
            && self.days.is_empty()
            && self.dates.is_none()
    }
}

/// Everything that decides what a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As typed.
    pub text: String,
    /// Whether its last word may go on: it was typed without a space after it.
    pub typing: bool,
    /// Which forms of the words answer.
    pub forms: Forms,
    pub filter: Filter,
    /// Beside those of `text`: an article has to pass both.
    pub limits: Limits,
    pub sort: Sort,
}

/// What a request found.
#[derive(Clone, Debug, Default)]
pub struct SearchResult {
    /// The articles with every word in the order asked for; by relevance, the best of those with
    /// only some of the words after them.
    pub hits: Vec<Hit>,
    /// How many of `hits`, from the first, are the answer; what comes after has less.
    pub answers: usize,
    /// How many articles answer; of those with only some of the words only the best are in `hits`.
    pub total: usize,
    pub facets: Facets,
    /// No article has all the words: these have some of them, or words that are akin.
    pub loosened: bool,
    /// Whether the request had a query.
    pub searched: bool,
    /// The spellings that answer each word of the query.
    pub words: Vec<WordForms>,
    /// What of the query was not understood.
    pub notes: Vec<QueryNote>,
    /// What to mark in texts.
    pub matcher: Matcher,
}

/// What a request found, in an order of which only the beginning is worked out until more is asked for.
#[derive(Clone, Debug, Default)]
pub struct RankedResult {
    /// The articles that answer.
    pub answers: RankedHits,
    /// The best of those with only some of the words, that stand after them.
    pub more: RankedHits,
    /// All else; it has no hits.
    pub found: SearchResult,
}

/// Longest list of articles with only some of the words: nobody looks further.
const MAX_PARTIAL: usize = 500;

impl SearchResult {
    /// The articles in order.
    pub fn numbers(&self) -> impl Iterator<Item = ArticleNo> {
        self.hits.iter().map(|hit| ArticleNo(hit.doc))
    }

    /// The piece of an article that is worth showing, of at most `chars` chars: of what is its own
    /// if something matches there, else of anything; how it begins where nothing does.
    pub fn snippet(&self, entry: &Entry, chars: usize) -> Snippet {
        let text = &entry.article.text;
        let snippets = Snippets::new(&self.matcher, &self.words, chars);
        // The title stands beside a snippet anyway.
        let own = entry.own_ranges(|class| !class.is_furniture() && class != Class::Title);
        let whole = entry.article.paragraphs.iter().map(|p| p.bytes.clone());
        let whole: Vec<_> = whole.collect();
        snippets
            .matching(text, &own)
            .or_else(|| snippets.matching(text, &whole))
            .unwrap_or_else(|| snippets.beginning(text, if own.is_empty() { &whole } else { &own }))
    }
}

impl Library {
    /// Answers a request.
    pub fn search(&self, request: &Request) -> Result<SearchResult, IndexError> {
        self.search_until(request, &Stop::default())
    }

    /// The same, given up with [`IndexError::Stopped`] once `stop` is set.
    pub fn search_until(&self, request: &Request, stop: &Stop) -> Result<SearchResult, IndexError> {
        let RankedResult {
            answers,
            more,
            mut found,
        } = self.search_ranked(request, stop)?;
        found.hits = answers.into_hits();
        found.hits.extend(more.into_hits());
        Ok(found)
    }

    /// The same, sorted only as far as it is asked for.
    pub fn search_ranked(
        &self,
        request: &Request,
        stop: &Stop,
    ) -> Result<RankedResult, IndexError> {
        let query = self.parse(&request.text, request.typing);
        let gate = Gate::new(&self.columns, [&query.limits, &request.limits]);
        let passes = |doc: u32| gate.passes(ArticleNo(doc));
        let mut found = SearchResult {
            searched: !query.is_empty() || !request.limits.is_empty(),
            notes: query.notes.clone(),
            ..SearchResult::default()
        };
        let hits = match &self.searcher {
            Some(searcher) if found.searched => {
                let sieve = Sieve::new(&self.columns, &request.filter);
                let partly = Partly {
                    count: match request.sort {
                        Sort::Relevance => MAX_PARTIAL,
                        _ => 0,
                    },
                    passes: &|doc| sieve.passes(ArticleNo(doc)),
                };
                let forms = request.forms;
                let answer = searcher.search_partly(&query, forms, &passes, Some(&partly), stop)?;
                found.words = answer.words;
                found.matcher = answer.matcher;
                answer.hits
            }
            _ => self.everything().filter(|hit| passes(hit.doc)).collect(),
        };
        if stop.is_set() {
            return Err(IndexError::Stopped);
        }
        Ok(self.narrow(&hits, &query, request, found))
    }

    /// Looks up what is typed first before it is, for as long as `go_on` says.
    pub fn warm_up(&self, go_on: &dyn Fn() -> bool) {
        let warm = self.searcher.as_ref().map(|s| s.warm_up(go_on));
        if let Some(Err(_)) = warm {
            self.distrust_kept();
        }
    }

    /// What a query marks in texts, without looking for articles.
    pub fn matcher(&self, text: &str, typing: bool, forms: Forms) -> Matcher {
        let query = self.parse(text, typing);
        match &self.searcher {
            Some(searcher) if !query.is_empty() => searcher.matcher(&query, forms),
            _ => Matcher::default(),
        }
    }

    /// The articles at these places of [`Sort::Place`].
    pub fn by_place(&self, places: Range<usize>) -> Vec<ArticleNo> {
        let places = places.start.min(self.len())..places.end.min(self.len());
        let ranks = places.filter_map(|place| u32::try_from(place).ok());
        ranks.map(|rank| self.at_rank(rank)).collect()
    }

    /// The query, its `source:` read against the sources there are.
    pub fn parse(&self, text: &str, typing: bool) -> Query {
        Query::parse_among(text, typing, &|name| {
            self.columns.names().iter().any(|source| name.holds(source))
        })
    }

    fn everything(&self) -> impl Iterator<Item = Hit> {
        (0..self.len()).filter_map(|n| {
            Some(Hit {
                doc: u32::try_from(n).ok()?,
                score: 0.0,
                complete: true,
            })
        })
    }

    /// Filters, counts and sorts: complete answers first, and if there are none, the best of the rest.
    fn narrow(
        &self,
        hits: &[Hit],
        query: &Query,
        request: &Request,
        mut found: SearchResult,
    ) -> RankedResult {
        let sieve = Sieve::new(&self.columns, &request.filter);
        let passes = |hit: &&Hit| sieve.passes(ArticleNo(hit.doc));
        let answers = |hit: &&Hit| hit.complete && passes(hit);
        let none = !hits.iter().any(|hit| answers(&hit));
        let counted = hits.iter().filter(|hit| hit.complete || none);
        found.facets = sieve.facets(counted.map(|hit| ArticleNo(hit.doc)));
        let rest = || hits.iter().filter(|hit| !hit.complete).filter(passes);
        found.loosened = none && rest().next().is_some();
        let is_wanted = |clause: &&Clause| matches!(clause, Clause::Any(_));
        let several = query.clauses.iter().filter(is_wanted).count() > 1;
        let mut more = RankedHits::default();
        if found.loosened || (request.sort == Sort::Relevance && several) {
            let ranking = Ranking::new(self, Sort::Relevance, found.searched);
            let rest: Vec<Hit> = rest().copied().collect();
            found.total = rest.len();
            more = self.best(rest, &ranking);
        }
        let ranking = Ranking::new(self, request.sort, found.searched);
        // There is room for all from the first: to make more later is to copy millions of bytes.
        let mut ranked = Vec::with_capacity(if none { 0 } else { hits.len() });
        let answers = hits.iter().filter(answers);
        ranked.extend(answers.map(|hit| ranking.ranked(hit)));
        let answers = ranked;
        if !found.loosened {
            found.total = answers.len();
        }
        found.answers = if found.loosened {
            more.len()
        } else {
            answers.len()
        };
        RankedResult {
            answers: RankedHits::new(answers, true),
            more,
            found,
        }
    }

    /// Only the best of those with less than every word are worth a look. Which these are their scores
    /// and their ranks decide, in which order they stand the dates as well.
    fn best(&self, mut hits: Vec<Hit>, ranking: &Ranking<'_>) -> RankedHits {
        if hits.len() > MAX_PARTIAL {
            let rank = |hit: &Hit| self.rank(ArticleNo(hit.doc));
            hits.select_nth_unstable_by(MAX_PARTIAL, |a, b| {
                let best = b.score.total_cmp(&a.score);
                best.then_with(|| rank(a).cmp(&rank(b)))
            });
            hits.truncate(MAX_PARTIAL);
        }
        RankedHits::new(hits.iter().map(|hit| ranking.ranked(hit)).collect(), false)
    }
}

/// What limits let through; the name of a source is taken apart once, not for every article.
struct Gate<'a> {
    limits: [&'a Limits; 2],
    columns: &'a ArticleColumns,
    /// By place of the source; empty where all pass.
    sources: Vec<bool>,
    dated: bool,
}

impl<'a> Gate<'a> {
    fn new(columns: &'a ArticleColumns, limits: [&'a Limits; 2]) -> Gate<'a> {
        let passes = |name: &String| limits.iter().all(|l| l.source_passes(name));
        let sources = if limits.iter().all(|l| l.sources.is_empty()) {
            Vec::new()
        } else {
            columns.names().iter().map(passes).collect()
        };
        Gate {
            limits,
            columns,
            sources,
            dated: limits.iter().any(|l| !l.dates.is_empty()),
        }
    }

    fn passes(&self, no: ArticleNo) -> bool {
        let source =
            || self.sources.is_empty() || self.sources.get(self.columns.source(no)) != Some(&false);
        let date = || {
            let date = self.columns.date(no);
            self.limits.iter().all(|l| l.date_passes(date))
        };
        source() && (!self.dated || date())
    }
}
