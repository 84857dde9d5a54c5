//! A store that answers late, out of order, partly, with errors or never, between an app and a real one.
//!
//! Nothing here waits: what comes "later" is kept until a later step, so that ten thousand keys take seconds
//! and each run of one seed is the same.

use std::sync::Arc;
use std::time::Duration;

use fihrist::app::key::{Code, KeyPress};
use fihrist::app::{App, Effect, Lane, Msg, Screen, StoreReply};
use fihrist::corpus::Stop;
use fihrist::library::Library;
use fihrist::store::{Answer, Answered, Ask, Embedded, ListAsk, Store, StoreError};
use fihrist::words::{Foreign, Said};

/// Keys that are typed: every command, in no order, and letters for the search box.
const KEYS: &str = "jjjkkkJJKK GgbduGnNreEpsofcizPO!?qqhlxdtR2=5/مينابحر سوق";

/// An app, and a store between them that does as it likes.
pub struct Fickle {
    pub app: App,
    store: Arc<Embedded>,
    /// Replies that are still to come, in the order of their asks.
    waiting: Vec<(Lane, StoreReply)>,
    random: u64,
    /// What the store does: see [`Habit`].
    habit: Habit,
    /// Asks so far.
    pub asks: usize,
    /// Replies that came after a newer ask of their lane.
    pub stale: usize,
    /// Time of the thread that takes messages, by a clock that counts its work; zero without one.
    pub clock: fn() -> Duration,
    /// Work of the costliest message.
    pub costliest: Duration,
}

/// How a store behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Every answer comes some keys later.
    Late,
    /// Answers come late and in any order.
    OutOfOrder,
    /// Half of the answers are errors.
    Failing,
    /// Listings have half the rows that were asked for.
    Partial,
    /// No answer comes.
    Silent,
    /// Any of these.
    Mixed,
}

impl Fickle {
    /// A corpus that is loaded, on a screen of that size; its first list has come.
    pub fn new(store: Arc<Embedded>, size: (u16, u16), habit: Habit, seed: u64) -> Fickle {
        let mut fickle = Fickle {
            app: App::new("corpus", size.0, size.1),
            store,
            waiting: Vec::new(),
            random: seed,
            habit,
            asks: 0,
            stale: 0,
            clock: || Duration::ZERO,
            costliest: Duration::ZERO,
        };
        let known = fickle.store.known();
        fickle.send(Msg::Known(known));
        fickle.answer_all();
        fickle
    }

    /// A number below another, the same on every run of a seed.
    fn next(&mut self, below: usize) -> usize {
        let step = self.random.wrapping_mul(6_364_136_223_846_793_005);
        self.random = step.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap_or(0) % below.max(1)
    }

    /// A key of those that a person may press.
    pub fn random_key(&mut self) -> KeyPress {
        let named = [Code::Enter, Code::Enter, Code::Esc, Code::Down, Code::Tab];
        let letters: Vec<char> = KEYS.chars().collect();
        let at = self.next(letters.len() + named.len());
        match letters.get(at) {
            Some(letter) => KeyPress::plain(Code::Char(*letter)),
            None => KeyPress::plain(named[at - letters.len()]),
        }
    }

    /// One message, and what the app asks for because of it.
    pub fn send(&mut self, msg: Msg) {
        let began = (self.clock)();
        let effects = self.app.update(msg);
        let took = (self.clock)().saturating_sub(began);
        self.costliest = self.costliest.max(took);
        for effect in effects {
            if let Effect::Ask {
                lane,
                generation,
                ask,
            } = effect
            {
                self.asks += 1;
                let result = self.store.ask(&ask, &Stop::default());
                let reply = StoreReply {
                    generation,
                    result,
                    micros: 1000,
                };
                self.waiting.push((lane, reply));
            }
        }
    }

    /// Rows of the list that the top screen asks for, as the store has it.
    pub fn rows(&self) -> usize {
        let Screen::Browse(browse) = self.app.top() else {
            return 0;
        };
        let ask = ListAsk {
            request: browse.request.clone(),
            group: browse.group,
            stories: browse.stories,
            ..ListAsk::default()
        };
        match self.store.ask(&Ask::List(ask), &Stop::default()) {
            Ok(Answered {
                answer: Answer::List(listing),
                ..
            }) => listing.head.rows,
            _ => 0,
        }
    }

