//! The filter while something is typed in it, and with a source left out, at all sizes.

use super::check_over;
use crate::app::filtering::weeks;

#[test]
fn a_source_that_is_typed() {
    check_over(&weeks(), "facets_sought", |driver| {
        driver.press("f/الم");
    });
}

#[test]
fn days_that_are_typed() {
    check_over(&weeks(), "facets_dates", |driver| {
        driver.press("f-d2019-05-03..2019-06-10");
    });
}
