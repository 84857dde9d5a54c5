//! Values by key, of which those not used for longest are given up once all take too many bytes.

use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

/// Values that were worked out, as long as there is room for them.
pub(super) struct ByUse<K, V: ?Sized> {
    kept: Mutex<KeptByUse<K, V>>,
}

struct KeptByUse<K, V: ?Sized> {
    /// Each with the time of its last use, and its bytes.
    values: FxHashMap<K, (u64, usize, Arc<V>)>,
    bytes: usize,
    clock: u64,
}

impl<K, V: ?Sized> Default for ByUse<K, V> {
    fn default() -> ByUse<K, V> {
        ByUse {
            kept: Mutex::new(KeptByUse {
                values: FxHashMap::default(),
                bytes: 0,
                clock: 0,
            }),
        }
    }
}

impl<K: Eq + Hash, V: ?Sized> ByUse<K, V> {
    /// The value of a key; `None` where it is not kept.
    pub(super) fn get(&self, key: &K) -> Option<Arc<V>> {
        let mut kept = self.lock();
        kept.clock += 1;
        let now = kept.clock;
        let (used, _, value) = kept.values.get_mut(key)?;
        *used = now;
        Some(Arc::clone(value))
    }

    /// Keeps a value of so many bytes; of all values no more than `most` bytes stay.
    pub(super) fn keep(&self, key: K, value: &Arc<V>, bytes: usize, most: usize) {
        let mut kept = self.lock();
        kept.clock += 1;
        let now = kept.clock;
        let before = kept.values.insert(key, (now, bytes, Arc::clone(value)));
        kept.bytes += bytes;
        kept.bytes -= before.map_or(0, |(_, bytes, _)| bytes);
        if kept.bytes > most {
            kept.forget_older_half();
        }
    }

    /// What is kept; each value in it is whole, whoever panicked.
    fn lock(&self) -> MutexGuard<'_, KeptByUse<K, V>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash, V: ?Sized> KeptByUse<K, V> {
    fn forget_older_half(&mut self) {
        let mut used: Vec<u64> = self.values.values().map(|(used, ..)| *used).collect();
        used.sort_unstable();
        let middle = used.get(used.len() / 2).copied().unwrap_or(0);
        self.values.retain(|_, (used, ..)| *used > middle);
        self.bytes = self.values.values().map(|(_, bytes, _)| *bytes).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_is_given_up() {
        let kept: ByUse<u32, str> = ByUse::default();
        for key in 0..10 {
            kept.keep(key, &Arc::from("value"), 5, 50);
        }
        assert!(kept.get(&0).is_some());
        kept.keep(10, &Arc::from("value"), 5, 50);
        let left: Vec<u32> = (0..=10).filter(|key| kept.get(key).is_some()).collect();
        assert_eq!(left, [0, 7, 8, 9, 10]);
        // A value kept again is counted once.
        for _ in 0..20 {
            kept.keep(7, &Arc::from("other"), 5, 50);
        }
        assert!(kept.get(&8).is_some());
    }
}
