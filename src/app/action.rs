//! The table of commands: key map, help and key hints are all made from it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Display;
use super::key::KeyPress;
use super::key_help::KeyHelp;
use super::keyboard::Keyboard;
use super::listed_enum::listed_enum;

listed_enum! {
    /// What has the keys: each mode is a column of the table of commands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Mode {
        List,
        Reader,
        /// Typing in the search box.
        Search,
        /// Typing what is searched within the article.
        Find,
        Facets,
        /// Typing in a box of the filter.
        FacetBox,
        Related,
        /// The panel of other articles with the same text.
        Elsewhere,
        /// Two versions of a story.
        Compare,
        /// Help, and what is known of an article.
        Overlay,
        /// What could not be read, or was guessed.
        Problems,
        /// What is in the corpus.
        Overview,
        /// Typing the name of a command.
        Palette,
    }
}

impl Mode {
    /// Whether letters are typed, and no commands.
    pub fn is_typed(self) -> bool {
        matches!(
            self,
            Mode::Search | Mode::Find | Mode::FacetBox | Mode::Palette
        )
    }
}

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Forward,
    Back,
    Open,
    Quit,
    NextArticle,
    PreviousArticle,
    Search,
    /// Searches within the article that is read.
    Find,
    NextHit,
    PreviousHit,
    ClearSearch,
    /// Clears what narrows the list, or closes the screen; never ends the program.
    Leave,
    /// Asks again for what failed.
    Retry,
    Related,
    /// Opens the panel of other articles with the same text.
    Elsewhere,
    /// Shows the article being read beside the selected one.
    Compare,
    NextChange,
    PreviousChange,
    Swap,
    /// Shows or hides what is the same in both versions.
    ToggleSame,
    NextVersion,
    PreviousVersion,
    /// From all forms of the words to the spellings of each word, to the words as typed, and back.
    Forms,
    AllForms,
    ExactForm,
    /// Searches the form of a number alone, or all again.
    ThisForm,
    /// One row a story, or every article.
    Stories,
    JumpBack,
    JumpForward,
    ToggleFold,
    ToggleFolds,
    /// Folds the group of problems, or closes the screen where it is folded.
    Fold,
    /// Goes to the text that the repeat in view repeats.
    Earlier,
    Facets,
    OtherColumn,
    Mark,
    /// Leaves the selected source out of the list, or lets it in again.
    LeaveOut,
    /// Opens the box for days.
    Dates,
    ClearFilter,
    Sort,
    Group,
    Preview,
    /// Gives the reader the whole width, or its text a measure.
    FullWidth,
    Info,
    Problems,
    Overview,
    Help,
    /// Speaks the next language.
    Language,
    /// Lists all commands by their names.
    Palette,
    Redraw,
    Display(Display),
    Suspend,
    Accept,
    Cancel,
    ResultDown,
    ResultUp,
    HistoryBack,
    HistoryForward,
    CaretLeft,
    CaretRight,
    /// Moves the caret by one character of the text, wherever that stands on the screen.
    CaretForward,
    CaretBackward,
    /// To the next word on the right, or the left, whichever direction the text has.
    WordRight,
    WordLeft,
    WordForward,
    WordBackward,
    CaretHome,
    CaretEnd,
    DeleteBack,
    DeleteForward,
    /// Deletes back to white space.
    DeleteWord,
    DeleteWordBackward,
    DeleteWordForward,
    DeleteToStart,
    DeleteToEnd,
}

/// A command with its keys in some modes: a row of the table.
#[derive(Debug)]
pub struct Binding {
    pub action: Action,
    pub modes: &'static [Mode],
    /// Key names, the one to be shown first.
    pub keys: &'static [&'static str],
    pub help: KeyHelp,
    /// Whether its key is in the row of keys.
    pub is_hinted: bool,
}

/// A row of the help alone.
const fn row(
    action: Action,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: KeyHelp,
) -> Binding {
    Binding {
        action,
        modes,
        keys,
        help,
        is_hinted: false,
    }
}

/// A row of the help and of the row of keys.
const fn hinted(
    action: Action,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: KeyHelp,
) -> Binding {
    Binding {
        is_hinted: true,
        ..row(action, modes, keys, help)
    }
}

use Action as A;
use KeyHelp as K;
use Mode::{
    Compare, Elsewhere, FacetBox, Facets, Find, List, Overlay, Overview, Palette, Problems, Reader,
    Related, Search,
};

