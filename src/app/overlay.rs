//! Screens of labelled rows that are read and closed: the keys of a mode, what is known of an article.

use std::borrow::Cow;

use super::action::{self, Action, Binding, Mode};
use super::key_groups;
use super::key_names::{self, key_names, letters_on};
use super::keyboard::Keyboard;
use super::labels::query_in_text;
use super::message::{Lane, StoreReply};
use super::pending::Pending;
use super::screen::{Count, StackChange, rows_of};
use super::shared::Shared;
use super::signs::Sign;
use crate::library::ArticleKey;
use crate::query;
use crate::store::{Answer, Ask, Extent, Marks, ReadAsk};
use crate::text::width::columns;
use crate::text::{Direction, Layout, Line, Options};
use crate::words::{Said, Sentence, Words, messages};

messages! {
    /// Titles and headings of screens of rows, and what stands beside the rows.
    pub enum OverlayWords {
        Keys "overlay-keys";
        /// What is known of an article.
        Known "overlay-known";
        InSearchBox "overlay-in-search-box";
        /// Above the signs that rows are marked with.
        Signs "overlay-signs";
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
    /// The keys of a row of the table of actions.
    Keys(&'static [&'static str]),
    /// The same where letters are typed: there an arrow moves the caret where it points, on any screen.
    TypedKeys(&'static [&'static str]),
    /// What the keys of such a row type on the layout in use.
    Letters(&'static [&'static str]),
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

    /// The text as it is shown.
    pub fn text(&self, shown: RowView) -> Cow<'_, str> {
        let words = shown.words;
        match self {
            RowText::Keys(keys) => Cow::Owned(shown.keys(keys, shown.direction)),
            RowText::TypedKeys(keys) => Cow::Owned(shown.keys(keys, Direction::Ltr)),
            RowText::Letters(_) if shown.brief => Cow::Borrowed(""),
            RowText::Letters(keys) => Cow::Owned(letters_on(shown.keyboard, keys, words)),
            RowText::Quoted(text) => Cow::Borrowed(text),
            RowText::Said(said) => Cow::Owned(words.say(said)),
            RowText::Facts(facts) => {
                let facts: Vec<String> = facts.iter().map(|fact| words.say(fact)).collect();
                Cow::Owned(facts.join(" · "))
            }
        }
    }
}

/// How the rows of a screen are shown.
#[derive(Clone, Copy, Debug)]
pub struct RowView {
    /// The language of the reader.
    pub words: Words,
    pub keyboard: Keyboard,
    /// The direction in which screens are laid out.
    pub direction: Direction,
    /// The screen is narrow: a command has its first key, with its letter on the layout in the same column.
    pub brief: bool,
}

impl RowView {
    fn keys(self, keys: &[&str], direction: Direction) -> String {
        let many = keys.len() >= key_names::MANY_KEYS;
        match keys.first() {
            Some(first) if self.brief && !many => {
                let first = [*first];
                let both = [
                    key_names(&first, direction, self.words),
                    letters_on(self.keyboard, &first, self.words),
                ];
                let both: Vec<String> = both.into_iter().filter(|name| !name.is_empty()).collect();
                key_names::in_a_row(&both, self.words)
            }
            _ => key_names(keys, direction, self.words),
        }
    }
}

/// One row: a label (keys, the name of a field), a second label (Arabic keys, an origin), and a text; or a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverlayRow {
    /// It has the whole line, and what follows belongs to it.
    pub is_heading: bool,
    pub label: RowText,
    pub second: RowText,
    pub text: RowText,
}

/// A line of such a screen.
#[derive(Debug)]
pub struct OverlayLine<'a> {
    /// The row whose labels stand beside it, none below its first line.
    pub labels: Option<&'a OverlayRow>,
    pub line: Line,
    pub is_heading: bool,
    /// Columns of the widest line of the same text: the edge that its lines stand against is that of this block.
    pub block: u16,
}

