//! A row of characters in, how a terminal that reorders by UAX #9 shows it out: what such a terminal must be sent can
//! then be tried before it is sent.
//!
//! This is the rule book of others, kept apart from our own layout: nothing is shaped, wrapped or sanitised.

use unicode_bidi::{Level, ParagraphBidiInfo};

use super::bidi::{self, Direction, direction_of};

/// How the characters of a row are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowOrder {
    /// Bidi level of each character, in the order sent (UAX #9 L1 applied).
    pub levels: Vec<u8>,
    /// The characters, by their number, from left to right (UAX #9 L2). Controls are among them.
    pub order: Vec<usize>,
}

impl RowOrder {
    /// The row in the direction of its first strong character; left to right without one.
    pub fn by_first_strong(row: &str) -> RowOrder {
        RowOrder::new(row, direction_of(row).unwrap_or(Direction::Ltr))
    }

    /// The row as a paragraph in that direction.
    pub fn new(row: &str, direction: Direction) -> RowOrder {
        let base = match direction {
            Direction::Ltr => Level::ltr(),
            Direction::Rtl => Level::rtl(),
        };
        let info = ParagraphBidiInfo::new(row, Some(base));
        let bytes = info.reordered_levels(0..row.len());
        let level = |at: usize| bytes.get(at).map_or(base.number(), Level::number);
        let levels: Vec<u8> = row.char_indices().map(|(at, _)| level(at)).collect();
        let mut order: Vec<usize> = (0..levels.len()).collect();
        let level = |at: &usize| levels.get(*at).copied();
        debug_assert!(order.iter().all(|at| level(at).is_some()));
        bidi::reorder(&mut order, |at| level(at).unwrap_or_default());
        RowOrder { levels, order }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Capitals are Hebrew letters.
    #[track_caller]
    fn check(row: &str, by_first_strong: bool, expected: &str) {
        let letter = |c: char| match c {
            'A'..='Z' => char::from_u32(c as u32 - 'A' as u32 + 0x5D0).unwrap(),
            c => c,
        };
        let text: String = row.chars().map(letter).collect();
        let shown = if by_first_strong {
            RowOrder::by_first_strong(&text)
        } else {
            RowOrder::new(&text, Direction::Ltr)
        };
        let sent: Vec<char> = row.chars().collect();
        let seen: String = shown.order.iter().map(|at| sent[*at]).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn rows_run_in_one_direction() {
        check("ABC abc  ", false, "CBA abc  ");
        check("ABC abc  ", true, "  abc CBA");
        check("  abc ABC", true, "  abc CBA");
        check("12 ABC 34", false, "12 34 CBA");
    }
}
