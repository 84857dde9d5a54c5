//! Lines in, the way of a caret through them out. Capitals run right to left.

use proptest::prelude::*;

use super::*;
use crate::text::Base;

/// Capitals stand for letters that run right to left (Hebrew: nothing is shaped).
fn rtl_letters(text: &str) -> String {
    let letter = |c: char| match c {
        'A'..='Z' => char::from_u32(c as u32 - u32::from(b'A') + 0x05D0).unwrap(),
        _ => c,
    };
    text.chars().map(letter).collect()
}

fn base(base: Base) -> Options {
    Options {
        base,
        ..Options::default()
    }
}

/// The offsets met from the left end to the right end, in characters, `<` after one that belongs
/// to the character before, `>` to the one after.
#[track_caller]
fn check_walk(options: Options, text: &str, expected: &str) {
    let text = rtl_letters(text);
    let slots = Slots::new(&text, options);
    let mut caret = leftmost(&slots, text.len());
    let mut met = Vec::new();
    loop {
        let chars = text.get(..caret.byte).unwrap().chars().count();
        met.push(match caret.affinity {
            Affinity::Before => format!("{chars}<"),
            Affinity::After => format!("{chars}>"),
        });
        if slots.slot(caret) == slots.count() {
            break;
        }
        caret = slots.right(caret);
    }
    assert_eq!(met.join(" "), expected, "{text}");
}

fn leftmost(slots: &Slots, len: usize) -> Caret {
    let mut caret = Caret::before(0);
    for _ in 0..=len {
        caret = slots.left(caret);
    }
    assert_eq!(slots.slot(caret), 0);
    caret
}

#[test]
fn right_goes_over_one_character_after_another() {
    let auto = Options::default();
    check_walk(auto, "", "0<");
    check_walk(auto, "abc", "0< 1< 2< 3<");
    check_walk(auto, "ABC", "3> 2> 1> 0>");
    check_walk(auto, "...", "0< 1< 2< 3<");
    check_walk(base(Base::Rtl), "...", "3> 2> 1> 0>");
    // ab_DC
    check_walk(auto, "ab CD", "0< 1< 2< 3< 4> 3>");
    // cd_BA
    check_walk(auto, "AB cd", "5> 4< 5< 2> 1> 0>");
    // EF_12_DC: the number is left to right among them.
    check_walk(auto, "DC 12 FE", "8> 7> 6> 5> 4< 5< 2> 1> 0>");
    // A date is isolated.
    check_walk(auto, "AB 1-2", "6> 4< 5< 6< 2> 1> 0>");
    check_walk(auto, "AB 1-2 C", "8> 7> 6> 4< 5< 6< 2> 1> 0>");
}

#[test]
fn combined_characters_are_one_step_and_lam_alef_two() {
    let auto = Options::default();
    check_walk(auto, "e\u{301}a", "0< 2< 3<");
    check_walk(auto, "ببَ", "3> 1> 0>");
    check_walk(auto, "بلا", "3> 2> 1> 0>");
    check_walk(auto, "بلَا", "4> 3> 1> 0>");
    check_walk(auto, "क्षि", "0< 4<");
    check_walk(auto, "a\u{200B}b", "0< 2< 3<");
    check_walk(
        auto,
        "\u{1F1F8}\u{1F1E6}\u{1F469}\u{200D}\u{1F4BB}",
        "0< 2< 5<",
    );
}

#[test]
fn where_directions_meet_a_caret_has_two_slots() {
    let text = rtl_letters("ab CD");
    let slots = Slots::new(&text, Options::default());
    let end = text.len();
    for (caret, slot, boundary) in [
        (Caret::before(1), 1, None),
        (Caret::after(1), 1, None),
        (Caret::before(3), 3, Some(Direction::Ltr)),
        (Caret::after(3), 5, Some(Direction::Rtl)),
        (Caret::before(end), 3, Some(Direction::Rtl)),
        (Caret::after(end), 5, Some(Direction::Ltr)),
        (Caret::before(0), 0, None),
    ] {
        assert_eq!(slots.slot(caret), slot, "{caret:?}");
        assert_eq!(slots.boundary(caret), boundary, "{caret:?}");
    }
}

/// The columns of a caret before each character, belonging to that (the last to the paragraph).
#[track_caller]
fn check_blocks(options: Options, text: &str, expected: &[usize]) {
    let text = rtl_letters(text);
    let line = input_line(&text, options);
    let starts = text.char_indices().map(|(byte, _)| byte);
    let columns = starts.chain([text.len()]);
    let columns: Vec<_> = columns
        .map(|byte| line.caret_block(Caret::after(byte)))
        .collect();
    assert_eq!(columns, expected, "{text}");
}

#[test]
fn a_block_covers_the_character_it_goes_before() {
    let auto = Options::default();
    check_blocks(auto, "", &[1]);
    check_blocks(base(Base::Rtl), "", &[0]);
    check_blocks(auto, "abc", &[1, 2, 3, 4]);
    check_blocks(auto, "ABC", &[3, 2, 1, 0]);
    check_blocks(auto, "AB ", &[3, 2, 1, 0]);
    check_blocks(auto, "中a", &[1, 3, 4]);
    check_blocks(auto, "ab CD", &[1, 2, 3, 5, 4, 6]);
    check_blocks(auto, "AB cd", &[5, 4, 3, 1, 2, 0]);
    check_blocks(auto, "AB 1-2", &[6, 5, 4, 1, 2, 3, 0]);
}

