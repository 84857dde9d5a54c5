//! Letters in, the words that begin with them out: the most frequent by themselves, the others as the
//! set of documents that hold one of them.
//!
//! Tens of thousands of words begin with one letter. Only the most frequent score by themselves; of the
//! others it counts that a document holds one, and that is worked out once for all words of one
//! beginning.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use super::super::doc_set::DocSet;
use super::super::engine::Searcher;
use super::super::error::IndexError;
use super::super::lexicon::{Lexicon, WordNo};
use super::completion::MAX_SCORED;
use super::workspace::Workspace;
use crate::query::WordScope;

/// Spellings whose postings are read between two looks at whether the search was stopped.
pub(super) const BLOCK_SPELLINGS: usize = 2048;
/// The same for those of which it only counts that a document holds one: the more there are, the nearer to each
/// other their terms are.
const BLOCK_OTHERS: usize = 16 * BLOCK_SPELLINGS;
/// Letters that are looked up before they are typed: those of two alphabets, and digits.
const MAX_FIRST_LETTERS: usize = 64;
/// Most spellings of one beginning that forms are counted of.
pub(in crate::index) const MAX_COMMON: usize = 64;

/// A word that a typed one may become: its spellings, and how often they stand in the corpus.
#[derive(Clone, Debug)]
pub(super) struct Completion {
    pub(super) count: u32,
    /// Its place among the words of one beginning in the order of their letters.
    pub(super) nth: usize,
    /// Among all spellings in the order of their surfaces.
    pub(super) spellings: Range<usize>,
}

/// What is known of the words that begin with some letters.
pub(in crate::index) struct Begun {
    /// Their spellings, among all in the order of their surfaces.
    pub(in crate::index) spellings: Range<usize>,
    /// The most frequent words, by frequency.
    pub(super) frequent: Vec<Completion>,
    /// Whether there are more words.
    pub(super) more: bool,
    /// The most frequent spellings, in no order.
    pub(in crate::index) common: Vec<WordNo>,
    /// Documents with one of the words that are not among the frequent: anywhere, in titles.
    others: [OnceLock<DocSet>; 2],
}

impl Begun {
    fn find(lexicon: &Lexicon, letters: &str) -> Begun {
        let spellings = lexicon.beginning_range(letters);
        let all = lexicon.in_order(spellings.clone());
        let same = |a: &WordNo, b: &WordNo| *lexicon.surface(*a) == *lexicon.surface(*b);
        let mut words: Vec<Completion> = Vec::new();
        let mut from = spellings.start;
        for run in all.chunk_by(same) {
            words.push(Completion {
                count: run.iter().map(|w| lexicon.count(*w)).sum(),
                nth: words.len(),
                spellings: from..from + run.len(),
            });
            from += run.len();
        }
        let more = words.len() > MAX_SCORED;
        if more {
            words.select_nth_unstable_by_key(MAX_SCORED, Completion::place);
            words.truncate(MAX_SCORED);
            words.shrink_to_fit();
        }
        words.sort_unstable_by_key(Completion::place);
        let mut common = all.to_vec();
        if common.len() > MAX_COMMON {
            let frequent = |a: &WordNo, b: &WordNo| lexicon.more_frequent(*a, *b);
            common.select_nth_unstable_by(MAX_COMMON, frequent);
            common.truncate(MAX_COMMON);
            common.shrink_to_fit();
        }
        Begun {
            spellings,
            frequent: words,
            more,
            common,
            others: Default::default(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let others = self.others.iter().filter_map(OnceLock::get);
        others.map(DocSet::bytes).sum()
    }
}

impl Completion {
    /// The most frequent first.
    fn place(&self) -> (Reverse<u32>, usize) {
        (Reverse(self.count), self.nth)
    }
}

impl Searcher {
    /// What is known of the words that begin with some letters.
    pub(in crate::index) fn begun(&self, letters: &str) -> std::sync::Arc<Begun> {
        let find = || Begun::find(&self.lexicon, letters);
        self.memory.begun(letters, find)
    }

    /// The letters that most words begin with, the commonest first.
    pub(super) fn first_letters(&self) -> Vec<String> {
        let mut letters: Vec<(usize, String)> = Vec::new();
        let mut from = 0;
        while let Some(word) = self.lexicon.in_order(from..from + 1).first() {
            let letter: String = self.lexicon.surface(*word).chars().take(1).collect();
            let begin = self.lexicon.beginning_range(&letter);
            if !letter.is_empty() {
                letters.push((begin.len(), letter));
            }
            from = begin.end.max(from + 1);
        }
        letters.sort_by(|a, b| b.cmp(a));
        letters.truncate(MAX_FIRST_LETTERS);
        letters.into_iter().map(|(_, letter)| letter).collect()
    }

    /// The documents with a word of a beginning that is not among its frequent ones.
    pub(super) fn others<'a>(
        &self,
        begun: &'a Begun,
        scope: WordScope,
        space: &Workspace,
    ) -> Result<&'a DocSet, IndexError> {
        let [anywhere, title] = &begun.others;
        let kept = match scope {
            WordScope::Anywhere => anywhere,
            WordScope::Title => title,
        };
        if let Some(known) = kept.get() {
            return Ok(known);
        }
        let mut set = DocSet::new(self.len());
        let mut scored: Vec<Range<usize>> =
            begun.frequent.iter().map(|w| w.spellings.clone()).collect();
        scored.sort_unstable_by_key(|run| run.start);
        scored.push(begun.spellings.end..begun.spellings.end);
        let mut from = begun.spellings.start;
        let mut others: Vec<WordNo> = Vec::with_capacity(begun.spellings.len());
        for run in scored {
            others.extend(self.lexicon.in_order(from..run.start));
            from = run.end;
        }
        for block in others.chunks(BLOCK_OTHERS) {
            space.go_on()?;
            self.each_of(block, scope, |doc| set.insert(doc))?;
        }
        Ok(kept.get_or_init(|| set))
    }

