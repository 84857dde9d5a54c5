//! Takes the first bytes of a page or footer of a parquet file, gives the sizes that it claims.
//!
//! Only the fields that decide how much memory will be reserved are read; the rest is skipped. The
//! encoding is Thrift's compact protocol. Nothing here recurses deeper than [`MAX_DEPTH`].

use super::super::super::reason::Reason;

/// The claims of a page's header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PageHeader {
    /// Length of the header itself, in bytes.
    pub length: usize,
    /// Size of the page unpacked, in bytes.
    pub unpacked: i64,
    /// Size of the page in the file, in bytes.
    pub packed: i64,
    /// Number of values, of data or of a dictionary.
    pub values: i64,
    pub is_dictionary: bool,
}

/// Deepest nesting of structs and lists that are skipped.
const MAX_DEPTH: usize = 8;
/// The same for the fields of a footer, whose row groups are nested more deeply than pages.
const MAX_FOOTER_DEPTH: usize = 16;

/// The header at the beginning of `bytes`; `None` where it is broken or cut off.
pub(super) fn header(bytes: &[u8]) -> Option<PageHeader> {
    let mut input = ThriftBytes { bytes, at: 0 };
    let mut header = PageHeader::default();
    let mut last = 0;
    while let Some((id, kind)) = input.field(&mut last)? {
        match (id, kind) {
            (2, INT) => header.unpacked = input.zigzag()?,
            (3, INT) => header.packed = input.zigzag()?,
            // Data, dictionary and data of the second version: each begins with its number of values.
            (5 | 7 | 8, STRUCT) => {
                header.is_dictionary |= id == 7;
                header.values = input.first_number()?;
            }
            (_, kind) => input.skip(kind, MAX_DEPTH)?,
        }
    }
    header.length = input.at;
    Some(header)
}

/// The number of values that a delta-packed sequence claims.
pub(super) fn delta_values(bytes: &[u8]) -> Option<u64> {
    let mut input = ThriftBytes { bytes, at: 0 };
    input.varint()?;
    input.varint()?;
    input.varint()
}

/// Length of a delta-packed sequence of numbers, in bytes, computed from the widths in it.
pub(super) fn delta_length(bytes: &[u8]) -> Option<usize> {
    let mut input = ThriftBytes { bytes, at: 0 };
    let (block, minis) = (input.varint()?, input.varint()?);
    let mut left = input.varint()?.saturating_sub(1);
    input.varint()?;
    let per = block
        .checked_div(minis)
        .filter(|per| *per > 0 && *per % 8 == 0)?;
    while left > 0 {
        input.varint()?;
        let widths = input.take(usize::try_from(minis).ok()?)?;
        for width in widths {
            if left == 0 {
                break;
            }
            input.take(usize::try_from(per / 8 * u64::from(*width)).ok()?)?;
            left = left.saturating_sub(per);
        }
    }
    Some(input.at)
}

/// Type of 32-bit integers in the compact protocol.
const INT: u8 = 5;
/// Type of lists.
const LIST: u8 = 9;
/// Type of sets.
const SET: u8 = 10;
/// Type of structs.
const STRUCT: u8 = 12;

/// Reader of Thrift's compact protocol; each method gives `None` where the bytes end or are invalid.
struct ThriftBytes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> ThriftBytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn zigzag(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }

    /// Number and type of the next field; the inner `None` is the end of the struct.
    #[expect(
        clippy::option_option,
        reason = "the end of the struct and of the bytes differ"
    )]
    fn field(&mut self, last: &mut i64) -> Option<Option<(i64, u8)>> {
        let byte = self.byte()?;
        if byte == 0 {
            return Some(None);
        }
        *last = match byte >> 4 {
            0 => self.zigzag()?,
            step => *last + i64::from(step),
        };
        Some(Some((*last, byte & 0xF)))
    }

    /// The value of field 1 of a struct, 0 where it is missing; the rest is skipped.
    fn first_number(&mut self) -> Option<i64> {
        let (mut last, mut found) = (0, 0);
        while let Some((id, kind)) = self.field(&mut last)? {
            match (id, kind) {
                (1, INT) => found = self.zigzag()?,
                (_, kind) => self.skip(kind, MAX_DEPTH)?,
            }
        }
        Some(found)
    }

    fn skip(&mut self, kind: u8, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        match kind {
            1 | 2 => {}
            3 => {
                self.byte()?;
            }
            4..=6 => {
                self.varint()?;
            }
            7 => {
                self.take(8)?;
            }
            8 => {
                let length = self.varint()?;
                self.take(usize::try_from(length).ok()?)?;
            }
            LIST | SET => {
                let head = self.byte()?;
                let count = match head >> 4 {
                    15 => self.varint()?,
                    count => u64::from(count),
                };
                for _ in 0..count {
                    // In a list booleans take a byte each; without that a list could claim any length.
                    match head & 0xF {
                        1 | 2 => self.byte().map(|_| ())?,
                        kind => self.skip(kind, depth)?,
                    }
                }
            }
            STRUCT => {
                let mut last = 0;
                while let Some((_, kind)) = self.field(&mut last)? {
                    self.skip(kind, depth)?;
                }
            }
            _ => return None,
        }
        Some(())
    }
}

/// The flaw of a footer's tree of columns, if any: the library would reserve memory for as many
/// children as an element claims, and recurse to any depth.
pub(super) fn flaw_of_schema(footer: &[u8]) -> Option<Reason> {
    let broken = Reason::ParquetFooterBroken;
    let Some(children) = children(footer) else {
        return Some(broken);
    };
    // Number of children still to come, for each open element.
    let mut open: Vec<usize> = Vec::new();
    for (at, claimed) in children.iter().enumerate() {
        while open.last() == Some(&0) {
            open.pop();
        }
        match open.last_mut() {
            Some(left) => *left -= 1,
            None if at > 0 => return Some(broken),
            None => {}
        }
        match usize::try_from(*claimed) {
            Ok(claimed) if claimed < children.len() => open.push(claimed),
            _ => return Some(broken),
        }
        if open.len() > MAX_COLUMN_DEPTH {
            return Some(Reason::ParquetTooDeep);
        }
    }
    (open.iter().any(|left| *left > 0) || children.is_empty()).then_some(broken)
}

/// Deepest nesting of columns: the library recurses to it.
const MAX_COLUMN_DEPTH: usize = 32;

/// For each element of the schema the number of children that it claims.
fn children(footer: &[u8]) -> Option<Vec<i64>> {
    let mut input = ThriftBytes {
        bytes: footer,
        at: 0,
    };
    let mut last = 0;
    let mut children = Vec::new();
    while let Some((id, kind)) = input.field(&mut last)? {
        if (id, kind) != (2, LIST) {
            input.skip(kind, MAX_FOOTER_DEPTH)?;
            continue;
        }
        let head = input.byte()?;
        let count = match head >> 4 {
            15 => input.varint()?,
            count => u64::from(count),
        };
        for _ in 0..count {
            let (mut last, mut claimed) = (0, 0);
            while let Some((id, kind)) = input.field(&mut last)? {
                match (id, kind) {
                    (5, INT) => claimed = input.zigzag()?,
                    (_, kind) => input.skip(kind, MAX_DEPTH)?,
                }
            }
            children.push(claimed);
        }
    }
    Some(children)
}
