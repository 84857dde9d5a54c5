//! From the bytes of one whole control sequence (CSI or SS3, ECMA-48 5.4) to its [`Meaning`].
//!
//! A terminal's answers have a private marker, an intermediate or a final byte of their own; keys have none of these.
//! What is neither a known key nor a known answer is dropped whole.

use super::event::{Button, Mouse, MouseKind, TerminalEvent, TerminalReply};
use super::key_codes::{self, Modifiers};
use crate::app::key::KeyPress;

/// What a control sequence stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A key, to which Alt may yet be added.
    Key(KeyPress),
    /// What no key sends.
    Report(TerminalEvent),
    PasteBegins,
    /// A key without a name here, or a malformed sequence.
    Nothing,
}

impl From<Option<KeyPress>> for Meaning {
    fn from(key: Option<KeyPress>) -> Meaning {
        key.map_or(Meaning::Nothing, Meaning::Key)
    }
}

impl From<TerminalReply> for Meaning {
    fn from(reply: TerminalReply) -> Meaning {
        Meaning::Report(TerminalEvent::Reply(reply))
    }
}

/// A parameter with its first two sub-parameters (`code : shifted : base`); `None` where nothing stands.
type Parameter = [Option<u32>; 3];

/// A control sequence taken apart.
struct Sequence {
    /// `<`, `=`, `>` or `?`: a private sequence.
    marker: Option<u8>,
    parameters: Vec<Parameter>,
    /// The intermediate byte, if there is one.
    intermediate: Option<u8>,
    last: u8,
}

/// The meaning of `CSI body last`. `position`: a cursor position was asked for, so that `CSI 1 ; 5 R` is one and not a
/// key (F3 with Ctrl).
pub(super) fn csi(body: &[u8], last: u8, position: bool) -> Meaning {
    let Some(sequence) = Sequence::parse(body, last) else {
        return Meaning::Nothing;
    };
    match (sequence.marker, sequence.intermediate, last) {
        (Some(b'<'), None, b'M' | b'm') => sequence.mouse(),
        (Some(b'?') | None, Some(b'$'), b'y') => sequence.mode().into(),
        (Some(b'?'), None, b'c') => TerminalReply::PrimaryAttributes(sequence.numbers()).into(),
        (Some(b'>'), None, b'c') => TerminalReply::SecondaryAttributes(sequence.numbers()).into(),
        (Some(b'?'), None, b'R') => sequence.position(),
        (None, None, b'R') if position || !sequence.is_f3() => sequence.position(),
        (None, None, b'I') => TerminalReply::Focused.into(),
        // Focus lost, status, size, parameters.
        (None, None, b'O' | b'n' | b't' | b'x') => TerminalReply::Other.into(),
        (None, None, b'~' | b'^' | b'$' | b'@') => sequence.numbered_key(),
        (None, None, b'u') => sequence.code_point(0, 1),
        (None, None, _) => sequence.lettered_key(),
        (_, _, _) => TerminalReply::Other.into(),
    }
}

/// The meaning of `SS3 body last`; the body is empty but for modifiers as old Konsoles send them (`SS3 5 P`).
pub(super) fn ss3(body: &[u8], last: u8) -> Meaning {
    let Some(sequence) = Sequence::parse(body, last) else {
        return Meaning::Nothing;
    };
    if let Some(code) = key_codes::rxvt_arrow(last) {
        return key_codes::modified(code, Modifiers::CTRL).into();
    }
    key_codes::lettered(last)
        .or_else(|| key_codes::keypad(last))
        .and_then(|code| key_codes::modified(code, sequence.modifiers()))
        .into()
}

/// The key of `CSI [ letter`: F1 to F5 on the Linux console.
pub(super) fn linux(last: u8) -> Meaning {
    match last {
        b'A'..=b'E' => key_codes::numbered(u32::from(last - b'A' + 11)).map(KeyPress::plain),
        _ => None,
    }
    .into()
}

impl Sequence {
    fn parse(body: &[u8], last: u8) -> Option<Sequence> {
        let (marker, body) = match body {
            [marker @ b'<'..=b'?', rest @ ..] => (Some(*marker), rest),
            _ => (None, body),
        };
        let (body, intermediate) = match body {
            [rest @ .., intermediate @ 0x20..=0x2f] => (rest, Some(*intermediate)),
            _ => (body, None),
        };
        let parameters = if body.is_empty() {
            Vec::new()
        } else {
            body.split(|byte| *byte == b';')
                .map(parameter)
                .collect::<Option<_>>()?
        };
        Some(Sequence {
            marker,
            parameters,
            intermediate,
            last,
        })
    }

    fn get(&self, at: usize) -> Option<u32> {
        self.sub(at, 0)
    }

    fn sub(&self, at: usize, sub: usize) -> Option<u32> {
        *self.parameters.get(at)?.get(sub)?
    }

    fn numbers(&self) -> Vec<u32> {
        let first = |p: &Parameter| p.first().copied().flatten().unwrap_or(0);
        self.parameters.iter().map(first).collect()
    }

