//! The articles of a corpus with their sources in, the paragraphs out that are the site's and not the article's.
//!
//! What a source puts into three or more articles in the same words is mostly furniture: whom to
//! write to, whose rights are reserved, what to read next. Mostly: background recurs too (`وكانت
//! المحكمة قد …`), and formulas, sub-headlines, greetings. To dim those would hide news, so a
//! repeated paragraph must also look like furniture: it stands at an end of the article, and its
//! words do not come up in the rest of it, or it says outright what it is. Whole sentences, of
//! which background is made, must be far more frequent.
//!
//! An article most of whose words stand in other articles of its source was published again; it
//! says nothing about what the site repeats and is left out of the count.

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use crate::corpus::article::Class;
use crate::dedup::Reading;
use crate::text::normalize::{Kind, words};

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
const SENTENCE_ARTICLES: (usize, usize) = (15, 500);
/// A line in one of so many of the source's articles is furniture, sentence or not.
const EVERYWHERE: usize = 5;
/// Words of the longest furniture.
const MAX_WORDS: u32 = 40;
/// Bytes of the longest paragraph worth normalising.
const MAX_BYTES: usize = 600;
/// Words of the longest line that is no sentence without a full stop.
const LINE: u32 = 12;
/// In a longer line, a sign is one only among so many words at its head.
const SIGN: u32 = 3;
/// Words of the longest byline or place line: `سعاد الخطيب – الميناء`.
const BYLINE: u32 = 6;
/// Words of the shortest line that may be furniture at the head: below, it may be a column's name.
const HEAD: u32 = 4;
/// Share of its words that may come up in the rest of the article.
const TOPICAL: f32 = 0.34;
/// Articles looked at for each paragraph.
const SEEN: usize = 8;

/// Words that say of a line at an end that it is the site's, in their normal spelling.
const SIGNS: &str = "\
    للتواصل لمراسله للمراسله للاشتراك للاعلان للاعلانات لمتابعه لتحميل لتنزيل اشترك اشتركوا \
    تابعنا تابعونا تابعوا انقر اضغط اضغطوا شاركنا شاركونا الواتساب واتساب البريد بريد الالكتروني \
    النشره نشرتنا تطبيق تطبيقنا الحقوق محفوظه نقلا المصدر تصوير عدسه وكالات خدمه ترجمه \
    sms email mail com net org www http https copyright stc mobily zain whatsapp facebook twitter";

/// Finds furniture among the paragraphs of class text; sorted.
pub fn find(articles: &[Sourced<'_>]) -> Vec<Furniture> {
    let lines = Lines::read(articles);
    let judge = Judge {
        articles,
        lines: &lines,
    };
    let found = lines.repeated().filter(|same| judge.is_furniture(same));
    let mut furniture: Vec<Furniture> = found.flatten().map(|line| line.at).collect();
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

/// Says what a repeated paragraph is.
struct Judge<'a> {
    articles: &'a [Sourced<'a>],
    lines: &'a Lines,
}

