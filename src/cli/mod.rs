//! From arguments to output: one file per verb, all of them asking a [`Store`], as the screens do.
//!
//! Data goes to stdout, messages to stderr. Output is logical text, neither shaped nor reordered, but on a terminal, which
//! is sent what it needs ([`speaker`]), and where `--visual` asks for it.
//! Exit status as grep: 0 found, 1 nothing found, 2 usage or read error; a record that could not be
//! read does not stop the others, but it shows in the status.

mod args;
mod browse;
mod check;
mod display_flags;
mod dups;
mod keep_flags;
mod kept;
mod keyboard_flag;
mod language_flags;
mod list;
mod lookup;
mod output;
mod port;
mod process_limits;
mod read_flags;
mod related;
mod resumed;
mod search;
mod show;
mod spans;
mod speaker;
mod stats;
mod table_row;
mod tally_count;
mod terminal;
mod variables;
mod visual;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use anyhow::Result;

use crate::corpus::{Level, Reason, Sources};
use crate::library;
use crate::store::{Embedded, Store, StoreError};
use crate::tui::Preferences;
use crate::words::messages;
use args::{Command, Question};
use display_flags::DisplayFlags;
use language_flags::Interface;
use output::Output;
use port::Port;
use speaker::Speaker;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Found,
    Nothing,
    /// Something could not be read; what could be read was treated.
    Unread,
}

impl Status {
    fn found(any: bool) -> Status {
        if any { Status::Found } else { Status::Nothing }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Found => 0,
            Status::Nothing => 1,
            Status::Unread => 2,
        })
    }
}

/// Runs the program with the arguments given, the program's name first. Why it ends without having done its work is
/// said on stderr.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Status {
    process_limits::settle();
    let arguments: Vec<OsString> = arguments.collect();
    // Whatever is wrong with the arguments, it has to be said.
    let Interface { words, .. } = language_flags::named_in(&arguments).interface(variable);
    let preferences = DisplayFlags::default().preferences(variable);
    let mut speaker = Speaker::new(words, &preferences);
    match carry_out(arguments.into_iter(), &mut speaker) {
        Ok(status) => status,
        // Whoever read our output has seen enough: that is no error.
        Err(error) if is_closed_pipe(&error) => Status::Found,
        Err(error) => {
            speaker.report(&speaker::reason(&error));
            Status::Unread
        }
    }
}

/// A variable of the environment.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn carry_out(arguments: impl Iterator<Item = OsString>, speaker: &mut Speaker) -> Result<Status> {
    let (sources, command, flags, language) = match args::read(arguments, speaker)? {
        args::Parsed::Run {
            sources,
            command,
            flags,
            language,
        } => (sources, command, flags, language),
        args::Parsed::Printed(status) => return Ok(status),
    };
    let Interface { words, direction } = language.interface(variable);
    let preferences = Preferences {
        words,
        direction: direction.or(flags.direction()),
        ..flags.preferences(variable)
    };
    *speaker = Speaker::new(words, &preferences);
    let speaker = *speaker;
    match *command {
        Command::Browse => browse::run(&sources, preferences),
        // What it does without a flag is the question.
        Command::Terminal => {
            let preferences = Preferences {
                words,
                direction,
                ..DisplayFlags::default().preferences(variable)
            };
            terminal::run(&preferences, speaker)
        }
        Command::Kept(command) => kept::run(&command, &sources.keeping, speaker),
        Command::Check { json } => check::run(&sources, json, speaker),
        Command::Ask(question) => ask(&question, &sources, speaker),
    }
}

/// Answers a question. Where something kept turns out to be damaged meanwhile, it is no longer used, and the answer goes
/// on from the files themselves.
fn ask(question: &Question, sources: &Sources, speaker: Speaker) -> Result<Status> {
    let mut store = open(sources, question, speaker)?;
    let mut out = Output::stdout(speaker);
    let mut status = answer(question, &store, &mut out);
    let is_damaged = |error: &anyhow::Error| {
        let error = error.downcast_ref::<StoreError>();
        matches!(error, Some(StoreError::Damaged))
    };
    if status.as_ref().is_err_and(is_damaged) && sources.can_be_read_again() {
        let before = out.written()?;
        if !question.is_answered_alike(before.is_none()) {
            return status;
        }
        speaker.report(&VerbNote::ReadAnew);
        drop(store);
        store = open(sources, question, speaker)?;
        out = Output::after(before, speaker);
        status = answer(question, &store, &mut out);
    }
    let status = status?;
    out.finish()?;
    let unread = store.known().problems[Level::Error as usize];
    // The program ends, and the system takes the whole memory back at once.
    std::mem::forget(store);
    Ok(if unread > 0 { Status::Unread } else { status })
}

fn answer(question: &Question, store: &Embedded, out: &mut Output) -> Result<Status> {
    let port = Port::of(store);
    match question {
        Question::List { json } => list::run(port, *json, out),
        Question::Stats { json } => stats::run(port, *json, out),
        Question::Search(search) => search::run(port, search, out),
        Question::Show(show) => show::run(port, show, out),
        Question::Dups(dups) => dups::run(port, dups, out),
        Question::Related(related) => related::run(port, related, out),
    }
}

messages! {
    /// What is said of a verb's run.
    enum VerbNote {
        /// What was kept is damaged, and the files are read anew.
        ReadAnew "read-anew";
    }
}

/// Loads the corpus, indexed or searched for copies only for the verbs that need it, and reports what
/// could not be read.
fn open(sources: &Sources, question: &Question, speaker: Speaker) -> Result<Embedded> {
    let (library, saved) = library::load_whole(sources, question.index_use())?;
    match saved {
        Some(Ok(saved)) => speaker.report(&saved.note()),
        Some(Err(problem)) => speaker.report(&*problem),
        None => {}
    }
    for problem in library.problems() {
        let of_keeping = matches!(
            problem.reason,
            Reason::KeptNotUsed { .. } | Reason::NotKept { .. } | Reason::NotOnDisk { .. }
        );
        if problem.level == Level::Error || of_keeping {
            speaker.report(problem);
        }
    }
    let store = Embedded::of(library);
    if matches!(question, Question::Stats { .. }) {
        store.find_copies();
    }
    Ok(store)
}

/// Whether an error only says that nobody reads our output any more.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}
