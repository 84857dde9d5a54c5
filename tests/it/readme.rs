//! README.md and the manual in, the same promises kept out: commands run, keys exist, links lead somewhere.
//!
//! Only commands of our own are run, those in ```` ```sh ```` blocks that begin with `fihrist` or
//! `cargo run --release --`, by a shell, in the root of the repository, with the binary under test
//! in their place. The browser itself needs a terminal; of it the paths are looked at.

use std::fs;
use std::path::Path;

use fihrist::app::action::{self, Mode};
use fihrist::app::key::KeyPress;
use fihrist::app::keyboard::Keyboard;

use crate::support::{self, BINARY, command};

const CARGO: &str = "cargo run --release --";
const MANUAL: &str = "src/manual";

/// A page for readers.
struct Document {
    /// Path from the root of the repository.
    name: String,
    text: String,
}

impl Document {
    fn read(path: &Path) -> Document {
        let name = path.strip_prefix(support::root()).unwrap();
        Document {
            name: name.to_str().unwrap().to_owned(),
            text: fs::read_to_string(path).expect("the page can be read"),
        }
    }
}

fn readme() -> Document {
    Document::read(&support::root().join("README.md"))
}

fn manual() -> Vec<Document> {
    let pages = support::files(&support::root().join(MANUAL), "md");
    pages.iter().map(|path| Document::read(path)).collect()
}

fn documents() -> Vec<Document> {
    let mut documents = manual();
    documents.push(readme());
    documents
}

