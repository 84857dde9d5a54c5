//! Takes files and folders, gives articles, problems and progress, one event after another.
//!
//! [`load()`] streams: it holds a few batches of records at a time (and the few articles that wait for
//! a year), so the first article is shown at once and memory is bounded by what the caller keeps. A
//! record that cannot be read is a [`Problem`]; only the caller ends a load early. Its [`Reason`] has
//! a level, a code, fields and a hint, all from one table.
//!
//! Flow: [`discover`] (files) → [`unpack`] (streams) → [`decode`] (encodings) → [`mod@format`] (a file's
//! records, each with its own fields) → [`metadata`] (paragraphs, classes, title, source, date), on
//! the threads of [`load`](mod@load). Recognition of lines works on [`token`]s.

pub mod article;
mod chrome;
pub(crate) mod content;
pub mod date;
pub(crate) mod date_text;
mod dateline;
mod decode;
mod discover;
mod format;
mod key;
mod line;
mod load;
mod metadata;
mod options;
mod outlet_names;
pub(crate) mod packed_article;
pub(crate) mod packing;
mod problem;
mod reason;
mod shield;
mod source;
mod title;
pub(crate) mod token;
mod unpack;
mod word_list;
mod yearless_date;

pub use article::{Article, Class, FoundValue, Origin, Paragraph};
pub use date::{PartialDate, Ymd};
pub use decode::{Charset, CharsetDoubt};
pub use discover::{FileStamp, FoundFile, FoundFiles};
pub(crate) use format::is_of_whole_file;
pub use key::{InvalidKey, Key};
pub use load::{
    Examine, FileLog, FileNote, FileNotes, GrownFile, KnownYears, LoadEvent, LoadInput, Progress,
    ReadPoint, load, load_files, unexamined,
};
pub use options::{FieldMap, FieldRole, InvalidFieldMap, Keeping, ReadOptions, Sources, Stop};
pub use problem::{Level, Problem};
pub use reason::{
    Cause, ColumnFlaw, ColumnRoles, ProblemHint, Reason, ReasonField, ReasonValue, SeparatorLine,
    SeveralReasons,
};
pub use yearless_date::{DateGuess, YearSource};
