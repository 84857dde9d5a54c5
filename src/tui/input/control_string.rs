//! The bytes of a control string (DCS, OSC, SOS, PM, APC: ECMA-48 5.6) in, the [`TerminalReply`] it is out.
//!
//! No key sends one. All are consumed; only the version of a terminal and its background are of interest.

use super::super::colours::Background;
use super::event::{MAX_VERSION_CHARS, TerminalReply};

/// Most bytes kept of a string, many times a terminal's name; the rest is read and dropped.
const MAX_STRING_BYTES: usize = 4 << 10;

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
        if self.kept.len() < MAX_STRING_BYTES {
            self.kept.push(byte);
        }
    }

    /// The introducer, if nothing followed it: then it may have been Alt and a letter.
    pub(super) fn lone_introducer(&self) -> Option<u8> {
        self.kept.is_empty().then_some(self.introducer)
    }

    /// What the whole string says.
    pub(super) fn into_reply(self) -> TerminalReply {
        match (self.introducer, self.kept.as_slice()) {
            (b'P', [b'>', b'|', version @ ..]) => TerminalReply::Version(printable(version)),
            (b']', [b'1', b'1', b';', colour @ ..]) => {
                let colour = Background::parse(&printable(colour));
                colour.map_or(TerminalReply::Other, TerminalReply::Background)
            }
            _ => TerminalReply::Other,
        }
    }
}

/// What a terminal says of itself, reduced to printable ASCII.
fn printable(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| char::from(*byte))
        .filter(|c| matches!(c, ' '..='~'))
        .take(MAX_VERSION_CHARS)
        .collect()
}
