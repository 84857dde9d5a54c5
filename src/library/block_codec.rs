//! Blocks of articles in, compressed bytes out, and back, against a sample of the articles of their shard.
//!
//! A block is short, so that one article is unpacked quickly, and by itself too short to be compressed well:
//! what articles share (the outlet's phrases, names, frequent words) stands in the sample once, and
//! blocks refer to it (a raw-content dictionary of RFC 8878).

use std::fmt;
use std::io;
use std::sync::{Mutex, PoisonError};

use zstd::bulk::{Compressor, Decompressor};

use super::shard::ExaminedArticle;
use crate::text::head;

/// Level of compression; higher ones take more time than they save memory.
const LEVEL: i32 = 1;
/// Bytes of a sample: with more, blocks get hardly smaller.
const SAMPLE_BYTES: usize = 64 << 10;
/// Bytes of the beginning of an article in it.
const PIECE_BYTES: usize = 256;
/// Fewest bytes of text, for each byte of a sample, that are worth having one.
const MIN_TEXT: usize = 8;
/// Times its compressed size that a block may have unpacked: zstd reaches some 20,000 where a byte repeats.
const MAX_GROWTH: usize = 32_768;
/// Decompressors kept for the next block: as many threads as are likely to read one shard at a time.
const MAX_IDLE: usize = 2;

/// Compresses and unpacks the blocks of one shard.
#[derive(Default)]
pub(super) struct BlockCodec {
    sample: Vec<u8>,
    /// Making one takes longer than unpacking a block.
    idle: Mutex<Vec<Decompressor<'static>>>,
}

impl fmt::Debug for BlockCodec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.sample.len();
        f.debug_struct("BlockCodec")
            .field("sample", &bytes)
            .finish_non_exhaustive()
    }
}

impl BlockCodec {
    /// With a sample that an earlier one had.
    pub(super) fn new(sample: Vec<u8>) -> BlockCodec {
        BlockCodec {
            sample,
            idle: Mutex::default(),
        }
    }

    /// With a sample of some articles, where they are long enough to be worth it: how those begin that lie
    /// as far from each other as they can.
    pub(super) fn for_articles(articles: &[ExaminedArticle]) -> BlockCodec {
        let text: usize = articles.iter().map(|a| a.article.text.len()).sum();
        if text < MIN_TEXT * SAMPLE_BYTES {
            return BlockCodec::default();
        }
        let step = (articles.len() * PIECE_BYTES / SAMPLE_BYTES).max(1);
        let mut sample = Vec::with_capacity(SAMPLE_BYTES + PIECE_BYTES);
        for examined in articles.iter().step_by(step) {
            let piece = head(&examined.article.text, PIECE_BYTES);
            sample.extend_from_slice(piece.as_bytes());
            if sample.len() >= SAMPLE_BYTES {
                break;
            }
        }
        BlockCodec::new(sample)
    }

    pub(super) fn sample(&self) -> &[u8] {
        &self.sample
    }

    /// Compresses blocks that [`BlockCodec::unpack`] unpacks.
    pub(super) fn compressor(&self) -> io::Result<Compressor<'static>> {
        Compressor::with_dictionary(LEVEL, &self.sample)
    }

    /// Unpacks a block; a size that the bytes cannot have is not allocated.
    pub(super) fn unpack(&self, bytes: &[u8], size: u64) -> Option<Vec<u8>> {
        let size = usize::try_from(size).ok()?;
        if size / MAX_GROWTH > bytes.len() {
            return None;
        }
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle().pop();
        let mut decompressor = match waiting {
            Some(decompressor) => decompressor,
            None => Decompressor::with_dictionary(&self.sample).ok()?,
        };
        let unpacked = decompressor.decompress(bytes, size).ok();
        let whole = unpacked.filter(|unpacked| unpacked.len() == size);
        let mut idle = idle();
        if idle.len() < MAX_IDLE {
            idle.push(decompressor);
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of sentences that share their words.
    fn blocks() -> Vec<Vec<u8>> {
        let names = ["سوق الزهور", "جسر النهر", "قاعة البلدية", "مرفأ الزعتر"];
        let block = |n: usize| {
            let name = names[n % 4];
            format!("افتتحت البلدية {name} صباح اليوم وحضر الافتتاح {n} من سكان الحي القديم")
        };
        (0..64).map(|n| block(n).into_bytes()).collect()
    }

    #[test]
    fn blocks_come_back_and_a_sample_makes_them_smaller() {
        let sizes = [Vec::new(), blocks().concat()].map(|sample| {
            let codec = BlockCodec::new(sample);
            let mut compressor = codec.compressor().unwrap();
            let mut bytes = 0;
            for block in blocks() {
                let packed = compressor.compress(&block).unwrap();
                bytes += packed.len();
                let unpacked = codec.unpack(&packed, block.len() as u64);
                assert_eq!(unpacked, Some(block));
            }
            bytes
        });
        assert!(sizes[1] * 3 < sizes[0], "{sizes:?}");
    }

    #[test]
    fn torn_blocks_and_sizes_that_cannot_be_are_refused() {
        let codec = BlockCodec::new(blocks().concat());
        let block = blocks().concat();
        let packed = codec.compressor().unwrap().compress(&block).unwrap();
        for size in [0, 1, block.len() as u64 - 1, u64::MAX, 1 << 40] {
            assert_eq!(codec.unpack(&packed, size), None, "{size}");
        }
        assert_eq!(
            codec.unpack(&packed[..packed.len() / 2], block.len() as u64),
            None
        );
        assert_eq!(codec.unpack(&[], 10), None);
        // Whatever the bytes are: no panic.
        for at in 0..packed.len() {
            let mut torn = packed.clone();
            torn[at] ^= 0x41;
            let _ = codec.unpack(&torn, block.len() as u64);
        }
        assert_eq!(codec.unpack(&packed, block.len() as u64), Some(block));
    }
}
