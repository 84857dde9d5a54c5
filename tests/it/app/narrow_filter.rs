//! The filter on a narrow screen, its words found within others, and what is typed into its boxes beside their labels.

use fihrist::app::Msg;
use fihrist::text::Direction;
use fihrist::ui::{self, theme::Theme};
use fihrist::words::{Language, Words};

use super::driver::Driver;
use super::filtering::weeks;

/// The rows of the screen, from left to right.
fn rows(driver: &Driver) -> Vec<String> {
    let (buffer, _) = ui::draw(&driver.app, Theme::Dark);
    let row = |y| (0..buffer.area.width).map(move |x| (x, y));
    let text = |y| row(y).map(|at| buffer[at].symbol()).collect();
    (0..buffer.area.height).map(text).collect()
}

fn mirrored(keys: &str, size: (u16, u16)) -> Driver {
    let mut driver = Driver::new(&weeks(), size);
    driver.send(Msg::Direction(Some(Direction::Rtl)));
    driver.press(keys);
    driver
}

#[test]
fn days_are_whole_on_a_narrow_screen() {
    for keys in ["f<tab>", "/المعرض<enter>f<tab>"] {
        let driver = mirrored(keys, (40, 16));
        let shown = rows(&driver).join("\n");
        for date in ["2019-06", "06-12", "06-11", "06-10"] {
            assert!(shown.contains(date), "{keys} {date}:\n{shown}");
        }
        // Where there is room a day has its year.
        let shown = rows(&mirrored(keys, (80, 24))).join("\n");
        assert!(shown.contains("2019-06-12"), "{keys}:\n{shown}");
    }
}

#[test]
fn a_source_is_found_by_letters_within_a_word_of_its_name() {
    for (typed, found) in [
        ("oas", "Coast Post"),
        ("st po", "Coast Post"),
        ("احه", "بريد الواحة"),
        ("يناء", "أضواء الميناء"),
        ("حيفه الم", "صحيفة الماسة"),
    ] {
        let mut driver = Driver::new(&weeks(), (80, 24));
        driver.press(&format!("f/{typed}<enter><space>"));
        let sources: Vec<String> = driver
            .listed()
            .into_iter()
            .map(|no| driver.library().source_name(no).to_owned())
            .collect();
        assert!(!sources.is_empty(), "{typed}");
        assert!(
            sources.iter().all(|source| source == found),
            "{typed}: {sources:?}"
        );
    }
}

/// Of letters of the other direction too, the first stands a blank from the sign after the label.
#[test]
fn what_is_typed_stands_beside_its_label() {
    for (keys, typed) in [("f/coa", "coa"), ("fd2019-05", "2019-05"), (":sor", "sor")] {
        let mut driver = mirrored(keys, (80, 24));
        driver.app.shared.words = Words {
            language: Language::Arabic,
            ..Words::ENGLISH
        };
        let rows = rows(&driver);
        // The palette is typed into in the first row, the boxes of the filter in a rule.
        let is_box = |row: &&String| {
            row.contains(typed) && row.contains('◂') && (keys.starts_with(':') || row.contains('─'))
        };
        let row = rows.iter().find(is_box);
        let row = row.unwrap_or_else(|| panic!("{keys}:\n{}", rows.join("\n")));
        let row: Vec<char> = row.chars().collect();
        let sign = row.iter().rposition(|c| *c == '◂').unwrap();
        let last = typed.chars().next_back().unwrap();
        let end = row[..sign].iter().rposition(|c| *c == last).unwrap();
        assert!(
            sign - end <= 4,
            "{keys}: {}",
            row.iter().collect::<String>()
        );
    }
}

#[test]
fn that_only_some_words_are_found_is_told_in_the_list_alone_and_on_one_row() {
    let told = |keys: &str, size| {
        let driver = mirrored(&format!("/المعرض الغواصة{keys}"), size);
        let rows = rows(&driver);
        rows.iter()
            .filter(|row| row.contains("no article has all"))
            .count()
    };
    for size in [(40, 12), (80, 24)] {
        for keys in ["", "<enter>"] {
            assert_eq!(told(keys, size), 1, "{keys} {size:?}");
        }
        for keys in [
            "<enter><enter>",
            "<enter>f",
            "<enter><enter>r",
            "<enter><enter>s",
        ] {
            assert_eq!(told(keys, size), 0, "{keys} {size:?}");
        }
    }
}
