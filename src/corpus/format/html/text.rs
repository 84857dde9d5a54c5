//! Takes a fragment of HTML, gives its text: a paragraph a line, entities decoded, white space as a browser shows it.
//!
//! No tree is built (see [`super::tags`]): time and memory are linear in the length of a fragment,
//! however hostile. A text without any tag keeps its own lines.
//!
//! Not the same as [`super::super::markup::prose`]: that one works on elements that are already
//! parsed and bounded in depth, and knows the paragraphs of XML vocabularies and the lines of texts
//! without any. This one reads whole pages of any size, skips the parts around an article, and its
//! white space is that of a browser.

use super::tags::{HtmlTag, HtmlToken, tokens};

/// Elements that begin and end a line.
const BLOCKS: [&str; 36] = [
    "p",
    "br",
    "div",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "article",
    "section",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "figure",
    "figcaption",
    "pre",
    "hr",
    "dl",
    "dt",
    "dd",
    "form",
    "fieldset",
    "address",
    "body",
    "caption",
    "center",
    "option",
];

/// Elements whose content is no text.
const SKIPPED: [&str; 9] = [
    "script", "style", "template", "noscript", "svg", "math", "select", "object", "iframe",
];

/// Elements of a page that surround its article.
const SURROUNDING: [&str; 8] = [
    "nav", "header", "footer", "aside", "form", "menu", "button", "dialog",
];

/// The text of a fragment, with `\n` between paragraphs and none at the ends.
pub fn plain(html: &str) -> String {
    stripped(html, &SKIPPED, true)
}

/// The text of a page's body without the elements that surround the article; the whole body where
/// nothing else is left.
pub(super) fn body(html: &str) -> String {
    let skipped: Vec<&str> = SKIPPED.into_iter().chain(SURROUNDING).collect();
    let text = stripped(html, &skipped, false);
    if text.is_empty() {
        return stripped(html, &SKIPPED, false);
    }
    text
}

fn stripped(html: &str, skipped: &[&str], raw_titles: bool) -> String {
    if !html.contains('<') {
        return lines(html);
    }
    let mut text = ParagraphWriter::default();
    // The element being skipped, and the number of open elements of its name.
    let mut over: Option<(&str, usize)> = None;
    let mut pre = 0usize;
    for token in tokens(html) {
        match (token, &mut over) {
            (HtmlToken::Tag(tag), Some((name, depth))) if tag.is(name) => {
                *depth = if tag.closes { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    over = None;
                }
            }
            (_, Some(_)) => {}
            (HtmlToken::Tag(tag), None) => {
                if !tag.closes && tag.is_any(skipped) && !tag.rest.ends_with('/') {
                    over = Some((tag.name, 1));
                }
                if tag.is("pre") {
                    pre = if tag.closes {
                        pre.saturating_sub(1)
                    } else {
                        pre + 1
                    };
                }
                text.tag(&tag);
            }
            (HtmlToken::Text(piece), None) => text.push(piece, pre > 0),
            (HtmlToken::Raw(piece), None) => {
                if raw_titles {
                    text.push(piece, false);
                }
            }
        }
    }
    text.end()
}

/// Text without tags: entities decoded, lines kept.
fn lines(text: &str) -> String {
    let mut out = ParagraphWriter::default();
    out.push(text, true);
    out.end()
}

/// Writer of the text: collapses white space, and ends lines at blocks.
#[derive(Default)]
struct ParagraphWriter {
    out: String,
    /// White space to write before the next character.
    gap: Gap,
}

/// White space between two characters; of several the widest wins.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    Nothing,
    Space,
    Line,
}

impl ParagraphWriter {
    fn tag(&mut self, tag: &HtmlTag) {
        if tag.is_any(&BLOCKS) {
            self.gap = Gap::Line;
        } else if tag.is_any(&["td", "th"]) {
            self.gap = self.gap.max(Gap::Space);
        }
    }

    fn push(&mut self, piece: &str, keep_lines: bool) {
        let piece = html_escape::decode_html_entities(piece);
        for c in piece.chars() {
            match c {
                '\n' | '\u{2028}' | '\u{2029}' if keep_lines => self.gap = Gap::Line,
                '\0' => {}
                '\u{a0}' | '\u{85}' => self.gap = self.gap.max(Gap::Space),
                c if c.is_ascii_whitespace() => self.gap = self.gap.max(Gap::Space),
                c => self.put(c),
            }
        }
    }

