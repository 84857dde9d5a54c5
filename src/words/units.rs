//! Sizes and spans of time as people say them.

use std::time::Duration;

/// Bytes with a unit: `950 bytes`, `12 kB`, `1.4 GB`.
pub fn size(bytes: u64) -> String {
    let units = [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)];
    let value = bytes as f64;
    // From where it would be rounded to a thousand of the unit below.
    let unit = units.into_iter().find(|(_, one)| value >= one * 0.9995);
    match unit {
        Some((name, one)) if value / one < 9.95 => format!("{:.1} {name}", value / one),
        Some((name, one)) => format!("{:.0} {name}", value / one),
        None => format!("{bytes} bytes"),
    }
}

/// How long ago something was, in the largest unit that it fills.
pub fn ago(span: Duration) -> String {
    let seconds = span.as_secs();
    let units = [("day", 86_400), ("hour", 3600), ("minute", 60)];
    let filled = units.into_iter().find(|(_, one)| seconds >= *one);
    match filled.map(|(name, one)| (name, seconds / one)) {
        Some((name, 1)) => format!("1 {name} ago"),
        Some((name, n)) => format!("{n} {name}s ago"),
        None => "just now".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_spans_are_short() {
        let sizes = [
            0,
            999,
            1000,
            9949,
            9950,
            12_345,
            999_499,
            999_500,
            4_200_000_000,
        ];
        let said = sizes.map(size);
        let expected = [
            "0 bytes",
            "999 bytes",
            "1.0 kB",
            "9.9 kB",
            "10 kB",
            "12 kB",
            "999 kB",
            "1.0 MB",
            "4.2 GB",
        ];
        assert_eq!(said, expected);
        let spans = [0, 59, 60, 7199, 7200, 86_399, 86_400, 999_999];
        let said = spans.map(|seconds| ago(Duration::from_secs(seconds)));
        let expected = [
            "just now",
            "just now",
            "1 minute ago",
            "1 hour ago",
            "2 hours ago",
            "23 hours ago",
            "1 day ago",
            "11 days ago",
        ];
        assert_eq!(said, expected);
    }
}
