//! Problems in, those that say the same (numbers and values apart) together; errors first, then guesses, then notes.
//!
//! A corpus with one broken habit has it a hundred thousand times: a person wants to read that once.

use std::sync::Arc;

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

/// What is alike together; of one level the most frequent first, then as they came.
fn alike(problems: &[Problem]) -> Vec<Alike> {
    let mut known: FxHashMap<(Level, String, String), usize> = FxHashMap::default();
    let mut groups: Vec<(Alike, Parted, Parted)> = Vec::new();
    for (index, problem) in (0..).zip(problems) {
        let (reason, hint) = (Parted::new(&problem.reason), Parted::new(&problem.hint));
        let said = (problem.level, reason.common(), hint.common());
        let at = *known.entry(said).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((group, all_reasons, all_hints)) => {
                all_reasons.blank_what_differs_in(&reason);
                all_hints.blank_what_differs_in(&hint);
                group.places.push(index);
            }
            None => groups.push((new(problem, index), reason, hint)),
        }
    }
    let finished = |(group, reason, hint): (Alike, Parted, Parted)| Alike {
        uniform: !reason.differs && !hint.differs,
        reason: reason.whole(),
        hint: hint.whole(),
        ..group
    };
    let mut out: Vec<Alike> = groups.into_iter().map(finished).collect();
    out.sort_by_key(|group| (group.level as u8, usize::MAX - group.places.len()));
    out
}

fn new(problem: &Problem, index: u32) -> Alike {
    Alike {
        level: problem.level,
        reason: String::new(),
        hint: String::new(),
        places: vec![index],
        uniform: true,
    }
}

/// A text in parts: what must be the same in all that is alike, and between these the numbers and values.
struct Parted {
    /// Fixed and variable in turns, a fixed one first.
    parts: Vec<String>,
    /// Others had other variables.
    differs: bool,
}

impl Parted {
    fn new(text: &str) -> Parted {
        let mut parts = vec![String::new()];
        let mut depth = 0_usize;
        for c in text.chars() {
            let before = depth;
            match c {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            // The marks round a value are fixed.
            let variable = before > 0 && depth > 0 || depth == 0 && before == 0 && c.is_numeric();
            if variable != parts.len().is_multiple_of(2) {
                parts.push(String::new());
            }
            if let Some(last) = parts.last_mut() {
                last.push(c);
            }
        }
        Parted {
            parts,
            differs: false,
        }
    }

    /// With `…` for each variable.
    fn common(&self) -> String {
        let blank = |(index, part): (usize, &String)| match index % 2 {
            0 => part.clone(),
            _ => "…".to_owned(),
        };
        self.parts.iter().enumerate().map(blank).collect()
    }

    fn blank_what_differs_in(&mut self, other: &Parted) {
        for (here, there) in self.parts.iter_mut().zip(&other.parts) {
            if here != there {
                "…".clone_into(here);
                self.differs = true;
            }
        }
    }

    fn whole(self) -> String {
        self.parts.concat()
    }
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

    /// What is the same everywhere is shown, numbers and values too.
    #[test]
    fn only_what_differs_is_left_out() {
        let said = |value: &str| format!("no date in {}: {}", isolated("date 2"), isolated(value));
        let values = ["غد", "30"].map(said);
        check(
            &[(Guess, &values[0]), (Guess, &values[1])],
            &[(Guess, "no date in date 2: …", &[0, 1])],
        );
        check(
            &[(Error, "not UTF-8 at 3"), (Error, "not UTF-8 at 4")],
            &[(Error, "not UTF-8 at …", &[0, 1])],
        );
    }

    #[test]
    fn parts_make_the_text_again() {
        let wild = [
            "a \u{2068}b 1",
            "\u{2069}\u{2069}7",
            "\u{2066}\u{2066}x\u{2069}",
            "",
            "7",
            "7a٧",
        ];
        for text in wild {
            assert_eq!(Parted::new(text).whole(), text);
        }
    }
}
