//! Random mixes of scripts, marks and controls in; what must hold of every layout.

use std::num::NonZero;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::super::sanitise;
use super::*;

fn any_char() -> impl Strategy<Value = char> {
    let pool = |chars: &str| prop::sample::select(chars.chars().collect::<Vec<_>>());
    prop_oneof![
        4 => pool("ابتدرسلالاأإآءةىيهووپچژگکی"),
        2 => pool("\u{64B}\u{64E}\u{651}\u{670}\u{640}\u{301}\u{5B8}"),
        2 => pool("אבגabcXYZé"),
        2 => pool("0123456789٠١٢۳.,:/%-+"),
        2 => pool("()[]«»‹›<>!؟،…\"' "),
        2 => pool("  \t\n\u{A0}\u{3000}\u{200B}\u{2028}"),
        1 => pool("\u{200C}\u{200D}\u{200E}\u{200F}\u{61C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}"),
        1 => pool("\u{2066}\u{2067}\u{2068}\u{2069}\0\u{1B}\u{7F}\u{9B}\u{85}"),
        1 => pool("\u{AD}\u{FEFF}\u{600}\u{6DD}\u{2E3B}\u{1160}"),
        1 => pool("\u{5B0}\u{5C1}\u{710}\u{712}\u{730}\u{780}\u{7A6}\u{7CA}\u{7EB}\u{1E900}\u{1E944}"),
        1 => pool("\u{1100}\u{1161}\u{11A8}\u{995}\u{9BE}\u{9CD}\u{B95}\u{BBE}\u{E33}\u{4DC0}"),
        1 => pool("\u{FE8E}\u{FEFB}\u{FDF2}\u{FDFA}\u{E0101}\u{E0067}\u{FE0E}\u{20E3}\u{378}\u{10FFFF}"),
        1 => pool("中한\u{1F469}\u{200D}\u{1F3FD}\u{2764}\u{FE0F}\u{1F1F8}\u{1F1E6}क्षि"),
        1 => any::<char>(),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any_char(), 0..60).prop_map(String::from_iter)
}

fn any_options() -> impl Strategy<Value = Options> {
    let base = prop::sample::select(vec![
        Base::Auto,
        Base::Ltr,
        Base::Rtl,
        Base::AutoOr(Direction::Ltr),
        Base::AutoOr(Direction::Rtl),
        Base::Most,
        Base::MostOr(Direction::Ltr),
    ]);
    (
        base,
        any::<bool>(),
        any::<bool>(),
        prop::option::of(0..60_usize),
        any::<bool>(),
    )
        .prop_map(|(base, shape, strip_tashkeel, caret, running)| Options {
            base,
            shape,
            strip_tashkeel,
            caret,
            running,
            // Every character is one column on every terminal then.
            number_signs: NumberSigns::Replaced,
            order: CellOrder::Visual,
        })
}

/// A text, how to lay it out, and a width in columns.
fn any_case() -> impl Strategy<Value = (String, Options, usize)> {
    (any_text(), any_options(), 2..30_usize)
}

/// Every cell is one printable base with its marks, of the width it states.
fn assert_paintable(line: &Line) {
    for cell in &line.cells {
        assert!(!cell.symbol.contains(is_hidden), "{cell:?}");
        assert_eq!(cell.symbol.width(), usize::from(cell.width), "{cell:?}");
        assert!((1..=2).contains(&cell.width), "{cell:?}");
        let is_base = |c: &char| c.width() != Some(0);
        let bases: Vec<char> = cell.symbol.chars().filter(is_base).collect();
        let is_flag = |c: &char| ('\u{1F1E6}'..='\u{1F1FF}').contains(c);
        assert!(
            bases.len() == 1 || bases.len() == 2 && bases.iter().all(is_flag),
            "{cell:?}"
        );
    }
}

/// What may reach no cell: controls, whatever moves the cursor, whatever has no width to agree on.
fn is_hidden(c: char) -> bool {
    use GeneralCategory::{
        Control, Format, LineSeparator, ParagraphSeparator, SpacingMark, Unassigned,
    };
    match c.general_category() {
        Control | Format | LineSeparator | ParagraphSeparator | Unassigned => true,
        SpacingMark => c.width() == Some(0),
        _ => matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'),
    }
}

/// A terminal emulator and ratatui put every cell where we say it is.
fn assert_columns(line: &Line) {
    let columns = u16::try_from(line.width()).unwrap();
    let cells = |count| NonZero::new(count).unwrap();
    let mut terminal = vt100::Parser::new(cells(2), cells(columns + 2), 0);
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns + 2, 1));
    // vt100 0.18 takes U+FFFD for bytes it could not read and drops it; terminals do not.
    let visual = line.visual().replace('\u{FFFD}', "?");
    terminal.process(visual.as_bytes());
    assert_eq!(
        terminal.screen().cursor_position(),
        (0, columns),
        "{line:?}"
    );
    let mut col = 0;
    for cell in &line.cells {
        let shown = terminal.screen().cell(0, col).unwrap();
        let symbol = cell.symbol.replace('\u{FFFD}', "?");
        assert_eq!(shown.contents().chars().next(), symbol.chars().next());
        buffer[(col, 0)].set_symbol(&cell.symbol);
        col += u16::from(cell.width);
    }
    let empty = Buffer::empty(buffer.area);
    let painted: Vec<u16> = empty.diff(&buffer).iter().map(|(x, ..)| *x).collect();
    let mut col = 0;
    for cell in &line.cells {
        assert!(cell.symbol == " " || painted.contains(&col), "{line:?}");
        col += u16::from(cell.width);
    }
}

