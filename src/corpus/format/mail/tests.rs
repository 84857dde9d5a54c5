//! Messages as mail programs and browsers write them, and torn.

use std::io::BufReader;

use proptest::prelude::*;

use super::super::FormatItem;
use super::*;

const HEAD: &str = "Message-ID: <7@qafila.example>\r\nFrom: =?UTF-8?B?2LPYp9mF2Yog2KfZhNmG2K7Zhdin?= <sami@qafila.example>\r\n\
    Date: Tue, 5 Mar 2013 09:10:11 +0300\r\nSubject: =?utf-8?q?=D9=82=D8=A7=D9=81=D9=84=D8=A9?= jadida\r\nMIME-Version: 1.0\r\n";
const TEXT: &str = "وصلت القافلة إلى الواحة\r\nبعد ثلاثة أيام من السير.\r\n";

fn mail(more: &str, body: &str) -> String {
    format!("{HEAD}{more}\r\n{body}")
}

fn read(format: &dyn Format, bytes: &[u8]) -> Vec<FormatItem> {
    let mut items = Vec::new();
    let mut stream = BufReader::with_capacity(16, bytes);
    let input = FormatInput {
        stream: &mut stream,
        file: None,
        options: &ReadOptions::default(),
        charset: Charset::Utf8,
    };
    let flow = format.read(input, &mut |item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    assert!(flow.expect("memory does not fail").is_continue());
    items
}

/// A record as title, author, source, text; a problem as its line and code.
#[track_caller]
fn check(format: &dyn Format, bytes: &[u8], expected: &[&str]) {
    let items = read(format, bytes);
    let shown: Vec<String> = items
        .iter()
        .map(|item| match item {
            FormatItem::Record(r) => {
                let field = |field: &Option<String>| field.clone().unwrap_or_default();
                let about = [field(&r.title), field(&r.author), field(&r.source)].join("|");
                format!("{about}|{}", r.text.trim())
            }
            FormatItem::Trouble(t) => format!("!{} {}", t.line.unwrap_or(0), t.reason.code()),
        })
        .collect();
    assert_eq!(shown, expected);
}

const READ: &str =
    "قافلة jadida|سامي النخما|qafila.example|وصلت القافلة إلى الواحة\nبعد ثلاثة أيام من السير.";

#[test]
fn text_in_each_encoding() {
    let legacy = encoding_rs::WINDOWS_1256.encode(TEXT).0.into_owned();
    let with = |more: &str, body: &[u8]| [mail(more, "").as_bytes(), body].concat();
    let plain = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n";
    check(&MailMessage, &with(plain, TEXT.as_bytes()), &[READ]);
    check(&MailMessage, &with("", TEXT.as_bytes()), &[READ]);
    let named = "Content-Type: text/plain; charset=windows-1256\r\n";
    check(&MailMessage, &with(named, &legacy), &[READ]);
    let assumed = "!0 assumed-encoding";
    check(&MailMessage, &with("", &legacy), &[assumed, READ]);
    // No Arabic text is latin-1, whatever a mail program says.
    let wrong = "Content-Type: text/plain; charset=iso-8859-1\r\n";
    check(&MailMessage, &with(wrong, &legacy), &[assumed, READ]);
    let quoted: String = legacy
        .iter()
        .map(|b| format!("={b:02X}"))
        .collect::<Vec<_>>()
        .concat();
    let quoted_head = "Content-Transfer-Encoding: quoted-printable\r\n";
    check(
        &MailMessage,
        &with(quoted_head, quoted.as_bytes()),
        &[assumed, READ],
    );
}

#[test]
fn a_page_in_a_message_is_read_where_its_text_says_nothing() {
    let page = "<html><body><p>وصلت القافلة إلى الواحة</p><p>بعد ثلاثة أيام من السير.</p>";
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    check(&MailMessage, mail(html, page).as_bytes(), &[READ]);
    let both = |text: &str| {
        format!(
            "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--b\r\n{html}\r\n{page}\r\n--b--\r\n"
        )
    };
    let kind = "Content-Type: multipart/alternative; boundary=b\r\n";
    check(&MailMessage, mail(kind, &both("انظر")).as_bytes(), &[READ]);
    check(&MailMessage, mail(kind, &both(TEXT)).as_bytes(), &[READ]);
    let listed = format!("List-Id: \"Akhbar\" <akhbar.qafila.example>\r\n{html}");
    check(
        &MailMessage,
        mail(&listed, page).as_bytes(),
        &[&READ.replace("|qafila.example|", "|Akhbar|")],
    );
}

#[test]
fn mailboxes() {
    let one = mail("", TEXT);
    let quoted = mail("", &format!("{TEXT}\r\n>From here on\r\n"));
    let from = "From sami@qafila.example Tue Mar  5 09:10:11 2013\n";
    let mbox = format!("{from}{one}\n{from}{quoted}\n{from}\n");
    let more = format!("{READ}\n\nFrom here on");
    check(
        &Mailbox,
        mbox.as_bytes(),
        &[READ, &more, "!23 not-a-message"],
    );
    for end in one.len() + from.len() + 1..mbox.len() {
        let items = read(&Mailbox, &mbox.as_bytes()[..end]);
        assert!(matches!(&items[0], FormatItem::Record(r) if r.line == Some(1) && !r.alone));
    }
    assert!(is_mailbox(mbox.as_bytes()) && !is_message(mbox.as_bytes()));
    assert!(is_message(one.as_bytes()) && !is_mailbox(one.as_bytes()));
    for text in [
        "From here: a\nb: c",
        "Title: x\nDate: y\n\nنص",
        "قال: نعم\nوقال: لا",
    ] {
        assert!(
            !is_message(text.as_bytes()) && !is_mailbox(text.as_bytes()),
            "{text}"
        );
    }
}

#[test]
fn saved_pages() {
    let body = "<html><head><title>=D9=88=D8=A7=D8=AD=D8=A9</title></head><body><p>=D9=86=D8=AE=D9=\r\n=84</p></body></html>";
    let page = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://waha.example/a\r\nSubject: x\r\n\
         Date: Tue, 5 Mar 2013 09:10:11 -0000\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n\r\n--b\r\n\
         Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://waha.example/a\r\n\r\n{body}\r\n--b\r\n\
         Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
    );
    assert!(is_message(page.as_bytes()));
    check(&MailMessage, page.as_bytes(), &["واحة|||نخل"]);
    let items = read(&MailMessage, page.as_bytes());
    assert!(
        matches!(&items[0], FormatItem::Record(r) if r.alone && r.url.as_deref() == Some("https://waha.example/a"))
    );
}

