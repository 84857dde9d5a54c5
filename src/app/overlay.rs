//! What lies over the screen until it is closed: the keys, the problems, what is known of an article.

use super::action::{self, Binding, Mode};
use super::key::{self, Code, Key};
use super::strings;
use crate::corpus::Origin;
use crate::library::{Entry, Library};

/// One row: a label (a key, a path, a name), a second label, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverlayRow {
    pub label: String,
    pub second: String,
    pub text: String,
}

/// Rows to be read and closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub title: &'static str,
    pub rows: Vec<OverlayRow>,
    pub top: usize,
}

impl Overlay {
    fn new(title: &'static str, rows: Vec<OverlayRow>) -> Overlay {
        Overlay {
            title,
            rows,
            top: 0,
        }
    }

    /// The keys of a mode, then those of the search box.
    pub fn help(mode: Mode) -> Overlay {
        let mut rows: Vec<OverlayRow> = action::bindings(mode).map(help_row).collect();
        rows.push(OverlayRow::default());
        rows.push(OverlayRow {
            label: "in the search box".to_owned(),
            ..OverlayRow::default()
        });
        rows.extend(action::bindings(Mode::Search).map(help_row));
        rows.push(row("\"a b\"", "these words side by side, in this order"));
        rows.push(row("-word", "without this word"));
        Overlay::new(strings::HELP_TITLE, rows)
    }

    /// What could not be read or had to be guessed.
    pub fn problems(library: &Library) -> Overlay {
        let mut rows: Vec<OverlayRow> = library
            .problems()
            .iter()
            .map(|problem| row(problem.level.as_str(), &problem.to_string()))
            .collect();
        if rows.is_empty() {
            rows.push(row("", strings::NO_PROBLEMS));
        }
        Overlay::new(strings::PROBLEMS_TITLE, rows)
    }

    /// What is known of an article and where it was found.
    pub fn info(id: &str, entry: &Entry) -> Overlay {
        let article = &entry.article;
        let mut rows = Vec::new();
        let mut known = |label: &str, value: Option<String>, from: Option<Origin>| {
            rows.push(OverlayRow {
                label: label.to_owned(),
                second: from.map_or(String::new(), |f| format!("from {}", f.as_str())),
                text: value.unwrap_or_else(|| strings::UNKNOWN.to_owned()),
            });
        };
        let title = article.title.as_ref();
        known(
            "title",
            title.map(|t| t.value.clone()),
            title.map(|t| t.from),
        );
        let source = article.source.as_ref();
        known(
            "source",
            source.map(|s| s.value.clone()),
            source.map(|s| s.from),
        );
        let date = article.date.as_ref();
        known(
            "date",
            date.map(|d| d.value.to_string()),
            date.map(|d| d.from),
        );
        if let Some((day, why)) = &article.date_guess {
            known("date, guessed", Some(format!("{day} ({why})")), None);
        }
        if let Some(text) = &article.date_text {
            known("date as written", Some(text.clone()), None);
        }
        known("author", article.author.clone(), None);
        known("url", article.url.clone(), None);
        known("id", Some(id.to_owned()), None);
        known("hash", Some(entry.hash.clone()), None);
        let place = format!("{} record {}", article.path.display(), article.record);
        known("file", Some(place), None);
        let folds = &entry.folds;
        let words = format!("{} ({} in repeats)", folds.words, folds.repeated_words);
        known("words", Some(words), None);
        Overlay::new(strings::INFO_TITLE, rows)
    }

    pub(super) fn scroll(&mut self, rows: isize, height: usize) {
        // Long texts take several rows of the screen, so the end is reached with some to spare.
        let last = self.rows.len().saturating_sub(height / 2);
        self.top = self.top.saturating_add_signed(rows).min(last);
    }
}

fn row(label: &str, text: &str) -> OverlayRow {
    OverlayRow {
        label: label.to_owned(),
        second: String::new(),
        text: text.to_owned(),
    }
}

fn help_row(binding: &Binding) -> OverlayRow {
    let arabic: Vec<&str> = binding
        .keys
        .iter()
        .filter_map(|name| match name.parse::<Key>().ok()?.typed_letter() {
            Some(letter) => key::arabic_letter(letter),
            None => None,
        })
        .collect();
    OverlayRow {
        label: binding.keys.join(" "),
        second: arabic.join(" "),
        text: binding.help.to_owned(),
    }
}

impl Key {
    /// The letter it types, for a plain letter key.
    fn typed_letter(self) -> Option<char> {
        match self.code {
            Code::Char(c) if self.typed().is_some() && !c.is_whitespace() => Some(c),
            _ => None,
        }
    }
}
