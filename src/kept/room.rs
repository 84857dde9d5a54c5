//! Room for what is to be kept: the least recently used corpora go, and a disk never fills.

use super::Keep;
use super::folder::DiskSpace;

/// Most bytes that are kept, on however large a disk.
const MAX_BYTES: u64 = 20_000_000_000;
/// The part of a disk that may be filled, and the part that always stays free: a tenth.
const SHARE: u64 = 10;

impl Keep {
    /// Drops the corpora that were used least recently until `bytes` more may be written; never one that is in use, nor
    /// `except`. False, with nothing dropped, where that is not enough.
    pub fn make_room(&self, bytes: u64, except: u128) -> bool {
        self.make_room_on(bytes, except, &|| self.folder.disk())
    }

    pub(super) fn make_room_on(
        &self,
        bytes: u64,
        except: u128,
        disk: &dyn Fn() -> Option<DiskSpace>,
    ) -> bool {
        let mut costs = self.costs();
        costs.sort_by_key(|cost| (cost.last_use, cost.name));
        let mut kept = costs.iter().map(|cost| cost.bytes).sum();
        let lacking = |kept| disk().map(|disk| lacking(bytes, kept, disk));
        let droppable = || {
            let all = costs.iter();
            all.filter(|cost| !cost.in_use && cost.name != except)
        };
        let most: u64 = droppable().map(|cost| cost.bytes).sum();
        if lacking(kept).is_none_or(|lacking| lacking > most) {
            return false;
        }
        for cost in droppable() {
            if lacking(kept) == Some(0) {
                return true;
            }
            // Somebody may have opened it just now: then the next one goes.
            if let Ok(true) = self.drop_corpus(cost.name) {
                kept -= cost.bytes;
            }
        }
        lacking(kept) == Some(0)
    }
}

/// Bytes that have to go before `bytes` more fit beside those that are kept.
fn lacking(bytes: u64, kept: u64, disk: DiskSpace) -> u64 {
    let bound = MAX_BYTES.min(disk.total / SHARE);
    let over_bound = kept.saturating_add(bytes).saturating_sub(bound);
    let left = disk.total / SHARE;
    let over_disk = left.saturating_add(bytes).saturating_sub(disk.free);
    over_bound.max(over_disk)
}
