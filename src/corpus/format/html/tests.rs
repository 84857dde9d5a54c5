//! Pages as newspapers write them, and as nobody should.

use proptest::prelude::*;

use super::super::super::options::ReadOptions;
use super::super::FormatItem;
use super::*;

const FIRST: &str = "افتتحت بلدية المدينة صباح اليوم حديقة عامة جديدة على ضفة النهر، وحضر الافتتاح عدد كبير من السكان الذين انتظروا هذا اليوم أكثر من ثلاث سنوات كاملة.";
const SECOND: &str = "وقال مدير الحدائق إن المشروع يضم ألفي شجرة ومسارا للدراجات وملعبا للأطفال، وإن العمل في مرحلته الثانية يبدأ مع حلول الربيع القادم بإذن الله.";
const THIRD: &str = "وأضاف أن الحديقة تفتح أبوابها كل يوم من السابعة صباحا حتى العاشرة مساء، وأن الدخول إليها مجاني للجميع، ودعا الزوار إلى المحافظة على نظافتها.";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html dir=\"rtl\" lang=\"ar\"><head>{head}</head><body>{body}</body></html>"
    )
}

fn news(head: &str) -> String {
    let menu = "<nav><ul><li><a href=/>الرئيسية</a></li><li><a href=/s>رياضة</a></li></ul></nav>";
    let end = "<footer><p>جميع الحقوق محفوظة</p></footer><script>var x = \"<p>لا</p>\";</script>";
    let text = format!("<p>{FIRST}</p><p>{SECOND}</p>\n<p>{THIRD}&nbsp;</p>");
    page(
        head,
        &format!("{menu}<div class=\"article-body\"><h1>حديقة على النهر</h1>{text}</div>{end}"),
    )
}

