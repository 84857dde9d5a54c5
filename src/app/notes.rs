//! From what repeats with changes, and from what stands in other articles, to the lines that say so in the
//! reading view.

use std::ops::Range;

use super::same::Same;
use super::strings::counted;
use crate::dedup::{Change, Place};
use crate::library::{ArticleNo, Entry};

/// More earlier words than a line has room for.
const MOST_WORDS: usize = 12;

/// The near repeats that begin within some bytes of the text, as indices into [`crate::dedup::Folds::near`].
pub(super) fn near_in(entry: &Entry, bytes: &Range<usize>) -> Range<usize> {
    let near = &entry.folds.near;
    let first = near.partition_point(|n| n.bytes.start < bytes.start);
    let end = near.partition_point(|n| n.bytes.start < bytes.end);
    first..end.max(first)
}

/// Where words stand that an earlier sentence had otherwise, or not at all.
pub fn changed(entry: &Entry) -> Vec<Range<usize>> {
    let edits = entry.folds.near.iter().flat_map(|near| &near.edits);
    edits
        .filter(|edit| edit.change != Change::Equal && !edit.here.is_empty())
        .map(|edit| edit.here.clone())
        .collect()
}

/// The line above near repeats: what is said of them, and the words that stood there before.
pub fn changes(entry: &Entry, near: Range<usize>) -> (String, Vec<&str>) {
    let article = &entry.article;
    let near = entry.folds.near.get(near).unwrap_or(&[]);
    let mut before = Vec::new();
    for one in near {
        let earlier = match one.of_in {
            Place::Text => article.text.as_str(),
            Place::Title => article.title_str(),
        };
        let gone = one.edits.iter().filter(|edit| edit.change != Change::Equal);
        before.extend(gone.filter_map(|edit| earlier.get(edit.there.clone())));
    }
    before.retain(|words| !words.trim().is_empty());
    before.truncate(MOST_WORDS);
    let what = match near.len() {
        1 => "repeats with changes".to_owned(),
        n => format!(
            "{} repeat with changes",
            counted(n, "sentence", "sentences")
        ),
    };
    let colon = if before.is_empty() { "" } else { "; before:" };
    (format!("≈ {what}{colon}"), before)
}

/// That paragraphs stand in other stories too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Index of the last of the paragraphs.
    pub paragraph: usize,
    pub paragraphs: usize,
    /// The other articles.
    pub articles: Vec<ArticleNo>,
}

impl Also {
    /// `also in`, or for how many paragraphs that is so.
    pub fn label(&self) -> String {
        match self.paragraphs {
            1 => "also in".to_owned(),
            n => format!("these {n} paragraphs also in"),
        }
    }
}

/// The paragraphs of an article that stand elsewhere than in versions of its story: those are said at its
/// head, once. Neighbours that stand in the same articles are one note.
pub fn also(same: &Same) -> Vec<Also> {
    let mut notes: Vec<Also> = Vec::new();
    for passage in &same.passages {
        let articles: Vec<ArticleNo> = passage.articles.iter().map(|no| ArticleNo(*no)).collect();
        let is_version = |no: &ArticleNo| same.versions.contains(no);
        let others: Vec<ArticleNo> = articles.into_iter().filter(|no| !is_version(no)).collect();
        match notes.last_mut() {
            _ if others.is_empty() => {}
            Some(last) if last.paragraph + 1 == passage.paragraph && last.articles == others => {
                last.paragraph = passage.paragraph;
                last.paragraphs += 1;
            }
            _ => notes.push(Also {
                paragraph: passage.paragraph,
                paragraphs: 1,
                articles: others,
            }),
        }
    }
    notes
}
