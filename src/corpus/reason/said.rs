//! Reasons, hints and guesses in, messages out: their fields are the arguments.

use super::super::problem::Problem;
use super::super::yearless_date::DateGuess;
use super::field::{ReasonField, ReasonValue};
use super::{ProblemHint, Reason};
use crate::words::{Arg, ArgValue, Said, messages};

impl Said for Reason {
    fn code(&self) -> &'static str {
        self.message()
    }

    fn args(&self) -> Vec<Arg> {
        SeveralReasons::of(self, &[]).args()
    }
}

impl Said for ProblemHint {
    fn code(&self) -> &'static str {
        self.message()
    }

    fn args(&self) -> Vec<Arg> {
        Vec::new()
    }
}

/// Reasons that differ in some fields, as one.
#[derive(Clone, Copy, Debug)]
pub struct SeveralReasons<'a> {
    /// The first of them.
    reason: &'a Reason,
    /// For each field of the reason, whether they differ in it; those that are not named do not.
    differs: &'a [bool],
}

impl<'a> SeveralReasons<'a> {
    /// Reasons like one of them, but for the fields that `differs` marks, in the order of the fields.
    pub fn of(reason: &'a Reason, differs: &'a [bool]) -> SeveralReasons<'a> {
        SeveralReasons { reason, differs }
    }

    /// The fields, and whether the reasons differ in each.
    fn fields(&self) -> impl Iterator<Item = (ReasonField<'a>, bool)> {
        let differs = self.differs.iter().copied().chain(std::iter::repeat(false));
        self.reason.fields().into_iter().zip(differs)
    }
}

impl Said for SeveralReasons<'_> {
    fn code(&self) -> &'static str {
        self.reason.message()
    }

    fn args(&self) -> Vec<Arg> {
        let mut args: Vec<Arg> = Vec::new();
        if let Reason::GuessedColumns { .. } = self.reason {
            return vec![Arg::new("map", ArgValue::Code(map(self.fields())))];
        }
        for (field, differs) in self.fields() {
            let value = shown(&field.value, differs);
            // Several fields of one name are a list.
            match args.last_mut().filter(|last| last.name == field.name) {
                Some(Arg { value: list, .. }) => append(list, value),
                None => args.push(Arg::new(field.name, value)),
            }
        }
        if let Reason::DateGuessed { guess } = self.reason {
            let date = iso_date(*guess, self.fields());
            args.push(Arg::new("date", ArgValue::IsoDate(date)));
        }
        args
    }
}

/// A value as a sentence shows it.
fn shown(value: &ReasonValue<'_>, differs: bool) -> ArgValue {
    match (value, differs) {
        (ReasonValue::Number(number), false) => ArgValue::Count(*number),
        (ReasonValue::Ordinal(number), false) => ArgValue::Ordinal(*number),
        (ReasonValue::Number(_) | ReasonValue::Ordinal(_), true) => ArgValue::Various,
        (ReasonValue::Text(text), false) => ArgValue::Name((*text).to_owned()),
        (ReasonValue::Text(_), true) => ArgValue::Name("…".to_owned()),
        (ReasonValue::Cause(cause), false) => ArgValue::Said(Box::new(cause.sentence())),
        (ReasonValue::Cause(cause), true) => ArgValue::Said(Box::new(cause.various())),
        (ReasonValue::Code(code), _) => ArgValue::Code(code.clone().into_owned()),
        // A month is chosen by its number.
        (ReasonValue::Kind(kind), _) => kind.parse().map_or_else(
            |_| ArgValue::Kind(kind.clone().into_owned().into()),
            ArgValue::Number,
        ),
    }
}

/// Puts a name behind another, or behind those there are.
fn append(list: &mut ArgValue, next: ArgValue) {
    let ArgValue::Name(next) = next else {
        debug_assert!(false, "only names are in a list");
        return;
    };
    match list {
        ArgValue::Names(names) => names.push(next),
        ArgValue::Name(first) => *list = ArgValue::Names(vec![std::mem::take(first), next]),
        _ => debug_assert!(false, "only names are in a list"),
    }
}

/// What columns without names were taken for, as `--map` takes it: `title=column1,text=column5`.
fn map<'a>(fields: impl Iterator<Item = (ReasonField<'a>, bool)>) -> String {
    let pairs = fields.map(|(field, differs)| match field.value {
        ReasonValue::Number(column) if !differs => format!("{}=column{column}", field.name),
        _ => format!("{}=column…", field.name),
    });
    pairs.collect::<Vec<String>>().join(",")
}

/// The date in ISO 8601, with `…` for what differs.
fn iso_date<'a>(guess: DateGuess, fields: impl Iterator<Item = (ReasonField<'a>, bool)>) -> String {
    let open: Vec<&str> = fields
        .filter_map(|(field, differs)| differs.then_some(field.name))
        .collect();
    let part = |name: &str, digits: String| {
        if open.contains(&name) {
            "…".to_owned()
        } else {
            digits
        }
    };
    let year = part("year", format!("{:04}", guess.date.year));
    let day = part("day", format!("{:02}", guess.date.day));
    format!("{year}-{:02}-{day}", guess.date.month)
}

impl Said for DateGuess {
    fn code(&self) -> &'static str {
        "date-guess"
    }

    fn args(&self) -> Vec<Arg> {
        Reason::DateGuessed { guess: *self }.args()
    }
}

messages! {
    /// A problem on one line: where, what, and what to do about it if anything helps.
    enum ProblemSentence {
        Plain "problem-line" { place: Path, reason: Said };
        Advised "problem-line-hint" { place: Path, reason: Said, hint: Said };
    }
}

impl Problem {
    fn on_one_line(&self) -> ProblemSentence {
        let (place, reason) = (self.place(), self.reason.sentence());
        match self.reason.hint() {
            None => ProblemSentence::Plain { place, reason },
            Some(hint) => ProblemSentence::Advised {
                place,
                reason,
                hint: hint.sentence(),
            },
        }
    }
}

impl Said for Problem {
    fn code(&self) -> &'static str {
        self.on_one_line().code()
    }

    fn args(&self) -> Vec<Arg> {
        self.on_one_line().args()
    }
}
