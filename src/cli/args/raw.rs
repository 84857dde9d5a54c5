//! What clap reads: flags, verbs and their help, as they were typed.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};

use super::fault::ValueFault;
use super::kept::RawKept;
use super::search::RawSearch;
use super::{Command, Dups, Question, RelatedArgs, Repeats, Scope, Show, Visual};
use crate::cli::display_flags::DisplayFlags;
use crate::cli::keep_flags::KeepFlags;
use crate::cli::language_flags::LanguageFlags;
use crate::cli::read_flags::ReadFlags;
use crate::dedup;
use crate::tui::SaidError;
use crate::words::messages;

messages! {
    /// What is missing.
    enum RawNote {
        RelatedToWhat "related-to-what";
    }
}

#[derive(Debug, Parser)]
#[command(name = "fihrist", version, subcommand_precedence_over_arg = true)]
pub(super) struct RawArguments {
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) read_flags: ReadFlags,
    #[command(flatten)]
    pub(super) keep_flags: KeepFlags,
    #[command(flatten)]
    pub(super) flags: DisplayFlags,
    #[command(flatten)]
    pub(super) language_flags: LanguageFlags,
}

#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
struct RawVisual {
    #[arg(long)]
    pub(super) visual: bool,
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
    #[arg(long)]
    dedup: bool,
    #[arg(long)]
    raw: bool,
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

fn share(text: &str) -> std::result::Result<f32, SaidError> {
    let number = text.parse();
    let share: f32 = number.map_err(|_| SaidError::of(&ValueFault::NotNumber))?;
    let known = share > 0.0 && share <= 1.0;
    known
        .then_some(share)
        .ok_or_else(|| SaidError::of(&ValueFault::OutOfShare))
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Terminal,
    List(RawList),
    Check(RawList),
    Stats(RawList),
    Search(RawSearch),
    Show(RawShow),
    Dups(RawDups),
    Related(RawRelated),
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
    #[arg(long, value_enum, default_value_t)]
    scope: Scope,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "N", default_value_t = dedup::within::MIN_ALONE as u32,
          value_parser = clap::value_parser!(u32).range(dedup::within::MIN_WORDS as i64..))]
    min_words: u32,
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
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[arg(short, default_value_t = 10)]
    n: usize,
    #[arg(long)]
    all: bool,
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
            (false, None) => bail!(SaidError::of(&RawNote::RelatedToWhat)),
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
