//! `fihrist kept`: what is kept between runs, and for which corpora; removing it, checking it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, bail};
use serde::Serialize;

use super::Status;
use super::args::{KeptChoice, KeptCommand};
use super::output::Output;
use super::speaker::{Speaker, foreign};
use crate::corpus::Keeping;
use crate::kept::{Keep, KeepError, KeptInfo, KeptState, label};
use crate::tui::SaidError;
use crate::words::{ago, messages};

messages! {
    /// Why nothing can be said or done of what is kept.
    enum KeptFault {
        NoFolder "no-keep-folder";
        SeveralNames "several-kept-names" { name: Name };
        NothingOf "nothing-kept-of" { path: Name };
        /// It could not be removed.
        Stays "kept-stays" { name: Code, error: Said };
    }
}

messages! {
    /// What is said of a kept corpus, or of one of its files.
    enum KeptNote {
        InUse "kept-state-in-use";
        Dropped "kept-dropped";
        OtherVersion "kept-state-other-version";
        Torn "kept-state-torn";
        TornAndRemoved "kept-torn-removed";
        Unreadable "kept-state-unreadable";
    }
}

messages! {
    /// What there is in all.
    enum KeptSum {
        Nothing "kept-sum-nothing" { folder: Name };
        Corpora "kept-sum" { corpora: Count, size: Size, folder: Name };
        Verified "kept-verified" { files: Ordinal, size: Size, spoiled: Ordinal };
    }
}

/// Digits of a name that people are shown: enough to be one of a kind.
const SHOWN_DIGITS: usize = 12;
/// Fewest digits that are taken for the beginning of a name.
const MIN_DIGITS: usize = 4;

pub(super) fn run(command: &KeptCommand, keeping: &Keeping, speaker: Speaker) -> Result<Status> {
    let Some(folder) = &keeping.folder else {
        bail!(SaidError::of(&KeptFault::NoFolder));
    };
    let mut out = Output::stdout(speaker);
    let keep = folder.exists().then(|| Keep::open(folder)).transpose()?;
    let list = keep.as_ref().map(Keep::list).unwrap_or_default();
    let status = match (command, keep) {
        (KeptCommand::Drop(choice), Some(keep)) => drop_chosen(&keep, &list, choice, &mut out)?,
        (KeptCommand::Verify { json }, Some(keep)) => verify(&keep, &list, *json, &mut out)?,
        (KeptCommand::List { json }, _) => {
            write_list(folder, &list, *json, &mut out)?;
            Status::found(!list.is_empty())
        }
        (_, None) => Status::Nothing,
    };
    out.finish()?;
    Ok(status)
}

#[derive(Serialize)]
struct KeptJson<'a> {
    name: String,
    label: &'a str,
    bytes: u64,
    last_use: Option<String>,
    in_use: bool,
    state: &'static str,
}

fn write_list(folder: &Path, list: &[KeptInfo], json: bool, out: &mut Output) -> Result<()> {
    let now = SystemTime::now();
    for info in list {
        if json {
            let last_use = jiff::Timestamp::try_from(info.last_use).ok();
            out.json(&KeptJson {
                name: whole_name(info),
                label: &info.label,
                bytes: info.bytes,
                last_use: last_use.map(|time| format!("{time:.0}")),
                in_use: info.in_use,
                state: info.state.as_str(),
            })?;
            continue;
        }
        let used = if info.in_use {
            out.speaker.field(&KeptNote::InUse)
        } else {
            let used = ago(now.duration_since(info.last_use).unwrap_or_default());
            out.speaker.field(&used)
        };
        let size = out.speaker.table_words().size(info.bytes);
        let size = out.speaker.field(&foreign(&size));
        let mut fields = vec![shown_name(info), size, used];
        fields.push(info.label.clone());
        fields.extend(note(info.state).map(|note| out.speaker.field(&note)));
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        out.fields(&fields)?;
    }
    if !json {
        let folder = folder.display().to_string();
        out.say(&match list.len() as u64 {
            0 => KeptSum::Nothing { folder },
            corpora => KeptSum::Corpora {
                corpora,
                size: list.iter().map(|info| info.bytes).sum(),
                folder,
            },
        })?;
    }
    Ok(())
}

/// What people are to know of what is not whole.
fn note(state: KeptState) -> Option<KeptNote> {
    match state {
        KeptState::Whole => None,
        KeptState::OtherVersion => Some(KeptNote::OtherVersion),
        KeptState::Torn => Some(KeptNote::Torn),
        KeptState::Unreadable => Some(KeptNote::Unreadable),
    }
}

fn whole_name(info: &KeptInfo) -> String {
    format!("{:032x}", info.name)
}

fn shown_name(info: &KeptInfo) -> String {
    whole_name(info).chars().take(SHOWN_DIGITS).collect()
}

fn drop_chosen(
    keep: &Keep,
    list: &[KeptInfo],
    choice: &KeptChoice,
    out: &mut Output,
) -> Result<Status> {
    let chosen = match choice {
        KeptChoice::All => list.iter().collect(),
        KeptChoice::Named(given) => named(list, given, &|fault| out.report(fault))?,
    };
    let mut status = Status::found(!chosen.is_empty());
    for info in chosen {
        match keep.drop_corpus(info.name) {
            Ok(_) => {
                let dropped = out.speaker.field(&KeptNote::Dropped);
                out.fields(&[&dropped, &shown_name(info), &info.label])?;
            }
            Err(error) => {
                let (name, error) = (shown_name(info), foreign(&error));
                out.report(&KeptFault::Stays { name, error });
                status = Status::Unread;
            }
        }
    }
    Ok(status)
}

