//! From a control byte, a final byte or a number of a key sequence to the key it stands for.
//!
//! The tables are the union of what xterm, the VT220, rxvt, the Linux console, `PuTTY` and kitty send; where two disagree
//! xterm wins. Shift shows in the char itself; on other keys it says nothing here.

use crate::app::key::{Code, KeyPress};
use crate::app::keyboard::with_shift;

/// The modifiers of a sequence: xterm's parameter less one, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Modifiers(u32);

impl Modifiers {
    pub(super) const SHIFT: Modifiers = Modifiers(1);
    pub(super) const CTRL: Modifiers = Modifiers(4);
    pub(super) const CTRL_SHIFT: Modifiers = Modifiers(5);

    /// From the parameter as sent: 1 is none of them.
    pub(super) fn from_parameter(parameter: u32) -> Modifiers {
        Modifiers(parameter.saturating_sub(1))
    }

    fn shift(self) -> bool {
        self.0 & 1 != 0
    }

    fn ctrl(self) -> bool {
        self.0 & 4 != 0
    }

    /// Alt, or Super, Hyper, Meta: whatever makes a letter no text.
    fn alt(self) -> bool {
        self.0 & (2 | 8 | 16 | 32) != 0
    }
}

/// The key of a control byte (C0 or DEL), as in raw mode.
pub(super) fn control(byte: u8) -> KeyPress {
    let ctrl = |c: u8| KeyPress {
        ctrl: true,
        ..KeyPress::plain(Code::Char(char::from(c)))
    };
    match byte {
        b'\t' => KeyPress::plain(Code::Tab),
        b'\r' => KeyPress::plain(Code::Enter),
        0x1b => KeyPress::plain(Code::Esc),
        0x7f => KeyPress::plain(Code::Backspace),
        0 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte + 0x60),
        _ => ctrl(byte | 0x40),
    }
}

/// The key with its modifiers; `None` for Shift-Tab, for which the app has no name.
pub(super) fn modified(code: Code, modifiers: Modifiers) -> Option<KeyPress> {
    if code == Code::Tab && modifiers.shift() {
        return None;
    }
    Some(KeyPress {
        ctrl: modifiers.ctrl(),
        alt: modifiers.alt(),
        ..KeyPress::plain(code)
    })
}

/// The key of a code point (`CSI 111 ; 5 u`, `CSI 27 ; 5 ; 111 ~`), just as the classic encoding would have it: Ctrl
/// and a letter is lower case, Ctrl-i is Tab, Ctrl-m is Enter. `shifted` is what kitty says that Shift makes of it, `base`
/// what the same key sends on a US layout.
pub(super) fn code_point(
    value: u32,
    shifted: Option<u32>,
    base: Option<u32>,
    modifiers: Modifiers,
) -> Option<KeyPress> {
    if let Some(code) = functional(value) {
        return modified(code, modifiers);
    }
    let mut c = char::from_u32(value).filter(|c| !c.is_control() && !is_private(*c))?;
    // A Latin layout has its letters where the user knows them to be.
    let base = base
        .and_then(char::from_u32)
        .filter(|base| base.is_ascii_graphic() && !c.is_ascii());
    let controlled = base.unwrap_or(c);
    if modifiers.ctrl() && matches!(controlled, '@'..='_' | 'a'..='z') {
        let key = control(controlled as u8 & 0x1f);
        return Some(KeyPress {
            alt: modifiers.alt(),
            ..key
        });
    }
    if modifiers.shift() {
        c = shifted
            .and_then(char::from_u32)
            .filter(|c| !c.is_control() && !is_private(*c))
            .unwrap_or_else(|| upper_case(c));
    }
    let base = base.map(|base| {
        if modifiers.shift() {
            with_shift(base)
        } else {
            base
        }
    });
    let key = modified(Code::Char(c), modifiers)?;
    Some(KeyPress { base, ..key })
}

/// kitty numbers keys without a character in the private use area.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn upper_case(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(single), None) => single,
        _ => c,
    }
}

/// Keys with a number in kitty's protocol.
fn functional(value: u32) -> Option<Code> {
    Some(match value {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 | 57414 => Code::Enter,
        27 => Code::Esc,
        57376..=57398 => Code::F((value - 57376 + 13) as u8),
        57399..=57408 => Code::Char(char::from_digit(value - 57399, 10)?),
        57409 => Code::Char('.'),
        57410 => Code::Char('/'),
        57411 => Code::Char('*'),
        57412 => Code::Char('-'),
        57413 => Code::Char('+'),
        57415 => Code::Char('='),
        57416 => Code::Char(','),
        57417 => Code::Left,
        57418 => Code::Right,
        57419 => Code::Up,
        57420 => Code::Down,
        57421 => Code::PageUp,
        57422 => Code::PageDown,
        57423 => Code::Home,
        57424 => Code::End,
        57426 => Code::Delete,
        _ => return None,
    })
}

/// The key of `CSI number ~`: VT220, xterm, `PuTTY`; 1 and 4 the Linux console's, 7 and 8 rxvt's.
pub(super) fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        4 | 8 => Code::End,
        3 => Code::Delete,
        5 => Code::PageUp,
        6 => Code::PageDown,
        // The VT220 left gaps between its groups of function keys.
        11..=15 => Code::F((number - 10) as u8),
        17..=21 => Code::F((number - 11) as u8),
        23..=26 => Code::F((number - 12) as u8),
        28 | 29 => Code::F((number - 13) as u8),
        31..=34 => Code::F((number - 14) as u8),
        _ => return None,
    })
}

/// The key of `CSI letter` and `SS3 letter`.
pub(super) fn lettered(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

/// The arrow of rxvt's `CSI a` (with Shift) and `SS3 a` (with Ctrl).
pub(super) fn rxvt_arrow(last: u8) -> Option<Code> {
    match last {
        b'a'..=b'd' => lettered(last.to_ascii_uppercase()),
        _ => None,
    }
}

/// The key of `SS3 letter` on a keypad in application mode.
pub(super) fn keypad(last: u8) -> Option<Code> {
    Some(match last {
        b'M' => Code::Enter,
        b'I' => Code::Tab,
        b' ' => Code::Char(' '),
        b'X' => Code::Char('='),
        // VT100: the letter is the character and 64 more, `p` for `0`.
        b'j'..=b'y' => Code::Char(char::from(last - 0x40)),
        _ => return None,
    })
}
