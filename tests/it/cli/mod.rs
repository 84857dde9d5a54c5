//! What scripts see: stdout, stderr and exit status of every verb, together.
//!
//! The corpus is small and written here, so that each expected line can be checked by eye.
//! Expected texts are logical, as the program prints them.

mod check;
mod damage;
mod dups;
mod errors;
mod kept;
mod keys;
mod list;
mod output;
mod paging;
mod reading;
mod related;
mod search;
mod show;
mod stats;
mod usual_path;
mod visual;

use crate::support::Scratch;

/// A pasted-twice article with its facts in the text.
const GARDEN: &str = "\
افتتاح حديقة الياسمين في حي النور

صحيفة الضحى - 12/03/2019

افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من العمل، وتضم الحديقة 420 شجرة.

وقال مهندس الحديقة إن الأشجار زرعت على صفين «حتى يجد كل مار ظلا».

افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من العمل، وتضم الحديقة 420 شجرة.
";

/// Nothing but a headline and a text, with a control sequence, C1 and DEL among the words.
const BOATS: &str = "\
سباق القوارب \u{1b}[31mالحمراء\u{1b}[0m في النهر

انطلق السباق\u{9b}5m من الجسر\u{7f} القديم عند الفجر.
";

/// Records with fields.
const WIRE: &str = r#"{"id":"w-1","title":"معرض الساعات القديمة","source":"وكالة السنبلة","date":"2021-05-04","text":"عرض هواة الساعات مئة ساعة في قاعة البلدية.\nوتوقفت إحداها عند الظهر."}
{"id":"w-2","title":"حديقة ثانية في حي النور","source":"وكالة السنبلة","date":"2021-05-06","text":"تبدأ البلدية زراعة حديقة ثانية قرب حديقة الياسمين في حي النور، وتضم 90 شجرة."}
"#;

/// A folder `news` of three files.
fn news() -> Scratch {
    Scratch::with(&[
        ("news/garden.txt", GARDEN),
        ("news/boats.txt", BOATS),
        ("news/wire.jsonl", WIRE),
    ])
}

/// The same with a second line in the `.jsonl` that is cut off.
fn broken_news() -> Scratch {
    let news = news();
    let mut lines: Vec<&str> = WIRE.lines().collect();
    lines.insert(1, r#"{"id":"w-9","title":"#);
    news.write("news/wire.jsonl", &lines.join("\n"));
    news
}
