//! From the environment, and from tmux if we run in it, to what is known about the terminal.
//!
//! ssh passes on TERM, LANG and LC_* only; inside tmux the variables are those of the server's start and may be about
//! another terminal. So answers of the terminal take precedence over the environment.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Duration;

use crossbeam_channel::bounded;

/// Longest wait for tmux, which answers at once or not at all.
const MAX_TMUX_WAIT: Duration = Duration::from_millis(300);

/// The variables that bear on the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    pub term: String,
    /// Terminal.app and others say their name here, to local programs.
    pub term_program: String,
    /// iTerm2 says its name here, and ssh passes it on.
    pub lc_terminal: String,
    /// VTE_VERSION is set: true of the terminal, or of the one tmux was started in.
    pub vte_version: bool,
    pub tmux: bool,
    pub screen: bool,
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Whether the program runs in a session of ssh.
pub fn is_over_ssh() -> bool {
    is_set("SSH_CONNECTION") || is_set("SSH_TTY")
}

impl Environment {
    /// The environment of this process.
    pub fn read() -> Environment {
        let value = |name: &str| std::env::var(name).unwrap_or_default();
        Environment {
            term: value("TERM"),
            term_program: value("TERM_PROGRAM"),
            lc_terminal: value("LC_TERMINAL"),
            vte_version: is_set("VTE_VERSION"),
            tmux: is_set("TMUX"),
            screen: is_set("STY"),
        }
    }

    /// Whether the terminal can be asked. A console would print the questions, or answer one and not the next.
    pub fn answers_questions(&self) -> bool {
        !matches!(self.term.as_str(), "linux" | "dumb")
    }
}

/// The terminal tmux is shown on: its TERM, what it answered to XTVERSION, and whether tmux sends it UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outer {
    pub term: String,
    pub version: String,
    /// `None`: a tmux that does not say.
    pub utf8: Option<bool>,
}

impl Outer {
    /// Asks the tmux we are in; `None` outside of it.
    pub fn ask() -> Option<Outer> {
        std::env::var_os("TMUX").filter(|socket| !socket.is_empty())?;
        let (sender, answer) = bounded(1);
        std::thread::spawn(move || sender.send(ask_tmux()));
        answer.recv_timeout(MAX_TMUX_WAIT).ok().flatten()
    }

    /// Reads `client_utf8|client_termname|client_termtype`.
    fn parse(answer: &str) -> Option<Outer> {
        let (utf8, rest) = answer.trim_end().split_once('|')?;
        let (term, version) = rest.split_once('|')?;
        let plain = |text: &str| text.chars().filter(|c| !c.is_control()).collect::<String>();
        if term.is_empty() && version.is_empty() {
            // No terminal is attached.
            return None;
        }
        Some(Outer {
            term: plain(term),
            version: plain(version),
            utf8: match utf8 {
                "1" => Some(true),
                "0" => Some(false),
                _ => None,
            },
        })
    }

    /// Whether it goes by that name, in either of its answers.
    pub fn is(&self, name: &str) -> bool {
        let (version, term) = (self.version.to_lowercase(), self.term.to_lowercase());
        let name = name.to_lowercase();
        if version.is_empty() {
            // Most terminals set xterm's TERM.
            return name != "xterm" && term.split('-').any(|part| part == name);
        }
        version.starts_with(&name)
    }
}

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.version.is_empty() {
            &self.term
        } else {
            &self.version
        };
        f.write_str(name)
    }
}

fn ask_tmux() -> Option<Outer> {
    let output = Command::new("tmux")
        .args([
            "display-message",
            "-p",
            "#{client_utf8}|#{client_termname}|#{client_termtype}",
        ])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    Outer::parse(&String::from_utf8_lossy(&output.stdout))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tmux_says_what_it_is_shown_on() {
        for (answer, name, expected) in [
            ("1|xterm-kitty|kitty(0.26.5)\n", "kitty", true),
            ("1|xterm-kitty|\n", "kitty", true),
            ("1|xterm|XTerm(379)\n", "XTerm", true),
            ("1|xterm-256color|\n", "XTerm", false),
            ("0|xterm-256color|\n", "VTE", false),
            ("1|xterm-256color|VTE(7600)\n", "VTE", true),
            ("|mlterm|\n", "mlterm", true),
        ] {
            let outer = Outer::parse(answer).unwrap();
            assert_eq!(outer.is(name), expected, "{answer} {name}");
        }
        assert_eq!(Outer::parse("no server running\n"), None);
        for (answer, utf8) in [
            ("1|xterm|\n", Some(true)),
            ("0|xterm|\n", Some(false)),
            ("|xterm|\n", None),
        ] {
            assert_eq!(Outer::parse(answer).unwrap().utf8, utf8, "{answer}");
        }
    }
}
