//! The languages that the program speaks: for each a file of words, and the direction it is read in.

use crate::text::Direction;

/// Makes the list of languages of a table of `Name "code" Direction;`. The words of a language are in the file that
/// is called by its code.
macro_rules! languages {
    ($($(#[doc = $doc:literal])+ $name:ident $code:literal $direction:ident;)+) => {
        /// A language of the program's own words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Language {
            /// Every language, in the order of the table.
            pub const ALL: [Language; [$($code),+].len()] = [$(Language::$name),+];

            /// The one after it; after the last the first.
            pub fn next(self) -> Language {
                let next = (self as usize + 1) % Language::ALL.len();
                Language::ALL.get(next).copied().unwrap_or(self)
            }

            /// Its code in ISO 639-1.
            pub fn code(self) -> &'static str {
                match self {
                    $(Language::$name => $code,)+
                }
            }

            /// The direction of its sentences.
            pub fn direction(self) -> Direction {
                match self {
                    $(Language::$name => Direction::$direction,)+
                }
            }

            /// Its words, as Fluent messages.
            pub(super) fn file(self) -> &'static str {
                match self {
                    $(Language::$name => include_str!(concat!($code, ".ftl")),)+
                }
            }
        }
    };
}

languages! {
    /// What is said where a language lacks a message; it lacks none.
    English "en" Ltr;
    /// Modern Standard Arabic.
    Arabic "ar" Rtl;
    /// Persian.
    Persian "fa" Rtl;
}
