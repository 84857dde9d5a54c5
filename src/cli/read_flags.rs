//! From flags to the options and sources of reading a corpus.

use std::path::PathBuf;

use clap::Args;
use encoding_rs::Encoding;

use crate::corpus::{FieldMap, InvalidFieldMap, Keeping, ReadOptions, Sources, Stop};
use crate::tui::SaidError;
use crate::words::messages;

messages! {
    /// Why files cannot be read as asked.
    enum ReadFlagFault {
        UnknownEncoding "unknown-encoding";
    }
}

/// The flags; they may stand before or after a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "reading")]
pub(super) struct ReadFlags {
    #[arg(long, global = true, value_name = "NAME", value_parser = encoding)]
    encoding: Option<EncodingFlag>,
    #[arg(long, global = true, value_name = "WHAT=FIELD,...", value_parser = field_map)]
    map: Option<FieldMap>,
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

fn field_map(text: &str) -> Result<FieldMap, SaidError> {
    text.parse()
        .map_err(|error: InvalidFieldMap| SaidError::of(&error))
}

/// What `--encoding` says; `None` for each file's own.
#[derive(Clone, Copy, Debug)]
struct EncodingFlag(Option<&'static Encoding>);

/// An encoding by one of its names; `auto` is each file's own.
fn encoding(name: &str) -> Result<EncodingFlag, SaidError> {
    if name.eq_ignore_ascii_case("auto") {
        return Ok(EncodingFlag(None));
    }
    let found = Encoding::for_label(name.trim().as_bytes()).or_else(|| {
        Encoding::for_label(format!("windows-{}", name.trim_start_matches("cp")).as_bytes())
    });
    let unknown = || SaidError::of(&ReadFlagFault::UnknownEncoding);
    found
        .map(|found| EncodingFlag(Some(found)))
        .ok_or_else(unknown)
}
