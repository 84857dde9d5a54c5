//! Tests of [`super`]: the English sentences of every reason and hint.

use std::collections::HashSet;
use std::fmt::Write;

use super::super::date::Ymd;
use super::super::problem::Problem;
use super::super::yearless_date::YearSource;
use super::*;
use crate::text::{isolated, unisolated};
use crate::words::{Language, MonthNames, Said, Words};

fn sentence(said: &impl Said) -> String {
    Words::ENGLISH.say(said)
}

/// Every code, level and sentence, in every form; where problems are shown as one, too.
#[test]
fn sentences_of_all_reasons() {
    let mut out = String::new();
    for of in Reason::samples() {
        let (code, level) = (of.code(), of.level().as_str());
        writeln!(out, "{code} ({level})").unwrap();
        let one = unisolated(&sentence(&of));
        writeln!(out, "    {one}").unwrap();
        let all = vec![true; of.fields().len()];
        let several = unisolated(&sentence(&SeveralReasons::of(&of, &all)));
        if several != one {
            writeln!(out, "    {several}").unwrap();
        }
        if let Some(of) = of.hint() {
            writeln!(out, "    ({}: {})", of.code(), sentence(&of)).unwrap();
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("reasons", out));
}

#[track_caller]
fn check_form(sentence: &str, code: &str) {
    let first = sentence.chars().next();
    assert!(
        first.is_some_and(|c| !c.is_uppercase()),
        "{code}: {sentence}"
    );
    assert!(!sentence.ends_with('.'), "{code}: {sentence}");
    // Nothing is left open, and nothing of the source's layout got in.
    assert!(!sentence.contains("  "), "{code}: {sentence}");
}

#[test]
fn sentences_begin_in_lower_case_and_have_no_full_stop() {
    for of in Reason::samples() {
        check_form(&unisolated(&sentence(&of)), of.code());
    }
    for of in ProblemHint::ALL {
        let hint = sentence(&of);
        // What XML is called begins with a capital wherever it stands.
        if !hint.starts_with("ISO") {
            check_form(&hint, of.code());
        }
    }
}

/// A field that no sentence shows would be kept in vain.
#[test]
fn every_field_is_in_its_sentence() {
    for of in Reason::samples() {
        let whole = sentence(&of);
        for (at, field) in of.fields().iter().enumerate() {
            if matches!(field.value, ReasonValue::Kind(_) | ReasonValue::Code(_)) {
                continue;
            }
            let differs: Vec<bool> = (0..=at).map(|each| each == at).collect();
            let open = sentence(&SeveralReasons::of(&of, &differs));
            assert_ne!(open, whole, "{}: {}", of.code(), field.name);
        }
    }
}

#[test]
fn a_problem_says_where_what_and_what_to_do() {
    let mut of = Problem {
        record: Some(7),
        line: Some(7),
        ..Problem::new("a.jsonl", Reason::NotAnObject)
    };
    assert_eq!(of.level, Level::Error);
    assert_eq!(
        Words::ENGLISH.plain(&of),
        "a.jsonl:7: not a JSON object (records are objects: {\"title\": …, \"text\": …})"
    );
    of.line = None;
    of.reason = Reason::LinkLoop;
    assert_eq!(
        Words::ENGLISH.plain(&of),
        "a.jsonl: skipped: a link back to a folder above it"
    );
}

/// Values are isolated on the screen and bare in what goes to a pipe.
#[test]
fn values_are_isolated() {
    let of = Reason::NoDate {
        field: "date".to_owned(),
        value: "غد".to_owned(),
    };
    let (field, value) = (isolated("date"), isolated("غد"));
    assert_eq!(
        sentence(&of),
        format!("no date understood in {field}: {value}")
    );
    assert_eq!(
        Words::ENGLISH.plain(&Problem::new("a", of)),
        "a: no date understood in date: غد (ISO 8601 is always read: 2015-09-30)"
    );
}

fn guess(day: u8) -> DateGuess {
    DateGuess {
        date: Ymd {
            year: 2015,
            month: 9,
            day,
        },
        weekday: 2,
        near: 2015,
        source: YearSource::Text,
    }
}

#[test]
fn a_guessed_date_is_explained() {
    assert_eq!(
        sentence(&guess(29)),
        "Tuesday 29 September falls in 2015; the text names 2015"
    );
    let reason_of = |differs: &[bool]| {
        let reason = Reason::DateGuessed { guess: guess(8) };
        sentence(&SeveralReasons::of(&reason, differs))
    };
    assert_eq!(
        reason_of(&[]),
        "date 2015-09-08 is a guess: Tuesday 8 September falls in 2015; the text names 2015"
    );
    assert_eq!(
        reason_of(&[false, false, true]),
        "date 2015-09-… is a guess: Tuesday … September falls in 2015; the text names 2015"
    );
}

/// The months are called as where the reader is.
#[test]
fn months_are_those_of_the_territory() {
    let said = |months| {
        let words = Words {
            language: Language::Arabic,
            months,
            ..Words::ENGLISH
        };
        words.plain(&guess(29))
    };
    for (months, name) in [
        (MonthNames::Levant, " أيلول "),
        (MonthNames::Nile, " سبتمبر "),
        (MonthNames::Morocco, " شتنبر "),
        (MonthNames::Mauritania, " شتمبر "),
        (MonthNames::Both, " أيلول/سبتمبر "),
    ] {
        assert!(said(months).contains(name), "{}", said(months));
    }
}

#[test]
fn a_long_list_of_names_is_cut() {
    let fields = vec!["اسم طويل جدا لحقل من الحقول".to_owned(); 8];
    let sentence = sentence(&Reason::NoArticleFields { fields });
    assert!(
        sentence.contains('…') && sentence.chars().count() < 220,
        "{sentence}"
    );
}

#[test]
fn codes_are_distinct_and_in_kebab_case() {
    let mut codes: Vec<&str> = Reason::samples().iter().map(Reason::code).collect();
    // The forms of one reason follow one another.
    codes.dedup();
    let distinct: HashSet<&str> = codes.iter().copied().collect();
    assert_eq!(distinct.len(), codes.len());
    for code in codes
        .into_iter()
        .chain(ProblemHint::ALL.map(ProblemHint::code))
    {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(code.chars().all(kebab), "{code}");
    }
}

#[test]
fn every_reason_is_packed_and_comes_back() {
    for reason in Reason::samples() {
        let mut packed = FieldWriter::default();
        reason.pack(&mut packed);
        let mut fields = FieldReader::new(&packed.bytes);
        assert_eq!(Reason::unpack(&mut fields).as_ref(), Ok(&reason));
        assert_eq!(fields.left(), 0, "{reason:?}");
    }
}

#[test]
fn every_hint_is_given_by_a_reason() {
    let given: HashSet<ProblemHint> = Reason::samples().iter().filter_map(Reason::hint).collect();
    let unused = |hint: &ProblemHint| !given.contains(hint);
    let unused: Vec<ProblemHint> = ProblemHint::ALL.into_iter().filter(unused).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
