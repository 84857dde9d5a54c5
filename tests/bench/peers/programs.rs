//! The programs compared: what each has to be given, and how it is asked.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use serde::Deserialize;
use tantivy::schema::{Schema, TEXT};
use tantivy::{Index, IndexWriter, TantivyDocument};

use super::TANTIVY;
use super::own_caches::{Scratch, kept_in};
use super::texts::Texts;

/// This program, as a person runs it.
const FIHRIST: &str = env!("CARGO_BIN_EXE_fihrist");
/// What tantivy may hold before it writes a segment: as much as fihrist lets it.
const BUDGET: usize = 64 << 20;

/// Makes an index.
type Build<'a> = Box<dyn Fn() -> Command + 'a>;
/// Searches a word.
type Search<'a> = Box<dyn Fn(&str) -> Command + 'a>;

/// A program that searches.
pub(crate) struct Peer<'a> {
    pub(crate) name: &'static str,
    program: PathBuf,
    /// Makes what it needs to search: none where it needs nothing.
    pub(crate) build: Option<Build<'a>>,
    /// Searches a word: none where it keeps nothing between two processes.
    pub(crate) query: Option<Search<'a>>,
}

impl Peer<'_> {
    pub(crate) fn is_installed(&self) -> bool {
        is_installed(&self.program)
    }
}

/// Whether there is such a file, or a program of that name.
pub(crate) fn is_installed(program: &Path) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&folders).map(|folder| folder.join(program));
    program.is_file() || places.any(|place| place.is_file())
}

/// All that search.
pub(crate) fn all<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Vec<Peer<'a>> {
    vec![
        fihrist(scratch, texts),
        tantivy(scratch, texts),
        ripgrep(scratch, texts),
        sqlite(scratch, texts),
        recoll(scratch, texts),
        notmuch(scratch, texts),
    ]
}

fn fihrist<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    scratch.caches("searched");
    let search = |word: &str| {
        let mut command = scratch.command(FIHRIST, "searched");
        command.args(["search", word]).arg(&texts.jsonl);
        command
    };
    let word = texts.words.first().cloned().unwrap_or_default();
    Peer {
        name: "fihrist",
        program: FIHRIST.into(),
        build: Some(Box::new(move || search(&word))),
        query: Some(Box::new(search)),
    }
}

fn tantivy<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    let program = std::env::current_exe().expect("this program has a path");
    let own = program.clone();
    let build = move || {
        let mut command = scratch.command(&own, "peers");
        command.env(TANTIVY, &texts.jsonl);
        command
    };
    Peer {
        name: "tantivy, in memory",
        program,
        build: Some(Box::new(build)),
        query: None,
    }
}

fn ripgrep<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    let query = |word: &str| {
        let mut command = scratch.command("rg", "peers");
        command
            .args(["--no-config", "-c", "-F", word])
            .arg(&texts.jsonl);
        command
    };
    Peer {
        name: "ripgrep",
        program: "rg".into(),
        build: None,
        query: Some(Box::new(query)),
    }
}

fn sqlite<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    let with = |statements: &[&str]| {
        let mut command = scratch.command("sqlite3", "peers");
        command.arg(scratch.folder.join("news.db")).args(statements);
        command
    };
    let build = move || {
        let import = format!(".import '{}' news", texts.csv.display());
        let table = "create virtual table news using fts5(title, text)";
        with(&[table, ".mode csv", &import])
    };
    let query = move |word: &str| {
        let select = "select rowid, title from news where news match";
        with(&[&format!("{select} '\"{word}\"' order by rank limit 20")])
    };
    Peer {
        name: "SQLite, FTS5",
        program: "sqlite3".into(),
        build: Some(Box::new(build)),
        query: Some(Box::new(query)),
    }
}

