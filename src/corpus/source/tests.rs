//! Tables of bylines, labels and credits, and prose that names agencies without being one.

use super::super::line::Line;
use super::*;

fn shown(credit: Option<Credit>) -> String {
    let credit = credit.unwrap_or_default();
    let author = credit.author.map(|a| format!(" / {a}")).unwrap_or_default();
    format!("{}{author}", credit.source.unwrap_or_default())
}

#[test]
fn labels() {
    let check = |text: &str, want| assert_eq!(shown(labelled(&Line::head(text))), want, "{text}");
    check("المصدر: صحيفة الميناء", "صحيفة الميناء");
    check("المصدر : الساحل نيوز", "الساحل نيوز");
    check("المصدر / وكالات", "وكالات");
    check("* المصدر: «الساحل»", "الساحل");
    check("المصدر: (الميناء)", "الميناء");
    check("المصدر: رويترز، أ ف ب", "رويترز، أ ف ب");
    check(
        "المصدر: شبكة الساحل الكاتب: فريق التحرير",
        "شبكة الساحل / فريق التحرير",
    );
    check("الكاتب: سلمى يوسف المصدر: الميناء", "الميناء / سلمى يوسف");
    check("المصدر: صحيفة الميناء - 5 أيار 2014", "صحيفة الميناء");
    check("المصدر: الميناء بتاريخ: 5/5/2014", "الميناء");
    check("المصدر: https://www.almina.example/a/1", "almina.example");
    check("المصدر وكالات", "وكالات");
    check("Source: Al Mina", "Al Mina");
    check("الكاتب: سلمى يوسف", " / سلمى يوسف");
    check("بقلم: سلمى يوسف", " / سلمى يوسف");
    check("بقلم سلمى يوسف", " / سلمى يوسف");
    check("كتب - سلمى يوسف", " / سلمى يوسف");
    check("*نقلا عن صحيفة الميناء", "صحيفة الميناء");
    check("نقلاً عن الميناء", "الميناء");
    for none in [
        "المصدر الأول للدخل",
        "وقال المصدر: العمل مستمر",
        "مصدر: اللاعب سيغادر النادي",
        "المصدر: إن العمل مستمر",
        "المصدر:",
        "كتب الطلاب رسائل",
        "نقلا عن مصدر في الإدارة قالت إن العمل في الرصيف مستمر منذ أشهر",
    ] {
        check(none, "");
    }
}

#[test]
fn bylines() {
    let check = |text: &str, want| assert_eq!(shown(byline(&Line::head(text))), want, "{text}");
    for dash in ["-", "–", "—", "ـ", "/", "|"] {
        check(&format!("الساحل {dash} وكالات"), "الساحل");
    }
    check("الساحل- وكالات", "الساحل");
    check("الساحل - متابعات", "الساحل");
    check("خاص - الساحل", "الساحل");
    check("الميناء نيوز - خاص", "الميناء نيوز");
    check("بكين - أ ف ب", "أ ف ب");
    check("الرياض ـ واس", "واس");
    check("القاهرة - سلمى يوسف - رويترز", "رويترز / سلمى يوسف");
    check("ألماتي (رويترز)", "رويترز");
    check("فرانس24/ أ ف ب", "فرانس24");
    check("صحيفة الميناء - 5 أيار 2014", "صحيفة الميناء");
    check("الميناء نيوز | 2014-05-05", "الميناء نيوز");
    check("جازان 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس", "واس");
    check("(وكالات)", "وكالات");
    check("وكالات", "وكالات");
    check("أ.ف.ب", "أ.ف.ب");
    for none in [
        "الجزء الأول - البداية",
        "الصين - الهند",
        "مهرجان الكتاب - جدة",
        "أخبار محلية - 5 أيار 2014",
        "عمان - سلمى يوسف",
        "الساحل",
        "نفت الوكالات وجود خلاف.",
        "مصر - توقيع اتفاق",
    ] {
        check(none, "");
    }
}

#[test]
fn datelines() {
    let check = |text: &str, want| assert_eq!(shown(lead(&Line::head(text))), want, "{text}");
    check("لندن (رويترز) - ارتفع سعر القمح", "رويترز");
    check("نيقوسيا - ا ف ب - بدأت الدورة", "ا ف ب");
    check("الساحل- وكالات: بدأت الدورة", "الساحل");
    check("دبي، الإمارات العربية المتحدة (CNN) -- بدأت الدورة", "CNN");
    check("(CNN)-- بدأت الدورة", "CNN");
    check("برلين (وكالات) بدأت الدورة", "وكالات");
    for none in [
        "ونقلت وكالة أنباء (إرنا) عن المتحدث قوله",
        "ونقلت وكالة «الغيم» عن أحد الصيادين أن الصيد وفير",
        "وقالت رويترز: العمل مستمر",
        "بدأت الدورة - وهي الأولى - أمس",
        "قال المدير: بدأت الدورة",
        "ذكرت (واس) أن الدورة بدأت",
    ] {
        check(none, "");
    }
}

#[test]
fn closing_credits() {
    let check = |text: &str, want| assert_eq!(shown(closing(&Line::tail(text))), want, "{text}");
    check("وانتهت الدورة أمس. (رويترز)", "رويترز");
    check("وانتهت الدورة أمس\". -(وكالات)", "وكالات");
    check("وانتهت الدورة أمس (أ ف ب).", "أ ف ب");
    check("(وكالات)", "وكالات");
    check("وانتهت الدورة أمس المصدر: صحيفة الميناء", "صحيفة الميناء");
    check("وانتهت الدورة أمس.المصدر: الميناء", "الميناء");
    for none in [
        "بحسب وكالة الأنباء السعودية (واس).",
        "وقال المصدر: \"الدورة انتهت\"",
        "وانتهت الدورة (الأولى)",
        "وأضاف المصدر: انتهت الدورة أمس",
        "انتهت.",
        "",
    ] {
        check(none, "");
    }
}

#[test]
fn hosts() {
    let check = |url: &str, want: &str| assert_eq!(host(url).unwrap_or_default(), want);
    check("http://www.almina.example/a", "almina.example");
    check("https://user@almina.example:8080/a?b", "almina.example");
    check("almina.example/x", "almina.example");
    check("localhost", "");
    check("", "");
}
