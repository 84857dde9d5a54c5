//! Takes a name from a byline, decides whether it is a person's.
//!
//! `سلمى يوسف – متابعات` names the author, `الساحل – متابعات` the outlet; only the name itself can
//! distinguish the two. A person's name has two to four words and begins with a common given name.
//! Given names that outlets have too (`نور`, `أمل`, `الحياة`) are left out: what is not recognised as
//! a person stays an unknown name.
//!
//! The lists were written by hand from common Arabic given names; the history of the project names
//! no published list behind them.

use super::super::token::folded;
use super::super::word_list::WordList;

/// Most words after a given name.
const MAX_FAMILY_WORDS: usize = 3;

/// Common given names, folded.
static GIVEN_NAMES: WordList = WordList::words(
    "\
    محمد احمد محمود حامد حمد حمود حميد حمدي حمدان حمزه علي عمر عمرو عثمان عماد عامر عادل عاطف عاصم \
    عزيز عصام علاء عوض عيسي عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالحكيم عبدالسلام عبدالقادر \
    عبداللطيف عبدالمجيد عبدالملك عبدالوهاب عبدالهادي عبدالحميد عبدالرحيم عبدالرزاق عبدالغني \
    عبدالناصر عبدالمنعم عبدالفتاح عبدالجليل عبدالباسط عبدالاله عبدالمحسن عبدالرؤوف عبدالغفار عبدالحق عبده \
    ابراهيم اسماعيل اسحاق ادريس ادهم اسامه اسعد اشرف اكرم امجد امين انس انور اياد ايمن ايهاب ايوب \
    بدر بسام بشار بشير بكر بلال بندر بهاء تامر تركي توفيق ثامر جابر جاسم جعفر جلال جمال جميل جهاد \
    جورج حاتم حازم حسام حسان حسن حسين حسني حيدر خالد خليل خليفه داود ربيع رامي راشد راغب رائد رشاد \
    رشيد رضا رفيق رمزي رياض زكريا زياد زيد سالم سامح سامر سامي سعد سعود سعيد سلطان سلمان سليم \
    سليمان سمير سيف شادي شاكر شريف شوقي صابر صادق صالح صلاح طارق طلال طاهر ظافر غازي غسان فادي \
    فارس فاروق فايز فتحي فراس فرج فريد فهد فواز فؤاد فيصل قاسم قيس كامل كاظم كريم كمال لؤي ماجد \
    مازن مالك ماهر مبارك متعب محسن مراد مروان مساعد مسعود مشاري مشعل مصطفي معاذ معتز معتصم معن \
    مفلح مقبل ممدوح منذر منصور منير مهند موسي مؤيد ناجي نادر ناصر نايف نبيل نجيب نزار نضال نعيم \
    نواف هاشم هاني هشام هيثم وائل وليد ياسر ياسين يحيي يزيد يعقوب يوسف يونس جوزيف الياس \
    فاطمه عائشه مريم زينب خديجه سعاد سلمي سلوي سميره سميه سمر سناء سهام سوسن شيرين شيماء صفاء \
    صفيه عبير عفاف غاده فاتن فريده فوزيه كوثر لبني لجين لطيفه ليلي لينا مايا مروه منال مني مها \
    ميساء نادين ناديه نجلاء نجوي نهي نوال نوره هاله هبه هناء هند هنادي هويدا وفاء ياسمين يسري رانيا \
    رباب رحاب رنا رندا ريم ريما رغد رشا دعاء دينا داليا حنان جميله جيهان بثينه بشري بسمه ايمان \
    اسماء اميره امينه ابتسام الهام اماني احلام",
);

/// First halves of given names of two words: `عبد الله`, `أبو بكر`.
static FIRST_HALVES: WordList = WordList::words("عبد ابو ام بن");

/// Titles that stand before a name, folded.
static TITLES: WordList = WordList::words("د الدكتور الدكتوره دكتور الاستاذ م المهندس الشيخ");

/// Whether a name is a person's.
pub(super) fn is_person(name: &str) -> bool {
    if name.starts_with("على ") {
        return false; // folding makes `علي` of it
    }
    let name = folded(name);
    let mut words = name
        .split(|c: char| c.is_whitespace() || c == '.')
        .filter(|w| !w.is_empty())
        .skip_while(|w| TITLES.has(w));
    let Some(first) = words.next() else {
        return false;
    };
    let rest = words
        .by_ref()
        .take(MAX_FAMILY_WORDS + 1)
        .collect::<Vec<_>>();
    let letters = rest.iter().all(|w| w.chars().all(char::is_alphabetic));
    let given = GIVEN_NAMES.has(first) && (1..=MAX_FAMILY_WORDS).contains(&rest.len());
    let halves = FIRST_HALVES.has(first) && (2..=MAX_FAMILY_WORDS).contains(&rest.len());
    letters && (given || halves)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_folded() {
        for word in GIVEN_NAMES.entries().chain(FIRST_HALVES.entries()) {
            assert_eq!(folded(word), word);
        }
    }

    #[test]
    fn people_and_papers() {
        #[track_caller]
        fn check(name: &str, expected: bool) {
            assert_eq!(is_person(name), expected, "{name}");
        }
        check("سلمى يوسف", true);
        check("د. سامر يوسف", true);
        check("عبد الله يوسف", true);
        check("أحمد بن سالم الجبلي", true);
        check("سلمى", false);
        check("الساحل", false);
        check("الجبل اليوم", false);
        check("عبد الله", false);
        check("يوسف 24", false);
        check("على الهامش", false);
        check("د.", false);
        check("", false);
    }
}
