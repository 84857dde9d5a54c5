//! From one article to the ones closest to it, with what they share, and to its versions.
//!
//! The index finds candidates by the words that the article is about; what a candidate is about is then
//! compared whole, articles of the same days being favoured. An article that is close to the others
//! found first is favoured, too: what they agree on is the event, what one alone brings in is not.
//!
//! A *version* is the same story in nearly the same words. Versions of the article are listed apart
//! from what is related to it, and of other stories only the closest version is listed, with the rest
//! behind it.
//!
//! Invariants: no article is listed twice, nor as a version of two; the article itself never is.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{ArticleNo, Entry, Library};
use crate::corpus::Stop;
use crate::index::similar::{Profile, ProfileText, Term};
use crate::index::{Hit, IndexError, Searcher};

/// An article close to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    pub no: ArticleNo,
    /// From 0 to 1; the root of what orders them, as closeness is felt: shares of shares look small.
    pub score: f32,
    /// Terms that both have, those that say most about both first.
    pub terms: Vec<Term>,
    /// Days between the two, where both dates are known.
    pub days_apart: Option<u32>,
    /// It is a version of the article asked about.
    pub same_story: bool,
    /// Versions of it that are not listed by themselves, the closest first.
    pub versions: Vec<ArticleNo>,
}

/// Least closeness, from 0 to 1, of related articles: below it two share only chance words.
const MIN_CLOSENESS: f32 = 0.08;
/// Candidates with the best score by words, whose days are looked at as well.
const MAX_WEIGHED: usize = 300;
/// Candidates with the best score by words and days, which are compared whole; versions of the article are
/// not counted.
const MAX_COMPARED: usize = 40;
/// Terms given for each related article: as many as its row has room for.
const MAX_TERMS: usize = 5;
/// Share of the score that depends on the days between two articles.
const DAYS_SHARE: f32 = 0.8;
/// Days between two articles after which that share is down to 1/e.
const DAYS_SCALE: f32 = 15.0;
/// Share of the score that is closeness to the first ones found.
const AGREEMENT_SHARE: f32 = 0.6;
/// Articles that count as the first ones found, versions of one story once.
const AGREEING: usize = 5;
/// Parts of [`Profiles`], each behind its own lock.
const PROFILE_PARTS: usize = 16;
/// Articles asked about together in [`Relater::each`], so that answers come as they are found.
const BLOCK_ARTICLES: usize = 512;

impl Library {
    /// The `n` articles closest to `no`, closest first, then all its versions.
    pub fn related(&self, no: ArticleNo, n: usize) -> Result<Vec<Related>, IndexError> {
        self.related_until(no, n, &Stop::default())
    }

    /// The same, given up with [`IndexError::Stopped`] once `stop` is set.
    pub fn related_until(
        &self,
        no: ArticleNo,
        n: usize,
        stop: &Stop,
    ) -> Result<Vec<Related>, IndexError> {
        self.relater(Arc::default())
            .map_or(Ok(Vec::new()), |relater| relater.of(no, n, stop))
    }

    /// For asking of many articles; `None` where nothing is indexed. The profiles are those that an
    /// earlier relater of this library has left, or none.
    pub fn relater(&self, profiles: Arc<Profiles>) -> Option<Relater<'_>> {
        let searcher = self.searcher.as_ref()?;
        Some(Relater {
            library: self,
            searcher,
            profiles,
        })
    }
}

/// Finds related articles; what each article it has met is about is kept, in about one KB.
pub struct Relater<'a> {
    library: &'a Library,
    searcher: &'a Searcher,
    profiles: Arc<Profiles>,
}

/// What articles of one library are about, by number, once they were looked at: memory grows with
/// those, not with the corpus. In parts, so that threads seldom wait for each other.
#[derive(Default)]
pub struct Profiles {
    parts: [Mutex<FxHashMap<u32, Arc<DatedProfile>>>; PROFILE_PARTS],
}

