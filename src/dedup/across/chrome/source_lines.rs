//! The lines of all articles in, those that stand in several of one source out.

use rustc_hash::FxHashMap;

use super::marks::ArticleMarks;
use super::{MIN_ARTICLES, ParagraphRef, PrintedLine, SourcedArticles, source_hash};

/// A paragraph of class text.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceLine {
    /// Equal for paragraphs of one source that say the same.
    pub(super) key: u64,
    pub(super) at: ParagraphRef,
    pub(super) words: u32,
}

impl SourceLine {
    /// A line of an article by the hash of the article's source.
    pub(super) fn new(line: &PrintedLine, article: u32, source: u64) -> SourceLine {
        SourceLine {
            key: line_key(line, source),
            at: ParagraphRef {
                article,
                paragraph: line.paragraph,
            },
            words: line.words,
        }
    }
}

/// What is equal for lines of one source that say the same.
pub(super) fn line_key(line: &PrintedLine, source: u64) -> u64 {
    line.key.rotate_left(1) ^ source
}

/// All paragraphs of class text whose source is known.
pub(super) struct SourceLines {
    /// Sorted by key, then place.
    all: Vec<SourceLine>,
    /// By article.
    pub(super) marks: Vec<ArticleMarks>,
    /// How many articles each source has.
    pub(super) sizes: FxHashMap<u64, usize>,
}

impl SourceLines {
    pub(super) fn read(articles: &dyn SourcedArticles) -> SourceLines {
        let mut all = Vec::new();
        let mut sizes: FxHashMap<u64, usize> = FxHashMap::default();
        for article in 0..articles.count() {
            let Some(source) = source_hash(articles, article) else {
                continue;
            };
            *sizes.entry(source).or_default() += 1;
            let lines = articles.lines(article).iter();
            all.extend(lines.map(|line| SourceLine::new(line, article, source)));
        }
        all.sort_unstable_by_key(|line| (line.key, line.at));
        let mut read = SourceLines {
            all,
            marks: vec![ArticleMarks::default(); articles.count() as usize],
            sizes,
        };
        read.mark_widespread();
        read.mark_again(articles);
        read.mark_repeated();
        read
    }

    /// Marks the lines that stand in enough articles.
    fn mark_widespread(&mut self) {
        let mut marks = std::mem::take(&mut self.marks);
        for line in self.repeated_by(&marks).flatten() {
            if let Some(marks) = marks.get_mut(line.at.article as usize) {
                marks.set(line.at.paragraph, true);
            }
        }
        self.marks = marks;
    }

    /// Marks the articles of whose words most stand in others, too.
    fn mark_again(&mut self, articles: &dyn SourcedArticles) {
        for (article, marks) in (0..).zip(&mut self.marks) {
            marks.again = is_again(articles.lines(article), marks);
        }
    }

    /// Marks the lines that stand in enough articles, those published again apart.
    fn mark_repeated(&mut self) {
        let mut repeated: Vec<ParagraphRef> = Vec::new();
        repeated.extend(self.repeated().flatten().map(|line| line.at));
        for at in repeated {
            if let Some(marks) = self.marks.get_mut(at.article as usize) {
                marks.set_repeated(at.paragraph, true);
            }
        }
    }

    /// The lines that stand in enough articles, those published again apart, each with its copies.
    pub(super) fn repeated(&self) -> impl Iterator<Item = &[SourceLine]> {
        self.repeated_by(&self.marks)
    }

    fn repeated_by<'a>(
        &'a self,
        marks: &[ArticleMarks],
    ) -> impl Iterator<Item = &'a [SourceLine]> + use<'a> {
        let again = marks.iter().map(|marks| marks.again).collect::<Vec<_>>();
        let same = self.all.chunk_by(|a, b| a.key == b.key);
        same.filter(move |same| {
            let is_again = |article: u32| again.get(article as usize) == Some(&true);
            counted(same, is_again).count() >= MIN_ARTICLES
        })
    }
}

/// One line of each article that counts: of those not published again.
pub(super) fn counted(
    same: &[SourceLine],
    is_again: impl Fn(u32) -> bool,
) -> impl Iterator<Item = &SourceLine> {
    let by_article = same.chunk_by(|a, b| a.at.article == b.at.article);
    let first = by_article.filter_map(|lines| lines.first());
    first.filter(move |line| !is_again(line.at.article))
}

/// Whether half the words of an article stand in several articles of its source.
pub(super) fn is_again(lines: &[PrintedLine], marks: &ArticleMarks) -> bool {
    let (mut all, mut shared) = (0u64, 0u64);
    for line in lines {
        all += u64::from(line.words);
        if marks.has(line.paragraph) {
            shared += u64::from(line.words);
        }
    }
    shared > 0 && 2 * shared >= all
}
