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
        if !(goes_on && events.len() > 1 || is_pasted(&text)) {
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
            // A line end as a line feed.
            Code::Char('j') if *key == line_feed() => Some('\n'),
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

/// Several words and a line end are pasted, unless a box for them is opened first.
fn is_pasted(text: &str) -> bool {
    let is_word =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= MIN_WORD_LETTERS;
    let words = |line: &str| line.split_whitespace().filter(|word| is_word(word)).count();
    text.contains('\n')
        && !text.starts_with(['/', ':', ';'])
        && text.lines().any(|line| words(line) >= 2)
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
    }

    #[test]
    fn keys_typed_ahead_stay_keys() {
        check("/سوريا\rjj", None);
        check("/ميناء المرجان\rjj", None);
        check("سوريا\rjj", None);
        check("jj jj", None);
        check("j j k\r", None);
        check("q", None);
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
        let later = soon + Duration::from_millis(200);
        assert_eq!(bursts.take(events("jj"), later), events("jj"));
    }
}
