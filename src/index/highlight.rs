//! From what a query looks for and a text to the byte ranges of the words that answer it.
//!
//! A word of the text is cut as the index cuts it and looked up in the same lexicon, so that harakat
//! and tatweel inside a word do no harm, a match always covers the whole word as written, and what
//! is highlighted is just what was counted. Of a word that stands in the corpus, what is only akin is not
//! highlighted; where it stands nowhere, what stood in for it is. A phrase is highlighted only where its
//! words stand together.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::glance::Glance;
use super::lexicon::{Lexicon, WordNo};
use super::search::{Plan, PlannedItem, PlannedWord};
use crate::analysis;

/// The words and phrases to highlight; empty for an empty query.
#[derive(Clone, Default)]
pub struct Matcher {
    lexicon: Arc<Lexicon>,
    /// Words that are highlighted wherever they stand.
    words: WantedSpellings,
    phrases: Vec<WantedPhrase>,
    /// What tells most words of a text apart from those looked for, without the lexicon.
    glance: Arc<Glance>,
}

#[derive(Clone, Default, PartialEq)]
struct WantedPhrase {
    words: Vec<WantedSpellings>,
    /// How many other words may stand among them, in any order; `None`: in order, none.
    slop: Option<u32>,
}

/// Spellings, and beginnings of surfaces.
#[derive(Clone, Default, PartialEq)]
struct WantedSpellings {
    spellings: FxHashSet<WordNo>,
    beginnings: Vec<String>,
}

impl std::fmt::Debug for Matcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let spellings = self
            .words
            .spellings
            .iter()
            .map(|w| self.lexicon.spelling(*w));
        f.debug_set().entries(spellings).finish()
    }
}

/// Two are equal if they look for the same; the numbers of spellings never change.
impl PartialEq for Matcher {
    fn eq(&self, other: &Matcher) -> bool {
        self.words == other.words && self.phrases == other.phrases
    }
}

impl WantedSpellings {
    fn add(&mut self, lexicon: &Lexicon, word: &PlannedWord) {
        let before = self.beginnings.len();
        let begun = word.known.beginnings.iter().flat_map(|b| &b.0);
        self.beginnings.extend(
            begun
                .filter(|b| !lexicon.beginning_with(b).is_empty())
                .cloned(),
        );
        let mut found = word.known.expansion.found().peekable();
        let nowhere = found.peek().is_none() && self.beginnings.len() == before;
        self.spellings.extend(found);
        if nowhere {
            self.spellings.extend(word.known.expansion.stand_ins());
        }
    }

    fn is_empty(&self) -> bool {
        self.spellings.is_empty() && self.beginnings.is_empty()
    }

    fn holds(&self, lexicon: &Lexicon, word: WordNo) -> bool {
        let begins = |surface: &str| {
            self.beginnings
                .iter()
                .any(|b| surface.starts_with(b.as_str()))
        };
        self.spellings.contains(&word)
            || (!self.beginnings.is_empty() && begins(&lexicon.surface(word)))
    }
}

impl Matcher {
    pub(super) fn new(lexicon: &Arc<Lexicon>, plan: &Plan) -> Matcher {
        let mut matcher = Matcher {
            lexicon: Arc::clone(lexicon),
            ..Matcher::default()
        };
        for item in plan.slots.iter().flatten() {
            match item {
                PlannedItem::Word(word) => matcher.words.add(lexicon, word),
                PlannedItem::Phrase(words, slop) => {
                    let words = words.iter().map(|word| {
                        let mut wanted = WantedSpellings::default();
                        wanted.add(lexicon, word);
                        wanted
                    });
                    matcher.phrases.push(WantedPhrase {
                        words: words.collect(),
                        slop: *slop,
                    });
                }
            }
        }
        let wanted = || matcher.wanted();
        let spellings = wanted().flat_map(|wanted| &wanted.spellings);
        let beginnings = wanted().flat_map(|wanted| &wanted.beginnings);
        let glance = Glance::of(spellings.map(|w| lexicon.spelling(*w)), beginnings);
        matcher.glance = Arc::new(glance);
        matcher
    }

