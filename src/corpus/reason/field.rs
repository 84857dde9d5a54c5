//! Takes a typed field of a reason, gives its name and value: sentences are filled with them and problems are grouped by them.

use std::borrow::Cow;

use super::Cause;

/// A field of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonField<'a> {
    /// The name as declared; the items of a list have the same name.
    pub name: &'static str,
    pub value: ReasonValue<'a>,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonValue<'a> {
    /// A number; problems that differ in it are grouped.
    Number(u64),
    /// A number by which something is called; problems that differ in it are grouped.
    Ordinal(u64),
    /// Text of the corpus, isolated in a sentence; problems that differ in it are grouped.
    Text(&'a str),
    /// What an error says of itself; problems that differ in its kind are not grouped.
    Cause(&'a Cause),
    /// Signs, or a name that is the same in every language; problems that differ in it are not grouped.
    Code(Cow<'a, str>),
    /// A value that a sentence depends on; problems that differ in it are not grouped.
    Kind(Cow<'a, str>),
}

impl ReasonValue<'_> {
    /// The part that has to be equal in problems of one group.
    pub fn kind(&self) -> Cow<'_, str> {
        match self {
            ReasonValue::Number(_) | ReasonValue::Ordinal(_) | ReasonValue::Text(_) => {
                Cow::Borrowed("")
            }
            ReasonValue::Cause(cause) => Cow::Owned(cause.kind()),
            ReasonValue::Code(kind) | ReasonValue::Kind(kind) => Cow::Borrowed(kind),
        }
    }
}

/// A line of signs that separates articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeparatorLine(pub String);

/// Types that can be a field of a reason.
pub(super) trait IntoFields {
    /// Adds the field, or the fields that it consists of.
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>);

    /// One value for each form of the sentences about it.
    #[cfg(test)]
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// The sample of a form, the last of those there are for a field of fewer.
#[cfg(test)]
pub(super) fn sample<T: IntoFields>(form: usize) -> T {
    let mut samples = T::samples();
    samples.truncate(form + 1);
    samples.pop().expect("a sample")
}

impl IntoFields for u64 {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Number(*self);
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<u64> {
        vec![7]
    }
}

impl IntoFields for Option<u64> {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        match self {
            Some(number) => number.add(name, fields),
            None => fields.push(ReasonField {
                name,
                value: ReasonValue::Kind("none".into()),
            }),
        }
    }

    #[cfg(test)]
    fn samples() -> Vec<Option<u64>> {
        vec![None, Some(12)]
    }
}

impl IntoFields for String {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Text(self);
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<String> {
        vec!["عنوان 1".to_owned()]
    }
}

impl IntoFields for Vec<String> {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        for text in self {
            text.add(name, fields);
        }
    }

    #[cfg(test)]
    fn samples() -> Vec<Vec<String>> {
        vec![vec!["رقم".to_owned(), "label".to_owned()]]
    }
}

impl IntoFields for &'static str {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Code(Cow::Borrowed(*self));
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<&'static str> {
        vec!["windows-1256"]
    }
}

impl IntoFields for Cause {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Cause(self);
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<Cause> {
        vec![Cause::text("input ended (os error 5)".to_owned())]
    }
}

impl IntoFields for SeparatorLine {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Code(Cow::Borrowed(&self.0));
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<SeparatorLine> {
        vec![SeparatorLine("=====".to_owned())]
    }
}
