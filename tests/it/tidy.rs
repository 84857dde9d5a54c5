//! The sources in, the shape they should have out: what no compiler checks.
//!
//! Lines are looked at, not syntax: rustfmt has made them regular. Comments may name what code may
//! not; test code may unwrap.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support;

/// A module imports only from its left; `cli` starts `tui`, and `main` stands outside.
const ORDER: [&str; 14] = [
    "text", "words", "corpus", "dedup", "analysis", "query", "kept", "index", "library", "store",
    "app", "ui", "tui", "cli",
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

/// A screen hands an ask to a lane, through what it shares with the others, and the answer comes as a message.
#[test]
fn no_screen_calls_a_store() {
    let behind = [
        "dyn Store",
        "Embedded",
        "Library",
        "ArticleNo",
        "Searcher",
        "Matcher",
    ];
    for folder in ["src/app", "src/ui"] {
        check_code(folder, |_, line| {
            let named = behind.iter().find(|name| line.text.contains(*name));
            let calls = asks_a_store(line.text).then_some(&".ask(");
            let found = named.or(calls).filter(|_| !line.in_tests)?;
            Some(format!("{found}: hand an ask to a lane instead"))
        });
    }
}

/// Whether a line calls `ask` of anything but what the screens share.
fn asks_a_store(line: &str) -> bool {
    let calls = line.match_indices(".ask(");
    calls
        .filter_map(|(at, _)| line.get(..at))
        .any(|before| !before.ends_with("shared"))
}

/// One for messages, one for keys; what is more belongs to a screen.
const MAX_FILES_WITH_IMPL_APP: usize = 2;

#[test]
fn what_a_screen_does_is_not_done_by_app() {
    let implements = |source: &Source| {
        let code = source.code();
        code.iter().any(|line| line.text.starts_with("impl App "))
    };
    let files = sources("src").into_iter().filter(implements);
    let files: Vec<String> = files.map(|source| source.name).collect();
    assert!(files.len() <= MAX_FILES_WITH_IMPL_APP, "{files:?}");
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
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "demo-corpus",
        "src",
        "tests",
    ];
    assert_eq!(names, expected);
}

/// Code that starts processes which may be the program, and by which words it gives them folders of their own.
const STARTS: [(&str, &str); 5] = [
    ("tests/bench/own_caches.rs", "FIHRIST_KEEP_DIR"),
    ("tests/bench/peers/programs.rs", "own_caches"),
    ("tests/it/support/home.rs", "home_variables()"),
    ("tests/it/pty/terminal.rs", "home_variables()"),
    ("tests/bench/latency.rs", "FIHRIST_KEEP_DIR"),
];

/// Tests and benchmarks keep nothing in the user's folder, and find nothing there. In code of theirs that
/// calls the library nothing is kept by default.
#[test]
fn no_test_starts_the_program_in_the_users_home() {
    let starts =
        [["Command::", "new("], ["CommandBuilder::", "new("]].map(|halves| halves.concat());
    let mut all = sources("tests");
    for (name, words) in STARTS {
        let source = all.iter().find(|source| source.name == name);
        let gives = source.is_some_and(|source| source.text.contains(words));
        assert!(gives, "{name} does not say {words}");
    }
    all.retain(|source| STARTS.iter().all(|(name, _)| source.name != *name));
    check(&all, |source, line| {
        let call = starts.iter().find_map(|start| line.text.split_once(start));
        let (_, program) = call?;
        // Another program, by its name, in a file that does not know ours.
        let ours = ["BINARY", "CARGO_BIN_EXE"];
        let knows = ours.iter().any(|name| source.text.contains(name));
        let named = program.starts_with('"') && !knows;
        // A benchmark that starts itself again calls the library.
        let itself = source.name == "tests/bench/pages.rs";
        (!named && !itself && source.name != "tests/it/tidy.rs")
            .then(|| "start it by support::command".to_owned())
    });
}

