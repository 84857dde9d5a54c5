//! From the rows of the table of actions to the groups of the help: the ten keys that matter first, then what belongs
//! together.

use Action as A;

use super::Display;
use super::action::{self, Action, Binding, Mode};
use crate::words::messages;

messages! {
    /// The headings of the help.
    #[derive(Copy, Eq)]
    pub enum KeyGroup {
        First "keys-first";
        Moving "keys-moving";
        Reading "keys-reading";
        Searching "keys-searching";
        Listing "keys-listing";
        Comparing "keys-comparing";
        Typing "keys-typing";
        Screens "keys-screens";
        Program "keys-program";
    }
}

/// Commands by what they concern, in the order of the help.
#[rustfmt::skip]
const BY_CONCERN: [(KeyGroup, &[Action]); 8] = [
    (KeyGroup::Moving, &[
        A::Down, A::Up, A::HalfDown, A::HalfUp, A::PageDown, A::PageUp, A::Top, A::Bottom, A::Forward,
        A::JumpBack, A::JumpForward, A::NextArticle, A::PreviousArticle,
    ]),
    (KeyGroup::Reading, &[
        A::Open, A::Related, A::Elsewhere, A::Info, A::Earlier, A::ToggleFold, A::ToggleFolds, A::Fold,
        A::FullWidth,
    ]),
    (KeyGroup::Searching, &[
        A::Search, A::Find, A::NextHit, A::PreviousHit, A::ClearSearch, A::Forms, A::AllForms, A::ExactForm, A::ThisForm,
        A::Accept, A::ResultDown, A::ResultUp, A::HistoryBack, A::HistoryForward,
    ]),
    (KeyGroup::Listing, &[
        A::Facets, A::OtherColumn, A::Mark, A::LeaveOut, A::Dates, A::ClearFilter, A::Sort, A::Group, A::Stories, A::Preview,
    ]),
    (KeyGroup::Comparing, &[
        A::Compare, A::NextChange, A::PreviousChange, A::Swap, A::ToggleSame, A::NextVersion, A::PreviousVersion,
    ]),
    (KeyGroup::Typing, &[
        A::CaretLeft, A::CaretRight, A::CaretForward, A::CaretBackward, A::WordRight, A::WordLeft,
        A::WordForward, A::WordBackward, A::CaretHome, A::CaretEnd, A::DeleteBack, A::DeleteForward,
        A::DeleteWord, A::DeleteWordBackward, A::DeleteWordForward, A::DeleteToStart, A::DeleteToEnd,
    ]),
    (KeyGroup::Screens, &[
        A::Problems, A::Overview, A::Help, A::Palette, A::Back, A::Leave,
    ]),
    (KeyGroup::Program, &[
        A::Retry, A::Language, A::Redraw, A::Display(Display::Tashkeel), A::Display(Display::Order),
        A::Display(Display::Shape), A::Suspend, A::Quit, A::Cancel,
    ]),
];

/// Most rows of the first group.
const MAX_FIRST: usize = 10;

/// Commands by how much they matter: of those that a mode has the first ten stand at the top of its help, in this order.
const BY_WEIGHT: [Action; 35] = [
    Action::Open,
    Action::Accept,
    Action::Cancel,
    Action::Mark,
    Action::LeaveOut,
    Action::Dates,
    Action::Compare,
    Action::Search,
    Action::Back,
    Action::Palette,
    Action::Down,
    Action::Up,
    Action::PageDown,
    Action::OtherColumn,
    Action::NextChange,
    Action::Swap,
    Action::ToggleSame,
    Action::ToggleFold,
    Action::Facets,
    Action::Sort,
    Action::Stories,
    Action::NextHit,
    Action::Find,
    Action::Related,
    Action::Elsewhere,
    Action::NextVersion,
    Action::ClearFilter,
    Action::ResultDown,
    Action::ResultUp,
    Action::HistoryBack,
    Action::Forms,
    Action::Help,
    Action::DeleteWord,
    Action::CaretLeft,
    Action::CaretRight,
];

/// Rows of the help under one heading.
#[derive(Debug)]
pub(super) struct KeySection {
    pub(super) group: KeyGroup,
    pub(super) bindings: Vec<&'static Binding>,
}

/// The rows of a mode in their groups, each row once; no group is empty.
pub(super) fn sections(mode: Mode) -> Vec<KeySection> {
    let all: Vec<&'static Binding> = action::bindings(mode).collect();
    // Where letters are commands the way out is another one.
    let counts = |action: &Action| *action != Action::Cancel || mode.is_typed();
    let weighed = BY_WEIGHT.into_iter().filter(counts);
    let first = weighed.filter_map(|action| all.iter().find(|row| row.action == action));
    let mut first: Vec<&'static Binding> = first.copied().collect();
    first.truncate(MAX_FIRST);
    let is_first = |row: &&Binding| first.iter().any(|other| std::ptr::eq(*row, *other));
    let rest: Vec<&'static Binding> = all.into_iter().filter(|row| !is_first(row)).collect();
    let by_concern = BY_CONCERN.map(|(group, actions)| {
        let rows = rest.iter().copied();
        KeySection {
            group,
            bindings: rows.filter(|row| actions.contains(&row.action)).collect(),
        }
    });
    let first = KeySection {
        group: KeyGroup::First,
        bindings: first,
    };
    let mut sections: Vec<KeySection> = std::iter::once(first).chain(by_concern).collect();
    sections.retain(|section| !section.bindings.is_empty());
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_in_one_group_and_ten_at_the_top() {
        for mode in Mode::ALL {
            let sections = sections(mode);
            let rows: usize = sections.iter().map(|section| section.bindings.len()).sum();
            assert_eq!(rows, action::bindings(mode).count(), "{mode:?}");
            assert_eq!(sections[0].group, KeyGroup::First);
            let first = sections[0].bindings.len();
            let all_matter = first == rows || first == MAX_FIRST;
            assert!(
                all_matter || (5..MAX_FIRST).contains(&first),
                "{mode:?} {first}"
            );
        }
    }

    #[test]
    fn the_way_in_and_the_way_out_are_among_the_first() {
        for mode in Mode::ALL {
            let first = sections(mode).remove(0).bindings;
            let has = |action| first.iter().any(|row| row.action == action);
            assert!(has(Action::Back) || has(Action::Cancel), "{mode:?}");
            assert!(mode == Mode::Reader || has(Action::Down) || has(Action::ResultDown));
        }
        let list: Vec<Action> = sections(Mode::List)
            .remove(0)
            .bindings
            .iter()
            .map(|row| row.action)
            .collect();
        assert_eq!(list[..3], [Action::Open, Action::Search, Action::Back]);
        assert!(list.contains(&Action::Facets) && list.contains(&Action::Sort));
    }
}
