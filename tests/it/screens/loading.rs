//! Reports of progress in, the row that tells of them out.

use std::time::Duration;

use fihrist::app::Msg;
use fihrist::corpus::Progress;

use super::{SIZES, corpus};
use crate::app::driver::Driver;
use crate::screens::grid::letter;

/// The rows below the list after these keys, while a part is loaded.
#[track_caller]
fn check(size: (u16, u16), keys: &str, expected: &str) {
    let mut driver = Driver::loading(size);
    driver.load(&corpus::library(), false);
    driver.send(Msg::Progress(Progress {
        bytes_done: 380_000_000,
        bytes_total: 836_000_000,
        articles: 12_288,
        elapsed: Duration::from_secs(10),
    }));
    driver.press(keys);
    let (buffer, _) = driver.draw();
    let row = |y| (0..buffer.area.width).map(move |x| (x, y));
    let mut rows =
        (0..buffer.area.height).map(|y| row(y).map(|at| letter(buffer[at].symbol())).collect());
    assert!(
        rows.any(|row: String| row.trim() == expected),
        "{size:?} {keys}"
    );
}

#[test]
fn the_row_says_how_far_and_how_to_stop() {
    let [small, usual, wide] = SIZES;
    let all = "loading 12,288 · 45% · 38 MB/s · 0:12 left · Esc stops";
    check(wide, "", all);
    check(usual, "", all);
    check(small, "", "loading 12,288 · 38 MB/s · 0:12 left");
    // Where Esc has something else to do.
    let otherwise = "loading 12,288 · 45% · 38 MB/s · 0:12 left · Ctrl-c stops";
    check(usual, "<enter>", otherwise);
    check(usual, "f", otherwise);
    check(usual, "/ميناء<enter>", otherwise);
    check(
        usual,
        "/ميناء",
        "loading 12,288 · 45% · 38 MB/s · 0:12 left",
    );
    check(usual, "<esc>", "stopping at 12,288");
}
