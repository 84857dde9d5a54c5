//! What an error says of itself, as data where its kind is known: then it is said in the reader's language, else in the
//! words of whoever made it.

use std::io;
use std::ops::Range;

use rustix::io::Errno;

use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::json_fault::JsonFault;
use crate::words::{Arg, ArgValue, Said, Sentence, Words, messages};

/// The numbers that errors of a system may have; what was kept may claim others.
const ERRNOS: Range<i32> = 1..4096;

messages! {
    /// An error of the system, with its number.
    enum SystemFault {
        NotFound "system-not-found" { number: Ordinal };
        Denied "system-denied" { number: Ordinal };
        NotPermitted "system-not-permitted" { number: Ordinal };
        InputOutput "system-input-output" { number: Ordinal };
        Folder "system-folder" { number: Ordinal };
        NoFolder "system-no-folder" { number: Ordinal };
        DiskFull "system-disk-full" { number: Ordinal };
        QuotaFull "system-quota-full" { number: Ordinal };
        ReadOnly "system-read-only" { number: Ordinal };
        TooManyFiles "system-too-many-files" { number: Ordinal };
        TooManyLinks "system-too-many-links" { number: Ordinal };
        LongName "system-long-name" { number: Ordinal };
        NoMemory "system-no-memory" { number: Ordinal };
        TimedOut "system-timed-out" { number: Ordinal };
        Stale "system-stale" { number: Ordinal };
        /// Another one: only its number is known.
        Other "system-other" { number: Ordinal };
    }
}

messages! {
    /// An error of a library, with its own words.
    enum LibraryFault {
        /// The bytes end too early.
        CutOff "library-cut-off" { text: Foreign };
        Damaged "library-damaged" { text: Foreign };
        /// JSON that ends too early.
        JsonCutOff "library-json-cut-off" { text: Said };
        JsonSyntax "library-json-syntax" { text: Said };
        Other "library-other" { text: Foreign };
    }
}

/// What an error says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause(CauseValue);

#[derive(Clone, Debug, PartialEq)]
enum CauseValue {
    /// An error of the system by its number.
    System(u64),
    Library(LibraryFault),
    /// Another part of the program; kept in English.
    Said(Sentence),
}

/// No part of it is a number with a point.
impl Eq for Cause {}

impl SystemFault {
    /// `None` where the system's own words are all there is.
    fn known(number: u64) -> Option<SystemFault> {
        let raw = i32::try_from(number).ok().filter(|n| ERRNOS.contains(n))?;
        Some(match Errno::from_raw_os_error(raw) {
            Errno::NOENT => SystemFault::NotFound { number },
            Errno::ACCESS => SystemFault::Denied { number },
            Errno::PERM => SystemFault::NotPermitted { number },
            Errno::IO => SystemFault::InputOutput { number },
            Errno::ISDIR => SystemFault::Folder { number },
            Errno::NOTDIR => SystemFault::NoFolder { number },
            Errno::NOSPC => SystemFault::DiskFull { number },
            Errno::DQUOT => SystemFault::QuotaFull { number },
            Errno::ROFS => SystemFault::ReadOnly { number },
            Errno::MFILE => SystemFault::TooManyFiles { number },
            Errno::LOOP => SystemFault::TooManyLinks { number },
            Errno::NAMETOOLONG => SystemFault::LongName { number },
            Errno::NOMEM => SystemFault::NoMemory { number },
            Errno::TIMEDOUT => SystemFault::TimedOut { number },
            Errno::STALE => SystemFault::Stale { number },
            _ => return None,
        })
    }
}

impl Cause {
    /// An error of reading or writing.
    pub fn io(error: &io::Error) -> Cause {
        let number = error.raw_os_error().and_then(|n| u64::try_from(n).ok());
        if let Some(number) = number.filter(|n| SystemFault::known(*n).is_some()) {
            return Cause(CauseValue::System(number));
        }
        let text = lower(error);
        Cause(CauseValue::Library(match error.kind() {
            io::ErrorKind::UnexpectedEof => LibraryFault::CutOff { text },
            io::ErrorKind::InvalidData => LibraryFault::Damaged { text },
            _ => LibraryFault::Other { text },
        }))
    }

    /// Why something is not JSON, without the place.
    pub fn json(error: &serde_json::Error) -> Cause {
        let text = lower(error);
        let text = text.split(" at line ").next().unwrap_or(&text);
        let text = JsonFault::of(text).sentence();
        Cause(CauseValue::Library(if error.is_eof() {
            LibraryFault::JsonCutOff { text }
        } else {
            LibraryFault::JsonSyntax { text }
        }))
    }

    /// An error of which only the words are known, as they stand inside a sentence.
    pub fn lower(error: &impl ToString) -> Cause {
        Cause::text(lower(error))
    }

    /// The same, its words as they are.
    pub fn text(text: String) -> Cause {
        Cause(CauseValue::Library(LibraryFault::Other { text }))
    }

