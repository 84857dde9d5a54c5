//! The documents that hold one spelling: by number where they are few, else one bit each.

use super::doc_set::DocSet;

/// Times as many documents there are as one number takes bits.
const BITS_PER_NUMBER: usize = u32::BITS as usize;

/// Documents, each once.
#[derive(Debug)]
pub(super) enum DocList {
    Few(Box<[u32]>),
    Many(DocSet),
}

impl DocList {
    /// Of some of so many documents.
    pub(super) fn of(held: Vec<u32>, documents: usize) -> DocList {
        if held.len() * BITS_PER_NUMBER <= documents {
            return DocList::Few(held.into());
        }
        let mut set = DocSet::new(documents);
        for doc in held {
            set.insert(doc);
        }
        DocList::Many(set)
    }

    /// How many are in a set; these are added to each of `others`.
    pub(super) fn count_in(&self, set: &DocSet, others: &mut [&mut DocSet]) -> usize {
        match self {
            DocList::Few(documents) => {
                let mut count = 0;
                for doc in documents.iter().filter(|doc| set.holds(**doc)) {
                    count += 1;
                    for other in &mut *others {
                        other.insert(*doc);
                    }
                }
                count
            }
            DocList::Many(documents) => {
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
        let expected: Vec<u32> = held.into_iter().filter(|doc| doc % 3 == 0).collect();
        for list in [few, many] {
            let (mut any, mut other) = (DocSet::new(1000), DocSet::new(1000));
            any.insert(1);
            let count = list.count_in(&set, &mut [&mut any, &mut other]);
            assert_eq!(count, expected.len());
            assert!(other.iter().eq(expected.iter().copied()));
            assert_eq!(any.len(), expected.len() + 1);
        }
    }
}