/// The lines of all `sh` blocks, prompts, comments and blank lines left out.
fn shell_lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    let mut in_shell = false;
    let mut fenced = false;
    for line in document.text.lines() {
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
    let documents = documents();
    let lines = documents.iter().flat_map(shell_lines);
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
    let lines = shell_lines(&readme());
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
    let verbs = verbs();
    for command in &commands {
        let arguments = ours(command).expect("only own commands");
        // It asks a terminal; the tests on a pseudo-terminal run it.
        if arguments == ["terminal"] {
            continue;
        }
        let verb = arguments
            .first()
            .is_some_and(|word| verbs.iter().any(|verb| verb == word));
        let describes_itself = arguments
            .iter()
            .any(|word| matches!(*word, "--help" | "--version"));
        if verb || describes_itself {
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
    for verb in &verbs {
        assert!(shown(verb), "there is no example of `fihrist {verb}`");
    }
}

/// The verbs that the program names in its help.
fn verbs() -> Vec<String> {
    let output = command(BINARY).arg("--help").output();
    let help = String::from_utf8(output.expect("there is help").stdout).unwrap();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let verbs: Vec<String> = listed
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .filter(|verb| verb != "help")
        .collect();
    assert!(verbs.iter().any(|verb| verb == "search"), "{verbs:?}");
    verbs
}

fn run(line: &str) {
    let script = format!("fihrist() {{ \"$BINARY\" \"$@\"; }}\n{line}");
    let output = command("sh")
        .args(["-c", &script])
        .env("BINARY", BINARY)
        .current_dir(support::root())
        .output()
        .expect("there is a shell");
    let stderr = String::from_utf8_lossy(&output.stderr);
    // A tool beside ours may be missing here; that it is named is no fault.
    if stderr.contains("not found") && line.contains('|') {
        println!("skipped: {line}: {stderr}");
        return;
    }
    // A home in which nothing was opened yet keeps nothing.
    let may_find_nothing = line.starts_with("fihrist kept");
    assert!(
        output.status.success() || may_find_nothing && output.status.code() == Some(1),
        "`{line}`: {}\n{stderr}",
        output.status
    );
    assert!(!output.stdout.is_empty(), "`{line}` prints nothing");
}

/// What may head a column of a table of keys, and the mode it means.
const MODES: [(&str, Mode); 6] = [
    ("list", Mode::List),
    ("reader", Mode::Reader),
    ("search", Mode::Search),
    ("filter", Mode::Facets),
    ("related", Mode::Related),
    ("comparison", Mode::Compare),
];

/// A row of a table of keys.
struct Row {
    keys: Vec<KeyPress>,
    /// What the same keys send on an Arabic layout.
    arabic: Vec<String>,
    /// Where the row says that they do something.
    modes: Vec<Mode>,
}

/// The rows of all tables whose first column is headed `key` and another one names a mode.
fn rows(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut head: Option<Vec<&str>> = None;
    for line in document.text.lines() {
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
    let mut others = head.iter().skip(1);
    head[0] == "key" && others.any(|head| mode(head).is_some())
}

fn mode(head: &str) -> Option<Mode> {
    let mut known = MODES.iter();
    known
        .find(|(word, _)| head.contains(word))
        .map(|known| known.1)
}

fn row(head: &[&str], cells: &[&str]) -> Row {
    let filled = head.iter().zip(cells).skip(1);
    let filled = filled.filter(|(_, cell)| !cell.is_empty());
    let arabic = filled.clone().filter(|(head, _)| **head == "Arabic");
    Row {
        // Every other piece between backticks is a name.
        keys: cells[0].split('`').skip(1).step_by(2).map(key).collect(),
        arabic: arabic
            .flat_map(|(_, cell)| cell.split_whitespace().map(str::to_owned))
            .collect(),
        modes: filled.filter_map(|(head, _)| mode(head)).collect(),
    }
}

/// `Ctrl-o`, `PgDn`, `↓` and `+` as the keymap spells them.
fn key(name: &str) -> KeyPress {
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
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_key_of_the_table_does_something_where_it_says_so() {
    assert!(
        !rows(&readme()).is_empty(),
        "README.md has no table of keys"
    );
    for Row { keys, modes, .. } in documents().iter().flat_map(rows) {
        assert!(!keys.is_empty() && !modes.is_empty(), "{keys:?} {modes:?}");
        for (key, mode) in keys.iter().flat_map(|k| modes.iter().map(move |m| (k, m))) {
            let bound = action::lookup(*mode, *key, Keyboard::default());
            assert!(bound.is_some(), "`{key}` is bound to nothing in {mode:?}");
        }
    }
}

#[test]
fn arabic_letters_of_the_table_are_on_the_same_keys() {
    for Row { keys, arabic, .. } in documents().iter().flat_map(rows) {
        for letter in arabic {
            // X11 sends lam and alef as one character, terminals show them as two.
            let sent = letter.replace("\u{644}\u{627}", "\u{fefb}");
            let latin = sent
                .parse::<KeyPress>()
                .map(|key| key.latin(Keyboard::default()));
            let among = latin.is_ok_and(|key| keys.contains(&key));
            assert!(among, "{letter} is none of {keys:?}");
        }
    }
}

#[test]
fn what_they_link_to_is_there() {
    for Document { name, text } in documents() {
        let folder = support::root().join(&name);
        let folder = folder.parent().unwrap();
        let links = text.split("](").skip(1);
        for link in links.filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            let there = link.starts_with("https://") || folder.join(path).exists();
            assert!(there, "{name} links to {link}");
        }
    }
}

#[test]
fn the_readme_and_the_docs_lead_to_every_page_of_the_manual() {
    let readme = readme().text;
    let docs = fs::read_to_string(support::root().join(MANUAL).join("mod.rs")).unwrap();
    for Document { name, .. } in manual() {
        assert!(readme.contains(&format!("]({name})")), "README.md: {name}");
        let file = name.rsplit('/').next().unwrap();
        let included = format!("include_str!(\"{file}\")");
        assert!(docs.contains(&included), "{MANUAL}/mod.rs: {name}");
    }
}

/// What is longer belongs into the manual.
#[test]
fn the_readme_is_short() {
    assert!(readme().text.lines().count() <= 120);
}
