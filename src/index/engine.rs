//! Documents in, numbers and scores out: the tantivy index in memory.
//!
//! Two text fields hold the two layers of a word (see [`super::analyzer`]), a third the title's
//! surface; texts are not stored. The writer commits batches; each commit gives a new
//! [`Searcher`], and older ones stay valid.

use std::collections::HashSet;

use compact_str::CompactString;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhrasePrefixQuery, PhraseQuery,
    Query as Node, TermQuery,
};
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use super::collect::Everything;
use super::prefix;
use super::query::{Clause, Query, QueryWord};
use super::tokens::{Layer, LayerTokenizer};

/// What can go wrong with the index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error("the search index failed: {0}")]
    Engine(#[from] tantivy::TantivyError),
    #[error("the search index failed to read a term: {0}")]
    Io(#[from] std::io::Error),
}

/// A document that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The number it was added under.
    pub doc: u32,
    pub score: f32,
}

/// Share of a word's score by layer; from measurements on Arabic news.
const STEM_WEIGHT: f32 = 0.8;
const TITLE_WEIGHT: f32 = 0.2;
const TIE: f32 = 0.2;
/// Two words that stand together, or nearly.
const NEIGHBOUR_WEIGHT: f32 = 0.2;
const NEIGHBOUR_SLOP: u32 = 3;
/// So many words that begin so may end a phrase being typed.
const PHRASE_EXPANSIONS: u32 = 500;
/// Bytes of arena before tantivy writes a segment.
const WRITER_BUDGET: usize = 64 << 20;

#[derive(Clone, Copy, Debug)]
struct Fields {
    number: Field,
    surface: Field,
    stem: Field,
    title: Field,
}

/// Adds documents and commits them in batches.
pub struct Writer {
    inner: IndexWriter,
    reader: IndexReader,
    fields: Fields,
}

impl Writer {
    /// An empty index in memory with one indexing thread.
    pub fn new() -> Result<Writer, IndexError> {
        let (schema, fields) = schema();
        let index = Index::create_in_ram(schema);
        for (name, layer) in [("surface", Layer::Surface), ("stem", Layer::Stem)] {
            let analyzer = TextAnalyzer::from(LayerTokenizer::new(layer));
            index.tokenizers().register(name, analyzer);
        }
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BUDGET)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Writer {
            inner: writer,
            reader,
            fields,
        })
    }

    /// Adds one document; it is found after the next [`Writer::commit`].
    pub fn add(&mut self, doc: u32, title: &str, text: &str) -> Result<(), IndexError> {
        let mut document = TantivyDocument::default();
        document.add_u64(self.fields.number, u64::from(doc));
        for field in [self.fields.surface, self.fields.stem] {
            document.add_text(field, title);
            document.add_text(field, text);
        }
        document.add_text(self.fields.title, title);
        self.inner.add_document(document)?;
        Ok(())
    }

    /// Makes what was added searchable.
    pub fn commit(&mut self) -> Result<Searcher, IndexError> {
        self.inner.commit()?;
        self.reader.reload()?;
        Ok(Searcher {
            inner: self.reader.searcher(),
            fields: self.fields,
        })
    }
}

fn schema() -> (Schema, Fields) {
    let text = |tokenizer: &str, option| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let fields = Fields {
        number: builder.add_u64_field("number", NumericOptions::default().set_fast()),
        surface: builder.add_text_field(
            "surface",
            text("surface", IndexRecordOption::WithFreqsAndPositions),
        ),
        stem: builder.add_text_field("stem", text("stem", IndexRecordOption::WithFreqs)),
        title: builder.add_text_field("title", text("surface", IndexRecordOption::WithFreqs)),
    };
    (builder.build(), fields)
}

/// A view of the index as it was at one commit.
#[derive(Clone)]
pub struct Searcher {
    inner: tantivy::Searcher,
    fields: Fields,
}

