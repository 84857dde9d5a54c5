//! Properties: nothing panics, nothing depends on how bytes are cut, no answer is ever typed.

use proptest::prelude::*;

use super::replies::TERMINALS;
use super::{decode, decode_pieces};
use crate::tui::input::decode::Decoder;
use crate::tui::input::event::TerminalEvent;

/// Bytes that begin, go on with and end sequences, more often than chance would.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let sharp = prop::sample::select(
        b"\x1b\x1b\x1b[[]PO_\\;:$?><019AMRuy~^cn\x07\x18\r |\xd8\xb3\xff".to_vec(),
    );
    let mark = prop::sample::select(vec!["\x1b[200~", "\x1b[201~", "\x1b\\", "\x1bP>|", "سلام"]);
    let piece = prop_oneof![
        6 => sharp.prop_map(|byte| vec![byte]),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => mark.prop_map(|mark| mark.as_bytes().to_vec()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Everything the sixteen terminals answered, and some of what others would.
fn answers() -> Vec<String> {
    let others = [
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]4;1;rgb:aa/bb/cc\x07",
        "\x1b[I",
        "\x1b[O",
        "\x1b[?1u",
        "\x1b[24;80R",
    ];
    let measured = TERMINALS.iter().flat_map(|(_, answers)| answers);
    measured
        .chain(&others)
        .filter(|answer| !answer.is_empty())
        .map(|answer| (*answer).to_owned())
        .collect()
}

/// A letter typed, or an answer that comes meanwhile.
#[derive(Clone, Debug)]
enum Sent {
    Typed(char),
    Answer(String),
}

fn sent() -> impl Strategy<Value = Vec<Sent>> {
    let typed = prop::char::any().prop_filter("text", |c| !c.is_control());
    let arabic = prop::char::range('\u{621}', '\u{652}');
    let one = prop_oneof![
        2 => typed.prop_map(Sent::Typed),
        2 => arabic.prop_map(Sent::Typed),
        2 => prop::char::range(' ', '~').prop_map(Sent::Typed),
        3 => prop::sample::select(answers()).prop_map(Sent::Answer),
    ];
    prop::collection::vec(one, 0..40)
}

/// Lengths of the pieces, repeated until the bytes are used up.
fn pieces(bytes: &[u8], sizes: &[usize]) -> Vec<Vec<u8>> {
    let mut rest = bytes;
    let mut pieces = Vec::new();
    for size in sizes.iter().cycle() {
        let (piece, after) = rest.split_at((*size).min(rest.len()));
        pieces.push(piece.to_vec());
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    pieces
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn cutting_changes_nothing(bytes in bytes(), sizes in prop::collection::vec(1_usize..5, 1..9)) {
        let pieces = pieces(&bytes, &sizes);
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(decode_pieces(&pieces), decode(&bytes));
    }

    #[test]
    fn no_bytes_panic_though_they_fall_silent_at_any_place(bytes in prop::collection::vec(any::<u8>(), 0..200), silences in prop::collection::vec(any::<bool>(), 200)) {
        let mut decoder = Decoder::new();
        for (byte, silent) in bytes.iter().zip(silences) {
            let _ = decoder.feed(&[*byte]);
            if silent {
                let _ = decoder.flush();
                prop_assert_eq!(decoder.timeout(), None);
            }
        }
    }

    #[test]
    fn what_is_typed_among_answers_comes_out_exactly(sent in sent(), sizes in prop::collection::vec(1_usize..9, 1..9)) {
        let mut bytes = Vec::new();
        let (mut typed, mut answered) = (String::new(), 0);
        for one in &sent {
            match one {
                Sent::Typed(c) => {
                    typed.push(*c);
                    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                Sent::Answer(answer) => {
                    answered += 1;
                    bytes.extend_from_slice(answer.as_bytes());
                }
            }
        }
        let pieces = pieces(&bytes, &sizes);
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        let events = decode_pieces(&pieces);
        prop_assert_eq!(events.len(), typed.chars().count() + answered);
        let keys: Option<String> = events
            .iter()
            .filter_map(|event| match event {
                TerminalEvent::Key(key) => Some(key.typed()),
                _ => None,
            })
            .collect();
        prop_assert_eq!(keys, Some(typed));
    }
}
