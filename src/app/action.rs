//! The table of commands: key map, help and key hints are all made from it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Display;
use super::key::KeyPress;
use super::listed_enum::listed_enum;

listed_enum! {
    /// What has the keys: each mode is a column of the table of commands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Mode {
        List,
        Reader,
        /// Typing in the search box.
        Search,
        Facets,
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
    ClearFilter,
    Sort,
    Group,
    Preview,
    Info,
    Problems,
    Overview,
    Help,
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
    pub help: &'static str,
    /// A word for the row of keys; empty where it is not shown there.
    pub hint: &'static str,
}

const fn row(
    action: Action,
    modes: &'static [Mode],
    keys: &'static [&'static str],
    help: &'static str,
    hint: &'static str,
) -> Binding {
    Binding {
        action,
        modes,
        keys,
        help,
        hint,
    }
}

use Action as A;
use Mode::{
    Compare, Elsewhere, Facets, List, Overlay, Overview, Problems, Reader, Related, Search,
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
/// Modes of the browsing screen outside of the search box.
const PANELS: &[Mode] = &[List, Reader, Facets, Related, Elsewhere];
/// Modes in which letters are commands.
const COMMANDS: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overlay, Overview, Problems,
];
/// Modes in which `?` opens the help; the help itself it closes.
const HELPED: &[Mode] = &[
    List, Reader, Facets, Related, Elsewhere, Compare, Overview, Problems,
];

