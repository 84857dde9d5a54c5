//! The thread that loads a corpus into the store, finds what stands in more than one article, and reports both to the loop.

use std::io;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::Sender;

use super::panics::caught;
use super::{LoopEvent, send};
use crate::app::Msg;
use crate::corpus::Sources;
use crate::library::{self, Published};
use crate::store::Embedded;
use crate::words;

/// Nice value of the threads that load and index: keys, and asks of the store, go first.
#[cfg(target_os = "linux")]
const LOAD_NICENESS: i32 = 10;

/// Name of the thread that loads.
const THREAD: &str = "load";

/// Loads in the background; states of the corpus and progress come as messages.
pub(super) fn start(
    sources: Sources,
    store: Arc<Embedded>,
    events: Sender<LoopEvent>,
) -> io::Result<()> {
    thread::Builder::new()
        .name(THREAD.to_owned())
        .spawn(move || {
            show_first(&sources, &store, &events);
            load(&sources, &store, &events);
        })?;
    Ok(())
}

/// Shows the newest articles of a corpus that was kept, before it is opened.
fn show_first(sources: &Sources, store: &Embedded, events: &Sender<LoopEvent>) {
    // A panic over a kept file means that there is nothing to show yet.
    if let Ok(Some(first)) = caught(|| library::first_screen(sources)) {
        let _ = send(events, Msg::Known(store.publish_first(first)));
    }
}

fn load(sources: &Sources, store: &Embedded, events: &Sender<LoopEvent>) {
    let mut lowered = false;
    let mut publish = |published| {
        let shows = matches!(published, Published::Snapshot(_) | Published::Complete(_));
        let flow = send(events, publish_to(store, published));
        // Until there is something to read nobody has asked for anything.
        if shows && !std::mem::replace(&mut lowered, true) {
            lower_priority();
        }
        flow
    };
    let loaded = caught(|| library::load(sources, &mut publish));
    let failed = match loaded {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(panicked) => Some(format!(
            "loading failed by a fault in the program: {panicked}"
        )),
    };
    if let Some(reason) = failed {
        store.give_up_first();
        // What was loaded until then stays, and is searched for copies like any corpus.
        let _ = send(events, Msg::LoadFailed(reason));
    }
    let known = caught(|| store.find_copies());
    let known = known.unwrap_or_else(|_| store.give_up_copies());
    let _ = send(events, Msg::Known(known));
}

/// Publishes a library into the store; what the loop is to know of it.
fn publish_to(store: &Embedded, published: Published) -> Msg {
    match published {
        Published::Progress(progress) => Msg::Progress(progress),
        Published::First(first) => Msg::Known(store.publish_first(first)),
        Published::Snapshot(library) => Msg::Known(store.publish(library, false)),
        Published::Complete(library) => Msg::Known(store.publish(library, true)),
        Published::Kept(saved) => Msg::Notice(words::kept(saved.bytes)),
        Published::NotKept(problem) => Msg::Notice(words::problem(&problem)),
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
