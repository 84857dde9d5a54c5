//! `fihrist terminal`: what the terminal is, what it needs, and a test card whose reader has the last word.

use anyhow::Result;

use super::Status;
use crate::tui::{Wishes, card};

pub(super) fn run(wishes: &Wishes) -> Result<Status> {
    let understood = card::run(wishes)?;
    Ok(Status::found(understood))
}
