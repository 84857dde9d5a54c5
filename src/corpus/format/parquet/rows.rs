//! Takes an opened parquet file, gives an object a row, row group after row group.
//!
//! Only columns that can hold a field of an article are read, not vectors or pictures. The library
//! panics on some broken files, so each row group is read inside [`shielded`]: a failure costs that row
//! group only.

use std::fs::File;
use std::io;
use std::ops::ControlFlow;

use jiff::{Timestamp, civil};
use parquet::basic::{LogicalType, TimeUnit, Type as Physical};
use parquet::errors::ParquetError;
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::record::{Field, Row};
use parquet::schema::types::{Type, TypePtr};
use serde_json::{Map, Number, Value};

use super::super::super::decode::Charset;
use super::super::super::options::ReadOptions;
use super::super::super::reason::{Cause, ColumnFlaw, Reason};
use super::super::super::shield::shielded;
use super::super::{ItemSink, RecordContext, RecordPosition, emit};
use super::guard::{self, CheckedRowGroup};

/// Most numbers in a list that is kept; a longer one is a vector.
const MAX_LIST_NUMBERS: usize = 16;
/// Most bytes of text for each byte of a file: ten times the best compression of text.
const MAX_FOLD: u64 = 250;
/// Bytes of text that any file may hold beside [`MAX_FOLD`] times its size: small files of repeated
/// values compress very well.
const FREE_BYTES: u64 = 256 << 20;
/// Longest name of a column that a reason keeps, in characters: it fits a line of a sentence.
const MAX_NAME_CHARS: usize = 60;
/// Longest message of the library that a reason keeps, in characters.
const MAX_MESSAGE_CHARS: usize = 120;
/// Most rows for each byte of a row group: more would be empty, and each would be reported.
const MAX_ROWS_PER_BYTE: u64 = 64;
/// Rows that any row group may have beside [`MAX_ROWS_PER_BYTE`] times its bytes.
const FREE_ROWS: u64 = 4096;

/// Why the rows of a row group are not read.
enum RowsFault {
    /// The library failed, with its message.
    Library(String),
    /// A column, given by its name, has impossible claims.
    Column(String, ColumnFlaw),
    /// The number of rows is negative.
    Negative,
    /// There are many more rows than bytes.
    WithoutBytes,
    /// There are more rows than fit into memory.
    TooMany,
    /// The text is too long for the size of the file.
    GrowsTooMuch,
}

impl RowsFault {
    fn library(error: &ParquetError) -> RowsFault {
        RowsFault::Library(error.to_string())
    }

    /// The reason for a row group that ends with the row of number `last`.
    fn reason(self, last: u64) -> Reason {
        match self {
            RowsFault::Library(error) => Reason::ParquetRowsNotRead {
                last,
                error: message(&error),
            },
            RowsFault::Column(name, flaw) => Reason::ParquetColumnBroken {
                last,
                column: first_line(&name, MAX_NAME_CHARS),
                flaw,
            },
            RowsFault::Negative => Reason::ParquetRowsNegative { last },
            RowsFault::WithoutBytes => Reason::ParquetRowsWithoutBytes { last },
            RowsFault::TooMany => Reason::ParquetRowsTooMany { last },
            RowsFault::GrowsTooMuch => Reason::ParquetGrowsTooMuch {
                last,
                fold: MAX_FOLD,
            },
        }
    }
}