    /// Calls `f` with every document that holds one of some spellings, as often as it holds one.
    pub(super) fn each_of(
        &self,
        spellings: &[WordNo],
        scope: WordScope,
        mut f: impl FnMut(u32),
    ) -> Result<(), IndexError> {
        let mut ordinals = self.ordinals(spellings, scope)?;
        for (segment, ordinals) in self.segments.iter().zip(&mut ordinals) {
            let terms = segment.terms(scope);
            ordinals.sort_unstable();
            segment.each_of(terms, ordinals.iter().copied(), &mut f)?;
        }
        Ok(())
    }

    /// The ordinals of some spellings in each segment.
    pub(super) fn ordinals(
        &self,
        spellings: &[WordNo],
        scope: WordScope,
    ) -> Result<Vec<Vec<u32>>, IndexError> {
        let mut ordinals: Vec<Vec<u32>> = vec![Vec::new(); self.segments.len()];
        self.each_term(spellings, scope, |segment, ordinal| {
            if let Some(ordinals) = ordinals.get_mut(segment as usize) {
                ordinals.push(ordinal);
            }
        })?;
        Ok(ordinals)
    }

    /// Calls `f` with the segment and the ordinal of every term of some spellings.
    pub(in crate::index) fn each_term(
        &self,
        spellings: &[WordNo],
        scope: WordScope,
        mut f: impl FnMut(u32, u32),
    ) -> Result<(), IndexError> {
        match scope {
            WordScope::Anywhere => {
                for &spelling in spellings {
                    let places = self.lexicon.places(spelling);
                    places.for_each(|(segment, ordinal)| f(segment as u32, ordinal));
                }
            }
            WordScope::Title => {
                let titles = self.title_terms()?;
                for &spelling in spellings {
                    let places = titles.of(spelling);
                    places.for_each(|term| f(term.segment, term.ordinal));
                }
            }
        }
        Ok(())
    }

    /// The terms of titles, found once.
    fn title_terms(&self) -> Result<&TitleTerms, IndexError> {
        if let Some(known) = self.memory.titles.get() {
            return Ok(known);
        }
        let mut terms = Vec::new();
        for (segment, at) in self.segments.iter().zip(0..) {
            let mut ordinal = 0;
            segment.title.each(|spelling, _| {
                terms.extend(self.lexicon.number(spelling).map(|word| TitleTerm {
                    word,
                    segment: at,
                    ordinal,
                }));
                ordinal += 1;
            })?;
        }
        terms.sort_unstable_by_key(|term| (term.word, term.segment));
        Ok(self.memory.titles.get_or_init(|| TitleTerms(terms)))
    }
}

/// Where the postings of every spelling in titles are, by spelling: to look thousands of them up one by
/// one in the segments takes longer than to go through all once.
pub(super) struct TitleTerms(Vec<TitleTerm>);

struct TitleTerm {
    word: WordNo,
    segment: u32,
    ordinal: u32,
}

impl TitleTerms {
    fn of(&self, word: WordNo) -> impl Iterator<Item = &TitleTerm> {
        let from = self.0.partition_point(|term| term.word < word);
        let rest = self.0.get(from..).unwrap_or(&[]).iter();
        rest.take_while(move |term| term.word == word)
    }
}
