//! Names that corpora give to an article's fields, as the tables in which [`super::fields`] looks them up.
//!
//! Names are normalised: lower case, no spaces, `_` or `-`; a dot leads into a nested object. In
//! each table the first name that a record has and that is not empty wins, so the order matters.

use super::super::options::FieldRole;

/// The names of a role, in order of preference.
pub(super) fn of(role: FieldRole) -> &'static str {
    match role {
        FieldRole::Id => ID,
        FieldRole::Title => TITLE,
        FieldRole::Text => TEXT,
        FieldRole::Source => SOURCE,
        FieldRole::Date => DATE,
        FieldRole::Author => AUTHOR,
        FieldRole::Url => URL,
    }
}

/// The role of a normalised name; the time of a crawl has the role of a date.
pub(super) fn role_of(name: &str) -> Option<FieldRole> {
    const ALL: [FieldRole; 7] = [
        FieldRole::Id,
        FieldRole::Title,
        FieldRole::Text,
        FieldRole::Source,
        FieldRole::Date,
        FieldRole::Author,
        FieldRole::Url,
    ];
    let listed = |table: &str| table.split(' ').any(|alias| alias == name);
    let found = ALL.into_iter().find(|role| listed(of(*role)));
    found.or_else(|| listed(CRAWL).then_some(FieldRole::Date))
}

pub(super) const ID: &str = "\
    id docno docid uuid guid warcrecordid warcheaders.warcrecordid fingerprint aid";

pub(super) const TEXT: &str = "\
    text maintext content body article articlebody articletext fulltext rawtext paragraphs ttext \
    story contenttext content.rendered contentencoded body.content النص المحتوى متن";

pub(super) const TITLE: &str = "\
    title headline heading title.rendered atitle2 atitle1 subject metadata.title hl1 العنوان عنوان";

pub(super) const SOURCE: &str = "\
    source.name source src sourcedomain domain hostname sitename site newspaper outlet \
    publisher.name publisher publication.name publication sourcehostname المصدر الموقع";

pub(super) const DATE: &str = "\
    datepublish datepublished publishdate publisheddate published publishedat publishedon \
    pubdate publicationdate date time dateline createdat atimestr datemodified date.issue publication.year year التاريخ تاريخ";

/// Names of the time at which a page was fetched.
pub(super) const CRAWL: &str = "\
    dateextracted datedownload crawldate crawledat timestamp warcdate warcheaders.warcdate \
    fetchedat retrieved";

/// Fields that only the records of a web crawl have: their `date` is that of the crawl.
pub(super) const CRAWLED: [&str; 2] = ["dump", "minhashclustersize"];

pub(super) const AUTHOR: &str = "\
    author.name author authors byline writer creator الكاتب كاتب المؤلف";

pub(super) const URL: &str = "\
    url link href sourceurl warctargeturi warcheaders.warctargeturi canonical alink الرابط";

/// Fields that may be long and are never the text.
pub(super) const NEVER_TEXT: &str = "\
    summary description abstract excerpt url title keywords html rawhtml imageurl embedding";
