//! Takes a name, tells whether it is a news agency, a place, an outlet by its form, or a mere "correspondents".
//!
//! Names are compared squeezed: letters and digits only, folded, so `أ ف ب`, `(ا.ف.ب)` and `اف ب` are one.

use super::super::token::{folded, squeeze};
use super::super::word_list::WordList;

/// Agencies and "agencies".
static AGENCIES: WordList = WordList::words(
    "\
    وكالات الوكالات وكالاتالانباء وكالاتانباء وكاله وكالهالانباء رويترز افب فرانسبرس افبي \
    وكالهفرانسبرس الفرنسيه دبا الالمانيه واس وام وفا سانا قنا كونا بنا بترا واج وات وال وكا ومع \
    ماب سونا سبا شا اشا انسا اب اسوشيتدبرس اسوشييتدبرس الاسوشيتدبرس يوبي يوبياي تاس ايتارتاس \
    نوفوستي ريانوفوستي سبوتنيك انترفاكس شينخوا الاناضول ارنا cnn afp reuters ap dpa upi bbc spa \
    wam sana map tap tass xinhua efe ايفي افي انباموسكو العمانيه الاناء افكي بلومبرغ بلومبرج",
);

/// Not a source of its own: what stands beside the outlet's name.
static FOLLOWUPS: WordList = WordList::words(
    "\
    متابعات متابعه متابعهخاصه خاص رصد مراسلون صحف مواقع وسائلاعلام",
);

/// Capitals, countries and towns that open datelines.
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

/// First words that only outlets have.
static OUTLET_FIRST: WordList = WordList::words(
    "\
    صحيفه جريده مجله موقع شبكه وكاله قناه اذاعه بوابه راديو تلفزيون يوميه اسبوعيه",
);

/// Last words that only outlets have.
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

/// `رويترز`, `أ ف ب`, `وكالات`, `وكالة الأنباء …`.
pub fn is_agency(name: &str) -> bool {
    let few = name.split_whitespace().take(6).count() < 6;
    let name = squeeze(name);
    let called = name.strip_prefix("وكاله").filter(|n| n.chars().count() > 2);
    AGENCIES.has(&name)
        || called.is_some_and(|n| AGENCIES.has(n))
        || (few
            && (name.starts_with("وكالهالانباء") || name.starts_with("وكالهانباء"))
            && name.chars().count() <= 40)
}

/// An agency of any kind, alone or several joined: `رويترز، أ ف ب`, `وكالات + مواقع`.
pub fn is_generic(name: &str) -> bool {
    let mut parts = name
        .split(['+', '،', ',', '/', '-', '–', '&', '؛'])
        .peekable();
    parts.peek().is_some() && parts.all(|p| is_agency(p) || is_followup(p) || squeeze(p).is_empty())
}

/// A place, or one with the number of the day glued to it: `طوكيو 01- واس`.
pub fn is_place(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_numeric() || c == ' ');
    PLACES.has(&squeeze(name))
}

/// A paper by its form, of which nothing else bears the name: `صحيفة …`, `… نيوز`.
pub fn is_paper(name: &str) -> bool {
    static SHARED: WordList = WordList::words("موقع شبكه وكاله قناه بوابه");
    let first = folded(name.split_whitespace().next().unwrap_or(""));
    is_outlet(name) && !SHARED.has(&first)
}

pub fn is_followup(name: &str) -> bool {
    FOLLOWUPS.has(&squeeze(name))
}

/// `صحيفة …`, `… نيوز`, `….com`.
pub fn is_outlet(name: &str) -> bool {
    let name = folded(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let site = [".com", ".net", ".org", ".info"]
        .iter()
        .any(|end| name.ends_with(end));
    words.len() <= 5
        && ((words.len() > 1 && (OUTLET_FIRST.has(first) || OUTLET_LAST.contains(last)))
            || OUTLET_LAST
                .iter()
                .any(|w| w.contains(' ') && name.ends_with(w))
            || (site && words.len() == 1))
}
