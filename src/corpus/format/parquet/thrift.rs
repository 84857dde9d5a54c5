//! Takes the bytes at which a page of a parquet file begins, gives the sizes that its header claims.
//!
//! Only what decides how much memory the page will cost is read; the rest is stepped over. The
//! encoding is Thrift's compact protocol. Nothing here recurses deeper than [`DEEPEST`].

use super::super::super::reason::Reason;

/// What a page's header claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PageHeader {
    /// Bytes of the header itself.
    pub length: usize,
    pub unpacked: i64,
    pub packed: i64,
    /// Values of the page, be it of data or a dictionary.
    pub values: i64,
    pub is_dictionary: bool,
}

/// Structs in structs.
const DEEPEST: usize = 8;

/// The header at the beginning of `bytes`; `None` where it is broken or longer than they.
pub(super) fn header(bytes: &[u8]) -> Option<PageHeader> {
    let mut input = ThriftBytes { bytes, at: 0 };
    let mut header = PageHeader::default();
    let mut last = 0;
    while let Some((id, kind)) = input.field(&mut last)? {
        match (id, kind) {
            (2, INT) => header.unpacked = input.zigzag()?,
            (3, INT) => header.packed = input.zigzag()?,
            // Data, dictionary and data of the second version: each begins with its values.
            (5 | 7 | 8, STRUCT) => {
                header.is_dictionary |= id == 7;
                header.values = input.first_number()?;
            }
            (_, kind) => input.skip(kind, DEEPEST)?,
        }
    }
    header.length = input.at;
    Some(header)
}

/// The number that begins a delta-packed page's values: how many there are.
pub(super) fn delta_values(bytes: &[u8]) -> Option<u64> {
    let mut input = ThriftBytes { bytes, at: 0 };
    input.varint()?;
    input.varint()?;
    input.varint()
}

/// Bytes that so many delta-packed numbers take, by the widths they tell.
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

const INT: u8 = 5;
const STRUCT: u8 = 12;

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

    /// The next field's number and type; inner `None` at the end of the struct.
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

    /// The first field of a struct, if that is its number 1; the rest is stepped over.
    fn first_number(&mut self) -> Option<i64> {
        let (mut last, mut found) = (0, 0);
        while let Some((id, kind)) = self.field(&mut last)? {
            match (id, kind) {
                (1, INT) => found = self.zigzag()?,
                (_, kind) => self.skip(kind, DEEPEST)?,
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
            9 | 10 => {
                let head = self.byte()?;
                let count = match head >> 4 {
                    15 => self.varint()?,
                    count => u64::from(count),
                };
                for _ in 0..count {
                    // In a list, even what is true or false takes a byte: else it could be endless.
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

/// What is wrong with a footer's tree of columns, if anything is: the library would reserve memory
/// for as many children as an element claims, and follow the tree however deep it is.
pub(super) fn flaw_of_schema(footer: &[u8]) -> Option<Reason> {
    let broken = Reason::ParquetFooterBroken;
    let Some(children) = children(footer) else {
        return Some(broken);
    };
    // How many children are still to come, for each element that is open.
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
        if open.len() > MOST_NESTED {
            return Some(Reason::ParquetTooDeep);
        }
    }
    (open.iter().any(|left| *left > 0) || children.is_empty()).then_some(broken)
}

/// Columns in columns.
const MOST_NESTED: usize = 32;

/// For each element of the schema, how many children it claims.
fn children(footer: &[u8]) -> Option<Vec<i64>> {
    let mut input = ThriftBytes {
        bytes: footer,
        at: 0,
    };
    let mut last = 0;
    let mut children = Vec::new();
    while let Some((id, kind)) = input.field(&mut last)? {
        if (id, kind) != (2, 9) {
            input.skip(kind, DEEPEST + 8)?;
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
                    (_, kind) => input.skip(kind, DEEPEST)?,
                }
            }
            children.push(claimed);
        }
    }
    Some(children)
}
