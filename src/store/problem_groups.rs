//! Problems in, those of one kind together; errors first, then guesses, then notes.
//!
//! A corpus with one broken habit has it a hundred thousand times: a person wants to read that once.
//! Of one kind are problems of one level, code and set of fields, whose fields differ in numbers and
//! values alone ([`ReasonValue::kind`](crate::corpus::ReasonValue::kind)).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::{Level, Problem, Reason, ReasonField};

/// Problems of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    pub level: Level,
    /// The reason of the first of them.
    pub reason: Reason,
    /// For each field of the reason, whether they differ in it.
    pub differs: Vec<bool>,
    /// Indices into the problems, in their order.
    pub places: Vec<u32>,
}

impl Alike {
    /// Whether they do not differ.
    pub fn is_uniform(&self) -> bool {
        !self.differs.contains(&true)
    }
}

/// All problems, and which of them say the same.
#[derive(Clone, Debug, Default)]
pub struct ProblemList {
    pub problems: Arc<Vec<Problem>>,
    /// Errors, guesses, notes; also those that are not among `problems`, because there are too many.
    pub counts: [usize; 3],
    pub groups: Vec<Alike>,
}

impl ProblemList {
    pub(super) fn new(problems: Arc<Vec<Problem>>, counts: [usize; 3]) -> ProblemList {
        ProblemList {
            groups: alike(&problems),
            problems,
            counts,
        }
    }
}

/// What is equal in problems of one kind: level, code, and of each field its name and kind.
type ProblemKind = (Level, &'static str, Vec<(&'static str, String)>);

/// A kind while it is being gathered.
struct GrowingGroup<'a> {
    first: &'a Problem,
    fields: Vec<ReasonField<'a>>,
    /// For each field, whether the problems differ in it.
    differs: Vec<bool>,
    places: Vec<u32>,
}

/// Problems of one kind together; of one level the most frequent first, then as they came.
fn alike(problems: &[Problem]) -> Vec<Alike> {
    let mut known: FxHashMap<ProblemKind, usize> = FxHashMap::default();
    let mut groups: Vec<GrowingGroup> = Vec::new();
    for (index, problem) in (0..).zip(problems) {
        let fields = problem.reason.fields();
        let at = *known.entry(kind(problem, &fields)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => {
                let both = group.fields.iter().zip(&fields);
                for (differs, (first, other)) in group.differs.iter_mut().zip(both) {
                    *differs |= first.value != other.value;
                }
                group.places.push(index);
            }
            None => groups.push(GrowingGroup {
                first: problem,
                differs: vec![false; fields.len()],
                fields,
                places: vec![index],
            }),
        }
    }
    let mut out: Vec<Alike> = groups.into_iter().map(GrowingGroup::finished).collect();
    out.sort_by_key(|group| (group.level as u8, usize::MAX - group.places.len()));
    out
}

fn kind(problem: &Problem, fields: &[ReasonField]) -> ProblemKind {
    let fields = fields
        .iter()
        .map(|field| (field.name, field.value.kind().into_owned()));
    (problem.level, problem.reason.code(), fields.collect())
}

