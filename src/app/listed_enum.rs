//! Takes an enum without fields, gives it with the list of all its variants.

/// Defines an enum and its `ALL`, which no variant can be missing from.
macro_rules! listed_enum {
    ($(#[$attribute:meta])* pub enum $enum:ident {
        $($(#[$variant_attribute:meta])* $variant:ident,)+
    }) => {
        $(#[$attribute])*
        pub enum $enum {
            $($(#[$variant_attribute])* $variant,)+
        }

        impl $enum {
            /// Every variant, in the order of the definition.
            pub const ALL: [$enum; [$($enum::$variant),+].len()] = [$($enum::$variant),+];
        }
    };
}
pub(crate) use listed_enum;