    /// What another part of the program says.
    pub fn said(said: &impl Said) -> Cause {
        Cause(CauseValue::Said(said.sentence()))
    }

    /// The part that has to be equal in problems of one group: what it is, and of JSON what was expected.
    pub(super) fn kind(&self) -> String {
        let json = match &self.0 {
            CauseValue::Library(
                LibraryFault::JsonCutOff { text } | LibraryFault::JsonSyntax { text },
            ) => text.code(),
            _ => "",
        };
        format!("{} {json}", self.code())
    }

    /// Causes of one kind that differ.
    pub(super) fn various(&self) -> Sentence {
        let various = |arg: Arg| Arg::new(arg.name, ArgValue::Various);
        Sentence::new(self.code(), self.args().into_iter().map(various).collect())
    }

    /// Appends which it is, and its number or text.
    pub(super) fn pack(&self, out: &mut FieldWriter) {
        let english = |said: &Sentence| Words::ENGLISH.plain(said);
        let (place, text) = match &self.0 {
            CauseValue::System(number) => {
                out.byte(0);
                return out.number(*number);
            }
            CauseValue::Library(fault) => match fault {
                LibraryFault::CutOff { text } => (1, text),
                LibraryFault::Damaged { text } => (2, text),
                LibraryFault::JsonCutOff { text } => (3, &english(text)),
                LibraryFault::JsonSyntax { text } => (4, &english(text)),
                LibraryFault::Other { text } => (5, text),
            },
            CauseValue::Said(said) => (5, &english(said)),
        };
        out.byte(place);
        out.text(text);
    }

    pub(super) fn unpack(fields: &mut FieldReader<'_>) -> Result<Cause, Unreadable> {
        let place = fields.byte()?;
        if place == 0 {
            return fields
                .number()
                .map(|number| Cause(CauseValue::System(number)));
        }
        let text = fields.text()?.to_owned();
        let json = |text: &str| JsonFault::of(text).sentence();
        Ok(Cause(CauseValue::Library(match place {
            1 => LibraryFault::CutOff { text },
            2 => LibraryFault::Damaged { text },
            3 => LibraryFault::JsonCutOff { text: json(&text) },
            4 => LibraryFault::JsonSyntax { text: json(&text) },
            5 => LibraryFault::Other { text },
            _ => return Err(Unreadable),
        })))
    }
}

impl Said for Cause {
    fn code(&self) -> &'static str {
        self.sentence().code()
    }

    fn args(&self) -> Vec<Arg> {
        self.sentence().args()
    }

    fn sentence(&self) -> Sentence {
        match &self.0 {
            CauseValue::System(number) => {
                let known = SystemFault::known(*number);
                let other = SystemFault::Other { number: *number };
                known.unwrap_or(other).sentence()
            }
            CauseValue::Library(fault) => fault.sentence(),
            CauseValue::Said(said) => said.clone(),
        }
    }
}

fn lower(error: &impl ToString) -> String {
    error.to_string().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In English it is what the system says.
    #[test]
    fn errors_of_the_system_are_said_by_their_number() {
        let known = (0..9000).filter(|number| SystemFault::known(*number).is_some());
        let known: Vec<u64> = known.collect();
        assert_eq!(known.len(), 15);
        for number in known {
            let error = io::Error::from_raw_os_error(number as i32);
            let own = error.to_string().to_lowercase();
            assert_eq!(Words::ENGLISH.plain(&Cause::io(&error)), own);
        }
    }

    #[test]
    fn what_is_of_one_kind_differs_in_numbers_and_words_but_for_json() {
        let json = |text: &str| Cause::json(&serde_json::from_str::<u8>(text).unwrap_err());
        let kinds = [
            Cause::text("wanted 12 bytes".to_owned()),
            Cause::io(&io::Error::from_raw_os_error(5)),
            json(""),
            json("x"),
            json("1 1"),
        ];
        let kinds = kinds.map(|cause| cause.kind());
        for (at, kind) in kinds.iter().enumerate() {
            assert!(!kinds[..at].contains(kind), "{kind}");
        }
        let other = Cause::text("wanted 7 bytes".to_owned());
        assert_eq!(other.kind(), kinds[0]);
        assert_eq!(Words::ENGLISH.plain(&other.various()), "…");
    }

    #[test]
    fn causes_come_back_from_their_bytes() {
        let json = serde_json::from_str::<u8>("{").unwrap_err();
        for cause in [
            Cause::io(&io::Error::from_raw_os_error(2)),
            Cause::io(&io::ErrorKind::UnexpectedEof.into()),
            Cause::io(&io::ErrorKind::InvalidData.into()),
            Cause::json(&json),
            Cause::text("as it is".to_owned()),
        ] {
            let mut out = FieldWriter::default();
            cause.pack(&mut out);
            let back = Cause::unpack(&mut FieldReader::new(&out.bytes));
            assert_eq!(back, Ok(cause));
        }
    }
}
