//! A terminal's background and what the user says of colours in, the colours that the program writes out.

use std::time::Duration;

use super::family::{self, Family};
use super::terminal::Session;
use crate::support::{BINARY, demo, demo_corpus};

const WHITE: Family = Family {
    name: "a white xterm",
    background: "\x1b]11;rgb:ffff/ffff/ffff\x07",
    ..family::XTERM
};
/// As dim letters are written on black, and on white.
const ON_BLACK: &str = "38;5;246";
const ON_WHITE: &str = "38;5;242";

fn written(family: Family, delay: Duration, flags: &[&str]) -> String {
    let corpus = demo_corpus();
    let arguments = [&[BINARY, corpus.to_str().unwrap()], flags].concat();
    let session = Session::start_in(family, delay, &arguments, (80, 24));
    session.wait("the list", |screen| {
        let text = screen.contents();
        text.contains(&format!("{} articles", demo().len())) && !text.contains("loading")
    });
    session.silent_for(delay + Duration::from_millis(250));
    String::from_utf8(session.bytes()).unwrap()
}

/// Whether a colour is chosen anywhere, in any SGR sequence.
fn has_colour(text: &str) -> bool {
    let is_colour = |code: &str| {
        let code = code.parse().unwrap_or(0);
        matches!(code, 30..=38 | 40..=48 | 90..=97 | 100..=107)
    };
    text.split("\x1b[").skip(1).any(|sequence| {
        let codes = sequence.split_once('m').map(|(codes, _)| codes);
        codes.is_some_and(|codes| codes.split(';').any(is_colour))
    })
}

#[test]
fn the_background_decides() {
    let black = written(family::XTERM, Duration::ZERO, &[]);
    assert!(black.contains(ON_BLACK) && !black.contains(ON_WHITE));
    let white = written(WHITE, Duration::ZERO, &[]);
    assert!(white.contains(ON_WHITE) && !white.contains(ON_BLACK));
}

#[test]
fn without_an_answer_there_is_no_colour() {
    for family in [family::URXVT, family::SILENT] {
        let text = written(family, Duration::ZERO, &[]);
        assert!(!has_colour(&text), "{}", family.name);
    }
}

/// The answer comes after the first frame: no byte of it is typed, and the colours come with the next.
#[test]
fn a_late_answer_counts() {
    let text = written(WHITE, Duration::from_secs(1), &[]);
    assert!(text.contains(ON_WHITE) && !text.contains(ON_BLACK));
}

#[test]
fn what_the_user_says_counts_for_more() {
    const NO_COLOR: Family = Family {
        environment: &[("NO_COLOR", "1")],
        ..family::XTERM
    };
    const CLICOLOR: Family = Family {
        environment: &[("CLICOLOR", "0")],
        ..family::XTERM
    };
    const LIGHT: Family = Family {
        environment: &[("FIHRIST_THEME", "light"), ("NO_COLOR", "1")],
        ..family::XTERM
    };
    for family in [NO_COLOR, CLICOLOR] {
        assert!(!has_colour(&written(family, Duration::ZERO, &[])));
        let dark = written(family, Duration::ZERO, &["--theme", "dark"]);
        assert!(dark.contains(ON_BLACK));
    }
    assert!(written(LIGHT, Duration::ZERO, &[]).contains(ON_WHITE));
    assert!(!has_colour(&written(
        LIGHT,
        Duration::ZERO,
        &["--theme", "mono"]
    )));
    let sixteen = written(family::XTERM, Duration::ZERO, &["--theme", "16"]);
    assert!(has_colour(&sixteen) && !sixteen.contains("38;5;"));
}

/// On a terminal that moves no cursor it says so, names what works there, and touches nothing.
#[test]
fn a_dumb_terminal_is_refused() {
    const DUMB: Family = Family {
        term: "dumb",
        ..family::SILENT
    };
    for language in ["en", "ar", "fa"] {
        let corpus = demo_corpus();
        let arguments = [BINARY, "--language", language, corpus.to_str().unwrap()];
        let mut session = Session::start_in(DUMB, Duration::ZERO, &arguments, (80, 24));
        assert_eq!(session.exit_status(Duration::from_secs(5)), Some(2));
        let text = String::from_utf8(session.bytes()).unwrap();
        for verb in ["fihrist list", "search", "show"] {
            assert!(text.contains(verb), "{language}: {verb} in {text:?}");
        }
        assert!(!text.contains('\x1b'), "{text:?}");
    }
}