/// Every command, in the order of the help.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(A::Open, &[List], &["enter", "right"], "read the article", "read"),
    row(A::Open, &[Related], &["enter"], "jump to the article", "jump"),
    row(A::Open, &[Elsewhere], &["enter"], "jump to the article, where they share a passage to that", "jump"),
    row(A::Compare, &[Elsewhere], &["d"], "compare the two, word by word", "compare"),
    row(A::Open, &[Compare], &["enter"], "read the second version", "read 2"),
    row(A::NextChange, &[Compare], &["n"], "next change", "next change"),
    row(A::PreviousChange, &[Compare], &["N", "p"], "previous change", ""),
    row(A::Swap, &[Compare], &["x", "tab"], "let the two change places", "swap"),
    row(A::ToggleSame, &[Compare], &["e"], "show or hide what is the same in both", "same text"),
    row(A::NextVersion, &[Compare], &["J"], "the first with the next version", "next version"),
    row(A::PreviousVersion, &[Compare], &["K"], "the first with the previous version", ""),
    row(A::Search, PANELS, &["/"], "search all articles as you type", "search"),
    row(A::Related, &[Reader, Elsewhere], &["r"], "related articles, and why", "related"),
    row(A::Elsewhere, &[Reader, Related], &["s"], "the same elsewhere: versions, shared passages", "same elsewhere"),
    row(A::Related, &[List], &["r"], "read, with related articles", "related"),
    row(A::ToggleFold, &[Reader], &["e", "enter"], "open or close the repeated text in view", "repeats"),
    row(A::ToggleFold, &[Related, Elsewhere], &["e"], "open or close the repeated text in view", "repeats"),
    row(A::ToggleFold, &[Problems], &["enter", "right", "l", "e"], "where this is so, or the first place only", "places"),
    row(A::Fold, &[Problems], &["left", "h"], "the first place only; then close", ""),
    row(A::ToggleFolds, READING, &["E"], "open or close all repeated text", ""),
    row(A::Earlier, READING, &["p"], "to the earlier words that the repeat in view repeats", "earlier"),
    row(A::Facets, &[List], &["f"], "filter by source and month", "filter"),
    row(A::Sort, &[List], &["s"], "sort by date, source, relevance", "sort"),
    row(A::Group, &[List], &["o"], "group by nothing, source, month", "group"),
    row(A::Stories, &[List], &["e", "f6"], "one row a story, or every article", "stories"),
    row(A::Mark, &[Facets], &["space", "enter"], "take or leave the value", "take"),
    row(A::OtherColumn, &[Facets], &["tab", "left", "right", "h", "l"], "sources or months", "other column"),
    row(A::ClearFilter, &[List, Facets], &["x"], "clear the filter", ""),
    row(A::Forms, BROWSING, &["f2"], "words in all their forms, in this one and its spellings, as typed", ""),
    row(A::AllForms, FORMED, &["alt-v"], "all forms of the words, or not", ""),
    row(A::ExactForm, FORMED, &["alt-x"], "words as they are typed, or not", ""),
    row(A::ThisForm, FORMED, &["alt-1", "alt-2", "alt-3", "alt-4", "alt-5", "alt-6", "alt-7", "alt-8", "alt-9"], "this form only; again: all forms", ""),
    row(A::ThisForm, FORMED, &["alt-0"], "all forms of the word again", ""),
    row(A::ThisForm, BROWSING, &["="], "all forms of the word again; 3=: the third form only", ""),
    row(A::Down, MOVING, &["j", "down"], "down", ""),
    row(A::Up, MOVING, &["k", "up"], "up", ""),
    row(A::HalfDown, &[List, Reader, Facets, Related, Compare, Overlay, Overview, Problems], &["d", "ctrl-d"], "half a page down", ""),
    row(A::HalfDown, &[Elsewhere], &["ctrl-d"], "half a page down", ""),
    row(A::HalfUp, MOVING, &["u", "ctrl-u"], "half a page up", ""),
    row(A::PageDown, &[List, Reader, Related, Elsewhere, Compare, Overlay, Overview, Problems], &["space", "pgdn", "ctrl-f"], "a page down", ""),
    row(A::PageUp, MOVING, &["b", "pgup", "ctrl-b"], "a page up", ""),
    row(A::Top, MOVING, &["g", "home"], "to the top", ""),
    row(A::Bottom, MOVING, &["G", "end"], "to the end", ""),
    row(A::NextArticle, READING, &["J"], "next article of the list", ""),
    row(A::PreviousArticle, READING, &["K"], "previous article of the list", ""),
    row(A::NextHit, BROWSING, &["n"], "next match", ""),
    row(A::PreviousHit, BROWSING, &["N"], "previous match", ""),
    row(A::ClearSearch, &[List], &["c"], "clear the search", ""),
    row(A::JumpBack, BROWSING, &["ctrl-o", "backspace"], "back to where you jumped from", ""),
    row(A::JumpForward, BROWSING, &["tab"], "forward again (also Ctrl-i)", ""),
    row(A::Preview, &[List], &["z"], "preview on or off", ""),
    row(A::Info, BROWSING, &["i"], "what is known of the article, and from where", ""),
    row(A::Problems, BROWSING, &["!", "P"], "what could not be read, or was guessed", ""),
    row(A::Overview, BROWSING, &["O"], "what is in the corpus: sizes, dates, sources over time", ""),
    row(A::Help, HELPED, &["?", "f1"], "this help", "help"),
    row(A::Retry, COMMANDS, &["R"], "ask again for what failed, else read changed files", ""),
    row(A::Redraw, COMMANDS, &["ctrl-l"], "draw the screen anew", ""),
    row(A::Display(Display::Tashkeel), COMMANDS, &["alt-t", "f12"], "vowel marks shown or not", ""),
    row(A::Display(Display::Order), COMMANDS, &["alt-b", "f9"], "Arabic looks reversed? send it another way", ""),
    row(A::Display(Display::Shape), COMMANDS, &["alt-s", "f10"], "joined letters sent or not", ""),
    row(A::Suspend, COMMANDS, &["ctrl-z"], "suspend (fg comes back)", ""),
    row(A::Back, &[Reader], &["q", "esc", "left", "h"], "back to the list", "back"),
    row(A::Back, &[Related], &["r", "q", "esc", "left", "h"], "close the panel", "close"),
    row(A::Back, &[Elsewhere], &["s", "q", "esc", "left", "h"], "close the panel", "close"),
    row(A::Back, &[Compare], &["q", "esc", "left", "h"], "back to the article", "back"),
    row(A::Back, &[Facets], &["q", "esc", "f"], "close", "close"),
    row(A::Back, &[Overlay], &["q", "esc", "?", "i", "f1", "left", "h"], "close", "close"),
    row(A::Open, &[Overview], &["enter", "right", "l"], "the articles of the selected row", "its articles"),
    row(A::Back, &[Overview], &["q", "esc", "left", "h", "O"], "close", "close"),
    row(A::Back, &[Problems], &["q", "esc", "!", "P"], "close", "close"),
    row(A::Back, &[List], &["q"], "quit", "quit"),
    row(A::Leave, &[List], &["esc"], "clear search and filter; stop loading; one screen back", ""),
    row(A::Quit, COMMANDS, &["Q"], "quit at once", ""),
    row(A::Cancel, COMMANDS, &["ctrl-c"], "stop loading; twice: quit", ""),
    row(A::Accept, &[Search], &["enter"], "keep the search, go to the list", "accept"),
    row(A::Cancel, &[Search], &["esc", "ctrl-c"], "back to what was there", "cancel"),
    row(A::Forms, &[Search], &["f2"], "words in all their forms, in this one and its spellings, as typed", "forms"),
    row(A::ResultDown, &[Search], &["ctrl-n", "ctrl-j", "pgdn"], "next result", "next"),
    row(A::ResultUp, &[Search], &["ctrl-p", "pgup"], "previous result", ""),
    row(A::HistoryBack, &[Search], &["up"], "earlier search", "history"),
    row(A::Help, &[Search], &["f1"], "this help", "help"),
    row(A::HistoryForward, &[Search], &["down"], "later search", ""),
    row(A::CaretLeft, &[Search], &["left"], "caret left", ""),
    row(A::CaretRight, &[Search], &["right"], "caret right", ""),
    row(A::CaretForward, &[Search], &["ctrl-f"], "caret on by a character of the text", ""),
    row(A::CaretBackward, &[Search], &["ctrl-b"], "caret back by a character of the text", ""),
    row(A::WordForward, &[Search], &["ctrl-right", "alt-f"], "caret on by a word of the text", ""),
    row(A::WordBackward, &[Search], &["ctrl-left", "alt-b"], "caret back by a word of the text", ""),
    row(A::CaretHome, &[Search], &["home", "ctrl-a"], "caret to the beginning", ""),
    row(A::CaretEnd, &[Search], &["end", "ctrl-e"], "caret to the end", ""),
    row(A::DeleteBack, &[Search], &["backspace", "ctrl-h"], "delete backward", ""),
    row(A::DeleteForward, &[Search], &["delete", "ctrl-d"], "delete forward", ""),
    row(A::DeleteWord, &[Search], &["ctrl-w"], "delete the word before", ""),
    row(A::DeleteWordBackward, &[Search], &["alt-backspace"], "delete back to a word's start", ""),
    row(A::DeleteWordForward, &[Search], &["alt-d"], "delete on to a word's end", ""),
    row(A::DeleteToStart, &[Search], &["ctrl-u"], "delete to the beginning", ""),
    row(A::DeleteToEnd, &[Search], &["ctrl-k"], "delete to the end", ""),
    row(A::Display(Display::Order), &[Search], &["f9"], "Arabic looks reversed? send it another way", ""),
    row(A::Display(Display::Shape), &[Search], &["f10"], "joined letters sent or not", ""),
    row(A::Display(Display::Tashkeel), &[Search], &["f12"], "vowel marks shown or not", ""),
    row(A::Redraw, &[Search], &["ctrl-l"], "draw the screen anew", ""),
    row(A::Suspend, &[Search], &["ctrl-z"], "suspend", ""),
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
pub fn lookup(mode: Mode, key: KeyPress) -> Option<Action> {
    let key = if mode == Mode::Search && key.typed().is_some() {
        key
    } else {
        key.latin()
    };
    KEYMAP.get(&(mode, key)).copied()
}

