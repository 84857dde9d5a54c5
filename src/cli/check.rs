//! `fihrist check`: every file and record that was skipped or guessed, as it is met, and what was loaded in the end.
//!
//! With `--json` each is an object of `path`, `record`, `line` (where known), `level`, `code`, `reason` and
//! `hint`. The code says what kind of problem it is ([`Reason::code`](corpus::Reason::code)): `not-json`,
//! `no-date`, … Reasons and hints are sentences for people, and may change.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::output::Output;
use crate::corpus::{self, Article, LoadEvent, Problem, Sources};
use crate::words::Words;

#[derive(Serialize)]
struct ProblemJson {
    path: String,
    record: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    level: &'static str,
    /// Stable, in kebab-case: for scripts, which need not read the reason.
    code: &'static str,
    reason: String,
    hint: String,
}

pub(super) fn run(sources: &Sources, json: bool) -> Result<Status> {
    let mut out = Output::stdout();
    let mut tally = Tally::default();
    let mut written = Ok(());
    corpus::load(sources, &corpus::unexamined(), &mut |event| {
        match event {
            LoadEvent::Problem(problem) => {
                tally.problem(&problem);
                written = write(&problem, json, &mut out);
            }
            LoadEvent::Article(article, ()) => tally.article(&article),
            LoadEvent::Progress(_) => {}
        }
        match &written {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    written?;
    if !json {
        for line in tally.lines() {
            out.line(&line)?;
        }
    }
    out.finish()?;
    Ok(tally.status())
}

fn write(problem: &Problem, json: bool, out: &mut Output) -> Result<()> {
    if !json {
        let level = problem.level.as_str();
        out.row(&format!("{level}: {}", Words::ENGLISH.plain(problem)))?;
        return Ok(());
    }
    let hint = problem.reason.hint();
    out.json(&ProblemJson {
        path: problem.path.to_string_lossy().into_owned(),
        record: problem.record,
        line: problem.line,
        level: problem.level.as_str(),
        code: problem.reason.code(),
        reason: Words::ENGLISH.plain(&problem.reason),
        hint: hint.map_or_else(String::new, |hint| Words::ENGLISH.plain(&hint)),
    })?;
    Ok(())
}

/// What was loaded, and how.
#[derive(Default)]
struct Tally {
    articles: usize,
    levels: [usize; 3],
    /// Where titles, sources and dates were found.
    title: HashMap<Option<&'static str>, usize>,
    source: HashMap<Option<&'static str>, usize>,
    date: HashMap<Option<&'static str>, usize>,
    charset: HashMap<Option<&'static str>, usize>,
    form: HashMap<Option<Arc<str>>, usize>,
}

impl Tally {
    fn problem(&mut self, problem: &Problem) {
        self.levels[problem.level as usize] += 1;
    }

    fn article(&mut self, article: &Article) {
        self.articles += 1;
        let title = article.title.as_ref().map(|found| found.from.as_str());
        let source = article.source.as_ref().map(|found| found.from.as_str());
        let date = article.date.as_ref().map(|found| found.from.as_str());
        *self.title.entry(title).or_default() += 1;
        *self.source.entry(source).or_default() += 1;
        *self.date.entry(date).or_default() += 1;
        *self
            .charset
            .entry(Some(article.charset.name()))
            .or_default() += 1;
        *self
            .form
            .entry(Some(Arc::clone(&article.read_as)))
            .or_default() += 1;
    }

    fn lines(&self) -> Vec<String> {
        let [errors, guesses, notes] = self.levels;
        let mut lines = vec![format!(
            "articles: {}, errors: {errors}, guesses: {guesses}, notes: {notes}",
            self.articles
        )];
        lines.push(counted("read as", &self.form));
        lines.push(counted("encoding", &self.charset));
        lines.push(counted("title from", &self.title));
        lines.push(counted("source from", &self.source));
        lines.push(counted("date from", &self.date));
        lines
    }

    /// As everywhere: what is found here is a problem.
    fn status(&self) -> Status {
        match self.levels {
            [0, 0, 0] => Status::Nothing,
            [0, ..] => Status::Found,
            _ => Status::Unread,
        }
    }
}

/// `date from: field 90, text 8, unknown 2`, the most frequent first.
fn counted<K: AsRef<str>>(what: &str, counts: &HashMap<Option<K>, usize>) -> String {
    let mut counts: Vec<(&str, usize)> = counts
        .iter()
        .map(|(name, count)| (name.as_ref().map_or("unknown", AsRef::as_ref), *count))
        .collect();
    counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let named = counts.iter().map(|(name, count)| format!("{name} {count}"));
    format!("{what}: {}", named.collect::<Vec<_>>().join(", "))
}
