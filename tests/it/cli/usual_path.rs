//! What `$FIHRIST_PATH` holds in, the articles of which files out.

use std::env::join_paths;
use std::ffi::OsStr;
use std::process::Stdio;

use crate::support::{self, BINARY, Scratch};

fn listed(value: &OsStr) -> usize {
    let mut command = support::command(BINARY);
    command.arg("list").env("FIHRIST_PATH", value);
    let output = command.stdin(Stdio::null()).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().count()
}

#[test]
fn one_path_or_several() {
    let text = "أضاء الحارس المنارة قبل الغروب.";
    let scratch = Scratch::with(&[("a.txt", text), ("b.txt", text), ("c:d/e.txt", text)]);
    let file = |name: &str| scratch.path().join(name);
    assert_eq!(listed(scratch.path().as_os_str()), 3);
    assert_eq!(listed(file("a.txt").as_os_str()), 1);
    let two = join_paths([file("a.txt"), file("b.txt")]).unwrap();
    assert_eq!(listed(&two), 2);
    // A colon in the name of what is there parts nothing.
    assert_eq!(listed(file("c:d").as_os_str()), 1);
    assert_eq!(listed(OsStr::new(":")), 0);
}
