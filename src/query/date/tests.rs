//! What follows `date:`, and the days it means: a table for each way of writing.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use proptest::prelude::*;

use super::{ParsedDate, read};
use crate::query::DateRange;

fn shown(range: DateRange) -> String {
    let end = |day: Option<crate::corpus::Ymd>| day.map(|d| d.to_string()).unwrap_or_default();
    match range {
        DateRange::Unknown => "?".into(),
        DateRange::Days { from, to } if from == to => end(from),
        DateRange::Days { from, to } => format!("{}..{}", end(from), end(to)),
        DateRange::Yearly { from, to } if from == to => format!("any {:02}-{:02}", from.0, from.1),
        DateRange::Yearly { from, to } => {
            format!("any {:02}-{:02}..{:02}-{:02}", from.0, from.1, to.0, to.1)
        }
    }
}

/// The days, and after ` | ` what is left over.
fn outcome(text: &str, typing: bool) -> String {
    match read(text, typing) {
        ParsedDate::NotYet => "not yet".into(),
        ParsedDate::Not => "not".into(),
        ParsedDate::Date(range, len) if len == text.len() => shown(range),
        ParsedDate::Date(range, len) => format!("{} | {}", shown(range), &text[len..]),
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(outcome(text, false), expected, "{text}");
}

#[track_caller]
fn check_typing(text: &str, expected: &str) {
    assert_eq!(outcome(text, true), expected, "{text}");
}

#[test]
fn years_months_and_days() {
    check("2015", "2015-01-01..2015-12-31");
    check("2015-08", "2015-08-01..2015-08-31");
    check("2015-8", "2015-08-01..2015-08-31");
    check("2016/02", "2016-02-01..2016-02-29");
    check("2015-08-03", "2015-08-03");
    check("2015/8/3", "2015-08-03");
    check("2015.08.03", "2015-08-03");
    check("20150803", "2015-08-03");
    check("٢٠١٥-٠٨-٠٣", "2015-08-03");
    check("۲۰۱۵/۰۸", "2015-08-01..2015-08-31");
    check("2015م", "2015-01-01..2015-12-31");
    check("2015–08", "2015-08-01..2015-08-31");
}

#[test]
fn day_month_year() {
    check("3/8/2015", "2015-08-03");
    check("٣/٨/٢٠١٥", "2015-08-03");
    check("3 / 8 / 2015", "2015-08-03");
    check("03-08-2015", "2015-08-03");
    check("8/25/2015", "2015-08-25");
    check("3/8/15", "2015-08-03");
    check("8/2015", "2015-08-01..2015-08-31");
    check("3/8", "any 08-03");
    check("--09-29", "any 09-29");
}

#[test]
fn months_by_name() {
    for name in [
        "أيلول",
        "ايلول",
        "سبتمبر",
        "شتنبر",
        "September",
        "sep",
        "سبتمبر/أيلول",
        "أيلول(سبتمبر)",
    ] {
        check(name, "any 09-01..09-31");
        check(&format!("{name} 2015"), "2015-09-01..2015-09-30");
        check(&format!("{name}/2015"), "2015-09-01..2015-09-30");
        check(&format!("29 {name} 2015"), "2015-09-29");
    }
    check("كانون الثاني 2015", "2015-01-01..2015-01-31");
    check("كانون_الثاني_2015", "2015-01-01..2015-01-31");
    check("كانون الأول", "any 12-01..12-31");
    check("تشرين الثاني/نوفمبر 2015", "2015-11-01..2015-11-30");
    check("أوت ٢٠١٥", "2015-08-01..2015-08-31");
    check("غشت", "any 08-01..08-31");
    check("جويلية", "any 07-01..07-31");
    check("2015/أيلول", "2015-09-01..2015-09-30");
    check("29 سبتمبر", "any 09-29");
    check("29 من سبتمبر عام 2015", "2015-09-29");
    check("September 29, 2015", "2015-09-29");
    check("Sep-2015", "2015-09-01..2015-09-30");
}

#[test]
fn hijri_dates_are_the_days_they_were() {
    check("1 رمضان 1436", "2015-06-18");
    check("رمضان 1436", "2015-06-18..2015-07-16");
    check("1436", "2014-10-25..2015-10-13");
    check("1436هـ", "2014-10-25..2015-10-13");
    check("1436-09", "2015-06-18..2015-07-16");
    check("سبتمبر 1436", "any 09-01..09-31 |  1436");
    check("رمضان", "not");
}

#[test]
fn ranges() {
    check("2014..2015", "2014-01-01..2015-12-31");
    check("2014...2015", "2014-01-01..2015-12-31");
    check("2014…2015", "2014-01-01..2015-12-31");
    check("2014-2015", "2014-01-01..2015-12-31");
    check("2015-08..2015-09", "2015-08-01..2015-09-30");
    check("2015-08 .. 2015-09", "2015-08-01..2015-09-30");
    check("2015-08 - 2015-09", "2015-08-01..2015-09-30");
    check("2015-08..09", "2015-08-01..2015-09-30");
    check("2015-11..02", "2015-11-01..2016-02-29");
    check("2015-08-03..07", "2015-08-03..2015-08-07");
    check("2015-08-28..03", "2015-08-28..2015-09-03");
    check("2015-08-03..09-02", "2015-08-03..2015-09-02");
    check("2015-08-03..9/10/2015", "2015-08-03..2015-10-09");
    check("..2015", "..2015-12-31");
    check("2015-08..", "2015-08-01..");
    check("2015-08.. نفط", "2015-08-01.. |  نفط");
    check("2016..2014", "2014-01-01..2016-12-31");
    check("أغسطس..أكتوبر 2015", "2015-08-01..2015-10-31");
    check("أغسطس 2015..أكتوبر", "2015-08-01..2015-10-31");
    check("نوفمبر..فبراير 2016", "2015-11-01..2016-02-29");
    check("نوفمبر..فبراير", "any 11-01..02-31");
    check("2014 إلى 2016", "2014-01-01..2016-12-31");
    check("من 2014 حتى 2016", "2014-01-01..2016-12-31");
    check("2014 إلى الشرق", "2014-01-01..2014-12-31 |  إلى الشرق");
}

#[test]
fn comparisons() {
    check("<2015", "..2014-12-31");
    check("<=2015", "..2015-12-31");
    check("=<2015", "..2015-12-31");
    check("≤2015", "..2015-12-31");
    check(">2015-08", "2015-09-01..");
    check(">= 2015-08", "2015-08-01..");
    check("=2015", "2015-01-01..2015-12-31");
    check(">سبتمبر 2015", "2015-10-01..");
    check("<سبتمبر", "not");
}

#[test]
fn unknown_dates() {
    for text in ["?", "؟", "unknown", "مجهول", "غير معروف"] {
        check(text, "?");
    }
}

#[test]
fn it_ends_where_the_date_ends() {
    check("2015 النفط", "2015-01-01..2015-12-31 |  النفط");
    check("2015 12", "2015-01-01..2015-12-31 |  12");
    check("أيلول النفط", "any 09-01..09-31 |  النفط");
    check("2015,2017", "2015-01-01..2015-12-31 | ,2017");
    check("2015|2017", "2015-01-01..2015-12-31 | |2017");
    check("2015\"x\"", "2015-01-01..2015-12-31 | \"x\"");
    check("2015-08.", "2015-08-01..2015-08-31");
    check("2015-08-", "2015-08-01..2015-08-31");
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "x",
        "20",
        "201",
        "2015-13",
        "2015-02-30",
        "31/2/2015",
        "2015x",
        "foo 2015",
        "99999",
        "..",
        "<",
        "-",
        "2015-08-03-04",
        "12:30",
        "أمس",
        "0000",
    ] {
        check(text, "not");
    }
}

