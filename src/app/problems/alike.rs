//! Problems in, those that say the same (numbers and values apart) together; errors first, then guesses, then notes.
//!
//! A corpus with one broken habit has it a hundred thousand times: a person wants to read that once.

use rustc_hash::FxHashMap;

use crate::corpus::{Level, Problem};

/// Problems that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    pub level: Level,
    /// What they all say; `…` stands where they differ.
    pub reason: String,
    pub hint: String,
    /// Indices into the problems, in their order.
    pub places: Vec<u32>,
    /// None says anything of its own.
    pub uniform: bool,
    /// All places are shown.
    pub open: bool,
}

/// What is alike together; of one level the most frequent first, then as they came.
pub(super) fn alike(problems: &[Problem]) -> Vec<Alike> {
    let mut known: FxHashMap<(Level, String, String), usize> = FxHashMap::default();
    let mut out: Vec<Alike> = Vec::new();
    for (index, problem) in (0..).zip(problems) {
        let said = (
            problem.level,
            common(&problem.reason),
            common(&problem.hint),
        );
        let at = *known.entry(said).or_insert(out.len());
        match out.get_mut(at) {
            Some(group) => {
                group.uniform &= group.reason == problem.reason && group.hint == problem.hint;
                group.places.push(index);
            }
            None => out.push(Alike {
                level: problem.level,
                reason: problem.reason.clone(),
                hint: problem.hint.clone(),
                places: vec![index],
                uniform: true,
                open: false,
            }),
        }
    }
    for group in out.iter_mut().filter(|group| !group.uniform) {
        (group.reason, group.hint) = (common(&group.reason), common(&group.hint));
    }
    out.sort_by_key(|group| (group.level as u8, usize::MAX - group.places.len()));
    out
}

/// A text with `…` for each number and each isolated value.
fn common(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    let mut number = false;
    for c in text.chars() {
        let (before, digit) = (depth, c.is_numeric());
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (before, depth) {
            (0, 1) => {
                out.push(c);
                out.push('…');
            }
            (1, 0) => out.push(c),
            (0, 0) if digit && !number => out.push('…'),
            (0, 0) if !digit => out.push(c),
            _ => {}
        }
        number = digit && depth == 0;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{isolated, unisolated};

    fn problem(level: Level, line: u64, reason: &str) -> Problem {
        Problem {
            path: "a.jsonl".into(),
            record: None,
            line: Some(line),
            level,
            reason: reason.to_owned(),
            hint: String::new(),
        }
    }

    #[track_caller]
    fn check(problems: &[(Level, &str)], expected: &[(Level, &str, &[u32])]) {
        let problems = problems
            .iter()
            .map(|(level, reason)| problem(*level, 1, reason));
        let groups = alike(&problems.collect::<Vec<_>>());
        let found: Vec<(Level, String, &[u32])> = groups
            .iter()
            .map(|g| (g.level, unisolated(&g.reason), g.places.as_slice()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(l, r, p)| (*l, (*r).to_owned(), *p))
            .collect();
        assert_eq!(found, expected);
    }

    use Level::{Error, Guess, Note};

    #[test]
    fn what_says_the_same_is_together() {
        check(&[], &[]);
        check(&[(Error, "not JSON")], &[(Error, "not JSON", &[0])]);
        check(
            &[(Error, "ends at column 7"), (Error, "ends at column 120")],
            &[(Error, "ends at column …", &[0, 1])],
        );
        let values = ["غد", "بعد غد", "tomorrow 3"].map(|v| format!("no date in {}", isolated(v)));
        check(
            &[
                (Guess, &values[0]),
                (Guess, &values[1]),
                (Guess, &values[2]),
            ],
            &[(Guess, "no date in …", &[0, 1, 2])],
        );
        // Alike in every letter: nothing is hidden.
        check(
            &[(Guess, &values[0]), (Guess, &values[0])],
            &[(Guess, "no date in غد", &[0, 1])],
        );
        check(
            &[(Error, "no text"), (Guess, "no text")],
            &[(Error, "no text", &[0]), (Guess, "no text", &[1])],
        );
    }

    #[test]
    fn errors_come_first_then_what_is_frequent() {
        check(
            &[
                (Note, "n"),
                (Guess, "once"),
                (Guess, "twice"),
                (Error, "e"),
                (Guess, "twice"),
            ],
            &[
                (Error, "e", &[3]),
                (Guess, "twice", &[2, 4]),
                (Guess, "once", &[1]),
                (Note, "n", &[0]),
            ],
        );
    }

    #[test]
    fn a_value_that_is_left_open_harms_nothing() {
        for wild in [
            "a \u{2068}b 1",
            "\u{2069}\u{2069}7",
            "\u{2066}\u{2066}x\u{2069}",
        ] {
            assert!(common(wild).chars().count() <= wild.chars().count() + 1);
        }
    }
}
