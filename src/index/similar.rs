//! From the text of an article to its telling terms, and from two articles to how close they are.
//!
//! A [`Profile`] counts families of words (those with one stem, as the [`Lexicon`] knows them). A
//! family weighs by how often it stands here (`1 + ln`), in title and lead more than further down,
//! and how rare it is in the corpus (`ln(1 + N / df)`); the heaviest sixty stand for the article.
//! Closeness is the cosine of two profiles. Beside them stands a sample of sequences of five words,
//! which tells whether two articles are versions of one text. The caller leaves out repeated text
//! and furniture.
//!
//! Weights and limits are measured on judged stories: `tests/bench/related/README.md`.
//!
//! Invariants: a profile takes no more than [`READ`] words and keeps no more than [`KEPT`] families;
//! the same index and text give the same profile every time.

mod sketch;

use std::cmp::Reverse;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::engine::{IndexError, Searcher};
use super::lexicon::Lexicon;
use super::search::Hit;
use super::tokens::head;
use crate::analysis::{self, letters, stopwords};
use crate::query::Scope;
use sketch::{Shingles, Sketch};

/// A word of the title counts for so many, one of the first [`LEAD_WORDS`] for [`LEAD`].
const TITLE: f32 = 3.0;
const LEAD: f32 = 2.0;
const LEAD_WORDS: usize = 40;
/// Words of an article that are read: more of them made the judged lists worse, and slower.
const READ: usize = 300;
/// Families that stand for an article.
const KEPT: usize = 60;
/// An article is searched by so many of them.
const TELLING: usize = 25;
/// Versions are closer than this, and to see it is quicker than to compare their sequences.
const ALIKE: f32 = 0.3;
/// In so few documents no family is too common to search by.
const FEW: usize = 100;
/// Shorter surfaces are rarely names or things.
const MIN_LETTERS: usize = 3;
/// Words in fewer than one article of so many are no stopwords.
const RARE: usize = 200;

/// What an article is about, in little.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Families with their weights, in order of number; the squares of the weights add up to 1.
    terms: Vec<(u32, f32)>,
    sketch: Sketch,
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

    /// Whether both tell the same in nearly the same words, or one contains most of the other, as
    /// far as they were read.
    pub fn is_version(&self, other: &Profile) -> bool {
        self.closeness(other) >= ALIKE && self.sketch.is_version(&other.sketch)
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

/// An article as it is read: its title, and the passages that are its own.
#[derive(Clone, Debug, Default)]
pub struct Own<'a> {
    pub title: &'a str,
    pub passages: Vec<&'a str>,
}

/// Families counted word by word.
struct Count<'a> {
    searcher: &'a Searcher,
    counts: FxHashMap<u32, f32>,
    shingles: Shingles,
    read: usize,
}

impl Count<'_> {
    fn title(&mut self, title: &str) {
        analysis::words(title, |_, spelling| {
            self.read += 1;
            if self.read <= READ {
                self.add(
                    self.searcher.lexicon.number(head(spelling)),
                    spelling,
                    TITLE,
                );
            }
        });
        self.read = 0;
    }

    fn passage(&mut self, passage: &str) {
        if self.read >= READ {
            return;
        }
        let lexicon = &self.searcher.lexicon;
        analysis::words(passage, |_, spelling| {
            self.read += 1;
            if self.read <= READ {
                let word = lexicon.number(head(spelling));
                self.shingles
                    .push(word.map_or(0, |word| lexicon.family(word)));
                let times = if self.read <= LEAD_WORDS { LEAD } else { 1.0 };
                self.add(word, spelling, times);
            }
        });
    }

    fn add(&mut self, word: Option<u32>, spelling: &str, times: f32) {
        if let Some(word) = word.filter(|word| self.searcher.tells(*word, spelling)) {
            let family = self.searcher.lexicon.family(word);
            *self.counts.entry(family).or_default() += times;
        }
    }

    fn profile(self) -> Profile {
        let weigh = |(family, times): (u32, f32)| {
            let rarity = self.searcher.family_rarity(family);
            (family, (1.0 + times.max(1.0).ln()) * rarity)
        };
        let mut terms: Vec<(u32, f32)> = self.counts.into_iter().map(weigh).collect();
        terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(KEPT);
        terms.sort_unstable_by_key(|(family, _)| *family);
        let length = terms.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut terms {
            *weight /= length;
        }
        Profile {
            terms,
            sketch: self.shingles.sketch(),
        }
    }
}

impl Searcher {
    /// The profile of an article.
    pub fn profile(&self, own: &Own<'_>) -> Profile {
        let mut count = Count {
            searcher: self,
            counts: FxHashMap::default(),
            shingles: Shingles::default(),
            read: 0,
        };
        count.title(own.title);
        for passage in &own.passages {
            count.passage(passage);
        }
        count.profile()
    }

    /// Whether a word says anything of what an article is about.
    fn tells(&self, word: u32, spelling: &str) -> bool {
        let lexicon: &Lexicon = &self.lexicon;
        let surface = lexicon.surface(word);
        if surface.chars().count() < MIN_LETTERS {
            return false;
        }
        let common = lexicon.count(word) as usize * RARE >= self.len();
        !common || !(stopwords::holds(surface) || stopwords::holds(&letters::folded(spelling)))
    }

    /// Documents that share the most telling words of a profile, in no order.
    pub fn akin(&self, profile: &Profile) -> Result<Vec<Hit>, IndexError> {
        let common = (self.len() / 5).max(FEW);
        let held = |family| self.lexicon.family_count(family) as usize;
        let mut telling = profile.terms.clone();
        telling.retain(|(family, _)| (2..=common).contains(&held(*family)));
        telling.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        telling.truncate(TELLING);
        let mut scores = vec![0.0_f32; self.len()];
        let mut touched = Vec::new();
        for (family, weight) in telling {
            let weight = weight * self.family_rarity(family);
            for &spelling in self.lexicon.members(family) {
                self.each(spelling, Scope::Anywhere, |doc, times| {
                    if let Some(score) = scores.get_mut(doc as usize) {
                        if *score == 0.0 {
                            touched.push(doc);
                        }
                        *score += weight * self.saturation(doc, times);
                    }
                })?;
            }
        }
        let hit = |doc: u32| Hit {
            doc,
            score: scores[doc as usize],
            complete: true,
        };
        Ok(touched.into_iter().map(hit).collect())
    }

    /// How telling it is that a document has a word of a family.
    fn family_rarity(&self, family: u32) -> f32 {
        let held = (self.lexicon.family_count(family) as usize).clamp(1, self.len().max(1));
        (1.0 + self.len() as f32 / held as f32).ln()
    }

    /// The `n` heaviest terms that an article shares with each of `others`, the heaviest first.
    pub fn shared_terms(
        &self,
        (own, profile): (&Own<'_>, &Profile),
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
    fn forms_in(&self, own: &Own<'_>, families: &FxHashSet<u32>) -> FxHashMap<u32, CompactString> {
        let lexicon = &self.lexicon;
        let mut best: FxHashMap<u32, u32> = FxHashMap::default();
        let texts = std::iter::once(own.title).chain(own.passages.iter().copied());
        for text in texts {
            analysis::words(text, |_, spelling| {
                let Some(word) = lexicon.number(head(spelling)) else {
                    return;
                };
                let family = lexicon.family(word);
                if families.contains(&family) && self.tells(word, spelling) {
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
