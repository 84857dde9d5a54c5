//! What is selected reads as one row: marked over its whole width, on both lines of an article that has two, the words
//! that were found still seen in it, and the cursor on it.

use fihrist::app::Msg;
use fihrist::ui::theme::{Role, Theme};
use fihrist::ui::{self, DrawnScreen, Pace};
use fihrist::words::{Language, Words};
use ratatui::style::Style;

use super::corpus;
use crate::app::driver::Driver;

/// Keys that lead to a selected row.
const VIEWS: [&str; 9] = [
    "j",
    "/الميناء<enter>",
    "zj",
    "oj",
    "/الميناء<enter><enter>r",
    ":",
    "O",
    "!",
    "/الميناء<enter>j",
];

fn in_language(language: Language, size: (u16, u16), keys: &str) -> Driver {
    let mut driver = Driver::new(&corpus::library(), size);
    driver.send(Msg::Words(Words {
        language,
        ..Words::ENGLISH
    }));
    driver.press(keys);
    driver
}

/// Columns of each row of the screen that are shown as selected.
fn selected_cols(drawn: &DrawnScreen, theme: Theme) -> Vec<usize> {
    let looks = [Role::Selected, Role::SelectedHit].map(|role| theme.style(role));
    let is = |cell: &ratatui::buffer::Cell, look: Style| {
        (cell.fg, cell.modifier) == (look.fg.unwrap_or_default(), look.add_modifier)
    };
    let area = drawn.buffer.area;
    let cols = |y| {
        let cells = (0..area.width).map(|x| &drawn.buffer[(x, y)]);
        cells
            .filter(|cell| looks.iter().any(|look| is(cell, *look)))
            .count()
    };
    (0..area.height).map(cols).collect()
}

#[test]
fn what_is_selected_is_one_row_over_its_whole_width_and_has_the_cursor() {
    for language in [Language::English, Language::Arabic] {
        for size in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)] {
            for keys in VIEWS {
                let driver = in_language(language, size, keys);
                let drawn = ui::draw_at(&driver.app, Theme::Dark, Pace::Resting);
                let said = format!("{language:?} {size:?} {keys:?}");
                let Some((x, y)) = drawn.selected else {
                    // The corpus of the test may have nothing to select there.
                    assert!(matches!(keys, "!"), "{said}");
                    continue;
                };
                let edge = if language == Language::English {
                    0
                } else {
                    size.0 - 1
                };
                let pane = driver.panes();
                let begins = if pane.divider.area() > 0 && keys.ends_with('r') {
                    let start = pane.panel.x;
                    if edge == 0 { start } else { size.0 - 1 - start }
                } else {
                    edge
                };
                assert_eq!(x, begins, "{said}");
                let cols = selected_cols(&drawn, Theme::Dark);
                let marked = |y: u16| cols[usize::from(y)];
                assert!(marked(y) >= 34, "{said}: {cols:?}");
                let all: Vec<usize> = cols.iter().copied().filter(|cols| *cols > 4).collect();
                assert!(all.iter().all(|cols| *cols == all[0]), "{said}: {cols:?}");
                if driver.app.mode() == fihrist::app::action::Mode::List {
                    assert_eq!(marked(y), usize::from(pane.list.width), "{said}");
                    assert_eq!(all.len(), usize::from(pane.list_step()), "{said}");
                }
            }
        }
    }
}

/// What was found in a title is still seen when its row is selected, in every theme.
#[test]
fn a_match_in_what_is_selected_stays_visible() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        let driver = in_language(Language::English, size, "/الميناء<enter>");
        let list = driver.list();
        let titled = (0..list.len()).find(|at| {
            matches!(list.row(*at), Some(fihrist::store::ListRow::Article(card)) if !card.title_hits.is_empty())
        });
        let down = "j".repeat(titled.expect("a title with the word"));
        let driver = in_language(Language::English, size, &format!("/الميناء<enter>{down}"));
        for theme in Theme::ALL {
            let drawn = ui::draw_at(&driver.app, theme, Pace::Resting);
            let (_, y) = drawn.selected.expect("a row");
            let hit = theme.style(Role::SelectedHit);
            let hits = (0..driver.panes().list.width)
                .filter(|x| drawn.buffer[(*x, y)].modifier == hit.add_modifier)
                .count();
            assert!((4..20).contains(&hits), "{size:?} {theme:?}: {hits}");
        }
    }
}

/// While a key repeats only short fields are marked; the same letters stand everywhere.
#[test]
fn a_moving_selection_shows_the_same_letters() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        let driver = in_language(Language::Arabic, size, "j");
        let [resting, moving] =
            [Pace::Resting, Pace::Moving].map(|pace| ui::draw_at(&driver.app, Theme::Dark, pace));
        assert_eq!(resting.selected, moving.selected);
        let letters = |drawn: &DrawnScreen| -> Vec<String> {
            let cells = drawn.buffer.content.iter();
            cells.map(|cell| cell.symbol().to_owned()).collect()
        };
        assert_eq!(letters(&resting), letters(&moving));
        let marked = |drawn| selected_cols(drawn, Theme::Dark).iter().sum::<usize>();
        let (resting, moving) = (marked(&resting), marked(&moving));
        assert!(moving > 10 && moving < resting, "{moving} {resting}");
    }
}
