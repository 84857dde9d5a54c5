//! Numbers in, digits out: in the digits that were asked for, in groups of three or not.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::text::isolated_code;

/// LEFT-TO-RIGHT MARK.
const LRM: char = '\u{200E}';

/// The digits of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// 0–9, with a comma between groups.
    #[default]
    Latin,
    /// ٠–٩
    Arabic,
    /// ۰–۹
    Persian,
}

impl Digits {
    pub const ALL: [Digits; 3] = [Digits::Latin, Digits::Arabic, Digits::Persian];

    /// The same digits and signs, written in these.
    fn written(self, text: &str) -> String {
        let zero = match self {
            Digits::Latin => return text.to_owned(),
            Digits::Arabic => '٠',
            Digits::Persian => '۰',
        };
        let digit = |c: char| match c {
            '0'..='9' => char::from_u32(zero as u32 + (c as u32 - '0' as u32)).unwrap_or(c),
            ',' => '٬',
            '.' => '٫',
            '%' => '٪',
            _ => c,
        };
        text.chars().map(digit).collect()
    }

    /// A number, its digits in groups of three: `30,676`.
    pub fn grouped(self, number: u64) -> String {
        self.written(&grouped(&number.to_string()))
    }

    /// A date in ISO 8601: `2015-09-30`, its year first in text of either direction.
    pub fn date(self, date: &str) -> String {
        let written = self.written(date);
        match self {
            // UAX #9 has numbers in these digits from right to left even where text runs from the left, unless
            // letters from the left are between them.
            Digits::Arabic => written.replace('-', &format!("{LRM}-{LRM}")),
            Digits::Latin | Digits::Persian => written,
        }
    }

    /// A share: `58%`.
    pub fn percent(self, percent: u64) -> String {
        self.written(&format!("{percent}%"))
    }

    /// A number in a sentence.
    fn number(self, number: &FluentNumber) -> String {
        let decimals = number.options.minimum_fraction_digits.unwrap_or(0);
        let text = match &number.options.currency {
            Some(written) => written.clone(),
            None => format!("{:.decimals$}", number.value),
        };
        let grouped = if number.options.use_grouping {
            grouped(&text)
        } else {
            text
        };
        self.written(&grouped)
    }
}

/// A number of at most two digits, or a hundred, whose noun has the form that CLDR gives that of `number` in Arabic: the last
/// two digits decide (103 as 3, 111 as 11, 102 as 100). The crate of plural rules knows the rule for numbers below a
/// hundred alone.
pub(super) fn counted_alike(number: u64) -> u64 {
    match (number, number % 100) {
        (0..100, _) => number,
        (_, 0..3) => 100,
        (_, last) => last,
    }
}

/// Lets another number be written than the one that decides the form of its noun. Fluent has no room for it but that of a
/// currency, which no message here has.
pub(super) fn write_as(value: &mut FluentNumber, number: u64) {
    value.options.currency = Some(number.to_string());
}

/// A comma between groups of three digits before the point.
fn grouped(text: &str) -> String {
    let (whole, decimals) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::with_capacity(text.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(decimals);
    out
}

/// How the messages of a language write numbers: by a function that knows digits and direction by itself.
pub(super) type NumberWriter<M> = fn(&FluentValue, &M) -> Option<String>;

/// The writer for some digits; `isolated` where numbers stand among words of the other direction.
pub(super) fn writer<M>(digits: Digits, isolated: bool) -> NumberWriter<M> {
    match (digits, isolated) {
        (Digits::Latin, false) => |value, _| number(Digits::Latin, value),
        (Digits::Arabic, false) => |value, _| number(Digits::Arabic, value),
        (Digits::Persian, false) => |value, _| number(Digits::Persian, value),
        (Digits::Latin, true) => |value, _| isolated_number(Digits::Latin, value),
        (Digits::Arabic, true) => |value, _| isolated_number(Digits::Arabic, value),
        (Digits::Persian, true) => |value, _| isolated_number(Digits::Persian, value),
    }
}

/// What is no number is written as it is.
fn number(digits: Digits, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(digits.number(number)),
        _ => None,
    }
}

fn isolated_number(digits: Digits, value: &FluentValue) -> Option<String> {
    number(digits, value).map(|number| isolated_code(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (30_676, "30,676")] {
            assert_eq!(Digits::Latin.grouped(number), text);
        }
        assert_eq!(Digits::Arabic.grouped(1_234_567), "١٬٢٣٤٬٥٦٧");
        assert_eq!(Digits::Persian.grouped(450), "۴۵۰");
        assert_eq!(Digits::Arabic.percent(58), "٥٨٪");
    }

    #[test]
    fn decimals_are_in_no_group() {
        let number = |value: f64, decimals| {
            let mut number = FluentNumber::from(value);
            number.options.minimum_fraction_digits = Some(decimals);
            Digits::Arabic.number(&number)
        };
        assert_eq!(number(1234.5, 1), "١٬٢٣٤٫٥");
        assert_eq!(number(9.0, 0), "٩");
    }
}
