//! What clap reads: flags, verbs and their help, as they were typed.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};

use super::kept::RawKept;
use super::search::RawSearch;
use super::{Command, Dups, Question, RelatedArgs, Repeats, Scope, Show, Visual};
use crate::cli::display_flags::DisplayFlags;
use crate::cli::keep_flags::KeepFlags;
use crate::cli::read_flags::ReadFlags;
use crate::dedup;

const EXAMPLES: &str = "\
Examples:
  fihrist demo-corpus                        browse a folder, whatever it holds
  fihrist search ميناء news.jsonl            the best matches, a line each
  fihrist search --json 'معرض الكتاب' news/   the same for scripts
  fihrist search --forms سوريا news/         which spellings answer, and how often
  fihrist show ID news/                      one article, repeats collapsed
  fihrist related ID news/                   what is close to it, and why
  fihrist dups --scope corpus news/          the same story in several articles
  fihrist stats news/                        what is in the corpus, at a glance
  fihrist check news/                        what could not be read, or was guessed
  fihrist kept                               what is kept between runs, and where
  zcat news.gz | fihrist                     browse what is piped in

PATH is a file or a folder, or - for standard input; without one, $FIHRIST_PATH
is opened, or what is piped in. Text, JSON, CSV, TREC, XML, HTML, RSS, mbox, WARC
and parquet are read, also in gz, zst, bz2, xz, zip and tar.
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
pub(super) struct RawArguments {
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
    /// Files and folders to browse
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read_flags: ReadFlags,
    #[command(flatten)]
    pub(super) keep_flags: KeepFlags,
    #[command(flatten)]
    pub(super) flags: DisplayFlags,
}

#[derive(Debug, Args)]
pub(super) struct Common {
    /// JSON Lines for scripts
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
struct RawVisual {
    /// What a terminal that knows no Arabic is to be sent: reordered, joined, wrapped
    #[arg(long)]
    pub(super) visual: bool,
    /// Columns of a line [default: the terminal's, or 80]
    #[arg(long, value_name = "N", requires = "visual",
          value_parser = clap::value_parser!(u16).range(2..))]
    pub(super) width: Option<u16>,
}

impl RawVisual {
    pub(super) fn check(&self, flags: &DisplayFlags) -> Option<Visual> {
        self.visual.then_some(Visual {
            width: self.width,
            layout: flags.layout(),
        })
    }
}

/// How an article's repeats are shown.
#[derive(Debug, Args)]
#[group(multiple = false)]
struct RepeatFlags {
    /// Repeats collapsed to a line each (the default)
    #[arg(long)]
    dedup: bool,
    /// The text as it is, nothing collapsed
    #[arg(long)]
    raw: bool,
    /// Only what repeats, and what changed in it
    #[arg(long, conflicts_with = "visual")]
    dups: bool,
}

impl RepeatFlags {
    pub(super) fn check(&self) -> Repeats {
        match (self.raw, self.dups) {
            (true, _) => Repeats::Open,
            (_, true) => Repeats::Alone,
            _ => Repeats::Collapsed,
        }
    }
}

fn share(text: &str) -> std::result::Result<f32, String> {
    let share: f32 = text.parse().map_err(|_| "not a number".to_owned())?;
    let known = share > 0.0 && share <= 1.0;
    known
        .then_some(share)
        .ok_or("a number above 0, at most 1, is needed".to_owned())
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Find out how Arabic has to be sent to this terminal, and try it on a test card
    Terminal,
    /// List the articles, newest first
    List(RawList),
    /// Report every file and record that was skipped or guessed: why, and what would mend it
    Check(RawList),
    /// Say what is in the corpus: words, stories, dates, sources over time
    Stats(RawList),
    /// Search the articles, best match first
    Search(RawSearch),
    /// Show one article, repeated text collapsed
    Show(RawShow),
    /// List what is said twice: within each article, or by several articles
    Dups(RawDups),
    /// List the articles closest to one, with the terms they share
    Related(RawRelated),
    /// List what is kept between runs, so that a corpus opens at once; drop it, check it
    Kept(RawKept),
}

