//! A word in, whether its first letters belong to it and are no article or preposition out.
//!
//! «وزير» begins with و and «التزام» with ال, and both are words of their own. A large corpus shows
//! it by itself ([`super::clitics`] asks how often «الوزير» and «بالتزام» occur); a small one does
//! not, and so the commonest of these words stand here, folded. A word may be left out without harm
//! where what is left of it («ندوق») is no word.
//!
//! The lists were made by hand from the frequent words of Modern Standard Arabic news: those that begin
//! with such a letter and whose rest is a word as well.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Words of news whose first letter, one of و ب ل ف ك س, is their own, and particles.
const OWN_LETTER: &str = "\
واليا \
باب بابا باحث بارد بارده بارز بارزه باريس بازل باسم باشا باقي بالغ باليه باني بايرن \
بحته بحث بحر بحري بحريه بحصه بحوث بحيره بدا بدات بدل بدنيه بدون بدوي بديل برج برد برق \
برقيه بركه برلين برنامج بروز بريد بريده بريطانيين بريه بسام بشار بشري بشريه بشير بصر \
بصمه بضاءع بضعه بطاقات بطاقه بطل بطله بطوله بعثه بعد بعض بعيد بعيده بغداد بقاء بقاع \
بقايا بكر بكين بل بلاتر بلاتيني بلاد بلادي بلاغ بلاي بلد بلدان بلدي بلديه بلوي بن بناء \
بنات بنت بنك بنود بنين بنيه بهاء بهجت بوادي بوروسيا بوصله بوينغ بيان بيت بيتي بيرو \
بيروت بيشه بيضاء بيعه بين بينما بيني بيوت بيونغ سابقين ساخره ساخنه ساريه ساعات ستار \
ستالين سنوات سنويه سوف سوي سياره سياسه سياسي سيرينا سيناء سينما سيول فابيان فاخر فاخره \
فارق فارقه فاضل فاطمه فاعل فايز فتاه فتح فتره فتنه فتيل فجوه فخامه فخور فداء فراغ \
فرانس فرح فرحه فردي فرديه فرصه فرضيه فرعيه فرق فرقه فرنسا فروع فريد فريده فريسه فريق \
فريقي فساد فسيح فصاءل فصول فضاء فضيحه فعال فعاله فعاليه فعل فعلته فعله فعلي فعليه فقر \
فقرات فقره فقط فكر فكرا فكره فكري فكريه فلاح فلسطين فلسطينيين فلم فلول فم فن فنان فندق \
فنون فنيه فهد فهمي فوءاد فوات فواد فواز فوري فوز فوق فولاذ في فيديو فيروس فيسبوك فيصل \
فيلا فيلق فيلم فيه فيها فيهم فيهما فيينا كابل كادر كاذبه كارثه كافه كافيه كاليه كامل \
كامله كاميرا كاميرات كان كانا كانت كانوا كبار كبري كبير كبيره كبيرين كتاءب كتاب كتب \
كتله كتيبه كثره كثيرون كذلك كرات كرامه كربلاء كردستان كردي كرديه كرسي كركوك كرواتيا \
كرويه كريم كريمه كفاله كفايه كفر كفيل كفيله كل كلا كلاب كلام كلامه كلاميه كلب كلتا \
كلفه كلما كلمات كلمه كليات كليب كليه كم كما كمال كميات كمين كميه كندا كنديه كهرباء كهف \
كوارث كوبا كوردستان كوري كوريا كوسوفو كولومبيا كوميدي كويتي كي كيان كيف كيفيه كيلو \
لءلء لا لاجء لاجءين لازم لازمه لاعب لاعبون لاعبين لافته لان لانه لانها لانهم لبن لبنان \
لبناني لجان لجنه لجوء لجين لحظه لحم لحمه لحوم لدي لدينا لديه لديها لديهم لذا لذلك لسان \
لسنا لطيف لطيفه لعب لعبه لعل لعله لغات لغز لغه لغوي لقاء لقاح لقب لقد لقطه لقم لكن \
لكننا لكنه لكنها لكنهم لكنهن لكني لم لما لماذا لمسه لن لندن لهب لهجه لو لواء لوبي \
لوزان لولا لوم لون ليالي ليبي ليبيا ليبيه ليره ليزر ليس ليست ليسوا ليل ليله ليلي ليليه \
ليون وابل واثق واجب واحد واحده وادي وارد وارده واسع واصل واعد واعده واقع والد والدين \
وانغ وباء وبر وتر وتيره وثاءق وثن وثيقه وجبه وجد وجدنا وجنه وجه وجهات وجهه وجوب وجود \
وجوه وحده وحدها وحش وحل وحول وحي وحيد وحيده وخيمه وداع ودي وديه وراء ورد ورده ورش ورشه \
ورع ورق ورقه ورقيه ورم ورود وزارات وزاره وزاري وزراء وزن وزير وساءل وسام وسان وست وسط \
وسعيد وسن وسيط وسيله وشم وشيك وشيكه وصف وصل وصول وصي وصيف وضع وضوح وطن وظيفه وعد وعده \
وعظ وعود وعي وعيد وفاء وفاق وفاه وفد وفر وفره وفود وفيات وقت وقح وقع وقف وقود وقوع \
وقوف وكالات وكاله وكر وكيل ولاء ولايات ولايتي ولايه ولد ولي وليد وهب وهج وهم وهميه وهن \
ويست ويندوز";

