//! Columns of numbers and texts as bytes, little-endian, and back; what cannot be read back is damage, never a panic.
//!
//! A column says its length by that of its section. Columns that follow one another in one section are cut off it by
//! [`take`].

use std::io::{self, Write};

use super::{Damage, KeepError};

/// Numbers that are encoded before they are written: writing each of them alone would cost more than it.
const BATCH: usize = 1024;

/// Writes and reads a column of one type of number.
macro_rules! column {
    ($number:ty, $put:ident, $get:ident) => {
        #[doc = concat!("Writes a column of ", stringify!($number), ".")]
        pub fn $put(out: &mut (impl Write + ?Sized), values: &[$number]) -> io::Result<()> {
            let mut bytes = Vec::with_capacity(BATCH.min(values.len()) * size_of::<$number>());
            for batch in values.chunks(BATCH) {
                bytes.clear();
                bytes.extend(batch.iter().flat_map(|value| value.to_le_bytes()));
                out.write_all(&bytes)?;
            }
            Ok(())
        }

        #[doc = concat!("Reads a column of ", stringify!($number), ".")]
        pub fn $get(bytes: &[u8]) -> Result<Vec<$number>, KeepError> {
            let (values, rest) = bytes.as_chunks();
            if !rest.is_empty() {
                return Err(KeepError::Torn(Damage::CutNumbers));
            }
            let values = values.iter().copied();
            Ok(values.map(<$number>::from_le_bytes).collect())
        }
    };
}

column!(u16, put_u16s, u16s);
column!(u32, put_u32s, u32s);
column!(u64, put_u64s, u64s);
column!(u128, put_u128s, u128s);
column!(f32, put_f32s, f32s);

/// Writes a column of bytes.
pub fn put_u8s(out: &mut (impl Write + ?Sized), values: &[u8]) -> io::Result<()> {
    out.write_all(values)
}

/// Reads a column of bytes.
pub fn u8s(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}

/// Writes a column of texts: their number, where each ends, then all of them in one piece.
pub fn put_texts<T: AsRef<str>>(
    out: &mut (impl Write + ?Sized),
    texts: impl IntoIterator<Item = T, IntoIter: Clone>,
) -> io::Result<()> {
    let texts = texts.into_iter();
    let mut end = 0;
    let ends = texts.clone().map(|text| {
        end += text.as_ref().len() as u64;
        end
    });
    let ends: Vec<u64> = ends.collect();
    put_u64s(out, &[ends.len() as u64])?;
    put_u64s(out, &ends)?;
    for text in texts {
        out.write_all(text.as_ref().as_bytes())?;
    }
    Ok(())
}

/// Reads a column of texts, which has to end where the bytes do.
pub fn texts(mut bytes: &[u8]) -> Result<Vec<&str>, KeepError> {
    let torn = || KeepError::Torn(Damage::BadTexts);
    let count = take_u64(&mut bytes)?;
    let length = count
        .checked_mul(size_of::<u64>() as u64)
        .ok_or_else(torn)?;
    let ends = u64s(take(&mut bytes, length)?)?;
    let all = std::str::from_utf8(bytes).map_err(|_| torn())?;
    let mut start = 0;
    let mut texts = Vec::with_capacity(ends.len());
    for end in ends {
        let end = usize::try_from(end).map_err(|_| torn())?;
        texts.push(all.get(start..end).ok_or_else(torn)?);
        start = end;
    }
    if start != all.len() {
        return Err(torn());
    }
    Ok(texts)
}

/// Cuts the first `length` bytes off.
pub fn take<'a>(bytes: &mut &'a [u8], length: u64) -> Result<&'a [u8], KeepError> {
    let length = usize::try_from(length).ok();
    let cut = length.and_then(|length| bytes.split_at_checked(length));
    let (first, rest) = cut.ok_or(KeepError::Torn(Damage::CutColumn))?;
    *bytes = rest;
    Ok(first)
}

/// Cuts a number off that stands alone.
pub fn take_u64(bytes: &mut &[u8]) -> Result<u64, KeepError> {
    let (number, rest) = bytes
        .split_first_chunk()
        .ok_or(KeepError::Torn(Damage::CutNumber))?;
    *bytes = rest;
    Ok(u64::from_le_bytes(*number))
}
