//! Arguments in, stdout, stderr and exit status of the program out.

use std::fmt;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;

use super::{BINARY, command};

/// How a run of the program ended.
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the program in `folder`, with no variable of the user's and nothing on stdin.
pub(crate) fn fihrist(folder: &Path, arguments: &[&str]) -> Ran {
    fihrist_with(folder, arguments, "")
}

/// The same with `input` on stdin.
pub(crate) fn fihrist_with(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut child = command(BINARY)
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "80")
        .stdin(if input.is_empty() {
            Stdio::null() // a pipe would be a corpus
        } else {
            Stdio::piped()
        })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    if let Some(mut stdin) = child.stdin.take() {
        // The program may end without reading its input.
        let _unread = stdin.write_all(input.as_bytes());
    }
    Ran::from(child.wait_with_output().unwrap())
}

impl Ran {
    /// The JSON objects on stdout, one a line.
    pub(crate) fn json(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
            .collect()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// For snapshots: all that a shell sees, in one piece.
impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) => writeln!(f, "exit {status}")?,
            None => writeln!(f, "killed")?,
        }
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                writeln!(f, "--- {name}")?;
                write!(f, "{text}")?;
            }
        }
        Ok(())
    }
}
