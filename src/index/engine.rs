//! Documents in, a searchable view of them out: segments of tantivy's, and the lexicon of all their words.
//!
//! One text field holds the spellings of title and text with their positions, one the title's
//! alone; texts are not stored. A segment is built whole on one thread ([`SegmentBuilder`]), several
//! of them side by side, and never changes; documents are known by their place in it. An [`Assembly`]
//! puts segments one after another, so that a document's number is its place among all, and gives a
//! [`Searcher`] of those there are; older searchers stay valid. What a query word may be written like is
//! not in the index: the [`Lexicon`] of all spellings is asked when a query comes.

use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, IndexSettings, TantivyDocument};

use super::error::IndexError;
use super::lexicon::{GoneWords, Lexicon, NewSegment};
use super::placed_segment::PlacedSegment;
use super::search::{self, SearchMemory};
use super::segment::Segment;
use super::segment_files::SegmentFiles;
use super::struck::StruckPlaces;
use super::tokenizer::Spellings;

/// Bytes by which tantivy chooses the size of its first table of terms; it grows at need.
const BUILDER_BYTES: usize = 16 << 20;
/// Name under which the tokenizer is registered.
const TOKENIZER: &str = "spellings";

/// The fields of a document in the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexFields {
    pub(super) words: Field,
    pub(super) title: Field,
}

/// Builds a segment in memory, on the thread that calls it.
pub struct SegmentBuilder {
    inner: SingleSegmentIndexWriter,
    ram: RamDirectory,
    fields: IndexFields,
}

impl SegmentBuilder {
    /// A segment without documents.
    pub fn new() -> Result<SegmentBuilder, IndexError> {
        let (schema, fields) = schema();
        let settings = IndexSettings {
            // Documents are not stored: a thread to compress them would have nothing to do.
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let builder = Index::builder().schema(schema).settings(settings);
        let builder = builder.tokenizers(tokenizers());
        let ram = RamDirectory::create();
        let inner = builder.single_segment_index_writer(ram.clone(), BUILDER_BYTES)?;
        Ok(SegmentBuilder { inner, ram, fields })
    }

    /// Adds a document after those added before.
    pub fn add(&mut self, title: &str, text: &str) -> Result<(), IndexError> {
        let mut document = TantivyDocument::default();
        document.add_text(self.fields.words, title);
        document.add_text(self.fields.words, text);
        document.add_text(self.fields.title, title);
        self.inner.add_document(document)?;
        Ok(())
    }

    /// The segment of what was added.
    pub fn finish(self) -> Result<Segment, IndexError> {
        let built = self.inner.finalize()?;
        // Copies have just the size of the files: a folder in memory grows by doubling.
        let files = SegmentFiles::of(&built, &self.ram)?;
        drop((built, self.ram));
        Segment::open(&Index::open(files.clone())?, self.fields, files)
    }
}

fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::new();
    tokenizers.register(TOKENIZER, TextAnalyzer::from(Spellings::default()));
    tokenizers
}

/// A document that is gone from the corpus, as it was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneDocument {
    pub title: String,
    pub text: String,
}

/// A segment that was kept, and which of its documents are gone.
#[derive(Clone)]
pub struct KeptSegment {
    pub segment: Arc<Segment>,
    pub struck: Arc<StruckPlaces>,
}

/// The segments of a corpus in order, and the lexicon of their words, as they become more.
#[derive(Default)]
pub struct Assembly {
    segments: Vec<PlacedSegment>,
    lexicon: Arc<Lexicon>,
    /// Words of each document.
    lengths: Arc<Vec<u32>>,
    /// The last segments, which the lexicon has not taken in.
    new: Vec<NewSegment>,
}

impl Assembly {
    /// Segments whose words are all in a lexicon that was kept with them; `gone` are the documents that were struck
    /// since it was kept.
    pub fn kept(
        segments: Vec<KeptSegment>,
        mut lexicon: Lexicon,
        gone: &[GoneDocument],
    ) -> Assembly {
        debug_assert_eq!(lexicon.segments(), segments.len());
        let mut assembly = Assembly::default();
        for kept in segments {
            assembly.place(kept.segment, kept.struck);
        }
        if !gone.is_empty() {
            lexicon.strike(&GoneWords::of(gone));
        }
        assembly.lexicon = Arc::new(lexicon);
        assembly
    }

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Whether it has this very segment.
    pub fn holds(&self, segment: &Arc<Segment>) -> bool {
        let mut all = self.segments.iter();
        all.any(|placed| placed.is(segment))
    }

