//! The thread that loads a corpus into the store, finds what stands in more than one article, and reports both to the loop.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use super::panics::{Panicked, caught};
use super::{LoopEvent, send};
use crate::app::Msg;
use crate::corpus::{Problem, Reason, Sources, Stop};
use crate::index::IndexError;
use crate::library::{self, Library, Published};
use crate::store::Embedded;
use crate::words::{Said, Sentence, messages};

/// Nice value of the threads that load and index: keys, and asks of the store, go first.
#[cfg(target_os = "linux")]
const LOAD_NICENESS: i32 = 10;

/// Name of the thread that loads.
const THREAD: &str = "load";

/// By which the loop stops loading, and has files looked at again.
pub(super) struct LoadControl {
    stop: Stop,
    again: Sender<()>,
}

impl LoadControl {
    /// That of some sources; whoever loads them again waits at the other end.
    pub(super) fn of(sources: &Sources) -> (LoadControl, Receiver<()>) {
        let (again, wanted) = bounded(1);
        let stop = sources.stop.clone();
        (LoadControl { stop, again }, wanted)
    }

    pub(super) fn stop(&self) {
        self.stop.now();
    }

    pub(super) fn again(&self) {
        self.stop.clear();
        // Where it is full another look is about to be taken: that is enough.
        let _ = self.again.try_send(());
    }
}

/// Loads a corpus into a store, and tells the loop of it.
pub(super) struct BackgroundLoader {
    pub(super) sources: Sources,
    pub(super) store: Arc<Embedded>,
    pub(super) events: Sender<LoopEvent>,
}

impl BackgroundLoader {
    /// Loads in the background, and again each time that is wanted; states of the corpus and progress come as
    /// messages.
    pub(super) fn start(self, again: Receiver<()>) -> io::Result<()> {
        thread::Builder::new()
            .name(THREAD.to_owned())
            .spawn(move || {
                self.show_first();
                self.load();
                self.derive();
                for () in again {
                    self.load_again();
                }
            })?;
        Ok(())
    }

    fn send(&self, msg: Msg) -> ControlFlow<()> {
        send(&self.events, msg)
    }

    /// Shows the newest articles of a corpus that was kept, before it is opened.
    fn show_first(&self) {
        // A panic over a kept file means that there is nothing to show yet.
        if let Ok(Some(first)) = caught(|| library::first_screen(&self.sources)) {
            let _ = self.send(Msg::Known(self.store.publish_first(first)));
        }
    }

    fn load(&self) {
        let mut lowered = false;
        let mut publish = |published| {
            let shows = matches!(published, Published::Snapshot(_) | Published::Complete(_));
            let flow = self.send(self.publish(published));
            // Until there is something to read nobody has asked for anything.
            if shows && !std::mem::replace(&mut lowered, true) {
                lower_priority();
            }
            flow
        };
        if let Some(reason) = failure(caught(|| library::load(&self.sources, &mut publish))) {
            self.store.give_up_first();
            // What was loaded until then stays, and is searched for copies like any corpus.
            let _ = self.send(Msg::LoadFailed(reason));
        }
    }

    /// Works out what takes long and is not waited for.
    fn derive(&self) {
        // Letters that were not looked up before they are typed are looked up then.
        let _ = caught(|| self.store.warm_up());
        let known = caught(|| self.store.find_copies());
        let known = known.unwrap_or_else(|_| self.store.give_up_copies());
        let _ = self.send(Msg::Known(known));
    }

    /// Looks at the files again. What is loaded is answered from until all of them are looked at, and stays where
    /// that fails or is stopped.
    fn load_again(&self) {
        if !self.sources.can_be_read_again() {
            let _ = self.send(notice(&LookNote::CannotReadAgain));
            return;
        }
        let _ = self.send(Msg::Known(self.store.set_complete(false)));
        let (mut replaced, mut short) = (false, None);
        let mut publish = |published| match published {
            Published::Progress(progress) => self.send(Msg::Progress(progress)),
            // A part of what is there would be less than is shown.
            Published::Complete(_) if self.sources.stop.is_set() => ControlFlow::Break(()),
            Published::Complete(library) => {
                short = memory_short(&library).map(Said::sentence);
                if short.is_some() {
                    return ControlFlow::Break(());
                }
                replaced = true;
                let change = library.change_since(&self.store.library()).note();
                let _ = self.send(Msg::Known(self.store.publish(library, true)));
                self.send(notice(&change))
            }
            Published::First(_) | Published::Snapshot(_) | Published::Kept(_) => {
                ControlFlow::Continue(())
            }
            Published::NotKept(problem) => self.send(notice(&*problem)),
        };
        let failed = failure(caught(|| library::load(&self.sources, &mut publish)));
        if replaced {
            self.derive();
        } else {
            let _ = self.send(Msg::Known(self.store.set_complete(true)));
            let reason = failed.or(short);
            let reason = reason.unwrap_or_else(|| LookNote::Stopped.sentence());
            let _ = self.send(Msg::Notice(reason));
        }
    }

    /// Publishes a library into the store; what the loop is to know of it.
    fn publish(&self, published: Published) -> Msg {
        let store = &self.store;
        match published {
            Published::Progress(progress) => Msg::Progress(progress),
            Published::First(first) => Msg::Known(store.publish_first(first)),
            Published::Snapshot(library) => Msg::Known(store.publish(library, false)),
            Published::Complete(library) => Msg::Known(store.publish(library, true)),
            Published::Kept(saved) => notice(&saved.note()),
            Published::NotKept(problem) => notice(&*problem),
        }
    }
}

messages! {
    /// Why a second look at the files of a corpus changed nothing.
    enum LookNote {
        CannotReadAgain "cannot-read-again";
        Stopped "looking-stopped";
    }
}

messages! {
    /// Why loading has failed.
    enum LoadFault {
        Panicked "load-panicked" { panic: Foreign };
    }
}

/// The message of the moment.
fn notice(said: &impl Said) -> Msg {
    Msg::Notice(said.sentence())
}

/// That not all was loaded, because memory is short: what is loaded already takes some of it.
fn memory_short(library: &Library) -> Option<&Problem> {
    let short = |problem: &&Problem| matches!(problem.reason, Reason::MemoryShort { .. });
    library.problems().iter().find(short)
}

/// Why a load has failed.
fn failure(loaded: Result<Result<(), IndexError>, Panicked>) -> Option<Sentence> {
    match loaded {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(error.sentence()),
        Err(panicked) => {
            let panic = panicked.to_string();
            Some(LoadFault::Panicked { panic }.sentence())
        }
    }
}

/// Lets this thread, and those that it has started and will start, run after the thread that answers keys.
fn lower_priority() {
    // Elsewhere the nice value is the process's: it would slow the keys down, too.
    #[cfg(target_os = "linux")]
    for thread in loading_threads() {
        let _ = rustix::process::setpriority_process(Some(thread), LOAD_NICENESS);
    }
}

/// The threads that load: one without a name of its own has that of the thread that started it.
#[cfg(target_os = "linux")]
fn loading_threads() -> impl Iterator<Item = rustix::process::Pid> {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    threads.flatten().filter_map(|thread| {
        let name = std::fs::read_to_string(thread.path().join("comm")).ok()?;
        let number = thread.file_name().to_str()?.parse().ok()?;
        (name.trim_end() == THREAD).then(|| rustix::process::Pid::from_raw(number))?
    })
}
