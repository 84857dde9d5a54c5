//! Counts the instructions of what loading and drawing spend their time on, on demo-corpus.
//!
//! Times differ from run to run on a busy machine; instructions hardly do. Each part runs in a process of
//! its own under `valgrind --tool=cachegrind`, once doing its work once and once three times: half of the
//! difference is the work, without the start of the process and the reading of the corpus. What is
//! counted, in instructions a byte of the corpus:
//!
//! | part | work |
//! |---|---|
//! | `words` | `analysis::words` of every title and text: what the tokenizer does |
//! | `fold` | `dedup::fold` of every article |
//! | `layout` | `Layout::new` and `lines(80)` of every paragraph |
//! | `keys` | `WordKeys::of` every different word: what the lexicon does with a new one |
//! | `index` | adding every article to a new index, and one commit |
//! | `search` | typing the first title letter by letter |
//!
//! ```sh
//! cargo bench --bench instructions              # beside the figures kept in instructions.txt
//! cargo bench --bench instructions -- --keep    # keeps these instead
//! ```
//!
//! A change of more than [`FLAGGED`] is flagged, and one for the worse fails. Another compiler or another
//! C library may change them, too: the file says which compiler its figures are from. A change to
//! demo-corpus changes all.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use fihrist::analysis::{self, Vocabulary, WordKeys, letters};
use fihrist::dedup;
use fihrist::index::Writer;
use fihrist::library::{self, Library, Request};
use fihrist::text::{Layout, Options};

const PARTS: [&str; 6] = ["words", "fold", "layout", "keys", "index", "search"];
/// Share by which a figure may differ from the one kept.
const FLAGGED: f64 = 0.05;
/// Variable that says what a child process does, and how often.
const PART: &str = "FIHRIST_COUNTED_PART";

fn main() -> ExitCode {
    if let Ok(part) = std::env::var(PART) {
        let (part, times) = part.split_once(' ').expect("a part and a number");
        work(part, times.parse().expect("a number"));
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not installed: no instructions are counted");
        return ExitCode::SUCCESS;
    }
    let kept = std::fs::read_to_string(kept_in()).unwrap_or_default();
    let now: Vec<(&str, f64)> = PARTS.map(|part| (part, instructions_per_byte(part))).into();
    if std::env::args().any(|argument| argument == "--keep") {
        std::fs::write(kept_in(), written(&now)).expect("the file can be written");
    }
    compare(&kept, &now)
}

fn kept_in() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/instructions.txt")
}

fn written(now: &[(&str, f64)]) -> String {
    let mut lines = String::from(
        "# Instructions a byte of demo-corpus: cargo bench --bench instructions -- --keep\n",
    );
    writeln!(lines, "# {}", compiler()).expect("a string takes everything");
    for (part, count) in now {
        writeln!(lines, "{part} {count:.1}").expect("a string takes everything");
    }
    lines
}

