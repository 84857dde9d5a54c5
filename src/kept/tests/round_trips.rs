//! What was written is read again, whole and in parts.

use std::io::Write;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::layout::{BLOCK, HEADER};
use super::super::{Damage, Keep, KeepError, KeptState, columns, label};
use super::{FILE, NAME, Place, contents, noise, read, write};

#[track_caller]
fn check(lengths: &[usize]) {
    let place = Place::new();
    let corpus = place.corpus();
    let sections: Vec<Vec<u8>> = (1..)
        .zip(lengths)
        .map(|(seed, n)| noise(*n, seed))
        .collect();
    let length = write(&corpus, FILE, &sections).expect("a file");
    let file = corpus.read(FILE).expect("the file");
    assert_eq!(length, file.bytes());
    assert_eq!(contents(&file).expect("its sections"), sections);
    file.check_all().expect("whole");
    assert!(file.section(lengths.len() as u32).is_none());
}

#[test]
fn sections_of_any_length_are_read_as_they_were_written() {
    check(&[]);
    check(&[0]);
    check(&[0, 0, 1, 0]);
    let to_end_of_block = BLOCK - HEADER;
    for near in [to_end_of_block - 1, to_end_of_block, to_end_of_block + 1] {
        check(&[near]);
        check(&[near, 0]);
        check(&[near, 1]);
        check(&[near, BLOCK, 5]);
    }
    check(&[3 * BLOCK + 7, 2, 5 * BLOCK]);
    // More blocks than one word of the bitmap has bits.
    check(&[70 * BLOCK]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_range_is_read(
        lengths in vec(prop_oneof![0..50_usize, 0..3 * BLOCK], 1..5),
        asked in vec((any::<u16>(), any::<u16>(), any::<u16>()), 1..20),
    ) {
        let place = Place::new();
        let corpus = place.corpus();
        let sections: Vec<Vec<u8>> =
            (1..).zip(&lengths).map(|(seed, n)| noise(*n, seed)).collect();
        write(&corpus, FILE, &sections).expect("a file");
        let file = corpus.read(FILE).expect("the file");
        for (which, start, length) in asked {
            let which = usize::from(which) % sections.len();
            let all = &sections[which];
            let start = usize::from(start) * 3 % (all.len() + 1);
            let end = (start + usize::from(length) * 2).min(all.len());
            let section = file.section(which as u32).expect("a section");
            prop_assert_eq!(section.len(), all.len() as u64);
            let got = section.read(start as u64..end as u64).expect("its bytes");
            prop_assert_eq!(&got, &all[start..end]);
            let mut into = vec![0; end - start];
            section.read_into(start as u64, &mut into).expect("its bytes");
            prop_assert_eq!(&into, &all[start..end]);
        }
    }

    #[test]
    fn columns_are_read_as_they_were_written(
        shorts in vec(any::<u16>(), 0..50),
        numbers in vec(any::<u32>(), 0..3000),
        longs in vec(any::<u64>(), 0..50),
        keys in vec(any::<u128>(), 0..50),
        weights in vec(-1e9_f32..1e9, 0..50),
        texts in vec(".{0,9}", 0..50),
    ) {
        let mut bytes = Vec::new();
        columns::put_u16s(&mut bytes, &shorts).expect("room");
        prop_assert_eq!(columns::u16s(&bytes).expect("a column"), shorts);
        bytes.clear();
        columns::put_u32s(&mut bytes, &numbers).expect("room");
        prop_assert_eq!(columns::u32s(&bytes).expect("a column"), numbers);
        bytes.clear();
        columns::put_u64s(&mut bytes, &longs).expect("room");
        prop_assert_eq!(columns::u64s(&bytes).expect("a column"), longs);
        bytes.clear();
        columns::put_u128s(&mut bytes, &keys).expect("room");
        prop_assert_eq!(columns::u128s(&bytes).expect("a column"), keys);
        bytes.clear();
        columns::put_f32s(&mut bytes, &weights).expect("room");
        prop_assert_eq!(columns::f32s(&bytes).expect("a column"), weights);
        bytes.clear();
        columns::put_texts(&mut bytes, &texts).expect("room");
        prop_assert_eq!(columns::texts(&bytes).expect("a column"), texts);
    }

    #[test]
    fn no_bytes_are_a_panic_for_a_column(bytes in vec(any::<u8>(), 0..80), count in any::<u8>()) {
        let mut with_count = u64::from(count % 10).to_le_bytes().to_vec();
        with_count.extend(&bytes);
        for bytes in [bytes, with_count] {
            let _ = columns::texts(&bytes);
            let _ = columns::u32s(&bytes);
            let _ = columns::u128s(&bytes);
            let _ = columns::take(&mut bytes.as_slice(), u64::from(count));
            let _ = columns::take_u64(&mut bytes.as_slice());
        }
    }
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(3 * BLOCK, 1)]).expect("a file");
    let old = corpus.read(FILE).expect("the file");
    write(&corpus, FILE, &[noise(9, 2)]).expect("another");
    let new = corpus.read(FILE).expect("the file");
    assert_ne!(old.stamp(), new.stamp());
    assert_eq!(contents(&old).expect("still open"), [noise(3 * BLOCK, 1)]);
    assert_eq!(contents(&new).expect("the new one"), [noise(9, 2)]);
    assert_eq!(corpus.files(), [FILE]);
    assert!(corpus.bytes() > 9);
    corpus.remove(FILE);
    assert!(matches!(corpus.read(FILE), Err(KeepError::Missing)));
    assert!(corpus.files().is_empty());
}

