//! Start and end in, left and right out.
//!
//! Everything in [`crate::ui`] is placed by its distance from the start of the screen: the side on which the reader of the
//! interface begins. Only here, and in the [`Painter`](super::paint::Painter) that asks, is it known which side that is.

use ratatui::layout::Rect;

use crate::text::{Direction, Line};

/// On which side of the screen things start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Columns of the screen.
    cols: u16,
    /// The direction in which the interface is read.
    direction: Direction,
}

impl Sides {
    pub fn new(cols: u16, direction: Direction) -> Sides {
        Sides { cols, direction }
    }

    /// Whether a text of this direction begins where an area ends.
    pub fn begins_at_end(self, text: Direction) -> bool {
        text != self.direction
    }

    /// An area on the screen, which is also the way back.
    pub fn on_screen(self, area: Rect) -> Rect {
        match self.direction {
            Direction::Ltr => area,
            Direction::Rtl => Rect {
                x: self.cols.saturating_sub(area.x.saturating_add(area.width)),
                ..area
            },
        }
    }

    /// The column of the screen on which something stands that takes `width` columns from `start` on; it may lie beyond
    /// either edge.
    pub(super) fn left_of(self, start: u16, width: usize) -> i32 {
        let width = i32::try_from(width).unwrap_or(i32::MAX);
        match self.direction {
            Direction::Ltr => i32::from(start),
            Direction::Rtl => i32::from(self.cols) - i32::from(start) - width,
        }
    }

    /// The column of the screen on which the leftmost cell of a line stands that is against the edge of an area where
    /// its direction begins.
    pub(super) fn left_end(self, area: Rect, line: &Line) -> u16 {
        let area = self.on_screen(area);
        let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
        match line.direction {
            Direction::Ltr => area.x,
            Direction::Rtl => area.right().saturating_sub(width),
        }
    }

    /// A sign that points at what follows, as it is seen.
    pub(super) fn sign(self, sign: &str) -> &str {
        match (self.direction, sign) {
            (Direction::Rtl, "▸") => "◂",
            (Direction::Rtl, "‹") => "›",
            (Direction::Rtl, "›") => "‹",
            _ => sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;

    use super::super::paint::{Align, Pace, Painter, cut_end, cut_start, start_of};
    use super::super::theme::{Role, Theme};
    use super::*;
    use crate::text::Options;
    use crate::words::Words;

    const COLS: u16 = 30;
    const ROWS: u16 = 6;

    /// Something that is painted into an area: a text that reads the same from both sides, a rule, blanks.
    #[derive(Clone, Debug)]
    enum Stroke {
        Text(usize, Align),
        Fields(usize),
        Rule,
        Fill,
    }

    fn strokes() -> impl Strategy<Value = Vec<(Rect, Stroke)>> {
        let area = (0..COLS, 0..ROWS, 0..COLS + 4, 1..3_u16)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width.min(COLS - x), height));
        let align = prop_oneof![Just(Align::Start), Just(Align::End)];
        let stroke = prop_oneof![
            (0..40_usize, align).prop_map(|(length, align)| Stroke::Text(length, align)),
            (0..12_usize).prop_map(Stroke::Fields),
            Just(Stroke::Rule),
            Just(Stroke::Fill),
        ];
        proptest::collection::vec((area, stroke), 1..12)
    }

    fn painted(strokes: &[(Rect, Stroke)], direction: Direction) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        let mut painter = Painter {
            buffer: &mut buffer,
            theme: Theme::Dark,
            layout: Options::default(),
            words: Words::ENGLISH,
            sides: Sides::new(COLS, direction),
            pace: Pace::Resting,
            selected: None,
        };
        for (area, stroke) in strokes {
            match stroke {
                Stroke::Text(length, align) => {
                    // One that is cut has its ellipsis at its end, whichever side that is.
                    let length = (*length).min(usize::from(area.width));
                    painter.text(*area, &"·".repeat(length), Role::Title, *align);
                }
                Stroke::Fields(length) => {
                    let text = "·".repeat(*length);
                    let fields = [
                        (text.as_str(), Role::Date),
                        ("·", Role::Dim),
                        ("··", Role::Fold),
                    ];
                    painter.fields(cut_end(cut_start(*area, 1), 1), &fields);
                }
                Stroke::Rule => painter.rule(*area, "─", Role::Dim),
                Stroke::Fill => painter.fill(start_of(*area, 5), Role::Bar),
            }
        }
        buffer
    }

    proptest! {
        /// Whatever is painted is painted the other way round on a mirrored screen.
        #[test]
        fn a_mirrored_screen_is_the_mirror_of_the_other(strokes in strokes()) {
            let plain = painted(&strokes, Direction::Ltr);
            let mirrored = painted(&strokes, Direction::Rtl);
            for position in plain.area.positions() {
                let other = (COLS - 1 - position.x, position.y);
                prop_assert_eq!(plain.cell(position), mirrored.cell(other));
            }
        }
    }

    #[test]
    fn what_starts_at_the_left_starts_at_the_right_of_a_mirrored_screen() {
        let area = Rect::new(2, 1, 10, 3);
        let (plain, mirrored) = (
            Sides::new(80, Direction::Ltr),
            Sides::new(80, Direction::Rtl),
        );
        assert_eq!(plain.on_screen(area), area);
        assert_eq!(mirrored.on_screen(area), Rect::new(68, 1, 10, 3));
        assert_eq!(mirrored.on_screen(mirrored.on_screen(area)), area);
        assert_eq!((plain.left_of(2, 10), mirrored.left_of(2, 10)), (2, 68));
        // A line that is wider than the screen begins at its edge.
        assert_eq!(mirrored.left_of(0, 90), -10);
        assert!(plain.begins_at_end(Direction::Rtl) && !plain.begins_at_end(Direction::Ltr));
        assert!(mirrored.begins_at_end(Direction::Ltr));
    }
}
