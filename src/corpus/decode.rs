//! Takes bytes as they lie on the disk, gives text, and says what had to be assumed.
//!
//! In this order: a byte order mark; NUL in every second byte (UTF-16); valid UTF-8; bytes that
//! are UTF-8 but for a few (a broken tail, a bad copy), read with replacement characters; else
//! windows-1256, the one legacy encoding Arabic text files come in. Never latin-1.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// What was assumed in decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    Nothing,
    /// Some bytes were not UTF-8 and became U+FFFD.
    Lossy,
    Windows1256,
    Utf16,
}

impl Assumed {
    /// In words, for a problem's reason; `None` where nothing needs saying.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Assumed::Nothing | Assumed::Utf16 => None,
            Assumed::Lossy => Some("some bytes are not UTF-8 and are shown as \u{FFFD}"),
            Assumed::Windows1256 => Some("not UTF-8, read as windows-1256"),
        }
    }
}

/// The UTF-16 flavour of a file's first bytes, by mark or by its NULs.
pub fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    // Arabic letters have no NUL in UTF-16; the spaces and line ends between them have.
    let head = head.get(..head.len().min(512)).unwrap_or(head);
    let head = head.get(..head.len() & !1).unwrap_or(head);
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0 && pair[1] != 0);
        odd += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    // A stray NUL (or a NUL tail) in a UTF-8 file is no sign: NUL pads one side only, and often.
    let often = head.len() / 24;
    let valid = std::str::from_utf8(head).is_ok_and(|s| !s.is_ascii());
    match (even > often, odd > often) {
        (true, false) if even >= 2 && !valid => Some(UTF_16BE),
        (false, true) if odd >= 2 && !valid => Some(UTF_16LE),
        _ => None,
    }
}

/// Decodes a whole file, without a byte order mark.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Assumed) {
    if let Some(encoding) = utf16(bytes) {
        return (encoding.decode_with_bom_removal(bytes).0, Assumed::Utf16);
    }
    decode_line(bytes)
}

/// Decodes one line of a file that is not UTF-16.
pub fn decode_line(bytes: &[u8]) -> (Cow<'_, str>, Assumed) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Assumed::Nothing),
        Err(_) if mostly_utf8(bytes) => {
            (UTF_8.decode_without_bom_handling(bytes).0, Assumed::Lossy)
        }
        Err(_) => (
            WINDOWS_1256.decode_without_bom_handling(bytes).0,
            Assumed::Windows1256,
        ),
    }
}

/// Whether at least nine in ten bytes above ASCII belong to valid UTF-8 sequences.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good >= bad * 9
}

/// `\r\n` becomes `\n` and NUL goes: what [`super::Article::text`] promises.
pub fn tidy(text: String) -> String {
    let bytes = text.as_bytes();
    if bytes.iter().any(|b| matches!(b, 0 | b'\r')) {
        return text.replace("\r\n", "\n").replace('\0', "");
    }
    text
}

/// A UTF-16 input read as UTF-8, without holding more than a buffer of it.
pub struct Transcoder<'a> {
    input: &'a mut dyn BufRead,
    decoder: Decoder,
    ready: Vec<u8>,
    /// Bytes of `ready` already given out.
    given: usize,
    ended: bool,
}

impl<'a> Transcoder<'a> {
    pub fn new(input: &'a mut dyn BufRead, encoding: &'static Encoding) -> Self {
        Transcoder {
            input,
            decoder: encoding.new_decoder_with_bom_removal(),
            ready: Vec::new(),
            given: 0,
            ended: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let buffer = self.input.fill_buf()?;
        let used = buffer.len();
        self.ended = used == 0;
        self.ready.clear();
        self.given = 0;
        let most = self
            .decoder
            .max_utf8_buffer_length(used)
            .unwrap_or(used * 3 + 16);
        self.ready.resize(most, 0);
        let (_, _, written, _) = self
            .decoder
            .decode_to_utf8(buffer, &mut self.ready, self.ended);
        self.ready.truncate(written);
        self.input.consume(used);
        Ok(())
    }
}

impl Read for Transcoder<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let rest = self.ready.get(self.given..).unwrap_or(&[]);
        let taken = rest.len().min(out.len());
        out[..taken].copy_from_slice(&rest[..taken]);
        self.given += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "مرحبا بالقراء\nسطر ثان";

    fn check(bytes: &[u8], text: &str, assumed: Assumed) {
        let (decoded, how) = decode(bytes);
        assert_eq!((decoded.as_ref(), how), (text, assumed));
    }

    #[test]
    fn each_encoding() {
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(TEXT.as_bytes(), TEXT, Assumed::Nothing);
        check(
            &[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            TEXT,
            Assumed::Nothing,
        );
        check(&[b"\xFF\xFE", &le[..]].concat(), TEXT, Assumed::Utf16);
        check(&[b"\xFE\xFF", &be[..]].concat(), TEXT, Assumed::Utf16);
        check(&le, TEXT, Assumed::Utf16);
        check(&be, TEXT, Assumed::Utf16);
        check(&WINDOWS_1256.encode(TEXT).0, TEXT, Assumed::Windows1256);
    }

    #[test]
    fn a_broken_tail_is_still_utf8() {
        let cut = &TEXT.as_bytes()[..TEXT.len() - 1];
        assert_eq!(decode(cut).1, Assumed::Lossy);
        assert!(decode(cut).0.starts_with("مرحبا"));
    }

    #[test]
    fn nul_does_not_make_utf16() {
        check("نص\0".as_bytes(), "نص\0", Assumed::Nothing);
        assert_eq!(tidy("أ\r\nب\0".into()), "أ\nب");
        check(b"", "", Assumed::Nothing);
        check(b"\0\0\0\0", "\0\0\0\0", Assumed::Nothing);
    }
}
