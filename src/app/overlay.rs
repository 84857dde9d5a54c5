//! Screens of labelled rows that are read and closed: the keys of a mode, what is known of an article.

use std::borrow::Cow;

use super::action::{self, Action, Binding, Mode};
use super::key::{self, Code, KeyPress};
use super::labels::query_in_text;
use super::message::{Lane, StoreReply};
use super::pending::Pending;
use super::screen::{Count, StackChange, rows_of};
use super::shared::Shared;
use crate::library::ArticleKey;
use crate::query;
use crate::store::{Answer, Ask, Extent, Marks, ReadAsk};
use crate::text::width::columns;
use crate::text::{Direction, Layout, Line, Options, isolated};
use crate::words::{Said, Sentence, Words, messages};

messages! {
    /// Titles and headings of screens of rows, and what stands beside the rows.
    pub enum OverlayWords {
        Keys "overlay-keys";
        /// What is known of an article.
        Known "overlay-known";
        InSearchBox "overlay-in-search-box";
        /// Above the examples of queries.
        Searchable "overlay-searchable";
        /// The keys that close and scroll it.
        Hints "overlay-hints" { close: Code, scroll: Code };
        /// Lines below the last in view.
        More "overlay-more" { lines: Count };
    }
}

/// A text of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowText {
    /// Text of the corpus, names, keys.
    Quoted(String),
    Said(Sentence),
    /// The keys of a row of the table of actions, as they are named there.
    Keys(&'static [&'static str]),
    /// Facts side by side.
    Facts(Vec<Sentence>),
}

impl Default for RowText {
    fn default() -> RowText {
        RowText::Quoted(String::new())
    }
}

impl RowText {
    pub(super) fn said(said: &impl Said) -> RowText {
        RowText::Said(said.sentence())
    }

    /// The text in the language of the reader, for screens laid out in a direction.
    pub fn text(&self, words: Words, direction: Direction) -> Cow<'_, str> {
        match self {
            RowText::Keys(keys) => Cow::Owned(names_of_keys(keys, direction)),
            RowText::Quoted(text) => Cow::Borrowed(text),
            RowText::Said(said) => Cow::Owned(words.say(said)),
            RowText::Facts(facts) => {
                let facts: Vec<String> = facts.iter().map(|fact| words.say(fact)).collect();
                Cow::Owned(facts.join(" · "))
            }
        }
    }
}

/// One row: a label (keys, the name of a field), a second label (Arabic keys, an origin), and a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlayRow {
    pub label: RowText,
    pub second: RowText,
    pub text: RowText,
}

/// A screen of rows that is read and closed.
#[derive(Clone, Debug)]
pub struct Overlay {
    pub title: OverlayWords,
    pub rows: Vec<OverlayRow>,
    /// Index of the first line in view.
    pub top: usize,
    /// How letters are shown.
    pub layout: Options,
    /// In which language they are.
    pub words: Words,
    /// The direction in which screens are laid out.
    pub direction: Direction,
    /// The mode whose keys are shown, where keys are.
    pub(super) help_of: Option<Mode>,
    /// The article that the rows are about.
    of: Option<ArticleKey>,
    pub pending: Pending,
}

impl Overlay {
    pub(super) fn new(title: OverlayWords, rows: Vec<OverlayRow>) -> Overlay {
        Overlay {
            title,
            rows,
            top: 0,
            layout: Options::default(),
            words: Words::default(),
            direction: Direction::default(),
            help_of: None,
            of: None,
            pending: Pending::default(),
        }
    }

    /// The information about an article; its rows come with the answer.
    pub(super) fn info(key: ArticleKey) -> Overlay {
        Overlay {
            of: Some(key),
            ..Overlay::new(OverlayWords::Known, Vec::new())
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
        self.words = shared.words;
        self.direction = shared.direction();
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
            rows.push(heading(&OverlayWords::InSearchBox));
            rows.extend(action::bindings(Mode::Search).map(help_row));
        }
        rows.push(OverlayRow::default());
        rows.push(heading(&OverlayWords::Searchable));
        rows.extend(query::SYNTAX.iter().map(syntax_row));
        Overlay {
            help_of: Some(mode),
            ..Overlay::new(OverlayWords::Keys, rows)
        }
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
        let widest = |of: fn(&OverlayRow) -> &RowText, most: u16| {
            let texts = self
                .rows
                .iter()
                .map(|row| of(row).text(self.words, self.direction));
            let widest = texts.map(|text| columns(&text, self.layout)).max();
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
            let lines = Layout::new(&row.text.text(self.words, self.direction), self.layout)
                .lines(usize::from(room));
            let labels = std::iter::once(Some(row)).chain(std::iter::repeat(None));
            out.extend(labels.zip(lines));
        }
        out
    }
}

/// The keys as they are named in the help; an arrow is the one that goes there on a screen of that direction.
pub(super) fn names_of_keys(keys: &[&'static str], direction: Direction) -> String {
    let name = |name: &&'static str| match (direction, *name) {
        (Direction::Rtl, "left") => with_arrow("right"),
        (Direction::Rtl, "right") => with_arrow("left"),
        (_, name) => with_arrow(name),
    };
    match keys {
        [first, .., last] if keys.len() > 5 => format!("{first} … {last}"),
        keys => keys.iter().map(name).collect::<Vec<_>>().join(" "),
    }
}

/// The name of a key with the sign that is on an arrow key: `ctrl-←`.
pub fn with_arrow(name: &str) -> Cow<'_, str> {
    let arrows = [("left", '←'), ("right", '→'), ("up", '↑'), ("down", '↓')];
    for (word, sign) in arrows {
        let before = name.strip_suffix(word);
        if let Some(before) = before.filter(|before| before.is_empty() || before.ends_with('-')) {
            return Cow::Owned(format!("{before}{sign}"));
        }
    }
    Cow::Borrowed(name)
}

fn heading(said: &OverlayWords) -> OverlayRow {
    OverlayRow {
        label: RowText::said(said),
        ..OverlayRow::default()
    }
}

fn syntax_row(of: &query::SyntaxExample) -> OverlayRow {
    OverlayRow {
        label: RowText::Quoted(query_in_text(of.example)),
        text: RowText::said(&of.finds),
        ..OverlayRow::default()
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
        label: if binding.modes.iter().all(|mode| mode.is_typed()) {
            // There an arrow moves the caret where it points, on any screen.
            RowText::Quoted(names_of_keys(binding.keys, Direction::Ltr))
        } else {
            RowText::Keys(binding.keys)
        },
        second: RowText::Quoted(arabic.join(" ")),
        text: RowText::said(&binding.help),
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
