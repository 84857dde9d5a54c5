//! Takes a name, decides by lists whether it is a news agency, a place, an outlet, or a word such as "correspondents".
//!
//! Names are compared squeezed: letters and digits only, folded, so `أ ف ب`, `(ا.ف.ب)` and `اف ب` are one.
//!
//! The lists were written by hand: agencies, capitals and towns of the Arab world and other capitals
//! that open datelines, in the spellings met in newspaper corpora. The history of the project names no
//! published list behind them. A name that is missing leaves a byline unread; a name that is too
//! common would make bylines of headings, so ordinary words are left out.

use super::super::token::{folded, squeeze};
use super::super::word_list::WordList;

/// Most words of an agency that is named by `وكالة الأنباء …` alone; a longer text is a sentence.
const MAX_AGENCY_WORDS: usize = 5;
/// Longest such name, in letters and digits.
const MAX_AGENCY_LETTERS: usize = 40;
/// Most words of an outlet's name.
const MAX_OUTLET_WORDS: usize = 5;

/// News agencies by name and abbreviation, and "agencies" without a name; squeezed.
static AGENCIES: WordList = WordList::words(
    "\
    وكالات الوكالات وكالاتالانباء وكالاتانباء وكاله وكالهالانباء رويترز افب فرانسبرس افبي \
    وكالهفرانسبرس الفرنسيه دبا الالمانيه واس وام وفا سانا قنا كونا بنا بترا واج وات وال وكا ومع \
    ماب سونا سبا شا اشا انسا اب اسوشيتدبرس اسوشييتدبرس الاسوشيتدبرس يوبي يوبياي تاس ايتارتاس \
    نوفوستي ريانوفوستي سبوتنيك انترفاكس شينخوا الاناضول ارنا cnn afp reuters ap dpa upi bbc spa \
    wam sana map tap tass xinhua efe ايفي افي انباموسكو العمانيه الاناء افكي بلومبرغ بلومبرج",
);

/// Notes on how a report was obtained, which stand beside the name of the outlet; squeezed.
static FOLLOWUPS: WordList = WordList::words(
    "\
    متابعات متابعه متابعهخاصه خاص رصد مراسلون صحف مواقع وسائلاعلام",
);

/// Capitals, countries and towns that open datelines; squeezed.
static PLACES: WordList = WordList::words(
    "\
    القاهره الاسكندريه مصر الرياض جده مكه مكهالمكرمه المدينه المدينهالمنوره الدمام الطائف ابها \
    تبوك حائل جازان نجران الباحه القصيم بريده الاحساء السعوديه دبي ابوظبي الشارقه عجمان الفجيره \
    راسالخيمه الامارات الاماراتالعربيهالمتحده الدوحه قطر الكويت المنامه البحرين مسقط صلاله عمان \
    الاردن اربد الزرقاء العقبه بيروت لبنان طرابلس صيدا صور دمشق حلب حمص حماه اللاذقيه طرطوس درعا \
    السويداء ادلب ديرالزور الرقه الحسكه سوريا سوريه بغداد البصره الموصل اربيل كركوك النجف كربلاء \
    العراق القدس القدسالمحتله رامالله غزه نابلس الخليل بيتلحم جنين فلسطين صنعاء عدن تعز الحديده \
    المكلا حضرموت اليمن الخرطوم امدرمان بورتسودان السودان جوبا بنغازي مصراته سرت ليبيا تونس \
    صفاقس سوسه الجزائر الجزائرالعاصمه وهران قسنطينه عنابه الرباط البيضاء الدارالبيضاء مراكش فاس \
    طنجه اكادير تطوان وجده مكناس المغرب نواكشوط موريتانيا مقديشو الصومال جيبوتي طهران ايران \
    انقره اسطنبول اسطانبول تركيا كابول اسلاماباد نيودلهي الهند بكين شنغهاي الصين طوكيو اليابان \
    سيول موسكو روسيا كييف لندن بريطانيا باريس فرنسا برلين المانيا فرانكفورت ميونيخ روما ميلانو \
    ايطاليا مدريد برشلونه اسبانيا لشبونه بروكسل بلجيكا جنيف زيورخ سويسرا فيينا امستردام لاهاي \
    ستوكهولم اوسلو كوبنهاغن هلسنكي وارسو براغ بودابست اثينا نيقوسيا صوفيا بوخارست واشنطن نيويورك \
    الولاياتالمتحده الولاياتالمتحدهالامريكيه لوسانجلوس شيكاغو تورونتو اوتاوا كندا مكسيكو \
    برازيليا ريوديجانيرو ساوباولو البرازيل بوينسايرس كاراكاس سيدني كانبيرا اديسابابا نيروبي \
    لاغوس داكار جوهانسبرغ عواصم العواصم عواصمالعالم الاممالمتحده",
);

