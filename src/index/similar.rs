//! From the text of an article to its distinctive terms, and from two articles to how close they are.
//!
//! A [`Profile`] counts families of words (those with one stem, as the [`Lexicon`] knows them). A
//! family weighs by how often it stands here (`1 + ln`), in title and lead more than further down,
//! and how rare it is in the corpus (`ln(1 + N / df)`); the heaviest sixty stand for the article.
//! Closeness is the cosine of two profiles. Beside them stands a sample of sequences of five words,
//! which shows whether two articles are versions of one text. The caller leaves out repeated text and
//! furniture.
//!
//! Weights and limits are measured on judged stories: `tests/bench/related/README.md`.
//!
//! Invariants: a profile takes no more than `MAX_READ_WORDS` words and keeps no more than
//! `MAX_FAMILIES` families; the same index and text give the same profile every time.

mod akin;
mod read_words;
mod sequence_sample;

use std::cmp::Reverse;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::engine::Searcher;
use super::lexicon::Lexicon;
use super::tokenizer::head;
use crate::analysis::{self, letters, stopwords};
use read_words::ReadWords;
use sequence_sample::{FamilySequence, SequenceSample};

/// Times that a word of the title counts.
const TITLE_TIMES: f32 = 3.0;
/// Times that one of the first [`LEAD_WORDS`] words counts.
const LEAD_TIMES: f32 = 2.0;
/// Words of the lead.
const LEAD_WORDS: usize = 40;
/// Most words of an article that are read: more of them made the judged lists worse, and slower.
const MAX_READ_WORDS: usize = 300;
/// Bytes after which the passage of an article is cut at the next blank.
const PIECE_BYTES: usize = 512;
/// Most families that stand for an article.
const MAX_FAMILIES: usize = 60;
/// Most families that related articles are searched by.
const MAX_SEARCHED_FAMILIES: usize = 25;
/// Least closeness of two versions; to see it is quicker than to compare their sequences.
const MIN_VERSION_CLOSENESS: f32 = 0.3;
/// Families in more than one of so many documents are too common to search by.
const SEARCHED_SHARE: usize = 5;
/// Documents of a family that is never too common: in a small corpus every family is frequent.
const MIN_COMMON_DOCUMENTS: usize = 100;
/// Fewest letters of a distinctive word: shorter surfaces are rarely names or things.
const MIN_LETTERS: usize = 3;
/// A stopword is in one article of so many, at least; a rarer one is a name that looks like it.
const STOPWORD_SHARE: usize = 200;

/// The families of words that an article is about, with a sample of its sequences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Families with their weights, in order of number; the squares of the weights add up to 1.
    terms: Vec<(u32, f32)>,
    sketch: SequenceSample,
}

impl Profile {
    /// How close two articles are, from 0 to 1.
    pub fn closeness(&self, other: &Profile) -> f32 {
        let shared = self.shared(other).map(|(_, weight)| weight);
        shared.sum::<f32>().min(1.0)
    }

    /// Families in both, each with what it adds to their closeness, in order of number.
    fn shared(&self, other: &Profile) -> impl Iterator<Item = (u32, f32)> {
        let mut theirs = other.terms.iter().peekable();
        self.terms.iter().filter_map(move |(family, weight)| {
            while theirs.next_if(|(f, _)| f < family).is_some() {}
            let (_, other) = theirs.next_if(|(f, _)| f == family)?;
            Some((*family, weight * other))
        })
    }

    /// Whether both are the same text in nearly the same words, or one contains most of the other, as
    /// far as they were read.
    pub fn is_version(&self, other: &Profile) -> bool {
        self.closeness(other) >= MIN_VERSION_CLOSENESS && self.sketch.is_version(&other.sketch)
    }
}

/// Something two articles share.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// As a person would write it: the commonest spelling in the article asked about, nothing
    /// clinging before it.
    pub form: CompactString,
    /// What it adds to their closeness, from 0 to 1.
    pub weight: f32,
}

/// What a profile is made from: the title of an article and the passages that are its own.
#[derive(Clone, Debug, Default)]
pub struct ProfileText<'a> {
    pub title: &'a str,
    pub passages: Vec<&'a str>,
}

/// What is counted, by number in order, each once.
fn added_up(mut counts: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    counts.sort_unstable_by_key(|(number, _)| *number);
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        // Times are whole numbers: in which order they are added does not matter.
        kept.1 += if same { next.1 } else { 0.0 };
        same
    });
    counts
}

