//! The arguments of `fihrist kept` in, what to do with what is kept out.

use std::ffi::OsString;

use clap::{Args, Subcommand};

use super::raw::Common;

/// What to do with what is kept.
#[derive(Debug)]
pub(in crate::cli) enum KeptCommand {
    List { json: bool },
    Drop(KeptChoice),
    Verify { json: bool },
}

/// Which of the kept corpora are meant.
#[derive(Debug)]
pub(in crate::cli) enum KeptChoice {
    All,
    /// Names or beginnings of them, or paths.
    Named(Vec<OsString>),
}

#[derive(Debug, Args)]
pub(super) struct RawKept {
    #[command(subcommand)]
    verb: Option<RawKeptVerb>,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Subcommand)]
enum RawKeptVerb {
    List(Common),
    Drop(RawDrop),
    Verify(Common),
}

#[derive(Debug, Args)]
#[group(required = true)]
struct RawDrop {
    #[arg(value_name = "NAME|PATH", conflicts_with = "all")]
    which: Vec<OsString>,
    #[arg(long)]
    all: bool,
}

impl RawKept {
    pub(super) fn check(self) -> KeptCommand {
        let json = self.common.json;
        match self.verb {
            None => KeptCommand::List { json },
            Some(RawKeptVerb::List(common)) => KeptCommand::List {
                json: json || common.json,
            },
            Some(RawKeptVerb::Verify(common)) => KeptCommand::Verify {
                json: json || common.json,
            },
            Some(RawKeptVerb::Drop(drop)) if drop.all => KeptCommand::Drop(KeptChoice::All),
            Some(RawKeptVerb::Drop(drop)) => KeptCommand::Drop(KeptChoice::Named(drop.which)),
        }
    }
}
