//! Takes the paths that the user named, gives the files to read one by one, in order, and problems of those that
//! cannot be read.
//!
//! A folder is walked in name order, hidden entries are skipped, links are followed and a loop of
//! links is reported once. Inside a folder every file is read except those whose names show that
//! they hold no articles (pictures, programs, the parts of a saved page); the form of a file is
//! recognised later, by its content. A file named by the user is read whatever it is called.

use std::ffi::OsStr;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;
use walkdir::{DirEntry, WalkDir};

use super::load::GrownFile;
use super::outlet_names::outlet_folder;
use super::problem::Problem;
use super::reason::{Cause, Reason};

/// A file to read.
#[derive(Clone, Debug)]
pub struct FoundFile {
    pub path: Arc<Path>,
    /// Size in bytes; 0 for a pipe.
    pub bytes: u64,
    /// The folder below the opened path whose name may be the outlet's ([`outlet_folder`]).
    pub folder: Option<String>,
    /// What tells whether it is still the same file; `None` for a pipe.
    pub stamp: Option<FileStamp>,
    /// Where only what follows a point is to be read.
    pub grown: Option<Arc<GrownFile>>,
}

/// What the disk says of a file: equal as long as nobody has written to it, or put another in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// Bytes.
    pub size: u64,
    /// Seconds and nanoseconds since 1970 of the last change of the bytes, and of anything about the file:
    /// that one nobody can turn back.
    pub changed: (i64, i64),
    pub touched: (i64, i64),
    pub device: u64,
    pub inode: u64,
}

impl FileStamp {
    fn of(meta: &Metadata) -> Option<FileStamp> {
        meta.is_file().then(|| FileStamp {
            size: meta.len(),
            changed: (meta.mtime(), meta.mtime_nsec()),
            touched: (meta.ctime(), meta.ctime_nsec()),
            device: meta.dev(),
            inode: meta.ino(),
        })
    }

    /// The stamp that a file has now.
    pub fn now(path: &Path) -> Option<FileStamp> {
        FileStamp::of(&std::fs::metadata(path).ok()?)
    }
}

/// All files under some paths, and what could not be looked into.
#[derive(Clone, Debug, Default)]
pub struct FoundFiles {
    pub files: Vec<FoundFile>,
    pub problems: Vec<Problem>,
}

impl FoundFiles {
    /// Finds the files under the given paths.
    pub fn under(paths: &[PathBuf]) -> FoundFiles {
        let mut found = FoundFiles::default();
        let _ = discover(paths, &mut |step| {
            match step {
                Discovered::File(file) => found.files.push(file),
                Discovered::Problem(problem) => found.problems.push(problem),
            }
            ControlFlow::Continue(())
        });
        found
    }
}

/// A file, or a problem on the way to one.
pub enum Discovered {
    File(FoundFile),
    Problem(Problem),
}

/// Receives what is discovered; a break ends the walk.
pub type DiscoverySink<'a> = &'a mut dyn FnMut(Discovered) -> ControlFlow<()>;

/// Endings of names of files that hold no articles. Documents and archives are not listed: for these a
/// problem says what to do.
const ENDINGS_WITHOUT_ARTICLES: &str = "\
    png jpg jpeg gif webp svg ico bmp tif tiff avif heic mp3 mp4 m4a wav ogg flac avi mov mkv webm \
    woff woff2 ttf otf eot css js mjs map ts py pyc rs c h cpp java sh bat rb pl php go r ipynb exe \
    dll so dylib o a class jar pkl pickle npy npz pt pth onnx bin model faiss toml yaml yml ini cfg \
    conf lock part tmp crdownload swp bak bib tex sty idx crc md5 sha1 sha256 sig asc torrent";

/// Names of files that describe a corpus, in any case and with any ending.
const DESCRIPTIONS: [&str; 8] = [
    "readme",
    "license",
    "licence",
    "copying",
    "changelog",
    "citation",
    "makefile",
    "dockerfile",
];

/// Finds the files under the given paths, each once.
pub fn discover(sources: &[PathBuf], out: DiscoverySink) -> ControlFlow<()> {
    let mut walk = FolderWalk {
        seen: FxHashSet::default(),
        outlet: OutletBefore::default(),
        out,
    };
    for source in sources {
        if source.as_os_str() == "-" {
            let meta = standard_input();
            if meta.as_ref().is_none_or(|meta| walk.is_new(meta)) {
                walk.file(source, 0, None, None)?;
            }
            continue;
        }
        match std::fs::metadata(source) {
            Err(error) => walk.problem(
                source,
                Reason::SourceNotOpened {
                    error: Cause::io(&error),
                },
            )?,
            Ok(meta) if meta.is_dir() => walk.folder(source)?,
            Ok(meta) if walk.is_new(&meta) => {
                walk.file(source, meta.len(), None, FileStamp::of(&meta))?;
            }
            Ok(_) => {}
        }
    }
    ControlFlow::Continue(())
}

