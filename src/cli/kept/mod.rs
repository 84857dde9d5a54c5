//! `fihrist kept`: what is kept between runs, and for which corpora; removing it, checking it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, bail};
use serde::Serialize;

use super::Status;
use super::args::{KeptChoice, KeptCommand};
use super::output::{self, Output};
use crate::corpus::Keeping;
use crate::kept::{Keep, KeepError, KeptInfo, KeptState, label};
use crate::words::{Words, ago};

/// Digits of a name that people are shown: enough to be one of a kind.
const SHOWN_DIGITS: usize = 12;
/// Fewest digits that are taken for the beginning of a name.
const MIN_DIGITS: usize = 4;

pub(super) fn run(command: &KeptCommand, keeping: &Keeping) -> Result<Status> {
    let Some(folder) = &keeping.folder else {
        bail!("nothing is kept, and no folder is known where it could be (try: --keep-dir DIR)");
    };
    let mut out = Output::stdout();
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
            "in use".to_owned()
        } else {
            Words::ENGLISH.say(&ago(now.duration_since(info.last_use).unwrap_or_default()))
        };
        let mut fields = vec![shown_name(info), Words::ENGLISH.size(info.bytes), used];
        fields.push(info.label.clone());
        fields.extend(note(info.state).map(str::to_owned));
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        out.fields(&fields)?;
    }
    if !json {
        let bytes = list.iter().map(|info| info.bytes).sum();
        let folder = folder.display();
        match list.len() {
            0 => out.line(&format!("nothing is kept in {folder}"))?,
            1 => out.line(&format!(
                "1 corpus, {} in {folder}",
                Words::ENGLISH.size(bytes)
            ))?,
            n => out.line(&format!(
                "{n} corpora, {} in {folder}",
                Words::ENGLISH.size(bytes)
            ))?,
        }
    }
    Ok(())
}

/// What people are to know of what is not whole.
fn note(state: KeptState) -> Option<&'static str> {
    match state {
        KeptState::Whole => None,
        KeptState::OtherVersion => Some("from another version of fihrist"),
        KeptState::Torn => Some("damaged"),
        KeptState::Unreadable => Some("cannot be used"),
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
        KeptChoice::Named(given) => named(list, given)?,
    };
    let mut status = Status::found(!chosen.is_empty());
    for info in chosen {
        match keep.drop_corpus(info.name) {
            Ok(_) => out.fields(&["dropped", &shown_name(info), &info.label])?,
            Err(error) => {
                output::report(&format!("{} stays: {error}", shown_name(info)));
                status = Status::Unread;
            }
        }
    }
    Ok(status)
}

/// The corpora that are meant: that of all paths together, else those that each argument names alone.
fn named<'a>(list: &'a [KeptInfo], given: &[impl AsRef<OsStr>]) -> Result<Vec<&'a KeptInfo>> {
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
                bail!(
                    "several names begin with {}: give more digits",
                    path.display()
                );
            }
        }
        if found.is_empty() {
            output::report(&format!("nothing is kept of {}", path.display()));
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
    let (mut files, mut bytes, mut spoiled) = (0, 0, 0);
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
                let removed = if file.state == KeptState::Torn {
                    ", removed"
                } else {
                    ""
                };
                let note = format!("{note}{removed}");
                out.fields(&[&shown_name(info), &file.name, &note, &info.label])?;
            }
        }
    }
    if !json {
        let checked = Words::ENGLISH.size(bytes);
        out.line(&format!("files: {files}, {checked}, not whole: {spoiled}"))?;
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
        let found = named(&list, given).ok();
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
