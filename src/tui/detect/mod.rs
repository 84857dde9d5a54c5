//! From what is known of a terminal to the way Arabic must be sent to it: a flag or the environment, what stands
//! between it and us (tmux, screen, mosh), and its answers to one set of questions.
//!
//! The decision itself is a pure function. The order of the rules matters, and each was measured on the terminal it is about:
//!
//! ```text
//! 1  what the user says takes precedence: see display
//! 2  a terminal that is known to do nothing: TERM=linux, dumb
//! 3  inside tmux, screen or mosh: what the terminal outside needs, as far as it can be known
//! 4  the answer to "is bidi on?" (DECRQM 8): on or off means that it can be turned off
//! 5  names: kitty, mlterm, Konsole, QTerminal, PuTTY, Terminal.app
//! 6  all others show cells where they are put
//! ```
//!
//! Invariant: total; knowing nothing gives [`BidiMode::Visual`], which is right on most terminals.

mod answers;
mod environment;

pub(super) use answers::{QUESTIONS, TerminalAnswers, wait};
pub use environment::{Environment, Outer};

use super::emit::{BidiMode, Reordering};

/// The control that makes a terminal keep the order of cells while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// None: the terminal is to go on reordering.
    Nothing,
    /// Explicit bidi (BDSM, `CSI 8 l`), and implicit again at the end (`CSI 8 h`).
    Explicit,
    /// Explicit bidi, which was on before the program started: it is left on at the end.
    StaysExplicit,
    /// Implicit bidi, since the terminal is to reorder; it was in explicit bidi before, and is again at the end.
    Implicit,
    /// mlterm's own control (`OSC 5379;use_ctl`); BDSM alone has no effect there.
    Mlterm,
}

/// The decision about a terminal, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How right-to-left text is to be sent.
    pub mode: BidiMode,
    /// The control for the modes in which the terminal must keep the order of cells.
    pub switch: Switch,
    /// What the terminal seems to be.
    pub name: String,
    /// The reason, for people.
    pub why: String,
    /// What the user could do to get a better result.
    pub hint: Option<&'static str>,
}

/// What is known about a terminal: the input of [`decide`].
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub environment: Environment,
    pub answers: TerminalAnswers,
    /// The terminal that tmux says it is shown on.
    pub outer: Option<Outer>,
}

const KITTY_HINT: &str = "if digits, brackets or full stops stand on the wrong side of their words, kitty's font \
    has no Arabic letters: use --bidi runs, or a font_family that has them (DejaVu Sans Mono)";
const KONSOLE_HINT: &str = "Konsole's own bidi can be turned off in its profile (Advanced, bi-directional text \
    rendering); then use --bidi visual";
const PUTTY_HINT: &str = "PuTTY turns whole rows round, and some cannot be had right. Better: in its settings, \
    Terminal, Features, tick \"Disable bidirectional text display\" (and \"Disable Arabic text shaping\"), then use --bidi visual";
const TMUX_HINT: &str = "tmux hides the terminal's bidi switch. Better: put this line into ~/.tmux.conf, start tmux \
    anew, then use --bidi visual:\n\
    set -ga terminal-overrides ',*:smcup=\\E[8l\\E[?1049h\\E[2J:rmcup=\\E[?1049l\\E[8h'";
/// Terminals that keep the order of cells.
const LEAVE_CELLS_ALONE: [&str; 7] = [
    "XTerm",
    "foot",
    "alacritty",
    "rxvt",
    "iTerm2",
    "WezTerm",
    "ghostty",
];
const OPTIONAL_HINT: &str = "if Arabic is reversed here, bidi was turned on in the terminal's settings: turn it off, \
    or see `fihrist terminal`";

/// A [`Verdict`] without the name.
struct Rule {
    mode: BidiMode,
    switch: Switch,
    why: String,
    hint: Option<&'static str>,
}

impl Rule {
    fn new(mode: BidiMode, switch: Switch, why: &str) -> Rule {
        Rule {
            mode,
            switch,
            why: why.to_owned(),
            hint: None,
        }
    }

    fn hinting(self, hint: &'static str) -> Rule {
        Rule {
            hint: Some(hint),
            ..self
        }
    }
}

/// How text is to be sent to a terminal.
pub fn decide(evidence: &Evidence) -> Verdict {
    let term = evidence.environment.term.as_str();
    let rule = if matches!(term, "linux" | "dumb") {
        let why = "a console, which shows cells where they are put";
        Rule::new(BidiMode::Visual, Switch::Explicit, why)
    } else if evidence.inside() {
        behind(evidence)
    } else {
        by_answer(&evidence.answers)
            .or_else(|| by_name(evidence))
            .unwrap_or_else(|| unknown(evidence))
    };
    Verdict {
        mode: rule.mode,
        switch: rule.switch,
        name: name(evidence),
        why: rule.why,
        hint: rule.hint,
    }
}

/// A terminal that knows the switch says so.
fn by_answer(answers: &TerminalAnswers) -> Option<Rule> {
    let visual = |why| Rule::new(BidiMode::Visual, explicit(answers), why);
    match answers.bidi? {
        1 => Some(visual(
            "its own bidi can be turned off, and is while fihrist runs",
        )),
        2 => Some(visual("its own bidi was off already")),
        4 => Some(visual("its own bidi is off for good")),
        3 => {
            let why = "its own bidi cannot be turned off";
            Some(Rule::new(
                BidiMode::Logical(Reordering::Isolated),
                explicit(answers),
                why,
            ))
        }
        _ => None,
    }
}

