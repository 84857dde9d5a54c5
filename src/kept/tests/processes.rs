//! Several runs of the program at once, and runs that are killed.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::super::keep::folder_name;
use super::super::layout::BLOCK;
use super::super::{Keep, KeepError};
use super::{
    FILE, NAME, Place, folder_of_this_process, noise, read, run_again, test_in_process, write,
};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Times that each of two threads opens a corpus that others drop.
const OPENED: usize = 400;

/// What is written by turns; a reader has to see one of them.
fn versions() -> [Vec<Vec<u8>>; 3] {
    [1, 2, 3].map(|seed| vec![noise(7 * BLOCK, seed), noise(300, seed)])
}

fn left_overs(place: &Place) -> usize {
    let names = fs::read_dir(place.path("")).expect("the folder");
    let names = names.map(|entry| entry.expect("an entry").file_name());
    names
        .filter(|name| name.as_encoded_bytes().starts_with(b".new-"))
        .count()
}

#[test]
fn threads_write_and_read_one_file_at_once() {
    let place = Place::new();
    let versions = versions();
    write(&place.corpus(), FILE, &versions[0]).expect("a file");
    std::thread::scope(|scope| {
        for version in &versions {
            let corpus = place.corpus();
            scope.spawn(move || {
                for _ in 0..30 {
                    write(&corpus, FILE, version).expect("its turn");
                }
            });
        }
        for _ in 0..2 {
            let (corpus, versions) = (place.corpus(), &versions);
            scope.spawn(move || {
                for _ in 0..60 {
                    let seen = read(&corpus, FILE).expect("a whole file");
                    assert!(versions.contains(&seen));
                }
            });
        }
    });
    assert_eq!(left_overs(&place), 0);
}

fn start_writer(place: &Place) -> Child {
    let folder = place.keep.path();
    run_again("processes::writes_until_it_is_killed", folder, None).expect("it starts")
}

/// Does nothing unless a test has started it in a process of its own.
#[test]
fn writes_until_it_is_killed() {
    let Some(folder) = folder_of_this_process() else {
        return;
    };
    let keep = Keep::open(&folder).expect("a folder");
    let versions = versions();
    // Some time ends it if the test that started it does not.
    let began = Instant::now();
    for version in versions.iter().cycle() {
        let corpus = keep.corpus(NAME, "news").expect("a folder in it");
        write(&corpus, FILE, version).expect("room");
        if began.elapsed() > PATIENCE {
            return;
        }
    }
}

#[test]
fn a_killed_writer_leaves_a_whole_file() {
    let place = Place::new();
    let versions = versions();
    let mut interrupted = 0;
    for run in 0..12 {
        let mut writer = start_writer(&place);
        let deadline = Instant::now() + Duration::from_secs(30);
        while !place.path(FILE).exists() && left_overs_of(&place) == 0 {
            assert!(Instant::now() < deadline, "nothing is written");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(1700 * run));
        writer.kill().expect("it runs");
        writer.wait().expect("it ends");
        interrupted += left_overs(&place);
        let corpus = place.corpus();
        assert_eq!(left_overs(&place), 0, "the next run clears them");
        match read(&corpus, FILE) {
            Ok(seen) => assert!(versions.contains(&seen)),
            Err(KeepError::Missing) => {}
            Err(error) => panic!("{error}"),
        }
        corpus.remove(FILE);
    }
    println!("{interrupted} of 12 were killed while they wrote");
}

/// The same, before there is a folder.
fn left_overs_of(place: &Place) -> usize {
    if place.path("").exists() {
        left_overs(place)
    } else {
        0
    }
}

#[test]
fn processes_write_while_another_reads_and_clears() {
    let place = Place::new();
    let versions = versions();
    write(&place.corpus(), FILE, &versions[0]).expect("a file");
    let mut writers = [start_writer(&place), start_writer(&place)];
    let began = Instant::now();
    while began.elapsed() < Duration::from_millis(1500) {
        // Opening clears what nobody writes any more; what is being written stays.
        let seen = read(&place.corpus(), FILE).expect("a whole file");
        assert!(versions.contains(&seen));
        assert!(matches!(
            place.keep.drop_corpus(NAME),
            Err(KeepError::InUse) | Ok(true)
        ));
        write(&place.corpus(), FILE, &versions[1]).expect("room");
    }
    for writer in &mut writers {
        assert!(
            writer.try_wait().expect("known").is_none(),
            "it still writes"
        );
        writer.kill().expect("it runs");
        writer.wait().expect("it ends");
    }
}

