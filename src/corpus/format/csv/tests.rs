//! Tables in every dialect, whole and broken.

use encoding_rs::WINDOWS_1256;
use proptest::prelude::*;

use super::super::super::options::FieldRole;
use super::super::test_support::{ReadOutcome, by, ends_at_once, read};
use super::*;

const HEAD: &str = "id,title,text,source,date\n";
const ROW: &str =
    "7,افتتاح معرض الزهور,تفتح الحديقة أبوابها للزوار صباح الغد,بريد الوادي,2014-03-02\n";

fn table(text: &str) -> ReadOutcome {
    read(&Csv, text.as_bytes())
}

/// The line, title and text of each article, and no problem.
#[track_caller]
fn check(csv: &str, expected: &[(u64, &str, &str)]) {
    for buffer in [1, 13, 4096] {
        let tried = by(buffer, &Csv, csv.as_bytes(), &ReadOptions::default());
        assert_eq!(tried.articles(), expected, "{csv} by {buffer}");
        assert!(tried.troubles.is_empty(), "{:?}", tried.troubles);
    }
}

/// The titles, and the line and code of each problem.
#[track_caller]
fn check_broken(csv: &str, titles: &[&str], codes: &[(u64, &str)]) {
    let tried = table(csv);
    let found: Vec<&str> = tried
        .articles()
        .iter()
        .map(|(_, title, _)| *title)
        .collect();
    assert_eq!(found, titles, "{csv}");
    assert_eq!(tried.codes(), codes, "{csv}");
}

#[test]
fn the_fields_of_a_row() {
    let tried = table(&format!("{HEAD}{ROW}"));
    let record = &tried.records[0];
    assert_eq!((record.number, record.line), (1, Some(2)));
    assert_eq!(record.id.as_deref(), Some("7"));
    assert_eq!(record.source.as_deref(), Some("بريد الوادي"));
    assert!(record.date.is_some() && !record.alone);
}

#[test]
fn every_delimiter() {
    for delimiter in [",", ";", "\t", "|"] {
        let csv = "Title,Text,Label\nخبر,نص الخبر,0\nخبر ثان,نص آخر,1\n".replace(',', delimiter);
        check(&csv, &[(2, "خبر", "نص الخبر"), (3, "خبر ثان", "نص آخر")]);
    }
    check("sep=;\ntitle;text\nأ;ب, ت, ث\n", &[(3, "أ", "ب, ت, ث")]);
}

#[test]
fn quotes_hold_line_ends_delimiters_and_quotes() {
    check(
        "title,text\n\"خبر, أول\",\"سطر أول\nقال \"\"نعم\"\", ثم ذهب\n\"\nخبر ثان,نص\n",
        &[
            (2, "خبر, أول", "سطر أول\nقال \"نعم\", ثم ذهب\n"),
            (5, "خبر ثان", "نص"),
        ],
    );
    check(
        "title,text\n\"خبر\",\"قال \"نعم\" ثم ذهب\"\nثان,نص",
        &[(2, "خبر", "قال \"نعم\" ثم ذهب"), (3, "ثان", "نص")],
    );
    check(
        "title,text\n \"خبر\" , \"نص، آخر\"\n",
        &[(2, "خبر", "نص، آخر")],
    );
}

#[test]
fn marks_line_ends_and_blank_rows() {
    check(
        "\u{FEFF}\"title\",text\r\nأ,ب\r\n\r\n,\r\nت,ث",
        &[(2, "أ", "ب"), (5, "ت", "ث")],
    );
    check("title,text\rأ,ب\rت,ث\r", &[(2, "أ", "ب"), (3, "ت", "ث")]);
    check("title,text\nأ,ب\0ب\n", &[(2, "أ", "بب")]);
}

#[test]
fn names_that_come_again_are_no_article() {
    check(
        "title,text\nأ,ب\ntitle,text\nت,ث\n",
        &[(2, "أ", "ب"), (4, "ت", "ث")],
    );
}

