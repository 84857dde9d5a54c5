//! The articles of a corpus with their sources in, the paragraphs out that are the site's and not the article's.
//!
//! What a source puts into three or more articles in the same words is mostly furniture: whom to
//! write to, whose rights are reserved, what to read next. Mostly: background recurs too (`وكانت
//! المحكمة قد …`), and formulas, sub-headlines, greetings. To dim those would hide news, so a
//! repeated paragraph must also look like furniture: it stands at an end of the article, and its
//! words do not come up in the rest of it, or it says outright what it is. Whole sentences, of
//! which background and leads are made, must be far more frequent, and in a small source none is
//! furniture: to dim news is worse than to leave a disclaimer. (A file whose records name no
//! source is one source, though many wrote it.)
//!
//! An article most of whose words stand in other articles of its source was published again; it
//! says nothing about what the site repeats and is left out of the count.

mod look;
mod seen;

#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use look::Look;
use seen::{Own, Seen};

use crate::corpus::article::Class;
use crate::dedup::Reading;
use crate::text::normalize::words;

/// An article with the name of its source, which is empty where it is not known.
#[derive(Clone, Copy, Debug)]
pub struct Sourced<'a> {
    pub source: &'a str,
    pub reading: Reading<'a>,
}

/// A paragraph of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Furniture {
    /// Its place in the corpus.
    pub article: u32,
    /// Index of the paragraph.
    pub paragraph: u32,
}

/// Articles of a source that a paragraph must stand in.
const ARTICLES: usize = 3;
/// Articles that a whole sentence must stand in: so many, and one in so many of the source's.
const SENTENCE_ARTICLES: (usize, usize) = (25, 500);
/// Articles looked at for each paragraph.
const SEEN: usize = 8;
/// Words of the longest furniture.
const MAX_WORDS: u32 = 40;
/// Bytes of the longest paragraph worth normalising.
const MAX_BYTES: usize = 600;
/// Words of the shortest sentence that may be furniture at the head.
const HEAD: u32 = 4;
/// Share of its words that may come up in the rest of the article.
const TOPICAL: f32 = 0.34;

/// Finds furniture among the paragraphs of class text; sorted.
pub fn find(articles: &[Sourced<'_>]) -> Vec<Furniture> {
    let lines = Lines::read(articles);
    let judge = Judge {
        articles,
        lines: &lines,
    };
    let mut furniture: Vec<Furniture> = judge.furniture().collect();
    furniture.sort_unstable();
    furniture
}

/// A paragraph of class text.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Equal for paragraphs of one source that say the same.
    key: u64,
    at: Furniture,
    words: u32,
}

/// All paragraphs of class text whose source is known.
struct Lines {
    /// Sorted by key, then place.
    all: Vec<Line>,
    /// Articles that were published again, by place.
    again: Vec<bool>,
    /// Paragraphs that stand in several articles.
    repeated: FxHashSet<Furniture>,
    /// How many articles each source has.
    sizes: FxHashMap<u64, usize>,
}

impl Lines {
    fn read(articles: &[Sourced<'_>]) -> Lines {
        let mut lines = Vec::new();
        let mut sizes: FxHashMap<u64, usize> = FxHashMap::default();
        let mut spelled = Vec::new();
        for (article, sourced) in (0u32..).zip(articles) {
            if sourced.source.is_empty() {
                continue;
            }
            let source = xxh3_64(sourced.source.as_bytes());
            *sizes.entry(source).or_default() += 1;
            for (paragraph, text) in (0u32..).zip(paragraphs(sourced.reading)) {
                let Some(text) = text else { continue };
                let words = spell(text, &mut spelled);
                if words > 0 {
                    spelled.extend(source.to_le_bytes());
                    lines.push(Line {
                        key: xxh3_64(&spelled),
                        at: Furniture { article, paragraph },
                        words,
                    });
                }
            }
        }
        lines.sort_unstable_by_key(|line| (line.key, line.at));
        let mut read = Lines {
            all: lines,
            again: vec![false; articles.len()],
            repeated: FxHashSet::default(),
            sizes,
        };
        read.again = read.published_again();
        let repeated = read.repeated().flatten().map(|line| line.at).collect();
        read.repeated = repeated;
        read
    }

    /// Whether half the words of an article stand in several articles of its source.
    fn published_again(&self) -> Vec<bool> {
        let mut words = vec![(0u64, 0u64); self.again.len()];
        let mut count = |line: &Line, repeated: bool| {
            if let Some((all, shared)) = words.get_mut(line.at.article as usize) {
                *all += u64::from(line.words);
                *shared += u64::from(line.words) * u64::from(repeated);
            }
        };
        for line in &self.all {
            count(line, false);
        }
        for line in self.repeated().flatten() {
            count(line, true);
        }
        // Each repeated line was counted twice among all.
        words
            .iter()
            .map(|(all, shared)| 3 * shared >= *all && *shared > 0)
            .collect()
    }

    /// The lines that stand in enough articles, those published again apart, each with its copies.
    fn repeated(&self) -> impl Iterator<Item = &[Line]> {
        let same = self.all.chunk_by(|a, b| a.key == b.key);
        same.filter(|same| self.counted(same).count() >= ARTICLES)
    }

    /// One line of each article that counts.
    fn counted<'a>(&'a self, same: &'a [Line]) -> impl Iterator<Item = &'a Line> {
        let by_article = same.chunk_by(|a, b| a.at.article == b.at.article);
        let counts = |line: &&Line| self.again.get(line.at.article as usize) == Some(&false);
        by_article.filter_map(|lines| lines.first()).filter(counts)
    }
}

/// The paragraphs of an article; `None` where one is no text.
fn paragraphs(reading: Reading<'_>) -> impl Iterator<Item = Option<&str>> {
    reading.paragraphs.iter().map(move |paragraph| {
        let text = reading.text.get(paragraph.bytes.clone());
        text.filter(|_| paragraph.class == Class::Text)
    })
}

/// Puts what makes paragraphs equal into `spelled`; returns how many words there are, roughly for
/// those too long to be furniture.
fn spell(text: &str, spelled: &mut Vec<u8>) -> u32 {
    spelled.clear();
    if text.len() > MAX_BYTES {
        spelled.extend_from_slice(text.as_bytes());
        return (text.len() / 11) as u32;
    }
    let mut count = 0;
    words(text, |word| {
        spelled.extend_from_slice(word.norm.as_bytes());
        spelled.push(b' ');
        count += 1;
    });
    count
}

/// Says what repeated paragraphs are.
struct Judge<'a> {
    articles: &'a [Sourced<'a>],
    lines: &'a Lines,
}

