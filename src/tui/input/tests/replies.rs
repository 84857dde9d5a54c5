//! What terminals answer when asked for their bidi mode, version, attributes and cursor.

use super::{check, decode, words};
use crate::tui::colours::Background;
use crate::tui::input::decode::Decoder;
use crate::tui::input::event::{TerminalEvent, TerminalReply};
use crate::tui::input::waits::{ANSWER_ESC_TIMEOUT, ESC_TIMEOUT};

/// The answers to `CSI 8 $ p`, `CSI > q`, `CSI > c` and `CSI c` of the terminals that were measured; the first two are
/// empty where nothing came. The last was not written down when they were measured: these are of their kind.
pub(super) const TERMINALS: [(&str, [&str; 4]); 16] = [
    (
        "xterm 379",
        [
            "\x1b[8;0$y",
            "\x1bP>|XTerm(379)\x1b\\",
            "\x1b[>41;379;0c",
            "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        ],
    ),
    ("urxvt 9.30", ["", "", "\x1b[>85;95;0c", "\x1b[?1;2c"]),
    ("alacritty 0.11", ["", "", "\x1b[>0;1700;1c", "\x1b[?6c"]),
    ("zutty 0.14", ["", "", "\x1b[>64;0;0c", "\x1b[?64;1;6;22c"]),
    (
        "foot 1.13.1",
        [
            "",
            "\x1bP>|foot(1.13.1)\x1b\\",
            "\x1b[>1;011301;0c",
            "\x1b[?62;4;22c",
        ],
    ),
    (
        "xterm.js 6.0 WebGL",
        ["\x1b[8;0$y", "", "\x1b[>0;276;0c", "\x1b[?1;2c"],
    ),
    (
        "xterm.js 6.0 DOM",
        ["\x1b[8;0$y", "", "\x1b[>0;276;0c", "\x1b[?1;2c"],
    ),
    (
        "VTE 0.70.6",
        ["\x1b[8;1$y", "", "\x1b[>65;7006;1c", "\x1b[?65;1;9c"],
    ),
    (
        "mlterm 3.9.0",
        [
            "\x1b[8;0$y",
            "",
            "\x1b[>24;279;0c",
            "\x1b[?63;1;2;3;4;7;29c",
        ],
    ),
    ("pterm 0.78", ["", "", "\x1b[>0;136;0c", "\x1b[?6c"]),
    (
        "Konsole 22.12.3",
        [
            "",
            "\x1bP>|Konsole 22.12.3\x1b\\",
            "\x1b[>1;115;0c",
            "\x1b[?62;1;4c",
        ],
    ),
    ("QTerminal 1.2.0", ["", "", "\x1b[>0;115;0c", "\x1b[?1;2c"]),
    (
        "kitty 0.26.5",
        [
            "\x1b[8;0$y",
            "\x1bP>|kitty(0.26.5)\x1b\\",
            "\x1b[>1;4000;26c",
            "\x1b[?62;c",
        ],
    ),
    (
        "tmux 3.3a",
        ["", "\x1bP>|tmux 3.3a\x1b\\", "\x1b[>84;0;0c", "\x1b[?1;2c"],
    ),
    ("screen 4.9.0", ["", "", "\x1b[>83;40900;0c", "\x1b[?1;2c"]),
    ("mosh 1.4.0", ["", "", "\x1b[>1;10;0c", "\x1b[?62c"]),
];

#[track_caller]
fn check_reply(bytes: &str, expected: TerminalReply) {
    assert_eq!(
        decode(bytes.as_bytes()),
        [TerminalEvent::Reply(expected)],
        "{bytes:?}"
    );
    check(bytes, &words(&decode(bytes.as_bytes())));
}

#[test]
fn every_terminal_is_understood() {
    for (name, answers) in TERMINALS {
        let asked = answers.iter().filter(|answer| !answer.is_empty()).count();
        let events = decode(answers.concat().as_bytes());
        assert_eq!(events.len(), asked, "{name}");
        for event in events {
            assert!(
                matches!(&event, TerminalEvent::Reply(reply) if *reply != TerminalReply::Other),
                "{name}: {event:?}"
            );
        }
        check(
            answers.concat(),
            &words(&decode(answers.concat().as_bytes())),
        );
    }
}

#[test]
fn modes() {
    let mode = |mode, private, state| TerminalReply::Mode {
        mode,
        private,
        state,
    };
    check_reply("\x1b[8;1$y", mode(8, false, 1));
    check_reply("\x1b[?2026;2$y", mode(2026, true, 2));
    check_reply("\x1b[?2501;0$y", mode(2501, true, 0));
    check_reply("\x1b[?99999;0$y", TerminalReply::Other);
    check_reply("\x1b[8;999$y", TerminalReply::Other);
    check_reply("\x1b[?$y", TerminalReply::Other);
}

#[test]
fn attributes_and_versions() {
    check_reply(
        "\x1b[>41;379;0c",
        TerminalReply::SecondaryAttributes(vec![41, 379, 0]),
    );
    check_reply(
        "\x1b[>1;011301;0c",
        TerminalReply::SecondaryAttributes(vec![1, 11301, 0]),
    );
    check_reply("\x1b[?62;c", TerminalReply::PrimaryAttributes(vec![62, 0]));
    check_reply("\x1b[?c", TerminalReply::PrimaryAttributes(Vec::new()));
    let version = |text: &str| TerminalReply::Version(text.to_owned());
    check_reply("\x1bP>|tmux 3.3a\x1b\\", version("tmux 3.3a"));
    check_reply("\x1bP>|foot(1.13.1)\x07", version("foot(1.13.1)"));
    check_reply("\x1bP>|\x1b\\", version(""));
    check_reply("\x1bP>|a\r\nب\x7f\x08b\x1b\\", version("ab"));
    check_reply(
        &format!("\x1bP>|{}\x1b\\", "x".repeat(9000)),
        version(&"x".repeat(128)),
    );
}

#[test]
fn backgrounds() {
    let background = TerminalReply::Background(Background([0, 0x2b, 0x36]));
    check_reply("\x1b]11;rgb:0000/2b2b/3636\x1b\\", background.clone());
    check_reply("\x1b]11;rgb:00/2b/36\x07", background);
}

#[test]
fn strings_nobody_asked_for() {
    for other in [
        "\x1b]10;rgb:0000/0000/0000\x1b\\",
        "\x1b]11;?\x07",
        "\x1b]52;c;2YXYsdit2LM=\x07",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b^x\x1b\\",
        "\x1bXسلام\x1b\\",
        "\x1b[?997;1n",
        "\x1b[?1u",
        "\x1b[8;24;80t",
        "\x1b[0n",
        "\x1b[O",
        "\x1b[=1;2x",
    ] {
        check_reply(other, TerminalReply::Other);
    }
}

#[test]
fn strings_that_do_not_end() {
    check("\x1bP>|xterm", "other");
    check("\x1bP>|xterm\x1b", "other");
    check("\x1bP>|xterm\x18j", "other j");
    check("\x1bP>|xterm\x1aj", "other j");
    check("\x1bP>|xte\x1b[A", "other up");
    check("\x1b]0;x\x1bP>|foot\x1b\\j", "other Version(\"foot\") j");
    check("\x1b]0;x\x1b\x1b[A", "other alt-up");
    check(format!("\x1b]{}", "x".repeat(9000)), "other");
    // The rest of one that was given up.
    check("\x1b\\j", "j");
}

#[test]
fn escape_pressed_just_before_an_answer() {
    check("\x1b\x1b[?6c", "esc PrimaryAttributes([6])");
    check("\x1b\x1bP>|foot\x1b\\", "esc Version(\"foot\")");
    check("\x1b\x1b[O", "esc other");
    check("\x1b\x1b\\", "esc");
}

#[test]
fn positions_where_they_are_expected() {
    let decode = |expected, bytes: &str| {
        let mut decoder = Decoder::new();
        decoder.expect_position(expected);
        words(&decoder.feed(bytes.as_bytes()))
    };
    let at = |col, row| word(col, row);
    assert_eq!(decode(true, "\x1b[1;5R"), at(4, 0));
    assert_eq!(decode(false, "\x1b[1;5R"), "ctrl-f3");
    assert_eq!(decode(true, "\x1b[24;80R"), at(79, 23));
    // What no F3 sends is an answer at any time.
    assert_eq!(decode(false, "\x1b[24;5R"), at(4, 23));
    assert_eq!(decode(false, "\x1b[1;1R"), at(0, 0));
    assert_eq!(decode(false, "\x1b[1;80R"), at(79, 0));
    assert_eq!(decode(false, "\x1b[?2;5;1R"), at(4, 1));
    assert_eq!(decode(true, "\x1b[R"), "other");
    assert_eq!(decode(false, "\x1b[R"), "f3");
    assert_eq!(decode(true, "\x1b[99999;1R"), "other");
}

#[test]
fn escape_waits_longer_while_answers_are_under_way() {
    let mut decoder = Decoder::new();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert_eq!(decoder.timeout(), Some(ESC_TIMEOUT));
    decoder.expect_answers(true);
    assert_eq!(decoder.timeout(), Some(ANSWER_ESC_TIMEOUT));
    assert_eq!(words(&decoder.feed(b"[?6c")), "PrimaryAttributes([6])");
    assert_eq!(decoder.timeout(), None);
}

fn word(col: u16, row: u16) -> String {
    format!("{:?}", TerminalReply::CursorPosition { col, row })
}
