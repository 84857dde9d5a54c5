//! A word in, the same word without what clings before it out: the *surface*.
//!
//! Arabic writes the article and one-letter words together with what follows: «وبالميناء» is و + ب +
//! ال + ميناء. Whether a first letter clings or is the word's own («وزير», «باريس») no rule can tell,
//! but the corpus can. A letter clings where the rest is a word that is written alone; it is the
//! word's own where the article or a preposition stands before the whole («الوزير», «لباريس»), for
//! neither stands before a letter that clings. What is too rare to tell stands in [`super::own`]. An
//! alef written with a hamza is never the article's: «ألمانيا», «وألوان».
//!
//! Invariant: the surface is the end of the folded word, and never empty.

use compact_str::format_compact;

use super::letters::{is_arabic, is_foreign};
use super::{Vocabulary, letters, other, own, seen};

/// What stands before a surface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clitics {
    /// Bytes of the folded word that come before the surface.
    pub bytes: usize,
    /// Whether the article is among them.
    pub article: bool,
}

/// The clitics of a word: `spelling` as written, `folded` its letters.
pub fn clitics(spelling: &str, folded: &str, vocabulary: &impl Vocabulary) -> Clitics {
    if other::is_hebrew(folded) {
        let bytes = other::hebrew_clitics(folded, vocabulary);
        let article = false;
        return Clitics { bytes, article };
    }
    let mut at = Word {
        written: spelling,
        folded,
    };
    let mut article = false;
    if at.folded.starts_with(is_arabic) {
        let mut may_cling = "وفبلكس";
        loop {
            if let Some(after) = at.without_article(vocabulary) {
                (at, article) = (after, true);
                break;
            }
            let Some((letter, after)) = at.without_letter(may_cling, vocabulary) else {
                break;
            };
            may_cling = match letter {
                'و' | 'ف' => "بلكس",
                _ => "",
            };
            at = after;
        }
    }
    Clitics {
        bytes: folded.len() - at.folded.len(),
        article,
    }
}

/// What is left of a word.
#[derive(Clone, Copy)]
struct Word<'a> {
    written: &'a str,
    folded: &'a str,
}

/// So many articles may have a word by chance.
const FEW: u32 = 3;
/// A rest that is a word of its own where it is written alone in this share of the articles.
const ENOUGH: u32 = 32;