fn read(bytes: &[u8]) -> Vec<FormatItem> {
    let mut items = Vec::new();
    let mut stream = bytes;
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let flow = Html.read(input, &mut |item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    assert!(flow.expect("memory does not fail").is_continue());
    items
}

fn field(fields: &Map<String, Value>, name: &str) -> String {
    fields
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or("")
        .to_owned()
}

#[track_caller]
fn check(html: &str, expected: &[(&str, &str)]) {
    let fields = article(html).expect("an article");
    for (name, value) in expected {
        assert_eq!(field(&fields, name), *value, "{name} of {html}");
    }
}

#[test]
fn the_main_text_without_what_stands_round_it() {
    let text = format!("{FIRST}\n{SECOND}\n{THIRD}");
    check(
        &news("<title>حديقة على النهر</title>"),
        &[("title", "حديقة على النهر")],
    );
    let fields = article(&news("")).expect("an article");
    let found = field(&fields, "text");
    assert!(found.ends_with(&text), "{found}");
    assert!(
        !found.contains("رياضة") && !found.contains("الحقوق"),
        "{found}"
    );
}

#[test]
fn short_pages_give_their_body() {
    check(
        "<p>نص قصير</p><p>وسطر ثان",
        &[("text", "نص قصير\nوسطر ثان")],
    );
    let body = "<nav>قائمة</nav><div>خبر عاجل<br>انقطاع الماء غدا</div>";
    let html = page("<title>عاجل</title>", body);
    check(
        &html,
        &[("text", "خبر عاجل\nانقطاع الماء غدا"), ("title", "عاجل")],
    );
    for empty in [
        "<html><body></body></html>",
        "<script>x</script>",
        "<p>&nbsp;</p>",
    ] {
        assert!(article(empty).is_none(), "{empty}");
    }
}

#[test]
fn open_graph_and_meta() {
    let head = "<meta property=\"og:title\" content=\"حديقة &quot;النهر&quot;\">\
        <meta property='og:site_name' content='صحيفة الضفة'>\
        <meta property=\"article:published_time\" content=\"2019-03-04T08:00:00+03:00\">\
        <meta name=author content=\"سلمى الورّاق\">\
        <link rel=canonical href=\"https://aldiffa.example/n/12\">\
        <meta property=article:author content=\"https://social.example/x\">";
    check(
        &news(head),
        &[
            ("title", "حديقة \"النهر\""),
            ("source", "صحيفة الضفة"),
            ("date", "2019-03-04T08:00:00+03:00"),
            ("author", "سلمى الورّاق"),
            ("url", "https://aldiffa.example/n/12"),
        ],
    );
}

#[test]
fn json_ld_is_believed_first() {
    let head = "<title>غير ذلك</title><script type=\"application/ld+json\">\
        {\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"س\"},\
        {\"@type\":[\"NewsArticle\"],\"headline\":\"حديقة النهر\nتُفتتح\",\
        \"datePublished\":\"2020-05-06\",\"author\":[{\"name\":\"ليلى\"},{\"name\":\"عمر\"}],\
        \"publisher\":{\"@type\":\"Organization\",\"name\":\"بريد الضفة\"}}]}</script>";
    check(
        &news(head),
        &[
            ("title", "حديقة النهر تُفتتح"),
            ("source", "بريد الضفة"),
            ("date", "2020-05-06"),
            ("author", "ليلى، عمر"),
        ],
    );
    let body = format!("{FIRST}\\n{SECOND}");
    let only = format!(
        "<script type=application/ld+json>{{\"@type\":\"Article\",\"articleBody\":\"{body}\"}}</script>"
    );
    check(
        &page(&only, "<p>حمّل التطبيق"),
        &[("text", &format!("{FIRST}\n{SECOND}"))],
    );
}

#[test]
fn a_time_beside_the_article_is_not_its_date() {
    check(
        &news("<time datetime=2001-01-01>أمس</time>"),
        &[("date", "")],
    );
    let own = "<time class=\"entry-date published\" datetime=\"2018-02-03\">";
    check(&news(own), &[("date", "2018-02-03")]);
}

#[test]
fn encodings_and_what_is_said_of_them() {
    let html = news("<meta charset=windows-1256>");
    let legacy = encoding_rs::WINDOWS_1256.encode(&html).0;
    let items = read(&legacy);
    assert!(matches!(&items[..], [FormatItem::Record(r)] if r.text.contains(SECOND) && r.alone));
    let html = news("");
    let legacy = encoding_rs::WINDOWS_1256.encode(&html).0;
    let items = read(&legacy);
    assert!(
        matches!(&items[..], [FormatItem::Trouble(t), FormatItem::Record(_)] if t.reason.code() == "assumed-encoding")
    );
    let items = read(b"<html><body><script>app()</script></body></html>");
    assert!(matches!(&items[..], [FormatItem::Trouble(t)] if t.reason == Reason::PageWithoutText));
}

#[test]
fn every_beginning_of_a_page_is_read() {
    let html = news("<script type=application/ld+json>{\"@type\":\"Article\"}</script>");
    for end in (0..html.len()).step_by(7) {
        read(&html.as_bytes()[..end]);
    }
}

/// Each of these makes a tree that is deep, or larger than the page, or slow to build.
#[test]
fn hostile_pages_end() {
    let fonts: String = (0..3000)
        .map(|n| format!("<font color={n}>"))
        .collect::<Vec<_>>()
        .concat();
    let many: String = (0..100_000)
        .map(|n| format!(" a{n}=b"))
        .collect::<Vec<_>>()
        .concat();
    let hostile = [
        "<div>".repeat(100_000),
        "<div></x><table><tr><td></div>".repeat(30_000),
        "<table><tr><td>".repeat(30_000),
        "<b><p>".repeat(50_000),
        "<ul><li>".repeat(50_000),
        "<span>x</div>".repeat(50_000),
        "<a><b></a></b>".repeat(20_000),
        format!("{fonts}{}", "<p>نص".repeat(20_000)),
        format!("<p{many}>نص"),
        "<p a b c d e f g h i j k l m n o p q r s t u v w x y z>".repeat(20_000),
        "<svg><title><svg>".repeat(30_000),
        "<p><a href=x>رابط، رابط، رابط</a></p>".repeat(20_000),
        "<button><p>".repeat(50_000),
        "<form><div>نص، نص</form>".repeat(390),
        "نص<br><br>".repeat(30_000),
        "<dd><dt><li><p>".repeat(20_000),
        "<frameset><frame>".repeat(20_000),
        "<select><option>".repeat(50_000),
        "<h1>عنوان</h1>".repeat(30_000),
    ];
    for html in hostile {
        // With a parser that looks twice this would not end today.
        let _read = article(&format!("{html}{FIRST}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes);
    }

    #[test]
    fn no_mutation_makes_it_panic(at in 0usize..1500, with in "[<>/\"'=&;!-]{0,3}|<table>|</div>|<b>|\\PC{0,4}") {
        let mut html = news("<meta property=og:title content=س>");
        let at = (0..=at.min(html.len())).rev().find(|&at| html.is_char_boundary(at)).unwrap_or(0);
        html.insert_str(at, &with);
        article(&html);
    }
}
