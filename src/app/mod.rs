//! The state machine of the browser: from messages ([`Msg`]) to a new state and to effects ([`Effect`]).
//!
//! The state machine knows no terminal, no clock, no disk and no store: the shell feeds it messages and
//! carries out its effects, and the screens are drawn from `&App`. It is a stack of screens ([`screen`])
//! over a state that they share ([`shared`]). A screen asks on a lane for what it lacks, without waiting; an
//! answer is taken by its generation, and dropped where something newer was asked ([`pending`]).

pub mod action;
pub mod article_fields;
pub mod browse;
pub mod command_now;
pub mod compare;
pub mod counts;
mod fold_line;
pub mod format_name;
mod info;
pub mod key;
mod key_dispatch;
mod key_groups;
pub mod key_help;
pub mod key_names;
pub mod keyboard;
pub mod labels;
pub mod line_edit;
pub(crate) mod listed_enum;
mod loading;
mod message;
pub mod note;
pub mod overlay;
pub mod overview;
pub mod page;
pub mod palette;
pub mod panes;
mod pending;
mod plain_text;
mod problems;
pub mod reader;
pub mod repeat_notes;
pub mod screen;
pub mod shared;
pub mod signs;
pub(crate) mod text_direction;
mod walk;

use crate::store::Known;
use action::{Action, Mode};
pub use browse::{Browse, Focus, Panel};
pub use compare::CompareScreen;
pub use fold_line::FoldLine;
use labels::CorpusName;
pub use loading::{LoadStage, LoadStatus};
pub use message::{Display, Effect, Lane, Msg, StoreReply};
pub use overlay::Overlay;
pub use pending::{FailedAsk, Pending};
pub use plain_text::{PlainPart, parts, repeats};
pub use problems::{ProblemLine, ProblemLineKind, Problems};
pub use screen::Screen;
pub use shared::Shared;

use key_dispatch::KeyState;
use screen::StackChange;

/// The whole state of the program.
pub struct App {
    pub shared: Shared,
    /// The first is a [`Browse`] and never leaves; the last has the keys.
    stack: Vec<Screen>,
    keys: KeyState,
}

impl App {
    /// An empty corpus on a screen of that size; `corpus` is what the bar calls it.
    pub fn new(corpus: impl Into<CorpusName>, cols: u16, rows: u16) -> App {
        App {
            shared: Shared::new(corpus.into(), cols, rows),
            stack: vec![Screen::Browse(Browse::default())],
            keys: KeyState::default(),
        }
    }

    /// The screen on top, which has the keys and is drawn.
    pub fn top(&self) -> &Screen {
        self.stack.last().expect("the first screen never leaves")
    }

    fn top_mut(&mut self) -> &mut Screen {
        self.stack
            .last_mut()
            .expect("the first screen never leaves")
    }

    /// All screens, the one on top last.
    pub fn screens(&self) -> &[Screen] {
        &self.stack
    }

    /// Where keys go.
    pub fn mode(&self) -> Mode {
        self.top().mode()
    }

    /// Takes in a message; returns the effects to be carried out.
    #[must_use]
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            // They come ten times a second while loading; no screen depends on them.
            Msg::Progress(progress) => {
                self.shared.loading.report(progress);
                return Vec::new();
            }
            Msg::Key(key) => self.key(key),
            Msg::TakeBackEscape => self.take_back_escape(),
            Msg::Paste(text) => match self.stack.last_mut() {
                Some(Screen::Browse(browse)) => browse.paste(&text, &mut self.shared),
                Some(Screen::Palette(palette)) => palette.paste(&text),
                _ => {}
            },
            Msg::Resize(cols, rows) => {
                (self.shared.cols, self.shared.rows) = (cols, rows);
                self.shared.effect(Effect::Repaint);
            }
            Msg::Known(known) => self.take_known(known),
            Msg::LoadFailed(reason) => self.shared.loading.failed = Some(reason),
            Msg::Reply(reply) => self.reply(*reply),
            Msg::Resumed => self.shared.effect(Effect::Repaint),
            Msg::Layout(layout) => self.shared.layout = layout,
            Msg::Words(words) => self.shared.words = words,
            Msg::Keyboard(keyboard) => self.shared.keyboard = keyboard,
            Msg::Direction(direction) => self.shared.laid_out = direction,
            Msg::Measure(cols) => {
                self.shared.measure = cols.map(|cols| cols.max(panes::MIN_MEASURE));
            }
            Msg::Notice(notice) => self.shared.say(&notice),
            Msg::Point(target) => {
                self.shared.message = None;
                self.shared.loading.unseen = false;
                self.shared.signs.explained = None;
                let step = match self.stack.last_mut() {
                    Some(Screen::Browse(browse)) => browse.point(&target, &mut self.shared),
                    _ => StackChange::Stay,
                };
                self.take_step(step);
            }
            Msg::Wheel(target, notches) => match self.stack.last_mut() {
                Some(Screen::Browse(browse)) => browse.wheel(&target, notches, &self.shared),
                Some(Screen::Compare(compare)) => compare.wheel(notches),
                _ => {}
            },
        }
        self.settle();
        self.shared.take_effects()
    }

    fn on_browse(&mut self, act: impl FnOnce(&mut Browse, &mut Shared)) {
        if let Some(Screen::Browse(browse)) = self.stack.last_mut() {
            act(browse, &mut self.shared);
        }
    }

    fn take_known(&mut self, known: Known) {
        // Two threads may publish: an older state may come after a newer one.
        if known.state < self.shared.known.state {
            return;
        }
        self.shared.known = known;
        if !known.complete {
            self.shared.loading.begin_again();
        }
        if known.complete
            && let Some(message) = self.shared.loading.end(known.articles)
        {
            self.shared.say(&message);
        }
    }

    fn reply(&mut self, reply: StoreReply) {
        let mut screens = self.stack.iter_mut();
        if let Some(screen) = screens.find(|screen| screen.awaits(reply.generation)) {
            screen.reply(reply, &mut self.shared);
        }
    }

    fn settle(&mut self) {
        if let Some(screen) = self.stack.last_mut() {
            screen.settle(&mut self.shared);
            signs::settle(screen, &mut self.shared);
        }
    }

    fn take_step(&mut self, step: StackChange) {
        match step {
            StackChange::Stay => {}
            StackChange::Push(screen) => self.stack.push(*screen),
            StackChange::Quit => self.shared.effect(Effect::Quit),
            StackChange::Pop if self.stack.len() == 1 => self.shared.effect(Effect::Quit),
            StackChange::Pop => {
                self.stack.pop();
            }
            StackChange::PopAndDo(action) => {
                self.stack.pop();
                match action {
                    Action::Cancel => self.cancel(false),
                    action => self.perform(action, self.mode(), None),
                }
            }
            StackChange::PopThen(order) => {
                if self.stack.len() > 1 {
                    self.stack.pop();
                }
                self.on_browse(|browse, _| browse.carry_out(order));
            }
        }
    }
}
