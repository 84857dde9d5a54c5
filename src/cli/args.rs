//! From raw arguments to checked ones: nothing further on sees a raw flag.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};

use super::Status;
use super::wishes::Flags;
use crate::text::Options;

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
    /// `None`: logical text.
    pub visual: Option<Visual>,
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
    subcommand_precedence_over_arg = true
)]
struct Raw {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// Files and folders to browse
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    flags: Flags,
}

#[derive(Debug, Args)]
struct Common {
    /// JSON Lines for scripts
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct RawVisual {
    /// What a terminal that knows no Arabic is to be sent: reordered, joined, wrapped
    #[arg(long)]
    visual: bool,
    /// Columns of a line [default: the terminal's, or 80]
    #[arg(long, value_name = "N", requires = "visual",
          value_parser = clap::value_parser!(u16).range(2..))]
    width: Option<u16>,
}

impl RawVisual {
    fn check(&self, flags: &Flags) -> Option<Visual> {
        self.visual.then_some(Visual {
            width: self.width,
            layout: flags.layout(),
        })
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Find out how Arabic has to be sent to this terminal, and try it on a test card
    Terminal,
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
        visual: RawVisual,
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
        Some(_) if !raw.paths.is_empty() => {
            bail!("the PATHs of a command come after it (a path named like a command: ./list)")
        }
        Some(verb) => check(verb, &raw.flags)?,
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

fn check(verb: Verb, flags: &Flags) -> Result<(Vec<PathBuf>, Command)> {
    let (paths, question) = match verb {
        Verb::Terminal => return Ok((Vec::new(), Command::Terminal)),
        Verb::List { common, paths } => (paths, Question::List { json: common.json }),
        Verb::Search {
            query,
            mut paths,
            n,
            typing,
            queries,
            common,
        } => {
            let what = asked(queries, query, &mut paths)?;
            let json = common.json;
            (
                paths,
                Question::Search(Search {
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
            visual,
            common,
        } => {
            let show = Show {
                id,
                raw,
                json: common.json,
                visual: visual.check(flags),
            };
            (paths, Question::Show(show))
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
            (paths, Question::Related(Related { id, n, json }))
        }
    };
    Ok((paths, Command::Ask(question)))
}

/// One query, or a file of them; then what stands in the query's place is a path.
fn asked(
    queries: Option<PathBuf>,
    query: Option<String>,
    paths: &mut Vec<PathBuf>,
) -> Result<Queries> {
    Ok(match (queries, query) {
        (Some(file), first) => {
            paths.splice(0..0, first.map(PathBuf::from));
            Queries::Batch(file)
        }
        (None, Some(query)) => Queries::One(query),
        (None, None) => bail!("search what? give a QUERY, or --queries FILE"),
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
