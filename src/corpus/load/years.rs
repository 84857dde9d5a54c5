//! Takes articles in order, holds back those whose date lacks a year, and at the end guesses it from their neighbours.
//!
//! Years are counted over all neighbours, so the order in which files are read makes no difference to
//! a guess. It does to which articles get one if more than [`MAX_WAITING`] lack a year: those read
//! first wait, any further ones are given back without a guess, as holding them would take unbounded
//! memory.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::super::article::Article;
use super::super::problem::Problem;
use super::super::reason::Reason;
use super::super::yearless_date::{YearCounts, YearSource, YearlessDate};
use super::pipeline::FinishedArticle;

/// Most articles that wait for a year, as each is held in memory; any further ones are given back
/// without a guess.
const MAX_WAITING: usize = 4096;

/// The years of neighbourhoods, and the articles that wait for them.
pub(super) struct YearGuesser<T> {
    /// For each neighbourhood the years of its dated articles.
    known: HashMap<PathBuf, YearCounts>,
    waiting: Vec<WaitingArticle<T>>,
}

/// An article whose date lacks a year.
struct WaitingArticle<T> {
    article: Box<Article>,
    examined: T,
    yearless: YearlessDate,
    neighbourhood: PathBuf,
}

/// The years of articles that were read before, by neighbourhood.
#[derive(Clone, Debug, Default)]
pub struct KnownYears(HashMap<PathBuf, YearCounts>);

impl KnownYears {
    /// Counts the year of an article; `alone` says whether its file holds no other.
    pub fn add(&mut self, path: &Path, alone: bool, year: i16) {
        let place = neighbourhood(path, alone);
        self.0.entry(place).or_default().add(year);
    }
}

impl<T> From<KnownYears> for YearGuesser<T> {
    fn from(years: KnownYears) -> YearGuesser<T> {
        YearGuesser {
            known: years.0,
            waiting: Vec::new(),
        }
    }
}

impl<T> Default for YearGuesser<T> {
    fn default() -> Self {
        YearGuesser {
            known: HashMap::new(),
            waiting: Vec::new(),
        }
    }
}

impl<T> YearGuesser<T> {
    /// Gives the article back unless it has to wait.
    pub(super) fn take(&mut self, found: FinishedArticle<T>) -> Option<(Box<Article>, T)> {
        let FinishedArticle {
            article,
            examined,
            yearless,
            alone,
        } = found;
        if let Some(year) = article.date.as_ref().and_then(|d| d.value.year()) {
            let place = neighbourhood(&article.path, alone);
            self.known.entry(place).or_default().add(year);
        }
        match yearless {
            Some(yearless) if self.waiting.len() < MAX_WAITING => {
                self.waiting.push(WaitingArticle {
                    neighbourhood: neighbourhood(&article.path, alone),
                    article,
                    examined,
                    yearless,
                });
                None
            }
            _ => Some((article, examined)),
        }
    }

    /// The articles that waited, with a guess where their neighbours allow one.
    pub(super) fn settle(&mut self) -> impl Iterator<Item = (Box<Article>, T)> + use<T> {
        let waiting = std::mem::take(&mut self.waiting);
        let known = std::mem::take(&mut self.known);
        waiting.into_iter().map(move |mut waiting| {
            let years = known.get(&waiting.neighbourhood);
            let guess =
                years.and_then(|years| waiting.yearless.among(years, YearSource::Neighbours));
            waiting.article.date_guess = guess;
            (waiting.article, waiting.examined)
        })
    }
}

/// The neighbourhood of an article: the folder of a file with one article, the file of a record.
fn neighbourhood(path: &Path, alone: bool) -> PathBuf {
    match path.parent() {
        Some(folder) if alone => folder.to_path_buf(),
        _ => path.to_path_buf(),
    }
}

/// The problem that reports an article's guessed date.
pub(super) fn guess_problem(article: &Article) -> Option<Problem> {
    let guess = article.date_guess?;
    Some(Problem {
        record: Some(article.record),
        line: article.line,
        ..Problem::new(&*article.path, Reason::DateGuessed { guess })
    })
}
