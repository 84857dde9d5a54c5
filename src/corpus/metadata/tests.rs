//! Whole articles: what is found, what is left unknown, which paragraph is of which class.

use proptest::prelude::*;

use super::super::date_text::parse_field;
use super::*;

const TITLE: &str = "بلدة الجبل تزرع ألف شجرة";
const BODY: &str = "قالت البلدية إن ألف شجرة زرعت على جانبي الطريق، وإن المتطوعين سيسقونها كل أسبوع حتى نهاية الصيف، ثم تتولى المدارس رعايتها.\n\
    وأوضح المشرف أن أنواع الأشجار اختيرت لأنها تحتمل الجفاف، وأن المشتل القريب قدمها هدية إلى أهل البلدة.\n\
    ويأمل السكان أن يصبح الطريق متنزها تظلله الأشجار بعد أعوام قليلة.";

fn plain(text: &str) -> AssembledArticle {
    read(text, "town/a.txt", None)
}

fn read(text: &str, path: &str, folder: Option<&str>) -> AssembledArticle {
    let place = RecordPlace {
        path: Arc::from(Path::new(path)),
        folder: folder.map(str::to_owned),
        read_as: Arc::from("text"),
    };
    let record = RawRecord {
        number: 1,
        text: text.to_owned(),
        alone: true,
        ..RawRecord::default()
    };
    assemble(record, &place)
}

fn date_of(article: &Article) -> String {
    article
        .date
        .as_ref()
        .map(|d| d.value.to_string())
        .unwrap_or_default()
}

/// Title, line, body; and title, body, line.
#[track_caller]
fn check_date(line: &str, want: &str) {
    for text in [
        format!("{TITLE}\n{line}\n{BODY}"),
        format!("{TITLE}\n{BODY}\n{line}"),
    ] {
        let article = plain(&text).article;
        assert_eq!(article.title_str(), TITLE, "{text}");
        assert_eq!(date_of(&article), want, "{text}");
    }
}

#[test]
fn date_lines() {
    check_date("2015-09-30", "2015-09-30");
    check_date("● أخبار محلية ٨ فبراير ٢٠١٥", "2015-02-08");
    check_date("الثلاثاء 29 سبتمبر/أيلول 2015", "2015-09-29");
    check_date("الثلاثاء 29 أيلول (سبتمبر)", "--09-29");
    check_date(
        "آخر تحديث: الاثنين, 20 يوليو/ تموز, 2009, 09:25 GMT",
        "2009-07-20",
    );
    check_date("آخر تحديث: 10/11/2016", "2016-11-10");
    check_date("نشر في: 10/11/2016 - 12:30", "2016-11-10");
    check_date("تاريخ النشر : 14/12/1436هـ", "2015-09-27");
    check_date("نشر بتاريخ 5 أيار 2014", "2014-05-05");
    check_date("الأحد 22 جمادى الأولى 1438 هـ", "2017-02-19");
    check_date("الأربعاء 16 رجب 1441هـ - 11 مارس 2020م", "2020-03-11");
    check_date("أكتوبر 2017", "2017-10");
    check_date("  • 2014-03-30", "2014-03-30");
    check_date("الثلاثاء 28 غشت 2012 - 14:20", "2012-08-28");
    check_date("(12 جويلية 2016)", "2016-07-12");
    check_date("بلدة الجبل | 2012-07-11", "2012-07-11");
    check_date("30 نيسان 2012 03:04", "2012-04-30");
    check_date("Tuesday, July 10, 2012 - 10:59 PM", "2012-07-10");
    check_date("آخر تعديل: 5 مارس 2014", "2014-03-05");
    check_date("تم نشره في 05/05/2017", "2017-05-05");
    check_date("5 مارس 2014 - 10:15 بتوقيت مكة المكرمة", "2014-03-05");
    check_date("شهر أكتوبر 2017", "2017-10");
    check_date("أخبار محلية 5 مارس 2014", "2014-03-05");
    check_date("القاهرة في 5 مارس 2014 / أ ش أ /", "2014-03-05");
    check_date("عمان - 5 مارس", "--03-05");
    check_date("نجران 26 شوال 1436 هـ الموافق 11 أغسطس 2015", "2015-08-11");
    check_date("المصدر: الجبل (5 مايو 2014)", "2014-05-05");
    check_date("بلدة 011 أغسطس 2015 - واس", "2015-08-11");
}

