//! Takes files and folders, gives articles, problems and progress, one event after another.
//!
//! [`load()`] streams: it holds a few batches of records at a time (and those few that wait for a
//! year), so a reader sees the first article at once and memory is the caller's to spend. A record
//! that cannot be read is a [`Problem`]; nothing but the caller ends a load early. What is wrong with it
//! is a [`Reason`], from whose table everything about it is made: level, code, fields, hint.
//!
//! Flow: [`discover`] (files) → [`unpack`] (streams) → [`decode`] (encodings) → [`mod@format`] (a file's
//! records, each with its own fields) → [`metadata`] (paragraphs, classes, title, source, date), on
//! the threads of [`load`](mod@load). Recognition of lines works on [`token`]s.

pub mod article;
mod chrome;
pub mod date;
pub(crate) mod date_text;
mod dateline;
mod decode;
mod discover;
mod folder;
mod format;
mod key;
mod line;
mod load;
mod metadata;
mod options;
mod problem;
mod reason;
mod shield;
mod source;
mod table;
mod title;
pub(crate) mod token;
mod unpack;
mod year;

pub use article::{Article, Class, Found, Origin, Paragraph};
pub use date::{PartialDate, Ymd};
pub use decode::Charset;
pub use key::{Key, NoKey};
pub use load::{Examine, LoadEvent, Progress, load, unexamined};
pub use options::{FieldMap, NoMap, Options, Role, Sources, Stop};
pub use problem::{Level, Problem};
pub use reason::{ColumnFlaw, Columns, Field, Hint, Message, Reason, SeparatorLine, Value};
pub use year::{DateGuess, YearSource};