    fn put(&mut self, c: char) {
        if !self.out.is_empty() {
            match self.gap {
                Gap::Nothing => {}
                Gap::Space => self.out.push(' '),
                Gap::Line => self.out.push('\n'),
            }
        }
        self.gap = Gap::Nothing;
        self.out.push(c);
    }

    fn end(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(plain(html), expected, "{html}");
    }

    #[test]
    fn paragraphs_are_lines() {
        check("<p>سطر أول</p><p>سطر <b>ثان</b></p>", "سطر أول\nسطر ثان");
        check("سطر<br>ثان<br/>\n<BR />ثالث", "سطر\nثان\nثالث");
        check("<div><div>أ</div></div><ul><li>ب<li>ج</ul>", "أ\nب\nج");
        check("<p>كلمة\n   أخرى&nbsp;</p><p>&nbsp;</p>", "كلمة أخرى");
        check(
            "<table><tr><td>عدد</td><td>٥</td></tr><tr><td>ب</td></tr></table>",
            "عدد ٥\nب",
        );
        check("<pre>أ\n  ب</pre>ج\nد", "أ\nب\nج د");
        check("<p><p/></P>", "");
        check("", "");
    }

    #[test]
    fn entities_and_text_without_tags() {
        check("قال &quot;نعم&quot; &amp; &#1605;ضى", "قال \"نعم\" & مضى");
        check("سطر\r\nثان\n\nثالث", "سطر\nثان\nثالث");
        check("٣ < ٥ و <b>٧ > ٦</b> <", "٣ < ٥ و ٧ > ٦ <");
        check("<![CDATA[<p>نص</p>]]>", "نص\n]]>");
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        check("أ<script>if (a<b) '</p>'</script>ب<style>p{}</style>", "أب");
        check("أ<!-- تعليق <p> --> ب <!DOCTYPE html><?xml ?>ج", "أ ب ج");
        check("أ<svg><svg><text>س</text></svg><text>ص</text></svg>ب", "أب");
        check("<a href=\"x>y\" title='>'>رابط</a>", "رابط");
        check("<p title=\"لا نهاية>نص</p><p>آخر</p>", "نص\nآخر");
        check("نص <a href=", "نص");
        assert_eq!(body("<nav>قائمة</nav><p>نص</p><footer>ذيل"), "نص");
        assert_eq!(body("<header>كل ما فيها</header>"), "كل ما فيها");
        assert_eq!(body("<title>عنوان</title><p>نص"), "نص");
    }

    #[test]
    fn attributes() {
        let read = |html: &str, name: &str| match tokens(html).next() {
            Some(HtmlToken::Tag(tag)) => tag.attribute(name).map(str::to_owned),
            _ => None,
        };
        let tag = "<META  property = 'og:x' checked CONTENT=\"قيمة = أخرى\" a=b/>";
        assert_eq!(read(tag, "property").as_deref(), Some("og:x"));
        assert_eq!(read(tag, "content").as_deref(), Some("قيمة = أخرى"));
        assert_eq!(read(tag, "a").as_deref(), Some("b/"));
        assert_eq!(read(tag, "checked"), None);
        assert_eq!(read("<p =>", "x"), None);
    }

    /// Each of these is a trap for a reader that looks twice; all of it ends within seconds.
    #[test]
    fn hostile_fragments_take_linear_time() {
        for trap in [
            "<div>",
            "<",
            "<a \"",
            "<a b='",
            "<a b=\" ",
            "<!--",
            "<script>",
            "</script",
            "&",
            "&#",
            "&a",
            "<a ",
            "<![CDATA[",
            "<b c=",
            "<?",
            "<nav>",
            "</",
            "<a =\"",
            "<textarea>",
            "= ' ",
        ] {
            let text = plain(&trap.repeat(1_000_000));
            assert!(text.len() <= trap.len() * 1_000_000);
        }
    }

    proptest! {
        #[test]
        fn no_fragment_makes_it_panic(html in "([<>/!='\"& ;#-]|p|br|script|نص|\n|\\PC){0,60}") {
            let text = plain(&html);
            prop_assert!(!text.starts_with(['\n', ' ']) && !text.ends_with(['\n', ' ']));
            body(&html);
        }
    }
}