#[test]
fn dates_in_prose_are_not_the_articles() {
    for line in [
        "افتتح الطريق أول مرة في 14 يناير 1973 بحسب سجلات البلدية.",
        "ولد المشرف في 28 نوفمبر 1970 في مدينة بعيدة.",
        "يستمر الموسم حتى 27 أغسطس 2015 على الأقل.",
        "وزعت البلدية، اليوم الثلاثاء، جوائز المسابقة.",
        "وقالت البلدية إن الموسم يبدأ الثلاثاء 29 سبتمبر المقبل.",
        "وقال المشرف إن الطريق شق يوم الثلاثاء 29 سبتمبر 1998.",
        "عام 2015 كان جافا",
        "ذكرى 14 يناير 2011",
        "مباريات 4-7 حزيران 2012",
        "آخر موعد للتسجيل: 1 سبتمبر 2014",
        "تاريخ الميلاد: 5/3/1980",
        "ميدان 14 تموز 1958",
        "صدر القرار بتاريخ 5 مايو 2017",
        "ترجمة نص نشر في 5 مايو 1999",
        "10.5.2017 %",
        "صورة من 5 مارس 1960",
        "الإصدار 3.5.2014",
        "الدورة 12 - مايو 2014",
        "السبت 7 مارس - القراءة",
        "- 7 مارس 2014: افتتاح الحديقة",
        "البرنامج : الاربعاء 8 فيفري 2018 :",
        "بتاريخ 23 أبريل 2014 وافق المجلس على الحديقة",
        "عيد الشجرة - 23 أبريل",
        "الأحد 31 فبراير 2017",
        "1393/01/07",
        "السبت 13 ماي 2017 - الساعة 20:00 ملعب البلدة : فريق الجبل يستقبل فريق السهل",
        "اليوم الثلاثاء",
        "النتيجة 3-1",
    ] {
        check_date(line, "");
    }
}

#[test]
fn a_report_dates_itself() {
    let text = format!(
        "{TITLE}\nوقال المشرف للصحفيين يوم الثلاثاء 29 سبتمبر/أيلول، إن العمل انتهى.\n{BODY}"
    );
    let found = plain(&text);
    assert_eq!(date_of(&found.article), "--09-29");
    assert!(found.article.date_guess.is_none() && found.yearless.is_some());
    let text = format!("{text}\nوكان عام 2015 جافا.");
    assert_eq!(
        plain(&text).article.date_guess.unwrap().date.to_string(),
        "2015-09-29"
    );
    let text = format!("{TITLE}\nرام الله 10-4-2012 وفا- افتتح المتنزه.\n{BODY}");
    assert_eq!(date_of(&plain(&text).article), "2012-04-10");
}

#[test]
fn datelines() {
    #[track_caller]
    fn check(dateline: &str, want: &str) {
        let found = plain(&format!("{TITLE}\n{dateline} {BODY}"));
        assert_eq!(date_of(&found.article), want, "{dateline}");
    }
    check("القاهرة في 5 مارس 2014 / أ ش أ /", "2014-03-05");
    check("عمان 5 آذار (بترا) --", "--03-05");
    check("بكين 5 مارس 2014 (شينخوا)", "2014-03-05");
    check("موسكو، 5 مارس - سبوتنيك.", "--03-05");
    check("الاثنين 5 مارس 2014 -", "2014-03-05");
    check("مقابلات الذهاب 9 أفريل 2017 -", "");
    check("السبت 13 ماي 2017 - الساعة 20:00", "");
    check("أعلنت الشركة عن انقطاع الماء يوم الأحد 19 مارس 2017.", "");
    check("أعلنت البلدية تعيين يوم الجمعة 10 مارس موعدا.", "");
}

#[test]
fn the_surest_date_wins() {
    let text = format!("{TITLE}\nآخر تحديث: 2/2/2015\nنشر في: 1/2/2015\n{BODY}\n2019-01-01");
    assert_eq!(date_of(&plain(&text).article), "2015-02-01");
    let chronicle = format!(
        "{TITLE}\n{BODY}\n14 يناير 2011\n{BODY}\n17 مارس 2012\n{BODY}\n5 أيار 2013\n{BODY}"
    );
    assert_eq!(date_of(&plain(&chronicle).article), "");
    let amid = format!("{TITLE}\n{BODY}\n14 شباط 2018\n{BODY}");
    assert_eq!(date_of(&plain(&amid).article), "");
    let summed = format!("{TITLE}\nمتطوعون يسقونها كل أسبوع.\n14 شباط 2018\n{BODY}");
    assert_eq!(date_of(&plain(&summed).article), "2018-02-14");
}

#[test]
fn sources() {
    let check = |line: &str, want: &str| {
        let article = plain(&format!("{TITLE}\n{BODY}\n{line}")).article;
        assert_eq!(article.source_str(), want, "{line}");
    };
    check("المصدر: صحيفة الجبل", "صحيفة الجبل");
    check("المصدر:\nصحيفة الجبل", "صحيفة الجبل");
    check("(وكالات)", "وكالات");
    check("وكالات", "وكالات");
    check("*نقلا عن صحيفة الجبل", "صحيفة الجبل");
    check("ونقلت وكالة «الغيم» عن أحد الصيادين أن الصيد وفير.", "");
    check("وقال المصدر: العمل مستمر", "");
    check("Views: 5", "");
}

