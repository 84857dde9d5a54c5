//! The real program in a real terminal: bytes typed in, bytes and screens out.
//!
//! Nothing here sleeps and hopes: each step waits for what must appear, with a deadline.

mod apart;
mod attached;
mod colours;
mod extras;
mod family;
mod hostile;
mod modes;
mod piped;
mod reload;
mod stream;
mod terminal;
mod verbs;

use std::time::{Duration, Instant};

use fihrist::app::page::Page;
use fihrist::library::ArticleNo;
use fihrist::text::{Layout, Options};

use crate::app::driver::Driver;
use crate::support::{BINARY, Scratch, demo, demo_corpus};
use terminal::{Session, lit, seen};

/// A text as it stands on the screen.
fn visual(text: &str) -> String {
    Layout::new(text, Options::default()).line().visual()
}

/// The program on the demo corpus, at 80x24, loaded.
fn open() -> Session {
    open_at((80, 24))
}

fn open_at(size: (u16, u16)) -> Session {
    let corpus = demo_corpus();
    let session = Session::start(&[BINARY, corpus.to_str().unwrap()], size);
    session.wait("the list", |screen| {
        let text = screen.contents();
        text.contains(&format!("{} articles", demo().len())) && !text.contains("loading")
    });
    session.settle();
    session
}

/// How many articles the search row says were found: `12 of 60`.
fn found(screen: &vt100::Screen) -> Option<usize> {
    let text = screen.contents();
    let row = text.lines().find(|line| line.contains(" of "))?;
    row.split(" of ")
        .next()?
        .split_whitespace()
        .last()?
        .parse()
        .ok()
}

#[test]
fn searching_reading_and_leaving_a_sane_terminal() {
    let mut session = open();
    assert!(session.screen().alternate_screen());
    session.send("/");
    let mut counts = vec![demo().len()];
    let mut typed = String::new();
    for letter in "ميناء".chars() {
        typed.push(letter);
        session.send(&letter.to_string());
        let box_ = visual(&typed);
        session.wait(&typed, |screen| {
            screen.contents().contains(&box_) && found(screen).is_some() && lit(screen) > 0
        });
        session.settle();
        counts.push(found(&session.screen()).unwrap());
    }
    assert!(
        counts.is_sorted_by(|a, b| a >= b) && counts[5] < counts[0],
        "{counts:?}"
    );
    session.send("\r");
    session.wait("the list's keys", |screen| {
        screen.contents().contains("q quit")
    });
    session.send("\r");
    session.wait("the reader", |screen| {
        screen.contents().contains("q back") && lit(screen) > 0
    });
    session.send("q");
    session.wait("the list", |screen| screen.contents().contains("q quit"));
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    check_restored(&session);
}

/// A line that is slow brings several keys at once.
#[test]
fn keys_that_come_together_mean_what_the_keys_before_them_lead_to() {
    let articles = demo().len();
    let mut session = open();
    session.send("jG\rj");
    let place = format!("{articles}/{articles}");
    session.wait("the last article", |screen| {
        let text = screen.contents();
        text.contains("q back") && text.contains(&place)
    });
}

/// The screen as it was before the program came, and the terminal's own bidi back on, last.
#[track_caller]
fn check_restored(session: &Session) {
    let screen = session.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert_eq!(screen.contents().trim(), "", "the program's screen is gone");
    let bytes = session.bytes();
    assert!(
        bytes.ends_with(b"\x1b[8h"),
        "{:?}",
        bytes
            .escape_ascii()
            .to_string()
            .chars()
            .rev()
            .take(40)
            .collect::<String>()
    );
}

#[test]
fn sigterm_restores_the_screen_and_ends_it_at_once() {
    let mut session = open();
    session.send("/مي");
    session.wait("a search", |screen| lit(screen) > 0);
    let start = Instant::now();
    session.terminate();
    assert_eq!(session.exit_status(Duration::from_secs(2)), Some(128 + 15));
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
    check_restored(&session);
}

