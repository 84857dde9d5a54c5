//! The reading pane: the article it should show, the article that has come, and where its view goes then.

use std::ops::Range;

use super::jumps::{ArticlePlace, PanelPlace};
use crate::app::message::{Lane, StoreReply};
use crate::app::page::Measure;
use crate::app::pending::Pending;
use crate::app::reader::Reader;
use crate::app::shared::Shared;
use crate::library::ArticleKey;
use crate::store::{self, Answer, Ask, Marks, Opened, PassageOf, ReadAsk};

/// Where the view goes when an article has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Landing {
    /// On a byte of the text; at the head without one.
    Byte(Option<usize>),
    /// On the passage of another article that was asked for with this one.
    Passage,
}

/// The article in the reading pane: being read, or the preview of the selected one.
#[derive(Clone, Debug, Default)]
pub struct ReadingPane {
    /// The article that should be shown.
    pub key: Option<ArticleKey>,
    /// The article that has come; another one, until that has.
    reader: Option<Reader>,
    /// Where the view goes when the whole article has come.
    landing: Option<Landing>,
    /// A passage of another article that is looked for in this one.
    passage: Option<PassageOf>,
    pub pending: Pending,
}

impl ReadingPane {
    /// The article, where it has come.
    pub fn reader(&self) -> Option<&Reader> {
        self.reader.as_ref().filter(|r| Some(r.key) == self.key)
    }

    /// Whether the article that is shown is no longer in the corpus: it stays to be read.
    pub fn is_gone(&self) -> bool {
        self.pending.is_gone() && self.reader().is_some()
    }

    /// Whether all of the article is there.
    pub(super) fn is_whole(&self) -> bool {
        let reader = self.reader();
        reader.is_some_and(|reader| reader.extent == store::Extent::Whole)
    }

    pub(super) fn reader_mut(&mut self) -> Option<&mut Reader> {
        let key = self.key;
        self.reader.as_mut().filter(|r| Some(r.key) == key)
    }

    /// Shows the beginning of an article, or none.
    pub(super) fn preview(&mut self, key: Option<ArticleKey>) {
        if self.key != key {
            self.key = key;
            (self.landing, self.passage) = (None, None);
        }
    }

    /// Shows an article whole; the view goes where it says, at the latest when all has come.
    pub(super) fn read(&mut self, key: ArticleKey, landing: Landing) {
        // An article that has come whole is opened anew; a preview stays until the whole has come.
        if self.key == Some(key) && self.is_whole() {
            self.reader = None;
        }
        self.key = Some(key);
        // Where a preview was scrolled to is not where reading begins.
        if let Some(reader) = self.reader_mut() {
            reader.go_to_byte(None);
        }
        (self.landing, self.passage) = (Some(landing), None);
        // The same article may be asked for with the same words: it is opened anew.
        self.pending.forget();
    }

    /// Shows an article whole, the view on a passage of another one.
    pub(super) fn read_at_passage(&mut self, key: ArticleKey, passage: PassageOf) {
        self.read(key, Landing::Passage);
        self.passage = Some(passage);
    }

    /// Asks for what is lacking of the article.
    pub(super) fn settle(&mut self, marks: Marks, extent: store::Extent, shared: &mut Shared) {
        let Some(key) = self.key else {
            self.pending.forget();
            return;
        };
        let ask = ReadAsk {
            key,
            marks,
            extent,
            passage: self.passage.clone(),
        };
        self.pending.want(Lane::Reader, Ask::Read(ask), shared);
    }

    /// Takes in the article that was awaited.
    pub(super) fn reply(&mut self, reply: StoreReply, measure: Measure, height: usize) {
        let Some(answered) = self.pending.take(reply) else {
            return;
        };
        let Answer::Read(opened) = answered.answer else {
            return;
        };
        let opened = *opened;
        let (passage, whole) = (opened.passage, opened.extent == store::Extent::Whole);
        match self
            .reader_mut()
            .filter(|reader| reader.extent == opened.extent)
        {
            Some(reader) => reader.renew(opened),
            None => self.open(opened, measure),
        }
        if let (true, Some(reader)) = (whole, self.reader.as_mut())
            && let Some(landing) = self.landing.take()
        {
            land(reader, &landing, passage, height);
        }
    }

    fn open(&mut self, opened: Opened, measure: Measure) {
        // From a preview that was read on before all had come the view stays where it was.
        let before = self.reader();
        let byte = before.and_then(Reader::byte_in_view);
        let top = before.map(Reader::top).unwrap_or_default();
        let measure = Measure {
            extent: opened.extent,
            ..measure
        };
        let mut reader = Reader::new(opened, measure);
        reader.set_top(top);
        if byte.is_some() {
            self.landing = None;
        }
        self.reader = Some(reader);
    }

    /// The place of the view, with the panel below it.
    pub(super) fn place(&self, panel: PanelPlace) -> Option<ArticlePlace> {
        let key = self.key?;
        let byte = self.reader().and_then(Reader::byte_in_view);
        Some(ArticlePlace { key, byte, panel })
    }

    /// The bytes of the article's text between the first and the last line in view.
    pub(super) fn bytes_in_view(&mut self, height: usize) -> Range<usize> {
        self.reader_mut()
            .map_or(0..0, |reader| reader.bytes_in_view(height))
    }
}

/// Moves the view to where it goes when an article has come; `passage` is the byte of the passage looked for.
fn land(reader: &mut Reader, landing: &Landing, passage: Option<usize>, height: usize) {
    match landing {
        Landing::Byte(byte) => {
            reader.go_to_byte(*byte);
            reader.scroll(0, height);
        }
        Landing::Passage => {
            reader.go_to_byte(passage);
            reader.scroll(0, height);
        }
    }
}