/// Where the user's folder is, one place asks; what it answers is used by the command line alone.
#[test]
fn only_the_command_line_knows_the_users_folder() {
    check_code("src", |source, line| {
        let (asks, home) = match line.text {
            text if text.contains("default_folder(") => ("default_folder", "src/cli/keep_flags.rs"),
            text if text.contains("\"XDG_CACHE_HOME\"") => ("XDG_CACHE_HOME", "src/kept/keep.rs"),
            _ => return None,
        };
        let defines = line.text.contains("fn default_folder(");
        let elsewhere = source.name != home && !line.in_tests && !defines;
        elsewhere.then(|| format!("{asks}: only in {home}"))
    });
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

#[test]
fn a_type_name_means_one_thing() {
    let sources = sources("src");
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in &sources {
        for name in source.text.lines().filter_map(defined_type) {
            places.entry(name).or_default().push(&source.name);
        }
    }
    let mut wrong = String::new();
    for (name, files) in places {
        if files.len() > 1 {
            writeln!(wrong, "{name} is a type of {}", files.join(", ")).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// "Longest title kept, in bytes" names a limit; "So many bytes are kept" makes the reader guess.
#[test]
fn docs_name_what_they_document() {
    let riddles = ["So many", "So much", "So long"];
    let begins = |line: &&str| {
        let doc = line.trim_start().strip_prefix("/// ");
        doc.is_some_and(|doc| riddles.iter().any(|riddle| doc.starts_with(riddle)))
    };
    let mut found = Findings::default();
    for source in sources("src") {
        // The first line of a doc comment only: "so many" may go on a sentence.
        let lines: Vec<&str> = source.text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| begins(line)) {
            let before = at.checked_sub(1).and_then(|at| lines.get(at));
            if !before.is_some_and(|line| line.trim_start().starts_with("///")) {
                found.add(&source, at + 1, line);
            }
        }
    }
    found.check(&[]);
}

/// `(open, direction): (bool, Direction)` hides a sixth parameter: write both, or name a struct.
/// Closures may take the items of an iterator apart.
#[test]
fn no_function_hides_parameters_in_a_tuple() {
    let mut found = Findings::default();
    for source in sources("src") {
        for line in source.code() {
            if takes_a_tuple(line.text) {
                found.add(&source, line.number, line.text);
            }
        }
    }
    found.check(&[]);
}

/// Words that the glossary replaces and that identifiers still have, by module. The counts may only
/// shrink.
const REPLACED_WORDS_USED: [(&str, usize); 0] = [];

/// What the system calls the number of a user; a name of ours may still not say `uid`.
const SYSTEM_NAMES: [&str; 2] = [".uid(", ".st_uid"];

/// One word for one thing: what `# Glossary` in `lib.rs` lists in backticks in the last column of its
/// table is in no identifier.
#[test]
fn the_glossary_is_held() {
    let lib = fs::read_to_string(support::root().join("src/lib.rs")).unwrap();
    // `tell` was used for five things: report, mark, fetch, publish, recognise.
    let mut replaced = vec!["tell", "tells", "telling", "told"];
    replaced.extend(replaced_words(&lib));
    let mut found = Findings::default();
    for source in sources("src") {
        for line in source.code() {
            let ours = SYSTEM_NAMES
                .iter()
                .fold(line.text.to_owned(), |text, name| text.replace(name, " "));
            let words = identifier_words(&ours);
            for word in words.iter().filter(|word| replaced.contains(&&***word)) {
                found.add(&source, line.number, &format!("`{word}` in {}", line.text));
            }
        }
    }
    found.check(&REPLACED_WORDS_USED);
}

/// Lines that break a rule, by top module.
#[derive(Default)]
struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    fn add(&mut self, source: &Source, line: usize, what: &str) {
        let module = source.module().unwrap_or("main").to_owned();
        let finding = format!("{}:{line}: {}", source.name, what.trim());
        self.0.entry(module).or_default().push(finding);
    }

    /// Fails if a module has more than are allowed to it; one that is not named may have none.
    #[track_caller]
    fn check(&self, allowed: &[(&str, usize)]) {
        let mut wrong = String::new();
        for (module, lines) in &self.0 {
            let allowed = allowed.iter().find(|(name, _)| name == module);
            let most = allowed.map_or(0, |(_, most)| *most);
            if lines.len() > most {
                writeln!(wrong, "{module} may have {most}:\n{}", lines.join("\n")).unwrap();
            }
        }
        assert!(wrong.is_empty(), "\n{wrong}");
    }
}

/// The type that a line begins to define. Indented, `type` is one of a trait's.
fn defined_type(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let code = match code.strip_prefix("pub") {
        Some(rest) => rest.split_once(' ')?.1,
        None => code,
    };
    // `pub(in crate::index) struct`
    let code = code.split_once(") ").map_or(code, |(path, rest)| {
        if path.starts_with("crate::") {
            rest
        } else {
            code
        }
    });
    let (keyword, rest) = code.split_once(' ')?;
    let defines = matches!(keyword, "struct" | "enum" | "trait" | "union")
        || (keyword == "type" && !line.starts_with(' '));
    let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    (defines && name.starts_with(char::is_uppercase)).then_some(name)
}

/// Whether a parameter is written as `(name, name): (`; a size is a pair by nature.
fn takes_a_tuple(line: &str) -> bool {
    line.match_indices("): (").any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let Some((before, names)) = before.rsplit_once('(') else {
            return false;
        };
        let is_name = |name: &str| name.trim().chars().all(|c| c.is_lowercase() || c == '_');
        let binds = before.ends_with('|') || before.ends_with("let ");
        !binds && names != "cols, rows" && names.contains(',') && names.split(',').all(is_name)
    })
}

