//! From the command line to an exit status: 0 found, 1 nothing found, 2 usage or read error.

use std::process::ExitCode;

use fihrist::cli;

fn main() -> ExitCode {
    cli::run(std::env::args_os()).into()
}
