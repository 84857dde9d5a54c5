//! Takes the bytes of a file, gives text, and the encoding with what had to be assumed.
//!
//! Tests in this order: a byte order mark; NUL in every second byte (UTF-16); valid UTF-8; UTF-8
//! with a few broken bytes (a cut end, a bad copy), read with replacement characters; the encoding
//! that the file declares, if it is an Arabic one; else windows-1256, the usual legacy encoding of
//! Arabic text files. Latin-1 is never assumed. UTF-16, and an encoding that the user names, is
//! turned into UTF-8 by [`Transcoder`] before a format reads it.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use super::reason::Reason;
use crate::words::messages;

/// Bytes at the start of a file that are searched for NULs of UTF-16.
const UTF16_HEAD_BYTES: usize = 512;
/// Bytes for each of which one NUL is needed for UTF-16: twelve characters, of which one is a blank.
const BYTES_PER_NUL: usize = 24;
/// Bytes at the start of a file in which a declared encoding is sought; HTML asks for it in the first 1,024.
const DECLARATION_BYTES: usize = 2048;
/// Good bytes needed for each broken one for a text to be taken for UTF-8.
const GOOD_BYTES_PER_BAD: usize = 9;

/// The encoding a text was read in, and how it was recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    #[default]
    /// Valid UTF-8.
    Utf8,
    /// UTF-8 with some broken bytes, which became U+FFFD.
    Broken,
    /// UTF-16, by its byte order mark or by NULs in every second byte.
    Utf16,
    /// Assumed, as the bytes are not UTF-8 and nothing names an encoding.
    Assumed(&'static Encoding),
    /// Named by the file itself or by the user.
    Named(&'static Encoding),
}

messages! {
    /// Why an encoding is not certain.
    #[derive(Copy, Eq)]
    pub enum CharsetDoubt {
        Broken "charset-broken";
        Assumed "charset-assumed";
        /// By the file itself or by the user.
        Named "charset-named";
    }
}

impl Charset {
    /// The place of the variant, and the label of an encoding that it names: how it is kept.
    pub(super) fn parts(self) -> (u8, &'static str) {
        match self {
            Charset::Utf8 => (0, ""),
            Charset::Broken => (1, ""),
            Charset::Utf16 => (2, ""),
            Charset::Assumed(encoding) => (3, encoding.name()),
            Charset::Named(encoding) => (4, encoding.name()),
        }
    }

    /// From what [`Charset::parts`] gave.
    pub(super) fn from_parts(variant: u8, label: &str) -> Option<Charset> {
        let encoding = || Encoding::for_label(label.as_bytes());
        Some(match variant {
            0 => Charset::Utf8,
            1 => Charset::Broken,
            2 => Charset::Utf16,
            3 => Charset::Assumed(encoding()?),
            4 => Charset::Named(encoding()?),
            _ => return None,
        })
    }

    /// The name for people: `UTF-8`, `windows-1256`.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf8 | Charset::Broken => "UTF-8",
            Charset::Utf16 => "UTF-16",
            Charset::Assumed(encoding) | Charset::Named(encoding) => match encoding.name() {
                // As it is usually written outside of standards.
                "ISO-8859-6" => "ISO 8859-6",
                name => name,
            },
        }
    }

    /// A name that [`Charset::name`] gives, from an equal one.
    pub(crate) fn known_name(name: &str) -> Option<&'static str> {
        match name {
            "UTF-8" => Some("UTF-8"),
            "UTF-16" => Some("UTF-16"),
            "ISO 8859-6" => Some("ISO 8859-6"),
            name => Encoding::for_label(name.as_bytes()).map(Encoding::name),
        }
    }

    /// A remark on how the encoding was found, unless it is certain.
    pub fn doubt(self) -> Option<CharsetDoubt> {
        match self {
            Charset::Broken => Some(CharsetDoubt::Broken),
            Charset::Assumed(_) => Some(CharsetDoubt::Assumed),
            Charset::Named(_) => Some(CharsetDoubt::Named),
            Charset::Utf8 | Charset::Utf16 => None,
        }
    }

    /// The problem to report for this encoding, if any.
    pub fn assumption(self) -> Option<Reason> {
        match self {
            Charset::Broken => Some(Reason::BrokenUtf8),
            Charset::Assumed(_) => Some(Reason::AssumedEncoding {
                encoding: self.name(),
            }),
            Charset::Utf8 | Charset::Utf16 | Charset::Named(_) => None,
        }
    }
}

/// The UTF-16 encoding of a file by its first bytes: by its byte order mark or its NULs.
pub fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    // Arabic letters have no NUL in UTF-16; the spaces and line ends between them have.
    let head = head.get(..head.len().min(UTF16_HEAD_BYTES)).unwrap_or(head);
    let head = head.get(..head.len() & !1).unwrap_or(head);
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0 && pair[1] != 0);
        odd += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    // A stray NUL (or a tail of NULs) in a UTF-8 file is no sign: UTF-16 has them often, and on one side only.
    let often = head.len() / BYTES_PER_NUL;
    let valid = std::str::from_utf8(head).is_ok_and(|s| !s.is_ascii());
    match (even > often, odd > often) {
        (true, false) if even >= 2 && !valid => Some(UTF_16BE),
        (false, true) if odd >= 2 && !valid => Some(UTF_16LE),
        _ => None,
    }
}

