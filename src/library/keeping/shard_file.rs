//! A shard in, a kept file of its articles, columns and lines out, and back. Its segment of the index has a file of
//! its own.
//!
//! Articles stay in the file and are read from it when they are asked for; so do lines, which
//! only a corpus that has changed needs.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

use super::super::block_codec::BlockCodec;
use super::super::cards::ShardCards;
use super::super::ids::ContentHash;
use super::super::records::{RecordBlock, Records};
use super::super::shard::{Shard, ShardColumns};
use super::super::shard_lines::ShardLines;
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::corpus::{Charset, Key, PartialDate, Ymd};
use crate::dedup::across::chrome::PrintedLine;
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter, Section, columns};

/// Sections of the file.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Part {
    Paths = 1,
    Forms,
    BlockSample,
    BlockFirsts,
    BlockEnds,
    BlockSizes,
    RecordBytes,
    Keys,
    Hashes,
    OwnIds,
    PathNumbers,
    RecordNumbers,
    SourceNames,
    Sources,
    Dates,
    GuessPlaces,
    Guesses,
    Words,
    RepeatedWords,
    FormNumbers,
    EncodingNames,
    Encodings,
    LineKeys,
    LineParagraphs,
    LineWords,
    LineEnds,
    CardHeads,
    CardEnds,
    CardMarks,
}

impl From<Unreadable> for KeepError {
    fn from(_: Unreadable) -> KeepError {
        KeepError::Torn(Damage::BadColumn)
    }
}

fn torn() -> KeepError {
    KeepError::Torn(Damage::UnequalColumns)
}

/// Writes all of a shard, none of whose articles is struck, but its segment.
pub(super) fn keep(shard: &Shard, out: &mut KeptWriter) -> io::Result<()> {
    debug_assert!(shard.struck().is_empty(), "its files are kept already");
    keep_records(&shard.records, out)?;
    keep_columns(&shard.columns, out)?;
    keep_cards(shard.packed_cards(), out)?;
    keep_lines(shard.packed_lines(), out)
}

fn keep_records(records: &Records, out: &mut KeptWriter) -> io::Result<()> {
    let mut paths = FieldWriter::default();
    paths.size(records.paths().len());
    for path in records.paths() {
        paths.blob(path.as_os_str().as_bytes());
    }
    out.section(Part::Paths as u32)?;
    columns::put_u8s(out, &paths.bytes)?;
    out.section(Part::Forms as u32)?;
    columns::put_texts(out, records.forms())?;
    out.section(Part::BlockSample as u32)?;
    columns::put_u8s(out, records.codec().sample())?;
    let blocks = records.blocks();
    out.section(Part::BlockFirsts as u32)?;
    let firsts: Vec<u32> = blocks.iter().map(|block| block.first).collect();
    columns::put_u32s(out, &firsts)?;
    out.section(Part::BlockEnds as u32)?;
    let ends: Vec<u64> = blocks.iter().map(|block| block.end).collect();
    columns::put_u64s(out, &ends)?;
    out.section(Part::BlockSizes as u32)?;
    let sizes: Vec<u64> = blocks.iter().map(|block| block.unpacked).collect();
    columns::put_u64s(out, &sizes)?;
    out.section(Part::RecordBytes as u32)?;
    records.copy_bytes(out)
}

fn keep_columns(shard: &ShardColumns, out: &mut KeptWriter) -> io::Result<()> {
    out.section(Part::Keys as u32)?;
    let keys: Vec<u8> = shard.keys.iter().flat_map(|key| key.to_bytes()).collect();
    columns::put_u8s(out, &keys)?;
    out.section(Part::Hashes as u32)?;
    let hashes: Vec<u64> = shard.hashes.iter().map(|hash| hash.number()).collect();
    columns::put_u64s(out, &hashes)?;
    out.section(Part::OwnIds as u32)?;
    columns::put_texts(out, &shard.own_ids)?;
    out.section(Part::SourceNames as u32)?;
    columns::put_texts(out, &shard.source_names)?;
    let numbers = [
        (Part::PathNumbers, &shard.paths),
        (Part::RecordNumbers, &shard.records),
        (Part::Sources, &shard.sources),
        (Part::Words, &shard.words),
        (Part::RepeatedWords, &shard.repeated_words),
        (Part::FormNumbers, &shard.forms),
    ];
    for (part, numbers) in numbers {
        out.section(part as u32)?;
        columns::put_u32s(out, numbers)?;
    }
    out.section(Part::Dates as u32)?;
    let dates: Vec<u64> = shard.dates.iter().map(|date| date_number(*date)).collect();
    columns::put_u64s(out, &dates)?;
    let mut guesses: Vec<(u32, Ymd)> = shard.guesses.iter().map(|(p, g)| (*p, *g)).collect();
    guesses.sort_unstable();
    out.section(Part::GuessPlaces as u32)?;
    columns::put_u32s(out, &guesses.iter().map(|(p, _)| *p).collect::<Vec<_>>())?;
    out.section(Part::Guesses as u32)?;
    let guesses = guesses
        .iter()
        .map(|(_, g)| date_number(Some(PartialDate::Day(*g))));
    columns::put_u64s(out, &guesses.collect::<Vec<_>>())?;
    let mut names: Vec<&str> = shard.encodings.clone();
    names.sort_unstable();
    names.dedup();
    out.section(Part::EncodingNames as u32)?;
    columns::put_texts(out, &names)?;
    let place = |name: &&str| names.binary_search(name).map_or(0, |place| place as u32);
    out.section(Part::Encodings as u32)?;
    columns::put_u32s(out, &shard.encodings.iter().map(place).collect::<Vec<_>>())
}

