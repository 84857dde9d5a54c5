//! Terminals of every measured family in, the bytes they are sent out: how they are asked, entered and left, and in
//! which order Arabic comes.

use std::time::Duration;

use fihrist::text::{Layout, Options};

use super::family::{self, Family};
use super::terminal::Session;
use crate::support::{BINARY, Scratch};

/// The questions, on the alternate screen.
const ASKED: &str = "\x1b[?1049h\x1b[8$p\x1b[>q\x1b[>c\x1b]11;?\x1b\\\x1b[?1007$p\x1b[H\u{621}\x1b[6n\x1b[H\u{e9}\x1b[6n\x1b[H\u{6dd}\x1b[6n\x1b[c";
const ENTERED: &str = "\x1b[?1049h\x1b[H\x1b[2J";
const LEFT: &str = "\x1b[?1049l";
const OFF: &str = "\x1b[8l";
const ON: &str = "\x1b[8h";
const MLTERM_OFF: &str = "\x1b[8l\x1b]5379;use_ctl=false\x07";
const MLTERM_ON: &str = "\x1b]5379;use_ctl=true\x07\x1b[8h";

/// Two words whose letters all join, in presentation forms.
const FIRST: &str = "\u{FE91}\u{FEF4}\u{FE96}";
const SECOND: &str = "\u{FE9F}\u{FE92}\u{FEDE}";

/// In which order a title of two words comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Visual,
    Override,
    Words,
    Logical,
}

fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

impl Order {
    fn expected(self) -> String {
        let visual = format!("{} {}", reversed(SECOND), reversed(FIRST));
        match self {
            Order::Visual => visual,
            // LRO hangs on the cell before the title.
            Order::Override => format!("{visual}\u{202C}"),
            Order::Words => format!("{SECOND} {FIRST}"),
            Order::Logical => format!("{FIRST} {SECOND}"),
        }
    }
}

/// A corpus of one article with that title.
fn corpus() -> Scratch {
    let scratch = Scratch::new();
    scratch.write(
        "one.jsonl",
        "{\"title\":\"بيت جبل\",\"text\":\"نص قصير عن بيت في جبل بعيد.\",\"source\":\"town\",\"date\":\"2016-03-01\"}\n",
    );
    scratch
}

pub(super) fn open(family: Family, arguments: &[&str], delay: Duration) -> (Scratch, Session) {
    let corpus = corpus();
    let path = corpus.path().to_str().unwrap().to_owned();
    let all: Vec<&str> = [BINARY]
        .iter()
        .chain(arguments)
        .copied()
        .chain([path.as_str()])
        .collect();
    let session = Session::start_in(family, delay, &all, (80, 24));
    session.wait("the list", |screen| screen.contents().contains("1 article"));
    session.settle();
    (corpus, session)
}

pub(super) fn written(session: &Session) -> String {
    String::from_utf8(session.bytes()).unwrap()
}

fn from(text: &str, byte: usize) -> &str {
    text.get(byte..).unwrap()
}

#[track_caller]
fn check(family: Family, order: Order, off: &str, on: &str) {
    let (_corpus, mut session) = open(family, &[], Duration::ZERO);
    let text = written(&session);
    let entered = format!("{ASKED}{off}{ENTERED}");
    assert!(
        text.starts_with(&entered),
        "{}: {:?}",
        family.name,
        text.get(..200)
    );
    assert!(
        text.contains(&order.expected()),
        "{}: {order:?}",
        family.name
    );
    assert_eq!(
        text.contains('\u{202D}'),
        order == Order::Override,
        "{}",
        family.name
    );
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let text = written(&session);
    assert!(text.ends_with(&format!("{LEFT}{on}")), "{}", family.name);
    assert_eq!(text.contains(OFF), !off.is_empty(), "{}", family.name);
    check_unsaid(&text);
}

/// What some terminal takes for something else.
#[track_caller]
fn check_unsaid(text: &str) {
    for never in [
        "\x1b[1 k",
        "\x1b[2 k",
        "\x1b[0 k",
        "\x1b[?2501",
        "\x1b[?2500",
        "\x1bP+q",
    ] {
        assert!(!text.contains(never), "{never:?}");
    }
}