    fn mouse(&self) -> Meaning {
        let cell = |at| Some(u16::try_from(self.get(at)?).ok()?.saturating_sub(1));
        let (Some(state), Some(col), Some(row)) = (self.get(0), cell(1), cell(2)) else {
            return Meaning::Nothing;
        };
        mouse_kind(state, self.last).map_or(TerminalReply::Other.into(), |kind| {
            Meaning::Report(TerminalEvent::Mouse(Mouse { kind, col, row }))
        })
    }

    /// DECRPM.
    fn mode(&self) -> TerminalReply {
        let mode = self.get(0).and_then(|mode| u16::try_from(mode).ok());
        let state = self.get(1).and_then(|state| u8::try_from(state).ok());
        match (mode, state) {
            (Some(mode), Some(state)) => TerminalReply::Mode {
                mode,
                private: self.marker.is_some(),
                state,
            },
            _ => TerminalReply::Other,
        }
    }

    /// `CSI R`, or `CSI 1 ; modifiers R` with any of xterm's modifiers: a key where no position was asked for.
    fn is_f3(&self) -> bool {
        let modified = self.get(0) == Some(1) && matches!(self.get(1), Some(2..=16));
        self.parameters.is_empty() || (modified && self.parameters.len() == 2)
    }

    /// CPR, or DECXCPR with its page left out.
    fn position(&self) -> Meaning {
        let cell = |at| Some(u16::try_from(self.get(at)?).ok()?.saturating_sub(1));
        match (cell(0), cell(1)) {
            (Some(row), Some(col)) => TerminalReply::CursorPosition { col, row },
            _ => TerminalReply::Other,
        }
        .into()
    }

    fn numbered_key(&self) -> Meaning {
        match (self.get(0), self.last) {
            (Some(200), b'~') => Meaning::PasteBegins,
            // xterm's modifyOtherKeys.
            (Some(27), b'~') if self.parameters.len() == 3 => self.code_point(2, 1),
            (Some(number), last) => {
                let modifiers = match last {
                    b'^' => Modifiers::CTRL,
                    b'$' => Modifiers::SHIFT,
                    b'@' => Modifiers::CTRL_SHIFT,
                    _ => self.modifiers(),
                };
                let code = key_codes::numbered(number).filter(|_| !self.is_release(1));
                code.and_then(|code| key_codes::modified(code, modifiers))
                    .into()
            }
            (None, _) => Meaning::Nothing,
        }
    }

    fn lettered_key(&self) -> Meaning {
        let rxvt = key_codes::rxvt_arrow(self.last)
            .filter(|_| self.parameters.is_empty())
            .map(|code| (code, Modifiers::SHIFT));
        key_codes::lettered(self.last)
            .map(|code| (code, self.modifiers()))
            .or(rxvt)
            .filter(|_| !self.is_release(1))
            .and_then(|(code, modifiers)| key_codes::modified(code, modifiers))
            .into()
    }

    /// A key given by its code point at one parameter, its modifiers at another.
    fn code_point(&self, code: usize, modifiers: usize) -> Meaning {
        let pressed = Modifiers::from_parameter(self.get(modifiers).unwrap_or(1));
        self.get(code)
            .filter(|_| !self.is_release(modifiers))
            .and_then(|value| {
                key_codes::code_point(value, self.sub(code, 1), self.sub(code, 2), pressed)
            })
            .into()
    }

    /// `CSI 1 ; modifiers A`, or a lone parameter as older terminals send it (`CSI 5 A`).
    fn modifiers(&self) -> Modifiers {
        let lone = self.parameters.len() == 1 && self.last != b'~';
        Modifiers::from_parameter(self.get(usize::from(!lone)).unwrap_or(1))
    }

    /// kitty: 1 pressed, 2 repeating, 3 released.
    fn is_release(&self, modifiers: usize) -> bool {
        self.sub(modifiers, 1) == Some(3)
    }
}

/// `None` if anything but digits and colons stands in it. Numbers too large are the largest.
fn parameter(bytes: &[u8]) -> Option<Parameter> {
    let mut parameter = Parameter::default();
    for (at, digits) in bytes.split(|byte| *byte == b':').enumerate() {
        let mut number = None;
        for byte in digits {
            let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
            let tens = number.unwrap_or(0_u32).saturating_mul(10);
            number = Some(tens.saturating_add(digit));
        }
        if let Some(place) = parameter.get_mut(at) {
            *place = number;
        }
    }
    Some(parameter)
}

/// The low bits number the button, then come modifiers, motion, the wheel. `None`: motion with no button down, the
/// wheel sideways, buttons beyond the third.
fn mouse_kind(state: u32, last: u8) -> Option<MouseKind> {
    const MODIFIERS: u32 = 4 | 8 | 16;
    const MOTION: u32 = 32;
    let pressed = last == b'M';
    let button = match state & !MODIFIERS & !MOTION {
        0 => Button::Left,
        1 => Button::Middle,
        2 => Button::Right,
        64 if pressed => return Some(MouseKind::WheelUp),
        65 if pressed => return Some(MouseKind::WheelDown),
        _ => return None,
    };
    Some(match (pressed, state & MOTION != 0) {
        (false, _) => MouseKind::Release(button),
        (true, true) => MouseKind::Drag(button),
        (true, false) => MouseKind::Press(button),
    })
}