impl Verb {
    pub(super) fn check(self, flags: &DisplayFlags) -> Result<(Vec<PathBuf>, Command)> {
        let (paths, question) = match self {
            Verb::Terminal => return Ok((Vec::new(), Command::Terminal)),
            Verb::Kept(kept) => return Ok((Vec::new(), Command::Kept(kept.check()))),
            Verb::Check(check) => {
                let json = check.common.json;
                return Ok((check.paths, Command::Check { json }));
            }
            Verb::List(list) => list.check(|json| Question::List { json }),
            Verb::Stats(stats) => stats.check(|json| Question::Stats { json }),
            Verb::Search(search) => search.check()?,
            Verb::Show(show) => show.check(flags),
            Verb::Dups(dups) => dups.check(),
            Verb::Related(related) => related.check()?,
        };
        Ok((paths, Command::Ask(question)))
    }
}

/// The paths of a verb, and what it asks of them.
pub(super) type CheckedVerb = (Vec<PathBuf>, Question);

#[derive(Debug, Args)]
pub(super) struct RawList {
    #[command(flatten)]
    common: Common,
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl RawList {
    fn check(self, question: impl FnOnce(bool) -> Question) -> CheckedVerb {
        (self.paths, question(self.common.json))
    }
}

#[derive(Debug, Args)]
pub(super) struct RawShow {
    /// An id or a key, or the beginning of one
    id: String,
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    repeats: RepeatFlags,
    #[command(flatten)]
    visual: RawVisual,
    #[command(flatten)]
    common: Common,
}

impl RawShow {
    fn check(self, flags: &DisplayFlags) -> CheckedVerb {
        let show = Show {
            id: self.id,
            repeats: self.repeats.check(),
            json: self.common.json,
            visual: self.visual.check(flags),
        };
        (self.paths, Question::Show(show))
    }
}

#[derive(Debug, Args)]
pub(super) struct RawDups {
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Within articles, across the corpus, or both; an article may be in several clusters, any two members of one being alike
    #[arg(long, value_enum, default_value_t)]
    scope: Scope,
    /// Articles without repeats too
    #[arg(long)]
    all: bool,
    /// Fold a sentence that repeats alone if it has at least this many words
    #[arg(long, value_name = "N", default_value_t = dedup::within::MIN_ALONE as u32,
          value_parser = clap::value_parser!(u32).range(dedup::within::MIN_WORDS as i64..))]
    min_words: u32,
    /// Share of sequences of five words from which two articles are one story
    #[arg(long, value_name = "0..1", default_value_t = dedup::across::THRESHOLD, value_parser = share)]
    threshold: f32,
    #[command(flatten)]
    common: Common,
}

impl RawDups {
    fn check(self) -> CheckedVerb {
        let dups = Dups {
            scope: self.scope,
            all: self.all,
            min_words: self.min_words as usize,
            threshold: self.threshold,
            json: self.common.json,
        };
        (self.paths, Question::Dups(dups))
    }
}

#[derive(Debug, Args)]
pub(super) struct RawRelated {
    /// An id or a key, or the beginning of one (a path, with --all)
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// At most this many related articles; versions of the article itself come besides
    #[arg(short, default_value_t = 10)]
    n: usize,
    /// For every article
    #[arg(long)]
    all: bool,
    /// What each shared term weighs
    #[arg(long, conflicts_with = "all")]
    explain: bool,
    #[command(flatten)]
    common: Common,
}

impl RawRelated {
    fn check(mut self) -> Result<CheckedVerb> {
        let id = match (self.all, self.id) {
            (true, first) => {
                self.paths.splice(0..0, first.map(PathBuf::from));
                None
            }
            (false, Some(id)) => Some(id),
            (false, None) => bail!("related to what? give an ID, or --all"),
        };
        let related = RelatedArgs {
            id,
            n: self.n,
            json: self.common.json,
            explain: self.explain,
        };
        Ok((self.paths, Question::Related(related)))
    }
}
