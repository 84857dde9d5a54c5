//! What happens (keys, answers, signals, results) in; what the app makes of it carried out and drawn.

use std::collections::{HashSet, VecDeque};
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};

use super::LoopEvent;
use super::colours;
use super::detect::{self, ASKED_AGAIN, Environment, Evidence, Outer, QUESTIONS};
use super::display::{Preferences, Settings};
use super::emit::Emitter;
use super::extras::Extras;
use super::frames::Frames;
use super::input::event::{Button, Mouse, MouseKind, TerminalReply};
use super::input::{self, Expectations, TerminalInput};
use super::lanes::Lanes;
use super::loader::LoadControl;
use super::terminal::Terminal;
use crate::app::{App, Effect, Msg};
use crate::store::Store;
use crate::ui::{self, theme::Theme};
use crate::words::Said;

/// Longest wait for answers before a frame is drawn without them: a local store has answered by then, so that
/// what a key does is painted once; half a frame of a screen at 60 Hz, so nobody sees it.
const MAX_ANSWER_WAIT: Duration = Duration::from_millis(8);

/// The same where further commands are typed already: nobody looks at what is between.
const MAX_TYPED_AHEAD_WAIT: Duration = Duration::from_millis(100);

/// The program as it runs.
pub(super) struct Shell {
    app: App,
    terminal: Terminal,
    frames: Frames,
    theme: Theme,
    lanes: Lanes,
    /// Generations of the asks since the last frame that have not been answered.
    unanswered: HashSet<u64>,
    display: Settings,
    evidence: Evidence,
    /// What the terminal has been asked, for the thread that reads.
    expectations: Arc<Expectations>,
    loading: LoadControl,
    /// The terminal said that its bidi is on; whether it went off is still to be said.
    confirming: bool,
    events: Sender<LoopEvent>,
    /// tmux is being asked on which terminal it is shown.
    asking_tmux: bool,
    /// What came while answers of the terminal or of the store were awaited.
    waiting: VecDeque<LoopEvent>,
}

impl Shell {
    /// Takes the terminal and asks it what it is.
    pub(super) fn open(
        app: App,
        lanes: Lanes,
        loading: LoadControl,
        expectations: Arc<Expectations>,
        events: Sender<LoopEvent>,
    ) -> Result<Shell> {
        let environment = Environment::read();
        let questions = if environment.answers_questions() {
            QUESTIONS
        } else {
            &[]
        };
        expectations.expect_answers(!questions.is_empty());
        let terminal = Terminal::open(questions)?;
        let evidence = Evidence {
            environment,
            ..Evidence::default()
        };
        let display = Settings::new(Preferences::default(), detect::decide(&evidence));
        Ok(Shell {
            app,
            terminal,
            frames: Frames::new(Emitter::new(display.mode)),
            theme: Theme::default(),
            lanes,
            unanswered: HashSet::new(),
            display,
            evidence,
            expectations,
            loading,
            confirming: false,
            events,
            asking_tmux: false,
            waiting: VecDeque::new(),
        })
    }

    /// Waits for the terminal's answers, decides how text is sent, and enters the screen.
    pub(super) fn find_out(
        &mut self,
        events: &Receiver<LoopEvent>,
        preferences: Preferences,
    ) -> Result<()> {
        self.evidence.outer = Outer::ask();
        if self.evidence.environment.answers_questions() {
            let answers = detect::wait(events, &mut self.waiting);
            self.expectations.expect_answers(!answers.fence);
            self.evidence.answers = answers;
        }
        self.report(Msg::Words(preferences.words))?;
        self.report(Msg::Direction(preferences.direction))?;
        self.report(Msg::Keyboard(preferences.keyboard))?;
        self.report(Msg::Measure(preferences.measure))?;
        self.display = Settings::new(preferences, detect::decide(&self.evidence));
        self.choose_theme();
        self.resize()?;
        self.show()?;
        if let Some(notice) = self.display.notice() {
            self.report(Msg::Notice(notice))?;
        }
        Ok(())
    }

    /// Takes the theme that the terminal's background needs, as far as that is known.
    fn choose_theme(&mut self) {
        self.theme = colours::theme(self.display.preferences.theme, &self.evidence);
    }

    /// Starts the threads that ask the store.
    pub(super) fn start_lanes(&self, store: &Arc<dyn Store>) -> io::Result<()> {
        self.lanes.start(store)
    }

    /// Reports what the shell itself has done to the app. None of these messages ends the program.
    fn report(&mut self, msg: Msg) -> Result<()> {
        self.update(msg).map(drop)
    }

