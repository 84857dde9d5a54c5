//! Takes paths and a sink, reads every file in turn and hands each article, problem and progress to the sink.
//!
//! Articles whose date lacks a year are held back until everything is read: the years of their
//! neighbours in the same folder or file are the best hint at theirs.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::article::Article;
use super::discover::{self, discover};
use super::format::{self, Item, Trouble};
use super::metadata::{Assembled, Place, assemble};
use super::problem::{Level, Problem};
use super::year::Yearless;

/// What happens during a load.
#[derive(Debug)]
pub enum Event {
    Article(Box<Article>),
    Problem(Problem),
    Progress(Progress),
}

/// How far a load has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub bytes_done: u64,
    /// 0 while unknown (a pipe).
    pub bytes_total: u64,
    pub articles: usize,
}

/// Bytes between two reports of progress.
const EVERY_BYTES: u64 = 1 << 20;
/// Articles between two reports of progress.
const EVERY_ARTICLES: usize = 256;
/// Articles that wait for a year; more than that are handed out without a guess.
const WAITING: usize = 4096;
/// Years remembered of a neighbourhood: enough to tell which is the most frequent.
const YEARS: usize = 512;
/// Bytes read from a file at a time.
const BUFFER: usize = 256 << 10;

/// Reads everything under `sources`. A `Break` from the sink stops at once.
pub fn load(sources: &[PathBuf], sink: &mut dyn FnMut(Event) -> ControlFlow<()>) {
    let mut load = Load {
        sink,
        progress: Progress::default(),
        reported: Progress::default(),
        waiting: Vec::new(),
        years: HashMap::new(),
    };
    // A break ends the load and nothing is left to do.
    let _stopped = load.run(sources);
}

struct Load<'a> {
    sink: &'a mut dyn FnMut(Event) -> ControlFlow<()>,
    progress: Progress,
    reported: Progress,
    waiting: Vec<Waiting>,
    /// For each folder (of text files) or file (of records): the years of its dated articles.
    years: HashMap<PathBuf, Vec<i16>>,
}

/// An article whose date lacks a year.
struct Waiting {
    article: Box<Article>,
    open: Yearless,
    /// Its key in [`Load::years`].
    neighbourhood: PathBuf,
}

impl Load<'_> {
    fn run(&mut self, sources: &[PathBuf]) -> ControlFlow<()> {
        let (files, problems) = discover(sources);
        for problem in problems {
            (self.sink)(Event::Problem(problem))?;
        }
        self.progress.bytes_total = files.iter().map(|f| f.bytes).sum();
        self.report()?;
        for file in &files {
            self.file(file)?;
        }
        for waiting in std::mem::take(&mut self.waiting) {
            self.settle(waiting)?;
        }
        self.report()
    }

    fn file(&mut self, file: &discover::Found) -> ControlFlow<()> {
        let read = self.open(file);
        read.unwrap_or_else(|error| {
            let reason = format!("cannot be read: {}", error.to_string().to_lowercase());
            self.problem(
                &file.path,
                whole_file(reason, "check that it is there and may be read"),
            )
        })
    }

    fn open(&mut self, file: &discover::Found) -> io::Result<ControlFlow<()>> {
        let mut input = BufReader::with_capacity(
            BUFFER.min(file.bytes as usize + 4096),
            File::open(&file.path)?,
        );
        let format = match format::pick(&file.path, input.fill_buf()?) {
            Ok(format) => format,
            Err(hint) => {
                let trouble = whole_file("not a text file: packed or binary".into(), hint);
                return Ok(self.problem(&file.path, trouble));
            }
        };
        let place = Place {
            path: file.path.clone(),
            folder: file.folder.clone(),
        };
        format.read(&mut input, &mut |item| self.item(item, &place))
    }

    fn item(&mut self, item: Item, place: &Place) -> ControlFlow<()> {
        match item {
            Item::Trouble(trouble) => self.problem(&place.path, trouble),
            Item::Record(record) => {
                let plain = record.plain;
                self.article(assemble(*record, place), &place.path, plain)
            }
            Item::Read(bytes) => {
                self.progress.bytes_done += bytes;
                self.report_now_and_then()
            }
        }
    }

    fn article(&mut self, found: Assembled, path: &Path, plain: bool) -> ControlFlow<()> {
        let article = Box::new(found.article);
        if let Some(year) = article.date.as_ref().and_then(|d| d.value.year()) {
            let years = self.years.entry(neighbourhood(path, plain)).or_default();
            if years.len() < YEARS {
                years.push(year);
            }
        }
        match found.yearless {
            Some(open) if self.waiting.len() < WAITING => {
                self.waiting.push(Waiting {
                    article,
                    open,
                    neighbourhood: neighbourhood(path, plain),
                });
                ControlFlow::Continue(())
            }
            _ => self.hand_out(article),
        }
    }

    /// Guesses a year from the neighbours, then hands out.
    fn settle(&mut self, mut waiting: Waiting) -> ControlFlow<()> {
        let years = self.years.get(&waiting.neighbourhood);
        let guess = years.and_then(|years| waiting.open.among(years, "articles beside it are of"));
        waiting.article.date_guess = guess;
        self.hand_out(waiting.article)
    }

    fn hand_out(&mut self, article: Box<Article>) -> ControlFlow<()> {
        if let Some((date, reason)) = &article.date_guess {
            let trouble = Trouble {
                record: Some(article.record),
                line: format::by_lines(&article.path).then(|| u64::from(article.record)),
                level: Level::Guess,
                reason: format!("date {date} is a guess: {reason}"),
                hint: "its line names no year".into(),
            };
            self.problem(&Arc::clone(&article.path), trouble)?;
        }
        self.progress.articles += 1;
        (self.sink)(Event::Article(article))?;
        self.report_now_and_then()
    }

    fn problem(&mut self, path: &Path, trouble: Trouble) -> ControlFlow<()> {
        (self.sink)(Event::Problem(Problem {
            path: path.to_path_buf(),
            record: trouble.record,
            line: trouble.line,
            level: trouble.level,
            reason: trouble.reason,
            hint: trouble.hint,
        }))
    }

    fn report_now_and_then(&mut self) -> ControlFlow<()> {
        let bytes = self.progress.bytes_done - self.reported.bytes_done;
        let articles = self.progress.articles - self.reported.articles;
        if bytes < EVERY_BYTES && articles < EVERY_ARTICLES {
            return ControlFlow::Continue(());
        }
        self.report()
    }

    fn report(&mut self) -> ControlFlow<()> {
        self.reported = self.progress;
        (self.sink)(Event::Progress(self.progress))
    }
}

/// What an article's neighbours share: the folder of a text file, the file of a record.
fn neighbourhood(path: &Path, plain: bool) -> PathBuf {
    match path.parent() {
        Some(folder) if plain => folder.to_path_buf(),
        _ => path.to_path_buf(),
    }
}

fn whole_file(reason: String, hint: &str) -> Trouble {
    Trouble {
        record: None,
        line: None,
        level: Level::Error,
        reason,
        hint: hint.into(),
    }
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
