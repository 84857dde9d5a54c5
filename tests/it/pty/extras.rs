//! Terminals by what they answer in, what else they are told while the program runs out: the wheel, the cursor's shape, which
//! signs they can show.

use std::time::Duration;

use unicode_width::UnicodeWidthChar;

use super::family::{self, Family};
use super::modes::{open, written};

const BLOCK: &str = "\x1b[2 q";
const OWN_SHAPE: &str = "\x1b[0 q";
const WHEEL_ON: &str = "\x1b[?1007h";
const WHEEL_OFF: &str = "\x1b[?1007l";

/// All that is written until it has ended.
fn to_the_end(family: Family, arguments: &[&str]) -> String {
    let (_corpus, mut session) = open(family, arguments, Duration::ZERO);
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    written(&session)
}

#[test]
fn the_wheel_is_sent_as_arrow_keys_where_it_was_not() {
    const ON_ALREADY: Family = Family {
        wheel: "\x1b[?1007;1$y",
        ..family::XTERM
    };
    let text = to_the_end(family::XTERM, &[]);
    assert!(text.contains(WHEEL_ON) && text.contains(WHEEL_OFF));
    for (family, arguments) in [
        (ON_ALREADY, &[][..]),
        (family::URXVT, &[]),
        (family::SILENT, &[]),
        (family::XTERM, &["--mouse"]),
    ] {
        let text = to_the_end(family, arguments);
        assert!(
            !text.contains("\x1b[?1007h") && !text.contains(WHEEL_OFF),
            "{}",
            family.name
        );
    }
}

#[test]
fn the_cursor_is_a_block_where_that_is_understood() {
    let text = to_the_end(family::VTE, &[]);
    assert!(text.contains(BLOCK) && text.contains(OWN_SHAPE));
    // A block is xterm's own, and the way back would leave one that blinks.
    let text = to_the_end(family::XTERM, &[]);
    assert!(text.contains(BLOCK) && !text.contains(OWN_SHAPE));
    let text = to_the_end(family::SILENT, &[]);
    assert!(!text.contains(" q"));
}

/// Consoles and GNU screen may have no alternate screen to leave.
#[test]
fn the_screen_is_erased_before_it_is_left() {
    for family in [family::SCREEN, family::XTERM] {
        let text = to_the_end(family, &[]);
        let left = text.find("\x1b[?1049l").expect("it is left");
        assert!(
            text.get(..left)
                .unwrap()
                .ends_with("\x1b[m\x1b[r\x1b[H\x1b[J\x1b[?25h")
        );
    }
}

#[test]
fn a_terminal_without_utf8_is_told_so() {
    const BYTES: Family = Family {
        columns: ["\x1b[1;3R"; 3],
        ..family::XTERM
    };
    let (_corpus, session) = open(BYTES, &[], Duration::ZERO);
    session.wait("the reason", |screen| {
        screen.contents().contains("does not read UTF-8")
    });
}

#[test]
fn signs_are_ascii_where_they_would_be_wide() {
    const WIDE: Family = Family {
        columns: ["\x1b[1;2R", "\x1b[1;3R", "\x1b[1;1R"],
        ..family::XTERM
    };
    let (_corpus, session) = open(WIDE, &[], Duration::ZERO);
    let text = written(&session);
    let asked = text.find("\x1b[?2026h").unwrap();
    let drawn = text.get(asked..).unwrap();
    let wide = drawn.chars().find(|c| c.width_cjk() == Some(2));
    assert_eq!(wide, None);
    assert!(drawn.contains("----") && drawn.contains('>'));
}

#[test]
fn signs_are_ascii_where_that_is_asked_for() {
    let (_corpus, session) = open(family::URXVT, &["--ascii"], Duration::ZERO);
    let text = written(&session);
    assert!(!text.contains(['─', '▸', '·', '…']) && text.contains("----"));
}
