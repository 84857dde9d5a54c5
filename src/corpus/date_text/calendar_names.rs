//! Takes a folded word (or two), gives the month or weekday it names.
//!
//! Gregorian months have their Egyptian, Levantine, Tunisian, Algerian, Moroccan, Persian and English
//! names, Hijri months their usual spellings. Lists are in [`fold`](crate::corpus::token::fold)ed
//! form: no hamza on alef, ha for ta marbuta, ya for alef maqsura.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::token::{Token, TokenKind};

/// The calendar a month name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Gregorian,
    Hijri,
}

/// A named month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedMonth {
    pub calendar: Calendar,
    /// 1 to 12.
    pub number: u8,
}

/// Names of Gregorian months of one word, January first.
const GREGORIAN_NAMES: [&str; 12] = [
    "يناير جانفي ژانويه january jan",
    "فبراير فيبراير فبرائر فيفري شباط فوريه february feb",
    "مارس اذار march mar",
    "ابريل افريل نيسان اوريل april apr",
    "مايو ماي ايار مايس may",
    "يونيو يونيه جوان حزيران ژوئن june jun",
    "يوليو يوليه يوليوز جويليه تموز ژوئيه july jul",
    "اغسطس اغشت غشت اوت اب august aug",
    "سبتمبر سيبتمبر شتمبر شتنبر ايلول سپتامبر september sep sept",
    "اكتوبر اوكتوبر اكتبر october oct",
    "نوفمبر نوفنبر نونبر نوامبر november nov",
    "ديسمبر دجنبر دجمبر دسمبر دسامبر december dec",
];

/// Names of Gregorian months of two words, such as `كانون الثاني`: first word, second word, month.
const GREGORIAN_PAIRS: [(&str, &str, u8); 4] = [
    ("كانون", "ثاني ثان", 1),
    ("تشرين", "اول", 10),
    ("تشرين", "ثاني ثان", 11),
    ("كانون", "اول", 12),
];

/// Names of Hijri months of one word.
const HIJRI_NAMES: [(&str, u8); 6] = [
    ("محرم", 1),
    ("صفر", 2),
    ("رجب", 7),
    ("شعبان", 8),
    ("رمضان", 9),
    ("شوال", 10),
];

/// Names of Hijri months of two words: first words, second words, month.
const HIJRI_PAIRS: [(&str, &str, u8); 6] = [
    ("ربيع", "اول", 3),
    ("ربيع", "ثاني ثان اخر", 4),
    ("جمادي جماد", "اولي اول", 5),
    ("جمادي جماد", "ثانيه ثاني اخره اخر", 6),
    ("ذو ذي ذا", "قعده", 11),
    ("ذو ذي ذا", "حجه", 12),
];

/// Names of weekdays without the article, Monday first.
const WEEKDAYS: [&str; 7] = [
    "اثنين اتنين monday mon",
    "ثلاثاء ثلثاء tuesday tue tues",
    "اربعاء اربعا wednesday wed",
    "خميس thursday thu thur thurs",
    "جمعه friday fri",
    "سبت saturday sat",
    "احد sunday sun",
];

/// Epithets that follow a Hijri month: `رمضان المبارك`.
const EPITHETS: &str = "مبارك حرام معظم مكرم خير مظفر كريم";

fn listed(words: &str, word: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|w| w == word)
}

/// Each name with the number of its row, from 1; a name in several rows has the first.
fn numbered(rows: &[&'static str]) -> FxHashMap<&'static str, u8> {
    let mut numbers = FxHashMap::default();
    for (number, names) in (1..).zip(rows) {
        for name in names.split_whitespace() {
            numbers.entry(name).or_insert(number);
        }
    }
    numbers
}

/// A word without the article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

fn word_at(tokens: &[Token], at: usize) -> Option<&str> {
    let token = tokens.get(at)?;
    (token.kind == TokenKind::Word).then_some(token.word.as_str())
}

/// The month named at a token, and how many tokens the name takes.
pub fn month(tokens: &[Token], at: usize) -> Option<(NamedMonth, usize)> {
    static NUMBERS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| numbered(&GREGORIAN_NAMES));
    let first = word_at(tokens, at)?;
    if let Some(&number) = NUMBERS.get(first) {
        return Some((gregorian(number), 1));
    }
    let second = word_at(tokens, at + 1);
    if let Some(second) = second {
        let hit = GREGORIAN_PAIRS
            .iter()
            .find(|(a, b, _)| *a == first && listed(b, bare(second)));
        if let Some(&(_, _, number)) = hit {
            return Some((gregorian(number), 2));
        }
    }
    hijri_month(first, second).map(|(number, len)| {
        let epithet = word_at(tokens, at + len).is_some_and(|w| listed(EPITHETS, bare(w)));
        let month = NamedMonth {
            calendar: Calendar::Hijri,
            number,
        };
        (month, len + usize::from(epithet))
    })
}

fn gregorian(number: u8) -> NamedMonth {
    NamedMonth {
        calendar: Calendar::Gregorian,
        number,
    }
}

fn hijri_month(first: &str, second: Option<&str>) -> Option<(u8, usize)> {
    if let Some(&(_, number)) = HIJRI_NAMES.iter().find(|(name, _)| *name == bare(first)) {
        return Some((number, 1));
    }
    // `ذوالقعدة` is also written as one word.
    for prefix in ["ذوال", "ذيال", "ذو", "ذي"] {
        match first.strip_prefix(prefix) {
            Some("قعده") => return Some((11, 1)),
            Some("حجه") => return Some((12, 1)),
            _ => {}
        }
    }
    let second = bare(second?);
    HIJRI_PAIRS
        .iter()
        .find(|(a, b, _)| listed(a, first) && listed(b, second))
        .map(|&(_, _, number)| (number, 2))
}

/// The weekday a folded word names, from Monday = 1 to Sunday = 7.
pub fn weekday(word: &str) -> Option<u8> {
    static NUMBERS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| numbered(&WEEKDAYS));
    NUMBERS.get(bare(word)).copied()
}
