//! What a command would do now, or why it cannot: a few words beside its name in the palette, and whether it is among the
//! hints.
//!
//! Only what the screen knows without asking or laying out anything is said; a command without such words may still come
//! to nothing, and says so itself.

use super::action::{Action, Mode};
use super::browse::facet_box::FacetBox;
use super::browse::facet_panel::FacetColumn;
use super::browse::{Browse, Focus, Panel, without_copies};
use super::compare::CompareScreen;
use super::note::AppNote;
use super::screen::Screen;
use super::shared::Shared;
use crate::library::Sort;
use crate::store::{CopiesKnown, Group};
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is so when a command has been carried out, or why it cannot be.
    pub enum NowNote {
        NothingSearched "now-nothing-searched";
        NothingFiltered "now-nothing-filtered";
        NothingSelected "now-nothing-selected";
        NothingLoading "now-nothing-loading";
        /// An article with this title.
        Titled "now-titled" { title: Name };
    }
}

messages! {
    /// How the list is made, or would be.
    pub enum StatusNote {
        NewestFirst "newest-first";
        OldestFirst "oldest-first";
        BySource "by-source";
        BestFirst "best-first";
        ByPlace "by-place";
        NotGrouped "group-none";
        GroupedBySource "group-source";
        GroupedByMonth "group-month";
        GroupedByDay "group-day";
        /// Before what the list is filtered by.
        FilteredBy "filter-by";
        NotFiltered "filter-none";
        /// Before a source that is left out.
        Without "filter-without";
        /// Before the days typed.
        OfDays "filter-days";
    }
}

messages! {
    /// The only screen on which a command does something.
    pub enum PlaceNote {
        List "only-in-list";
        Reader "only-in-reader";
        Search "only-in-search";
        Facets "only-in-facets";
        Related "only-in-related";
        Elsewhere "only-in-elsewhere";
        Compare "only-in-compare";
        Overlay "only-in-overlay";
        Problems "only-in-problems";
        Overview "only-in-overview";
    }
}

/// What is known of a command as things are.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandNow {
    pub note: Sentence,
    /// Whether something comes of it.
    pub can: bool,
}

impl CommandNow {
    fn new(note: &impl Said, can: bool) -> CommandNow {
        CommandNow {
            note: note.sentence(),
            can,
        }
    }

    /// Why it cannot, where that is so.
    fn unless(can: bool, note: &impl Said) -> Option<CommandNow> {
        (!can).then(|| CommandNow::new(note, can))
    }
}

impl StatusNote {
    /// The order of a list.
    pub fn sort(sort: Sort) -> StatusNote {
        match sort {
            Sort::Date => StatusNote::NewestFirst,
            Sort::Oldest => StatusNote::OldestFirst,
            Sort::Source => StatusNote::BySource,
            Sort::Relevance => StatusNote::BestFirst,
            Sort::Place => StatusNote::ByPlace,
        }
    }

    /// How a list is divided.
    pub fn group(group: Group) -> StatusNote {
        match group {
            Group::None => StatusNote::NotGrouped,
            Group::Source => StatusNote::GroupedBySource,
            Group::Month => StatusNote::GroupedByMonth,
            Group::Day => StatusNote::GroupedByDay,
        }
    }
}

impl PlaceNote {
    /// Where a row of the table of actions that has these modes does something.
    pub(super) fn of(modes: &[Mode]) -> Option<PlaceNote> {
        Some(match modes.first()? {
            Mode::List => PlaceNote::List,
            Mode::Reader => PlaceNote::Reader,
            Mode::Search => PlaceNote::Search,
            Mode::Facets => PlaceNote::Facets,
            Mode::Related => PlaceNote::Related,
            Mode::Elsewhere => PlaceNote::Elsewhere,
            Mode::Compare => PlaceNote::Compare,
            Mode::Overlay => PlaceNote::Overlay,
            Mode::Problems => PlaceNote::Problems,
            Mode::Overview => PlaceNote::Overview,
            Mode::Find | Mode::FacetBox | Mode::Palette => return None,
        })
    }
}

/// What is known of a command on a screen.
pub(super) fn command_now(action: Action, screen: &Screen, shared: &Shared) -> Option<CommandNow> {
    match (action, screen) {
        (Action::Cancel, screen) if !screen.mode().is_typed() => {
            CommandNow::unless(shared.loading.goes_on(), &NowNote::NothingLoading)
        }
        (Action::Retry, _) => CommandNow::unless(!shared.loading.goes_on(), &AppNote::StillLoading),
        (_, Screen::Browse(browse)) => browse.command_now(action, shared),
        (_, Screen::Compare(compare)) => compare.command_now(action),
        _ => None,
    }
}

