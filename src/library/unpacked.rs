//! Articles that were unpacked lately: what is on the screen is asked for again and again, and a verb
//! asks for the cards of a page and then for its articles.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::{ArticleNo, Entry};

/// Most articles kept: more than a page of a verb has.
const MAX_KEPT: usize = 1024;
/// Bytes of text from which on those unpacked first are given up; the newest stays, however long.
const MAX_BYTES: usize = 8 << 20;

/// Some articles by number.
#[derive(Default)]
pub(super) struct UnpackedEntries {
    kept: Mutex<KeptEntries>,
}

#[derive(Default)]
struct KeptEntries {
    entries: FxHashMap<u32, Arc<Entry>>,
    /// The newest last.
    order: VecDeque<u32>,
    bytes: usize,
}

impl UnpackedEntries {
    pub(super) fn get(&self, no: ArticleNo) -> Option<Arc<Entry>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.entries.get(&no.0).map(Arc::clone)
    }

    pub(super) fn keep(&self, no: ArticleNo, entry: &Arc<Entry>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.entries.insert(no.0, Arc::clone(entry)).is_some() {
            return;
        }
        kept.order.push_back(no.0);
        kept.bytes += entry.article.text.len();
        while kept.order.len() > MAX_KEPT || (kept.bytes > MAX_BYTES && kept.order.len() > 1) {
            let Some(oldest) = kept.order.pop_front() else {
                break;
            };
            let freed = kept.entries.remove(&oldest);
            kept.bytes -= freed.map_or(0, |entry| entry.article.text.len());
        }
    }
}
