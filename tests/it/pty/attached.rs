//! A tmux that is attached from one terminal after another in, what is said and sent out. The tmux that is asked is a script.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::family::{self, Family};
use super::modes::open;
use super::terminal::Session;
use crate::support::Scratch;

const XTERM: &str = "1|xterm-256color|XTerm(379)\n";
const KITTY: &str = "1|xterm-kitty|kitty(0.26.5)\n";
const FOOT: &str = "1|foot|foot(1.13.1)\n";
const WITHOUT_UTF8: &str = "0|xterm|\n";

/// A tmux whose client is what stands in the file `client`.
fn tmux(scratch: &Scratch) -> Family {
    let folder = scratch.path().to_str().unwrap();
    scratch.write("tmux", &format!("#!/bin/sh\ncat '{folder}/client'\n"));
    let script = scratch.path().join("tmux");
    std::fs::set_permissions(script, PermissionsExt::from_mode(0o700)).unwrap();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let path: &'static str = Box::leak(path.into_boxed_str());
    let environment = vec![("TMUX", "/tmp/tmux,1,0"), ("PATH", path)];
    Family {
        environment: Box::leak(environment.into_boxed_slice()),
        ..family::TMUX_BY_SSH
    }
}

#[track_caller]
fn check_said(session: &Session, said: &str) {
    session.wait(said, |screen| screen.contents().contains(said));
}

#[test]
fn another_terminal_is_noticed() {
    let scratch = Scratch::new();
    scratch.write("client", XTERM);
    let (_corpus, mut session) = open(tmux(&scratch), &[], Duration::ZERO);
    scratch.write("client", KITTY);
    session.send("\x0c");
    check_said(&session, "now shown on tmux 3.3a in kitty(0.26.5)");
    // Focus.
    scratch.write("client", FOOT);
    session.send("\x1b[I");
    check_said(&session, "now shown on tmux 3.3a in foot(1.13.1)");
    scratch.write("client", WITHOUT_UTF8);
    session.resize((100, 30));
    check_said(&session, "tmux -u attach");
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let text = String::from_utf8(session.bytes()).unwrap();
    assert!(text.contains("\x1b[?1004h") && text.contains("\x1b[?1004l"));
}

/// The notice at the start names the terminal outside, whose need it is.
#[test]
fn the_terminal_outside_is_named() {
    let scratch = Scratch::new();
    scratch.write("client", KITTY);
    let (_corpus, session) = open(tmux(&scratch), &[], Duration::ZERO);
    check_said(&session, "as tmux 3.3a in kitty(0.26.5) needs it");
}

/// Elsewhere nobody is asked anything on the way.
#[test]
fn outside_of_tmux_nothing_is_asked_again() {
    let (_corpus, mut session) = open(family::XTERM, &[], Duration::ZERO);
    let before = session.bytes().len();
    session.send("\x0c");
    session.settle();
    let bytes = session.bytes();
    let since = String::from_utf8_lossy(bytes.get(before..).unwrap()).into_owned();
    assert!(
        !since.contains("\x1b]11") && !since.contains("\x1b[c"),
        "{since:?}"
    );
}
