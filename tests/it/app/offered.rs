//! The row of keys: only what would come to something on the screen as it is.

use fihrist::words::Words;

use super::driver::Driver;

/// The row of keys.
fn hints(driver: &Driver) -> String {
    let (buffer, _) = driver.draw();
    let y = buffer.area.height - 1;
    let row = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
    row.collect()
}

#[track_caller]
fn check(keys: &str, offered: &[&str], others: &[&str]) {
    let mut driver = Driver::after(keys);
    driver.resize(120, 24);
    assert_eq!(driver.app.shared.words, Words::ENGLISH);
    let hints = hints(&driver);
    for hint in offered {
        assert!(hints.contains(hint), "{keys}: {hint}: {hints}");
    }
    for hint in others {
        assert!(!hints.contains(hint), "{keys}: {hint}: {hints}");
    }
}

#[test]
fn an_empty_panel_offers_neither_a_jump_nor_a_comparison() {
    let mut driver = Driver::demo();
    let mut seen = [false; 2];
    for _ in 0..driver.listed().len() {
        driver.press("<enter>s");
        let empty = match &driver.browse().panel {
            fihrist::app::Panel::Elsewhere(panel) => panel.rows().is_empty(),
            _ => panic!("no panel"),
        };
        let hints = hints(&driver);
        assert_eq!(hints.contains("compare"), !empty, "{hints}");
        assert_eq!(hints.contains("jump"), !empty, "{hints}");
        assert!(hints.contains("close"), "{hints}");
        seen[usize::from(empty)] = true;
        driver.press("<esc><esc>j");
    }
    assert_eq!(seen, [true; 2], "both kinds of panel");
}

#[test]
fn what_comes_to_nothing_is_not_offered() {
    check("", &["Enter read"], &[]);
    check("/zzzz<enter>", &["search", "quit"], &["Enter read"]);
    check("/zzzz<enter>f", &["close"], &["take"]);
    check("f", &["take"], &[]);
}
