//! Takes a sentence with named placeholders and the fields of a reason, gives the sentence with the fields filled in.

use std::borrow::Cow;

use crate::corpus::{ReasonField, ReasonValue};
use crate::text::{Options, isolated, shortened};

/// Shown in place of a field in which the problems of a group differ.
pub(super) const VARIOUS: &str = "…";
/// Longest list of names in a sentence, in columns; a longer one would push the rest out of sight.
const MAX_LIST_COLUMNS: usize = 120;

/// Makes functions from a table of sentences, one for every variant of an enum: the compiler
/// reports a missing one. Where the words depend on fields, a variant has a row for each pattern.
macro_rules! sentences {
    ($(#[doc = $doc:literal])+ $function:ident($enum:ident) {
        $($name:ident $({ $($field:ident: $value:pat),+ })? => $text:literal;)+
    }) => {
        $(#[doc = $doc])+
        fn $function(of: &$enum) -> &'static str {
            match of {
                $($enum::$name { $($($field: $value,)+)? .. } => $text,)+
            }
        }
    };
}
pub(super) use sentences;

/// The texts of the placeholders of a sentence, by name.
pub(super) struct FieldValues {
    texts: Vec<(&'static str, String)>,
}

impl FieldValues {
    /// The fields as they are shown; those that differ within a group of problems are shown as `…`.
    pub(super) fn of(fields: &[ReasonField], differs: &[bool]) -> FieldValues {
        let differs = differs.iter().copied().chain(std::iter::repeat(false));
        let shown = fields
            .iter()
            .zip(differs)
            .map(|(field, differs)| (field.name, shown(&field.value, differs)));
        FieldValues {
            texts: shown.collect(),
        }
    }

    /// Adds a placeholder that is no field of its own.
    pub(super) fn add(&mut self, name: &'static str, text: String) {
        self.texts.push((name, text));
    }

    /// The text of a placeholder; several fields of one name are a list.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut found = self.texts.iter().filter(|(own, _)| *own == name);
        let (_, first) = found.next()?;
        let rest: Vec<&str> = found.map(|(_, text)| text.as_str()).collect();
        if rest.is_empty() {
            return Some(Cow::Borrowed(first));
        }
        let list = format!("{first}, {}", rest.join(", "));
        let list = shortened(&list, MAX_LIST_COLUMNS, Options::default()).into_owned();
        Some(Cow::Owned(list))
    }

    /// The sentence with each `{name}` replaced; an unknown name stays as it is.
    pub(super) fn fill(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len() + 32);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            rest = after;
            let place = after.split_once('}');
            if let Some((text, after)) =
                place.and_then(|(name, after)| Some((self.get(name)?, after)))
            {
                out.push_str(&text);
                rest = after;
            } else {
                out.push('{');
            }
        }
        out.push_str(rest);
        out
    }
}

/// A value as a sentence shows it.
fn shown(value: &ReasonValue, differs: bool) -> String {
    match (value, differs) {
        (ReasonValue::Number(number), false) => number.to_string(),
        (ReasonValue::Number(_), true) => VARIOUS.to_owned(),
        (ReasonValue::Text(text), false) => isolated(text),
        (ReasonValue::Text(_), true) => isolated(VARIOUS),
        (ReasonValue::Message(message), false) => (*message).to_owned(),
        (ReasonValue::Message(_), true) => value.kind().into_owned(),
        (ReasonValue::Kind(kind), _) => kind.clone().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_in_their_places() {
        let field = |name, value| ReasonField { name, value };
        let fields = [
            field("name", ReasonValue::Text("غد")),
            field("name", ReasonValue::Text("7")),
            field("count", ReasonValue::Number(12)),
            field("error", ReasonValue::Message("got 3 of 4")),
        ];
        let sentence = "{count} of {name}: {error} {x} {";
        let filled = |differs: &[bool]| FieldValues::of(&fields, differs).fill(sentence);
        assert_eq!(
            filled(&[]),
            "12 of \u{2068}غد\u{2069}, \u{2068}7\u{2069}: got 3 of 4 {x} {"
        );
        assert_eq!(
            filled(&[false, true, true, true]),
            "… of \u{2068}غد\u{2069}, \u{2068}…\u{2069}: got … of … {x} {"
        );
    }

    /// What a corpus calls its fields is no place of a sentence.
    #[test]
    fn values_are_not_filled_again() {
        let fields = [ReasonField {
            name: "name",
            value: ReasonValue::Text("{name}"),
        }];
        let filled = FieldValues::of(&fields, &[]).fill("a {name}");
        assert_eq!(filled, "a \u{2068}{name}\u{2069}");
    }
}
