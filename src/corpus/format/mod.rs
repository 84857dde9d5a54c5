//! Takes an opened, unpacked file, gives its records one by one as the file has them: the one interface behind which formats stand.
//!
//! [`mod@sniff`] tells the format by the first bytes. A format knows only its own syntax: what it reads
//! it hands to [`emit`] as an object of named fields, whatever names its corpus gave them. What a
//! record lacks (a title in the first line, a date in the text) is found afterwards by
//! [`super::metadata`], alike for all formats. A reader never gives up on a file because of one
//! record, and never holds more of a file than one record of [`LONGEST_RECORD`] bytes.

mod aliases;
mod csv;
mod feed;
mod fields;
mod html;
mod json;
mod mail;
mod markup;
mod parquet;
mod record_decoder;
mod record_key;
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
use super::options::Options;
use super::reason::Reason;

pub use sniff::{Guess, ending, is_binary, sniff};

/// Bytes up to which one record is read; what is longer is no article.
pub const LONGEST_RECORD: u64 = 64 << 20;
/// The same in MiB, as reasons have it.
const LONGEST_RECORD_MIB: u64 = LONGEST_RECORD >> 20;

/// One record, as its own fields tell.
#[derive(Clone, Debug, Default)]
pub struct RawRecord {
    /// The key of its fields; whether an earlier record of the file has it is settled where files are read.
    pub key: Key,
    /// From 1.
    pub number: u32,
    /// The line in the file at which it begins, from 1, where that is known.
    pub line: Option<u64>,
    pub id: Option<String>,
    pub title: Option<String>,
    /// Never the name of a crawl.
    pub source: Option<String>,
    pub date: Option<(FieldDate, Origin)>,
    pub author: Option<String>,
    pub url: Option<String>,
    /// As [`super::Article::text`] promises.
    pub text: String,
    /// Fields that are none of the above, with the names the corpus gave them.
    pub extra: Vec<(Box<str>, Box<str>)>,
    pub charset: Charset,
    /// The file holds this article and no other: its name and folder tell of it.
    pub alone: bool,
}

/// What a format's reader hands out.
#[derive(Debug)]
pub enum FormatItem {
    Record(Box<RawRecord>),
    Trouble(Trouble),
}

/// A problem in a place of the file that is being read.
#[derive(Debug)]
pub struct Trouble {
    pub record: Option<u32>,
    pub line: Option<u64>,
    pub reason: Reason,
}

/// Where items go; breaks when no more are wanted.
pub type ItemSink<'a> = &'a mut dyn FnMut(FormatItem) -> ControlFlow<()>;

/// What a format reads.
pub struct FormatInput<'a> {
    /// Unpacked. UTF-8, unless the file is in a legacy encoding that nobody named: see [`super::decode`].
    pub stream: &'a mut dyn BufRead,
    /// The bytes of `stream` as a file, where they lie on the disk as they are; read from its
    /// beginning, whatever was taken from `stream`.
    pub file: Option<&'a File>,
    pub options: &'a Options,
    /// What `stream` was before it was made UTF-8, where that was done; else [`Charset::Utf8`].
    pub charset: Charset,
}

/// A file format. A `Break` of `out` ends the reading at once.
pub trait Format: Sync {
    /// What it is called in the info view: `JSON`.
    fn name(&self) -> &'static str;

    /// Reads to the end of the input, or until `out` breaks. An error is the disk's, not a record's.
    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>>;
}

/// Where a record stands in its file.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordPosition {
    /// From 1.
    pub record: u32,
    /// From 1.
    pub line: Option<u64>,
}

impl RecordPosition {
    /// A problem here.
    pub fn trouble(self, reason: Reason) -> FormatItem {
        FormatItem::Trouble(Trouble {
            record: (self.record > 0).then_some(self.record),
            line: self.line,
            reason,
        })
    }
}

/// What is known of a record beside its fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordContext {
    pub at: RecordPosition,
    pub charset: Charset,
    /// See [`Record::alone`].
    pub alone: bool,
}

/// Hands out the record that an object's fields make, and what there is to say about it.
pub fn emit(
    object: Map<String, Value>,
    about: RecordContext,
    options: &Options,
    out: ItemSink,
) -> ControlFlow<()> {
    emit_with_key(object, None, about, options, out)
}

/// The same where the key is not that of the object's fields, which the format has made of others.
fn emit_with_key(
    object: Map<String, Value>,
    key: Option<Key>,
    about: RecordContext,
    options: &Options,
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
