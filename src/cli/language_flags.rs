//! From flags and the environment to the language of the program's words, the digits of its numbers, and the side on which
//! its screens start.
//!
//! A flag counts for more than `FIHRIST_LANGUAGE`, that for more than `LC_FIHRIST_LANGUAGE` (the kind of name that ssh
//! passes on: servers stand at C.UTF-8), and that for more than the locale.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

use crate::text::Direction;
use crate::tui::SaidError;
use crate::words::{Digits, Language, Locale, Words, messages};

messages! {
    /// Why a language is not spoken.
    enum LanguageFlagFault {
        NotSpoken "language-not-spoken" { values: Codes };
    }
}

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "language")]
pub(super) struct LanguageFlags {
    // Said by the message `help-language`, and so on for the others.
    #[arg(long, global = true, value_name = "auto|CODE", value_parser = spoken)]
    language: Option<String>,
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "latn|arab|persian"
    )]
    digits: Option<DigitsFlag>,
    #[arg(
        long,
        value_enum,
        ignore_case = true,
        global = true,
        hide_possible_values = true,
        value_name = "auto|rtl|ltr"
    )]
    dir: Option<DirectionFlag>,
}

/// Variables that may name a language for this program alone; the first that does counts.
const OWN_VARIABLES: [&str; 2] = ["FIHRIST_LANGUAGE", "LC_FIHRIST_LANGUAGE"];
/// Variables of the locale, the first that is set counts (POSIX, Environment Variables).
const LOCALE_VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DigitsFlag {
    Latn,
    Arab,
    Persian,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DirectionFlag {
    Auto,
    Rtl,
    Ltr,
}

/// How the program speaks, and which way its screens are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interface {
    pub(super) words: Words,
    /// `None`: that of the language.
    pub(super) direction: Option<Direction>,
}

impl LanguageFlags {
    /// The interface that is wanted, `variable` giving the values of the environment.
    pub(super) fn interface(&self, variable: impl Fn(&str) -> Option<String>) -> Interface {
        let named = self.language.as_deref().and_then(Locale::named);
        let locale = named.or_else(|| from_environment(variable));
        let words = Words {
            language: locale.map_or(Language::English, |locale| locale.language),
            months: locale.map(|locale| locale.months).unwrap_or_default(),
            pseudo: locale.is_some_and(|locale| locale.pseudo),
            digits: match self.digits {
                None | Some(DigitsFlag::Latn) => Digits::Latin,
                Some(DigitsFlag::Arab) => Digits::Arabic,
                Some(DigitsFlag::Persian) => Digits::Persian,
            },
        };
        let direction = match self.dir {
            None | Some(DirectionFlag::Auto) => None,
            Some(DirectionFlag::Rtl) => Some(Direction::Rtl),
            Some(DirectionFlag::Ltr) => Some(Direction::Ltr),
        };
        Interface { words, direction }
    }
}

/// A name of a language or a locale that the program speaks; else those that it knows.
fn spoken(text: &str) -> Result<String, SaidError> {
    if text.eq_ignore_ascii_case("auto") || Locale::named(text).is_some() {
        return Ok(text.to_owned());
    }
    let codes = Language::ALL.map(Language::code);
    let values = ["auto"].into_iter().chain(codes).map(str::to_owned);
    let values = values.collect();
    Err(SaidError::of(&LanguageFlagFault::NotSpoken { values }))
}

/// The language that some arguments name, which are not understood yet: what is wrong with them is said in it.
pub(super) fn named_in(arguments: &[OsString]) -> LanguageFlags {
    let texts = arguments.iter().map(|argument| argument.to_str());
    let mut texts = texts.take_while(|text| *text != Some("--"));
    let mut language = None;
    while let Some(text) = texts.next() {
        match text.and_then(|text| text.strip_prefix("--language")) {
            Some("") => language = texts.next().flatten(),
            Some(rest) => language = rest.strip_prefix('='),
            None => {}
        }
    }
    LanguageFlags {
        language: language.map(str::to_owned),
        ..LanguageFlags::default()
    }
}

fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Locale> {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let own = OWN_VARIABLES.iter().filter_map(set);
    let mut own = own.filter(|value| value != "auto");
    let own = own.find_map(|value| Locale::named(&value));
    // Where the locale is one the program does not speak, no other counts.
    own.or_else(|| Locale::named(&LOCALE_VARIABLES.iter().find_map(set)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(flag: Option<&str>, variables: &[(&str, &str)], expected: Language) {
        let flags = LanguageFlags {
            language: flag.map(str::to_owned),
            ..LanguageFlags::default()
        };
        let interface = flags.interface(|name| {
            let found = variables.iter().find(|(own, _)| *own == name);
            found.map(|(_, value)| (*value).to_owned())
        });
        assert_eq!(interface.words.language, expected, "{variables:?}");
        assert_eq!(interface.direction, None);
    }

    #[test]
    fn a_flag_counts_for_more_than_a_variable_and_that_for_more_than_the_locale() {
        let (arabic, english) = (Language::Arabic, Language::English);
        check(None, &[], english);
        check(None, &[("LANG", "ar_SY.UTF-8")], arabic);
        check(None, &[("LC_ALL", "C"), ("LANG", "ar_SY")], english);
        check(None, &[("LC_ALL", ""), ("LANG", "ar_SY")], arabic);
        check(
            None,
            &[("LC_FIHRIST_LANGUAGE", "ar"), ("LC_ALL", "C.UTF-8")],
            arabic,
        );
        check(
            None,
            &[("FIHRIST_LANGUAGE", "en"), ("LC_FIHRIST_LANGUAGE", "ar")],
            english,
        );
        check(
            None,
            &[("FIHRIST_LANGUAGE", "auto"), ("LANG", "ar")],
            arabic,
        );
        check(Some("ar"), &[("FIHRIST_LANGUAGE", "en")], arabic);
        check(Some("auto"), &[("LANG", "ar")], arabic);
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let named = |arguments: &[&str]| {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            named_in(&arguments).language
        };
        let arabic = Some("ar".to_owned());
        assert_eq!(named(&["fihrist", "--language", "ar", "--wrong"]), arabic);
        assert_eq!(named(&["fihrist", "list", "--language=ar"]), arabic);
        assert_eq!(named(&["fihrist", "--language"]), None);
        assert_eq!(named(&["fihrist", "--", "--language=ar"]), None);
    }

    #[test]
    fn the_layout_is_apart_from_the_language() {
        let flags = LanguageFlags {
            dir: Some(DirectionFlag::Rtl),
            digits: Some(DigitsFlag::Arab),
            ..LanguageFlags::default()
        };
        let interface = flags.interface(|_| None);
        assert_eq!(interface.direction, Some(Direction::Rtl));
        assert_eq!(interface.words.direction(), Direction::Ltr);
        assert_eq!(interface.words.number(1234), "١٬٢٣٤");
    }
}
