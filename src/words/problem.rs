//! Takes a problem, its reason or its hint, gives the English sentence for it: lower-case, no full stop.

use super::placeholders::{FieldValues, VARIOUS, sentences};
use crate::corpus::{
    ColumnFlaw, DateGuess, Problem, ProblemHint, Reason, ReasonField, ReasonValue, YearSource,
};
use crate::text::unisolated;

/// A problem on one line, as logical text: `news.jsonl:17: not a JSON object (mend or remove the record)`.
pub fn problem(problem: &Problem) -> String {
    let reason = reason(&problem.reason);
    let line = match hint(&problem.reason) {
        "" => format!("{}: {reason}", problem.place()),
        hint => format!("{}: {reason} ({hint})", problem.place()),
    };
    // Isolates are for the screen; this goes to a pipe.
    unisolated(&line)
}

/// Why something is a problem; text of the corpus is isolated.
pub fn reason(reason: &Reason) -> String {
    reason_of_several(reason, &[])
}

/// The sentence for a group of problems, by the reason of one of them: fields that `differs` marks,
/// in the order of the fields, are shown as `…`.
pub fn reason_of_several(reason: &Reason, differs: &[bool]) -> String {
    let mut places = FieldValues::of(&reason.fields(), differs);
    match reason {
        Reason::GuessedColumns { .. } => places.add("map", map(&reason.fields(), differs)),
        Reason::DateGuessed { guess } => date_places(*guess, &mut places),
        _ => {}
    }
    places.fill(reason_sentence(reason))
}

/// What to do about a problem; empty where nothing helps.
pub fn hint(reason: &Reason) -> &'static str {
    reason.hint().map_or("", |hint| hint_sentence(&hint))
}

/// Why a date is guessed: `Tuesday 8 September falls in 2015; the path names 2016`.
pub fn date_guess(guess: DateGuess) -> String {
    let reason = Reason::DateGuessed { guess };
    let mut places = FieldValues::of(&reason.fields(), &[]);
    date_places(guess, &mut places);
    places.fill(guess_sentence(&guess.source))
}

/// What columns without names were taken for, as `--map` takes it: `title=column1,text=column5`.
fn map(fields: &[ReasonField], differs: &[bool]) -> String {
    let differs = |at: usize| differs.get(at).copied().unwrap_or(false);
    let pairs = fields
        .iter()
        .enumerate()
        .map(|(at, field)| match field.value {
            ReasonValue::Number(column) if !differs(at) => format!("{}=column{column}", field.name),
            _ => format!("{}=column{VARIOUS}", field.name),
        });
    pairs.collect::<Vec<String>>().join(",")
}

/// Adds the names of month and weekday, and the date in ISO 8601 with `…` for parts that differ.
fn date_places(guess: DateGuess, places: &mut FieldValues) {
    let date = guess.date;
    let open = |name: &str| places.get(name).is_some_and(|shown| shown == VARIOUS);
    let part = |name: &str, digits: String| {
        if open(name) {
            VARIOUS.to_owned()
        } else {
            digits
        }
    };
    let year = part("year", format!("{:04}", date.year));
    let day = part("day", format!("{:02}", date.day));
    let iso = format!("{year}-{:02}-{day}", date.month);
    places.add("date", iso);
    places.add("month-name", name_of(&MONTHS, date.month));
    places.add("weekday-name", name_of(&WEEKDAYS, guess.weekday));
}

/// The name of a number counted from 1; `?` where there is none.
fn name_of(names: &[&str], number: u8) -> String {
    let name = names.get(usize::from(number).wrapping_sub(1));
    name.map_or_else(|| "?".to_owned(), |name| (*name).to_owned())
}

/// January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Monday first, as ISO 8601 counts.
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

sentences! {
    /// Why a date is guessed, by where its year was found.
    guess_sentence(YearSource) {
        Path => "{weekday-name} {day} {month-name} falls in {year}; the path names {near}";
        Text => "{weekday-name} {day} {month-name} falls in {year}; the text names {near}";
        Neighbours => "{weekday-name} {day} {month-name} falls in {year}; articles beside it are of {near}";
    }
}

