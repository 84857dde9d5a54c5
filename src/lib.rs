//! fihrist (الفهرست, "the catalogue"): a corpus browser for the terminal that reads Arabic right.
//!
//! # Bird's-eye view
//!
//! Files of news articles go in on the left, a screen or lines of JSON come out on the right:
//!
//! ```text
//! text ← corpus ← dedup ← analysis ← query ← index ← library ← words ← app ← ui ← tui ← cli ← main
//! pure   edge I/O  pure    pure       pure    RAM     snapshot  pure    pure  pure  the shell
//! ```
//!
//! A module imports only from its left. [`library::load()`] reads records, folds what repeats in
//! each, indexes them in batches and publishes an immutable [`library::Library`] after every batch;
//! screens and scripts ask the same questions of it. The browser is a state machine,
//! [`app::App`], that turns messages into effects and is drawn by [`ui::draw`]; [`tui`] is the thin
//! shell that feeds it keys and carries its effects out.
//!
//! # Code map
//!
//! | module | from | to |
//! |---|---|---|
//! | [`text`] | a paragraph | normalised words; visual lines whose cells know their source bytes |
//! | [`corpus`] | files and folders | articles with title, source, date, classed paragraphs; problems |
//! | [`dedup`] | an article, a corpus, two versions | what in it repeats, word for word or with changes; stories told in several; what each has alone |
//! | [`analysis`] | a text; a word and how often a corpus holds others | its spellings; the forms under which they meet |
//! | [`query`] | what a reader typed | words, phrases, what to leave out, limits; what was not understood |
//! | [`index`] | articles, a query | the articles that answer it; highlights, snippets, likeness |
//! | [`library`] | sources | an immutable snapshot that answers every question a reader can ask |
//! | [`words`] | what other modules report as data | the sentences a person reads |
//! | [`app`] | what happens | a new state, and effects to be carried out |
//! | [`ui`] | the state | cells of a screen |
//! | [`tui`] | keys, signals, threads | the terminal: the only code that writes to it, and that knows what terminals do to Arabic |
//! | [`cli`] | arguments | lines for people, JSON Lines for scripts |
//!
//! How the program is used is described in [`manual`], the JSON for scripts in [`manual::scripts`].
//!
//! # Invariants
//!
//! - Stored positions are logical byte offsets in an article's text. Visual columns exist only in
//!   [`text::Line`] and [`ui`]; chars only in the JSON.
//! - Arabic is never handed to a widget: every cell comes out of [`text::Layout`], which alone says
//!   how many columns a text takes.
//! - A record that cannot be read is a [`corpus::Problem`]; it never ends a load. Why it is one is data
//!   ([`corpus::Reason`]: a code and fields); the sentence for it is made in [`words`] alone.
//! - A record is named by its [`corpus::Key`], which no version of the program changes; nothing
//!   else that names an article is ever written down.
//! - Every order (articles, hits, related articles, versions, passages, forms) ends in one
//!   tie-breaker that a store of any kind can hold: path, compared part by part as text, then record
//!   ([`library::Library::rank`]); for words their letters. Never in a number that depends on when
//!   something was read or committed.
//! - Text is never deleted: what is folded is one key away, what is dimmed is still there.
//! - No byte of a corpus reaches the terminal as a control sequence: layout drops controls, and the
//!   emitter refuses whatever is not a printable cell.
//! - [`app`] and [`ui`] know no clock, no disk and no terminal; an idle program sends no byte.
//! - tantivy is named in [`index`] alone, crossterm in [`tui`] alone.
//!
//! # One line, all the way
//!
//! `قال CNN «لا».` as [`text`] takes it apart and puts it together is worked through in the
//! documentation of that module.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod corpus;
pub mod dedup;
pub mod index;
pub mod library;
pub mod manual;
pub mod query;
pub mod store;
pub mod text;
pub mod tui;
pub mod ui;
pub mod words;
