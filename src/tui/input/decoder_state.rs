//! What may have begun when the bytes of a terminal come apart.

/// What has begun and is not yet complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DecoderState {
    #[default]
    Ground,
    /// The first bytes of a UTF-8 character.
    Char,
    Escape,
    /// CSI.
    Csi,
    /// SS3.
    Ss3,
    /// `CSI [`, before the letter of a function key of the Linux console.
    Linux,
    /// `CSI M`, with the number of bytes still to come of a mouse report in the old style, which an earlier program may have left on.
    OldMouse(u8),
    /// DCS, OSC, SOS, PM or APC, kept in the decoder.
    String,
    /// ESC within such a string: half of ST, or the beginning of something else.
    StringEscape,
    /// Kept in the decoder.
    Paste,
}