/// The metadata of standard input, which may be named a second time as `/dev/stdin`.
fn standard_input() -> Option<Metadata> {
    let file = io::stdin().as_fd().try_clone_to_owned().ok()?;
    File::from(file).metadata().ok()
}

/// A walk under way.
struct FolderWalk<'a> {
    /// Device and inode of the files found: one that is named twice, or reached by a link, is read once.
    seen: FxHashSet<(u64, u64)>,
    outlet: OutletBefore,
    out: DiscoverySink<'a>,
}

/// The outlet of the folder of the last file: files mostly follow others of their folder.
#[derive(Default)]
struct OutletBefore {
    folder: PathBuf,
    outlet: Option<String>,
}

impl OutletBefore {
    /// The folder between `root` and a file whose name may be an outlet's.
    fn of(&mut self, root: &Path, path: &Path) -> Option<String> {
        let folder = path.parent()?;
        // Texts are compared sooner than paths, part by part.
        if self.folder.as_os_str() != folder.as_os_str() {
            self.outlet = outlet_folder(root, path);
            folder.clone_into(&mut self.folder);
        }
        self.outlet.clone()
    }
}

impl FolderWalk<'_> {
    fn is_new(&mut self, meta: &Metadata) -> bool {
        self.seen.insert((meta.dev(), meta.ino()))
    }

    fn file(
        &mut self,
        path: &Path,
        bytes: u64,
        folder: Option<String>,
        stamp: Option<FileStamp>,
    ) -> ControlFlow<()> {
        (self.out)(Discovered::File(FoundFile {
            path: Arc::from(path),
            bytes,
            folder,
            stamp,
            grown: None,
        }))
    }

    fn problem(&mut self, path: &Path, reason: Reason) -> ControlFlow<()> {
        (self.out)(Discovered::Problem(Problem::new(path, reason)))
    }

    fn folder(&mut self, root: &Path) -> ControlFlow<()> {
        let mut any = false;
        let entries = WalkDir::new(root)
            .follow_links(true)
            // The paths of a folder differ in their last part.
            .sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()))
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_file() => any |= self.entry(root, &entry)?,
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_path_buf();
                    self.problem(&path, reason_to_skip(&error))?;
                }
            }
        }
        if any {
            return ControlFlow::Continue(());
        }
        self.problem(root, Reason::FolderWithoutArticles)
    }

    /// Whether the entry is a file that may hold articles; a new one is handed on.
    fn entry(&mut self, root: &Path, entry: &DirEntry) -> ControlFlow<(), bool> {
        let path = entry.path();
        if !wanted(path) {
            self.problem(path, Reason::NoArticleByName)?;
            return ControlFlow::Continue(false);
        }
        let (bytes, stamp) = match entry.metadata() {
            Ok(meta) if !self.is_new(&meta) => return ControlFlow::Continue(true),
            Ok(meta) => (meta.len(), FileStamp::of(&meta)),
            Err(_) => (0, None), // opening it reports the error
        };
        let outlet = self.outlet.of(root, path);
        self.file(path, bytes, outlet, stamp)?;
        ControlFlow::Continue(true)
    }
}

/// Whether a file may hold articles, by its name.
pub fn wanted(path: &Path) -> bool {
    static ENDINGS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| ENDINGS_WITHOUT_ARTICLES.split(' ').collect());
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or("");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let about = |stem: &str| {
        let mut descriptions = DESCRIPTIONS.iter();
        descriptions.any(|known| known.eq_ignore_ascii_case(stem))
    };
    !about(stem) && !about(name) && !ENDINGS.contains(&*ending.to_ascii_lowercase())
}

/// Whether an entry is skipped: its name begins with a dot, or it is the folder of the parts of a saved page.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    if name.as_encoded_bytes().starts_with(b".") {
        return true;
    }
    if entry.file_type().is_dir() && is_cache(entry.path()) {
        return true;
    }
    let page = name.to_str().and_then(|name| name.strip_suffix("_files"));
    let page = page.filter(|_| entry.file_type().is_dir());
    let saved = |page: &str| {
        let beside = |ending| entry.path().with_file_name(format!("{page}.{ending}"));
        ["html", "htm"]
            .into_iter()
            .any(|ending| beside(ending).exists())
    };
    page.is_some_and(saved)
}

/// Whether a folder says that programs keep there what they can make anew (bford.info/cachedir), as this one may.
fn is_cache(folder: &Path) -> bool {
    const SIGNATURE: &[u8] = b"Signature: 8a477f597d28d172789f06886806bc55";
    let mut begin = [0; SIGNATURE.len()];
    let tag = File::open(folder.join("CACHEDIR.TAG"));
    tag.is_ok_and(|mut tag| tag.read_exact(&mut begin).is_ok() && begin == *SIGNATURE)
}

/// Why an entry of a folder is skipped.
fn reason_to_skip(error: &walkdir::Error) -> Reason {
    if error.loop_ancestor().is_some() {
        return Reason::LinkLoop;
    }
    let error = error
        .io_error()
        .map_or_else(|| Cause::lower(error), Cause::io);
    Reason::EntryNotOpened { error }
}
