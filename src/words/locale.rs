//! The name of a locale in (`ar_SY.UTF-8`), what it says of the words of the program out.

use super::Language;

/// What the months are called in Arabic, which differs by territory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MonthNames {
    /// Two names for each month: nothing says which are known.
    #[default]
    Both,
    /// كانون الثاني
    Levant,
    /// يناير
    Nile,
    /// جانفي
    Tunisia,
    /// يناير … غشت
    Morocco,
    /// يناير … أغشت
    Mauritania,
}

impl MonthNames {
    /// The name by which messages choose.
    pub(super) fn code(self) -> &'static str {
        match self {
            MonthNames::Both => "both",
            MonthNames::Levant => "levant",
            MonthNames::Nile => "nile",
            MonthNames::Tunisia => "tunisia",
            MonthNames::Morocco => "morocco",
            MonthNames::Mauritania => "mauritania",
        }
    }

    /// Those of a territory, by its code in ISO 3166.
    fn of(territory: &str) -> MonthNames {
        match territory.to_ascii_uppercase().as_str() {
            "SY" | "LB" | "JO" | "PS" | "IQ" => MonthNames::Levant,
            "TN" | "DZ" => MonthNames::Tunisia,
            "MA" => MonthNames::Morocco,
            "MR" => MonthNames::Mauritania,
            "" => MonthNames::Both,
            _ => MonthNames::Nile,
        }
    }
}

/// What a locale says of the words of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    pub language: Language,
    pub months: MonthNames,
    /// Not a language but strange letters, for tests and pictures.
    pub pseudo: bool,
}

/// The name of the locale of strange letters, from the codes that are kept for private use.
const PSEUDO: &str = "qps";

impl Locale {
    /// The locale with that name (`ar_SY.UTF-8`, `ar-SY`, `ar`); `None` where the program does not speak its language, and
    /// of a locale without one (`C`, `POSIX`).
    pub fn named(name: &str) -> Option<Locale> {
        let name = name.split(['.', '@']).next().unwrap_or("");
        let mut parts = name.split(['_', '-']);
        let code = parts.next().unwrap_or("").to_ascii_lowercase();
        if code == PSEUDO {
            return Some(Locale {
                language: Language::English,
                months: MonthNames::Both,
                pseudo: true,
            });
        }
        let language = Language::ALL.into_iter().find(|own| own.code() == code)?;
        // A script may stand before the territory: `ar-Arab-SY`.
        let territory = parts.find(|part| part.len() == 2).unwrap_or("");
        Some(Locale {
            language,
            months: match language {
                Language::Arabic => MonthNames::of(territory),
                // Where the reader lives says nothing of the names that they know in Arabic.
                _ => MonthNames::Both,
            },
            pseudo: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_says_language_and_months() {
        for (name, expected) in [
            ("ar_SY.UTF-8", Some((Language::Arabic, MonthNames::Levant))),
            ("ar-Arab-ma", Some((Language::Arabic, MonthNames::Morocco))),
            ("ar_KW@calendar", Some((Language::Arabic, MonthNames::Nile))),
            ("AR", Some((Language::Arabic, MonthNames::Both))),
            ("en_US.UTF-8", Some((Language::English, MonthNames::Both))),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("tlh_XX", None),
            ("", None),
        ] {
            let found = Locale::named(name).map(|locale| (locale.language, locale.months));
            assert_eq!(found, expected, "{name}");
        }
    }
}
