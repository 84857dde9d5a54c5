//! The shell round the state machine: terminal, keys, signals and workers; the only code that talks to the terminal.
//!
//! ```text
//! keys, signals    ─┐                         ┌─> lanes: asks of the store (the newest of a lane wins)
//! answers of lanes  ├─> channel ─> App::update ┤
//! loader            ┘                         └─> one draw for all that has happened ─> one write
//! ```
//!
//! What is drawn is the same for all terminals. [`detect`] finds out what the one at hand does to right-to-left text by
//! itself, and [`emit`] sends it what it needs; nothing else knows.

mod colours;
pub mod detect;
mod display;
mod emit;
mod extras;
mod frames;
mod input;
mod lanes;
mod loader;
pub mod panics;
mod paper;
mod said_error;
mod shell;
pub mod terminal;
pub mod test_card;

use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use crossbeam_channel::{Sender, unbounded};

use crate::app::labels::CorpusName;
use crate::app::{App, Msg};
use crate::corpus::{Cause, Sources};
use crate::store::{Embedded, Store};
use crate::text::isolated;
use crate::words::{Said, messages};
pub use colours::{Background, ThemeChoice};
use detect::Outer;
pub use display::Preferences;
pub use emit::{BOLD, BidiMode, Reordering, Signs};
pub use extras::{CursorShape, Extras};
use input::{Expectations, TerminalInput};
use lanes::Lanes;
use loader::{BackgroundLoader, LoadControl};
pub use paper::{Paper, PaperLine};
pub use said_error::SaidError;
use shell::Shell;

messages! {
    /// Why the browser cannot start.
    enum StartFault {
        Input "no-input" { error: Said };
        Lanes "no-lanes" { error: Said };
        Loading "no-loading" { error: Said };
    }
}

#[expect(clippy::needless_pass_by_value, reason = "they are handed to map_err")]
impl StartFault {
    fn no_input(error: io::Error) -> SaidError {
        let error = Cause::io(&error).sentence();
        SaidError::of(&StartFault::Input { error })
    }

    fn no_lanes(error: io::Error) -> SaidError {
        let error = Cause::io(&error).sentence();
        SaidError::of(&StartFault::Lanes { error })
    }

    fn no_loading(error: io::Error) -> SaidError {
        let error = Cause::io(&error).sentence();
        SaidError::of(&StartFault::Loading { error })
    }
}

/// What the loop waits for.
enum LoopEvent {
    Input(TerminalInput),
    Msg(Msg),
    /// What tmux says it is shown on, asked again.
    Outer(Option<Outer>),
}

impl From<TerminalInput> for LoopEvent {
    fn from(input: TerminalInput) -> LoopEvent {
        LoopEvent::Input(input)
    }
}

impl From<Msg> for LoopEvent {
    fn from(msg: Msg) -> LoopEvent {
        LoopEvent::Msg(msg)
    }
}

/// Opens the browser on a corpus and returns when it is left.
pub fn run(sources: &Sources, preferences: Preferences) -> Result<()> {
    let (sender, events) = unbounded();
    panics::install_hook();
    let expectations = Arc::new(Expectations::default());
    input::start(&sender, &expectations, detect::is_over_ssh()).map_err(StartFault::no_input)?;
    let (control, again) = LoadControl::of(sources);
    let mut shell = Shell::open(
        App::new(corpus_name(&sources.paths), 0, 0),
        Lanes::new(&sender),
        control,
        expectations,
        sender.clone(),
    )?;
    shell.find_out(&events, preferences)?;
    // The first frame is there before anything is read.
    shell.draw();
    let embedded = Arc::new(Embedded::default());
    let store: Arc<dyn Store> = Arc::clone(&embedded) as Arc<dyn Store>;
    shell.start_lanes(&store).map_err(StartFault::no_lanes)?;
    let loader = BackgroundLoader {
        sources: sources.clone(),
        store: embedded,
        events: sender,
    };
    let started = loader.start(again);
    started.map_err(StartFault::no_loading)?;
    shell.run(&events)
}

/// What the bar calls the corpus: the last part of the first path.
fn corpus_name(paths: &[PathBuf]) -> CorpusName {
    let Some(first) = paths.first() else {
        return CorpusName::default();
    };
    if first.as_os_str() == "-" {
        return CorpusName::Stdin;
    }
    let absolute = std::path::absolute(first).unwrap_or_else(|_| first.clone());
    let name = absolute.file_name().map_or_else(
        || first.to_string_lossy().into_owned(),
        |name| Path::new(name).to_string_lossy().into_owned(),
    );
    CorpusName::Named(match paths.len() {
        1 => name,
        n => format!("{} {}", isolated(&name), isolated(&format!("+{}", n - 1))),
    })
}

/// Sends to the loop; breaks when the loop is gone.
fn send(sender: &Sender<LoopEvent>, msg: Msg) -> ControlFlow<()> {
    match sender.send(msg.into()) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}