impl Profiles {
    fn part(&self, no: ArticleNo) -> MutexGuard<'_, FxHashMap<u32, Arc<DatedProfile>>> {
        let [first, ..] = &self.parts;
        let part = self.parts.get(no.index() % PROFILE_PARTS).unwrap_or(first);
        // What is in it is whole, whoever panicked.
        part.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an article is about, and when it is of.
struct DatedProfile {
    profile: Profile,
    day: Option<Date>,
}

/// A candidate after comparison.
struct ScoredArticle {
    no: ArticleNo,
    /// See [`Library::rank`].
    rank: u32,
    known: Arc<DatedProfile>,
    score: f32,
    versions: Vec<ArticleNo>,
}

/// Related articles and versions, both closest first.
#[derive(Default)]
struct Ranked {
    related: Vec<ScoredArticle>,
    versions: Vec<ScoredArticle>,
}

impl Relater<'_> {
    /// The `n` articles closest to `no`, closest first, then all its versions; given up with
    /// [`IndexError::Stopped`] once `stop` is set.
    pub fn of(&self, no: ArticleNo, n: usize, stop: &Stop) -> Result<Vec<Related>, IndexError> {
        let (Some(entry), Some(known)) = (self.library.get(no), self.known(no)) else {
            return Ok(Vec::new());
        };
        let candidates = self.candidates(no, &known)?;
        self.meet(&candidates, stop);
        if stop.is_set() {
            return Err(IndexError::Stopped);
        }
        let ranked = self.ranked(&known, &candidates, n);
        let shown = || ranked.related.iter().chain(&ranked.versions);
        let others: Vec<&Profile> = shown().map(|c| &c.known.profile).collect();
        let own = own(&entry);
        let (searcher, profile) = (self.searcher, &known.profile);
        let terms = searcher.shared_terms(&own, profile, &others, MAX_TERMS);
        let related = shown().zip(terms).enumerate();
        let related = related.map(|(at, (compared, terms))| Related {
            no: compared.no,
            score: compared.score.sqrt(),
            terms,
            days_apart: days_apart(&known, &compared.known),
            same_story: at >= ranked.related.len(),
            versions: compared.versions.clone(),
        });
        Ok(related.collect())
    }

    /// For every article in turn the `n` closest, and its versions, without saying why.
    pub fn each(
        &self,
        n: usize,
        f: impl FnMut(ArticleNo, &[ArticleNo], &[ArticleNo]),
    ) -> Result<(), IndexError> {
        let all: Vec<ArticleNo> = self.library.numbers().collect();
        self.each_of(&all, n, f)
    }

    /// The same for some articles.
    pub fn each_of(
        &self,
        all: &[ArticleNo],
        n: usize,
        mut f: impl FnMut(ArticleNo, &[ArticleNo], &[ArticleNo]),
    ) -> Result<(), IndexError> {
        for block in all.chunks(BLOCK_ARTICLES) {
            for (no, ranked) in self.block(block, n)? {
                f(no, &numbers(&ranked.related), &numbers(&ranked.versions));
            }
        }
        Ok(())
    }

    /// Asks about some articles on all processors.
    fn block(
        &self,
        articles: &[ArticleNo],
        n: usize,
    ) -> Result<Vec<(ArticleNo, Ranked)>, IndexError> {
        let ask = |no: &ArticleNo| {
            let Some(known) = self.known(*no) else {
                return Ok((*no, Ranked::default()));
            };
            let candidates = self.candidates(*no, &known)?;
            Ok((*no, self.ranked(&known, &candidates, n)))
        };
        thread::scope(|scope| {
            let shares = articles.chunks(articles.len().div_ceil(threads()).max(1));
            let ask_all = |share: &[ArticleNo]| share.iter().map(ask).collect::<Vec<_>>();
            let workers: Vec<_> = shares
                .map(|share| scope.spawn(move || ask_all(share)))
                .collect();
            // The panic hook has reported a worker that panicked; its articles have no answer.
            let answers = workers.into_iter().filter_map(|worker| worker.join().ok());
            answers.flatten().collect()
        })
    }

    fn ranked(&self, own: &DatedProfile, candidates: &[ArticleNo], n: usize) -> Ranked {
        let mut ranked = self.compare(own, candidates);
        agree(&mut ranked.related);
        ranked.related.sort_unstable_by(closest);
        ranked.related = apart(ranked.related);
        ranked.related.truncate(n);
        ranked
    }

    /// What is close enough to an article.
    fn compare(&self, own: &DatedProfile, candidates: &[ArticleNo]) -> Ranked {
        let mut ranked = Ranked::default();
        let mut compared = 0;
        for &no in candidates {
            let Some(known) = self.known(no) else {
                continue;
            };
            let closeness = own.profile.closeness(&known.profile);
            let is_version = own.profile.is_version(&known.profile);
            let other = ScoredArticle {
                no,
                rank: self.library.rank(no),
                score: closeness * timely(days_apart(own, &known)),
                known,
                versions: Vec::new(),
            };
            if is_version {
                ranked.versions.push(other);
                continue;
            }
            if closeness >= MIN_CLOSENESS {
                ranked.related.push(other);
            }
            compared += 1;
            if compared == MAX_COMPARED {
                break;
            }
        }
        ranked.related.sort_unstable_by(closest);
        ranked.versions.sort_unstable_by(closest);
        ranked
    }

