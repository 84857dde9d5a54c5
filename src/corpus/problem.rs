//! What could not be read, or was read by assumption: file, line, reason and what would mend it.
//!
//! A problem never ends a load; it is listed beside the articles.

use std::fmt;
use std::path::PathBuf;

use crate::text::unisolated;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Not loaded.
    Error,
    /// Loaded on an assumption that may be wrong.
    Guess,
    /// Loaded; worth knowing.
    Note,
}

impl Level {
    /// The word scripts see in `level`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Guess => "guess",
            Level::Note => "note",
        }
    }
}

/// One thing that went wrong or was assumed while loading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// Where the record stands in its file, from 1.
    pub record: Option<u32>,
    /// The line in the file, from 1.
    pub line: Option<u64>,
    pub level: Level,
    /// Lower-case, no full stop; values in it are isolated ([`crate::text::isolated`]).
    pub reason: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Problem {
    /// The file and, where it is known, the line: `news.jsonl:17`.
    pub fn place(&self) -> String {
        let path = self.path.display();
        self.line
            .map_or_else(|| path.to_string(), |line| format!("{path}:{line}"))
    }

    /// The reason and what to do: `not JSON (mend or remove the line)`.
    pub fn what(&self) -> String {
        match self.hint.as_str() {
            "" => self.reason.clone(),
            hint => format!("{} ({hint})", self.reason),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Logical text: isolates are for the screen.
        write!(f, "{}: {}", self.place(), unisolated(&self.what()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_what_and_how_to_mend() {
        let mut problem = Problem {
            path: "a.jsonl".into(),
            record: Some(7),
            line: Some(7),
            level: Level::Error,
            reason: "not a JSON object".into(),
            hint: "one object a line".into(),
        };
        assert_eq!(
            problem.to_string(),
            "a.jsonl:7: not a JSON object (one object a line)"
        );
        problem.reason = format!("no date in {}", crate::text::isolated("غد"));
        assert_eq!(
            problem.to_string(),
            "a.jsonl:7: no date in غد (one object a line)"
        );
        problem.reason = "not a JSON object".into();
        problem.line = None;
        problem.hint.clear();
        assert_eq!(problem.to_string(), "a.jsonl: not a JSON object");
    }
}