impl Judge<'_> {
    fn is_furniture(&self, same: &[Line]) -> bool {
        let Some((line, text)) = same.first().and_then(|line| Some((line, self.text(line)?)))
        else {
            return false;
        };
        let look = Look::of(text, line.words);
        if look == Look::Own || line.words > MAX_WORDS || text.len() > MAX_BYTES {
            return false;
        }
        let count = self.lines.counted(same).count();
        let size = self.source_size(line);
        let everywhere = count * EVERYWHERE >= size;
        let (least, share) = SENTENCE_ARTICLES;
        if look == Look::Sentence && count < least.max(size / share) && !everywhere {
            return false;
        }
        let seen: Vec<Seen> = self
            .lines
            .counted(same)
            .take(SEEN)
            .map(|l| self.see(l))
            .collect();
        let most =
            |test: fn(&Seen) -> bool| 3 * seen.iter().filter(|s| test(s)).count() > 2 * seen.len();
        let topical = seen.iter().map(|s| s.topical).sum::<f32>() / seen.len().max(1) as f32;
        match look {
            Look::Own => false,
            Look::Address | Look::Byline => most(|s| s.head || s.tail),
            Look::Signed => most(|s| s.head || s.tail) && topical <= 1.5 * TOPICAL,
            Look::Line | Look::Sentence => {
                let head = line.words >= HEAD && count > ARTICLES && most(|s| s.head);
                (head || most(|s| s.tail)) && topical <= TOPICAL
            }
        }
    }

    fn text(&self, line: &Line) -> Option<&str> {
        let reading = self.articles.get(line.at.article as usize)?.reading;
        let paragraph = reading.paragraphs.get(line.at.paragraph as usize)?;
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

    fn see(&self, line: &Line) -> Seen {
        let Some(sourced) = self.articles.get(line.at.article as usize) else {
            return Seen::default();
        };
        let mut seen = Seen {
            head: true,
            tail: true,
            topical: 0.0,
        };
        let mut own: FxHashMap<String, bool> = FxHashMap::default();
        telling(self.text(line).unwrap_or(""), |word| {
            own.insert(word.to_owned(), false);
        });
        let mut look_up = |text: &str| {
            telling(text, |word| {
                own.get_mut(word)
                    .into_iter()
                    .for_each(|found| *found = true);
            });
        };
        look_up(sourced.reading.title.unwrap_or(""));
        for (paragraph, text) in (0u32..).zip(paragraphs(sourced.reading)) {
            let at = Furniture {
                paragraph,
                ..line.at
            };
            let Some(text) = text.filter(|_| !self.lines.repeated.contains(&at)) else {
                continue;
            };
            seen.head &= paragraph > line.at.paragraph;
            seen.tail &= paragraph < line.at.paragraph;
            look_up(text);
        }
        let found = own.values().filter(|found| **found).count();
        seen.topical = found as f32 / own.len().max(1) as f32;
        seen
    }
}

/// How a line stands in one article.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Nothing but furniture and repeated paragraphs is above it.
    head: bool,
    /// Nothing but such is below it.
    tail: bool,
    /// Share of its telling words that the rest of the article has.
    topical: f32,
}

/// Calls `f` with the words that tell what a text is about, cut to be the same in all their forms.
fn telling(text: &str, mut f: impl FnMut(&str)) {
    const ARTICLES: [&str; 5] = ["وال", "بال", "لل", "ال", "و"];
    words(text, |word| {
        let stem = ARTICLES
            .iter()
            .find_map(|article| word.norm.strip_prefix(article));
        let long = |stem: &&str| stem.chars().nth(2).is_some();
        let stem = stem.filter(long).unwrap_or(word.norm);
        if word.kind == Kind::Letters && long(&stem) {
            let end = stem
                .char_indices()
                .nth(5)
                .map_or(stem.len(), |(end, _)| end);
            f(stem.get(..end).unwrap_or(stem));
        }
    });
}

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// The article's own: a single word, a number, a label, a greeting.
    Own,
    /// An address: `name@example.com`.
    Address,
    /// `سعاد الخطيب – الميناء`
    Byline,
    /// It says that it is the site's.
    Signed,
    Sentence,
    Line,
}

impl Look {
    fn of(text: &str, count: u32) -> Look {
        let (mut at, mut letters, mut signed, mut greets) = (0, 0, false, false);
        words(text, |word| {
            greets |= at == 0 && word.norm == "السلام";
            letters += u32::from(word.kind == Kind::Letters);
            let may_sign = count <= LINE || at < SIGN;
            signed |= may_sign && SIGNS.split_whitespace().any(|sign| sign == word.norm);
            at += 1;
        });
        if text.contains('@') && count <= LINE {
            Look::Address
        } else if greets || text.ends_with([':', '؟', '?', '!']) || text.starts_with(['{', '﴿'])
        {
            Look::Own
        } else if signed {
            Look::Signed
        } else if letters < 2 {
            Look::Own
        } else if count <= BYLINE && is_byline(text) {
            Look::Byline
        } else if count > LINE
            || text
                .trim_end_matches(['"', '»', '”', ' '])
                .ends_with(['.', '…'])
        {
            Look::Sentence
        } else {
            Look::Line
        }
    }
}

/// Whether a dash parts two names.
fn is_byline(text: &str) -> bool {
    let parted = [" -", "- ", " –", "– ", " —", "— ", " ـ "];
    let listed = text.starts_with(['-', '–', '—', '*', '•']);
    !listed && !text.ends_with('.') && parted.iter().any(|dash| text.contains(dash))
}

#[cfg(test)]
#[path = "chrome_tests.rs"]
mod tests;
