//! Takes files and folders, gives articles, problems and progress, one event after another.
//!
//! [`load`] streams: it holds one record at a time (and those few that wait for a year), so a
//! reader sees the first article at once and memory is the caller's to spend. A record that cannot
//! be read is a [`Problem`]; nothing but the caller's `Break` ends a load early.
//!
//! Flow: [`discover`] → [`decode`] → [`format`] (a file's records, each with its own fields) →
//! [`metadata`] (paragraphs, classes, title, source, date). Recognition of lines works on [`token`]s.

pub mod article;
mod chrome;
pub mod date;
pub(crate) mod date_text;
mod dateline;
mod decode;
mod discover;
mod format;
mod line;
mod load;
mod metadata;
mod problem;
mod source;
mod title;
pub(crate) mod token;
mod year;

pub use article::{Article, Class, Found, Origin, Paragraph};
pub use date::{PartialDate, Ymd};
pub use load::{Event, Progress, load};
pub use problem::{Level, Problem};