/// Decodes a whole file that is not UTF-16 (for which see [`Transcoder`]); a byte order mark is dropped.
///
/// A declared encoding (`<meta charset="iso-8859-6">`) is used only where the bytes are not UTF-8, and
/// only if it is an Arabic one: no Arabic text is in latin-1.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Charset) {
    let (text, charset) = decode_line(bytes);
    match (charset, declared(bytes)) {
        (Charset::Assumed(_), Some(encoding)) => {
            let text = encoding.decode_without_bom_handling(bytes).0;
            (text, Charset::Named(encoding))
        }
        _ => (text, charset),
    }
}

/// Decodes one line, or another part, of a file that is not UTF-16.
pub fn decode_line(bytes: &[u8]) -> (Cow<'_, str>, Charset) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Charset::Utf8),
        Err(_) if mostly_utf8(bytes) => {
            (UTF_8.decode_without_bom_handling(bytes).0, Charset::Broken)
        }
        Err(_) => (
            WINDOWS_1256.decode_without_bom_handling(bytes).0,
            Charset::Assumed(WINDOWS_1256),
        ),
    }
}

/// The Arabic encoding that a page or an XML file declares in its first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes
        .get(..bytes.len().min(DECLARATION_BYTES))?
        .to_ascii_lowercase();
    if head.iter().find(|b| !b.is_ascii_whitespace()) != Some(&b'<') {
        return None;
    }
    let finder = |needle: &[u8]| memchr::memmem::find(&head, needle).map(|at| at + needle.len());
    let at = finder(b"charset=").or_else(|| finder(b"encoding="))?;
    let rest = head.get(at..)?;
    let opened = rest
        .iter()
        .take_while(|b| matches!(b, b'"' | b'\''))
        .count();
    let label = rest.get(opened..)?;
    let end = label
        .iter()
        .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_'));
    let encoding = Encoding::for_label(label.get(..end.unwrap_or(label.len()))?)?;
    [WINDOWS_1256, ISO_8859_6]
        .contains(&encoding)
        .then_some(encoding)
}

/// Whether at least nine in ten bytes outside ASCII belong to valid UTF-8 sequences.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good >= bad * GOOD_BYTES_PER_BAD
}

/// The text with `\n` for `\r\n` and without NUL, as [`super::Article::text`] promises.
pub fn tidy(text: String) -> String {
    let bytes = text.as_bytes();
    if bytes.iter().any(|b| matches!(b, 0 | b'\r')) {
        return text.replace("\r\n", "\n").replace('\0', "");
    }
    text
}

/// Reads an input in another encoding as UTF-8, holding one buffer of it.
pub struct Transcoder<'a> {
    input: &'a mut dyn BufRead,
    decoder: Decoder,
    ready: Vec<u8>,
    /// Bytes of `ready` that were read already.
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

    #[track_caller]
    fn check(bytes: &[u8], text: &str, charset: Charset) {
        let (decoded, how) = decode(bytes);
        assert_eq!((decoded.as_ref(), how), (text, charset));
    }

    fn transcoded(bytes: &[u8]) -> Option<String> {
        let encoding = utf16(bytes)?;
        let mut text = String::new();
        let mut input = bytes;
        Transcoder::new(&mut input, encoding)
            .read_to_string(&mut text)
            .ok()?;
        Some(text)
    }

    #[test]
    fn each_encoding() {
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(TEXT.as_bytes(), TEXT, Charset::Utf8);
        check(
            &[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            TEXT,
            Charset::Utf8,
        );
        for bytes in [
            &[b"\xFF\xFE", &le[..]].concat(),
            &[b"\xFE\xFF", &be[..]].concat(),
            &le,
            &be,
        ] {
            assert_eq!(transcoded(bytes).as_deref(), Some(TEXT));
        }
        assert_eq!(transcoded(TEXT.as_bytes()), None);
        check(
            &WINDOWS_1256.encode(TEXT).0,
            TEXT,
            Charset::Assumed(WINDOWS_1256),
        );
    }

    #[test]
    fn what_a_page_declares_is_believed_if_it_can_be() {
        let page = |charset: &str| format!("<html><meta charset=\"{charset}\"><p>{TEXT}");
        let bytes = |charset: &str| {
            // encoding_rs writes no ISO 8859-6; its Arabic block is Unicode's, shifted.
            let byte = |c: char| match c as u32 {
                code @ 0x621..=0x652 => (code - 0x600 + 0xA0) as u8,
                code => code as u8,
            };
            page(charset).chars().map(byte).collect::<Vec<u8>>()
        };
        check(
            &bytes("iso-8859-6"),
            &page("iso-8859-6"),
            Charset::Named(ISO_8859_6),
        );
        let said = page("iso-8859-1");
        let legacy = WINDOWS_1256.encode(&said).0;
        check(&legacy, &said, Charset::Assumed(WINDOWS_1256));
        check(
            page("windows-1256").as_bytes(),
            &page("windows-1256"),
            Charset::Utf8,
        );
    }

    #[test]
    fn a_broken_tail_is_still_utf8() {
        let cut = &TEXT.as_bytes()[..TEXT.len() - 1];
        assert_eq!(decode(cut).1, Charset::Broken);
        assert!(decode(cut).0.starts_with("مرحبا"));
    }

    #[test]
    fn nul_does_not_make_utf16() {
        check("نص\0".as_bytes(), "نص\0", Charset::Utf8);
        assert_eq!(tidy("أ\r\nب\0".into()), "أ\nب");
        check(b"", "", Charset::Utf8);
        check(b"\0\0\0\0", "\0\0\0\0", Charset::Utf8);
        assert_eq!(utf16(b"\0\0\0\0"), None);
    }
}