#[test]
fn a_column_without_a_name_has_its_number() {
    let tried = table(",title,text,title\n0,أ,ب,ت\n");
    assert_eq!(tried.articles(), [(2, "أ", "ب")]);
    assert_eq!(tried.extra(0, "column1"), Some("0"));
    assert_eq!(tried.extra(0, "title (column 4)"), Some("ت"));
}

#[test]
fn what_columns_without_names_hold_is_guessed_and_said() {
    let text = "يقام المهرجان كل عام في الساحة القديمة ويشارك فيه الحرفيون من القرى المجاورة";
    let row = |n: usize| {
        let outlet = ["بريد الوادي", "صدى التلال"][n % 2];
        format!(
            "{outlet},مهرجان القرية في عامه {n},https://wadi.example/{n},2014-03-0{n},{text} {n}\n"
        )
    };
    let tried = table(&(1..7).map(row).collect::<String>());
    assert_eq!(tried.records.len(), 6);
    let record = &tried.records[2];
    assert_eq!(record.title.as_deref(), Some("مهرجان القرية في عامه 3"));
    assert_eq!(record.source.as_deref(), Some("صدى التلال"));
    assert_eq!(record.url.as_deref(), Some("https://wadi.example/3"));
    assert!(record.date.is_some() && record.text.starts_with("يقام"));
    let Reason::GuessedColumns { columns } = &tried.troubles[0].reason else {
        panic!("{:?}", tried.troubles[0]);
    };
    assert!(columns.0.contains(&(FieldRole::Text, 5)), "{columns:?}");
}

#[test]
fn columns_without_names_are_mapped_by_number() {
    let options = ReadOptions {
        map: "title=column2,text=column1".parse().expect("a map"),
        ..ReadOptions::default()
    };
    let tried = by(64, &Csv, "نص أول,خبر\nنص ثان,غيره\n".as_bytes(), &options);
    assert_eq!(
        tried.articles(),
        [(1, "خبر", "نص أول"), (2, "غيره", "نص ثان")]
    );
}

#[test]
fn a_row_of_a_wrong_width_is_read_and_noted() {
    check_broken(
        "title,text\nأ\nب,ت,ث\nج,ح\n",
        &["أ", "ب", "ج"],
        &[(2, "cell-count"), (2, "no-text"), (3, "cell-count")],
    );
    let many = format!("title,text\n{}", "أ,ب,ت\n".repeat(30));
    let troubles = table(&many).troubles;
    assert_eq!(troubles.len(), 21);
    let width = |cells| Reason::CellCount { cells, columns: 2 };
    assert_eq!(troubles[0].reason, width(3));
    assert_eq!(troubles[20].reason, Reason::MoreCellCounts { rows: 10 });
}

#[test]
fn a_quote_that_is_never_closed_costs_its_row_only() {
    // Where the next quoted cell begins.
    check_broken(
        "title,text\n\"أ\",\"نص مفتوح\n\"ب\",\"نص تام\"\nت,ث\n",
        &["أ", "ب", "ت"],
        &[(2, "open-quote")],
    );
    // At the end of the file.
    check_broken(
        "title,text\nأ,\"نص مفتوح\nب,نص\nت,نص\n",
        &["أ", "ب", "ت"],
        &[(2, "open-quote")],
    );
}

#[test]
fn a_table_of_tabs_has_no_quotes_if_they_do_not_fit() {
    check(
        "title\ttext\n\"أ\" ثم ب\tنص\n\"ت\tنص\n\"ث\tنص\n",
        &[(2, "\"أ\" ثم ب", "نص"), (3, "\"ت", "نص"), (4, "\"ث", "نص")],
    );
}

#[test]
fn a_legacy_encoding_is_said_once() {
    let csv = format!("{HEAD}{ROW}{ROW}");
    let tried = read(&Csv, &WINDOWS_1256.encode(&csv).0);
    assert_eq!(
        tried.records[1].title.as_deref(),
        Some("افتتاح معرض الزهور")
    );
    assert_eq!(tried.codes(), [(2, "assumed-encoding")]);
}