/// The bytes of the cells in logical order leave no gap in `line`, except what hangs at its end.
fn assert_covered(line: &Line, text: &str) {
    let mut bytes: Vec<_> = line.cells.iter().map(|cell| cell.bytes.clone()).collect();
    bytes.sort_by_key(|range| range.start);
    // The blanks of a tab.
    bytes.dedup();
    let mut at = line.bytes.start;
    for range in bytes {
        assert_eq!(range.start, at);
        assert!(range.end > range.start);
        at = range.end;
    }
    let hung = text.get(at..line.bytes.end).unwrap();
    let hangs = |c: char| {
        c.is_whitespace()
            || matches!(
                sanitise::glyph(c),
                sanitise::Glyph::Drop | sanitise::Glyph::Break
            )
    };
    assert!(
        hung.chars().all(|c| hangs(c) || sanitise::is_tashkeel(c)),
        "{hung:?} is lost"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400,
        // Failures become tables of small cases, not files.
        failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_unwrapped_line_covers_every_byte((text, options, _) in any_case()) {
        let layout = Layout::new(&text, options);
        let line = layout.line();
        assert_paintable(&line);
        assert_covered(&line, &text);
        prop_assert_eq!(&line.bytes, &(0..text.len()));
        prop_assert_eq!(line.width(), layout.width());
        let cells = line.cells.chunk_by(|cell, next| cell.bytes == next.bytes);
        let covered: usize = cells.map(|cells| cells[0].bytes.len()).sum();
        prop_assert!(covered == text.len() || line.cells.is_empty());
    }

    #[test]
    fn lines_cover_the_text_in_order_and_fit((text, options, width) in any_case()) {
        let layout = Layout::new(&text, options);
        let mut at = 0;
        let mut cells = Vec::new();
        for line in layout.lines(width) {
            assert_paintable(&line);
            assert_covered(&line, &text);
            prop_assert!(line.width() <= width);
            prop_assert_eq!(line.bytes.start, at);
            at = line.bytes.end;
            cells.extend(line.cells);
        }
        prop_assert_eq!(at, text.len());
        // The same cells as on one line, but for those that hang; a tab begins elsewhere.
        let all = layout.line().cells;
        let same = |cell: &Cell, other: &Cell| cell.symbol == other.symbol && cell.bytes == other.bytes;
        prop_assert!(cells.iter().all(|cell| all.iter().any(|other| same(cell, other))));
    }

    #[test]
    fn a_truncated_line_fits_and_is_a_prefix((text, options, width) in any_case()) {
        let layout = Layout::new(&text, options);
        let line = layout.truncated(width);
        assert_paintable(&line);
        prop_assert!(line.width() <= width);
        prop_assert_eq!(line.bytes.start, 0);
        prop_assert!(layout.width() > width || line == layout.line());
    }

    #[test]
    fn columns_and_bytes_lead_back_to_each_other((text, options, width) in any_case()) {
        for line in Layout::new(&text, options).lines(width) {
            for col in 0..line.width() {
                let bytes = line.byte_at(col).unwrap();
                let columns = line.columns_of(&bytes);
                prop_assert!(columns.len() == 1 && columns[0].contains(&col) && columns[0].len() <= 8);
            }
            prop_assert_eq!(line.byte_at(line.width()), None);
            let all = line.columns_of(&line.bytes);
            let expected = (!line.cells.is_empty()).then_some(0..line.width());
            prop_assert_eq!(all, Vec::from_iter(expected));
        }
    }

    #[test]
    fn terminals_agree_on_every_column((text, options, width) in any_case()) {
        let layout = Layout::new(&text, options);
        layout.lines(width).iter().for_each(assert_columns);
        assert_columns(&layout.line());
        assert_columns(&layout.truncated(width));
    }

    #[test]
    fn a_highlight_covers_the_cells_of_its_bytes(
        (text, options, width) in any_case(), start in 0..100_usize, len in 0..30_usize
    ) {
        let bytes = start..start + len;
        for line in Layout::new(&text, options).lines(width) {
            let columns = line.columns_of(&bytes);
            for col in 0..line.width() {
                let cell = line.byte_at(col).unwrap();
                let hit = cell.start.max(bytes.start) < cell.end.min(bytes.end);
                prop_assert_eq!(hit, columns.iter().any(|range| range.contains(&col)));
            }
            let apart = |pair: &[std::ops::Range<usize>]| pair[0].end < pair[1].start;
            prop_assert!(columns.windows(2).all(apart));
        }
    }
}

/// Every block but the large ones of ideographs and syllables, each character between letters.
#[test]
fn every_character_can_be_painted() {
    let blocks = [
        '\0'..='\u{33FF}',
        '\u{A000}'..='\u{ABFF}',
        '\u{F900}'..='\u{1FFFF}',
    ];
    for c in blocks
        .into_iter()
        .flatten()
        .chain('\u{E0000}'..='\u{E0FFF}')
    {
        let line = line(&format!("{c}لا{c}\u{1F469}\u{200D}{c}ب"));
        assert_paintable(&line);
        assert_columns(&line);
    }
}