    /// Puts a segment after those there are; its documents are found by the next searcher.
    pub fn add(&mut self, segment: Arc<Segment>) {
        self.add_struck(segment, Arc::default(), &[]);
    }

    /// Puts a segment after those there are, some of its documents struck: `gone`.
    pub fn add_struck(
        &mut self,
        segment: Arc<Segment>,
        struck: Arc<StruckPlaces>,
        gone: &[GoneDocument],
    ) {
        self.place(Arc::clone(&segment), struck);
        let gone = GoneWords::of(gone);
        self.new.push(NewSegment { segment, gone });
    }

    fn place(&mut self, segment: Arc<Segment>, struck: Arc<StruckPlaces>) {
        let base = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        debug_assert!(base < u32::MAX, "more documents than numbers");
        let placed = PlacedSegment::new(segment, struck, base);
        Arc::make_mut(&mut self.lengths).extend(placed.lengths());
        self.segments.push(placed);
    }

    /// Puts a segment in the place of the last ones, of whose documents it is made.
    pub fn replace_last(&mut self, count: usize, segment: Arc<Segment>) -> Result<(), IndexError> {
        let kept = self.segments.len().saturating_sub(count);
        let Some(first) = self.segments.get(kept) else {
            return Ok(());
        };
        let placed = PlacedSegment::new(Arc::clone(&segment), Arc::default(), first.base());
        if self.new.len() >= count {
            self.new.truncate(self.new.len() - count);
            self.new.push(NewSegment {
                segment,
                gone: GoneWords::default(),
            });
        } else {
            let lexicon = Arc::make_mut(&mut self.lexicon);
            lexicon.grow(&std::mem::take(&mut self.new), Analysis::New)?;
            lexicon.replace_last(count, &segment)?;
        }
        self.segments.truncate(kept);
        self.segments.push(placed);
        Ok(())
    }

    /// A searcher of all segments. While more are to come the analysis of words may lag: a new word is
    /// found as it is written, by its beginning and without what clings to it, its other forms later.
    pub fn searcher(&mut self, analysis: Analysis) -> Result<Searcher, IndexError> {
        let new = std::mem::take(&mut self.new);
        if !new.is_empty() || analysis == Analysis::Whole && self.lexicon.lags() {
            Arc::make_mut(&mut self.lexicon).grow(&new, analysis)?;
        }
        Ok(Searcher {
            segments: self.segments.clone(),
            lexicon: Arc::clone(&self.lexicon),
            lengths: Arc::clone(&self.lengths),
            norms: Arc::new(norms(&self.lengths)),
            ranks: Arc::default(),
            memory: Arc::default(),
        })
    }
}

/// Which words are analysed when segments are taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Analysis {
    /// All whose forms may have changed, by all that is known: as if every word was.
    Whole,
    /// New words, unless they have become the greater part.
    New,
}

/// Adds documents and commits them in batches, all on one thread: the index of a small corpus.
#[derive(Default)]
pub struct Writer {
    assembly: Assembly,
    builder: Option<SegmentBuilder>,
}

impl Writer {
    /// An empty index in memory.
    pub fn new() -> Writer {
        Writer::default()
    }

    /// Adds one document, numbered in order from 0; it is found after the next [`Writer::commit`].
    pub fn add(&mut self, title: &str, text: &str) -> Result<(), IndexError> {
        let builder = match self.builder.take() {
            Some(builder) => builder,
            None => SegmentBuilder::new()?,
        };
        self.builder.insert(builder).add(title, text)
    }

    /// Makes what was added searchable.
    pub fn commit(&mut self) -> Result<Searcher, IndexError> {
        if let Some(builder) = self.builder.take() {
            self.assembly.add(Arc::new(builder.finish()?));
        }
        self.assembly.searcher(Analysis::Whole)
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

pub(super) fn schema() -> (Schema, IndexFields) {
    let text = |option| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut builder = Schema::builder();
    let positions = IndexRecordOption::WithFreqsAndPositions;
    let fields = IndexFields {
        words: builder.add_text_field("words", text(positions)),
        title: builder.add_text_field("title", text(positions)),
    };
    (builder.build(), fields)
}

/// A view of the index as it was at one commit.
#[derive(Clone)]
pub struct Searcher {
    pub(super) segments: Vec<PlacedSegment>,
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
    /// The lexicon, to be kept.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

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
