//! From raw arguments to checked ones: nothing further on sees a raw flag.

mod raw;
mod search;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Parser, ValueEnum};

use super::Status;
use super::wishes::Flags;
use crate::index::Forms;
use crate::library::Sort;
use crate::query::Limits;
use crate::text::Options;
use raw::Raw;

/// What to do.
#[derive(Debug)]
pub(super) enum Command {
    Browse,
    /// Find out about the terminal.
    Terminal,
    Ask(Question),
}

/// What to ask of a corpus.
#[derive(Debug)]
pub(super) enum Question {
    List { json: bool },
    Search(Search),
    Show(Show),
    Related(Related),
    Dups(Dups),
}

/// A checked search.
#[derive(Debug)]
pub(super) struct Search {
    pub what: Queries,
    pub asks: Asks,
    pub n: usize,
    pub answer: Answer,
    /// Text only: the snippets, too.
    pub snippets: bool,
    pub json: bool,
}

/// How every query of a search is asked.
#[derive(Debug)]
pub(super) struct Asks {
    pub typing: bool,
    pub forms: Forms,
    pub limits: Limits,
    pub sort: Sort,
}

/// What of a query's answer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Articles,
    /// The spellings that answer each word.
    Forms,
}

#[derive(Debug)]
pub(super) enum Queries {
    One(String),
    /// A file of queries, one JSON object a line; `-` is standard input.
    Batch(PathBuf),
}

#[derive(Debug)]
pub(super) struct Show {
    pub id: String,
    pub repeats: Repeats,
    pub json: bool,
    /// `None`: logical text.
    pub visual: Option<Visual>,
}

/// How an article's repeats are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeats {
    /// A line each.
    Collapsed,
    /// As all text.
    Open,
    /// Nothing but them.
    Alone,
}

#[derive(Debug)]
pub(super) struct Dups {
    pub scope: Scope,
    /// Articles without repeats too.
    pub all: bool,
    pub min_words: usize,
    pub threshold: f32,
    pub json: bool,
}

/// Where repeats are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Scope {
    #[default]
    Article,
    Corpus,
    Both,
}

/// How text is laid out for a plain terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visual {
    /// Columns; `None`: as many as the terminal has.
    pub width: Option<u16>,
    pub layout: Options,
}

#[derive(Debug)]
pub(super) struct Related {
    /// `None`: every article.
    pub id: Option<String>,
    pub n: usize,
    pub json: bool,
    /// Print what each term weighs.
    pub explain: bool,
}

/// What the arguments asked for.
pub(super) enum Read {
    Run {
        paths: Vec<PathBuf>,
        command: Command,
        flags: Flags,
    },
    /// Help, version or a usage error was printed.
    Told(Status),
}

/// Reads the arguments; prints help and usage errors itself.
pub(super) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Read> {
    let raw = match Raw::try_parse_from(arguments) {
        Ok(raw) => raw,
        Err(told) => {
            let failed = told.use_stderr();
            told.print()?;
            return Ok(Read::Told(if failed {
                Status::Unread
            } else {
                Status::Found
            }));
        }
    };
    let (paths, command) = match raw.verb {
        None => (raw.paths, Command::Browse),
        Some(_) if !raw.paths.is_empty() => {
            bail!("the PATHs of a command come after it (a path named like a command: ./list)")
        }
        Some(verb) => verb.check(&raw.flags)?,
    };
    Ok(Read::Run {
        paths: match command {
            Command::Terminal => paths,
            _ => paths_or_default(paths)?,
        },
        command,
        flags: raw.flags,
    })
}

fn paths_or_default(paths: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    if !paths.is_empty() {
        return Ok(paths);
    }
    match std::env::var_os("FIHRIST_PATH").filter(|path| !path.is_empty()) {
        Some(path) => Ok(vec![PathBuf::from(path)]),
        None => bail!(
            "nothing to open: give a file or a folder, or set FIHRIST_PATH (try: fihrist --help)"
        ),
    }
}
