//! The shell round the state machine: terminal, keys, signals and workers; the only code that talks to the terminal.
//!
//! ```text
//! keys, signals ─┐                         ┌─> worker: search, related articles (newest request wins)
//! worker answers ├─> channel ─> App::update ┤
//! loader         ┘                         └─> one draw for all that has happened ─> one write
//! ```

mod emit;
mod input;
mod keys;
mod terminal;
mod worker;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crossbeam_channel::{Receiver, Sender, unbounded};

use crate::app::{App, Effect, Msg};
use crate::ui::{self, theme::Theme};
use emit::Emitter;
use input::Input;
use terminal::Terminal;
use worker::Worker;

/// What the loop waits for.
enum Event {
    Input(Input),
    Msg(Msg),
}

impl From<Input> for Event {
    fn from(input: Input) -> Event {
        Event::Input(input)
    }
}

impl From<Msg> for Event {
    fn from(msg: Msg) -> Event {
        Event::Msg(msg)
    }
}

/// Opens the browser on `paths` and returns when it is left.
pub fn run(paths: &[PathBuf]) -> Result<()> {
    let (sender, events) = unbounded();
    terminal::install_panic_hook();
    input::start(&sender).context("cannot listen to the keyboard and to signals")?;
    let terminal = Terminal::enter()?;
    let (cols, rows) = terminal.size();
    let mut shell = Shell {
        app: App::new(&corpus_name(paths), cols, rows),
        terminal,
        emitter: Emitter::new(),
        theme: theme(),
        worker: Worker::start(sender.clone()).context("cannot start the search worker")?,
    };
    // The first frame is there before anything is read.
    shell.draw();
    worker::load(paths.to_vec(), sender).context("cannot start loading")?;
    shell.run(&events)
}

fn theme() -> Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if no_color || dumb {
        Theme::Mono
    } else {
        Theme::Colour
    }
}

/// What the bar calls the corpus: the last part of the first path.
fn corpus_name(paths: &[PathBuf]) -> String {
    let Some(first) = paths.first() else {
        return String::new();
    };
    let absolute = std::path::absolute(first).unwrap_or_else(|_| first.clone());
    let name = absolute.file_name().map_or_else(
        || first.to_string_lossy().into_owned(),
        |name| Path::new(name).to_string_lossy().into_owned(),
    );
    match paths.len() {
        1 => name,
        n => format!("{name} +{}", n - 1),
    }
}

struct Shell {
    app: App,
    terminal: Terminal,
    emitter: Emitter,
    theme: Theme,
    worker: Worker,
}

impl Shell {
    fn run(&mut self, events: &Receiver<Event>) -> Result<()> {
        while let Ok(first) = events.recv() {
            let mut next = Some(first);
            // All that has happened is taken in before one frame shows it.
            while let Some(event) = next {
                if self.take(event)?.is_break() {
                    self.terminal.leave();
                    return Ok(());
                }
                next = events.try_recv().ok();
            }
            self.draw();
        }
        Ok(())
    }

    fn take(&mut self, event: Event) -> Result<ControlFlow<()>> {
        let msg = match event {
            Event::Msg(msg) => Some(msg),
            Event::Input(input) => match input {
                Input::Key(key) => keys::translate(key).map(Msg::Key),
                Input::Paste(text) => Some(Msg::Paste(text)),
                Input::Resize(cols, rows) => Some(Msg::Resize(cols, rows)),
                Input::Continue => self.terminal.resume()?.then_some(Msg::Resumed),
                Input::Suspend => {
                    self.suspend()?;
                    None
                }
                Input::Terminate(status) => {
                    self.terminal.leave();
                    std::process::exit(status)
                }
                // Nothing is left to restore.
                Input::Hangup => std::process::exit(input::HANGUP_STATUS),
            },
        };
        let effects = msg.map_or_else(Vec::new, |msg| self.app.update(msg));
        for effect in effects {
            if self.carry_out(effect)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn carry_out(&mut self, effect: Effect) -> Result<ControlFlow<()>> {
        match effect {
            Effect::Quit => return Ok(ControlFlow::Break(())),
            Effect::Repaint => self.emitter.forget(),
            Effect::Suspend => self.suspend()?,
            Effect::Search { .. } | Effect::Related { .. } => self.worker.ask(effect),
        }
        Ok(ControlFlow::Continue(()))
    }

    fn suspend(&mut self) -> Result<()> {
        if self.terminal.suspend()? {
            let (cols, rows) = self.terminal.size();
            self.app.update(Msg::Resize(cols, rows));
            self.emitter.forget();
        }
        Ok(())
    }

    fn draw(&mut self) {
        let (buffer, caret) = ui::draw(&self.app, self.theme);
        let frame = self.emitter.frame(buffer, caret);
        if self.terminal.write_frame(&frame).is_err() {
            // The terminal is gone, and with it whoever could be told.
            std::process::exit(input::HANGUP_STATUS);
        }
    }
}

/// Sends to the loop; when it is gone there is nobody to tell.
fn tell(sender: &Sender<Event>, msg: Msg) -> ControlFlow<()> {
    match sender.send(msg.into()) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}
