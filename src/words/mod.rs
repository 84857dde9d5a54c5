//! Takes what other modules report as data, gives the sentences a person reads: whole sentences, made nowhere else.
//!
//! Text is in logical order, with isolates around text of the corpus; what goes to a pipe drops them
//! ([`crate::text::unisolated`]).

mod placeholders;
mod problem;
pub mod units;

use crate::library::LibraryChange;
pub use problem::{date_guess, hint, problem, reason, reason_of_several};

/// That a corpus cannot be looked at a second time.
pub const CANNOT_READ_AGAIN: &str = "what came through a pipe cannot be read again";

/// That a second look at a corpus was stopped.
pub const STOPPED_LOOKING: &str = "stopped; the corpus is shown as it was";

/// How a corpus has changed since it was looked at last; a changed article counts as one that is gone and a new one.
pub fn change(change: LibraryChange) -> String {
    let counts = [(change.came, "new"), (change.gone, "gone")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = counts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if parts.is_empty() {
        return "no article has changed".to_owned();
    }
    format!("articles: {}", parts.join(", "))
}

/// That a corpus is kept for the next run, in so many bytes.
pub fn kept(bytes: u64) -> String {
    let size = units::size(bytes);
    format!("kept for the next run: {size} (see: fihrist kept; not wanted: --no-keep)")
}
