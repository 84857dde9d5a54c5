//! Folders and files that others own, may write, or have put there.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, lchown, symlink};
use std::path::Path;
use std::process::Command;

use super::super::{Keep, KeepError};
use super::{FILE, NAME, Place, noise, read, run_again, write};

/// A user that is not us, where we are root.
const SOMEBODY: u32 = 65534;

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("our own");
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o7777
}

#[track_caller]
fn check_refused<T>(opened: Result<T, KeepError>, wanted: &str) {
    match opened {
        Err(error @ KeepError::Foreign { .. }) => {
            let said = error.to_string();
            assert!(said.contains(wanted), "{said}");
        }
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("opened, though it {wanted}"),
    }
}

#[test]
fn everything_made_is_private() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file");
    assert_eq!(mode(place.keep.path()), 0o700);
    assert_eq!(mode(&place.path("")), 0o700);
    for file in [FILE, ".lock", ".label"] {
        assert_eq!(mode(&place.path(file)), 0o600, "{file}");
    }
    let tag = fs::read(place.keep.path().join("CACHEDIR.TAG")).expect("a tag");
    assert!(tag.starts_with(b"Signature: 8a477f597d28d172789f06886806bc55\n"));
    // Folders above it are private, too.
    let deep = place.folder.path().join("a/b/keep");
    Keep::open(&deep).expect("three new folders");
    assert_eq!(mode(&place.folder.path().join("a")), 0o700);
}

#[test]
fn what_others_may_write_is_refused() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file");
    for mode in [0o620, 0o602, 0o666] {
        set_mode(&place.path(FILE), mode);
        check_refused(corpus.read(FILE), "written by other users");
    }
    set_mode(&place.path(FILE), 0o644);
    read(&corpus, FILE).expect("others may read it, if somebody wants that");
    for mode in [0o777, 0o770, 0o702] {
        set_mode(&place.path(""), mode);
        check_refused(place.keep.corpus(NAME, ""), "written by other users");
        set_mode(&place.path(""), 0o700);
        set_mode(place.keep.path(), mode);
        check_refused(Keep::open(place.keep.path()), "written by other users");
        set_mode(place.keep.path(), 0o755);
        Keep::open(place.keep.path()).expect("nobody else may write it");
    }
}

#[test]
fn what_others_own_is_refused() {
    if !is_root() {
        return;
    }
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file");
    let to = |path: &Path, user| chown(path, Some(user), None).expect("root may");
    for path in [
        place.path(FILE),
        place.path(""),
        place.keep.path().to_owned(),
    ] {
        to(&path, SOMEBODY);
        let opened = Keep::open(place.keep.path());
        let read = opened.and_then(|keep| keep.corpus(NAME, "")?.read(FILE));
        check_refused(read, "belongs to another user");
        to(&path, 0);
    }
    // Root makes no folder in another's home.
    let home = place.folder.path().join("home");
    fs::create_dir(&home).expect("a folder");
    to(&home, SOMEBODY);
    let opened = Keep::open(&home.join(".cache/fihrist"));
    check_refused(opened, "belongs to another user");
    assert!(!home.join(".cache").exists());
}

#[test]
fn links_lead_to_what_is_ours_or_nowhere() {
    let place = Place::new();
    let corpus = place.corpus();
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file");
    let link = place.folder.path().join("link");
    symlink(place.keep.path(), &link).expect("a link");
    Keep::open(&link).expect("our own link to our own folder");
    set_mode(place.keep.path(), 0o777);
    check_refused(Keep::open(&link), "written by other users");
    set_mode(place.keep.path(), 0o700);
    if is_root() {
        lchown(&link, Some(SOMEBODY), None).expect("root may");
        check_refused(Keep::open(&link), "link of another user");
    }
    // In the folders of a corpus no link has a place.
    symlink(FILE, place.path("linked")).expect("a link");
    check_refused(corpus.read("linked"), "is a link");
    write(&corpus, "linked", &[noise(5, 1)]).expect("the link gives way");
    assert_eq!(read(&corpus, FILE).expect("untouched"), [noise(9, 1)]);
    let nowhere = place.folder.path().join("nowhere");
    symlink(place.folder.path().join("missing"), &nowhere).expect("a link");
    assert!(Keep::open(&nowhere).is_err());
}

#[test]
fn only_a_folder_is_a_folder_and_a_file_a_file() {
    let place = Place::new();
    let corpus = place.corpus();
    let file = place.folder.path().join("file");
    fs::write(&file, "").expect("room");
    check_refused(Keep::open(&file), "is no folder");
    assert!(Keep::open(&file.join("below")).is_err());
    fs::create_dir(place.path("folder")).expect("a folder");
    set_mode(&place.path("folder"), 0o700);
    check_refused(corpus.read("folder"), "is no file");
    // A pipe that nobody writes into would be waited for.
    let made = Command::new("mkfifo").arg(place.path("pipe")).status();
    if made.is_ok_and(|status| status.success()) {
        check_refused(corpus.read("pipe"), "is no file");
    }
    assert!(matches!(corpus.read("other"), Err(KeepError::Missing)));
}

/// Root may write everywhere: then somebody else has to try.
#[test]
fn a_folder_that_cannot_be_written_can_be_read() {
    let place = Place::new();
    if !is_root() {
        return check_read_only(place.folder.path());
    }
    let folder = place.folder.path();
    chown(folder, Some(SOMEBODY), None).expect("root may");
    let ran = run_again(
        "owners::reads_what_cannot_be_written",
        folder,
        Some(SOMEBODY),
    );
    // The test program itself may be where nobody else can run it.
    if let Some(ran) = ran {
        assert!(ran.wait_with_output().expect("it ran").status.success());
    }
}

/// Does nothing unless the test above has started it in a process of its own.
#[test]
fn reads_what_cannot_be_written() {
    if let Some(folder) = super::folder_of_this_process() {
        check_read_only(&folder);
    }
}

fn check_read_only(folder: &Path) {
    let keep = Keep::open(&folder.join("own")).expect("a folder");
    let corpus = keep.corpus(NAME, "news").expect("a folder in it");
    write(&corpus, FILE, &[noise(9, 1)]).expect("a file");
    drop(corpus);
    let own = keep.path().join(super::super::keep::folder_name(NAME));
    set_mode(&own.join(".lock"), 0o400);
    set_mode(&own, 0o500);
    set_mode(keep.path(), 0o500);
    let keep = Keep::open(keep.path()).expect("it can be read");
    let corpus = keep.corpus(NAME, "another label").expect("it is there");
    assert_eq!(read(&corpus, FILE).expect("the file"), [noise(9, 1)]);
    let written = write(&corpus, FILE, &[noise(5, 2)]);
    assert!(matches!(written, Err(KeepError::Io { .. })), "{written:?}");
    assert!(matches!(keep.corpus(2, ""), Err(KeepError::Io { .. })));
    assert_eq!(keep.list()[0].label, "news");
    drop(corpus);
    assert!(keep.drop_corpus(NAME).is_err());
    assert!(Keep::open(&keep.path().join("new")).is_err());
    set_mode(keep.path(), 0o700);
    set_mode(&own, 0o700);
    let corpus = keep.corpus(NAME, "news").expect("it is there");
    assert_eq!(read(&corpus, FILE).expect("the old one"), [noise(9, 1)]);
}