    /// Updates the app and carries out its effects.
    fn update(&mut self, msg: Msg) -> Result<ControlFlow<()>> {
        for effect in self.app.update(msg) {
            if self.carry_out(effect)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Takes the size of the terminal over.
    fn resize(&mut self) -> Result<()> {
        let (cols, rows) = self.terminal.size();
        self.report(Msg::Resize(cols, rows))
    }

    /// Enters the screen in the way the settings say; all of it will be drawn.
    fn show(&mut self) -> Result<()> {
        let extras = self.evidence.extras(self.display.preferences.mouse);
        self.terminal.enter(self.display.switch(), extras)?;
        self.confirming = self.display.must_be_confirmed(&self.evidence.answers);
        if self.confirming {
            self.expectations.expect_answers(true);
            self.terminal.ask_again()?;
        }
        self.frames = Frames::new(Emitter::new(self.display.mode).with(self.display.signs()));
        self.report(Msg::Layout(self.display.layout()))
    }

    pub(super) fn run(&mut self, events: &Receiver<LoopEvent>) -> Result<()> {
        while let Some(first) = self.next_event(events) {
            let mut next = Some(first);
            let deadline = Instant::now() + MAX_TYPED_AHEAD_WAIT;
            // All that has happened is taken in before one frame shows it.
            while let Some(event) = next {
                if self.take_in_turn(event, events, deadline)?.is_break() {
                    self.terminal.leave();
                    return Ok(());
                }
                next = self.waiting.pop_front().or_else(|| events.try_recv().ok());
            }
            let deadline = Instant::now() + MAX_ANSWER_WAIT;
            if self.take_answers(events, deadline)?.is_break() {
                self.terminal.leave();
                return Ok(());
            }
            self.draw();
        }
        Ok(())
    }

    /// The next event; what is selected is shown in full where none comes soon.
    fn next_event(&mut self, events: &Receiver<LoopEvent>) -> Option<LoopEvent> {
        if let Some(event) = self.waiting.pop_front() {
            return Some(event);
        }
        if let Some(due) = self.frames.due() {
            match events.recv_deadline(due) {
                Err(RecvTimeoutError::Timeout) => self.draw(),
                event => return event.ok(),
            }
        }
        events.recv().ok()
    }

    /// Takes in an event. A command that was typed ahead is meant of what the keys before it lead to: their
    /// answers are taken in first, where they come by the deadline.
    fn take_in_turn(
        &mut self,
        event: LoopEvent,
        events: &Receiver<LoopEvent>,
        deadline: Instant,
    ) -> Result<ControlFlow<()>> {
        let is_key = matches!(event, LoopEvent::Input(TerminalInput::Key(_)));
        self.frames.follow(is_key);
        if is_key && !self.app.mode().is_typed() && self.take_answers(events, deadline)?.is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        self.take(event)
    }

    /// Takes in the answers to what was asked since the last frame as far as they come by the deadline; what is
    /// typed meanwhile keeps its turn.
    fn take_answers(
        &mut self,
        events: &Receiver<LoopEvent>,
        deadline: Instant,
    ) -> Result<ControlFlow<()>> {
        while !self.unanswered.is_empty() {
            let step = match events.recv_deadline(deadline) {
                Ok(message @ LoopEvent::Msg(_)) => self.take(message)?,
                Ok(other) => {
                    self.waiting.push_back(other);
                    continue;
                }
                Err(_) => break,
            };
            if step.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        self.unanswered.clear();
        Ok(ControlFlow::Continue(()))
    }

    fn take(&mut self, event: LoopEvent) -> Result<ControlFlow<()>> {
        let msg = match event {
            LoopEvent::Msg(msg) => {
                if let Msg::Reply(reply) = &msg {
                    self.unanswered.remove(&reply.generation);
                }
                Some(msg)
            }
            LoopEvent::Outer(outer) => self.take_outer(outer)?,
            LoopEvent::Input(input) => match input {
                TerminalInput::Key(key) => Some(Msg::Key(key)),
                TerminalInput::TakeBackEscape => Some(Msg::TakeBackEscape),
                TerminalInput::Paste(text) => Some(Msg::Paste(text)),
                TerminalInput::Mouse(mouse) => self.pointed(mouse),
                TerminalInput::Reply(reply) => self.take_reply(&reply)?,
                TerminalInput::Resize(cols, rows) => {
                    self.ask_again()?;
                    Some(Msg::Resize(cols, rows))
                }
                TerminalInput::Continue => self.terminal.resume()?.then_some(Msg::Resumed),
                TerminalInput::Suspend => {
                    self.suspend()?;
                    None
                }
                TerminalInput::Terminate(status) => {
                    self.terminal.leave();
                    std::process::exit(status)
                }
                // Nothing is left to restore.
                TerminalInput::Hangup => std::process::exit(input::HANGUP_STATUS),
            },
        };
        msg.map_or(Ok(ControlFlow::Continue(())), |msg| self.update(msg))
    }

    fn carry_out(&mut self, effect: Effect) -> Result<ControlFlow<()>> {
        match effect {
            Effect::Quit => return Ok(ControlFlow::Break(())),
            Effect::Repaint => {
                self.frames.forget();
                self.ask_again()?;
            }
            Effect::Suspend => self.suspend()?,
            Effect::Display(what) => {
                let notice = self.display.next(what);
                self.show()?;
                self.report(Msg::Notice(notice.sentence()))?;
            }
            Effect::StopLoading => self.loading.stop(),
            Effect::Reload => self.loading.again(),
            Effect::Ask {
                lane,
                generation,
                ask,
            } => {
                self.unanswered.insert(generation);
                self.lanes.ask(lane, generation, ask);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// A press of the left button, or the wheel, on something that can be pointed at.
    fn pointed(&self, mouse: Mouse) -> Option<Msg> {
        let target = ui::target(&self.app, mouse.col, mouse.row)?;
        match mouse.kind {
            MouseKind::Press(Button::Left) => Some(Msg::Point(target)),
            MouseKind::WheelUp => Some(Msg::Wheel(target, -1)),
            MouseKind::WheelDown => Some(Msg::Wheel(target, 1)),
            _ => None,
        }
    }

    /// Asks again what tmux is shown on, and on which background: it may have been attached from another terminal.
    fn ask_again(&mut self) -> Result<()> {
        if !self.evidence.is_in_tmux() || std::mem::replace(&mut self.asking_tmux, true) {
            return Ok(());
        }
        self.expectations.expect_answers(true);
        self.terminal.ask(ASKED_AGAIN)?;
        let events = self.events.clone();
        std::thread::spawn(move || events.send(LoopEvent::Outer(Outer::ask())));
        Ok(())
    }

    /// Takes in what tmux is shown on; `None` if it did not say.
    fn take_outer(&mut self, outer: Option<Outer>) -> Result<Option<Msg>> {
        self.asking_tmux = false;
        if outer.is_none() || outer == self.evidence.outer {
            return Ok(None);
        }
        self.evidence.outer = outer;
        if self.display.update(detect::decide(&self.evidence)) {
            self.show()?;
        }
        Ok(Some(Msg::Notice(self.display.notice_of_change())))
    }

    /// A late answer never becomes a key, but may still show what the terminal needs.
    fn take_reply(&mut self, reply: &TerminalReply) -> Result<Option<Msg>> {
        if let (true, Some(state)) = (self.confirming, reply.bidi()) {
            self.confirming = false;
            self.expectations
                .expect_answers(!self.evidence.answers.fence);
            if matches!(state, 1 | 3) {
                let notice = self.display.give_up_switching();
                self.show()?;
                return Ok(Some(Msg::Notice(notice.sentence())));
            }
            return Ok(None);
        }
        if *reply == TerminalReply::Focused {
            self.ask_again()?;
        }
        let answers = &mut self.evidence.answers;
        if answers.fence && matches!(reply, TerminalReply::PrimaryAttributes(_)) {
            // The last answer to what was asked again.
            self.expectations.expect_answers(self.confirming);
        } else if let TerminalReply::Background(_) = reply {
            answers.take(reply);
            self.choose_theme();
        } else if !answers.fence {
            answers.take(reply);
            if answers.fence {
                self.expectations.expect_answers(self.confirming);
                let changed = self.display.update(detect::decide(&self.evidence));
                // What else it can be told is known only now.
                let extras = self.evidence.extras(self.display.preferences.mouse);
                if changed
                    || extras != Extras::default()
                    || self.display.must_be_confirmed(&self.evidence.answers)
                {
                    self.show()?;
                }
            }
        }
        Ok(None)
    }

    fn suspend(&mut self) -> Result<()> {
        if self.terminal.suspend()? {
            self.resize()?;
            self.frames.forget();
        }
        Ok(())
    }

    pub(super) fn draw(&mut self) {
        let frame = self.frames.next(&self.app, self.theme);
        if self.terminal.write_frame(&frame).is_err() {
            // The terminal is gone, and with it whoever could read a message.
            std::process::exit(input::HANGUP_STATUS);
        }
    }
}
