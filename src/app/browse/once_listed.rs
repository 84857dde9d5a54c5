//! What is done once the list that is awaited has come.

use super::Browse;
use crate::app::action::Action;
use crate::app::note::AppNote;
use crate::app::shared::Shared;

/// What waits for the rows, or the head, of a list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OnceListed {
    /// A command that needs to know which article is selected.
    pub(super) act: Option<Action>,
    /// The number of stories is announced.
    pub(super) announce_stories: bool,
}

impl Browse {
    /// Announces and decides what the head of a new list had to be known for.
    pub(super) fn head_came(&mut self, shared: &mut Shared) {
        let head = &self.list.head;
        if std::mem::take(&mut self.once_listed.announce_stories) && head.stories {
            shared.say(&AppNote::StoriesListed {
                articles: head.total as u64,
                stories: head.count as u64,
            });
        }
    }

    /// Carries out the command that waited for the selected row, where that has come.
    pub(super) fn rows_came(&mut self) {
        if self.list.pending.failed().is_some() {
            // It would be carried out on another list than was meant.
            self.once_listed.act = None;
        }
        // Another list may be asked for meanwhile.
        let is_asked = self.list.answered() == Some(&self.request);
        if self.list.is_unsettled() || !is_asked {
            return;
        }
        match self.once_listed.act.take() {
            Some(Action::NextArticle) => self.read_on(),
            Some(action) => self.open_by(action),
            None => {}
        }
    }
}
