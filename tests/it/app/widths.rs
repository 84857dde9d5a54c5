//! What has which columns: list and reader beside each other or one alone, a measure for text, the head that stays, and
//! outlet and date in every panel.

use fihrist::app::Msg;
use fihrist::app::page::Row;
use fihrist::text::Direction;
use fihrist::ui::{self, theme::Theme};

use super::driver::{Driver, demo};
use super::stories::reading_agency;

fn at(cols: u16, rows: u16, keys: &str) -> Driver {
    let mut driver = Driver::new(&demo(), (cols, rows));
    driver.press(keys);
    driver
}

/// The rows of the screen, as they are seen from left to right.
fn rows(driver: &Driver) -> Vec<String> {
    let (buffer, _) = ui::draw(&driver.app, Theme::Mono);
    let area = buffer.area;
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect();
    (0..area.height).map(row).collect()
}

#[test]
fn the_reader_can_have_the_whole_width_and_keeps_its_place() {
    for key in ["z", "<f7>"] {
        let mut driver = at(200, 60, "jjj<enter>jj");
        let beside = driver.panes();
        assert!(beside.divider.area() > 0);
        let byte = driver.reader().byte_in_view();
        let alone = driver.press(key).panes();
        assert_eq!((alone.reader.width, alone.list.area()), (200, 0));
        assert_eq!(driver.reader().byte_in_view(), byte);
        // The list comes back with its keys, and when it is asked for.
        assert!(driver.press("q").panes().list.area() > 0);
        assert_eq!(driver.press("<enter>").panes().list.area(), 0);
        assert_eq!(driver.press(key).panes(), beside);
    }
}

#[test]
fn the_list_can_have_the_whole_width_too() {
    let mut driver = at(120, 40, "");
    assert!(driver.panes().two_rows);
    let alone = driver.press("z").panes();
    assert_eq!((alone.list.width, alone.reader.area()), (120, 0));
    assert!(!alone.two_rows, "titles fit on one row");
    assert!(driver.press("<enter>").panes().divider.area() > 0);
}

#[test]
fn where_there_is_no_room_for_two_panes_that_is_said() {
    let mut driver = at(80, 24, "<enter>");
    let before = driver.panes();
    driver.press("z");
    assert!(driver.says("needs 100 columns"));
    assert_eq!(driver.panes(), before);
}

/// Columns of the widest line of text in view, and the free ones at its start.
#[test]
fn text_has_a_measure_in_the_middle_of_a_wide_reader() {
    for direction in [Direction::Ltr, Direction::Rtl] {
        for (cols, keys, measure) in [
            (200, "z", 72),
            (200, "", 72),
            (120, "", 63),
            (80, "", 78),
            (200, "z80z", 80),
            (200, "80zz", 80),
            (200, "z7z", 20),
            (80, "60z", 60),
            (80, "900z", 78),
        ] {
            let mut driver = at(cols, 40, "");
            driver.send(Msg::Direction(Some(direction)));
            driver.press("<enter>").press(keys);
            let said = format!("{direction:?} {cols} {keys}");
            let pane = driver.panes().reader;
            let text = driver.panes().text(driver.app.shared.measure);
            assert_eq!(text.width, measure, "{said}");
            let before = text.x - pane.x;
            let after = pane.right() - text.right();
            assert!(
                before.abs_diff(after) <= 1 && before > 0,
                "{said}: {before} {after}"
            );
            let widths = driver
                .reader()
                .page
                .rows_in_view()
                .filter_map(|row| match row {
                    Row::Text { line, .. } => Some(line.width()),
                    _ => None,
                });
            let widest = widths.max().expect("lines of text");
            assert!(widest <= usize::from(measure), "{said}: {widest}");
        }
    }
}

#[test]
fn a_measure_can_be_told_before() {
    let mut driver = at(200, 60, "<enter>z");
    driver.send(Msg::Measure(Some(50)));
    assert_eq!(driver.panes().text(driver.app.shared.measure).width, 50);
}

/// A resize keeps the text in view, whoever has the width.
#[test]
fn a_resize_keeps_the_place_in_a_wide_reader() {
    let mut driver = at(200, 20, "G<enter>z12j");
    let Some(byte) = driver.reader().byte_in_view() else {
        panic!("a scrolled article");
    };
    for size in [(80, 20), (40, 12), (120, 40), (200, 20)] {
        driver.resize(size.0, size.1);
        let top = driver.top();
        let row = driver.row_of(byte).expect("the byte has a row");
        let rows = driver.panes().reader_rows();
        assert!(row >= top && row < top + rows, "{size:?}: {top} {row}");
    }
}

#[test]
fn the_place_in_list_and_article_is_shown_with_and_without_the_list() {
    for keys in ["jj<enter>", "jj<enter>z", "jj"] {
        let shown = rows(&at(120, 24, keys));
        let place = format!("3/{}", demo().len());
        assert!(shown[0].contains(&place), "{keys}: {}", shown[0]);
    }
    let longest = at(120, 20, "jj<enter>12j");
    if let Some(percent) = longest.reader().percent().filter(|p| (1..100).contains(p)) {
        assert!(rows(&longest)[0].contains(&format!("{percent}%")));
    }
}

/// On a low screen the title and the place are one row, which stays; the fields scroll with the text.
#[test]
fn the_head_of_an_article_is_one_row_that_stays_on_a_low_screen() {
    for direction in [Direction::Ltr, Direction::Rtl] {
        let mut driver = at(40, 12, "");
        driver.send(Msg::Direction(Some(direction)));
        driver.press("<enter>");
        let head = driver.panes().head;
        assert_eq!((head.y, head.height), (0, 1));
        assert!(driver.reader().page.is_at_top());
        assert!(matches!(
            driver.reader().page.row_in_view(0),
            Some(Row::Meta)
        ));
        let titles = |driver: &Driver| {
            let mut rows = driver.reader().page.rows();
            rows.any(|row| matches!(row, Row::Title { .. }))
        };
        assert!(!titles(&driver));
        let before: String = rows(&driver)[0]
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect();
        driver.press("jjj");
        let after: String = rows(&driver)[0]
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect();
        let title = |shown: &str| shown.replace("top", "").replace("end", "");
        assert_eq!(title(&before), title(&after));
        assert!(title(&before).chars().count() > 10, "{before}");
        // With room for a bar the page has its whole title again.
        driver.resize(80, 24);
        assert!(titles(&driver) && driver.panes().head.area() == 0);
    }
}

/// An article of a panel says where it is from and when, whatever the width.
#[test]
fn panels_have_outlet_and_date_at_every_width() {
    for (cols, rows_of_screen) in [
        (40, 12),
        (50, 14),
        (60, 20),
        (80, 24),
        (100, 24),
        (120, 40),
        (200, 60),
    ] {
        for (panel, date) in [("r", "2019-04-1"), ("s", "2019-04-09")] {
            let mut driver = reading_agency(panel);
            driver.resize(cols, rows_of_screen);
            let shown = rows(&driver);
            let panes = driver.panes();
            let panel_rows = &shown[usize::from(panes.panel.y)..usize::from(panes.panel.bottom())];
            let dated = panel_rows
                .iter()
                .find(|row| row.contains(date) || row.contains("2019-"));
            let dated = dated.unwrap_or_else(|| panic!("{cols} {panel}: {panel_rows:?}"));
            let letters = dated.chars().filter(|c| c.is_alphabetic()).count();
            assert!(letters >= 8, "{cols} {panel}: {dated}");
            assert!(
                !dated.contains("… "),
                "{cols} {panel}: a cut outlet in {dated}"
            );
        }
    }
}
