//! What can go wrong with the index.

use std::fmt;

use crate::corpus::Cause;
use crate::kept::KeepError;
use crate::words::{Arg, Said, Sentence, Words, messages};

/// Why a question has no answer, or a part of the index was not built.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    Stopped,
    Engine(#[from] tantivy::TantivyError),
    /// A term cannot be read.
    Io(#[from] std::io::Error),
    BuilderFailed,
    /// A kept article cannot be read.
    Unreadable,
    Kept(#[from] KeepError),
    /// More parts, or larger ones, than can be numbered.
    TooLarge,
}

messages! {
    /// The same, as it is said.
    enum IndexFault {
        Stopped "index-stopped";
        Engine "index-engine" { error: Foreign };
        Term "index-term" { error: Said };
        BuilderFailed "index-builder-failed";
        Unreadable "index-unreadable";
        TooLarge "index-too-large";
    }
}

impl Said for IndexError {
    fn code(&self) -> &'static str {
        self.sentence().code()
    }

    fn args(&self) -> Vec<Arg> {
        self.sentence().args()
    }

    fn sentence(&self) -> Sentence {
        let fault = match self {
            IndexError::Stopped => IndexFault::Stopped,
            IndexError::Engine(error) => IndexFault::Engine {
                error: error.to_string(),
            },
            IndexError::Io(error) => IndexFault::Term {
                error: Cause::io(error).sentence(),
            },
            IndexError::BuilderFailed => IndexFault::BuilderFailed,
            IndexError::Unreadable => IndexFault::Unreadable,
            IndexError::Kept(error) => return error.sentence(),
            IndexError::TooLarge => IndexFault::TooLarge,
        };
        fault.sentence()
    }
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::ENGLISH.plain(self))
    }
}
