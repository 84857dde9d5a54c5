//! The app in, the bytes of its next frame out: lean ones while a key repeats, and what is selected in full when it rests.

use std::time::{Duration, Instant};

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
    /// A key came since the last frame.
    keyed: bool,
    /// When what is selected is to be shown in full, if it is not.
    rests_at: Option<Instant>,
}

impl Frames {
    pub(super) fn new(emitter: Emitter) -> Frames {
        Frames {
            emitter,
            keyed: false,
            rests_at: None,
        }
    }

    /// The terminal may show something else.
    pub(super) fn forget(&mut self) {
        self.emitter.forget();
    }

    /// Something has happened that the next frame shows: a key, or another thing.
    pub(super) fn follow(&mut self, is_key: bool) {
        self.keyed |= is_key;
    }

    /// When a frame is due though nothing happens.
    pub(super) fn due(&self) -> Option<Instant> {
        self.rests_at
    }

    /// The bytes of the next frame. After a key, what is selected is shown in full where that costs little, or where
    /// the rest of the screen changes too; else once no further key has come.
    pub(super) fn next(&mut self, app: &App, theme: Theme) -> Vec<u8> {
        let keyed = std::mem::take(&mut self.keyed);
        self.rests_at = None;
        let mut emitter = self.emitter.clone();
        let full = frame(&mut emitter, ui::draw_at(app, theme, Pace::Resting));
        if keyed && full.len() > MAX_REPEATED_FRAME {
            let mut lean = self.emitter.clone();
            let frame = frame(&mut lean, ui::draw_at(app, theme, Pace::Moving));
            if frame.len() <= MAX_REPEATED_FRAME {
                self.emitter = lean;
                self.rests_at = Some(Instant::now() + REST);
                return frame;
            }
        }
        self.emitter = emitter;
        full
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
