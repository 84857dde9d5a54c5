//! Keys while loading goes on in, what is asked of the shell and what is said of it out.

use std::time::Duration;

use fihrist::app::{Effect, Msg};
use fihrist::corpus::Progress;

use super::driver::{Driver, demo};

/// Loading, with all that will come in sight already.
fn loading() -> Driver {
    let mut driver = Driver::loading((80, 24));
    driver.load(&demo(), false);
    driver.send(Msg::Progress(Progress {
        bytes_done: 1,
        bytes_total: 9,
        articles: 12,
        elapsed: Duration::from_secs(1),
    }));
    driver
}

/// `stop` and `quit`, as they were asked for.
fn asked(driver: &Driver) -> Vec<&'static str> {
    let word = |effect: &Effect| match effect {
        Effect::StopLoading => "stop",
        Effect::Quit => "quit",
        _ => "other",
    };
    driver.asked.iter().map(word).collect()
}

#[track_caller]
fn check(keys: &str, expected: &[&str]) {
    let mut driver = loading();
    driver.press(keys);
    assert_eq!(asked(&driver), expected, "{keys}");
}

#[test]
fn esc_stops_loading_once_it_has_nothing_else_to_do() {
    check("<esc>", &["stop"]);
    // The second is no quit while the end of loading is waited for.
    check("<esc><esc>", &["stop"]);
    check("/ميناء<enter><esc>", &[]);
    check("/ميناء<enter><esc><esc>", &["stop"]);
    check("<enter><esc>", &[]);
    check("<enter><esc><esc>", &["stop"]);
    check("?<esc>!<esc>f<esc>", &[]);
}

#[test]
fn ctrl_c_stops_loading_wherever_one_is_and_twice_quits() {
    for before in ["", "<enter>", "<enter>r", "f", "?", "!", "/ميناء<enter>"] {
        check(&format!("{before}<ctrl-c>"), &["stop"]);
    }
    check("<ctrl-c><ctrl-c>", &["stop", "quit"]);
    check("/ميناء<ctrl-c>", &[]);
}

#[test]
fn once_all_is_loaded_the_keys_are_what_they_were() {
    let mut driver = loading();
    driver.load(&demo(), true);
    driver.press("<ctrl-c>");
    assert!(driver.says("again quits") && driver.asked.is_empty());
    driver.press("j<esc>");
    assert!(driver.says("q quits") && driver.asked.is_empty());
    driver.press("q");
    assert_eq!(asked(&driver), ["quit"]);
}

#[test]
fn what_is_loaded_stays_and_the_rest_is_spoken_of() {
    let mut driver = loading();
    driver.press("<esc>").load(&demo(), true);
    let said = format!(
        "loading stopped: {} articles; the rest is not shown",
        demo().len()
    );
    assert!(driver.says(&said), "{:?}", driver.app.shared.message);
    assert_eq!(driver.listed().len(), demo().len());
    driver.press("/ميناء<enter>");
    assert!(!driver.listed().is_empty());
    driver.press("c<esc>q");
    assert_eq!(asked(&driver), ["stop", "quit"]);
}