/// Prints both figures of each part; fails where one has grown.
fn compare(kept: &str, now: &[(&str, f64)]) -> ExitCode {
    let of_another = kept.lines().nth(1).unwrap_or("").trim_start_matches("# ");
    if of_another != compiler() {
        println!("kept: {of_another}; now: {}", compiler());
    }
    println!("{:<8} {:>10} {:>10} {:>8}", "part", "kept", "now", "change");
    let mut grown = false;
    for (part, count) in now {
        let before = kept.lines().find_map(|line| {
            let rest = line.strip_prefix(part)?;
            rest.trim().parse::<f64>().ok()
        });
        let Some(before) = before else {
            println!("{part:<8} {:>10} {count:>10.1}", "–");
            continue;
        };
        let change = count / before - 1.0;
        let flag = match change {
            more if more > FLAGGED => "  MORE",
            less if less < -FLAGGED => "  fewer",
            _ => "",
        };
        grown |= change > FLAGGED;
        let percent = change * 100.0;
        println!("{part:<8} {before:>10.1} {count:>10.1} {percent:>+7.1}%{flag}");
    }
    if grown {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn compiler() -> String {
    let version = Command::new("rustc").arg("--version").output();
    let version = version.map(|output| output.stdout).unwrap_or_default();
    let version = String::from_utf8_lossy(&version).trim().to_owned();
    format!("{version}, {}", std::env::consts::ARCH)
}

fn instructions_per_byte(part: &str) -> f64 {
    let [once, thrice] = [1, 3].map(|times| count(part, times));
    let bytes: usize = texts(&demo()).iter().map(String::len).sum();
    (thrice - once) / 2.0 / bytes as f64
}

/// Instructions of a child process that does a part so often.
fn count(part: &str, times: u32) -> f64 {
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(std::env::current_exe().expect("this program has a path"))
        .env(PART, format!("{part} {times}"))
        .output()
        .expect("valgrind starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{part}: {said}");
    // `==7== I   refs:      1,234`, in older versions `I refs:`.
    let line = said.lines().find(|line| line.contains("refs:"));
    let number = line.and_then(|line| line.rsplit(' ').next());
    let number = number.and_then(|number| number.replace(',', "").parse().ok());
    number.unwrap_or_else(|| panic!("no count in: {said}"))
}

fn demo() -> std::sync::Arc<Library> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
    library::read(&[folder]).expect("demo-corpus opens")
}

/// Title and text of each article.
fn texts(library: &Library) -> Vec<String> {
    let text = |title: &str, text: &str| format!("{title}\n{text}");
    let entries = library.entries();
    entries
        .map(|(_, entry)| text(entry.article.title_str(), &entry.article.text))
        .collect()
}

fn work(part: &str, times: u32) {
    let library = demo();
    let texts = texts(&library);
    let counted = Counted::of(&texts);
    match part {
        "search" => {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
            let library = library::open(&[folder]).expect("demo-corpus opens");
            (0..times).for_each(|_| type_a_title(&library));
        }
        _ => (0..times).for_each(|_| work_once(part, &library, &texts, &counted)),
    }
}

fn work_once(part: &str, library: &Library, texts: &[String], counted: &Counted) {
    match part {
        "words" => {
            for text in texts {
                analysis::words(text, |bytes, spelling| {
                    black_box((bytes, spelling));
                });
            }
        }
        "fold" => {
            for (_, entry) in library.entries() {
                black_box(dedup::fold((&entry.article).into()));
            }
        }
        "layout" => {
            for paragraph in texts.iter().flat_map(|text| text.lines()) {
                black_box(Layout::new(paragraph, Options::default()).lines(80));
            }
        }
        "keys" => {
            for spelling in &counted.spellings {
                black_box(WordKeys::of(spelling, counted));
            }
        }
        "index" => {
            let mut writer = Writer::new();
            for (_, entry) in library.entries() {
                let article = &entry.article;
                let added = writer.add(article.title_str(), &article.text);
                added.expect("memory takes it");
            }
            black_box(writer.commit().expect("memory takes it"));
        }
        other => panic!("{other} is no part"),
    }
}

fn type_a_title(library: &Library) {
    let mut titles = library
        .entries()
        .map(|(_, e)| e.article.title_str().to_owned());
    let title = titles.find(|title| !title.is_empty()).unwrap_or_default();
    for (start, letter) in title.char_indices() {
        let text = title.get(..start + letter.len_utf8()).unwrap_or(&title);
        let request = Request {
            text: text.to_owned(),
            typing: true,
            ..Request::default()
        };
        black_box(library.search(&request).expect("memory can be searched"));
    }
}

/// The words of a corpus, and how many texts hold each.
struct Counted {
    /// Each once, in the order of their letters.
    spellings: Vec<String>,
    counts: HashMap<String, u32>,
}

impl Counted {
    fn of(texts: &[String]) -> Counted {
        let mut counts: HashMap<String, u32> = HashMap::new();
        let mut spellings = HashSet::new();
        for text in texts {
            let mut of_this = HashSet::new();
            analysis::words(text, |_, spelling| {
                spellings.insert(spelling.to_owned());
                of_this.insert(letters::folded(spelling).to_string());
            });
            for word in of_this {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut spellings: Vec<String> = spellings.into_iter().collect();
        spellings.sort();
        Counted { spellings, counts }
    }
}

impl Vocabulary for Counted {
    fn count(&self, folded: &str) -> u32 {
        self.counts.get(folded).copied().unwrap_or(0)
    }

    fn with_hamza(&self, _: &str) -> u32 {
        0
    }
}