fn keep_cards(cards: &ShardCards, out: &mut KeptWriter) -> io::Result<()> {
    let (heads, ends, marks) = cards.columns();
    out.section(Part::CardHeads as u32)?;
    columns::put_u8s(out, heads.as_bytes())?;
    out.section(Part::CardEnds as u32)?;
    columns::put_u32s(out, ends)?;
    out.section(Part::CardMarks as u32)?;
    columns::put_u32s(out, marks)
}

fn keep_lines(lines: &ShardLines, out: &mut KeptWriter) -> io::Result<()> {
    let all = lines.all();
    out.section(Part::LineKeys as u32)?;
    columns::put_u64s(out, &all.iter().map(|line| line.key).collect::<Vec<_>>())?;
    out.section(Part::LineParagraphs as u32)?;
    columns::put_u32s(out, &all.iter().map(|l| l.paragraph).collect::<Vec<_>>())?;
    out.section(Part::LineWords as u32)?;
    columns::put_u32s(out, &all.iter().map(|line| line.words).collect::<Vec<_>>())?;
    out.section(Part::LineEnds as u32)?;
    columns::put_u32s(out, lines.ends())
}

/// A date as a number: how much of it is known, year, month, day; 0 where there is none.
fn date_number(date: Option<PartialDate>) -> u64 {
    let (kind, year, month, day) = match date {
        None => return 0,
        Some(PartialDate::Day(Ymd { year, month, day })) => (1, year, month, day),
        Some(PartialDate::Month { year, month }) => (2, year, month, 0),
        Some(PartialDate::Year(year)) => (3, year, 0, 0),
        Some(PartialDate::NoYear { month, day }) => (4, 0, month, day),
    };
    u64::from_le_bytes([
        year.to_le_bytes()[0],
        year.to_le_bytes()[1],
        month,
        day,
        kind,
        0,
        0,
        0,
    ])
}

fn date_of(number: u64) -> Result<Option<PartialDate>, KeepError> {
    let [low, high, month, day, kind, ..] = number.to_le_bytes();
    let year = i16::from_le_bytes([low, high]);
    Ok(Some(match kind {
        0 => return Ok(None),
        1 => PartialDate::Day(Ymd { year, month, day }),
        2 => PartialDate::Month { year, month },
        3 => PartialDate::Year(year),
        4 => PartialDate::NoYear { month, day },
        _ => return Err(torn()),
    }))
}

/// Reads sections of a kept file.
struct ShardParts<'a>(&'a KeptFile);

impl ShardParts<'_> {
    fn section(&self, part: Part) -> Result<Section, KeepError> {
        self.0.section(part as u32).ok_or(KeepError::Missing)
    }

    fn bytes(&self, part: Part) -> Result<Vec<u8>, KeepError> {
        self.section(part)?.all()
    }

    fn texts<T: for<'t> From<&'t str>>(&self, part: Part) -> Result<Vec<T>, KeepError> {
        let bytes = self.bytes(part)?;
        Ok(columns::texts(&bytes)?.into_iter().map(T::from).collect())
    }

    fn u32s(&self, part: Part) -> Result<Vec<u32>, KeepError> {
        columns::u32s(&self.bytes(part)?)
    }

    fn u64s(&self, part: Part) -> Result<Vec<u64>, KeepError> {
        columns::u64s(&self.bytes(part)?)
    }
}

/// The shard in a kept file, without its segment.
pub(super) fn open(file: &KeptFile) -> Result<Shard, KeepError> {
    let parts = ShardParts(file);
    let columns = open_columns(&parts)?;
    let records = open_records(&parts, columns.keys.len())?;
    let paths = records.paths().len();
    let within = |numbers: &[u32], limit: usize| numbers.iter().all(|n| (*n as usize) < limit);
    if !within(&columns.paths, paths) || !within(&columns.forms, records.forms().len()) {
        return Err(torn());
    }
    Ok(Shard::kept(records, columns, file.clone()))
}

