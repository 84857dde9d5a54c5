//! One line of typed text in, its laid-out line out, with dates, numbers and `key:value` isolated; a
//! paragraph in, the values in it out ([`running`]).
//!
//! By UAX #9 W2 the digits of `تاريخ:2015-08` act as Arabic numbers and the line draws `08-2015`.
//! A person who types a value wants it to stand as it is written, so the layout is given a copy of
//! the text with isolates (LRI or FSI, and PDI) round each value, and its cells are mapped back to
//! the text that was typed. Nothing is inserted into that.
//!
//! ```text
//! typed    بحث 2015-08            shown to the layout    بحث ⟨LRI⟩2015-08⟨PDI⟩
//! typed    تاريخ:2015-08          shown to the layout    ⟨FSI⟩تاريخ:⟨FSI⟩2015-08⟨PDI⟩⟨PDI⟩
//! ```
//!
//! Invariants: the bytes of the line are those of the text given; its direction is that of the text,
//! values included; the work is linear in the text.

mod find;
mod running;

use super::bidi::Base;
use super::isolate::{has_isolates, isolated, isolated_as};
use super::layout::{Layout, Options};
use super::line::Line;
use find::controls;
pub(super) use find::{LRI, PDI};
pub use running::isolated_values;
pub(super) use running::{RunningValue, running_values};

/// Bytes of the character that opens an isolate, and of the one that closes it, in UTF-8.
pub(super) const CONTROL_BYTES: usize = 3;

/// The whole of `text` on one line, its values isolated; bytes are those of `text`.
pub fn input_line(text: &str, options: Options) -> Line {
    let controls = controls(text);
    let map = Map::new(&controls);
    let options = Options {
        // Rule P2 would not look into the isolates.
        base: Base::fixed(options.base.direction_of(text)),
        caret: options.caret.map(|byte| map.shown(byte)),
        running: false,
        ..options
    };
    let mut line = Layout::new(&with_controls(text, &controls), options).line();
    for cell in &mut line.cells {
        cell.bytes = map.typed(cell.bytes.start)..map.typed(cell.bytes.end);
    }
    line.bytes = 0..text.len();
    line
}

/// What somebody has typed, as it is to stand inside a text: in order as [`input_line`] shows it.
pub fn isolated_typed(text: &str) -> String {
    if has_isolates(text) {
        return isolated(text);
    }
    let direction = Base::Auto.direction_of(text);
    isolated_as(&with_controls(text, &controls(text)), direction)
}

/// A text with controls in it, each before the byte that it is given with.
pub(super) fn with_controls(text: &str, controls: &[(usize, char)]) -> String {
    let mut shown = String::with_capacity(text.len() + controls.len() * CONTROL_BYTES);
    let mut at = 0;
    for (byte, control) in controls {
        shown.push_str(text.get(at..*byte).unwrap_or_default());
        shown.push(*control);
        at = *byte;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    shown
}

/// Between the bytes of the typed text and those of the text with controls.
struct Map<'a> {
    controls: &'a [(usize, char)],
}

impl Map<'_> {
    fn new(controls: &[(usize, char)]) -> Map<'_> {
        Map { controls }
    }

    /// Where the character that was typed at `byte` stands among the controls.
    fn shown(&self, byte: usize) -> usize {
        byte + CONTROL_BYTES * self.controls.partition_point(|(at, _)| *at <= byte)
    }

    /// The typed byte of a byte of the text with controls.
    fn typed(&self, byte: usize) -> usize {
        let index = self.first_after(byte);
        byte - CONTROL_BYTES * index
    }

    /// How many controls begin before `byte` of the text with controls.
    fn first_after(&self, byte: usize) -> usize {
        let (mut low, mut high) = (0, self.controls.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let begins =
                self.controls.get(middle).map_or(0, |(at, _)| *at) + CONTROL_BYTES * middle;
            if begins < byte {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests;
