//! An article in, its bytes out, and back.
//!
//! What many articles of a run share (path, form of the file) is a number in a table beside the bytes
//! ([`SharedFields`]); all other fields stand in the bytes. Every field comes back as it was.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::article::{Article, Class, FoundValue, Origin, Paragraph};
use super::date::{PartialDate, Ymd};
use super::decode::Charset;
use super::key::Key;
use super::packing::{FieldReader, FieldWriter, Unreadable};
use super::yearless_date::{DateGuess, YearSource};

/// Values that several articles share, by number.
#[derive(Debug, Default)]
pub(crate) struct SharedFields {
    pub(crate) paths: Vec<Arc<Path>>,
    pub(crate) forms: Vec<Arc<str>>,
    path_numbers: FxHashMap<Arc<Path>, u32>,
    form_numbers: FxHashMap<Arc<str>, u32>,
}

impl SharedFields {
    /// The number of a path; those of one file come one after another.
    pub(crate) fn path(&mut self, path: &Arc<Path>) -> u32 {
        match self.paths.last() {
            Some(last) if Arc::ptr_eq(last, path) => self.paths.len() as u32 - 1,
            _ => numbered(path, &mut self.paths, &mut self.path_numbers),
        }
    }

    /// The number of the form of a file.
    pub(crate) fn form(&mut self, form: &Arc<str>) -> u32 {
        match self.forms.last() {
            Some(last) if Arc::ptr_eq(last, form) => self.forms.len() as u32 - 1,
            _ => numbered(form, &mut self.forms, &mut self.form_numbers),
        }
    }
}

fn numbered<T: ?Sized + Eq + std::hash::Hash>(
    value: &Arc<T>,
    values: &mut Vec<Arc<T>>,
    numbers: &mut FxHashMap<Arc<T>, u32>,
) -> u32 {
    *numbers.entry(Arc::clone(value)).or_insert_with(|| {
        values.push(Arc::clone(value));
        values.len() as u32 - 1
    })
}

/// Packs a byte range that begins at or after `from`.
pub(crate) fn pack_range(packer: &mut FieldWriter, from: usize, range: &Range<usize>) {
    packer.distance(from, range.start);
    packer.distance(range.start, range.end);
}

/// Unpacks a range that was packed after `from`.
pub(crate) fn unpack_range(
    unpacker: &mut FieldReader<'_>,
    from: usize,
) -> Result<Range<usize>, Unreadable> {
    let start = unpacker.distance(from)?;
    Ok(start..unpacker.distance(start)?)
}

impl Article {
    /// Appends the article.
    pub(crate) fn pack(&self, shared: &mut SharedFields, packer: &mut FieldWriter) {
        packer.bytes.extend_from_slice(&self.key.to_bytes());
        packer.number(u64::from(shared.path(&self.path)));
        packer.number(u64::from(shared.form(&self.read_as)));
        packer.number(u64::from(self.record));
        packer.maybe(self.line, FieldWriter::number);
        let found = |packer: &mut FieldWriter, found: &Option<FoundValue<String>>| {
            packer.maybe(found.as_ref(), |packer, found| {
                packer.byte(found.from as u8);
                packer.text(&found.value);
            });
        };
        found(packer, &self.title);
        found(packer, &self.source);
        packer.maybe(self.date.as_ref(), |packer, date| {
            packer.byte(date.from as u8);
            pack_date(packer, date.value);
        });
        packer.maybe(self.date_guess, pack_guess);
        for field in [&self.own_id, &self.date_text, &self.author, &self.url] {
            packer.maybe(field.as_deref(), FieldWriter::text);
        }
        packer.size(self.extra.len());
        for (name, value) in &self.extra {
            packer.text(name);
            packer.text(value);
        }
        let (kind, encoding) = self.charset.parts();
        packer.byte(kind);
        packer.text(encoding);
        packer.text(&self.text);
        packer.size(self.paragraphs.len());
        let mut from = 0;
        for paragraph in &self.paragraphs {
            packer.byte(paragraph.class as u8);
            pack_range(packer, from, &paragraph.bytes);
            from = paragraph.bytes.end;
        }
    }

    /// The article that was packed.
    pub(crate) fn unpack(
        paths: &[Arc<Path>],
        forms: &[Arc<str>],
        unpacker: &mut FieldReader<'_>,
    ) -> Result<Article, Unreadable> {
        let mut key = [0; 16];
        for byte in &mut key {
            *byte = unpacker.byte()?;
        }
        let path = paths.get(unpacker.size()?).ok_or(Unreadable)?;
        let read_as = forms.get(unpacker.size()?).ok_or(Unreadable)?;
        let record = unpacker.small()?;
        let line = unpacker.maybe(FieldReader::number)?;
        let title = unpack_found(unpacker)?;
        let source = unpack_found(unpacker)?;
        let date = unpacker.maybe(|unpacker| {
            let from = unpack_origin(unpacker)?;
            let value = unpack_date(unpacker)?;
            Ok(FoundValue { value, from })
        })?;
        let date_guess = unpacker.maybe(unpack_guess)?;
        let mut text = || unpacker.maybe(|u| Ok(u.text()?.to_owned()));
        let (own_id, date_text, author, url) = (text()?, text()?, text()?, text()?);
        let extra = unpacker.list(|u| Ok((u.text()?.into(), u.text()?.into())))?;
        let (kind, encoding) = (unpacker.byte()?, unpacker.text()?);
        let charset = Charset::from_parts(kind, encoding).ok_or(Unreadable)?;
        let text = unpacker.text()?.to_owned();
        let paragraphs = unpack_paragraphs(unpacker, &text)?;
        Ok(Article {
            key: Key::from_bytes(key),
            own_id,
            path: Arc::clone(path),
            record,
            line,
            title,
            source,
            date,
            date_guess,
            date_text,
            author,
            url,
            extra,
            charset,
            read_as: Arc::clone(read_as),
            text,
            paragraphs,
        })
    }
}

