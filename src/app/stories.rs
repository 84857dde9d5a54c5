//! From copies that were found to a list of one row a story, and to what is known of the article being read.

use std::sync::Arc;

use super::same::Same;
use super::strings::{self, counted};
use super::{App, ArticleNo, Effect, Focus, Panel, Stage};
use crate::dedup::Copies;

impl App {
    /// Where an answer can still come, copies are asked for; those of an older snapshot are forgotten.
    pub(super) fn forget_copies(&mut self) -> Option<Effect> {
        self.copies = None;
        self.loading.copies_failed = false;
        self.same = Same::default();
        (self.loading.stage == Stage::Done).then(|| Effect::Copies {
            library: Arc::clone(&self.library),
        })
    }

    /// No answer will come: what stands in more than one article is not known.
    pub(super) fn do_without_copies(&mut self) {
        self.loading.copies_failed = true;
        if matches!(self.panel, Panel::Same(_)) {
            self.open_same();
        }
    }

    /// What is said where copies would be; `None` where they are known.
    pub fn without_copies(&self) -> Option<&'static str> {
        match (&self.copies, self.loading.copies_failed) {
            (Some(_), _) => None,
            (None, false) => Some(strings::LOOKING_FOR_COPIES),
            (None, true) => Some(strings::COPIES_NOT_KNOWN),
        }
    }

    /// Takes in what stands in more than one article.
    pub(super) fn take_copies(&mut self, copies: Arc<Copies>) {
        self.copies = Some(copies);
        if self.stories {
            self.refill();
        }
        self.know_same();
        if matches!(self.panel, Panel::Same(_)) {
            self.open_same();
        }
    }

    /// Works out where the same stands elsewhere as the article being read.
    pub(super) fn know_same(&mut self) {
        let reading = self.reader.as_ref().filter(|_| self.focus == Focus::Reader);
        let (Some(no), Some(copies)) = (reading.map(|r| r.no), &self.copies) else {
            return;
        };
        if self.same.no != Some(no) {
            self.same = Same::of(&self.library, copies, no);
        }
        if let Some(reader) = self.reader.as_mut() {
            reader.note(&self.same.also);
        }
    }

    /// One row a story, or every article.
    pub(super) fn toggle_stories(&mut self) {
        self.stories = !self.stories;
        self.refill();
        self.message = Some(match (self.stories, self.without_copies()) {
            (true, Some(why)) => why.to_owned(),
            (true, None) => {
                let articles = counted(self.found.total, "article", "articles");
                let stories = counted(self.list.count, "story", "stories");
                format!("{articles}, {stories}")
            }
            (false, _) => strings::EVERY_ARTICLE.to_owned(),
        });
    }

    /// Whether the list has one row a story, as far as copies are known.
    pub fn shows_stories(&self) -> bool {
        self.stories && self.copies.is_some()
    }

    /// Whether the selected row stands for an article.
    pub fn is_listed(&self, no: ArticleNo) -> bool {
        let row = self.list.article();
        row == Some(no) || row.is_some_and(|row| self.list.behind(row).contains(&no))
    }
}
