//! A spelling in, its letters as search compares them out: variants of one letter become one.
//!
//! Two writers of one word differ in hamza, in ya and alef maqsura, in ta marbuta and ha, in Persian
//! and Urdu letters, in accents. Folding is char by char, so that a place in the folded word is the
//! same place in the spelling.
//!
//! This is one of three foldings, which differ on purpose. [`crate::text::normalize`] decides when two
//! words are the same *word* for folds and hashes: it keeps `ؤ` and `ئ` apart from `ء` and joins few
//! letters of other languages. `crate::corpus::token` reads labels and dates, where every hamza is a
//! bare alef. The one here is the widest, for what a searcher may type; to merge them would change
//! what folds or what is found.

use compact_str::CompactString;

/// The letters of a spelling, folded. As many chars as the spelling has, but for thousands separators,
/// which a number loses.
pub fn folded(spelling: &str) -> CompactString {
    if spelling.starts_with(|c: char| digit(c).is_some()) {
        return number(spelling);
    }
    spelling.chars().map(fold).collect()
}

/// The same, put in the place of what `out` holds: for very many spellings.
pub fn fold_into(spelling: &str, out: &mut String) {
    out.clear();
    if spelling.starts_with(|c: char| digit(c).is_some()) {
        out.push_str(&number(spelling));
    } else {
        out.extend(spelling.chars().map(fold));
    }
}

/// Whether folding a word changes none of its letters.
pub fn is_folded(word: &str) -> bool {
    let is_number = word.starts_with(|c: char| digit(c).is_some());
    let is_mark = |c: char| is_number && matches!(c, ',' | '٬' | '٫');
    word.chars().all(|c| fold(c) == c && !is_mark(c))
}

/// `1,500` and `١٬٥٠٠` are `1500`; a decimal point stays.
fn number(spelling: &str) -> CompactString {
    let digits = spelling.chars().filter(|c| !matches!(c, ',' | '٬'));
    digits
        .map(|c| if c == '٫' { '.' } else { fold(c) })
        .collect()
}

/// One letter in its commonest shape.
pub fn fold(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ے' | 'ۍ' | 'ێ' => 'ي',
        'ة' | 'ہ' | 'ۀ' | 'ە' | 'ھ' | 'ۂ' | 'ۃ' => 'ه',
        'ؤ' | 'ئ' => 'ء',
        'ک' | 'ڪ' | 'گ' | 'ڭ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ڤ' | 'ڥ' => 'ف',
        'ڨ' => 'ق',
        'ٹ' => 'ت',
        'ڈ' => 'د',
        'ڑ' | 'ڕ' => 'ر',
        'ں' => 'ن',
        'ڵ' => 'ل',
        'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' => 'و',
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        // Full width.
        '\u{FF41}'..='\u{FF5A}' => char::from_u32(c as u32 - 0xFF41 + 0x61).unwrap_or(c),
        // Final letters of Hebrew.
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        other => digit(other).unwrap_or(other),
    }
}

/// The zeros of other scripts; the other nine digits follow them.
const ZEROS: [u32; 30] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xFF10,
    0x1_D7CE, 0x1_D7D8, 0x1_D7E2, 0x1_D7EC, 0x1_D7F6,
];

/// The ASCII digit of a digit of any living script.
pub fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    // No letter of Arabic or of what stands before it is looked up.
    if matches!(c, '\u{80}'..='\u{65F}' | '\u{66A}'..='\u{6EF}') {
        return None;
    }
    let code = c as u32;
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10).filter(|_| code - zero < 10)
}

/// Whether it is a letter that Persian and Urdu have and Arabic has not.
pub fn is_foreign(c: char) -> bool {
    matches!(
        c,
        'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ھ' | 'ہ'
    )
}

/// Whether it is a letter of the Arabic script, folded or not.
pub fn is_arabic(c: char) -> bool {
    ('\u{620}'..='\u{6FF}').contains(&c)
}
