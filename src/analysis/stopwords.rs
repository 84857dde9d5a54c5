//! Words that say nothing of what an article is about, as they stand after folding.
//!
//! The list was written by hand: the function words of Modern Standard Arabic with the pronouns and
//! conjunctions that cling to them, the verbs of reported speech of the news, and the commonest English
//! function words. It follows no published list.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Particles, pronouns, and the verbs with which news reports speech.
const WORDS: &str = "\
من في علي الي عن مع ان او ام ثم بل لكن لكنه لكنها حتي منذ مذ خلال عبر بين بعد قبل عند عندما لدي دون ضد نحو حول فوق تحت \
امام خلف ضمن وفق بشان بسبب رغم سوي غير مثل كما كذلك ايضا فقط جدا ربما لعل ليت كان كانت كانوا يكون تكون ليس ليست لم لن لا ما \
ماذا لماذا كيف متي اين هل قد لقد سوف اذا اذ لو لولا كلما بينما حيث حين حينما الان اليوم امس غدا هذا هذه ذلك تلك هءلاء اولءك هنا هناك \
الذي التي الذين اللذين اللتين اللواتي هو هي هم هن نحن انا انت انتم انه انها انهم انني كل كلا بعض اي ايه احد احدي جميع كافه نفس نفسه ذات \
قال قالت قالوا يقول تقول وقال وقالت اضاف واضاف اضافت واضافت اكد واكد اكدت واكدت اوضح واوضح اوضحت ذكر وذكر ذكرت اشار واشار مشيرا \
موضحا مضيفا مءكدا بان وان فان كان وكان وكانت فيما بما مما عما لما به بها بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم \
اليه اليها اليهم عنه عنها معه معها ومن وفي وعلي والي وعن ومع وهو وهي وهذا وهذه وقد ولم ولا ولن وما وكل كما يتم تم وتم سيتم يمكن \
the a an of in on at to for from by with and or but is are was were be been has have had it its this that he she they his her their not as";

static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.split_whitespace().collect());

/// Whether a folded word is one of them.
pub fn holds(folded: &str) -> bool {
    SET.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::letters;

    /// A word that folding would change could never be met.
    #[test]
    fn the_words_are_folded() {
        for word in WORDS.split_whitespace() {
            assert_eq!(letters::folded(word), word);
        }
    }
}
