//! Which build of the program this is, so that none reads what another wrote.
//!
//! A version number is too coarse: between two versions every build may fold, cut and spell words in its own way. No
//! build script is needed to know better: the program is a file, and its size, the time it was made and its
//! first page (which has the linker's build id, where there is one) differ from build to build.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::sync::LazyLock;

use xxhash_rust::xxh3::Xxh3;

use super::layout::FORMAT;

/// Bytes of the program that are looked at: the headers, and the build id behind them.
const FIRST_PAGE: u64 = 4096;

/// The number of this build. Two copies of one build may have different ones; then each keeps its own.
pub(super) fn number() -> u64 {
    static NUMBER: LazyLock<u64> = LazyLock::new(|| {
        let mut hash = Xxh3::new();
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        hash.update(&FORMAT.to_le_bytes());
        // Where the program cannot see itself, the version has to do.
        let _ = add_program(&mut hash);
        hash.digest()
    });
    *NUMBER
}

fn add_program(hash: &mut Xxh3) -> io::Result<()> {
    // On Linux the file that runs, even if another has taken its place since.
    let program = File::open("/proc/self/exe").or_else(|_| File::open(std::env::current_exe()?))?;
    let known = program.metadata()?;
    hash.update(&known.size().to_le_bytes());
    hash.update(&known.mtime().to_le_bytes());
    hash.update(&known.mtime_nsec().to_le_bytes());
    let mut first = Vec::new();
    program.take(FIRST_PAGE).read_to_end(&mut first)?;
    hash.update(&first);
    Ok(())
}
