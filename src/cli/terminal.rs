//! `fihrist terminal`: what the terminal is, what it needs, and a test card whose reader has the last word.

use anyhow::Result;

use super::Status;
use super::output::Output;
use crate::tui::{Preferences, test_card};

pub(super) fn run(preferences: &Preferences) -> Result<Status> {
    let (report, found) = test_card::run(preferences)?;
    let mut out = Output::stdout();
    for line in report.lines() {
        out.line(line)?;
    }
    out.finish()?;
    Ok(Status::found(found))
}
