//! From flags and the environment to how the user wants text shown on the terminal, and in which colours.
//!
//! A flag counts for more than `FIHRIST_BIDI`, and that for more than `LC_FIHRIST_BIDI`, which ssh passes on from the
//! machine the user sits at; so do `--theme`, `FIHRIST_THEME` and `LC_FIHRIST_THEME`, and all of these for more than
//! `NO_COLOR` and `CLICOLOR`, which are said to all programs. An unknown value in the environment is reported and ignored.

use clap::{Args, ValueEnum};

use super::keyboard_flag::KeyboardFlag;
use super::variables;
use crate::text::{Direction, Options};
use crate::tui::{BidiMode, Preferences, Reordering, Signs, ThemeChoice};
use crate::words::{Said, Sentence, messages};

messages! {
    /// Who chose how text is sent.
    enum ChosenBy {
        Flag "chosen-by-flag" { flag: Code };
        Variable "chosen-by-variable" { variable: Code };
    }
}

messages! {
    /// What is wrong with a variable.
    enum DisplayFlagFault {
        UnknownMode "unknown-bidi-mode" { variable: Code, value: Name };
        UnknownTheme "unknown-theme" { variable: Code, value: Name };
    }
}

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "display")]
pub(super) struct DisplayFlags {
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|visual|override|words|runs|logical"
    )]
    bidi: Option<BidiFlag>,
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|forms|none"
    )]
    shape: Option<ShapeFlag>,
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "keep|strip"
    )]
    tashkeel: Option<TashkeelFlag>,
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|dark|light|mono|16"
    )]
    theme: Option<ThemeFlag>,
    #[arg(long, global = true, value_name = "N")]
    measure: Option<u16>,
    #[arg(long, global = true)]
    ascii: bool,
    /// What a screen reader or a braille display is to be given: letters in logical order, not joined, no rules.
    #[arg(long, global = true, conflicts_with_all = ["bidi", "shape"])]
    plain_text: bool,
    #[arg(long, global = true)]
    mouse: bool,
    #[command(flatten)]
    keyboard: KeyboardFlag,
}

