//! What is known of the lines of an article from a search for furniture, so that the next one need not look at all.

/// The lines of an article that others of its source have, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleMarks {
    /// Whether it was published again: most of its words stand in others.
    pub again: bool,
    /// The lines that stand in enough articles to be furniture, by paragraph.
    pub lines: Vec<MarkedLine>,
}

/// A line that stands in several articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedLine {
    /// Index of the paragraph.
    pub paragraph: u32,
    /// Whether it does so, too, when those published again are left out.
    pub repeated: bool,
}

impl ArticleMarks {
    fn find(&self, paragraph: u32) -> Result<usize, usize> {
        self.lines
            .binary_search_by_key(&paragraph, |line| line.paragraph)
    }

    /// Whether a paragraph stands in enough articles, those published again among them.
    pub(super) fn has(&self, paragraph: u32) -> bool {
        self.find(paragraph).is_ok()
    }

    /// The same without those published again.
    pub(super) fn is_repeated(&self, paragraph: u32) -> bool {
        let found = self.find(paragraph).ok();
        let line = found.and_then(|at| self.lines.get(at));
        line.is_some_and(|line| line.repeated)
    }

    /// Notes whether a paragraph stands in enough articles.
    pub(super) fn set(&mut self, paragraph: u32, stands: bool) {
        match (self.find(paragraph), stands) {
            (Err(at), true) => {
                let repeated = false;
                self.lines.insert(
                    at,
                    MarkedLine {
                        paragraph,
                        repeated,
                    },
                );
            }
            (Ok(at), false) => {
                self.lines.remove(at);
            }
            _ => {}
        }
    }

    /// Notes whether it does so without those published again.
    pub(super) fn set_repeated(&mut self, paragraph: u32, repeated: bool) {
        let found = self.find(paragraph).ok();
        if let Some(line) = found.and_then(|at| self.lines.get_mut(at)) {
            line.repeated = repeated;
        }
    }
}
