//! From a pressed key, on whatever keyboard layout, to the key a command is bound to.
//!
//! Commands are looked up by what the same key sends on a US layout, which the [`Keyboard`] knows. Text that is typed into
//! the search box is never translated.

use std::fmt;
use std::str::FromStr;

use super::keyboard::Keyboard;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// A key with its modifiers; Shift shows in the char itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    /// What the same key sends on a US layout, where the terminal says so and it is something else.
    pub base: Option<char>,
}

impl KeyPress {
    pub const fn plain(code: Code) -> KeyPress {
        KeyPress {
            code,
            ctrl: false,
            alt: false,
            base: None,
        }
    }

    /// The same key on a US layout.
    pub fn latin(self, keyboard: Keyboard) -> KeyPress {
        let code = match (self.code, self.base) {
            (Code::Char(_), Some(base)) if keyboard.translates() => Code::Char(base),
            (Code::Char(c), _) => Code::Char(keyboard.latin(c)),
            (code, _) => code,
        };
        KeyPress {
            code,
            base: None,
            ..self
        }
    }

    /// Alt with a letter or a digit, for what an xterm as it comes sends for it: the same letter with its eighth bit set
    /// (`ì` for Alt-l). Where letters are typed that is a letter.
    pub fn from_eighth_bit(self) -> Option<KeyPress> {
        // An Arabic layout has the sign of division.
        let c = self.typed().filter(|c| *c != '÷')?;
        let byte = u8::try_from(u32::from(c)).ok()?;
        let low = char::from(byte.checked_sub(0x80)?);
        let is_one = low.is_ascii_lowercase() || low.is_ascii_digit();
        is_one.then_some(KeyPress {
            alt: true,
            ..KeyPress::plain(Code::Char(low))
        })
    }

    /// The arrow key that points to where a thing lies on a mirrored screen, for one that points there on a plain one;
    /// other keys are what they are.
    pub fn mirrored(self) -> KeyPress {
        let code = match self.code {
            Code::Left => Code::Right,
            Code::Right => Code::Left,
            code => code,
        };
        KeyPress { code, ..self }
    }

    /// The char it types, where it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// The Latin digit for an Arabic-Indic or Persian one.
pub fn arabic_digit(c: char) -> Option<char> {
    let value = match c {
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// A key name that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("unknown key {0:?}")]
pub struct UnknownKey(String);

/// Names as in the help: `j`, `J`, `ctrl-d`, `alt-v`, `pgdn`, `f1`, `space`.
impl FromStr for KeyPress {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<KeyPress, UnknownKey> {
        if let Some(rest) = name.strip_prefix("ctrl-").filter(|r| !r.is_empty()) {
            return Ok(KeyPress {
                ctrl: true,
                ..rest.parse()?
            });
        }
        if let Some(rest) = name.strip_prefix("alt-").filter(|r| !r.is_empty()) {
            return Ok(KeyPress {
                alt: true,
                ..rest.parse()?
            });
        }
        let mut chars = name.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) => Code::Char(c),
            _ => named(name).ok_or_else(|| UnknownKey(name.to_owned()))?,
        };
        Ok(KeyPress::plain(code))
    }
}

/// The keys that are called by a name.
const NAMES: [(&str, Code); 15] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("left", Code::Left),
    ("right", Code::Right),
    ("up", Code::Up),
    ("down", Code::Down),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("f1", Code::F(1)),
];

fn named(name: &str) -> Option<Code> {
    if let Some(n) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
        return Some(Code::F(n));
    }
    NAMES
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, code)| *code)
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "f{n}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for name in [
            "j", "J", "ctrl-d", "alt-v", "pgdn", "f1", "space", "enter", "-", "?",
        ] {
            let key: KeyPress = name.parse().expect(name);
            assert_eq!(key.to_string(), name);
        }
        assert!("nonsense".parse::<KeyPress>().is_err());
    }

    #[test]
    fn a_letter_with_its_eighth_bit_is_the_one_with_alt() {
        let of = |c| KeyPress::plain(Code::Char(c)).from_eighth_bit();
        assert_eq!(of('ì'), "alt-l".parse().ok());
        assert_eq!(of('²'), "alt-2".parse().ok());
        // Capitals, signs of an Arabic layout, and letters that no Alt sends.
        assert_eq!([of('÷'), of('×'), of('Ì'), of('l'), of('ت')], [None; 5]);
    }
}