#[test]
fn a_date_grows_key_by_key() {
    for text in [
        "",
        "2",
        "20",
        "201",
        "<",
        "<20",
        "س",
        "سبتم",
        "29 س",
        "29 ",
        "كانون ",
        "كانون الث",
    ] {
        if !text.is_empty() {
            check_typing(text, "not yet");
        }
    }
    check_typing("2015", "2015-01-01..2015-12-31");
    check_typing("2015-", "2015-01-01..2015-12-31");
    check_typing("2015-0", "2015-01-01..2015-12-31");
    check_typing("2015-1", "2015-01-01..2015-12-31");
    check_typing("2015-9", "2015-09-01..2015-09-30");
    check_typing("2015-08-", "2015-08-01..2015-08-31");
    check_typing("2015-08-2", "2015-08-01..2015-08-31");
    check_typing("2015-08-28", "2015-08-28");
    check_typing("2015-08.", "2015-08-01..2015-08-31");
    check_typing("2015-08..", "2015-08-01..");
    check_typing("2015-08..1", "2015-08-01..");
    check_typing("2015-08..10", "2015-08-01..2015-10-31");
    check_typing("2015..20", "2015-01-01..");
    check_typing("2015-08-03..0", "2015-08-03..");
    check_typing("سبتمبر 20", "any 09-01..09-31");
    check_typing("سبتمبر/", "any 09-01..09-31");
    check_typing("سبتمبر/أي", "any 09-01..09-31");
    check_typing("سبتمبر/20", "any 09-01..09-31");
    check_typing("3/8/20", "any 08-03");
    check_typing("2015x", "2015-01-01..2015-12-31");
    check_typing("2015 نف", "2015-01-01..2015-12-31 |  نف");
    check_typing("foo ", "not");
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[-0-9./<>=?~ \"|\u{660}-\u{669}a-c]{0,24}|(سبتمبر|كانون|الثاني|2015|08|3|\\.\\.|-|/| |<|=|رمضان|1436|to|_){0,9}|\\PC{0,20}", typing: bool) {
        if let ParsedDate::Date(range, len) = read(&text, typing) {
            prop_assert!(len > 0 && text.get(..len).is_some(), "{range:?} {len}");
            if let DateRange::Days { from: Some(from), to: Some(to) } = range {
                prop_assert!(from <= to);
            }
        }
    }

    /// A day is read back from each way of writing it.
    #[test]
    fn ways_of_writing_one_day(year in 1950i16..2050, month in 1u8..13, day in 1u8..29) {
        let iso = format!("{year}-{month:02}-{day:02}");
        for text in [iso.clone(), format!("{day}/{month}/{year}"), format!("{year}/{month}/{day}"), format!("{iso}..{iso}"), format!("{iso}..{day:02}")] {
            prop_assert_eq!(outcome(&text, false), iso.clone(), "{}", text);
        }
    }
}