sentences! {
    /// The sentence of a reason, with `{name}` for each of its fields.
    reason_sentence(Reason) {
        SourceNotOpened => "cannot be opened: {error}";
        EntryNotOpened => "cannot be opened: {error}";
        FileNotOpened => "cannot be read: {error}";
        ReadFailed => "cannot be read: {error}";
        ReadBrokeOff => "cannot be read to its end: {error}";
        LinkLoop => "skipped: a link back to a folder above it";
        FolderWithoutArticles => "no article file in this folder";
        NoArticleByName => "not read: no article, by its name";
        MemberNoArticleByName => "not read: no article, by its name";
        ReaderFailed => "fihrist failed to read this: {panic}";
        RecordFailed => "fihrist failed to read this: {panic}";
        LoadingStopped => "loading was stopped after {articles} articles";
        MemoryShort => "memory is short: loading ended after {articles} articles";

        KeptNotUsed => "what an earlier run kept is not used, all is worked out anew: {error}";
        NotOnDisk => "texts and index stay in memory: {error}";
        NotKept => "nothing is kept for the next run: {error}";

        Sqlite => "not read: it is an SQLite database";
        Rar => "not read: it is a RAR archive";
        SevenZip => "not read: it is a 7z archive";
        Pdf => "not read: it is a PDF";
        OldOffice => "not read: it is an old Office document";
        Office => "not read: it is an Office document";
        Rtf => "not read: it is an RTF document";
        Program => "not read: it is a program";
        Picture => "not read: it is a picture";
        SoundOrPicture => "not read: it is sound or a picture";
        Sound => "not read: it is sound";
        Arrow => "not read: it is an Arrow file";
        Lz4 => "not read: it is packed with lz4";

        PackedTooDeep => "packed more than {layers} times over";
        PackingNotOpened => "{error}";
        PackingBroken => "the packed file is broken or was cut: {error}; what came before is read";
        ArchiveBroken => "the archive is broken or was cut: {error}";
        MemberNotRead => "member {member} cannot be read: {error}";
        NotSpooled => "cannot be copied to a temporary file: {error}";
        GrowsTooMuch => "grows more than {fold}-fold when unpacked: not read further";

        BrokenUtf8 => "some bytes are not UTF-8 and are shown as \u{FFFD}";
        AssumedEncoding => "not UTF-8, read as {encoding}";
        NotText => "not a text file: every few bytes a control character";
        EmptyFile => "empty: there is no article in it";
        TextTooLarge => "larger than {mib} MiB: too large for one article";
        CutAtLines { articles: None } => "read as many articles, set apart by {line}";
        CutAtLines => "read as {articles} articles, set apart by {line}";
        CutAtFormFeeds { articles: None } => "read as many articles, set apart by form feeds";
        CutAtFormFeeds => "read as {articles} articles, set apart by form feeds";

        NoFields => "no field in this record";
        NoArticleFields => "no text and no title in this record; its fields are {fields}";
        NoText => "no text in this record, only a title";
        NoDate => "no date understood in {field}: {value}";
        MappedFieldsMissing => "no field {fields} in this record, which --map names";
        DateGuessed { guess: DateGuess { source: YearSource::Path, .. } } =>
            "date {date} is a guess: {weekday-name} {day} {month-name} falls in {year}; the path names {near}";
        DateGuessed { guess: DateGuess { source: YearSource::Text, .. } } =>
            "date {date} is a guess: {weekday-name} {day} {month-name} falls in {year}; the text names {near}";
        DateGuessed { guess: DateGuess { source: YearSource::Neighbours, .. } } =>
            "date {date} is a guess: {weekday-name} {day} {month-name} falls in {year}; articles beside it are of {near}";

        BrokenJson { line: None } => "not JSON: {error} at column {column}";
        BrokenJson => "not JSON: {error} at column {column} of its line {line}";
        NotJson { line: None } => "not JSON: {error} at column {column}";
        NotJson => "not JSON: {error} at column {column} of its line {line}";
        NotAnObject => "not a JSON object";
        LoneSurrogate => "half a surrogate pair (\\ud800…) is shown as \u{FFFD}";
        JsonTooLong => "record longer than {mib} MiB";
        UnnamedColumns => "the columns have no names";
        GuessedColumns => "the columns have no names, read as {map}";
        RowTooLong => "row longer than {mib} MiB";
        OpenQuote => "a quote that opens here is never closed; the row ends with its line";
        CellCount => "{cells} cells in a row of {columns} columns";
        MoreCellCounts => "{rows} more rows with too few or too many cells";

        PageTooLarge => "larger than {mib} MiB: too large for one page";
        PageWithoutText => "no text in this page";
        CrawledPageWithoutText => "no text in this page";
        CrawledTextEmpty => "no text in this record";
        WarcShort => "the record is shorter than its Content-Length";
        WarcLong => "the record is longer than its Content-Length";
        WarcUnmeasured => "a record without Content-Length";
        WarcTooLong => "record longer than {mib} MiB";
        WarcHeaderOpen => "a record whose header does not end";
        NoHttpAnswer => "no HTTP answer in this record";
        PagePacked => "the page is packed with Brotli or zstd by its server";
        NoWarcRecord => "no WARC record in this file";
        WarcRecordsPassed => "{records} records hold no page (requests, pictures, errors …)";
        MessageTooLong => "message longer than {mib} MiB";
        MessageTooDeep => "a message of too many parts in parts";
        NotAMessage => "not a mail message";
        NoSavedPage => "no page in this saved page";
        SavedPageWithoutText => "no text in this page";

        TaggedTooLong => "record longer than {mib} MiB";
        RecordBreaksOff => "the file breaks off in this record";
        XmlTooLarge => "larger than {mib} MiB, and nothing in it looks like one record of many";
        ItemsLeftOut => "{items} items are pictures, menus or drafts of the export and left out";
        EmptyFeed => "a feed without items";

        ParquetStream => "parquet is read from its end, and here is only a stream";
        ParquetNotBuilt => "parquet is not read by this build of fihrist";
        ParquetCut => "this parquet file cannot be read: it was cut: its footer is missing";
        ParquetEncrypted => "this parquet file cannot be read: it is encrypted";
        ParquetFooterBroken => "this parquet file cannot be read: its footer is broken";
        ParquetFooterUnread => "this parquet file cannot be read: its footer cannot be read";
        ParquetTooDeep => "this parquet file cannot be read: its columns are nested too deep";
        ParquetNotOpened => "parquet: {error}";
        ParquetWithoutText => "no column of this parquet file holds text";
        ParquetRowsNotRead => "rows from here to {last} are not read: parquet: {error}";
        ParquetColumnBroken { flaw: ColumnFlaw::NoBeginning } =>
            "rows from here to {last} are not read: parquet: column «{column}»: it begins nowhere";
        ParquetColumnBroken { flaw: ColumnFlaw::NoEnd } =>
            "rows from here to {last} are not read: parquet: column «{column}»: it does not end";
        ParquetColumnBroken { flaw: ColumnFlaw::PageHeader } =>
            "rows from here to {last} are not read: parquet: column «{column}»: a page's header is broken";
        ParquetColumnBroken { flaw: ColumnFlaw::PageCut } =>
            "rows from here to {last} are not read: parquet: column «{column}»: a page is cut";
        ParquetColumnBroken { flaw: ColumnFlaw::PageTooLarge } =>
            "rows from here to {last} are not read: parquet: column «{column}»: a page of more than 256 MiB";
        ParquetColumnBroken { flaw: ColumnFlaw::PageNegative } =>
            "rows from here to {last} are not read: parquet: column «{column}»: a page of fewer than no values";
        ParquetColumnBroken { flaw: ColumnFlaw::Dictionary } =>
            "rows from here to {last} are not read: parquet: column «{column}»: a dictionary of more values than it has bytes for";
        ParquetRowsNegative => "rows from here to {last} are not read: parquet: fewer than no rows";
        ParquetRowsWithoutBytes => "rows from here to {last} are not read: parquet: more rows than it has bytes for";
        ParquetRowsTooMany => "rows from here to {last} are not read: parquet: too many rows";
        ParquetGrowsTooMuch => "rows from here to {last} are not read: parquet: it grows more than {fold}-fold";
    }
}

