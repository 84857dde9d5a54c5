//! A word in, the same word without what clings before it out: the *surface*.
//!
//! Arabic writes the article and one-letter words together with what follows: «وبالميناء» is و + ب +
//! ال + ميناء. Whether a first letter clings or is the word's own («وزير», «باريس») no rule can tell,
//! but the corpus can. A letter clings where the rest is a word that is written alone; it is the
//! word's own where the article or a preposition stands before the whole («الوزير», «لباريس»), for
//! neither stands before a letter that clings. What is too rare to decide so stands in [`super::unprefixed_words`]. An
//! alef written with a hamza is never the article's: «ألمانيا», «وألوان».
//!
//! Invariant: the surface is the end of the folded word, and never empty.

use compact_str::format_compact;

use super::letters::{is_arabic, is_foreign};
use super::{MAX_CHANCE_ARTICLES, Vocabulary, letters, other_scripts, seen, unprefixed_words};

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
    if other_scripts::is_hebrew(folded) {
        let bytes = other_scripts::hebrew_clitics(folded, vocabulary);
        let article = false;
        return Clitics { bytes, article };
    }
    let mut at = WordRest {
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
struct WordRest<'a> {
    written: &'a str,
    folded: &'a str,
}

// Shares of evidence: one news article in so many of those that hold the whole word. Chosen by hand, as
// those in `clings_to_word` are.

/// Share with the rest written alone that makes it a word of its own.
const ALONE_SHARE: u32 = 32;
/// Share with one more definite article before the whole («الالتزام») that makes its alef and lam its own.
const DOUBLE_ARTICLE_SHARE: u32 = 8;
/// Share with the definite article or a preposition before the whole that makes its first letter its own.
const WHOLE_SHARE: u32 = 16;

impl<'a> WordRest<'a> {
    fn after(self, count: usize) -> WordRest<'a> {
        let after = |word: &'a str| {
            let mut chars = word.chars();
            chars.by_ref().take(count).for_each(drop);
            chars.as_str()
        };
        WordRest {
            written: after(self.written),
            folded: after(self.folded),
        }
    }

    fn len(self) -> usize {
        letters(self.folded)
    }

    /// Without the article («الوزير»), and without the letter with which it becomes one («للوزير»).
    fn without_article(self, vocabulary: &impl Vocabulary) -> Option<WordRest<'a>> {
        let rest = self.after(2);
        if rest.len() < 2 {
            return None;
        }
        if self.folded.starts_with("ال") {
            let plain = self.written.starts_with(['ا', 'ٱ']);
            return (plain && !self.alef_lam_is_own(vocabulary)).then_some(rest);
        }
        if !self.folded.starts_with("لل") || unprefixed_words::contains(self.folded) {
            return None;
        }
        // «للقاء» is ل and «لقاء»; without the article or with it, «لقاء» is what is left.
        let second = self.after(1).folded;
        (!unprefixed_words::contains(second)
            && seen(second, vocabulary) <= seen(rest.folded, vocabulary))
        .then_some(rest)
    }

    /// «التزام», «ألمانيا» written without hamza.
    fn alef_lam_is_own(self, vocabulary: &impl Vocabulary) -> bool {
        if unprefixed_words::has_own_alef_lam(self.folded) {
            return true;
        }
        let count = vocabulary.count(self.folded);
        let hamza = vocabulary.with_hamza(self.folded);
        (hamza > 0 && hamza * 2 > count)
            || (count > MAX_CHANCE_ARTICLES
                && vocabulary.count(&format_compact!("ال{}", self.folded)) * DOUBLE_ARTICLE_SHARE
                    > count)
    }

    /// Without one letter that clings to the word, where the rest is a word of its own.
    fn without_letter(
        self,
        may_cling: &str,
        vocabulary: &impl Vocabulary,
    ) -> Option<(char, WordRest<'a>)> {
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

    fn after_article(self) -> Option<WordRest<'a>> {
        let article = self.folded.starts_with("ال") && self.written.starts_with(['ا', 'ٱ']);
        (article && self.len() > 4).then(|| self.after(2))
    }

    /// «للوزير», that is ل and «الوزير»; «بالوزير».
    fn after_preposition(self) -> Option<WordRest<'a>> {
        if self.len() <= 4 || unprefixed_words::has_own_letter_alef_lam(self.folded) {
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
    fn clings_to_article(self, noun: WordRest<'_>, vocabulary: &impl Vocabulary) -> bool {
        if unprefixed_words::has_own_letter_alef_lam(self.folded) {
            return false;
        }
        let whole = vocabulary.count(self.folded);
        let alone = seen(noun.folded, vocabulary);
        (whole <= MAX_CHANCE_ARTICLES || alone.saturating_mul(ALONE_SHARE) >= whole)
            && !self.is_whole(whole, vocabulary)
    }

    /// «ووزير», «ببيروت», «سيكتب».
    fn clings_to_word(
        self,
        letter: char,
        rest: WordRest<'_>,
        vocabulary: &impl Vocabulary,
    ) -> bool {
        // Fewest letters of the rest, and the share of evidence for it.
        let (least, share) = match letter {
            'و' => (2, ALONE_SHARE),
            'ب' | 'ل' if rest.len() == 2 => (2, 1),
            'ب' | 'ل' => (3, 4),
            // The future's س stands before a verb.
            'س' if !rest.folded.starts_with(['ي', 'ت', 'ن', 'ا']) => return false,
            'س' => (4, 2),
            _ => (3, 2),
        };
        // «پ» and the like: no Arabic word, and so nothing Arabic clings to it.
        let foreign = self.written.contains(is_foreign);
        if foreign || rest.len() < least || unprefixed_words::contains(self.folded) {
            return false;
        }
        let whole = vocabulary.count(self.folded);
        // «حج» is written with its article far more often than «لحج» is ل and «حج».
        let alone = match rest.len() {
            2 => vocabulary.count(rest.folded),
            _ => seen(rest.folded, vocabulary),
        };
        // A word known to begin with a letter of its own is known to be one.
        let known = rest.len() > 2 && unprefixed_words::contains(rest.folded);
        if known && whole <= MAX_CHANCE_ARTICLES {
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
        evidence > 0 && evidence.saturating_mul(WHOLE_SHARE) >= count
    }
}
