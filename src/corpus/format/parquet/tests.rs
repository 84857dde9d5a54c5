//! Files as Hugging Face keeps them, cut and with bytes turned over.

use std::fs::File;
use std::io::{Seek, Write};
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, FloatType, Int64Type};
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::super::super::decode::Charset;
use super::super::super::options::ReadOptions;
use super::super::FormatItem;
use super::*;

const SCHEMA: &str = "message schema {
    required binary title (UTF8);
    optional group paragraphs (LIST) { repeated group list { optional binary element (UTF8); } }
    optional group meta { required binary source (UTF8); }
    optional int64 date (TIMESTAMP_MILLIS);
    optional group embedding (LIST) { repeated group list { optional float element; } }
    optional binary image;
}";

/// Row groups of so many rows each.
fn parquet(groups: &[usize], properties: WriterProperties) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(SCHEMA).expect("a schema"));
    let properties = Arc::new(properties);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties).expect("memory");
    for &rows in groups {
        let mut group = writer.next_row_group().expect("memory");
        for index in 0..6 {
            let mut column = group.next_column().expect("memory").expect("a column");
            column_of(index, rows, &mut column);
            column.close().expect("memory");
        }
        group.close().expect("memory");
    }
    writer.into_inner().expect("memory")
}

fn column_of(index: usize, rows: usize, column: &mut SerializedColumnWriter) {
    // Levels: everything is there; lists have two items.
    let (one, two) = (vec![1; rows], vec![3; rows * 2]);
    let begins: Vec<i16> = [0, 1].repeat(rows);
    let texts = |count: usize, text: &dyn Fn(usize) -> String| -> Vec<ByteArray> {
        let texts = (0..count).map(text);
        texts
            .map(|text| ByteArray::from(text.into_bytes()))
            .collect()
    };
    let written = match index {
        0 => {
            let values = texts(rows, &|n| format!("خبر رقم {n}"));
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, None, None)
        }
        1 => {
            let values = texts(rows * 2, &|n| format!("فقرة {}", n % 7));
            let typed = column.typed::<ByteArrayType>();
            typed.write_batch(&values, Some(&two), Some(&begins))
        }
        2 => {
            let values = texts(rows, &|_| "صحيفة الميناء".into());
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, Some(&one), None)
        }
        3 => {
            let values = vec![1_425_000_000_000; rows];
            column
                .typed::<Int64Type>()
                .write_batch(&values, Some(&one), None)
        }
        4 => {
            let values = vec![0.5; rows * 2];
            let typed = column.typed::<FloatType>();
            typed.write_batch(&values, Some(&two), Some(&begins))
        }
        _ => {
            let values = vec![ByteArray::from(vec![0xFF, 0xD8, 0xFF]); rows];
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, Some(&one), None)
        }
    };
    written.expect("memory");
}

fn plain() -> WriterProperties {
    WriterProperties::builder().build()
}

fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().expect("a disk");
    file.write_all(bytes).expect("a disk");
    file.rewind().expect("a disk");
    file
}

