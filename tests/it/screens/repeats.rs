//! What an article repeats with changes, and what it shares with others, on whole screens.

use super::check_over;
use crate::app::{repeats, stories};

/// A line says that what follows repeats, and how it was said before; the new words are marked.
#[test]
fn a_near_repeat() {
    check_over(&repeats::library(), "near", |driver| {
        driver.press("<enter>G");
    });
}

#[test]
fn the_earlier_words_of_a_near_repeat() {
    check_over(&repeats::library(), "earlier", |driver| {
        driver.press("<enter>Gp");
    });
}

/// Below a paragraph, where else it stands.
#[test]
fn a_paragraph_that_stands_elsewhere_too() {
    check_over(&stories::library(), "also", |driver| {
        driver.press("4j<enter>G");
    });
}