#[test]
fn each_family_is_entered_and_left_as_it_needs() {
    check(family::XTERM, Order::Visual, OFF, ON);
    check(family::URXVT, Order::Visual, OFF, ON);
    check(family::VTE, Order::Visual, OFF, ON);
    check(family::VTE_EXPLICIT, Order::Visual, OFF, "");
    check(family::MLTERM, Order::Visual, MLTERM_OFF, MLTERM_ON);
    check(family::KITTY, Order::Words, OFF, ON);
    check(family::KITTY_BY_SSH, Order::Words, OFF, ON);
    check(family::KONSOLE, Order::Logical, "", "");
    check(family::PUTTY, Order::Logical, "", "");
    check(family::QTERMINAL, Order::Logical, "", "");
    check(family::APPLE, Order::Override, OFF, ON);
}

#[test]
fn behind_a_multiplexer_the_terminal_outside_is_guessed() {
    check(family::TMUX_IN_VTE, Order::Override, OFF, ON);
    check(family::TMUX_BY_SSH, Order::Visual, OFF, ON);
    check(family::SCREEN, Order::Visual, OFF, ON);
    check(family::MOSH, Order::Visual, OFF, ON);
}

#[test]
fn one_that_answers_nothing_is_waited_for_but_not_long() {
    let start = std::time::Instant::now();
    check(family::SILENT, Order::Visual, OFF, ON);
    assert!(start.elapsed() < Duration::from_secs(10));
}

/// It goes on reordering: text is sent in the order it expects, and its mode is as it was.
#[test]
fn one_that_only_promises_gets_logical_text() {
    let (_corpus, mut session) = open(family::STUBBORN, &[], Duration::ZERO);
    session.wait_for(&Order::Logical.expected(), 0);
    session.wait("what happened", |screen| {
        screen.contents().contains("goes on reordering")
    });
    let text = written(&session);
    let (off, on) = (text.find(OFF).unwrap(), text.find(ON).unwrap());
    assert!(off < on);
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    assert!(written(&session).ends_with(LEFT));
}

