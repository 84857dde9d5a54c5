//! Documents in, numbers and scores out: the tantivy index in memory.
//!
//! Two text fields hold the two layers of a word (see [`super::analyzer`]), a third the title's
//! surface; texts are not stored. The writer commits batches; each commit gives a new
//! [`Searcher`], and older ones stay valid.

use std::ops::Bound;

use compact_str::CompactString;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, PhraseQuery,
    Query as Node, RangeQuery, TermQuery,
};
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

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
const PREFIX_WEIGHT: f32 = 0.8;
const TIE: f32 = 0.2;
/// So many of a prefix's most frequent words are scored; the rest count as found.
const EXPANSIONS: usize = 50;
const EXPANSION_REST: f32 = 0.1;
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
        for clause in &query.clauses {
            match clause {
                Clause::Word(word) => nodes.push((occur, self.word(word)?)),
                Clause::Phrase(words) => nodes.push((occur, self.phrase(words))),
                Clause::Not(words) => nodes.push((Occur::MustNot, self.phrase(words))),
            }
        }
        Ok(self.inner.search(&BooleanQuery::new(nodes), &Everything)?)
    }

    fn word(&self, word: &QueryWord) -> Result<Box<dyn Node>, IndexError> {
        let terms = &word.terms;
        let mut nodes = vec![
            term(self.fields.surface, &terms.surface, 1.0),
            term(self.fields.title, &terms.surface, TITLE_WEIGHT),
        ];
        for stem in terms.stems() {
            nodes.push(term(self.fields.stem, stem, STEM_WEIGHT));
        }
        for prefix in &word.prefixes {
            self.expand(prefix, &mut nodes)?;
        }
        Ok(Box::new(DisjunctionMaxQuery::with_tie_breaker(nodes, TIE)))
    }

    fn phrase(&self, words: &[QueryWord]) -> Box<dyn Node> {
        let surface = |w: &QueryWord| Term::from_field_text(self.fields.surface, &w.terms.surface);
        match words {
            [one] => Box::new(TermQuery::new(surface(one), IndexRecordOption::Basic)),
            _ => Box::new(PhraseQuery::new(words.iter().map(surface).collect())),
        }
    }

    /// The most frequent words that begin so, scored; all others, found.
    fn expand(&self, prefix: &str, nodes: &mut Vec<Box<dyn Node>>) -> Result<(), IndexError> {
        for word in self.most_frequent(prefix)? {
            nodes.push(term(self.fields.surface, &word, PREFIX_WEIGHT));
        }
        let after = format!("{prefix}{}", char::MAX);
        let rest = RangeQuery::new(
            Bound::Included(Term::from_field_text(self.fields.surface, prefix)),
            Bound::Excluded(Term::from_field_text(self.fields.surface, &after)),
        );
        nodes.push(Box::new(ConstScoreQuery::new(
            Box::new(rest),
            EXPANSION_REST,
        )));
        Ok(())
    }

    fn most_frequent(&self, prefix: &str) -> Result<Vec<String>, IndexError> {
        let mut counts = std::collections::HashMap::<Vec<u8>, u32>::new();
        let after = format!("{prefix}{}", char::MAX);
        for segment in self.inner.segment_readers() {
            let inverted = segment.inverted_index(self.fields.surface)?;
            let dictionary = inverted.terms();
            let mut words = dictionary.range().ge(prefix).lt(&after).into_stream()?;
            let mut best: Vec<(u32, Vec<u8>)> = Vec::new();
            while let Some((word, info)) = words.next() {
                // A word outside a segment's best hundred is hardly among the best fifty of all.
                if best.len() < 2 * EXPANSIONS {
                    best.push((info.doc_freq, word.to_vec()));
                } else if let Some(least) = best.iter_mut().min_by_key(|b| b.0)
                    && least.0 < info.doc_freq
                {
                    *least = (info.doc_freq, word.to_vec());
                }
            }
            for (count, word) in best {
                *counts.entry(word).or_default() += count;
            }
        }
        let mut ranked: Vec<(Vec<u8>, u32)> = counts.into_iter().collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked.truncate(EXPANSIONS);
        Ok(ranked
            .into_iter()
            .filter_map(|(word, _)| String::from_utf8(word).ok())
            .collect())
    }
}

