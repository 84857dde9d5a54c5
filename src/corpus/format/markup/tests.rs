//! Tags as corpora have them, whole and broken.

use encoding_rs::WINDOWS_1256;
use proptest::prelude::*;

use super::super::super::options::ReadOptions;
use super::super::Format;
use super::super::test_support::{by, ends_at_once, read};
use super::doc::Sgml;
use super::prose::of_html;
use super::token::{MarkupToken, MarkupTokens, attributes};
use super::xml::Xml;

/// The line, title and text of each record, and no problem.
#[track_caller]
fn check(format: &dyn Format, source: &str, expected: &[(u64, &str, &str)]) {
    for buffer in [1, 17, 4096] {
        let tried = by(buffer, format, source.as_bytes(), &ReadOptions::default());
        assert_eq!(tried.articles(), expected, "{source} by {buffer}");
        assert!(tried.troubles.is_empty(), "{:?}", tried.troubles);
    }
}

const TREC: &str = "<DOC>
<DOCNO>WADI-12-20140302</DOCNO>
<TITLE>افتتاح معرض الزهور</TITLE>
<SRC>بريد الوادي</SRC>
<TIME>02/03/2014</TIME>
<TEXT>
تفتح الحديقة أبوابها للزوار.
والدخول مجاني.
</TEXT>
<ABSTRACT>ملخص</ABSTRACT>
<URL>https://wadi.example/12</URL>
<CAT>محليات</CAT>
<AUTHOR>سلمى</AUTHOR>
</DOC>
";

#[test]
fn the_fields_of_trec() {
    let tried = read(&Sgml, TREC.as_bytes());
    let record = &tried.records[0];
    assert_eq!(record.id.as_deref(), Some("WADI-12-20140302"));
    assert_eq!(record.title.as_deref(), Some("افتتاح معرض الزهور"));
    assert_eq!(record.source.as_deref(), Some("بريد الوادي"));
    assert_eq!(record.author.as_deref(), Some("سلمى"));
    assert_eq!(record.url.as_deref(), Some("https://wadi.example/12"));
    assert_eq!(record.text, "تفتح الحديقة أبوابها للزوار.\nوالدخول مجاني.");
    assert!(record.date.is_some() && !record.alone);
    assert_eq!(tried.extra(0, "abstract"), Some("ملخص"));
    assert_eq!(tried.extra(0, "cat"), Some("محليات"));
}

#[test]
fn an_ldc_id_has_outlet_and_day() {
    let doc = "<DOC id=\"AFP_ARB_20100101.0001\" type=\"story\">\n<HEADLINE>\nزهور في\nالساحة\n</HEADLINE>\n\
               <DATELINE>\nعمان 1-1\n</DATELINE>\n<TEXT>\n<P>\nفقرة أولى\nفي سطرين.\n</P>\n<P>\nفقرة ثانية.\n</P>\n</TEXT>\n</DOC>\n";
    let tried = read(&Sgml, doc.repeat(2).as_bytes());
    let record = &tried.records[1];
    assert_eq!(record.line, Some(19));
    assert_eq!(record.source.as_deref(), Some("Agence France-Presse"));
    assert!(record.date.is_some());
    assert_eq!(record.text, "فقرة أولى في سطرين.\nفقرة ثانية.");
    assert_eq!(tried.extra(1, "type"), Some("story"));
    assert!(tried.troubles.is_empty(), "{:?}", tried.troubles);
}

#[test]
fn a_doc_with_its_text_inside_and_all_else_in_its_tag() {
    check(
        &Sgml,
        "<doc id=\"1\" url=\"https://w.example/?a=1&b=2\" title=\"الزهور\">\nالزهور\n\nنص عن الزهور.\n</doc>\n",
        &[(1, "الزهور", "الزهور\n\nنص عن الزهور.\n")],
    );
}

#[test]
fn tags_are_left_open_and_signs_stand_in_the_text() {
    check(
        &Sgml,
        "<doc><title>أول<text>5 < 7 & 8 > 6 <نعم> <p>ثان<P>ثالث &amp; رابع\n<DOC><Title>آخر</Title><Text>نص</DOC>",
        &[
            (1, "أول", "5 < 7 & 8 > 6 <نعم>\nثان\nثالث & رابع"),
            (2, "آخر", "نص"),
        ],
    );
}

