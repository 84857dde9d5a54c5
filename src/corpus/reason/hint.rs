//! What to do about a problem, as data; [`crate::words`] makes the sentences.

use super::coded::coded;

/// Makes the enum and its methods of a table of `Name "code";`.
macro_rules! hints {
    ($($(#[doc = $doc:literal])+ $name:ident $code:literal;)+) => {
        coded! {
            /// What to do about a problem.
            enum ProblemHint {
                $($(#[doc = $doc])+ $name $code;)+
            }
        }

        impl ProblemHint {
            /// The id of its message.
            pub(super) fn message(self) -> &'static str {
                match self {
                    $(ProblemHint::$name => concat!("hint-", $code),)+
                }
            }
        }
    };
}

hints! {
    // Files and folders.
    /// The path may be wrong.
    CheckPath "check-path";
    /// The file may have been removed, or may not be readable.
    CheckPresence "check-presence";
    /// The disk may be failing.
    CheckDisk "check-disk";
    /// The list of forms that are read.
    FormsRead "forms-read";
    /// A file that the user names is read whatever it is called.
    NameFile "name-file";
    /// A bug, to be reported with the file.
    ReportWithFile "report-with-file";
    /// A bug, to be reported with the record.
    ReportWithRecord "report-with-record";
    /// Opening the corpus again loads all of it.
    OpenAgain "open-again";
    /// A part of the corpus can be opened, or all of it from the disk.
    OpenOnDisk "open-on-disk";

    /// Another run may have ended by then.
    OpenLater "open-later";
    /// Another folder can be named for what is kept.
    KeepElsewhere "keep-elsewhere";

    // Other forms.
    /// The query that gives JSON.
    QuerySqlite "query-sqlite";
    /// The command that unpacks.
    UnpackRar "unpack-rar";
    /// The command that unpacks.
    Unpack7z "unpack-7z";
    /// The command that unpacks.
    UnpackLz4 "unpack-lz4";
    /// The command that gives the text.
    PdfToText "pdf-to-text";
    /// The program that made it can save text.
    SaveAsText "save-as-text";
    /// The program that made it can save text or a page.
    SaveAsTextOrPage "save-as-text-or-page";
    /// Forms of the same columns that are read.
    ArrowToParquet "arrow-to-parquet";

    // Packing.
    /// Another program may unpack it.
    UnpackFirst "unpack-first";
    /// The same, if the file is what it should be.
    UnpackIfMeant "unpack-if-meant";
    /// The file was damaged on its way.
    PackAgain "pack-again";

    // Text.
    /// The encoding can be named.
    NameEncoding "name-encoding";
    /// The file is no text, or of a form that is not read.
    RemoveOrGiveText "remove-or-give-text";
    /// A file holds one article.
    SplitText "split-text";
    /// The option that does not cut.
    WholeFiles "whole-files";

    // Fields.
    /// The option that names text and title.
    MapFields "map-fields";
    /// The option that names the text.
    MapText "map-text";
    /// The form of a date that is always read.
    IsoDates "iso-dates";
    /// Where the names of fields are shown.
    SeeFields "see-fields";
    /// Why the date is a guess.
    NoYear "no-year";

    // JSON and tables.
    /// The record has to be mended or removed.
    MendRecord "mend-record";
    /// The form of a record.
    JsonObjects "json-objects";
    /// Escapes are not needed.
    WriteUtf8 "write-utf8";
    /// A record holds one article.
    SplitRecord "split-record";
    /// The option that names columns.
    MapColumns "map-columns";
    /// A row holds one article.
    SplitRow "split-row";
    /// How a quote is written.
    CloseQuote "close-quote";
    /// How a delimiter in a text is written.
    QuoteDelimiters "quote-delimiters";

    // Pages and mail.
    /// A file holds one page.
    SplitPage "split-page";
    /// Scripts make the text of the page.
    ScriptedPage "scripted-page";
    /// The file was damaged on its way.
    FetchAgain "fetch-again";
    /// The file is not what its name says.
    FetchWarcAgain "fetch-warc-again";
    /// A tool for web archives can unpack the page.
    UnpackWarc "unpack-warc";
    /// Attachments make a message long.
    TakeAttachmentsOut "take-attachments-out";
    /// Text saved by itself is read.
    SaveTextAlone "save-text-alone";

    // XML and SGML.
    /// The record lacks its end.
    CloseOrSplit "close-or-split";
    /// The file lacks its end.
    GetWholeFile "get-whole-file";
    /// A file holds one article, or is of a form of records.
    SplitXml "split-xml";
    /// The feed may lack its end.
    FeedBrokeOff "feed-broke-off";

    // Parquet.
    /// A file can be read from its end.
    SaveAsFile "save-as-file";
    /// The feature to build with.
    BuildParquet "build-parquet";
}
