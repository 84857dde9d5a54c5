//! Bytes as real terminals send them in, the events they stand for out.

mod keys;
mod random;
mod reading;
mod replies;

use super::decode::Decoder;
use super::event::{Mouse, MouseKind, TerminalEvent, TerminalReply};

/// What one terminal sends in one go, and what is left when it falls silent.
fn decode(bytes: &[u8]) -> Vec<TerminalEvent> {
    decode_pieces(&[bytes])
}

/// The same, read in pieces.
fn decode_pieces(pieces: &[&[u8]]) -> Vec<TerminalEvent> {
    let mut decoder = Decoder::new();
    let mut events = Vec::new();
    for piece in pieces {
        events.extend(decoder.feed(piece));
    }
    events.extend(decoder.flush());
    assert_eq!(decoder.timeout(), None, "{pieces:?}");
    events
}

/// Events in words: keys by the names the help has for them.
fn words(events: &[TerminalEvent]) -> String {
    let words: Vec<String> = events.iter().map(word).collect();
    words.join(" ")
}

fn word(event: &TerminalEvent) -> String {
    match event {
        TerminalEvent::Key(key) => key.to_string(),
        TerminalEvent::TakeBackEscape => "take-back".to_owned(),
        TerminalEvent::Paste(text) => format!("paste({text})"),
        TerminalEvent::Mouse(Mouse { kind, col, row }) => {
            let kind = match kind {
                MouseKind::Press(button) => format!("press-{button:?}"),
                MouseKind::Release(button) => format!("release-{button:?}"),
                MouseKind::Drag(button) => format!("drag-{button:?}"),
                wheel => format!("{wheel:?}"),
            };
            format!("{kind}@{col},{row}")
        }
        TerminalEvent::Reply(TerminalReply::Other) => "other".to_owned(),
        TerminalEvent::Reply(reply) => format!("{reply:?}"),
    }
}

/// `expected` in words; every way to cut the bytes in two gives the same (of long ones, some).
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    let bytes = bytes.as_ref();
    let shown = bytes.escape_ascii();
    assert_eq!(words(&decode(bytes)), expected, "{shown}");
    for at in (0..=bytes.len()).step_by(1 + bytes.len() / 200) {
        let (before, after) = bytes.split_at(at);
        assert_eq!(
            words(&decode_pieces(&[before, after])),
            expected,
            "{shown} cut at {at}"
        );
    }
}
