//! Takes what other modules report as data, gives the sentences a person reads: whole sentences, made nowhere else.
//!
//! Text is in logical order, with isolates around text of the corpus; what goes to a pipe drops them
//! ([`crate::text::unisolated`]).

mod placeholders;
mod problem;
pub mod units;

pub use problem::{date_guess, hint, problem, reason, reason_of_several};

/// That a corpus is kept for the next run, in so many bytes.
pub fn kept(bytes: u64) -> String {
    let size = units::size(bytes);
    format!("kept for the next run: {size} (see: fihrist kept; not wanted: --no-keep)")
}
