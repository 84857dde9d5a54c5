//! From a flag and the environment to what the user says of the keyboard.
//!
//! The flag counts for more than `FIHRIST_KEYBOARD`, that for more than `LC_FIHRIST_KEYBOARD`, which ssh passes on from the
//! machine that the keyboard is at.

use clap::{Args, ValueEnum};

use super::variables;
use crate::app::keyboard::{Keyboard, KeyboardChoice, KeyboardLayout};
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is wrong with a variable.
    enum KeyboardFault {
        UnknownLayout "unknown-keyboard" { variable: Code, value: Name };
    }
}

/// The flag; it may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct KeyboardFlag {
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|ar|ar-mac|fa|ckb|ur|ur-nla|he|el|ru|off"
    )]
    keyboard: Option<LayoutFlag>,
}

const VARIABLES: [&str; 2] = ["FIHRIST_KEYBOARD", "LC_FIHRIST_KEYBOARD"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LayoutFlag {
    Auto,
    Ar,
    ArMac,
    Fa,
    Ckb,
    Ur,
    UrNla,
    He,
    El,
    Ru,
    Off,
}

impl LayoutFlag {
    fn choice(self) -> KeyboardChoice {
        KeyboardChoice::Named(match self {
            LayoutFlag::Auto => return KeyboardChoice::Auto,
            LayoutFlag::Off => return KeyboardChoice::Off,
            LayoutFlag::Ar => KeyboardLayout::Arabic,
            LayoutFlag::ArMac => KeyboardLayout::ArabicMac,
            LayoutFlag::Fa => KeyboardLayout::Persian,
            LayoutFlag::Ckb => KeyboardLayout::CentralKurdish,
            LayoutFlag::Ur => KeyboardLayout::Urdu,
            LayoutFlag::UrNla => KeyboardLayout::UrduNla,
            LayoutFlag::He => KeyboardLayout::Hebrew,
            LayoutFlag::El => KeyboardLayout::Greek,
            LayoutFlag::Ru => KeyboardLayout::Cyrillic,
        })
    }
}

impl KeyboardFlag {
    /// The keyboard, `variable` giving the values of the environment, and what is wrong with a variable that should name it.
    pub(super) fn keyboard(
        &self,
        variable: impl Fn(&str) -> Option<String>,
    ) -> (Keyboard, Option<Sentence>) {
        if let Some(flag) = self.keyboard {
            return (Keyboard::new(flag.choice()), None);
        }
        let said = variables::choice::<LayoutFlag>(&VARIABLES, variable);
        let choice = said.named.map(|(flag, _)| flag.choice());
        let complaint = said.unknown.map(|(variable, value)| {
            let variable = variable.to_owned();
            KeyboardFault::UnknownLayout { variable, value }.sentence()
        });
        (Keyboard::new(choice.unwrap_or_default()), complaint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        flag: Option<LayoutFlag>,
        variables: [&str; 2],
        expected: LayoutFlag,
        complains: bool,
    ) {
        let flags = KeyboardFlag { keyboard: flag };
        let (keyboard, complaint) = flags.keyboard(|name| {
            let at = VARIABLES.iter().position(|known| *known == name)?;
            Some(variables[at].to_owned())
        });
        assert_eq!(
            (keyboard, complaint.is_some()),
            (Keyboard::new(expected.choice()), complains),
            "{flag:?} {variables:?}"
        );
    }

    #[test]
    fn the_nearest_word_about_the_keyboard_counts() {
        check(None, ["", ""], LayoutFlag::Auto, false);
        check(None, ["", "ar-mac"], LayoutFlag::ArMac, false);
        check(None, ["FA", "ar-mac"], LayoutFlag::Fa, false);
        check(None, ["dvorak", "ckb"], LayoutFlag::Ckb, true);
        check(None, ["dvorak", ""], LayoutFlag::Auto, true);
        check(Some(LayoutFlag::Off), ["fa", ""], LayoutFlag::Off, false);
    }
}
