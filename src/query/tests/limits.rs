//! Fields of a query and an article's source and date in, whether it passes out.

use crate::corpus::{PartialDate, Ymd};
use crate::query::{Query, QueryReason, SourceName};

#[test]
fn sources_are_compared_by_whole_words() {
    let passes = |query: &str, name: &str| Query::parse(query, false).limits.source_passes(name);
    assert!(passes("", "الماسة"));
    assert!(passes("مصدر:الماسة", "الماسة السورية"));
    assert!(passes("مصدر:ماسة", "الماسة السورية"));
    assert!(passes("مصدر:الماسه", "صحيفة الماسة"));
    assert!(!passes("مصدر:الماس", "الماسة السورية"));
    assert!(passes("مصدر:الماس*", "الماسة السورية"));
    assert!(!passes("مصدر:\"الماسة\"", "الماسة السورية"));
    assert!(passes("مصدر:\"الماسة السورية\"", "الماسة السوريّة"));
    assert!(passes("source:harbour", "Harbour News"));
    assert!(passes("source:harbournews", "Harbour News"));
    assert!(passes("source:افب", "أ ف ب") && passes("source:أ.ف.ب", "افب"));
    assert!(passes("source:a source:b", "b") && !passes("source:a source:b", "c"));
    assert!(!passes("-source:a", "a") && passes("-source:a", "b"));
    assert!(passes("source:?", "") && !passes("source:?", "a") && !passes("source:a", ""));
    assert!(
        Query::parse("source:\"Harbour Ne", true)
            .limits
            .source_passes("Harbour News")
    );
}

#[test]
fn a_partial_date_lies_where_it_may() {
    let passes = |query: &str, date| Query::parse(query, false).limits.date_passes(date);
    let month = Some(PartialDate::Month {
        year: 2015,
        month: 8,
    });
    let day = Some(PartialDate::Day(Ymd {
        year: 2015,
        month: 8,
        day: 31,
    }));
    let year = Some(PartialDate::Year(2015));
    let no_year = Some(PartialDate::NoYear { month: 8, day: 31 });
    for (query, in_month, in_day, in_year) in [
        ("date:2015", true, true, true),
        ("date:2014", false, false, false),
        ("date:2015-08", true, true, true),
        ("date:2015-09", false, false, true),
        ("date:2015-08-03", true, false, true),
        ("date:2015-08-31..", true, true, true),
        ("date:<2015-08", false, false, true),
        ("date:آب", true, true, true),
        ("date:أيلول", false, false, true),
        ("-date:2015", false, false, false),
        ("-date:2015-08", false, false, true),
        ("-date:2015-08-31", true, false, true),
        ("-date:آب", false, false, true),
        ("date:?", false, false, false),
        ("-date:?", true, true, true),
        ("date:2014 date:2015", true, true, true),
        ("date:>2014 date:<2016", true, true, true),
        ("date:>2012 date:<2014", false, false, false),
    ] {
        let found = (
            passes(query, month),
            passes(query, day),
            passes(query, year),
        );
        assert_eq!(found, (in_month, in_day, in_year), "{query}");
    }
    assert!(passes("date:?", None) && passes("date:?", no_year) && !passes("date:2015", None));
    assert!(
        passes("date:آب", no_year) && !passes("date:2015", no_year) && !passes("date:آب", None)
    );
    assert!(passes(
        "date:نوفمبر..فبراير",
        Some(PartialDate::Month {
            year: 2015,
            month: 1
        })
    ));
}

#[test]
fn a_source_there_is_not_is_searched_as_words() {
    let known = |name: &SourceName| {
        ["الماسة السورية", "Harbour News"]
            .iter()
            .any(|n| name.holds(n))
    };
    for (text, typing, limits, words) in [
        ("مصدر:الماسة نفط", false, 1, "نفط"),
        ("مصدر: سفينة تصل غدا", false, 0, "سفينة تصل غدا"),
        ("source:har", true, 1, ""),
        ("source:har", false, 0, "har"),
        ("source:\"far away\"", false, 0, "far away"),
        ("source:news,far", false, 2, ""),
        ("-source:far", false, 1, ""),
    ] {
        let query = Query::parse_among(text, typing, &known);
        let spelt: Vec<&str> = query.words().map(|word| word.spelling.as_str()).collect();
        assert_eq!(
            (query.limits.sources.len(), spelt.join(" ").as_str()),
            (limits, words),
            "{text}"
        );
        let noted = query
            .notes
            .iter()
            .any(|note| note.reason == QueryReason::UnknownSource);
        assert_eq!(noted, limits == 0, "{text}");
    }
}
