//! Feeds of every kind, and exports.

use super::super::test_support::{ReadOutcome, ends_at_once, read};
use super::*;

#[track_caller]
fn check(feed: &str, expected: &[(&str, &str)]) -> ReadOutcome {
    let tried = read(&Feed, feed.as_bytes());
    let found: Vec<(&str, &str)> = tried
        .articles()
        .iter()
        .map(|(_, title, text)| (*title, *text))
        .collect();
    assert_eq!(found, expected, "{:?}", tried.troubles);
    tried
}

const RSS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">
<channel><image><title>شعار</title></image><title>بريد الوادي &#8211; الرئيسية</title><link>https://wadi.example/</link>
<item><title><![CDATA[الزهور & الحدائق]]></title><link>https://wadi.example/1</link><guid isPermaLink=\"false\">w-1</guid>
<dc:creator>سلمى</dc:creator><pubDate>Sun, 02 Mar 2014 08:00:00 +0000</pubDate><category>محليات</category>
<description>&lt;p&gt;ملخص &amp;amp; أكثر&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>فقرة <b>أولى</b>.</p><script>x()</script><p>ثانية.</p></item>]]></content:encoded></item>
<item><title>خبر ثان</title><link>https://wadi.example/2</link><author>a@wadi.example (سالم)</author>
<description>&lt;p&gt;وصف &amp;amp; أكثر&lt;/p&gt;</description></item>
</channel></rss>";

#[test]
fn rss() {
    let tried = check(
        RSS,
        &[
            ("الزهور & الحدائق", "فقرة أولى.\nثانية."),
            ("خبر ثان", "وصف & أكثر"),
        ],
    );
    let record = &tried.records[0];
    assert_eq!(record.source.as_deref(), Some("بريد الوادي – الرئيسية"));
    assert_eq!(record.id.as_deref(), Some("w-1"));
    assert_eq!(record.url.as_deref(), Some("https://wadi.example/1"));
    assert_eq!(record.author.as_deref(), Some("سلمى"));
    assert!(record.date.is_some() && !record.alone);
    assert_eq!(record.line, Some(4));
    assert_eq!(tried.extra(0, "summary"), Some("ملخص & أكثر"));
    assert_eq!(tried.records[1].author.as_deref(), Some("سالم"));
    assert!(tried.troubles.is_empty(), "{:?}", tried.troubles);
}

#[test]
fn atom() {
    let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>صدى التلال</title><author><name>كل</name></author>\
        <entry><title type=\"html\">الزهور &amp;amp; الحدائق</title><link rel=\"enclosure\" href=\"https://t.example/p.mp3\"/>\
        <link rel=\"alternate\" href=\"https://t.example/1\"/><id>tag:t.example,2014:1</id><updated>2014-03-02T08:00:00Z</updated>\
        <author><name>سلمى</name></author><summary>ملخص</summary>\
        <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>فقرة.</p><p>ثانية.</p></div></content></entry>\
        <entry><title>ثان</title><content type=\"html\">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>";
    let tried = check(
        feed,
        &[("الزهور & الحدائق", "فقرة.\nثانية."), ("ثان", "نص")],
    );
    let record = &tried.records[0];
    assert_eq!(record.url.as_deref(), Some("https://t.example/1"));
    assert_eq!(record.source.as_deref(), Some("صدى التلال"));
    assert_eq!(record.author.as_deref(), Some("سلمى"));
    assert!(record.date.is_some());
}

#[test]
fn rdf() {
    let feed = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><channel rdf:about=\"x\"><title>بريد الوادي</title></channel>\
        <item rdf:about=\"https://w.example/1\"><title>أ</title><link>https://w.example/1</link><description>ب</description><dc:date>2014-03-02</dc:date></item></rdf:RDF>";
    let tried = check(feed, &[("أ", "ب")]);
    assert_eq!(tried.records[0].source.as_deref(), Some("بريد الوادي"));
    assert_eq!(tried.records[0].id.as_deref(), Some("https://w.example/1"));
}

#[test]
fn an_export_of_wordpress() {
    let item = |kind: &str, text: &str| {
        format!(
            "<item><title>{kind}</title><link>https://w.example/?p=1</link><pubDate>Sun, 02 Mar 2014 08:00:00 +0000</pubDate>\
            <dc:creator><![CDATA[salma]]></dc:creator><guid isPermaLink=\"false\">https://w.example/?p=1</guid><description></description>\
            <content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>\
            <wp:post_date><![CDATA[2014-03-02 11:00:00]]></wp:post_date><wp:status><![CDATA[publish]]></wp:status>\
            <wp:post_type><![CDATA[{kind}]]></wp:post_type><category domain=\"category\" nicename=\"x\"><![CDATA[محليات]]></category></item>\n"
        )
    };
    let items = [
        item("post", "فقرة أولى\n\nفقرة <em>ثانية</em>"),
        item("attachment", ""),
        item(
            "page",
            "<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph -->",
        ),
    ];
    let feed = format!(
        "<?xml version=\"1.0\"?>\n<!-- WordPress eXtended RSS -->\n<rss><channel><title>بريد الوادي</title><wp:author><wp:author_login>x</wp:author_login></wp:author>{}</channel></rss>",
        items.concat()
    );
    let tried = check(&feed, &[("post", "فقرة أولى\nفقرة ثانية"), ("page", "نص")]);
    assert_eq!(tried.records[0].author.as_deref(), Some("salma"));
    assert_eq!(tried.troubles.len(), 1);
    assert_eq!(tried.troubles[0].reason, Reason::ItemsLeftOut { items: 1 });
}

#[test]
fn a_broken_feed_is_read_as_far_as_it_goes() {
    let cut = RSS.find("وصف").expect("it is there");
    let tried = read(&Feed, &RSS.as_bytes()[..cut]);
    assert_eq!(tried.records.len(), 2);
    assert_eq!(tried.codes()[0].1, "record-breaks-off");
    let bare = RSS.replace("</title>", "").replace("&lt;", "& ");
    assert_eq!(read(&Feed, bare.as_bytes()).records.len(), 2);
    let tried = read(&Feed, b"<rss><channel><title>x</title>");
    assert_eq!(tried.codes(), [(0, "empty-feed")]);
}

#[test]
fn what_is_a_feed() {
    assert!(is_feed(RSS.as_bytes()));
    assert!(is_feed(b"<rdf:RDF x>") && is_feed(b"<feed xmlns='http://www.w3.org/2005/Atom'>"));
    assert!(!is_feed(b"<feed><cow/></feed>") && !is_feed(b"<html><body>rss</body>"));
}

#[test]
fn reading_ends_when_the_receiver_breaks() {
    assert!(ends_at_once(&Feed, RSS.as_bytes()));
}

#[test]
fn a_feed_cut_anywhere_is_read() {
    let whole = RSS.find("<item><title>خبر").expect("it is there");
    for end in 0..RSS.len() {
        let tried = read(&Feed, &RSS.as_bytes()[..end]);
        assert!(end < whole || !tried.records.is_empty(), "cut at {end}");
    }
}
