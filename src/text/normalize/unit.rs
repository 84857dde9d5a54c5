//! A char in, what it contributes to a word out: a letter, a digit, a symbol, nothing, or a border.
//!
//! The blocks nearly all Arabic news consists of are one table lookup; the rest goes by general
//! category. The tables say the same as the categories where both have an answer.

use std::iter;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// What one char contributes.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Letter(char),
    /// An ASCII digit.
    Digit(char),
    Symbol(char),
    /// Several letters, or letters that take work to find.
    Letters(Spelling),
    Mark,
    Border,
}

/// How a char that is not one plain letter is spelt out.
#[derive(Clone, Copy)]
pub(super) enum Spelling {
    /// An Arabic presentation form or ligature: its letters by NFKC.
    Form,
    /// A cased letter of another script.
    Folded,
}

impl Spelling {
    pub(super) fn spell(self, c: char, f: impl FnMut(char)) {
        match self {
            Spelling::Form => letters_of_form(c, f),
            Spelling::Folded => fold_case(c).for_each(f),
        }
    }
}

pub(super) const HAMZA_ABOVE: char = '\u{654}';

/// A carrier followed by a hamza of its own, as one letter.
pub(super) fn with_hamza(carrier: char) -> Option<char> {
    match carrier {
        'و' => Some('ؤ'),
        'ي' | 'ى' => Some('ئ'),
        _ => None,
    }
}

/// What `c` becomes where it stands between two digits.
pub(super) fn number_separator(c: char) -> Option<char> {
    match c {
        '.' | '٫' => Some('.'),
        ',' | '٬' => Some(','),
        ':' | '/' => Some(c),
        '-' | '–' | '−' => Some('-'),
        _ => None,
    }
}

/// Whether a sign after `c` belongs to the number that follows.
pub(super) fn opens_number(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '\u{1c}'..='\u{1f}')
}

/// Chars below this have their [`Unit`] in [`TABLE`].
const TABLE_LEN: usize = 0x700;
const BORDER: u16 = 0;
const MARK: u16 = 1;
/// Not in the table: ask [`rare`].
const RARE: u16 = 2;
const SYMBOL: u16 = 0x8000;

/// One entry a char: what it means, or the letter or digit it becomes.
static TABLE: [u16; TABLE_LEN] = table();

#[inline]
pub(super) fn unit(c: char) -> Unit {
    common(c).unwrap_or_else(|| rare(c))
}

/// The unit of a char that [`TABLE`] knows.
#[inline]
fn common(c: char) -> Option<Unit> {
    Some(match TABLE.get(c as usize).copied().unwrap_or(RARE) {
        BORDER => Unit::Border,
        MARK => Unit::Mark,
        RARE => return None,
        digit @ 0x30..=0x39 => Unit::Digit(char_of(digit)),
        symbol @ SYMBOL.. => Unit::Symbol(char_of(symbol & !SYMBOL)),
        letter => Unit::Letter(char_of(letter)),
    })
}

#[inline]
fn char_of(entry: u16) -> char {
    char::from_u32(u32::from(entry)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

const fn table() -> [u16; TABLE_LEN] {
    let mut t = [RARE; TABLE_LEN];
    let mut i = 0;
    while i < TABLE_LEN {
        t[i] = entry(i as u16);
        i += 1;
    }
    t
}

/// ASCII, Latin-1 signs and the Arabic block.
const fn entry(c: u16) -> u16 {
    match c {
        _ if is_border(c) => BORDER,
        _ if is_mark(c) => MARK,
        0x41..=0x5A => c + 0x20,
        0x24 | 0x25 | 0xA3 | 0xA5 => SYMBOL | c,
        0x66A => SYMBOL | 0x25,
        0x80..=0x5FF => RARE,
        0x660..=0x669 => c - 0x660 + 0x30,
        0x6F0..=0x6F9 => c - 0x6F0 + 0x30,
        // أ إ آ ٱ
        0x622 | 0x623 | 0x625 | 0x671 => 0x627,
        // ى ی ې
        0x649 | 0x6CC | 0x6D0 => 0x64A,
        // ة ۀ ە ہ
        0x629 | 0x6C0 | 0x6C1 | 0x6D5 => 0x647,
        // ک ڪ
        0x6A9 | 0x6AA => 0x643,
        _ => c,
    }
}

/// ASCII but letters, digits and currency; no-break space, `«`, `·`, `»`; Arabic punctuation and signs.
const fn is_border(c: u16) -> bool {
    matches!(c, 0x00..=0x23 | 0x26..=0x2F | 0x3A..=0x40 | 0x5B..=0x60 | 0x7B..=0x7F)
        || matches!(c, 0xA0 | 0xAB | 0xB7 | 0xBB)
        || matches!(c, 0x606..=0x60F | 0x61B | 0x61D..=0x61F | 0x66B..=0x66D)
        || matches!(c, 0x6D4 | 0x6DE | 0x6E9 | 0x6FD | 0x6FE)
}

/// Number signs, honorifics, tatweel, harakat, Quranic annotation.
const fn is_mark(c: u16) -> bool {
    matches!(c, 0x600..=0x605 | 0x610..=0x61A | 0x61C | 0x640 | 0x64B..=0x65F | 0x670)
        || matches!(c, 0x6D6..=0x6DD | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED)
}

/// The unit of a char outside [`TABLE`], by its general category.
fn rare(c: char) -> Unit {
    match c {
        '‰' | '€' => return Unit::Symbol(c),
        '\u{2010}'..='\u{2029}' | '\u{202F}'..='\u{205F}' => return Unit::Border,
        '\u{8D3}'..='\u{8FF}' => return Unit::Mark,
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => return form(c),
        _ => {}
    }
    match (c.general_category(), c.general_category_group()) {
        (GeneralCategory::DecimalNumber, _) => Unit::Digit(ascii_digit(c)),
        (
            GeneralCategory::NonspacingMark
            | GeneralCategory::EnclosingMark
            | GeneralCategory::Format,
            _,
        ) => Unit::Mark,
        (_, GeneralCategoryGroup::Letter) => Unit::Letters(Spelling::Folded),
        _ => Unit::Border,
    }
}

/// A presentation form: letters, or nothing but a mark on a space, which separates.
fn form(c: char) -> Unit {
    let mut any = false;
    letters_of_form(c, |_| any = true);
    if any {
        Unit::Letters(Spelling::Form)
    } else {
        Unit::Border
    }
}

fn letters_of_form(c: char, mut f: impl FnMut(char)) {
    for letter in iter::once(c).nfkc().filter(|&d| d != c) {
        if let Some(Unit::Letter(l)) = common(letter) {
            f(l);
        }
    }
}

/// Case folding by way of upper case, which joins `ß` and `ss`, `ς` and `σ`.
fn fold_case(c: char) -> impl Iterator<Item = char> {
    let dotless = c == 'ı';
    let upper = c.to_uppercase().filter(move |_| !dotless);
    upper
        .flat_map(char::to_lowercase)
        .chain(dotless.then_some(c))
}

/// The value of a decimal digit: Unicode keeps the ten digits of a script in one ascending run.
fn ascii_digit(c: char) -> char {
    let is_digit = |code: &u32| {
        char::from_u32(*code)
            .is_some_and(|d| d.general_category() == GeneralCategory::DecimalNumber)
    };
    let below = (0..u32::from(c)).rev().take_while(is_digit).count();
    char::from(b'0' + (below % 10) as u8)
}
