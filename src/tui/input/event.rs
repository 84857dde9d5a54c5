//! The decoder's output: [`TerminalEvent`]s, in the order in which the terminal sent them.
//!
//! A terminal sends three things over one line: keys, what is pasted or pointed at, and answers to questions. The
//! answers have a variant of their own so that none can ever be taken for a key.

use super::super::colours::Background;
use crate::app::key::KeyPress;

/// One thing a terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalEvent {
    /// A key pressed or repeating, never released.
    Key(KeyPress),
    /// The last key was none: its ESC was the first byte of what comes next.
    TakeBackEscape,
    /// Bracketed paste, as it came: newlines and controls included.
    Paste(String),
    Mouse(Mouse),
    Reply(TerminalReply),
}

/// What the mouse did, and in which cell (xterm's SGR encoding, mode 1006).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    /// From 0, the leftmost.
    pub col: u16,
    /// From 0, the topmost.
    pub row: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Press(Button),
    Release(Button),
    /// Moved into another cell with the button down.
    Drag(Button),
    WheelUp,
    WheelDown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    Left,
    Middle,
    Right,
}

/// An answer of the terminal about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalReply {
    /// DECRPM, to `CSI mode $ p` or, if private, `CSI ? mode $ p`.
    Mode {
        mode: u16,
        private: bool,
        /// 0 not recognised, 1 set, 2 reset, 3 always set, 4 always reset.
        state: u8,
    },
    /// XTVERSION, to `CSI > q`: at most [`MAX_VERSION_CHARS`] chars, printable ASCII only.
    Version(String),
    /// DA2, to `CSI > c`: the numbers of `CSI > 41 ; 379 ; 0 c`, a missing one as 0.
    SecondaryAttributes(Vec<u32>),
    /// DA1, to `CSI c`: the numbers of `CSI ? 64 ; 1 ; 9 c`, a missing one as 0.
    PrimaryAttributes(Vec<u32>),
    /// The background, to `OSC 11 ; ?`.
    Background(Background),
    /// CPR, to `CSI 6 n`. Both count from 0, unlike in the reply.
    CursorPosition { col: u16, row: u16 },
    /// The terminal has the keyboard again.
    Focused,
    /// Anything else that no key sends: focus lost, window reports, colours, an answer to somebody else's question.
    Other,
}

impl TerminalReply {
    /// The state of BDSM (ANSI mode 8), if the reply reports that.
    pub fn bidi(&self) -> Option<u8> {
        match self {
            TerminalReply::Mode {
                mode: 8,
                private: false,
                state,
            } => Some(*state),
            _ => None,
        }
    }
}

/// Most characters kept of a [`TerminalReply::Version`]; real ones have about twenty.
pub const MAX_VERSION_CHARS: usize = 128;
