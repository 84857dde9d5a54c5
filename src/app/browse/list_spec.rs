//! What decides which rows a list has, compared with what was asked for, and which rows a window brings.

use std::ops::Range;

use crate::library::Request;
use crate::store::{Anchor, Group, ListAsk, Window};

/// What decides which rows a list has.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListSpec {
    pub(super) request: Request,
    pub(super) group: Group,
    pub(super) stories: bool,
}

impl ListSpec {
    pub(super) fn of(ask: &ListAsk) -> ListSpec {
        ListSpec {
            request: ask.request.clone(),
            group: ask.group,
            stories: ask.stories,
        }
    }

    pub(super) fn is_of(&self, ask: &ListAsk) -> bool {
        (&self.request, self.group, self.stories) == (&ask.request, ask.group, ask.stories)
    }
}

impl ListAsk {
    /// Whether the window brings these rows; false where it lies around an article, whose row is not known.
    pub(super) fn covers(&self, rows: Range<usize>) -> bool {
        let Window {
            anchor,
            before,
            after,
        } = &self.window;
        match anchor {
            Anchor::Row(at) => {
                at.saturating_sub(*before) <= rows.start && rows.end <= at + after + 1
            }
            Anchor::Keys(_) => false,
        }
    }
}