    /// What the store does between two keys.
    pub fn step(&mut self) {
        let habit = match self.habit {
            Habit::Mixed => {
                let all = [
                    Habit::Late,
                    Habit::OutOfOrder,
                    Habit::Failing,
                    Habit::Partial,
                    Habit::Silent,
                ];
                all[self.next(all.len())]
            }
            habit => habit,
        };
        let comes = match habit {
            Habit::Silent => 0,
            _ => self.next(3),
        };
        for _ in 0..comes.min(self.waiting.len()) {
            let at = match habit {
                Habit::Late => 0,
                _ => self.next(self.waiting.len()),
            };
            let (lane, mut reply) = self.waiting.remove(at);
            if habit == Habit::Failing && self.next(2) == 0 {
                reply.result = Err(line_down());
            }
            if habit == Habit::Partial {
                halve(&mut reply.result);
            }
            self.deliver(lane, reply);
        }
        // A silent store keeps nothing for later either.
        let many = self.waiting.len().saturating_sub(40);
        self.waiting.drain(..many);
    }

    /// Hands over a reply; one that a newer ask of its lane has overtaken must change nothing.
    fn deliver(&mut self, lane: Lane, reply: StoreReply) {
        let is_newer =
            |(of, other): &(Lane, StoreReply)| *of == lane && other.generation > reply.generation;
        if !self.waiting.iter().any(is_newer) {
            return self.send(Msg::Reply(Box::new(reply)));
        }
        self.stale += 1;
        let before = shown(&self.app);
        self.send(Msg::Reply(Box::new(reply)));
        assert_eq!(shown(&self.app), before, "a stale answer was shown");
    }

    /// The corpus has grown, or was read anew.
    pub fn publish(&mut self, library: Arc<Library>) {
        let known = self.store.publish(library, false);
        self.send(Msg::Known(known));
    }

    /// Every answer comes, in the order of the asks, until none is awaited; false if they never end.
    pub fn answer_in_order(&mut self) -> bool {
        for _ in 0..100 {
            if self.waiting.is_empty() {
                return true;
            }
            let (lane, reply) = self.waiting.remove(0);
            self.deliver(lane, reply);
        }
        false
    }

    /// All that is still awaited fails.
    pub fn fail_all(&mut self) {
        for (_, mut reply) in std::mem::take(&mut self.waiting) {
            reply.result = Err(line_down());
            self.send(Msg::Reply(Box::new(reply)));
        }
    }

    /// The store comes round: all that is asked for is answered, until nothing more is asked.
    pub fn answer_all(&mut self) {
        // Each answer may lead to another question, but not for ever.
        for _ in 0..10_000 {
            let Some((lane, reply)) = self.waiting.pop() else {
                return;
            };
            // What was overtaken is stopped, as lanes do.
            self.waiting.retain(|(of, _)| *of != lane);
            self.send(Msg::Reply(Box::new(reply)));
        }
        panic!("questions without end");
    }
}

/// Half of the rows of a listing.
fn halve(result: &mut Result<Answered, StoreError>) {
    if let Ok(Answered {
        answer: Answer::List(listing),
        ..
    }) = result
    {
        let half = listing.rows.len() / 2;
        listing.rows.truncate(half);
    }
}

/// Why a store that cannot be reached gives no answer.
pub fn line_down() -> StoreError {
    let text = "the line is down".to_owned();
    StoreError::Index(Foreign::AsItIs { text }.sentence())
}

/// What is on the screens, as far as a store gave it.
fn shown(app: &App) -> Vec<String> {
    let describe = |screen: &Screen| match screen {
        Screen::Browse(browse) => {
            let list = &browse.list;
            let rows = (list.start, list.rows.len(), list.head.rows, &list.head.text);
            let reader = browse.pane.reader();
            let reader = reader.map(|r| (r.key, r.hits.len(), r.title_hits.len(), r.versions));
            format!("{rows:?} {reader:?}")
        }
        Screen::Compare(compare) => format!(
            "{:?}",
            compare.view().map(fihrist::app::compare::Compare::articles)
        ),
        Screen::Overview(overview) => format!("{}", overview.lines().len()),
        Screen::Palette(palette) => format!("{}", palette.rows().len()),
        Screen::Problems(problems) => format!("{}", problems.len()),
        Screen::Overlay(overlay) => format!("{}", overlay.rows.len()),
    };
    app.screens().iter().map(describe).collect()
}
