//! Every paragraph of `demo-corpus` on one line: our cells against what `fribidi` shows.
//!
//! fribidi is another implementation of UAX #9 and of Arabic joining, so both are right or both
//! are wrong in the same way. Its lines are recorded in `fribidi.tsv` (a paragraph, a tab, the
//! visual line), since few machines have the command; `record-fribidi.sh` writes them anew.
//!
//! Two differences are none: fribidi writes a lone hamza as U+FE80 where we leave U+0621 (they look
//! the same), and we give a mark without a base the dotted circle U+25CC to stand on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use fihrist::text::{Layout, Options};

use crate::support;

const RECORD: &str = "tests/it/record-fribidi.sh";
/// The recording script sets it.
const RECORDING: &str = "FIHRIST_RECORD_FRIBIDI";

#[test]
fn paragraphs_look_as_recorded() {
    if std::env::var_os(RECORDING).is_some() {
        let paragraphs = paragraphs();
        let visual = ask_fribidi(&paragraphs).expect("fribidi is installed");
        write(&paragraphs, &visual);
    }
    let recorded = recorded();
    let paragraphs = paragraphs();
    let unrecorded: Vec<&String> = paragraphs
        .iter()
        .filter(|paragraph| !recorded.contains_key(*paragraph))
        .collect();
    assert!(
        unrecorded.is_empty(),
        "{} paragraphs of demo-corpus have no recorded line: run {RECORD} (it needs fribidi)\n\
         the first of them: {}",
        unrecorded.len(),
        unrecorded[0],
    );
    let gone = recorded.keys().filter(|known| !paragraphs.contains(*known));
    assert_eq!(
        gone.count(),
        0,
        "lines are recorded of paragraphs that are gone: run {RECORD}"
    );
    compare(recorded.iter());
}

#[test]
fn paragraphs_look_as_fribidi_shows_them_now() {
    let paragraphs = paragraphs();
    let Some(visual) = ask_fribidi(&paragraphs) else {
        println!("skipped: no fribidi here");
        return;
    };
    compare(paragraphs.iter().zip(&visual));
}

fn compare<'a>(lines: impl Iterator<Item = (&'a String, &'a String)>) {
    let mut wrong = Vec::new();
    for (paragraph, expected) in lines {
        let ours = Layout::new(paragraph, Options::default()).line().visual();
        if comparable(&ours) != comparable(expected) {
            wrong.push(format!(
                "paragraph {paragraph}\nfribidi   {}\nours      {}",
                expected.escape_unicode(),
                ours.escape_unicode()
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} lines differ:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

fn comparable(visual: &str) -> String {
    visual
        .chars()
        .filter(|c| *c != '\u{25cc}')
        .map(|c| if c == '\u{fe80}' { '\u{621}' } else { c })
        .collect()
}

/// The different paragraphs of the demo corpus.
fn paragraphs() -> BTreeSet<String> {
    let entries = support::demo().entries().map(|(_, entry)| &entry.article);
    entries
        .flat_map(|article| (0..article.paragraphs.len()).map(|i| article.paragraph(i).to_owned()))
        .collect()
}

/// The visual line of each paragraph; None where the command is missing.
fn ask_fribidi(paragraphs: &BTreeSet<String>) -> Option<Vec<String>> {
    let mut child = Command::new("fribidi")
        .args(["--nopad", "--nobreak", "--clean"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().unwrap();
    let mut input: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    input.push("");
    let input = input.join("\n");
    let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<String> = shown.lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), paragraphs.len(), "a line for each paragraph");
    Some(lines)
}

fn file() -> PathBuf {
    support::root().join("tests/it/fribidi.tsv")
}

fn write(paragraphs: &BTreeSet<String>, visual: &[String]) {
    let lines = paragraphs
        .iter()
        .zip(visual)
        .map(|(paragraph, line)| format!("{}\t{}\n", escape(paragraph), escape(line)));
    fs::write(file(), lines.collect::<String>()).unwrap();
}

fn recorded() -> BTreeMap<String, String> {
    let content = fs::read_to_string(file()).unwrap_or_default();
    let lines = content.lines().filter_map(|line| line.split_once('\t'));
    lines
        .map(|(paragraph, line)| (unescape(paragraph), unescape(line)))
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t")
}

fn unescape(text: &str) -> String {
    text.replace("\\t", "\t").replace("\\\\", "\\")
}