/// What stands in backticks in the last column of the table under `# Glossary`.
fn replaced_words(lib: &str) -> Vec<&str> {
    let Some((_, glossary)) = lib.split_once("//! # Glossary\n") else {
        return Vec::new();
    };
    let glossary = glossary.split("//! # ").next().unwrap_or("");
    let rows = glossary.lines().filter(|line| line.starts_with("//! |"));
    let last = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    last.flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

/// The words of the identifiers of a line, in lower case; what stands in quotes is left out.
fn identifier_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for code in line.replace("'\"'", "").split('"').step_by(2) {
        for c in code.chars() {
            let begins = c.is_uppercase() || !c.is_alphanumeric();
            if begins && !words.last().is_some_and(String::is_empty) {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
                word.extend(c.to_lowercase());
            }
        }
        words.push(String::new());
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn lines_are_read_as_these_rules_need_them() {
    assert_eq!(defined_type("pub struct Card<'a> {"), Some("Card"));
    assert_eq!(
        defined_type("pub(in crate::index) enum Layer {"),
        Some("Layer")
    );
    assert_eq!(defined_type("type Row = u32;"), Some("Row"));
    assert_eq!(defined_type("    type Item = u32;"), None);
    assert!(asks_a_store("self.store.ask(&ask)"));
    assert!(!asks_a_store("self.shared.ask(lane, ask)"));
    assert!(takes_a_tuple("fn draw(&self, (open, cols): (bool, u16)) {"));
    assert!(!takes_a_tuple("let (open, cols): (bool, u16) = state;"));
    assert!(!takes_a_tuple(".map(|(open, cols): (bool, u16)| open)"));
    assert_eq!(identifier_words("tell_all(\"told\")"), ["tell", "all"]);
    assert_eq!(identifier_words("SoundTells"), ["sound", "tells"]);
    let lib = "//! # Glossary\n//!\n//! | word | what | not |\n//! | report | say | `tell`, `told` |\n//! # Next\n";
    assert_eq!(replaced_words(lib), ["tell", "told"]);
}
