//! Takes a table of names and codes, gives an enum with its codes and the list of its variants.

/// Makes an enum of `Name "code";`: the list cannot lack a variant.
macro_rules! coded {
    ($(#[doc = $enum_doc:literal])+ enum $enum:ident {
        $($(#[doc = $doc:literal])+ $name:ident $code:literal;)+
    }) => {
        $(#[doc = $enum_doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enum {
            $($(#[doc = $doc])+ $name,)+
        }

        impl $enum {
            /// Every one, in the order of the table.
            pub const ALL: [$enum; [$($enum::$name),+].len()] = [$($enum::$name),+];

            /// The stable code in JSON, in kebab-case.
            pub fn code(self) -> &'static str {
                match self {
                    $($enum::$name => $code,)+
                }
            }
        }
    };
}
pub(in super::super) use coded;
