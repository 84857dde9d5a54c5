//! What scripts see of what is kept; no folder of the user's is touched when another is named.
//!
//! What is kept here was made by this test program: for the program it is from another version.

use std::fs;
use std::io::Write;
use std::path::Path;

use fihrist::kept::{Keep, KeptCorpus, label};

use super::news;
use crate::support::{self, BINARY, Ran, Scratch, command, fihrist};

/// A name whose first digits no other has.
const NAME: u128 = 0xfeed_beef_0000_0000_0000_0000_0000_0001;

fn keep(scratch: &Scratch) -> Keep {
    Keep::open(&scratch.path().join("own")).unwrap()
}

fn fill(corpus: &KeptCorpus) {
    let written = corpus.write("articles", &mut |out| {
        out.section(1)?;
        out.write_all(&vec![7; 100_000])
    });
    written.unwrap();
}

/// Two kept corpora, the one of the folder `news` last used.
fn kept() -> (Scratch, Keep) {
    let scratch = Scratch::new();
    let keep = keep(&scratch);
    fill(&keep.corpus(2, "/a/b\u{1b}[31m").unwrap());
    let news = label(&[scratch.path().join("news")]);
    fill(&keep.corpus(NAME, &news).unwrap());
    (scratch, keep)
}

fn run(scratch: &Scratch, arguments: &[&str]) -> Ran {
    let all = [&["--keep-dir", "own", "kept"], arguments].concat();
    fihrist(scratch.path(), &all)
}

#[test]
fn nothing_is_kept_yet() {
    let scratch = Scratch::new();
    let ran = run(&scratch, &[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), ""));
    assert_eq!(ran.stdout, "nothing is kept in own\n");
    assert_eq!(run(&scratch, &["--json"]).stdout, "");
    assert_eq!(run(&scratch, &["verify"]).status, Some(1));
    assert_eq!(run(&scratch, &["drop", "--all"]).status, Some(1));
    // To look is not to make.
    assert!(!scratch.path().join("own").exists());
}

