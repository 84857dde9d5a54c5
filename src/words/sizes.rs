//! Sizes and spans of time as people say them.

use std::time::Duration;

use super::sentence::{Arg, ArgValue, Sentence, messages};

/// Bytes in the unit that says them shortest: `950 bytes`, `12 kB`, `1.4 GB`.
pub(super) fn size(bytes: u64) -> Sentence {
    let units = [
        ("size-tb", 1e12),
        ("size-gb", 1e9),
        ("size-mb", 1e6),
        ("size-kb", 1e3),
    ];
    let value = bytes as f64;
    // From where it would be rounded to a thousand of the unit below.
    let unit = units.into_iter().find(|(_, one)| value >= one * 0.9995);
    match unit {
        Some((code, one)) => {
            let decimals = usize::from(value / one < 9.95);
            let value = ArgValue::Decimal(value / one, decimals);
            Sentence::new(code, vec![Arg::new("value", value)])
        }
        None => Sentence::new(
            "size-bytes",
            vec![Arg::new("bytes", ArgValue::Count(bytes))],
        ),
    }
}

messages! {
    /// How long ago something was.
    pub enum Ago {
        /// Less than a minute.
        Now "ago-now";
        Minutes "ago-minutes" { minutes: Count };
        Hours "ago-hours" { hours: Count };
        Days "ago-days" { days: Count };
    }
}

/// How long ago something was, in the largest unit that it fills.
pub fn ago(span: Duration) -> Ago {
    let minutes = span.as_secs() / 60;
    match (minutes / (24 * 60), minutes / 60, minutes) {
        (0, 0, 0) => Ago::Now,
        (0, 0, minutes) => Ago::Minutes { minutes },
        (0, hours, _) => Ago::Hours { hours },
        (days, ..) => Ago::Days { days },
    }
}
