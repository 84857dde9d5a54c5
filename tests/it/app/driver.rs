//! Key strings in, the state they lead to out: the app with a worker that answers at once.
//!
//! A key string is what a person types: each letter a key, the others by their names in angle
//! brackets, as in `/ميناء<enter>jj<ctrl-d>`.

use std::sync::Arc;

use fihrist::app::action::Mode;
use fihrist::app::browse::list::List;
use fihrist::app::compare::Compare;
use fihrist::app::key::{Code, KeyPress};
use fihrist::app::page::Row;
use fihrist::app::panes::Panes;
use fihrist::app::reader::Reader;
use fihrist::app::{App, Browse, Effect, Msg, Overlay, Problems, Screen, StoreReply};
use fihrist::corpus::Stop;
use fihrist::library::{ArticleKey, ArticleNo, Library};
use fihrist::store::{Answer, Ask, Embedded, ListAsk, ListRow, Listing, Store, StoreError, Window};
use fihrist::ui;
use fihrist::ui::theme::Theme;
use ratatui::buffer::Buffer;

use crate::support;

/// A clock that always says the same.
const MICROS: u64 = 1000;

/// The app over a store that answers at once, and what the app asked of the outside beside that.
pub(crate) struct Driver {
    pub(crate) app: App,
    pub(crate) asked: Vec<Effect>,
    pub(crate) store: Arc<Embedded>,
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
            store: Arc::default(),
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

    /// A newer library; when it is the last, what stands in more than one article is found.
    pub(crate) fn load(&mut self, library: &Arc<Library>, complete: bool) -> &mut Driver {
        self.publish(library, complete);
        if complete {
            self.find_copies();
        }
        self
    }

    /// A newer library, and no search for copies.
    pub(crate) fn publish(&mut self, library: &Arc<Library>, complete: bool) -> &mut Driver {
        let known = self.store.publish(Arc::clone(library), complete);
        self.send(Msg::Known(known))
    }

