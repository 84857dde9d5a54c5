//! `fihrist PATH...`: the browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::Status;
use crate::corpus::Sources;
use crate::tui::{self, Preferences, SaidError};
use crate::words::messages;

messages! {
    /// Why the browser does not open.
    enum BrowseFault {
        NothingAt "nothing-to-open-at" { paths: Names };
    }
}

pub(super) fn run(sources: &Sources, preferences: Preferences) -> Result<Status> {
    let paths = &sources.paths;
    let there = |path: &PathBuf| path.as_os_str() == "-" || path.exists();
    if !paths.iter().any(there) {
        let names: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
        bail!(SaidError::of(&BrowseFault::NothingAt { paths: names }));
    }
    tui::run(sources, preferences)?;
    Ok(Status::Found)
}
