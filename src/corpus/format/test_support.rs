//! Takes a format and bytes, gives the records and problems it reads in them: for the tests of all formats.

use std::io::BufReader;
use std::ops::ControlFlow;

use super::super::decode::Charset;
use super::super::options::ReadOptions;
use super::{Format, FormatInput, FormatItem, RawRecord, Trouble};

/// The records and problems of one reading.
#[derive(Debug, Default)]
pub(super) struct ReadOutcome {
    pub records: Vec<RawRecord>,
    pub troubles: Vec<Trouble>,
}

impl ReadOutcome {
    /// Line, title and text of each record.
    pub(super) fn articles(&self) -> Vec<(u64, &str, &str)> {
        self.records
            .iter()
            .map(|r| {
                (
                    r.line.unwrap_or(0),
                    r.title.as_deref().unwrap_or(""),
                    r.text.as_str(),
                )
            })
            .collect()
    }

    /// Line and code of each problem.
    pub(super) fn codes(&self) -> Vec<(u64, &'static str)> {
        let troubles = self.troubles.iter();
        troubles
            .map(|t| (t.line.unwrap_or(0), t.reason.code()))
            .collect()
    }

    /// A field that has no role in an article.
    pub(super) fn extra(&self, record: usize, name: &str) -> Option<&str> {
        let extra = &self.records.get(record)?.extra;
        extra
            .iter()
            .find(|(own, _)| &**own == name)
            .map(|(_, value)| &**value)
    }
}

/// Reads bytes through a buffer of `buffer` bytes.
pub(super) fn by(
    buffer: usize,
    format: &dyn Format,
    bytes: &[u8],
    options: &ReadOptions,
) -> ReadOutcome {
    let mut tried = ReadOutcome::default();
    let mut stream = BufReader::with_capacity(buffer, bytes);
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options,
        charset: Charset::Utf8,
    };
    let flow = format.read(input, &mut |item| {
        match item {
            FormatItem::Record(record) => tried.records.push(*record),
            FormatItem::Trouble(trouble) => tried.troubles.push(trouble),
        }
        ControlFlow::Continue(())
    });
    assert_eq!(
        flow.expect("memory does not fail"),
        ControlFlow::Continue(())
    );
    tried
}

/// Reads bytes with default options.
pub(super) fn read(format: &dyn Format, bytes: &[u8]) -> ReadOutcome {
    by(4096, format, bytes, &ReadOptions::default())
}

/// Whether reading ends at the first item when its receiver breaks.
pub(super) fn ends_at_once(format: &dyn Format, bytes: &[u8]) -> bool {
    let mut taken = 0;
    let mut stream = bytes;
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let flow = format.read(input, &mut |_| {
        taken += 1;
        ControlFlow::Break(())
    });
    flow.is_ok_and(|flow| flow.is_break()) && taken == 1
}
