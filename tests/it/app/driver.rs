//! Key strings in, the state they lead to out: the app with a worker that answers at once.
//!
//! A key string is what a person types: each letter a key, the others by their names in angle
//! brackets, as in `/ميناء<enter>jj<ctrl-d>`.

use std::sync::Arc;

use fihrist::app::action::Mode;
use fihrist::app::key::{Code, Key};
use fihrist::app::list::ListRow;
use fihrist::app::page::Row;
use fihrist::app::reader::Reader;
use fihrist::app::{Answer, App, Effect, Msg};
use fihrist::dedup::across::THRESHOLD;
use fihrist::library::{ArticleNo, Library};
use fihrist::ui;
use fihrist::ui::theme::Theme;
use ratatui::buffer::Buffer;

use crate::support;

/// What the shell asks for.
const RELATED: usize = 20;

/// A clock that always says the same.
const MICROS: u64 = 1000;

/// The app and what it asked of the outside, searches and related articles excepted: those are
/// answered.
pub(crate) struct Driver {
    pub(crate) app: App,
    pub(crate) asked: Vec<Effect>,
}

impl Driver {
    /// A library that is loaded, on a screen of that size.
    pub(crate) fn new(library: &Arc<Library>, (cols, rows): (u16, u16)) -> Driver {
        let mut driver = Driver::loading((cols, rows));
        driver.load(library, true);
        driver
    }

    /// A screen before anything is loaded.
    pub(crate) fn loading((cols, rows): (u16, u16)) -> Driver {
        Driver {
            app: App::new("corpus", cols, rows),
            asked: Vec::new(),
        }
    }

    /// The demo corpus at 80x24.
    pub(crate) fn demo() -> Driver {
        Driver::new(&demo(), (80, 24))
    }

    /// The demo corpus, and these keys typed.
    pub(crate) fn after(keys: &str) -> Driver {
        let mut driver = Driver::demo();
        driver.press(keys);
        driver
    }

    /// A newer snapshot.
    pub(crate) fn load(&mut self, library: &Arc<Library>, complete: bool) -> &mut Driver {
        self.send(Msg::Library {
            library: Arc::clone(library),
            complete,
        })
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Driver {
        for key in read(keys) {
            self.send(Msg::Key(key));
        }
        self
    }

    pub(crate) fn resize(&mut self, cols: u16, rows: u16) -> &mut Driver {
        self.send(Msg::Resize(cols, rows))
    }

    /// One message, and the answers to what it asks for.
    pub(crate) fn send(&mut self, msg: Msg) -> &mut Driver {
        for effect in self.app.update(msg) {
            match answer(&effect) {
                Some(answer) => {
                    self.send(answer);
                }
                None => self.asked.push(effect),
            }
        }
        self
    }

    /// The screen, and the caret's column and row.
    pub(crate) fn draw(&self) -> (Buffer, Option<(u16, u16)>) {
        ui::draw(&self.app, Theme::Colour)
    }

    /// The articles in the list, in order.
    pub(crate) fn listed(&self) -> Vec<ArticleNo> {
        let rows = self.app.list.rows.iter();
        rows.filter_map(|row| match row {
            ListRow::Article(no) => Some(*no),
            ListRow::Header(..) | ListRow::More(_) => None,
        })
        .collect()
    }

    /// Moves to an article of the list.
    pub(crate) fn select(&mut self, no: ArticleNo) -> &mut Driver {
        let place = self.listed().iter().position(|n| *n == no);
        let steps = place.expect("the article is in the list");
        self.press("g");
        if steps > 0 {
            self.press(&format!("{steps}j"));
        }
        self
    }

    pub(crate) fn reader(&self) -> &Reader {
        self.app.reader.as_ref().expect("an article in the pane")
    }

    /// The number of the first row in view.
    pub(crate) fn top(&self) -> usize {
        let page = &self.reader().page;
        page.row_number(page.top())
    }

    /// The number of the row on which a byte of the text stands, or of the fold that hides it.
    pub(crate) fn row_of(&self, byte: usize) -> Option<usize> {
        let mut page = self.reader().page.clone();
        let row = page.position_of(byte)?;
        Some(page.row_number(row))
    }

    /// The rows in view, by their numbers.
    pub(crate) fn view(&self) -> std::ops::Range<usize> {
        let top = self.top();
        top..top + self.app.panes().reader_rows()
    }

    /// Which folds of the page are open, in order.
    pub(crate) fn folds(&self) -> Vec<bool> {
        let rows = self.reader().page.rows();
        rows.filter_map(|row| match row {
            Row::Fold { open, .. } => Some(open),
            _ => None,
        })
        .collect()
    }

    /// The mode and the place in it: `list 3`, `reader 0`, `facets 2`.
    pub(crate) fn place(&self) -> String {
        let app = &self.app;
        match app.mode() {
            Mode::List => format!("list {}", app.list.position()),
            Mode::Reader => format!("reader {}", self.top()),
            Mode::Search => format!("search {}", app.request.text),
            Mode::Overlay => format!("overlay {}", app.overlay.as_ref().unwrap().top),
            Mode::Problems => format!("problems {}", app.problems.as_ref().unwrap().selected),
            mode => format!("{mode:?}").to_lowercase(),
        }
    }

    /// Whether a message says something like this.
    pub(crate) fn says(&self, words: &str) -> bool {
        let message = self.app.message.as_deref();
        message.is_some_and(|m| m.contains(words))
    }
}

/// The demo corpus as the app takes it.
pub(crate) fn demo() -> Arc<Library> {
    Arc::new(support::demo().clone())
}

/// What the worker says; `None` for what only the shell can do.
pub(crate) fn answer(effect: &Effect) -> Option<Msg> {
    match effect {
        Effect::Search {
            generation,
            library,
            request,
        } => Some(Msg::Found {
            generation: *generation,
            answer: Box::new(Answer {
                request: request.clone(),
                found: library.search(request).unwrap(),
                micros: MICROS,
            }),
        }),
        Effect::Related { library, no } => Some(Msg::Related {
            no: *no,
            list: library.related(*no, RELATED).unwrap(),
        }),
        Effect::Copies { library } => Some(Msg::Copies {
            library: Arc::clone(library),
            copies: Arc::new(library.copies(THRESHOLD)),
        }),
        Effect::Repaint
        | Effect::StopLoading
        | Effect::Display(_)
        | Effect::Suspend
        | Effect::Quit => None,
    }
}

/// The keys of a key string.
pub(crate) fn read(keys: &str) -> Vec<Key> {
    let mut rest = keys.chars();
    let mut out = Vec::new();
    while let Some(c) = rest.next() {
        out.push(if c == '<' {
            let name: String = rest.by_ref().take_while(|c| *c != '>').collect();
            name.parse().unwrap()
        } else {
            Key::plain(Code::Char(c))
        });
    }
    out
}
