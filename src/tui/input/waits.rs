//! How long the bytes of one key, answer or paste may take to come: a terminal does not say where one ends.

use std::time::Duration;

/// Longest wait after a lone ESC for the rest of a sequence. People notice 100 ms.
pub const ESC_TIMEOUT: Duration = Duration::from_millis(50);

/// The same over ssh, which may part bytes that were written together.
pub const SSH_ESC_TIMEOUT: Duration = Duration::from_millis(150);

/// Longest time after an ESC that was taken for Esc in which the rest of its sequence is still known for what it is.
pub const TAIL_TIMEOUT: Duration = Duration::from_millis(500);

/// The same while answers are expected: half an answer would be taken for Esc, and the rest of it for typed text.
pub const ANSWER_ESC_TIMEOUT: Duration = Duration::from_millis(300);

/// Longest wait for the rest of anything else that has begun: a second, since no key in use begins like that.
pub const SEQUENCE_TIMEOUT: Duration = Duration::from_secs(1);

/// The same for half an answer, while answers are expected.
pub const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);

/// Where the bytes come from, on which depends how long a lone ESC waits for more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum EscapeWait {
    #[default]
    Local,
    OverSsh,
}

/// The rest of a sequence whose ESC was taken for the key Esc.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tail {
    #[default]
    None,
    /// The last key was an Esc, the rest of which may yet come.
    Awaited,
    /// What has begun is such a rest: its ESC is not before it.
    Begun,
}

impl EscapeWait {
    pub(super) fn new(over_ssh: bool) -> EscapeWait {
        if over_ssh {
            EscapeWait::OverSsh
        } else {
            EscapeWait::Local
        }
    }

    /// Longest wait after a lone ESC.
    pub(super) fn time(self) -> Duration {
        match self {
            EscapeWait::Local => ESC_TIMEOUT,
            EscapeWait::OverSsh => SSH_ESC_TIMEOUT,
        }
    }
}
