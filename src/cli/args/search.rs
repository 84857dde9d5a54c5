//! The arguments of `fihrist search` in, a checked search out.
//!
//! `--source`, `--from` and `--to` are read by the query language itself, as `source:` and `date:`
//! are, so that the same names and dates are understood in both places.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::raw::{CheckedVerb, Common};
use super::{Asks, Queries, Question, ResultKind, Search};
use crate::index::Forms;
use crate::library::Sort;
use crate::query::{DateRange, Limit, Limits, Query};
use crate::tui::SaidError;
use crate::words::messages;

messages! {
    /// What of a search cannot be meant.
    enum SearchFlagFault {
        SearchWhat "search-what";
        NothingBetween "nothing-between" { from: Code, to: Code };
        NoSourceName "no-source-name" { name: Name };
        NoDate "no-date-with-year" { flag: Code, date: Typed };
    }
}

#[derive(Debug, Args)]
pub(super) struct RawSearch {
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(short, default_value_t = 20)]
    n: usize,
    #[arg(long)]
    typing: bool,
    #[command(flatten)]
    which: FormFlags,
    #[command(flatten)]
    within: LimitFlags,
    #[arg(long, value_enum, default_value_t)]
    sort: SortFlag,
    #[command(flatten)]
    shows: OutputFlags,
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// Which forms of a word answer.
#[derive(Debug, Args)]
#[group(multiple = false)]
struct FormFlags {
    #[arg(long)]
    exact: bool,
    #[arg(long)]
    word: bool,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
struct OutputFlags {
    #[arg(long)]
    forms: bool,
    #[arg(long)]
    snippets: bool,
}

#[derive(Debug, Args)]
struct LimitFlags {
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum SortFlag {
    #[default]
    Relevance,
    Date,
    Oldest,
    Source,
}

impl RawSearch {
    /// One query, or a file of them; then what stands in the query's place is a path.
    pub(super) fn check(mut self) -> Result<CheckedVerb> {
        let what = match (self.queries, self.query) {
            (Some(file), first) => {
                self.paths.splice(0..0, first.map(PathBuf::from));
                Queries::Batch(file)
            }
            (None, Some(query)) => Queries::One(query),
            (None, None) => bail!(SaidError::of(&SearchFlagFault::SearchWhat)),
        };
        let asks = Asks {
            typing: self.typing,
            forms: self.which.forms(),
            limits: self.within.limits()?,
            sort: self.sort.into(),
        };
        let results = if self.shows.forms {
            ResultKind::Forms
        } else {
            ResultKind::Articles
        };
        let search = Search {
            what,
            asks,
            n: self.n,
            results,
            snippets: self.shows.snippets,
            json: self.common.json,
        };
        Ok((self.paths, Question::Search(search)))
    }
}

impl FormFlags {
    fn forms(&self) -> Forms {
        match (self.exact, self.word) {
            (true, _) => Forms::Exact,
            (_, true) => Forms::Word,
            _ => Forms::All,
        }
    }
}

impl From<SortFlag> for Sort {
    fn from(order: SortFlag) -> Sort {
        match order {
            SortFlag::Relevance => Sort::Relevance,
            SortFlag::Date => Sort::Date,
            SortFlag::Oldest => Sort::Oldest,
            SortFlag::Source => Sort::Source,
        }
    }
}

impl LimitFlags {
    fn limits(&self) -> Result<Limits> {
        let mut limits = Limits::default();
        for name in &self.source {
            limits.sources.extend(sources(name)?);
        }
        let from = self
            .from
            .as_deref()
            .map(|date| end("--from", ">=", date))
            .transpose()?;
        let to = self
            .to
            .as_deref()
            .map(|date| end("--to", "<=", date))
            .transpose()?;
        let from = from.and_then(|(from, _)| from);
        let to = to.and_then(|(_, to)| to);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let (from, to) = (from.to_string(), to.to_string());
            bail!(SaidError::of(&SearchFlagFault::NothingBetween { from, to }));
        }
        if from.is_some() || to.is_some() {
            limits.dates.push(Limit {
                bytes: 0..0,
                not: false,
                value: DateRange::Days { from, to },
            });
        }
        Ok(limits)
    }
}

/// As after `source:`, but that blanks belong to the name.
fn sources(name: &str) -> Result<Vec<Limit<crate::query::SourceName>>> {
    let own_quotes = name.starts_with(['"', '«', '“']);
    let text = if own_quotes || matches!(name.trim(), "?" | "؟") {
        format!("source:{name}")
    } else {
        format!("source:\"{}\"", name.replace('"', " "))
    };
    let query = Query::parse(&text, false);
    if query.limits.sources.is_empty() || !query.clauses.is_empty() {
        let name = name.to_owned();
        bail!(SaidError::of(&SearchFlagFault::NoSourceName { name }));
    }
    let mut sources = query.limits.sources;
    for source in &mut sources {
        source.value.whole &= own_quotes;
    }
    Ok(sources)
}

type Ends = (Option<crate::corpus::Ymd>, Option<crate::corpus::Ymd>);

/// The days that `date:>=DATE` or `date:<=DATE` means.
fn end(flag: &str, sign: &str, date: &str) -> Result<Ends> {
    let query = Query::parse(&format!("date:\"{sign}{date}\""), false);
    let read = match query.limits.dates.as_slice() {
        [
            Limit {
                value: DateRange::Days { from, to },
                ..
            },
        ] => Some((*from, *to)),
        _ => None,
    };
    let alone = query.clauses.is_empty() && query.limits.sources.is_empty();
    let (flag, date) = (flag.to_owned(), date.to_owned());
    let read = read.filter(|_| alone && !date.trim().is_empty());
    Ok(read.ok_or_else(|| SaidError::of(&SearchFlagFault::NoDate { flag, date }))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, expected: Option<(&str, &str)>) {
        let from = end("--from", ">=", date).ok().and_then(|ends| ends.0);
        let to = end("--to", "<=", date).ok().and_then(|ends| ends.1);
        let shown = from.zip(to).map(|(a, b)| (a.to_string(), b.to_string()));
        assert_eq!(
            shown,
            expected.map(|(a, b)| (a.to_owned(), b.to_owned())),
            "{date}"
        );
    }

    #[test]
    fn an_end_is_the_first_or_the_last_day_of_what_was_said() {
        check("2015", Some(("2015-01-01", "2015-12-31")));
        check("2015-02", Some(("2015-02-01", "2015-02-28")));
        check("2015-08-03", Some(("2015-08-03", "2015-08-03")));
        check("٢٠١٥-٠٨", Some(("2015-08-01", "2015-08-31")));
        check("3/8/2015", Some(("2015-08-03", "2015-08-03")));
        check("آب 2015", Some(("2015-08-01", "2015-08-31")));
        check("رمضان 1436", Some(("2015-06-18", "2015-07-16")));
        for wrong in [
            "",
            "yesterday",
            "2015..2016",
            ">2015",
            "?",
            "آب",
            "2015-13",
            "2015\" date:\"2016",
            "2015 x",
        ] {
            check(wrong, None);
        }
    }

    #[track_caller]
    fn check_source(asked: &str, name: &str, expected: bool) {
        let within = LimitFlags {
            source: vec![asked.to_owned()],
            from: None,
            to: None,
        };
        let limits = within.limits().expect("it is a name");
        assert_eq!(limits.source_passes(name), expected, "{asked} {name}");
    }

    #[test]
    fn a_source_is_named_by_a_part_or_as_a_whole() {
        check_source("صدى الجبل", "صحيفة صدى الجبل", true);
        check_source("الجبل صدى", "صحيفة صدى الجبل", false);
        check_source("\"صدى الجبل\"", "صحيفة صدى الجبل", false);
        check_source("\"صدى الجبل\"", "صدى الجبل", true);
        check_source("صد*", "صدى الجبل", true);
        check_source("?", "", true);
        check_source("?", "صدى الجبل", false);
        assert!(sources("").is_err());
        assert!(sources("\"").is_err());
        assert!(sources("\"أ\" ب").is_err());
    }
}
