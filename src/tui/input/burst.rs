//! Whether the keys that came in one read were pasted: into a terminal that does not put a paste in brackets.
//!
//! A paste taken for keys is a row of commands, one of which may end the program: ض is the key of q. Keys that were typed
//! ahead while a slow line stalled come in one read too, and stay keys.

use std::time::{Duration, Instant};

use super::event::TerminalEvent;
use crate::app::key::{Code, KeyPress};

/// Longest time between two reads of one paste, which the kernel hands on in pieces.
const MAX_PIECE_GAP: Duration = Duration::from_millis(50);

/// Fewest letters of what counts as a word here: commands typed ahead are single letters, with a blank between them to
/// page on.
const MIN_WORD_LETTERS: usize = 2;

/// The same of a word that is alone on its line.
const MIN_LONE_WORD_LETTERS: usize = 3;

/// Keys before the one that opens a box: a count, a move.
const MAX_KEYS_BEFORE_BOX: usize = 2;

/// Bytes that nobody types ahead.
const MAX_TYPED_BYTES: usize = 1024;

/// Finds pastes among what comes read by read.
#[derive(Debug, Default)]
pub(super) struct Bursts {
    /// When the last piece of a paste came.
    pasted: Option<Instant>,
}

impl Bursts {
    /// The events of one read that came `now`; those of a paste as that.
    pub(super) fn take(&mut self, events: Vec<TerminalEvent>, now: Instant) -> Vec<TerminalEvent> {
        let goes_on = self
            .pasted
            .take()
            .is_some_and(|before| now.duration_since(before) <= MAX_PIECE_GAP);
        let Some(text) = typed_text(&events) else {
            return events;
        };
        if !(goes_on || is_pasted(&text)) {
            return events;
        }
        self.pasted = Some(now);
        vec![TerminalEvent::Paste(text)]
    }
}

/// What keys that all type something type; `None` where one of them does not.
fn typed_text(events: &[TerminalEvent]) -> Option<String> {
    let typed = |event: &TerminalEvent| match event {
        TerminalEvent::Key(key) => match key.code {
            Code::Enter if !key.alt => Some('\n'),
            Code::Tab if !key.alt => Some('\t'),
            // A line end as a line feed; other controls part words.
            Code::Char('j') if *key == line_feed() => Some('\n'),
            Code::Char(_) if key.ctrl && !key.alt => Some(' '),
            _ => key.typed(),
        },
        _ => None,
    };
    events.iter().map(typed).collect()
}

fn line_feed() -> KeyPress {
    KeyPress {
        ctrl: true,
        ..KeyPress::plain(Code::Char('j'))
    }
}

/// Several words and a line end are pasted, two lines of words, or more than anybody types ahead; unless a box for them is
/// opened first, perhaps after a count.
fn is_pasted(text: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let words = |line: &str, least: usize| {
        let words = line.split_whitespace();
        words.filter(|word| letters(word) >= least).count()
    };
    let opens_box = |c| matches!(c, '/' | ':' | ';' | '\\');
    let mut first = text.chars().take(MAX_KEYS_BEFORE_BOX + 1);
    if first.any(opens_box) && !text.starts_with(char::is_whitespace) {
        return false;
    }
    let sentence = text.lines().any(|line| words(line, MIN_WORD_LETTERS) >= 2);
    let lines = text
        .lines()
        .filter(|line| words(line, MIN_LONE_WORD_LETTERS) > 0);
    text.len() >= MAX_TYPED_BYTES || text.contains('\n') && (sentence || lines.count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::input::decode::Decoder;

    fn events(bytes: &str) -> Vec<TerminalEvent> {
        Decoder::new().feed(bytes.as_bytes())
    }

    #[track_caller]
    fn check(bytes: &str, pasted: Option<&str>) {
        let keys = events(bytes);
        let expected = match pasted {
            Some(text) => vec![TerminalEvent::Paste(text.to_owned())],
            None => keys.clone(),
        };
        let taken = Bursts::default().take(keys, Instant::now());
        assert_eq!(taken, expected, "{bytes:?}");
    }

    #[test]
    fn lines_of_several_words_are_a_paste() {
        check("ميناء المرجان\rضوء جديد", Some("ميناء المرجان\nضوء جديد"));
        check("coral reef\nquiet", Some("coral reef\nquiet"));
        check("ضوء\rفي المرفأ\r", Some("ضوء\nفي المرفأ\n"));
        check("ضوء\rميناء\rبحر\r", Some("ضوء\nميناء\nبحر\n"));
        check("سطر أول\u{c}سطر ثان\r", Some("سطر أول سطر ثان\n"));
        let long = "ميناء المرجان ".repeat(100);
        check(&long, Some(&long));
    }

    #[test]
    fn keys_typed_ahead_stay_keys() {
        check("/سوريا\rjj", None);
        check("/ميناء المرجان\rjj", None);
        check("سوريا\rjj", None);
        check("jj jj", None);
        check("j j k\r", None);
        check("q", None);
        check("\\من في\rn", None);
        check("5j/سوريا لبنان\r", None);
        check("5/سوريا لبنان\r", None);
        check("/coral reef\x1b[B", None);
    }

    #[test]
    fn a_long_paste_is_one_through_all_its_pieces() {
        let mut bursts = Bursts::default();
        let start = Instant::now();
        let first = bursts.take(events("ميناء المرجان\rضو"), start);
        assert!(matches!(first.as_slice(), [TerminalEvent::Paste(_)]));
        let soon = start + Duration::from_millis(10);
        let second = bursts.take(events("ء جديد"), soon);
        assert_eq!(second, [TerminalEvent::Paste("ء جديد".to_owned())]);
        // Also where a piece is a single letter, perhaps one that is a command.
        let last = bursts.take(events("ض"), soon + Duration::from_millis(10));
        assert_eq!(last, [TerminalEvent::Paste("ض".to_owned())]);
        let later = soon + Duration::from_millis(200);
        assert_eq!(bursts.take(events("jj"), later), events("jj"));
    }
}
