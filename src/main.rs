//! From the command line to an exit status: 0 found, 1 nothing found, 2 usage or read error.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match fihrist::cli::run(std::env::args_os()) {
        Ok(status) => status.into(),
        // Whoever read our output has seen enough: that is no error.
        Err(error) if fihrist::cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Where nobody can be told any more, the status tells it.
            let _ = writeln!(std::io::stderr(), "fihrist: {error:#}");
            ExitCode::from(2)
        }
    }
}