impl Searcher {
    /// The number of documents.
    pub fn len(&self) -> u64 {
        self.inner.num_docs()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All documents that satisfy every clause, in no particular order.
    pub fn all_of(&self, query: &Query) -> Result<Vec<Hit>, IndexError> {
        self.run(query, Occur::Must)
    }

    /// All documents that satisfy some clause and no exclusion, in no particular order.
    pub fn any_of(&self, query: &Query) -> Result<Vec<Hit>, IndexError> {
        self.run(query, Occur::Should)
    }

    /// Documents that share weighted stems, best first.
    pub fn by_stems(&self, stems: &[(CompactString, f32)]) -> Result<Vec<Hit>, IndexError> {
        let nodes = stems
            .iter()
            .map(|(stem, weight)| term(self.fields.stem, stem, *weight))
            .collect();
        let node = BooleanQuery::union(nodes);
        Ok(self.inner.search(&node, &Everything)?)
    }

    /// How many documents hold a stem.
    pub fn stem_frequency(&self, stem: &str) -> Result<u64, IndexError> {
        Ok(self
            .inner
            .doc_freq(&Term::from_field_text(self.fields.stem, stem))?)
    }

    fn run(&self, query: &Query, occur: Occur) -> Result<Vec<Hit>, IndexError> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut nodes: Vec<(Occur, Box<dyn Node>)> = Vec::new();
        let mut excluded = HashSet::new();
        for clause in &query.clauses {
            match clause {
                Clause::Word(word) => nodes.push((occur, self.word(word)?)),
                Clause::Phrase(words) => nodes.push((occur, self.phrase(words))),
                // Not by `Occur::MustNot`: tantivy 0.27 asks an excluded phrase for documents
                // before the one it stands on, against its own assertion.
                Clause::Not(words) => {
                    let hits = self.inner.search(&self.phrase(words), &Everything)?;
                    excluded.extend(hits.iter().map(|hit| hit.doc));
                }
            }
        }
        if nodes.is_empty() {
            nodes.push((Occur::Must, Box::new(AllQuery)));
        }
        nodes.extend(self.neighbours(query).map(|pair| (Occur::Should, pair)));
        let mut hits = self.inner.search(&BooleanQuery::new(nodes), &Everything)?;
        hits.retain(|hit| !excluded.contains(&hit.doc));
        Ok(hits)
    }

    fn word(&self, word: &QueryWord) -> Result<Box<dyn Node>, IndexError> {
        let terms = &word.terms;
        let mut nodes = vec![
            term(self.fields.surface, &terms.surface, 1.0),
            term(self.fields.title, &terms.surface, TITLE_WEIGHT),
        ];
        for stem in terms.asked_stems() {
            nodes.push(term(self.fields.stem, stem, STEM_WEIGHT));
        }
        for prefix in &word.prefixes {
            prefix::expand(&self.inner, self.fields.surface, prefix, &mut nodes)?;
        }
        Ok(Box::new(DisjunctionMaxQuery::with_tie_breaker(nodes, TIE)))
    }

    /// Words asked for side by side count a little more where they stand side by side.
    fn neighbours(&self, query: &Query) -> impl Iterator<Item = Box<dyn Node>> {
        let field = self.fields.surface;
        query.clauses.windows(2).filter_map(move |pair| {
            let [Clause::Word(first), Clause::Word(second)] = pair else {
                return None;
            };
            let terms = [first, second].map(|w| Term::from_field_text(field, &w.terms.surface));
            let mut pair = PhraseQuery::new(terms.to_vec());
            pair.set_slop(NEIGHBOUR_SLOP);
            Some(Box::new(BoostQuery::new(Box::new(pair), NEIGHBOUR_WEIGHT)) as Box<dyn Node>)
        })
    }

    fn phrase(&self, words: &[QueryWord]) -> Box<dyn Node> {
        let field = self.fields.surface;
        let mut terms: Vec<Term> = words
            .iter()
            .map(|w| Term::from_field_text(field, &w.terms.surface))
            .collect();
        if let [one] = terms.as_slice() {
            return Box::new(TermQuery::new(one.clone(), IndexRecordOption::Basic));
        }
        let Some(prefix) = words.last().and_then(|w| w.prefixes.first()) else {
            return Box::new(PhraseQuery::new(terms));
        };
        terms.pop();
        terms.push(Term::from_field_text(field, prefix));
        let mut node = PhrasePrefixQuery::new(terms);
        node.set_max_expansions(PHRASE_EXPANSIONS);
        Box::new(node)
    }
}

/// A term of a field, scored by frequency and rarity.
pub(super) fn term(field: Field, text: &str, weight: f32) -> Box<dyn Node> {
    let term = Term::from_field_text(field, text);
    let node = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(BoostQuery::new(Box::new(node), weight))
}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod tests;
