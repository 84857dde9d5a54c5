//! A search and an article in, the cells that are lit out: those of the words found, all of them
//! and nothing else.

use std::collections::BTreeSet;

use fihrist::app::page::Row;
use fihrist::text::Direction;
use fihrist::ui::theme::{Role, Theme};
use ratatui::buffer::{Buffer, Cell};

use super::corpus::{self, QUAY};
use super::grid::{letter, transliterate};
use crate::app::driver::Driver;

fn lit(cell: &Cell) -> bool {
    [Role::Hit, Role::CurrentHit, Role::SelectedHit]
        .iter()
        .any(|role| {
            let style = Theme::Dark.style(*role);
            cell.fg == style.fg.unwrap_or_default() && cell.modifier == style.add_modifier
        })
}

/// The lit cells of the reading pane, column and row.
fn shown(driver: &Driver, buffer: &Buffer) -> BTreeSet<(u16, u16)> {
    let pane = driver.panes().reader;
    let places = pane.positions().filter(|p| lit(&buffer[*p]));
    places.map(|p| (p.x, p.y)).collect()
}

/// The cells where `words` stand in the text and the title, by the layout of the page.
fn expected(driver: &Driver, words: &[&str]) -> BTreeSet<(u16, u16)> {
    let reader = driver.reader();
    let pane = driver.panes().reader;
    let article = &reader.entry.article;
    let mut cells = BTreeSet::new();
    for (row, y) in reader.page.rows_in_view().zip(pane.y..pane.bottom()) {
        let (line, offset, text) = match row {
            Row::Text { line, offset, .. } => (line, *offset, article.text.as_str()),
            Row::Title { line, offset } => (line, *offset, article.title_str()),
            _ => continue,
        };
        let left = match line.direction {
            Direction::Ltr => pane.x + 1,
            Direction::Rtl => pane.right() - 1 - line.width() as u16,
        };
        for (start, word) in occurrences(text, words) {
            let Some(start) = start.checked_sub(offset) else {
                continue;
            };
            let columns = line.columns_of(&(start..start + word.len()));
            cells.extend(
                columns
                    .into_iter()
                    .flatten()
                    .map(|col| (left + col as u16, y)),
            );
        }
    }
    cells
}

/// Where whole words stand in a text.
fn occurrences<'a>(text: &str, words: &[&'a str]) -> Vec<(usize, &'a str)> {
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '\u{64B}'..='\u{655}' | 'ـ');
    let mut found = Vec::new();
    for word in words {
        for (start, _) in text.match_indices(word) {
            let before = text.get(..start).unwrap().chars().next_back();
            let after = text.get(start + word.len()..).unwrap().chars().next();
            if !before.is_some_and(letter) && !after.is_some_and(letter) {
                found.push((start, *word));
            }
        }
    }
    found
}

/// Searches for `query`, reads the article called `title`, and expects these words lit.
#[track_caller]
fn check(query: &str, title: &str, words: &[&str]) {
    for size in super::SIZES {
        let mut driver = Driver::new(&corpus::library(), size);
        driver.press(&format!("/{query}<enter>"));
        driver.select(corpus::titled(title)).press("<enter>Eg");
        let mut seen = 0;
        loop {
            let (buffer, _) = driver.draw();
            let cells = shown(&driver, &buffer);
            assert_eq!(cells, expected(&driver, words), "{query} at {size:?}");
            seen += cells.len();
            check_words(&buffer, &cells, words);
            let top = driver.top();
            driver.press("<space>");
            if driver.top() == top {
                break;
            }
        }
        assert!(seen > 0, "{query} lights nothing");
    }
}

/// Without asking the layout: what is lit, run by run, reads as one of the words.
#[track_caller]
fn check_words(buffer: &Buffer, cells: &BTreeSet<(u16, u16)>, words: &[&str]) {
    let known: Vec<String> = words.iter().map(|word| transliterate(word)).collect();
    for &(x, y) in cells {
        if x > 0 && cells.contains(&(x - 1, y)) {
            continue;
        }
        let run = (x..).take_while(|x| cells.contains(&(*x, y)));
        let run: String = run.map(|x| letter(buffer[(x, y)].symbol())).collect();
        let reversed: String = run.chars().rev().collect();
        assert!(known.contains(&run) || known.contains(&reversed), "{run}");
    }
}

#[test]
fn the_words_found_are_lit_and_nothing_else() {
    check("الميناء", QUAY, &["الميناء", "ميناء"]);
    check("ميناء", QUAY, &["الميناء", "ميناء"]);
    check("2015", QUAY, &["2015"]);
    check("٢٠١٥", QUAY, &["2015"]);
    check("المرحلة", QUAY, &["المرحلة"]);
    check("انتظار", QUAY, &["انتظار"]);
}

#[test]
fn lam_alef_is_lit_as_the_one_cell_it_is() {
    check("بلا", QUAY, &["بلا"]);
    check("الأرصفة", QUAY, &["الأرصفة"]);
}

#[test]
fn words_of_the_other_direction_are_lit_where_they_stand() {
    check(
        "floodalert",
        "تطبيق FloodAlert يصل إلى 12 ألف هاتف",
        &["FloodAlert"],
    );
    check("ميناء", "A chess club opens by the harbour", &["الميناء"]);
    check("harbour", "A chess club opens by the harbour", &["harbour"]);
}

#[test]
fn vocalised_words_are_lit_whole() {
    check("البحار", "مِنْ رِسَائِلِ الرِّيحِ", &["البَحَّارُ"]);
    check("ميناء", "مِنْ رِسَائِلِ الرِّيحِ", &["المِينَاءِ"]);
}

#[test]
fn titles_in_the_list_are_lit_on_the_same_words() {
    let mut driver = Driver::new(&corpus::library(), (80, 24));
    driver.press("/المرجان");
    let (buffer, _) = driver.draw();
    let list = driver.panes().list;
    let cells: BTreeSet<_> = list
        .positions()
        .filter(|p| lit(&buffer[*p]))
        .map(|p| (p.x, p.y))
        .collect();
    let letters = transliterate("المرجان").chars().count();
    assert_eq!(cells.len(), 2 * letters, "two titles");
    check_words(&buffer, &cells, &["المرجان"]);
}
