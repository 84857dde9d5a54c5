//! What was found and chosen in, the report for the user's screen out.

use std::fmt::Write;

use super::super::detect::{Environment, Evidence};
use super::super::display::Settings;
use super::super::terminal;
use super::widths::Widths;
use super::{CardChoice, CardReport, ReportRow};
use crate::words::{Said, Sentence, messages};

messages! {
    /// What a row of the report is about.
    enum ReportLabel {
        Terminal "report-terminal";
        Term "report-term";
        Size "report-size";
        Bidi "report-its-bidi";
        Name "report-its-name";
        Behind "report-behind-it";
        Widths "report-widths";
        Encoding "report-encoding";
        Found "report-found";
        YouSay "report-you-say";
        Hint "report-hint";
        Use "report-use";
        ForGood "report-for-good";
        Or "report-or";
    }
}

messages! {
    /// What was found out about a terminal.
    enum ReportFact {
        NotATerminal "report-not-a-terminal";
        /// What is the same in every language.
        Typed "report-typed" { text: Code };
        Size "report-cells" { cols: Ordinal, rows: Ordinal, term: Code };
        Behind "report-behind" { name: Name };
        BidiNotAnswered "report-bidi-not-answered";
        BidiUnknown "report-bidi-unknown";
        BidiOn "report-bidi-on";
        BidiOff "report-bidi-off";
        BidiOnForGood "report-bidi-on-for-good";
        BidiOffForGood "report-bidi-off-for-good";
        /// Its answers to two questions.
        Names "report-names" { version: Name, numbers: Code };
        VersionOnly "report-version-only" { version: Name };
        NumbersOnly "report-numbers-only" { numbers: Code };
        NoNames "report-no-names";
        Utf8 "report-utf8";
        /// Letters of ambiguous width take two columns.
        Utf8Wide "report-utf8-wide";
        EncodingNotAnswered "report-encoding-not-answered";
        Found "report-mode-found" { mode: Code, why: Said };
        Asked "report-mode-asked" { mode: Code, by: Said };
        /// A variable with an unknown value, and what counts instead.
        AskedBeside "report-mode-asked-beside" { complaint: Said, mode: Code, by: Said };
        InProfile "report-in-profile";
    }
}

messages! {
    /// What comes of it.
    enum ReportAdvice {
        NothingChosen "report-nothing-chosen" { mode: Code };
        NoLine "report-no-line";
        NothingToSet "report-nothing-to-set";
    }
}

pub(super) struct Report<'a> {
    pub evidence: &'a Evidence,
    pub display: &'a Settings,
    pub widths: &'a Widths,
}

