//! Why a file or record was not read, or read on an assumption: a code, a level, typed fields and a hint; no sentences.
//!
//! [`crate::words`] makes the sentences. Codes are stable, as scripts compare them.

mod cause;
mod coded;
mod compound_fields;
mod field;
mod hint;
mod json_fault;
mod packed;
mod said;

use super::packing::{FieldReader, FieldWriter, Unreadable};
use super::problem::Level;
use super::yearless_date::DateGuess;
pub use cause::Cause;
pub(super) use coded::coded;
pub use compound_fields::{ColumnFlaw, ColumnRoles};
use field::IntoFields;
pub use field::{ReasonField, ReasonValue, SeparatorLine};
pub use hint::ProblemHint;
use packed::Packed;
pub use said::SeveralReasons;

/// The hint of a row of the table, or none.
macro_rules! hint {
    () => {
        None
    };
    ($hint:ident) => {
        Some(ProblemHint::$hint)
    };
}

/// Makes the enum and its methods from one table of
/// `Level Name "code" { field: Type } => ProblemHint;`.
macro_rules! reasons {
    ($(
        $(#[doc = $doc:literal])+
        $level:ident $name:ident $code:literal
            $({ $($field:ident: $kind:ty),+ })? $(=> $hint:ident)?;
    )+) => {
        /// The reason of a [`Problem`](super::Problem).
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Reason {
            $($(#[doc = $doc])+ $name $({ $($field: $kind),+ })?,)+
        }

        impl Reason {
            /// The code in the `code` field of JSON.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Reason::$name { .. } => $code,)+
                }
            }

            /// The id of its message.
            pub(super) fn message(&self) -> &'static str {
                match self {
                    $(Reason::$name { .. } => concat!("reason-", $code),)+
                }
            }

            /// The level of problems of this reason.
            pub fn level(&self) -> Level {
                match self {
                    $(Reason::$name { .. } => Level::$level,)+
                }
            }

            /// What to do about it.
            pub fn hint(&self) -> Option<ProblemHint> {
                match self {
                    $(Reason::$name { .. } => hint!($($hint)?),)+
                }
            }

            /// The fields, in the order in which they are declared.
            pub fn fields(&self) -> Vec<ReasonField<'_>> {
                let mut fields = Vec::new();
                match self {
                    $(Reason::$name $({ $($field),+ })? => {
                        $($($field.add(stringify!($field), &mut fields);)+)?
                    })+
                }
                fields
            }

            /// Appends the code and the fields.
            pub(crate) fn pack(&self, out: &mut FieldWriter) {
                out.text(self.code());
                match self {
                    $(Reason::$name $({ $($field),+ })? => {
                        $($($field.pack(out);)+)?
                    })+
                }
            }

            /// The reason that was packed.
            pub(crate) fn unpack(fields: &mut FieldReader<'_>) -> Result<Reason, Unreadable> {
                match fields.text()? {
                    $($code => Ok(Reason::$name $({
                        $($field: Packed::unpack(fields)?),+
                    })?),)+
                    _ => Err(Unreadable),
                }
            }

            /// Every reason, in every form in which its sentence may differ; a new one cannot be left out.
            #[cfg(test)]
            pub fn samples() -> Vec<Reason> {
                let mut samples = Vec::new();
                $({
                    let forms = [1 $($(, <$kind>::samples().len())+)?];
                    for form in 0..forms.into_iter().max().unwrap_or(1) {
                        samples.push(Reason::$name $({
                            $($field: field::sample(form)),+
                        })?);
                        // Nothing differs where there are no fields.
                        let _ = form;
                    }
                })+
                samples
            }
        }
    };
}

