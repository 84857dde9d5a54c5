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
mod said;

pub(super) use answers::{ASKED_AGAIN, QUESTIONS, TerminalAnswers, wait};
pub use environment::{Environment, Outer, is_over_ssh};
pub use said::{EncodingFault, TerminalHint, TerminalName, TerminalWhy};

use super::emit::{BidiMode, Reordering};
use super::extras::{CursorShape, Extras};

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
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How right-to-left text is to be sent.
    pub mode: BidiMode,
    /// The control for the modes in which the terminal must keep the order of cells.
    pub switch: Switch,
    /// What the terminal seems to be.
    pub name: TerminalName,
    pub why: TerminalWhy,
    /// What the user could do to get a better result.
    pub hint: Option<TerminalHint>,
    /// Why no Arabic can be shown at all.
    pub fault: Option<EncodingFault>,
    /// Whether letters of ambiguous width take two columns.
    pub is_wide: bool,
    /// Whether it draws marks beside their letters, whatever the mode, so that they are best left out.
    pub misplaces_marks: bool,
    /// Whether signs of numbers take one column, on this terminal and not only in a multiplexer's book.
    pub number_signs: bool,
}

/// What is known about a terminal: the input of [`decide`].
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    pub environment: Environment,
    pub answers: TerminalAnswers,
    /// The terminal that tmux says it is shown on.
    pub outer: Option<Outer>,
}

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

/// A [`Verdict`] without the name.
struct Rule {
    mode: BidiMode,
    switch: Switch,
    why: TerminalWhy,
    hint: Option<TerminalHint>,
}

impl Rule {
    fn new(mode: BidiMode, switch: Switch, why: TerminalWhy) -> Rule {
        Rule {
            mode,
            switch,
            why,
            hint: None,
        }
    }

    fn hinting(self, hint: TerminalHint) -> Rule {
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
        Rule::new(BidiMode::Visual, Switch::Explicit, TerminalWhy::Console)
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
        fault: fault(evidence),
        is_wide: evidence.answers.is_wide(),
        misplaces_marks: misplaces_marks(evidence),
        number_signs: evidence.answers.has_number_signs() && !evidence.inside(),
    }
}

/// Alacritty 0.11 draws the marks of most fonts one cell to the right.
fn misplaces_marks(evidence: &Evidence) -> bool {
    let outer = evidence.outer.as_ref();
    evidence.environment.term.starts_with("alacritty")
        || outer.is_some_and(|outer| outer.is("alacritty"))
}

/// tmux reads UTF-8 itself, and shows `_` for it on a terminal that it takes to be without.
fn fault(evidence: &Evidence) -> Option<EncodingFault> {
    let outer = evidence.outer.as_ref().and_then(|outer| outer.utf8);
    match (evidence.answers.utf8(), outer) {
        (Some(false), _) => Some(EncodingFault::Terminal),
        (_, Some(false)) => Some(EncodingFault::TmuxClient),
        _ => None,
    }
}

/// The same for a terminal that is neither asked nor switched, since it is written to without a screen of ours.
pub(super) fn unswitched(evidence: &Evidence) -> Verdict {
    let verdict = decide(evidence);
    let reorders = verdict.switch == Switch::Mlterm || evidence.environment.vte_version;
    let mode = match verdict.mode {
        BidiMode::Visual if reorders => BidiMode::Override,
        mode => mode,
    };
    Verdict { mode, ..verdict }
}

/// A terminal that knows the switch says so.
fn by_answer(answers: &TerminalAnswers) -> Option<Rule> {
    let visual = |why| Rule::new(BidiMode::Visual, explicit(answers), why);
    match answers.bidi? {
        1 => Some(visual(TerminalWhy::BidiGoesOff)),
        2 => Some(visual(TerminalWhy::BidiWasOff)),
        4 => Some(visual(TerminalWhy::BidiOffForGood)),
        3 => Some(Rule::new(
            BidiMode::Logical(Reordering::Isolated),
            explicit(answers),
            TerminalWhy::BidiStaysOn,
        )),
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
        let why = TerminalWhy::Kitty;
        return Some(
            Rule::new(BidiMode::Words, explicit(answers), why).hinting(TerminalHint::Kitty),
        );
    }
    if environment.term.starts_with("mlterm") || answers.secondary_is(&[24, 279]) {
        let why = TerminalWhy::Mlterm;
        return Some(Rule::new(BidiMode::Visual, Switch::Mlterm, why));
    }
    if !answers.is("Konsole") && answers.secondary_is(&[0, 115]) {
        let why = TerminalWhy::QTerminal;
        return Some(logical(Reordering::ByColours, why));
    }
    if answers.is("Konsole") || answers.secondary_is(&[1, 115]) {
        let why = TerminalWhy::Konsole;
        return Some(logical(Reordering::Unmirrored, why).hinting(TerminalHint::Konsole));
    }
    if answers.secondary_is(&[0, 136]) {
        let why = TerminalWhy::Putty;
        return Some(logical(Reordering::FirstStrong, why).hinting(TerminalHint::Putty));
    }
    if environment.term_program == "Apple_Terminal" {
        let why = TerminalWhy::TerminalApp;
        return Some(Rule::new(BidiMode::Override, explicit(answers), why));
    }
    None
}

