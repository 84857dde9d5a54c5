//! What a terminal is told to do besides while the program runs, and the bytes that begin and end it.

/// What is switched on when the screen is entered, and off when it is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// It reports presses, releases and the wheel.
    pub mouse: bool,
    /// It sends the wheel as arrow keys; it did not before.
    pub wheel: bool,
    /// It says when it gets the keyboard.
    pub focus: bool,
    pub cursor: CursorShape,
}

/// How the cursor looks in the search box. A bar between two letters would leave it open on which side the next one goes
/// where Arabic and Latin meet; a block stands on the cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CursorShape {
    /// As the terminal has it: it is not known to understand more.
    #[default]
    Own,
    /// A block, then again what the terminal's settings say.
    Block,
    /// A block, which is left: xterm, whose own it is, takes the way back for one that blinks.
    BlockToStay,
}

impl Extras {
    /// Reports of the mouse have columns and rows as numbers (1006).
    pub(super) fn on(self) -> Vec<u8> {
        let Extras {
            mouse,
            wheel,
            focus,
            cursor,
        } = self;
        [
            only_if(mouse, b"\x1b[?1000h\x1b[?1006h"),
            only_if(wheel, b"\x1b[?1007h"),
            only_if(focus, b"\x1b[?1004h"),
            only_if(cursor != CursorShape::Own, b"\x1b[2 q"),
        ]
        .concat()
    }

    pub(super) fn off(self) -> Vec<u8> {
        let Extras {
            mouse,
            wheel,
            focus,
            cursor,
        } = self;
        [
            only_if(mouse, b"\x1b[?1006l\x1b[?1000l"),
            only_if(wheel, b"\x1b[?1007l"),
            only_if(focus, b"\x1b[?1004l"),
            only_if(cursor == CursorShape::Block, b"\x1b[0 q"),
        ]
        .concat()
    }
}

fn only_if(wanted: bool, bytes: &'static [u8]) -> &'static [u8] {
    if wanted { bytes } else { b"" }
}
