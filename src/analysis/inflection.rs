//! A surface in, the word it is a form of out: what grammar adds and meaning does not change goes.
//!
//! Pronouns («كتابها»), the dual and the sound plurals («الوزيرين», «مهندسون», «سيارات»), the alef of
//! the accusative («كتابا»). Many words end in the same letters by themselves («إيران», «مليون»,
//! «كوبا»), so an ending goes only where the vocabulary knows what is left, and its sister ending too
//! once the word is common: whoever writes «مهندسون» writes «مهندسين» somewhere. A feminine is
//! recognised by its article, «السيارة»: the same letters without one may be «قراره», his decision.

use compact_str::{CompactString, format_compact};

use super::{Vocabulary, letters, letters::is_arabic, other, seen, without};

/// Longest first; «های» is the Persian plural before a genitive.
const PRONOUNS: [&str; 8] = ["هما", "كما", "هاي", "هم", "هن", "كم", "نا", "ها"];
/// At least so many letters stay.
const STAY: usize = 3;
/// A word in more articles than this must have sisters.
const COMMON: u32 = 20;

/// The word that a surface is a form of; `ha` says that it is written with a ه at its end, not ة.
pub fn inflection(surface: &str, ha: bool, vocabulary: &impl Vocabulary) -> CompactString {
    if !surface.starts_with(is_arabic) {
        return other::singular(surface, vocabulary);
    }
    // What is not of five letters has no stem and ending of these.
    if letters(surface) <= STAY || OWN_ENDING.contains(&surface) {
        return surface.into();
    }
    let words = Words(vocabulary);
    let bare = words
        .without_pronoun(surface, ha)
        .or_else(|| words.without_tanwin(surface));
    let base = bare.as_deref().unwrap_or(surface);
    words.singular(base).unwrap_or_else(|| base.into())
}

/// Words that end in the letters of an ending, and whose rest is another word.
const OWN_ENDING: [&str; 60] = [
    "شعبان",
    "طالبان",
    "عثمان",
    "سليمان",
    "سلطان",
    "رمضان",
    "عدنان",
    "غسان",
    "حمدان",
    "مروان",
    "زيدان",
    "جبران",
    "سلمان",
    "نعمان",
    "رضوان",
    "شعبين",
    "حرمان",
    "حرمين",
    "بركان",
    "برهان",
    "عنوان",
    "ديوان",
    "حيوان",
    "ميزان",
    "بستان",
    "غفران",
    "فرقان",
    "فقدان",
    "عرفان",
    "كتمان",
    "نسيان",
    "عصيان",
    "هجران",
    "طيران",
    "خسران",
    "سرطان",
    "عشرين",
    "عشرون",
    "ثلاثين",
    "ثلاثون",
    "اربعين",
    "اربعون",
    "خمسين",
    "خمسون",
    "ستين",
    "ستون",
    "سبعين",
    "سبعون",
    "ثمانين",
    "ثمانون",
    "تسعين",
    "تسعون",
    "تشرين",
    "ياسمين",
    "بنيامين",
    "فساتين",
    "زيتون",
    "عرفات",
    "فرات",
    "بركات",
];

struct Words<'a, V>(&'a V);