impl Browse {
    /// What is known of a command here.
    pub fn command_now(&self, action: Action, shared: &Shared) -> Option<CommandNow> {
        use Action as A;
        match action {
            A::ClearFilter => {
                CommandNow::unless(!self.request.filter.is_empty(), &NowNote::NothingFiltered)
            }
            A::ClearSearch | A::Forms | A::AllForms | A::ExactForm | A::ThisForm => self.searched(),
            A::NextHit | A::PreviousHit if self.find.is_some() => self.matched(),
            A::NextHit | A::PreviousHit => self.searched().or_else(|| self.matched()),
            A::JumpBack => CommandNow::unless(self.jumps.can_go_back(), &AppNote::NoJumpBack),
            A::JumpForward => {
                CommandNow::unless(self.jumps.can_go_forward(), &AppNote::NoJumpForward)
            }
            A::Sort => Some(CommandNow::new(&StatusNote::sort(self.sort_after()), true)),
            A::Group => Some(CommandNow::new(
                &StatusNote::group(self.group_after()),
                true,
            )),
            A::Stories if self.stories => Some(CommandNow::new(&AppNote::EveryArticle, true)),
            A::Stories => copies_needed(shared.known.copies)
                .or_else(|| Some(CommandNow::new(&AppNote::OneRowAStory, true))),
            A::Elsewhere => copies_needed(shared.known.copies),
            A::ToggleFold | A::ToggleFolds => {
                let reader = self.pane.reader()?;
                CommandNow::unless(reader.page.fold_count() > 0, &AppNote::NothingFolded)
            }
            A::Earlier => {
                let reader = self.pane.reader()?;
                let repeats = reader.page.fold_count() > 0 || !reader.entry.folds.near.is_empty();
                CommandNow::unless(repeats, &AppNote::NoRepeatInView)
            }
            A::Open | A::Mark | A::LeaveOut | A::Compare | A::Related | A::Info => {
                self.selected(action)
            }
            A::ResultDown | A::ResultUp => match &self.panel {
                Panel::Facets(panel) => {
                    let can = !matches!(panel.typed, Some(FacetBox::Dates(_)));
                    CommandNow::unless(can, &NowNote::NothingSelected)
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn searched(&self) -> Option<CommandNow> {
        let searched = !self.request.text.trim().is_empty();
        CommandNow::unless(searched, &NowNote::NothingSearched)
    }

    /// In the article that is read.
    fn matched(&self) -> Option<CommandNow> {
        let reader = self.pane.reader().filter(|_| self.focus == Focus::Reader)?;
        CommandNow::unless(!reader.hits.is_empty(), &AppNote::NoMatch)
    }

    /// What a command does that is about the selected row.
    fn selected(&self, action: Action) -> Option<CommandNow> {
        let titled = |title: &str| {
            let title = title.to_owned();
            let titled = (!title.is_empty()).then_some(NowNote::Titled { title });
            titled.map(|titled| CommandNow::new(&titled, true))
        };
        let nothing = || Some(CommandNow::new(&NowNote::NothingSelected, false));
        match (&self.panel, action) {
            (Panel::Facets(panel), Action::LeaveOut) if panel.column != FacetColumn::Sources => {
                Some(CommandNow::new(&AppNote::OnlySourcesLeftOut, false))
            }
            (Panel::Facets(panel), Action::Mark | Action::LeaveOut) => {
                let facets = &self.list.head.facets;
                CommandNow::unless(panel.length(facets) > 0, &NowNote::NothingSelected)
            }
            (Panel::Related(panel), Action::Open) => match panel.row() {
                Some(row) => titled(&row.card.title),
                None => nothing(),
            },
            (Panel::Elsewhere(panel), Action::Open | Action::Compare) => match panel.row() {
                Some(row) => titled(&row.card.title),
                None => nothing(),
            },
            (_, Action::Open | Action::Info | Action::Related) if self.focus == Focus::List => {
                match self.list.card() {
                    Some(card) if action == Action::Open => titled(&card.title),
                    // A row that has not come yet is waited for.
                    None if self.list.is_empty() => nothing(),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// What a command waits for that needs the copies, or lacks.
fn copies_needed(copies: CopiesKnown) -> Option<CommandNow> {
    let note = without_copies(copies)?;
    // What is looked for comes, and is waited for.
    Some(CommandNow::new(&note, copies == CopiesKnown::NotYet))
}

impl CompareScreen {
    fn command_now(&self, action: Action) -> Option<CommandNow> {
        let (_, all) = self.view()?.change();
        match action {
            Action::NextChange => CommandNow::unless(all > 0, &AppNote::NoFurtherChange),
            Action::PreviousChange => CommandNow::unless(all > 0, &AppNote::NoEarlierChange),
            Action::NextVersion | Action::PreviousVersion => {
                CommandNow::unless(self.has_further_versions(), &AppNote::NoFurtherVersion)
            }
            _ => None,
        }
    }
}
