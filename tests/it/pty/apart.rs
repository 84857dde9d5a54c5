//! Bytes that come apart on a slow line, and pastes of terminals that put none in brackets.

use std::thread;
use std::time::Duration;

use super::{open, visual};

/// Pauses at which an arrow's bytes are cut, behind its ESC.
const PAUSES: [u64; 3] = [70, 150, 400];

#[test]
fn an_arrow_that_comes_apart_is_an_arrow_in_the_list_the_reader_and_the_box() {
    let mut session = open();
    for (pause, row) in PAUSES.into_iter().zip(["2/", "3/", "4/"]) {
        session.send("\x1b");
        thread::sleep(Duration::from_millis(pause));
        session.send("[B");
        session.send("\r");
        session.wait("the next article", |screen| {
            screen.contents().contains("q back") && screen.contents().contains(row)
        });
        session.send("\x1b");
        thread::sleep(Duration::from_millis(pause));
        session.send("OB");
        session.settle();
        assert!(session.screen().contents().contains("q back"), "{pause}");
        session.send("q");
        session.wait("the list", |screen| screen.contents().contains("q quit"));
    }
    session.send("/ميناء");
    let typed = visual("ميناء");
    session.wait("the search", |screen| screen.contents().contains(&typed));
    for pause in PAUSES {
        session.send("\x1b");
        thread::sleep(Duration::from_millis(pause));
        session.send("[6~");
        session.settle();
        let text = session.screen().contents();
        assert!(
            text.contains(&typed) && text.contains("Esc cancel"),
            "{pause}: {text}"
        );
    }
}

#[test]
fn two_lines_pasted_without_brackets_are_text_in_the_box_and_nothing_elsewhere() {
    let mut session = open();
    let pasted = "ميناء المرجان\rضوء جديد";
    session.send(pasted);
    session.settle();
    assert!(session.screen().contents().contains("q quit"));
    session.send("/");
    session.wait("the box", |screen| screen.contents().contains("Esc cancel"));
    session.send(pasted);
    let typed = visual("ميناء المرجان ضوء جديد");
    session.wait("what was pasted", |screen| {
        screen.contents().contains(&typed)
    });
}

#[test]
fn what_was_typed_ahead_is_carried_out() {
    let mut session = open();
    session.send("/ميناء\rjj\r");
    session.wait("the third article found", |screen| {
        let text = screen.contents();
        text.contains("q back") && text.contains("3/")
    });
}
