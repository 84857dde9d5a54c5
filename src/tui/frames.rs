//! The app in, the bytes of its next frame out: lean ones while a key repeats, and what is selected in full when it rests.

use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::emit::{Cursor, Emitter};
use crate::app::App;
use crate::ui::{self, DrawnScreen, Pace, theme::Theme};

/// Most bytes of a frame while a key repeats, on a slow line.
const MAX_REPEATED_FRAME: usize = 300;

/// After so long without another key what is selected is looked at: keys repeat in a fraction of it.
const REST: Duration = Duration::from_millis(90);

/// What the terminal shows, and what is still to be shown.
#[derive(Debug)]
pub(super) struct Frames {
    emitter: Emitter,
    /// The last screen, and where the preview stood in it.
    last: Option<(Buffer, Rect)>,
    /// A key came since the last frame.
    keyed: bool,
    /// When what is selected is to be shown in full, if it is not.
    rests_at: Option<Instant>,
}

impl Frames {
    pub(super) fn new(emitter: Emitter) -> Frames {
        Frames {
            emitter,
            last: None,
            keyed: false,
            rests_at: None,
        }
    }

    /// The terminal may show something else.
    pub(super) fn forget(&mut self) {
        self.emitter.forget();
        self.last = None;
    }

    /// Something has happened that the next frame shows: a key, or another thing.
    pub(super) fn follow(&mut self, is_key: bool) {
        self.keyed |= is_key;
    }

    /// When a frame is due though nothing happens.
    pub(super) fn due(&self) -> Option<Instant> {
        self.rests_at
    }

    /// The bytes of the next frame. After a key, what is selected is shown in full, and the article beside the list, where
    /// that costs little or where the rest of the screen changes too; else once no further key has come.
    pub(super) fn next(&mut self, app: &App, theme: Theme) -> Vec<u8> {
        let keyed = std::mem::take(&mut self.keyed);
        self.rests_at = None;
        let screen = ui::draw_at(app, theme, Pace::Resting);
        let shown = screen.preview.map(|area| (screen.buffer.clone(), area));
        if !keyed {
            self.last = shown;
            return frame(&mut self.emitter, screen);
        }
        let mut emitter = self.emitter.clone();
        let full = frame(&mut emitter, screen);
        if full.len() > MAX_REPEATED_FRAME {
            let mut lean = self.emitter.clone();
            let mut screen = ui::draw_at(app, theme, Pace::Moving);
            self.hold_preview(&mut screen);
            let frame = frame(&mut lean, screen);
            if frame.len() <= MAX_REPEATED_FRAME || 2 * frame.len() <= full.len() {
                self.emitter = lean;
                self.rests_at = Some(Instant::now() + REST);
                return frame;
            }
        }
        self.emitter = emitter;
        self.last = shown;
        full
    }

    /// Leaves the preview of a screen as it was, if it stood in the same place.
    fn hold_preview(&self, screen: &mut DrawnScreen) {
        let Some((last, area)) = &self.last else {
            return;
        };
        if screen.preview != Some(*area) || screen.buffer.area != last.area {
            return;
        }
        for position in area.positions() {
            if let (Some(cell), Some(before)) =
                (screen.buffer.cell_mut(position), last.cell(position))
            {
                *cell = before.clone();
            }
        }
    }
}

/// The bytes for a screen: the cursor at the caret, or unseen at what is selected.
fn frame(emitter: &mut Emitter, screen: DrawnScreen) -> Vec<u8> {
    let cursor = Cursor {
        at: screen.caret.or(screen.selected),
        shown: screen.caret.is_some(),
    };
    emitter.frame(screen.buffer, cursor)
}
