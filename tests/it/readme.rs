//! README.md in, the same promises kept out: its commands run, its keys exist.
//!
//! Only commands of our own are run, those in ```` ```sh ```` blocks that begin with `fihrist` or
//! `cargo run --release --`, by a shell, in the root of the repository, with the binary under test
//! in their place. The browser itself needs a terminal; of it the paths are looked at.

use std::fs;
use std::process::Command;

use fihrist::app::action::{self, Mode};
use fihrist::app::key::Key;

use crate::support::{self, BINARY};

const CARGO: &str = "cargo run --release --";
const VERBS: [&str; 6] = ["list", "search", "show", "related", "dups", "check"];

fn readme() -> String {
    fs::read_to_string(support::root().join("README.md")).expect("there is a README.md")
}

/// The lines of all `sh` blocks, prompts, comments and blank lines left out.
fn shell_lines() -> Vec<String> {
    let readme = readme();
    let mut lines = Vec::new();
    let mut in_shell = false;
    let mut fenced = false;
    for line in readme.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fenced = !fenced;
            in_shell = fenced && matches!(language.trim(), "sh" | "bash" | "console" | "shell");
        } else if in_shell {
            let line = line.trim().trim_start_matches("$ ");
            let line = line.split(" #").next().unwrap_or(line).trim();
            if !line.is_empty() && !line.starts_with('#') {
                lines.push(line.to_owned());
            }
        }
    }
    lines
}

/// Our commands, `fihrist …`, an assignment before them or not.
fn own_commands() -> Vec<String> {
    let lines = shell_lines().into_iter();
    let lines = lines.map(|line| line.replace(CARGO, "fihrist"));
    lines.filter(|line| ours(line).is_some()).collect()
}

/// The arguments of a line that runs the program first of all.
fn ours(line: &str) -> Option<Vec<&str>> {
    let mut words = line.split_whitespace();
    let first = words.find(|word| !word.contains('='))?;
    (first == "fihrist").then(|| words.collect())
}

#[test]
fn the_two_commands_are_there() {
    let lines = shell_lines();
    for command in ["cargo run --release -- demo-corpus", "cargo test"] {
        assert!(
            lines.iter().any(|line| line == command),
            "README.md has no sh block with `{command}`, but {lines:?}"
        );
    }
}

#[test]
fn every_example_runs_on_the_demo_corpus() {
    let commands = own_commands();
    for command in &commands {
        let arguments = ours(command).expect("only own commands");
        // It asks a terminal; the tests on a pseudo-terminal run it.
        if arguments == ["terminal"] {
            continue;
        }
        let verb = arguments.first().is_some_and(|word| VERBS.contains(word));
        let tells = arguments
            .iter()
            .any(|word| matches!(*word, "--help" | "--version"));
        if verb || tells {
            run(command);
        } else {
            for path in arguments.iter().filter(|word| !word.starts_with('-')) {
                let path = support::root().join(path);
                assert!(path.exists(), "`{command}`: no {}", path.display());
            }
        }
    }
    let shown = |verb: &str| {
        let mut firsts = commands
            .iter()
            .filter_map(|line| ours(line)?.first().copied());
        firsts.any(|first| first == verb)
    };
    for verb in VERBS {
        assert!(shown(verb), "README.md has no example of `fihrist {verb}`");
    }
}