/// Reads all rows.
pub(super) fn read(
    file: &File,
    options: &ReadOptions,
    out: ItemSink,
) -> io::Result<ControlFlow<()>> {
    let length = file.metadata()?.len();
    let whole = |reason: Reason| RecordPosition::default().trouble(reason);
    let refused = |error: &str| {
        whole(Reason::ParquetNotOpened {
            error: message(error),
        })
    };
    if let Some(reason) = guard::footer(file, length) {
        return Ok(out(whole(reason)));
    }
    let own = file.try_clone()?;
    let reader = match shielded(|| SerializedFileReader::new(own)) {
        Ok(Ok(reader)) => reader,
        Ok(Err(error)) => return Ok(out(refused(&error.to_string()))),
        Err(panic) => return Ok(out(refused(&panic))),
    };
    let mut row_reader = RowReader {
        options,
        nanos: nanos(&reader),
        record: 0,
        left: length.saturating_mul(MAX_FOLD).saturating_add(FREE_BYTES),
    };
    let Some(columns) = shielded(|| wanted(&reader)).ok().flatten() else {
        return Ok(out(whole(Reason::ParquetWithoutText)));
    };
    for index in 0..reader.num_row_groups() {
        let before = row_reader.record;
        let group = reader.metadata().row_group(index);
        let rows = u32::try_from(group.num_rows()).unwrap_or(0);
        let done = rows_of(file, group, &columns).and_then(|rows| {
            let read = shielded(|| row_reader.group(&reader, index, rows, &columns, out));
            read.unwrap_or_else(|panic| Err(RowsFault::Library(panic)))
        });
        match done {
            Ok(flow) if flow.is_break() => return Ok(flow),
            Ok(_) => {}
            Err(fault) => {
                let at = RecordPosition {
                    record: row_reader.record + 1,
                    line: None,
                };
                let last = u64::from(before) + u64::from(rows);
                if out(at.trouble(fault.reason(last))).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        row_reader.record = before.saturating_add(rows);
    }
    Ok(ControlFlow::Continue(()))
}

/// The library's message on one line.
fn message(error: &str) -> Cause {
    let error = error.strip_prefix("Parquet error: ").unwrap_or(error);
    Cause::text(first_line(error, MAX_MESSAGE_CHARS))
}

fn first_line(text: &str, most_chars: usize) -> String {
    let line = text.lines().next().unwrap_or("");
    line.chars().take(most_chars).collect()
}

/// The schema of the columns that are read; `None` where there are none.
fn wanted(reader: &SerializedFileReader<File>) -> Option<Type> {
    let root = reader.metadata().file_metadata().schema();
    let fields = root
        .get_fields()
        .iter()
        .filter(|field| !is_foreign(field, 0));
    let fields: Vec<TypePtr> = fields.cloned().collect();
    if fields.is_empty() {
        return None;
    }
    Type::group_type_builder(root.name())
        .with_fields(fields)
        .build()
        .ok()
}

/// Whether a column is a vector, a picture or sound.
fn is_foreign(field: &Type, depth: usize) -> bool {
    if field.is_primitive() {
        let number = !matches!(field.get_physical_type(), Physical::BYTE_ARRAY);
        return field.get_physical_type() == Physical::FIXED_LEN_BYTE_ARRAY || depth > 0 && number;
    }
    let fields = field.get_fields();
    let media = fields.len() == 2
        && fields.iter().any(|f| f.name() == "bytes")
        && fields.iter().any(|f| f.name() == "path");
    let list = field.get_basic_info().converted_type() == parquet::basic::ConvertedType::LIST;
    let inner = |depth| fields.iter().all(|field| is_foreign(field, depth));
    media || fields.is_empty() || (list || depth > 0) && inner(depth + 1)
}

/// Names of columns of nanoseconds, which the library gives as plain numbers.
fn nanos(reader: &SerializedFileReader<File>) -> Vec<String> {
    let fields = reader
        .metadata()
        .file_metadata()
        .schema()
        .get_fields()
        .iter();
    let nanos = fields.filter(|field| {
        let logical = field.get_basic_info().logical_type_ref();
        matches!(logical, Some(LogicalType::Timestamp(kind)) if kind.unit == TimeUnit::NANOS)
    });
    nanos.map(|field| field.name().to_owned()).collect()
}

/// Number of rows of a row group, if its pages can hold them.
fn rows_of(file: &File, group: &RowGroupMetaData, columns: &Type) -> Result<usize, RowsFault> {
    let named = |path: &[String]| {
        columns
            .get_fields()
            .iter()
            .any(|f| path.first().is_some_and(|p| p == f.name()))
    };
    let read = group
        .columns()
        .iter()
        .filter(|column| named(column.column_path().parts()));
    let mut rows = u64::try_from(group.num_rows()).map_err(|_| RowsFault::Negative)?;
    let mut packed = 0u64;
    for column in read {
        let values = guard::values(file, column);
        let broken = |flaw| RowsFault::Column(column.column_path().string(), flaw);
        rows = rows.min(values.map_err(broken)?);
        packed = packed.saturating_add(column.compressed_size().unsigned_abs());
    }
    // Empty rows take no bytes: a billion of them would each be reported.
    if rows
        > packed
            .saturating_mul(MAX_ROWS_PER_BYTE)
            .saturating_add(FREE_ROWS)
    {
        return Err(RowsFault::WithoutBytes);
    }
    usize::try_from(rows).map_err(|_| RowsFault::TooMany)
}

/// State of reading one file.
struct RowReader<'a> {
    options: &'a ReadOptions,
    /// Columns of nanoseconds.
    nanos: Vec<String>,
    /// Number of rows so far.
    record: u32,
    /// Bytes of text that the file may still hold.
    left: u64,
}

impl RowReader<'_> {
    fn group(
        &mut self,
        reader: &SerializedFileReader<File>,
        index: usize,
        rows: usize,
        columns: &Type,
        out: ItemSink,
    ) -> Result<ControlFlow<()>, RowsFault> {
        let group = reader
            .get_row_group(index)
            .map_err(|error| RowsFault::library(&error))?;
        let group = CheckedRowGroup(group);
        let iter = group
            .get_row_iter(Some(columns.clone()))
            .map_err(|error| RowsFault::library(&error))?;
        for row in iter.take(rows) {
            let row = row.map_err(|error| RowsFault::library(&error))?;
            let object = self.object(row);
            self.record += 1;
            let about = RecordContext {
                at: RecordPosition {
                    record: self.record,
                    line: None,
                },
                charset: Charset::Utf8,
                alone: false,
            };
            if self.left == 0 {
                return Err(RowsFault::GrowsTooMuch);
            }
            if emit(object, about, self.options, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn object(&mut self, row: Row) -> Map<String, Value> {
        let fields = row.into_columns().into_iter().map(|(name, field)| {
            let value = match field {
                Field::Long(nanos) if self.nanos.contains(&name) => {
                    time(Timestamp::from_nanosecond(i128::from(nanos)))
                }
                field => value(field),
            };
            self.left = self.left.saturating_sub(length(&value));
            (name, value)
        });
        fields.collect()
    }
}

fn length(value: &Value) -> u64 {
    match value {
        Value::String(text) => text.len() as u64,
        Value::Array(items) => items.iter().map(length).sum(),
        Value::Object(object) => object.values().map(length).sum(),
        _ => 0,
    }
}

/// A field as JSON; null where it is bytes that are no text.
fn value(field: Field) -> Value {
    match field {
        Field::Bool(value) => Value::Bool(value),
        Field::Byte(n) => n.into(),
        Field::Short(n) => n.into(),
        Field::Int(n) => n.into(),
        Field::Long(n) => n.into(),
        Field::UByte(n) => n.into(),
        Field::UShort(n) => n.into(),
        Field::UInt(n) => n.into(),
        Field::ULong(n) => n.into(),
        Field::Float(n) => Number::from_f64(n.into()).map_or(Value::Null, Value::Number),
        Field::Double(n) => Number::from_f64(n).map_or(Value::Null, Value::Number),
        Field::Str(text) => Value::String(text),
        Field::Bytes(bytes) => {
            let text = std::str::from_utf8(bytes.data());
            text.map_or(Value::Null, |text| Value::String(text.to_owned()))
        }
        Field::Date(days) => day(days),
        Field::TimestampMillis(millis) => time(Timestamp::from_millisecond(millis)),
        Field::TimestampMicros(micros) => time(Timestamp::from_microsecond(micros)),
        Field::Group(row) => {
            let fields = row.into_columns().into_iter();
            Value::Object(fields.map(|(name, field)| (name, value(field))).collect())
        }
        Field::ListInternal(list) => {
            let items = list.elements();
            if items.len() > MAX_LIST_NUMBERS && items.iter().all(is_number) {
                return Value::Null;
            }
            Value::Array(items.iter().cloned().map(value).collect())
        }
        Field::MapInternal(map) => {
            let entries = map.entries().iter().cloned();
            let named = entries.filter_map(|(key, field)| match value(key) {
                Value::String(name) => Some((name, value(field))),
                _ => None,
            });
            Value::Object(named.collect())
        }
        other @ (Field::Decimal(_) | Field::Float16(_)) => Value::String(other.to_string()),
        Field::Null | Field::TimeMillis(_) | Field::TimeMicros(_) => Value::Null,
    }
}

fn is_number(field: &Field) -> bool {
    field.is_primitive() && !matches!(field, Field::Str(_) | Field::Bytes(_))
}

fn day(days: i32) -> Value {
    let span = jiff::Span::new().try_days(days);
    let date = span.and_then(|span| civil::date(1970, 1, 1).checked_add(span));
    date.map_or(Value::Null, |date| Value::String(date.to_string()))
}

fn time(time: Result<Timestamp, jiff::Error>) -> Value {
    time.map_or(Value::Null, |time| Value::String(time.to_string()))
}
