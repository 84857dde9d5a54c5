//! Articles that hold control sequences in, a stream of bytes that carries none of them out.

use std::time::Duration;

use super::stream::{Control, controls};
use super::terminal::Session;
use crate::support::{BINARY, Scratch};

/// What a terminal would act upon, as JSON writes it: OSC, CSI, DCS, C1, bidi, line separators.
const HOSTILE: &str = "\\u001b]0;owned\\u0007 \\u001b[31mred \\u001bP+q\\u001b\\\\ \\u009b31m \\u009d0;owned\\u009c \\u202eميناء \\u2066x \\u2028y \\u0085z \\u0008\\u0008 \\r \\u000e \\u007f \\u001bc";

/// Everything else the program may send: cursor, erasing, pen, modes, scroll region, the cursor's shape.
const FINALS: &str = "HGCDABdKJmhlrSTLMq";

/// Our own questions, before anything is drawn.
const ASKED: &str = "\x1b[?1049h\x1b[8$p\x1b[>q\x1b[>c\x1b]11;?\x1b\\\x1b[?1007$p\x1b[H\u{621}\x1b[6n\x1b[H\u{e9}\x1b[6n\x1b[H\u{6dd}\x1b[6n\x1b[c";

fn check(control: &Control, ours: &[char]) {
    match control {
        Control::Char(c) if ours.contains(c) => {}
        Control::Csi { parameters, last } => {
            assert!(FINALS.contains(*last), "{control:?}");
            assert!(
                *last != 'm' || !parameters.split(';').any(|p| p == "31"),
                "{control:?}"
            );
        }
        // Raw mode: straight down, to the start of the row, one cell back.
        Control::Char('\n' | '\r' | '\u{8}') => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn articles_can_send_nothing_to_the_terminal() {
    articles_can_send_nothing("visual", &[]);
}

/// The modes that add bidi controls of their own add only those.
#[test]
fn articles_can_send_nothing_in_other_modes_either() {
    articles_can_send_nothing("override", &['\u{202d}', '\u{202c}']);
    articles_can_send_nothing("words", &[]);
    articles_can_send_nothing("logical", &['\u{2067}', '\u{2069}']);
}

fn articles_can_send_nothing(mode: &str, ours: &[char]) {
    let record = |name: &str| {
        format!(
            "{{\"id\": \"{name}{HOSTILE}\", \"title\": \"{HOSTILE} {name}\", \"source\": \"{HOSTILE}\", \"author\": \"{HOSTILE}\", \"date\": \"{HOSTILE}\", \"url\": \"{HOSTILE}\", \"text\": \"{HOSTILE} سطر {name}\\n{HOSTILE} آخر طويل\\n{HOSTILE} آخر طويل\"}}\n"
        )
    };
    let lines = record("one") + &record("two") + "{\"\u{1b}[31m\u{9b}2J\n";
    let plain =
        "عنوان \u{1b}]0;owned\u{7}\n\nنص \u{1b}[31m \u{9b}2J \u{202e}مقلوب\u{2028}سطر\u{1b}c\n";
    let scratch = Scratch::with(&[
        ("a/lines.jsonl", &lines),
        ("b\u{1b}[31m/\u{202e}plain\u{1b}c.txt", plain),
    ]);
    let mut session = Session::start(
        &[BINARY, "--bidi", mode, scratch.path().to_str().unwrap()],
        (80, 24),
    );
    session.wait("the list", |screen| {
        screen.contents().contains("3 articles")
    });
    for keys in [
        "j",
        "j",
        "\r",
        "i",
        "q",
        "r",
        "r",
        "E",
        "q",
        "f",
        "\t",
        "q",
        "o",
        "o",
        "!",
        "q",
        "/ميناء",
        "\u{1b}[200~\u{1b}]0;owned\u{7}\u{202e}x\u{1b}[201~",
        "\r",
    ] {
        session.send(keys);
        session.settle();
    }
    session.send("Q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let bytes = session.bytes();
    let drawn = bytes
        .strip_prefix(ASKED.as_bytes())
        .expect("the questions first");
    for control in controls(drawn) {
        check(&control, ours);
    }
    assert!(
        String::from_utf8_lossy(&bytes).contains("owned"),
        "the harmless rest is shown"
    );
}
