//! The manual, one page a topic: what the README has no room for. Each page is a Markdown file beside this one, so
//! that it can be read in the source tree as well as here.
//!
//! | page | about |
//! |---|---|
//! | [`searching`] | the query language, forms and spellings, the order of results |
//! | [`repeats`] | what is folded, marked, compared and dimmed |
//! | [`formats`] | the files that are read, encodings, fields, and what becomes of a broken one |
//! | [`terminals`] | how Arabic gets onto a terminal, and what to do where it looks wrong |
//! | [`scripts`] | the verbs of the command line and the JSON that scripts may rely on |
//! | [`development`] | tests, benchmarks and how the program is put together |
//!
//! The integration test `readme` holds the pages to the program: commands run, keys exist, links lead somewhere.

#[doc = include_str!("searching.md")]
pub mod searching {}

#[doc = include_str!("repeats.md")]
pub mod repeats {}

#[doc = include_str!("formats.md")]
pub mod formats {}

#[doc = include_str!("terminals.md")]
pub mod terminals {}

#[doc = include_str!("scripts.md")]
pub mod scripts {}

#[doc = include_str!("development.md")]
pub mod development {}
