//! `demo-corpus` as the program reads it.
