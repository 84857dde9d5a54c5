//! What is kept on disk between two runs: private folders of files whose every byte is checked before it is used.
//!
//! Nothing here knows what an article is. A [`Keep`] is the cache folder of the program. In it each corpus has a
//! folder, [`KeptCorpus`], which is *in use* while anybody holds one. In that are *kept files*: *sections* of bytes,
//! known by a tag, over *blocks* of 64 KB that have a checksum each. [`columns`] turns numbers and texts into bytes.
//!
//! ```text
//! fihrist/                              Keep: 0700, the user's own
//!   CACHEDIR.TAG
//!   0f3c… (32 hex digits)/              KeptCorpus
//!     .lock                             held while in use; its time is that of the last use
//!     .label                            the paths, for people
//!     .new-1234-9a…                     being written, and locked; then renamed
//!     articles, …                       KeptFile, 0600
//! ```
//!
//! What is kept can be made anew, so that nothing here has to be repaired: what is torn, of another version or somebody
//! else's is a [`KeepError`], and the caller goes on as if it were not there.
//!
//! - A length that a file claims is compared with the length that it has before anything is allocated.
//! - A file is read, never mapped: that another process cuts it short is an error like any other.
//! - A file is replaced as a whole, by a rename: who reads has the old one or the new one.

mod build;
pub mod columns;
mod corpus_folder;
mod damage;
mod error;
mod file;
mod folder;
mod keep;
mod label;
mod layout;
mod lock;
mod new_file;
mod room;
mod verify;
mod writer;

pub use corpus_folder::KeptCorpus;
pub use damage::Damage;
pub use error::{KeepError, Mistrust};
pub use file::{KeptFile, Section};
pub use keep::{Keep, KeptInfo, KeptState};
pub use label::label;
pub use verify::VerifiedFile;
pub use writer::KeptWriter;

#[cfg(test)]
mod tests;