reasons! {
    // Files and folders.
    /// A path that the user named cannot be opened.
    Error SourceNotOpened "source-not-opened" { error: Cause } => CheckPath;
    /// A file or folder inside a folder cannot be opened.
    Error EntryNotOpened "entry-not-opened" { error: Cause };
    /// A file that was found cannot be opened.
    Error FileNotOpened "file-not-opened" { error: Cause } => CheckPresence;
    /// Reading failed in the middle of a file.
    Error ReadFailed "read-failed" { error: Cause } => CheckDisk;
    /// The same; the records before were read.
    Error ReadBrokeOff "read-broke-off" { error: Cause } => CheckDisk;
    /// A link leads to a folder above it.
    Note LinkLoop "link-loop";
    /// A folder without files that may hold articles.
    Error FolderWithoutArticles "folder-without-articles" => FormsRead;
    /// A file whose name shows that it holds no articles.
    Note NoArticleByName "no-article-by-name" => NameFile;
    /// A member of an archive whose name shows that it holds no articles.
    Note MemberNoArticleByName "member-no-article-by-name";
    /// A reader panicked at a file.
    Error ReaderFailed "reader-failed" { panic: Cause } => ReportWithFile;
    /// Recognition of title, source and date panicked at a record.
    Error RecordFailed "record-failed" { panic: Cause } => ReportWithRecord;
    /// The user stopped the load.
    Note LoadingStopped "loading-stopped" { articles: u64 } => OpenAgain;
    /// Memory ran short and nothing could be put on the disk; the rest was not read.
    Error MemoryShort "memory-short" { articles: u64 } => OpenOnDisk;

    // What is kept between runs.
    /// What an earlier run kept is damaged, foreign or of another version: all was made anew.
    Note KeptNotUsed "kept-not-used" { error: Cause };
    /// What was worked out cannot be kept for the next run.
    Note NotKept "not-kept" { error: Cause } => KeepElsewhere;
    /// Texts and index are in memory, though they were to be on the disk.
    Note NotOnDisk "not-on-disk" { error: Cause } => OpenLater;

    // Files of forms that are not read.
    /// A database.
    Error Sqlite "sqlite" => QuerySqlite;
    /// An archive.
    Error Rar "rar" => UnpackRar;
    /// An archive.
    Error SevenZip "7z" => Unpack7z;
    /// Pages for print.
    Error Pdf "pdf" => PdfToText;
    /// A document of the binary formats before 2007.
    Error OldOffice "old-office" => SaveAsText;
    /// A document of the zipped formats.
    Error Office "office" => SaveAsTextOrPage;
    /// A document.
    Error Rtf "rtf" => SaveAsText;
    /// Machine code.
    Error Program "program";
    /// An image.
    Error Picture "picture";
    /// A RIFF file, which may be sound or a picture.
    Error SoundOrPicture "sound-or-picture";
    /// Audio.
    Error Sound "sound";
    /// An Arrow file: columns, but not in parquet.
    Error Arrow "arrow" => ArrowToParquet;
    /// A packing that is not supported.
    Error Lz4 "lz4" => UnpackLz4;

    // Packing.
    /// More layers of packing than are unpacked.
    Error PackedTooDeep "packed-too-deep" { layers: u64 } => UnpackFirst;
    /// A layer of packing cannot be opened.
    Error PackingNotOpened "packing-not-opened" { error: Cause };
    /// A packed stream breaks off; the records before were read.
    Error PackingBroken "packing-broken" { error: Cause } => PackAgain;
    /// An archive breaks off.
    Error ArchiveBroken "archive-broken" { error: Cause } => PackAgain;
    /// One member of an archive, by its number from 1, cannot be read.
    Error MemberNotRead "member-not-read" { member: u64, error: Cause } => UnpackFirst;
    /// A form that is read from its end came as a stream and cannot be copied to a temporary file.
    Error NotSpooled "not-spooled" { error: Cause } => UnpackFirst;
    /// A packed file grows more than `fold` times.
    Error GrowsTooMuch "grows-too-much" { fold: u64 } => UnpackIfMeant;

    // Text and its encoding.
    /// UTF-8 with some broken bytes.
    Guess BrokenUtf8 "broken-utf8" => NameEncoding;
    /// A legacy encoding was assumed, as nothing names one.
    Guess AssumedEncoding "assumed-encoding" { encoding: &'static str } => NameEncoding;
    /// A file of no known form whose bytes are no text.
    Error NotText "not-text" => RemoveOrGiveText;
    /// White space and nothing else.
    Note EmptyFile "empty-file";
    /// A text file larger than an article may be.
    Error TextTooLarge "text-too-large" { mib: u64 } => SplitText;
    /// A text file was cut at a repeated line; the number of articles, if known.
    Guess CutAtLines "cut-at-lines" { articles: Option<u64>, line: SeparatorLine } => WholeFiles;
    /// A text file was cut at its form feeds; the number of articles, if known.
    Guess CutAtFormFeeds "cut-at-form-feeds" { articles: Option<u64> } => WholeFiles;

    // Fields of a record.
    /// An object without fields.
    Error NoFields "no-fields" => MapFields;
    /// A record in which no article was found, and the first of its fields.
    Error NoArticleFields "no-article-fields" { fields: Vec<String> } => MapFields;
    /// A title without a text.
    Note NoText "no-text" => MapText;
    /// A date field in which no date was recognised.
    Note NoDate "no-date" { field: String, value: String } => IsoDates;
    /// Fields that the user named and a record lacks.
    Note MappedFieldsMissing "mapped-fields-missing" { fields: Vec<String> } => SeeFields;
    /// The year of a date was guessed.
    Guess DateGuessed "date-guessed" { guess: DateGuess } => NoYear;

    // JSON and tables.
    /// A record that begins as an object and is not valid JSON; its line, if it has more than one.
    Error BrokenJson "broken-json" { error: Cause, column: u64, line: Option<u64> } => MendRecord;
    /// A line that does not begin as an object.
    Error NotJson "not-json" { error: Cause, column: u64, line: Option<u64> } => JsonObjects;
    /// A JSON value that is no object.
    Error NotAnObject "not-an-object" => JsonObjects;
    /// An escape of half a surrogate pair.
    Note LoneSurrogate "lone-surrogate" => WriteUtf8;
    /// A record longer than an article may be.
    Error JsonTooLong "json-too-long" { mib: u64 } => SplitRecord;
    /// Columns without names, whose roles could not be guessed.
    Guess UnnamedColumns "unnamed-columns" => MapColumns;
    /// Columns without names, and the roles guessed for them.
    Guess GuessedColumns "guessed-columns" { columns: ColumnRoles } => MapColumns;
    /// A row longer than an article may be.
    Error RowTooLong "row-too-long" { mib: u64 } => SplitRow;
    /// A quote without its end.
    Note OpenQuote "open-quote" => CloseQuote;
    /// A row with more or fewer cells than there are columns.
    Note CellCount "cell-count" { cells: u64, columns: u64 } => QuoteDelimiters;
    /// Further such rows, which are not listed one by one.
    Note MoreCellCounts "more-cell-counts" { rows: u64 };

    // Pages and mail.
    /// A page larger than an article may be.
    Error PageTooLarge "page-too-large" { mib: u64 } => SplitPage;
    /// A page file without text.
    Error PageWithoutText "page-without-text" => ScriptedPage;
    /// A page in a web archive without text.
    Note CrawledPageWithoutText "crawled-page-without-text";
    /// A record of a web archive without text.
    Note CrawledTextEmpty "crawled-text-empty";
    /// A record of a web archive shorter than its `Content-Length`.
    Note WarcShort "warc-short" => FetchAgain;
    /// A record of a web archive longer than its `Content-Length`.
    Note WarcLong "warc-long" => FetchAgain;
    /// A record of a web archive without `Content-Length`.
    Error WarcUnmeasured "warc-unmeasured" => FetchAgain;
    /// A record of a web archive longer than an article may be.
    Error WarcTooLong "warc-too-long" { mib: u64 } => FetchAgain;
    /// A record of a web archive whose header does not end.
    Error WarcHeaderOpen "warc-header-open" => FetchAgain;
    /// A response record without an HTTP response.
    Error NoHttpAnswer "no-http-answer" => FetchAgain;
    /// A page packed by its server in a way that is not supported.
    Error PagePacked "page-packed" => UnpackWarc;
    /// A web archive without a record.
    Error NoWarcRecord "no-warc-record" => FetchWarcAgain;
    /// Records of a web archive that hold no page.
    Note WarcRecordsPassed "warc-records-passed" { records: u64 };
    /// A message longer than an article may be.
    Error MessageTooLong "message-too-long" { mib: u64 } => TakeAttachmentsOut;
    /// Messages or parts nested deeper than is read.
    Error MessageTooDeep "message-too-deep" => SaveTextAlone;
    /// A file that begins as a message and is none.
    Error NotAMessage "not-a-message" => SaveTextAlone;
    /// A page saved as a message, without the page itself.
    Error NoSavedPage "no-saved-page" => SaveTextAlone;
    /// A page saved as a message, without text.
    Error SavedPageWithoutText "saved-page-without-text" => SaveTextAlone;

    // XML and SGML.
    /// A record longer than an article may be.
    Error TaggedTooLong "tagged-too-long" { mib: u64 } => CloseOrSplit;
    /// The file ends inside a record.
    Note RecordBreaksOff "record-breaks-off" => GetWholeFile;
    /// A file of one record that is larger than an article may be.
    Error XmlTooLarge "xml-too-large" { mib: u64 } => SplitXml;
    /// Items of an export that are no articles.
    Note ItemsLeftOut "items-left-out" { items: u64 };
    /// A feed without items.
    Note EmptyFeed "empty-feed" => FeedBrokeOff;

    // Parquet.
    /// A parquet file as a stream, which cannot be read from its end.
    Error ParquetStream "parquet-stream" => SaveAsFile;
    /// This build does not read parquet.
    Error ParquetNotBuilt "parquet-not-built" => BuildParquet;
    /// The file lacks its end.
    Error ParquetCut "parquet-cut" => FetchAgain;
    /// The footer is encrypted.
    Error ParquetEncrypted "parquet-encrypted" => FetchAgain;
    /// The footer contradicts the file.
    Error ParquetFooterBroken "parquet-footer-broken" => FetchAgain;
    /// The footer cannot be read from the disk.
    Error ParquetFooterUnread "parquet-footer-unread" => FetchAgain;
    /// Columns nested deeper than is read.
    Error ParquetTooDeep "parquet-too-deep" => FetchAgain;
    /// The library refuses the file.
    Error ParquetNotOpened "parquet-not-opened" { error: Cause } => FetchAgain;
    /// No column holds text.
    Error ParquetWithoutText "parquet-without-text" => FetchAgain;
    /// The library fails in a row group; `last` is the number of its last row.
    Error ParquetRowsNotRead "parquet-rows-not-read" { last: u64, error: Cause } => FetchAgain;
    /// A column of a row group contradicts the file.
    Error ParquetColumnBroken "parquet-column-broken" { last: u64, column: String, flaw: ColumnFlaw } => FetchAgain;
    /// A row group with a negative number of rows.
    Error ParquetRowsNegative "parquet-rows-negative" { last: u64 } => FetchAgain;
    /// A row group of more rows than its bytes can hold.
    Error ParquetRowsWithoutBytes "parquet-rows-without-bytes" { last: u64 } => FetchAgain;
    /// A row group of more rows than can be counted.
    Error ParquetRowsTooMany "parquet-rows-too-many" { last: u64 } => FetchAgain;
    /// A row group that grows more than `fold` times.
    Error ParquetGrowsTooMuch "parquet-grows-too-much" { last: u64, fold: u64 } => FetchAgain;
}

#[cfg(test)]
mod tests;
