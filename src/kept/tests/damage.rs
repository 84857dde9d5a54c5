//! Every kind of damage in every part of a file: an error each time, never a panic, never other bytes.

use std::fs;

use super::super::KeptState::{OtherVersion, Torn, Whole};
use super::super::layout::{BLOCK, HEADER, KeptTrailer, TRAILER};
use super::super::{KeepError, KeptFile};
use super::{FILE, Place, contents, noise, read, write};

/// Opens what stands on disk as the program that wrote it, and reads all of it.
fn read_bytes(place: &Place, bytes: &[u8]) -> Result<Vec<Vec<u8>>, KeepError> {
    let corpus = place.corpus();
    fs::write(place.path(FILE), bytes).expect("room");
    let read = read(&corpus, FILE);
    if read.is_ok() {
        corpus.read(FILE)?.check_all()?;
    }
    read
}

/// The bytes of a file with these sections.
fn written(place: &Place, sections: &[Vec<u8>]) -> Vec<u8> {
    write(&place.corpus(), FILE, sections).expect("a file");
    fs::read(place.path(FILE)).expect("the file")
}

#[test]
fn no_byte_of_a_file_may_differ() {
    let place = Place::new();
    for sections in [vec![], vec![noise(5, 1), vec![], noise(40, 2)]] {
        let good = written(&place, &sections);
        assert_eq!(read_bytes(&place, &good).expect("as written"), sections);
        for at in 0..good.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut bad = good.clone();
                bad[at] ^= flip;
                let read = read_bytes(&place, &bad);
                let known = matches!(read, Err(KeepError::Torn(_) | KeepError::OtherVersion));
                assert!(known, "byte {at}: {read:?}");
            }
        }
    }
}

#[test]
fn no_part_of_a_file_may_lack() {
    let place = Place::new();
    let good = written(&place, &[noise(50, 1), noise(20, 2)]);
    for length in 0..good.len() {
        let read = read_bytes(&place, &good[..length]);
        assert!(
            matches!(read, Err(KeepError::Torn(_))),
            "{length}: {read:?}"
        );
    }
    let mut longer = good.clone();
    longer.push(0);
    assert!(read_bytes(&place, &longer).is_err());
    let twice = [good.as_slice(), &good].concat();
    assert!(read_bytes(&place, &twice).is_err());
}

#[test]
fn every_block_has_its_place() {
    let place = Place::new();
    let good = written(&place, &[noise(3 * BLOCK, 1)]);
    let mut swapped = good.clone();
    swapped[BLOCK..3 * BLOCK].rotate_left(BLOCK);
    let read = read_bytes(&place, &swapped);
    assert!(matches!(read, Err(KeepError::Torn(_))), "{read:?}");
    // What is whole can still be read.
    let corpus = place.corpus();
    let file = corpus.read(FILE).expect("its ends are whole");
    let section = file.section(0).expect("a section");
    assert!(section.read(0..100).is_ok());
    for at in [BLOCK as u64, 2 * BLOCK as u64] {
        assert!(section.read(at..at + 1).is_err());
        assert!(section.read(at - 100..at + 1).is_err());
    }
    assert!(section.all().is_err() && file.check_all().is_err());
}

/// A trailer may say anything, and have the right checksum.
#[test]
fn claims_are_compared_with_the_size_before_they_are_believed() {
    let place = Place::new();
    let good = written(&place, &[noise(50, 1)]);
    let ends_at = good.len() - TRAILER;
    let own = KeptTrailer::parse(good[ends_at..].try_into().expect("its length")).expect("whole");
    let large = [1 << 20, 1 << 40, 1 << 61, 1 << 63, u64::MAX - 40, u64::MAX];
    for claim in large.into_iter().chain(0..good.len() as u64) {
        for (blocks_end, sections) in [
            (claim, own.sections),
            (own.blocks_end, claim),
            (claim, claim),
        ] {
            let trailer = KeptTrailer {
                blocks_end,
                sections,
                ..own
            };
            if trailer == own {
                continue;
            }
            let claiming = [&good[..ends_at], &trailer.bytes()].concat();
            let read = read_bytes(&place, &claiming);
            assert!(matches!(read, Err(KeepError::Torn(_))), "{trailer:?}");
        }
    }
}

/// A table that says anything, and whose checksums are right.
#[test]
fn sections_have_to_fill_the_blocks() {
    let place = Place::new();
    let good = written(&place, &[noise(50, 1), noise(20, 2)]);
    let ends_at = good.len() - TRAILER;
    let own = KeptTrailer::parse(good[ends_at..].try_into().expect("its length")).expect("whole");
    let lengths_at = own.blocks_end as usize + 8;
    for claim in [0, 49, 51, 1 << 40, 1 << 63, u64::MAX] {
        for entry in [lengths_at + 4, lengths_at + 16] {
            let mut bad = good.clone();
            bad[entry..entry + 8].copy_from_slice(&u64::to_le_bytes(claim));
            let table_checksum = xxhash_rust::xxh3::xxh3_64(&bad[own.blocks_end as usize..ends_at]);
            let trailer = KeptTrailer {
                table_checksum,
                ..own
            };
            bad[ends_at..].copy_from_slice(&trailer.bytes());
            let read = read_bytes(&place, &bad);
            assert!(matches!(read, Err(KeepError::Torn(_))), "{claim}: {read:?}");
        }
    }
}

