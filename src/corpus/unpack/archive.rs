//! Takes a tar or zip, gives its members in order, each to be unpacked like a file.

use std::fs::File;
use std::io::BufRead;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use encoding_rs::WINDOWS_1256;
use zip::ZipArchive;

use super::super::reason::{Cause, Reason};
use super::guard::{GuardedStream, Metered};
use super::{PackedSource, Unpacker, inside, spooled};

impl Unpacker<'_> {
    pub(super) fn tar(&mut self, input: impl BufRead, source: &PackedSource) -> ControlFlow<()> {
        let mut archive = tar::Archive::new(input);
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.broken_archive(Cause::io(&error), source),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                // The members after it cannot be found.
                Err(error) => return self.broken_archive(Cause::io(&error), source),
            };
            if !entry.header().entry_type().is_file() {
                continue;
            }
            let name = name_of(&entry.path_bytes());
            self.member_of(&name, GuardedStream::new(Box::new(entry), None), source)?;
        }
        ControlFlow::Continue(())
    }

    pub(super) fn zip(
        &mut self,
        mut input: impl BufRead,
        file: Option<File>,
        source: &PackedSource,
    ) -> ControlFlow<()> {
        // The directory of a zip is at its end, so the zip must be a file.
        let (file, meter) = match file {
            Some(file) => (file, self.meter.clone()),
            None => match spooled(&mut input) {
                Ok(file) => (file, self.meter.aside()),
                Err(reason) => return self.visitor.broken(&source.path, reason),
            },
        };
        drop(input);
        let file = Metered::new(file, meter, Rc::clone(&self.budget));
        let mut archive = match ZipArchive::new(file) {
            Ok(archive) => archive,
            Err(error) => return self.broken_archive(Cause::lower(&error), source),
        };
        if archive.index_for_name("[Content_Types].xml").is_some() {
            return self.visitor.broken(&source.path, Reason::Office);
        }
        for index in 0..archive.len() {
            match archive.by_index(index) {
                Ok(entry) if entry.is_dir() => {}
                Ok(entry) => {
                    let name = name_of(entry.name_raw());
                    let guarded =
                        GuardedStream::new(Box::new(entry), Some(Rc::clone(&self.budget)));
                    self.member_of(&name, guarded, source)?;
                }
                Err(error) => {
                    let reason = Reason::MemberNotRead {
                        member: index as u64 + 1,
                        error: Cause::text(error.to_string()),
                    };
                    self.visitor.broken(&source.path, reason)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn member_of(
        &mut self,
        name: &str,
        bytes: GuardedStream,
        archive: &PackedSource,
    ) -> ControlFlow<()> {
        let path = inside(&archive.path, name);
        if !self.visitor.wants(&path) || is_hidden(name) {
            return ControlFlow::Continue(());
        }
        let folder = folder_of(&path, &archive.path).or_else(|| archive.folder.clone());
        let member = PackedSource {
            path: Arc::from(path),
            folder,
        };
        self.open(bytes, None, &member)
    }

    fn broken_archive(&mut self, error: Cause, source: &PackedSource) -> ControlFlow<()> {
        self.visitor
            .broken(&source.path, Reason::ArchiveBroken { error })
    }
}

/// The nearest folder in the archive whose name is not just a number.
fn folder_of(path: &Path, archive: &Path) -> Option<String> {
    super::super::outlet_names::outlet_folder(archive, path)
}

fn is_hidden(name: &str) -> bool {
    let hidden =
        |part: &str| part == "__MACOSX" || (part.starts_with('.') && !matches!(part, "." | ".."));
    name.split('/').any(hidden)
}

/// The name of a member: UTF-8, or else in the code page of Arabic Windows.
fn name_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) => WINDOWS_1256
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}
