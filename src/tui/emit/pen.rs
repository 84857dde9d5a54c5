//! Takes two styles and gives the shortest SGR sequence (ECMA-48 8.3.117) that leads from one to the other.
//!
//! Two candidates are compared: only what changed, or a reset followed by all of the target.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Foreground, background and attributes, as the terminal holds them between characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

/// Attributes that can be seen on a space; with them its foreground can be seen too.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Attribute, code that sets it, code that clears it (22 clears two, 25 clears two).
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

impl Pen {
    pub(super) fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// The part of the pen that shows on a space.
    pub(super) fn on_blank(self) -> Self {
        if self.modifier.intersects(SEEN_ON_BLANK) {
            return self;
        }
        Self {
            bg: self.bg,
            ..Self::default()
        }
    }

    /// The pen, reached from `current` most cheaply, under which a space looks as under `self`.
    pub(super) fn blank_from(self, current: Self) -> Self {
        if current.on_blank() == self {
            return current;
        }
        if self.modifier.intersects(SEEN_ON_BLANK) {
            return self;
        }
        let kept = Self {
            fg: current.fg,
            bg: self.bg,
            modifier: current.modifier.difference(SEEN_ON_BLANK),
        };
        if kept.sgr_from(current).len() < self.sgr_from(current).len() {
            kept
        } else {
            self
        }
    }

    /// The sequence that leads from `current` to `self`, empty if they are equal.
    pub(super) fn sgr_from(self, current: Self) -> String {
        if self == current {
            return String::new();
        }
        if self == Self::default() {
            return "\x1b[m".to_owned();
        }
        let changes = self.changes_from(current);
        let mut afresh = vec!["0".to_owned()];
        afresh.extend(self.changes_from(Self::default()));
        let [changes, afresh] = [changes.join(";"), afresh.join(";")];
        let shorter = if afresh.len() < changes.len() {
            afresh
        } else {
            changes
        };
        format!("\x1b[{shorter}m")
    }

    fn changes_from(self, current: Self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        let removed = current.modifier.difference(self.modifier);
        let mut kept = current.modifier;
        for (attribute, _, clear) in ATTRIBUTES {
            if removed.contains(attribute) {
                if codes.last().map(String::as_str) != Some(clear) {
                    codes.push(clear.to_owned());
                }
                // The code may clear a sibling that is still wanted.
                for (sibling, _, same) in ATTRIBUTES {
                    if same == clear {
                        kept.remove(sibling);
                    }
                }
            }
        }
        for (attribute, set, _) in ATTRIBUTES {
            if self.modifier.difference(kept).contains(attribute) {
                codes.push(set.to_owned());
            }
        }
        if self.fg != current.fg {
            codes.push(colour(self.fg, 30));
        }
        if self.bg != current.bg {
            codes.push(colour(self.bg, 40));
        }
        codes
    }
}

/// SGR code of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let mut code = String::new();
    // Writing to a String cannot fail.
    let _ = match palette(colour) {
        Some(index @ 0..=7) => write!(code, "{}", base + index),
        Some(index @ 8..=15) => write!(code, "{}", base + 60 + index - 8),
        Some(index) => write!(code, "{};5;{index}", base + 8),
        None => match colour {
            Color::Rgb(r, g, b) => write!(code, "{};2;{r};{g};{b}", base + 8),
            _ => write!(code, "{}", base + 9),
        },
    };
    code
}

/// Index in the 256-colour palette; ratatui's `White` is the bright one, its `Gray` the plain white.
fn palette(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(index) => index,
        Color::Reset | Color::Rgb(..) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, modifier: Modifier) -> Pen {
        Pen {
            fg,
            modifier,
            ..Pen::default()
        }
    }

    #[track_caller]
    fn check(from: Pen, to: Pen, expected: &str) {
        assert_eq!(to.sgr_from(from), expected);
    }

    #[test]
    fn shortest_sequence_wins() {
        let plain = Pen::default();
        let bold = pen(Color::Reset, Modifier::BOLD);
        let dim = pen(Color::Reset, Modifier::DIM);
        let both = pen(Color::Reset, Modifier::BOLD | Modifier::DIM);
        let red = pen(Color::Red, Modifier::empty());
        let loud = pen(Color::Red, Modifier::BOLD | Modifier::REVERSED);
        check(plain, plain, "");
        check(plain, bold, "\x1b[1m");
        check(bold, plain, "\x1b[m");
        check(bold, dim, "\x1b[0;2m");
        check(both, bold, "\x1b[0;1m");
        check(loud, red, "\x1b[0;31m");
        check(red, loud, "\x1b[1;7m");
        check(loud, pen(Color::Red, Modifier::BOLD), "\x1b[27m");
    }

    #[test]
    fn colours_of_every_kind() {
        let plain = Pen::default();
        let fg = |colour| pen(colour, Modifier::empty());
        check(plain, fg(Color::DarkGray), "\x1b[90m");
        check(plain, fg(Color::Indexed(3)), "\x1b[33m");
        check(plain, fg(Color::Indexed(240)), "\x1b[38;5;240m");
        check(plain, fg(Color::Rgb(1, 2, 3)), "\x1b[38;2;1;2;3m");
        let bg = Pen {
            bg: Color::LightCyan,
            ..plain
        };
        check(plain, bg, "\x1b[106m");
        check(
            Pen {
                fg: Color::Red,
                ..bg
            },
            Pen {
                fg: Color::Red,
                ..plain
            },
            "\x1b[49m",
        );
    }

    #[test]
    fn a_space_takes_the_pen_at_hand() {
        let bold = pen(Color::Red, Modifier::BOLD);
        assert_eq!(Pen::default().blank_from(bold), bold);
        let reversed = pen(Color::Red, Modifier::REVERSED);
        assert_eq!(Pen::default().blank_from(reversed), Pen::default());
        assert_eq!(reversed.on_blank().blank_from(bold), reversed);
    }
}