impl<V: Vocabulary> Words<'_, V> {
    fn seen(&self, word: &str) -> u32 {
        seen(word, self.0)
    }

    /// How many articles hold the word with what may stand before it.
    fn with(&self, clitics: &[&str], word: &str) -> u32 {
        let counts = clitics
            .iter()
            .map(|clitic| self.0.count(&format_compact!("{clitic}{word}")));
        counts.sum()
    }

    fn without_pronoun(&self, surface: &str, ha: bool) -> Option<CompactString> {
        if let Some(rest) = without(surface, &PRONOUNS, STAY) {
            // «إعلانا» is no «أعلى» with a pronoun.
            let verb = rest.ends_with('ا') && surface.ends_with("نا");
            return if verb {
                None
            } else {
                self.bearer(rest, self.0.count(surface))
            };
        }
        let rest = surface
            .strip_suffix('ه')
            .filter(|rest| ha && letters(rest) >= STAY)?;
        // «فكره» may be «فكرة», typed in haste.
        let feminine = self.with(&["ال"], surface);
        let word = self.bearer(rest, self.0.count(surface))?;
        (feminine.saturating_mul(10) <= self.seen(&word)).then_some(word)
    }

    /// The word that bears a pronoun: ة has become ت, and ى an alef.
    fn bearer(&self, rest: &str, count: u32) -> Option<CompactString> {
        let known = self.seen(rest);
        let changed = match (rest.strip_suffix('ت'), rest.strip_suffix('ا')) {
            (Some(stem), _) => format_compact!("{stem}ه"),
            (_, Some(stem)) if known == 0 => format_compact!("{stem}ي"),
            _ => return (known > 0 && known * 4 >= count).then(|| rest.into()),
        };
        let other = if letters(&changed) > STAY {
            self.seen(&changed)
        } else {
            0
        };
        if other > known {
            return (other * 4 >= count).then_some(changed);
        }
        (known > 0 && known * 4 >= count).then(|| rest.into())
    }

    /// The accusative has neither article nor preposition; «كوبا» and «سوريا» are names.
    fn without_tanwin(&self, surface: &str) -> Option<CompactString> {
        let rest = surface
            .strip_suffix('ا')
            .filter(|rest| letters(rest) >= STAY)?;
        if rest.ends_with(['ي', 'و', 'ا']) {
            return None;
        }
        let count = self.0.count(surface);
        let known = self.seen(rest);
        let name = || self.with(&["ال", "ل", "ب"], surface).saturating_mul(20) > count;
        (known > 0 && known * 3 >= count && !name()).then(|| rest.into())
    }

    fn singular(&self, word: &str) -> Option<CompactString> {
        if let Some(rest) = without(word, &["ات"], STAY) {
            return self.of_ats(rest, word);
        }
        for (ending, sister) in [("تين", "تان"), ("تان", "تين")] {
            if let Some(rest) = without(word, &[ending], STAY) {
                let feminine = format_compact!("{rest}ه");
                let sisters = self.seen(&format_compact!("{rest}{sister}"));
                let count = self.seen(word);
                if self.is_common_feminine(&feminine, count)
                    && (count <= COMMON || sisters * 50 >= count)
                {
                    return Some(feminine);
                }
            }
        }
        self.masculine(word)
    }

    fn is_common_feminine(&self, feminine: &str, count: u32) -> bool {
        let with_article = self.with(&["ال"], feminine);
        with_article.saturating_mul(20) >= count.max(1)
            || (count <= FEW && self.0.count(feminine) > 0)
    }

    /// «سيارات» is of «سيارة», «قرارات» of «قرار».
    fn of_ats(&self, rest: &str, word: &str) -> Option<CompactString> {
        let count = self.seen(word);
        let alone = self.seen(rest);
        let feminine = format_compact!("{rest}ه");
        if self.is_common_feminine(&feminine, count) {
            return Some(feminine);
        }
        (alone > 0 && alone * 10 >= count).then(|| rest.into())
    }

    fn masculine(&self, word: &str) -> Option<CompactString> {
        // (ending, its sisters, at most so much more frequent than they)
        const ENDINGS: [(&str, &[&str], u32); 3] = [
            ("ين", &["ون", "ان"], 50),
            ("ون", &["ين"], 8),
            ("ان", &["ين"], 3),
        ];
        let (rest, (ending, sisters, share)) = ENDINGS
            .iter()
            .find_map(|sound| Some((without(word, &[sound.0], STAY)?, sound)))?;
        let alone = self.seen(rest);
        let count = self.seen(word);
        if alone == 0 && count <= FEW && letters(rest) > STAY && *ending != "ان" {
            // Too small a corpus to know the rest.
            return Some(rest.into());
        }
        if alone == 0 || alone * 10 < count {
            return None;
        }
        let sister = |s: &&str| self.seen(&format_compact!("{rest}{s}")) * share >= count;
        (count <= COMMON || sisters.iter().any(sister)).then(|| rest.into())
    }
}

/// So many articles may have a word by chance.
const FEW: u32 = 3;
