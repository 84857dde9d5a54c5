//! The reader on a pipe: what it waits for, and how it ends.

use std::io::{PipeWriter, Write, pipe};
use std::os::fd::AsFd;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, unbounded};

use crate::app::key::Code;
use crate::tui::input::decode::Decoder;
use crate::tui::input::event::TerminalReply;
use crate::tui::input::terminal_reader::forward;
use crate::tui::input::waits::{ESC_TIMEOUT, TAIL_TIMEOUT};
use crate::tui::input::{Expectations, TerminalInput};

const LONG: Duration = Duration::from_secs(20);

/// A reader of what is written; the channel closes when it ends.
fn start() -> (PipeWriter, Receiver<TerminalInput>) {
    let (reader, writer) = pipe().unwrap();
    let (sender, inputs) = unbounded::<TerminalInput>();
    thread::spawn(move || {
        let expected = Expectations::default();
        forward(reader.as_fd(), &sender, &expected, Decoder::new());
    });
    (writer, inputs)
}

fn next(inputs: &Receiver<TerminalInput>) -> String {
    match inputs.recv_timeout(LONG) {
        Ok(TerminalInput::Key(key)) => key.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_lone_escape_is_a_key_after_a_moment_and_not_before() {
    let (mut writer, inputs) = start();
    let start = Instant::now();
    writer.write_all(b"\x1b").unwrap();
    assert_eq!(next(&inputs), "esc");
    assert!(start.elapsed() >= ESC_TIMEOUT);
    writer.write_all("ت".as_bytes()).unwrap();
    assert_eq!(next(&inputs), "ت");
}

/// Over a slow line an arrow key may come as ESC, and the rest when that was already taken for Esc.
#[test]
fn an_arrow_whose_bytes_come_apart_is_still_that_arrow() {
    for (tail, key) in [
        ("[B", "down"),
        ("[6~", "pgdn"),
        ("OA", "up"),
        ("[1;5D", "ctrl-left"),
    ] {
        let (mut writer, inputs) = start();
        writer.write_all(b"\x1b").unwrap();
        assert_eq!(next(&inputs), "esc");
        thread::sleep(TAIL_TIMEOUT / 5);
        writer.write_all(tail.as_bytes()).unwrap();
        assert_eq!(
            inputs.recv_timeout(LONG),
            Ok(TerminalInput::TakeBackEscape),
            "{tail}"
        );
        assert_eq!(next(&inputs), key);
        writer.write_all(tail.as_bytes()).unwrap();
        assert_ne!(inputs.recv_timeout(LONG), Ok(TerminalInput::TakeBackEscape));
    }
}

#[test]
fn the_tail_of_an_arrow_may_come_apart_too() {
    let (mut writer, inputs) = start();
    for piece in ["\x1b", "[", "B"] {
        writer.write_all(piece.as_bytes()).unwrap();
        thread::sleep(ESC_TIMEOUT * 3);
    }
    assert_eq!(next(&inputs), "esc");
    assert_eq!(inputs.recv_timeout(LONG), Ok(TerminalInput::TakeBackEscape));
    assert_eq!(next(&inputs), "down");
}

#[test]
fn what_is_typed_after_escape_is_typed() {
    let (mut writer, inputs) = start();
    for (typed, keys) in [
        ("O", &["O"][..]),
        ("Ok", &["O", "k"]),
        ("j", &["j"]),
        ("[j", &["[", "j"]),
    ] {
        writer.write_all(b"\x1b").unwrap();
        assert_eq!(next(&inputs), "esc");
        writer.write_all(typed.as_bytes()).unwrap();
        for key in keys {
            assert_eq!(next(&inputs), *key, "{typed}");
        }
    }
    writer.write_all(b"\x1b").unwrap();
    assert_eq!(next(&inputs), "esc");
    thread::sleep(TAIL_TIMEOUT + ESC_TIMEOUT * 2);
    writer.write_all(b"[B").unwrap();
    assert_eq!(
        (next(&inputs), next(&inputs)),
        ("[".to_owned(), "B".to_owned())
    );
}

#[test]
fn two_lines_without_brackets_are_a_paste() {
    let (mut writer, inputs) = start();
    writer
        .write_all("ميناء المرجان\rضوء جديد".as_bytes())
        .unwrap();
    let paste = TerminalInput::Paste("ميناء المرجان\nضوء جديد".to_owned());
    assert_eq!(inputs.recv_timeout(LONG), Ok(paste));
}

/// Split within what is not ESC alone, an answer may take its time.
#[test]
fn an_answer_in_pieces_is_one_answer() {
    let (mut writer, inputs) = start();
    for piece in ["a\x1bP", ">|fo", "ot\x1b", "\\b"] {
        writer.write_all(piece.as_bytes()).unwrap();
        thread::sleep(ESC_TIMEOUT * 2);
    }
    assert_eq!(next(&inputs), "a");
    let version = TerminalInput::Reply(TerminalReply::Version("foot".to_owned()));
    assert_eq!(inputs.recv_timeout(LONG), Ok(version));
    assert_eq!(next(&inputs), "b");
}

#[test]
fn a_paste_without_end_is_delivered_and_typing_goes_on() {
    let (mut writer, inputs) = start();
    writer.write_all("\x1b[200~نص".as_bytes()).unwrap();
    assert_eq!(
        inputs.recv_timeout(LONG),
        Ok(TerminalInput::Paste("نص".to_owned()))
    );
    writer.write_all(b"q").unwrap();
    assert_eq!(next(&inputs), "q");
}

#[test]
fn the_end_of_the_terminal_is_the_end_of_the_reader() {
    let (mut writer, inputs) = start();
    writer.write_all(b"x").unwrap();
    drop(writer);
    assert!(
        matches!(inputs.recv_timeout(LONG), Ok(TerminalInput::Key(key)) if key.code == Code::Char('x'))
    );
    assert!(
        inputs
            .recv_timeout(LONG)
            .is_err_and(|error| error.is_disconnected())
    );
}
