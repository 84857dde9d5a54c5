//! A kind of terminal in, what it answers when it is asked out: recorded from the terminals themselves.

/// A kind of terminal: what it says of itself, and to which questions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Family {
    pub(super) name: &'static str,
    pub(super) term: &'static str,
    /// To `CSI 8 $ p`, before and after `CSI 8 l`.
    pub(super) bidi: Option<[&'static str; 2]>,
    /// To `CSI > q`.
    pub(super) version: &'static str,
    /// To `CSI > c`.
    pub(super) secondary: &'static str,
    /// To `CSI c`, which all answer.
    pub(super) primary: &'static str,
    /// To `OSC 11 ; ?`.
    pub(super) background: &'static str,
    /// To `CSI ? 1007 $ p`.
    pub(super) wheel: &'static str,
    /// To `CSI 6 n` after a hamza, after an é, and after the end of a verse.
    pub(super) columns: [&'static str; 3],
    /// Variables it sets.
    pub(super) environment: &'static [(&'static str, &'static str)],
}

const PLAIN: Family = Family {
    name: "a terminal",
    term: "xterm-256color",
    bidi: None,
    version: "",
    secondary: "\x1b[>0;0;0c",
    primary: "\x1b[?62;22c",
    background: "",
    wheel: "",
    columns: [""; 3],
    environment: &[],
};

pub(super) const XTERM: Family = Family {
    name: "xterm",
    bidi: Some(["\x1b[8;0$y"; 2]),
    version: "\x1bP>|XTerm(379)\x1b\\",
    secondary: "\x1b[>41;379;0c",
    primary: "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    background: "\x1b]11;rgb:0000/0000/0000\x1b\\",
    wheel: "\x1b[?1007;2$y",
    columns: ["\x1b[1;2R"; 3],
    ..PLAIN
};
pub(super) const VTE: Family = Family {
    name: "VTE",
    bidi: Some(["\x1b[8;1$y", "\x1b[8;2$y"]),
    secondary: "\x1b[>65;7006;1c",
    primary: "\x1b[?65;1;9c",
    environment: &[("VTE_VERSION", "7006")],
    ..PLAIN
};
/// VTE whose shell has turned bidi off for good.
pub(super) const VTE_EXPLICIT: Family = Family {
    name: "VTE, explicit already",
    bidi: Some(["\x1b[8;2$y"; 2]),
    ..VTE
};
/// It says that bidi is on and that it still is.
pub(super) const STUBBORN: Family = Family {
    name: "one that promises and does not keep",
    bidi: Some(["\x1b[8;1$y"; 2]),
    ..PLAIN
};
pub(super) const MLTERM: Family = Family {
    name: "mlterm",
    term: "mlterm",
    bidi: Some(["\x1b[8;0$y"; 2]),
    secondary: "\x1b[>24;279;0c",
    primary: "\x1b[?63;1;2;3;4;7;29c",
    ..PLAIN
};
pub(super) const PUTTY: Family = Family {
    name: "PuTTY",
    term: "xterm",
    secondary: "\x1b[>0;136;0c",
    primary: "\x1b[?6c",
    ..PLAIN
};
pub(super) const KONSOLE: Family = Family {
    name: "Konsole",
    version: "\x1bP>|Konsole 22.12.3\x1b\\",
    secondary: "\x1b[>1;115;0c",
    primary: "\x1b[?62;1;4c",
    ..PLAIN
};
pub(super) const QTERMINAL: Family = Family {
    name: "QTerminal",
    secondary: "\x1b[>0;115;0c",
    primary: "\x1b[?1;2c",
    ..PLAIN
};
pub(super) const KITTY: Family = Family {
    name: "kitty",
    term: "xterm-kitty",
    bidi: Some(["\x1b[8;0$y"; 2]),
    version: "\x1bP>|kitty(0.26.5)\x1b\\",
    secondary: "\x1b[>1;4000;26c",
    ..PLAIN
};
/// The same at the other end of ssh with a TERM that the far machine knows.
pub(super) const KITTY_BY_SSH: Family = Family {
    name: "kitty behind ssh",
    term: "xterm-256color",
    ..KITTY
};
pub(super) const URXVT: Family = Family {
    name: "rxvt-unicode",
    term: "rxvt-unicode-256color",
    secondary: "\x1b[>85;95;0c",
    primary: "\x1b[?1;2c",
    ..PLAIN
};
pub(super) const SCREEN: Family = Family {
    name: "GNU screen",
    term: "screen",
    secondary: "\x1b[>83;40900;0c",
    primary: "\x1b[?1;2c",
    ..PLAIN
};
/// tmux that was started in a VTE terminal and cannot be asked which terminal it is shown on.
pub(super) const TMUX_IN_VTE: Family = Family {
    name: "tmux in VTE",
    term: "tmux-256color",
    version: "\x1bP>|tmux 3.3a\x1b\\",
    secondary: "\x1b[>84;0;0c",
    primary: "\x1b[?1;2;4c",
    environment: &[("VTE_VERSION", "7006")],
    ..PLAIN
};
/// The same at the other end of ssh.
pub(super) const TMUX_BY_SSH: Family = Family {
    name: "tmux behind ssh",
    environment: &[],
    ..TMUX_IN_VTE
};
pub(super) const MOSH: Family = Family {
    name: "mosh",
    secondary: "\x1b[>1;10;0c",
    primary: "\x1b[?62c",
    ..PLAIN
};
pub(super) const APPLE: Family = Family {
    name: "Terminal.app",
    secondary: "\x1b[>1;95;0c",
    primary: "\x1b[?1;2c",
    environment: &[("TERM_PROGRAM", "Apple_Terminal")],
    ..PLAIN
};
/// It answers nothing at all.
pub(super) const SILENT: Family = Family {
    name: "a silent one",
    secondary: "",
    primary: "",
    ..PLAIN
};

impl Family {
    /// What it answers to bytes that begin at a question, and how many of them the question takes.
    fn answer(&self, bytes: &[u8], told: &mut bool) -> Option<(&'static str, usize)> {
        let state = |told: bool| {
            self.bidi
                .map_or("", |[before, after]| if told { after } else { before })
        };
        for (sequence, answer) in [
            (&b"\x1b[8$p"[..], state(*told)),
            (b"\x1b[>q", self.version),
            (b"\x1b[>c", self.secondary),
            (b"\x1b]11;?\x1b\\", self.background),
            (b"\x1b[?1007$p", self.wheel),
            ("\u{621}\x1b[6n".as_bytes(), self.columns[0]),
            ("\u{e9}\x1b[6n".as_bytes(), self.columns[1]),
            ("\u{6dd}\x1b[6n".as_bytes(), self.columns[2]),
            (b"\x1b[c", self.primary),
        ] {
            if bytes.starts_with(sequence) {
                return Some((answer, sequence.len()));
            }
        }
        match bytes {
            [0x1b, b'[', b'8', b'l', ..] => *told = true,
            [0x1b, b'[', b'8', b'h', ..] => *told = false,
            _ => {}
        }
        None
    }

    /// What it answers to all of some bytes; `told` is whether bidi was turned off.
    pub(super) fn answers(&self, mut bytes: &[u8], told: &mut bool) -> String {
        let mut answers = String::new();
        while !bytes.is_empty() {
            match self.answer(bytes, told) {
                Some((answer, length)) => {
                    answers.push_str(answer);
                    bytes = &bytes[length..];
                }
                None => bytes = &bytes[1..],
            }
        }
        answers
    }
}
