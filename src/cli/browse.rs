//! `fihrist PATH...`: the browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::Status;
use crate::tui::{self, Wishes};

pub(super) fn run(paths: &[PathBuf], wishes: Wishes) -> Result<Status> {
    if !paths.iter().any(|path| path.exists()) {
        let names: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
        bail!("nothing to open at {} (check the path)", names.join(", "));
    }
    tui::run(paths, wishes)?;
    Ok(Status::Found)
}
