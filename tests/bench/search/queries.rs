//! From a library to queries of every kind, drawn from its titles and texts, the same on every run.

use fihrist::analysis::{self, letters, stopwords};
use fihrist::library::{ArticleNo, Library};

/// So many queries of a kind; of those typed, every key counts.
const ASKED: usize = 500;
const TYPED: usize = 200;
const SENTENCE: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A content word of a title.
    One,
    /// Two to four of them.
    Few,
    /// Twenty words of a text as they stand there.
    Sentence,
    /// Queries like `Few`, letter by letter from the first.
    Typing,
    /// Two words that stand together in a title.
    Phrase,
    /// Two words without a third.
    Exclusion,
    Near,
    Prefix,
    Exact,
    Fields,
    Related,
}

impl Kind {
    pub(crate) const ALL: [Kind; 11] = [
        Kind::One,
        Kind::Few,
        Kind::Sentence,
        Kind::Typing,
        Kind::Phrase,
        Kind::Exclusion,
        Kind::Near,
        Kind::Prefix,
        Kind::Exact,
        Kind::Fields,
        Kind::Related,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::One => "one word",
            Kind::Few => "2–4 words",
            Kind::Sentence => "sentence",
            Kind::Typing => "typing",
            Kind::Phrase => "phrase",
            Kind::Exclusion => "exclusion",
            Kind::Near => "near",
            Kind::Prefix => "prefix*",
            Kind::Exact => "=exact",
            Kind::Fields => "fields",
            Kind::Related => "related",
        }
    }
}

/// One query.
pub(crate) struct Asked {
    /// As fihrist is asked.
    pub(crate) text: String,
    pub(crate) typing: bool,
    /// As plain tantivy is asked.
    pub(crate) words: Vec<String>,
    /// The article it was drawn from.
    pub(crate) article: usize,
}

/// The queries of a kind.
pub(crate) fn draw(library: &Library, kind: Kind) -> Vec<Asked> {
    let mut draw = Draw {
        library,
        random: Random(7 + kind as u64),
    };
    let wanted = if kind == Kind::Typing { TYPED } else { ASKED };
    let mut out = Vec::new();
    let mut drawn = 0;
    // A corpus without titles has no queries, and must not be searched for them for ever.
    for _ in 0..wanted * 50 {
        let Some((words, article)) = draw.words(kind) else {
            continue;
        };
        if kind == Kind::Typing {
            out.extend(keys(&words.join(" "), article));
        } else {
            out.push(Asked {
                text: written(kind, &words, &mut draw.random),
                typing: false,
                words,
                article,
            });
        }
        drawn += 1;
        if drawn == wanted {
            break;
        }
    }
    out
}

fn written(kind: Kind, words: &[String], random: &mut Random) -> String {
    match (kind, words) {
        (Kind::Phrase, words) => format!("\"{}\"", words.join(" ")),
        (Kind::Exclusion, [words @ .., not]) => format!("{} -{not}", words.join(" ")),
        (Kind::Near, words) => words.join(" ~5 "),
        (Kind::Prefix, [word, ..]) => {
            let letters = 2 + random.below(2);
            format!("{}*", word.chars().take(letters).collect::<String>())
        }
        (Kind::Exact, words) => format!("={}", words.join(" =")),
        (Kind::Fields, [first, rest @ ..]) => {
            format!("عنوان:{first} {} تاريخ:2010..2020", rest.join(" "))
        }
        (_, words) => words.join(" "),
    }
}

/// What stands in the search box after each key.
fn keys(text: &str, article: usize) -> Vec<Asked> {
    let ends = text
        .char_indices()
        .skip(1)
        .map(|(at, _)| at)
        .chain([text.len()]);
    let typed = ends.map(|end| Asked {
        text: text.get(..end).unwrap_or(text).to_owned(),
        typing: true,
        words: Vec::new(),
        article,
    });
    typed.collect()
}

struct Draw<'a> {
    library: &'a Library,
    random: Random,
}

impl Draw<'_> {
    /// The words of a query and the article they stand in; `None` where the article drawn has too
    /// few.
    fn words(&mut self, kind: Kind) -> Option<(Vec<String>, usize)> {
        let at = self.random.below(self.library.len());
        let entry = self.library.get(ArticleNo(u32::try_from(at).ok()?))?;
        let article = &entry.article;
        let words = match kind {
            Kind::Sentence => self.run(&spellings(&article.text), SENTENCE)?,
            Kind::Phrase => self.run(&spellings(article.title_str()), 2)?,
            kind => {
                let content = spellings(article.title_str());
                let content: Vec<String> = content.into_iter().filter(|w| tells(w)).collect();
                let count = match kind {
                    Kind::One | Kind::Prefix => 1,
                    Kind::Exclusion => 3,
                    Kind::Near => 2,
                    _ => 2 + self.random.below(3),
                };
                self.some(content, count)?
            }
        };
        Some((words, at))
    }

    /// Words that follow each other.
    fn run(&mut self, words: &[String], count: usize) -> Option<Vec<String>> {
        let from = self.random.below((words.len() + 1).checked_sub(count)?);
        Some(words.get(from..from + count)?.to_vec())
    }

    /// Some of the words, in their order.
    fn some(&mut self, mut words: Vec<String>, count: usize) -> Option<Vec<String>> {
        while words.len() > count {
            words.remove(self.random.below(words.len()));
        }
        (words.len() == count).then_some(words)
    }
}

fn spellings(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    analysis::words(text, |_, spelling| out.push(spelling.to_owned()));
    out
}

fn tells(word: &str) -> bool {
    word.chars().count() > 2 && !stopwords::holds(&letters::folded(word))
}

/// The same numbers on every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }
}
