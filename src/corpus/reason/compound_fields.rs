//! Fields of reasons that are more than a number or a text: roles of columns, faults of parquet columns, guessed dates.

use std::borrow::Cow;

use super::super::options::FieldRole;
use super::super::yearless_date::DateGuess;
#[cfg(test)]
use super::super::{date::Ymd, yearless_date::YearSource};
use super::coded::coded;
use super::field::{IntoFields, ReasonField, ReasonValue};

/// Roles given to columns without names; columns are numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRoles(pub Vec<(FieldRole, u64)>);

impl IntoFields for ColumnRoles {
    fn add<'a>(&'a self, _: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        for (role, column) in &self.0 {
            column.add(role.name(), fields);
        }
    }

    #[cfg(test)]
    fn samples() -> Vec<ColumnRoles> {
        vec![ColumnRoles(vec![
            (FieldRole::Title, 1),
            (FieldRole::Text, 5),
        ])]
    }
}

coded! {
    /// The fault of a column of a parquet file.
    enum ColumnFlaw {
        /// It begins nowhere in the file.
        NoBeginning "no-beginning";
        /// It ends nowhere in the file.
        NoEnd "no-end";
        /// The header of a page cannot be read.
        PageHeader "page-header";
        /// A page goes on beyond the column.
        PageCut "page-cut";
        /// A page is larger unpacked than a page may be.
        PageTooLarge "page-too-large";
        /// A page claims fewer than no values.
        PageNegative "page-negative";
        /// A dictionary claims more values than its bytes can hold.
        Dictionary "dictionary";
    }
}

impl IntoFields for ColumnFlaw {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        fields.push(kind(name, self.code().into()));
    }

    #[cfg(test)]
    fn samples() -> Vec<ColumnFlaw> {
        ColumnFlaw::ALL.to_vec()
    }
}

impl IntoFields for DateGuess {
    /// Its parts one by one. Month and weekday are words in a sentence, so guesses that differ in
    /// them are not grouped.
    fn add<'a>(&'a self, _: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let number = |name, number: u64| ReasonField {
            name,
            value: ReasonValue::Ordinal(number),
        };
        let year = |year: i16| u64::from(year.unsigned_abs());
        fields.extend([
            number("year", year(self.date.year)),
            kind("month", self.date.month.to_string().into()),
            number("day", u64::from(self.date.day)),
            kind("weekday", self.weekday.to_string().into()),
            number("near", year(self.near)),
            kind("source", self.source.code().into()),
        ]);
    }

    #[cfg(test)]
    fn samples() -> Vec<DateGuess> {
        let guess = |source| DateGuess {
            date: Ymd {
                year: 2015,
                month: 9,
                day: 8,
            },
            weekday: 2,
            near: 2016,
            source,
        };
        YearSource::ALL.map(guess).to_vec()
    }
}

fn kind<'a>(name: &'static str, kind: Cow<'a, str>) -> ReasonField<'a> {
    ReasonField {
        name,
        value: ReasonValue::Kind(kind),
    }
}
