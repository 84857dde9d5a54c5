//! What was found and chosen in, the report for the user's screen out.

use std::fmt::Write;

use super::super::detect::{Environment, Evidence};
use super::super::display::Settings;
use super::super::terminal;
use super::CardChoice;
use super::widths::Widths;
use crate::text::{Layout, Options};

/// Columns of the names at the left, the longest and two blanks.
const NAME_COLUMNS: usize = 12;

pub(super) struct Report<'a> {
    pub evidence: &'a Evidence,
    pub display: &'a Settings,
    pub widths: &'a Widths,
}

impl Report<'_> {
    /// The report where stdout is no terminal.
    pub(super) fn unasked(environment: &Environment) -> String {
        format!(
            "terminal    stdout is not a terminal, so nothing can be asked\nTERM        {}",
            environment.term
        )
    }

    pub(super) fn text(&self, chosen: &CardChoice) -> String {
        let mut text = String::new();
        for (name, value) in self.fields() {
            if !value.is_empty() {
                line(&mut text, name, &value);
            }
        }
        if let Some(hint) = self.display.found.hint {
            let (sentence, to_copy) = hint.split_once('\n').unwrap_or((hint, ""));
            line(&mut text, "hint", sentence);
            if !to_copy.is_empty() {
                let _ = writeln!(text, "\n{to_copy}");
            }
        }
        text.push('\n');
        text.push_str(&self.advice(chosen));
        text
    }

    fn fields(&self) -> [(&'static str, String); 8] {
        let Evidence {
            environment,
            answers,
            outer,
        } = self.evidence;
        let (cols, rows) = terminal::size();
        let unknown = "not answered";
        let bidi = match answers.bidi {
            None => unknown,
            Some(0) => "not known to it",
            Some(1) => "on, can be turned off",
            Some(2) => "off already",
            Some(3) => "on for good",
            Some(_) => "off for good",
        };
        let numbers = answers.secondary.iter().flatten();
        let secondary = numbers.map(u32::to_string).collect::<Vec<_>>().join(";");
        let secondary = Some(secondary.as_str()).filter(|numbers| !numbers.is_empty());
        let version = answers.version.as_deref().unwrap_or(unknown);
        let name = format!(
            "{version} (XTVERSION), {} (DA2)",
            secondary.unwrap_or(unknown)
        );
        let outer = outer.as_ref().map(ToString::to_string);
        [
            ("terminal", self.display.found.name.clone()),
            ("size", format!("{cols}x{rows}, TERM={}", environment.term)),
            ("its bidi", format!("{bidi} (DECRQM 8)")),
            ("its name", name),
            ("behind it", outer.unwrap_or_default()),
            ("widths", self.widths.text()),
            (
                "found",
                format!(
                    "--bidi {}: {}",
                    self.display.found.mode, self.display.found.why
                ),
            ),
            ("you say", self.asked_for()),
        ]
    }

    fn asked_for(&self) -> String {
        let preferred = self.display.preferences.mode.as_ref();
        let asked = preferred.map(|(mode, by)| format!("--bidi {mode}, by {by}"));
        let complaint = self.display.preferences.complaint.clone();
        let parts: Vec<String> = complaint.into_iter().chain(asked).collect();
        parts.join("; ")
    }

    /// What to set.
    fn advice(&self, chosen: &CardChoice) -> String {
        let (mode, layout) = match chosen {
            CardChoice::Left => {
                let mode = self.display.mode;
                return format!("Nothing was chosen: fihrist goes on with --bidi {mode}.");
            }
            CardChoice::NoLine => return NO_LINE.to_owned(),
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
            return "Nothing needs to be set: fihrist does this by itself here.".to_owned();
        }
        let mut text = format!("Use         fihrist{flags} PATH\n");
        if !bidi.is_empty() {
            let name = mode.name();
            let _ = write!(
                text,
                "For good    export FIHRIST_BIDI={name}\n\
                 \x20           in the shell's profile here, or where you come from by ssh\n\
                 \x20           export LC_FIHRIST_BIDI={name}\n"
            );
        }
        if flags != bidi {
            let _ = writeln!(text, "Or          alias fihrist='fihrist{flags}'");
        }
        text
    }
}

const NO_LINE: &str = "\
No line reads right. A terminal that leaves text alone shows the first one right: xterm, alacritty,
foot, Windows Terminal, or tmux in one of them. Some can be set to do that: see the hint, if there is one.";

fn line(text: &mut String, name: &str, value: &str) {
    // Writing to a String cannot fail. A terminal's name for itself is not trusted either.
    let value: String = value.chars().filter(|c| !c.is_control()).collect();
    let cols = usize::from(terminal::size().0).saturating_sub(NAME_COLUMNS + 1);
    let lines = Layout::new(&value, Options::default()).lines(cols.max(20));
    for (at, line) in lines.into_iter().enumerate() {
        let name = if at == 0 { name } else { "" };
        let part = value.get(line.bytes).unwrap_or_default().trim_end();
        let _ = writeln!(text, "{name:<NAME_COLUMNS$}{part}");
    }
}

fn write_flag(flags: &mut String, name: &str, value: &str) {
    let _ = write!(flags, " --{name} {value}");
}