    pub(crate) fn find_copies(&mut self) -> &mut Driver {
        let known = self.store.find_copies();
        self.send(Msg::Known(known))
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
            match answer(&*self.store, &effect) {
                Some(answer) => {
                    self.send(answer);
                }
                None => self.asked.push(effect),
            }
        }
        self
    }

    /// The screen for browsing that is on top, or lies below what is.
    pub(crate) fn browse(&self) -> &Browse {
        let mut screens = self.app.screens().iter().rev();
        let browse = screens.find_map(|screen| match screen {
            Screen::Browse(browse) => Some(browse),
            _ => None,
        });
        browse.expect("the first screen")
    }

    pub(crate) fn list(&self) -> &List {
        &self.browse().list
    }

    pub(crate) fn panes(&self) -> Panes {
        self.browse().panes(self.app.shared.size())
    }

    pub(crate) fn library(&self) -> Arc<Library> {
        self.store.library()
    }

    pub(crate) fn no(&self, key: ArticleKey) -> ArticleNo {
        self.library()
            .number(key)
            .expect("an article of the library")
    }

    /// The selected article.
    pub(crate) fn selected(&self) -> Option<ArticleNo> {
        self.list().article().map(|key| self.no(key))
    }

    /// The article in the reading pane.
    pub(crate) fn reading(&self) -> ArticleNo {
        self.no(self.reader().key)
    }

    pub(crate) fn overlay(&self) -> Option<&Overlay> {
        match self.app.top() {
            Screen::Overlay(overlay) => Some(overlay),
            _ => None,
        }
    }

    pub(crate) fn problems(&self) -> Option<&Problems> {
        match self.app.top() {
            Screen::Problems(problems) => Some(problems),
            _ => None,
        }
    }

    /// The versions side by side.
    pub(crate) fn compare(&self) -> Option<&Compare> {
        match self.app.top() {
            Screen::Compare(compare) => compare.view(),
            _ => None,
        }
    }

    /// All rows of the list as it is asked for.
    pub(crate) fn rows(&self) -> Vec<ListRow> {
        let browse = self.browse();
        let ask = ListAsk {
            request: browse.request.clone(),
            group: browse.group,
            stories: browse.stories,
            window: Window {
                after: usize::MAX - 1,
                ..Window::default()
            },
            snippet_chars: None,
        };
        self.ask_list(ask).rows
    }

    fn ask_list(&self, ask: ListAsk) -> Listing {
        let answered = self.store.ask(&Ask::List(ask), &Stop::default());
        match answered.unwrap().answer {
            Answer::List(listing) => listing,
            other => panic!("{other:?}"),
        }
    }

    /// The screen, and the caret's column and row.
    pub(crate) fn draw(&self) -> (Buffer, Option<(u16, u16)>) {
        ui::draw(&self.app, Theme::Dark)
    }

    /// The articles in the list, in order.
    pub(crate) fn listed(&self) -> Vec<ArticleNo> {
        let rows = self.rows();
        // What is on the screen is a window of just these rows.
        let shown = &self.list().rows;
        let start = self.list().start;
        if !self.list().pending.is_waiting() {
            let same = rows.get(start..start + shown.len()) == Some(&shown[..]);
            assert!(same, "the rows on the screen are not those of the list");
        }
        rows.iter().filter_map(|row| self.article_of(row)).collect()
    }

    fn article_of(&self, row: &ListRow) -> Option<ArticleNo> {
        match row {
            ListRow::Article(card) => Some(self.no(card.key)),
            ListRow::Header { .. } | ListRow::More(_) => None,
        }
    }

    /// The sources behind the row of an article, beside its own.
    pub(crate) fn behind(&self, no: ArticleNo) -> usize {
        let rows = self.rows();
        let of = |row: &ListRow| match row {
            ListRow::Article(card) if self.no(card.key) == no => Some(card.behind),
            _ => None,
        };
        rows.iter().find_map(of).unwrap_or(0)
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
        self.browse().pane.reader().expect("an article in the pane")
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
        top..top + self.panes().reader_rows()
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
            Mode::List => format!("list {}", self.list().position()),
            Mode::Reader => format!("reader {}", self.top()),
            Mode::Search => format!("search {}", self.browse().request.text),
            Mode::Overlay => format!("overlay {}", self.overlay().unwrap().top),
            Mode::Problems => format!("problems {}", self.problems().unwrap().selected),
            mode => format!("{mode:?}").to_lowercase(),
        }
    }

    /// Whether a message says something like this.
    pub(crate) fn says(&self, words: &str) -> bool {
        let message = self.app.shared.message.as_ref();
        message.is_some_and(|said| fihrist::words::Words::ENGLISH.say(said).contains(words))
    }
}

/// The demo corpus as the app takes it.
pub(crate) fn demo() -> Arc<Library> {
    Arc::new(support::demo().clone())
}

/// What a lane says; `None` for what only the shell can do.
pub(crate) fn answer(store: &dyn Store, effect: &Effect) -> Option<Msg> {
    let Effect::Ask {
        generation, ask, ..
    } = effect
    else {
        return None;
    };
    Some(reply(*generation, store.ask(ask, &Stop::default())))
}

pub(crate) fn reply(generation: u64, result: Result<fihrist::store::Answered, StoreError>) -> Msg {
    Msg::Reply(Box::new(StoreReply {
        generation,
        result,
        micros: MICROS,
    }))
}

/// The keys of a key string.
pub(crate) fn read(keys: &str) -> Vec<KeyPress> {
    let mut rest = keys.chars();
    let mut out = Vec::new();
    while let Some(c) = rest.next() {
        out.push(if c == '<' {
            let name: String = rest.by_ref().take_while(|c| *c != '>').collect();
            name.parse().unwrap()
        } else {
            KeyPress::plain(Code::Char(c))
        });
    }
    out
}
