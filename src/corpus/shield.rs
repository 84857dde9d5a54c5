//! Takes work on untrusted bytes, gives its result, or the message of the panic it ended in.
//!
//! The readers are tested not to panic; the libraries behind some formats promise less. A panic costs
//! the file that was read, not the program: while a thread is shielded, the panic hook is skipped.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static SHIELDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic in it becomes an error with its message.
pub(super) fn shielded<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SHIELDED.get() {
                usual(info);
            }
        }));
    });
    let before = SHIELDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    SHIELDED.set(before);
    result.map_err(|panic| panic_message(&*panic))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_here_and_nothing_else() {
        assert_eq!(shielded(|| 7), Ok(7));
        let empty: Vec<u8> = Vec::new();
        let message = shielded(|| empty[std::hint::black_box(3)]).unwrap_err();
        assert!(message.contains("index out of bounds"), "{message}");
        assert!(!SHIELDED.get());
    }
}
