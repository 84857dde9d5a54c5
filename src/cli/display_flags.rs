//! From flags and the environment to how the user wants text shown on the terminal.
//!
//! A flag counts for more than `FIHRIST_BIDI`, and that for more than `LC_FIHRIST_BIDI`, which ssh passes on from the
//! machine the user sits at. An unknown value in the environment is reported and ignored.

use clap::{Args, ValueEnum};

use crate::text::Options;
use crate::tui::{BidiMode, Preferences, Reordering};
use crate::words::{Said, messages};

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
    #[arg(long, global = true)]
    mouse: bool,
}

/// Variables that may name a mode; the first that does counts.
const VARIABLES: [&str; 2] = ["FIHRIST_BIDI", "LC_FIHRIST_BIDI"];

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
        let mut complaint = None;
        let mut mode = None;
        if let Some(bidi) = self.bidi {
            let flag = "--bidi".to_owned();
            let by = ChosenBy::Flag { flag }.sentence();
            mode = bidi.mode().map(|mode| (mode, by));
        } else {
            for name in VARIABLES {
                let Some(value) = variable(name).filter(|value| !value.is_empty()) else {
                    continue;
                };
                let variable = name.to_owned();
                if let Ok(bidi) = BidiFlag::from_str(&value, true) {
                    let by = ChosenBy::Variable { variable }.sentence();
                    mode = bidi.mode().map(|mode| (mode, by));
                    break;
                }
                let unknown = DisplayFlagFault::UnknownMode { variable, value };
                complaint = Some(unknown.sentence());
            }
        }
        Preferences {
            mode,
            shape: self.shape(),
            strip_tashkeel: self.tashkeel.map(|flag| flag == TashkeelFlag::Strip),
            mouse: self.mouse,
            complaint,
            ..Preferences::default()
        }
    }

    fn shape(&self) -> Option<bool> {
        match self.shape {
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
}