fn run(command: &str) {
    let script = format!("fihrist() {{ \"$BINARY\" \"$@\"; }}\n{command}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("BINARY", BINARY)
        .env_remove("FIHRIST_PATH")
        .current_dir(support::root())
        .output()
        .expect("there is a shell");
    let stderr = String::from_utf8_lossy(&output.stderr);
    // A tool beside ours may be missing here; that it is named is no fault.
    if stderr.contains("not found") && command.contains('|') {
        println!("skipped: {command}: {stderr}");
        return;
    }
    assert!(
        output.status.success(),
        "`{command}`: {}\n{stderr}",
        output.status
    );
    assert!(!output.stdout.is_empty(), "`{command}` prints nothing");
}

/// What may head a column of a table of keys, and the mode it means.
const MODES: [(&str, Mode); 5] = [
    ("list", Mode::List),
    ("reader", Mode::Reader),
    ("search", Mode::Search),
    ("filter", Mode::Facets),
    ("related", Mode::Related),
];

/// A row of a table of keys.
struct Row {
    keys: Vec<Key>,
    /// What the same keys send on an Arabic layout.
    arabic: Vec<String>,
    /// Where the row says that they do something.
    modes: Vec<Mode>,
}

/// The rows of all tables whose first column is headed `key`.
fn rows() -> Vec<Row> {
    let readme = readme();
    let mut rows = Vec::new();
    let mut head: Option<Vec<&str>> = None;
    for line in readme.lines() {
        let Some(cells) = cells(line) else {
            head = None;
            continue;
        };
        match &head {
            None => head = Some(cells),
            Some(head) if is_keys(head) && !cells[0].starts_with('-') => {
                rows.push(row(head, &cells));
            }
            Some(_) => {}
        }
    }
    rows
}

fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}

fn is_keys(head: &[&str]) -> bool {
    head[0].to_lowercase().starts_with("key")
}

fn row(head: &[&str], cells: &[&str]) -> Row {
    let told = head.iter().zip(cells).skip(1);
    let told = told.filter(|(_, cell)| !cell.is_empty());
    let mode = |head: &str| {
        let named = MODES.iter().find(|(word, _)| head.contains(word));
        named.map(|(_, mode)| *mode)
    };
    let arabic = told.clone().filter(|(head, _)| **head == "Arabic");
    Row {
        // Every other piece between backticks is a name.
        keys: cells[0].split('`').skip(1).step_by(2).map(key).collect(),
        arabic: arabic
            .flat_map(|(_, cell)| cell.split_whitespace().map(str::to_owned))
            .collect(),
        modes: told.filter_map(|(head, _)| mode(head)).collect(),
    }
}

/// `Ctrl-o`, `PgDn`, `↓` and `+` as the keymap spells them.
fn key(name: &str) -> Key {
    let arrows = [("←", "left"), ("→", "right"), ("↑", "up"), ("↓", "down")];
    let arrow = arrows.iter().find(|(arrow, _)| *arrow == name);
    let spelled = match arrow {
        Some((_, word)) => (*word).to_owned(),
        None if name.chars().count() == 1 => name.to_owned(),
        None => name.to_lowercase().replace("ctrl+", "ctrl-"),
    };
    // A terminal sends Tab for it.
    let spelled = if spelled == "ctrl-i" { "tab" } else { &spelled };
    spelled
        .parse()
        .unwrap_or_else(|error| panic!("README.md: {error}"))
}

#[test]
fn every_key_of_the_table_does_something_where_it_says_so() {
    let rows = rows();
    assert!(!rows.is_empty(), "README.md has no table headed `key`");
    for Row { keys, modes, .. } in &rows {
        assert!(!keys.is_empty() && !modes.is_empty(), "{keys:?} {modes:?}");
        for (key, mode) in keys.iter().flat_map(|k| modes.iter().map(move |m| (k, m))) {
            let bound = action::lookup(*mode, *key);
            assert!(bound.is_some(), "`{key}` is bound to nothing in {mode:?}");
        }
    }
}

#[test]
fn arabic_letters_of_the_table_are_on_the_same_keys() {
    for Row { keys, arabic, .. } in rows() {
        for letter in arabic {
            // X11 sends lam and alef as one character, terminals show them as two.
            let sent = letter.replace("\u{644}\u{627}", "\u{fefb}");
            let latin = sent.parse::<Key>().map(Key::latin);
            let among = latin.is_ok_and(|key| keys.contains(&key));
            assert!(among, "{letter} is none of {keys:?}");
        }
    }
}

#[test]
fn what_it_links_to_is_there() {
    let readme = readme();
    let links = readme.split("](").skip(1);
    for link in links.filter_map(|rest| rest.split(')').next()) {
        let path = link.split('#').next().unwrap_or_default();
        let there = link.starts_with("https://") || support::root().join(path).exists();
        assert!(there, "README.md links to {link}");
    }
}