fn unpack_paragraphs(
    unpacker: &mut FieldReader<'_>,
    text: &str,
) -> Result<Vec<Paragraph>, Unreadable> {
    let mut from = 0;
    unpacker.list(|unpacker| {
        let class = unpacker.byte()?;
        let class = Class::ALL.get(usize::from(class)).ok_or(Unreadable)?;
        let bytes = unpack_range(unpacker, from)?;
        if text.get(bytes.clone()).is_none() {
            return Err(Unreadable);
        }
        from = bytes.end;
        Ok(Paragraph {
            bytes,
            class: *class,
        })
    })
}

fn unpack_origin(unpacker: &mut FieldReader<'_>) -> Result<Origin, Unreadable> {
    let origin = Origin::ALL.get(usize::from(unpacker.byte()?));
    origin.copied().ok_or(Unreadable)
}

fn unpack_found(unpacker: &mut FieldReader<'_>) -> Result<Option<FoundValue<String>>, Unreadable> {
    unpacker.maybe(|unpacker| {
        let from = unpack_origin(unpacker)?;
        let value = unpacker.text()?.to_owned();
        Ok(FoundValue { value, from })
    })
}

/// How much of a date is known, then the parts that are.
pub(crate) fn pack_date(packer: &mut FieldWriter, date: PartialDate) {
    let (kind, year, month, day) = match date {
        PartialDate::Day(Ymd { year, month, day }) => (0, year, month, day),
        PartialDate::Month { year, month } => (1, year, month, 0),
        PartialDate::Year(year) => (2, year, 0, 0),
        PartialDate::NoYear { month, day } => (3, 0, month, day),
    };
    packer.byte(kind);
    packer.signed(i64::from(year));
    packer.byte(month);
    packer.byte(day);
}

pub(crate) fn unpack_date(unpacker: &mut FieldReader<'_>) -> Result<PartialDate, Unreadable> {
    let kind = unpacker.byte()?;
    let year = i16::try_from(unpacker.signed()?).map_err(|_| Unreadable)?;
    let (month, day) = (unpacker.byte()?, unpacker.byte()?);
    match kind {
        0 => Ok(PartialDate::Day(Ymd { year, month, day })),
        1 => Ok(PartialDate::Month { year, month }),
        2 => Ok(PartialDate::Year(year)),
        3 => Ok(PartialDate::NoYear { month, day }),
        _ => Err(Unreadable),
    }
}

/// A date, its weekday, and what its year was guessed from.
pub(super) fn pack_guess(packer: &mut FieldWriter, guess: DateGuess) {
    pack_date(packer, PartialDate::Day(guess.date));
    packer.byte(guess.weekday);
    packer.signed(i64::from(guess.near));
    packer.byte(guess.source as u8);
}

/// The guess that was packed.
pub(super) fn unpack_guess(unpacker: &mut FieldReader<'_>) -> Result<DateGuess, Unreadable> {
    let date = unpack_date(unpacker)?.day().ok_or(Unreadable)?;
    let weekday = unpacker.byte()?;
    let near = i16::try_from(unpacker.signed()?).map_err(|_| Unreadable)?;
    let source = YearSource::ALL.get(usize::from(unpacker.byte()?));
    Ok(DateGuess {
        date,
        weekday,
        near,
        source: *source.ok_or(Unreadable)?,
    })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::corpus::{LoadEvent, Sources, load, unexamined};

    fn demo() -> Vec<Article> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let paths = ["demo-corpus", "tests/fixtures"].map(|name| folder.join(name));
        let mut articles = Vec::new();
        load(&Sources::of(paths.into()), &unexamined(), &mut |event| {
            if let LoadEvent::Article(article, ()) = event {
                articles.push(*article);
            }
            ControlFlow::Continue(())
        });
        articles
    }

    #[test]
    fn every_field_comes_back() {
        let articles = demo();
        assert!(articles.len() > 100);
        let mut shared = SharedFields::default();
        for article in &articles {
            let mut packer = FieldWriter::default();
            article.pack(&mut shared, &mut packer);
            let mut unpacker = FieldReader::new(&packer.bytes);
            let back = Article::unpack(&shared.paths, &shared.forms, &mut unpacker).unwrap();
            assert_eq!(format!("{article:?}"), format!("{back:?}"));
            assert_eq!(unpacker.left(), 0);
        }
        assert!(shared.paths.len() < articles.len());
    }

    /// Cut short anywhere, or with any byte changed, it is refused or read; nothing panics.
    #[test]
    fn torn_articles_are_refused() {
        let articles = demo();
        let article = articles.iter().min_by_key(|a| a.text.len()).unwrap();
        let mut shared = SharedFields::default();
        let mut packer = FieldWriter::default();
        article.pack(&mut shared, &mut packer);
        let read = |bytes: &[u8]| {
            Article::unpack(&shared.paths, &shared.forms, &mut FieldReader::new(bytes))
        };
        for length in 0..packer.bytes.len() {
            assert!(read(&packer.bytes[..length]).is_err(), "{length} bytes");
            for change in [1, 0x80, 0xFF] {
                let mut bytes = packer.bytes.clone();
                bytes[length] ^= change;
                let _ = read(&bytes);
            }
        }
    }
}
