//! From the same articles and queries to what tantivy answers as it comes: its default tokenizer,
//! one field of title and text, any of the words.

use std::sync::Arc;
use std::time::{Duration, Instant};

use fihrist::library::Library;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, MoreLikeThisQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, OwnedValue, Schema, TEXT};
use tantivy::tokenizer::TokenStream;
use tantivy::{Index, Searcher, TantivyDocument, Term};

use super::queries::{Asked, Kind};

const BUDGET: usize = 64 << 20;
const SHOWN: usize = 20;

pub(crate) struct Plain {
    searcher: Searcher,
    words: Field,
    pub(crate) built_in: Duration,
    pub(crate) segments: usize,
    library: Arc<Library>,
}

/// How tantivy is asked what fihrist is asked.
pub(crate) enum Ask<'a> {
    /// Documents with any of these words, and none of those.
    Any(&'a [String], &'a [String]),
    /// Documents with these words in order, so many others among them.
    Phrase(&'a [String], u32),
    /// Documents like one.
    Like(usize),
}

/// `None` where tantivy has nothing to compare with.
pub(crate) fn asks(kind: Kind, asked: &Asked) -> Option<Ask<'_>> {
    match kind {
        Kind::One | Kind::Few | Kind::Sentence | Kind::Exact => Some(Ask::Any(&asked.words, &[])),
        Kind::Exclusion => {
            let (not, words) = asked.words.split_last()?;
            Some(Ask::Any(words, std::slice::from_ref(not)))
        }
        Kind::Phrase => Some(Ask::Phrase(&asked.words, 0)),
        Kind::Near => Some(Ask::Phrase(&asked.words, 5)),
        Kind::Related => Some(Ask::Like(asked.article)),
        Kind::Typing | Kind::Prefix | Kind::Fields => None,
    }
}

impl Plain {
    pub(crate) fn build(library: &Arc<Library>) -> Plain {
        let mut schema = Schema::builder();
        let words = schema.add_text_field("words", TEXT);
        let index = Index::create_in_ram(schema.build());
        let began = Instant::now();
        let mut writer = index.writer_with_num_threads(1, BUDGET).expect("a writer");
        for (_, entry) in library.entries() {
            let mut document = TantivyDocument::default();
            document.add_text(words, entry.article.title_str());
            document.add_text(words, &entry.article.text);
            writer.add_document(document).expect("added");
        }
        writer.commit().expect("committed");
        let built_in = began.elapsed();
        writer.wait_merging_threads().expect("merged");
        let searcher = index.reader().expect("a reader").searcher();
        Plain {
            segments: searcher.segment_readers().len(),
            searcher,
            words,
            built_in,
            library: Arc::clone(library),
        }
    }

    /// How many documents answer.
    pub(crate) fn answer(&self, kind: Kind, asked: &Asked) -> usize {
        let query: Box<dyn Query> = match asks(kind, asked) {
            None => return 0,
            Some(Ask::Any(words, not)) => Box::new(self.any(words, not)),
            Some(Ask::Phrase(words, slop)) => {
                let terms = self.terms(words);
                if terms.len() < 2 {
                    return 0;
                }
                let mut query = PhraseQuery::new(terms);
                query.set_slop(slop);
                Box::new(query)
            }
            Some(Ask::Like(article)) => {
                let text = self
                    .library
                    .entries()
                    .nth(article)
                    .map(|(_, e)| e.article.text.clone());
                let text = OwnedValue::Str(text.unwrap_or_default());
                let like = MoreLikeThisQuery::builder();
                Box::new(like.with_document_fields(vec![(self.words, vec![text])]))
            }
        };
        let collector = (TopDocs::with_limit(SHOWN).order_by_score(), Count);
        let (_, count) = self.searcher.search(&query, &collector).expect("answered");
        count
    }

    fn any(&self, words: &[String], not: &[String]) -> BooleanQuery {
        let clause = |occur: Occur| {
            move |term: Term| -> (Occur, Box<dyn Query>) {
                (
                    occur,
                    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
                )
            }
        };
        let wanted = self.terms(words).into_iter().map(clause(Occur::Should));
        let unwanted = self.terms(not).into_iter().map(clause(Occur::MustNot));
        BooleanQuery::new(wanted.chain(unwanted).collect())
    }

    fn terms(&self, words: &[String]) -> Vec<Term> {
        let mut tokenizer = self
            .searcher
            .index()
            .tokenizer_for_field(self.words)
            .expect("default");
        let mut terms = Vec::new();
        for word in words {
            let mut tokens = tokenizer.token_stream(word);
            while tokens.advance() {
                terms.push(Term::from_field_text(self.words, &tokens.token().text));
            }
        }
        terms
    }
}
