//! A surface in, the word it is a form of out: what grammar adds and meaning does not change goes.
//!
//! Pronouns («كتابها»), the dual and the sound plurals («الوزيرين», «مهندسون», «سيارات»), the alef of
//! the accusative («كتابا»). Many words end in the same letters by themselves («إيران», «مليون»,
//! «كوبا»), so an ending goes only where the vocabulary knows what is left, and its sister ending too
//! once the word is common: whoever writes «مهندسون» writes «مهندسين» somewhere. A feminine is
//! recognised by its article, «السيارة»: the same letters without one may be «قراره», his decision.

use compact_str::{CompactString, format_compact};

use super::{
    MAX_CHANCE_ARTICLES, Vocabulary, letters, letters::is_arabic, other_scripts, seen, without,
};

/// Longest first; «های» is the Persian plural before a genitive.
const PRONOUNS: [&str; 8] = ["هما", "كما", "هاي", "هم", "هن", "كم", "نا", "ها"];
/// Fewest letters that stay when an ending goes: a root has three.
const MIN_STEM_LETTERS: usize = 3;
/// Most articles that hold a rare word; a more frequent one must have sister endings.
const MAX_RARE_ARTICLES: u32 = 20;

// Shares of evidence: one news article in so many of those that hold the inflected word. Chosen by hand.

/// Share that holds the word which would bear a pronoun.
const BEARER_SHARE: u32 = 4;
/// Share that holds the word without the alef of the accusative.
const TANWIN_SHARE: u32 = 3;
/// Share that holds the singular of a sound plural or dual.
const SINGULAR_SHARE: u32 = 10;
/// Share that holds the word with the definite article or a preposition: a feminine or a name.
const DEFINITE_SHARE: u32 = 20;
/// Share that holds the other case of a feminine dual.
const DUAL_SISTER_SHARE: u32 = 50;
/// Share, of the news articles with the bearer, that holds the form with ه after a definite article:
/// more make it a feminine and no pronoun.
const FEMININE_SHARE: u32 = 10;

/// The word that a surface is a form of; `ha`: it is written with a ه at its end, not ة.
pub fn inflection(surface: &str, ha: bool, vocabulary: &impl Vocabulary) -> CompactString {
    if !surface.starts_with(is_arabic) {
        return other_scripts::singular(surface, vocabulary);
    }
    // What is not of five letters has no stem and ending of these.
    if letters(surface) <= MIN_STEM_LETTERS || UNINFLECTED.contains(&surface) {
        return surface.into();
    }
    let words = Inflector(vocabulary);
    let bare = words
        .without_pronoun(surface, ha)
        .or_else(|| words.without_tanwin(surface));
    let base = bare.as_deref().unwrap_or(surface);
    words.singular(base).unwrap_or_else(|| base.into())
}

/// Words that end in the letters of an ending, and whose rest is another word. Written by hand: names,
/// months, verbal nouns and the tens, for which a vocabulary gives false evidence.
const UNINFLECTED: [&str; 60] = [
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

/// Takes endings off on the evidence of a vocabulary.
struct Inflector<'a, V>(&'a V);

