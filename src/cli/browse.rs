//! `fihrist PATH...`: the browser.

use std::path::PathBuf;

use anyhow::Result;

use super::Status;
use crate::tui;

pub(super) fn run(paths: &[PathBuf]) -> Result<Status> {
    tui::run(paths)?;
    Ok(Status::Found)
}