#[test]
fn folders_stand_in() {
    let source = |line: &str, folder| {
        let found = read(
            &format!("{TITLE}\n{BODY}\n{line}"),
            "x/al-jabal/a.txt",
            folder,
        )
        .article
        .source;
        found.map(|f| (f.value, f.from))
    };
    let folder = Some("al-jabal");
    assert_eq!(
        source("", folder),
        Some(("al-jabal".into(), Origin::Folder))
    );
    assert_eq!(
        source("المصدر: وكالات", folder),
        Some(("al-jabal".into(), Origin::Folder))
    );
    assert_eq!(
        source("المصدر: الساحل", folder),
        Some(("الساحل".into(), Origin::Text))
    );
    assert_eq!(
        source("المصدر: وكالات", None),
        Some(("وكالات".into(), Origin::Text))
    );
    assert_eq!(source("", None), None);
}

#[test]
fn classes() {
    let text = format!(
        "{TITLE}\nالجبل - وكالات\n2015-09-30\n{TITLE}\n\u{a0}\n{BODY}\nالمصدر : الجبل\nاكتب تعليق\nViews: 5"
    );
    let article = plain(&text).article;
    let classes: Vec<&str> = article
        .paragraphs
        .iter()
        .map(|p| p.class.as_str())
        .collect();
    assert_eq!(
        classes,
        [
            "title", "byline", "date", "title", "text", "text", "text", "byline", "chrome",
            "chrome"
        ]
    );
    assert_eq!(article.source_str(), "الجبل");
}

#[test]
fn a_record_with_fields_keeps_them() {
    let record = RawRecord {
        number: 3,
        title: Some(TITLE.into()),
        source: Some("الجبل".into()),
        date: Some((parse_field("17/05/2015").unwrap(), Origin::Crawl)),
        url: Some("https://jabal.example/2015/05/16/trees".into()),
        text: format!("{TITLE}\n{BODY}"),
        ..RawRecord::default()
    };
    let place = RecordPlace {
        path: Arc::from(Path::new("a.jsonl")),
        folder: None,
        read_as: Arc::from("text"),
    };
    let article = assemble(record, &place).article;
    assert_eq!(article.paragraphs[0].class, Class::Title);
    assert_eq!(
        article.date,
        Some(FoundValue::new(
            PartialDate::Day(Ymd {
                year: 2015,
                month: 5,
                day: 16
            }),
            Origin::Url
        ))
    );
    assert_eq!(article.source.unwrap().from, Origin::Field);
}

#[test]
fn a_byline_may_stand_above_the_headline() {
    let article = plain(&format!("صحيفة الجبل - 5 أيار 2014\n{TITLE}\n{BODY}")).article;
    assert_eq!(article.title_str(), TITLE);
    assert_eq!(article.source_str(), "صحيفة الجبل");
    assert_eq!(date_of(&article), "2014-05-05");
    let article = plain(&format!("المصدر: صحيفة الجبل\n{TITLE}\n{BODY}")).article;
    assert_eq!(
        (article.title_str(), article.source_str()),
        (TITLE, "صحيفة الجبل")
    );
    let article = plain(&format!("الأخبار » محليات\n{TITLE}\n{BODY}")).article;
    assert_eq!(article.title_str(), TITLE);
    let article = plain(&format!("اقتصاد | 5 أيار 2014\n{TITLE}\n{BODY}")).article;
    assert_eq!(
        (article.title_str(), &*date_of(&article)),
        (TITLE, "2014-05-05")
    );
    let article = plain(&format!("2014-05-05\n{TITLE}\nالثلاثاء\n{BODY}")).article;
    assert_eq!(
        (article.title_str(), &*date_of(&article)),
        (TITLE, "2014-05-05")
    );
    assert_eq!(article.paragraphs[2].class, Class::Date);
}

#[test]
fn paragraphs_are_pythons() {
    let text = "\n  أ \u{a0}\n\u{1c}\n\tب\u{2003}\n";
    let spans = paragraphs(text);
    let shown: Vec<&str> = spans.iter().map(|s| text.get(s.clone()).unwrap()).collect();
    assert_eq!(shown, ["أ", "ب"]);
}

#[test]
fn no_text_no_knowledge() {
    let article = plain("").article;
    assert!(article.title.is_none() && article.paragraphs.is_empty());
    assert!(plain("\n\n ***\n").article.title.is_none());
}

proptest! {
    #[test]
    fn nothing_panics_and_paragraphs_cover_the_text(text in "(\\PC|\n| |[0-9/:.-]|المصدر|مارس|وكالات){0,200}") {
        let article = plain(&text).article;
        let joined: String = (0..article.paragraphs.len()).map(|i| article.paragraph(i)).collect();
        let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(letters(&joined), letters(&text));
    }
}