/// Each of these makes the parser of messages nest, or seek, without end.
#[test]
fn hostile_messages_end() {
    for part in [
        "Content-Type: message/rfc822\r\n\r\n",
        "Content-Type: Multipart/mixed; boundary=never\r\n\r\n",
        "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
        "--b\r\nContent-Type: text/html\r\n\r\n",
        "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n",
        "From a b 1:2:3\n\n",
        "a: b\r\n",
        "Subject: =?utf-8?q?=\r\n ",
        ">",
    ] {
        let hostile = part.repeat(200_000);
        read(
            &MailMessage,
            mail("Content-Type: multipart/mixed; boundary=b\r\n", &hostile).as_bytes(),
        );
        read(&MailMessage, hostile.as_bytes());
        read(&Mailbox, hostile.as_bytes());
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..700) {
        let parts = format!(
            "--b\r\nContent-Type: message/rfc822\r\n\r\n{}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b--\r\n",
            mail("Content-Type: multipart/mixed; boundary=c\r\n", "--c\r\n\r\nx\r\n--c--")
        );
        let mut hostile = mail("Content-Type: multipart/mixed; boundary=b\r\n", &parts).into_bytes();
        let at = at.min(hostile.len());
        hostile.splice(at..at, bytes.iter().copied());
        read(&MailMessage, &hostile);
        hostile.truncate(at);
        read(&MailMessage, &hostile);
        read(&Mailbox, &bytes);
        is_message(&bytes);
        is_mailbox(&bytes);
    }
}