/// Modes with rows to move over.
const MOVING: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overlay, Overview, Problems,
];
/// Modes with an article that is selected or read.
const BROWSING: &[Mode] = &[List, Reader, Related, Elsewhere];
/// Modes with an article that is read.
const READING: &[Mode] = &[Reader, Related, Elsewhere];
/// Modes in which the forms of the words searched are chosen.
const FORMED: &[Mode] = &[List, Reader, Related, Elsewhere, Search];
/// Modes in which letters are commands.
const COMMANDS: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overlay, Overview, Problems,
];
/// Modes in which letters are typed.
const TYPED: &[Mode] = &[Search, Find, FacetBox, Palette];
/// Modes other than the help in which commands are found by their names.
const NAMED: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overview, Problems,
];
/// Modes in which `?` opens the help; the help itself it closes.
const HELPED: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overview, Problems,
];

/// Every command, in the order of the help.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    hinted(A::Open, &[List], &["enter", "right"], K::ReadArticle),
    hinted(A::Open, &[Related], &["enter"], K::JumpToArticle),
    hinted(A::Open, &[Elsewhere], &["enter"], K::JumpToPassage),
    hinted(A::Compare, &[Elsewhere], &["d"], K::CompareTwo),
    hinted(A::Open, &[Compare], &["enter"], K::ReadSecond),
    hinted(A::NextChange, &[Compare], &["n"], K::NextChange),
    row(A::PreviousChange, &[Compare], &["N", "p"], K::PreviousChange),
    hinted(A::Swap, &[Compare], &["x", "tab"], K::Swap),
    hinted(A::ToggleSame, &[Compare], &["e"], K::ToggleSame),
    hinted(A::NextVersion, &[Compare], &["J"], K::NextVersion),
    row(A::PreviousVersion, &[Compare], &["K"], K::PreviousVersion),
    hinted(A::Search, BROWSING, &["/"], K::Search),
    hinted(A::Find, READING, &["\\", "ctrl-s"], K::Find),
    hinted(A::Related, &[Reader, Elsewhere], &["r"], K::Related),
    hinted(A::Elsewhere, &[Reader, Related], &["s"], K::Elsewhere),
    hinted(A::Related, &[List], &["r"], K::ReadRelated),
    hinted(A::ToggleFold, &[Reader], &["e", "enter"], K::ToggleFold),
    hinted(A::ToggleFold, &[Related, Elsewhere], &["e"], K::ToggleFold),
    hinted(A::ToggleFold, &[Problems], &["enter", "right", "l", "e"], K::TogglePlaces),
    row(A::Fold, &[Problems], &["left", "h"], K::FoldPlaces),
    row(A::ToggleFolds, READING, &["E"], K::ToggleFolds),
    hinted(A::Earlier, READING, &["p"], K::Earlier),
    hinted(A::Facets, &[List], &["f"], K::Filter),
    hinted(A::Sort, &[List], &["s"], K::Sort),
    hinted(A::Group, &[List], &["o"], K::Group),
    hinted(A::Stories, &[List], &["e", "f6"], K::Stories),
    hinted(A::Mark, &[Facets], &["space", "enter"], K::TakeValue),
    hinted(A::LeaveOut, &[Facets], &["-"], K::LeaveOut),
    hinted(A::Find, &[Facets], &["/", "\\", "ctrl-s"], K::FindSource),
    hinted(A::Dates, &[Facets], &["d"], K::Dates),
    hinted(A::OtherColumn, &[Facets], &["tab", "left", "right", "h", "l"], K::OtherColumn),
    hinted(A::ClearFilter, &[Facets], &["x"], K::ClearFilter),
    row(A::ClearFilter, &[List], &["x"], K::ClearFilter),
    row(A::Forms, BROWSING, &["f2"], K::Forms),
    row(A::AllForms, FORMED, &["alt-v"], K::AllForms),
    row(A::ExactForm, FORMED, &["alt-x"], K::ExactForm),
    row(A::ThisForm, FORMED, &["alt-1", "alt-2", "alt-3", "alt-4", "alt-5", "alt-6", "alt-7", "alt-8", "alt-9"], K::ThisForm),
    row(A::ThisForm, FORMED, &["alt-0"], K::FormsAgain),
    row(A::ThisForm, BROWSING, &["="], K::NumberedForm),
    row(A::Down, MOVING, &["j", "down"], K::Down),
    row(A::Up, MOVING, &["k", "up"], K::Up),
    row(A::HalfDown, &[List, Reader, Related, Compare, Overlay, Overview, Problems], &["d", "ctrl-d"], K::HalfDown),
    row(A::HalfDown, &[Facets, Elsewhere], &["ctrl-d"], K::HalfDown),
    row(A::HalfUp, MOVING, &["u", "ctrl-u"], K::HalfUp),
    row(A::PageDown, &[List, Reader, Related, Elsewhere, Compare, Overlay, Overview, Problems], &["space", "pgdn", "ctrl-f"], K::PageDown),
    row(A::PageDown, &[Facets], &["pgdn", "ctrl-f"], K::PageDown),
    row(A::PageUp, MOVING, &["b", "pgup", "ctrl-b"], K::PageUp),
    row(A::Top, MOVING, &["g", "home"], K::Top),
    row(A::Bottom, MOVING, &["G", "end"], K::Bottom),
    row(A::NextArticle, READING, &["J"], K::NextArticle),
    row(A::PreviousArticle, READING, &["K"], K::PreviousArticle),
    row(A::NextHit, BROWSING, &["n"], K::NextHit),
    row(A::PreviousHit, BROWSING, &["N"], K::PreviousHit),
    row(A::ClearSearch, &[List], &["c"], K::ClearSearch),
    row(A::JumpBack, BROWSING, &["ctrl-o", "backspace"], K::JumpBack),
    row(A::JumpForward, BROWSING, &["tab"], K::JumpForward),
    row(A::Preview, &[List], &["z", "f7"], K::Preview),
    row(A::FullWidth, READING, &["z", "f7"], K::FullWidth),
    row(A::Info, BROWSING, &["i"], K::Info),
    row(A::Problems, BROWSING, &["!", "P"], K::Problems),
    row(A::Overview, BROWSING, &["O"], K::Overview),
    hinted(A::Help, HELPED, &["?", "f1"], K::Help),
    row(A::Palette, &[Overlay], &["/", ":", ";"], K::Palette),
    row(A::Palette, NAMED, &[":", ";"], K::Palette),
    row(A::Retry, COMMANDS, &["R"], K::Retry),
    row(A::Redraw, COMMANDS, &["ctrl-l"], K::Redraw),
    row(A::Language, COMMANDS, &["alt-l"], K::Language),
    row(A::Display(Display::Tashkeel), COMMANDS, &["alt-t", "f12"], K::ToggleTashkeel),
    row(A::Display(Display::Order), COMMANDS, &["alt-b", "f9"], K::SwitchOrder),
    row(A::Display(Display::Shape), COMMANDS, &["alt-s", "f10"], K::SwitchShape),
    row(A::Suspend, COMMANDS, &["ctrl-z"], K::Suspend),
    hinted(A::Back, &[Reader], &["q", "left", "h"], K::BackToList),
    row(A::Leave, &[Reader], &["esc"], K::LeaveReader),
    hinted(A::Back, &[Related], &["r", "q", "esc", "left", "h"], K::ClosePanel),
    hinted(A::Back, &[Elsewhere], &["s", "q", "esc", "left", "h"], K::ClosePanel),
    hinted(A::Back, &[Compare], &["q", "esc", "left", "h"], K::BackToArticle),
    hinted(A::Back, &[Facets], &["q", "f"], K::Close),
    row(A::Leave, &[Facets], &["esc"], K::LeaveFilter),
    hinted(A::Back, &[Overlay], &["q", "esc", "?", "i", "f1", "left", "h"], K::Close),
    hinted(A::Open, &[Overview], &["enter", "right", "l"], K::RowArticles),
    hinted(A::Back, &[Overview], &["q", "esc", "left", "h", "O"], K::Close),
    hinted(A::Back, &[Problems], &["q", "esc", "!", "P"], K::Close),
    hinted(A::Back, &[List], &["q"], K::Quit),
    row(A::Leave, &[List], &["esc"], K::Leave),
    row(A::Quit, COMMANDS, &["Q"], K::QuitAtOnce),
    row(A::Cancel, COMMANDS, &["ctrl-c"], K::Stop),
    hinted(A::Accept, &[Palette], &["enter"], K::DoCommand),
    hinted(A::Cancel, &[Palette], &["esc", "ctrl-c"], K::Close),
    hinted(A::ResultDown, &[Palette], &["down", "ctrl-n", "ctrl-j", "pgdn", "tab"], K::NextCommand),
    row(A::ResultUp, &[Palette], &["up", "ctrl-p", "pgup"], K::PreviousCommand),
    hinted(A::Accept, &[Find], &["enter"], K::AcceptFind),
    hinted(A::Cancel, &[Find], &["esc", "ctrl-c"], K::CancelFind),
    hinted(A::ResultDown, &[Find], &["down", "ctrl-n", "ctrl-j", "ctrl-s", "pgdn"], K::NextFound),
    hinted(A::ResultUp, &[Find], &["up", "ctrl-p", "pgup"], K::PreviousFound),
    hinted(A::Accept, &[FacetBox], &["enter"], K::AcceptFilter),
    hinted(A::Cancel, &[FacetBox], &["esc", "ctrl-c"], K::CancelFilter),
    hinted(A::ResultDown, &[FacetBox], &["down", "ctrl-n", "ctrl-j", "pgdn"], K::NextValue),
    row(A::ResultUp, &[FacetBox], &["up", "ctrl-p", "pgup"], K::PreviousValue),
    hinted(A::Accept, &[Search], &["enter"], K::AcceptSearch),
    hinted(A::Cancel, &[Search], &["esc", "ctrl-c"], K::CancelSearch),
    hinted(A::Forms, &[Search], &["f2"], K::Forms),
    hinted(A::ResultDown, &[Search], &["down", "ctrl-n", "ctrl-j", "pgdn"], K::NextResult),
    row(A::ResultUp, &[Search], &["up", "ctrl-p", "pgup"], K::PreviousResult),
    hinted(A::HistoryBack, &[Search], &["alt-up", "ctrl-r"], K::EarlierSearch),
    hinted(A::Help, &[Search], &["f1"], K::Help),
    row(A::HistoryForward, &[Search], &["alt-down"], K::LaterSearch),
    row(A::CaretLeft, TYPED, &["left"], K::CaretLeft),
    row(A::CaretRight, TYPED, &["right"], K::CaretRight),
    row(A::CaretForward, TYPED, &["ctrl-f"], K::CaretForward),
    row(A::CaretBackward, TYPED, &["ctrl-b"], K::CaretBackward),
    row(A::WordRight, TYPED, &["ctrl-right"], K::WordRight),
    row(A::WordLeft, TYPED, &["ctrl-left"], K::WordLeft),
    row(A::WordForward, TYPED, &["alt-f"], K::WordForward),
    row(A::WordBackward, TYPED, &["alt-b"], K::WordBackward),
    row(A::CaretHome, TYPED, &["home", "ctrl-a"], K::CaretHome),
    row(A::CaretEnd, TYPED, &["end", "ctrl-e"], K::CaretEnd),
    row(A::DeleteBack, TYPED, &["backspace", "ctrl-h"], K::DeleteBack),
    row(A::DeleteForward, TYPED, &["delete", "ctrl-d"], K::DeleteForward),
    row(A::DeleteWord, TYPED, &["ctrl-w"], K::DeleteWord),
    row(A::DeleteWordBackward, TYPED, &["alt-backspace"], K::DeleteWordBackward),
    row(A::DeleteWordForward, TYPED, &["alt-d"], K::DeleteWordForward),
    row(A::DeleteToStart, TYPED, &["ctrl-u"], K::DeleteToStart),
    row(A::DeleteToEnd, TYPED, &["ctrl-k"], K::DeleteToEnd),
    row(A::Display(Display::Order), &[Search], &["f9"], K::SwitchOrder),
    row(A::Display(Display::Shape), &[Search], &["f10"], K::SwitchShape),
    row(A::Display(Display::Tashkeel), &[Search], &["f12"], K::ToggleTashkeel),
    row(A::Redraw, TYPED, &["ctrl-l"], K::Redraw),
    row(A::Language, TYPED, &["alt-l"], K::Language),
    row(A::Suspend, &[Search], &["ctrl-z"], K::SuspendTyping),
];

static KEYMAP: LazyLock<HashMap<(Mode, KeyPress), Action>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for binding in BINDINGS {
        for mode in binding.modes {
            for key in binding.keys.iter().filter_map(|name| name.parse().ok()) {
                // The first row that binds a key in a mode has it.
                map.entry((*mode, key)).or_insert(binding.action);
            }
        }
    }
    map
});

/// What a key means in a mode; keys of other layouts are translated where keys are commands.
pub fn lookup(mode: Mode, key: KeyPress, keyboard: Keyboard) -> Option<Action> {
    let key = if mode.is_typed() && key.typed().is_some() {
        key
    } else {
        key.latin(keyboard)
    };
    KEYMAP.get(&(mode, key)).copied()
}

/// The rows of one mode, in the order of the table.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |b| b.modes.contains(&mode))
}

#[cfg(test)]
mod tests;