#[test]
fn a_list_for_people_and_for_scripts() {
    let (scratch, keep) = kept();
    let ran = run(&scratch, &[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let news = scratch.path().join("news").display().to_string();
    let note = "from another version of fihrist";
    let first = format!("feedbeef0000\t100 kB\tjust now\t{news}\t{note}");
    let second = format!("000000000000\t100 kB\tjust now\t/a/b\\u{{1b}}[31m\t{note}");
    assert_eq!(lines, [&first, &second, "2 corpora, 200 kB in own"]);
    let used = keep.corpus(NAME, &news).unwrap();
    for arguments in [&["--json"][..], &["list", "--json"], &["--json", "list"]] {
        let json = run(&scratch, arguments).json();
        assert_eq!(json.len(), 2);
        assert_eq!(json[0]["name"], format!("{NAME:x}"));
        assert_eq!(json[0]["label"], news);
        assert_eq!(json[0]["bytes"], used.bytes());
        assert_eq!(json[0]["in_use"], true);
        assert_eq!(json[1]["in_use"], false);
        assert_eq!(json[1]["state"], "other-version");
        let last_use = json[0]["last_use"].as_str().unwrap();
        assert!(
            last_use.starts_with("20") && last_use.ends_with('Z'),
            "{last_use}"
        );
    }
}

#[test]
fn what_is_dropped_is_gone_unless_it_is_in_use() {
    let (scratch, keep) = kept();
    let used = keep.corpus(2, "").unwrap();
    let ran = run(&scratch, &["drop", "--all"]);
    assert_eq!(ran.status, Some(2), "{ran}");
    assert!(ran.stderr.contains("in use"), "{ran}");
    assert!(ran.stdout.starts_with("dropped\tfeedbeef0000\t"), "{ran}");
    assert_eq!(keep.list().len(), 1);
    drop(used);
    // As it was opened, and by its name.
    let news = label(&[scratch.path().join("news")]);
    fill(&keep.corpus(NAME, &news).unwrap());
    let ran = run(&scratch, &["drop", "news/", "00000000000"]);
    assert_eq!(
        (ran.status, ran.stdout.lines().count()),
        (Some(0), 2),
        "{ran}"
    );
    assert!(keep.list().is_empty());
    let ran = run(&scratch, &["drop", "news"]);
    assert_eq!(ran.status, Some(1), "{ran}");
    assert!(ran.stderr.contains("nothing is kept of news"), "{ran}");
    assert_eq!(run(&scratch, &["drop"]).status, Some(2));
    assert_eq!(run(&scratch, &["drop", "--all", "news"]).status, Some(2));
}

#[test]
fn torn_files_are_reported_and_removed() {
    let (scratch, keep) = kept();
    let whole = run(&scratch, &["verify"]);
    assert_eq!(whole.status, Some(0), "{whole}");
    assert!(
        whole.stdout.ends_with("files: 2, 200 kB, not whole: 0\n"),
        "{whole}"
    );
    let file = keep.path().join(format!("{NAME:x}/articles"));
    let mut bytes = fs::read(&file).unwrap();
    bytes[70_000] ^= 1;
    fs::write(&file, &bytes).unwrap();
    let json = run(&scratch, &["verify", "--json"]);
    assert_eq!(json.status, Some(2), "{json}");
    let states: Vec<_> = json
        .json()
        .iter()
        .map(|file| file["state"].clone())
        .collect();
    assert_eq!(states, ["torn", "other-version"]);
    assert!(!file.exists());
    fs::write(&file, &bytes[..50_000]).unwrap();
    let torn = run(&scratch, &["verify"]);
    assert!(
        torn.stdout
            .starts_with("feedbeef0000\tarticles\tdamaged, removed\t"),
        "{torn}"
    );
}

#[test]
fn contradictions_and_folders_of_others_are_errors() {
    let scratch = Scratch::new();
    let ran = fihrist(scratch.path(), &["--no-keep", "kept"]);
    assert_eq!(ran.status, Some(2), "{ran}");
    assert!(ran.stderr.contains("nothing is kept"), "{ran}");
    let both = fihrist(scratch.path(), &["kept", "--no-keep", "--keep-dir", "x"]);
    assert!(both.stderr.contains("--no-keep"), "{both}");
    scratch.write("own", "");
    let ran = run(&scratch, &[]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("is no folder"), "{ran}");
}

/// Every file below a folder, as a path from it.
fn below(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.path() {
            path if path.is_dir() => below(&path),
            _ => 1,
        })
        .sum()
}

#[test]
fn the_folder_that_is_named_is_the_only_one_that_is_used() {
    let news = news();
    let home = Scratch::new();
    for (flags, variable) in [
        (&["--no-keep"][..], None),
        (&["--keep-dir", "own"], None),
        (&["--keep-dir", "own", "--verify"], None),
        (&[], Some("own")),
    ] {
        for verb in [&["list"][..], &["search", "حديقة"], &["dups"], &["stats"]] {
            let mut command = command(BINARY);
            command.args(verb).arg("news").args(flags);
            command.current_dir(news.path());
            command.env("HOME", home.path());
            command.env("XDG_CACHE_HOME", home.path().join("caches"));
            if let Some(folder) = variable {
                command.env("FIHRIST_KEEP_DIR", folder);
            }
            let ran = Ran::from(command.output().unwrap());
            assert_eq!(ran.status, Some(0), "{verb:?} {flags:?}: {ran}");
        }
    }
    assert_eq!(below(home.path()), 0);
}

/// The tests' own rule, tried: what a test starts sees none of the user's folders.
#[test]
fn a_program_that_a_test_starts_has_an_empty_home() {
    let variables = support::home_variables();
    let script = "echo \"$HOME|$XDG_CACHE_HOME|$FIHRIST_KEEP_DIR|$FIHRIST_PATH\"";
    let shell = Ran::from(command("sh").args(["-c", script]).output().unwrap());
    let said: Vec<&str> = shell.stdout.trim_end().split('|').collect();
    let target = env!("CARGO_TARGET_TMPDIR");
    assert!(
        said[0].starts_with(target) && said[1].starts_with(said[0]),
        "{said:?}"
    );
    assert_eq!(said[2..], ["", ""]);
    assert_eq!(below(Path::new(said[0])), 0);
    assert_ne!(variables[0].1.to_str(), Some(said[0]), "another for each");
}
