//! The keyboard: from what a key sends on its layout to what the same key sends on a US layout, by which commands are
//! looked up, and back to the letter on the key, for help.
//!
//! Without a Latin layout a terminal sends ت where the key says j. What layout that is no terminal says. As long as none
//! is named it is taken for Arabic 101; letters that it does not have (Hebrew, Cyrillic, Greek, Northern Kurdish) are those
//! of their own layouts, and a letter that only Persian layouts have makes it a Persian one until an Arabic one comes.
//! Layouts whose letters stand on other keys than those of Arabic 101 (Arabic on a Mac, Urdu, Central Kurdish) have to be
//! named. A key that comes with the US key that it is (kitty's protocol) is that one on every layout.
//!
//! Text that is typed is never translated.

mod layouts;

use layouts::LayoutRow;

use super::key::arabic_digit;

/// A layout that can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyboardLayout {
    /// Arabic 101, 102 or AZERTY, of X11 and Windows.
    Arabic,
    ArabicMac,
    Persian,
    CentralKurdish,
    /// By sound.
    Urdu,
    /// Of the National Language Authority and of Windows.
    UrduNla,
    Hebrew,
    Greek,
    Cyrillic,
}

impl KeyboardLayout {
    fn rows(self) -> &'static [LayoutRow] {
        match self {
            KeyboardLayout::Arabic => layouts::ARABIC,
            KeyboardLayout::ArabicMac => layouts::ARABIC_MAC,
            KeyboardLayout::Persian => layouts::PERSIAN,
            KeyboardLayout::CentralKurdish => layouts::CENTRAL_KURDISH,
            KeyboardLayout::Urdu => layouts::URDU,
            KeyboardLayout::UrduNla => layouts::URDU_NLA,
            KeyboardLayout::Hebrew => layouts::HEBREW,
            KeyboardLayout::Greek => layouts::GREEK,
            KeyboardLayout::Cyrillic => layouts::CYRILLIC,
        }
    }
}

/// What the user says of the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyboardChoice {
    /// Nothing: the letters that come tell.
    #[default]
    Auto,
    Named(KeyboardLayout),
    /// Keys mean what they send.
    Off,
}

/// The keyboard as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keyboard {
    choice: KeyboardChoice,
    /// A letter came that only Persian layouts have, and no Arabic one since.
    persian: bool,
    /// The last letter that came is no Latin one: the user has not switched to a Latin layout.
    own_letters: bool,
}

/// The layouts whose letters are on no two keys, in the order in which a letter is sought.
const DISTINCT: [&[LayoutRow]; 6] = [
    layouts::ARABIC,
    layouts::PERSIAN_BESIDE_ARABIC,
    layouts::HEBREW,
    layouts::CYRILLIC,
    layouts::GREEK,
    layouts::NORTHERN_KURDISH,
];

impl Keyboard {
    pub fn new(choice: KeyboardChoice) -> Keyboard {
        Keyboard {
            choice,
            ..Keyboard::default()
        }
    }

    /// Takes notice of a char that a key sent.
    pub(super) fn sent(&mut self, c: char) {
        match c {
            'ی' | 'ک' | 'گ' | 'چ' | 'پ' => self.persian = true,
            'ي' | 'ك' | 'ى' => self.persian = false,
            _ => {}
        }
        if c.is_alphabetic() {
            self.own_letters = !c.is_ascii();
        }
    }

    /// The layout as far as it is named or known, `None` where keys mean what they send.
    fn layout(self) -> Option<KeyboardLayout> {
        match self.choice {
            KeyboardChoice::Auto if self.persian => Some(KeyboardLayout::Persian),
            KeyboardChoice::Auto => Some(KeyboardLayout::Arabic),
            KeyboardChoice::Named(layout) => Some(layout),
            KeyboardChoice::Off => None,
        }
    }

    /// Whether keys are looked up by what they send on a US layout.
    pub(super) fn translates(self) -> bool {
        self.choice != KeyboardChoice::Off
    }

    /// What a US layout has on the key that sends a char.
    ///
    /// An ASCII char of another key (`/` of Hebrew, on q) is that key's only after a letter of the layout: the user may
    /// have switched to a Latin one, on which it is itself.
    pub fn latin(self, c: char) -> char {
        let Some(layout) = self.layout() else {
            return c;
        };
        if c.is_ascii() && !self.own_letters {
            return c;
        }
        if let Some(digit) = arabic_digit(c) {
            return digit;
        }
        let distinct = DISTINCT.into_iter().filter(|_| !c.is_ascii());
        let mut layouts = std::iter::once(layout.rows()).chain(distinct);
        layouts.find_map(|rows| on_us_layout(rows, c)).unwrap_or(c)
    }

    /// What the key of a Latin letter sends, where that can be shown.
    pub fn letter(self, latin: char) -> Option<&'static str> {
        let layout = self.layout()?;
        if layout == KeyboardLayout::Arabic && latin == 'b' {
            return Some("لا");
        }
        layout.rows().iter().find_map(|(sent, us)| {
            let at = us.chars().position(|c| c == latin)?;
            let (start, letter) = sent.char_indices().nth(at)?;
            reads_alone(letter).then(|| sent.get(start..start + letter.len_utf8()))?
        })
    }

    /// The lam-alef whose two letters came one after the other, as Windows and macOS send the key that X11 sends as one,
    /// where the layout has such a key.
    pub(super) fn lam_alef(self, alef: char) -> Option<char> {
        if self.layout() != Some(KeyboardLayout::Arabic) {
            return None;
        }
        match alef {
            'ا' => Some('\u{FEFB}'),
            'أ' => Some('\u{FEF7}'),
            'إ' => Some('\u{FEF9}'),
            'آ' => Some('\u{FEF5}'),
            _ => None,
        }
    }
}

fn on_us_layout(rows: &[LayoutRow], c: char) -> Option<char> {
    rows.iter().find_map(|(sent, us)| {
        let at = sent.chars().position(|own| own == c)?;
        us.chars().nth(at)
    })
}

/// Vowel marks need a letter to stand on, and not every font has the presentation forms of lam-alef.
fn reads_alone(c: char) -> bool {
    !matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{FEF5}'..='\u{FEFC}')
}

/// What a US layout sends with Shift for the key of a char.
pub(crate) fn with_shift(c: char) -> char {
    const PLAIN: &str = "`1234567890-=[]\\;',./";
    const SHIFTED: &str = "~!@#$%^&*()_+{}|:\"<>?";
    let at = PLAIN.chars().position(|plain| plain == c);
    let shifted = at.and_then(|at| SHIFTED.chars().nth(at));
    shifted.unwrap_or(c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests;
