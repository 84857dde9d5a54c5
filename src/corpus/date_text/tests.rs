//! Tables of written dates, and what must not be read as one.

use proptest::prelude::*;

use super::super::token::tokenize;
use super::*;

/// The dates of a line as ISO text, Gregorian ones first where both calendars stand.
fn dates(line: &str) -> Vec<String> {
    scan(&tokenize(line))
        .iter()
        .map(|h| h.date.to_string())
        .collect()
}

#[track_caller]
fn check(line: &str, want: &str) {
    assert_eq!(dates(line).join(" "), want, "{line}");
}

#[test]
fn every_month_name() {
    let names = [
        "يناير جانفي ژانويه",
        "فبراير فيفري شباط شُباط",
        "مارس آذار اذار",
        "أبريل ابريل إبريل أفريل افريل نيسان",
        "مايو ماي أيار ايار آيار",
        "يونيو يونيه يونية جوان حزيران",
        "يوليو يوليه يوليوز جويلية تموز",
        "أغسطس اغسطس غشت أوت اوت آب اب",
        "سبتمبر شتنبر أيلول ايلول",
        "أكتوبر اكتوبر",
        "نوفمبر نونبر",
        "ديسمبر دجنبر",
    ];
    for (index, row) in names.iter().enumerate() {
        for name in row.split(' ') {
            let month = index + 1;
            check(&format!("12 {name} 2016"), &format!("2016-{month:02}-12"));
            check(&format!("{name} 2016"), &format!("2016-{month:02}"));
            check(&format!("12 {name}"), &format!("--{month:02}-12"));
            check(
                &format!("الخميس ١٢ {name} ٢٠١٦م"),
                &format!("2016-{month:02}-12"),
            );
        }
    }
    check("12 كانون الثاني 2017", "2017-01-12");
    check("12 كانون الأول 2017", "2017-12-12");
    check("1 تشرين الأول", "--10-01");
    check("3 تشرين ثاني 2018", "2018-11-03");
}

#[test]
fn pairs_in_either_order() {
    for pair in [
        "سبتمبر/أيلول",
        "أيلول/سبتمبر",
        "سبتمبر/ أيلول",
        "أيلول / سبتمبر",
        "سبتمبر (أيلول)",
        "أيلول(سبتمبر)",
        "سبتمبر أيلول",
        "سبتمبر - أيلول",
    ] {
        check(&format!("الثلاثاء 29 {pair} 2015"), "2015-09-29");
        check(&format!("29 {pair}"), "--09-29");
        check(&format!("{pair} 2015"), "2015-09");
    }
    check("21 كانون الثاني/يناير 2010", "2010-01-21");
    check("يناير/كانون الثاني 2010", "2010-01");
    check("الاثنين, 20 يوليو/ تموز, 2009, 09:25 GMT", "2009-07-20");
}

#[test]
fn digits_only() {
    check("2015-09-30", "2015-09-30");
    check("2015/9/30", "2015-09-30");
    check("10/11/2016", "2016-11-10");
    check("٣٠/٩/٢٠١٥", "2015-09-30");
    check("۳۰-۹-۲۰۱۵", "2015-09-30");
    check("14.11.2012", "2012-11-14");
    check("22 - 09 - 2012", "2012-09-22");
    check("05/17/2016", "2016-05-17");
    check("2017-01-22T185600", "2017-01-22");
    check("23/09/09", "2009-09-23");
    for none in [
        "31/02/2015",
        "055-123-4567",
        "1.2.2015.4",
        "3-1",
        "13/13/2013",
        "99/99/9999",
        "2015",
        "192.168.1.12",
        "1/2",
    ] {
        check(none, "");
    }
}

#[test]
fn hijri() {
    check("الأحد 22 جمادى الأولى 1438 هـ", "2017-02-19");
    check("14/12/1436هـ", "2015-09-27");
    check("1436/10/25", "2015-08-10");
    check(
        "26 شوال 1436هـ الموافق 11 اغسطس 2015 م",
        "2015-08-11 2015-08-11",
    );
    check("27 جمادى الآخرة 1440هـ", "2019-03-04");
    check("30 ذي القعدة 1433", "2012-10-16");
    check("1 محرم 1440 هـ", "2018-09-11");
    check("14 شعبان المعظم 1433", "2012-07-04");
    check("رمضان 1440", "");
    check("45 شوال 1436", "");
}

#[test]
fn latin_and_joined() {
    check("Tuesday, July 10, 2012 - 10:59 PM", "2012-07-10");
    check("Sun, 18 Feb 2018 17:21:49 GMT", "2018-02-18");
    check("6 أكتوبر1973م", "1973-10-06");
    check("الجمعة, 29-يونيو-2012", "2012-06-29");
    check("20 يناير عام 2009", "2009-01-20");
    check("28 فبراير من عام 2015", "2015-02-28");
    check("28 من فبراير 2015", "2015-02-28");
}

#[test]
fn words_that_are_not_months() {
    for none in [
        "آب عن الأب",
        "قال أب لخمسة أبناء",
        "ماي",
        "مارس الرياضة 30 عاما",
        "تموز وحده",
        "صفر من 10",
        "الأحد",
        "اليوم الثلاثاء",
        "سبت 2",
    ] {
        check(none, "");
    }
}

#[test]
fn weekdays_and_ranges() {
    let hit = |line: &str| scan(&tokenize(line)).remove(0);
    assert_eq!(hit("الثلاثاء 29 سبتمبر").weekday, Some(2));
    assert_eq!(hit("يوم الاحد، 21 ابريل 2019").weekday, Some(7));
    assert_eq!(hit("7-4-2012 الاربعاء").weekday, Some(3));
    assert!(hit("4-7 حزيران 2012").range);
    assert!(hit("من 5 إلى 11 أكتوبر").range);
    assert!(!hit("09:25 - 20 يوليو 2009").range);
}

#[test]
fn fields() {
    let check = |value: &str, want: &str| {
        let date = parse_field(value)
            .map(|f| f.date.to_string())
            .unwrap_or_default();
        assert_eq!(date, want, "{value}");
    };
    check("2015-07-21 02:51:32", "2015-07-21");
    check("2017-01-20T21:43:00+01:00", "2017-01-20");
    check("17/05/2015", "2015-05-17");
    check("Sun, 18 Feb 2018 21:35:43 +0400", "2018-02-18");
    check("الأربعاء 16 رجب 1441هـ - 11 مارس 2020م", "2020-03-11");
    check("الأحد 16 شعبان 1440هـ -21 ابريل 2019م", "2019-04-21");
    check("16 رجب 1441", "2020-03-11");
    check("1524000000", "2018-04-17");
    check("1524000000000", "2018-04-17");
    check("2015-09", "2015-09");
    check("2015", "2015");
    check("19 شهر 2024", "2024");
    for none in ["", "غير معروف", "0", "20159999", "--", "\u{0}"] {
        check(none, "");
    }
    let both = parse_field("الأربعاء 16 رجب 1441هـ - 11 مارس 2020م").unwrap();
    assert_eq!(both.hijri.as_deref(), Some("الأربعاء 16 رجب 1441هـ"));
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,80}") {
        scan(&tokenize(&text));
        parse_field(&text);
    }

    #[test]
    fn dense_input_does_not_panic(parts in prop::collection::vec("[0-9]{1,4}|[-/.,: ]|مارس|كانون|الأول|شوال|هـ|الأحد", 0..40)) {
        let text = parts.concat();
        for hit in scan(&tokenize(&text)) {
            prop_assert!(hit.tokens.start < hit.tokens.end);
        }
        parse_field(&text);
    }
}
