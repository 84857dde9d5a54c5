//! Ten thousand random keys over stores that answer late, out of order, partly, with errors or never: no stale answer
//! is shown, what is awaited or failed is said, the rest stays usable, and a key costs no more than a screen.

use std::sync::Arc;

use fihrist::app::{Msg, Screen};
use fihrist::store::Embedded;
use fihrist::text::laid_out_bytes;
use fihrist::ui;
use fihrist::ui::theme::Theme;

use super::driver::{Driver, demo};
use super::fickle::{Fickle, Habit, line_down};

/// Bytes of text that a key and its frame may lay out: a few screens of 120x40.
const MAX_LAID_OUT: usize = 400_000;
/// Questions that a key may lead to before an answer has come: one a lane.
const MAX_ASKS: usize = 5;

fn store() -> Arc<Embedded> {
    let store = Embedded::of(demo());
    store.find_copies();
    Arc::new(store)
}

/// Types keys, and looks at every frame.
fn type_keys(habit: Habit, size: (u16, u16), keys: usize) -> Fickle {
    let mut fickle = Fickle::new(store(), size, habit, 7);
    for _ in 0..keys {
        let key = fickle.random_key();
        let (asks, laid_out) = (fickle.asks, laid_out_bytes());
        fickle.send(Msg::Key(key));
        assert!(fickle.asks - asks <= MAX_ASKS, "{key} asks too much");
        ui::draw(&fickle.app, Theme::Mono);
        let laid_out = laid_out_bytes() - laid_out;
        assert!(laid_out <= MAX_LAID_OUT, "{key}: {laid_out} bytes laid out");
        fickle.step();
    }
    fickle
}

#[test]
fn ten_thousand_keys_over_a_store_that_does_as_it_likes() {
    let fickle = type_keys(Habit::Mixed, (80, 24), 4_000);
    assert!(fickle.stale > 100, "{} stale answers", fickle.stale);
    for (habit, size) in [
        (Habit::Late, (120, 40)),
        (Habit::OutOfOrder, (80, 24)),
        (Habit::Failing, (40, 12)),
        (Habit::Partial, (120, 40)),
        (Habit::Silent, (80, 24)),
        (Habit::Mixed, (120, 40)),
    ] {
        type_keys(habit, size, 1_000);
    }
}

/// When the store comes round, the screen shows what it would have shown with a prompt one.
#[test]
fn a_store_that_comes_round_leaves_nothing_behind() {
    for habit in [Habit::Failing, Habit::Partial, Habit::Silent, Habit::Mixed] {
        let mut fickle = type_keys(habit, (80, 24), 300);
        // Back to the list, and ask again for what failed.
        for key in ["esc", "esc", "esc", "esc", "esc", "esc", "R", "g", "R"] {
            fickle.send(Msg::Key(key.parse().unwrap()));
            fickle.answer_all();
        }
        let Screen::Browse(browse) = fickle.app.top() else {
            panic!("{habit:?}: not on the list");
        };
        assert!(!browse.list.pending.is_waiting() && browse.failed().is_none());
        assert_eq!(browse.list.len(), fickle.rows(), "{habit:?}");
        let in_view = browse.list.top..(browse.list.top + 5).min(browse.list.len());
        for at in in_view {
            assert!(browse.list.row(at).is_some(), "{habit:?}: row {at}");
        }
    }
}

/// What has not come is a sign on the screen, and keys go on meanwhile.
#[test]
fn what_is_awaited_is_shown_as_such() {
    let mut fickle = Fickle::new(store(), (80, 24), Habit::Silent, 1);
    let text = |fickle: &Fickle| -> String {
        let (buffer, _) = ui::draw(&fickle.app, Theme::Mono);
        let cells = buffer.content.iter();
        cells.map(ratatui::buffer::Cell::symbol).collect()
    };
    for key in ["G", "enter", "r"] {
        fickle.send(Msg::Key(key.parse().unwrap()));
        assert!(text(&fickle).contains('…'), "{key}");
    }
    fickle.send(Msg::Key("q".parse().unwrap()));
    fickle.send(Msg::Key("q".parse().unwrap()));
    assert!(matches!(fickle.app.top(), Screen::Browse(_)));
}

/// A panel that failed says so in its place; the article above it can be read on.
#[test]
fn a_panel_that_failed_leaves_the_rest_usable() {
    let mut fickle = Fickle::new(store(), (80, 24), Habit::Silent, 1);
    for key in ["enter", "r"] {
        fickle.answer_all();
        fickle.send(Msg::Key(key.parse().unwrap()));
    }
    fickle.fail_all();
    let (buffer, _) = ui::draw(&fickle.app, Theme::Mono);
    let cells = buffer.content.iter();
    let text: String = cells.map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains("the line is down; R asks again"), "{text}");
    for key in ["q", "space", "q"] {
        fickle.send(Msg::Key(key.parse().unwrap()));
    }
    assert!(matches!(fickle.app.top(), Screen::Browse(_)));
}

/// What failed is said, with the key that asks again; that key asks again.
#[test]
fn what_failed_is_said_and_asked_for_again() {
    use fihrist::app::Effect;

    let mut driver = Driver::demo();
    let asked = driver.app.update(Msg::Key("o".parse().unwrap()));
    let generation = asked.iter().find_map(|effect| match effect {
        Effect::Ask { generation, .. } => Some(*generation),
        _ => None,
    });
    let error = line_down();
    let rows = driver.list().len();
    driver.send(super::driver::reply(generation.unwrap(), Err(error)));
    // The rows that were there stay.
    assert_eq!(driver.list().len(), rows);
    let (buffer, _) = driver.draw();
    let cells = buffer.content.iter();
    let text: String = cells.map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains("the line is down; R asks again"), "{text}");
    driver.press("R");
    assert!(driver.list().len() > rows, "the groups have headers now");
    // Nothing is lacking: the files are looked at.
    assert!(driver.press("R").says("looking for files that changed"));
}
