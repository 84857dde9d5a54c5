//! From a key to a command of the screen on top: counts, the two letters of لا, Ctrl-c pressed twice.

use super::action::{self, Action, Mode};
use super::command_now::command_now;
use super::key::{Code, KeyPress};
use super::key_names::key_name;
use super::keyboard::Keyboard;
use super::note::AppNote;
use super::palette::Palette;
use super::screen::{Screen, ScrollState, StackChange};
use super::signs::SignsMet;
use super::{App, Effect, LoadStage};
use crate::text::Direction;

/// What earlier keys mean for the next one.
#[derive(Default)]
pub(super) struct KeyState {
    count: Option<u16>,
    /// The last key was Ctrl-c: another one quits.
    ctrl_c: bool,
    /// The mode and the scroll state before a lam was pressed: see [`App::key`].
    before_lam: Option<(Mode, ScrollState)>,
    /// What Esc changed, if it was the last key.
    before_escape: Option<BeforeEscape>,
}

/// The screen on top before Esc was pressed, and its place in the stack.
struct BeforeEscape {
    screen: Screen,
    depth: usize,
    loading: LoadStage,
    count: Option<u16>,
    signs: SignsMet,
}

impl App {
    /// Carries out what a key means in the present mode.
    ///
    /// The key of `b` has لا on an Arabic layout. Some systems send it as two letters, which are
    /// those of `g` and `h`: the alef takes back what the lam did, and both mean `b`. With Shift the keys of `g`, `t` and
    /// `b` have لأ, لإ and لآ.
    pub(super) fn key(&mut self, key: KeyPress) {
        let ctrl_c_before = std::mem::take(&mut self.keys.ctrl_c);
        self.shared.message = None;
        let mode = self.mode();
        if let Some(c) = key.typed() {
            self.shared.keyboard.sent(c);
        }
        let key = with_alt(key, mode, self.shared.keyboard);
        self.keys.before_escape = self.before_escape(key);
        self.shared.signs.explained = None;
        self.shared.loading.unseen &= mode == Mode::Search;
        if let Some(Screen::Browse(browse)) = self.stack.last_mut() {
            browse.key_pressed();
        }
        let key = self.lam_alef(key, mode).unwrap_or(key);
        if !mode.is_typed() && self.count_digit(key) {
            return;
        }
        let count = named_digit(key, self.shared.keyboard).or(self.keys.count.take());
        let meant = self.meant(key, mode);
        let without_alt = KeyPress { alt: false, ..key };
        match (action::lookup(mode, meant, self.shared.keyboard), mode) {
            (Some(Action::Cancel), mode) if !mode.is_typed() => self.cancel(ctrl_c_before),
            (Some(action), mode) => self.perform(action, mode, count),
            (None, mode) if mode.is_typed() => self.type_key(key),
            // Esc and a letter after it come as one with Alt where they are pressed within the time that Esc waits. Arrows
            // with Alt have a sequence of their own.
            (None, _) if is_letter_with_alt(key) && self.is_command(without_alt, mode) => {
                self.key(KeyPress::plain(Code::Esc));
                self.key(without_alt);
            }
            (None, _) => self.shared.say(&AppNote::NoCommand {
                key: key_name(key, self.shared.words),
            }),
        }
    }

    fn is_command(&self, key: KeyPress, mode: Mode) -> bool {
        action::lookup(mode, self.meant(key, mode), self.shared.keyboard).is_some()
    }

    /// What Esc may change, if the key is that.
    fn before_escape(&self, key: KeyPress) -> Option<BeforeEscape> {
        (key == KeyPress::plain(Code::Esc)).then(|| BeforeEscape {
            screen: self.top().clone(),
            depth: self.stack.len(),
            loading: self.shared.loading.stage,
            count: self.keys.count,
            signs: self.shared.signs.clone(),
        })
    }

    /// Undoes what Esc did, if it was the last key: it was none, but the beginning of an arrow whose bytes came apart
    /// on the line.
    pub(super) fn take_back_escape(&mut self) {
        let Some(before) = self.keys.before_escape.take() else {
            return;
        };
        self.stack.truncate(before.depth - 1);
        self.stack.push(before.screen);
        self.keys.count = before.count;
        self.shared.signs = before.signs;
        // Asks that it waited for may have been overtaken.
        self.top_mut().retry();
        self.shared.message = None;
        if self.shared.loading.stage != before.loading {
            self.shared.loading.stage = before.loading;
            self.shared.effect(Effect::Reload);
        }
    }

    /// Types a key into the box of the screen.
    fn type_key(&mut self, key: KeyPress) {
        match self.stack.last_mut() {
            Some(Screen::Browse(browse)) => browse.type_char(key),
            Some(Screen::Palette(palette)) => palette.type_char(key),
            _ => {}
        }
    }

    /// The key by which a command is looked up: an arrow goes to what lies where it points, wherever that is.
    fn meant(&self, key: KeyPress, mode: Mode) -> KeyPress {
        match (self.shared.direction(), mode) {
            // The caret goes where the arrow points in any case.
            (Direction::Ltr, _) => key,
            (_, mode) if mode.is_typed() => key,
            (Direction::Rtl, _) => key.mirrored(),
        }
    }

