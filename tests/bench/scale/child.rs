//! A child process: loads a corpus, then says what that took, a name and a number on each line.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fihrist::corpus::{Sources, Stop};
use fihrist::library::{self, ArticleNo, Library, Published, Request, Sort};
use fihrist::store::{Ask, Embedded, ListAsk, Store, Window};
use rustix::time::{ClockId, clock_gettime};
use serde::Deserialize;
use tantivy::schema::{Schema, TEXT};
use tantivy::{Index, IndexWriter, TantivyDocument};

/// Titles typed.
const TITLES: usize = 60;
/// Most letters typed of each.
const LETTERS: usize = 60;
/// Rows that are asked for with each key: a screen of them.
const ROWS: usize = 40;
/// Most CPU seconds for all.
const MAX_TYPING: f64 = 60.0;
/// What tantivy may hold before it writes a segment: as much as fihrist lets it.
const BUDGET: usize = 64 << 20;
const SETTLED_AFTER: Duration = Duration::from_millis(500);

/// Loads as the browser does, and types titles.
pub(crate) fn load(path: &Path) {
    let clock = Clock::start();
    let mut newest: Arc<Library> = Arc::default();
    let loaded = library::load(&Sources::of(vec![path.to_owned()]), &mut |published| {
        match published {
            Published::Snapshot(library) | Published::Complete(library) => newest = library,
            Published::Progress(_)
            | Published::First(_)
            | Published::Kept(_)
            | Published::NotKept(_) => {}
        }
        ControlFlow::Continue(())
    });
    loaded.expect("memory takes the index");
    clock.report(newest.len(), || {
        let texts = newest.entries();
        texts
            .map(|(_, entry)| entry.article.title_str().len() + entry.article.text.len())
            .sum()
    });
    for took in type_titles(&newest) {
        println!("key {took}");
    }
}

/// The milliseconds of this thread for each key.
fn type_titles(library: &Arc<Library>) -> Vec<f64> {
    let store = Embedded::of(Arc::clone(library));
    let mut took = Vec::new();
    let mut worst = (0.0, String::new());
    let began = clock(ClockId::ThreadCPUTime);
    for at in 0..TITLES {
        // From everywhere in the corpus.
        let number = u32::try_from(at * library.len() / TITLES).unwrap_or(0);
        let Some(entry) = library.get(ArticleNo(number)) else {
            continue;
        };
        let article = &entry.article;
        // Records of 100 letters have no title.
        let title = Some(article.title_str()).filter(|title| !title.is_empty());
        let title = title.unwrap_or(&article.text);
        for (start, letter) in title.char_indices().take(LETTERS) {
            let text = title.get(..start + letter.len_utf8()).unwrap_or(title);
            let request = Request {
                text: text.to_owned(),
                typing: true,
                sort: Sort::Relevance,
                ..Request::default()
            };
            let ask = Ask::List(ListAsk {
                request,
                window: Window {
                    after: ROWS,
                    ..Window::default()
                },
                ..ListAsk::default()
            });
            let typed = clock(ClockId::ThreadCPUTime);
            let answered = store.ask(&ask, &Stop::default());
            let answered_at = clock(ClockId::ThreadCPUTime);
            std::hint::black_box(answered.expect("memory can be searched"));
            let milliseconds = (answered_at - typed) * 1e3;
            took.push(milliseconds);
            if milliseconds > worst.0 {
                worst = (milliseconds, text.to_owned());
            }
        }
        if clock(ClockId::ThreadCPUTime) - began > MAX_TYPING {
            break;
        }
    }
    eprintln!("worst key: {:.1} ms for «{}»", worst.0, worst.1);
    took
}

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    title: String,
    text: String,
}

/// Indexes the same with tantivy as it comes.
pub(crate) fn index(path: &Path) {
    let clock = Clock::start();
    let mut schema = Schema::builder();
    let words = schema.add_text_field("words", TEXT);
    let index = Index::create_in_ram(schema.build());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, BUDGET).expect("a writer");
    let (mut articles, mut bytes) = (0, 0);
    let file = File::open(path).expect("it was generated");
    for line in BufReader::with_capacity(1 << 20, file).lines() {
        let line = line.expect("it is UTF-8");
        let record: Record = serde_json::from_str(&line).expect("a line holds a record");
        articles += 1;
        bytes += record.title.len() + record.text.len();
        let mut document = TantivyDocument::default();
        document.add_text(words, record.title);
        document.add_text(words, record.text);
        writer.add_document(document).expect("added");
    }
    writer.commit().expect("committed");
    writer.wait_merging_threads().expect("merged");
    let searcher = index.reader().expect("a reader").searcher();
    assert_eq!(searcher.num_docs(), articles as u64);
    clock.report(articles, || bytes);
}

/// From the start to the end of a load.
struct Clock {
    began: Instant,
    cpu: f64,
}

impl Clock {
    fn start() -> Clock {
        Clock {
            began: Instant::now(),
            cpu: clock(ClockId::ProcessCPUTime),
        }
    }

    /// Reports what it took; the bytes of the texts are counted after that.
    fn report(&self, articles: usize, bytes: impl FnOnce() -> usize) {
        let wall = self.began.elapsed().as_secs_f64();
        let cpu = clock(ClockId::ProcessCPUTime) - self.cpu;
        println!("loaded 1");
        println!("articles {articles}\nwall {wall}\ncpu {cpu}");
        println!("peak {}", memory("VmHWM:"));
        std::thread::sleep(SETTLED_AFTER);
        println!("steady {}", memory("VmRSS:"));
        println!("bytes {}", bytes());
    }
}

/// Seconds on a clock.
fn clock(id: ClockId) -> f64 {
    let time = clock_gettime(id);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Bytes that the system counts for this process; 0 where it does not say.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kb = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kb.unwrap_or(0) * 1024
}
