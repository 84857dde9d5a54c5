//! From the user's preferences and what was found out about the terminal to how text is laid out and sent, now and after
//! the user changes it by a key.

use crate::app::Display;
use crate::app::keyboard::Keyboard;
use crate::text::{CellOrder, Direction, NumberSigns, Options};
use crate::words::{Said, Sentence, Words, messages};

use super::colours::ThemeChoice;
use super::detect::{Switch, TerminalAnswers, Verdict};
use super::emit::{BidiMode, Reordering, Signs};

/// How the user wants text shown, by the command line and the environment.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// How right-to-left text is sent, and the flag or variable that says so; `None`: as the terminal needs it.
    pub mode: Option<(BidiMode, Sentence)>,
    /// Whether joined letters are sent; `None`: as suits the mode.
    pub shape: Option<bool>,
    /// Whether vowel marks are left out; `None`: as suits the mode.
    pub strip_tashkeel: Option<bool>,
    pub theme: ThemeChoice,
    /// Whether the terminal reports the mouse, which then no longer selects text by itself.
    pub mouse: bool,
    /// Which signs are sent, if the terminal allows for all.
    pub signs: Signs,
    /// Columns that a line of text may take in the reader.
    pub measure: Option<u16>,
    pub words: Words,
    pub keyboard: Keyboard,
    /// The direction in which screens are laid out; `None`: that of the language.
    pub direction: Option<Direction>,
    /// A variable with an unknown value.
    pub complaint: Option<Sentence>,
}

messages! {
    /// How text is sent, after that has changed.
    pub enum DisplayNote {
        AsNeeded "display-as-needed" { name: Said };
        Joined "display-joined";
        NotJoined "display-not-joined";
        MarksHidden "display-marks-hidden";
        MarksShown "display-marks-shown";
        Order "display-order" { mode: Code };
        OrderAsFound "display-order-as-found" { mode: Code };
        GoesOnReordering "display-goes-on-reordering";
        /// tmux was attached from another terminal.
        ShownOn "display-shown-on" { name: Said };
    }
}

/// How text is sent to this terminal at present.
#[derive(Clone, Debug)]
pub struct Settings {
    pub preferences: Preferences,
    pub found: Verdict,
    pub mode: BidiMode,
    /// Whether the mode was chosen by a key.
    by_hand: bool,
}

impl Settings {
    pub fn new(preferences: Preferences, found: Verdict) -> Settings {
        let mode = wanted(&preferences, &found);
        Settings {
            preferences,
            found,
            mode,
            by_hand: false,
        }
    }

    /// Applies a later decision; returns whether the screen must be entered anew. A choice by key stays.
    pub fn update(&mut self, found: Verdict) -> bool {
        let before = (self.mode, self.switch());
        self.mode = match (self.by_hand, self.mode) {
            (false, _) => wanted(&self.preferences, &found),
            (true, mode) => with_reordering_of(mode, found.mode),
        };
        self.found = found;
        before != (self.mode, self.switch())
    }

    /// How letters are laid out. Joined forms suit all modes: the terminals that join letters themselves draw lam-alef
    /// in one of the two cells it takes and leave a hole in the word, but show a ligature they are sent as it is. Marks are
    /// left out where kitty would draw their words askew, and Alacritty them beside their letters.
    pub fn layout(&self) -> Options {
        Options {
            shape: self.preferences.shape.unwrap_or(true),
            strip_tashkeel: self
                .preferences
                .strip_tashkeel
                .unwrap_or(self.mode.spoils_marks() || self.found.misplaces_marks),
            order: if self.preferences.signs == Signs::Spoken {
                CellOrder::Logical
            } else {
                CellOrder::Visual
            },
            number_signs: if self.found.number_signs {
                NumberSigns::Shown
            } else {
                NumberSigns::Replaced
            },
            ..Options::default()
        }
    }

    /// The control that this mode needs.
    pub fn switch(&self) -> Switch {
        match (self.mode, self.found.switch) {
            (BidiMode::Logical(_), Switch::StaysExplicit) => Switch::Implicit,
            (BidiMode::Logical(_), _) => Switch::Nothing,
            (_, switch) => switch,
        }
    }

