//! Lines of text in, our cells on one line against what `fribidi` shows.
//!
//! fribidi is another implementation of UAX #9 and of Arabic joining, so both are right or both
//! are wrong in the same way. Few machines have the command: what it shows of every paragraph of
//! `demo-corpus`, of `fribidi/languages.txt` and of some random lines is recorded in `fribidi.tsv`
//! (a text, a tab, the visual line); `record-fribidi.sh` writes that file anew. Where the command
//! is installed it is asked again, and about 20,000 random lines more.
//!
//! It can be asked about any text there is, too: the lines of text files and every string in
//! `.jsonl` files, named in one variable as `PATH` names folders.
//!
//! ```sh
//! FIHRIST_FRIBIDI_TEXT=a.txt:b.jsonl cargo test --test it fribidi::any_text -- --nocapture
//! ```
//!
//! Lines are laid out as running text, and fribidi is given the direction that was chosen. What differs and
//! is no fault, on either side, is in [`comparable`]; what fribidi is asked in other words, in [`question`].

mod question;
mod random;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fihrist::text::{Direction, Layout, Options};
use question::Question;
use serde_json::Value;

use crate::support;

const RECORD: &str = "tests/it/record-fribidi.sh";
/// The recording script sets it.
const RECORDING: &str = "FIHRIST_RECORD_FRIBIDI";
/// Files of a contributor.
const TEXT: &str = "FIHRIST_FRIBIDI_TEXT";
const LANGUAGES: &str = include_str!("fribidi/languages.txt");
/// Random lines that are recorded, and those that the command is asked about.
const RANDOM_RECORDED: usize = 400;
const RANDOM: usize = 20_000;
/// Lines the command is asked about at once.
const BATCH: usize = 10_000;
/// fribidi cuts lines of 65,000 bytes and more.
const LONGEST: usize = 60_000;

#[test]
fn lines_look_as_recorded() {
    let lines = lines();
    if std::env::var_os(RECORDING).is_some() {
        let visual = ask_fribidi(&lines).expect("fribidi is installed");
        write(&lines, &visual);
    }
    let recorded = recorded();
    let unrecorded: Vec<&String> = lines
        .iter()
        .filter(|line| !recorded.contains_key(*line))
        .collect();
    assert!(
        unrecorded.is_empty(),
        "{} lines are not recorded: run {RECORD} (it needs fribidi)\nthe first of them: {}",
        unrecorded.len(),
        unrecorded[0],
    );
    let gone = recorded.keys().filter(|known| !lines.contains(*known));
    assert_eq!(
        gone.count(),
        0,
        "lines are recorded that are gone: run {RECORD}"
    );
    let wrong: Vec<String> = recorded
        .iter()
        .filter_map(|(line, visual)| difference(line, visual))
        .collect();
    assert_none(&wrong);
}

#[test]
fn lines_look_as_fribidi_shows_them_now() {
    let lines = lines().into_iter().chain(random::lines(RANDOM)).collect();
    match differences(&lines) {
        Some(wrong) => assert_none(&wrong),
        None => println!("skipped: no fribidi here"),
    }
}

#[test]
fn any_text_looks_as_fribidi_shows_it() {
    let Some(paths) = std::env::var_os(TEXT) else {
        println!("skipped: {TEXT} names no files");
        return;
    };
    for path in std::env::split_paths(&paths) {
        let lines = strings(&path);
        let wrong = differences(&lines).expect("fribidi is installed");
        let (name, count, wrong_count) = (path.display(), lines.len(), wrong.len());
        println!("{name}: {count} lines, {wrong_count} are shown otherwise");
        assert_none(&wrong);
    }
}

#[track_caller]
fn assert_none(wrong: &[String]) {
    let (count, shown) = (wrong.len(), &wrong[..wrong.len().min(20)]);
    assert!(wrong.is_empty(), "{count} differ:\n{}", shown.join("\n\n"));
}

/// What to say of each line that differs; None where the command is missing.
fn differences(lines: &BTreeSet<String>) -> Option<Vec<String>> {
    let mut wrong = Vec::new();
    let mut rest = lines.iter();
    loop {
        let batch: BTreeSet<String> = rest.by_ref().take(BATCH).cloned().collect();
        if batch.is_empty() {
            return Some(wrong);
        }
        let visual = ask_fribidi(&batch)?;
        let pairs = batch.iter().zip(&visual);
        wrong.extend(pairs.filter_map(|(line, visual)| difference(line, visual)));
    }
}

fn difference(line: &str, expected: &str) -> Option<String> {
    let ours = Layout::new(line, Options::default().reading())
        .line()
        .visual();
    (comparable(&ours) != comparable(expected)).then(|| {
        format!(
            "text    {line}\nthat is {}\nfribidi {}\nours    {}",
            line.escape_unicode(),
            expected.escape_unicode(),
            ours.escape_unicode()
        )
    })
}

