//! What the system lets a process have, and what becomes of one that asks for more.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use signal_hook::consts::SIGXFSZ;

/// Has as many files open as the system lets a process have at most (a large kept corpus is hundreds), and takes a file
/// that may not grow further for an error of writing it, and not for the end of the program. Where that cannot be had
/// things stay as they were.
pub(super) fn settle() {
    let files = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: files.maximum,
        maximum: files.maximum,
    };
    let _ = setrlimit(Resource::Nofile, raised);
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}
