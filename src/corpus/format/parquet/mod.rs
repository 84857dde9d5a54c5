//! Takes parquet files, in which many corpora are published, gives a record a row.
//!
//! Behind the cargo feature `parquet`, which is on by default; without it such a file is a problem
//! that names the feature.

#[cfg(feature = "parquet")]
mod guard;
#[cfg(feature = "parquet")]
mod rows;
#[cfg(feature = "parquet")]
mod thrift;

use std::io;
use std::ops::ControlFlow;

use super::super::reason::Reason;
use super::{Format, FormatInput, ItemSink, RecordPosition};

/// The format of parquet files.
pub struct Parquet;

impl Format for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let Some(file) = input.file else {
            return Ok(out(RecordPosition::default().trouble(Reason::ParquetStream)));
        };
        #[cfg(feature = "parquet")]
        return rows::read(file, input.options, out);
        #[cfg(not(feature = "parquet"))]
        {
            let _ = file;
            Ok(out(
                RecordPosition::default().trouble(Reason::ParquetNotBuilt)
            ))
        }
    }
}

#[cfg(feature = "parquet")]
#[cfg(test)]
mod tests;
