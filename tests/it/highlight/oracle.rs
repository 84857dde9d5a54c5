//! From a corpus and a query to the words of a text that should light, by comparing each with each.

use std::collections::{BTreeSet, HashMap};

use fihrist::analysis::{Vocabulary, WordKeys, letters, spellings, stopwords};
use fihrist::index::Forms;
use fihrist::library::Library;
use fihrist::query::{Clause, Query, QueryItem, QueryWord, WordMatch};

use super::spelled;

/// Every spelling of a corpus with its keys.
pub(super) struct Oracle {
    keys: HashMap<String, WordKeys>,
    counts: Counts,
}

/// In how many articles a folded word is, and in how many with a hamza on its first alef.
#[derive(Default)]
struct Counts(HashMap<String, (u32, u32)>);

impl Vocabulary for Counts {
    fn count(&self, folded: &str) -> u32 {
        self.0.get(folded).map_or(0, |counts| counts.0)
    }

    fn with_hamza(&self, folded: &str) -> u32 {
        self.0.get(folded).map_or(0, |counts| counts.1)
    }
}

const HAMZA: [char; 3] = ['أ', 'إ', 'آ'];

impl Oracle {
    pub(super) fn of(library: &Library) -> Oracle {
        let mut counts = Counts::default();
        let mut all = BTreeSet::new();
        for (_, entry) in library.entries() {
            let article = &entry.article;
            let parts = [article.title_str(), &article.text];
            let words = parts
                .into_iter()
                .flat_map(spelled)
                .map(|(_, spelling)| spelling);
            let words: BTreeSet<String> = words.collect();
            for word in &words {
                let count = counts
                    .0
                    .entry(letters::folded(word).to_string())
                    .or_default();
                count.0 += 1;
                count.1 += u32::from(word.starts_with(HAMZA));
            }
            all.extend(words);
        }
        let keyed = all.into_iter().map(|word| {
            let keys = WordKeys::of(&word, &counts);
            (word, keys)
        });
        Oracle {
            keys: keyed.collect(),
            counts,
        }
    }

    /// Which of a text's words should light, by their place.
    pub(super) fn lights(&self, query: &Query, forms: Forms, text: &[&str]) -> Vec<usize> {
        let wanted = |clause: &&Clause| matches!(clause, Clause::Any(_));
        let telling = query
            .clauses
            .iter()
            .filter(wanted)
            .any(|clause| !is_particle(clause));
        let mut lit = BTreeSet::new();
        for clause in query.clauses.iter().filter(wanted) {
            let Clause::Any(items) = clause else {
                continue;
            };
            if telling && is_particle(clause) {
                continue;
            }
            for item in items {
                let words: Vec<Wanted> =
                    item.words().iter().map(|w| self.wanted(w, forms)).collect();
                let is = |word: usize, at: usize| {
                    text.get(at)
                        .and_then(|s| self.keys.get_key_value(*s))
                        .is_some_and(|(s, k)| words[word].holds(s, k))
                };
                let slop = match item {
                    QueryItem::Word(_) => None,
                    QueryItem::Phrase(phrase) => phrase.slop,
                };
                match slop {
                    None => lit.extend(in_order(words.len(), text.len(), is)),
                    Some(slop) => lit.extend(within((words.len(), slop as usize), text.len(), is)),
                }
            }
        }
        lit.into_iter().collect()
    }

    fn wanted(&self, word: &QueryWord, forms: Forms) -> Wanted {
        let form = match (word.form, forms) {
            (WordMatch::All, Forms::Exact) => WordMatch::Exact,
            (form, _) => form,
        };
        let keys = WordKeys::of(&word.spelling, &self.counts);
        let unfinished = word.form == WordMatch::Prefix || (word.typing && form == WordMatch::All);
        let mut variants: Vec<String> = Vec::new();
        variants.extend(
            spellings::variants(&keys.surface)
                .iter()
                .map(ToString::to_string),
        );
        let clinging = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "فل"];
        let attached = clinging
            .iter()
            .map(|letters| format!("{letters}{}", keys.surface));
        let attached = attached.filter(|whole| {
            self.counts.count(whole) <= 3 && !fihrist::analysis::begins_by_itself(whole)
        });
        let attached = match keys.surface.chars().count() {
            0..4 => Vec::new(),
            _ => attached.collect(),
        };
        let mut wanted = Wanted {
            attached,
            beginnings: if unfinished {
                beginnings(&word.spelling, &keys)
            } else {
                Vec::new()
            },
            closeness: match (form, forms) {
                (WordMatch::Exact, _) => Closeness::Spelling,
                (WordMatch::Prefix, _) => Closeness::None,
                (WordMatch::All, Forms::Word) => Closeness::Surface,
                (WordMatch::All, _) => Closeness::SearchResult,
            },
            spelling: word.spelling.to_string(),
            variants,
            keys,
        };
        let nowhere = |wanted: &Wanted| !self.keys.iter().any(|(s, k)| wanted.holds(s, k));
        if !unfinished && wanted.closeness == Closeness::SearchResult {
            for looser in [Closeness::Akin, Closeness::Slip] {
                if nowhere(&wanted) {
                    wanted.closeness = looser;
                }
            }
        }
        wanted
    }
}

