//! Why a store gives no answer.

use std::fmt;

use crate::index::IndexError;
use crate::words::{Arg, Said, Sentence, Words, messages};

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreError {
    /// The ask was stopped, because a newer one overtook it.
    Stopped,
    /// The article is not in the corpus.
    Gone,
    /// Something that an earlier run kept cannot be read; it will not be used again.
    Damaged,
    /// What stands in more than one article is not known.
    NoCopies,
    /// The index has failed.
    Index(Sentence),
    /// A fault in the program, as it is to be reported.
    Panicked(String),
}

messages! {
    /// The same, as it is said.
    enum StoreFault {
        Stopped "store-stopped";
        Gone "store-gone";
        Damaged "store-damaged";
        NoCopies "store-no-copies";
        Panicked "store-panicked" { panic: Foreign };
    }
}

impl Said for StoreError {
    fn code(&self) -> &'static str {
        self.sentence().code()
    }

    fn args(&self) -> Vec<Arg> {
        self.sentence().args()
    }

    fn sentence(&self) -> Sentence {
        let fault = match self {
            StoreError::Stopped => StoreFault::Stopped,
            StoreError::Gone => StoreFault::Gone,
            StoreError::Damaged => StoreFault::Damaged,
            StoreError::NoCopies => StoreFault::NoCopies,
            StoreError::Index(said) => return said.clone(),
            StoreError::Panicked(panic) => StoreFault::Panicked {
                panic: panic.clone(),
            },
        };
        fault.sentence()
    }
}

impl From<IndexError> for StoreError {
    fn from(error: IndexError) -> StoreError {
        match error {
            IndexError::Stopped => StoreError::Stopped,
            error => StoreError::Index(error.sentence()),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::ENGLISH.plain(self))
    }
}

impl std::error::Error for StoreError {}
