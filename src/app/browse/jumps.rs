//! The history of jumps: places to go back to, and forward again.

use super::{Browse, Focus};
use crate::library::ArticleKey;

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ArticlePlace {
    pub key: ArticleKey,
    /// Byte of the text at the top of the view; `None` at the head of the page.
    pub byte: Option<usize>,
    /// The panel that was open below it.
    pub panel: PanelPlace,
}

/// The panel below an article, and its selected row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PanelPlace {
    #[default]
    None,
    Related(usize),
    Elsewhere(usize),
}

/// Places before and after the present one.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Jumps {
    back: Vec<ArticlePlace>,
    forward: Vec<ArticlePlace>,
}

impl Jumps {
    /// Records a jump from a place; the places forward are dropped.
    pub(super) fn leave(&mut self, from: ArticlePlace) {
        self.back.push(from);
        self.forward.clear();
    }

    pub(in crate::app) fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub(in crate::app) fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// The place before; `from` becomes the one forward, where there is one.
    pub(super) fn back(&mut self, from: Option<ArticlePlace>) -> Option<ArticlePlace> {
        let place = self.back.pop()?;
        self.forward.extend(from);
        Some(place)
    }

    /// The place that was left by going back; `from` becomes the one before, where there is one.
    pub(super) fn forward(&mut self, from: Option<ArticlePlace>) -> Option<ArticlePlace> {
        let place = self.forward.pop()?;
        self.back.extend(from);
        Some(place)
    }
}

impl Browse {
    /// The present place: in the article being read, or the head of the selected one.
    pub(super) fn place(&self) -> Option<ArticlePlace> {
        match self.focus {
            Focus::Reader => self.pane.place(self.panel.place()),
            Focus::List => self.list.article().map(|key| ArticlePlace {
                key,
                byte: None,
                panel: PanelPlace::None,
            }),
        }
    }

    /// Remembers where a jump began.
    pub(super) fn leave_behind(&mut self, from: Option<ArticlePlace>) {
        if let Some(place) = from {
            self.jumps.leave(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(no: u32) -> ArticlePlace {
        ArticlePlace {
            key: ArticleKey {
                key: crate::corpus::Key::default(),
                twin: no,
            },
            byte: None,
            panel: PanelPlace::None,
        }
    }

    #[test]
    fn one_goes_back_and_forward_the_way_one_came() {
        let mut jumps = Jumps::default();
        jumps.leave(place(1));
        jumps.leave(place(2));
        assert_eq!(jumps.back(Some(place(3))), Some(place(2)));
        assert_eq!(jumps.back(Some(place(2))), Some(place(1)));
        assert_eq!(jumps.back(Some(place(1))), None);
        assert_eq!(jumps.forward(Some(place(1))), Some(place(2)));
        assert_eq!(jumps.forward(Some(place(2))), Some(place(3)));
        assert_eq!(jumps.forward(Some(place(3))), None);
    }

    #[test]
    fn a_new_way_forgets_the_old_one_forward() {
        let mut jumps = Jumps::default();
        jumps.leave(place(1));
        jumps.back(Some(place(2)));
        jumps.leave(place(1));
        assert_eq!(jumps.forward(Some(place(5))), None);
    }
}
