//! The bytes of a control string (DCS, OSC, SOS, PM, APC: ECMA-48 5.6) in, the [`Reply`] it is out.
//!
//! No key sends one. All are swallowed; only the version of a terminal is of interest.

use super::event::{Reply, VERSION_LIMIT};

/// Bytes kept; the rest is read and forgotten.
const STRING_LIMIT: usize = 4 << 10;

/// A string under way.
#[derive(Debug, Default)]
pub(super) struct ControlString {
    /// The byte behind ESC: `P` for DCS, `]` for OSC, `X`, `^` or `_`.
    introducer: u8,
    kept: Vec<u8>,
}

impl ControlString {
    pub(super) fn new(introducer: u8) -> ControlString {
        ControlString {
            introducer,
            kept: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, byte: u8) {
        if self.kept.len() < STRING_LIMIT {
            self.kept.push(byte);
        }
    }

    /// The introducer, if nothing came behind it: then it may have been Alt and a letter.
    pub(super) fn lone_introducer(&self) -> Option<u8> {
        self.kept.is_empty().then_some(self.introducer)
    }

    /// What the whole string says.
    pub(super) fn into_reply(self) -> Reply {
        match (self.introducer, self.kept.strip_prefix(b">|")) {
            (b'P', Some(version)) => Reply::Version(printable(version)),
            _ => Reply::Other,
        }
    }
}

/// A terminal's name for itself, of which nothing can be made but text.
fn printable(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| char::from(*byte))
        .filter(|c| matches!(c, ' '..='~'))
        .take(VERSION_LIMIT)
        .collect()
}
