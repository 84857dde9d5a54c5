//! Cells of the screen pointed at in, what that does out.

use fihrist::app::Msg;
use fihrist::app::browse::pointing::Target;
use fihrist::app::page::Row;
use fihrist::ui;
use unicode_normalization::UnicodeNormalization;

use super::driver::Driver;

/// Points at a cell.
fn point(driver: &mut Driver, col: u16, row: u16) {
    let target = ui::target(&driver.app, col, row).expect("something there");
    driver.send(Msg::Point(target));
}

#[test]
fn an_article_is_selected_and_then_read() {
    let mut driver = Driver::demo();
    let top = driver.panes().list.y;
    point(&mut driver, 40, top + 3);
    assert_eq!(driver.place(), "list 3");
    point(&mut driver, 10, top + 3);
    assert!(driver.place().starts_with("reader"), "{}", driver.place());
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut driver = Driver::demo();
    let panes = driver.panes();
    let over = |driver: &Driver, row| ui::target(&driver.app, 5, row).unwrap();
    let list = over(&driver, panes.list.y);
    driver.send(Msg::Wheel(list.clone(), 1));
    assert_eq!(driver.place(), "list 3");
    driver.send(Msg::Wheel(list, -1));
    assert_eq!(driver.place(), "list 0");
    let page = over(&driver, panes.reader.y);
    driver.send(Msg::Wheel(page, 1));
    assert_eq!(driver.top(), 3);
}

#[test]
fn a_repeat_opens_under_the_pointer() {
    let mut driver = folded();
    for open in [1, 0] {
        let reader = driver.reader();
        let is_fold = |row: &Row| matches!(row, Row::Fold { .. });
        let row = reader.page.rows_in_view().position(is_fold).unwrap();
        let at = driver.panes().reader.y + u16::try_from(row).unwrap();
        point(&mut driver, 10, at);
        assert_eq!(driver.reader().page.open_count(), open);
    }
}

/// The first article of the demo corpus with a fold on its first page, being read.
fn folded() -> Driver {
    let mut driver = Driver::demo();
    for _ in 0..driver.listed().len() {
        driver.press("<enter>");
        let reader = driver.reader();
        if reader
            .page
            .rows_in_view()
            .any(|row| matches!(row, Row::Fold { .. }))
        {
            return driver;
        }
        driver.press("qj");
    }
    panic!("an article with a repeat");
}

/// A cell of a right-to-left line leads to the bytes of its letter.
#[test]
fn a_cell_of_the_page_leads_to_its_bytes() {
    let mut driver = Driver::demo();
    driver.press("<enter>");
    let panes = driver.panes();
    let (screen, _) = driver.draw();
    let mut letters = 0;
    for row in panes.reader.y..panes.reader.bottom() {
        for col in 0..80 {
            let Some(Target::Page {
                byte: Some(byte), ..
            }) = ui::target(&driver.app, col, row)
            else {
                continue;
            };
            let text = &driver.reader().entry.article.text;
            let letter = text.get(byte..).unwrap().chars().next().unwrap();
            let plain = |text: &str| text.nfkc().next();
            if letter.is_alphabetic() {
                let shown = screen[(col, row)].symbol();
                assert_eq!(plain(shown), plain(&letter.to_string()), "{col},{row}");
                letters += 1;
            }
        }
    }
    assert!(letters > 100, "{letters}");
}

#[test]
fn the_search_box_opens_and_takes_the_caret() {
    let mut driver = Driver::demo();
    let search = driver.panes().search.y;
    point(&mut driver, 30, search);
    driver.press("abc");
    let (_, caret) = driver.draw();
    let (end, row) = caret.expect("a caret");
    // The block before b stands on b.
    point(&mut driver, end - 2, row);
    driver.press("x");
    assert_eq!(driver.browse().search.as_ref().unwrap().line.text(), "axbc");
}
