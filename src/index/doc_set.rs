//! A set of documents by number, one bit each.

/// Documents, each in it or not.
#[derive(Clone, Debug, Default)]
pub(super) struct DocSet {
    bits: Vec<u64>,
}

/// Bits of one of its parts.
const PART_BITS: usize = u64::BITS as usize;

impl DocSet {
    /// The empty set, with room for so many documents.
    pub(super) fn new(documents: usize) -> DocSet {
        DocSet {
            bits: vec![0; documents.div_ceil(PART_BITS)],
        }
    }

    /// Empties it; it has room for so many documents then.
    pub(super) fn clear(&mut self, documents: usize) {
        self.bits.clear();
        self.bits.resize(documents.div_ceil(PART_BITS), 0);
    }

    pub(super) fn insert(&mut self, doc: u32) {
        if let Some(part) = self.bits.get_mut(doc as usize / PART_BITS) {
            *part |= 1 << (doc as usize % PART_BITS);
        }
    }

    pub(super) fn holds(&self, doc: u32) -> bool {
        let part = self.bits.get(doc as usize / PART_BITS);
        part.is_some_and(|part| part >> (doc as usize % PART_BITS) & 1 == 1)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        let counts = self.bits.iter().map(|part| part.count_ones() as usize);
        counts.sum()
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.bits.iter().all(|part| *part == 0)
    }

    /// Takes in those of `other`, which has room for as many.
    pub(super) fn unite(&mut self, other: &DocSet) {
        for (part, other) in self.bits.iter_mut().zip(&other.bits) {
            *part |= other;
        }
    }

    /// Takes out those of `other`.
    pub(super) fn remove(&mut self, other: &DocSet) {
        for (part, other) in self.bits.iter_mut().zip(&other.bits) {
            *part &= !other;
        }
    }

    /// Those that `other` has as well.
    pub(super) fn intersect(&mut self, other: &DocSet) {
        for (part, other) in self.bits.iter_mut().zip(&other.bits) {
            *part &= other;
        }
    }

    /// How many `other` has as well.
    pub(super) fn count_shared(&self, other: &DocSet) -> usize {
        let parts = self.bits.iter().zip(&other.bits);
        parts.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// Takes in those that are in both of two sets.
    pub(super) fn unite_shared(&mut self, one: &DocSet, other: &DocSet) {
        let shared = one.bits.iter().zip(&other.bits);
        for (part, (one, other)) in self.bits.iter_mut().zip(shared) {
            *part |= one & other;
        }
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.bits.len() * size_of::<u64>()
    }

    /// All of them, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let parts = (0..).step_by(PART_BITS).zip(&self.bits);
        parts.flat_map(|(first, &part): (u32, &u64)| {
            let mut rest = part;
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| first + rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(next)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_into_it() {
        let mut set = DocSet::new(130);
        for doc in [0, 63, 64, 129, 64] {
            set.insert(doc);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!((set.len(), set.holds(63), set.holds(62)), (4, true, false));
        let mut other = DocSet::new(130);
        other.insert(64);
        set.intersect(&other);
        assert_eq!(set.iter().collect::<Vec<_>>(), [64]);
        assert!(!set.is_empty());
        set.unite(&DocSet::new(130));
        other.insert(3);
        set.unite(&other);
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 64]);
        set.insert(5);
        set.remove(&other);
        assert_eq!(set.iter().collect::<Vec<_>>(), [5]);
        set.intersect(&DocSet::new(130));
        assert!(set.is_empty());
        set.clear(10);
        assert_eq!((set.len(), set.holds(500)), (0, false));
    }
}
