//! The bytes behind `CSI 200 ~` in, the pasted text out.
//!
//! What is pasted may hold anything, also control sequences, and ends at `CSI 201 ~` alone. Its length is bounded: the
//! search box holds a line, while a clipboard may hold megabytes.

/// Most bytes kept of a paste, far more than a search needs; the rest is read and dropped.
pub(super) const MAX_PASTE_BYTES: usize = 1 << 20;

const END: &[u8] = b"\x1b[201~";

/// A paste under way.
#[derive(Debug, Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// How many bytes of [`END`] have been seen.
    matched: usize,
}

impl Paste {
    /// Takes the next byte; true if it was the last one.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        if END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == END.len();
        }
        // ESC begins the mark and stands nowhere else in it, so that no other beginning can hide in what matched.
        let seen = END.iter().take(self.matched).copied();
        let begins_again = END.first() == Some(&byte);
        let room = MAX_PASTE_BYTES.saturating_sub(self.kept.len());
        let pasted = seen.chain((!begins_again).then_some(byte));
        self.kept.extend(pasted.take(room));
        self.matched = usize::from(begins_again);
        false
    }

    /// What was pasted, without the end mark or its beginning; invalid UTF-8 is replaced.
    pub(super) fn into_text(self) -> String {
        let mut text = String::from_utf8_lossy(&self.kept).into_owned();
        // The limit may have cut a character in two.
        if self.kept.len() >= MAX_PASTE_BYTES && text.ends_with(char::REPLACEMENT_CHARACTER) {
            text.pop();
        }
        text
    }
}
