//! Times what a key costs on large articles: opening one, moving in it, another size of the screen.
//!
//! What is measured, each scenario in a process of its own: CPU time of the thread that answers keys, and by
//! how much the peak of the resident memory grew over what the article itself takes. The articles are made
//! here, of invented sentences:
//!
//! - 60 MB in paragraphs of 2 KB; a paragraph of 20 MB; a title of 10 MB; 100,000 paragraphs;
//! - 100,000 paragraphs of which every second is folded;
//! - two versions of 5 MB that differ in every hundredth sentence (comparing them is not timed).
//!
//! ```sh
//! cargo bench --bench pages
//! ```

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use fihrist::app::compare::Compare;
use fihrist::app::page::Measure;
use fihrist::app::reader::Reader;
use fihrist::corpus::article::{Class, FoundValue, Origin, Paragraph};
use fihrist::corpus::{Article, Charset, Key};
use fihrist::dedup::{Fold, Folds, RepeatOrigin, compare};
use fihrist::library::{ArticleKey, Entry};
use fihrist::store::{Compared, Extent, Opened};
use fihrist::text::Options;

/// Columns of a line of text and rows of the reading pane on a screen of 80x24.
const COLS: u16 = 78;
const HEIGHT: usize = 19;
/// The longest a key may keep its thread busy.
const LIMIT: Duration = Duration::from_millis(16);

const SCENARIOS: [(&str, fn()); 7] = [
    ("article of 60 MB", || {
        read("عنوان", &lines(30_000, 16), |_| false);
    }),
    ("paragraph of 20 MB", || {
        read("عنوان", &lines(1, 160_000), |_| false);
    }),
    ("title of 10 MB", || {
        read(&lines(1, 80_000), &lines(10, 2), |_| false);
    }),
    ("100,000 paragraphs", || {
        read("عنوان", &lines(100_000, 1), |_| false);
    }),
    ("50,000 folds", || {
        read("عنوان", &lines(100_000, 1), |n| n % 2 == 1);
    }),
    ("versions, paragraphs", || versions(8)),
    ("versions, one paragraph", || versions(40_000)),
];

fn main() {
    let wanted = std::env::args().nth(1);
    if let Some((_, run)) = SCENARIOS
        .iter()
        .find(|(name, _)| Some(*name) == wanted.as_deref())
    {
        return run();
    }
    let program = std::env::current_exe().expect("the path of this program");
    for (name, _) in SCENARIOS {
        println!("{name}");
        let status = Command::new(&program).arg(name).status();
        assert!(status.is_ok_and(|status| status.success()), "{name} failed");
    }
}

/// What one does with an article that is read.
fn read(title: &str, text: &str, is_folded: impl Fn(usize) -> bool) {
    let entry = article(title, text, is_folded);
    let measure = Measure {
        cols: COLS,
        ..Measure::default()
    };
    let memory = Memory::start();
    let mut reader = timed("open", || {
        let mut reader = Reader::new(opened(&entry), measure);
        reader.scroll(0, HEIGHT);
        reader
    });
    let page = HEIGHT.cast_signed() - 1;
    timed("page down", || reader.scroll(page, HEIGHT));
    timed("end", || reader.scroll(isize::MAX / 2, HEIGHT));
    timed("page up", || reader.scroll(-page, HEIGHT));
    timed("resize", || {
        reader.relayout(Measure::from(COLS / 2));
        reader.scroll(0, HEIGHT);
    });
    timed("unfold all", || reader.toggle_folds(HEIGHT));
    timed("page up", || reader.scroll(-page, HEIGHT));
    black_box(&reader);
    memory.print();
}

/// An article as a store hands it over, nothing in it marked.
fn opened(entry: &Arc<Entry>) -> Opened {
    Opened {
        key: ArticleKey::default(),
        id: String::new(),
        entry: Arc::clone(entry),
        extent: Extent::Whole,
        hits: Vec::new(),
        title_hits: Vec::new(),
        versions: 0,
        outlets: Vec::new(),
        all_outlets: 0,
        also: Arc::default(),
        passage: None,
    }
}

