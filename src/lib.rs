//! fihrist (الفهرست, "the catalogue"): a corpus browser for the terminal that reads Arabic right.
pub mod app;
pub mod cli;
pub mod corpus;
pub mod dedup;
pub mod index;
pub mod library;
pub mod text;
pub mod tui;
pub mod ui;