impl GrowingGroup<'_> {
    fn finished(self) -> Alike {
        Alike {
            level: self.first.level,
            reason: self.first.reason.clone(),
            differs: self.differs,
            places: self.places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Cause, SeveralReasons};
    use crate::words::Words;

    #[track_caller]
    fn check(reasons: &[Reason], expected: &[(Level, &str, &[u32])]) {
        let problem = |reason: &Reason| Problem::new("a.jsonl", reason.clone());
        let groups = alike(&reasons.iter().map(problem).collect::<Vec<_>>());
        let found: Vec<(Level, String, &[u32])> = groups
            .iter()
            .map(|g| {
                (
                    g.level,
                    Words::ENGLISH.plain(&SeveralReasons::of(&g.reason, &g.differs)),
                    g.places.as_slice(),
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(l, r, p)| (*l, (*r).to_owned(), *p))
            .collect();
        assert_eq!(found, expected);
    }

    use Level::{Error, Guess, Note};

    fn no_date(field: &str, value: &str) -> Reason {
        Reason::NoDate {
            field: field.to_owned(),
            value: value.to_owned(),
        }
    }

    /// JSON that ends too early, or else is none.
    fn not_json(json: &str, column: u64, line: Option<u64>) -> Reason {
        let error = serde_json::from_str::<u8>(json).unwrap_err();
        Reason::NotJson {
            error: Cause::json(&error),
            column,
            line,
        }
    }

    const EOF: &str = "eof while parsing a value";

    #[test]
    fn what_is_of_one_kind_is_together() {
        check(&[], &[]);
        check(
            &[Reason::NotAnObject],
            &[(Error, "not a JSON object", &[0])],
        );
        check(
            &[not_json("", 7, None), not_json("", 120, None)],
            &[(Error, &format!("not JSON: {EOF} at column …"), &[0, 1])],
        );
        let values = ["غد", "بعد غد", "tomorrow 3"].map(|value| no_date("date", value));
        check(
            &values,
            &[(Note, "no date understood in date: …", &[0, 1, 2])],
        );
        // Equal in every field: nothing is hidden.
        check(
            &[values[0].clone(), values[0].clone()],
            &[(Note, "no date understood in date: غد", &[0, 1])],
        );
        // One sentence, two hints.
        check(
            &[Reason::NoArticleByName, Reason::MemberNoArticleByName],
            &[
                (Note, "not read: no article, by its name", &[0]),
                (Note, "not read: no article, by its name", &[1]),
            ],
        );
    }

    #[test]
    fn errors_come_first_then_what_is_frequent() {
        check(
            &[
                Reason::LinkLoop,
                Reason::UnnamedColumns,
                Reason::BrokenUtf8,
                Reason::NotText,
                Reason::BrokenUtf8,
            ],
            &[
                (
                    Error,
                    "not a text file: every few bytes a control character",
                    &[3],
                ),
                (
                    Guess,
                    "some bytes are not UTF-8 and are shown as \u{FFFD}",
                    &[2, 4],
                ),
                (Guess, "the columns have no names", &[1]),
                (Note, "skipped: a link back to a folder above it", &[0]),
            ],
        );
    }

    /// What is the same everywhere is shown, numbers and values too.
    #[test]
    fn only_what_differs_is_left_out() {
        check(
            &[no_date("date 2", "غد"), no_date("date 2", "30")],
            &[(Note, "no date understood in date 2: …", &[0, 1])],
        );
        check(
            &[not_json("", 3, Some(2)), not_json("", 3, Some(4))],
            &[(
                Error,
                &format!("not JSON: {EOF} at column 3 of its line …"),
                &[0, 1],
            )],
        );
    }

    /// Another message of the parser, or a sentence of other words, is another kind.
    #[test]
    fn kinds_of_one_code_are_apart() {
        check(
            &[
                not_json("", 3, None),
                not_json("x", 3, None),
                not_json("", 3, Some(2)),
                not_json("", 4, None),
            ],
            &[
                (Error, &format!("not JSON: {EOF} at column …"), &[0, 3]),
                (Error, "not JSON: expected value at column 3", &[1]),
                (
                    Error,
                    &format!("not JSON: {EOF} at column 3 of its line 2"),
                    &[2],
                ),
            ],
        );
    }

    #[test]
    fn names_of_a_list_are_compared_one_by_one() {
        let fields = |names: &[&str]| Reason::NoArticleFields {
            fields: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let sentence = "no text and no title in this record; its fields are";
        check(
            &[fields(&["a", "b"]), fields(&["a", "c"]), fields(&["a"])],
            &[
                (Error, &format!("{sentence} a, …"), &[0, 1]),
                (Error, &format!("{sentence} a"), &[2]),
            ],
        );
    }
}
