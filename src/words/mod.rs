//! Takes what other modules report as data, gives the sentences a person reads: whole sentences, made nowhere else.
//!
//! Text is in logical order, with isolates around text of the corpus; what goes to a pipe drops them
//! ([`crate::text::unisolated`]).

mod problem;
mod sentence;

pub use problem::{date_guess, hint, problem, reason, reason_of_several};
