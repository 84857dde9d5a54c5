//! A word in, the forms under which search compares it with other words out; pure.
//!
//! Arabic hides one word under many spellings: what clings to it («وللوزير»), what grammar adds
//! («الوزيرين»), what writers choose («أمريكا», «أميركا»). A text is cut into *spellings*
//! ([`mod@words`]); what a spelling is a form of is worked out here ([`WordKeys`]), coarser from step to step:
//!
//! ```text
//! spelling   وبالجامعات     as written, marks off                          words
//! folded     وبالجامعات     hamza, ya, ta marbuta, Persian letters as one  letters
//! surface    جامعات         what clings before it off                      clitics
//! inflection جامعه          pronoun, dual, plural off, its commonest spelling inflection, spellings
//! stem       جامع           nisba and the rest of the endings off          stem
//! sound      جمع            vowels off, sounds that transliteration confuses made one
//! root       جمع            what forms words off: a weak hint
//! ```
//!
//! Spellings of one name stand beside that ladder ([`spellings`]). What a rule cannot know, the
//! corpus' own [`Vocabulary`] decides: «وزير» keeps its و because «الوزير» is written. Where a corpus is
//! too small to decide, a list of common words does (`unprefixed_words`). Words in other scripts have plurals, and
//! in Hebrew prefixes (`other_scripts`), but neither sound nor root. Which words' forms may change when a corpus
//! comes to hold more or fewer of another, [`evidence`] tells.
//!
//! Invariants: no key is empty; a spelling and a vocabulary give the same keys every time; a word of
//! a query and a word of a text go through the same function, so both meet in the same keys.

mod clitics;
pub mod evidence;
mod inflection;
pub mod letters;
mod other_scripts;
mod skeleton;
pub mod spellings;
mod stem;
pub mod stopwords;
mod unprefixed_words;
mod words;

use compact_str::{CompactString, format_compact};

pub use words::words;

/// Most articles that may hold a word by chance, a slip of the pen: fewer are no evidence.
pub const MAX_CHANCE_ARTICLES: u32 = 3;

/// What a corpus knows of its words. Words are given folded ([`letters::folded`]).
pub trait Vocabulary {
    /// How many articles hold it.
    fn count(&self, folded: &str) -> u32;
    /// How many articles hold it with a hamza on its first alef.
    fn with_hamza(&self, folded: &str) -> u32;
}

/// How many articles hold a word alone or with the article.
fn seen(word: &str, vocabulary: &impl Vocabulary) -> u32 {
    vocabulary.count(word) + vocabulary.count(&format_compact!("ال{word}"))
}

/// Whether a folded word is known to begin with a letter of its own that might be taken for one that
/// clings («وزير», «باريس»).
pub fn begins_by_itself(folded: &str) -> bool {
    unprefixed_words::contains(folded)
}

/// Letters, not bytes.
fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Whether the last letter is a ه, in whichever shape, and not ة.
fn ends_in_ha(spelling: &str) -> bool {
    spelling.ends_with(['ه', 'ہ', 'ھ'])
}

/// Without the first of these endings that leaves at least `stay` letters.
fn without<'a>(word: &'a str, endings: &[&str], stay: usize) -> Option<&'a str> {
    endings.iter().find_map(|ending| {
        let rest = word.strip_suffix(ending)?;
        (letters(rest) >= stay).then_some(rest)
    })
}

/// The forms under which a spelling is compared, from fine to coarse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordKeys {
    /// What clings before it off.
    pub surface: CompactString,
    /// Whether the article was among that.
    pub article: bool,
    /// Pronoun, dual and plural off, in its commonest spelling.
    pub inflection: CompactString,
    /// All endings off.
    pub stem: CompactString,
    /// Vowels off, consonants that transliteration confuses made one.
    pub sound: CompactString,
    /// Beginnings of derived forms off.
    pub root: CompactString,
}

impl WordKeys {
    /// The keys of a spelling in a corpus.
    pub fn of(spelling: &str, vocabulary: &impl Vocabulary) -> WordKeys {
        let folded = letters::folded(spelling);
        let clitics = clitics::clitics(spelling, &folded, vocabulary);
        let surface = CompactString::from(folded.get(clitics.bytes..).unwrap_or(&folded));
        let inflection = inflection::inflection(&surface, ends_in_ha(spelling), vocabulary);
        let inflection = spellings::commonest(&inflection).unwrap_or(inflection);
        let stem = stem::stem(&inflection, vocabulary);
        WordKeys {
            sound: skeleton::sound(&stem),
            root: skeleton::root(&stem),
            article: clitics.article,
            surface,
            inflection,
            stem,
        }
    }
}

#[cfg(test)]
mod tests;
