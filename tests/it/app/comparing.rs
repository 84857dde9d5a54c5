//! Key strings in, two versions of a story side by side out: which, and where the view goes.

use fihrist::app::action::Mode;
use fihrist::app::{Panel, article_fields};
use fihrist::library::ArticleNo;
use fihrist::words::Words;

use super::driver::Driver;
use super::stories::{AGENCY, BIRTHDAY, PAPER, SITE, after, library, panel, reading_agency};

/// The versions on the screen.
fn compared(driver: &Driver) -> [ArticleNo; 2] {
    let keys = driver.compare().expect("two versions").articles();
    keys.map(|key| driver.no(key))
}

#[test]
fn the_earlier_version_is_compared_with_the_later_one() {
    assert_eq!(compared(&reading_agency("sd")), [AGENCY, PAPER]);
    assert_eq!(compared(&reading_agency("sjd")), [AGENCY, SITE]);
    assert_eq!(compared(&reading_agency("sjjd")), [AGENCY, BIRTHDAY]);
    let mut driver = after("");
    driver.select(SITE).press("<enter>sd");
    assert_eq!(compared(&driver), [AGENCY, SITE]);
}

#[test]
fn versions_are_stepped_through_and_swapped() {
    assert_eq!(compared(&reading_agency("sdJ")), [AGENCY, SITE]);
    assert_eq!(compared(&reading_agency("sdJK")), [AGENCY, PAPER]);
    assert_eq!(compared(&reading_agency("sdx")), [PAPER, AGENCY]);
    for keys in ["sdJJ", "sdK", "sjjdJ"] {
        assert!(reading_agency(keys).says("no further version"), "{keys}");
    }
}

#[test]
fn comparing_ends_where_it_began() {
    let driver = reading_agency("sjd");
    assert_eq!(driver.app.mode(), Mode::Compare);
    for keys in ["q", "<esc>", "jjGxeq", "?qq", "Jnh"] {
        let driver = reading_agency(&format!("sjd{keys}"));
        assert_eq!(driver.place(), "elsewhere", "{keys}");
        assert_eq!((panel(&driver).1, driver.reading()), (1, AGENCY), "{keys}");
    }
}

#[test]
fn comparing_bears_every_size() {
    for (cols, rows) in [(1, 1), (7, 3), (40, 12), (80, 24), (200, 60)] {
        let mut driver = reading_agency("sd");
        driver.resize(cols, rows).press("nNjkx<space>bdueG");
        let (buffer, caret) = driver.draw();
        assert_eq!((buffer.area.width, buffer.area.height), (cols, rows));
        assert_eq!(caret, None);
    }
}

#[test]
fn what_is_the_same_stays_in_sight_from_version_to_version() {
    let shows = |keys: &str| {
        let driver = reading_agency(keys);
        driver.compare().unwrap().shows_same()
    };
    for (keys, shown) in [
        ("sd", false),
        ("sde", true),
        ("sdeJ", true),
        ("sdeJK", true),
        ("sdeqd", false),
    ] {
        assert_eq!(shows(keys), shown, "{keys}");
    }
}

/// Some systems send the key of `b` as the letters of `g` and `h`.
#[test]
fn lam_and_alef_are_one_page_back() {
    let place = |keys: &str| {
        let mut driver = Driver::new(&library(), (40, 10));
        driver.select(AGENCY).press("<enter>").press(keys);
        let top = driver.compare().map(|view| view.scroll_state().top);
        let selected = match &driver.browse().panel {
            Panel::Elsewhere(panel) => panel.selected,
            Panel::Related(panel) => panel.selected,
            _ => 0,
        };
        (driver.app.mode(), top, selected)
    };
    for before in ["sdG", "sdeGk", "sG", "sjj", "rG", "?G"] {
        let (alone, latin) = (place(&format!("{before}لا")), place(&format!("{before}b")));
        assert_eq!(alone, latin, "{before}");
        assert_ne!(alone.0, Mode::Reader, "{before}");
    }
    assert_ne!(place("sdeG"), place("sdeGb"));
}

#[test]
fn enter_reads_the_second_version_and_ctrl_o_comes_back() {
    let mut driver = reading_agency("sd");
    let [first, second] = compared(&driver);
    assert_eq!(driver.press("<enter>").reading(), second);
    assert_eq!(driver.app.mode(), Mode::Reader);
    assert_eq!(driver.press("<ctrl-o>").reading(), first);
}

/// One count of words for an article, wherever it is told.
#[test]
fn a_version_is_as_long_as_its_reader_says() {
    let length =
        |driver: &Driver| Words::ENGLISH.say(&article_fields::length(&driver.reader().entry));
    let read = length(&reading_agency(""));
    let compared = reading_agency("sd");
    let (buffer, _) = compared.draw();
    let area = buffer.area;
    let row = |y| -> String { (0..area.width).map(|x| buffer[(x, y)].symbol()).collect() };
    let heads: Vec<String> = (0..3).map(row).collect();
    assert!(
        heads.iter().any(|head| head.contains(&read)),
        "{read}: {heads:?}"
    );
}
