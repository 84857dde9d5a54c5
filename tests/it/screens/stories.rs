//! One row a story, and the panel of the same elsewhere, at all sizes.

use super::check_over;
use crate::app::stories::library;

#[test]
fn versions_in_the_list() {
    check_over(&library(), "versions", |driver| {
        driver.press("j");
    });
}

#[test]
fn one_row_a_story() {
    check_over(&library(), "stories", |driver| {
        driver.press("ejj");
    });
}

#[test]
fn the_same_elsewhere() {
    check_over(&library(), "same", |driver| {
        driver.press("4j<enter>s");
    });
}

#[test]
fn a_passage_that_is_shared() {
    check_over(&library(), "shared", |driver| {
        driver.press("4j<enter>sG");
    });
}

#[test]
fn related_articles_and_versions_below_them() {
    check_over(&library(), "related_versions", |driver| {
        driver.press("4j<enter>r");
    });
}