/// A term of a field, scored by frequency and rarity.
fn term(field: Field, text: &str, weight: f32) -> Box<dyn Node> {
    let term = Term::from_field_text(field, text);
    let node = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(BoostQuery::new(Box::new(node), weight))
}

/// Collects every matching document with its score: lists, counts and facets need them all.
struct Everything;

struct SegmentHits {
    numbers: Column<u64>,
    hits: Vec<Hit>,
}

impl Collector for Everything {
    type Fruit = Vec<Hit>;
    type Child = SegmentHits;

    fn for_segment(
        &self,
        _local_id: u32,
        segment: &tantivy::SegmentReader,
    ) -> tantivy::Result<SegmentHits> {
        Ok(SegmentHits {
            numbers: segment.fast_fields().u64("number")?,
            hits: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<Hit>>) -> tantivy::Result<Vec<Hit>> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for SegmentHits {
    type Fruit = Vec<Hit>;

    fn collect(&mut self, doc: u32, score: f32) {
        if let Some(number) = self.numbers.first(doc) {
            let doc = u32::try_from(number).unwrap_or(u32::MAX);
            self.hits.push(Hit { doc, score });
        }
    }

    fn harvest(self) -> Vec<Hit> {
        self.hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &str); 4] = [
        (
            "توسعة الميناء",
            "قالت إدارة الميناء إن الرصيف الجديد يستقبل سفنا أكبر.",
        ),
        ("سوق الكتب", "افتتح معرض الكتاب في سورية بحضور ٢٠١٥ زائرا."),
        (
            "رصد الطيور",
            "زار سوريا باحثون في رصد الطيور، وقال الباحث للوزير إن العدد زاد.",
        ),
        ("كرة القدم", "فاز الفريق في ملعب الميناء القديم."),
    ];

    fn searcher() -> Searcher {
        let mut writer = Writer::new().expect("an index in memory opens");
        for (number, (title, text)) in (0..).zip(TEXTS) {
            writer
                .add(number, title, text)
                .expect("a document is added");
        }
        writer.commit().expect("the batch commits")
    }

    fn found(query: &str, typing: bool) -> Vec<u32> {
        let mut hits = searcher()
            .all_of(&Query::parse(query, typing))
            .expect("the query runs");
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
        hits.into_iter().map(|hit| hit.doc).collect()
    }

    #[test]
    fn spellings_and_inflections_are_found() {
        for (query, docs) in [
            ("سوريا", vec![1, 2]),
            ("سورية", vec![1, 2]),
            ("وزير", vec![2]),
            ("2015", vec![1]),
            ("ادارة", vec![0]),
            ("الطُّيور", vec![2]),
        ] {
            let mut hits = found(query, false);
            hits.sort_unstable();
            assert_eq!(hits, docs, "{query}");
        }
    }

    #[test]
    fn a_title_word_comes_first() {
        assert_eq!(found("الميناء", false), [0, 3]);
    }

    #[test]
    fn every_word_is_required_and_exclusions_hold() {
        assert_eq!(found("الميناء ملعب", false), [3]);
        assert_eq!(found("الميناء -ملعب", false), [0]);
        assert_eq!(found("الميناء طائرة", false), [0_u32; 0]);
    }

    #[test]
    fn phrases_stand_together() {
        assert_eq!(found("\"رصد الطيور\"", false), [2]);
        assert_eq!(found("\"الطيور رصد\"", false), [0_u32; 0]);
    }

    #[test]
    fn a_half_typed_word_finds_what_begins_so_on_both_sides_of_the_article() {
        assert_eq!(found("المي", true), [0, 3]);
        assert_eq!(found("مين", true), [0, 3]);
        assert_eq!(found("مين", false), [0_u32; 0]);
    }

    #[test]
    fn batches_add_up_and_older_views_stay() {
        let mut writer = Writer::new().expect("an index in memory opens");
        writer.add(0, "", "حديقة").expect("added");
        let first = writer.commit().expect("committed");
        writer.add(1, "", "حديقة").expect("added");
        let second = writer.commit().expect("committed");
        let query = Query::parse("حديقة", false);
        assert_eq!(first.all_of(&query).expect("runs").len(), 1);
        assert_eq!(second.all_of(&query).expect("runs").len(), 2);
    }
}
