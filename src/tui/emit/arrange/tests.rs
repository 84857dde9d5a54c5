//! Rows as they shall be seen in, what models of real terminals make of the arranged rows out: the two must be equal.
//!
//! The models do what was measured on the terminals: kitty turns a word round that begins in a right-to-left script,
//! Konsole orders a row from left to right, heeds isolates and mirrors nothing, PuTTY goes by the first strong
//! character and knows no controls.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::text::{Direction, Layout, Options, RowOrder, mirror_image, script_direction};

const COLS: u16 = 48;

/// A row with texts laid out from columns.
fn row(texts: &[(u16, &str)]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, 1));
    for (start, text) in texts {
        let line = Layout::new(text, Options::default()).truncated(usize::from(COLS - start));
        let mut x = *start;
        for cell in &line.cells {
            buffer[(x, 0)].set_symbol(&cell.symbol);
            x += u16::from(cell.width);
        }
    }
    buffer
}

/// What is sent, but for marks: they stay with their letter in all models.
fn text(glyphs: &[CellGlyph<'_>]) -> String {
    let chars = glyphs.iter().flat_map(CellGlyph::chars);
    chars
        .filter(|c| !('\u{64B}'..='\u{652}').contains(c))
        .collect()
}

fn seen(buffer: &Buffer) -> String {
    text(&Grid::of(buffer).rows[0])
}

fn sent(buffer: &Buffer, mode: BidiMode) -> Vec<CellGlyph<'_>> {
    arrange(Grid::of(buffer), mode).rows.remove(0)
}

