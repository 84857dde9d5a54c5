//! Kept files that are torn, exchanged, gone, or in use by others: the answers are those of reading anew.

use super::*;
use crate::corpus::Problem;

/// Every article, and what a word finds.
pub(super) fn few_answers(library: &Library) -> String {
    let request = Request {
        text: "البلدية الوزير".into(),
        ..Request::default()
    };
    let found = library.search(&request).unwrap();
    let articles: Vec<_> = library
        .in_order()
        .map(|(no, entry)| (library.id(no), entry))
        .collect();
    let scores: Vec<_> = found
        .hits
        .iter()
        .map(|h| (library.rank(ArticleNo(h.doc)), h.score))
        .collect();
    format!("{articles:?} {scores:?} {:?}", found.words)
}

/// Whatever is done to any of the kept files, the answers are those of reading anew, and it is said.
#[test]
fn damage_of_any_kept_file_is_noticed() {
    let case = KeptCase::new();
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    let expected = few_answers(&fresh);
    case.open();
    let count = case.kept_files().len() + 1;
    let damages: [fn(&mut Vec<u8>); 6] = [
        |bytes| bytes.truncate(bytes.len() / 2),
        |bytes| bytes.clear(),
        |bytes| bytes.iter_mut().for_each(|byte| *byte = 0),
        |bytes| bytes[0] ^= 0x20,
        |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        },
        |bytes| {
            let last = bytes.len() - 1;
            bytes[last] ^= 0x80;
        },
    ];
    for file in 0..count {
        for (nth, damage) in damages.iter().enumerate() {
            // All is made anew by the one before.
            let files = case.kept_files();
            let manifest = case.manifest();
            let path = files.get(file).map_or(&manifest, |(path, _)| path);
            let mut bytes = fs::read(path).unwrap();
            damage(&mut bytes);
            fs::write(path, bytes).unwrap();
            let library = case.open();
            assert!(
                few_answers(&library) == expected,
                "file {file}, damage {nth}"
            );
            let noted = library.problems().iter().any(|problem| {
                problem.level == Level::Note && matches!(problem.reason, Reason::KeptNotUsed { .. })
            });
            assert!(noted, "file {file}, damage {nth}: {:?}", library.problems());
        }
    }
}

#[test]
fn a_kept_file_that_is_gone_is_made_anew() {
    let case = KeptCase::new();
    case.check("kept for the first time");
    for nth in 0..case.kept_files().len() {
        let files = case.kept_files();
        fs::remove_file(&files[nth].0).unwrap();
        case.check("a kept file less");
    }
}

/// Damage far inside of a kept file, which shows when that part is read: the run after it is right again, and
/// one that has to read the part is right at once.
#[test]
fn damage_that_is_found_late_is_mended() {
    let case = KeptCase::new();
    // Words that no other has, so that a shard has several blocks.
    let mut random = 7_u64;
    let mut words = || {
        let word = |_| {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(99);
            format!("{:x}", random >> 24)
        };
        (0..60).map(word).collect::<Vec<_>>().join(" ")
    };
    let lines = (0..400).map(|n| {
        let record = serde_json::json!({"title": format!("رقم {n}"), "text": words()});
        format!("{record}\n")
    });
    let lines: String = lines.collect();
    case.write("a.jsonl", &lines);
    case.open();
    let mut damaged = 0;
    let positions = |length: usize| [length / 2, length - length / 3, length - 70_000];
    for file in 0..case.kept_files().len() {
        for nth in 0..3 {
            let Some((path, _)) = case.kept_files().get(file).cloned() else {
                continue;
            };
            let mut bytes = fs::read(&path).unwrap();
            if bytes.len() < 140_000 {
                continue;
            }
            let at = positions(bytes.len())[nth];
            bytes[at] ^= 4;
            damaged += 1;
            fs::write(path, bytes).unwrap();
            let library = case.open();
            let _ = few_answers(&library);
            drop(library);
            let fresh = few_answers(&open(&[case.corpus.path().to_path_buf()]).unwrap());
            assert!(few_answers(&case.open()) == fresh, "file {file}, byte {at}");
        }
    }
    assert!(damaged >= 3, "no kept file has several blocks");
}

#[test]
fn kept_files_that_were_exchanged_are_noticed() {
    let case = KeptCase::new();
    case.write("c.jsonl", &records(300));
    case.check("kept for the first time");
    case.write("d.jsonl", &records(400));
    case.check("two shards");
    let files = case.kept_files();
    for (one, other) in [(0, 1), (1, 2), (2, 3), (0, 3)] {
        let (Some((one, _)), Some((other, _))) = (files.get(one), files.get(other)) else {
            continue;
        };
        let (a, b) = (fs::read(one), fs::read(other));
        let (Ok(a), Ok(b)) = (a, b) else { continue };
        fs::write(one, b).unwrap();
        fs::write(other, a).unwrap();
        let library = case.open();
        let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
        assert!(few_answers(&library) == few_answers(&fresh));
        let noted = |problem: &Problem| matches!(problem.reason, Reason::KeptNotUsed { .. });
        assert!(library.problems().iter().any(noted));
    }
}

#[test]
fn several_may_keep_and_use_it_at_once() {
    let case = KeptCase::new();
    let expected = {
        let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
        AnswerLines::of(&fresh, case.corpus.path())
    };
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..3 {
                    let library = case.open();
                    assert!(AnswerLines::of(&library, case.corpus.path()) == expected);
                }
            });
        }
    });
    assert_eq!(case.check("opened again"), 0);
}

#[test]
fn where_nothing_can_be_kept_all_is_read() {
    let case = KeptCase::new();
    // A file stands where the folder should be.
    fs::write(case.caches.path().join("fihrist"), "").unwrap();
    let library = case.open();
    let refused =
        |reason: &Reason| matches!(reason, Reason::NotKept { .. } | Reason::KeptNotUsed { .. });
    assert!(
        library
            .problems()
            .iter()
            .any(|problem| refused(&problem.reason))
    );
    assert_eq!(library.len(), 43);
}
