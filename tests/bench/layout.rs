//! Times the layout of paragraphs against `unicode-bidi` alone on the same text.
//!
//! What is measured, in turns within one run, so that a busy machine slows both:
//!
//! - *ours*: `Layout::new` and `lines(80)` of every paragraph, all cells made;
//! - *bidi*: `unicode_bidi::BidiInfo::new` of every paragraph, which every layout needs at least.
//!
//! Their ratio is to stay under [`LIMIT`]. Texts: the paragraphs of demo-corpus, repeated to some
//! megabytes; the same with vowel marks, and as paragraphs of 20,000 characters; ASCII in one paragraph and
//! in such. Files of
//! text, a paragraph a line, can be added in `FIHRIST_BENCH_TEXT`, separated by colons.
//!
//! ```sh
//! cargo bench --bench layout
//! ```

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use fihrist::text::{Layout, Options};
use unicode_bidi::BidiInfo;

/// Times `unicode-bidi` alone that a layout of Arabic may take.
const LIMIT: f64 = 3.0;
/// Bytes of each text.
const BYTES: usize = 2_000_000;
const ROUNDS: usize = 9;
const COLUMNS: usize = 80;

fn main() {
    let mut demo = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus"),
        &mut demo,
    );
    let arabic = repeated(&demo);
    let worst = [
        measure("Arabic", &arabic),
        measure("Arabic with marks", &repeated(&with_marks(&demo))),
        measure("Arabic, long", &long(&arabic)),
    ];
    measure("ASCII, long", &[ascii()]);
    measure("ASCII, less long", &long(&[ascii()]));
    for path in std::env::var("FIHRIST_BENCH_TEXT")
        .iter()
        .flat_map(|paths| paths.split(':'))
    {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        measure(path, &text.lines().map(str::to_owned).collect::<Vec<_>>());
    }
    if worst.iter().any(|ratio| *ratio > LIMIT) {
        println!("slower than {LIMIT} times unicode-bidi alone");
        std::process::exit(1);
    }
}

/// Prints the speeds of both and gives their ratio, the median of all rounds.
fn measure(name: &str, paragraphs: &[String]) -> f64 {
    let mut rounds: Vec<[f64; 3]> = (0..ROUNDS).map(|_| round(paragraphs)).collect();
    let median = |rounds: &mut Vec<[f64; 3]>, what: fn(&[f64; 3]) -> f64| {
        rounds.sort_by(|a, b| what(a).total_cmp(&what(b)));
        what(&rounds[ROUNDS / 2])
    };
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    let speed = |seconds: f64| bytes as f64 / 1e6 / seconds;
    let ratio = median(&mut rounds, |[bidi, new, lines]| (new + lines) / bidi);
    println!(
        "{name}: {:.1} MB in {} paragraphs, ours {:.1} MB/s (Layout::new alone {:.1}), \
         bidi {:.1} MB/s, ratio {ratio:.2}",
        bytes as f64 / 1e6,
        paragraphs.len(),
        speed(median(&mut rounds, |[_, new, lines]| new + lines)),
        speed(median(&mut rounds, |[_, new, _]| *new)),
        speed(median(&mut rounds, |[bidi, _, _]| *bidi)),
    );
    ratio
}

/// Seconds that `unicode-bidi`, `Layout::new` and `lines` take.
fn round(paragraphs: &[String]) -> [f64; 3] {
    let mut seconds = [0.0; 3];
    for chunk in paragraphs.chunks(50) {
        let start = Instant::now();
        for paragraph in chunk {
            black_box(BidiInfo::new(paragraph, None));
        }
        seconds[0] += start.elapsed().as_secs_f64();
        let start = Instant::now();
        let lay_out = |paragraph: &String| Layout::new(paragraph, Options::default());
        let layouts: Vec<Layout> = chunk.iter().map(lay_out).collect();
        seconds[1] += start.elapsed().as_secs_f64();
        let start = Instant::now();
        for layout in &layouts {
            black_box(layout.lines(COLUMNS));
        }
        seconds[2] += start.elapsed().as_secs_f64();
    }
    seconds
}

/// The paragraphs of all text files in a folder, by the order of their names.
fn collect(folder: &Path, paragraphs: &mut Vec<String>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, paragraphs);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            paragraphs.extend(lines.map(str::to_owned));
        }
    }
}

fn repeated(paragraphs: &[String]) -> Vec<String> {
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    let times = BYTES / bytes.max(1) + 1;
    std::iter::repeat_n(paragraphs, times)
        .flatten()
        .cloned()
        .collect()
}

/// A vowel mark after every Arabic letter.
fn with_marks(paragraphs: &[String]) -> Vec<String> {
    let vowels = ['\u{64E}', '\u{650}', '\u{64F}', '\u{652}'];
    let marked = |paragraph: &String| {
        let letters = paragraph.chars().zip(vowels.iter().cycle());
        let with_mark = |(c, vowel): (char, &char)| {
            let is_letter = ('\u{620}'..='\u{64A}').contains(&c);
            [Some(c), is_letter.then_some(*vowel)]
        };
        letters.flat_map(with_mark).flatten().collect()
    };
    paragraphs.iter().map(marked).collect()
}

/// The same text in paragraphs of 20,000 characters.
fn long(paragraphs: &[String]) -> Vec<String> {
    let chars: Vec<char> = paragraphs.join(" ").chars().collect();
    chars.chunks(20_000).map(String::from_iter).collect()
}

fn ascii() -> String {
    "The moon rose over the quiet harbour, and 3 boats came home. ".repeat(BYTES / 61)
}