/// How far a word of the text may be from the one asked for.
#[derive(Clone, Copy, PartialEq)]
enum Closeness {
    None,
    Spelling,
    Surface,
    /// A clitic, an accepted spelling, a number, a gender or a pronoun.
    SearchResult,
    /// The same stem, or the same sound where that is long enough to tell.
    Akin,
    /// One letter.
    Slip,
}

struct Wanted {
    spelling: String,
    /// With a letter before it that is too rare for the corpus to tell.
    attached: Vec<String>,
    /// By the spelling table, folded.
    variants: Vec<String>,
    keys: WordKeys,
    closeness: Closeness,
    beginnings: Vec<String>,
}

impl Wanted {
    fn holds(&self, spelling: &str, keys: &WordKeys) -> bool {
        let own = &self.keys;
        let close = match self.closeness {
            Closeness::None => false,
            Closeness::Spelling => spelling == self.spelling,
            Closeness::Surface => keys.surface == own.surface || self.is_attached(keys),
            Closeness::SearchResult => {
                keys.surface == own.surface
                    || self.is_attached(keys)
                    || own.inflection == keys.inflection
                    || self.is_variant(keys)
            }
            Closeness::Akin => {
                let tells = own.sound.chars().count() >= 4;
                keys.stem == own.stem || (tells && keys.sound == own.sound)
            }
            Closeness::Slip => {
                own.surface.chars().count() >= 5 && one_slip(&own.surface, &keys.surface)
            }
        };
        close
            || self
                .beginnings
                .iter()
                .any(|b| keys.surface.starts_with(b.as_str()))
    }

    fn is_attached(&self, keys: &WordKeys) -> bool {
        self.attached
            .iter()
            .any(|whole| keys.surface == whole.as_str())
    }

    fn is_variant(&self, keys: &WordKeys) -> bool {
        let asked = &self.keys;
        let of_names = |surface: &str| surface.ends_with("يا") || surface.ends_with("يه");
        let spelt = |variant: &str| {
            let names = of_names(&asked.surface) && of_names(variant);
            let may = !names || asked.article == keys.article;
            keys.surface == variant && may
        };
        self.variants.iter().any(|variant| spelt(variant))
            || (asked.sound == keys.sound && spellings::alike(&asked.surface, &keys.surface))
    }
}

/// What a half-typed word may begin: itself, without the article, without what clings.
fn beginnings(spelling: &str, keys: &WordKeys) -> Vec<String> {
    let folded = letters::folded(spelling).to_string();
    let articles = ["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
    let article = articles
        .iter()
        .find_map(|article| folded.strip_prefix(article));
    let rest = article.filter(|rest| !rest.is_empty() && !spelling.starts_with(HAMZA));
    let rest = rest.map(str::to_owned);
    [Some(folded), rest, Some(keys.surface.to_string())]
        .into_iter()
        .flatten()
        .collect()
}

fn is_particle(clause: &Clause) -> bool {
    let Clause::Any(items) = clause else {
        return false;
    };
    let [QueryItem::Word(word)] = items.as_slice() else {
        return false;
    };
    let letter =
        word.spelling.chars().count() == 1 && word.spelling.starts_with(char::is_alphabetic);
    let says_little = letter || stopwords::holds(&letters::folded(&word.spelling));
    word.form == WordMatch::All && !word.typing && says_little
}

/// The places of all words of a phrase, wherever they follow each other.
fn in_order(words: usize, length: usize, is: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let begins = (0..length).filter(|from| (0..words).all(|word| is(word, from + word)));
    begins.flat_map(|from| from..from + words).collect()
}

/// The places of all words in every window that holds each of them.
fn within(
    (words, slop): (usize, usize),
    length: usize,
    is: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let mut out = Vec::new();
    for from in 0..length {
        let window = from..(from + words + slop).min(length);
        let any = |at: usize| (0..words).any(|word| is(word, at));
        let holds = |word: usize| window.clone().any(|at| is(word, at));
        if any(from) && (0..words).all(holds) {
            out.extend(window.clone().filter(|at| any(*at)));
        }
    }
    out
}

/// Whether one letter put in, left out, changed, or swapped with the next makes them equal.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let without = |word: &[char], at: usize| [&word[..at], &word[at + 1..]].concat();
    let differ = |a: &[char], b: &[char]| a.iter().zip(b).filter(|(x, y)| x != y).count();
    let swapped = |at: usize| {
        let mut other = a.clone();
        other.swap(at - 1, at);
        other == b && a != b
    };
    (0..a.len()).any(|at| without(&a, at) == b)
        || (0..b.len()).any(|at| without(&b, at) == a)
        || (a.len() == b.len()
            && ((a.len() > 5 && differ(&a, &b) == 1) || (1..a.len()).any(swapped)))
}