/// Words whose alef and lam are their own, or belong to them for good.
const OWN_ALEF_LAM: &str = "\
الذي التي الذين اللذين اللذان اللتين اللتان اللواتي اللاتي الله اللهم لله الان الي \
اليه اليها اليهم اليهما الينا اليك اليكم الف الفا الفي الفان الفين الاف";

/// Beginnings of words whose alef and lam are their own.
const OWN_ALEF_LAM_BEGINNINGS: [&str; 34] = [
    "المان",
    "الكترون",
    "الكتريك",
    "البان",
    "التزام",
    "التزم",
    "التحاق",
    "التحق",
    "التهاب",
    "التماس",
    "التمس",
    "التقاء",
    "التقي",
    "التقت",
    "التفاف",
    "التفت",
    "التباس",
    "التقاط",
    "التقط",
    "التفات",
    "التواء",
    "التءام",
    "التهام",
    "الغاء",
    "الغت",
    "الزام",
    "الحاق",
    "الهام",
    "العاب",
    "الوان",
    "الياف",
    "الماس",
    "القاء",
    "الحاح",
];

/// Beginnings of words whose letter, alef and lam are all their own.
const OWN_LETTER_ALEF_LAM_BEGINNINGS: [&str; 15] = [
    "كاليفورن",
    "كالسيوم",
    "كالياري",
    "كالديرون",
    "بالون",
    "بالغ",
    "بالتيمور",
    "بالوتيلي",
    "بالستي",
    "باليستي",
    "فالنسي",
    "فالنتي",
    "فالكاو",
    "فالفيردي",
    "والدت",
];

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    OWN_LETTER
        .split_whitespace()
        .chain(OWN_ALEF_LAM.split_whitespace())
        .collect()
});

/// Whether a folded word is one of them.
pub(super) fn contains(folded: &str) -> bool {
    WORDS.contains(folded)
}

/// Whether a folded word that begins with alef and lam has them of its own.
pub(super) fn has_own_alef_lam(folded: &str) -> bool {
    OWN_ALEF_LAM_BEGINNINGS
        .iter()
        .any(|own| folded.starts_with(own))
        || contains(folded)
}

/// Whether a folded word that begins with a letter, alef and lam has them of its own.
pub(super) fn has_own_letter_alef_lam(folded: &str) -> bool {
    OWN_LETTER_ALEF_LAM_BEGINNINGS
        .iter()
        .any(|own| folded.starts_with(own))
        || contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::letters;

    /// A word that folding would change could never be met.
    #[test]
    fn the_words_are_folded() {
        let begin = OWN_ALEF_LAM_BEGINNINGS
            .iter()
            .chain(&OWN_LETTER_ALEF_LAM_BEGINNINGS);
        for word in WORDS.iter().chain(begin) {
            assert_eq!(letters::folded(word), *word);
        }
    }

    #[test]
    fn only_words_with_such_a_letter_are_asked_for() {
        for word in OWN_LETTER.split_whitespace() {
            assert!(word.starts_with(['و', 'ب', 'ل', 'ف', 'ك', 'س']), "{word}");
        }
    }
}
