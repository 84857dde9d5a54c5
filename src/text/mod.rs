//! Paragraphs of Unicode text in, normalised words and lines of terminal cells out. Pure: no I/O,
//! no clock, nothing imported from the rest of the crate, and no input makes it panic.
//!
//! Most terminals neither reorder nor join Arabic, so a program that wants it read right has to
//! hand them cells that are already in visual order and in presentation forms. [`Layout`] does
//! that, and keeps the way back: every [`Cell`] knows its source bytes, so highlights, mouse and
//! caret work on the logical text. [`normalize`] is the other half: which words count as equal in
//! a search.
//!
//! # One line through every stage
//!
//! The paragraph, in memory order, letters in Buckwalter transliteration and `_` for a space. A
//! reader sees *qāl* at the right, then `CNN` to its left, then *lā* in guillemets, then the full
//! stop:
//!
//! ```text
//! text      q    A    l    _  C  N  N  _   «   l    A   »   .
//! byte      0    2    4    6  7  8  9  10  11  13   15  17  19
//! ```
//!
//! 1. *Sanitise*: each character becomes a base, a space, a mark or nothing. Here all are fit to
//!    be shown.
//! 2. *Levels* of the whole paragraph (UAX #9 P to I). The first strong letter is Arabic: base
//!    level 1.
//! 3. *Shape* in logical order: `q` joins forwards, `A` backwards only; `l` and the `A` after it
//!    share a cell, with the marks of both.
//! 4. *Mirror* what stands on an odd level (UAX #9 L4).
//!
//! ```text
//! class     AL   AL   AL   WS L  L  L  WS  ON  AL   AL  ON  CS
//! level     1    1    1    1  2  2  2  1   1   1    1   1   1
//! cluster   FED7 FE8E FEDD _  C  N  N  _   »   FEFB     «   .
//! ```
//!
//! 5. *Wrap* the twelve clusters, still in logical order, here to nine columns. The space at the
//!    end hangs: its byte belongs to the line, but it takes no cell.
//! 6. *Reorder* each line by clusters (UAX #9 L1, L2); marks travel inside their cluster (L3).
//!    These are the cells:
//!
//! ```text
//! 0..11     C N N _ FEDD FE8E FED7
//! 11..20    . « FEFB »
//! ```
//!
//! The order of the stages is the point. Shaping after reordering joins the wrong neighbours;
//! levels a line at a time turn a wrapped Latin phrase into the paragraph's direction; wrapping by
//! characters miscounts lam-alef.
//!
//! # Invariants
//!
//! - Positions that leave this module are byte offsets of the paragraph, or columns of one
//!   [`Line`].
//! - How many cells a string takes is answered by [`width`] alone, from the layout itself.
//! - Every cell holds one base with its marks; no control and nothing of zero width reaches a
//!   cell.
//! - All work is linear in the text, and a long text is laid out in parts.

mod bidi;
mod caret;
mod character;
mod cluster;
mod isolate;
mod layout;
mod line;
mod linebreak;
mod majority;
pub mod normalize;
mod part;
mod presentation_forms;
mod row;
mod sanitise;
mod screen_order;
mod shape;
mod tab;
mod values;
pub mod width;
mod wrapped;

pub use bidi::{Base, Direction, direction_of};
pub use caret::{Affinity, Caret, Slots};
pub use character::{
    Joins, is_bare_letter, joins, mirror_image, script_direction, strong, takes_a_joint, turns,
};
pub use isolate::{
    closed, has_isolates, isolated, isolated_as, isolated_code, isolated_path, shortened,
    unisolated,
};
pub use layout::{CellOrder, Layout, NumberSigns, Options, laid_out_bytes};
pub use line::{Cell, Line};
pub use majority::majority;
pub use part::{MAX_PART_BYTES, STEP_BYTES, cut_near, part, part_at, part_count};
pub use row::RowOrder;
pub use sanitise::is_tashkeel;
pub use screen_order::{base_letters, from_visual, is_visual};
pub use values::{input_line, isolated_typed, isolated_values};
pub use wrapped::Wrapped;

/// The beginning of a text, at most `bytes` long, cut at a char border.
pub fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

/// A beginning of a text that fills `cols` columns, or all of it: what cannot be seen need not be laid out.
pub fn head_in_sight(text: &str, cols: usize) -> &str {
    head(text, cols.saturating_mul(MAX_COLUMN_BYTES))
}

/// Most bytes of text in one column, but for the most heavily marked texts.
const MAX_COLUMN_BYTES: usize = 32;

#[cfg(test)]
mod tests;
