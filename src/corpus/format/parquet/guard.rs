//! Takes a parquet file, reports which parts claim more values than their bytes can hold, before memory is reserved.
//!
//! The library trusts the sizes that footers, pages and delta-packed columns claim; a claim of a
//! billion values would end the program for lack of memory, which cannot be caught. Here the claims
//! are compared with the number of bytes.

use std::fs::File;
use std::os::unix::fs::FileExt;

use parquet::basic::{Encoding, Type};
use parquet::bloom_filter::Sbbf;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};
use parquet::file::reader::RowGroupReader;
use parquet::record::reader::RowIter;
use parquet::schema::types::{ColumnDescPtr, Type as SchemaType};

use super::super::super::reason::{ColumnFlaw, Reason};
use super::thrift::{delta_length, delta_values, flaw_of_schema, header};

/// Longest footer that is read, in bytes, as it is held in memory.
const MAX_FOOTER_BYTES: u64 = 256 << 20;
/// Largest page that is unpacked, in bytes, as it is held in memory.
const MAX_PAGE_BYTES: i64 = 256 << 20;
/// Bytes read for the header of a page: at first, and where it is longer because of its statistics.
const HEADER_BYTES: [usize; 2] = [1 << 10, 1 << 20];

/// The flaw of the footer, if any.
pub(super) fn footer(file: &File, length: u64) -> Option<Reason> {
    let mut tail = [0; 8];
    let at = length.checked_sub(12);
    let read = at.map(|at| file.read_exact_at(&mut tail, at + 4));
    if !matches!(read, Some(Ok(()))) {
        return Some(Reason::ParquetCut);
    }
    let [a, b, c, d, magic @ ..] = tail;
    match &magic {
        b"PAR1" => {}
        b"PARE" => return Some(Reason::ParquetEncrypted),
        _ => return Some(Reason::ParquetCut),
    }
    let size = u64::from(u32::from_le_bytes([a, b, c, d]));
    let Some(start) = length
        .checked_sub(8 + size)
        .filter(|_| size <= MAX_FOOTER_BYTES)
    else {
        return Some(Reason::ParquetFooterBroken);
    };
    let mut bytes = vec![0; size as usize];
    match file.read_exact_at(&mut bytes, start) {
        Ok(()) => flaw_of_schema(&bytes),
        Err(_) => Some(Reason::ParquetFooterUnread),
    }
}

/// The number of values that the pages of a column claim; an error where that is impossible.
pub(super) fn values(
    file: &File,
    column: &ColumnChunkMetaData,
) -> std::result::Result<u64, ColumnFlaw> {
    let start = column
        .dictionary_page_offset()
        .unwrap_or(column.data_page_offset());
    let (start, length) = (
        u64::try_from(start),
        u64::try_from(column.compressed_size()),
    );
    let (Ok(mut at), Ok(length)) = (start, length) else {
        return Err(ColumnFlaw::NoBeginning);
    };
    let end = at.checked_add(length).ok_or(ColumnFlaw::NoEnd)?;
    let mut values = 0u64;
    while at < end {
        let page = HEADER_BYTES.iter().find_map(|most| {
            let mut bytes = vec![0; *most];
            let read = file.read_at(&mut bytes, at).ok()?;
            header(bytes.get(..read)?)
        });
        let page = page.ok_or(ColumnFlaw::PageHeader)?;
        let after = u64::try_from(page.packed)
            .ok()
            .and_then(|n| at.checked_add(page.length as u64 + n));
        let after = after
            .filter(|after| *after <= end)
            .ok_or(ColumnFlaw::PageCut)?;
        if !(0..=MAX_PAGE_BYTES).contains(&page.unpacked) {
            return Err(ColumnFlaw::PageTooLarge);
        }
        let count = u64::try_from(page.values).map_err(|_| ColumnFlaw::PageNegative)?;
        if page.is_dictionary {
            if count.saturating_mul(narrowest(column)) > page.unpacked.unsigned_abs() {
                return Err(ColumnFlaw::Dictionary);
            }
        } else {
            values = values.saturating_add(count);
        }
        at = after;
    }
    Ok(values)
}

