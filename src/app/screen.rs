//! The screens, and the one place that hands keys and answers to them.
//!
//! A screen is a value on a stack; the top one has the keys and is drawn. A command changes the screen and the
//! [`Shared`] state, and returns what becomes of the stack ([`StackChange`]). A screen below the top keeps its
//! state (selection, scroll, panel, open folds) until it is the top again.
//!
//! A new screen is a file of its own, its drawing, a variant of [`Screen`], and its rows in the table of actions.

use super::action::{Action, Mode};
use super::browse::Browse;
use super::compare::CompareScreen;
use super::message::StoreReply;
use super::overlay::Overlay;
use super::overview::OverviewScreen;
use super::palette::Palette;
use super::problems::Problems;
use super::shared::Shared;

/// A screen of the stack.
#[derive(Clone, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "there are only as many screens as a person has opened"
)]
pub enum Screen {
    /// A list, the reading pane, their panels and the search box.
    Browse(Browse),
    /// Two versions side by side.
    Compare(CompareScreen),
    /// What could not be read, or was guessed.
    Problems(Problems),
    /// What is in the corpus.
    Overview(OverviewScreen),
    /// Keys, or what is known of an article.
    Overlay(Overlay),
    /// Every command by its name.
    Palette(Palette),
}

/// What a command does to the stack of screens.
pub enum StackChange {
    Stay,
    Push(Box<Screen>),
    /// The screen closes; the first one ends the program.
    Pop,
    /// The screen closes, and the one below it carries a command out.
    PopAndDo(Action),
    /// The screen closes, and the browsing screen below it carries this out.
    PopThen(super::browse::FollowUp),
    /// The program ends.
    Quit,
}

impl StackChange {
    pub(super) fn push(screen: Screen) -> StackChange {
        StackChange::Push(Box::new(screen))
    }
}

/// The number typed before a command: `5j`.
pub(super) type Count = Option<u16>;

/// The scroll positions and selections of a screen.
#[derive(Clone, Debug)]
pub(super) enum ScrollState {
    Browse(super::browse::BrowseScroll),
    Compare(super::compare::CompareScroll),
    /// Of a screen with one of them.
    Row(usize),
}

impl Screen {
    /// The screen that a command opens wherever it is given, in `mode`.
    pub(super) fn opened_by(action: Action, mode: Mode) -> Option<Screen> {
        match action {
            Action::Help => Some(Screen::Overlay(Overlay::help(mode))),
            Action::Problems => Some(Screen::Problems(Problems::default())),
            Action::Overview => Some(Screen::Overview(OverviewScreen::default())),
            _ => None,
        }
    }

    /// Which column of the table of actions keys are looked up in.
    pub fn mode(&self) -> Mode {
        match self {
            Screen::Browse(browse) => browse.mode(),
            Screen::Compare(_) => Mode::Compare,
            Screen::Problems(_) => Mode::Problems,
            Screen::Overview(_) => Mode::Overview,
            Screen::Overlay(_) => Mode::Overlay,
            Screen::Palette(_) => Mode::Palette,
        }
    }

    /// Carries out a command.
    pub(super) fn act(&mut self, action: Action, count: Count, shared: &mut Shared) -> StackChange {
        match self {
            Screen::Browse(browse) => browse.act(action, count, shared),
            Screen::Compare(compare) => compare.act(action, count, shared),
            Screen::Problems(problems) => problems.act(action, count),
            Screen::Overview(overview) => overview.act(action, count, shared),
            Screen::Overlay(overlay) => overlay.act(action, count, shared),
            Screen::Palette(palette) => palette.act(action, count, shared),
        }
    }

    /// Whether it waits for the answer with this generation.
    pub(super) fn awaits(&self, generation: u64) -> bool {
        match self {
            Screen::Browse(browse) => browse.awaits(generation),
            Screen::Compare(compare) => compare.pending.awaits(generation),
            Screen::Problems(problems) => problems.pending.awaits(generation),
            Screen::Overview(overview) => overview.pending.awaits(generation),
            Screen::Overlay(overlay) => overlay.pending.awaits(generation),
            Screen::Palette(_) => false,
        }
    }

