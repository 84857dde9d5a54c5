//! What each of sixteen terminals was recorded to answer in, the mode that shows Arabic right on it out.

use super::*;

/// A terminal's answers: BDSM state, XTVERSION, DA2.
fn answers(bidi: Option<u8>, version: &str, secondary: &[u32]) -> TerminalAnswers {
    TerminalAnswers {
        bidi,
        version: Some(version.to_owned()).filter(|version| !version.is_empty()),
        secondary: Some(secondary.to_vec()),
        background: None,
        wheel_as_keys: None,
        columns: Vec::new(),
        fence: true,
    }
}

fn evidence(term: &str, answers: TerminalAnswers) -> Evidence {
    let environment = Environment {
        term: term.to_owned(),
        ..Environment::default()
    };
    Evidence {
        environment,
        answers,
        outer: None,
    }
}

#[track_caller]
fn check(term: &str, answers: TerminalAnswers, mode: BidiMode, switch: Switch) {
    let verdict = decide(&evidence(term, answers));
    assert_eq!(
        (verdict.mode, verdict.switch),
        (mode, switch),
        "{verdict:?}"
    );
}

/// TERM, the answers to DECRQM 8, XTVERSION and DA2; then the mode and the switch.
type Measured = (
    &'static str,
    Option<u8>,
    &'static str,
    &'static [u32],
    BidiMode,
    Switch,
);

#[rustfmt::skip]
const MEASURED: [Measured; 17] = [
    ("xterm", Some(0), "XTerm(379)", &[41, 379, 0], BidiMode::Visual, Switch::Explicit),
    ("rxvt-unicode-256color", None, "", &[85, 95, 0], BidiMode::Visual, Switch::Explicit),
    ("alacritty", None, "", &[0, 1700, 1], BidiMode::Visual, Switch::Explicit),
    ("xterm-256color", None, "", &[64, 0, 0], BidiMode::Visual, Switch::Explicit), // zutty
    ("foot", None, "foot(1.13.1)", &[1, 11301, 0], BidiMode::Visual, Switch::Explicit),
    ("xterm-256color", Some(0), "", &[0, 276, 0], BidiMode::Visual, Switch::Explicit), // xterm.js
    ("xterm-256color", Some(1), "", &[65, 7006, 1], BidiMode::Visual, Switch::Explicit), // VTE
    ("mlterm", Some(0), "", &[24, 279, 0], BidiMode::Visual, Switch::Mlterm),
    ("xterm", Some(0), "", &[24, 279, 0], BidiMode::Visual, Switch::Mlterm),
    ("xterm-256color", None, "", &[0, 136, 0], BidiMode::Logical(Reordering::FirstStrong), Switch::Explicit), // PuTTY
    ("xterm-256color", None, "Konsole 22.12.3", &[1, 115, 0], BidiMode::Logical(Reordering::Unmirrored), Switch::Explicit),
    ("xterm-256color", None, "", &[0, 115, 0], BidiMode::Logical(Reordering::ByColours), Switch::Explicit), // QTerminal
    ("xterm-kitty", Some(0), "kitty(0.26.5)", &[1, 4000, 26], BidiMode::Words, Switch::Explicit),
    ("xterm-256color", Some(0), "kitty(0.26.5)", &[1, 4000, 26], BidiMode::Words, Switch::Explicit),
    ("tmux-256color", None, "tmux 3.3a", &[84, 0, 0], BidiMode::Visual, Switch::Explicit),
    ("screen", None, "", &[83, 40900, 0], BidiMode::Visual, Switch::Explicit),
    ("xterm-256color", None, "", &[1, 10, 0], BidiMode::Visual, Switch::Explicit), // mosh
];

#[test]
fn every_measured_terminal_gets_its_mode() {
    for (term, bidi, version, secondary, mode, switch) in MEASURED {
        check(term, answers(bidi, version, secondary), mode, switch);
    }
}

#[test]
fn one_that_was_explicit_before_us_stays_so() {
    check(
        "xterm",
        answers(Some(2), "", &[65, 7006, 1]),
        BidiMode::Visual,
        Switch::StaysExplicit,
    );
    check(
        "xterm",
        answers(Some(4), "", &[]),
        BidiMode::Visual,
        Switch::StaysExplicit,
    );
}

#[test]
fn one_that_cannot_be_switched_gets_logical_text() {
    check(
        "xterm",
        answers(Some(3), "", &[]),
        BidiMode::Logical(Reordering::Isolated),
        Switch::Explicit,
    );
}

#[test]
fn silence_means_visual() {
    check(
        "xterm",
        TerminalAnswers::default(),
        BidiMode::Visual,
        Switch::Explicit,
    );
    check(
        "",
        TerminalAnswers::default(),
        BidiMode::Visual,
        Switch::Explicit,
    );
    check(
        "linux",
        TerminalAnswers::default(),
        BidiMode::Visual,
        Switch::Explicit,
    );
}

