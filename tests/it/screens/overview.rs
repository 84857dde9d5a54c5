//! What is in the corpus, at each size: sizes, sources over time, what stands out.

use fihrist::app::overview::OverviewLine;
use fihrist::app::{Msg, Panel, Screen};

use super::check;
use crate::app::driver::{Driver, demo};

#[test]
fn overview() {
    check("overview", "O");
}

#[test]
fn overview_of_a_source() {
    check("overview_source", "Ojj");
}

#[test]
fn the_overview_bears_every_size() {
    for (cols, rows) in [(1, 1), (7, 3), (40, 12), (80, 24), (200, 60)] {
        let mut driver = Driver::new(&demo(), (cols, rows));
        driver.press("OjkGg<space>bdu");
        let (buffer, _) = driver.draw();
        assert_eq!((buffer.area.width, buffer.area.height), (cols, rows));
    }
}

/// Every line that can be selected leads somewhere, and from there back to it.
#[test]
fn each_row_leads_to_its_articles_and_back() {
    let mut driver = Driver::after("O");
    let lines: Vec<OverviewLine> = shown(&driver).0;
    let selectable = lines.iter().filter(|line| line.is_selectable()).count();
    for nth in 0..selectable {
        let (lines, selected) = shown(&driver);
        let before = driver.app.screens().len();
        driver.press("<enter>");
        assert_eq!(
            driver.app.screens().len(),
            before + 1,
            "{:?}",
            lines[selected]
        );
        match lines[selected] {
            OverviewLine::All => assert_eq!(driver.listed().len(), demo().len()),
            OverviewLine::Source(at) => {
                let row = known(&driver)[at].clone();
                assert_eq!(driver.listed().len(), row.1, "{row:?}");
                assert!(matches!(driver.browse().panel, Panel::None));
            }
            OverviewLine::Longest(_) | OverviewLine::Repeated(_) => {
                assert_eq!(driver.place(), "reader 0");
            }
            _ => assert!(driver.problems().is_some()),
        }
        driver.press("q");
        assert_eq!(shown(&driver), (lines, selected), "row {nth}");
        driver.press("j");
    }
    assert_eq!(driver.press("q").place(), "list 0");
}

/// Escape goes back a step at a time, and ends nothing.
#[test]
fn escape_leads_back_through_the_screens() {
    let mut driver = Driver::after("jjOj<enter>");
    assert_eq!(driver.app.screens().len(), 3);
    for left in [2, 1, 1] {
        driver.press("<esc>");
        assert_eq!(driver.app.screens().len(), left);
    }
    assert_eq!(driver.place(), "list 2");
    assert!(driver.asked.is_empty());
}

#[test]
fn while_loading_goes_on_the_selection_stays_on_its_source() {
    let mut driver = Driver::loading((80, 24));
    driver.publish(&demo(), false).press("OG");
    driver.press("gjjj");
    let (lines, selected) = shown(&driver);
    let name = |driver: &Driver| {
        let (lines, selected) = shown(driver);
        match lines[selected] {
            OverviewLine::Source(at) => known(driver)[at].0.clone(),
            other => panic!("{other:?}"),
        }
    };
    let before = name(&driver);
    driver.load(&demo(), true);
    assert_eq!(name(&driver), before);
    assert_eq!(shown(&driver), (lines, selected));
}

/// A store that does not answer leaves the rest of the screen usable.
#[test]
fn until_it_has_come_it_says_so() {
    let mut driver = Driver::demo();
    let asked = driver.app.update(Msg::Key("O".parse().unwrap()));
    assert_eq!(asked.len(), 1);
    driver.draw();
    driver.press("jG<enter>q");
    assert_eq!(driver.place(), "list 0");
}

fn shown(driver: &Driver) -> (Vec<OverviewLine>, usize) {
    match driver.app.top() {
        Screen::Overview(shown) => (shown.lines().to_vec(), shown.selected),
        _ => panic!("no overview on top"),
    }
}

/// Name and number of articles of each source.
fn known(driver: &Driver) -> Vec<(String, usize)> {
    let overviews = driver.app.screens().iter();
    let known = overviews.filter_map(|screen| match screen {
        Screen::Overview(shown) => shown.known(),
        _ => None,
    });
    let rows = known.flat_map(|known| &known.sources);
    rows.map(|row| (row.name.clone(), row.articles)).collect()
}

/// On a narrow screen the numbers of sources and of words are whole, each on its line, and the selection stays.
#[test]
fn all_figures_of_the_size_are_read_on_a_narrow_screen() {
    let mut driver = Driver::after("Ojj");
    let wide = driver.draw().0;
    let selected = |driver: &Driver| {
        let (lines, selected) = shown(driver);
        lines[selected]
    };
    let before = selected(&driver);
    driver.resize(40, 12);
    assert_eq!(selected(&driver), before);
    driver.press("gg");
    let (buffer, _) = driver.draw();
    let row = |y| (0..buffer.area.width).map(move |x| (x, y));
    let text = |y| -> String { row(y).map(|at| buffer[at].symbol()).collect() };
    assert!(text(1).trim_end().ends_with("sources"), "{}", text(1));
    assert!(text(2).trim_end().ends_with("words"), "{}", text(2));
    driver.press("jj").resize(80, 24);
    assert_eq!(selected(&driver), before);
    assert_eq!(driver.draw().0, wide);
}