#[test]
fn quotes_behind_backslashes() {
    let tried = table("title,text\n\"قال \\\"نعم\\\", وذهب\",\"نص \\\\ آخر\"\nثان,نص\n");
    assert_eq!(
        tried.articles(),
        [(2, "قال \"نعم\", وذهب", "نص \\ آخر"), (3, "ثان", "نص")]
    );
    // A path ends with one, too.
    let tried = table("title,text\n\"C:\\\",نص\nثان,نص\n");
    assert_eq!(tried.records.len(), 2);
}

#[test]
fn a_row_that_is_too_long_is_listed_and_the_rest_is_read() {
    let long = "a".repeat(70 << 20);
    let tried = table(&format!("{HEAD}{long}\n{ROW}"));
    assert_eq!(tried.records.len(), 1);
    assert_eq!(tried.records[0].line, Some(3));
    assert_eq!(tried.codes(), [(2, "row-too-long")]);
}

#[test]
fn quotes_never_closed_on_every_line_take_no_square() {
    // Squares would take this test hours.
    let csv = format!("title,text\n{}", "\"\"\"x,أ\n".repeat(5_000));
    let tried = table(&csv);
    assert!(tried.records.len() > 4_000);
}

#[test]
fn a_table_is_known_by_its_content() {
    for table in [
        "title,text\n",
        "\"العنوان\";\"النص\"\n",
        "id\turl\ttext\nx",
        "\"أ\",\"ب\",\"ت\"\n",
        "sep=|\n",
    ] {
        assert!(is_table(table.as_bytes()), "{table}");
    }
    for prose in [
        "",
        "قال، وذهب, ثم عاد",
        "title: text",
        "نص\nتاريخ, مكان\n",
        "\"نعم\", \"لا\"",
        "a,b,c\nd,e,f\ng,h,i",
    ] {
        assert!(!is_table(prose.as_bytes()), "{prose}");
    }
}

#[test]
fn reading_ends_when_the_receiver_breaks() {
    assert!(ends_at_once(&Csv, format!("{HEAD}{ROW}{ROW}").as_bytes()));
    assert!(ends_at_once(&Csv, "أ,ب\nت,ث\n".as_bytes()));
}

#[test]
fn a_table_cut_anywhere_keeps_its_whole_rows() {
    let csv = format!("{HEAD}{ROW}8,\"ثان\",\"نص\nآخر\",م,2014\n{ROW}");
    let first = HEAD.len() + ROW.len();
    for end in first..csv.len() {
        let tried = read(&Csv, &csv.as_bytes()[..end]);
        assert!(!tried.records.is_empty(), "cut at {end}");
        assert_eq!(tried.records[0].id.as_deref(), Some("7"), "cut at {end}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&Csv, &bytes);
    }

    #[test]
    fn any_signs_are_read_alike_however_they_come(csv in "[\",;\n\r\ta \\\\اب]{0,60}") {
        let (whole, bit) = (by(4096, &Csv, csv.as_bytes(), &ReadOptions::default()), by(1, &Csv, csv.as_bytes(), &ReadOptions::default()));
        prop_assert_eq!(whole.articles(), bit.articles());
    }

    #[test]
    fn what_is_written_by_the_rules_comes_back(cells in proptest::collection::vec("[\",\n ا-ي]{1,12}", 1..6)) {
        let cells: Vec<String> = cells.into_iter().map(|cell| format!("ن{cell}ن")).collect();
        let rows = cells.iter().map(|cell| format!("خ,\"{}\"\n", cell.replace('"', "\"\"")));
        let tried = table(&format!("title,text\n{}", rows.collect::<String>()));
        let texts: Vec<&str> = tried.articles().iter().map(|(_, _, text)| *text).collect();
        prop_assert_eq!(texts, cells);
    }
}