/// Runs of the program open and drop one corpus at once: nobody has a folder that is gone.
#[test]
fn a_corpus_is_dropped_by_some_while_others_open_it() {
    let place = Place::new();
    let opened = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..OPENED {
                    let corpus = place.corpus();
                    write(&corpus, FILE, &[noise(100, 1)]).expect("its folder is there");
                    assert_eq!(read(&corpus, FILE).expect("in use"), [noise(100, 1)]);
                    opened.fetch_add(1, Ordering::Relaxed);
                }
            });
            scope.spawn(|| {
                let began = Instant::now();
                while opened.load(Ordering::Relaxed) < 2 * OPENED {
                    assert!(began.elapsed() < PATIENCE, "somebody gave up");
                    let dropped = place.keep.drop_corpus(NAME);
                    let known = matches!(dropped, Ok(_) | Err(KeepError::InUse));
                    assert!(known, "{dropped:?}");
                }
            });
        }
    });
    place.keep.list();
    let names = fs::read_dir(place.keep.path()).expect("the folder");
    assert!(names.count() <= 2, "CACHEDIR.TAG, and the corpus or not");
}

/// What is looked at under a lock: the lock of a folder that is gone can still be had.
#[test]
fn a_folder_that_was_dropped_is_not_the_one_of_its_name() {
    let place = Place::new();
    drop(place.corpus());
    let (keep, name) = (&place.keep.folder, folder_name(NAME));
    let old = keep.child(&name).expect("a folder");
    assert!(keep.holds(&name, &old));
    assert!(place.keep.drop_corpus(NAME).expect("unused"));
    assert!(!keep.holds(&name, &old));
    drop(place.corpus());
    assert!(!keep.holds(&name, &old));
}

#[test]
fn a_drop_that_was_begun_is_finished() {
    let place = Place::new();
    write(&place.corpus(), FILE, &[noise(100, 1)]).expect("a file");
    let dropped = place.keep.path().join(".dropped-1234");
    fs::rename(place.path(""), &dropped).expect("ours");
    assert!(place.keep.list().is_empty());
    Keep::open(place.keep.path()).expect("a folder");
    assert!(!dropped.exists());
}

/// A limit on the size of files is the disk that is full for one process.
#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else() {
    let place = Place::new();
    let program = std::env::current_exe().expect("this test");
    let shell = "trap '' XFSZ; ulimit -f 500; exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", shell]).arg(program);
    test_in_process(
        &mut command,
        "processes::writes_on_a_full_disk",
        place.keep.path(),
    );
    let ran = command.stdout(Stdio::null()).status().expect("a shell");
    assert!(ran.success());
}

/// Does nothing unless the test above has started it in a process of its own.
#[test]
fn writes_on_a_full_disk() {
    if let Some(folder) = folder_of_this_process() {
        check_full(&folder);
    }
}

fn check_full(folder: &Path) {
    let keep = Keep::open(folder).expect("a folder");
    let corpus = keep.corpus(NAME, "news").expect("a folder in it");
    write(&corpus, FILE, &[noise(100, 1)]).expect("room for that");
    // 500 blocks are 256 or 512 KB, by the shell.
    let written = write(&corpus, FILE, &[noise(16 * BLOCK, 2)]);
    assert!(matches!(written, Err(KeepError::Io { .. })), "{written:?}");
    assert_eq!(read(&corpus, FILE).expect("the old one"), [noise(100, 1)]);
    let left = fs::read_dir(folder.join(folder_name(NAME)));
    assert_eq!(
        left.expect("the folder").count(),
        3,
        "the file, .lock and .label"
    );
}
