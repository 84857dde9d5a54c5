//! From what a person wishes and what was found out about the terminal to how text is laid out and sent; and what
//! changes when the person asks for another way.

use crate::app::Display;
use crate::text::{Options, isolated};

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

/// How text gets onto this terminal now.
#[derive(Clone, Debug)]
pub struct Settings {
    pub wishes: Wishes,
    pub found: Verdict,
    pub mode: Mode,
    /// The mode was chosen while the program ran.
    by_hand: bool,
}

impl Settings {
    pub fn new(wishes: Wishes, found: Verdict) -> Settings {
        let mode = wanted(&wishes, &found);
        Settings {
            wishes,
            found,
            mode,
            by_hand: false,
        }
    }

    /// Takes in what was found out later; whether the screen must be entered anew. A choice by hand stays.
    pub fn find_out(&mut self, found: Verdict) -> bool {
        let before = (self.mode, self.switch());
        self.mode = match (self.by_hand, self.mode) {
            (false, _) => wanted(&self.wishes, &found),
            (true, mode) => with_rows_of(mode, found.mode),
        };
        self.found = found;
        before != (self.mode, self.switch())
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
                .unwrap_or(self.mode.spoils_marks()),
            ..Options::default()
        }
    }

    /// How the terminal is told to leave cells alone in this mode.
    pub fn switch(&self) -> Switch {
        match (self.mode, self.found.switch) {
            (Mode::Logical(_), Switch::StaysExplicit) => Switch::Implicit,
            (Mode::Logical(_), _) => Switch::Nothing,
            (_, switch) => switch,
        }
    }

    /// A terminal that said that its bidi is on must say that it went off, unless a person knows better.
    pub fn must_be_confirmed(&self, answers: &Answers) -> bool {
        let automatic = self.wishes.mode.is_none() && !self.by_hand;
        automatic && self.switch() == Switch::Explicit && answers.bidi == Some(1)
    }

    /// What a person should know at the start.
    pub fn notice(&self) -> Option<String> {
        if let Some(complaint) = &self.wishes.complaint {
            return Some(complaint.clone());
        }
        self.found.hint.filter(|_| self.wishes.mode.is_none())?;
        let name = isolated(&self.found.name);
        Some(format!(
            "Arabic is sent as {name} needs it; `fihrist terminal` tells more"
        ))
    }

    /// Changes one thing to its next value; what to tell the person.
    pub fn next(&mut self, what: Display) -> String {
        match what {
            Display::Order => self.next_order(),
            Display::Shape => {
                let join = !self.layout().shape;
                self.wishes.shape = Some(join);
                let (joined, name) = if join {
                    ("joined", "forms")
                } else {
                    ("not joined", "none")
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

    /// The mode after this one.
    fn next_order(&mut self) -> String {
        let place = Mode::ALL
            .iter()
            .position(|mode| mode.name() == self.mode.name());
        let next = place.map_or(0, |place| place + 1) % Mode::ALL.len();
        let next = Mode::ALL.get(next).copied().unwrap_or_default();
        self.mode = with_rows_of(next, self.found.mode);
        self.by_hand = true;
        let found = if self.mode == self.found.mode {
            ", as found for this terminal"
        } else {
            ""
        };
        let mode = self.mode;
        format!("Arabic is sent in {mode} order{found} (--bidi {mode})")
    }

    /// The terminal turned out to reorder text although it was told not to; what to tell the person.
    pub fn give_up_switching(&mut self) -> String {
        self.mode = Mode::Logical(Rows::Isolated);
        self.found.mode = self.mode;
        "this terminal goes on reordering text, so Arabic is sent in logical order".to_owned()
    }
}

fn wanted(wishes: &Wishes, found: &Verdict) -> Mode {
    let wish = wishes.mode.as_ref();
    wish.map_or(found.mode, |(mode, _)| with_rows_of(*mode, found.mode))
}

/// How a terminal's rows run is not the user's to know.
fn with_rows_of(mode: Mode, found: Mode) -> Mode {
    match (mode, found) {
        (Mode::Logical(_), Mode::Logical(rows)) => Mode::Logical(rows),
        (mode, _) => mode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(mode: Mode, switch: Switch) -> Verdict {
        Verdict {
            mode,
            switch,
            name: "a terminal".to_owned(),
            why: "it is so".to_owned(),
            hint: None,
        }
    }

    fn wish(mode: Mode) -> Wishes {
        Wishes {
            mode: Some((mode, "the flag --bidi".to_owned())),
            ..Wishes::default()
        }
    }

    const PUTTY: Mode = Mode::Logical(Rows::FirstStrong);

    #[test]
    fn what_the_user_says_is_done() {
        for mode in Mode::ALL {
            let settings = Settings::new(wish(mode), found(PUTTY, Switch::Explicit));
            assert_eq!(settings.mode.name(), mode.name());
            let silent = matches!(mode, Mode::Logical(_));
            assert_eq!(settings.switch() == Switch::Nothing, silent, "{mode}");
        }
        let logical = wish(Mode::Logical(Rows::Isolated));
        assert_eq!(
            Settings::new(logical, found(PUTTY, Switch::Explicit)).mode,
            PUTTY
        );
    }

    /// From logical text on mlterm, asked for by a flag, by key to visual: its own bidi must go off.
    #[test]
    fn the_way_to_switch_is_not_forgotten() {
        for switch in [Switch::Mlterm, Switch::StaysExplicit] {
            let logical = wish(Mode::Logical(Rows::Isolated));
            let mut settings = Settings::new(logical, found(Mode::Visual, switch));
            assert!(matches!(
                settings.switch(),
                Switch::Nothing | Switch::Implicit
            ));
            let told = settings.next(Display::Order);
            assert_eq!((settings.mode, settings.switch()), (Mode::Visual, switch));
            assert!(told.contains("as found"), "{told}");
        }
    }

    #[test]
    fn what_is_found_late_counts_unless_a_person_chose() {
        let mut settings = Settings::new(Wishes::default(), found(Mode::Visual, Switch::Explicit));
        assert!(settings.find_out(found(Mode::Words, Switch::Explicit)));
        assert_eq!(settings.mode, Mode::Words);
        let mut settings = Settings::new(Wishes::default(), found(Mode::Visual, Switch::Explicit));
        settings.next(Display::Order);
        assert!(!settings.find_out(found(Mode::Words, Switch::Explicit)));
        assert_eq!(settings.mode, Mode::Override);
        let mut settings = Settings::new(wish(Mode::Visual), found(Mode::Visual, Switch::Explicit));
        assert!(!settings.find_out(found(PUTTY, Switch::Explicit)));
        assert_eq!(settings.mode, Mode::Visual);
    }

    #[test]
    fn a_promise_is_checked_only_where_nobody_chose() {
        let answers = Answers {
            bidi: Some(1),
            ..Answers::default()
        };
        let asked = |wishes| {
            Settings::new(wishes, found(Mode::Visual, Switch::Explicit)).must_be_confirmed(&answers)
        };
        assert!(asked(Wishes::default()));
        assert!(!asked(wish(Mode::Visual)));
    }

    #[test]
    fn marks_are_left_out_where_kitty_would_draw_them_askew() {
        let mut settings = Settings::new(Wishes::default(), found(Mode::Words, Switch::Explicit));
        assert!(settings.layout().strip_tashkeel && settings.layout().shape);
        settings.next(Display::Tashkeel);
        assert!(!settings.layout().strip_tashkeel);
        settings.next(Display::Shape);
        assert!(!settings.layout().shape);
        settings.next(Display::Shape);
        assert!(settings.layout().shape);
    }
}