#[test]
fn what_stands_between_docs_is_passed_over() {
    check(
        &Sgml,
        "<?xml version=\"1.0\"?>\n<root>\n<docs/>\n<DOC>\n<TITLE>أ</TITLE><TEXT>ب</TEXT></DOC>\nغيره\n</root>",
        &[(4, "أ", "ب")],
    );
}

#[test]
fn a_file_that_breaks_off_says_so() {
    let cut = TREC.repeat(2);
    let cut = cut.get(..TREC.len() + 160).expect("a whole letter");
    let tried = read(&Sgml, cut.as_bytes());
    assert_eq!(tried.records.len(), 2);
    assert_eq!(tried.codes(), [(15, "record-breaks-off")]);
}

#[test]
fn a_legacy_encoding_is_said_once() {
    let tried = read(&Sgml, &WINDOWS_1256.encode(&TREC.repeat(3)).0);
    assert_eq!(
        tried.records[2].title.as_deref(),
        Some("افتتاح معرض الزهور")
    );
    assert_eq!(tried.codes(), [(1, "assumed-encoding")]);
}

#[test]
fn a_record_without_end_is_listed_and_the_rest_is_read() {
    let long = format!(
        "<DOC><TITLE>أ</TITLE><TEXT>{}<DOC><TITLE>ب</TITLE><TEXT>ت</TEXT></DOC>",
        "a ".repeat(34 << 20)
    );
    let tried = read(&Sgml, long.as_bytes());
    assert_eq!(tried.articles(), [(1, "ب", "ت")]);
    assert_eq!(tried.codes(), [(1, "tagged-too-long")]);
}

#[test]
fn one_article_with_its_fields_in_their_own_places() {
    let document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\n <meta>\n  <title>الزهور</title>\n  \
        <author><name>سلمى</name><gender>f</gender></author>\n  <publication><name>بريد الوادي</name><year>2014</year>\
        <link>https://wadi.example/</link></publication>\n  <num-words>9</num-words>\n </meta>\n <body>\n  <section>\n   \
        <heading>مقدمة</heading>\n   <p>فقرة <b>أولى</b>\n      طويلة.</p>\n   <p>ثانية.</p>\n  </section>\n  <section>\
        <p>ثالثة.</p></section>\n </body>\n</document>\n";
    let tried = read(&Xml, document.as_bytes());
    assert_eq!(tried.records.len(), 1, "{:?}", tried.troubles);
    let record = &tried.records[0];
    assert!(record.alone && record.line.is_none());
    assert_eq!(record.title.as_deref(), Some("الزهور"));
    assert_eq!(record.author.as_deref(), Some("سلمى"));
    assert_eq!(record.source.as_deref(), Some("بريد الوادي"));
    assert_eq!(record.url.as_deref(), Some("https://wadi.example/"));
    assert!(record.date.is_some());
    assert_eq!(record.text, "مقدمة\nفقرة أولى طويلة.\nثانية.\nثالثة.");
    assert_eq!(tried.extra(0, "meta.num-words"), Some("9"));
}

#[test]
fn tei_and_nitf() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>الزهور</title>\
        <author>سلمى</author></titleStmt><publicationStmt><publisher>بريد الوادي</publisher><date when=\"2014-03-02\"/>\
        </publicationStmt><sourceDesc><p>نسخة مطبوعة</p></sourceDesc></fileDesc></teiHeader>\
        <text><body><div><head>مقدمة</head><p>قال <name>سالم</name> في <date>الصباح</date>.</p></div></body></text></TEI>";
    let tried = read(&Xml, tei.as_bytes());
    assert_eq!(
        tried.articles(),
        [(0, "الزهور", "مقدمة\nقال سالم في الصباح.")]
    );
    assert_eq!(tried.records[0].source.as_deref(), Some("بريد الوادي"));
    assert!(tried.records[0].date.is_some());

    let nitf = "<nitf><head><title>زهور</title><docdata><date.issue norm=\"20140302\"/></docdata></head><body><body.head>\
        <hedline><hl1>الزهور</hl1></hedline><byline>سلمى</byline></body.head><body.content><p>فقرة.</p><p>ثانية.</p>\
        </body.content></body></nitf>";
    let tried = read(&Xml, nitf.as_bytes());
    assert_eq!(tried.articles(), [(0, "زهور", "فقرة.\nثانية.")]);
    assert_eq!(tried.records[0].author.as_deref(), Some("سلمى"));
}

