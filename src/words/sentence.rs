//! What is said, as data until it is shown: the id of a message and its arguments.
//!
//! Each module declares the messages that it says, beside their use, with [`messages!`]; their words stand in the
//! file of each language.

use std::borrow::Cow;

/// Something that has a message in every language.
pub trait Said {
    /// The id of the message: its name in the files of words, in JSON and in tests.
    fn code(&self) -> &'static str;

    /// What the message says it of.
    fn args(&self) -> Vec<Arg>;

    /// The same, to be kept.
    fn sentence(&self) -> Sentence {
        Sentence {
            code: self.code(),
            args: self.args(),
        }
    }
}

/// A message with its arguments, whatever enum it was declared in.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    code: &'static str,
    args: Vec<Arg>,
}

impl Sentence {
    /// The message with that id; what has an enum is said by the enum.
    pub(crate) fn new(code: &'static str, args: Vec<Arg>) -> Sentence {
        Sentence { code, args }
    }
}

impl Said for Sentence {
    fn code(&self) -> &'static str {
        self.code
    }

    fn args(&self) -> Vec<Arg> {
        self.args.clone()
    }

    fn sentence(&self) -> Sentence {
        self.clone()
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Arg {
    /// Its name in the message.
    pub name: &'static str,
    pub value: ArgValue,
}

impl Arg {
    pub fn new(name: &'static str, value: ArgValue) -> Arg {
        Arg { name, value }
    }
}

/// The value of an argument, which decides how it is written and what may be next to it.
#[derive(Clone, Debug, PartialEq)]
pub enum ArgValue {
    /// How many there are: its noun agrees with it.
    Count(u64),
    /// A number that nothing agrees with, its digits in groups.
    Number(u64),
    /// A number by which something is called (a year, a line): its digits are in no groups, and no form of a message
    /// is chosen by it.
    Ordinal(u64),
    /// A number with so many digits after the point.
    Decimal(f64, usize),
    /// A share in percent, with its sign.
    Share(u64),
    /// Bytes, in the unit that people would choose.
    Size(u64),
    /// Text of the corpus, or what a user called something, in its own direction.
    Name(String),
    /// What a user typed, in order as the line shows it on which it was typed.
    Typed(String),
    /// A path, each of its names in its own direction.
    Path(String),
    /// Several of these as a list.
    Names(Vec<String>),
    /// What is typed or named the same in every language: a key, an option, a code, a date in ISO 8601.
    Code(String),
    /// Several of these as a list.
    Codes(Vec<String>),
    /// A date in ISO 8601, or a part of one, in the digits that were asked for.
    IsoDate(String),
    /// The words of a library or of the system, in English.
    Foreign(String),
    /// A word that is not shown: the message has a form for each.
    Kind(Cow<'static, str>),
    /// Another message.
    Said(Box<Sentence>),
    /// One value for what differs.
    Various,
}

/// Types of arguments as [`messages!`] names them: the type of the field, and the value that it becomes.
pub mod kinds {
    use super::{ArgValue, Sentence};

    /// A type of arguments.
    pub trait ArgKind {
        /// What the field of a message holds.
        type Field;

        fn value(field: &Self::Field) -> ArgValue;
    }

    /// Defines a type of arguments.
    macro_rules! kind {
        ($name:ident($field:ty) $value:expr) => {
            #[doc = concat!("See [`ArgValue::", stringify!($name), "`].")]
            pub enum $name {}

            impl ArgKind for $name {
                type Field = $field;

                fn value(field: &$field) -> ArgValue {
                    let value: fn(&$field) -> ArgValue = $value;
                    value(field)
                }
            }
        };
    }

    kind!(Count(u64) | count | ArgValue::Count(*count));
    kind!(Number(u64) | number | ArgValue::Number(*number));
    kind!(Ordinal(u64) | number | ArgValue::Ordinal(*number));
    kind!(Share(u64) | percent | ArgValue::Share(*percent));
    kind!(Size(u64) | bytes | ArgValue::Size(*bytes));
    kind!(Name(String) | name | ArgValue::Name(name.clone()));
    kind!(Typed(String) | text | ArgValue::Typed(text.clone()));
    kind!(Path(String) | path | ArgValue::Path(path.clone()));
    kind!(Names(Vec<String>) | names | ArgValue::Names(names.clone()));
    kind!(Code(String) | code | ArgValue::Code(code.clone()));
    kind!(Codes(Vec<String>) | codes | ArgValue::Codes(codes.clone()));
    kind!(IsoDate(String) | date | ArgValue::IsoDate(date.clone()));
    kind!(Foreign(String) | text | ArgValue::Foreign(text.clone()));
    kind!(Kind(&'static str) | kind | ArgValue::Kind((*kind).into()));
    kind!(Said(Sentence) | said | ArgValue::Said(Box::new(said.clone())));
}

/// Makes an enum of messages of a table of `Name "code" { argument: Kind };`. A message has words under its code in
/// the file of every language.
macro_rules! messages {
    ($(#[$doc:meta])* $vis:vis enum $enum:ident {
        $($(#[$own_doc:meta])* $name:ident $code:literal
            $({ $($arg:ident: $kind:ident),+ $(,)? })?;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        $vis enum $enum {
            $($(#[$own_doc])* $name $({
                $($arg: <$crate::words::kinds::$kind as $crate::words::kinds::ArgKind>::Field),+
            })?,)+
        }

        impl $crate::words::Said for $enum {
            fn code(&self) -> &'static str {
                match self {
                    $($enum::$name { .. } => $code,)+
                }
            }

            fn args(&self) -> Vec<$crate::words::Arg> {
                match self {
                    $($enum::$name $({ $($arg),+ })? => vec![$($(
                        $crate::words::Arg::new(
                            stringify!($arg),
                            <$crate::words::kinds::$kind as $crate::words::kinds::ArgKind>::value($arg),
                        )
                    ),+)?],)+
                }
            }
        }
    };
}
pub(crate) use messages;
