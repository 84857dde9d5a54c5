//! A library in, about how many bytes of memory each part of it takes out.

use super::Library;
use super::shard::{Shard, ShardColumns};

/// Bytes of memory by what they are for; what stays in kept files takes none. Of what a hash table or an allocator adds
/// an estimate is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoryUse {
    /// The articles, packed.
    pub texts: u64,
    /// The segments of the index.
    pub index: u64,
    /// The words of the corpus and their forms.
    pub lexicon: u64,
    /// What lists, filters and orders ask of every article, and their names.
    pub columns: u64,
    /// Titles and first words for the rows of lists.
    pub cards: u64,
    /// Lines by which furniture is found.
    pub lines: u64,
}

impl MemoryUse {
    /// Every part by its name, and its bytes.
    pub fn parts(&self) -> [(&'static str, u64); 6] {
        [
            ("texts", self.texts),
            ("index", self.index),
            ("lexicon", self.lexicon),
            ("columns", self.columns),
            ("cards", self.cards),
            ("lines", self.lines),
        ]
    }

    /// All of them together.
    pub fn total(&self) -> u64 {
        self.parts().iter().map(|(_, bytes)| bytes).sum()
    }

    fn add(&mut self, shard: &Shard) {
        self.texts += shard.records.memory();
        self.index += shard.segment().map_or(0, |segment| segment.memory());
        self.columns += shard.columns.memory();
        self.cards += shard.card_memory();
        self.lines += shard.line_memory();
    }
}

impl Library {
    /// What of it takes how much memory.
    pub fn memory(&self) -> MemoryUse {
        let mut memory = MemoryUse {
            lexicon: self.searcher.as_ref().map_or(0, |searcher| {
                let lexicon = searcher.lexicon();
                lexicon.bytes() as u64
            }),
            columns: self.columns.memory() + self.ids.memory() + self.keys.memory(),
            ..MemoryUse::default()
        };
        for (_, shard) in self.shards.each() {
            memory.add(shard);
        }
        memory
    }
}

impl ShardColumns {
    fn memory(&self) -> u64 {
        let ids: usize = self.own_ids.iter().map(|id| id.len()).sum();
        let columns = [
            size_of_val(&*self.keys),
            size_of_val(&*self.hashes),
            size_of_val(&*self.own_ids),
            size_of_val(&*self.paths),
            size_of_val(&*self.records),
            size_of_val(&*self.sources),
            size_of_val(&*self.dates),
            size_of_val(&*self.words),
            size_of_val(&*self.repeated_words),
            size_of_val(&*self.forms),
            size_of_val(&*self.encodings),
        ];
        (ids + columns.iter().sum::<usize>()) as u64
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::{open, read};

    #[test]
    fn what_is_not_made_takes_no_memory_and_the_rest_grows_with_the_corpus() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_path_buf()];
        let write = |count: usize| {
            let record = |n: usize| {
                format!(
                    "{{\"title\": \"خبر {n}\", \"text\": \"افتتحت البلدية سوقا رقم {n} في الحي\"}}\n"
                )
            };
            let records: String = (0..count).map(record).collect();
            fs::write(folder.path().join("a.jsonl"), records).unwrap();
        };
        write(50);
        let unindexed = read(&paths).unwrap().memory();
        assert_eq!((unindexed.index, unindexed.lexicon), (0, 0));
        let small = open(&paths).unwrap().memory();
        assert_eq!(small.texts, unindexed.texts);
        write(1000);
        let large = open(&paths).unwrap().memory();
        for ((name, small), (_, large)) in small.parts().into_iter().zip(large.parts()) {
            assert!(small < large || name == "lines", "{name}: {small}, {large}");
        }
        let sum: u64 = large.parts().iter().map(|(_, bytes)| bytes).sum();
        assert_eq!(large.total(), sum);
    }
}
