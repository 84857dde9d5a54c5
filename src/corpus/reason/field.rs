//! Takes a typed field of a reason, gives its name and value: sentences are filled with them and problems are grouped by them.

use std::borrow::Cow;

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
    /// The message of a library or the system; problems that differ only in its numbers are grouped.
    Message(&'a str),
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
            ReasonValue::Message(message) => Cow::Owned(without_numbers(message)),
            ReasonValue::Code(kind) | ReasonValue::Kind(kind) => Cow::Borrowed(kind),
        }
    }
}

/// The message with `…` for each number.
fn without_numbers(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut in_number = false;
    for c in message.chars() {
        match (c.is_numeric(), in_number) {
            (true, false) => out.push('…'),
            (true, true) => {}
            (false, _) => out.push(c),
        }
        in_number = c.is_numeric();
    }
    out
}

/// The message of a library or the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(pub String);

impl Message {
    /// The message of an error in lower case, as it stands inside a sentence.
    pub fn lower(error: &impl ToString) -> Message {
        Message(error.to_string().to_lowercase())
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

impl IntoFields for Message {
    fn add<'a>(&'a self, name: &'static str, fields: &mut Vec<ReasonField<'a>>) {
        let value = ReasonValue::Message(&self.0);
        fields.push(ReasonField { name, value });
    }

    #[cfg(test)]
    fn samples() -> Vec<Message> {
        vec![Message("input ended (os error 5)".to_owned())]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_alike_but_for_their_numbers() {
        let kind = |message| ReasonValue::Message(message).kind().into_owned();
        assert_eq!(kind("wanted 12 bytes, got 7٣"), "wanted … bytes, got …");
        assert_eq!(kind(""), "");
        assert_eq!(kind("eof"), "eof");
        assert_ne!(kind("eof"), kind("eof 1"));
    }
}