#[test]
fn ranges_beyond_a_section_are_errors() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(50, 1), noise(50, 2)]).expect("a file");
    let first = corpus.read(FILE).expect("a file").section(0).expect("one");
    for (start, end) in [
        (0, 51),
        (50, 51),
        (51, 51),
        (0, u64::MAX),
        (u64::MAX - 1, u64::MAX),
    ] {
        let read = first.read(start..end);
        assert!(matches!(read, Err(KeepError::Torn(_))), "{start}..{end}");
    }
    #[expect(clippy::reversed_empty_ranges, reason = "a file may say so")]
    let reversed = first.read(20..10);
    assert!(reversed.is_err());
    assert!(first.read_into(u64::MAX, &mut [0; 2]).is_err());
    assert!(first.read(50..50).expect("nothing").is_empty());
}

#[test]
fn a_file_that_is_cut_short_while_it_is_open_is_an_error() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(4 * BLOCK, 1)]).expect("a file");
    let file = corpus.read(FILE).expect("the file");
    let section = file.section(0).expect("a section");
    section.read(0..9).expect("its bytes");
    let on_disk = fs::File::options().write(true).open(place.path(FILE));
    on_disk.expect("it").set_len(BLOCK as u64).expect("shorter");
    assert!(section.read(0..9).is_ok());
    let read = section.read(2 * BLOCK as u64..2 * BLOCK as u64 + 1);
    assert!(matches!(read, Err(KeepError::Torn(_))), "{read:?}");
    assert!(matches!(contents(&file), Err(KeepError::Torn(_))));
    assert!(matches!(file.check_all(), Err(KeepError::Torn(_))));
}

#[test]
fn what_another_build_wrote_is_not_read() {
    let place = Place::new();
    write(&place.corpus().of_build(7), FILE, &[noise(9, 1)]).expect("a file");
    let read = read(&place.corpus(), FILE);
    assert!(matches!(read, Err(KeepError::OtherVersion)), "{read:?}");
    let file = fs::File::open(place.path(FILE)).expect("the file");
    let file = KeptFile::open(file, None).expect("its layout is ours");
    file.check_all().expect("whole");
    // A layout of the future.
    let mut bytes = fs::read(place.path(FILE)).expect("the file");
    bytes[8] += 1;
    let read = read_bytes(&place, &bytes);
    assert!(matches!(read, Err(KeepError::OtherVersion)), "{read:?}");
    // Something else altogether, of any length.
    for length in [0, 7, HEADER, HEADER + TRAILER, 1000] {
        let read = read_bytes(&place, &noise(length, 3));
        assert!(matches!(read, Err(KeepError::Torn(_))), "{read:?}");
    }
}

#[test]
fn torn_files_are_found_and_removed() {
    let place = Place::new();
    let corpus = place.corpus();
    for name in ["a", "b", "c"] {
        write(&corpus, name, &[noise(3 * BLOCK, 1)]).expect("a file");
    }
    write(&place.corpus().of_build(7), "d", &[noise(9, 1)]).expect("a file");
    let mut bytes = fs::read(place.path("b")).expect("the file");
    bytes[2 * BLOCK + 5] ^= 1;
    fs::write(place.path("b"), bytes).expect("room");
    let verified = place.keep.verify(super::NAME).expect("the folder");
    let states = verified.iter().map(|file| (file.name.as_str(), file.state));
    let expected = [("a", Whole), ("b", Torn), ("c", Whole), ("d", OtherVersion)];
    assert_eq!(states.collect::<Vec<_>>(), expected);
    assert_eq!(corpus.files(), ["a", "c", "d"]);
    assert!(place.keep.verify(9).is_err());
}

/// A folder where a file should be, with folders in it, is in nobody's way.
#[test]
fn a_folder_in_the_place_of_a_file_is_replaced_and_dropped() {
    let place = Place::new();
    let corpus = place.corpus();
    let folders = place.path(FILE).join("a").join("b");
    fs::create_dir_all(&folders).expect("room");
    fs::write(folders.join("c"), "text").expect("room");
    assert!(corpus.read(FILE).is_err());
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file in its place");
    assert!(corpus.read(FILE).is_ok());
    fs::create_dir_all(place.path("other").join("a")).expect("room");
    drop(corpus);
    assert!(place.keep.drop_corpus(super::NAME).expect("dropped"));
    let left = fs::read_dir(place.folder.path().join("keep")).expect("the folder");
    let left = left.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let left: Vec<String> = left.filter(|name| name.starts_with(".dropped")).collect();
    assert!(left.is_empty(), "{left:?}");
}
