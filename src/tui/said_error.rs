//! An error that has its words in every language.

use std::fmt;

use crate::words::{Said, Sentence, Words};

/// Why something could not be done, as data until it is shown; where nobody knows the reader's language it is English.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidError(pub Sentence);

impl SaidError {
    pub fn of(said: &impl Said) -> SaidError {
        SaidError(said.sentence())
    }
}

impl fmt::Display for SaidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::ENGLISH.plain(&self.0))
    }
}

impl std::error::Error for SaidError {}
