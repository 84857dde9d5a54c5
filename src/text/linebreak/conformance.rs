//! Unicode's own cases (`LineBreakTest.txt`, Unicode 18.0, all of them) in; that the rules pass
//! them, and where the habits mean to differ, out.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::GzDecoder;

use super::*;

/// One line of the file.
struct BreakCase {
    text: String,
    /// Bytes before which the file has a break, the end included.
    breaks: Vec<usize>,
    /// The rule that decides before each character and at the end, as the file names it.
    rules: Vec<String>,
}

fn cases() -> Vec<BreakCase> {
    let file = include_bytes!("../../../tests/unicode/LineBreakTest.txt.gz");
    let mut lines = String::new();
    let read = GzDecoder::new(&file[..]).read_to_string(&mut lines);
    read.expect("the file is whole");
    let data = lines.lines().filter_map(|line| line.split_once('#'));
    data.filter(|(data, _)| !data.is_empty())
        .map(|(data, comment)| case(data, comment))
        .collect()
}

fn case(data: &str, comment: &str) -> BreakCase {
    let (mut text, mut breaks) = (String::new(), Vec::new());
    for word in data.split_whitespace() {
        match word {
            "×" => {}
            "÷" => breaks.push(text.len()),
            code => {
                let c = u32::from_str_radix(code, 16).map(char::from_u32);
                text.push(c.ok().flatten().expect("a code point in hex"));
            }
        }
    }
    let rules = comment.split_whitespace().filter_map(|word| {
        let rule = word.strip_prefix('[')?.strip_suffix(']')?;
        Some(rule.to_owned())
    });
    BreakCase {
        text,
        breaks,
        rules: rules.collect(),
    }
}

#[test]
fn the_rules_pass_every_case_of_unicode() {
    let cases = cases();
    assert_eq!(cases.len(), 19_346);
    for case in cases {
        let found: Vec<usize> = untailored(&case.text).filter(|byte| *byte > 0).collect();
        assert_eq!(found, case.breaks, "{:?}", case.text);
    }
}

/// Why ours differs from the rules before `byte`: the name of the [`habits::Habit`]; white space
/// before white space; a tab or line end before it, which is taken for a space.
fn reason(case: &BreakCase, byte: usize, ours: Opportunity) -> String {
    let spaced = spaced(&case.text);
    let (before, after) = spaced.split_at(byte);
    let habit = Habits::new(&spaced).habit(byte);
    match (ours, habit) {
        (Opportunity::Within, Some(habit)) => format!("{habit:?}"),
        (Opportunity::Never, _) if after.starts_with(char::is_whitespace) => {
            "white space".to_owned()
        }
        _ => {
            let converted = !case.text.starts_with(before);
            assert!(converted, "{ours:?} before byte {byte} of {:?}", case.text);
            format!("line end, {ours:?}")
        }
    }
}

#[test]
fn the_habits_differ_where_they_mean_to() {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for case in cases() {
        let spaced = spaced(&case.text);
        let mut breaks = Breaks::new(&spaced);
        for ((byte, _), rule) in case.text.char_indices().zip(&case.rules) {
            let ours = breaks.before(byte);
            let ruled = case.breaks.contains(&byte);
            if !matches!(
                (ours, ruled),
                (Opportunity::Between, true) | (Opportunity::Never, false)
            ) {
                let reason = reason(&case, byte, ours);
                *counts.entry((reason, rule.clone())).or_default() += 1;
            }
        }
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|((reason, rule), count)| format!("{reason}, LB {rule}: {count}"))
        .collect();
    assert_eq!(counts, DIFFERENCES);
}

/// Every deliberate difference on Unicode's cases: its reason, the rule it goes against as the file
/// numbers it, and how often. Unicode's cases hold no lone waw and no stray space before Arabic
/// punctuation with a digit after it.
const DIFFERENCES: [&str; 25] = [
    "Address, LB 31.01: 3",
    "Choice, LB 31.01: 2",
    "Number, LB 18.0: 4",
    "Number, LB 31.01: 13",
    "SoftHyphen, LB 31.01: 7",
    "line end, Between, LB 12.1: 2",
    "line end, Between, LB 19.01: 1",
    "line end, Between, LB 19.1: 1",
    "line end, Between, LB 21.02: 1",
    "line end, Between, LB 21.03: 1",
    "line end, Between, LB 21.04: 3",
    "line end, Between, LB 22.0: 2",
    "line end, Between, LB 9.0: 143",
    "line end, Never, LB 31.01: 15",
    "line end, Never, LB 4.0: 12",
    "line end, Never, LB 5.02: 10",
    "line end, Never, LB 5.03: 10",
    "line end, Never, LB 5.04: 10",
    "white space, LB 18.0: 264",
    "white space, LB 20.02: 4",
    "white space, LB 4.0: 76",
    "white space, LB 5.02: 75",
    "white space, LB 5.03: 76",
    "white space, LB 5.04: 76",
    "white space, LB 8.0: 4",
];
