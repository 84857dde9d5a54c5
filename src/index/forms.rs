//! From a query and what it found to the spellings that answer each word, and how often.

use std::ops::Range;

use compact_str::CompactString;

use super::engine::{IndexError, Searcher};
use super::lexicon::{Layer, WordNo};
use super::search::{Hit, Plan, PlannedWord};
use crate::query::WordMatch;

/// The spellings that answer one word of a query, most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordForms {
    /// The word's byte range in the query.
    pub bytes: Range<usize>,
    /// Whether the query asks for this spelling alone.
    pub exact: bool,
    /// The forms that stand in most articles.
    pub forms: Vec<FormCount>,
    /// How many more there are.
    pub others: usize,
    /// How many of the articles found hold one of kind [`FormKind::Spelling`] among `forms`.
    pub spelled: usize,
    /// How many hold one of `forms`.
    pub articles: usize,
}

/// A spelling and in how many of the articles found it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormCount {
    pub spelling: CompactString,
    pub articles: usize,
    /// How it is a form of the word.
    pub kind: FormKind,
}

/// How a spelling is a form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormKind {
    /// The word alone, in one of its spellings.
    Spelling,
    /// A spelling of it with something clinging before it («والوزير»).
    Attached,
    /// Another number, gender or pronoun («الوزيرين»).
    Inflected,
    /// A word it may become, while it is being typed.
    Begun,
    /// Only akin; what is looked at where the word stands nowhere.
    Akin,
}

/// Most spellings of a word that are counted: more than a panel shows.
const MAX_COUNTED: usize = 64;
/// Most spellings of each word of a sentence that are counted: a pasted sentence is not refined form by
/// form.
const MAX_COUNTED_IN_SENTENCE: usize = 8;
/// Fewest words of a query that is a sentence.
const MIN_SENTENCE_WORDS: usize = 5;

impl Searcher {
    /// The forms of each word of a query, counted in the complete hits, or in all where none is.
    pub(super) fn word_forms(
        &self,
        plan: &Plan,
        hits: &[Hit],
    ) -> Result<Vec<WordForms>, IndexError> {
        let mut found = vec![false; self.len()];
        let complete = hits.iter().any(|hit| hit.complete);
        for hit in hits.iter().filter(|hit| hit.complete || !complete) {
            if let Some(slot) = found.get_mut(hit.doc as usize) {
                *slot = true;
            }
        }
        let counted = match plan.words().count() {
            0..MIN_SENTENCE_WORDS => MAX_COUNTED,
            _ => MAX_COUNTED_IN_SENTENCE,
        };
        let words = plan.words();
        words
            .map(|word| self.forms_of(word, &found, counted))
            .collect()
    }

    fn forms_of(
        &self,
        word: &PlannedWord,
        found: &[bool],
        counted: usize,
    ) -> Result<WordForms, IndexError> {
        let mut kinds = self.kinds(word);
        let lexicon = &self.lexicon;
        let frequent = |(a, _): &(WordNo, FormKind), (b, _): &(WordNo, FormKind)| {
            let frequent = lexicon.count(*b).cmp(&lexicon.count(*a));
            frequent.then_with(|| lexicon.spelling(*a).cmp(lexicon.spelling(*b)))
        };
        let all = kinds.len();
        if all > counted {
            kinds.select_nth_unstable_by(counted, frequent);
            kinds.truncate(counted);
        }
        kinds.sort_unstable_by(frequent);
        let others = all.saturating_sub(counted);
        let mut forms = Vec::new();
        let mut held = Held::new(found);
        for (spelling, kind) in kinds {
            let mut articles = 0;
            self.each(spelling, word.scope, |doc, _| {
                articles += usize::from(held.by(doc, kind));
            })?;
            let exact = word.form == WordMatch::Exact;
            if exact && articles == 0 && self.lexicon.spelling(spelling) != word.spelling {
                // What else there is to choose from is not among what was found.
                articles = self.lexicon.count(spelling) as usize;
            }
            if articles > 0 || exact {
                forms.push(FormCount {
                    spelling: self.lexicon.spelling(spelling).into(),
                    articles,
                    kind,
                });
            }
        }
        forms.sort_by(|a, b| {
            a.kind
                .cmp(&b.kind)
                .then(b.articles.cmp(&a.articles))
                .then_with(|| a.spelling.cmp(&b.spelling))
        });
        Ok(WordForms {
            bytes: word.bytes.clone(),
            exact: word.form == WordMatch::Exact,
            forms,
            others,
            spelled: held.spelled,
            articles: held.articles,
        })
    }

    /// All forms of a word, the word itself first.
    fn kinds(&self, word: &PlannedWord) -> Vec<(WordNo, FormKind)> {
        // Of a word asked for exactly, the others are shown too: one may want one of them instead.
        let whole;
        let expansion = if word.form == WordMatch::Exact {
            whole = self.lexicon.expand(&word.spelling);
            &whole
        } else {
            &word.expansion
        };
        let own = self.lexicon.clings_to(&word.spelling);
        let mut kinds: Vec<(WordNo, FormKind)> = Vec::new();
        for layer in Layer::ALL.into_iter().filter(|layer| layer.is_found()) {
            let kind = |w: WordNo| self.kind(w, layer, &own);
            kinds.extend(expansion.layer(layer).iter().map(|w| (*w, kind(*w))));
        }
        if let Some(beginnings) = &word.beginnings {
            let known: rustc_hash::FxHashSet<WordNo> = kinds.iter().map(|(w, _)| *w).collect();
            for prefix in &beginnings.0 {
                let begun = self.lexicon.beginning_with(prefix).iter();
                let begun = begun.filter(|w| !known.contains(w));
                kinds.extend(begun.map(|w| (*w, FormKind::Begun)));
            }
        }
        if kinds.is_empty() {
            kinds.extend(expansion.stand_ins().map(|w| (w, FormKind::Akin)));
        }
        kinds
    }

    /// `own` is what clings to the word as it was typed.
    fn kind(&self, word: WordNo, layer: Layer, own: &str) -> FormKind {
        match layer {
            Layer::Surface | Layer::Variant if self.lexicon.clings(word) == own => {
                FormKind::Spelling
            }
            Layer::Surface | Layer::Variant => FormKind::Attached,
            _ => FormKind::Inflected,
        }
    }
}

/// Which of the articles found hold some form of a word, each counted once.
struct Held<'a> {
    found: &'a [bool],
    /// Whether some form, and whether one of kind [`FormKind::Spelling`], was seen in it.
    seen: Vec<[bool; 2]>,
    articles: usize,
    spelled: usize,
}

impl Held<'_> {
    fn new(found: &[bool]) -> Held<'_> {
        Held {
            found,
            seen: vec![[false; 2]; found.len()],
            articles: 0,
            spelled: 0,
        }
    }

    /// Counts that an article holds such a form; returns whether it is one of those found.
    fn by(&mut self, doc: u32, kind: FormKind) -> bool {
        let at = doc as usize;
        if !self.found.get(at).copied().unwrap_or(false) {
            return false;
        }
        if let Some([any, spelled]) = self.seen.get_mut(at) {
            self.articles += usize::from(!*any);
            *any = true;
            if kind == FormKind::Spelling {
                self.spelled += usize::from(!*spelled);
                *spelled = true;
            }
        }
        true
    }
}
