//! The threads behind the screen: one loads, one answers requests, one finds copies; all tell the loop.

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::{Event, tell};
use crate::app::{Answer, Effect, Msg};
use crate::corpus::Sources;
use crate::dedup::across::THRESHOLD;
use crate::index::IndexError;
use crate::library::{self, Library, Published};

/// So many related articles are shown.
const RELATED: usize = 20;

/// Answers requests, newest first: a search that a newer one has overtaken is never run.
pub(super) struct Worker {
    requests: Sender<Effect>,
    events: Sender<Event>,
}

impl Worker {
    pub(super) fn start(events: Sender<Event>) -> io::Result<Worker> {
        let (requests, waiting) = unbounded();
        let answers = events.clone();
        thread::Builder::new()
            .name("search".to_owned())
            .spawn(move || answer_all(&waiting, &answers))?;
        Ok(Worker { requests, events })
    }

    /// Finds copies on a thread of its own, which ends with the answer: reading the whole corpus
    /// must hold up neither a search nor a key.
    pub(super) fn find_copies(&self, library: Arc<Library>) {
        let mut asked = Asked {
            library: Some(library),
            events: self.events.clone(),
        };
        // Where there can be no thread, what was asked is dropped, and with that answered.
        let _ = thread::Builder::new()
            .name("copies".to_owned())
            .spawn(move || {
                step_back();
                let copies = asked
                    .library
                    .as_ref()
                    .map(|l| Arc::new(l.copies(THRESHOLD)));
                if let (Some(library), Some(copies)) = (asked.library.take(), copies) {
                    // Without a loop there is nobody to tell.
                    let _ = tell(&asked.events, Msg::Copies { library, copies });
                }
            });
    }

    /// Asks; the answer comes as a message.
    pub(super) fn ask(&self, request: Effect) {
        // Without the worker there is no answer, and the screen says nothing new.
        let _ = self.requests.send(request);
    }
}

/// Copies that are to be found; where it ends without them, that is said.
struct Asked {
    /// Until it is answered.
    library: Option<Arc<Library>>,
    events: Sender<Event>,
}

impl Drop for Asked {
    fn drop(&mut self) {
        if let Some(library) = self.library.take() {
            let _ = tell(&self.events, Msg::CopiesFailed { library });
        }
    }
}

fn answer_all(waiting: &Receiver<Effect>, events: &Sender<Event>) {
    while let Ok(first) = waiting.recv() {
        let (mut search, mut related) = (None, None);
        for request in std::iter::once(first).chain(waiting.try_iter()) {
            match request {
                Effect::Search { .. } => search = Some(request),
                _ => related = Some(request),
            }
        }
        for request in [search, related].into_iter().flatten() {
            let msg =
                answer(request).unwrap_or_else(|error| Some(Msg::SearchFailed(error.to_string())));
            if msg.is_some_and(|msg| tell(events, msg).is_break()) {
                return;
            }
        }
    }
}

fn answer(request: Effect) -> Result<Option<Msg>, IndexError> {
    Ok(match request {
        Effect::Search {
            generation,
            library,
            request,
        } => {
            let start = Instant::now();
            let found = library.search(&request)?;
            let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
            let answer = Box::new(Answer {
                request,
                found,
                micros,
            });
            Some(Msg::Found { generation, answer })
        }
        Effect::Related { library, no } => {
            let list = library.related(no, RELATED)?;
            Some(Msg::Related { no, list })
        }
        Effect::Copies { .. }
        | Effect::StopLoading
        | Effect::Repaint
        | Effect::Display(_)
        | Effect::Suspend
        | Effect::Quit => None,
    })
}

/// Loads in the background; snapshots and progress come as messages.
pub(super) fn load(sources: Sources, events: Sender<Event>) -> io::Result<()> {
    thread::Builder::new()
        .name("load".to_owned())
        .spawn(move || {
            step_back();
            let loaded =
                library::load(&sources, &mut |published| tell(&events, message(published)));
            if let Err(error) = loaded {
                let _ = tell(&events, Msg::LoadFailed(error.to_string()));
            }
        })?;
    Ok(())
}

/// Loading and indexing (whose threads inherit this) wait for the thread that answers keys.
fn step_back() {
    // On other systems this would slow the whole process down.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 10);
}

fn message(published: Published) -> Msg {
    match published {
        Published::Progress(progress) => Msg::Progress(progress),
        Published::Snapshot(library) => Msg::Library {
            library,
            complete: false,
        },
        Published::Complete(library) => Msg::Library {
            library,
            complete: true,
        },
    }
}