impl<V: Vocabulary> Inflector<'_, V> {
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
        if let Some(rest) = without(surface, &PRONOUNS, MIN_STEM_LETTERS) {
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
            .filter(|rest| ha && letters(rest) >= MIN_STEM_LETTERS)?;
        // «فكره» may be «فكرة», typed in haste.
        let feminine = self.with(&["ال"], surface);
        let word = self.bearer(rest, self.0.count(surface))?;
        (feminine.saturating_mul(FEMININE_SHARE) <= self.seen(&word)).then_some(word)
    }

    /// The word that bears a pronoun: ة has become ت, and ى an alef.
    fn bearer(&self, rest: &str, count: u32) -> Option<CompactString> {
        let known = self.seen(rest);
        let changed = match (rest.strip_suffix('ت'), rest.strip_suffix('ا')) {
            (Some(stem), _) => format_compact!("{stem}ه"),
            (_, Some(stem)) if known == 0 => format_compact!("{stem}ي"),
            _ => return (known > 0 && known * BEARER_SHARE >= count).then(|| rest.into()),
        };
        let other = if letters(&changed) > MIN_STEM_LETTERS {
            self.seen(&changed)
        } else {
            0
        };
        if other > known {
            return (other * BEARER_SHARE >= count).then_some(changed);
        }
        (known > 0 && known * BEARER_SHARE >= count).then(|| rest.into())
    }

    /// The accusative has neither article nor preposition; «كوبا» and «سوريا» are names.
    fn without_tanwin(&self, surface: &str) -> Option<CompactString> {
        let rest = surface
            .strip_suffix('ا')
            .filter(|rest| letters(rest) >= MIN_STEM_LETTERS)?;
        if rest.ends_with(['ي', 'و', 'ا']) {
            return None;
        }
        let count = self.0.count(surface);
        let known = self.seen(rest);
        let name = || {
            self.with(&["ال", "ل", "ب"], surface)
                .saturating_mul(DEFINITE_SHARE)
                > count
        };
        (known > 0 && known * TANWIN_SHARE >= count && !name()).then(|| rest.into())
    }

    fn singular(&self, word: &str) -> Option<CompactString> {
        if let Some(rest) = without(word, &["ات"], MIN_STEM_LETTERS) {
            return self.of_ats(rest, word);
        }
        for (ending, sister) in [("تين", "تان"), ("تان", "تين")] {
            if let Some(rest) = without(word, &[ending], MIN_STEM_LETTERS) {
                let feminine = format_compact!("{rest}ه");
                let sisters = self.seen(&format_compact!("{rest}{sister}"));
                let count = self.seen(word);
                if self.is_common_feminine(&feminine, count)
                    && (count <= MAX_RARE_ARTICLES || sisters * DUAL_SISTER_SHARE >= count)
                {
                    return Some(feminine);
                }
            }
        }
        self.masculine(word)
    }

    fn is_common_feminine(&self, feminine: &str, count: u32) -> bool {
        let with_article = self.with(&["ال"], feminine);
        with_article.saturating_mul(DEFINITE_SHARE) >= count.max(1)
            || (count <= MAX_CHANCE_ARTICLES && self.0.count(feminine) > 0)
    }

    /// «سيارات» is of «سيارة», «قرارات» of «قرار».
    fn of_ats(&self, rest: &str, word: &str) -> Option<CompactString> {
        let count = self.seen(word);
        let alone = self.seen(rest);
        let feminine = format_compact!("{rest}ه");
        if self.is_common_feminine(&feminine, count) {
            return Some(feminine);
        }
        (alone > 0 && alone * SINGULAR_SHARE >= count).then(|| rest.into())
    }

    fn masculine(&self, word: &str) -> Option<CompactString> {
        // (ending, its sisters, share of evidence for one of these)
        const ENDINGS: [(&str, &[&str], u32); 3] = [
            ("ين", &["ون", "ان"], 50),
            ("ون", &["ين"], 8),
            ("ان", &["ين"], 3),
        ];
        let (rest, (ending, sisters, share)) = ENDINGS
            .iter()
            .find_map(|sound| Some((without(word, &[sound.0], MIN_STEM_LETTERS)?, sound)))?;
        let alone = self.seen(rest);
        let count = self.seen(word);
        if alone == 0
            && count <= MAX_CHANCE_ARTICLES
            && letters(rest) > MIN_STEM_LETTERS
            && *ending != "ان"
        {
            // Too small a corpus to know the rest.
            return Some(rest.into());
        }
        if alone == 0 || alone * SINGULAR_SHARE < count {
            return None;
        }
        let sister = |s: &&str| self.seen(&format_compact!("{rest}{s}")) * share >= count;
        (count <= MAX_RARE_ARTICLES || sisters.iter().any(sister)).then(|| rest.into())
    }
}
