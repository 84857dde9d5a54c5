//! Numbers and texts in, bytes out, and back: the form in which articles are kept in memory and on disk.
//!
//! Numbers are in LEB128, seven bits a byte. What is read back may be torn or foreign: reading
//! gives an error for it, never a panic, and takes no more memory than the bytes that are there.

/// The highest bit of each of eight bytes.
const HIGHEST_BITS: u64 = 0x8080_8080_8080_8080;

/// Writes numbers and texts one after another.
#[derive(Debug, Default)]
pub(crate) struct FieldWriter {
    pub(crate) bytes: Vec<u8>,
}

/// Bytes that do not hold what they should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what is kept of an article cannot be read")]
pub(crate) struct Unreadable;

impl FieldWriter {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    pub(crate) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    pub(crate) fn size(&mut self, size: usize) {
        self.number(size as u64);
    }

    /// A number that may be negative.
    pub(crate) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    /// How far one place lies behind another, or before it.
    pub(crate) fn distance(&mut self, from: usize, to: usize) {
        self.signed(to.wrapping_sub(from).cast_signed() as i64);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.blob(text.as_bytes());
    }

    /// Bytes behind their length.
    pub(crate) fn blob(&mut self, bytes: &[u8]) {
        self.size(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    /// Whether there is something, and what there is as `pack` writes it.
    pub(crate) fn maybe<T>(&mut self, value: Option<T>, pack: impl FnOnce(&mut FieldWriter, T)) {
        self.byte(u8::from(value.is_some()));
        if let Some(value) = value {
            pack(self, value);
        }
    }
}

/// Reads what a [`FieldWriter`] wrote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldReader<'a> {
    rest: &'a [u8],
}

/// The number that the lowest seven bits of eight bytes make, two, four and eight of them at a time.
fn joined_sevens(eight: u64) -> u64 {
    let pairs = (eight & 0x007F_007F_007F_007F) | (eight & 0x7F00_7F00_7F00_7F00) >> 1;
    let fours = (pairs & 0x0000_3FFF_0000_3FFF) | (pairs & 0x3FFF_0000_3FFF_0000) >> 2;
    (fours & 0x0FFF_FFFF) | (fours & 0x0FFF_FFFF_0000_0000) >> 4
}

impl<'a> FieldReader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> FieldReader<'a> {
        FieldReader { rest: bytes }
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Unreadable> {
        let (byte, rest) = self.rest.split_first().ok_or(Unreadable)?;
        self.rest = rest;
        Ok(*byte)
    }

    #[inline]
    pub(crate) fn number(&mut self) -> Result<u64, Unreadable> {
        // Most numbers are small.
        match self.rest.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.rest = rest;
                Ok(u64::from(byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u64, Unreadable> {
        if let Some((eight, _)) = self.rest.split_first_chunk() {
            let eight = u64::from_le_bytes(*eight);
            // The byte that ends a number has its highest bit clear.
            let last = (!eight & HIGHEST_BITS).trailing_zeros() / u8::BITS;
            if last < 8 {
                self.rest = self.rest.get(last as usize + 1..).unwrap_or(&[]);
                return Ok(joined_sevens(eight & (u64::MAX >> ((7 - last) * u8::BITS))));
            }
        }
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Unreadable)
    }

    #[inline]
    pub(crate) fn size(&mut self) -> Result<usize, Unreadable> {
        usize::try_from(self.number()?).map_err(|_| Unreadable)
    }

    /// A number of 32 bits.
    #[inline]
    pub(crate) fn small(&mut self) -> Result<u32, Unreadable> {
        u32::try_from(self.number()?).map_err(|_| Unreadable)
    }

    pub(crate) fn signed(&mut self) -> Result<i64, Unreadable> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// The place that lies as far from another as was packed.
    pub(crate) fn distance(&mut self, from: usize) -> Result<usize, Unreadable> {
        let by = isize::try_from(self.signed()?).map_err(|_| Unreadable)?;
        from.checked_add_signed(by).ok_or(Unreadable)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Unreadable> {
        simdutf8::basic::from_utf8(self.blob()?).map_err(|_| Unreadable)
    }

    /// Bytes behind their length.
    pub(crate) fn blob(&mut self) -> Result<&'a [u8], Unreadable> {
        let length = self.size()?;
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(Unreadable)?;
        self.rest = rest;
        Ok(bytes)
    }

    pub(crate) fn maybe<T>(
        &mut self,
        unpack: impl FnOnce(&mut Self) -> Result<T, Unreadable>,
    ) -> Result<Option<T>, Unreadable> {
        match self.byte()? {
            0 => Ok(None),
            1 => unpack(self).map(Some),
            _ => Err(Unreadable),
        }
    }

    /// As many items as the next number says. Each takes a byte at least, so none is awaited beyond
    /// what is there.
    pub(crate) fn list<T>(
        &mut self,
        mut unpack: impl FnMut(&mut Self) -> Result<T, Unreadable>,
    ) -> Result<Vec<T>, Unreadable> {
        let count = self.size()?;
        if count > self.rest.len() {
            return Err(Unreadable);
        }
        (0..count).map(|_| unpack(self)).collect()
    }

    /// Whether all was read.
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Bytes that were not read.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_read_back(
            numbers in proptest::collection::vec(any::<u64>(), 0..9),
            signed in any::<i64>(),
            text in ".{0,40}",
            maybe in proptest::option::of(any::<u32>()),
        ) {
            let mut packer = FieldWriter::default();
            packer.size(numbers.len());
            for number in &numbers {
                packer.number(*number);
            }
            packer.signed(signed);
            packer.text(&text);
            packer.maybe(maybe, |packer, number| packer.number(u64::from(number)));
            let mut unpacker = FieldReader::new(&packer.bytes);
            prop_assert_eq!(unpacker.list(FieldReader::number), Ok(numbers));
            prop_assert_eq!(unpacker.signed(), Ok(signed));
            prop_assert_eq!(unpacker.text(), Ok(text.as_str()));
            prop_assert_eq!(unpacker.maybe(FieldReader::small), Ok(maybe));
            prop_assert_eq!(unpacker.left(), 0);
        }

        #[test]
        fn numbers_of_every_length_are_read_whatever_follows(
            number in any::<u64>(),
            bits in 0..64_u32,
            after in proptest::collection::vec(any::<u8>(), 0..9),
        ) {
            let mut packer = FieldWriter::default();
            packer.number(number >> bits);
            packer.bytes.extend(&after);
            let mut unpacker = FieldReader::new(&packer.bytes);
            prop_assert_eq!(unpacker.number(), Ok(number >> bits));
            prop_assert_eq!(unpacker.left(), after.len());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut unpacker = FieldReader::new(&bytes);
            while unpacker.left() > 0 {
                let before = unpacker.left();
                if unpacker.maybe(|u| u.list(FieldReader::text)).is_err() {
                    break;
                }
                prop_assert!(unpacker.left() < before);
            }
        }
    }
}
