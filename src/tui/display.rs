//! From what a person wishes and what was found out about the terminal to how text is laid out and sent; and what
//! changes when the person asks for another way.

use crate::app::Display;
use crate::text::Options;

use super::detect::{Answers, Switch, Verdict};
use super::emit::{Mode, Rows};

/// What the command line and the environment ask for.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// How right-to-left text is sent, and by what it was asked for; `None`: as the terminal needs it.
    pub mode: Option<(Mode, String)>,
    /// Whether joined letters are sent; `None`: as suits the mode.
    pub shape: Option<bool>,
    /// Whether vowel marks are left out; `None`: as suits the mode.
    pub strip_tashkeel: Option<bool>,
    /// The mouse is told to us, and no longer selects text by itself.
    pub mouse: bool,
    /// What in the environment could not be understood.
    pub complaint: Option<String>,
}

impl Wishes {
    /// The mode asked for, and by what.
    pub fn chosen(&self) -> Option<(Mode, &str)> {
        self.mode.as_ref().map(|(mode, by)| (*mode, by.as_str()))
    }
}

/// How text gets onto this terminal now.
#[derive(Clone, Debug)]
pub struct Settings {
    pub wishes: Wishes,
    pub found: Verdict,
    pub mode: Mode,
}

impl Settings {
    pub fn new(wishes: Wishes, found: Verdict) -> Settings {
        Settings {
            mode: found.mode,
            wishes,
            found,
        }
    }

    /// How letters are laid out. Joined forms suit all modes: the terminals that join letters themselves draw lam-alef
    /// in one of the two cells it takes and leave a hole in the word, but show a ligature they are sent as it is. Marks are
    /// left out where kitty would draw their words askew.
    pub fn layout(&self) -> Options {
        Options {
            shape: self.wishes.shape.unwrap_or(true),
            strip_tashkeel: self
                .wishes
                .strip_tashkeel
                .unwrap_or(self.mode == Mode::Words),
            ..Options::default()
        }
    }

    /// How the terminal is told to leave cells alone in this mode.
    pub fn switch(&self) -> Switch {
        match (self.mode, self.found.switch) {
            (Mode::Logical(_), _) => Switch::Nothing,
            (_, Switch::Nothing) => Switch::Explicit,
            (_, switch) => switch,
        }
    }

    /// A terminal that said that its bidi is on must say that it went off.
    pub fn must_be_confirmed(&self, answers: &Answers) -> bool {
        self.switch() == Switch::Explicit && answers.bidi == Some(1)
    }

    /// Changes one thing to its next value; what to tell the person.
    pub fn next(&mut self, what: Display) -> String {
        match what {
            Display::Order => self.next_order(),
            Display::Shape => {
                self.wishes.shape = match self.wishes.shape {
                    None => Some(true),
                    Some(true) => Some(false),
                    Some(false) => None,
                };
                let name = match self.wishes.shape {
                    None => "auto",
                    Some(true) => "forms",
                    Some(false) => "none",
                };
                let joined = if self.layout().shape {
                    "joined"
                } else {
                    "not joined"
                };
                format!("letters sent {joined} (--shape {name})")
            }
            Display::Tashkeel => {
                let strip = !self.layout().strip_tashkeel;
                self.wishes.strip_tashkeel = Some(strip);
                let (shown, name) = if strip {
                    ("hidden", "strip")
                } else {
                    ("shown", "keep")
                };
                format!("vowel marks {shown} (--tashkeel {name})")
            }
        }
    }

    /// The mode after this one; where rows run as PuTTY's do, they go on doing so.
    fn next_order(&mut self) -> String {
        let name = self.mode.name();
        let place = Mode::ALL.iter().position(|mode| mode.name() == name);
        let next = place.map_or(0, |place| place + 1) % Mode::ALL.len();
        self.mode = match (Mode::ALL.get(next), self.found.mode) {
            (Some(Mode::Logical(_)), found @ Mode::Logical(_)) => found,
            (Some(mode), _) => *mode,
            (None, _) => Mode::Visual,
        };
        let found = if self.mode == self.found.mode {
            ", as found for this terminal"
        } else {
            ""
        };
        format!(
            "Arabic is sent in {} order{found} (--bidi {})",
            self.mode, self.mode
        )
    }

    /// The terminal turned out to reorder text although it was told not to.
    pub fn give_up_switching(&mut self) {
        self.mode = Mode::Logical(Rows::Isolated);
        self.found.mode = self.mode;
    }
}