/// The corpora that are meant: that of all paths together, else those that each argument names alone.
fn named<'a>(
    list: &'a [KeptInfo],
    given: &[impl AsRef<OsStr>],
    report: &dyn Fn(&KeptFault),
) -> Result<Vec<&'a KeptInfo>> {
    let of_paths = |paths: &[PathBuf]| -> Vec<&'a KeptInfo> {
        let wanted = label(paths);
        list.iter().filter(|info| info.label == wanted).collect()
    };
    let paths: Vec<PathBuf> = given.iter().map(PathBuf::from).collect();
    let together = of_paths(&paths);
    if !together.is_empty() {
        return Ok(together);
    }
    let mut all = Vec::new();
    for (path, text) in paths.iter().zip(given) {
        let mut found = of_paths(std::slice::from_ref(path));
        if found.is_empty() {
            found = text
                .as_ref()
                .to_str()
                .map_or_else(Vec::new, |name| by_name(list, name));
            if found.len() > 1 {
                let name = path.display().to_string();
                bail!(SaidError::of(&KeptFault::SeveralNames { name }));
            }
        }
        if found.is_empty() {
            let path = path.display().to_string();
            report(&KeptFault::NothingOf { path });
        }
        all.extend(found);
    }
    all.sort_by_key(|info| info.name);
    all.dedup_by_key(|info| info.name);
    Ok(all)
}

fn by_name<'a>(list: &'a [KeptInfo], beginning: &str) -> Vec<&'a KeptInfo> {
    let beginning = beginning.to_ascii_lowercase();
    let begins = |info: &&KeptInfo| whole_name(info).starts_with(&beginning);
    let long = beginning.len() >= MIN_DIGITS;
    list.iter().filter(|_| long).filter(begins).collect()
}

#[derive(Serialize)]
struct KeptFileJson<'a> {
    name: String,
    label: &'a str,
    file: &'a str,
    bytes: u64,
    state: &'static str,
}

fn verify(keep: &Keep, list: &[KeptInfo], json: bool, out: &mut Output) -> Result<Status> {
    let (mut files, mut bytes, mut spoiled) = (0_u64, 0, 0);
    for info in list {
        let verified = match keep.verify(info.name) {
            Ok(verified) => verified,
            // It was dropped meanwhile.
            Err(KeepError::Missing) => continue,
            Err(error) => return Err(error.into()),
        };
        for file in verified {
            files += 1;
            bytes += file.bytes;
            spoiled += u64::from(matches!(
                file.state,
                KeptState::Torn | KeptState::Unreadable
            ));
            if json {
                out.json(&KeptFileJson {
                    name: whole_name(info),
                    label: &info.label,
                    file: &file.name,
                    bytes: file.bytes,
                    state: file.state.as_str(),
                })?;
            } else if let Some(note) = note(file.state) {
                let note = match note {
                    KeptNote::Torn => KeptNote::TornAndRemoved,
                    note => note,
                };
                let note = out.speaker.field(&note);
                out.fields(&[&shown_name(info), &file.name, &note, &info.label])?;
            }
        }
    }
    if !json {
        out.say(&KeptSum::Verified {
            files,
            size: bytes,
            spoiled,
        })?;
    }
    Ok(match (spoiled, files) {
        (0, 0) => Status::Nothing,
        (0, _) => Status::Found,
        _ => Status::Unread,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(name: u128, paths: &[&str]) -> KeptInfo {
        let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
        KeptInfo {
            name: name << 64,
            label: label(&paths),
            bytes: 0,
            last_use: SystemTime::UNIX_EPOCH,
            in_use: false,
            state: KeptState::Whole,
        }
    }

    #[track_caller]
    fn check(given: &[&str], expected: Option<&[u128]>) {
        let list = [
            info(0xabcd_0000_0000_0001, &["a"]),
            info(0xabcd_0000_0000_0002, &["b"]),
            info(0x1234_0000_0000_0003, &["a", "b"]),
            // The same paths, read in another way.
            info(0x1234_0000_0000_0004, &["a"]),
        ];
        let found = named(&list, given, &|_| ()).ok();
        let last_digits = found.map(|found| {
            let names = found.iter().map(|info| info.name >> 64 & 0xf);
            let mut names: Vec<u128> = names.collect();
            names.sort_unstable();
            names
        });
        assert_eq!(last_digits.as_deref(), expected, "{given:?}");
    }

    #[test]
    fn what_is_dropped_is_named_by_paths_or_digits() {
        check(&["a"], Some(&[1, 4]));
        check(&["./b/"], Some(&[2]));
        check(&["a", "b"], Some(&[3]));
        check(&["b", "a"], Some(&[1, 2, 4]));
        check(&["abcd000000000001"], Some(&[1]));
        check(&["ABCD000000000001", "a"], Some(&[1, 4]));
        check(&["abcd"], None);
        check(&["abc"], Some(&[]));
        check(&["c", ""], Some(&[]));
    }
}