/// What one does with two versions, whose paragraphs have so many sentences.
fn versions(sentences: usize) {
    let text = lines(40_000 / sentences, sentences);
    let changed: String = text
        .split_inclusive(". ")
        .enumerate()
        .map(|(at, sentence)| match at % 100 {
            50 => sentence.replace("قاربا", "زورقا"),
            _ => sentence.to_owned(),
        })
        .collect();
    let [first, second] = [text, changed].map(|text| article("عنوان", &text, |_| false));
    let comparison = Arc::new(compare(first.version(), second.version()));
    let memory = Memory::start();
    let compared = Compared {
        keys: [ArticleKey::default(); 2],
        entries: [first, second],
        comparison,
    };
    let mut view = timed("open", || {
        Compare::new(compared, (120, 40), Options::default())
    });
    timed("next change", || view.next_change(1));
    timed("end", || view.scroll(isize::MAX / 2));
    timed("previous change", || view.next_change(-1));
    timed("show what is the same", || view.toggle_same());
    timed("page up", || view.scroll(-30));
    timed("resize", || view.resize((80, 24), Options::default()));
    timed("swap", || view.swap());
    black_box(&view);
    memory.print();
}

/// Paragraphs of so many sentences, none like another.
fn lines(paragraphs: usize, sentences: usize) -> String {
    let sentence = |number: usize| {
        let other = number * 7;
        format!(
            "وصل {number} قاربا إلى ميناء المرجان مساء أمس ثم عاد البحارة رقم {other} إلى بيوتهم."
        )
    };
    let paragraph = |at: usize| {
        let numbers = at * sentences..(at + 1) * sentences;
        numbers.map(sentence).collect::<Vec<_>>().join(" ")
    };
    let paragraphs = (0..paragraphs).map(paragraph);
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// An article with a paragraph a line, in which some are folded whole.
fn article(title: &str, text: &str, is_folded: impl Fn(usize) -> bool) -> Arc<Entry> {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    let mut folds = Folds::default();
    for (number, line) in text.split('\n').enumerate() {
        let bytes = at..at + line.len();
        let fold = Fold {
            bytes: bytes.clone(),
            of: 0..10,
            of_in: RepeatOrigin::Text,
            words: 12,
        };
        let class = Class::Text;
        paragraphs.push(Paragraph { bytes, class });
        let folded = is_folded(number).then_some(fold);
        folds.paragraphs.push(folded.into_iter().collect());
        folds.words += 12;
        at += line.len() + 1;
    }
    let found = |value: &str| FoundValue {
        value: value.to_owned(),
        from: Origin::Field,
    };
    let article = Article {
        key: Key::default(),
        own_id: None,
        path: Arc::from(Path::new("a.jsonl")),
        record: 1,
        line: None,
        title: Some(found(title)),
        source: Some(found("صدى الساحل")),
        date: None,
        date_guess: None,
        date_text: None,
        author: None,
        url: None,
        extra: Vec::new(),
        charset: Charset::Utf8,
        read_as: Arc::from("text"),
        text: text.to_owned(),
        paragraphs,
    };
    Arc::new(Entry {
        article,
        folds,
        hash: String::new(),
    })
}

/// Does something and prints the CPU time that took.
fn timed<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let before = cpu();
    let done = act();
    let took = cpu().saturating_sub(before);
    let late = if took > LIMIT { "  over the limit" } else { "" };
    println!("  {what}: {:.2} ms{late}", took.as_secs_f64() * 1e3);
    done
}

/// CPU time of this thread.
fn cpu() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::from_secs(seconds) + Duration::from_nanos(time.tv_nsec.cast_unsigned())
}

/// Resident memory at the beginning of something, in kB.
struct Memory(u64);

impl Memory {
    fn start() -> Memory {
        // The peak is counted anew from here.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        Memory(resident("VmRSS:"))
    }

    fn print(&self) {
        let grown = resident("VmHWM:").saturating_sub(self.0);
        println!("  memory: {:.1} MB more", grown as f64 / 1024.0);
    }
}

/// A figure of the kernel's about this process; 0 where it gives none.
fn resident(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.unwrap_or(0)
}
