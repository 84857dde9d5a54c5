//! From a tantivy query to every matching document with its score.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;

use super::engine::Hit;

/// Collects every matching document with its score: lists, counts and facets need them all.
pub(super) struct Everything;

pub(super) struct SegmentHits {
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
