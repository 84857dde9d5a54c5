//! Bytes from a terminal in, in pieces of any size; [`TerminalEvent`]s out.
//!
//! Own code and not crossterm's, because a terminal is asked questions at the start and may answer late, over ssh very
//! late: an answer that is not understood must be dropped whole, never typed into the search box. The grammar is that
//! of ECMA-48 as the VT500 reads it, with what real keyboards send besides.
//!
//! ```text
//! ESC [ … final     CSI: a key or an answer             ESC P ] X ^ _ … ST     a string: an answer
//! ESC O … final     SS3: a key                          ESC c                  Alt and c
//! ESC [ 200 ~ …     paste, up to ESC [ 201 ~            c                      a key, UTF-8
//! ```
//!
//! Invariants: the same bytes give the same events however they are cut; no input panics or takes more than linear
//! time; what is held is bounded; no byte of an answer becomes a key. Only time distinguishes Esc from the beginning of a
//! sequence: the reader waits for [`Decoder::timeout`] and then calls [`Decoder::flush`]. The C1 bytes of eight-bit
//! terminals are not understood: they are parts of UTF-8 characters.

use std::time::Duration;

use super::control_string::ControlString;
use super::decoder_state::DecoderState;
use super::event::{TerminalEvent, TerminalReply};
use super::key_codes;
use super::paste::Paste;
use super::sequence::{self, Meaning};
use super::waits::{
    ANSWER_ESC_TIMEOUT, ANSWER_TIMEOUT, ESC_TIMEOUT, EscapeWait, SEQUENCE_TIMEOUT, TAIL_TIMEOUT,
    Tail,
};
use crate::app::key::{Code, KeyPress};

/// Most bytes of a CSI or SS3 sequence; real ones have a dozen, and a longer one is dropped whole.
const MAX_SEQUENCE_BYTES: usize = 256;

const ESC: u8 = 0x1b;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const BEL: u8 = 0x07;

/// The state between two pieces of input.
#[derive(Debug, Default)]
pub struct Decoder {
    state: DecoderState,
    /// ESC stood before what has begun (before a character: Alt).
    alt: bool,
    /// The bytes of a sequence or character that has begun, without introducer.
    held: Vec<u8>,
    string: ControlString,
    paste: Paste,
    expects_position: bool,
    expects_answers: bool,
    /// Longest wait after a lone ESC.
    escape_wait: EscapeWait,
    tail: Tail,
    events: Vec<TerminalEvent>,
}

impl Decoder {
    pub fn new() -> Decoder {
        Decoder::default()
    }

    /// While true, `CSI row ; col R` is an answer. Otherwise it is F3 where it can be.
    pub fn expect_position(&mut self, expected: bool) {
        self.expects_position = expected;
    }

    /// While true, what begins with ESC may be an answer that ssh has split: [`ANSWER_ESC_TIMEOUT`] holds.
    pub fn expect_answers(&mut self, expected: bool) {
        self.expects_answers = expected;
    }

    /// The bytes come over ssh: they may come apart, and a lone ESC waits longer.
    pub fn over_ssh(self, over_ssh: bool) -> Decoder {
        Decoder {
            escape_wait: EscapeWait::new(over_ssh),
            ..self
        }
    }

    /// An Esc was delivered longer than [`TAIL_TIMEOUT`] ago: what comes now has nothing to do with it.
    pub fn forget_escape(&mut self) {
        if self.tail == Tail::Awaited {
            self.tail = Tail::None;
        }
    }

