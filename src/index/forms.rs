//! From a query and what it found to the spellings that answer each word, and how often.

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;

use super::doc_list::DocList;
use super::doc_set::DocSet;
use super::engine::Searcher;
use super::error::IndexError;
use super::lexicon::{Layer, WordNo};
use super::search::{Hit, MAX_COMMON, Plan, PlannedWord, Workspace};
use crate::query::{WordMatch, WordScope};

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
const MAX_COUNTED: usize = MAX_COMMON;
/// Most spellings of each word of a sentence that are counted: a pasted sentence is not refined form by
/// form.
const MAX_COUNTED_IN_SENTENCE: usize = 8;
/// Fewest words of a query that is a sentence.
const MIN_SENTENCE_WORDS: usize = 5;
/// One in so many documents or fewer, where they are found, is looked for in the documents of each form; more of them
/// are counted as sets.
const FEW_SHARE: usize = 512;

impl Searcher {
    /// The forms of each word of a query, counted in the complete hits that are listed, or in all listed ones where none is.
    pub(super) fn word_forms(
        &self,
        plan: &Plan,
        hits: &[Hit],
        listed: &dyn Fn(u32) -> bool,
        space: &mut Workspace,
    ) -> Result<Vec<WordForms>, IndexError> {
        let hits = || hits.iter().filter(|hit| listed(hit.doc));
        let [found, ..] = &mut space.sets;
        found.clear(self.len());
        let complete = hits().any(|hit| hit.complete);
        for hit in hits().filter(|hit| hit.complete || !complete) {
            found.insert(hit.doc);
        }
        let few: Option<Vec<u32>> =
            (found.len() * FEW_SHARE <= self.len()).then(|| found.iter().collect());
        let few = few.as_deref();
        let counted = match plan.words().count() {
            0..MIN_SENTENCE_WORDS => MAX_COUNTED,
            _ => MAX_COUNTED_IN_SENTENCE,
        };
        let words = plan.words();
        words
            .map(|word| self.forms_of(word, counted, few, space))
            .collect()
    }

    fn forms_of(
        &self,
        word: &PlannedWord,
        counted: usize,
        few: Option<&[u32]>,
        space: &mut Workspace,
    ) -> Result<WordForms, IndexError> {
        let mut kinds: Vec<(WordNo, FormKind)> = Vec::new();
        let all = self.kinds(word, &mut kinds);
        let frequent = |(a, _): &(WordNo, FormKind), (b, _): &(WordNo, FormKind)| {
            self.lexicon.more_frequent(*a, *b)
        };
        if kinds.len() > counted {
            kinds.select_nth_unstable_by(counted, frequent);
            kinds.truncate(counted);
        }
        kinds.sort_unstable_by(frequent);
        let others = all.saturating_sub(counted);
        let mut forms = Vec::new();
        let mut held = Held::new(self.len(), few, &mut space.sets);
        for (spelling, kind) in kinds {
            let list = self.list(spelling, word.scope)?;
            let mut articles = held.by(&list, kind);
            let exact = word.known.form == WordMatch::Exact;
            if exact && articles == 0 && self.lexicon.spelling(spelling) != word.known.spelling {
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
            exact: word.known.form == WordMatch::Exact,
            forms,
            others,
            spelled: held.spelled.len(),
            articles: held.any.len(),
        })
    }

    /// The documents that hold a spelling.
    fn list(&self, spelling: WordNo, scope: WordScope) -> Result<Arc<DocList>, IndexError> {
        let kept = self.memory.list(spelling);
        if let Some(known) = kept.filter(|_| scope == WordScope::Anywhere) {
            return Ok(known);
        }
        let mut documents = Vec::new();
        self.each(spelling, scope, |doc, _| documents.push(doc))?;
        let list = Arc::new(DocList::of(documents, self.len()));
        if scope == WordScope::Anywhere {
            self.memory.keep_list(spelling, &list, self.len());
        }
        Ok(list)
    }

    /// Adds the forms of a word, the word itself first; of words that it may become the most frequent.
    /// Returns how many there are.
    fn kinds(&self, word: &PlannedWord, kinds: &mut Vec<(WordNo, FormKind)>) -> usize {
        // Of a word asked for exactly, the others are shown too: one may want one of them instead.
        let whole;
        let known = &word.known;
        let expansion = if known.form == WordMatch::Exact {
            whole = self.lexicon.expand(&known.spelling);
            &whole
        } else {
            &known.expansion
        };
        let own = self.lexicon.clings_to(&known.spelling);
        for layer in Layer::ALL.into_iter().filter(|layer| layer.is_found()) {
            let kind = |w: WordNo| self.kind(w, layer, &own);
            kinds.extend(expansion.layer(layer).iter().map(|w| (*w, kind(*w))));
        }
        let mut all = kinds.len();
        if let Some(beginnings) = &known.beginnings {
            let itself: Vec<WordNo> = kinds.iter().map(|(w, _)| *w).collect();
            for prefix in &beginnings.0 {
                let begins = |w: &&WordNo| self.lexicon.surface(**w).starts_with(prefix.as_str());
                let met = itself.iter().filter(begins).count();
                let begun = self.begun(prefix);
                all += begun.spellings.len().saturating_sub(met);
                let common = begun.common.iter().filter(|w| !itself.contains(w));
                kinds.extend(common.map(|w| (*w, FormKind::Begun)));
            }
        }
        if kinds.is_empty() {
            kinds.extend(expansion.stand_ins().map(|w| (w, FormKind::Akin)));
            all = kinds.len();
        }
        all
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
    found: &'a DocSet,
    /// The same in order, where they are few.
    few: Option<&'a [u32]>,
    /// Those with some form.
    any: &'a mut DocSet,
    /// Those with one of kind [`FormKind::Spelling`].
    spelled: &'a mut DocSet,
}

impl<'a> Held<'a> {
    /// The first of the sets holds the articles found.
    fn new(documents: usize, few: Option<&'a [u32]>, sets: &'a mut [DocSet; 3]) -> Held<'a> {
        let [found, any, spelled] = sets;
        any.clear(documents);
        spelled.clear(documents);
        Held {
            found,
            few,
            any,
            spelled,
        }
    }

    /// Counts that articles hold such a form; returns how many of them are among those found.
    fn by(&mut self, list: &DocList, kind: FormKind) -> usize {
        let (any, spelled) = (&mut *self.any, &mut *self.spelled);
        if kind == FormKind::Spelling {
            list.count_in(self.found, self.few, &mut [any, spelled])
        } else {
            list.count_in(self.found, self.few, &mut [any])
        }
    }
}
