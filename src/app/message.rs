//! What happens, and what is asked of the outside, as data.

use super::browse::pointing::Target;
use super::key::KeyPress;
use crate::corpus::Progress;
use crate::store::{Answered, Ask, Known, StoreError};
use crate::text::Options;

/// A queue of asks of one kind of pane: the newest wins, and no lane throws away what another asked.
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
    /// A screen of its own.
    Screen,
}

impl Lane {
    pub const ALL: [Lane; 5] = [
        Lane::List,
        Lane::Reader,
        Lane::Panel,
        Lane::Detail,
        Lane::Screen,
    ];
}

/// What came of an ask.
#[derive(Clone, Debug)]
pub struct StoreReply {
    pub generation: u64,
    pub result: Result<Answered, StoreError>,
    /// Microseconds that it took.
    pub micros: u64,
}

/// What can happen.
pub enum Msg {
    Key(KeyPress),
    Paste(String),
    Resize(u16, u16),
    Progress(Progress),
    /// The corpus is in a newer state.
    Known(Known),
    /// Nothing more will be loaded.
    LoadFailed(String),
    Reply(Box<StoreReply>),
    /// The process was stopped and goes on.
    Resumed,
    /// Letters are to be shown in another way.
    Layout(Options),
    /// Something for the person to know.
    Notice(String),
    /// Something on the screen was pointed at.
    Point(Target),
    /// The wheel was turned over it, down (`+1`) or up (`-1`).
    Wheel(Target, isize),
}

/// What is asked of the outside.
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
    /// Draw everything anew.
    Repaint,
    /// The next value of something about how text gets onto this terminal.
    Display(Display),
    Suspend,
    Quit,
}

/// What can be changed about how text gets onto the terminal. The shell knows the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Display {
    /// In which order right-to-left text is sent.
    Order,
    /// Whether joined letters are sent.
    Shape,
    /// Whether vowel marks are shown.
    Tashkeel,
}
