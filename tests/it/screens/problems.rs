//! A small corpus with faults of each kind in, the view of its problems and of what is known out.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use fihrist::library::{self, Library};

use super::check_over;

/// By its path from the root of the repository: the screens show it.
fn odd() -> Arc<Library> {
    static ODD: LazyLock<Arc<Library>> =
        LazyLock::new(|| library::open(&[PathBuf::from("tests/it/screens/odd")]).unwrap());
    assert_eq!(ODD.len(), 5);
    Arc::clone(&ODD)
}

fn check(name: &str, keys: &str) {
    check_over(&odd(), name, |driver| {
        driver.press(keys);
    });
}

#[test]
fn problems() {
    check("problems", "!");
}

#[test]
fn problems_with_their_places() {
    check("problem_places", "!<enter>jjj<right>");
}

#[test]
fn the_list_tells_of_problems() {
    check("list_with_problems", "");
}

#[test]
fn info() {
    check("info", "i");
}

#[test]
fn info_of_a_text_read_by_assumption() {
    check("info_assumed", "Gi");
}