    /// Whether the terminal, which reported its bidi as on, must confirm that it went off; not where the user chose the mode.
    pub fn must_be_confirmed(&self, answers: &TerminalAnswers) -> bool {
        let automatic = self.preferences.mode.is_none() && !self.by_hand;
        automatic && self.switch() == Switch::Explicit && answers.bidi == Some(1)
    }

    /// The message at the start, if there is one.
    pub fn notice(&self) -> Option<Sentence> {
        if let Some(complaint) = &self.preferences.complaint {
            return Some(complaint.clone());
        }
        if let Some(fault) = &self.found.fault {
            return Some(fault.sentence());
        }
        let hinted = self.found.hint.is_some() && self.preferences.mode.is_none();
        let name = self.found.name.sentence();
        hinted.then(|| DisplayNote::AsNeeded { name }.sentence())
    }

    /// The message after another terminal has taken the place of the one there was.
    pub fn notice_of_change(&self) -> Sentence {
        let name = self.found.name.sentence();
        let fault = self.found.fault.as_ref().map(Said::sentence);
        fault.unwrap_or_else(|| DisplayNote::ShownOn { name }.sentence())
    }

    /// Which signs are shown for what.
    pub fn signs(&self) -> Signs {
        if self.found.is_wide {
            Signs::Narrow
        } else {
            self.preferences.signs
        }
    }

    /// Changes one setting to its next value; returns the message for the user.
    pub fn next(&mut self, what: Display) -> DisplayNote {
        match what {
            Display::Order => self.next_order(),
            Display::Shape => {
                let join = !self.layout().shape;
                self.preferences.shape = Some(join);
                if join {
                    DisplayNote::Joined
                } else {
                    DisplayNote::NotJoined
                }
            }
            Display::Tashkeel => {
                let strip = !self.layout().strip_tashkeel;
                self.preferences.strip_tashkeel = Some(strip);
                if strip {
                    DisplayNote::MarksHidden
                } else {
                    DisplayNote::MarksShown
                }
            }
        }
    }

    /// The mode after this one.
    fn next_order(&mut self) -> DisplayNote {
        let place = BidiMode::ALL
            .iter()
            .position(|mode| mode.name() == self.mode.name());
        let next = place.map_or(0, |place| place + 1) % BidiMode::ALL.len();
        let next = BidiMode::ALL.get(next).copied().unwrap_or_default();
        self.mode = with_reordering_of(next, self.found.mode);
        self.by_hand = true;
        let mode = self.mode.name().to_owned();
        if self.mode == self.found.mode {
            DisplayNote::OrderAsFound { mode }
        } else {
            DisplayNote::Order { mode }
        }
    }

    /// Sends logical order, since the terminal still reorders text; returns the message for the user.
    pub fn give_up_switching(&mut self) -> DisplayNote {
        self.mode = BidiMode::Logical(Reordering::Isolated);
        self.found.mode = self.mode;
        DisplayNote::GoesOnReordering
    }
}

fn wanted(preferences: &Preferences, found: &Verdict) -> BidiMode {
    let wish = preferences.mode.as_ref();
    wish.map_or(found.mode, |(mode, _)| {
        with_reordering_of(*mode, found.mode)
    })
}

/// The mode asked for; how a reordering terminal treats rows is not a choice, but taken from what was found.
fn with_reordering_of(mode: BidiMode, found: BidiMode) -> BidiMode {
    match (mode, found) {
        (BidiMode::Logical(_), BidiMode::Logical(rows)) => BidiMode::Logical(rows),
        (mode, _) => mode,
    }
}

#[cfg(test)]
mod tests {
    use super::super::detect::{TerminalName, TerminalWhy};
    use super::*;

    fn found(mode: BidiMode, switch: Switch) -> Verdict {
        Verdict {
            mode,
            switch,
            name: TerminalName::Vte,
            why: TerminalWhy::NoBidi,
            hint: None,
            fault: None,
            is_wide: false,
            misplaces_marks: false,
            number_signs: false,
        }
    }