/// Nobody waits for seconds: the answers come while the search box is open.
#[test]
fn late_answers_are_never_typed_but_still_count() {
    let (_corpus, mut session) = open(family::KITTY_BY_SSH, &[], Duration::from_secs(4));
    assert!(written(&session).contains(&Order::Visual.expected()));
    session.send("/x");
    session.wait("the letter", |screen| screen.contents().contains("▸ x"));
    session.silent_for(Duration::from_secs(5));
    let screen = session.screen().contents();
    let row = screen.lines().find(|line| line.contains("Search")).unwrap();
    let typed = row.split('▸').nth(1).unwrap();
    assert_eq!(typed.split_whitespace().next(), Some("x"), "{row:?}");
    assert!(typed.starts_with(" x  "), "{row:?}");
    session.send("\x08");
    session.wait("the list again", |screen| screen.contents().contains(FIRST));
    assert!(written(&session).contains(&Order::Words.expected()));
    session.send("\x1b");
    session.settle();
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

#[test]
fn a_flag_decides_for_any_terminal() {
    for (name, order) in [
        ("visual", Order::Visual),
        ("override", Order::Override),
        ("words", Order::Words),
        ("runs", Order::Words),
        ("logical", Order::Logical),
    ] {
        let (_corpus, session) = open(family::XTERM, &["--bidi", name], Duration::ZERO);
        let text = written(&session);
        assert!(text.contains(&order.expected()), "{name}");
        assert_eq!(text.contains(OFF), order != Order::Logical, "{name}");
    }
}

#[test]
fn a_variable_that_ssh_passes_on_decides_too() {
    const WORDS: Family = Family {
        environment: &[("LC_FIHRIST_BIDI", "words")],
        ..family::XTERM
    };
    const VISUAL: Family = Family {
        environment: &[("LC_FIHRIST_BIDI", "words"), ("FIHRIST_BIDI", "visual")],
        ..family::XTERM
    };
    for (family, order) in [(WORDS, Order::Words), (VISUAL, Order::Visual)] {
        let (_corpus, session) = open(family, &[], Duration::ZERO);
        assert!(written(&session).contains(&order.expected()), "{order:?}");
    }
}

/// From mode to mode by a key; each is switched to and painted in full.
#[test]
fn the_order_can_be_changed_while_it_runs() {
    let (_corpus, mut session) = open(family::VTE, &[], Duration::ZERO);
    for (order, switched) in [
        (Order::Override, OFF),
        (Order::Words, OFF),
        // Runs: the same for a title of plain words.
        (Order::Words, OFF),
        (Order::Logical, ON),
        (Order::Visual, OFF),
    ] {
        let before = written(&session).len();
        session.send("\x1bb");
        session.wait_for(&order.expected(), before);
        let text = written(&session);
        let since = from(&text, before);
        assert!(since.starts_with(switched), "{order:?}: {since:?}");
        assert!(since.contains("\x1b[2J"), "{order:?}");
    }
    session.send("Q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    assert!(written(&session).ends_with(ON));
}

#[test]
fn letters_and_marks_can_be_changed_while_it_runs() {
    let (_corpus, mut session) = open(
        family::XTERM,
        &["--shape", "none", "--tashkeel", "strip"],
        Duration::ZERO,
    );
    let visual = |options: Options| Layout::new("بيت جبل", options).line().visual();
    let bare = visual(Options {
        shape: false,
        ..Options::default()
    });
    assert!(session.screen().contents().contains(&bare));
    // none, then auto
    session.send("\x1bs");
    let joined = visual(Options::default());
    session.wait("joined letters", |screen| {
        screen.contents().contains(&joined)
    });
    session.send("Q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

#[test]
fn suspended_and_killed_it_is_left_as_it_was() {
    for (family, off, on) in [
        (family::VTE, OFF, ON),
        (family::MLTERM, MLTERM_OFF, MLTERM_ON),
        (family::KONSOLE, "", ""),
        (family::VTE_EXPLICIT, OFF, ""),
        (family::PUTTY, "", ""),
    ] {
        suspend_and_kill(family, off, on);
    }
}

#[test]
fn other_families_too() {
    for (family, off, on) in [
        (family::XTERM, OFF, ON),
        (family::KITTY, OFF, ON),
        (family::QTERMINAL, "", ""),
        (family::URXVT, OFF, ON),
        (family::TMUX_IN_VTE, OFF, ON),
        (family::APPLE, OFF, ON),
    ] {
        suspend_and_kill(family, off, on);
    }
}

#[track_caller]
fn suspend_and_kill(family: Family, off: &str, on: &str) {
    let corpus = corpus();
    let command = format!("'{BINARY}' '{}'\r", corpus.path().to_str().unwrap());
    let mut session = Session::start_in(family, Duration::ZERO, &["sh", "-i"], (80, 24));
    session.wait("a prompt", |screen| screen.contents().contains("ready>"));
    session.send(&command);
    session.wait("the list", |screen| screen.contents().contains("1 article"));
    session.settle();
    session.send("\x1a");
    session.wait("the shell", |screen| {
        screen.contents().matches("ready>").count() > 1
    });
    let text = written(&session);
    let left = text.rfind(LEFT).unwrap();
    assert!(
        from(&text, left + LEFT.len()).starts_with(on),
        "{}",
        family.name
    );
    if on.is_empty() {
        assert!(!from(&text, left).contains(ON), "{}", family.name);
    }
    let before = text.len();
    session.send("fg\r");
    session.wait("the list", |screen| {
        screen.alternate_screen() && screen.contents().contains("q quit")
    });
    let text = written(&session);
    // It is known what the terminal is: it is not asked again.
    assert!(
        from(&text, before).contains(&format!("{off}{ENTERED}")),
        "{}",
        family.name
    );
    assert!(!from(&text, before).contains("\x1b[>q"), "{}", family.name);
    session.send("Q");
    session.settle();
    session.send("exit\r");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let (_corpus, mut session) = open(family, &[], Duration::ZERO);
    session.terminate();
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(128 + 15));
    assert!(
        written(&session).ends_with(&format!("{LEFT}{on}")),
        "{}",
        family.name
    );
}

/// By key to logical text where bidi was off already: it goes on, and off again at the end.
#[test]
fn bidi_that_was_off_is_put_back_off() {
    let (_corpus, mut session) = open(family::VTE_EXPLICIT, &[], Duration::ZERO);
    let before = written(&session).len();
    session.send(&"\x1bb".repeat(4));
    session.wait_for(&Order::Logical.expected(), before);
    session.send("Q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let text = written(&session);
    assert!(
        from(&text, before).contains(&format!("{ON}{ENTERED}")),
        "{:?}",
        from(&text, before)
    );
    assert!(text.ends_with(&format!("{LEFT}{OFF}")));
}

/// A panic must not leave the terminal behind, also while it is still being asked; one on another thread is no reason to
/// leave it. The child below does both in a terminal of its own.
#[test]
fn a_panic_of_the_key_thread_restores_the_terminal_and_is_printed_after_that() {
    for (switch, off, on) in [
        ("explicit", OFF, ON),
        ("mlterm", MLTERM_OFF, MLTERM_ON),
        ("none", "", ""),
    ] {
        let myself = std::env::current_exe().unwrap();
        let setting = format!("{PANIC}={switch}");
        let child = [
            myself.to_str().unwrap(),
            "--exact",
            "pty::modes::panicking",
            "--nocapture",
        ];
        let all: Vec<&str> = ["env", &setting].into_iter().chain(child).collect();
        let mut session = Session::start_in(family::VTE, Duration::ZERO, &all, (80, 24));
        assert_eq!(session.exit_status(Duration::from_secs(20)), Some(101));
        let text = written(&session);
        let left = text.find(&format!("{LEFT}{on}")).expect("left");
        assert!(text.find(off).is_some_and(|off| off < left), "{switch}");
        let printed = text.find("on purpose").expect("what happened");
        assert!(printed > left, "{text:?}");
        let survived = text.find("ALIVE").expect("the terminal as it was");
        assert!(survived < left, "{text:?}");
        assert!(!text.contains("in the background"), "{text:?}");
    }
}

const PANIC: &str = "FIHRIST_TEST_PANIC";

/// Only a test when started by the one above.
#[test]
fn panicking() {
    use fihrist::tui::Extras;
    use fihrist::tui::detect::Switch;
    use fihrist::tui::panics::{caught, install_hook};
    use fihrist::tui::terminal::Terminal;
    let Ok(switch) = std::env::var(PANIC) else {
        return;
    };
    install_hook();
    let mut terminal = Terminal::open(b"").unwrap();
    match switch.as_str() {
        "explicit" => terminal.enter(Switch::Explicit, Extras::default()).unwrap(),
        "mlterm" => terminal.enter(Switch::Mlterm, Extras::default()).unwrap(),
        // Opened, and not yet entered.
        _ => {}
    }
    let failed = std::thread::spawn(|| caught(|| panic!("in the background")));
    let panicked = failed.join().unwrap().unwrap_err();
    assert_eq!(panicked.message, "in the background");
    assert!(panicked.location.unwrap().contains("modes.rs"));
    let _ = std::thread::spawn(|| panic!("in the background")).join();
    terminal.write_frame(b"ALIVE").unwrap();
    panic!("on purpose");
}

/// ssh can part an answer anywhere; to the first question or to the one that confirms.
#[test]
fn answers_in_pieces_are_no_keys() {
    let (_corpus, mut session) = open(family::VTE, &[], Duration::from_secs(2));
    // What is typed by hand here stands for an answer whose ESC came alone.
    session.send("\x1b");
    std::thread::sleep(Duration::from_millis(120));
    session.send("[8;2$y");
    session.silent_for(Duration::from_secs(3));
    session.send("/x");
    session.wait("the letter", |screen| screen.contents().contains("▸ x"));
    session.send("\x03");
    session.settle();
    session.send("q");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

#[test]
fn the_test_card_leads_to_a_flag() {
    let mut session = Session::start_in(
        family::TMUX_IN_VTE,
        Duration::ZERO,
        &[BINARY, "terminal"],
        (80, 24),
    );
    session.wait("the card", |screen| screen.contents().contains("a b c d"));
    session.settle();
    let card = session.screen().contents();
    assert!(
        card.contains("tmux 3.3a") && card.contains("--bidi override"),
        "{card}"
    );
    // The second question is about letters.
    session.send("c");
    session.wait("its second question", |screen| {
        screen.contents().contains("1 2 3 4")
    });
    session.send("2");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    let screen = session.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor());
    let report = screen.contents();
    for told in [
        "84;0;0 (DA2)",
        "VTE_VERSION",
        "fihrist --bidi words PATH",
        "export FIHRIST_BIDI=words",
        "export LC_FIHRIST_BIDI=words",
    ] {
        assert!(report.contains(told), "{told}: {report}");
    }
}

/// Ctrl-Z comes back to the same card, and keys of another layout answer it.
#[test]
fn the_card_can_be_suspended() {
    let mut session = Session::start(&["sh", "-i"], (80, 24));
    session.wait("a prompt", |screen| screen.contents().contains("ready>"));
    session.send(&format!("'{BINARY}' terminal\r"));
    session.wait("the card", |screen| screen.contents().contains("a b c d"));
    session.send("\x1a");
    session.wait("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().matches("ready>").count() > 1
    });
    session.send("fg\r");
    session.wait("the card again", |screen| {
        screen.alternate_screen() && screen.contents().contains("a b c d")
    });
    session.send("ؤ");
    session.wait("its second question", |screen| {
        screen.contents().contains("1 2 3 4")
    });
    session.send("n");
    // Before the shell is back, what is typed is still the program's.
    session.wait("the report and a prompt", |screen| {
        let text = screen.contents();
        let told = text.find("--bidi words PATH");
        told.is_some_and(|told| from(&text, told).contains("ready>"))
    });
    session.send("exit\r");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
}

#[test]
fn a_card_without_an_answer_changes_nothing() {
    for (key, status, told) in [
        ("q", 0, "goes on with --bidi visual"),
        ("n", 1, "No line reads right"),
        ("\x03", 0, "Nothing was chosen"),
    ] {
        let mut session = Session::start(&[BINARY, "terminal"], (80, 24));
        session.wait("the card", |screen| screen.contents().contains("a b c d"));
        session.send(key);
        assert_eq!(
            session.exit_status(Duration::from_secs(5)),
            Some(status),
            "{key:?}"
        );
        let report = session.screen().contents();
        assert!(
            report.contains(told) && report.contains("XTerm(379)"),
            "{report}"
        );
        assert!(written(&session).contains(&format!("{LEFT}{ON}")));
    }
}

/// All of them in one write: the right line for this terminal is right though the others are not.
#[test]
fn the_card_shows_a_line_in_every_mode() {
    let session = Session::start(&[BINARY, "terminal"], (80, 24));
    session.wait("the card", |screen| screen.contents().contains("a b c d"));
    session.settle();
    let screen = session.screen().contents();
    let line = Layout::new("(الإسلام)", Options::default()).line().visual();
    let rows: Vec<&str> = screen.lines().filter(|row| row.contains('│')).collect();
    assert_eq!(rows.len(), 5, "{screen}");
    let right = rows.iter().filter(|row| row.contains(&line)).count();
    assert_eq!(
        right, 2,
        "visual, and override but for its controls: {screen}"
    );
    let bytes = written(&session);
    assert!(bytes.contains(OFF) && bytes.contains(ON));
}

/// A person's choice is not taken back: neither by a terminal that breaks its promise nor by answers that come late.
#[test]
fn what_a_person_chose_stays() {
    let (_corpus, session) = open(family::STUBBORN, &["--bidi", "override"], Duration::ZERO);
    session.wait_for(&Order::Override.expected(), 0);
    session.silent_for(Duration::from_secs(1));
    assert!(!written(&session).contains(&Order::Logical.expected()));
    drop(session);
    let (_corpus, mut session) = open(family::KITTY_BY_SSH, &[], Duration::from_secs(4));
    session.send("\x1bb");
    session.wait_for(&Order::Override.expected(), 0);
    session.silent_for(Duration::from_secs(5));
    assert!(!written(&session).contains(&Order::Words.expected()));
}

/// Answers that come while the card is looked at change what it says and sends.
#[test]
fn late_answers_change_the_card() {
    let mut session = Session::start_in(
        family::PUTTY,
        Duration::from_secs(1),
        &[BINARY, "terminal"],
        (80, 24),
    );
    session.wait("the card", |screen| {
        screen.contents().contains("answers no question")
    });
    session.wait("what it is", |screen| {
        screen.contents().contains("This is PuTTY")
    });
    session.settle();
    let text = written(&session);
    let last = text.rfind("This is").unwrap();
    assert!(
        !from(&text, last).contains('\u{2067}'),
        "PuTTY heeds no isolates"
    );
    session.send("e");
    session.wait("its second question", |screen| {
        screen.contents().contains("1 2 3 4")
    });
    session.send("1");
    assert_eq!(session.exit_status(Duration::from_secs(5)), Some(0));
    assert!(
        session
            .screen()
            .contents()
            .contains("does this by itself here")
    );
}

/// A terminal that promises and does not keep is found out by the card as well, and when it answers late.
#[test]
fn a_broken_promise_is_noticed_wherever_it_is_made() {
    let mut card = Session::start_in(
        family::STUBBORN,
        Duration::ZERO,
        &[BINARY, "terminal"],
        (80, 24),
    );
    card.wait("what it needs", |screen| {
        screen.contents().contains("Found: --bidi logical")
    });
    card.send("q");
    assert_eq!(card.exit_status(Duration::from_secs(5)), Some(0));
    let (_corpus, mut late) = open(family::STUBBORN, &[], Duration::from_secs(1));
    late.wait_for(&Order::Logical.expected(), 0);
    late.send("Q");
    assert_eq!(late.exit_status(Duration::from_secs(5)), Some(0));
}