    /// What became complete with these bytes, in order.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<TerminalEvent> {
        for byte in bytes {
            self.step(*byte);
        }
        std::mem::take(&mut self.events)
    }

    /// Longest wait for more bytes before [`Decoder::flush`]; `None` if nothing has begun.
    pub fn timeout(&self) -> Option<Duration> {
        match self.state {
            DecoderState::Ground => None,
            DecoderState::Escape if self.expects_answers => Some(ANSWER_ESC_TIMEOUT),
            DecoderState::Escape => Some(self.escape_wait.time()),
            // O is a key of its own, and whoever has pressed it waits for what it does.
            DecoderState::Ss3 if self.tail == Tail::Begun => Some(ESC_TIMEOUT),
            DecoderState::Csi if self.tail == Tail::Begun => Some(TAIL_TIMEOUT),
            DecoderState::Paste => Some(SEQUENCE_TIMEOUT),
            _ if self.expects_answers => Some(ANSWER_TIMEOUT),
            _ => Some(SEQUENCE_TIMEOUT),
        }
    }

    /// Gives up waiting: a lone ESC is Esc, a paste is delivered as far as it came, half a sequence is forgotten.
    pub fn flush(&mut self) -> Vec<TerminalEvent> {
        match self.state {
            DecoderState::Escape => {
                self.settle_alt();
                self.push_key(KeyPress::plain(Code::Esc));
                self.reset();
                self.tail = Tail::Awaited;
            }
            DecoderState::Paste => self.finish_paste(),
            _ => self.abandon(),
        }
        if self.state != DecoderState::Ground {
            self.reset();
        }
        std::mem::take(&mut self.events)
    }

    fn step(&mut self, byte: u8) {
        match self.state {
            DecoderState::Ground => self.ground(byte),
            DecoderState::Char => self.continue_char(byte),
            DecoderState::Escape => self.escape(byte),
            DecoderState::Csi | DecoderState::Ss3 => self.sequence(byte),
            DecoderState::Linux => self.linux(byte),
            DecoderState::OldMouse(left) => self.old_mouse(byte, left),
            DecoderState::String => self.string(byte),
            DecoderState::StringEscape => self.string_escape(byte),
            DecoderState::Paste => self.paste(byte),
        }
    }

    fn ground(&mut self, byte: u8) {
        let may_be_tail = std::mem::take(&mut self.tail) == Tail::Awaited;
        match byte {
            ESC => self.state = DecoderState::Escape,
            b'[' | b'O' if may_be_tail => {
                self.tail = Tail::Begun;
                self.state = if byte == b'[' {
                    DecoderState::Csi
                } else {
                    DecoderState::Ss3
                };
            }
            0..0x20 | 0x7f => self.push_key(key_codes::control(byte)),
            0x20..0x7f => self.push_key(KeyPress::plain(Code::Char(char::from(byte)))),
            0x80.. => {
                self.state = DecoderState::Char;
                self.continue_char(byte);
            }
        }
    }

    /// Invalid bytes are dropped; the one that shows it may begin something new.
    fn continue_char(&mut self, byte: u8) {
        self.held.push(byte);
        match std::str::from_utf8(&self.held) {
            Ok(text) => {
                let c = text.chars().next().filter(|c| !c.is_control());
                self.state = DecoderState::Ground;
                self.held.clear();
                if let Some(c) = c {
                    self.push_key(KeyPress::plain(Code::Char(c)));
                }
                self.alt = false;
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                let first = self.held.len() == 1;
                self.reset();
                if !first {
                    self.ground(byte);
                }
            }
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            ESC => {
                self.settle_alt();
                self.alt = true;
            }
            b'[' => self.state = DecoderState::Csi,
            b'O' => self.state = DecoderState::Ss3,
            b'P' | b']' | b'X' | b'^' | b'_' => {
                self.settle_alt();
                self.state = DecoderState::String;
                self.string = ControlString::new(byte);
            }
            // ST, of a string that was given up.
            b'\\' => {
                self.settle_alt();
                self.reset();
            }
            _ => {
                self.settle_alt();
                self.state = DecoderState::Ground;
                self.alt = true;
                self.ground(byte);
            }
        }
    }

    /// CSI or SS3, up to the final byte.
    fn sequence(&mut self, byte: u8) {
        let csi = self.state == DecoderState::Csi;
        match byte {
            CAN | SUB => self.reset(),
            b'[' if csi && self.held.is_empty() => self.state = DecoderState::Linux,
            b'M' if csi && self.held.is_empty() => self.state = DecoderState::OldMouse(3),
            // rxvt's final byte for Shift; elsewhere an intermediate one.
            b'$' if csi && self.holds_one_number() => self.finish_sequence(byte),
            0x20..0x30 | b'<'..=b'?' if !csi => self.finish_sequence(byte),
            0x20..0x40 => {
                if self.held.len() <= MAX_SEQUENCE_BYTES {
                    self.held.push(byte);
                }
            }
            // Of what people may type after O none is a key of a terminal.
            b'a'..=b'z' if self.tail == Tail::Begun && !csi => {
                self.abandon();
                self.ground(byte);
            }
            0x40..0x7f => self.finish_sequence(byte),
            _ => {
                self.abandon();
                self.ground(byte);
            }
        }
    }

    fn holds_one_number(&self) -> bool {
        !self.held.is_empty() && self.held.iter().all(u8::is_ascii_digit)
    }

    fn finish_sequence(&mut self, last: u8) {
        let meaning = match self.state {
            _ if self.held.len() > MAX_SEQUENCE_BYTES => Meaning::Nothing,
            DecoderState::Ss3 => sequence::ss3(&self.held, last),
            DecoderState::Linux => sequence::linux(last),
            _ => sequence::csi(&self.held, last, self.expects_position),
        };
        if std::mem::take(&mut self.tail) == Tail::Begun {
            if meaning == Meaning::Nothing {
                return self.typed_after_all(last);
            }
            self.events.push(TerminalEvent::TakeBackEscape);
        }
        match meaning {
            Meaning::Key(key) => self.push_key(key),
            // The ESC before it was a key: nobody holds Alt while a terminal answers.
            Meaning::Report(event) => {
                self.settle_alt();
                self.events.push(event);
            }
            Meaning::PasteBegins => {
                self.settle_alt();
                self.reset();
                self.state = DecoderState::Paste;
                return;
            }
            Meaning::Nothing => {}
        }
        self.reset();
    }

    /// What might have been the rest of a sequence was typed.
    fn typed_after_all(&mut self, last: u8) {
        let first = if self.state == DecoderState::Ss3 {
            b'O'
        } else {
            b'['
        };
        let held = std::mem::take(&mut self.held);
        self.reset();
        for byte in [first].into_iter().chain(held).chain([last]) {
            self.ground(byte);
        }
    }

    fn linux(&mut self, byte: u8) {
        if matches!(byte, 0x20..0x7f) {
            self.finish_sequence(byte);
        } else {
            self.reset();
            self.ground(byte);
        }
    }

    fn old_mouse(&mut self, byte: u8, left: u8) {
        match byte {
            // Coordinates begin at 32: this is no mouse report.
            0..0x20 => {
                self.reset();
                self.ground(byte);
            }
            _ if left > 1 => self.state = DecoderState::OldMouse(left - 1),
            _ => self.reset(),
        }
    }

    fn string(&mut self, byte: u8) {
        match byte {
            BEL => self.finish_string(),
            CAN | SUB => {
                self.events.push(TerminalEvent::Reply(TerminalReply::Other));
                self.reset();
            }
            ESC => self.state = DecoderState::StringEscape,
            _ => self.string.push(byte),
        }
    }

    fn string_escape(&mut self, byte: u8) {
        if byte == b'\\' {
            self.finish_string();
        } else {
            self.abandon();
            self.state = DecoderState::Escape;
            self.escape(byte);
        }
    }

    fn finish_string(&mut self) {
        let string = std::mem::take(&mut self.string);
        self.events.push(TerminalEvent::Reply(string.into_reply()));
        self.reset();
    }

    fn paste(&mut self, byte: u8) {
        if self.paste.push(byte) {
            self.finish_paste();
        }
    }

    fn finish_paste(&mut self) {
        let paste = std::mem::take(&mut self.paste);
        self.events.push(TerminalEvent::Paste(paste.into_text()));
        self.reset();
    }

    /// Forgets what has begun. An introducer with nothing behind it was Alt and a character.
    fn abandon(&mut self) {
        let in_string = matches!(
            self.state,
            DecoderState::String | DecoderState::StringEscape
        );
        let introducer = match self.state {
            DecoderState::Csi if self.held.is_empty() => Some(b'['),
            DecoderState::Ss3 if self.held.is_empty() => Some(b'O'),
            _ if in_string => self.string.lone_introducer(),
            _ => None,
        };
        if let Some(c) = introducer {
            self.settle_alt();
            self.alt = self.tail != Tail::Begun;
            self.push_key(KeyPress::plain(Code::Char(char::from(c))));
        } else if in_string {
            self.events.push(TerminalEvent::Reply(TerminalReply::Other));
        }
        self.reset();
    }

    /// ESC before something that takes no Alt was the Esc key.
    fn settle_alt(&mut self) {
        if std::mem::take(&mut self.alt) {
            self.push_key(KeyPress::plain(Code::Esc));
        }
    }

    fn push_key(&mut self, mut key: KeyPress) {
        key.alt |= std::mem::take(&mut self.alt);
        self.events.push(TerminalEvent::Key(key));
    }

    /// Back to where nothing has begun.
    fn reset(&mut self) {
        self.state = DecoderState::Ground;
        self.alt = false;
        self.tail = Tail::None;
        self.held.clear();
    }
}
