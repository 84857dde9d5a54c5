//! What happens, and what is asked of the outside, as data.

use std::sync::Arc;

use super::key::Key;
use super::pointing::Target;
use crate::corpus::Progress;
use crate::dedup::Copies;
use crate::library::{ArticleNo, Found, Library, Related, Request};
use crate::text::Options;

/// What can happen.
pub enum Msg {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
    Progress(Progress),
    /// A newer snapshot; `complete` when it is the last.
    Library {
        library: Arc<Library>,
        complete: bool,
    },
    /// Nothing more will be loaded.
    LoadFailed(String),
    SearchFailed(String),
    Found {
        generation: u64,
        answer: Box<Answer>,
    },
    Related {
        no: ArticleNo,
        list: Vec<Related>,
    },
    /// What stands in more than one article of `library`.
    Copies {
        library: Arc<Library>,
        copies: Arc<Copies>,
    },
    /// What stands in more than one article of `library` could not be found out.
    CopiesFailed {
        library: Arc<Library>,
    },
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

/// What the search worker found, for which request, in how many microseconds.
pub struct Answer {
    pub request: Request,
    pub found: Found,
    pub micros: u64,
}

/// What is asked of the outside.
#[derive(Clone)]
pub enum Effect {
    Search {
        generation: u64,
        library: Arc<Library>,
        request: Request,
    },
    Related {
        library: Arc<Library>,
        no: ArticleNo,
    },
    /// Find what stands in more than one article, while nothing waits for it.
    Copies {
        library: Arc<Library>,
    },
    /// End loading; what is loaded will come as the last snapshot.
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