/// Without the differences that are none: fribidi leaves a lone hamza U+0621 where we write U+FE80
/// (they look the same), we give a mark without a base the dotted circle U+25CC to stand on, and
/// what no cell may hold (line ends, controls, selectors, the colour of an emoji) it hands on, as it does tabs,
/// which are several blanks here. Three letters without forms we show by those of their twins.
fn comparable(visual: &str) -> String {
    let shown = visual.chars().filter(|c| !is_never_shown(*c));
    let mut comparable = String::with_capacity(visual.len());
    for c in shown {
        let twin = match (c, comparable.chars().next_back()) {
            ('\u{65A}', Some('\u{FEDE}'..='\u{FEE0}')) => Some('\u{6B5}'),
            ('\u{65A}', Some('\u{FBFD}'..='\u{FBFF}')) => Some('\u{6CE}'),
            _ => None,
        };
        if twin.is_some() {
            comparable.pop();
        }
        comparable.push(twin.unwrap_or(match c {
            '\u{FE80}' => '\u{621}',
            '\u{6D5}' => '\u{FEEA}',
            '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            _ => c,
        }));
    }
    comparable
}

fn is_never_shown(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{AD}'
        | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{25CC}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// What is recorded: the different paragraphs of the demo corpus, other languages, random lines.
fn lines() -> BTreeSet<String> {
    let entries = support::demo().entries();
    let demo = entries.flat_map(|(_, entry)| {
        let paragraphs = 0..entry.article.paragraphs.len();
        paragraphs.map(move |i| entry.article.paragraph(i).to_owned())
    });
    let languages = LANGUAGES.lines().filter(|line| !line.starts_with('#'));
    demo.chain(languages.filter(|line| !line.is_empty()).map(str::to_owned))
        .chain(random::lines(RANDOM_RECORDED))
        .collect()
}

/// Every different paragraph of a file, but the longest.
fn strings(path: &Path) -> BTreeSet<String> {
    let content = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let content = String::from_utf8_lossy(&content);
    let mut found = BTreeSet::new();
    for line in content.lines() {
        if path.extension() == Some(OsStr::new("jsonl")) {
            collect(&serde_json::from_str(line).unwrap(), &mut found);
        } else {
            found.extend(paragraphs(line));
        }
    }
    found.retain(|line| !line.is_empty() && line.len() < LONGEST);
    found
}

/// UAX #9 P1.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let separators = [
        '\n', '\r', '\u{1C}', '\u{1D}', '\u{1E}', '\u{85}', '\u{2029}',
    ];
    text.split(separators).map(str::to_owned)
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => found.extend(paragraphs(text)),
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}

/// The visual line of each line; None where the command is missing.
fn ask_fribidi(lines: &BTreeSet<String>) -> Option<Vec<String>> {
    let questions: Vec<Question> = lines.iter().map(|line| Question::new(line)).collect();
    let mut visual = vec![String::new(); questions.len()];
    for direction in [Direction::Ltr, Direction::Rtl] {
        let of = |at: &usize| questions[*at].direction == direction;
        let these: Vec<usize> = (0..questions.len()).filter(of).collect();
        let texts = these.iter().map(|at| questions[*at].text.as_str());
        let answers = answers(&texts.collect::<Vec<_>>(), direction)?;
        for (at, answer) in these.into_iter().zip(answers) {
            visual[at] = questions[at].answered(&answer);
        }
    }
    Some(visual)
}

fn answers(lines: &[&str], direction: Direction) -> Option<Vec<String>> {
    let direction = match direction {
        Direction::Ltr => "--ltr",
        Direction::Rtl => "--rtl",
    };
    let mut child = Command::new("fribidi")
        .args(["--nopad", "--nobreak", "--clean", direction])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().unwrap();
    let mut input = lines.to_vec();
    input.push("");
    let input = input.join("\n");
    let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    let visual: Vec<String> = shown.split_terminator('\n').map(str::to_owned).collect();
    assert_eq!(visual.len(), lines.len(), "a line for each line");
    Some(visual)
}

fn file() -> PathBuf {
    support::root().join("tests/it/fribidi.tsv")
}

fn write(lines: &BTreeSet<String>, visual: &[String]) {
    let rows = lines
        .iter()
        .zip(visual)
        .map(|(line, visual)| format!("{}\t{}\n", escape(line), escape(visual)));
    fs::write(file(), rows.collect::<String>()).unwrap();
}

fn recorded() -> BTreeMap<String, String> {
    let content = fs::read_to_string(file()).unwrap_or_default();
    let rows = content.lines().filter_map(|row| row.split_once('\t'));
    rows.map(|(line, visual)| (unescape(line), unescape(visual)))
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t")
}

fn unescape(text: &str) -> String {
    text.replace("\\t", "\t").replace("\\\\", "\\")
}
