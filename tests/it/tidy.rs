//! The sources in, the shape they should have out: what no compiler checks.
//!
//! Lines are looked at, not syntax: rustfmt has made them regular. Comments may name what code may
//! not; test code may unwrap.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support;

/// A module imports only from its left; `cli` starts `tui`, and `main` stands outside.
const ORDER: [&str; 12] = [
    "text", "corpus", "dedup", "analysis", "query", "index", "library", "store", "app", "ui",
    "tui", "cli",
];
const LONGEST_FILE: usize = 400;
/// Lines from `fn` to the closing brace; tables are constants and have none.
const LONGEST_FUNCTION: usize = 60;

#[test]
fn modules_import_only_from_their_left() {
    check_code("src", |source, line| {
        let own = rank(source.module()?)?;
        let named = names_after(line.text, "crate::");
        named.into_iter().find_map(|name| {
            let allowed = rank(name).is_some_and(|other| other <= own);
            (!allowed).then(|| format!("crate::{name} is not to the left of {}", ORDER[own]))
        })
    });
}

#[test]
fn text_knows_nothing_of_the_crate() {
    check_code("src/text", |_, line| {
        let named = names_after(line.text, "crate::");
        let other = named.into_iter().find(|name| *name != "text")?;
        Some(format!("crate::{other}"))
    });
}

/// `super::` climbs past no top module: that would hide an import from the rule above.
#[test]
fn no_module_climbs_out_of_its_folder() {
    check_code("src", |source, line| {
        let depth = source.depth() + usize::from(line.in_tests);
        let climbs = line.text.matches("super::").count();
        (climbs > 0 && climbs >= depth).then(|| "super:: reaches the crate".to_owned())
    });
}

#[test]
fn dependencies_stay_where_they_belong() {
    for (name, home) in [("crossterm", "src/tui"), ("tantivy", "src/index")] {
        check_code("src", |source, line| {
            let elsewhere = !source.name.starts_with(home);
            (elsewhere && line.text.contains(name)).then(|| format!("{name} belongs into {home}"))
        });
    }
}

/// The file of the verbs that opens a corpus; the others ask the store that it is put into.
const OPENS: &str = "src/cli/mod.rs";

#[test]
fn no_verb_calls_a_library() {
    check_code("src/cli", |source, line| {
        let calls = [
            "Library",
            "ArticleNo",
            "Copies",
            "library::read",
            "library::open",
        ];
        let named = calls.iter().find(|name| line.text.contains(*name))?;
        (source.name != OPENS).then(|| format!("{named}: ask the store instead"))
    });
}

/// They measure and cut Arabic wrongly; `text::width` and `ui::paint` are there for that.
#[test]
fn nothing_of_ratatui_lays_out_text() {
    let forbidden = [
        "ratatui::widgets",
        "ratatui::text",
        "ratatui::prelude",
        "right_aligned",
        "set_line(",
        "set_span(",
        "set_stringn(",
    ];
    check_code("src", |_, line| {
        let found = forbidden.iter().find(|name| line.text.contains(*name))?;
        (!line.in_tests).then(|| (*found).to_owned())
    });
}

#[test]
fn only_paint_puts_text_into_a_buffer() {
    check_code("src", |source, line| {
        let may = line.in_tests || source.name == "src/ui/paint.rs" || is_emitter(source);
        (!may && line.text.contains("set_symbol(")).then(|| "set_symbol".to_owned())
    });
}

/// What turns cells into bytes may also mend them.
fn is_emitter(source: &Source) -> bool {
    source.name.starts_with("src/tui/emit/")
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    check_code("src", |_, line| {
        let found = ["#[allow(", "#![allow("]
            .into_iter()
            .find(|a| line.text.contains(a))?;
        Some(format!("{found}: use #[expect(lint, reason = \"…\")]"))
    });
    check_code("src", |source, line| {
        let opens = line.text.contains("#[expect(");
        let following = source
            .text
            .lines()
            .skip(line.number - 1)
            .take(4)
            .collect::<String>();
        (opens && !following.contains("reason")).then(|| "#[expect] without a reason".to_owned())
    });
}