#[test]
fn behind_tmux_it_is_the_terminal_outside_that_counts() {
    for (outer, vte_version, mode) in [
        (
            Some(("xterm-kitty", "kitty(0.26.5)")),
            false,
            BidiMode::Words,
        ),
        (Some(("xterm", "XTerm(379)")), true, BidiMode::Visual),
        (Some(("xterm-256color", "")), true, BidiMode::Override),
        (
            Some(("xterm-256color", "VTE(7600)")),
            false,
            BidiMode::Override,
        ),
        (Some(("xterm-256color", "")), false, BidiMode::Visual),
        (Some(("mlterm", "")), false, BidiMode::Override),
        (
            Some(("xterm-256color", "Konsole 22.12.3")),
            false,
            BidiMode::Logical(Reordering::Unmirrored),
        ),
        (None, true, BidiMode::Override),
        (None, false, BidiMode::Visual),
    ] {
        let mut evidence = evidence("tmux-256color", answers(None, "tmux 3.3a", &[84, 0, 0]));
        evidence.environment.vte_version = vte_version;
        evidence.environment.tmux = true;
        evidence.outer = outer.map(|(term, version)| Outer {
            utf8: None,
            term: term.to_owned(),
            version: version.to_owned(),
        });
        let verdict = decide(&evidence);
        assert_eq!(verdict.mode, mode, "{outer:?} {vte_version}: {verdict:?}");
        if mode == BidiMode::Override && evidence.outer.as_ref().is_none_or(|o| !o.is("mlterm")) {
            assert!(verdict.hint.is_some_and(|hint| hint.to_copy().is_some()));
        }
    }
}

/// What a multiplexer says of them is what it believes; the terminal behind it may see it otherwise.
#[test]
fn signs_of_numbers_are_shown_where_the_terminal_itself_gives_them_a_column() {
    let of = |columns: &[u16], secondary: &[u32]| {
        let mut evidence = evidence("xterm", answers(None, "", secondary));
        evidence.answers.columns = columns.to_vec();
        decide(&evidence).number_signs
    };
    assert!(of(&[1, 1, 1], &[41, 379, 0]));
    assert!(!of(&[1, 1, 0], &[65, 7006, 1]));
    assert!(!of(&[1, 1], &[41, 379, 0]));
    assert!(!of(&[1, 1, 1], &[84, 0, 0]), "tmux");
}

#[test]
fn alacritty_is_known_to_misplace_marks_in_tmux_as_well() {
    let mut inside = evidence("tmux-256color", answers(None, "tmux 3.3a", &[84, 0, 0]));
    inside.environment.tmux = true;
    assert!(!decide(&inside).misplaces_marks);
    inside.outer = Some(Outer {
        utf8: None,
        term: "alacritty".to_owned(),
        version: String::new(),
    });
    assert!(decide(&inside).misplaces_marks);
    let alone = evidence("alacritty", answers(None, "", &[0, 1700, 1]));
    assert!(decide(&alone).misplaces_marks);
}

/// VTE_VERSION is about the terminal that tmux was started in; a terminal that can be asked knows better.
#[test]
fn answers_count_for_more_than_the_environment() {
    let mut evidence = evidence("xterm", answers(Some(0), "XTerm(379)", &[41, 379, 0]));
    evidence.environment.vte_version = true;
    assert_eq!(decide(&evidence).mode, BidiMode::Visual);
}

#[test]
fn names_in_the_environment_help_where_nothing_is_answered() {
    let mut local = evidence("xterm-256color", answers(None, "", &[1, 95, 0]));
    local.environment.term_program = "Apple_Terminal".to_owned();
    assert_eq!(decide(&local).mode, BidiMode::Override);
    let mut iterm = evidence("xterm-256color", TerminalAnswers::default());
    iterm.environment.lc_terminal = "iTerm2".to_owned();
    let verdict = decide(&iterm);
    assert_eq!(verdict.mode, BidiMode::Visual);
    assert!(verdict.hint.is_some());
}

/// A terminal window opened from a shell in tmux inherits TMUX.
#[test]
fn variables_of_tmux_that_leaked_are_not_believed() {
    for (answers, mode) in [
        (
            answers(Some(0), "kitty(0.26.5)", &[1, 4000, 26]),
            BidiMode::Words,
        ),
        (
            answers(None, "", &[0, 136, 0]),
            BidiMode::Logical(Reordering::FirstStrong),
        ),
        (answers(Some(1), "", &[65, 7006, 1]), BidiMode::Visual),
    ] {
        let mut leaked = evidence("tmux-256color", answers);
        leaked.environment.tmux = true;
        leaked.environment.vte_version = true;
        assert_eq!(decide(&leaked).mode, mode);
    }
}

#[test]
fn answers_are_taken_from_replies() {
    use super::super::input::event::TerminalReply;
    let mut answers = TerminalAnswers::default();
    for reply in [
        TerminalReply::Mode {
            mode: 8,
            private: true,
            state: 3,
        },
        TerminalReply::Mode {
            mode: 8,
            private: false,
            state: 1,
        },
        TerminalReply::Version("kitty(0.26.5)".to_owned()),
        TerminalReply::SecondaryAttributes(vec![1, 4000, 26]),
        TerminalReply::Other,
    ] {
        answers.take(&reply);
    }
    assert!(!answers.fence);
    answers.take(&TerminalReply::PrimaryAttributes(vec![62]));
    assert_eq!(
        answers,
        self::answers(Some(1), "kitty(0.26.5)", &[1, 4000, 26])
    );
}
