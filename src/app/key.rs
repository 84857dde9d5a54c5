//! From a pressed key, on whatever keyboard layout, to the key a command is bound to.
//!
//! Without a Latin layout a terminal sends ت where the key says j. Commands are therefore looked up
//! by what the same physical key sends on a US layout: Arabic 101 first, with the letters that only
//! Persian or Hebrew layouts have beside it, since none of them conflict. Text that is typed into
//! the search box is never translated.

use std::fmt;
use std::str::FromStr;

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
}

impl KeyPress {
    pub const fn plain(code: Code) -> KeyPress {
        KeyPress {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// The same physical key on a US layout.
    pub fn latin(self) -> KeyPress {
        match self.code {
            Code::Char(c) => KeyPress {
                code: Code::Char(latin_char(c)),
                ..self
            },
            _ => self,
        }
    }

    /// Alt with a letter or a digit, for what an xterm as it comes sends for it: the same letter with its eighth bit set
    /// (`ì` for Alt-l). Where letters are typed that is a letter.
    pub fn from_eighth_bit(self) -> Option<KeyPress> {
        let c = self.typed().filter(|c| latin_char(*c) == *c)?;
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

/// Arabic 101 in the order of the US keys beside it, then what other layouts add.
const LAYOUT: [(&str, &str); 6] = [
    ("ضصثقفغعهخحجد", "qwertyuiop[]"),
    ("شسيبلاتنمكط", "asdfghjkl;'"),
    ("ئءؤرىةوزظذ", "zxcvnm,./`"),
    // Shifted: harakat, hamza forms, tatweel; lam-alef comes as one char on X11.
    (
        "\u{64E}\u{64B}\u{64F}\u{64C}\u{FEF9}إ÷×؛\u{650}\u{64D}\u{FEF7}أـ،\u{652}\u{FEF5}آ؟\u{FEFB}",
        "QWERTYIOPASGHJKXBN?b",
    ),
    // Persian and Urdu letters on the same physical keys.
    ("یکگچپ", "d;']`"),
    // Hebrew.
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
];

fn latin_char(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    if let Some(digit) = arabic_digit(c) {
        return digit;
    }
    LAYOUT
        .iter()
        .find_map(|(from, to)| {
            let at = from.chars().position(|f| f == c)?;
            to.chars().nth(at)
        })
        .unwrap_or(c)
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

/// What the key of a Latin letter sends on an Arabic 101 layout, for help.
pub fn arabic_letter(latin: char) -> Option<&'static str> {
    if latin == 'b' {
        return Some("لا");
    }
    LAYOUT.iter().take(4).find_map(|(from, to)| {
        let at = to.chars().position(|t| t == latin)?;
        let (start, letter) = from.char_indices().nth(at)?;
        let visible = !matches!(letter, '\u{64B}'..='\u{652}' | '\u{FEF5}'..='\u{FEFB}');
        visible.then(|| from.get(start..start + letter.len_utf8()))?
    })
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
    fn every_letter_of_the_home_and_top_row_is_reached_from_an_arabic_layout() {
        let arabic = "ضصثقفغعهخحشسيبلاتنم";
        let latin = "qwertyuiopasdfghjkl";
        for (a, l) in arabic.chars().zip(latin.chars()) {
            assert_eq!(
                KeyPress::plain(Code::Char(a)).latin(),
                KeyPress::plain(Code::Char(l))
            );
        }
    }

    #[test]
    fn shifted_keys_and_digits_translate_and_latin_stays() {
        for (from, to) in [
            ('ـ', 'J'),
            ('،', 'K'),
            ('؟', '?'),
            ('٥', '5'),
            ('۵', '5'),
            ('x', 'x'),
        ] {
            assert_eq!(latin_char(from), to, "{from}");
        }
        assert_eq!(latin_char('\u{FEFB}'), 'b');
        assert_eq!(latin_char('ח'), 'j');
        assert_eq!(latin_char('ی'), 'd');
    }

    #[test]
    fn a_letter_with_its_eighth_bit_is_the_one_with_alt() {
        let of = |c| KeyPress::plain(Code::Char(c)).from_eighth_bit();
        assert_eq!(of('ì'), "alt-l".parse().ok());
        assert_eq!(of('²'), "alt-2".parse().ok());
        // Keys of an Arabic layout, capitals, and letters that no Alt sends.
        assert_eq!([of('÷'), of('×'), of('Ì'), of('l'), of('ت')], [None; 5]);
    }

    #[test]
    fn the_layout_rows_are_of_equal_length() {
        for (from, to) in LAYOUT {
            assert_eq!(from.chars().count(), to.chars().count(), "{to}");
        }
    }

    #[test]
    fn help_can_name_the_arabic_letter() {
        assert_eq!(arabic_letter('j'), Some("ت"));
        assert_eq!(arabic_letter('r'), Some("ق"));
        assert_eq!(arabic_letter('b'), Some("لا"));
        assert_eq!(arabic_letter('!'), None);
    }
}