/// Variables that may name a mode; the first that does counts.
const VARIABLES: [&str; 2] = ["FIHRIST_BIDI", "LC_FIHRIST_BIDI"];
/// The same for a theme.
const THEME_VARIABLES: [&str; 2] = ["FIHRIST_THEME", "LC_FIHRIST_THEME"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BidiFlag {
    /// What the terminal needs, as far as it can be found out
    Auto,
    /// Cells as they are to be seen
    Visual,
    /// The same, between LRO and PDF
    Override,
    /// Each word in logical order (kitty)
    Words,
    /// The same for a kitty whose font has no Arabic
    Runs,
    /// Logical order (Konsole, PuTTY)
    Logical,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ShapeFlag {
    Auto,
    Forms,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TashkeelFlag {
    Keep,
    Strip,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ThemeFlag {
    Auto,
    Dark,
    Light,
    Mono,
    #[value(name = "16")]
    Sixteen,
}

impl ThemeFlag {
    fn choice(self) -> ThemeChoice {
        match self {
            ThemeFlag::Auto => ThemeChoice::Auto,
            ThemeFlag::Dark => ThemeChoice::Dark,
            ThemeFlag::Light => ThemeChoice::Light,
            ThemeFlag::Mono => ThemeChoice::Mono,
            ThemeFlag::Sixteen => ThemeChoice::Sixteen,
        }
    }
}

impl BidiFlag {
    fn mode(self) -> Option<BidiMode> {
        match self {
            BidiFlag::Auto => None,
            BidiFlag::Visual => Some(BidiMode::Visual),
            BidiFlag::Override => Some(BidiMode::Override),
            BidiFlag::Words => Some(BidiMode::Words),
            BidiFlag::Runs => Some(BidiMode::Runs),
            BidiFlag::Logical => Some(BidiMode::Logical(Reordering::default())),
        }
    }
}

impl DisplayFlags {
    /// The user's preferences, `variable` giving the values of the environment.
    pub(super) fn preferences(&self, variable: impl Fn(&str) -> Option<String>) -> Preferences {
        let (keyboard, unknown_keyboard) = self.keyboard.keyboard(&variable);
        let (theme, unknown_theme) = self.theme(&variable);
        let (mode, unknown_mode) = self.mode(&variable);
        Preferences {
            mode,
            shape: self.shape(),
            strip_tashkeel: self.tashkeel.map(|flag| flag == TashkeelFlag::Strip),
            theme,
            signs: self.signs(),
            measure: self.measure,
            mouse: self.mouse,
            keyboard,
            complaint: unknown_mode.or(unknown_theme).or(unknown_keyboard),
            ..Preferences::default()
        }
    }

    /// How right-to-left text is to be sent and who says so, and what is wrong with a variable that should.
    fn mode(
        &self,
        variable: &impl Fn(&str) -> Option<String>,
    ) -> (Option<(BidiMode, Sentence)>, Option<Sentence>) {
        let by_flag = |flag: &str| {
            let flag = flag.to_owned();
            ChosenBy::Flag { flag }.sentence()
        };
        if self.plain_text {
            return (Some((BidiMode::Visual, by_flag("--plain-text"))), None);
        }
        if let Some(bidi) = self.bidi {
            return (bidi.mode().map(|mode| (mode, by_flag("--bidi"))), None);
        }
        let said = variables::choice::<BidiFlag>(&VARIABLES, variable);
        let complaint = said.unknown.map(|(variable, value)| {
            let variable = variable.to_owned();
            DisplayFlagFault::UnknownMode { variable, value }.sentence()
        });
        let mode = said.named.and_then(|(bidi, variable)| {
            let variable = variable.to_owned();
            Some((bidi.mode()?, ChosenBy::Variable { variable }.sentence()))
        });
        (mode, complaint)
    }

    /// The side on which screens start, if nothing is said of it: speech and braille go from left to right.
    pub(super) fn direction(&self) -> Option<Direction> {
        self.plain_text.then_some(Direction::Ltr)
    }

    fn signs(&self) -> Signs {
        match (self.plain_text, self.ascii) {
            (true, _) => Signs::Spoken,
            (false, true) => Signs::Ascii,
            (false, false) => Signs::All,
        }
    }

    /// The theme that is wanted, and what is wrong with a variable that should name it.
    fn theme(&self, variable: &impl Fn(&str) -> Option<String>) -> (ThemeChoice, Option<Sentence>) {
        if let Some(flag) = self.theme {
            return (flag.choice(), None);
        }
        let said = variables::choice::<ThemeFlag>(&THEME_VARIABLES, variable);
        let complaint = said.unknown.map(|(variable, value)| {
            let variable = variable.to_owned();
            DisplayFlagFault::UnknownTheme { variable, value }.sentence()
        });
        if let Some((flag, _)) = said.named {
            return (flag.choice(), complaint);
        }
        let without = variable("NO_COLOR").is_some_and(|value| !value.is_empty())
            || variable("CLICOLOR").is_some_and(|value| value == "0");
        let choice = if without {
            ThemeChoice::Mono
        } else {
            ThemeChoice::Auto
        };
        (choice, complaint)
    }

    fn shape(&self) -> Option<bool> {
        match self.shape {
            None if self.plain_text => Some(false),
            None | Some(ShapeFlag::Auto) => None,
            Some(ShapeFlag::Forms) => Some(true),
            Some(ShapeFlag::None) => Some(false),
        }
    }

    /// How letters are laid out for a plain terminal.
    pub(super) fn layout(&self) -> Options {
        Options {
            shape: self.shape().unwrap_or(true),
            strip_tashkeel: self.tashkeel == Some(TashkeelFlag::Strip),
            ..Options::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        flag: Option<BidiFlag>,
        variables: [&str; 2],
        expected: Option<BidiMode>,
        complains: bool,
    ) {
        let flags = DisplayFlags {
            bidi: flag,
            ..DisplayFlags::default()
        };
        let preferences = flags.preferences(|name| {
            let at = VARIABLES.iter().position(|known| *known == name)?;
            Some(variables[at].to_owned())
        });
        assert_eq!(
            preferences.mode.map(|(mode, _)| mode),
            expected,
            "{flag:?} {variables:?}"
        );
        assert_eq!(
            preferences.complaint.is_some(),
            complains,
            "{flag:?} {variables:?}"
        );
    }

    #[test]
    fn the_nearest_preference_counts() {
        check(None, ["", ""], None, false);
        check(None, ["", "words"], Some(BidiMode::Words), false);
        check(None, ["visual", "words"], Some(BidiMode::Visual), false);
        check(None, ["Override", ""], Some(BidiMode::Override), false);
        check(None, ["auto", "words"], None, false);
        check(
            Some(BidiFlag::Logical),
            ["visual", ""],
            Some(BidiMode::Logical(Reordering::Isolated)),
            false,
        );
        check(Some(BidiFlag::Auto), ["visual", ""], None, false);
        check(None, ["sideways", ""], None, true);
        check(None, ["sideways", "words"], Some(BidiMode::Words), true);
        check(
            Some(BidiFlag::Visual),
            ["sideways", ""],
            Some(BidiMode::Visual),
            false,
        );
    }

    #[track_caller]
    fn check_theme(
        flag: Option<ThemeFlag>,
        variables: &[(&str, &str)],
        expected: ThemeChoice,
        complains: bool,
    ) {
        let flags = DisplayFlags {
            theme: flag,
            ..DisplayFlags::default()
        };
        let preferences = flags.preferences(|name| {
            let known = variables.iter().find(|(known, _)| *known == name)?;
            Some(known.1.to_owned())
        });
        assert_eq!(preferences.theme, expected, "{flag:?} {variables:?}");
        let complaint = preferences.complaint.is_some();
        assert_eq!(complaint, complains, "{flag:?} {variables:?}");
    }

    #[test]
    fn the_nearest_word_about_colours_counts() {
        let (auto, mono) = (ThemeChoice::Auto, ThemeChoice::Mono);
        let (dark, light) = (Some(ThemeFlag::Dark), ("FIHRIST_THEME", "light"));
        let (far, no_colour) = (("LC_FIHRIST_THEME", "16"), ("NO_COLOR", "1"));
        check_theme(None, &[], auto, false);
        check_theme(None, &[no_colour], mono, false);
        check_theme(None, &[("NO_COLOR", "")], auto, false);
        check_theme(None, &[("CLICOLOR", "0")], mono, false);
        check_theme(None, &[("CLICOLOR", "1")], auto, false);
        check_theme(None, &[light, no_colour], ThemeChoice::Light, false);
        check_theme(None, &[far], ThemeChoice::Sixteen, false);
        check_theme(None, &[far, light], ThemeChoice::Light, false);
        check_theme(dark, &[far, light, no_colour], ThemeChoice::Dark, false);
        check_theme(Some(ThemeFlag::Auto), &[no_colour], auto, false);
        check_theme(None, &[("FIHRIST_THEME", "mauve")], auto, true);
        check_theme(None, &[("FIHRIST_THEME", "mauve"), no_colour], mono, true);
    }
}
