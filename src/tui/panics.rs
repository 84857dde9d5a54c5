//! A panic in, by the thread it happens on: the end of the program, or a [`Panicked`] that the caller reports.
//!
//! | thread | what a panic does |
//! |---|---|
//! | the key thread, which owns the terminal and has called [`install_hook`] | restores the screen, prints the panic, ends the program with [`EXIT_STATUS`] |
//! | a worker, whose work runs in [`caught`] | the work has failed: the thread lives on, and the screen shows the message |
//! | the input threads (keyboard, signals, watchdog) | the same as on the key thread, by [`end_program`]: a program that hears neither keys nor signals could not be left |
//! | any other | ends that thread; the screen stays as it is |
//!
//! Invariant: on a thread other than the key thread the hook writes nothing, so that no byte lands in the screen.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::process;
use std::thread;

use super::terminal;

/// Exit status of a program that ends by a panic: that of Rust's own runtime.
pub const EXIT_STATUS: i32 = 101;

thread_local! {
    /// The last panic of this thread that the hook saw and nobody has fetched.
    static LAST: RefCell<Option<Panicked>> = const { RefCell::new(None) };
}

/// A panic's message, and where in the source it happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Panicked {
    pub message: String,
    /// File, line and column; `None` where no hook was installed that could see it.
    pub location: Option<String>,
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(location) => write!(f, "{} ({location})", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// Makes a panic of the calling thread restore the terminal, print its message as usual and end the program; panics of
/// other threads are kept for [`caught`].
pub fn install_hook() {
    let usual = panic::take_hook();
    let key_thread = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == key_thread {
            terminal::restore();
            usual(info);
            process::exit(EXIT_STATUS);
        }
        // A thread that is ending may have no storage left; then there is nobody to fetch it either.
        let _ = LAST.try_with(|last| last.replace(Some(Panicked::of(info))));
    }));
}

/// The result of `work`, or the panic that ended it. What `work` has changed by then must be thrown away or be valid.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    LAST.take();
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        LAST.take().unwrap_or_else(|| Panicked {
            message: message(&*payload),
            location: None,
        })
    })
}

/// Restores the terminal, prints the panic of the thread `name` and ends the program.
pub(super) fn end_program(name: &str, panicked: &Panicked) -> ! {
    terminal::restore();
    // Nobody may be there to read it.
    let _ = writeln!(
        io::stderr(),
        "fihrist: the thread '{name}' panicked: {panicked}"
    );
    process::exit(EXIT_STATUS)
}

impl Panicked {
    fn of(info: &PanicHookInfo<'_>) -> Panicked {
        Panicked {
            message: message(info.payload()),
            location: info.location().map(ToString::to_string),
        }
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a message").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_succeeds_gives_its_result() {
        assert_eq!(caught(|| 7), Ok(7));
    }

    #[test]
    fn a_panic_is_an_error_with_its_message() {
        let empty: Vec<u8> = Vec::new();
        let panicked = caught(|| empty[std::hint::black_box(3)]).unwrap_err();
        assert!(panicked.message.contains("out of bounds"), "{panicked}");
        let panicked = caught(|| panic!("plain")).unwrap_err();
        assert_eq!(panicked.message, "plain");
        let panicked = caught(|| std::panic::panic_any(7)).unwrap_err();
        assert_eq!(panicked.message, "a panic without a message");
        assert_eq!(caught(|| 7), Ok(7), "the thread lives on");
    }

    #[test]
    fn the_location_is_shown_where_it_is_known() {
        let mut panicked = Panicked {
            message: "no such row".to_owned(),
            location: None,
        };
        assert_eq!(panicked.to_string(), "no such row");
        panicked.location = Some("src/a.rs:1:2".to_owned());
        assert_eq!(panicked.to_string(), "no such row (src/a.rs:1:2)");
    }
}
