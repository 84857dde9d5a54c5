//! A line in, how fribidi is asked about it and its answer in our terms out.
//!
//! - fribidi leaves a lam that carries a mark alone, where the ligature is obligatory: it is asked about the
//!   alef first and the mark then, which looks the same.
//! - A value that is isolated in running text is to what is around it as a neutral character is: it is asked
//!   about such a one, and the value is put in its place.

use fihrist::text::{Direction, Layout, Options, isolated_values};

pub(super) struct Question {
    pub(super) text: String,
    pub(super) direction: Direction,
    values: Vec<String>,
}

impl Question {
    pub(super) fn new(line: &str) -> Question {
        let mut text = String::new();
        let mut values = Vec::new();
        let mut at = 0;
        for value in isolated_values(line) {
            text.push_str(line.get(at..value.start).unwrap());
            text.push(place(values.len()));
            at = value.end;
            values.push(line.get(value).unwrap().to_owned());
        }
        text.push_str(line.get(at..).unwrap());
        Question {
            text: with_marks_behind_the_alef(&text),
            direction: Layout::new(line, Options::default().reading()).direction(),
            values,
        }
    }

    pub(super) fn answered(&self, visual: &str) -> String {
        let mut answered = visual.to_owned();
        for (index, value) in self.values.iter().enumerate() {
            answered = answered.replace(place(index), value);
        }
        answered
    }
}

/// What stands for a value: a circled number, which is neutral.
fn place(index: usize) -> char {
    let index = u32::try_from(index).unwrap();
    assert!(index < 20, "no line has so many values");
    char::from_u32(0x2460 + index).unwrap()
}

fn with_marks_behind_the_alef(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = String::new();
    let mut after_lam = false;
    for c in text.chars() {
        if after_lam && is_mark(c) {
            marks.push(c);
            continue;
        }
        let is_alef = matches!(c, '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}');
        if after_lam && is_alef {
            out.push(c);
            out.push_str(&marks);
        } else {
            out.push_str(&marks);
            out.push(c);
        }
        marks.clear();
        after_lam = c == '\u{644}';
    }
    out + &marks
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}')
}