impl Report<'_> {
    /// The report where stdout is no terminal.
    pub(super) fn unasked(environment: &Environment) -> CardReport {
        CardReport {
            rows: vec![
                fact(&ReportLabel::Terminal, &ReportFact::NotATerminal),
                fact(&ReportLabel::Term, &typed(&environment.term)),
            ],
            chosen: false,
        }
    }

    pub(super) fn rows(&self, chosen: &CardChoice) -> Vec<ReportRow> {
        let mut rows = self.facts();
        if let Some(hint) = &self.display.found.hint {
            rows.push(fact(&ReportLabel::Hint, hint));
            if let Some(line) = hint.to_copy() {
                rows.push(ReportRow::Blank);
                rows.push(ReportRow::Typed(line.to_owned()));
            }
        }
        rows.push(ReportRow::Blank);
        rows.extend(self.advice(chosen));
        rows
    }

    fn facts(&self) -> Vec<ReportRow> {
        let Evidence {
            environment,
            answers,
            outer,
        } = self.evidence;
        let (cols, rows) = terminal::size();
        let size = ReportFact::Size {
            cols: cols.into(),
            rows: rows.into(),
            term: format!("TERM={}", environment.term),
        };
        let bidi = match answers.bidi {
            None => ReportFact::BidiNotAnswered,
            Some(0) => ReportFact::BidiUnknown,
            Some(1) => ReportFact::BidiOn,
            Some(2) => ReportFact::BidiOff,
            Some(3) => ReportFact::BidiOnForGood,
            Some(_) => ReportFact::BidiOffForGood,
        };
        let mut all = vec![
            fact(&ReportLabel::Terminal, &self.display.found.name),
            fact(&ReportLabel::Size, &size),
            fact(&ReportLabel::Bidi, &bidi),
            fact(&ReportLabel::Name, &self.names()),
        ];
        if let Some(outer) = outer {
            let name = outer.to_string();
            all.push(fact(&ReportLabel::Behind, &ReportFact::Behind { name }));
        }
        all.push(fact(&ReportLabel::Widths, &self.widths.said()));
        all.push(self.encoding());
        let found = ReportFact::Found {
            mode: self.display.found.mode.name().to_owned(),
            why: self.display.found.why.sentence(),
        };
        all.push(fact(&ReportLabel::Found, &found));
        let asked = self.asked_for();
        all.extend(asked.map(|said| fact(&ReportLabel::YouSay, &said)));
        all
    }

    /// Whether it reads UTF-8, by where its cursor stands after a letter of two bytes.
    fn encoding(&self) -> ReportRow {
        if let Some(fault) = &self.display.found.fault {
            return fact(&ReportLabel::Encoding, fault);
        }
        let known = match (self.evidence.answers.utf8(), self.display.found.is_wide) {
            (None, _) => ReportFact::EncodingNotAnswered,
            (Some(_), false) => ReportFact::Utf8,
            (Some(_), true) => ReportFact::Utf8Wide,
        };
        fact(&ReportLabel::Encoding, &known)
    }

    /// Its answers to XTVERSION and DA2.
    fn names(&self) -> ReportFact {
        let answers = &self.evidence.answers;
        let numbers = answers.secondary.iter().flatten();
        let numbers = numbers.map(u32::to_string).collect::<Vec<_>>().join(";");
        match (answers.version.clone(), numbers.is_empty()) {
            (Some(version), false) => ReportFact::Names { version, numbers },
            (Some(version), true) => ReportFact::VersionOnly { version },
            (None, false) => ReportFact::NumbersOnly { numbers },
            (None, true) => ReportFact::NoNames,
        }
    }

    fn asked_for(&self) -> Option<Sentence> {
        let preferences = &self.display.preferences;
        let mode = |mode: super::BidiMode| mode.name().to_owned();
        match (preferences.complaint.clone(), preferences.mode.clone()) {
            (None, None) => None,
            (Some(complaint), None) => Some(complaint),
            (None, Some((asked, by))) => {
                let mode = mode(asked);
                Some(ReportFact::Asked { mode, by }.sentence())
            }
            (Some(complaint), Some((asked, by))) => {
                let mode = mode(asked);
                let beside = ReportFact::AskedBeside {
                    complaint,
                    mode,
                    by,
                };
                Some(beside.sentence())
            }
        }
    }

    /// What to set.
    fn advice(&self, chosen: &CardChoice) -> Vec<ReportRow> {
        let said = |advice: &ReportAdvice| vec![ReportRow::Said(advice.sentence())];
        let (mode, layout) = match chosen {
            CardChoice::Left => {
                let mode = self.display.mode.name().to_owned();
                return said(&ReportAdvice::NothingChosen { mode });
            }
            CardChoice::NoLine => return said(&ReportAdvice::NoLine),
            CardChoice::Line(mode, layout) => (*mode, *layout),
        };
        let mut flags = String::new();
        // What fihrist does by itself, with the environment as it is.
        if mode != self.display.mode {
            write_flag(&mut flags, "bidi", mode.name());
        }
        let bidi = flags.clone();
        if let Some(layout) = layout {
            if !layout.shape {
                write_flag(&mut flags, "shape", "none");
            }
            // Words are sent without marks unless they are asked for.
            if layout.strip_tashkeel != mode.spoils_marks() {
                let name = if layout.strip_tashkeel {
                    "strip"
                } else {
                    "keep"
                };
                write_flag(&mut flags, "tashkeel", name);
            }
        }
        if flags.is_empty() {
            return said(&ReportAdvice::NothingToSet);
        }
        let command = format!("fihrist{flags} PATH");
        let mut rows = vec![fact(&ReportLabel::Use, &typed(&command))];
        if !bidi.is_empty() {
            let name = mode.name();
            let own = typed(&format!("export FIHRIST_BIDI={name}"));
            rows.push(fact(&ReportLabel::ForGood, &own));
            rows.push(ReportRow::More(ReportFact::InProfile.sentence()));
            let passed_on = typed(&format!("export LC_FIHRIST_BIDI={name}"));
            rows.push(ReportRow::More(passed_on.sentence()));
        }
        if flags != bidi {
            let alias = typed(&format!("alias fihrist='fihrist{flags}'"));
            rows.push(fact(&ReportLabel::Or, &alias));
        }
        rows
    }
}

fn fact(label: &impl Said, value: &impl Said) -> ReportRow {
    ReportRow::Fact(label.sentence(), value.sentence())
}

fn typed(text: &str) -> ReportFact {
    let text = text.to_owned();
    ReportFact::Typed { text }
}

fn write_flag(flags: &mut String, name: &str, value: &str) {
    // Writing to a String cannot fail.
    let _ = write!(flags, " --{name} {value}");
}