impl Searcher {
    /// The profile of an article.
    pub fn profile(&self, own: &ProfileText<'_>) -> Profile {
        let lexicon: &Lexicon = &self.lexicon;
        let read = ReadWords::of(own);
        let numbers = read.numbers(lexicon);
        let family = |word: u32| lexicon.family(word);
        let mut sequence = FamilySequence::default();
        for word in numbers.iter().skip(read.in_title()) {
            sequence.push(word.map_or(0, family));
        }
        let counted = numbers.into_iter().zip(read.times());
        let counted = counted.filter_map(|(word, times)| Some((word?, times)));
        let mut words = added_up(counted.collect());
        words.retain(|(word, _)| self.is_distinctive(*word));
        let families = words.into_iter().map(|(word, times)| (family(word), times));
        Profile {
            terms: self.heaviest(added_up(families.collect())),
            sketch: sequence.sketch(),
        }
    }

    /// The families that weigh most, in order, from how often each was read.
    fn heaviest(&self, families: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
        let weigh =
            |family: u32, times: f32| (1.0 + times.max(1.0).ln()) * self.family_rarity(family);
        let terms = families.into_iter();
        let terms = terms.map(|(family, times)| (family, weigh(family, times)));
        let mut terms: Vec<(u32, f32)> = terms.collect();
        if terms.len() > MAX_FAMILIES {
            let heavier = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
            terms.select_nth_unstable_by(MAX_FAMILIES, heavier);
            terms.truncate(MAX_FAMILIES);
            terms.sort_unstable_by_key(|(family, _)| *family);
            terms.shrink_to_fit();
        }
        let length = terms.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut terms {
            *weight /= length;
        }
        terms
    }

    /// Whether a word shows what an article is about.
    fn is_distinctive(&self, word: u32) -> bool {
        let lexicon: &Lexicon = &self.lexicon;
        let surface = lexicon.surface(word);
        if surface.chars().nth(MIN_LETTERS - 1).is_none() {
            return false;
        }
        let common = lexicon.count(word) as usize * STOPWORD_SHARE >= self.len();
        let spelling = lexicon.spelling(word);
        !common || !(stopwords::holds(&surface) || stopwords::holds(&letters::folded(spelling)))
    }

    /// Rarity of a family of words: the weight of a document's having one.
    fn family_rarity(&self, family: u32) -> f32 {
        let held = (self.lexicon.family_count(family) as usize).clamp(1, self.len().max(1));
        (1.0 + self.len() as f32 / held as f32).ln()
    }

    /// The `n` heaviest terms that an article shares with each of `others`, the heaviest first.
    pub fn shared_terms(
        &self,
        own: &ProfileText<'_>,
        profile: &Profile,
        others: &[&Profile],
        n: usize,
    ) -> Vec<Vec<Term>> {
        let heaviest = |other: &&Profile| {
            let mut shared: Vec<(u32, f32)> = profile.shared(other).collect();
            shared.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            shared.truncate(n);
            shared
        };
        let shared: Vec<Vec<(u32, f32)>> = others.iter().map(heaviest).collect();
        let wanted = shared.iter().flatten().map(|(family, _)| *family);
        let forms = self.forms_in(own, &wanted.collect());
        let term = |(family, weight)| {
            let form = forms.get(&family).cloned()?;
            Some(Term { form, weight })
        };
        let terms = |shared: Vec<(u32, f32)>| shared.into_iter().filter_map(term).collect();
        shared.into_iter().map(terms).collect()
    }

    /// How an article writes words of these families, nothing clinging to them.
    fn forms_in(
        &self,
        own: &ProfileText<'_>,
        families: &FxHashSet<u32>,
    ) -> FxHashMap<u32, CompactString> {
        let lexicon = &self.lexicon;
        let mut best: FxHashMap<u32, u32> = FxHashMap::default();
        let texts = std::iter::once(own.title).chain(own.passages.iter().copied());
        for text in texts {
            analysis::words(text, |_, spelling| {
                let Some(word) = lexicon.number(head(spelling)) else {
                    return;
                };
                let family = lexicon.family(word);
                if families.contains(&family) && self.is_distinctive(word) {
                    let rank = |word| (lexicon.count(word), Reverse(lexicon.spelling(word)));
                    let kept = best.entry(family).or_insert(word);
                    if rank(word) > rank(*kept) {
                        *kept = word;
                    }
                }
            });
        }
        let form = |(family, word)| (family, lexicon.surface_as_written(word));
        best.into_iter().map(form).collect()
    }
}
