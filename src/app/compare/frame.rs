//! From the area two versions are shown in to the rectangles of its parts; pure arithmetic, shared
//! by layout and drawing.
//!
//! ```text
//! two panes (100 columns and more)      one above the other
//! head of one │ head of the other       head of the first
//! ── rule ───────────────────────       head of the second
//! text        │ text                    ── rule ──────────
//!                                       text
//! ```

use ratatui::layout::Rect;

/// Columns from which on there are two panes: each then has room for as much as half a screen of 80 has.
const MIN_TWO_PANE_COLS: u16 = 100;
/// Rows from which on there is a rule: with fewer the text needs them all.
const MIN_RULE_ROWS: u16 = 8;
/// Rows from which on the versions have heads.
const MIN_HEAD_ROWS: u16 = 4;

/// Where the parts are. What is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Of the first, of the second version.
    pub heads: [Rect; 2],
    pub rule: Rect,
    /// Where each version's text stands; the same area where they stand one above the other.
    pub texts: [Rect; 2],
    /// The column between two panes.
    pub divider: Rect,
}

impl Frame {
    /// The first version stands on the side where its reader begins: at the right for Arabic.
    pub fn new(area: Rect, first_at_end: bool) -> Frame {
        if area.width >= MIN_TWO_PANE_COLS {
            Frame::two_panes(area, first_at_end)
        } else {
            Frame::one_pane(area)
        }
    }

    pub fn is_wide(&self) -> bool {
        self.divider.width > 0
    }

    /// Columns a line of text may take: one stays free on either side, two more for the
    /// version's number where both versions share a pane.
    pub fn text_cols(&self) -> usize {
        let free = if self.is_wide() { 2 } else { 4 };
        // Of an even number of columns one pane has one more.
        let narrower = self.texts[0].width.min(self.texts[1].width);
        usize::from(narrower.saturating_sub(free)).max(2)
    }

    /// Rows of text.
    pub fn text_rows(&self) -> usize {
        usize::from(self.texts[0].height).max(1)
    }

    fn two_panes(area: Rect, first_at_end: bool) -> Frame {
        let (heads, rule) = head_rows(area.height, 1);
        let half = (area.width - 1) / 2;
        let at_start = Rect {
            width: half,
            ..area
        };
        let at_end = Rect {
            x: area.x + half + 1,
            width: area.width - half - 1,
            ..area
        };
        let halves = if first_at_end {
            [at_end, at_start]
        } else {
            [at_start, at_end]
        };
        Frame {
            heads: halves.map(|half| Rect {
                height: heads,
                ..half
            }),
            rule: rows(area, heads, rule),
            texts: halves.map(|half| rows(half, heads + rule, area.height)),
            divider: Rect {
                x: area.x + half,
                width: 1,
                ..rows(area, heads + rule, area.height)
            },
        }
    }

    fn one_pane(area: Rect) -> Frame {
        let (heads, rule) = head_rows(area.height, 2);
        let text = rows(area, heads + rule, area.height);
        Frame {
            heads: [rows(area, 0, heads.min(1)), rows(area, 1, heads / 2)],
            rule: rows(area, heads, rule),
            texts: [text, text],
            divider: Rect::default(),
        }
    }
}

/// Rows of heads and of the rule.
fn head_rows(height: u16, heads: u16) -> (u16, u16) {
    if height < MIN_HEAD_ROWS {
        (0, 0)
    } else {
        (heads, u16::from(height >= MIN_RULE_ROWS))
    }
}

/// At most `height` rows of an area from row `from` on.
fn rows(area: Rect, from: u16, height: u16) -> Rect {
    let from = from.min(area.height);
    Rect {
        y: area.y + from,
        height: height.min(area.height - from),
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fits_into_either_pane() {
        for cols in 1..200 {
            for first_at_end in [false, true] {
                let frame = Frame::new(Rect::new(0, 0, cols, 30), first_at_end);
                let free = if frame.is_wide() { 2 } else { 4 };
                for text in frame.texts {
                    let room = usize::from(text.width.saturating_sub(free)).max(2);
                    assert!(frame.text_cols() <= room, "{cols} columns");
                }
            }
        }
    }
}
