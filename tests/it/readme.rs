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
const VERBS: [&str; 4] = ["list", "search", "show", "related"];

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

/// What may head a table of keys or stand in a column of it, and the modes it means.
const MODES: [(&str, Mode); 9] = [
    ("list", Mode::List),
    ("read", Mode::Reader),
    ("article", Mode::Reader),
    ("search", Mode::Search),
    ("typing", Mode::Search),
    ("filter", Mode::Facets),
    ("facet", Mode::Facets),
    ("related", Mode::Related),
    ("help", Mode::Overlay),
];

const ALL: [Mode; 6] = [
    Mode::List,
    Mode::Reader,
    Mode::Search,
    Mode::Facets,
    Mode::Related,
    Mode::Overlay,
];

/// A table of keys: the modes it is for, and the names in its first column.
struct Keys {
    modes: Vec<Mode>,
    names: Vec<String>,
}

/// All tables whose first column is headed by "key" or "keys".
fn key_tables() -> Vec<Keys> {
    let readme = readme();
    let mut tables: Vec<Keys> = Vec::new();
    let mut heading = String::new();
    let mut in_keys = false;
    for line in readme.lines() {
        let Some(row) = line.trim().strip_prefix('|') else {
            in_keys = false;
            if line.starts_with('#') || line.trim_end().ends_with(':') {
                heading = line.to_lowercase();
            }
            continue;
        };
        let first = row.split(" |").next().unwrap_or_default().trim();
        if matches!(first.to_lowercase().as_str(), "key" | "keys") {
            in_keys = true;
            tables.push(Keys {
                modes: modes(&heading),
                names: Vec::new(),
            });
        } else if let Some(table) = tables.last_mut().filter(|_| in_keys) {
            // Every other piece between backticks is a name.
            let names = first.split('`').skip(1).step_by(2).map(str::to_owned);
            table.names.extend(names);
        }
    }
    tables
}

/// The modes a heading names; any, where it names none.
fn modes(heading: &str) -> Vec<Mode> {
    let named: Vec<Mode> = MODES
        .iter()
        .filter(|(word, _)| heading.contains(word))
        .map(|(_, mode)| *mode)
        .collect();
    if named.is_empty() {
        ALL.to_vec()
    } else {
        named
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
fn every_key_of_the_tables_does_something() {
    let tables = key_tables();
    assert!(
        !tables.is_empty(),
        "README.md has no table headed `Key` or `Keys`"
    );
    for table in &tables {
        assert!(
            !table.names.is_empty(),
            "a table of keys names none in backticks"
        );
        for name in &table.names {
            let key = key(name);
            let bound = table
                .modes
                .iter()
                .any(|mode| action::lookup(*mode, key).is_some());
            assert!(bound, "`{name}` is bound to nothing in {:?}", table.modes);
        }
    }
}