    /// The key whose two letters are this one and the lam before it, which is then taken back.
    fn lam_alef(&mut self, key: KeyPress, mode: Mode) -> Option<KeyPress> {
        let before = self.keys.before_lam.take();
        // A terminal that says which key it is sends no two of them for one.
        let letter = key.typed().filter(|_| key.base.is_none())?;
        if mode.is_typed() {
            return None;
        }
        if letter == 'ل' {
            self.keys.before_lam = Some((mode, self.top().scroll_state()));
            return None;
        }
        let ligature = self.shared.keyboard.lam_alef(letter)?;
        let (_, scroll) = before.filter(|(then, _)| *then == mode)?;
        self.stack.last_mut()?.restore_scroll(scroll);
        Some(KeyPress::plain(Code::Char(ligature)))
    }

    /// Takes a digit of the count before a command, as in `5j`; false for another key.
    fn count_digit(&mut self, key: KeyPress) -> bool {
        let Some(digit) = key
            .latin(self.shared.keyboard)
            .typed()
            .and_then(|c| c.to_digit(10))
        else {
            return false;
        };
        if digit == 0 && self.keys.count.is_none() {
            return false;
        }
        let so_far = self.keys.count.unwrap_or(0);
        let count = so_far.saturating_mul(10).saturating_add(digit as u16);
        self.keys.count = Some(count.min(9999));
        true
    }

    /// Stops loading; quits where the key before was Ctrl-c too.
    pub(super) fn cancel(&mut self, ctrl_c_before: bool) {
        if ctrl_c_before {
            return self.shared.effect(Effect::Quit);
        }
        self.keys.ctrl_c = true;
        if self.shared.loading.goes_on() && self.shared.loading.stage != LoadStage::Stopping {
            return self.shared.stop_loading();
        }
        self.shared.say(&AppNote::QuitAgain);
    }

    /// Carries out a command: one of the whole program here, others by the screen on top.
    pub(super) fn perform(&mut self, action: Action, mode: Mode, count: Option<u16>) {
        let step = match action {
            Action::Quit => StackChange::Quit,
            Action::Suspend => return self.shared.effect(Effect::Suspend),
            Action::Language => return self.next_language(),
            Action::Redraw => return self.shared.effect(Effect::Repaint),
            Action::Display(what) => return self.shared.effect(Effect::Display(what)),
            Action::Retry => return self.retry(),
            Action::Palette => self.palette(mode),
            _ => match (Screen::opened_by(action, mode), self.stack.last_mut()) {
                (Some(screen), _) => StackChange::push(screen),
                (None, Some(screen)) => screen.act(action, count, &mut self.shared),
                (None, None) => StackChange::Stay,
            },
        };
        self.take_step(step);
    }

    /// The commands of the screen on top, or of the one that the help is about, which it takes the place of.
    fn palette(&mut self, mode: Mode) -> StackChange {
        let of_help = match self.stack.last() {
            Some(Screen::Overlay(overlay)) => overlay.help_of,
            _ => None,
        };
        if of_help.is_some() {
            self.stack.pop();
        }
        let below = of_help.unwrap_or(mode);
        let now = |action| command_now(action, self.top(), &self.shared);
        let palette = Palette::new(below, now);
        StackChange::push(Screen::Palette(palette))
    }

    fn next_language(&mut self) {
        self.shared.words.language = self.shared.words.language.next();
        self.shared.words.pseudo = false;
        self.shared.say(&AppNote::LanguageNow);
        // Side by side with what was there an interface turned round would be unreadable.
        self.shared.effect(Effect::Repaint);
    }

    /// Asks again for what failed; looks at the files again where nothing did.
    fn retry(&mut self) {
        if self.stack.last_mut().is_some_and(Screen::retry) {
            return;
        }
        if self.shared.loading.goes_on() {
            return self.shared.say(&AppNote::StillLoading);
        }
        self.shared.say(&AppNote::LookingAgain);
        self.shared.effect(Effect::Reload);
    }
}

/// The key with Alt that was pressed, where a terminal sent it as a letter that is no command.
fn with_alt(key: KeyPress, mode: Mode, keyboard: Keyboard) -> KeyPress {
    let is_command = |key: &KeyPress| action::lookup(mode, *key, keyboard).is_some();
    match key.from_eighth_bit().filter(is_command) {
        Some(meant) if !mode.is_typed() && !is_command(&key) => meant,
        _ => key,
    }
}

fn is_letter_with_alt(key: KeyPress) -> bool {
    key.alt && matches!(key.code, Code::Char(_))
}

/// The digit of Alt with a digit, which names something and is no count.
fn named_digit(key: KeyPress, keyboard: Keyboard) -> Option<u16> {
    match key.latin(keyboard).code {
        Code::Char(c) if key.alt => c.to_digit(10).map(|digit| digit as u16),
        _ => None,
    }
}
