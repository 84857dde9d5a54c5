//! Key strings in, whole screens out: every cell's text and role at three sizes, over a small
//! corpus of the test's own.
//!
//! The snapshots lie in `screens/`. To take them anew: `INSTA_UPDATE=always cargo test --test it`,
//! then read the difference.

mod caret;
mod compare;
mod contrast;
mod corpus;
mod filtering;
mod grid;
mod hits;
mod isolation;
mod loading;
mod narrow;
mod overview;
mod problems;
mod pseudo;
mod repeats;
mod selected;
mod stories;
mod symbols;

use std::sync::Arc;

use fihrist::app::Msg;
use fihrist::library::Library;
use fihrist::words::{Language, Words};

use crate::app::driver::Driver;

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// One view at all sizes.
fn check(name: &str, keys: &str) {
    check_view(name, |driver| {
        driver.press(keys);
    });
}

/// The article that repeats itself, found by a search and read, at all sizes.
fn check_reader(name: &str, keys: &str) {
    check_view(name, |driver| {
        driver.press("/المرجان<enter>");
        driver.select(corpus::quay()).press("<enter>g").press(keys);
    });
}

fn check_view(name: &str, go: impl Fn(&mut Driver)) {
    check_over(&corpus::library(), name, go);
}

/// In English from the left, and in Arabic from the right.
fn check_over(library: &Arc<Library>, name: &str, go: impl Fn(&mut Driver)) {
    let arabic = Words {
        language: Language::Arabic,
        ..Words::ENGLISH
    };
    for (words, folder) in [(Words::ENGLISH, "screens"), (arabic, "screens/arabic")] {
        for (cols, rows) in SIZES {
            let mut driver = Driver::new(library, (cols, rows));
            driver.send(Msg::Words(words));
            go(&mut driver);
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(folder);
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| {
                insta::assert_snapshot!(format!("{name}_{cols}x{rows}"), grid::dump(&driver));
            });
        }
    }
}

#[test]
fn list() {
    check("list", "");
}

#[test]
fn grouped() {
    check("grouped", "oj");
}

#[test]
fn search() {
    check("search", "/الميناء");
}

#[test]
fn an_empty_search_box() {
    check("syntax", "/");
}

#[test]
fn one_form_alone() {
    check("one_form", "/الميناء <alt-2>");
}

#[test]
fn articles_with_some_of_the_words() {
    check("with_some", "/السفن الرصيف الميناء<enter>");
}

#[test]
fn forms_told_in_the_reader() {
    check_reader("forms_told", "<alt-v>");
}

#[test]
fn what_was_not_understood() {
    check("note", "/ميناء author:amin");
}

#[test]
fn reader_with_a_fold() {
    check_reader("fold", "");
}

#[test]
fn reader_with_the_fold_open() {
    check_reader("unfolded", "E");
}

#[test]
fn related() {
    check_reader("related", "r");
}

#[test]
fn facets() {
    check("facets", "/الميناء<enter>f<space>");
}

#[test]
fn help() {
    check("help", "?");
}

#[test]
fn palette() {
    check("palette", ":");
}

#[test]
fn commands_by_their_letters() {
    check("palette_typed", ":ar");
}