#[test]
fn nothing_gives_up_outside_tests() {
    let forbidden = [
        ".unwrap()",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        "dbg!(",
    ];
    check_code("src", |_, line| {
        let found = forbidden.iter().find(|word| line.text.contains(*word))?;
        (!line.in_tests).then(|| (*found).to_owned())
    });
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mut wrong = String::new();
    for source in sources("src").iter().chain(&sources("tests")) {
        let first = source.text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") {
            writeln!(wrong, "{}:1: begins with no //! head", source.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn files_and_functions_are_short() {
    let mut wrong = String::new();
    for source in sources("src") {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE {
            writeln!(wrong, "{}: {lines} lines, split it", source.name).unwrap();
        }
        for (name, at, lines) in functions(&source.text) {
            if lines > LONGEST_FUNCTION {
                writeln!(wrong, "{}:{at}: {name} has {lines} lines", source.name).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_file_names_this_machine_or_turns_lines_round() {
    // In two pieces, lest this file be the first to fail.
    let machine = [
        ["/wo", "rk/"],
        ["/tm", "p/h"],
        ["/ho", "me/"],
        ["/ro", "ot/"],
    ];
    let turns = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut wrong = String::new();
    for source in sources("src").iter().chain(&sources("tests")) {
        // Comments too: nothing is cut off here.
        for (at, line) in (1..).zip(source.text.lines()) {
            let paths = machine.iter().map(|halves| halves.concat());
            for path in paths.filter(|path| line.contains(path)) {
                writeln!(
                    wrong,
                    "{}:{at}: {path} is a path of one machine",
                    source.name
                )
                .unwrap();
            }
            for c in line.chars().filter(turns) {
                let escape = c.escape_unicode();
                writeln!(wrong, "{}:{at}: write {escape} as an escape", source.name).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_top_level_is_what_it_was_meant_to_be() {
    let mut names: Vec<String> = fs::read_dir(support::root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    names.sort();
    let expected = [
        "Cargo.lock",
        "Cargo.toml",
        "README.md",
        "demo-corpus",
        "src",
        "tests",
    ];
    assert_eq!(names, expected);
}

/// The main file hands on and does nothing else.
#[test]
fn main_is_thin() {
    let main = fs::read_to_string(support::root().join("src/main.rs")).unwrap();
    assert!(main.lines().count() <= 30);
}

struct Source {
    /// Path from the root of the repository, with `/`.
    name: String,
    text: String,
    is_test: bool,
}

/// A line of code, comments cut off.
struct Line<'a> {
    /// From 1.
    number: usize,
    text: &'a str,
    in_tests: bool,
}

impl Source {
    fn read(path: &Path) -> Source {
        let name = path.strip_prefix(support::root()).unwrap();
        let name = name.to_str().unwrap().replace('\\', "/");
        let folder = name.contains("tests/");
        Source {
            is_test: folder || declared_as_test(path),
            name,
            text: fs::read_to_string(path).unwrap(),
        }
    }

    /// The top module of a file of `src`; None for `main.rs` and `lib.rs`.
    fn module(&self) -> Option<&str> {
        let (module, _) = self.name.strip_prefix("src/")?.split_once('/')?;
        Some(module)
    }

    /// How many modules deep the code of this file lies.
    fn depth(&self) -> usize {
        let path = self.name.trim_end_matches(".rs").trim_end_matches("/mod");
        path.matches('/').count()
    }

    /// All lines but those that are comment only.
    fn code(&self) -> Vec<Line<'_>> {
        let mut in_tests = self.is_test;
        let mut code = Vec::new();
        let mut lines = self.text.lines().enumerate().peekable();
        while let Some((at, line)) = lines.next() {
            // An inline module of tests stands last; `mod tests;` names another file.
            let next = lines.peek().map_or("", |(_, next)| next.trim());
            in_tests |= line == "#[cfg(test)]" && next.starts_with("mod ") && next.ends_with('{');
            let text = line.split_once("// ").map_or(line, |(code, _)| code);
            if !text.trim_start().starts_with("//") {
                code.push(Line {
                    number: at + 1,
                    text,
                    in_tests,
                });
            }
        }
        code
    }
}

/// Whether a neighbour has `#[cfg(test)] mod NAME;`, or names the file by `#[path]`.
fn declared_as_test(path: &Path) -> bool {
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let by_name = format!("#[cfg(test)]\nmod {stem};");
    let by_path = format!("#[cfg(test)]\n#[path = \"{stem}.rs\"]");
    let folder = path.parent().unwrap();
    let neighbours = fs::read_dir(folder).unwrap();
    neighbours
        .map(|entry| entry.unwrap().path())
        .chain(Some(folder.with_extension("rs")).filter(|file| file.exists()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .any(|text| text.contains(&by_name) || text.contains(&by_path))
}

fn sources(folder: &str) -> Vec<Source> {
    let paths: Vec<PathBuf> = support::files(&support::root().join(folder), "rs");
    assert!(!paths.is_empty(), "no sources in {folder}");
    paths.iter().map(|path| Source::read(path)).collect()
}

/// Fails with every line of code that `wrong` has something to say of.
#[track_caller]
fn check_code(folder: &str, wrong: impl Fn(&Source, &Line<'_>) -> Option<String>) {
    check(&sources(folder), wrong);
}

#[track_caller]
fn check(sources: &[Source], wrong: impl Fn(&Source, &Line<'_>) -> Option<String>) {
    let mut found = String::new();
    for source in sources {
        for line in source.code() {
            if let Some(reason) = wrong(source, &line) {
                writeln!(found, "{}:{}: {reason}", source.name, line.number).unwrap();
            }
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

/// The identifiers right after each `prefix`.
fn names_after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    let ends = |c: char| !c.is_alphanumeric() && c != '_';
    line.split(prefix)
        .skip(1)
        .filter_map(|rest| rest.split(ends).next())
        .collect()
}

/// Name, first line and number of lines of every function, by rustfmt's indentation.
fn functions(text: &str) -> Vec<(&str, usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let starts = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn "]
            .iter()
            .find_map(|prefix| code.strip_prefix(prefix));
        let Some(rest) = starts else { continue };
        let name = rest.split(['(', '<']).next().unwrap_or_default();
        let indent = line.len() - code.len();
        let closes = |line: &&str| line.trim_start() == "}" && line.len() == indent + 1;
        let length = match lines.iter().skip(at).position(closes) {
            // A function on one line, or without a body.
            _ if code.ends_with(['}', ';']) => 1,
            Some(length) => length + 1,
            None => lines.len() - at,
        };
        found.push((name, at + 1, length));
    }
    found
}