    /// Takes in an answer that it waits for.
    pub(super) fn reply(&mut self, reply: StoreReply, shared: &mut Shared) {
        match self {
            Screen::Browse(browse) => browse.reply(reply, shared),
            Screen::Compare(compare) => compare.reply(reply, shared),
            Screen::Problems(problems) => problems.reply(reply),
            Screen::Overview(overview) => overview.reply(reply),
            Screen::Overlay(overlay) => overlay.reply(reply),
            Screen::Palette(_) => {}
        }
    }

    /// Brings derived state in line after a message, and asks for what is lacking.
    pub(super) fn settle(&mut self, shared: &mut Shared) {
        match self {
            Screen::Browse(browse) => browse.settle(shared),
            Screen::Compare(compare) => compare.settle(shared),
            Screen::Problems(problems) => problems.settle(shared),
            Screen::Overview(overview) => overview.settle(shared),
            Screen::Overlay(overlay) => overlay.settle(shared),
            Screen::Palette(palette) => palette.settle(shared),
        }
    }

    /// Asks again for what failed; false where nothing did.
    pub(super) fn retry(&mut self) -> bool {
        match self {
            Screen::Browse(browse) => browse.retry(),
            Screen::Compare(compare) => compare.pending.retry(),
            Screen::Problems(problems) => problems.pending.retry(),
            Screen::Overview(overview) => overview.pending.retry(),
            Screen::Overlay(overlay) => overlay.pending.retry(),
            Screen::Palette(_) => false,
        }
    }

    /// The scroll positions and selections, for [`Screen::restore_scroll`].
    pub(super) fn scroll_state(&self) -> ScrollState {
        match self {
            Screen::Browse(browse) => ScrollState::Browse(browse.scroll_state()),
            Screen::Compare(compare) => ScrollState::Compare(compare.scroll_state()),
            Screen::Problems(problems) => ScrollState::Row(problems.selected),
            Screen::Overview(overview) => ScrollState::Row(overview.selected),
            Screen::Overlay(overlay) => ScrollState::Row(overlay.top),
            Screen::Palette(palette) => ScrollState::Row(palette.selected),
        }
    }

    /// Restores scroll positions and selections of the same screen.
    pub(super) fn restore_scroll(&mut self, scroll: ScrollState) {
        match (self, scroll) {
            (Screen::Browse(browse), ScrollState::Browse(at)) => browse.restore_scroll(at),
            (Screen::Compare(compare), ScrollState::Compare(at)) => compare.restore_scroll(at),
            (Screen::Problems(problems), ScrollState::Row(row)) => problems.selected = row,
            (Screen::Overview(overview), ScrollState::Row(row)) => overview.selected = row,
            (Screen::Overlay(overlay), ScrollState::Row(row)) => overlay.top = row,
            (Screen::Palette(palette), ScrollState::Row(row)) => palette.selected = row,
            _ => {}
        }
    }
}

/// The rows that a moving command moves by, down or up (negative), where `page` rows are in view; `None` for other
/// commands.
pub(super) fn rows_of(action: Action, count: Count, page: usize) -> Option<isize> {
    let page = isize::try_from(page.max(2)).unwrap_or(isize::MAX);
    let times = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
    // Further than any text is long; half of what fits, so that adding to it cannot overflow.
    let far = isize::MAX / 2;
    Some(match action {
        Action::Down => times,
        Action::Up => -times,
        Action::HalfDown => times * (page / 2),
        Action::HalfUp => -times * (page / 2),
        // One row of the page before stays in view.
        Action::PageDown => times * (page - 1),
        Action::PageUp => -times * (page - 1),
        Action::Top => -far,
        Action::Bottom => far,
        _ => return None,
    })
}
