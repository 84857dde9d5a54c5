//! From flags and the environment to how the user wants text shown on the terminal.
//!
//! A flag counts for more than `FIHRIST_BIDI`, and that for more than `LC_FIHRIST_BIDI`, which ssh passes on from the
//! machine the user sits at. An unknown value in the environment is reported and ignored.

use clap::{Args, ValueEnum};

use crate::text::Options;
use crate::tui::{BidiMode, Preferences, Reordering};

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "How text gets onto the terminal (try: fihrist terminal)")]
pub(super) struct DisplayFlags {
    /// Order in which right-to-left text is sent [environment: FIHRIST_BIDI, LC_FIHRIST_BIDI]
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|visual|override|words|runs|logical"
    )]
    bidi: Option<BidiFlag>,
    /// Send Arabic letters joined (forms) or as they are (none)
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|forms|none"
    )]
    shape: Option<ShapeFlag>,
    /// Show vowel marks or leave them out
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "keep|strip"
    )]
    tashkeel: Option<TashkeelFlag>,
    /// Point at articles, repeats and the search box; selecting text then needs Shift
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
            mode = bidi.mode().map(|mode| (mode, "the flag --bidi".to_owned()));
        } else {
            for name in VARIABLES {
                let Some(value) = variable(name).filter(|value| !value.is_empty()) else {
                    continue;
                };
                match BidiFlag::from_str(&value, true) {
                    Ok(bidi) => {
                        mode = bidi
                            .mode()
                            .map(|mode| (mode, format!("the variable {name}")));
                        break;
                    }
                    Err(_) => {
                        complaint = Some(format!(
                            "{name} is {value:?}, but must be auto, visual, override, words, runs or logical"
                        ));
                    }
                }
            }
        }
        Preferences {
            mode,
            shape: self.shape(),
            strip_tashkeel: self.tashkeel.map(|flag| flag == TashkeelFlag::Strip),
            mouse: self.mouse,
            complaint,
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
