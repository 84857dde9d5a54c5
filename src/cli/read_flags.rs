//! From flags to the options and sources of reading a corpus.

use std::path::PathBuf;

use clap::Args;
use encoding_rs::Encoding;

use crate::corpus::{FieldMap, Keeping, ReadOptions, Sources, Stop};

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "How files are read (try: fihrist check PATH)")]
pub(super) struct ReadFlags {
    /// The encoding of all files [default: each file's own: UTF-8, UTF-16, else windows-1256]
    #[arg(long, global = true, value_name = "NAME", value_parser = encoding)]
    encoding: Option<EncodingFlag>,
    /// Which fields hold what, where their names do not say it: title=headline,date=pub.date
    #[arg(long, global = true, value_name = "WHAT=FIELD,...")]
    map: Option<FieldMap>,
    /// A text file is one article, even where lines of ===== part it
    #[arg(long, global = true)]
    whole_files: bool,
}

impl ReadFlags {
    pub(super) fn sources(self, paths: Vec<PathBuf>, keeping: Keeping) -> Sources {
        let options = ReadOptions {
            encoding: self.encoding.and_then(|named| named.0),
            map: self.map.unwrap_or_default(),
            whole_files: self.whole_files,
        };
        Sources {
            paths,
            options,
            keeping,
            stop: Stop::default(),
        }
    }
}

/// What `--encoding` says; `None` for each file's own.
#[derive(Clone, Copy, Debug)]
struct EncodingFlag(Option<&'static Encoding>);

/// An encoding by one of its names; `auto` is each file's own.
fn encoding(name: &str) -> Result<EncodingFlag, String> {
    if name.eq_ignore_ascii_case("auto") {
        return Ok(EncodingFlag(None));
    }
    let found = Encoding::for_label(name.trim().as_bytes()).or_else(|| {
        Encoding::for_label(format!("windows-{}", name.trim_start_matches("cp")).as_bytes())
    });
    found.map(|found| EncodingFlag(Some(found))).ok_or_else(|| {
        "not an encoding that is known; try auto, utf-8, windows-1256, iso-8859-6 or utf-16le"
            .to_owned()
    })
}
