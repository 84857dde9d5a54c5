//! `fihrist terminal`: what the terminal is, what it needs, and a test card whose reader has the last word.

use anyhow::Result;

use super::Status;
use super::output::Output;
use super::speaker::Speaker;
use super::table_row::TableRow;
use crate::tui::Preferences;
use crate::tui::test_card::{self, ReportRow};

/// Columns of the names at the start, the longest and two blanks.
const LABEL_COLUMNS: usize = 12;

pub(super) fn run(preferences: &Preferences, speaker: Speaker) -> Result<Status> {
    let report = test_card::run(preferences)?;
    let mut out = Output::stdout(speaker);
    for row in &report.rows {
        let words = speaker.words;
        let row = match row {
            ReportRow::Blank => {
                out.line("")?;
                continue;
            }
            // It is to be copied, so it is not cut into lines.
            ReportRow::Typed(line) => {
                out.line(line)?;
                continue;
            }
            ReportRow::Fact(label, value) => TableRow {
                label: words.say(label),
                text_at: LABEL_COLUMNS,
                text: words.say(value),
                ..TableRow::default()
            },
            ReportRow::More(value) => TableRow {
                text_at: LABEL_COLUMNS,
                text: words.say(value),
                ..TableRow::default()
            },
            ReportRow::Said(said) => TableRow {
                text: words.say(said),
                ..TableRow::default()
            },
        };
        for line in speaker.table(&[row], false) {
            out.sent(&line)?;
        }
    }
    out.finish()?;
    Ok(Status::found(report.chosen))
}
