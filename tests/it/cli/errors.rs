//! Arguments that make no sense, and paths that are not there.

use super::news;
use crate::support::{Scratch, fihrist};

#[test]
fn nothing_to_open() {
    let empty = Scratch::new();
    insta::assert_snapshot!(fihrist(empty.path(), &[]), @"
    exit 2
    --- stderr
    fihrist: nothing to open: give a file or a folder, pipe articles in, or set FIHRIST_PATH (try: fihrist --help)
    ");
    for verb in [
        &["list"][..],
        &["search", "كلمة"],
        &["show", "w-1"],
        &["related", "--all"],
    ] {
        let ran = fihrist(empty.path(), verb);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{verb:?}");
        assert!(ran.stderr.contains("FIHRIST_PATH"), "{ran}");
    }
}

#[test]
fn an_unknown_id() {
    let news = news();
    insta::assert_snapshot!(fihrist(news.path(), &["show", "nobody", "news"]), @r#"
    exit 1
    --- stderr
    fihrist: no article has the id "nobody" (fihrist list shows the ids)
    "#);
    assert_eq!(
        fihrist(news.path(), &["related", "nobody", "news"]).status,
        Some(1)
    );
}

#[test]
fn a_path_that_is_not_there() {
    let news = news();
    insta::assert_snapshot!(fihrist(news.path(), &["list", "nowhere", "news/garden.txt"]), @"
    exit 2
    --- stdout
    b5e5d61351	2019-03-12	صحيفة الضحى	افتتاح حديقة الياسمين في حي النور
    --- stderr
    fihrist: nowhere: cannot be opened: no such file or directory (os error 2) (check the path)
    ");
}

#[test]
fn verbs_want_their_arguments() {
    let empty = Scratch::new();
    for (arguments, wanted) in [
        (&["search"][..], "QUERY"),
        (&["show"], "<ID>"),
        (&["related"], "ID"),
        (&["list", "--nope"], "--nope"),
        (&["search", "-n", "many", "كلمة", "."], "many"),
    ] {
        let ran = fihrist(empty.path(), arguments);
        assert_eq!(
            (ran.status, ran.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(ran.stderr.contains(wanted), "{ran}");
    }
}

#[test]
fn help_and_version_are_answers() {
    let empty = Scratch::new();
    for arguments in [&["--help"][..], &["--version"], &["search", "--help"]] {
        let ran = fihrist(empty.path(), arguments);
        assert_eq!(
            (ran.status, ran.stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
        assert!(ran.stdout.contains("fihrist"), "{ran}");
    }
}

/// The browser without a terminal says what to do, and draws nothing.
#[test]
fn browsing_needs_a_terminal() {
    let news = news();
    let ran = fihrist(news.path(), &["news"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("not a terminal"), "{ran}");
}

/// A folder may be named like a verb; after one, or with `./` or `--`, it is a path.
#[test]
fn a_path_named_like_a_verb() {
    let news = news();
    news.write("list/garden.txt", super::GARDEN);
    for arguments in [
        &["list", "list"][..],
        &["list", "./list"],
        &["list", "--", "list"],
    ] {
        let ran = fihrist(news.path(), arguments);
        assert_eq!(
            (ran.status, ran.stdout.lines().count()),
            (Some(0), 1),
            "{arguments:?}"
        );
    }
    for arguments in [&["./list"][..], &["--", "list"]] {
        let ran = fihrist(news.path(), arguments);
        assert!(ran.stderr.contains("not a terminal"), "browses it: {ran}");
    }
}

/// What is said about the terminal may stand before the command as well.
#[test]
fn flags_stand_on_either_side_of_a_command() {
    let news = news();
    let after = fihrist(
        news.path(),
        &["list", "--bidi", "visual", "--shape", "none", "news"],
    );
    assert_eq!(after.status, Some(0), "{after}");
    let before = fihrist(
        news.path(),
        &["--bidi", "visual", "--shape", "none", "list", "news"],
    );
    assert_eq!(before.stdout, after.stdout);
    let between = fihrist(news.path(), &["news", "list"]);
    assert_eq!(between.status, Some(2));
    assert!(between.stderr.contains("come after it"), "{between}");
    let unknown = fihrist(news.path(), &["--bidi", "sideways", "news"]);
    assert_eq!(unknown.status, Some(2));
    assert!(unknown.stderr.contains("visual"), "{unknown}");
}