/// A paragraph that may be furniture, by itself and by how often it stands in its source.
struct Candidate<'a> {
    same: &'a [Line],
    look: Look,
    words: u32,
    /// How it stands in the first of its articles.
    seen: Vec<Seen>,
}

impl Judge<'_> {
    fn furniture(&self) -> impl Iterator<Item = Furniture> {
        let mut candidates: Vec<Candidate<'_>> = self
            .lines
            .repeated()
            .filter_map(|same| self.candidate(same))
            .collect();
        self.see(&mut candidates);
        let found = candidates.into_iter().filter(Candidate::is_furniture);
        found.flat_map(|candidate| candidate.same.iter().map(|line| line.at))
    }

    fn candidate<'a>(&self, same: &'a [Line]) -> Option<Candidate<'a>> {
        let line = same.first()?;
        let text = self.text(line.at)?;
        if line.words > MAX_WORDS || text.len() > MAX_BYTES {
            return None;
        }
        let look = Look::of(text, line.words);
        let count = self.lines.counted(same).count();
        let (least, share) = SENTENCE_ARTICLES;
        let few = || count < least.max(self.source_size(line) / share);
        if look == Look::Own || look == Look::Sentence && few() {
            return None;
        }
        Some(Candidate {
            same,
            look,
            words: line.words,
            seen: Vec::new(),
        })
    }

    /// Looks at the first articles of each candidate; reads each article once.
    fn see(&self, candidates: &mut [Candidate<'_>]) {
        let mut places: Vec<(Furniture, usize)> = Vec::new();
        for (number, candidate) in candidates.iter().enumerate() {
            let first = self.lines.counted(candidate.same).take(SEEN);
            places.extend(first.map(|line| (line.at, number)));
        }
        places.sort_unstable();
        for places in places.chunk_by(|a, b| a.0.article == b.0.article) {
            let article = places.first().map_or(0, |(at, _)| at.article);
            let Some(sourced) = self.articles.get(article as usize) else {
                continue;
            };
            let at = |paragraph| Furniture { article, paragraph };
            let own = Own::read(sourced.reading, |n| self.lines.repeated.contains(&at(n)));
            for (at, number) in places {
                if let Some(candidate) = candidates.get_mut(*number) {
                    let text = self.text(*at).unwrap_or("");
                    candidate.seen.push(own.see(at.paragraph, text));
                }
            }
        }
    }

    fn text(&self, at: Furniture) -> Option<&str> {
        let reading = self.articles.get(at.article as usize)?.reading;
        let paragraph = reading.paragraphs.get(at.paragraph as usize)?;
        reading.text.get(paragraph.bytes.clone())
    }

    fn source_size(&self, line: &Line) -> usize {
        let sourced = self.articles.get(line.at.article as usize);
        let source = sourced.map(|sourced| xxh3_64(sourced.source.as_bytes()));
        source
            .and_then(|s| self.lines.sizes.get(&s))
            .copied()
            .unwrap_or(0)
    }
}

impl Candidate<'_> {
    fn is_furniture(&self) -> bool {
        let seen = &self.seen;
        let most =
            |test: fn(&Seen) -> bool| 3 * seen.iter().filter(|s| test(s)).count() > 2 * seen.len();
        let topical = seen.iter().map(|s| s.topical).sum::<f32>() / seen.len().max(1) as f32;
        match self.look {
            Look::Own => false,
            Look::Address | Look::Byline => most(|s| s.head || s.tail),
            Look::Signed => most(|s| s.head || s.tail) && topical <= 1.5 * TOPICAL,
            Look::Line | Look::Sentence => {
                // A short line at the head is a formula or a column's name as often as the site's.
                let head = self.look == Look::Sentence && self.words >= HEAD && most(|s| s.head);
                (head || most(|s| s.tail)) && topical <= TOPICAL
            }
        }
    }
}
