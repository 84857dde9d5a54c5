//! Who goes when there is no room, on disks of any size.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::super::folder::DiskSpace;
use super::super::keep::folder_name;
use super::{FILE, Place, noise, write};

/// Bytes of a corpus, about.
const EACH: u64 = 100_000;
/// A disk of which ten of them may be kept.
const TOTAL: u64 = 100 * EACH;

/// A place with corpora that were used in the order given.
fn place_with(used: &[u128]) -> Place {
    let place = Place::new();
    for (days, name) in (0..).zip(used) {
        let corpus = place.keep.corpus(*name, "").expect("a folder");
        write(&corpus, FILE, &[noise(EACH as usize - 1000, 1)]).expect("a file");
        drop(corpus);
        let lock = place.keep.path().join(folder_name(*name)).join(".lock");
        let lock = File::options().write(true).open(lock).expect("a lock");
        let day = Duration::from_secs(86_400);
        let when = SystemTime::UNIX_EPOCH + day * days;
        lock.set_modified(when).expect("our own");
    }
    place
}

fn names(place: &Place) -> Vec<u128> {
    let mut names: Vec<u128> = place.keep.costs().iter().map(|cost| cost.name).collect();
    names.sort_unstable();
    names
}

/// Asks for room for so many corpora on a disk on which others use some.
#[track_caller]
fn check(place: &Place, others: u64, asked: u64, except: u128, expected: (bool, &[u128])) {
    let free = || {
        let kept: u64 = place.keep.costs().iter().map(|cost| cost.bytes).sum();
        let free = TOTAL.saturating_sub(others * EACH + kept);
        Some(DiskSpace { total: TOTAL, free })
    };
    let made = place.keep.make_room_on(asked * EACH, except, &free);
    assert_eq!((made, names(place).as_slice()), expected);
}

#[test]
fn nothing_goes_while_there_is_room() {
    let place = place_with(&[3, 1, 2]);
    check(&place, 0, 0, 9, (true, &[1, 2, 3]));
    check(&place, 0, 7, 9, (true, &[1, 2, 3]));
}

#[test]
fn the_least_recently_used_go_first() {
    let place = place_with(&[3, 1, 2]);
    check(&place, 0, 8, 9, (true, &[1, 2]));
    check(&place, 0, 9, 9, (true, &[2]));
    check(&place, 0, 10, 9, (true, &[]));
}

#[test]
fn a_tenth_of_the_disk_stays_free() {
    let place = place_with(&[3, 1, 2]);
    check(&place, 86, 1, 9, (true, &[1, 2, 3]));
    check(&place, 88, 1, 9, (true, &[2]));
    check(&place, 91, 1, 9, (false, &[2]));
}

#[test]
fn what_is_in_use_or_asks_never_goes() {
    let place = place_with(&[3, 1, 2]);
    let used = place.keep.corpus(3, "").expect("a folder");
    check(&place, 0, 8, 1, (true, &[1, 3]));
    // More than could be had: then nothing goes for it.
    check(&place, 0, 9, 1, (false, &[1, 3]));
    drop(used);
    check(&place, 0, 9, 1, (true, &[1]));
}

#[test]
fn what_can_never_fit_drops_nothing() {
    let place = place_with(&[1, 2]);
    for asked in [11, 1000, u64::MAX / EACH] {
        check(&place, 0, asked, 9, (false, &[1, 2]));
    }
    assert!(!place.keep.make_room_on(u64::MAX, 9, &|| None));
    let huge = || {
        Some(DiskSpace {
            total: u64::MAX,
            free: u64::MAX,
        })
    };
    assert!(place.keep.make_room_on(19_000_000_000, 9, &huge));
    assert!(!place.keep.make_room_on(20_000_000_001, 9, &huge));
    assert_eq!(names(&place), [1, 2]);
    // The disk that is really there says something, too.
    let _ = place.keep.make_room(1, 9);
}
