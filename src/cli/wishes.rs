//! From flags and the environment to how the person wants text on the terminal.
//!
//! A flag counts for more than `FIHRIST_BIDI`, and that for more than `LC_FIHRIST_BIDI`, which ssh passes on from the
//! machine a person sits at. A word in the environment that means nothing is told, and stops nobody.

use clap::{Args, ValueEnum};

use crate::text::Options;
use crate::tui::{Mode, Rows, Wishes};

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "How text gets onto the terminal (try: fihrist terminal)")]
pub(super) struct Flags {
    /// Order in which right-to-left text is sent [environment: FIHRIST_BIDI, LC_FIHRIST_BIDI]
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|visual|override|words|runs|logical"
    )]
    bidi: Option<Bidi>,
    /// Send Arabic letters joined (forms) or as they are (none)
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|forms|none"
    )]
    shape: Option<Shape>,
    /// Show vowel marks or leave them out
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "keep|strip"
    )]
    tashkeel: Option<Tashkeel>,
    /// Point at articles, repeats and the search box; selecting text then needs Shift
    #[arg(long, global = true)]
    mouse: bool,
}

/// Variables that may name a mode, the first that does wins.
const VARIABLES: [&str; 2] = ["FIHRIST_BIDI", "LC_FIHRIST_BIDI"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Bidi {
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
enum Shape {
    Auto,
    Forms,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tashkeel {
    Keep,
    Strip,
}

impl Bidi {
    fn mode(self) -> Option<Mode> {
        match self {
            Bidi::Auto => None,
            Bidi::Visual => Some(Mode::Visual),
            Bidi::Override => Some(Mode::Override),
            Bidi::Words => Some(Mode::Words),
            Bidi::Runs => Some(Mode::Runs),
            Bidi::Logical => Some(Mode::Logical(Rows::default())),
        }
    }
}

impl Flags {
    /// What is wished for, `variable` giving the values of the environment.
    pub(super) fn wishes(&self, variable: impl Fn(&str) -> Option<String>) -> Wishes {
        let mut complaint = None;
        let mut mode = None;
        if let Some(bidi) = self.bidi {
            mode = bidi.mode().map(|mode| (mode, "the flag --bidi".to_owned()));
        } else {
            for name in VARIABLES {
                let Some(value) = variable(name).filter(|value| !value.is_empty()) else {
                    continue;
                };
                match Bidi::from_str(&value, true) {
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
        Wishes {
            mode,
            shape: self.shape(),
            strip_tashkeel: self.tashkeel.map(|wish| wish == Tashkeel::Strip),
            mouse: self.mouse,
            complaint,
        }
    }

    fn shape(&self) -> Option<bool> {
        match self.shape {
            None | Some(Shape::Auto) => None,
            Some(Shape::Forms) => Some(true),
            Some(Shape::None) => Some(false),
        }
    }

    /// How letters are laid out for a plain terminal.
    pub(super) fn layout(&self) -> Options {
        Options {
            shape: self.shape().unwrap_or(true),
            strip_tashkeel: self.tashkeel == Some(Tashkeel::Strip),
            ..Options::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(flag: Option<Bidi>, variables: [&str; 2], expected: Option<Mode>, complains: bool) {
        let flags = Flags {
            bidi: flag,
            ..Flags::default()
        };
        let wishes = flags.wishes(|name| {
            let at = VARIABLES.iter().position(|known| *known == name)?;
            Some(variables[at].to_owned())
        });
        assert_eq!(
            wishes.mode.map(|(mode, _)| mode),
            expected,
            "{flag:?} {variables:?}"
        );
        assert_eq!(
            wishes.complaint.is_some(),
            complains,
            "{flag:?} {variables:?}"
        );
    }

    #[test]
    fn the_nearest_wish_counts() {
        check(None, ["", ""], None, false);
        check(None, ["", "words"], Some(Mode::Words), false);
        check(None, ["visual", "words"], Some(Mode::Visual), false);
        check(None, ["Override", ""], Some(Mode::Override), false);
        check(None, ["auto", "words"], None, false);
        check(
            Some(Bidi::Logical),
            ["visual", ""],
            Some(Mode::Logical(Rows::Isolated)),
            false,
        );
        check(Some(Bidi::Auto), ["visual", ""], None, false);
        check(None, ["sideways", ""], None, true);
        check(None, ["sideways", "words"], Some(Mode::Words), true);
        check(
            Some(Bidi::Visual),
            ["sideways", ""],
            Some(Mode::Visual),
            false,
        );
    }
}