fn read(file: &File) -> Vec<FormatItem> {
    let mut items = Vec::new();
    let mut stream = std::io::empty();
    let input = FormatInput {
        stream: &mut stream,
        file: Some(file),
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let flow = Parquet.read(input, &mut |item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    assert!(flow.expect("a disk").is_continue());
    items
}

/// How many records, and the codes of what else there is.
fn counted(items: &[FormatItem]) -> (usize, Vec<&'static str>) {
    let troubles = items.iter().filter_map(|item| match item {
        FormatItem::Trouble(trouble) => Some(trouble.reason.code()),
        FormatItem::Record(_) => None,
    });
    let troubles: Vec<&'static str> = troubles.collect();
    (items.len() - troubles.len(), troubles)
}

#[test]
fn rows_in_each_packing_and_encoding() {
    let with = || WriterProperties::builder();
    let kinds = [
        plain(),
        with().set_compression(Compression::SNAPPY).build(),
        with()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .build(),
        with()
            .set_compression(Compression::GZIP(parquet::basic::GzipLevel::default()))
            .build(),
        with().set_compression(Compression::LZ4_RAW).build(),
        with().set_dictionary_enabled(false).build(),
        with()
            .set_writer_version(WriterVersion::PARQUET_2_0)
            .set_dictionary_enabled(false)
            .build(),
        with()
            .set_dictionary_enabled(false)
            .set_column_encoding("title".into(), Encoding::DELTA_LENGTH_BYTE_ARRAY)
            .set_column_encoding("date".into(), Encoding::DELTA_BINARY_PACKED)
            .build(),
        with()
            .set_data_page_row_count_limit(3)
            .set_write_batch_size(3)
            .build(),
    ];
    for kind in kinds {
        let items = read(&file(&parquet(&[300, 1], kind)));
        assert_eq!(counted(&items), (301, vec![]));
        let mut records = items.iter().filter_map(|item| match item {
            FormatItem::Record(record) => Some(record),
            FormatItem::Trouble(_) => None,
        });
        let record = records.nth(8).expect("a ninth record");
        assert_eq!(record.number, 9);
        assert_eq!(record.title.as_deref(), Some("خبر رقم 8"));
        assert_eq!(record.text, "فقرة 2\nفقرة 3");
        let date = record.date.as_ref().map(|(date, _)| format!("{date:?}"));
        assert!(
            date.is_some_and(|date| date.contains("2015")),
            "{:?}",
            record.date
        );
        assert!(record.source.is_some() && record.extra.is_empty());
    }
}

#[test]
fn what_is_broken_costs_its_row_group() {
    let whole = parquet(&[200, 200, 200], plain());
    let mut broken = whole.clone();
    // The magic, and the beginning of the first column of the second row group.
    let second = memchr::memmem::find_iter(&whole, "خبر رقم 0".as_bytes()).nth(1);
    let at = second.expect("a second row group") - 20;
    broken[at..at + 30].fill(0xFF);
    let items = read(&file(&broken));
    let (records, troubles) = counted(&items);
    assert_eq!((records, troubles.len()), (400, 1), "{troubles:?}");
    assert!(matches!(items.last(), Some(FormatItem::Record(r)) if r.number == 600));
    for end in [8, 11, 100, whole.len() / 2, whole.len() - 1] {
        let items = read(&file(&whole[..end]));
        assert_eq!(counted(&items), (0, vec!["parquet-cut"]));
    }
}

#[test]
fn a_stream_is_no_file() {
    let mut stream = std::io::empty();
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let mut items = 0;
    let flow = Parquet.read(input, &mut |_| {
        items += 1;
        ControlFlow::Break(())
    });
    assert!(flow.expect("memory").is_break() && items == 1);
}

/// Bytes turned over at random: whatever the library does with it, the program goes on, and soon.
#[test]
fn no_turned_byte_ends_the_program() {
    let with = || WriterProperties::builder();
    let kinds = [
        parquet(&[40, 40], plain()),
        parquet(
            &[40, 40],
            with().set_compression(Compression::SNAPPY).build(),
        ),
        parquet(
            &[40, 40],
            with()
                .set_writer_version(WriterVersion::PARQUET_2_0)
                .set_dictionary_enabled(false)
                .build(),
        ),
    ];
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |most: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).expect("31 bits") % most
    };
    let (mut whole, mut broken) = (0, 0);
    for round in 0..2100 {
        let bytes = &kinds[round % kinds.len()];
        let turned = file(bytes);
        // Every other time in the footer, where one byte says the most.
        let from = if round % 2 == 0 { 0 } else { bytes.len() / 2 };
        for _ in 0..=next(4) {
            let at = from + next(bytes.len() - from);
            turned
                .write_all_at(&[next(256) as u8], at as u64)
                .expect("a disk");
        }
        let items = read(&turned);
        let (records, troubles) = counted(&items);
        assert!(records <= 80, "{records}");
        whole += usize::from(records == 80);
        broken += usize::from(!troubles.is_empty());
    }
    assert!(
        whole > 100 && broken > 100,
        "{whole} whole, {broken} broken"
    );
}
