//! One generated corpus, written in the form that each program reads.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use fihrist::analysis::{self, letters};
use serde::Deserialize;

use super::generate::Recipe;

/// Words searched.
const WORDS: usize = 15;
/// Fewest letters of one.
const MIN_LETTERS: usize = 4;

/// The files, and words to search in them.
pub(crate) struct Texts {
    pub(crate) articles: usize,
    /// Of titles and texts.
    pub(crate) bytes: usize,
    /// JSON Lines.
    pub(crate) jsonl: PathBuf,
    /// Title and text in quotes, a comma between them.
    pub(crate) csv: PathBuf,
    /// Plain text, one article after the other.
    pub(crate) plain: PathBuf,
    /// A file of text for each article.
    pub(crate) folder: PathBuf,
    /// A mail for each article.
    pub(crate) mails: PathBuf,
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
struct Record {
    id: usize,
    #[serde(default)]
    title: String,
    date: String,
    text: String,
}

impl Texts {
    /// Generates and writes them.
    pub(crate) fn write(articles: usize, scratch: &Path) -> Texts {
        let recipe = Recipe {
            articles,
            seed: 1,
            short: false,
        };
        let mut texts = Texts {
            articles: 0,
            bytes: 0,
            jsonl: scratch.join("news.jsonl"),
            csv: scratch.join("news.csv"),
            plain: scratch.join("news.txt"),
            folder: scratch.join("texts"),
            mails: scratch.join("mail/cur"),
            words: Vec::new(),
        };
        let file = File::create(&texts.jsonl).expect("the temp folder can be written");
        let written = recipe.write(&mut BufWriter::new(file));
        written.expect("the temp folder has room");
        for folder in ["texts", "mail/cur", "mail/new", "mail/tmp"] {
            fs::create_dir_all(scratch.join(folder)).expect("the temp folder can be written");
        }
        let create = |path: &Path| BufWriter::new(File::create(path).expect("it can be written"));
        let (mut csv, mut plain) = (create(&texts.csv), create(&texts.plain));
        let file = File::open(&texts.jsonl).expect("it was written");
        for line in BufReader::new(file).lines() {
            let line = line.expect("it is UTF-8");
            let record = serde_json::from_str(&line).expect("a line holds a record");
            texts.add(&record, &mut csv, &mut plain);
        }
        texts
    }

    fn add(&mut self, record: &Record, csv: &mut impl Write, plain: &mut impl Write) {
        let Record {
            id,
            title,
            date,
            text,
        } = record;
        self.articles += 1;
        self.bytes += title.len() + text.len();
        let written = [
            write!(csv, "\"{}\",", title.replace('"', "\"\"")),
            writeln!(csv, "\"{}\"", text.replace('"', "\"\"")),
            writeln!(plain, "{title}\n{text}\n"),
            fs::write(
                self.folder.join(format!("{id}.txt")),
                format!("{title}\n{text}\n"),
            ),
            fs::write(
                self.mails.join(format!("{id}:2,S")),
                mail(*id, title, date, text),
            ),
        ];
        for result in written {
            result.expect("the temp folder has room");
        }
        // The made words of made articles are searched, too: one in every so many articles.
        if self.words.len() < WORDS && id % 97 == 0 {
            let mut longest = String::new();
            analysis::words(title, |_, word| {
                let letters = word.chars().count();
                let arabic = word.chars().all(letters::is_arabic);
                if arabic && letters >= MIN_LETTERS && word.len() > longest.len() {
                    word.clone_into(&mut longest);
                }
            });
            self.words
                .extend(Some(longest).filter(|word| !word.is_empty()));
        }
    }
}

/// A mail with the article as its body.
fn mail(id: usize, title: &str, date: &str, text: &str) -> String {
    let day: Option<jiff::civil::Date> = date.parse().ok();
    let day = day.unwrap_or(jiff::civil::date(2020, 1, 1));
    let mut mail = String::new();
    let subject = title.replace('\n', " ");
    let fields = [
        ("From", "news@example.org".to_owned()),
        ("To", "reader@example.org".to_owned()),
        ("Subject", subject),
        (
            "Date",
            day.strftime("%a, %d %b %Y 08:00:00 +0000").to_string(),
        ),
        ("Message-ID", format!("<{id}@example.org>")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
    ];
    for (name, value) in fields {
        writeln!(mail, "{name}: {value}").expect("a string takes everything");
    }
    mail + "\n" + text + "\n"
}
