//! From a size to a corpus of that size, as JSON Lines: the articles given, then ones made of them.
//!
//! ```text
//! given: files named, or demo-corpus ──> their articles, as they are, until there are enough
//!                └─> sentences, lengths, sources, growth ──> made articles
//! ```
//!
//! A made article has sentences drawn from the given ones, as many as one of the given articles has, a
//! source, of which the first are the most frequent, and a day from 2008 to 2025, of which later ones are
//! more frequent. The number of different words goes on growing as in the given ones ([`vocabulary`]).
//! The same size and seed give the same bytes. Articles are written as they are made: a million take no
//! more memory than the sentences kept ([`given`], 24 MB).
//!
//! What made articles lack: the same sentences stand in many, so that they say nothing about the search
//! for stories and shared passages.

pub(crate) mod given;
mod random;
mod vocabulary;

use std::io::{self, Write};
use std::ops::ControlFlow;

use jiff::civil::{Date, date};
use serde::Serialize;

use given::{Ingredients, Sentence, given_paths};
use random::SeededRandom;
use vocabulary::Growth;

/// Letters of a record where all are short.
const SHORT_LETTERS: usize = 100;
/// Words of a title: the fewest, and how many more there may be.
const TITLE_WORDS: (usize, usize) = (4, 7);
const FIRST_DAY: Date = date(2008, 1, 1);
const DAYS: usize = 18 * 365;

/// What a generated corpus is to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    pub(crate) articles: usize,
    pub(crate) seed: u64,
    /// Records of [`SHORT_LETTERS`] letters instead of articles; all are made.
    pub(crate) short: bool,
}

/// What was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written {
    pub(crate) given: usize,
    pub(crate) made: usize,
    /// Bytes of titles and texts.
    pub(crate) text_bytes: u64,
}

/// A line of the corpus.
#[derive(Serialize)]
struct Record<'a> {
    id: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    source: &'a str,
    date: String,
    text: &'a str,
}

impl Recipe {
    /// Writes the corpus.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<Written> {
        let mut written = Written {
            given: 0,
            made: 0,
            text_bytes: 0,
        };
        let mut ingredients = Ingredients::default();
        let mut failed = Ok(());
        given::each_article(given_paths(), |article| {
            if !self.short {
                let day = article.best_day().map(|day| day.to_string());
                let record = Record {
                    id: written.given,
                    title: article.title_str(),
                    source: article.source_str(),
                    date: day.unwrap_or_default(),
                    text: &article.text,
                };
                failed = write_record(&record, &mut written.text_bytes, out);
                written.given += 1;
            }
            ingredients.add(article);
            if failed.is_err() || written.given == self.articles {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        failed?;
        if ingredients.sentences.is_empty() {
            return Err(io::Error::other("nothing to make articles of"));
        }
        let mut maker = Maker::new(ingredients, self.seed);
        for id in written.given..self.articles {
            maker.make(self.short);
            let record = Record {
                id,
                title: &maker.title,
                source: maker.source(),
                date: maker.day(),
                text: &maker.text,
            };
            write_record(&record, &mut written.text_bytes, out)?;
            written.made += 1;
        }
        out.flush()?;
        Ok(written)
    }
}

fn write_record(record: &Record, bytes: &mut u64, out: &mut dyn Write) -> io::Result<()> {
    *bytes += (record.title.len() + record.text.len()) as u64;
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}

/// Makes one article after the other.
struct Maker {
    ingredients: Ingredients,
    growth: Growth,
    random: SeededRandom,
    title: String,
    text: String,
    source: usize,
    /// After the first.
    day: usize,
    /// Places of the sentences of this article: none comes twice.
    used: Vec<usize>,
}

impl Maker {
    fn new(mut ingredients: Ingredients, seed: u64) -> Maker {
        if ingredients.sources.is_empty() {
            ingredients.sources = (1..=14).map(|n| format!("source {n}")).collect();
        }
        Maker {
            growth: ingredients.growth(),
            ingredients,
            random: SeededRandom::new(seed),
            title: String::new(),
            text: String::new(),
            source: 0,
            day: 0,
            used: Vec::new(),
        }
    }

    fn make(&mut self, short: bool) {
        self.title.clear();
        self.text.clear();
        self.used.clear();
        self.source = self.random.skewed(self.ingredients.sources.len(), 2.0);
        self.day = self.random.skewed(DAYS, 0.5);
        if short {
            self.make_short();
            return;
        }
        let lengths = &self.ingredients.lengths;
        let wanted = lengths[self.random.below(lengths.len())];
        let words = TITLE_WORDS.0 + self.random.below(TITLE_WORDS.1);
        let title = self.draw();
        self.growth.read(title.words.min(words as u64));
        let end = end_of_word(&title.text, words);
        write_sentence(
            &title,
            end,
            &mut self.title,
            &mut self.growth,
            &mut self.random,
        );
        let until = self.growth.running + wanted;
        while self.growth.running < until {
            if !self.text.is_empty() {
                // Three sentences to a paragraph, more or less.
                let ends = self.random.below(3) == 0;
                self.text.push(if ends { '\n' } else { ' ' });
            }
            self.add_sentence();
        }
    }

    fn make_short(&mut self) {
        while self.text.chars().count() < SHORT_LETTERS {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.add_sentence();
        }
        let cut = self.text.char_indices().nth(SHORT_LETTERS);
        if let Some((cut, _)) = cut {
            self.text.truncate(cut);
        }
    }

    fn add_sentence(&mut self) {
        let sentence = self.draw();
        self.growth.read(sentence.words);
        let end = sentence.text.len();
        write_sentence(
            &sentence,
            end,
            &mut self.text,
            &mut self.growth,
            &mut self.random,
        );
    }

    /// A sentence that this article does not have yet, where there are enough.
    fn draw(&mut self) -> Sentence {
        let sentences = &self.ingredients.sentences;
        let mut at = self.random.below(sentences.len());
        for _ in 0..8 {
            if !self.used.contains(&at) {
                break;
            }
            at = self.random.below(sentences.len());
        }
        self.used.push(at);
        sentences[at].clone()
    }

    fn source(&self) -> &str {
        let sources = &self.ingredients.sources;
        sources.get(self.source).map_or("", String::as_str)
    }

    fn day(&self) -> String {
        let days = jiff::Span::new().days(i64::try_from(self.day).unwrap_or(0));
        FIRST_DAY.saturating_add(days).to_string()
    }
}

/// Appends a sentence as far as byte `end`, some of its words replaced.
fn write_sentence(
    sentence: &Sentence,
    end: usize,
    out: &mut String,
    growth: &mut Growth,
    random: &mut SeededRandom,
) {
    let mut from = 0;
    for bytes in sentence.replaceable.iter().filter(|word| word.end <= end) {
        if let Some(number) = growth.replacement(random) {
            out.push_str(sentence.text.get(from..bytes.start).unwrap_or(""));
            vocabulary::write_word(number, out);
            from = bytes.end;
        }
    }
    out.push_str(sentence.text.get(from..end).unwrap_or(""));
}

/// Where the first words of a text end.
fn end_of_word(text: &str, words: usize) -> usize {
    let mut spaces = text.match_indices(' ');
    spaces.nth(words - 1).map_or(text.len(), |(at, _)| at)
}
