//! Small screens, in both directions: what does not fit is left out or moved, and no number or name is cut to another.

use fihrist::app::Msg;
use fihrist::ui::{self, theme::Theme};
use fihrist::words::{Language, Words};

use super::grid::letter;
use crate::app::driver::{Driver, demo};

const LANGUAGES: [Language; 2] = [Language::English, Language::Arabic];

fn at(language: Language, size: (u16, u16), keys: &str) -> Driver {
    let mut driver = Driver::new(&demo(), size);
    driver.send(Msg::Words(Words {
        language,
        ..Words::ENGLISH
    }));
    driver.press(keys);
    driver
}

/// The rows of the screen, as letters from left to right.
fn rows(driver: &Driver) -> Vec<String> {
    let (buffer, _) = ui::draw(&driver.app, Theme::Mono);
    let area = buffer.area;
    let row = |y| {
        (0..area.width)
            .map(|x| letter(buffer[(x, y)].symbol()))
            .collect()
    };
    (0..area.height).map(row).collect()
}

#[test]
fn no_number_of_the_overview_is_cut() {
    for language in LANGUAGES {
        for cols in [30, 36, 40, 44, 50, 60, 70, 80] {
            for row in rows(&at(language, (cols, 20), "O")) {
                let cells: Vec<char> = row.chars().collect();
                for (x, cell) in cells.iter().enumerate().filter(|(_, cell)| **cell == '…') {
                    let near = |at: Option<usize>| at.and_then(|at| cells.get(at));
                    let beside = [near(x.checked_sub(1)), near(Some(x + 1))];
                    let digit = |c: &&char| c.is_ascii_digit() || **c == ',';
                    assert!(
                        !beside.into_iter().flatten().any(|c| digit(&c)),
                        "{cell} {row}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_forms_row_of_a_narrow_screen_has_forms() {
    for language in LANGUAGES {
        for keys in ["/ميناء رصيف<enter><f2>", "/ميناء<enter><f2><f2>"] {
            let driver = at(language, (40, 12), keys);
            let last = rows(&driver).pop().unwrap();
            assert!(
                last.contains("1 ") || last.contains(" 1"),
                "{language:?}: {last}"
            );
            assert!(
                last.contains("'Anym") || last.contains("fySr"),
                "{language:?}: {last}"
            );
            assert!(last.contains('['), "{language:?}: {last}");
        }
    }
}

#[test]
fn the_lines_of_the_search_syntax_fit_or_lose_what_is_in_brackets() {
    for language in LANGUAGES {
        for row in rows(&at(language, (60, 24), "/")).iter().skip(12) {
            assert!(!row.contains('…'), "{language:?}: {row}");
        }
    }
}

#[test]
fn the_problems_have_their_title_and_keys_on_every_screen() {
    for cols in [40, 60, 80] {
        let shown = rows(&at(Language::English, (cols, 12), "!"));
        assert!(shown[0].starts_with(" Problems"), "{}", shown[0]);
        assert!(
            shown.iter().any(|row| row.contains("q closes")),
            "{shown:?}"
        );
    }
}

#[test]
fn the_order_in_force_is_seen_on_a_low_screen() {
    let first = |keys: &str| rows(&at(Language::English, (40, 12), keys)).remove(0);
    assert!(first("").contains("newest first · 70"), "{}", first(""));
    assert!(first("s").contains("oldest first"));
    assert!(first("/ميناء<enter>").contains("best first"));
    // What is searched matters more.
    let long = first("/ميناء المرجان القديم<enter>");
    assert!(
        !long.contains("best first") && long.contains("mydqlA"),
        "{long}"
    );
}

#[test]
fn a_message_that_does_not_fit_is_shown_whole() {
    for (language, words) in [
        (Language::English, ["whole", "beside", "100", "columns"]),
        (Language::Arabic, ["DrElA", "pm}AqlA", "100", "dwmE"]),
    ] {
        for size in [(40, 12), (60, 20), (30, 9)] {
            let shown = rows(&at(language, size, "<enter>z")).join("\n");
            for word in words {
                assert!(
                    shown.contains(word),
                    "{language:?} {size:?} {word}: {shown}"
                );
            }
        }
        // The next key brings the keys back.
        let after = rows(&at(Language::English, (40, 12), "<enter>zj"));
        assert!(after[11].contains("q back"), "{}", after[11]);
    }
}

/// The list shows how an article begins; reading goes on where it was left.
#[test]
fn the_preview_of_an_article_that_was_left_begins_at_its_head() {
    for size in [(80, 24), (120, 20)] {
        // Short lines make it long.
        let mut driver = at(Language::English, size, "jjj<enter>30z");
        driver.press("4j");
        let byte = driver.reader().byte_in_view();
        assert!(byte.is_some());
        driver.press("q");
        assert!(driver.reader().page.is_at_top());
        driver.press("<enter>");
        assert_eq!(driver.reader().byte_in_view(), byte);
    }
}