#[test]
fn records_are_what_comes_more_than_once() {
    let record = |n| {
        format!(
            "<Wadi><ID>{n}</ID><URL>https://w.example/{n}</URL><Headline>خبر {n}</Headline><Dateline>2014-03-0{n}</Dateline><Text>نص\nفي سطرين</Text></Wadi>\n"
        )
    };
    let flat = format!("{}{}", record(1), record(2));
    let expected = [(1, "خبر 1", "نص\nفي سطرين"), (3, "خبر 2", "نص\nفي سطرين")];
    check(&Xml, &flat, &expected);
    let root = format!("<?xml version=\"1.0\"?>\n<all><made>today</made>\n{flat}</all>");
    check(
        &Xml,
        &root,
        &[
            (3, expected[0].1, expected[0].2),
            (5, expected[1].1, expected[1].2),
        ],
    );
    check(
        &Xml,
        "<articles><article id=\"1\"><title>أ</title><body><p>ب</p><p>ت</p></body></article>\n<article id=\"2\"><title>ث</title><body>ج</body></article></articles>",
        &[(1, "أ", "ب\nت"), (2, "ث", "ج")],
    );
    check(
        &Xml,
        "<add><doc><field name=\"title\">أ</field><field name=\"text\">ب</field></doc><doc><field name=\"title\">ت</field><field name=\"text\">ث</field></doc></add>",
        &[(1, "أ", "ب"), (1, "ت", "ث")],
    );
}

#[test]
fn entities_cdata_and_comments() {
    check(
        &Xml,
        "<r><n><title>أ &amp; ب &#1578; &bad; & ث</title><text><![CDATA[<نص> & </n> آخر]]></text></n><!-- <n> --><n><title>ج</title><text>ح</text></n></r>",
        &[(1, "أ & ب ت &bad; & ث", "<نص> & </n> آخر"), (1, "ج", "ح")],
    );
    // CDATA that never ends costs nothing but itself.
    let tried = read(&Xml, "<r><n><title>أ</title><text><![CDATA[نص</text></n>\n<n><title>ج</title><text>ح</text></n></r>".as_bytes());
    assert_eq!(tried.articles(), [(1, "أ", "نص"), (2, "ج", "ح")]);
}

#[test]
fn a_declared_encoding_is_believed() {
    let xml = "<?xml version=\"1.0\" encoding=\"windows-1256\"?>\n<n><title>الزهور</title><text>نص</text></n>\n<n><title>ب</title><text>ت</text></n>";
    let tried = read(&Xml, &WINDOWS_1256.encode(xml).0);
    assert_eq!(tried.articles(), [(2, "الزهور", "نص"), (3, "ب", "ت")]);
    assert!(tried.troubles.is_empty(), "{:?}", tried.troubles);
}

#[test]
fn a_persons_own_names() {
    let options = ReadOptions {
        map: "title=kicker,text=words.main".parse().expect("a map"),
        ..ReadOptions::default()
    };
    let xml = "<r><n><kicker>أ</kicker><words><main>ب</main></words></n><n><kicker>ت</kicker><words><main>ث</main></words></n></r>";
    assert_eq!(
        by(64, &Xml, xml.as_bytes(), &options).articles(),
        [(1, "أ", "ب"), (1, "ت", "ث")]
    );
    let doc = "<doc><kicker>أ</kicker><words><main>ب</main></words></doc>";
    assert_eq!(
        by(64, &Sgml, doc.as_bytes(), &options).articles(),
        [(1, "أ", "ب")]
    );
}

