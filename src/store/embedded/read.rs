//! From an article's key to the article as it is read: marks of a query, and where else it stands.

use std::collections::HashSet;
use std::sync::Arc;

use super::Snapshot;
use crate::dedup::across::place_of;
use crate::index::Matcher;
use crate::library::{ArticleNo, Entry};
use crate::store::{Also, CardDate, Extent, Opened, PassageOf, ReadAsk, StoreError};
use crate::text::head;

/// Bytes of a text in which a preview marks matches: more than any screen shows.
const HEAD_BYTES: usize = 1 << 15;
/// Other sources of a story that are named: more than a line has room for.
const MAX_OUTLETS: usize = 12;
/// Other articles with a paragraph that are named: more than a line has room for.
const MAX_ALSO: usize = 100;
/// Longest beginning of a source's name among others, in bytes: more than a line has room for.
const NAME_BYTES: usize = 256;

impl Snapshot {
    /// The article as it is read.
    pub(super) fn open(&self, ask: &ReadAsk, matcher: &Matcher) -> Result<Opened, StoreError> {
        let (no, entry) = self.entry(ask.key)?;
        let text = match ask.extent {
            Extent::Whole => entry.article.text.as_str(),
            Extent::Head => head(&entry.article.text, HEAD_BYTES),
        };
        let (outlets, all_outlets) = self.other_outlets(no);
        let passage = ask.passage.as_ref();
        Ok(Opened {
            key: ask.key,
            id: self.library.id(no),
            entry: Arc::clone(&entry),
            extent: ask.extent,
            hits: matcher.matches(text),
            title_hits: matcher.spans(entry.article.title_str()),
            versions: self.version_count(no),
            outlets,
            all_outlets,
            also: Arc::new(match ask.extent {
                Extent::Whole => self.also(no, &entry),
                Extent::Head => Vec::new(),
            }),
            passage: passage.and_then(|passage| self.find_passage(passage, &entry)),
        })
    }

    /// First byte of another article's passage where it stands in this one.
    fn find_passage(&self, passage: &PassageOf, entry: &Entry) -> Option<usize> {
        let (_, other) = self.entry(passage.article).ok()?;
        let words = other.article.text.get(passage.bytes.clone())?;
        Some(place_of(words, entry.doc().article)?.start)
    }

    /// Other sources with the article's story, each once: the names of the first, and how many there are.
    fn other_outlets(&self, no: ArticleNo) -> (Vec<String>, usize) {
        let story = self.copies.as_ref().and_then(|c| c.story_of(no.0));
        let members = story.into_iter().flat_map(|story| &story.members);
        let own = self.library.source_name(no);
        let mut known = HashSet::from(["", own]);
        let mut names: Vec<String> = Vec::new();
        for member in members {
            let name = self.library.source_name(ArticleNo(member.article));
            if known.insert(name) && names.len() < MAX_OUTLETS {
                names.push(head(name, NAME_BYTES).to_owned());
            }
        }
        let itself = if own.is_empty() { 1 } else { 2 };
        (names, known.len() - itself)
    }

    /// The paragraphs that stand elsewhere than in versions of the article's story: those are said
    /// at its head, once. Neighbours that stand in the same articles are one note.
    fn also(&self, no: ArticleNo, entry: &Entry) -> Vec<Also> {
        let Some(copies) = &self.copies else {
            return Vec::new();
        };
        let story = copies.story_of(no.0);
        let members = story.into_iter().flat_map(|story| &story.members);
        let versions: HashSet<u32> = members.map(|member| member.article).collect();
        let mut notes: Vec<(Also, Vec<u32>)> = Vec::new();
        for passage in copies.passages(no.0, &entry.doc()) {
            let mut others = passage.articles;
            others.retain(|other| !versions.contains(other));
            match notes.last_mut() {
                _ if others.is_empty() => {}
                Some((last, articles))
                    if last.paragraph + 1 == passage.paragraph && *articles == others =>
                {
                    last.paragraph = passage.paragraph;
                    last.paragraphs += 1;
                }
                _ => notes.push((self.note(passage.paragraph, &others), others)),
            }
        }
        notes.into_iter().map(|(also, _)| also).collect()
    }

    /// The note that one paragraph stands in these articles, given by number.
    fn note(&self, paragraph: usize, others: &[u32]) -> Also {
        let entries = others
            .iter()
            .filter_map(|doc| self.library.get(ArticleNo(*doc)));
        let named = entries.take(MAX_ALSO).map(|entry| {
            let name = head(entry.article.source_str(), NAME_BYTES);
            (name.to_owned(), CardDate::of(&entry))
        });
        Also {
            paragraph,
            paragraphs: 1,
            articles: named.collect(),
            all_articles: others.len(),
        }
    }
}
