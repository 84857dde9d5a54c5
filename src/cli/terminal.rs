//! `fihrist terminal`: what the terminal is, what it needs, and a test card whose reader has the last word.

use anyhow::Result;

use super::Status;
use super::output::Output;
use crate::tui::{Wishes, card};

pub(super) fn run(wishes: &Wishes) -> Result<Status> {
    let (report, found) = card::run(wishes)?;
    let mut out = Output::stdout();
    for line in report.lines() {
        out.line(line)?;
    }
    out.finish()?;
    Ok(Status::found(found))
}