#[test]
fn tags_and_what_is_none() {
    let tokens = |source| MarkupTokens::new(source, false).collect::<Vec<_>>();
    let open = |name, attributes, empty| MarkupToken::Open {
        name,
        attributes,
        empty,
    };
    assert_eq!(tokens("<a>"), [open("a", "", false)]);
    assert_eq!(
        tokens("<a b='>'/>ت"),
        [open("a", " b='>'", true), MarkupToken::Text("ت")]
    );
    assert_eq!(
        tokens("<!-- <a> --><?php x ?></ب >"),
        [MarkupToken::Close("ب")]
    );
    assert_eq!(
        tokens("3 < 4"),
        [MarkupToken::Text("3 "), MarkupToken::Text("< 4")]
    );
    assert_eq!(
        tokens("<a <b>"),
        [MarkupToken::Text("<a "), open("b", "", false)]
    );
    assert_eq!(
        tokens("<https://w.example>"),
        [MarkupToken::Text("<https://w.example>")]
    );
    assert_eq!(tokens("<![CDATA[<a>]]>"), [MarkupToken::Literal("<a>")]);
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        attributes(" a=\"1 &amp; 2\" b='3' c=4 d e=\"x"),
        [
            own("a", "1 & 2"),
            own("b", "3"),
            own("c", "4"),
            own("e", "x")
        ]
    );
}

#[test]
fn html_becomes_lines() {
    let check = |html: &str, text: &str| assert_eq!(of_html(html), text, "{html}");
    check(
        "<p>فقرة\nأولى</p><p>ثانية<br>ثالثة</p>",
        "فقرة أولى\nثانية\nثالثة",
    );
    check("نص <b>غام</b>ق و<a href=\"x\">رابط</a>.", "نص غامق ورابط.");
    check(
        "<script>var x = '<p>';</script><ul><li>أ</li><li>ب</li></ul>",
        "أ\nب",
    );
    check("<div>أ<div>ب</div>ت</div>", "أ\nب\nت");
    check("أ &lt;ب&gt; &nbsp;ت", "أ <ب> \u{a0}ت");
}

#[test]
fn reading_ends_when_the_receiver_breaks() {
    assert!(ends_at_once(&Sgml, TREC.repeat(3).as_bytes()));
    assert!(ends_at_once(
        &Xml,
        "<n><text>أ</text></n><n><text>ب</text></n>".as_bytes()
    ));
}

#[test]
fn a_file_cut_anywhere_keeps_its_whole_records() {
    let docs = TREC.repeat(2);
    for end in (TREC.len()..docs.len()).step_by(3) {
        let tried = read(&Sgml, &docs.as_bytes()[..end]);
        assert!(tried.records[0].text.ends_with("مجاني."), "cut at {end}");
    }
}

#[test]
fn depth_and_open_ends_take_no_square() {
    for part in [
        "<a>",
        "<a",
        "<!--",
        "<![CDATA[",
        "<a b=\"",
        "<doc>",
        "</a>",
        "<doc",
        "<p><text>",
        "<?",
        "&",
        "<a '<a \"",
    ] {
        let source = format!("<doc><text>{}", part.repeat(30_000));
        read(&Sgml, source.as_bytes());
        read(&Xml, source.as_bytes());
        of_html(&source);
    }
}

proptest! {
    #[test]
    fn any_tags_are_read(source in "(<|>|/|!--|-->|<!\\[CDATA\\[|\\]\\]>|<doc|<text>|</text>|<p|</doc>|=|\"|'|&amp;|&|اب| |\n){0,40}") {
        let whole = read(&Sgml, source.as_bytes());
        let bit = by(1, &Sgml, source.as_bytes(), &ReadOptions::default());
        prop_assert_eq!(whole.articles(), bit.articles());
        let whole = read(&Xml, source.as_bytes());
        let bit = by(3, &Xml, source.as_bytes(), &ReadOptions::default());
        prop_assert_eq!(whole.articles(), bit.articles());
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read(&Sgml, &[TREC.as_bytes(), &bytes].concat());
        read(&Xml, &[b"<a><b><text>", &bytes[..], b"</b><b>"].concat());
    }
}
