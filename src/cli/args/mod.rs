//! From raw arguments to checked ones: nothing further on sees a raw flag.

mod kept;
mod raw;
mod search;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Parser, ValueEnum};
use rustix::fs::FileType;

use super::Status;
use super::display_flags::DisplayFlags;
use crate::corpus::Sources;
use crate::index::Forms;
use crate::library::{IndexUse, Sort};
use crate::query::Limits;
use crate::text::Options;
pub(super) use kept::{KeptChoice, KeptCommand};
use raw::RawArguments;

/// What to do.
#[derive(Debug)]
pub(super) enum Command {
    Browse,
    /// Find out about the terminal.
    Terminal,
    /// Report what of a corpus cannot be read, or was guessed.
    Check {
        json: bool,
    },
    /// List, drop or check what is kept between runs.
    Kept(KeptCommand),
    Ask(Question),
}

/// What to ask of a corpus.
#[derive(Debug)]
pub(super) enum Question {
    List { json: bool },
    Stats { json: bool },
    Search(Search),
    Show(Show),
    Related(RelatedArgs),
    Dups(Dups),
}

impl Question {
    /// How much it asks of the index.
    pub(super) fn index_use(&self) -> IndexUse {
        match self {
            Question::Search(search) => match search.what {
                Queries::One(_) => IndexUse::Once,
                Queries::Batch(_) => IndexUse::Often,
            },
            Question::Related(related) if related.id.is_some() => IndexUse::Once,
            Question::Related(_) => IndexUse::Often,
            Question::List { .. }
            | Question::Stats { .. }
            | Question::Show(_)
            | Question::Dups(_) => IndexUse::None,
        }
    }
}

/// A checked search.
#[derive(Debug)]
pub(super) struct Search {
    pub what: Queries,
    pub asks: Asks,
    pub n: usize,
    pub results: ResultKind,
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

/// What of a query's answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultKind {
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
pub(super) struct RelatedArgs {
    /// `None`: every article.
    pub id: Option<String>,
    pub n: usize,
    pub json: bool,
    /// Print what each term weighs.
    pub explain: bool,
}

/// The result of reading the arguments.
pub(super) enum Parsed {
    Run {
        sources: Sources,
        command: Box<Command>,
        flags: DisplayFlags,
    },
    /// Help, version or a usage error was printed.
    Printed(Status),
}

/// Reads the arguments; prints help and usage errors itself.
pub(super) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Parsed> {
    let raw = match RawArguments::try_parse_from(arguments) {
        Ok(raw) => raw,
        Err(printed) => {
            let failed = printed.use_stderr();
            printed.print()?;
            return Ok(Parsed::Printed(if failed {
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
    let paths = match command {
        Command::Terminal | Command::Kept(_) => paths,
        _ => paths_or_default(paths, &command)?,
    };
    let standard = paths.iter().any(|path| path.as_os_str() == "-");
    if standard && rustix::termios::isatty(rustix::stdio::stdin()) {
        bail!("- is what is piped in, and nothing is (try: zcat news.gz | fihrist -)");
    }
    if standard && command.takes_queries_from_stdin() {
        bail!("standard input cannot be both the corpus and the queries");
    }
    let keeping = raw.keep_flags.keeping(|name| std::env::var_os(name))?;
    Ok(Parsed::Run {
        sources: raw.read_flags.sources(paths, keeping),
        command: Box::new(command),
        flags: raw.flags,
    })
}

impl Command {
    fn takes_queries_from_stdin(&self) -> bool {
        matches!(self, Command::Ask(Question::Search(search))
            if matches!(&search.what, Queries::Batch(file) if file.as_os_str() == "-"))
    }
}

/// What is opened where no path is given: `$FIHRIST_PATH`, else what is piped in. Who pipes into the browser means the
/// pipe; a script's standard input may be anything.
fn paths_or_default(paths: Vec<PathBuf>, command: &Command) -> Result<Vec<PathBuf>> {
    if !paths.is_empty() {
        return Ok(paths);
    }
    let usual = match command {
        Command::Browse if is_fed() => Vec::new(),
        _ => std::env::var_os("FIHRIST_PATH").map_or_else(Vec::new, |value| usual_paths(&value)),
    };
    if usual.is_empty() && is_fed() {
        return Ok(vec![PathBuf::from("-")]);
    }
    if usual.is_empty() {
        bail!(
            "nothing to open: give a file or a folder, pipe articles in, or set FIHRIST_PATH (try: fihrist --help)"
        );
    }
    Ok(usual)
}

/// Several paths as in `$PATH`; one, where there is a file of the whole name.
fn usual_paths(value: &OsStr) -> Vec<PathBuf> {
    if Path::new(value).exists() {
        return vec![PathBuf::from(value)];
    }
    let paths = std::env::split_paths(value);
    paths.filter(|path| !path.as_os_str().is_empty()).collect()
}

/// Whether standard input is a pipe or a file: `/dev/null` and a terminal hold no articles.
fn is_fed() -> bool {
    let stat = rustix::fs::fstat(rustix::stdio::stdin());
    let kind = stat.map(|stat| FileType::from_raw_mode(stat.st_mode));
    matches!(
        kind,
        Ok(FileType::Fifo | FileType::RegularFile | FileType::Socket)
    )
}
