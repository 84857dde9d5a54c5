//! Takes a path, gives the name of an outlet that a folder or the file may have.
//!
//! `root/outlet/2015/09/a.txt` is of `outlet`; `root/data/train/sports/part-0001.jsonl` is of none:
//! names for how data are stored, or for their subject, name no outlet. The lists were written by
//! hand; the history of the project names no source for them.

use std::ffi::OsStr;
use std::path::Path;

use super::word_list::WordList;

/// Shortest name that may be a hash, in bytes; shorter ones may be words in `a` to `f`.
const MIN_HASH_BYTES: usize = 16;
/// Fewest digits of a hash; no outlet has as many among its letters.
const MIN_HASH_DIGITS: usize = 4;

/// Words for how data are stored. A name is split into words for this; words of one letter are ignored.
static STORAGE_WORDS: WordList = WordList::words(
    "\
    data dataset datasets corpus corpora text texts txt txts file files doc docs document documents \
    article articles news story stories item items record records page pages post posts \
    body bodies content contents raw clean cleaned processed preprocessed output outputs result \
    results dump dumps export exports download downloads scraped archive archives \
    backup train training test testing dev valid validation eval sample samples part parts shard \
    shards chunk chunks split splits batch batches all full main misc other others new old tmp temp \
    home user users root desktop folder new my final merged map meta thesis crawl crawls crawled wp \
    spider json jsonl ndjson csv tsv xml sgml html htm parquet warc wet rss feed feeds mbox utf \
    cp windows ar arabic fa ur en of to by jan feb mar apr may jun jul aug sep oct nov dec \
    مجلد جديد عربي عربية العربية تقارير تقرير نصوص نص مقالات مقال اخبار أخبار الأخبار ملفات بيانات ارشيف أرشيف",
);

/// Words for what articles are about.
static SECTION_WORDS: WordList = WordList::words(
    "\
    culture sport sports economy economic finance business politics political policy tech technology \
    science medical medicine health religion religious local locals international world middleeast \
    arts art entertainment opinion opinions society travel education environment accidents crime \
    المال مال فنية ثقافة الثقافة رياضة الرياضة اقتصاد الاقتصاد اقتصادية سياسة السياسة محليات دولي دولية عالم صحة طب \
    علوم تقنية تكنولوجيا دين فن فنون منوعات رأي آراء مجتمع حوادث تعليم سفر بيئة",
);

/// The nearest folder between `root` and a file whose name may be an outlet's.
pub fn outlet_folder(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?.parent()?;
    let mut names = below.iter().rev().filter_map(OsStr::to_str);
    names.find(|name| may_be_outlet(name)).map(str::to_owned)
}

/// The name of the file without its endings, if it may be an outlet's.
pub fn outlet_file(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let stem = name.split('.').find(|part| !part.is_empty())?;
    may_be_outlet(stem).then(|| stem.to_owned())
}

/// Whether a name has a word that is not in the lists, and is no hash.
fn may_be_outlet(name: &str) -> bool {
    let words = words(name);
    let listed = |word: &str| STORAGE_WORDS.has(word) || SECTION_WORDS.has(word);
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let hash = name.len() >= MIN_HASH_BYTES
        && digits >= MIN_HASH_DIGITS
        && name.bytes().all(|b| b.is_ascii_hexdigit());
    // `train-00001-of-00004`, `txt_files`: nothing but such words is no outlet.
    let known = |word: &str| {
        let bare = word.strip_prefix('و').unwrap_or(word);
        listed(word) || listed(bare) || listed(bare.strip_prefix("ال").unwrap_or(bare))
    };
    !hash
        && words
            .iter()
            .any(|word| word.chars().nth(1).is_some() && !known(word))
}

/// The words of a name in lower case: `internationalNews` has two.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = before.is_lowercase() && c.is_uppercase();
        if begins || !c.is_alphabetic() {
            words.push(String::new());
        }
        if c.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_name_outlets() {
        let check = |path: &str, expected: Option<&str>| {
            let found = outlet_folder(Path::new("root"), &Path::new("root").join(path));
            assert_eq!(found.as_deref(), expected, "{path}");
        };
        check("a.txt", None);
        check("akhdar/a.txt", Some("akhdar"));
        check("akhdar/2015/09/a.txt", Some("akhdar"));
        check("akhdar/Sports/001.txt", Some("akhdar"));
        check("data/train/a.txt", None);
        check("الضحى/رياضة/a.txt", Some("الضحى"));
        check("part-0001/txt_files/a.txt", None);
        check("2015-09/a.txt", None);
        check("internationalNews/a.txt", None);
        check("New folder (2)/a.txt", None);
        check("فن وثقافة/a.txt", None);
        check("BBC/a.txt", Some("BBC"));
    }

    #[test]
    fn files_that_name_outlets() {
        let check = |path: &str, expected: Option<&str>| {
            assert_eq!(outlet_file(Path::new(path)).as_deref(), expected, "{path}");
        };
        check("news/akhdar.jsonl.gz", Some("akhdar"));
        check("news/train-00001-of-00004.parquet", None);
        check("part-00001.jsonl", None);
        check("2015-07-21.json", None);
        check("scraped_articles.json", None);
        check("04f9b2c1d3e5a6778899.jsonl", None);
    }
}
