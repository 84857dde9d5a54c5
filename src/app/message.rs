//! Messages to the state machine, effects for the shell, and the lanes that stores are asked on.

use super::browse::pointing::Target;
use super::key::KeyPress;
use super::keyboard::Keyboard;
use super::listed_enum::listed_enum;
use crate::corpus::Progress;
use crate::store::{Answered, Ask, Known, StoreError};
use crate::text::{Direction, Options};
use crate::words::{Sentence, Words};

listed_enum! {
    /// A queue of asks of one kind of pane: a newer ask overtakes the one before on its own lane, and none on others.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Lane {
        /// Rows of a list.
        List,
        /// The article in the reading pane.
        Reader,
        /// The panel below it.
        Panel,
        /// The selected row of a panel.
        Detail,
        /// A screen other than for browsing.
        Screen,
    }
}

/// The answer to an ask, or why there is none.
#[derive(Clone, Debug)]
pub struct StoreReply {
    pub generation: u64,
    pub result: Result<Answered, StoreError>,
    /// Microseconds that the store took.
    pub micros: u64,
}

/// What happened outside the state machine.
pub enum Msg {
    Key(KeyPress),
    /// What seemed to be the key Esc was the first byte of what comes next: what it did is taken back.
    TakeBackEscape,
    Paste(String),
    Resize(u16, u16),
    Progress(Progress),
    /// A newer state of the corpus was published.
    Known(Known),
    /// Loading has failed: no further state will come.
    LoadFailed(Sentence),
    Reply(Box<StoreReply>),
    /// The process was suspended and goes on.
    Resumed,
    /// How letters are shown has changed.
    Layout(Options),
    /// The program is to speak another language.
    Words(Words),
    /// What the user says of the keyboard.
    Keyboard(Keyboard),
    /// The interface is to be laid out in a direction of its own, or in that of the language.
    Direction(Option<Direction>),
    /// Lines of text in the reader take so many columns at most.
    Measure(Option<u16>),
    /// A message for the message row.
    Notice(Sentence),
    /// Something on the screen was clicked.
    Point(Target),
    /// The wheel was turned over something by notches, down or up (negative).
    Wheel(Target, isize),
}

/// What the shell is to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask a store; the [`StoreReply`] bears the same generation.
    Ask {
        lane: Lane,
        generation: u64,
        ask: Box<Ask>,
    },
    /// End loading; what is loaded will come as the last state.
    StopLoading,
    /// Look at the files of the corpus again; the state that follows has what they hold then.
    Reload,
    /// Draw everything anew.
    Repaint,
    /// Go on to the next value of a display setting.
    Display(Display),
    Suspend,
    Quit,
}

/// A setting of how text is sent to the terminal; the shell knows its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Display {
    /// In which order right-to-left text is sent.
    Order,
    /// Whether joined letters are sent.
    Shape,
    /// Whether vowel marks are shown.
    Tashkeel,
}