impl<'a> Word<'a> {
    fn after(self, count: usize) -> Word<'a> {
        let after = |word: &'a str| {
            let mut chars = word.chars();
            chars.by_ref().take(count).for_each(drop);
            chars.as_str()
        };
        Word {
            written: after(self.written),
            folded: after(self.folded),
        }
    }

    fn len(self) -> usize {
        letters(self.folded)
    }

    /// Without the article («الوزير»), and without the letter with which it becomes one («للوزير»).
    fn without_article(self, vocabulary: &impl Vocabulary) -> Option<Word<'a>> {
        let rest = self.after(2);
        if rest.len() < 2 {
            return None;
        }
        if self.folded.starts_with("ال") {
            let plain = self.written.starts_with(['ا', 'ٱ']);
            return (plain && !self.alef_lam_is_own(vocabulary)).then_some(rest);
        }
        if !self.folded.starts_with("لل") || own::holds(self.folded) {
            return None;
        }
        // «للقاء» is ل and «لقاء»; without the article or with it, «لقاء» is what is left.
        let second = self.after(1).folded;
        (!own::holds(second) && seen(second, vocabulary) <= seen(rest.folded, vocabulary))
            .then_some(rest)
    }

    /// «التزام», «ألمانيا» written without hamza.
    fn alef_lam_is_own(self, vocabulary: &impl Vocabulary) -> bool {
        if own::alef_lam(self.folded) {
            return true;
        }
        let count = vocabulary.count(self.folded);
        let hamza = vocabulary.with_hamza(self.folded);
        (hamza > 0 && hamza * 2 > count)
            || (count > FEW && vocabulary.count(&format_compact!("ال{}", self.folded)) * 8 > count)
    }

    /// Without one letter that clings to the word, where the rest is a word of its own.
    fn without_letter(
        self,
        may_cling: &str,
        vocabulary: &impl Vocabulary,
    ) -> Option<(char, Word<'a>)> {
        let letter = self
            .folded
            .chars()
            .next()
            .filter(|c| may_cling.contains(*c))?;
        let rest = self.after(1);
        let noun = match letter {
            'س' => None,
            'و' | 'ف' => rest.after_article().or_else(|| rest.after_preposition()),
            _ => rest.after_article(),
        };
        let clings = match noun {
            Some(noun) => self.clings_to_article(noun, vocabulary),
            None => self.clings_to_word(letter, rest, vocabulary),
        };
        clings.then_some((letter, rest))
    }

    fn after_article(self) -> Option<Word<'a>> {
        let article = self.folded.starts_with("ال") && self.written.starts_with(['ا', 'ٱ']);
        (article && self.len() > 4).then(|| self.after(2))
    }

    /// «للوزير», that is ل and «الوزير»; «بالوزير».
    fn after_preposition(self) -> Option<Word<'a>> {
        if self.len() <= 4 || own::letter_alef_lam(self.folded) {
            return None;
        }
        if self.folded.starts_with("لل") {
            return Some(self.after(2));
        }
        let preposition = self.folded.starts_with(['ب', 'ك']);
        if preposition {
            self.after(1).after_article()
        } else {
            None
        }
    }

    /// «والوزير», «بالميناء», «وللوزير»: clings, unless nothing but the whole is ever written.
    fn clings_to_article(self, noun: Word<'_>, vocabulary: &impl Vocabulary) -> bool {
        if own::letter_alef_lam(self.folded) {
            return false;
        }
        let whole = vocabulary.count(self.folded);
        let alone = seen(noun.folded, vocabulary);
        (whole <= FEW || alone.saturating_mul(ENOUGH) >= whole) && !self.is_whole(whole, vocabulary)
    }

    /// «ووزير», «ببيروت», «سيكتب».
    fn clings_to_word(self, letter: char, rest: Word<'_>, vocabulary: &impl Vocabulary) -> bool {
        let (least, share) = match letter {
            'و' => (2, ENOUGH),
            'ب' | 'ل' if rest.len() == 2 => (2, 1),
            'ب' | 'ل' => (3, 4),
            // The future's س stands before a verb.
            'س' if !rest.folded.starts_with(['ي', 'ت', 'ن', 'ا']) => return false,
            'س' => (4, 2),
            _ => (3, 2),
        };
        // «پ» and the like: no Arabic word, and so nothing Arabic clings to it.
        let foreign = self.written.contains(is_foreign);
        if foreign || rest.len() < least || own::holds(self.folded) {
            return false;
        }
        let whole = vocabulary.count(self.folded);
        // «حج» is written with its article far more often than «لحج» is ل and «حج».
        let alone = match rest.len() {
            2 => vocabulary.count(rest.folded),
            _ => seen(rest.folded, vocabulary),
        };
        // A word known to begin with a letter of its own is known to be one.
        let known = rest.len() > 2 && own::holds(rest.folded);
        if known && whole <= FEW {
            return !self.is_whole(whole, vocabulary);
        }
        alone > 0 && alone.saturating_mul(share) >= whole && !self.is_whole(whole, vocabulary)
    }

    /// Whether the article or a preposition stands before the word as it is.
    fn is_whole(self, count: u32, vocabulary: &impl Vocabulary) -> bool {
        let before: &[&str] = match self.folded.chars().next() {
            // «للوزير» is «الوزير» with ل.
            Some('ل') => &["ال", "ب"],
            _ => &["ال", "لل", "ل", "ب"],
        };
        let with = |clitic: &&str| vocabulary.count(&format_compact!("{clitic}{}", self.folded));
        let evidence: u32 = before.iter().map(with).sum();
        evidence > 0 && evidence.saturating_mul(16) >= count
    }
}
