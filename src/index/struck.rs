//! Documents of a segment that are gone from the corpus: those after them move up.

/// The places of documents that were struck from a segment, or of articles from a shard. What is left is
/// numbered without gaps, in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StruckPlaces {
    /// Ascending, each once.
    places: Vec<u32>,
}

impl StruckPlaces {
    /// From places in any order.
    pub fn new(mut places: Vec<u32>) -> StruckPlaces {
        places.sort_unstable();
        places.dedup();
        StruckPlaces { places }
    }

    /// How many were struck.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nothing was struck.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All of them, ascending.
    pub fn places(&self) -> &[u32] {
        &self.places
    }

    /// The number, among what is left, of what is at a place; `None` where it was struck.
    pub fn moved_up(&self, place: u32) -> Option<u32> {
        let before = self.places.partition_point(|struck| *struck < place);
        if self.places.get(before) == Some(&place) {
            return None;
        }
        Some(place - before as u32)
    }

    /// What [`StruckPlaces::moved_up`] gives, for places that are asked for in ascending order.
    pub(super) fn moving_up(&self) -> impl FnMut(u32) -> Option<u32> {
        let mut before = 0;
        move |place| {
            let rest = self.places.get(before..).unwrap_or(&[]);
            before += rest.partition_point(|struck| *struck < place);
            (self.places.get(before) != Some(&place)).then(|| place - before as u32)
        }
    }

    /// The place of what has a number among what is left.
    pub fn place_of(&self, moved: u32) -> u32 {
        // The struck place at index i has `places[i] - i` left before it.
        let mut from = 0;
        let mut to = self.places.len();
        while from < to {
            let middle = usize::midpoint(from, to);
            let left = self.places.get(middle).map_or(0, |p| p - middle as u32);
            if left <= moved {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        moved + from as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_numbered_without_gaps() {
        for struck in [
            vec![],
            vec![0],
            vec![9],
            vec![4, 0, 1, 9, 4],
            (0..9).collect(),
        ] {
            let struck = StruckPlaces::new(struck);
            let left: Vec<u32> = (0..10).filter(|p| !struck.places().contains(p)).collect();
            for (moved, place) in (0..).zip(&left) {
                assert_eq!(struck.moved_up(*place), Some(moved), "{struck:?}");
                assert_eq!(struck.place_of(moved), *place, "{struck:?}");
            }
            let mut moving_up = struck.moving_up();
            for place in 0..10 {
                assert_eq!(moving_up(place), struck.moved_up(place), "{struck:?}");
            }
            for gone in struck.places() {
                assert_eq!(struck.moved_up(*gone), None, "{struck:?}");
            }
        }
    }
}