sentences! {
    /// The sentence of a hint.
    hint_sentence(ProblemHint) {
        CheckPath => "check the path";
        CheckPresence => "check that it is there and may be read";
        CheckDisk => "check the disk";
        FormsRead => "texts, JSON, CSV, XML, HTML and more are read, packed or not";
        NameFile => "name the file itself to read it all the same";
        ReportWithFile => "please report it with the file";
        ReportWithRecord => "please report it with the record";
        OpenAgain => "open the corpus again to load all of it";
        OpenOnDisk => "open fewer files, or let the rest go to the disk: without --no-keep, with --keep-dir where there is room";
        OpenLater => "open it again when no other run is reading it";
        KeepElsewhere => "name another folder with --keep-dir, or keep nothing with --no-keep";

        QuerySqlite => "sqlite3 -json FILE 'select * from TABLE' | fihrist";
        UnpackRar => "unpack it first: unrar x FILE";
        Unpack7z => "unpack it first: 7z x FILE";
        UnpackLz4 => "unpack it first: lz4 -d FILE";
        PdfToText => "turn it into text: pdftotext FILE";
        SaveAsText => "save it as text";
        SaveAsTextOrPage => "save it as text or as a web page";
        ArrowToParquet => "turn it into parquet or JSON Lines";

        UnpackFirst => "unpack it first";
        UnpackIfMeant => "if it is what it should be, unpack it first";
        PackAgain => "fetch or pack it again";

        NameEncoding => "if letters look wrong, give --encoding, or convert the file to UTF-8";
        RemoveOrGiveText => "remove it, or give it as text";
        SplitText => "split it into one article a file, or make it JSON Lines";
        WholeFiles => "if it is one article: --whole-files";

        MapFields => "name its fields: --map text=FIELD,title=FIELD";
        MapText => "if it is there under another name: --map text=FIELD";
        IsoDates => "ISO 8601 is always read: 2015-09-30";
        SeeFields => "see which fields there are: i, or fihrist check without --map";
        NoYear => "its line names no year";

        MendRecord => "mend or remove the record";
        JsonObjects => "records are objects: {\"title\": …, \"text\": …}";
        WriteUtf8 => "write the text as UTF-8";
        SplitRecord => "split it: one article a record";
        MapColumns => "if that is wrong, say it: --map title=column1,text=column2";
        SplitRow => "split it: one article a row";
        CloseQuote => "close the quote, or double it if it is part of the text";
        QuoteDelimiters => "put a text that has the delimiter or a line end in it into quotes";

        SplitPage => "split it into one page a file, or save it without its pictures";
        ScriptedPage => "a page that is built by its scripts holds none: save it as text";
        FetchAgain => "fetch the file again: it was cut or changed";
        FetchWarcAgain => "fetch the file again";
        UnpackWarc => "unpack it with a WARC tool";
        TakeAttachmentsOut => "take its attachments out";
        SaveTextAlone => "save its text by itself";

        CloseOrSplit => "close it where it ends, or split it";
        GetWholeFile => "get the whole file, or close the last record";
        SplitXml => "split it, or turn it into JSON Lines";
        FeedBrokeOff => "if it has some, it broke off before them";

        SaveAsFile => "save it as a file first";
        BuildParquet => "build it with --features parquet, or turn the file into JSON Lines";
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