#[test]
fn after_typing_the_block_is_beside_what_was_typed() {
    for (text, column) in [
        ("abc", 4),
        ("ABC", 0),
        ("ab CD", 3),
        ("AB cd", 3),
        ("AB 1-2", 4),
        ("12", 3),
        ("ab 1-2", 7),
    ] {
        let text = rtl_letters(text);
        let line = input_line(&text, Options::default());
        let caret = Caret::before(text.len());
        assert_eq!(line.caret_block(caret), column, "{text}");
    }
}

fn any_char() -> impl Strategy<Value = char> {
    let pool = |chars: &str| prop::sample::select(chars.chars().collect::<Vec<_>>());
    prop_oneof![
        4 => pool("ابدلالاآةيپ"),
        3 => pool("אבabX"),
        3 => pool("0123٣٤٥:-/.,+%"),
        2 => pool("()[]«»\"  "),
        2 => pool("\u{64E}\u{651}\u{301}"),
        1 => pool("中\u{1F469}\u{200D}\u{1F3FD}\u{1F1F8}\u{1F1E6}क्षि\u{200B}\u{600}\u{2067}\u{2069}\u{202E}\t"),
    ]
}

fn any_line() -> impl Strategy<Value = String> {
    prop::collection::vec(any_char(), 0..40).prop_map(String::from_iter)
}

/// Any caret, also inside a character (a haraka taken away leaves one there).
fn any_case() -> impl Strategy<Value = (String, Options, Caret)> {
    let bases = prop::sample::select(vec![Base::Auto, Base::Ltr, Base::Rtl]);
    (
        any_line(),
        bases,
        any::<prop::sample::Index>(),
        any::<bool>(),
    )
        .prop_map(|(text, paragraph, at, after)| {
            let borders: Vec<usize> = (0..=text.len())
                .filter(|byte| text.is_char_boundary(*byte))
                .collect();
            let byte = borders[at.index(borders.len())];
            let caret = if after {
                Caret::after(byte)
            } else {
                Caret::before(byte)
            };
            (text, base(paragraph), caret)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arrows_reach_both_ends_through_every_slot((text, options, start) in any_case()) {
        let slots = Slots::new(&text, options);
        let mut caret = start;
        for slot in slots.slot(start)..slots.count() {
            prop_assert_eq!(slots.slot(caret), slot);
            caret = slots.right(caret);
        }
        prop_assert_eq!(slots.slot(caret), slots.count());
        prop_assert_eq!(slots.slot(slots.right(caret)), slots.count());
        for slot in (0..=slots.count()).rev() {
            prop_assert_eq!(slots.slot(caret), slot);
            prop_assert!(text.is_char_boundary(caret.byte));
            caret = slots.left(caret);
        }
        prop_assert_eq!(slots.slot(caret), 0);
    }

    /// What an arrow went over, the other arrow goes back over.
    #[test]
    fn there_and_back_is_the_same_slot((text, options, start) in any_case(), steps in 1..30_usize) {
        let slots = Slots::new(&text, options);
        let way = slots.count() - slots.slot(start);
        let mut caret = start;
        for _ in 0..steps.min(way) {
            caret = slots.right(caret);
        }
        for _ in 0..steps.min(way) {
            caret = slots.left(caret);
        }
        prop_assert_eq!(slots.slot(caret), slots.slot(start));
    }

    /// Every character is gone over once on the way from end to end.
    #[test]
    fn slots_lie_between_all_characters((text, options, _) in any_case()) {
        let slots = Slots::new(&text, options);
        let mut bytes: Vec<_> = slots.units.iter().map(|unit| unit.bytes.clone()).collect();
        bytes.sort_by_key(|range| range.start);
        let mut at = 0;
        for range in bytes {
            prop_assert_eq!(range.start, at);
            at = range.end;
        }
        prop_assert!(at == text.len() || slots.count() == 0);
    }

    /// The column drawn lies between the cells of the characters left and right of the slot.
    #[test]
    fn the_block_is_drawn_at_the_slot((text, options, start) in any_case(), steps in 0..40_usize) {
        let slots = Slots::new(&text, options);
        let mut caret = start;
        for _ in 0..steps {
            caret = slots.right(caret);
        }
        // Inside a character there is no slot.
        prop_assume!(steps > 0 || slots.start(caret.byte) == caret.byte || caret.byte == text.len());
        let line = input_line(&text, Options { caret: Some(caret.byte), ..options });
        let (left, right) = slots.units.split_at(slots.slot(caret));
        let columns = |units: &[CaretStop]| -> Vec<Range<usize>> {
            units.iter().flat_map(|unit| line.columns_of(&unit.bytes)).collect()
        };
        let end = columns(left).iter().map(|cols| cols.end).max().unwrap_or(0);
        let start = columns(right).iter().map(|cols| cols.start).min().unwrap_or(line.width());
        prop_assert_eq!(start, end);
        let block = line.caret_block(caret);
        prop_assert!(block <= line.width() + 1);
        // Right of the slot, or on the cell left of it.
        let cell = line.placed().find(|(cols, _)| cols.end == end);
        let left_of = cell.map_or(0, |(cols, _)| cols.start + 1);
        prop_assert!(block == end + 1 || block == left_of, "{} {}", block, end);
    }

    #[test]
    fn a_click_puts_the_caret_on_what_was_clicked((text, options, _) in any_case()) {
        let line = input_line(&text, options);
        for (cols, _) in line.placed() {
            let block = line.caret_block(line.caret_at(cols.start + 1));
            prop_assert_eq!(block, cols.start + 1);
            prop_assert_eq!(line.caret_at(cols.end), line.caret_at(cols.start + 1));
        }
        let ends = [line.caret_at(0), line.caret_at(line.width() + 1)];
        prop_assert!(ends.contains(&Caret::before(0)) && ends.contains(&Caret::after(text.len())));
    }
}