fn unknown(evidence: &Evidence) -> Rule {
    let answers = &evidence.answers;
    let why = match (answers.fence, answers.bidi) {
        (false, _) => TerminalWhy::Silent,
        (true, Some(_)) => TerminalWhy::NoBidi,
        (true, None) => TerminalWhy::NothingSaysSo,
    };
    let rule = Rule::new(BidiMode::Visual, explicit(answers), why);
    let optional = ["iTerm2", "WezTerm", "wezterm", "mintty"];
    if optional.iter().any(|name| answers.is(name)) || evidence.environment.lc_terminal == "iTerm2"
    {
        return rule.hinting(TerminalHint::Optional);
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

impl Evidence {
    /// What the terminal is told besides: nothing that it is not known to understand.
    pub(super) fn extras(&self, mouse: bool) -> Extras {
        let is_console = matches!(self.environment.term.as_str(), "linux" | "dumb");
        let cursor = match (self.answers.fence && !is_console, self.answers.is("XTerm")) {
            (false, _) => CursorShape::Own,
            (true, false) => CursorShape::Block,
            (true, true) => CursorShape::BlockToStay,
        };
        Extras {
            mouse,
            wheel: !mouse && self.answers.wheel_as_keys == Some(2),
            focus: self.is_in_tmux(),
            cursor,
        }
    }

    /// Whether tmux can be asked on which terminal it is shown, which may be another one any time.
    pub(super) fn is_in_tmux(&self) -> bool {
        self.environment.tmux && self.inside()
    }
}

/// What the terminal behind tmux, screen or mosh needs.
fn behind(evidence: &Evidence) -> Rule {
    let switch = explicit(&evidence.answers);
    if let Some(outer) = &evidence.outer {
        let name = outer.to_string();
        let why = TerminalWhy::Behind { name };
        let rule = |mode, switch| Rule::new(mode, switch, why);
        if outer.is("kitty") {
            return rule(BidiMode::Words, switch).hinting(TerminalHint::Kitty);
        }
        if outer.is("Konsole") {
            return rule(BidiMode::Logical(Reordering::Unmirrored), switch)
                .hinting(TerminalHint::Konsole);
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
        let why = TerminalWhy::VteBehind;
        Rule::new(BidiMode::Override, switch, why)
    } else if evidence.environment.vte_version {
        let why = TerminalWhy::VteVersion;
        Rule::new(BidiMode::Override, switch, why)
    } else {
        let why = TerminalWhy::UnknownBehind;
        Rule::new(BidiMode::Visual, switch, why)
    };
    if in_tmux {
        rule.hinting(TerminalHint::Tmux)
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
fn name(evidence: &Evidence) -> TerminalName {
    let named = |name: &str| TerminalName::Named {
        name: name.to_owned(),
    };
    let Evidence {
        environment,
        answers,
        ..
    } = evidence;
    if let (Some(version), Some(outer)) = (&answers.version, &evidence.outer)
        && evidence.inside()
    {
        return TerminalName::Inside {
            name: version.clone(),
            outer: outer.to_string(),
        };
    }
    if let Some(version) = &answers.version {
        return named(version);
    }
    if answers.secondary_is(&[65]) {
        return TerminalName::Vte;
    }
    let by_number = [
        (&[84][..], "tmux"),
        (&[83], "GNU screen"),
        (&[1, 10, 0], "mosh"),
        (&[0, 136], "PuTTY"),
        (&[24, 279], "mlterm"),
        (&[85], "rxvt-unicode"),
        (&[0, 276], "xterm.js"),
        (&[0, 115], "QTerminal"),
        (&[1, 115], "Konsole"),
    ];
    let known = by_number
        .iter()
        .find(|(numbers, _)| answers.secondary_is(numbers));
    if let Some((_, name)) = known {
        return named(name);
    }
    match environment.term_program.as_str() {
        "" => TerminalName::OfTerm {
            term: format!("TERM={}", environment.term),
        },
        program => named(program),
    }
}

#[cfg(test)]
mod tests;