/// The rows of one mode, in the order of the table.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |b| b.modes.contains(&mode))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_means_two_things() {
        for mode in Mode::ALL {
            let mut keys: Vec<&str> = bindings(mode).flat_map(|b| b.keys).copied().collect();
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "{mode:?}");
        }
    }

    #[test]
    fn every_key_name_can_be_read() {
        for name in BINDINGS.iter().flat_map(|b| b.keys) {
            assert!(name.parse::<KeyPress>().is_ok(), "{name}");
        }
    }

    /// Shift and these letters give ASCII brackets and slashes on an Arabic layout.
    #[test]
    fn no_command_is_bound_to_a_capital_that_an_arabic_layout_cannot_send() {
        for name in BINDINGS.iter().flat_map(|b| b.keys) {
            assert!(
                !["D", "F", "L", "M", "U", "C", "V", "Z"].contains(name),
                "{name}"
            );
        }
    }

    #[test]
    fn every_command_has_its_first_key_in_each_of_its_modes() {
        for binding in BINDINGS {
            let key = binding.keys[0].parse().unwrap();
            for mode in binding.modes {
                assert_eq!(lookup(*mode, key), Some(binding.action), "{binding:?}");
            }
        }
    }

    #[test]
    fn an_arabic_layout_reaches_the_same_commands() {
        for (arabic, latin) in [
            ("ت", "j"),
            ("ن", "k"),
            ("ق", "r"),
            ("ث", "e"),
            ("س", "s"),
            ("ب", "f"),
            ("ض", "q"),
            ("ظ", "/"),
            ("؟", "?"),
        ] {
            for mode in [List, Reader] {
                assert_eq!(
                    lookup(mode, arabic.parse().unwrap()),
                    lookup(mode, latin.parse().unwrap()),
                    "{arabic}"
                );
            }
        }
    }

    #[test]
    fn letters_typed_into_the_search_box_are_letters() {
        let bound: HashSet<_> = ["ت", "j", "ض", "?"]
            .iter()
            .filter_map(|k| lookup(Search, k.parse().unwrap()))
            .collect();
        assert!(bound.is_empty());
    }
}