/// Terminals that reorder text and do not know the switch.
fn by_name(evidence: &Evidence) -> Option<Rule> {
    let Evidence {
        environment,
        answers,
        ..
    } = evidence;
    let logical = |rows, why| Rule::new(BidiMode::Logical(rows), explicit(answers), why);
    if answers.is("kitty") || environment.term == "xterm-kitty" {
        let why = "kitty turns each right-to-left word round by itself";
        return Some(Rule::new(BidiMode::Words, explicit(answers), why).hinting(KITTY_HINT));
    }
    if environment.term.starts_with("mlterm") || answers.secondary_is(&[24, 279]) {
        let why = "mlterm, whose own bidi is turned off while fihrist runs";
        return Some(Rule::new(BidiMode::Visual, Switch::Mlterm, why));
    }
    if !answers.is("Konsole") && answers.secondary_is(&[0, 115]) {
        let why = "QTerminal reorders text, and that cannot be turned off";
        return Some(logical(Reordering::ByColours, why));
    }
    if answers.is("Konsole") || answers.secondary_is(&[1, 115]) {
        let why = "Konsole reorders text, and that cannot be turned off from here";
        return Some(logical(Reordering::Unmirrored, why).hinting(KONSOLE_HINT));
    }
    if answers.secondary_is(&[0, 136]) {
        let why = "PuTTY reorders text, and that cannot be turned off from here";
        return Some(logical(Reordering::FirstStrong, why).hinting(PUTTY_HINT));
    }
    if environment.term_program == "Apple_Terminal" {
        let why = "Terminal.app reorders text, but heeds LRO";
        return Some(Rule::new(BidiMode::Override, explicit(answers), why));
    }
    None
}

fn unknown(evidence: &Evidence) -> Rule {
    let answers = &evidence.answers;
    let why = match (answers.fence, answers.bidi) {
        (false, _) => "it answers no question; most terminals show cells where they are put",
        (true, Some(_)) => "it has no bidi of its own that could be turned off",
        (true, None) => "nothing says that it reorders text",
    };
    let rule = Rule::new(BidiMode::Visual, explicit(answers), why);
    let optional = ["iTerm2", "WezTerm", "wezterm", "mintty"];
    if optional.iter().any(|name| answers.is(name)) || evidence.environment.lc_terminal == "iTerm2"
    {
        return rule.hinting(OPTIONAL_HINT);
    }
    rule
}

impl Evidence {
    /// Whether a program that draws its own screen (tmux, screen, mosh) stands between us and the terminal. A terminal that was started
    /// from a shell in tmux has its variables, but answers for itself.
    fn inside(&self) -> bool {
        let answers = &self.answers;
        let tmux = answers.is("tmux") || answers.secondary_is(&[84]);
        let mosh = answers.secondary_is(&[1, 10, 0]) && answers.version.is_none();
        if tmux || mosh || answers.secondary_is(&[83]) {
            return true;
        }
        let term = self.environment.term.as_str();
        let named = term.starts_with("tmux") || term.starts_with("screen");
        answers.secondary.is_none() && (named || self.environment.tmux || self.environment.screen)
    }
}

/// What the terminal behind tmux, screen or mosh needs.
fn behind(evidence: &Evidence) -> Rule {
    let switch = explicit(&evidence.answers);
    if let Some(outer) = &evidence.outer {
        let why = format!("{outer} is behind it");
        let rule = |mode, switch| Rule::new(mode, switch, &why);
        if outer.is("kitty") {
            return rule(BidiMode::Words, switch).hinting(KITTY_HINT);
        }
        if outer.is("Konsole") {
            return rule(BidiMode::Logical(Reordering::Unmirrored), switch).hinting(KONSOLE_HINT);
        }
        if outer.is("mlterm") {
            return rule(BidiMode::Override, switch);
        }
        if LEAVE_CELLS_ALONE.iter().any(|name| outer.is(name)) {
            return rule(BidiMode::Visual, switch);
        }
    }
    let in_tmux = evidence.environment.tmux;
    let rule = if evidence.outer.as_ref().is_some_and(|outer| outer.is("VTE")) {
        let why = "a VTE terminal is behind it, whose bidi cannot be reached from here";
        Rule::new(BidiMode::Override, switch, why)
    } else if evidence.environment.vte_version {
        let why = "VTE_VERSION says that a VTE terminal is behind it, whose bidi cannot be reached from here";
        Rule::new(BidiMode::Override, switch, why)
    } else {
        let why = "it is unknown which terminal is behind it; most show cells where they are put";
        Rule::new(BidiMode::Visual, switch, why)
    };
    if in_tmux {
        rule.hinting(TMUX_HINT)
    } else {
        rule
    }
}

/// Explicit bidi, turned off at the end unless it was on before the program started.
fn explicit(answers: &TerminalAnswers) -> Switch {
    match answers.bidi {
        Some(2 | 4) => Switch::StaysExplicit,
        _ => Switch::Explicit,
    }
}

/// The terminal's name for itself, or one for its numbers, or what the environment says.
fn name(evidence: &Evidence) -> String {
    let Evidence {
        environment,
        answers,
        ..
    } = evidence;
    if let Some(version) = &answers.version {
        return version.clone();
    }
    let by_number = [
        (&[84][..], "tmux"),
        (&[83], "GNU screen"),
        (&[1, 10, 0], "mosh"),
        (&[0, 136], "PuTTY"),
        (&[24, 279], "mlterm"),
        (&[65], "a VTE terminal"),
        (&[85], "rxvt-unicode"),
        (&[0, 276], "xterm.js"),
        (&[0, 115], "QTerminal"),
        (&[1, 115], "Konsole"),
    ];
    let known = by_number
        .iter()
        .find(|(numbers, _)| answers.secondary_is(numbers));
    if let Some((_, name)) = known {
        return (*name).to_owned();
    }
    match environment.term_program.as_str() {
        "" => format!("TERM={}", environment.term),
        program => program.to_owned(),
    }
}

#[cfg(test)]
mod tests;