/// First words of names that only outlets have; folded.
static OUTLET_FIRST: WordList = WordList::words(
    "\
    صحيفه جريده مجله موقع شبكه وكاله قناه اذاعه بوابه راديو تلفزيون يوميه اسبوعيه",
);

/// Last words of names that only outlets have; folded.
const OUTLET_LAST: &[&str] = &[
    "نيوز",
    "برس",
    "بريس",
    "اونلاين",
    "نت",
    "تايمز",
    "بوست",
    "اف ام",
    "تي في",
    "سبورت",
    "news",
    "tv",
    "press",
    "online",
    "fm",
    "times",
    "post",
];

/// Whether a name is a news agency: `رويترز`, `أ ف ب`, `وكالات`, `وكالة الأنباء …`.
pub fn is_agency(name: &str) -> bool {
    let few = name.split_whitespace().nth(MAX_AGENCY_WORDS).is_none();
    let name = squeeze(name);
    let called = name.strip_prefix("وكاله").filter(|n| n.chars().count() > 2);
    AGENCIES.has(&name)
        || called.is_some_and(|n| AGENCIES.has(n))
        || (few
            && (name.starts_with("وكالهالانباء") || name.starts_with("وكالهانباء"))
            && name.chars().count() <= MAX_AGENCY_LETTERS)
}

/// Whether a name is an agency or a note such as `متابعات`, alone or several joined:
/// `رويترز، أ ف ب`, `وكالات + مواقع`.
pub fn is_generic(name: &str) -> bool {
    let mut parts = name
        .split(['+', '،', ',', '/', '-', '–', '&', '؛'])
        .peekable();
    parts.peek().is_some() && parts.all(|p| is_agency(p) || is_followup(p) || squeeze(p).is_empty())
}

/// Whether a name is a place, with or without the number of a day after it: `طوكيو 01- واس`.
pub fn is_place(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_numeric() || c == ' ');
    PLACES.has(&squeeze(name))
}

/// Whether a name is an outlet by a form that other organisations do not have:
/// `صحيفة …`, `… نيوز`.
pub fn is_paper(name: &str) -> bool {
    static SHARED: WordList = WordList::words("موقع شبكه وكاله قناه بوابه");
    let first = folded(name.split_whitespace().next().unwrap_or(""));
    is_outlet(name) && !SHARED.has(&first)
}

/// Whether a name is a note on how a report was obtained.
pub fn is_followup(name: &str) -> bool {
    FOLLOWUPS.has(&squeeze(name))
}

/// Whether a name has the form of an outlet's: `صحيفة …`, `… نيوز`, `….com`.
pub fn is_outlet(name: &str) -> bool {
    let name = folded(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let site = [".com", ".net", ".org", ".info"]
        .iter()
        .any(|end| name.ends_with(end));
    words.len() <= MAX_OUTLET_WORDS
        && ((words.len() > 1 && (OUTLET_FIRST.has(first) || OUTLET_LAST.contains(last)))
            || OUTLET_LAST
                .iter()
                .any(|w| w.contains(' ') && name.ends_with(w))
            || (site && words.len() == 1))
}