    /// Everything that is looked for, by itself or in a phrase.
    fn wanted(&self) -> impl Iterator<Item = &WantedSpellings> {
        let phrases = self.phrases.iter().flat_map(|phrase| &phrase.words);
        phrases.chain([&self.words])
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// The byte ranges of matching words, in order, not overlapping.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        self.ranges(text, |words, out| {
            out.extend(words.iter().map(|(bytes, _)| bytes.clone()));
        })
    }

    /// The byte ranges of matches, in order, not overlapping: words by themselves, and phrases from the first word to the
    /// last. A reader who goes from match to match stops once at each.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = self.ranges(text, |words, out| {
            if let (Some((first, _)), Some((last, _))) = (words.first(), words.last()) {
                out.push(first.start..last.end);
            }
        });
        ranges.dedup_by(|next, before| {
            let joined = next.start < before.end;
            if joined {
                before.end = before.end.max(next.end);
            }
            joined
        });
        ranges
    }

    /// The byte ranges of matching words, and those that `add_run` adds for the words of each phrase found.
    fn ranges(
        &self,
        text: &str,
        add_run: impl Fn(&[NumberedWord], &mut Vec<Range<usize>>),
    ) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut words: Vec<NumberedWord> = Vec::new();
        let mut out = Vec::new();
        analysis::words(text, |bytes, spelling| {
            let number = self.number(spelling);
            if number.is_some_and(|n| self.words.holds(&self.lexicon, n)) {
                out.push(bytes.clone());
            }
            if !self.phrases.is_empty() {
                words.push((bytes, number));
            }
        });
        if !self.phrases.is_empty() {
            for phrase in &self.phrases {
                let runs = phrase.runs(&self.lexicon, &words);
                runs.filter_map(|run| words.get(run))
                    .for_each(|run| add_run(run, &mut out));
            }
            out.sort_unstable_by_key(|range| (range.start, range.end));
            out.dedup();
        }
        out
    }
}

/// A word of a text: its bytes, and its number where it may be looked for.
type NumberedWord = (Range<usize>, Option<WordNo>);

impl Matcher {
    /// The number of a spelling that may be looked for. To find one in the lexicon of a large corpus takes
    /// far longer than all else that is done with a word.
    fn number(&self, spelling: &str) -> Option<WordNo> {
        let worth_a_look = self.glance.may_be_wanted(spelling);
        let number = worth_a_look.then(|| self.lexicon.number(spelling));
        number.flatten()
    }
}

impl WantedPhrase {
    /// Where the phrase stands among `words`: all of its words one after the other, or each of those that stand near one
    /// another.
    fn runs(
        &self,
        lexicon: &Lexicon,
        words: &[NumberedWord],
    ) -> impl Iterator<Item = Range<usize>> {
        let is = move |wanted: &WantedSpellings, at: usize| {
            let word = words.get(at).and_then(|(_, number)| *number);
            word.is_some_and(|n| wanted.holds(lexicon, n))
        };
        let any = move |at: usize| self.words.iter().any(|wanted| is(wanted, at));
        let all = move |window: &Range<usize>| {
            let in_window = |wanted| window.clone().any(|at| is(wanted, at));
            self.words.iter().all(in_window)
        };
        let count = self.words.len();
        (0..words.len()).flat_map(move |from| {
            let (whole, near) = match self.slop {
                None => {
                    let stands = self.words.iter().zip(from..).all(|(w, at)| is(w, at));
                    (stands.then_some(from..from + count), 0..0)
                }
                Some(slop) => {
                    let window = from..(from + count + slop as usize).min(words.len());
                    let stand = any(from) && all(&window);
                    (None, if stand { window } else { 0..0 })
                }
            };
            let near = near.filter(move |at| any(*at)).map(|at| at..at + 1);
            whole.into_iter().chain(near)
        })
    }
}
