//! A kept file that is damaged while a verb answers from it: no answer is lost.

use std::fs;
use std::path::PathBuf;

use crate::support::{Scratch, fihrist};

/// Articles of which the texts alone fill several blocks of a kept file.
const ARTICLES: u64 = 1_500;

fn corpus() -> Scratch {
    let scratch = Scratch::new();
    let words = ["ميناء", "سفينة", "مدينة", "قطار", "حديقة", "سوق", "جسر"];
    let record = |n: u64| {
        let word = |at: u64| {
            let number = (n * 61 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
            format!("{}{number}", words[(number % 7) as usize])
        };
        let text: Vec<String> = (0..60).map(word).collect();
        serde_json::json!({"title": format!("خبر {n}"), "text": text.join(" ")}).to_string()
    };
    let lines: Vec<String> = (0..ARTICLES).map(record).collect();
    scratch.write("a.jsonl", &lines.join("\n"));
    scratch
}

/// The longest of the kept files: that of the articles.
fn articles_file(scratch: &Scratch) -> PathBuf {
    let corpora = fs::read_dir(scratch.path().join("own")).unwrap().flatten();
    let folders = corpora.filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten());
    let length = |file: &fs::DirEntry| file.metadata().unwrap().len();
    files.max_by_key(length).unwrap().path()
}

#[test]
fn an_answer_goes_on_from_the_files_where_a_kept_one_is_damaged() {
    let scratch = corpus();
    let run = |more: &[&str]| {
        let arguments = [&["list", "a.jsonl", "--json"], more].concat();
        fihrist(scratch.path(), &arguments)
    };
    let kept = ["--keep-dir", "own", "--memory", "disk"];
    let expected = run(&["--no-keep"]);
    assert_eq!(run(&kept).stdout, expected.stdout);
    let file = articles_file(&scratch);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&file, bytes).unwrap();
    let ran = run(&kept);
    assert_eq!((ran.status, &ran.stdout), (Some(0), &expected.stdout));
    assert!(
        ran.stderr
            .contains("a kept file is damaged; all is read anew"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_reads_a_corpus_larger_than_a_file_may_be_keeps_nothing_and_answers() {
    let scratch = corpus();
    let script = format!(
        "ulimit -f 100; exec {} list a.jsonl --json --keep-dir own --memory disk",
        crate::support::BINARY
    );
    let ran = crate::support::command("sh")
        .args(["-c", &script])
        .current_dir(scratch.path())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0));
    let lines = String::from_utf8_lossy(&ran.stdout).lines().count() as u64;
    assert_eq!(lines, ARTICLES);
    assert!(String::from_utf8_lossy(&ran.stderr).contains("nothing is kept for the next run"));
}