/// What the terminal for that mode shows.
fn shown(buffer: &Buffer, mode: BidiMode) -> String {
    let sent = text(&sent(buffer, mode));
    match mode {
        BidiMode::Visual => sent,
        BidiMode::Override => overridden(&sent),
        BidiMode::Words => kitty(&sent, false),
        BidiMode::Runs => kitty(&sent, true),
        BidiMode::Logical(Reordering::Isolated) => {
            by_rules(&sent, &RowOrder::new(&sent, Direction::Ltr), true)
        }
        BidiMode::Logical(Reordering::Unmirrored) => {
            by_rules(&sent, &RowOrder::new(&sent, Direction::Ltr), false)
        }
        BidiMode::Logical(Reordering::ByColours) => {
            assert!(
                !sent.contains(is_control),
                "controls are not heeded: {sent:?}"
            );
            by_rules(&sent, &RowOrder::new(&sent, Direction::Ltr), true).replace('\u{2800}', " ")
        }
        BidiMode::Logical(Reordering::FirstStrong) => {
            assert!(
                !sent.contains(is_control),
                "controls are not heeded: {sent:?}"
            );
            by_rules(&sent, &RowOrder::by_first_strong(&sent), true).replace('\u{2800}', " ")
        }
    }
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn by_rules(sent: &str, order: &RowOrder, mirrors: bool) -> String {
    let chars: Vec<char> = sent.chars().collect();
    let seen = order.order.iter().map(|at| {
        if mirrors && order.levels[*at] % 2 == 1 {
            mirror_image(chars[*at])
        } else {
            chars[*at]
        }
    });
    seen.filter(|c| !is_control(*c)).collect()
}

/// A terminal that reorders from left to right, but not between LRO and PDF.
fn overridden(sent: &str) -> String {
    by_rules(sent, &RowOrder::new(sent, Direction::Ltr), true)
}

/// kitty, whose font may lack Arabic: then a run of Arabic ends where its font does.
fn kitty(sent: &str, lacks_arabic: bool) -> String {
    let chars: Vec<char> = sent.chars().collect();
    let arabic =
        |c: char| lacks_arabic && (('\u{600}'..='\u{6FF}').contains(&c) || c >= '\u{FB50}');
    let runs = chars.chunk_by(|a, b| (*a == ' ') == (*b == ' ') && arabic(*a) == arabic(*b));
    runs.flat_map(|run| {
        let direction = run.iter().find_map(|c| script_direction(*c));
        let run = run.iter().copied();
        match direction {
            Some(Direction::Rtl) => run.rev().map(mirror_image).collect::<Vec<char>>(),
            _ => run.collect(),
        }
    })
    .collect()
}

const MODES: [BidiMode; 8] = [
    BidiMode::Logical(Reordering::ByColours),
    BidiMode::Runs,
    BidiMode::Visual,
    BidiMode::Override,
    BidiMode::Words,
    BidiMode::Logical(Reordering::Isolated),
    BidiMode::Logical(Reordering::Unmirrored),
    BidiMode::Logical(Reordering::FirstStrong),
];

#[track_caller]
fn check(texts: &[(u16, &str)]) {
    let buffer = row(texts);
    for mode in MODES {
        assert_eq!(shown(&buffer, mode), seen(&buffer), "{mode:?} {texts:?}");
    }
}

#[test]
fn every_mode_shows_the_same() {
    check(&[(1, "no Arabic at all (1)")]);
    check(&[(20, "افتتح الميناء القديم أبوابه")]);
    check(&[(1, "قال: «نعم» (ثلاث مرات) [1] ثم 12.5% و 30/9/2015.")]);
    check(&[
        (1, "2014-11-16"),
        (13, "نبض الوادي"),
        (26, "×2"),
        (30, "الرصيف الشمالي"),
    ]);
    check(&[(1, "Search"), (10, "ميناء الم"), (22, "12 of 65 · 2 ms")]);
    check(&[(1, "فريق CNN في المدينة (BBC) أيضا")]);
    check(&[(1, "ميناء 2015-09-30"), (24, "12:30 و٢٠١٥")]);
    check(&[
        (1, "الميناء"),
        (12, "│"),
        (13, "الرصيف 5"),
        (30, "│"),
        (31, "3 of 5"),
    ]);
    check(&[(1, "In the port of الميناء there are 3 boats")]);
    check(&[(1, "12"), (5, "ميناء"), (12, "3/12")]);
    check(&[(1, "لا ولا بلا إلى الإسلام")]);
    check(&[(1, "تاريخ ٢٠١٥-٩-٣٠ و٥ - ٨")]);
    check(&[(1, "١ ٢ ٣ ٤"), (20, "rooms ٣ ٢ ١")]);
    check(&[(1, "٣٠/٩/٢٠١٥"), (20, "٥ – ٨ ميناء")]);
}

/// Nobody writes the Arabic half of such a word first in mind; it is legible, and no more can be had.
#[test]
fn words_of_two_scripts_stay_legible_in_words_mode() {
    let buffer = row(&[(1, "CNNبالعربية")]);
    let shown = shown(&buffer, BidiMode::Words);
    let arabic = seen(&row(&[(1, "بالعربية")]));
    assert!(
        shown.contains("CNN") && shown.contains(arabic.trim()),
        "{shown:?}"
    );
}

/// A non-breaking space is sent as a space: kitty would take it for part of the word.
#[test]
fn words_are_parted_by_spaces_of_any_kind() {
    let buffer = row(&[(1, "دبي\u{A0}(CNN)--\u{A0}أعلنت")]);
    let shown = shown(&buffer, BidiMode::Words);
    assert_eq!(shown, seen(&buffer));
    assert!(!shown.contains('\u{A0}'));
}

/// ە is sent as a form of heh and ڵ as a lam with its mark, both in a run with their neighbours.
#[test]
fn kurdish_words_are_sent_by_fonts_in_words_mode() {
    let order = |text_: &str| {
        text(&sent(&row(&[(1, text_)]), BidiMode::Words))
            .trim()
            .to_owned()
    };
    assert_eq!(order("هەوا"), "\u{FEEB}\u{FEEA}\u{FEED}\u{FE8D}");
    assert_eq!(order("ماڵە"), "\u{FEE3}\u{FE8E}\u{FEDF}\u{065A}\u{FEEA}");
}

/// Marks that are no tashkeel make kitty draw the word askew; Hebrew comes from another font than its digits.
#[test]
fn hebrew_words_lose_their_points_and_keep_their_digits_in_words_mode() {
    let buffer = row(&[(1, "בְּ-(12.5)")]);
    let sent: String = text(&sent(&buffer, BidiMode::Words));
    assert!(sent.contains("(12.5)-ב"), "{sent:?}");
}

#[test]
fn colours_stay_in_their_columns_in_words_mode() {
    let mut buffer = row(&[(1, "ميناء")]);
    buffer[(2, 0)].set_fg(ratatui::style::Color::Red);
    let sent = sent(&buffer, BidiMode::Words);
    let red: Vec<usize> = (0..sent.len())
        .filter(|x| sent[*x].pen.fg == ratatui::style::Color::Red)
        .collect();
    assert_eq!(red, [2]);
}

/// QTerminal orders each stretch of one colour by itself.
#[test]
fn stretches_of_one_colour_stay_in_their_place() {
    let mut buffer = row(&[(1, "من ميناء قديم 5 كم")]);
    for col in 8..13 {
        buffer[(col, 0)].set_bg(ratatui::style::Color::Yellow);
    }
    let sent = sent(&buffer, BidiMode::Logical(Reordering::ByColours));
    let seen_row = &Grid::of(&buffer).rows[0];
    let yellow = |row: &[CellGlyph<'_>]| -> Vec<usize> {
        (0..row.len())
            .filter(|x| row[*x].pen.bg == ratatui::style::Color::Yellow)
            .collect()
    };
    assert_eq!(yellow(&sent), yellow(seen_row));
    let mut shown = String::new();
    for stretch in sent.chunk_by(|a, b| a.pen.bg == b.pen.bg) {
        let stretch = text(stretch);
        shown += &by_rules(&stretch, &RowOrder::new(&stretch, Direction::Ltr), true);
    }
    assert_eq!(shown.replace('\u{2800}', " "), seen(&buffer));
}

#[test]
fn colours_go_with_their_letters_in_logical_modes() {
    let mut buffer = row(&[(1, "ميناء")]);
    let letter = buffer[(2, 0)].symbol().to_owned();
    buffer[(2, 0)].set_fg(ratatui::style::Color::Red);
    for rows in [
        Reordering::Isolated,
        Reordering::Unmirrored,
        Reordering::FirstStrong,
    ] {
        let sent = sent(&buffer, BidiMode::Logical(rows));
        let red = sent.iter().find(|g| g.pen.fg == ratatui::style::Color::Red);
        assert_eq!(
            red.and_then(CellGlyph::base),
            letter.chars().next(),
            "{rows:?}"
        );
    }
}

#[test]
fn the_caret_is_put_where_it_will_be_seen() {
    let buffer = row(&[(1, "Search"), (10, "ميناء"), (22, "12 of 65")]);
    let seen = &Grid::of(&buffer).rows[0];
    for rows in [
        Reordering::Isolated,
        Reordering::Unmirrored,
        Reordering::FirstStrong,
    ] {
        let sent = sent(&buffer, BidiMode::Logical(rows));
        for col in 0..COLS {
            let put = caret(seen, col, BidiMode::Logical(rows));
            let meant = seen[usize::from(col)];
            let there = sent[usize::from(put)];
            assert_eq!(
                there.is_blank() || there.base() == Some('\u{2800}'),
                meant.is_blank()
            );
            assert!(
                meant.is_blank() || there.base() == meant.base(),
                "{rows:?} {col}"
            );
        }
    }
}

/// Words as they stand in news: mostly Arabic.
const WORDS: [&str; 25] = [
    "ميناء",
    "الرصيف،",
    "«القديم»",
    "(شمالي)",
    "وقال:",
    "لا",
    "مدينة.",
    "port",
    "CNN",
    "2015",
    "٢٠١٥",
    "12.5%",
    "2015-09-30",
    "٢٠١٥-٩-٣٠",
    "٥",
    "٨",
    "٣٠/٩",
    "-",
    "5–7",
    "[3]",
    "؟",
    "كَتَبَ",
    "www.example.org/a-b",
    "#وسم",
    "پژوهش",
];

/// What lists have on the left of their titles.
const LEFT: [&str; 5] = ["", "2014-11-16", "▸ 5", "Search ▸", "٣ - ٥"];

/// Without controls not all rows can be had: no blank stands where one would help.
#[test]
fn nearly_all_rows_can_be_had_without_controls() {
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (random >> 33) as usize % below
    };
    let (mut rows, mut missed) = (0, Vec::new());
    while rows < 2000 {
        let words: Vec<&str> = (0..=next(7)).map(|_| WORDS[next(WORDS.len())]).collect();
        let text = words.join(" ");
        let width = crate::text::width::str_columns(&text) as u16;
        if width >= COLS - 20 {
            continue;
        }
        rows += 1;
        let buffer = row(&[(1, LEFT[next(LEFT.len())]), (COLS - 1 - width, &text)]);
        let meant = seen(&buffer);
        for kind in [Reordering::FirstStrong, Reordering::ByColours] {
            let got = shown(&buffer, BidiMode::Logical(kind));
            if got != meant {
                missed.push((kind, got, meant.clone()));
            }
        }
    }
    assert!(
        missed.len() * 200 <= rows,
        "{} of {rows}: {:#?}",
        missed.len(),
        missed.first()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A field of words on the right, and what lists have on their left.
    #[test]
    fn rows_of_news_are_shown_as_meant(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..8), left in 0..5usize) {
        let text = words.join(" ");
        let width = crate::text::width::str_columns(&text) as u16;
        prop_assume!(width < COLS - 20);
        let buffer = row(&[(1, LEFT[left]), (COLS - 1 - width, &text)]);
        let meant = seen(&buffer);
        for mode in MODES {
            let got = shown(&buffer, mode);
            // How many rows can be had without controls is said above.
            if !matches!(mode, BidiMode::Logical(Reordering::FirstStrong | Reordering::ByColours)) {
                prop_assert_eq!(got, meant.clone(), "{:?}", mode);
            }
        }
    }

    #[test]
    fn nothing_is_lost(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..8)) {
        let text = words.join(" ");
        let buffer = row(&[(1, &text)]);
        let sorted = |glyphs: &[CellGlyph<'_>]| {
            let mut bases: Vec<_> = glyphs
                .iter()
                .map(|g| g.base().map(|c| if c == '\u{2800}' { ' ' } else { c }.min(mirror_image(c))))
                .collect();
            bases.sort();
            bases
        };
        let meant = sorted(&Grid::of(&buffer).rows[0]);
        for mode in MODES {
            let sent = sent(&buffer, mode);
            prop_assert_eq!(sent.len(), usize::from(COLS));
            prop_assert_eq!(sorted(&sent), meant.clone(), "{:?}", mode);
        }
    }
}
