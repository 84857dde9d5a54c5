//! Screens of labelled rows that are read and closed: the keys of a mode, what is known of an article.

use super::action::{self, Action, Binding, Mode};
use super::key::{self, Code, KeyPress};
use super::message::{Lane, StoreReply};
use super::pending::Pending;
use super::screen::{Count, StackChange, rows_of};
use super::shared::Shared;
use super::strings;
use crate::library::ArticleKey;
use crate::query;
use crate::store::{Answer, Ask, Extent, Marks, ReadAsk};
use crate::text::width::columns;
use crate::text::{Layout, Line, Options, isolated};

/// One row: a label (keys, the name of a field), a second label (Arabic keys, an origin), and a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverlayRow {
    pub label: String,
    pub second: String,
    pub text: String,
}

/// A screen of rows that is read and closed.
#[derive(Clone, Debug)]
pub struct Overlay {
    pub title: &'static str,
    pub rows: Vec<OverlayRow>,
    /// Index of the first line in view.
    pub top: usize,
    /// How letters are shown.
    pub layout: Options,
    /// The article that the rows are about.
    of: Option<ArticleKey>,
    pub pending: Pending,
}

impl Overlay {
    pub(super) fn new(title: &'static str, rows: Vec<OverlayRow>) -> Overlay {
        Overlay {
            title,
            rows,
            top: 0,
            layout: Options::default(),
            of: None,
            pending: Pending::default(),
        }
    }

    /// The information about an article; its rows come with the answer.
    pub(super) fn info(key: ArticleKey) -> Overlay {
        Overlay {
            of: Some(key),
            ..Overlay::new(strings::INFO_TITLE, Vec::new())
        }
    }

    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count, shared: &Shared) -> StackChange {
        match rows_of(action, count, Overlay::height(shared.rows)) {
            Some(rows) => self.scroll(rows, shared.size()),
            None if action == Action::Back => return StackChange::Pop,
            None => {}
        }
        StackChange::Stay
    }

    /// Asks for the article that the rows are about.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        self.layout = shared.layout;
        if let Some(key) = self.of {
            let ask = ReadAsk {
                key,
                marks: Marks::default(),
                extent: Extent::Head,
                passage: None,
            };
            self.pending.want(Lane::Screen, Ask::Read(ask), shared);
        }
    }

    /// Takes in the article that was awaited.
    pub(super) fn reply(&mut self, reply: StoreReply) {
        let answer = self.pending.take(reply).map(|answered| answered.answer);
        if let Some(Answer::Read(opened)) = answer {
            self.rows = super::info::rows(&opened.id, &opened.entry);
        }
    }

    /// The keys of a mode, those of the search box, and the search syntax.
    pub fn help(mode: Mode) -> Overlay {
        let mut rows: Vec<OverlayRow> = action::bindings(mode).map(help_row).collect();
        if mode != Mode::Search {
            rows.push(OverlayRow::default());
            rows.push(row("in the search box", ""));
            rows.extend(action::bindings(Mode::Search).map(help_row));
        }
        rows.push(OverlayRow::default());
        rows.push(row("what can be searched", ""));
        let syntax = query::syntax().iter();
        rows.extend(syntax.map(|(example, finds)| row(&strings::query_in_text(example), finds)));
        Overlay::new(strings::HELP_TITLE, rows)
    }

    /// Rows of the screen that an overlay's text may take.
    pub fn height(rows: u16) -> usize {
        usize::from(rows.saturating_sub(3))
    }

    fn scroll(&mut self, by: isize, (cols, rows): (u16, u16)) {
        let last = self.lines(cols).len().saturating_sub(Overlay::height(rows));
        self.top = self.top.saturating_add_signed(by).min(last);
    }

    /// Columns of the two labels.
    pub fn label_columns(&self, cols: u16) -> (u16, u16) {
        let widest = |of: fn(&OverlayRow) -> &String, most: u16| {
            let widest = self.rows.iter().map(|r| columns(of(r), self.layout)).max();
            u16::try_from(widest.unwrap_or(0)).unwrap_or(most).min(most)
        };
        (
            widest(|r| &r.label, cols / 3),
            widest(|r| &r.second, cols / 5),
        )
    }

    /// The rows as the screen shows them, long texts wrapped; only a row's first line has its labels.
    pub fn lines(&self, cols: u16) -> Vec<(Option<&OverlayRow>, Line)> {
        let (label, second) = self.label_columns(cols);
        let gaps = 2 + 2 * u16::from(label > 0) + 2 * u16::from(second > 0);
        let room = cols.saturating_sub(label + second + gaps).max(8);
        let mut out = Vec::new();
        for row in &self.rows {
            let lines = Layout::new(&row.text, self.layout).lines(usize::from(room));
            let labels = std::iter::once(Some(row)).chain(std::iter::repeat(None));
            out.extend(labels.zip(lines));
        }
        out
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
    // In the order of the keys, whose names stand beside them.
    let arabic: Vec<String> = binding
        .keys
        .iter()
        .filter_map(|name| match name.parse::<KeyPress>().ok()?.typed_letter() {
            Some(letter) => key::arabic_letter(letter).map(isolated),
            None => None,
        })
        .collect();
    OverlayRow {
        label: match binding.keys {
            [first, .., last] if binding.keys.len() > 5 => format!("{first} … {last}"),
            keys => keys.join(" "),
        },
        second: arabic.join(" "),
        text: binding.help.to_owned(),
    }
}

impl KeyPress {
    /// The letter it types, for a plain letter key.
    fn typed_letter(self) -> Option<char> {
        match self.code {
            Code::Char(c) if self.typed().is_some() && !c.is_whitespace() => Some(c),
            _ => None,
        }
    }
}
