//! From flags and the environment to where things are kept between runs.
//!
//! A flag counts for more than `FIHRIST_KEEP_DIR`, and that for more than the user's usual folder for caches. Only here is
//! that one asked for: what calls a library without the command line keeps nothing.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::corpus::Keeping;
use crate::kept::Keep;
use crate::tui::SaidError;
use crate::words::messages;

messages! {
    /// Flags that do not go together.
    enum KeepFlagFault {
        /// Nothing is kept, but a folder is named for it.
        FolderUnused "keep-dir-unused";
        /// What is to be read from the disk is not to be kept there.
        NothingOnDisk "memory-disk-without-keep";
        NoFolder "memory-disk-without-folder";
    }
}

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "keeping")]
pub(super) struct KeepFlags {
    #[arg(long, global = true)]
    no_keep: bool,
    #[arg(long, global = true, value_name = "DIR")]
    keep_dir: Option<PathBuf>,
    #[arg(long, global = true)]
    verify: bool,
    #[arg(long, global = true, value_name = "WHERE", value_enum, default_value_t)]
    memory: MemoryChoice,
}

/// Where the bulk of a corpus is while it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum MemoryChoice {
    #[default]
    Auto,
    Disk,
}

/// The variable that names the folder.
const VARIABLE: &str = "FIHRIST_KEEP_DIR";

impl KeepFlags {
    /// What the flags say, `variable` giving the values of the environment.
    pub(super) fn keeping(self, variable: impl Fn(&str) -> Option<OsString>) -> Result<Keeping> {
        if self.no_keep && self.keep_dir.is_some() {
            bail!(SaidError::of(&KeepFlagFault::FolderUnused));
        }
        let folder = if self.no_keep {
            None
        } else {
            let named = || variable(VARIABLE).filter(|value| !value.is_empty());
            let named = self.keep_dir.or_else(|| named().map(PathBuf::from));
            named.or_else(|| Keep::default_folder(variable))
        };
        let on_disk = self.memory == MemoryChoice::Disk;
        if on_disk && self.no_keep {
            bail!(SaidError::of(&KeepFlagFault::NothingOnDisk));
        }
        if on_disk && folder.is_none() {
            bail!(SaidError::of(&KeepFlagFault::NoFolder));
        }
        Ok(Keeping {
            folder,
            verify: self.verify,
            on_disk,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(flags: KeepFlags, variables: [&str; 2], expected: Option<&str>) {
        let [named, caches] = variables;
        let keeping = flags.keeping(|name| match name {
            VARIABLE => Some(named.into()),
            "XDG_CACHE_HOME" => Some(caches.into()),
            _ => None,
        });
        let folder = keeping.expect("no contradiction").folder;
        assert_eq!(folder, expected.map(PathBuf::from));
    }

    #[test]
    fn the_nearest_folder_counts() {
        let none = KeepFlags::default;
        check(none(), ["", ""], None);
        check(none(), ["", "/caches"], Some("/caches/fihrist"));
        check(none(), ["here", "/caches"], Some("here"));
        let keep_dir = Some(PathBuf::from("there"));
        let named = KeepFlags { keep_dir, ..none() };
        check(named.clone(), ["here", "/caches"], Some("there"));
        let no_keep = true;
        let off = KeepFlags { no_keep, ..none() };
        check(off, ["here", "/caches"], None);
        let both = KeepFlags { no_keep, ..named };
        assert!(both.keeping(|_| None).is_err());
    }

    #[test]
    fn what_is_read_from_the_disk_is_kept_there() {
        let on_disk = || KeepFlags {
            memory: MemoryChoice::Disk,
            ..KeepFlags::default()
        };
        assert!(on_disk().keeping(|_| Some("caches".into())).is_ok());
        assert!(on_disk().keeping(|_| None).is_err());
        let no_keep = true;
        let off = KeepFlags {
            no_keep,
            ..on_disk()
        };
        let error = off
            .keeping(|_| Some("caches".into()))
            .expect_err("a contradiction");
        assert!(error.to_string().contains("--no-keep"), "{error}");
    }
}
