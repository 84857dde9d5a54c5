//! What is said of a terminal: what it is, why text is sent to it as it is, and what would give a better result.

use crate::words::messages;

messages! {
    /// What a terminal is called.
    pub enum TerminalName {
        /// By its name for itself, or by that which goes with its numbers.
        Named "terminal-named" { name: Name };
        /// tmux, by its name for itself, and the terminal it is shown on.
        Inside "terminal-inside" { name: Name, outer: Name };
        Vte "terminal-vte";
        /// By the variable TERM alone.
        OfTerm "terminal-of-term" { term: Code };
    }
}

messages! {
    /// Why text is sent in a mode.
    pub enum TerminalWhy {
        Console "why-console";
        BidiGoesOff "why-bidi-goes-off";
        BidiWasOff "why-bidi-was-off";
        BidiOffForGood "why-bidi-off-for-good";
        BidiStaysOn "why-bidi-stays-on";
        Kitty "why-kitty";
        Mlterm "why-mlterm";
        QTerminal "why-qterminal";
        Konsole "why-konsole";
        Putty "why-putty";
        TerminalApp "why-terminal-app";
        /// It answers no question.
        Silent "why-silent";
        NoBidi "why-no-bidi";
        NothingSaysSo "why-nothing-says-so";
        /// The terminal that tmux, screen or mosh runs in.
        Behind "why-behind" { name: Name };
        VteBehind "why-vte-behind";
        VteVersion "why-vte-version";
        UnknownBehind "why-unknown-behind";
    }
}

messages! {
    /// What the user could do to get a better result.
    pub enum TerminalHint {
        Kitty "terminal-hint-kitty";
        Konsole "terminal-hint-konsole";
        Putty "terminal-hint-putty";
        Tmux "terminal-hint-tmux";
        /// Bidi is off there, unless it was turned on.
        Optional "terminal-hint-optional";
    }
}

messages! {
    /// Why no Arabic can be shown.
    pub enum EncodingFault {
        Terminal "terminal-not-utf8";
        /// The terminal that tmux is shown on, by what tmux believes.
        TmuxClient "tmux-client-not-utf8";
    }
}

/// What tmux needs to hand the switch on.
const TMUX_LINE: &str =
    r"set -ga terminal-overrides ',*:smcup=\E[8l\E[?1049h\E[2J:rmcup=\E[?1049l\E[8h'";

impl TerminalHint {
    /// A line that the hint says to copy.
    pub fn to_copy(&self) -> Option<&'static str> {
        matches!(self, TerminalHint::Tmux).then_some(TMUX_LINE)
    }
}
