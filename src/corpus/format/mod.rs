//! Takes an opened, unpacked file, gives its records one by one: the interface of all file formats.
//!
//! [`mod@sniff`] recognises the format by the first bytes. A format knows only its own syntax: what it reads
//! it hands to [`emit`] as an object of named fields, under the names that the corpus uses. What a
//! record lacks (a title in the first line, a date in the text) is found afterwards by
//! [`super::metadata`], in the same way for all formats. A record that cannot be read never ends the
//! reading of its file, and no more of a file is held than one record of [`LONGEST_RECORD`] bytes.

mod aliases;
mod csv;
mod feed;
mod fields;
mod growing;
mod html;
mod json;
mod key_values;
mod mail;
mod markup;
mod parquet;
mod record_decoder;
mod sniff;
#[cfg(test)]
mod test_support;
mod text;
mod values;
mod warc;
mod window;

use std::fs::File;
use std::io::{self, BufRead};
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::article::Origin;
use super::date_text::FieldDate;
use super::decode::Charset;
use super::key::Key;
use super::options::ReadOptions;
use super::reason::Reason;

pub use growing::{FormatPoint, GrowingFormat, is_of_whole_file};
pub use sniff::{Guess, ending, is_binary, sniff};

/// Longest record that is read, in bytes, as it is held in memory; anything longer is no article.
pub const LONGEST_RECORD: u64 = 64 << 20;
/// [`LONGEST_RECORD`] in MiB, the unit in which reasons state it.
const LONGEST_RECORD_MIB: u64 = LONGEST_RECORD >> 20;

/// One record with the values of its own fields, before anything is found in its text.
#[derive(Clone, Debug, Default)]
pub struct RawRecord {
    /// The key of its fields. Equal keys within a file are numbered later, where files are read.
    pub key: Key,
    /// Number in the file, from 1.
    pub number: u32,
    /// Line of the file at which it begins, from 1; `None` where lines are not known.
    pub line: Option<u64>,
    pub id: Option<String>,
    pub title: Option<String>,
    /// The outlet; never the name of a web crawl.
    pub source: Option<String>,
    pub date: Option<(FieldDate, Origin)>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// The text, in the form that [`super::Article::text`] describes.
    pub text: String,
    /// All other fields, under the names that the corpus uses.
    pub extra: Vec<(Box<str>, Box<str>)>,
    pub charset: Charset,
    /// The file holds only this article: its name and folder may then be used as metadata.
    pub alone: bool,
}

/// One step of reading a file: a record or a problem.
#[derive(Debug)]
pub enum FormatItem {
    Record(Box<RawRecord>),
    Trouble(Trouble),
}

/// A problem, with its place in the file being read.
#[derive(Debug)]
pub struct Trouble {
    pub record: Option<u32>,
    pub line: Option<u64>,
    pub reason: Reason,
}

/// Receiver of the items of a file; breaks when no more are wanted.
pub type ItemSink<'a> = &'a mut dyn FnMut(FormatItem) -> ControlFlow<()>;

/// The input of a format.
pub struct FormatInput<'a> {
    /// Unpacked bytes: UTF-8, or a legacy encoding that was not named (see [`super::decode`]).
    pub stream: &'a mut dyn BufRead,
    /// The same bytes as a file, where they lie unpacked on the disk. It is read from its beginning,
    /// no matter how much of `stream` has been read.
    pub file: Option<&'a File>,
    pub options: &'a ReadOptions,
    /// Encoding of the bytes before they were transcoded to UTF-8; [`Charset::Utf8`] where they were
    /// not transcoded.
    pub charset: Charset,
}

/// A file format. Reading ends at once when `out` breaks.
pub trait Format: Sync {
    /// Its name on the screens, such as `JSON`.
    fn name(&self) -> &'static str;

    /// Reads to the end of the input, or until `out` breaks. An error is one of I/O; what is wrong
    /// with a record is an item.
    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>>;

    /// The same, where its files grow at their end.
    fn growing(&self) -> Option<&dyn GrowingFormat> {
        None
    }
}

/// Position of a record in its file.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordPosition {
    /// Number of the record, from 1; 0 for the file as a whole.
    pub record: u32,
    /// Line at which it begins, from 1, where lines are known.
    pub line: Option<u64>,
}

impl RecordPosition {
    /// A problem at this position.
    pub fn trouble(self, reason: Reason) -> FormatItem {
        FormatItem::Trouble(Trouble {
            record: (self.record > 0).then_some(self.record),
            line: self.line,
            reason,
        })
    }
}

/// What a format knows of a record beside its fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordContext {
    pub at: RecordPosition,
    pub charset: Charset,
    /// See [`RawRecord::alone`].
    pub alone: bool,
}

/// Emits the record made of an object's fields, after the problems found in them.
pub fn emit(
    object: Map<String, Value>,
    about: RecordContext,
    options: &ReadOptions,
    out: ItemSink,
) -> ControlFlow<()> {
    emit_with_key(object, None, about, options, out)
}

/// Like [`emit`], with a key that the format has made of other values than the object's fields.
fn emit_with_key(
    object: Map<String, Value>,
    key: Option<Key>,
    about: RecordContext,
    options: &ReadOptions,
    out: ItemSink,
) -> ControlFlow<()> {
    let at = about.at;
    match fields::record(object, &options.map, key) {
        Ok((record, notes)) => {
            for note in notes {
                out(at.trouble(note))?;
            }
            out(FormatItem::Record(Box::new(RawRecord {
                number: at.record,
                line: at.line,
                charset: about.charset,
                alone: about.alone,
                ..record
            })))
        }
        Err(reason) => out(at.trouble(reason)),
    }
}
