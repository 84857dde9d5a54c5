//! Takes what other modules report as data, gives the sentences a person reads: whole ones, made here alone.
//!
//! Text is logical and has isolates round what comes from a corpus; what goes to a pipe drops them
//! ([`crate::text::unisolated`]).

mod problem;
mod sentence;

pub use problem::{date_guess, hint, problem, reason, reason_of_several};
