//! Six invented articles in, a library out: one repeats itself, two tell one story, one is
//! English, one is vocalised, one knows neither source nor date.

use std::sync::{Arc, LazyLock};

use fihrist::library::{self, ArticleNo, Library};

use crate::support::Scratch;

/// The title of the article that repeats itself.
pub(super) const QUAY: &str = "توسعة رصيف ميناء المرجان";

const RECORDS: &str = concat!(
    r#"{"title": "توسعة رصيف ميناء المرجان", "source": "صدى الساحل", "date": "2015-09-30", "text": ""#,
    r"قالت إدارة الميناء إن توسعة الرصيف الشمالي بدأت عام 2015، وإن «المرحلة الأولى» (وطولها 340 مترا) تنتهي قبل الشتاء المقبل.\n",
    r"وأضافت أن السفن الكبيرة ستدخل الميناء بلا انتظار، لأن العمق سيصل إلى 14.5 مترا عند الأرصفة الجديدة كلها.\n",
    r"وأضافت أن السفن الكبيرة ستدخل الميناء بلا انتظار، لأن العمق سيصل إلى 14.5 مترا عند الأرصفة الجديدة كلها.\n",
    r#"وينتظر الصيادون في المرجان وعدا قديما: سوقا للسمك قرب الرصيف الشمالي."}"#,
    "\n",
    r#"{"title": "الرصيف الشمالي في ميناء المرجان يستقبل أول سفينة", "source": "بريد النهر", "date": "2016-11-14", "text": ""#,
    r"رست أول سفينة كبيرة عند الرصيف الشمالي في ميناء المرجان بعد توسعة استمرت أربعة عشر شهرا.\n",
    r#"وقالت إدارة الميناء إن عمق الرصيف 14.5 مترا، وإن السفن ستدخل بلا انتظار."}"#,
    "\n",
    r#"{"title": "تطبيق FloodAlert يصل إلى 12 ألف هاتف", "source": "بريد النهر", "date": "2022-11", "url": "https://example.org/flood", "text": ""#,
    r"صار تطبيق FloodAlert 2.0 على 12 ألف هاتف في القرى الواقعة على ضفة الوادي، وسعره 0 دينار.\n",
    r#"ويرسل التطبيق إنذارا قبل وصول السيل إلى الطريق، كما يشرح موقع https://example.org/flood?lang=ar للقراء."}"#,
    "\n",
    r#"{"title": "A chess club opens by the harbour", "source": "Coast Post", "date": "2019-03-02", "text": ""#,
    r#"The club meets twice a week. Its name is «الميناء», which means the harbour, and its youngest member is nine."}"#,
    "\n",
    r#"{"title": "مِنْ رِسَائِلِ الرِّيحِ", "source": "صدى الساحل", "date": "2018-05-01", "text": ""#,
    r#"كَتَبَتِ الرِّيحُ إِلَى المِينَاءِ رِسَالَةً، فَقَرَأَهَا البَحَّارُ عَلَى مَهَلٍ ثُمَّ نَامَ."}"#,
    "\n",
    r#"{"title": "وصفة خبز بلا خميرة", "text": ""#,
    r#"يُخلط الدقيق بالماء والملح، ثم يترك ساعة في مكان دافئ قبل أن يخبز على الصاج حتى يحمر وجهه."}"#,
    "\n",
);

/// Those articles, loaded once from a file that is gone by then.
pub(super) fn library() -> Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let scratch = Scratch::with(&[("six.jsonl", RECORDS)]);
        library::open(&[scratch.path().to_owned()]).unwrap()
    });
    assert_eq!(LIBRARY.len(), 6);
    Arc::clone(&LIBRARY)
}

/// The article that repeats itself.
pub(super) fn quay() -> ArticleNo {
    titled(QUAY)
}

/// The article with that title.
pub(super) fn titled(title: &str) -> ArticleNo {
    let library = library();
    let mut entries = library.entries();
    let found = entries.find(|(_, entry)| entry.article.title_str() == title);
    found.expect("an article of that title").0
}
