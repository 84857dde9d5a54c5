//! From raw arguments to checked ones: nothing further on sees a raw flag.

mod examples;
mod fault;
mod help;
mod help_codes;
mod kept;
mod raw;
mod search;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, ValueEnum};
use rustix::fs::FileType;

use super::Status;
use super::display_flags::DisplayFlags;
use super::language_flags::LanguageFlags;
use super::output::Output;
use super::speaker::Speaker;
use crate::corpus::Sources;
use crate::index::{Forms, OneQuestion};
use crate::library::{IndexUse, Sort};
use crate::query::Limits;
use crate::text::Options;
use crate::tui::SaidError;
use crate::words::messages;
use help::HelpPage;
pub(super) use kept::{KeptChoice, KeptCommand};
use raw::RawArguments;

messages! {
    /// Arguments that make no sense together.
    enum ArgumentNote {
        PathsBeforeCommand "paths-before-command";
        NothingPiped "nothing-piped";
        InputTwice "input-twice";
        NothingToOpen "nothing-to-open";
    }
}

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
    /// Whether a second answer is the first over again; `unwritten` says that nothing of that has been written.
    pub(super) fn is_answered_alike(&self, unwritten: bool) -> bool {
        match self {
            // Its lines say how long they took, and queries that came through a pipe are gone.
            Question::Search(Search {
                what: Queries::Batch(file),
                ..
            }) => unwritten && file.is_file(),
            _ => true,
        }
    }

    /// How much it asks of the index.
    pub(super) fn index_use(&self) -> IndexUse {
        match self {
            Question::Search(search) => match search.what {
                Queries::One(_) => IndexUse::Once(OneQuestion::Search),
                Queries::Batch(_) => IndexUse::Often,
            },
            Question::Related(related) if related.id.is_some() => {
                IndexUse::Once(OneQuestion::Related)
            }
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
        language: LanguageFlags,
    },
    /// Help, version or a usage error was printed.
    Printed(Status),
}

/// Reads the arguments; prints help and usage errors itself.
pub(super) fn read(arguments: impl Iterator<Item = OsString>, speaker: &Speaker) -> Result<Parsed> {
    let mut command = with_usage_for_help(RawArguments::command());
    let matches = command.try_get_matches_from_mut(arguments);
    let raw = match matches.and_then(|matches| RawArguments::from_arg_matches(&matches)) {
        Ok(raw) => raw,
        Err(error) => return Ok(Parsed::Printed(print(&error, &mut command, speaker)?)),
    };
    let (paths, command) = match raw.verb {
        None => (raw.paths, Command::Browse),
        Some(_) if !raw.paths.is_empty() => {
            bail!(SaidError::of(&ArgumentNote::PathsBeforeCommand))
        }
        Some(verb) => verb.check(&raw.flags)?,
    };
    let paths = match command {
        Command::Terminal | Command::Kept(_) => paths,
        _ => paths_or_default(paths, &command)?,
    };
    let standard = paths.iter().any(|path| path.as_os_str() == "-");
    if standard && rustix::termios::isatty(rustix::stdio::stdin()) {
        bail!(SaidError::of(&ArgumentNote::NothingPiped));
    }
    if standard && command.takes_queries_from_stdin() {
        bail!(SaidError::of(&ArgumentNote::InputTwice));
    }
    let keeping = raw.keep_flags.keeping(|name| std::env::var_os(name))?;
    Ok(Parsed::Run {
        sources: raw.read_flags.sources(paths, keeping),
        command: Box::new(command),
        flags: raw.flags,
        language: raw.language_flags,
    })
}

/// Lets clap print the usage alone where it would print help: it is taken from there, and names the command.
fn with_usage_for_help(command: clap::Command) -> clap::Command {
    let command = command.help_template("{usage}");
    command.mut_subcommands(with_usage_for_help)
}

/// Prints what clap has instead of arguments: help, version or what is wrong with them.
fn print(error: &clap::Error, command: &mut clap::Command, speaker: &Speaker) -> Result<Status> {
    let mut out = Output::stdout(*speaker);
    match error.kind() {
        ErrorKind::DisplayVersion => out.line(error.to_string().trim_end())?,
        ErrorKind::DisplayHelp => {
            let usage = error.to_string().trim().to_owned();
            command.build();
            for line in page(command, usage).lines(speaker) {
                out.sent(&line)?;
            }
        }
        _ => {
            fault::report(error, speaker);
            return Ok(Status::Unread);
        }
    }
    out.finish()?;
    Ok(Status::Found)
}

/// The help of the command that a usage is about.
fn page(command: &clap::Command, usage: String) -> HelpPage<'_> {
    let (mut own, mut names) = (command, Vec::new());
    for part in usage.split_whitespace().skip(1) {
        let Some(below) = own.find_subcommand(part) else {
            break;
        };
        own = below;
        names.push(part);
    }
    HelpPage {
        command: own,
        name: names.join("-"),
        usage,
    }
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
        bail!(SaidError::of(&ArgumentNote::NothingToOpen));
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
