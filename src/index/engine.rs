//! Documents in, a searchable view of them out: the tantivy index in memory.
//!
//! One text field holds the spellings of title and text with their positions, one the title's
//! alone; texts are not stored. The writer commits batches; each commit gives a new [`Searcher`],
//! and older ones stay valid. What a query word may be written like is not in the index: the
//! [`Lexicon`] of all spellings is asked when a query comes.

use std::sync::Arc;

use tantivy::merge_policy::NoMergePolicy;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument};

use super::lexicon::Lexicon;
use super::search::{self, SearchMemory};
use super::segment::Segment;
use super::tokenizer::Spellings;

/// What can go wrong with the index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error("the search was stopped")]
    Stopped,
    #[error("the search index failed: {0}")]
    Engine(#[from] tantivy::TantivyError),
    #[error("the search index failed to read a term: {0}")]
    Io(#[from] std::io::Error),
    #[error("the search index failed: it holds a document without a number")]
    Unnumbered,
}

/// Bytes of arena before tantivy writes a segment.
const WRITER_BUDGET_BYTES: usize = 64 << 20;
/// Name under which the tokenizer is registered.
const TOKENIZER: &str = "spellings";

/// The fields of a document in the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexFields {
    number: Field,
    pub(super) words: Field,
    pub(super) title: Field,
}

/// Adds documents and commits them in batches.
pub struct Writer {
    inner: IndexWriter,
    reader: IndexReader,
    fields: IndexFields,
    segments: Vec<Arc<Segment>>,
    lexicon: Arc<Lexicon>,
    /// Words of each document.
    lengths: Arc<Vec<u32>>,
}

impl Writer {
    /// An empty index in memory with one indexing thread.
    pub fn new() -> Result<Writer, IndexError> {
        let (schema, fields) = schema();
        let index = Index::create_in_ram(schema);
        let analyzer = TextAnalyzer::from(Spellings::default());
        index.tokenizers().register(TOKENIZER, analyzer);
        let writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BUDGET_BYTES)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Writer {
            inner: writer,
            reader,
            fields,
            segments: Vec::new(),
            lexicon: Arc::default(),
            lengths: Arc::default(),
        })
    }

    /// Adds one document; it is found after the next [`Writer::commit`].
    pub fn add(&mut self, doc: u32, title: &str, text: &str) -> Result<(), IndexError> {
        let mut document = TantivyDocument::default();
        document.add_u64(self.fields.number, u64::from(doc));
        document.add_text(self.fields.words, title);
        document.add_text(self.fields.words, text);
        document.add_text(self.fields.title, title);
        self.inner.add_document(document)?;
        Ok(())
    }

    /// Makes what was added searchable.
    pub fn commit(&mut self) -> Result<Searcher, IndexError> {
        self.inner.commit()?;
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        // Segments are merged only by `finish`, so those known stay as they are.
        let mut new = Vec::new();
        for reader in searcher.segment_readers() {
            if !self.segments.iter().any(|s| s.is(reader)) {
                new.push(Arc::new(Segment::open(reader, self.fields)?));
            }
        }
        let lengths = Arc::make_mut(&mut self.lengths);
        for segment in &new {
            segment.lengths(lengths);
        }
        Arc::make_mut(&mut self.lexicon).grow(&new)?;
        self.segments.extend(new);
        Ok(self.searcher())
    }

    /// Makes all searchable and merges the segments: one is searched in a fraction of the time that
    /// many take. To be called last.
    pub fn finish(&mut self) -> Result<Searcher, IndexError> {
        let searcher = self.commit()?;
        if self.segments.len() < 2 {
            return Ok(searcher);
        }
        let parts: Vec<_> = self.segments.iter().map(|segment| segment.id()).collect();
        self.inner.merge(&parts).wait()?;
        self.reader.reload()?;
        let merged = self.reader.searcher();
        let readers = merged.segment_readers().iter();
        let segments = readers.map(|reader| Segment::open(reader, self.fields).map(Arc::new));
        self.segments = segments.collect::<Result<_, _>>()?;
        Arc::make_mut(&mut self.lexicon).settle_in(&self.segments)?;
        Ok(self.searcher())
    }

    fn searcher(&self) -> Searcher {
        Searcher {
            segments: self.segments.clone(),
            lexicon: Arc::clone(&self.lexicon),
            lengths: Arc::clone(&self.lengths),
            norms: Arc::new(norms(&self.lengths)),
            ranks: Arc::default(),
            memory: Arc::default(),
        }
    }
}

fn norms(lengths: &[u32]) -> Vec<f32> {
    let sum: u64 = lengths.iter().copied().map(u64::from).sum();
    let average = sum as f32 / lengths.len().max(1) as f32;
    lengths
        .iter()
        .map(|length| search::word::norm(*length, average))
        .collect()
}

fn schema() -> (Schema, IndexFields) {
    let text = |option| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let positions = IndexRecordOption::WithFreqsAndPositions;
    let fields = IndexFields {
        number: builder.add_u64_field("number", NumericOptions::default().set_fast()),
        words: builder.add_text_field("words", text(positions)),
        title: builder.add_text_field("title", text(positions)),
    };
    (builder.build(), fields)
}

/// A view of the index as it was at one commit.
#[derive(Clone)]
pub struct Searcher {
    pub(super) segments: Vec<Arc<Segment>>,
    pub(super) lexicon: Arc<Lexicon>,
    pub(super) lengths: Arc<Vec<u32>>,
    /// BM25 length norm of each document.
    pub(super) norms: Arc<Vec<f32>>,
    /// What decides between equal documents, by number; empty where the number does.
    ranks: Arc<[u32]>,
    /// What was worked out for earlier questions.
    pub(super) memory: Arc<SearchMemory>,
}

impl Searcher {
    /// The number of documents.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same, where documents are numbered otherwise than equal ones are to be ordered.
    pub fn with_ranks(self, ranks: Arc<[u32]>) -> Searcher {
        Searcher { ranks, ..self }
    }

    /// What decides between equal documents.
    pub(super) fn rank(&self, doc: u32) -> u32 {
        self.ranks.get(doc as usize).copied().unwrap_or(doc)
    }
}