/// The leader of the session ignores SIGHUP, so the program hears nothing of it: it must see for
/// itself that the terminal is gone.
#[test]
fn a_terminal_that_vanishes_ends_it() {
    let scratch = Scratch::new();
    let told = scratch.path().join("status");
    let script = "trap '' HUP; \"$0\" \"$1\"; echo $? > \"$2\"";
    let corpus = demo_corpus();
    let arguments = [
        "sh",
        "-c",
        script,
        BINARY,
        corpus.to_str().unwrap(),
        told.to_str().unwrap(),
    ];
    let mut session = Session::start(&arguments, (80, 24));
    session.wait("the list", |screen| screen.contents().contains("q quit"));
    session.settle();
    let start = Instant::now();
    session.hang_up();
    while std::fs::read_to_string(&told).map_or(true, |status| status.is_empty()) {
        assert!(start.elapsed() < Duration::from_secs(2), "still running");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(std::fs::read_to_string(&told).unwrap().trim(), "129");
}

#[test]
fn a_resize_repaints_all_of_it() {
    let mut session = open();
    // What loading said leaves with the first key.
    for key in ["j", "k"] {
        session.send(key);
        session.settle();
    }
    let before = seen(&session.screen());
    for (cols, rows) in [(200, 60), (40, 12), (20, 5)] {
        session.resize((cols, rows));
        session.wait(&format!("{cols}x{rows}"), |screen| {
            let text = screen.contents();
            text.contains("Search")
                && text.contains('▸')
                && text.lines().count() >= usize::from(rows) - 1
        });
        session.send("j");
        session.settle();
        session.send("k");
        session.settle();
    }
    session.resize((80, 24));
    session.wait("the screen of before", |screen| seen(screen) == before);
    session.send("Q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

#[test]
fn idle_means_no_bytes_at_all() {
    for keys in ["", "/مي", "\r"] {
        let mut session = open();
        session.send(keys);
        session.settle();
        let before = session.bytes().len();
        session.silent_for(Duration::from_secs(1));
        assert_eq!(session.bytes().len(), before, "after {keys:?}");
    }
}

#[test]
fn suspended_and_continued_it_repaints_the_same_screen() {
    let mut session = Session::start(&["sh", "-i"], (80, 24));
    session.wait("a prompt", |screen| screen.contents().contains("ready>"));
    session.send(&format!(
        "'{BINARY}' '{}'\r",
        demo_corpus().to_str().unwrap()
    ));
    session.wait("the list", |screen| {
        screen.alternate_screen()
            && screen
                .contents()
                .contains(&format!("{} articles", demo().len()))
    });
    session.settle();
    session.send("jj\r");
    session.wait("the reader", |screen| screen.contents().contains("q back"));
    session.settle();
    let before = seen(&session.screen());
    session.send("\x1a");
    session.wait("the shell", |screen| {
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && screen.contents().matches("ready>").count() > 1
    });
    session.send("fg\r");
    session.wait("the same screen", |screen| {
        screen.alternate_screen() && seen(screen) == before
    });
    session.send("Q");
    session.wait("the shell again", |screen| {
        !screen.alternate_screen() && screen.contents().matches("ready>").count() > 2
    });
    session.send("exit\r");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

/// What a slow line carries at 80x24: name, bytes, most.
#[test]
fn byte_budgets() {
    let mut figures = vec![("the first screen", first_screen(), 6_000)];
    let mut session = open();
    // Its rows and their signs have been met.
    session.send("z");
    session.settle();
    for _ in 0..16 {
        session.send("j");
        session.settle();
    }
    session.send("gz");
    session.settle();
    let beside = repeated(&mut session);
    figures.push(("steps while a key repeats beside a preview", beside, 300));
    session.settle();
    session.send("gz");
    session.settle();
    let step = session.cost("j");
    figures.push(("a step in the list, and all of its row", step, 700));
    figures.push(("steps while a key repeats", repeated(&mut session), 300));
    session.send("gz");
    session.settle();
    let opened = session.cost("/");
    let letters: Vec<usize> = ["م", "ي", "ن", "ا", "ء"].map(|l| session.cost(l)).into();
    println!("opening the search box: {opened}, its letters: {letters:?}");
    figures.push((
        "a letter in the search box",
        letters.iter().sum::<usize>() / letters.len(),
        2_500,
    ));
    session.send("\x1b");
    session.settle();
    session.send(&format!("{}j\r", longest()));
    session.settle();
    for key in [" ", " ", "b"] {
        figures.push(("a page in the reader", session.cost(key), 5_500));
    }
    for (name, bytes, most) in &figures {
        println!("{name}: {bytes} bytes of {most}");
    }
    for (name, bytes, most) in figures {
        assert!(bytes <= most, "{name}: {bytes} bytes, at most {most}");
    }
}

/// Bytes for a step in the list while a key repeats thirty times a second.
fn repeated(session: &mut Session) -> usize {
    const STEPS: usize = 12;
    let before = session.bytes().len();
    for _ in 0..STEPS {
        session.send("j");
        std::thread::sleep(Duration::from_millis(33));
    }
    (session.bytes().len() - before) / STEPS
}

/// The place in the list, from 0, of the article with most rows.
fn longest() -> usize {
    let driver = Driver::demo();
    let rows = |no: &ArticleNo| {
        let library = driver.library();
        let entry = library.get(*no).unwrap();
        Page::new(entry, 78).rows().count()
    };
    let listed = driver.listed();
    let longest = (0..listed.len()).max_by_key(|at| rows(&listed[*at]));
    longest.unwrap()
}

/// The bytes until the list with its preview is there, beginning with the enter sequence.
fn first_screen() -> usize {
    open().bytes().len()
}

/// One paragraph of 20,000 characters, and the same words in short ones: a line more costs the same.
#[test]
fn a_long_paragraph_scrolls_as_lightly_as_short_ones() {
    // The numbers keep sentences from being folded as repeats.
    let sentence =
        |number: usize| format!("تنتظر السفينة {number} دورها عند الميناء القديم منذ الفجر.");
    let sentences: Vec<String> = (1..=420).map(sentence).collect();
    let record = |name: &str, text: &str| {
        let record =
            serde_json::json!({"id": name, "title": name, "text": text, "date": "2016-01-01"});
        format!("{record}\n")
    };
    let mut costs = Vec::new();
    for text in [sentences.join(" "), sentences.join("\n")] {
        assert!(text.chars().count() >= 20_000);
        let scratch = Scratch::with(&[("one.jsonl", &record("one", &text))]);
        let mut session = Session::start(&[BINARY, scratch.path().to_str().unwrap()], (80, 24));
        session.wait("the list", |screen| screen.contents().contains("1 article"));
        session.settle();
        session.send("\rG");
        session.settle();
        session.send("ggjjj");
        session.settle();
        let steps: Vec<usize> = (0..8).map(|_| session.cost("j")).collect();
        costs.push(steps.iter().sum::<usize>() / steps.len());
    }
    println!("a line down: {costs:?} bytes in long and in short paragraphs");
    assert!(costs[0] <= 320, "{costs:?}");
    assert!(costs[0] <= costs[1] * 2 + 60, "{costs:?}");
}
