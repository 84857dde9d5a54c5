//! From the command line to an exit status: 0 found, 1 nothing found, 2 usage or read error.

use std::process::ExitCode;

use fihrist::cli;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Ok(status) => status.into(),
        // Whoever read our output has seen enough: that is no error.
        Err(error) if cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::report(&error);
            ExitCode::from(2)
        }
    }
}
