//! From arguments to output: one file per verb, all of them asking a [`Store`], as the screens do.
//!
//! Data goes to stdout, messages to stderr. Output is logical text, neither shaped nor reordered,
//! but where `--visual` asks for it.
//! Exit status as grep: 0 found, 1 nothing found, 2 usage or read error; a record that could not be
//! read does not stop the others, but it shows in the status.

mod args;
mod browse;
mod check;
mod display_flags;
mod dups;
mod keep_flags;
mod kept;
mod list;
mod lookup;
mod output;
mod port;
mod read_flags;
mod related;
mod search;
mod show;
mod spans;
mod stats;
mod terminal;
mod visual;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use anyhow::Result;

use crate::corpus::{Level, Reason, Sources};
use crate::library;
use crate::store::{Embedded, Store};
use crate::words::Words;
use args::{Command, Question};
use display_flags::DisplayFlags;
use output::Output;
use port::Port;

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

/// Runs the program with the arguments given, the program's name first.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<Status> {
    let (sources, command, flags) = match args::read(arguments)? {
        args::Parsed::Run {
            sources,
            command,
            flags,
        } => (sources, command, flags),
        args::Parsed::Printed(status) => return Ok(status),
    };
    let variable = |name: &str| std::env::var(name).ok();
    match *command {
        Command::Browse => browse::run(&sources, flags.preferences(variable)),
        // What it does without a flag is the question.
        Command::Terminal => terminal::run(&DisplayFlags::default().preferences(variable)),
        Command::Kept(command) => kept::run(&command, &sources.keeping),
        Command::Check { json } => check::run(&sources, json),
        Command::Ask(question) => ask(&question, &sources),
    }
}

fn ask(question: &Question, sources: &Sources) -> Result<Status> {
    let store = open(sources, question)?;
    let port = Port::of(&store);
    let mut out = Output::stdout();
    let status = match question {
        Question::List { json } => list::run(port, *json, &mut out)?,
        Question::Stats { json } => stats::run(port, *json, &mut out)?,
        Question::Search(search) => search::run(port, search, &mut out)?,
        Question::Show(show) => show::run(port, show, &mut out)?,
        Question::Dups(dups) => dups::run(port, dups, &mut out)?,
        Question::Related(related) => related::run(port, related, &mut out)?,
    };
    out.finish()?;
    let unread = store.known().problems[Level::Error as usize];
    Ok(if unread > 0 { Status::Unread } else { status })
}

/// Loads the corpus, indexed or searched for copies only for the verbs that need it, and reports what
/// could not be read.
fn open(sources: &Sources, question: &Question) -> Result<Embedded> {
    let (library, saved) = library::load_whole(sources, question.index_use())?;
    match saved {
        Some(Ok(saved)) => output::report(&Words::ENGLISH.plain(&saved.note())),
        Some(Err(problem)) => output::report(&Words::ENGLISH.plain(&*problem)),
        None => {}
    }
    for problem in library.problems() {
        let of_keeping = matches!(
            problem.reason,
            Reason::KeptNotUsed { .. } | Reason::NotKept { .. } | Reason::NotOnDisk { .. }
        );
        if problem.level == Level::Error || of_keeping {
            output::report(&Words::ENGLISH.plain(problem));
        }
    }
    let store = Embedded::of(library);
    if matches!(question, Question::Stats { .. }) {
        store.find_copies();
    }
    Ok(store)
}

/// Reports on stderr why the program ends without having done its work.
pub fn report(error: &anyhow::Error) {
    output::report(&format!("{error:#}"));
}

/// Whether an error only says that nobody reads our output any more.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    })
}
