//! From laid-out lines to cells of a buffer: the only code that puts text on the screen.
//!
//! Every piece of text, the program's own included, is laid out on its own (which isolates it, as
//! UAX #9 asks of text put together from parts) and then painted cell by cell into its place. No row is made
//! by gluing strings.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::sides::Sides;
use super::theme::{Role, Theme};
use crate::text::width::columns_within;
use crate::text::{Direction, Layout, Line, Options, has_isolates, head_in_sight, shortened};
use crate::words::{Said, Words};

/// Where a text stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    End,
    /// Where its direction begins: right for Arabic.
    Own,
    /// Against the right edge, whichever side that is: numbers one below the other, whose units line up.
    Units,
    /// Against the left edge: dates one below the other, whose years do.
    Years,
}

/// Byte ranges to be shown in a role other than the text's own.
pub type RoleMarks<'a> = &'a [(&'a [Range<usize>], Role)];

/// Paints text into a buffer in the roles of a theme.
pub struct Painter<'a> {
    pub buffer: &'a mut Buffer,
    pub theme: Theme,
    /// How letters are shown.
    pub layout: Options,
    /// In which language the program speaks.
    pub words: Words,
    /// On which side of the screen things start.
    pub sides: Sides,
    /// Whether the selection stays where it is.
    pub pace: Pace,
    /// Column and row of the screen at which what is selected starts.
    pub selected: Option<(u16, u16)>,
}

/// Whether a frame is one of many, as while a key repeats, or is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    #[default]
    Resting,
    /// What is selected is shown by its marker and short fields: over a slow line, restyling whole rows of Arabic at
    /// every step costs more than it shows.
    Moving,
}

/// Columns in which what is selected is marked while the selection moves on: a date, in the list.
const MOVING_COLS: u16 = 12;