/// Columns from which on a command is shown with all its keys: with fewer what it does needs them.
const MIN_ALL_KEYS_COLS: u16 = 60;

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
    pub keyboard: Keyboard,
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
            keyboard: Keyboard::default(),
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
        self.keyboard = shared.keyboard;
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

    /// The keys of a mode by what they concern, those of the search box, and the search syntax.
    pub fn help(mode: Mode) -> Overlay {
        let mut rows = Vec::new();
        for section in key_groups::sections(mode) {
            if !rows.is_empty() {
                rows.push(OverlayRow::default());
            }
            rows.push(heading(&section.group));
            rows.extend(section.bindings.into_iter().map(help_row));
        }
        if mode != Mode::Search {
            rows.push(OverlayRow::default());
            rows.push(heading(&OverlayWords::InSearchBox));
            rows.extend(action::bindings(Mode::Search).map(help_row));
        }
        rows.push(OverlayRow::default());
        rows.push(heading(&OverlayWords::Signs));
        rows.extend(Sign::ALL.into_iter().map(sign_row));
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

    /// How the rows are shown on a screen of `cols` columns.
    pub fn view(&self, cols: u16) -> RowView {
        RowView {
            words: self.words,
            keyboard: self.keyboard,
            direction: self.direction,
            brief: cols < MIN_ALL_KEYS_COLS,
        }
    }

    /// Columns of the two labels.
    pub fn label_columns(&self, cols: u16) -> (u16, u16) {
        let shown = self.view(cols);
        let widest = |of: fn(&OverlayRow) -> &RowText, most: u16| {
            let rows = self.rows.iter().filter(|row| !row.is_heading);
            let texts = rows.map(|row| of(row).text(shown));
            let widest = texts.map(|text| columns(&text, self.layout)).max();
            u16::try_from(widest.unwrap_or(0)).unwrap_or(most).min(most)
        };
        (
            widest(|r| &r.label, cols / 3),
            widest(|r| &r.second, cols / 5),
        )
    }

    /// The rows as the screen shows them, long texts wrapped; only a row's first line has its labels.
    pub fn lines(&self, cols: u16) -> Vec<OverlayLine<'_>> {
        let (label, second) = self.label_columns(cols);
        let gaps = 2 + 2 * u16::from(label > 0) + 2 * u16::from(second > 0);
        let beside = cols.saturating_sub(label + second + gaps).max(8);
        let shown = self.view(cols);
        let mut out = Vec::new();
        for row in &self.rows {
            let (text, room) = if row.is_heading {
                (&row.label, cols.saturating_sub(2).max(8))
            } else {
                (&row.text, beside)
            };
            let lines = Layout::new(&text.text(shown), self.layout).lines(usize::from(room));
            let widest = lines.iter().map(Line::width).max().unwrap_or(0);
            let labels = std::iter::once(Some(row)).chain(std::iter::repeat(None));
            out.extend(labels.zip(lines).map(|(labels, line)| OverlayLine {
                labels,
                line,
                is_heading: row.is_heading,
                block: u16::try_from(widest).unwrap_or(room),
            }));
        }
        out
    }
}

fn heading(said: &impl Said) -> OverlayRow {
    OverlayRow {
        is_heading: true,
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

fn sign_row(sign: Sign) -> OverlayRow {
    OverlayRow {
        label: RowText::Quoted(sign.shown().to_owned()),
        text: RowText::Said(sign.meaning()),
        ..OverlayRow::default()
    }
}

fn help_row(binding: &Binding) -> OverlayRow {
    OverlayRow {
        label: if binding.modes.iter().all(|mode| mode.is_typed()) {
            RowText::TypedKeys(binding.keys)
        } else {
            RowText::Keys(binding.keys)
        },
        second: RowText::Letters(binding.keys),
        text: RowText::said(&binding.help),
        ..OverlayRow::default()
    }
}
