//! The status row: how the list is ordered and divided, and what it is filtered by.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Scene;
use super::facets::month_name;
use super::paint::{Align, Painter, cut_start};
use super::theme::Role;
use crate::app::browse::without_copies;
use crate::app::command_now::StatusNote;
use crate::app::labels::source_name;
use crate::app::note::AppNote;
use crate::library::Filter;
use crate::store::Group;
use crate::text::isolated;
use crate::text::width::str_columns;
use crate::words::{Said, Words};

/// `sort: newest first   group: none   filter: …`
pub(super) fn draw(painter: &mut Painter<'_>, scene: &Scene<'_>, area: Rect) {
    if area.area() == 0 {
        return;
    }
    let browse = scene.browse;
    let sort = StatusNote::sort(browse.request.sort);
    let group = StatusNote::group(browse.group);
    let mut x = cut_start(area, 1);
    let copies = without_copies(scene.shared.known.copies);
    let rows = match (browse.stories, browse.shows_stories()) {
        (true, true) => AppNote::OneRowAStory,
        (true, false) => copies.unwrap_or(AppNote::EveryArticle),
        _ => AppNote::EveryArticle,
    };
    let words = painter.words;
    let filtered = FilterText::new(&browse.request.filter, words);
    let usual_group = browse.group == Group::None;
    let said = [
        (words.say(&sort.sentence()), false),
        (words.say(&group.sentence()), usual_group),
        (words.say(&rows.sentence()), !browse.stories),
    ];
    let cols = said.iter().map(|(text, _)| str_columns(text) + 3);
    let fits = cols.sum::<usize>() + str_columns(&filtered.text) <= usize::from(x.width);
    // What is as usual gives way to what the list is filtered by.
    for (text, _) in said.iter().filter(|(_, usual)| fits || !usual) {
        let used = painter.text(x, text, Role::Dim, Align::Start);
        x = cut_start(x, used + 3);
    }
    let marks = [(filtered.values.as_slice(), Role::Source)];
    painter.marked(x, &filtered.text, Role::Dim, Align::Start, &marks);
}

/// What the list is filtered by: one text, so that labels and values stand in the order of the language on any screen.
struct FilterText {
    text: String,
    /// Where the values stand in it.
    values: Vec<Range<usize>>,
}

impl FilterText {
    fn new(filter: &Filter, words: Words) -> FilterText {
        if filter.is_empty() {
            return FilterText {
                text: words.say(&StatusNote::NotFiltered),
                values: Vec::new(),
            };
        }
        let mut said = FilterText {
            text: words.say(&StatusNote::FilteredBy),
            values: Vec::new(),
        };
        for source in &filter.sources {
            said.value(&source_name(source, words));
        }
        for month in &filter.months {
            said.value(&month_name(*month, words));
        }
        for day in &filter.days {
            said.value(&day.to_string());
        }
        if let Some(dates) = &filter.dates {
            said.label(&words.say(&StatusNote::OfDays));
            said.value(&dates.text);
        }
        for source in &filter.left_out {
            said.label(&words.say(&StatusNote::Without));
            said.value(&source_name(source, words));
        }
        said
    }

    /// The words before a value.
    fn label(&mut self, label: &str) {
        self.text
            .push_str(if self.values.is_empty() { " " } else { "  " });
        self.text.push_str(label);
    }

    fn value(&mut self, value: &str) {
        let follows_value = self
            .values
            .last()
            .is_some_and(|last| last.end == self.text.len());
        self.text.push_str(if follows_value { "  " } else { " " });
        let isolated = isolated(value);
        // What begins the isolate is shown with the blank before it.
        let begins = isolated.chars().next().map_or(0, char::len_utf8);
        let start = self.text.len();
        self.values.push(start + begins..start + isolated.len());
        self.text.push_str(&isolated);
    }
}
