//! Locks on files, by which runs of the program see each other. They end with whoever holds them, however it ends.

use std::fs::File;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

/// How a lock is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// By any number at once.
    Shared,
    /// By nobody else.
    Alone,
}

/// Locks an open file, if that is possible at once.
pub(super) fn try_lock(file: &File, hold: Hold) -> Result<bool, Errno> {
    let operation = match hold {
        Hold::Shared => FlockOperation::NonBlockingLockShared,
        Hold::Alone => FlockOperation::NonBlockingLockExclusive,
    };
    match flock(file, operation) {
        Ok(()) => Ok(true),
        Err(Errno::WOULDBLOCK) => Ok(false),
        Err(error) => Err(error),
    }
}