impl Painter<'_> {
    /// Shows that what was painted in some rows is selected: all of it, or, while the selection moves on, what is
    /// painted in `fields` alone. What answers the query stays visible.
    pub fn select(&mut self, rows: Rect, fields: Rect) {
        let at = self.sides.on_screen(start_of(rows, 1));
        self.selected = (rows.area() > 0).then_some((at.x, at.y));
        let shown = match self.pace {
            Pace::Resting => rows,
            Pace::Moving => start_of(fields, fields.width.min(MOVING_COLS)),
        };
        let hit = self.theme.style(Role::Hit);
        let area = self.sides.on_screen(shown).intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                let looks = Style::reset().patch(hit);
                let is_hit = (Some(cell.fg), cell.modifier) == (looks.fg, hit.add_modifier);
                let role = if is_hit {
                    Role::SelectedHit
                } else {
                    Role::Selected
                };
                cell.set_style(Style::reset().patch(self.theme.style(role)));
            }
        }
    }

    /// The marker before what is selected, in the first column of an area.
    pub fn marker(&mut self, area: Rect, role: Role) {
        self.text(start_of(area, 1), "▸", role, Align::Start);
    }

    /// Fills an area with blanks of a role.
    pub fn fill(&mut self, area: Rect, role: Role) {
        let style = self.theme.style(role);
        let area = self.sides.on_screen(area).intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// One text in the first row of `area`, cut with an ellipsis where it is too long.
    /// Returns the columns it takes.
    pub fn text(&mut self, area: Rect, text: &str, role: Role, align: Align) -> u16 {
        self.marked(area, text, role, align, &[])
    }

    /// The words for something, painted as a text is.
    pub fn say(&mut self, area: Rect, said: &impl Said, role: Role, align: Align) -> u16 {
        self.text(area, &self.words.say(said), role, align)
    }

    /// The same with parts of it in other roles.
    pub fn marked(
        &mut self,
        area: Rect,
        text: &str,
        role: Role,
        align: Align,
        marks: RoleMarks<'_>,
    ) -> u16 {
        if area.area() == 0 || text.is_empty() {
            return 0;
        }
        let line = self.cut(self.sides.sign(text), usize::from(area.width));
        let width = u16::try_from(line.width()).unwrap_or(area.width);
        let at_end = match align {
            Align::Start => false,
            Align::End => true,
            Align::Own => self.sides.begins_at_end(line.direction),
            Align::Units => self.sides.begins_at_end(Direction::Rtl),
            Align::Years => self.sides.begins_at_end(Direction::Ltr),
        };
        let x = if at_end {
            area.right().saturating_sub(width)
        } else {
            area.x
        };
        self.line((x, area.y), area, &line, role);
        self.mark((x, area.y), area, &line, marks);
        width
    }

    /// The title of an article, with parts of it in other roles: it runs as its reader expects.
    pub fn title(&mut self, area: Rect, title: &str, role: Role, marks: RoleMarks<'_>) -> u16 {
        let own = self.layout;
        self.layout = own.reading();
        let columns = self.marked(area, title, role, Align::Own, marks);
        self.layout = own;
        columns
    }

    /// Where a line of text starts that stands against the edge of an area where its direction begins.
    pub fn own_start(&self, area: Rect, line: &Line) -> u16 {
        if self.sides.begins_at_end(line.direction) {
            let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
            area.right().saturating_sub(width)
        } else {
            area.x
        }
    }

    /// A line whose leftmost cell is so many columns from the left edge of an area.
    pub fn line_from_left(&mut self, area: Rect, column: usize, line: &Line, role: Role) {
        let area = self.sides.on_screen(area);
        let column = i32::try_from(column).unwrap_or(i32::MAX);
        self.cells(i32::from(area.x).saturating_add(column), area, line, role);
    }

    /// A text on one line of at most `cols` columns.
    fn cut(&self, text: &str, cols: usize) -> Line {
        let in_sight = head_in_sight(text, cols);
        if has_isolates(in_sight) {
            // The ellipsis belongs into the isolate that is cut.
            let short = shortened(text, cols, self.layout);
            return Layout::new(&short, self.layout).line();
        }
        Layout::new(in_sight, self.layout).truncated(cols)
    }

    /// The cells of a line that starts at a column and a row; what lies outside `clip` is left out.
    pub fn line(&mut self, at: (u16, u16), clip: Rect, line: &Line, role: Role) {
        let left = self.sides.left_of(at.0, line.width());
        let clip = Rect {
            y: at.1,
            ..self.sides.on_screen(clip)
        };
        self.cells(left, clip, line, role);
    }

    /// The cells of a line from a column of the screen on, in the first row of `clip`.
    fn cells(&mut self, left: i32, clip: Rect, line: &Line, role: Role) {
        let style = self.theme.style(role);
        let mut left = left;
        for cell in &line.cells {
            let width = u16::from(cell.width);
            if let Ok(x) = u16::try_from(left)
                && x >= clip.x
                && x.saturating_add(width) <= clip.right()
            {
                self.put(x, clip.y, &cell.symbol, style);
                if width == 2 {
                    self.put(x + 1, clip.y, " ", style);
                }
            }
            left = left.saturating_add(i32::from(width));
        }
    }

    fn put(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_symbol(symbol);
            cell.set_style(style);
        }
    }

    /// Shows the cells of byte ranges of a painted line in other roles.
    pub fn mark(&mut self, at: (u16, u16), clip: Rect, line: &Line, marks: RoleMarks<'_>) {
        let left = self.sides.left_of(at.0, line.width());
        let clip = self.sides.on_screen(clip);
        for (ranges, role) in marks {
            let style = self.theme.style(*role);
            for columns in ranges.iter().flat_map(|range| line.columns_of(range)) {
                for col in columns {
                    let col = i32::try_from(col).unwrap_or(i32::MAX);
                    if let Ok(x) = u16::try_from(left.saturating_add(col))
                        && (clip.x..clip.right()).contains(&x)
                        && let Some(cell) = self.buffer.cell_mut((x, at.1))
                    {
                        cell.set_style(Style::reset().patch(style));
                    }
                }
            }
        }
    }

    /// A line of one character across an area's first row, or down its first column.
    pub fn rule(&mut self, area: Rect, symbol: &str, role: Role) {
        let style = self.theme.style(role);
        let area = self.sides.on_screen(area);
        for position in area.intersection(self.buffer.area).positions() {
            self.put(position.x, position.y, symbol, style);
        }
    }

    /// Texts side by side from the start, two columns apart; those that do not fit are left out.
    pub fn fields(&mut self, area: Rect, fields: &[(&str, Role)]) {
        let mut rest = area;
        for (text, role) in fields {
            let room = usize::from(rest.width);
            if text.is_empty() || columns_within(text, room, self.layout).is_none() {
                continue;
            }
            let used = self.text(rest, text, *role, Align::Start) + 2;
            rest = cut_start(rest, used);
        }
    }

    /// The words of a text that fit, with an ellipsis: a number that is cut is another number.
    fn whole_words(&self, text: &str, cols: usize) -> String {
        let mut words = text;
        while let Some((before, _)) = words.rsplit_once(' ') {
            let short = format!("{before}…");
            let letters = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            let ends_in_number = letters.ends_with(char::is_numeric);
            if !ends_in_number && columns_within(&short, cols, self.layout).is_some() {
                return short;
            }
            words = before;
        }
        "…".to_owned()
    }

    /// The same, where something is lacking when one is left out: the first that does not fit is cut, and those after it
    /// are not shown.
    pub fn all_fields(&mut self, area: Rect, fields: &[(&str, Role)]) {
        let mut rest = area;
        for (text, role) in fields.iter().filter(|(text, _)| !text.is_empty()) {
            let room = usize::from(rest.width);
            if columns_within(text, room, self.layout).is_none() {
                let whole = self.whole_words(text, room);
                self.text(rest, &whole, *role, Align::Start);
                return;
            }
            let used = self.text(rest, text, *role, Align::Start) + 2;
            rest = cut_start(rest, used);
        }
    }
}

/// What is left of an area when `cols` are taken from its start.
pub fn cut_start(area: Rect, cols: u16) -> Rect {
    let cols = cols.min(area.width);
    Rect {
        x: area.x + cols,
        width: area.width - cols,
        ..area
    }
}

/// What is left of an area when `cols` are taken from its end.
pub fn cut_end(area: Rect, cols: u16) -> Rect {
    Rect {
        width: area.width.saturating_sub(cols),
        ..area
    }
}

/// The first `cols` columns of an area.
pub fn start_of(area: Rect, cols: u16) -> Rect {
    Rect {
        width: cols.min(area.width),
        ..area
    }
}

/// One row of an area.
pub fn row(area: Rect, index: u16) -> Rect {
    Rect {
        y: area.y.saturating_add(index),
        height: u16::from(index < area.height),
        ..area
    }
}
