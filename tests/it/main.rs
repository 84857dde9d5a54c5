//! The program from outside: everything that needs more than one module, in one binary (tantivy
//! links once).
//!
//! | module | asks |
//! |---|---|
//! | `app` | key strings: what do they do to the state? |
//! | `screens` | what stands on whole screens of three sizes? |
//! | `pty` | does the real program behave in a real terminal? |
//! | `cli` | what do scripts see on stdout, on stderr and in the exit status? |
//! | `clusters` | are the versions of a story found that comparing all pairs finds? |
//! | `corpus` | does `demo-corpus` load, and are its repeats folded without a loss? |
//! | `fribidi` | does another implementation of UAX #9 show `demo-corpus` the same way? |
//! | `highlight` | does the light fall on the forms of the words asked for, and on nothing else? |
//! | `readme` | are the README and the manual true? |
//! | `tidy` | has the repository kept its shape? |
//! | `words` | does every language say everything, in every form? |
#![cfg(test)]

mod app;
mod cli;
mod clusters;
mod corpus;
mod formats;
mod fribidi;
mod highlight;
mod hostile;
mod pty;
mod readme;
mod screens;
mod support;
mod tidy;
mod words;