#[test]
fn a_file_that_cannot_be_filled_leaves_the_old_one() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[b"old".to_vec()]).expect("a file");
    let full = corpus.write(FILE, &mut |out| {
        out.section(0)?;
        out.write_all(&noise(2 * BLOCK, 1))?;
        Err(std::io::ErrorKind::StorageFull.into())
    });
    assert!(matches!(full, Err(KeepError::Io { .. })), "{full:?}");
    // An error of ours that came through a stream is that again.
    let torn = corpus.write(FILE, &mut |_| Err(KeepError::Torn(Damage::BadBlock).into()));
    assert!(
        matches!(torn, Err(KeepError::Torn(Damage::BadBlock))),
        "{torn:?}"
    );
    let twice = corpus.write(FILE, &mut |out| {
        out.section(1)?;
        out.section(1)
    });
    assert!(twice.is_err());
    let outside = corpus.write(FILE, &mut |out| out.write_all(b"x"));
    assert!(outside.is_err());
    assert_eq!(read(&corpus, FILE).expect("the old one"), [b"old"]);
    let left = std::fs::read_dir(place.path("")).expect("the folder");
    assert_eq!(left.count(), 3, "the file, .lock and .label");
}

#[test]
fn names_of_files_are_no_paths() {
    let place = Place::new();
    let corpus = place.corpus();
    for name in ["", ".", "..", "../words", "a/b", ".lock", "كلمة", "a\0b"] {
        assert!(write(&corpus, name, &[]).is_err(), "{name:?}");
        assert!(corpus.read(name).is_err(), "{name:?}");
    }
}

#[test]
fn a_list_says_what_is_kept() {
    let place = Place::new();
    assert!(place.keep.list().is_empty());
    let first = place.keep.corpus(1, "a\u{1b}[31m\nb").expect("a folder");
    write(&first, FILE, &[noise(9, 1)]).expect("a file");
    drop(first);
    let second = place.keep.corpus(2, "second").expect("a folder");
    write(&second.of_build(7), FILE, &[]).expect("a file");
    let second = place.keep.corpus(2, "second").expect("a folder");
    let list = place.keep.list();
    let brief: Vec<_> = list.iter().map(|i| (i.name, i.in_use, i.state)).collect();
    let expected = [
        (2, true, KeptState::OtherVersion),
        (1, false, KeptState::Whole),
    ];
    assert_eq!(brief, expected);
    assert_eq!(list[1].label, "a\\u{1b}[31m\\nb");
    assert!(list[1].bytes > 9 && list[0].last_use >= list[1].last_use);
    assert!(matches!(place.keep.drop_corpus(2), Err(KeepError::InUse)));
    drop(second);
    assert!(place.keep.drop_corpus(2).expect("unused"));
    assert!(!place.keep.drop_corpus(2).expect("gone"));
    assert_eq!(place.keep.list().len(), 1);
    assert!(place.keep.corpus(NAME, "").is_ok());
}

#[test]
fn a_label_is_the_same_from_every_folder() {
    let here = std::env::current_dir().expect("a folder");
    let news = here.join("news");
    let labels = ["news", "news/", "./news", "news/."].map(|path| label(&[PathBuf::from(path)]));
    assert!(
        labels.iter().all(|l| *l == news.to_string_lossy()),
        "{labels:?}"
    );
    let long = label(&vec![PathBuf::from("/كتاب"); 9000]);
    assert!(long.len() <= 16 * 1024 && long.contains('…'));
    assert_ne!(long, label(&vec![PathBuf::from("/كتاب"); 9001]));
}

#[test]
fn the_usual_folder_is_an_absolute_one() {
    let folder = |caches: &str, home: &str| {
        let given = |name: &str| match name {
            "XDG_CACHE_HOME" => Some(caches.into()),
            "HOME" => Some(home.into()),
            _ => None,
        };
        Keep::default_folder(given)
    };
    let path = |path: &str| Some(Path::new(path).to_owned());
    assert_eq!(folder("/caches", "/me"), path("/caches/fihrist"));
    assert_eq!(folder("caches", "/me"), path("/me/.cache/fihrist"));
    assert_eq!(folder("", "/me"), path("/me/.cache/fihrist"));
    assert_eq!(folder("", "me"), None);
    assert_eq!(Keep::default_folder(|_| None), None);
}