/// Fewest bytes of a value in a dictionary.
fn narrowest(column: &ColumnChunkMetaData) -> u64 {
    match column.column_type() {
        Type::BOOLEAN => 1,
        Type::INT32 | Type::FLOAT | Type::BYTE_ARRAY => 4,
        Type::INT64 | Type::DOUBLE => 8,
        Type::INT96 => 12,
        Type::FIXED_LEN_BYTE_ARRAY => u64::try_from(column.column_descr().type_length())
            .unwrap_or(1)
            .max(1),
    }
}

/// A row group whose delta-packed pages are checked before they are unpacked.
pub(super) struct CheckedRowGroup<'a>(pub Box<dyn RowGroupReader + 'a>);

impl RowGroupReader for CheckedRowGroup<'_> {
    fn metadata(&self) -> &RowGroupMetaData {
        self.0.metadata()
    }

    fn num_columns(&self) -> usize {
        self.0.num_columns()
    }

    fn get_column_page_reader(&self, i: usize) -> Result<Box<dyn PageReader>> {
        Ok(Box::new(CheckedPages {
            pages: self.0.get_column_page_reader(i)?,
            column: self.metadata().schema_descr().column(i),
        }))
    }

    fn get_column_bloom_filter(&self, _: usize) -> Option<&Sbbf> {
        None
    }

    fn get_row_iter(&self, projection: Option<SchemaType>) -> Result<RowIter<'_>> {
        RowIter::from_row_group(projection, self)
    }
}

/// The pages of a column, each checked before it is given out.
struct CheckedPages {
    pages: Box<dyn PageReader>,
    column: ColumnDescPtr,
}

impl CheckedPages {
    /// Whether a page has no more delta-packed lengths than values.
    fn is_sound(&self, page: &Page) -> bool {
        let is_delta = |encoding| {
            matches!(
                encoding,
                Encoding::DELTA_LENGTH_BYTE_ARRAY | Encoding::DELTA_BYTE_ARRAY
            )
        };
        if page.is_dictionary_page() || !is_delta(page.encoding()) {
            return true;
        }
        let most = u64::from(page.num_values());
        let sound = |bytes: &[u8]| delta_values(bytes).is_some_and(|values| values <= most);
        let Some(bytes) = self.values(page) else {
            return false;
        };
        if page.encoding() == Encoding::DELTA_LENGTH_BYTE_ARRAY {
            return sound(bytes);
        }
        let suffixes = || bytes.get(delta_length(bytes)?..);
        sound(bytes) && suffixes().is_some_and(sound)
    }

    /// The bytes of a page after its repetition and definition levels.
    fn values<'p>(&self, page: &'p Page) -> Option<&'p [u8]> {
        let (bytes, levels) = match page {
            Page::DataPageV2 {
                buf,
                def_levels_byte_len,
                rep_levels_byte_len,
                ..
            } => (
                buf,
                *def_levels_byte_len as usize + *rep_levels_byte_len as usize,
            ),
            Page::DataPage { buf, .. } => {
                let mut at = 0;
                for level in [self.column.max_rep_level(), self.column.max_def_level()] {
                    if level > 0 {
                        let length = buf.get(at..at + 4)?.try_into().ok()?;
                        at = at.checked_add(4 + u32::from_le_bytes(length) as usize)?;
                    }
                }
                (buf, at)
            }
            Page::DictionaryPage { .. } => return None,
        };
        bytes.get(levels..)
    }
}

impl PageReader for CheckedPages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        if page.as_ref().is_some_and(|page| !self.is_sound(page)) {
            let reason = "a page of more values than it has bytes for";
            return Err(ParquetError::General(reason.to_owned()));
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}

impl Iterator for CheckedPages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