    fn wish(mode: BidiMode) -> Preferences {
        Preferences {
            mode: Some((mode, TerminalName::Vte.sentence())),
            ..Preferences::default()
        }
    }

    const PUTTY: BidiMode = BidiMode::Logical(Reordering::FirstStrong);

    #[test]
    fn what_the_user_says_is_done() {
        for mode in BidiMode::ALL {
            let settings = Settings::new(wish(mode), found(PUTTY, Switch::Explicit));
            assert_eq!(settings.mode.name(), mode.name());
            let silent = matches!(mode, BidiMode::Logical(_));
            assert_eq!(settings.switch() == Switch::Nothing, silent, "{mode}");
        }
        let logical = wish(BidiMode::Logical(Reordering::Isolated));
        assert_eq!(
            Settings::new(logical, found(PUTTY, Switch::Explicit)).mode,
            PUTTY
        );
    }

    /// From logical text on mlterm, asked for by a flag, by key to visual: its own bidi must go off.
    #[test]
    fn the_way_to_switch_is_not_forgotten() {
        for switch in [Switch::Mlterm, Switch::StaysExplicit] {
            let logical = wish(BidiMode::Logical(Reordering::Isolated));
            let mut settings = Settings::new(logical, found(BidiMode::Visual, switch));
            assert!(matches!(
                settings.switch(),
                Switch::Nothing | Switch::Implicit
            ));
            let message = settings.next(Display::Order);
            assert_eq!(
                (settings.mode, settings.switch()),
                (BidiMode::Visual, switch)
            );
            let as_found = matches!(message, DisplayNote::OrderAsFound { .. });
            assert!(as_found, "{message:?}");
        }
    }

    #[test]
    fn what_is_found_late_counts_unless_a_person_chose() {
        let mut settings = Settings::new(
            Preferences::default(),
            found(BidiMode::Visual, Switch::Explicit),
        );
        assert!(settings.update(found(BidiMode::Words, Switch::Explicit)));
        assert_eq!(settings.mode, BidiMode::Words);
        let mut settings = Settings::new(
            Preferences::default(),
            found(BidiMode::Visual, Switch::Explicit),
        );
        settings.next(Display::Order);
        assert!(!settings.update(found(BidiMode::Words, Switch::Explicit)));
        assert_eq!(settings.mode, BidiMode::Override);
        let mut settings = Settings::new(
            wish(BidiMode::Visual),
            found(BidiMode::Visual, Switch::Explicit),
        );
        assert!(!settings.update(found(PUTTY, Switch::Explicit)));
        assert_eq!(settings.mode, BidiMode::Visual);
    }

    #[test]
    fn a_promise_is_checked_only_where_nobody_chose() {
        let answers = TerminalAnswers {
            bidi: Some(1),
            ..TerminalAnswers::default()
        };
        let asked = |preferences| {
            Settings::new(preferences, found(BidiMode::Visual, Switch::Explicit))
                .must_be_confirmed(&answers)
        };
        assert!(asked(Preferences::default()));
        assert!(!asked(wish(BidiMode::Visual)));
    }

    #[test]
    fn marks_are_left_out_where_alacritty_would_draw_them_beside_their_letters() {
        let alacritty = Verdict {
            misplaces_marks: true,
            ..found(BidiMode::Visual, Switch::Explicit)
        };
        let mut settings = Settings::new(Preferences::default(), alacritty);
        assert!(settings.layout().strip_tashkeel);
        let _ = settings.next(Display::Tashkeel);
        assert!(!settings.layout().strip_tashkeel, "by a key they are shown");
    }

    #[test]
    fn marks_are_left_out_where_kitty_would_draw_them_askew() {
        let mut settings = Settings::new(
            Preferences::default(),
            found(BidiMode::Words, Switch::Explicit),
        );
        assert!(settings.layout().strip_tashkeel && settings.layout().shape);
        settings.next(Display::Tashkeel);
        assert!(!settings.layout().strip_tashkeel);
        settings.next(Display::Shape);
        assert!(!settings.layout().shape);
        settings.next(Display::Shape);
        assert!(settings.layout().shape);
    }
}
