//! One character in, what a terminal may make of it out: its strong direction, the direction of its script, its mirror
//! image.

use unicode_bidi::BidiClass;
use unicode_joining_type::JoiningType;
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};

use super::bidi::{self, Direction};
use super::forms::{self, Form};

/// The direction of a strong character (UAX #9 table 4: L, R, AL); None for digits, marks and punctuation.
pub fn strong(c: char) -> Option<Direction> {
    match c {
        '\0'..='@' => None,
        _ => match unicode_bidi::bidi_class(c) {
            BidiClass::L => Some(Direction::Ltr),
            BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
            _ => None,
        },
    }
}

/// Whether UAX #9 can move `c` in a row that runs from left to right: right-to-left letters, and Arabic digits, which
/// take what stands between them along (rules N1, I1).
pub fn turns(c: char) -> bool {
    let class = unicode_bidi::bidi_class(c);
    matches!(class, BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// The direction of the script a character belongs to (UAX #24); None for what all scripts share.
pub fn script_direction(c: char) -> Option<Direction> {
    match c.script() {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Arabic
        | Script::Hebrew
        | Script::Syriac
        | Script::Thaana
        | Script::Nko
        | Script::Samaritan
        | Script::Mandaic
        | Script::Adlam
        | Script::Hanifi_Rohingya
        | Script::Mende_Kikakui
        | Script::Yezidi => Some(Direction::Rtl),
        // Ancient scripts: nearly all letters of the blocks that Unicode gives the class R.
        _ => match strong(c) {
            Some(Direction::Rtl) => Some(Direction::Rtl),
            _ => Some(Direction::Ltr),
        },
    }
}

/// What a presentation form of an Arabic letter, or a letter that has none, does with the letter after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// It is joined to it.
    Next,
    /// It could be, and is not.
    Not,
    /// It never is; or `c` is no Arabic letter.
    Never,
}

/// What `c` does with the letter after it. Letters that are no presentation forms count as joined where they can be.
pub fn joins(c: char) -> Joins {
    if let Some(joins) = forms::joins(c) {
        return joins;
    }
    match unicode_joining_type::get_joining_type(c) {
        JoiningType::DualJoining | JoiningType::JoinCausing => Joins::Next,
        _ => Joins::Never,
    }
}

/// Whether `c` is an Arabic letter of which Unicode has no presentation forms, such as Kurdish ڵ.
pub fn is_bare_letter(c: char) -> bool {
    let block =
        matches!(c, '\u{0620}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}');
    block && c.is_alphabetic() && c != TATWEEL && forms::form(c, Form::Isolated).is_none()
}

const TATWEEL: char = '\u{0640}';

/// Whether the letter before `c` can be joined to it: `c` is a letter that joins backwards, or a presentation form of one.
pub fn takes_a_joint(c: char) -> bool {
    let letter = c.nfkc().next().unwrap_or(c);
    matches!(
        unicode_joining_type::get_joining_type(letter),
        JoiningType::DualJoining | JoiningType::RightJoining | JoiningType::JoinCausing
    )
}

/// The mirror image of `c` (UAX #9 L4), guillemets included; `c` itself if it has none.
pub fn mirror_image(c: char) -> char {
    bidi::mirrored(c, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_may_have_a_direction_where_a_character_has_none() {
        for (c, strong_, script) in [
            ('a', Some(Direction::Ltr), Some(Direction::Ltr)),
            ('ب', Some(Direction::Rtl), Some(Direction::Rtl)),
            ('\u{FE8E}', Some(Direction::Rtl), Some(Direction::Rtl)),
            ('א', Some(Direction::Rtl), Some(Direction::Rtl)),
            ('1', None, None),
            ('١', None, Some(Direction::Rtl)),
            ('۱', None, Some(Direction::Rtl)),
            ('،', None, None),
            ('؟', Some(Direction::Rtl), None),
            ('ـ', Some(Direction::Rtl), None),
            ('«', None, None),
            ('中', Some(Direction::Ltr), Some(Direction::Ltr)),
        ] {
            assert_eq!((strong(c), script_direction(c)), (strong_, script), "{c}");
        }
    }

    #[test]
    fn some_letters_have_no_forms() {
        for (c, expected) in [
            ('\u{06B5}', true),
            ('\u{06CE}', true),
            ('\u{0695}', true),
            ('ب', false),
            ('پ', false),
            ('ـ', false),
            ('ء', false),
            ('\u{FE91}', false),
            ('a', false),
        ] {
            assert_eq!(is_bare_letter(c), expected, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn letters_can_be_joined_from_before_but_for_hamza() {
        for c in [
            '\u{FEA9}', '\u{FE8D}', '\u{FE91}', '\u{FEFB}', '\u{06B5}', '\u{06D5}', 'ب',
        ] {
            assert!(takes_a_joint(c), "U+{:04X}", c as u32);
        }
        for c in ['\u{FE80}', '\u{0621}', ' ', '.', 'a', '1', '١'] {
            assert!(!takes_a_joint(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn forms_show_what_they_join() {
        for (c, expected) in [
            ('\u{FE8F}', Joins::Not),   // beh isolated
            ('\u{FE90}', Joins::Not),   // beh final
            ('\u{FE91}', Joins::Next),  // beh initial
            ('\u{FE92}', Joins::Next),  // beh medial
            ('\u{FE8D}', Joins::Never), // alef
            ('\u{FEFB}', Joins::Never), // lam-alef
            ('\u{06B5}', Joins::Next),  // a lam without forms
            ('a', Joins::Never),
        ] {
            assert_eq!(joins(c), expected, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn arabic_digits_turn_and_persian_ones_do_not() {
        for (c, expected) in [
            ('ب', true),
            ('א', true),
            ('١', true),
            ('۱', false),
            ('1', false),
            ('-', false),
        ] {
            assert_eq!(turns(c), expected, "{c}");
        }
    }
}
