//! Takes a web server's answer as a crawler kept it, gives the page in it.
//!
//! Crawlers differ in what they decode: a body may be plain although its header declares chunks or
//! compression, or compressed although the header does not. So the bytes decide as well as the header.

use std::io::Read;

use flate2::read::{GzDecoder, ZlibDecoder};
use httparse::{EMPTY_HEADER, Response, Status};
use memchr::memchr;

use super::super::LONGEST_RECORD;

/// Most header lines of an answer.
const MAX_HEADERS: usize = 256;

/// Longest line that gives the length of a chunk, in bytes.
const MAX_CHUNK_LINE_BYTES: usize = 64;

/// A page, and the type that its server declared.
#[derive(Debug)]
pub(super) struct HttpPage {
    pub body: Vec<u8>,
    /// Content type in lower case: `text/html; charset=windows-1256`.
    pub kind: String,
}

/// Why an answer gives no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPage {
    /// It is not HTTP.
    Broken,
    /// A picture, a redirection or an error, which is not reported.
    Other,
    /// Compressed in a way that is not supported.
    Packed,
}

/// The page of an answer.
pub(super) fn page(answer: &[u8]) -> Result<HttpPage, NoPage> {
    let mut headers = [EMPTY_HEADER; MAX_HEADERS];
    let mut response = Response::new(&mut headers);
    let mut lenient = httparse::ParserConfig::default();
    lenient
        .allow_spaces_after_header_name_in_responses(true)
        .allow_obsolete_multiline_headers_in_responses(true)
        .ignore_invalid_headers_in_responses(true);
    let parsed = lenient.parse_response(&mut response, answer);
    let Ok(Status::Complete(head)) = parsed else {
        return Err(NoPage::Broken);
    };
    if !matches!(response.code, Some(200..=299)) {
        return Err(NoPage::Other);
    }
    let header = |name: &str| {
        let found = response
            .headers
            .iter()
            .find(|h| h.name.eq_ignore_ascii_case(name));
        found.map_or(String::new(), |h| {
            String::from_utf8_lossy(h.value).to_ascii_lowercase()
        })
    };
    let kind = header("content-type");
    if !["text/html", "application/xhtml", "text/plain"]
        .iter()
        .any(|k| kind.contains(k))
    {
        return Err(NoPage::Other);
    }
    let mut body = answer.get(head..).unwrap_or(&[]).to_vec();
    if header("transfer-encoding").contains("chunked")
        && let Some(whole) = unchunked(&body)
    {
        body = whole;
    }
    let packed = header("content-encoding");
    Ok(HttpPage {
        body: unpacked(body, &packed)?,
        kind,
    })
}

/// The body made of chunks; `None` where the bytes are no chunks.
fn unchunked(chunked: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut body) = (chunked, Vec::new());
    loop {
        let end = memchr(b'\n', rest.get(..rest.len().min(MAX_CHUNK_LINE_BYTES))?);
        let Some(end) = end else {
            // Cut off between two chunks: the body so far is the beginning of the page.
            return Some(body).filter(|body| !body.is_empty());
        };
        let digits = rest[..end].split(|b| *b == b';').next().unwrap_or(&[]);
        let digits = std::str::from_utf8(digits).ok()?.trim();
        let length = usize::from_str_radix(digits, 16).ok()?;
        rest = rest.get(end + 1..)?;
        if length == 0 {
            return Some(body);
        }
        let chunk = rest.get(..length.min(rest.len()))?;
        body.extend_from_slice(chunk);
        rest = rest.get(length.min(rest.len())..)?;
        rest = rest
            .strip_prefix(b"\r\n")
            .or(rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
    }
}

/// The body decompressed, as far as it is intact.
fn unpacked(body: Vec<u8>, packed: &str) -> Result<Vec<u8>, NoPage> {
    let mut out = Vec::new();
    let read = if body.starts_with(b"\x1F\x8B") {
        GzDecoder::new(&body[..])
            .take(LONGEST_RECORD)
            .read_to_end(&mut out)
    } else if packed.contains("deflate") && body.first() == Some(&0x78) {
        ZlibDecoder::new(&body[..])
            .take(LONGEST_RECORD)
            .read_to_end(&mut out)
    } else if ["br", "zstd"].contains(&packed.trim()) && std::str::from_utf8(&body).is_err() {
        return Err(NoPage::Packed);
    } else {
        return Ok(body);
    };
    match read {
        Err(_) if out.is_empty() => Err(NoPage::Broken),
        _ => Ok(out),
    }
}
