//! From raw arguments to checked ones: nothing further on sees a raw flag.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};

use super::Status;

/// What to do.
#[derive(Debug)]
pub(super) enum Command {
    Browse,
    List { json: bool },
    Search(Search),
    Show(Show),
    Related(Related),
}

/// A checked search.
#[derive(Debug)]
pub(super) struct Search {
    pub what: Queries,
    pub n: usize,
    pub typing: bool,
    pub json: bool,
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
    pub raw: bool,
    pub json: bool,
}

#[derive(Debug)]
pub(super) struct Related {
    /// `None`: every article.
    pub id: Option<String>,
    pub n: usize,
    pub json: bool,
}

/// What the arguments asked for.
pub(super) enum Read {
    Run {
        paths: Vec<PathBuf>,
        command: Command,
    },
    /// Help, version or a usage error was printed.
    Told(Status),
}

const EXAMPLES: &str = "\
Examples:
  fihrist demo-corpus                        browse a folder of .txt and .jsonl files
  fihrist search ميناء news.jsonl            the best matches, a line each
  fihrist search --json 'معرض الكتاب' news/   the same for scripts
  fihrist show ID news/                      one article, repeats collapsed
  fihrist related ID news/                   what is close to it, and why

PATH is a file or a folder; without one, $FIHRIST_PATH is opened.
A path that is named like a command: ./list, or -- list.
Exit status: 0 found, 1 nothing found, 2 usage or read error.";

#[derive(Debug, Parser)]
#[command(
    name = "fihrist",
    version,
    about = "A corpus browser for the terminal that reads Arabic right",
    before_help = EXAMPLES,
    args_conflicts_with_subcommands = true
)]
struct Raw {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// Files and folders to browse
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct Common {
    /// JSON Lines for scripts
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the articles, newest first
    List {
        #[command(flatten)]
        common: Common,
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Search the articles, best match first
    Search {
        /// Words, "phrases", -exclusions (a path, with --queries)
        #[arg(value_name = "QUERY")]
        query: Option<String>,
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// At most so many results
        #[arg(short, default_value_t = 20)]
        n: usize,
        /// Treat the last word as one still being typed
        #[arg(long)]
        typing: bool,
        /// Run every query of FILE (JSON Lines with qid and query; - is standard input)
        #[arg(long, value_name = "FILE")]
        queries: Option<PathBuf>,
        #[command(flatten)]
        common: Common,
    },
    /// Show one article, repeated text collapsed
    Show {
        /// An id, or the beginning of one
        id: String,
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// The text as it is, nothing collapsed
        #[arg(long)]
        raw: bool,
        #[command(flatten)]
        common: Common,
    },
    /// List the articles closest to one, with the terms they share
    Related {
        /// An id, or the beginning of one (a path, with --all)
        #[arg(value_name = "ID")]
        id: Option<String>,
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// At most so many
        #[arg(short, default_value_t = 10)]
        n: usize,
        /// For every article
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        common: Common,
    },
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
        Some(verb) => check(verb)?,
    };
    Ok(Read::Run {
        paths: paths_or_default(paths)?,
        command,
    })
}

fn check(verb: Verb) -> Result<(Vec<PathBuf>, Command)> {
    Ok(match verb {
        Verb::List { common, paths } => (paths, Command::List { json: common.json }),
        Verb::Search {
            query,
            mut paths,
            n,
            typing,
            queries,
            common,
        } => {
            let what = match (queries, query) {
                (Some(file), first) => {
                    paths.splice(0..0, first.map(PathBuf::from));
                    Queries::Batch(file)
                }
                (None, Some(query)) => Queries::One(query),
                (None, None) => bail!("search what? give a QUERY, or --queries FILE"),
            };
            let json = common.json;
            (
                paths,
                Command::Search(Search {
                    what,
                    n,
                    typing,
                    json,
                }),
            )
        }
        Verb::Show {
            id,
            paths,
            raw,
            common,
        } => {
            let json = common.json;
            (paths, Command::Show(Show { id, raw, json }))
        }
        Verb::Related {
            id,
            mut paths,
            n,
            all,
            common,
        } => {
            let id = match (all, id) {
                (true, first) => {
                    paths.splice(0..0, first.map(PathBuf::from));
                    None
                }
                (false, Some(id)) => Some(id),
                (false, None) => bail!("related to what? give an ID, or --all"),
            };
            let json = common.json;
            (paths, Command::Related(Related { id, n, json }))
        }
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
