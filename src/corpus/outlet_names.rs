//! Takes a path, gives the outlet that a folder's or file's name may stand for.
//!
//! `root/outlet/2015/09/a.txt` is `outlet`'s; `root/data/train/sports/part-0001.jsonl` is nobody's:
//! names that say how data are kept, or what they are about, name no outlet.

use std::ffi::OsStr;
use std::path::Path;

use super::word_list::WordList;

/// How data are kept. A name is taken apart into words for this; those of one letter say nothing.
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

/// What articles are about.
static SECTION_WORDS: WordList = WordList::words(
    "\
    culture sport sports economy economic finance business politics political policy tech technology \
    science medical medicine health religion religious local locals international world middleeast \
    arts art entertainment opinion opinions society travel education environment accidents crime \
    المال مال فنية ثقافة الثقافة رياضة الرياضة اقتصاد الاقتصاد اقتصادية سياسة السياسة محليات دولي دولية عالم صحة طب \
    علوم تقنية تكنولوجيا دين فن فنون منوعات رأي آراء مجتمع حوادث تعليم سفر بيئة",
);

/// The nearest folder between `root` and a file that may be an outlet's.
pub fn outlet_folder(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?.parent()?;
    let mut names = below.iter().rev().filter_map(OsStr::to_str);
    names.find(|name| may_be_outlet(name)).map(str::to_owned)
}

/// The file's name without its endings, if that may be an outlet's.
pub fn outlet_file(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let stem = name.split('.').find(|part| !part.is_empty())?;
    may_be_outlet(stem).then(|| stem.to_owned())
}

fn may_be_outlet(name: &str) -> bool {
    let words = words(name);
    let listed = |word: &str| STORAGE_WORDS.has(word) || SECTION_WORDS.has(word);
    // A hash has more digits among its letters than any outlet.
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let hash = name.len() >= 16 && digits >= 4 && name.bytes().all(|b| b.is_ascii_hexdigit());
    // `train-00001-of-00004`, `txt_files`: of such words a name says nothing.
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
