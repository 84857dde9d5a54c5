//! Two versions of a story, side by side and one above the other, whole and at sizes where nothing fits.

use fihrist::library;

use super::check_over;
use super::symbols::check_symbols;
use crate::app::driver::Driver;
use crate::app::stories::library;
use crate::support::Scratch;

/// The agency's version is read, then compared with the one selected in the panel.
const OPEN: &str = "4j<enter>sjd";

fn check(name: &str, keys: &str) {
    check_over(&library(), name, |driver| {
        driver.press(OPEN).press(keys);
        assert!(driver.compare().is_some(), "nothing is compared");
    });
}

#[test]
fn versions_side_by_side() {
    check("compare", "");
}

#[test]
fn at_a_change_with_what_is_the_same() {
    check("compared_in_full", "enn");
}

/// Words of the text, its marks and what stands beside them never meet.
#[test]
fn no_size_is_too_small() {
    let hostile = r"نص \u001b[31m \u202eقلب\u2028سطر \ufe0f\u200d \u0301 中文 \ud83d\ude00 طويييييييييييييييييييييييييييييييييييييييل";
    let common = "قالت إدارة الميناء إن توسعة الرصيف الشمالي بدأت أمس، وإن السفن الكبيرة ستدخل بلا انتظار بعد عام واحد";
    let more = "وأضافت أن العمق عند الأرصفة الجديدة كلها يكفي، وأن الصيادين سيجدون قرب المنارة القديمة سوقا للسمك ومقهى صغيرا";
    let record = |word: &str, latin: &str| {
        format!(
            r#"{{"title": "{hostile} {word}", "source": "{hostile}", "text": "{common} {word} {hostile}\n{more}\n{latin}\n{hostile}\n{word}"}}"#
        )
    };
    let records = [
        record("أمس", "The club meets twice a week."),
        record("غدا", "The old club meets once a week."),
    ];
    let scratch = Scratch::with(&[("two.jsonl", &records.join("\n"))]);
    let hostile = library::open(&[scratch.path().to_owned()]).unwrap();
    for (library, open) in [(library(), OPEN), (hostile, "<enter>sjd")] {
        let mut driver = Driver::new(&library, (80, 24));
        driver.press(open);
        assert!(driver.compare().is_some(), "nothing is compared");
        for (cols, rows) in [
            (20, 5),
            (1, 1),
            (3, 2),
            (40, 12),
            (99, 7),
            (100, 3),
            (120, 40),
            (80, 24),
        ] {
            for keys in ["", "n", "e", "n", "G", "x", "N", "gg"] {
                driver.resize(cols, rows);
                driver.press(keys);
                check_symbols(&driver);
            }
        }
    }
}
