//! `fihrist check`: every file and record that was skipped or guessed, as it is met, and what was loaded in the end.
//!
//! With `--json` each is an object of `path`, `record`, `line` (where known), `level`, `code`, `reason`, `hint` and
//! `hint_code`. The code says what kind of problem it is ([`Reason::code`](corpus::Reason::code)): `not-json`,
//! `no-date`, … Reasons and hints are English sentences for people, and may change.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use anyhow::Result;
use serde::Serialize;

use super::Status;
use super::output::Output;
use super::speaker::Speaker;
use super::tally_count::{OriginName, TallyCount, listed};
use crate::app::format_name::FormatName;
use crate::corpus::{self, Article, Level, LoadEvent, Origin, Problem, ProblemHint, Sources};
use crate::words::{Said, Sentence, Words, messages};

messages! {
    /// A problem, and how bad it is.
    enum ProblemNote {
        Error "check-error" { problem: Said };
        Guess "check-guess" { problem: Said };
        Note "check-note" { problem: Said };
    }
}

messages! {
    /// What was loaded in the end.
    enum TallyLine {
        All "check-tally" { articles: Ordinal, errors: Ordinal, guesses: Ordinal, notes: Ordinal };
        ReadAs "check-read-as" { counts: Said };
        Encoding "check-encoding" { counts: Said };
        TitleFrom "check-title-from" { counts: Said };
        SourceFrom "check-source-from" { counts: Said };
        DateFrom "check-date-from" { counts: Said };
    }
}

/// Where the articles of which it is not known come among others with as many.
const UNKNOWN: &str = "unknown";

impl ProblemNote {
    fn of(problem: &Problem) -> ProblemNote {
        let level = problem.level;
        let problem = problem.sentence();
        match level {
            Level::Error => ProblemNote::Error { problem },
            Level::Guess => ProblemNote::Guess { problem },
            Level::Note => ProblemNote::Note { problem },
        }
    }
}

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
    /// As stable as the code; null where nothing is advised.
    hint_code: Option<&'static str>,
}

pub(super) fn run(sources: &Sources, json: bool, speaker: Speaker) -> Result<Status> {
    let mut out = Output::stdout(speaker);
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
        for said in tally.lines() {
            out.say(&said)?;
        }
    }
    out.finish()?;
    Ok(tally.status())
}

fn write(problem: &Problem, json: bool, out: &mut Output) -> Result<()> {
    if !json {
        return Ok(out.say(&ProblemNote::of(problem))?);
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
        hint_code: hint.map(ProblemHint::code),
    })?;
    Ok(())
}

/// How many articles have a value from where, or none.
type OriginCounts = HashMap<Option<Origin>, usize>;

/// What was loaded, and how.
#[derive(Default)]
struct Tally {
    articles: usize,
    levels: [usize; 3],
    /// Where titles, sources and dates were found.
    title: OriginCounts,
    source: OriginCounts,
    date: OriginCounts,
    charset: HashMap<Option<&'static str>, usize>,
    form: HashMap<Option<Arc<str>>, usize>,
}

impl Tally {
    fn problem(&mut self, problem: &Problem) {
        self.levels[problem.level as usize] += 1;
    }

    fn article(&mut self, article: &Article) {
        self.articles += 1;
        let title = article.title.as_ref().map(|found| found.from);
        let source = article.source.as_ref().map(|found| found.from);
        let date = article.date.as_ref().map(|found| found.from);
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

    fn lines(&self) -> Vec<TallyLine> {
        let [errors, guesses, notes] = self.levels.map(|count| count as u64);
        let all = TallyLine::All {
            articles: self.articles as u64,
            errors,
            guesses,
            notes,
        };
        // Where nothing was read there is nothing to say of it.
        if self.articles == 0 {
            return vec![all];
        }
        vec![
            all,
            TallyLine::ReadAs {
                counts: counted(&self.form, |form| Some(FormatName::said(form))),
            },
            TallyLine::Encoding {
                counts: counted(&self.charset, |_| None),
            },
            TallyLine::TitleFrom {
                counts: origins(&self.title),
            },
            TallyLine::SourceFrom {
                counts: origins(&self.source),
            },
            TallyLine::DateFrom {
                counts: origins(&self.date),
            },
        ]
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

fn origins(counts: &OriginCounts) -> Sentence {
    let named: HashMap<Option<&str>, usize> = counts
        .iter()
        .map(|(origin, count)| (origin.map(Origin::as_str), *count))
        .collect();
    let said = |name: &str| {
        let mut all = counts.keys().flatten();
        let origin = all.find(|origin| origin.as_str() == name)?;
        Some(OriginName::of(*origin).sentence())
    };
    counted(&named, said)
}

/// `field 90, text 8, unknown 2`, the most frequent first; `said` is what a name is called, unless it is the same in
/// every language.
fn counted<K: AsRef<str>>(
    counts: &HashMap<Option<K>, usize>,
    said: impl Fn(&str) -> Option<Sentence>,
) -> Sentence {
    let known = counts.iter();
    let known = known.map(|(name, count)| (name.as_ref().map(AsRef::as_ref), *count as u64));
    let mut counts: Vec<(Option<&str>, u64)> = known.collect();
    let by_name = |name: Option<&str>| name.unwrap_or(UNKNOWN).to_owned();
    counts.sort_unstable_by_key(|(name, count)| (Reverse(*count), by_name(*name)));
    listed(counts.into_iter().map(|(name, count)| {
        let Some(name) = name else {
            return TallyCount::Unknown { count };
        };
        match said(name) {
            Some(name) => TallyCount::Known { name, count },
            None => TallyCount::Named {
                name: name.to_owned(),
                count,
            },
        }
    }))
}