fn recoll<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    let folder = scratch.folder.join("recoll");
    fs::create_dir_all(&folder).expect("the temp folder can be written");
    let settings = format!("topdirs = {}\nloglevel = 1\n", texts.folder.display());
    fs::write(folder.join("recoll.conf"), settings).expect("the temp folder can be written");
    let with = move |program: &str, arguments: &[&str]| {
        let mut command = scratch.command(program, "peers");
        command.arg("-c").arg(&folder).args(arguments);
        command
    };
    let query = with.clone();
    Peer {
        name: "Recoll",
        program: "recollindex".into(),
        build: Some(Box::new(move || with("recollindex", &[]))),
        query: Some(Box::new(move |word| query("recollq", &["-n", "20", word]))),
    }
}

fn notmuch<'a>(scratch: &'a Scratch, texts: &'a Texts) -> Peer<'a> {
    let settings = scratch.folder.join("notmuch-config");
    let mails = texts.mails.parent().unwrap_or(&texts.mails);
    let lines = [
        format!("[database]\npath={}", mails.display()),
        "[user]\nname=Reader\nprimary_email=reader@example.org".to_owned(),
        "[new]\ntags=new\nignore=".to_owned(),
    ];
    fs::write(&settings, lines.join("\n")).expect("the temp folder can be written");
    let with = move |arguments: &[&str]| {
        let mut command = scratch.command("notmuch", "peers");
        command.env("NOTMUCH_CONFIG", &settings).args(arguments);
        command
    };
    let query = with.clone();
    Peer {
        name: "notmuch",
        program: "notmuch".into(),
        build: Some(Box::new(move || with(&["new", "--quiet"]))),
        query: Some(Box::new(move |word| query(&["search", "--limit=20", word]))),
    }
}

/// Starts a program that shows text.
type Open<'a> = Box<dyn Fn() -> CommandBuilder + 'a>;

/// All that show text: a name, the program, and how it is started.
pub(crate) fn openers<'a>(
    scratch: &'a Scratch,
    texts: &'a Texts,
) -> Vec<(&'static str, PathBuf, Open<'a>)> {
    let fihrist = |caches: &Path| {
        let mut command = CommandBuilder::new(FIHRIST);
        command.arg(&texts.jsonl);
        for (name, folder) in kept_in(caches) {
            command.env(name, folder);
        }
        command
    };
    let viewer = |arguments: &[&str]| {
        let arguments = arguments.iter().map(OsString::from);
        let mut command = CommandBuilder::from_argv(arguments.collect());
        command.arg(&texts.plain);
        command.env("LESSHISTFILE", "-");
        command
    };
    vec![
        (
            "fihrist, the first time",
            FIHRIST.into(),
            Box::new(move || fihrist(&scratch.caches("opened"))),
        ),
        (
            "fihrist, after a search of the same",
            FIHRIST.into(),
            Box::new(move || fihrist(&scratch.folder.join("searched"))),
        ),
        (
            "vim, plain text",
            "vim".into(),
            Box::new(move || viewer(&["vim", "-N", "-n", "-u", "NONE", "-i", "NONE"])),
        ),
        (
            "less, plain text",
            "less".into(),
            Box::new(move || viewer(&["less"])),
        ),
    ]
}

#[derive(Deserialize)]
struct IndexedRecord {
    #[serde(default)]
    title: String,
    text: String,
}

/// What the child of this program does: titles and texts into one field, everything else as it comes.
pub(crate) fn index_with_tantivy(path: &Path) {
    let mut schema = Schema::builder();
    let words = schema.add_text_field("words", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, BUDGET).expect("a writer");
    let file = File::open(path).expect("it was generated");
    for line in BufReader::new(file).lines() {
        let line = line.expect("it is UTF-8");
        let record: IndexedRecord = serde_json::from_str(&line).expect("a line holds a record");
        let mut document = TantivyDocument::default();
        document.add_text(words, record.title);
        document.add_text(words, record.text);
        writer.add_document(document).expect("added");
    }
    writer.commit().expect("committed");
    writer.wait_merging_threads().expect("merged");
}