fn open_records(parts: &ShardParts<'_>, articles: usize) -> Result<Records, KeepError> {
    let bytes = parts.bytes(Part::Paths)?;
    let mut fields = FieldReader::new(&bytes);
    let path = |fields: &mut FieldReader<'_>| Ok(OsStr::from_bytes(fields.blob()?).to_owned());
    let paths = fields.list(path)?;
    let forms = parts.bytes(Part::Forms)?;
    let forms = columns::texts(&forms)?;
    let firsts = parts.u32s(Part::BlockFirsts)?;
    let ends = parts.u64s(Part::BlockEnds)?;
    let sizes = parts.u64s(Part::BlockSizes)?;
    let bytes = parts.section(Part::RecordBytes)?;
    let sorted = ends.is_sorted() && firsts.is_sorted();
    if firsts.len() != ends.len()
        || sizes.len() != ends.len()
        || !sorted
        || ends.last().copied().unwrap_or(0) != bytes.len()
    {
        return Err(torn());
    }
    let blocks = firsts.into_iter().zip(ends).zip(sizes);
    let blocks = blocks.map(|((first, end), unpacked)| RecordBlock {
        first,
        end,
        unpacked,
    });
    let paths = paths.into_iter().map(|path| Arc::from(Path::new(&path)));
    Ok(Records::kept(
        paths.collect(),
        forms.into_iter().map(Arc::from).collect(),
        BlockCodec::new(parts.bytes(Part::BlockSample)?),
        blocks.collect(),
        bytes,
        u32::try_from(articles).map_err(|_| torn())?,
    ))
}

fn open_columns(parts: &ShardParts<'_>) -> Result<ShardColumns, KeepError> {
    let keys = parts.bytes(Part::Keys)?;
    let (keys, rest) = keys.as_chunks::<16>();
    let hashes = parts.u64s(Part::Hashes)?.into_iter();
    let dates = parts.u64s(Part::Dates)?.into_iter();
    let shard = ShardColumns {
        keys: keys.iter().map(|key| Key::from_bytes(*key)).collect(),
        hashes: hashes.map(ContentHash::of_number).collect(),
        own_ids: parts.texts(Part::OwnIds)?,
        paths: parts.u32s(Part::PathNumbers)?,
        records: parts.u32s(Part::RecordNumbers)?,
        source_names: parts.texts(Part::SourceNames)?,
        sources: parts.u32s(Part::Sources)?,
        dates: dates.map(date_of).collect::<Result<_, _>>()?,
        guesses: open_guesses(parts)?,
        words: parts.u32s(Part::Words)?,
        repeated_words: parts.u32s(Part::RepeatedWords)?,
        forms: parts.u32s(Part::FormNumbers)?,
        encodings: open_encodings(parts)?,
    };
    let sources = shard.source_names.len();
    let mut numbers = shard.sources.iter();
    let in_names = numbers.all(|source| (*source as usize) < sources);
    if !rest.is_empty() || !in_names || !shard.is_whole() {
        return Err(torn());
    }
    Ok(shard)
}

fn open_guesses(parts: &ShardParts<'_>) -> Result<HashMap<u32, Ymd>, KeepError> {
    let guess = |number: u64| {
        let date = date_of(number)?;
        date.and_then(PartialDate::day).ok_or_else(torn)
    };
    let guesses = parts.u64s(Part::Guesses)?.into_iter().map(guess);
    let guesses: Vec<Ymd> = guesses.collect::<Result<_, _>>()?;
    let places = parts.u32s(Part::GuessPlaces)?.into_iter();
    Ok(places.zip(guesses).collect())
}

fn open_encodings(parts: &ShardParts<'_>) -> Result<Vec<&'static str>, KeepError> {
    let known = |name: String| Charset::known_name(&name).ok_or_else(torn);
    let names = parts.texts(Part::EncodingNames)?.into_iter().map(known);
    let names: Vec<&'static str> = names.collect::<Result<_, _>>()?;
    let name = |place: &u32| names.get(*place as usize).copied().ok_or_else(torn);
    parts.u32s(Part::Encodings)?.iter().map(name).collect()
}

/// The lines in a kept file.
pub(in super::super) fn open_lines(file: &KeptFile) -> Result<ShardLines, KeepError> {
    let parts = ShardParts(file);
    let keys = parts.u64s(Part::LineKeys)?;
    let paragraphs = parts.u32s(Part::LineParagraphs)?;
    let words = parts.u32s(Part::LineWords)?;
    let ends = parts.u32s(Part::LineEnds)?;
    if keys.len() != paragraphs.len() || keys.len() != words.len() || !ends.is_sorted() {
        return Err(torn());
    }
    let lines = keys.into_iter().zip(paragraphs).zip(words);
    let lines = lines.map(|((key, paragraph), words)| PrintedLine {
        key,
        paragraph,
        words,
    });
    Ok(ShardLines::of_columns(lines.collect(), ends))
}

/// What rows show of the articles in a kept file.
pub(in super::super) fn open_cards(file: &KeptFile) -> Result<ShardCards, KeepError> {
    let parts = ShardParts(file);
    let heads = String::from_utf8(parts.bytes(Part::CardHeads)?).map_err(|_| torn())?;
    let ends = parts.u32s(Part::CardEnds)?;
    let marks = parts.u32s(Part::CardMarks)?;
    ShardCards::of_columns(heads, ends, marks).ok_or_else(torn)
}
