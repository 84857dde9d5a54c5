//! The documents that hold one spelling: by number where they are few, else one bit each.

use super::doc_set::DocSet;

/// Times as many documents there are as one number takes bits.
const BITS_PER_NUMBER: usize = u32::BITS as usize;

/// Times as many numbers as are looked for that a list has where each of them is sought in it.
const SOUGHT_SHARE: usize = 16;

/// Documents, each once.
#[derive(Debug)]
pub(super) enum DocList {
    Few(Box<[u32]>),
    Many(DocSet),
}

impl DocList {
    /// Of some of so many documents, in order.
    pub(super) fn of(held: Vec<u32>, documents: usize) -> DocList {
        debug_assert!(held.is_sorted(), "segments are read in order");
        if held.len() * BITS_PER_NUMBER <= documents {
            return DocList::Few(held.into());
        }
        let mut set = DocSet::new(documents);
        for doc in held {
            set.insert(doc);
        }
        DocList::Many(set)
    }

    /// How many are in a set, which may be given in order as well where it is small; they are added to each of
    /// `others`.
    pub(super) fn count_in(
        &self,
        set: &DocSet,
        few: Option<&[u32]>,
        others: &mut [&mut DocSet],
    ) -> usize {
        match (self, few) {
            (DocList::Few(documents), Some(few)) if few.len() * SOUGHT_SHARE < documents.len() => {
                let held = few
                    .iter()
                    .filter(|doc| documents.binary_search(doc).is_ok());
                add_each(held, others)
            }
            (DocList::Few(documents), _) => {
                add_each(documents.iter().filter(|doc| set.holds(**doc)), others)
            }
            (DocList::Many(documents), Some(few)) => {
                add_each(few.iter().filter(|doc| documents.holds(**doc)), others)
            }
            (DocList::Many(documents), None) => {
                for other in others {
                    other.unite_shared(documents, set);
                }
                documents.count_shared(set)
            }
        }
    }

    /// Bytes that they take.
    pub(super) fn bytes(&self) -> usize {
        match self {
            DocList::Few(documents) => size_of_val(&**documents),
            DocList::Many(documents) => documents.bytes(),
        }
    }
}

/// Adds documents to each of some sets; how many there are.
fn add_each<'a>(documents: impl Iterator<Item = &'a u32>, sets: &mut [&mut DocSet]) -> usize {
    let mut count = 0;
    for doc in documents {
        count += 1;
        for set in &mut *sets {
            set.insert(*doc);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_documents_are_counted_alike() {
        let mut set = DocSet::new(1000);
        for doc in (0..1000).filter(|doc| doc % 3 == 0) {
            set.insert(doc);
        }
        let held: Vec<u32> = (0..1000).filter(|doc| doc % 10 < 6).collect();
        let many = DocList::of(held.clone(), 1000);
        let few = DocList::of(held.clone(), 1_000_000);
        assert!(matches!((&few, &many), (DocList::Few(_), DocList::Many(_))));
        // One set of many, and one that is small enough to be given in order.
        let mut small = DocSet::new(1000);
        (0..30).for_each(|n| small.insert(n * 31));
        for set in [set, small] {
            let in_order: Vec<u32> = set.iter().collect();
            let expected: Vec<u32> = held.iter().copied().filter(|d| set.holds(*d)).collect();
            for list in [&few, &many] {
                for given in [None, Some(&in_order[..])] {
                    let (mut any, mut other) = (DocSet::new(1000), DocSet::new(1000));
                    any.insert(1);
                    let count = list.count_in(&set, given, &mut [&mut any, &mut other]);
                    assert_eq!(count, expected.len());
                    assert!(other.iter().eq(expected.iter().copied()));
                    assert_eq!(
                        any.len(),
                        expected.len() + usize::from(!expected.contains(&1))
                    );
                }
            }
        }
    }
}
