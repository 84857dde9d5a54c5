//! Takes what is said as data, gives the words for it: whole sentences, made nowhere else.
//!
//! A message is declared where it is said ([`messages!`](sentence)) and has its words under its code in one file for
//! each language (`en.ftl`, in the Fluent format, whose plural forms are those of CLDR). What a file lacks, or says
//! wrong, is said in English.
//!
//! Text is in logical order, with isolates around what has a direction of its own: names, and in languages that are
//! read from the right also numbers and codes. What goes to a pipe drops them ([`Words::plain`]).

mod bundle;
mod language;
mod locale;
mod numbers;
mod pseudo;
mod sentence;
mod sizes;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::text::{
    Direction, Options, isolated, isolated_code, isolated_path, isolated_typed, shortened,
    unisolated,
};
use bundle::FluentArgs;
pub use language::Language;
pub use locale::{Locale, MonthNames};
pub use numbers::Digits;
pub(crate) use sentence::messages;
pub use sentence::{Arg, ArgValue, Said, Sentence, kinds};
pub use sizes::{Ago, ago};

messages! {
    /// Words that are the same in every language: those of a library, of the system.
    pub enum Foreign {
        AsItIs "as-it-is" { text: Foreign };
    }
}

/// Longest list of names in a sentence, in columns; a longer one would push the rest out of sight.
const MAX_LIST_COLUMNS: usize = 120;
/// RIGHT-TO-LEFT ISOLATE, POP DIRECTIONAL ISOLATE.
const RLI: char = '\u{2067}';
const PDI: char = '\u{2069}';
/// Shown in place of what differs, and of a message that no language has.
const VARIOUS: &str = "…";

/// In which language the program speaks, and how it writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub language: Language,
    pub digits: Digits,
    pub months: MonthNames,
    /// English with strange letters, to see what is no message and what is cut.
    pub pseudo: bool,
}

impl Default for Words {
    fn default() -> Words {
        Words::ENGLISH
    }
}

impl Words {
    pub const ENGLISH: Words = Words {
        language: Language::English,
        digits: Digits::Latin,
        months: MonthNames::Both,
        pseudo: false,
    };

    /// The words for something.
    pub fn say(self, said: &(impl Said + ?Sized)) -> String {
        self.say_attribute(said, None)
    }

    /// The same without isolates: for a pipe.
    pub fn plain(self, said: &(impl Said + ?Sized)) -> String {
        unisolated(&self.say(said))
    }

    /// The words for a use of a message other than the usual: its attribute of that name.
    pub fn say_as(self, said: &(impl Said + ?Sized), attribute: &str) -> String {
        self.say_attribute(said, Some(attribute))
    }

    /// A number by itself, its digits in groups.
    pub fn number(self, number: usize) -> String {
        self.digits.grouped(number as u64)
    }

    /// A share by itself, with its sign.
    pub fn percent(self, percent: u64) -> String {
        let share = self.digits.percent(percent);
        match self.digits {
            // Their sign stands on the left (UAX #9 has it on the right of a text without a letter).
            Digits::Arabic => format!("{RLI}{share}{PDI}"),
            Digits::Latin | Digits::Persian => share,
        }
    }

    /// Bytes in the unit that says them shortest.
    pub fn size(self, bytes: u64) -> String {
        self.say(&sizes::size(bytes))
    }

    /// What stands between the things of a list.
    pub fn comma(self) -> String {
        let comma = self.try_say("list-comma", None, &[]);
        comma.unwrap_or_else(|| ", ".to_owned())
    }

    /// The direction of sentences.
    pub fn direction(self) -> Direction {
        self.language.direction()
    }

    fn say_attribute(self, said: &(impl Said + ?Sized), attribute: Option<&str>) -> String {
        let args = said.args();
        let text = self.try_say(said.code(), attribute, &args);
        debug_assert!(
            text.is_some(),
            "{:?} does not say {}",
            self.language,
            said.code()
        );
        let english = || Words::ENGLISH.try_say(said.code(), attribute, &args);
        text.or_else(english).unwrap_or_else(|| VARIOUS.to_owned())
    }

    /// The words of a message with some arguments; `None` where the language lacks it, or one of them.
    pub fn try_say(self, code: &str, attribute: Option<&str>, args: &[Arg]) -> Option<String> {
        let bundle = bundle::of(self)?;
        let mut fluent_args = FluentArgs::with_capacity(args.len() + 1);
        fluent_args.set("months", self.months.code());
        for arg in args {
            fluent_args.set(arg.name, self.value(&arg.value));
        }
        let text = bundle::text(bundle, code, attribute, &fluent_args)?;
        Some(if self.pseudo {
            pseudo::bracketed(&text)
        } else {
            text
        })
    }

    /// A value as a message shows it.
    fn value(self, value: &ArgValue) -> FluentValue<'static> {
        let text = match value {
            ArgValue::Count(number) | ArgValue::Number(number) => return self.whole(*number, true),
            ArgValue::Ordinal(number) => return self.whole(*number, false),
            ArgValue::Decimal(number, decimals) => {
                let mut value = FluentNumber::from(*number);
                value.options.minimum_fraction_digits = Some(*decimals);
                return FluentValue::Number(value);
            }
            ArgValue::Share(percent) => match self.digits {
                Digits::Arabic => self.percent(*percent),
                Digits::Latin | Digits::Persian => self.code(&self.digits.percent(*percent)),
            },
            ArgValue::Size(bytes) => self.size(*bytes),
            ArgValue::Name(name) => isolated(name),
            ArgValue::Typed(text) => isolated_typed(text),
            ArgValue::Path(path) => isolated_path(path),
            ArgValue::Names(names) => self.list(names),
            ArgValue::Code(code) => self.code(code),
            ArgValue::IsoDate(date) => self.code(&self.digits.date(date)),
            ArgValue::Codes(codes) => {
                let codes: Vec<String> = codes.iter().map(|code| self.code(code)).collect();
                codes.join(&self.comma())
            }
            ArgValue::Foreign(text) => match self.direction() {
                Direction::Ltr => text.clone(),
                Direction::Rtl => isolated(text),
            },
            ArgValue::Kind(kind) => kind.clone().into_owned(),
            ArgValue::Said(said) => self.say(&**said),
            ArgValue::Various => self.code(VARIOUS),
        };
        FluentValue::from(text)
    }

    /// A whole number, and the form of its noun.
    fn whole(self, number: u64, in_groups: bool) -> FluentValue<'static> {
        let counted = match self.language {
            Language::Arabic => numbers::counted_alike(number),
            _ => number,
        };
        // Fluent counts in doubles, which are whole to 2^53.
        let mut value = FluentNumber::from(counted as f64);
        value.options.use_grouping = in_groups;
        if counted != number {
            numbers::write_as(&mut value, number);
        }
        FluentValue::Number(value)
    }

    /// What is the same in every language, among words of this one.
    fn code(self, code: &str) -> String {
        match self.direction() {
            Direction::Ltr => code.to_owned(),
            Direction::Rtl => isolated_code(code),
        }
    }

    /// Names one after the other, as many as have room.
    fn list(self, names: &[String]) -> String {
        let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
        match names.as_slice() {
            [one] => one.clone(),
            names => {
                let list = names.join(&self.comma());
                shortened(&list, MAX_LIST_COLUMNS, Options::default()).into_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests;
