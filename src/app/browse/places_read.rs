//! Where reading of an article stopped: one who leaves it and comes back with the same search goes on there.

use std::collections::VecDeque;

use crate::library::ArticleKey;
use crate::store::Marks;

/// Number of articles of which the place is remembered: more than a person goes back to.
const MAX_PLACES: usize = 200;

/// The places at which articles were left, the last one left in front.
#[derive(Clone, Debug, Default)]
pub(super) struct PlacesRead(VecDeque<PlaceRead>);

/// Where one article was left.
#[derive(Clone, Debug)]
struct PlaceRead {
    key: ArticleKey,
    /// The byte of the text at the top of the view.
    byte: usize,
    /// What was searched then: who comes with another search has come for something else.
    marks: Marks,
}

impl PlacesRead {
    /// Remembers where an article is left; `byte` is `None` at its head, which needs no remembering.
    pub(super) fn leave(&mut self, key: ArticleKey, byte: Option<usize>, marks: Marks) {
        self.0.retain(|place| place.key != key);
        if let Some(byte) = byte {
            self.0.truncate(MAX_PLACES - 1);
            self.0.push_front(PlaceRead { key, byte, marks });
        }
    }

    /// The byte at which an article was left, if the search is still the same.
    pub(super) fn byte(&self, key: ArticleKey, marks: &Marks) -> Option<usize> {
        let place = self.0.iter().find(|place| place.key == key)?;
        (place.marks == *marks).then_some(place.byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(twin: u32) -> ArticleKey {
        ArticleKey {
            key: crate::corpus::Key::default(),
            twin,
        }
    }

    #[test]
    fn the_last_place_is_remembered_for_the_same_search_alone() {
        let mut places = PlacesRead::default();
        let other = Marks {
            text: "ميناء".to_owned(),
            ..Marks::default()
        };
        places.leave(key(1), Some(30), Marks::default());
        places.leave(key(1), Some(50), Marks::default());
        assert_eq!(places.byte(key(1), &Marks::default()), Some(50));
        assert_eq!(places.byte(key(1), &other), None);
        assert_eq!(places.byte(key(2), &Marks::default()), None);
        places.leave(key(1), None, Marks::default());
        assert_eq!(places.byte(key(1), &Marks::default()), None);
    }

    #[test]
    fn only_the_last_ones_are_remembered() {
        let mut places = PlacesRead::default();
        for twin in 0..=MAX_PLACES as u32 {
            places.leave(key(twin), Some(1), Marks::default());
        }
        assert_eq!(places.byte(key(0), &Marks::default()), None);
        assert_eq!(places.byte(key(1), &Marks::default()), Some(1));
        assert_eq!(places.0.len(), MAX_PLACES);
    }
}