    /// What may be close to an article, likeliest first.
    fn candidates(&self, no: ArticleNo, own: &DatedProfile) -> Result<Vec<ArticleNo>, IndexError> {
        let rank = |hit: &Hit| self.library.rank(ArticleNo(hit.doc));
        let best = |a: &Hit, b: &Hit| {
            let best = b.score.total_cmp(&a.score);
            best.then_with(|| rank(a).cmp(&rank(b)))
        };
        let mut hits = self.searcher.akin(&own.profile, no.0, MAX_WEIGHED)?;
        for hit in &mut hits {
            let day = self.library.day(ArticleNo(hit.doc));
            hit.score *= timely(days_between(own.day, day));
        }
        hits.sort_unstable_by(best);
        Ok(hits.iter().map(|hit| ArticleNo(hit.doc)).collect())
    }

    /// Reads the likeliest articles on all processors, since a person is waiting; none further once `stop`
    /// is set.
    fn meet(&self, articles: &[ArticleNo], stop: &Stop) {
        let likeliest = articles.get(..MAX_COMPARED).unwrap_or(articles);
        thread::scope(|scope| {
            let read = move |share: &[ArticleNo]| {
                let wanted = share.iter().take_while(|_| !stop.is_set());
                wanted.filter_map(|no| self.known(*no)).count()
            };
            let mut shares = likeliest.chunks(likeliest.len().div_ceil(threads()).max(1));
            // This thread has nothing else to do meanwhile.
            let own = shares.next().unwrap_or(&[]);
            for share in shares {
                scope.spawn(move || read(share));
            }
            read(own);
        });
    }

    fn known(&self, no: ArticleNo) -> Option<Arc<DatedProfile>> {
        if let Some(known) = self.profiles.part(no).get(&no.0) {
            return Some(Arc::clone(known));
        }
        let entry = self.library.read_entry(no)?;
        let known = Arc::new(DatedProfile {
            profile: self.searcher.profile(&own(&entry)),
            day: entry.day(),
        });
        Some(Arc::clone(
            self.profiles.part(no).entry(no.0).or_insert(known),
        ))
    }
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// What of an article its profile is made from.
fn own(entry: &Entry) -> ProfileText<'_> {
    ProfileText {
        title: entry.article.title_str(),
        passages: entry.own_passages(),
    }
}

fn numbers(articles: &[ScoredArticle]) -> Vec<ArticleNo> {
    articles.iter().map(|compared| compared.no).collect()
}

fn closest(a: &ScoredArticle, b: &ScoredArticle) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.rank.cmp(&b.rank))
}

/// Adds to each score how close the article is to the first ones; these are given closest first.
fn agree(related: &mut [ScoredArticle]) {
    let mut first: Vec<(Arc<DatedProfile>, f32)> = Vec::new();
    for compared in related.iter() {
        let version = |(known, _): &(Arc<DatedProfile>, f32)| compared.is_version_of(known);
        if !first.iter().any(version) {
            first.push((Arc::clone(&compared.known), compared.score));
        }
        if first.len() == AGREEING {
            break;
        }
    }
    let all: f32 = first.iter().map(|(_, score)| score).sum();
    for compared in related {
        let agreement = first.iter().map(|(known, weight)| {
            let closeness = if Arc::ptr_eq(known, &compared.known) {
                compared.score
            } else {
                known.profile.closeness(&compared.known.profile)
            };
            closeness * weight
        });
        let agreement = agreement.sum::<f32>() / all.max(f32::MIN_POSITIVE);
        compared.score = (1.0 - AGREEMENT_SHARE) * compared.score + AGREEMENT_SHARE * agreement;
    }
}

/// Of versions of one text only the first stands for itself.
fn apart(related: Vec<ScoredArticle>) -> Vec<ScoredArticle> {
    let mut kept: Vec<ScoredArticle> = Vec::new();
    for compared in related {
        match kept.iter_mut().find(|k| compared.is_version_of(&k.known)) {
            Some(first) => first.versions.push(compared.no),
            None => kept.push(compared),
        }
    }
    kept
}

impl ScoredArticle {
    fn is_version_of(&self, other: &DatedProfile) -> bool {
        self.known.profile.is_version(&other.profile)
    }
}

fn days_apart(a: &DatedProfile, b: &DatedProfile) -> Option<u32> {
    days_between(a.day, b.day)
}

fn days_between(a: Option<Date>, b: Option<Date>) -> Option<u32> {
    let span = a?.until(b?).ok()?;
    Some(span.get_days().unsigned_abs())
}

/// What nearness in time counts, from 1 (the same day, or who knows) down to a fifth.
fn timely(days: Option<u32>) -> f32 {
    days.map_or(1.0, |days| {
        1.0 - DAYS_SHARE + DAYS_SHARE * (-(days as f32) / DAYS_SCALE).exp()
    })
}
