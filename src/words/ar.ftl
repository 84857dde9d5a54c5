### ما يقوله فهرست بالعربية. كل رسالة جملة تامة، أو عنوان تام.

## Numbers, sizes, spans of time

list-comma = {"، "}
size-bytes = { $bytes ->
    [zero] { $bytes } بايت
    [one] بايت واحد
    [two] { $bytes } بايت
    [few] { $bytes } بايت
    [many] { $bytes } بايت
   *[other] { $bytes } بايت
}
size-kb = { $value } ك.ب
size-mb = { $value } م.ب
size-gb = { $value } ج.ب
size-tb = { $value } ت.ب
ago-now = الآن
ago-minutes = { $minutes ->
    [zero] الآن
    [one] قبل دقيقة واحدة
    [two] قبل دقيقتين
    [few] قبل { $minutes } دقائق
    [many] قبل { $minutes } دقيقة
   *[other] قبل { $minutes } دقيقة
}
ago-hours = { $hours ->
    [zero] قبل أقل من ساعة
    [one] قبل ساعة واحدة
    [two] قبل ساعتين
    [few] قبل { $hours } ساعات
    [many] قبل { $hours } ساعة
   *[other] قبل { $hours } ساعة
}
ago-days = { $days ->
    [zero] اليوم
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $days } أيام
    [many] قبل { $days } يومًا
   *[other] قبل { $days } يوم
}

## Problems of files

problem-line = { $place }: { $reason }
problem-line-hint = { $place }: { $reason }؛ إرشاد: { $hint }

reason-source-not-opened = تعذّر الفتح: { $error }
reason-entry-not-opened = تعذّر الفتح: { $error }
reason-file-not-opened = تعذّرت القراءة: { $error }
reason-read-failed = تعذّرت القراءة: { $error }
reason-read-broke-off = تعذّرت القراءة حتى النهاية: { $error }
reason-link-loop = تُرك: رابط يعود إلى مجلد فوقه
reason-folder-without-articles = لا ملف مقالات في هذا المجلد
reason-no-article-by-name = لم يُقرأ: اسمه ليس اسم ملف مقالات
reason-member-no-article-by-name = لم يُقرأ: اسمه ليس اسم ملف مقالات
reason-reader-failed = أخفق البرنامج في قراءة هذا الملف: { $panic }
reason-record-failed = أخفق البرنامج في قراءة هذا السجل: { $panic }
reason-loading-stopped = { $articles ->
    [zero] أُوقف التحميل قبل أي مقال
    [one] أُوقف التحميل بعد مقال واحد
    [two] أُوقف التحميل بعد مقالين
    [few] أُوقف التحميل بعد { $articles } مقالات
    [many] أُوقف التحميل بعد { $articles } مقالًا
   *[other] أُوقف التحميل بعد { $articles } مقال
}
reason-memory-short = { $articles ->
    [zero] الذاكرة لا تكفي: انتهى التحميل قبل أي مقال
    [one] الذاكرة لا تكفي: انتهى التحميل بعد مقال واحد
    [two] الذاكرة لا تكفي: انتهى التحميل بعد مقالين
    [few] الذاكرة لا تكفي: انتهى التحميل بعد { $articles } مقالات
    [many] الذاكرة لا تكفي: انتهى التحميل بعد { $articles } مقالًا
   *[other] الذاكرة لا تكفي: انتهى التحميل بعد { $articles } مقال
}

reason-kept-not-used = لم يُستعمل ما حُفظ من تشغيل سابق، وأُعيد العمل كله: { $error }
reason-not-on-disk = تبقى النصوص والفهرس في الذاكرة: { $error }
reason-not-kept = لم يُحفظ شيء للتشغيل التالي: { $error }

reason-sqlite = لم يُقرأ: الملف قاعدة بيانات SQLite
reason-rar = لم يُقرأ: الملف أرشيف RAR
reason-7z = لم يُقرأ: الملف أرشيف 7z
reason-pdf = لم يُقرأ: الملف بتنسيق PDF
reason-old-office = لم يُقرأ: الملف مستند Office قديم
reason-office = لم يُقرأ: الملف مستند Office
reason-rtf = لم يُقرأ: الملف مستند RTF
reason-program = لم يُقرأ: الملف برنامج
reason-picture = لم يُقرأ: الملف صورة
reason-sound-or-picture = لم يُقرأ: الملف صوت أو صورة
reason-sound = لم يُقرأ: الملف صوت
reason-arrow = لم يُقرأ: الملف بتنسيق Arrow
reason-lz4 = لم يُقرأ: الملف مضغوط بصيغة lz4

reason-packed-too-deep = طبقات الضغط أكثر من { $layers }
reason-packing-not-opened = { $error }
reason-packing-broken = الملف المضغوط تالف أو مقطوع: { $error }؛ وقُرئ ما قبله
reason-archive-broken = الأرشيف تالف أو مقطوع: { $error }
reason-member-not-read = تعذّرت قراءة الملف رقم { $member } في الأرشيف: { $error }
reason-not-spooled = تعذّر نسخه إلى ملف مؤقت: { $error }
reason-grows-too-much = يكبر حجمه عند فك الضغط أكثر من { $fold } مرة: توقفت قراءته هنا

reason-broken-utf8 = بعض البايتات ليست UTF-8، وتظهر هكذا: �
reason-assumed-encoding = ليس UTF-8، وقُرئ بترميز { $encoding }
reason-not-text = ليس ملفًا نصيًا: تكثر فيه محارف التحكم
reason-empty-file = فارغ: لا مقال فيه
reason-text-too-large = أكبر من { $mib } ميغابايت: أكبر من أن يكون مقالًا واحدًا
reason-cut-at-lines = { $articles ->
    [none] قُرئت مقالات كثيرة، يفصل بينها { $line }
    [zero] لم يُقرأ أي مقال يفصله { $line }
    [one] قُرئ مقال واحد، يفصله { $line }
    [two] قُرئ مقالان، يفصل بينهما { $line }
    [few] قُرئت { $articles } مقالات، يفصل بينها { $line }
    [many] قُرئ { $articles } مقالًا، يفصل بينها { $line }
   *[other] قُرئ { $articles } مقال، يفصل بينها { $line }
}
reason-cut-at-form-feeds = { $articles ->
    [none] قُرئت مقالات كثيرة، تفصل بينها علامات نهاية الصفحة
    [zero] لم يُقرأ أي مقال تفصله علامات نهاية الصفحة
    [one] قُرئ مقال واحد، تفصله علامات نهاية الصفحة
    [two] قُرئ مقالان، تفصل بينهما علامة نهاية الصفحة
    [few] قُرئت { $articles } مقالات، تفصل بينها علامات نهاية الصفحة
    [many] قُرئ { $articles } مقالًا، تفصل بينها علامات نهاية الصفحة
   *[other] قُرئ { $articles } مقال، تفصل بينها علامات نهاية الصفحة
}

reason-no-fields = لا حقول في هذا السجل
reason-no-article-fields = لا نص ولا عنوان في هذا السجل؛ حقوله: { $fields }
reason-no-text = لا نص في هذا السجل، بل عنوان فقط
reason-no-date = لا تاريخ مفهومًا في الحقل { $field }: { $value }
reason-mapped-fields-missing = الحقول التي يسميها {"\u2066"}--map{"\u2069"} ليست في هذا السجل: { $fields }
reason-date-guessed = التاريخ { $date } مقدّر: { date-guess }

reason-broken-json = { $line ->
    [none] ليس JSON: { $error }، في العمود { $column }
   *[other] ليس JSON: { $error }، في العمود { $column } من سطره { $line }
}
reason-not-json = { $line ->
    [none] ليس JSON: { $error }، في العمود { $column }
   *[other] ليس JSON: { $error }، في العمود { $column } من سطره { $line }
}
reason-not-an-object = ليس كائن JSON
reason-lone-surrogate = نصف محرف ({"\u2066"}\ud800…{"\u2069"}) يظهر هكذا: �
reason-json-too-long = السجل أطول من { $mib } ميغابايت
reason-unnamed-columns = الأعمدة بلا أسماء
reason-guessed-columns = الأعمدة بلا أسماء، وقُرئت هكذا: { $map }
reason-row-too-long = الصف أطول من { $mib } ميغابايت
reason-open-quote = علامة اقتباس تُفتح هنا ولا تُغلق؛ وينتهي الصف بنهاية سطره
reason-cell-count = { $cells ->
    [zero] لا خلايا في صف عدد أعمدته { $columns }
    [one] خلية واحدة في صف عدد أعمدته { $columns }
    [two] خليتان في صف عدد أعمدته { $columns }
    [few] { $cells } خلايا في صف عدد أعمدته { $columns }
    [many] { $cells } خلية في صف عدد أعمدته { $columns }
   *[other] { $cells } خلية في صف عدد أعمدته { $columns }
}
reason-more-cell-counts = { $rows ->
    [zero] لا صفوف أخرى تنقص خلاياها أو تزيد
    [one] صف آخر تنقص خلاياه أو تزيد
    [two] صفان آخران تنقص خلاياهما أو تزيد
    [few] { $rows } صفوف أخرى تنقص خلاياها أو تزيد
    [many] { $rows } صفًا آخر تنقص خلاياه أو تزيد
   *[other] { $rows } صف آخر تنقص خلاياه أو تزيد
}

reason-page-too-large = أكبر من { $mib } ميغابايت: أكبر من أن تكون صفحة واحدة
reason-page-without-text = لا نص في هذه الصفحة
reason-crawled-page-without-text = لا نص في هذه الصفحة
reason-crawled-text-empty = لا نص في هذا السجل
reason-warc-short = السجل أقصر مما يذكره Content-Length
reason-warc-long = السجل أطول مما يذكره Content-Length
reason-warc-unmeasured = سجل بلا Content-Length
reason-warc-too-long = السجل أطول من { $mib } ميغابايت
reason-warc-header-open = سجل لا تنتهي ترويسته
reason-no-http-answer = لا رد HTTP في هذا السجل
reason-page-packed = ضغط الخادم هذه الصفحة بصيغة Brotli أو zstd
reason-no-warc-record = لا سجل WARC في هذا الملف
reason-warc-records-passed = { $records ->
    [zero] لا سجلات بلا صفحات
    [one] سجل واحد ليس فيه صفحة (طلب أو صورة أو خطأ …)
    [two] سجلان ليس فيهما صفحات (طلبات وصور وأخطاء …)
    [few] { $records } سجلات ليس فيها صفحات (طلبات وصور وأخطاء …)
    [many] { $records } سجلًا ليس فيه صفحات (طلبات وصور وأخطاء …)
   *[other] { $records } سجل ليس فيه صفحات (طلبات وصور وأخطاء …)
}
reason-message-too-long = الرسالة أطول من { $mib } ميغابايت
reason-message-too-deep = رسالة تتداخل أجزاؤها أكثر مما يُقرأ
reason-not-a-message = ليس رسالة بريد
reason-no-saved-page = لا صفحة في ملف الصفحة المحفوظة هذا
reason-saved-page-without-text = لا نص في هذه الصفحة

reason-tagged-too-long = السجل أطول من { $mib } ميغابايت
reason-record-breaks-off = ينقطع الملف داخل هذا السجل
reason-xml-too-large = أكبر من { $mib } ميغابايت، ولا شيء فيه يشبه سجلًا من سجلات كثيرة
reason-items-left-out = { $items ->
    [zero] لم يُترك أي عنصر من التصدير
    [one] تُرك عنصر واحد من التصدير: صورة أو قائمة أو مسودة
    [two] تُرك عنصران من التصدير: صور أو قوائم أو مسودات
    [few] تُركت { $items } عناصر من التصدير: صور أو قوائم أو مسودات
    [many] تُرك { $items } عنصرًا من التصدير: صور أو قوائم أو مسودات
   *[other] تُرك { $items } عنصر من التصدير: صور أو قوائم أو مسودات
}
reason-empty-feed = خلاصة أخبار لا عناصر فيها

reason-parquet-stream = يُقرأ parquet من آخره، وما هنا دفق لا ملف
reason-parquet-not-built = هذا الإصدار من البرنامج لا يقرأ parquet
reason-parquet-cut = تعذّرت قراءة ملف parquet هذا: الملف مقطوع، وتذييله مفقود
reason-parquet-encrypted = تعذّرت قراءة ملف parquet هذا: الملف مشفّر
reason-parquet-footer-broken = تعذّرت قراءة ملف parquet هذا: تذييله تالف
reason-parquet-footer-unread = تعذّرت قراءة ملف parquet هذا: تعذّرت قراءة تذييله
reason-parquet-too-deep = تعذّرت قراءة ملف parquet هذا: أعمدته متداخلة أكثر مما يُقرأ
reason-parquet-not-opened = تعذّر فتح ملف parquet: { $error }
reason-parquet-without-text = لا نص في أي عمود من ملف parquet هذا
reason-parquet-rows-not-read = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في parquet: { $error }
reason-parquet-column-broken = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في عمود parquet «{ $column }»: { $flaw ->
    [no-beginning] لا بداية له
    [no-end] لا نهاية له
    [page-header] ترويسة إحدى صفحاته تالفة
    [page-cut] إحدى صفحاته مقطوعة
    [page-too-large] إحدى صفحاته أكبر من 256 ميغابايت
    [page-negative] عدد القيم في إحدى صفحاته أقل من صفر
   *[dictionary] قيم قاموسه أكثر مما تتسع له بايتاته
}
reason-parquet-rows-negative = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في parquet: عدد الصفوف أقل من صفر
reason-parquet-rows-without-bytes = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في parquet: الصفوف أكثر مما تتسع له بايتاته
reason-parquet-rows-too-many = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في parquet: الصفوف كثيرة جدًا
reason-parquet-grows-too-much = لم تُقرأ الصفوف من هنا إلى { $last }: خطأ في parquet: يكبر حجمه أكثر من { $fold } مرة

## Dates that are guesses

date-guess = { n-weekday } { $day } { n-month } يقع في سنة { $year }؛ { $source ->
    [path] وفي مسار الملف سنة { $near }
    [text] وفي النص سنة { $near }
   *[neighbours] والمقالات المجاورة من سنة { $near }
}
# أسماء الأشهر بحسب البلد، والاسمان معًا حيث لا يُعرف.
n-month = { $months ->
    [levant] { n-month-levant }
    [nile] { n-month-nile }
    [tunisia] { n-month-tunisia }
    [morocco] { n-month-morocco }
    [mauritania] { n-month-mauritania }
   *[both] { n-month-both }
}
n-month-both = { $month ->
    [1] كانون الثاني/يناير
    [2] شباط/فبراير
    [3] آذار/مارس
    [4] نيسان/أبريل
    [5] أيار/مايو
    [6] حزيران/يونيو
    [7] تموز/يوليو
    [8] آب/أغسطس
    [9] أيلول/سبتمبر
    [10] تشرين الأول/أكتوبر
    [11] تشرين الثاني/نوفمبر
   *[12] كانون الأول/ديسمبر
}
n-month-levant = { $month ->
    [1] كانون الثاني
    [2] شباط
    [3] آذار
    [4] نيسان
    [5] أيار
    [6] حزيران
    [7] تموز
    [8] آب
    [9] أيلول
    [10] تشرين الأول
    [11] تشرين الثاني
   *[12] كانون الأول
}
n-month-nile = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
n-month-tunisia = { $month ->
    [1] جانفي
    [2] فيفري
    [3] مارس
    [4] أفريل
    [5] ماي
    [6] جوان
    [7] جويلية
    [8] أوت
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
n-month-morocco = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] ماي
    [6] يونيو
    [7] يوليوز
    [8] غشت
    [9] شتنبر
    [10] أكتوبر
    [11] نونبر
   *[12] دجنبر
}
n-month-mauritania = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] إبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغشت
    [9] شتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] دجمبر
}
n-weekday = { $weekday ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}

## What to do about a problem

hint-check-path = التحقق من المسار
hint-check-presence = التحقق من وجوده ومن إذن قراءته
hint-check-disk = التحقق من القرص
hint-forms-read = تُقرأ النصوص وJSON وCSV وXML وHTML وغيرها، مضغوطة أو غير مضغوطة
hint-name-file = تسمية الملف نفسه لقراءته مع ذلك
hint-report-with-file = يُرجى الإبلاغ عن ذلك مع الملف
hint-report-with-record = يُرجى الإبلاغ عن ذلك مع السجل
hint-open-again = فتح المجموعة من جديد لتحميلها كلها
hint-open-on-disk = فتح ملفات أقل، أو ترك الباقي على القرص: من دون {"\u2066"}--no-keep{"\u2069"}، ومع {"\u2066"}--keep-dir{"\u2069"} حيث توجد مساحة
hint-open-later = فتحها من جديد حين لا يقرؤها تشغيل آخر
hint-keep-elsewhere = تسمية مجلد آخر بالخيار {"\u2066"}--keep-dir{"\u2069"}، أو عدم حفظ شيء بالخيار {"\u2066"}--no-keep{"\u2069"}

hint-query-sqlite = {"\u2066"}sqlite3 -json FILE 'select * from TABLE' | fihrist{"\u2069"}
hint-unpack-rar = فك الضغط أولًا: {"\u2066"}unrar x FILE{"\u2069"}
hint-unpack-7z = فك الضغط أولًا: {"\u2066"}7z x FILE{"\u2069"}
hint-unpack-lz4 = فك الضغط أولًا: {"\u2066"}lz4 -d FILE{"\u2069"}
hint-pdf-to-text = تحويله إلى نص: {"\u2066"}pdftotext FILE{"\u2069"}
hint-save-as-text = حفظه نصًا
hint-save-as-text-or-page = حفظه نصًا أو صفحة ويب
hint-arrow-to-parquet = تحويله إلى parquet أو JSON Lines

hint-unpack-first = فك الضغط أولًا
hint-unpack-if-meant = إن كان هذا حجمه حقًا: فك الضغط أولًا
hint-pack-again = جلبه أو ضغطه من جديد

hint-name-encoding = إن بدت الحروف خاطئة: تحديد الترميز بالخيار {"\u2066"}--encoding{"\u2069"}، أو تحويل الملف إلى UTF-8
hint-remove-or-give-text = إزالته، أو تقديمه نصًا
hint-split-text = تقسيمه إلى ملف لكل مقال، أو تحويله إلى JSON Lines
hint-whole-files = إن كان مقالًا واحدًا: {"\u2066"}--whole-files{"\u2069"}

hint-map-fields = تسمية حقوله: {"\u2066"}--map text=FIELD,title=FIELD{"\u2069"}
hint-map-text = إن كان النص فيه باسم آخر: {"\u2066"}--map text=FIELD{"\u2069"}
hint-iso-dates = تنسيق ISO 8601 مقروء دائمًا: {"\u2066"}2015-09-30{"\u2069"}
hint-see-fields = لمعرفة الحقول الموجودة: {"\u2066"}i{"\u2069"}، أو {"\u2066"}fihrist check{"\u2069"} من دون {"\u2066"}--map{"\u2069"}
hint-no-year = لا سنة في سطره

hint-mend-record = إصلاح السجل أو حذفه
hint-json-objects = السجلات كائنات: {"\u2066{"}"title": …, "text": …{"}\u2069"}
hint-write-utf8 = كتابة النص بترميز UTF-8
hint-split-record = تقسيمه: مقال لكل سجل
hint-map-columns = إن كان هذا خطأً: تحديدها هكذا {"\u2066"}--map title=column1,text=column2{"\u2069"}
hint-split-row = تقسيمه: مقال لكل صف
hint-close-quote = إغلاق علامة الاقتباس، أو مضاعفتها إن كانت من النص
hint-quote-delimiters = وضع النص الذي فيه الفاصل أو نهاية سطر بين علامتي اقتباس

hint-split-page = تقسيمه إلى ملف لكل صفحة، أو حفظه من دون صوره
hint-scripted-page = الصفحة التي تبنيها برامجها لا نص فيها: حفظها نصًا
hint-fetch-again = جلب الملف من جديد: فقد قُطع أو تغيّر
hint-fetch-warc-again = جلب الملف من جديد
hint-unpack-warc = فك ضغطه بأداة WARC
hint-take-attachments-out = إخراج مرفقاتها
hint-save-text-alone = حفظ نصها وحده

hint-close-or-split = إغلاقه حيث ينتهي، أو تقسيمه
hint-get-whole-file = جلب الملف كاملًا، أو إغلاق آخر سجل
hint-split-xml = تقسيمه، أو تحويله إلى JSON Lines
hint-feed-broke-off = إن كانت فيها عناصر فقد انقطعت قبلها

hint-save-as-file = حفظه ملفًا أولًا
hint-build-parquet = بناء البرنامج بالخيار {"\u2066"}--features parquet{"\u2069"}، أو تحويل الملف إلى JSON Lines

## A corpus and what is kept of it

corpus-unchanged = لم يتغير أي مقال
corpus-grown = { $came ->
    [zero] لم يُضَف أي مقال
    [one] أُضيف مقال واحد
    [two] أُضيف مقالان
    [few] أُضيفت { $came } مقالات
    [many] أُضيف { $came } مقالًا
   *[other] أُضيف { $came } مقال
}
corpus-shrunk = { $gone ->
    [zero] لم يُحذف أي مقال
    [one] حُذف مقال واحد
    [two] حُذف مقالان
    [few] حُذفت { $gone } مقالات
    [many] حُذف { $gone } مقالًا
   *[other] حُذف { $gone } مقال
}
corpus-changed = { corpus-grown }، و{ corpus-shrunk }
cannot-read-again = ما جاء عبر أنبوب لا يُقرأ مرتين
looking-stopped = أُوقفت إعادة القراءة؛ المعروض هو المجموعة كما كانت
kept-for-next-run = حُفظ الفهرس للمرة القادمة: { $size } (التفاصيل: { n-kept-command }؛ لعدم الحفظ: { n-no-keep })
n-kept-command = {"\u2066fihrist kept\u2069"}
n-no-keep = {"\u2066--no-keep\u2069"}

## Answers to commands

no-command = لا أمر على المفتاح ⟨{ $key }⟩؛ المفتاح { n-key-help } لعرض المفاتيح
n-key-help = {"\u2066?\u2069"}
q-quits = المفتاح { n-key-quit } للخروج
n-key-quit = {"\u2066q\u2069"}
quit-again = { n-key-cancel } مرة ثانية للخروج
n-key-cancel = {"\u2066Ctrl-c\u2069"}
not-yet-here = لم يصل بعد
still-loading = ما زال تحميل المجموعة جاريًا
looking-again = جارٍ البحث عن ملفات تغيرت
gone-stays = حُذف من المجموعة؛ تمكن قراءته إلى أن يُفتح مقال آخر
stopped-at = { $articles ->
    [zero] أُوقف التحميل ولم يُحمَّل أي مقال؛ المعروض فارغ
    [one] أُوقف التحميل عند مقال واحد؛ الباقي غير معروض
    [two] أُوقف التحميل عند مقالين؛ الباقي غير معروض
    [few] أُوقف التحميل عند { $articles } مقالات؛ الباقي غير معروض
    [many] أُوقف التحميل عند { $articles } مقالًا؛ الباقي غير معروض
   *[other] أُوقف التحميل عند { $articles } مقال؛ الباقي غير معروض
}
n-articles = { $articles ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $articles } مقالات
    [many] { $articles } مقالًا
   *[other] { $articles } مقال
}
stories-listed = { $articles ->
    [0] لا مقالات
   *[other] { n-articles } { n-in-stories }
}
n-in-stories = { $stories ->
    [zero] بلا أخبار
    [one] في خبر واحد
    [two] في خبرين
    [few] في { $stories } أخبار
    [many] في { $stories } خبرًا
   *[other] في { $stories } خبر
}
language-now = لغة البرنامج الآن العربية
one-row-a-story = سطر لكل خبر
every-article = كل المقالات
looking-for-copies = جارٍ البحث عن الروايات المتشابهة …
copies-not-known = الروايات المتشابهة غير معروفة
left-out = استُبعد { $source }؛ ومثله في البحث: -مصدر:«{ $source }»
only-sources-left-out = الاستبعاد هنا للمصادر وحدها؛ وفي البحث: -تاريخ:2015
not-days = { $words }: ليس تاريخًا؛ مثال: {"\u2066"}2015-08-03{"\u2069"} أو {"\u2066"}2015-08..2015-10{"\u2069"}
last-article = هذا آخر مقال
first-article = هذا أول مقال
measure-now = { $columns ->
    [zero] طول السطر الآن: لا أعمدة
    [one] طول السطر الآن: عمود واحد
    [two] طول السطر الآن: عمودان
    [few] طول السطر الآن: { $columns } أعمدة
    [many] طول السطر الآن: { $columns } عمودًا
   *[other] طول السطر الآن: { $columns } عمود
}
no-room-for-list = { $columns ->
    [zero] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: لا أعمدة
    [one] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: عمود واحد
    [two] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: عمودان
    [few] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: { $columns } أعمدة
    [many] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: { $columns } عمودًا
   *[other] العرض كله للمقال؛ وأقل ما يلزم لظهور القائمة بجانبه: { $columns } عمود
}
no-further-match = لا مطابقة أخرى
no-match = لا مطابقة في هذا المقال
wrapped-to-first = بعد النهاية: المطابقة الأولى من جديد
wrapped-to-last = قبل البداية: المطابقة الأخيرة من جديد
nothing-folded = لا شيء مطويًا في هذا المقال
no-fold-in-view = لا نص مطويًا في الجزء الظاهر؛ المفتاح { n-key-unfold-all } لإظهار الكل
n-key-unfold-all = {"\u2066E\u2069"}
no-repeat-in-view = لا شيء في الجزء الظاهر يكرر ما سبقه
no-jump-back = لا موضع سابق يُرجع إليه
no-jump-forward = لا موضع لاحق يُذهب إليه
no-such-form = ليس للكلمة صيغة رقمها { $number }
pasted-nowhere = لا موضع هنا للنص الملصق؛ المفتاح {"\u2066"}/{"\u2069"} لفتح خانة البحث
turned-back = كان النص الملصق بترتيب الشاشة: أُعيد إلى ترتيب القراءة
no-further-change = لا اختلاف بعد هذا
no-earlier-change = لا اختلاف قبل هذا
no-further-version = لا رواية أخرى لهذا الخبر
as-it-is = { $text }

## Lists, panels and the reader

count-articles = { n-articles }
count-sources = { $sources ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $sources } مصادر
    [many] { $sources } مصدرًا
   *[other] { $sources } مصدر
}
count-stories = { $stories ->
    [zero] لا أخبار
    [one] خبر واحد
    [two] خبران
    [few] { $stories } أخبار
    [many] { $stories } خبرًا
   *[other] { $stories } خبر
}
count-versions = { $versions ->
    [zero] لا روايات
    [one] رواية واحدة
    [two] روايتان
    [few] { $versions } روايات
    [many] { $versions } رواية
   *[other] { $versions } رواية
}
count-words = { $words ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $words } كلمات
    [many] { $words } كلمة
   *[other] { $words } كلمة
}
count-paragraphs = { $paragraphs ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $paragraphs } فقرات
    [many] { $paragraphs } فقرة
   *[other] { $paragraphs } فقرة
}
count-matches = { $matches ->
    [zero] لا مطابقات
    [one] مطابقة واحدة
    [two] مطابقتان
    [few] { $matches } مطابقات
    [many] { $matches } مطابقة
   *[other] { $matches } مطابقة
}
count-errors = { $errors ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $errors } أخطاء
    [many] { $errors } خطأً
   *[other] { $errors } خطأ
}
count-guesses = { $guesses ->
    [zero] لا تقديرات
    [one] تقدير واحد
    [two] تقديران
    [few] { $guesses } تقديرات
    [many] { $guesses } تقديرًا
   *[other] { $guesses } تقدير
}
count-notes = { $notes ->
    [zero] لا معلومات
    [one] معلومة واحدة
    [two] معلومتان
    [few] { $notes } معلومات
    [many] { $notes } معلومة
   *[other] { $notes } معلومة
}
count-so-far = { $count } حتى الآن

no-title = (بلا عنوان)
unknown-source = غير معروف
unknown-month = غير معروف
stdin = الإدخال القياسي
no-answer = لا رد: { $reason }؛ المفتاح { $key } لإعادة المحاولة

# شريط الأعلى وسطر الحالة وسطر الرسائل
key-for-help = { $key } مساعدة
not-in-list = ليس في القائمة
at-the-top = البداية
at-the-end = النهاية
newest-first = الترتيب: الأحدث
oldest-first = الترتيب: الأقدم
by-source = الترتيب: المصدر
best-first = الترتيب: الصلة
by-place = الترتيب: الموضع
group-none = بلا تجميع
group-source = التجميع: المصدر
group-month = التجميع: الشهر
group-day = التجميع: اليوم
# يليها ما تُصفى به القائمة، أو الرسالة التالية.
filter-by = التصفية:
filter-none = بلا تصفية
filter-without = باستثناء
filter-days = بتاريخ
years-span = {"\u2067"}{ $first }–{ $last }{"\u2069"}
dates-span = {"\u2067"}{ $first } – { $last }{"\u2069"}
loosened = لا مقال فيه كل الكلمات؛ في هذه المقالات بعضها
loosened-short = ليس في أي مقال كل الكلمات
# عدد الأخطاء أو عدد التقديرات ليس صفرًا.
problems-to-see = { $errors ->
    [0] { count-guesses }؛ المفتاح { $key } للعرض
   *[other] { $guesses ->
        [0] { count-errors }؛ المفتاح { $key } للعرض
       *[other] { count-errors } و{ count-guesses }؛ المفتاح { $key } للعرض
    }
}
notes-to-see = { count-notes }؛ المفتاح { $key } للعرض

# أين بلغ التحميل: أرقام متجاورة
loading = جارٍ التحميل
loading-articles = { $articles ->
    [zero] جارٍ التحميل
    [one] جارٍ التحميل: مقال واحد
    [two] جارٍ التحميل: مقالان
    [few] جارٍ التحميل: { $articles } مقالات
    [many] جارٍ التحميل: { $articles } مقالًا
   *[other] جارٍ التحميل: { $articles } مقال
}
stopping-at = { $articles ->
    [zero] جارٍ الإيقاف قبل أي مقال
    [one] جارٍ الإيقاف عند مقال واحد
    [two] جارٍ الإيقاف عند مقالين
    [few] جارٍ الإيقاف عند { $articles } مقالات
    [many] جارٍ الإيقاف عند { $articles } مقالًا
   *[other] جارٍ الإيقاف عند { $articles } مقال
}
load-share = { $percent }
all-read = انتهت القراءة، جارٍ إعداد الفهرس
waiting-for-more = في انتظار المزيد
rate-b = { $rate } بايت/ث
rate-kb = { $rate } ك.ب/ث
rate-mb = { $rate } م.ب/ث
time-left = بقي { $time }
key-stops = المفتاح { $key } للإيقاف

# خانة البحث وصيغ الكلمة
find-box = في هذا المقال
find-nothing = لا مطابقة
search-box = بحث
found-of = { $found } من { $all }
found-of-so-far = { $found } من { $all } حتى الآن
took-ms = { $ms } م.ث
forms-label = الصيغ:
akin-label = صيغ قريبة:
in-no-article = ليست في أي مقال
more-forms = { $forms ->
    [zero] … ولا صيغ أخرى
    [one] … وصيغة أخرى
    [two] … وصيغتان أخريان
    [few] … و{ $forms } صيغ أخرى
    [many] … و{ $forms } صيغة أخرى
   *[other] … و{ $forms } صيغة أخرى
}
forms-all = [كل الصيغ]
forms-this-word = [هذه الكلمة]
forms-exact = [مطابقة تامة]
forms-this-only = [هذه الصيغة فقط]
forms-all-key = [{ $key } كل الصيغ]
forms-this-word-key = [{ $key } هذه الكلمة]
forms-exact-key = [{ $key } مطابقة تامة]
forms-this-only-key = [{ $key } هذه الصيغة فقط]

# القائمة
nothing-found = لا نتائج
no-articles = لا مقالات هنا؛ المفتاح { $key } لعرض السبب
nothing-yet = جارٍ التحميل
more-articles-with-some = { $articles ->
    [zero] لا مقال آخر فيه بعض الكلمات
    [one] مقال آخر فيه بعض الكلمات
    [two] مقالان آخران فيهما بعض الكلمات
    [few] { $articles } مقالات أخرى فيها بعض الكلمات
    [many] { $articles } مقالًا آخر فيه بعض الكلمات
   *[other] { $articles } مقال آخر فيه بعض الكلمات
}
more-stories-with-some = { $stories ->
    [zero] لا خبر آخر فيه بعض الكلمات
    [one] خبر آخر فيه بعض الكلمات
    [two] خبران آخران فيهما بعض الكلمات
    [few] { $stories } أخبار أخرى فيها بعض الكلمات
    [many] { $stories } خبرًا آخر فيه بعض الكلمات
   *[other] { $stories } خبر آخر فيه بعض الكلمات
}

# المصادر والأشهر، ذات صلة، النص نفسه في مقالات أخرى
facet-sources = المصادر: { $sources }
facet-months = الأشهر: { $months }
facet-days = الأيام: { $days }
facet-sought-source = المصادر
facet-dates = التواريخ
facet-no-such-source = لا مصدر بهذا الاسم
facet-above = ↑{ $rows }
facet-below = ↓{ $rows }
dates-examples = تاريخ، أو من..إلى: 2015 · {"\u2066"}2015-08-03{"\u2069"} · {"\u2066"}2015-08..2015-10{"\u2069"} · {"\u2066"}..2016{"\u2069"}
dates-from = من { $day } فصاعدًا
dates-to = حتى { $day }
related = ذات صلة
nothing-related = لا مقال قريب من هذا المقال
versions-of-this = روايات هذا الخبر
same-story = الخبر نفسه
days-apart = { $days ->
    [zero] في اليوم نفسه
    [one] بينهما يوم واحد
    [two] بينهما يومان
    [few] بينهما { $days } أيام
    [many] بينهما { $days } يومًا
   *[other] بينهما { $days } يوم
}
other-versions = { $versions ->
    [zero] لا رواية أخرى له
    [one] له رواية أخرى
    [two] له روايتان أخريان
    [few] له { $versions } روايات أخرى
    [many] له { $versions } رواية أخرى
   *[other] له { $versions } رواية أخرى
}
# تليها الكلمات.
shared-words = كلمات مشتركة:
same-elsewhere = النص نفسه في مقالات أخرى
nothing-elsewhere = لا شيء من هذا المقال في مقال آخر
articles-sharing = { $articles ->
    [zero] لا مقال فيه مقطع مشترك
    [one] مقال واحد فيه مقاطع مشتركة
    [two] مقالان فيهما مقاطع مشتركة
    [few] { $articles } مقالات فيها مقاطع مشتركة
    [many] { $articles } مقالًا فيه مقاطع مشتركة
   *[other] { $articles } مقال فيه مقاطع مشتركة
}
passage-in-view = المقطع المعروض
first-version = الرواية الأولى
words-in-common = { $words ->
    [zero] لا كلمات مشتركة
    [one] كلمة واحدة مشتركة
    [two] كلمتان مشتركتان
    [few] { $words } كلمات مشتركة
    [many] { $words } كلمة مشتركة
   *[other] { $words } كلمة مشتركة
}
shared-paragraphs = { $paragraphs } ¶
word-for-word = متطابقتان كلمة بكلمة
only-here = { $words ->
    [zero] لا كلمة هنا فقط
    [one] كلمة واحدة هنا فقط
    [two] كلمتان هنا فقط
    [few] { $words } كلمات هنا فقط
    [many] { $words } كلمة هنا فقط
   *[other] { $words } كلمة هنا فقط
}
only-there = { $words ->
    [zero] لا كلمة هناك فقط
    [one] كلمة واحدة هناك فقط
    [two] كلمتان هناك فقط
    [few] { $words } كلمات هناك فقط
    [many] { $words } كلمة هناك فقط
   *[other] { $words } كلمة هناك فقط
}

# القراءة
gone-from-corpus = حُذف من المجموعة
article-versions = { $versions ->
    [zero] ≡ لا روايات
    [one] ≡ رواية واحدة
    [two] ≡ روايتان
    [few] ≡ { $versions } روايات
    [many] ≡ { $versions } رواية
   *[other] ≡ { $versions } رواية
}
article-length = { count-words }
article-length-with-repeats = { count-words } (مع المكرر: { $all })
# ما هو مكرر؛ ويليه أول النص الذي يكرره إن لم يكن العنوان.
fold-paragraphs = { count-paragraphs }{ n-with-matches }، { $percent } من الكلمات، { n-paragraphs-repeat } ما سبق
fold-few-paragraphs = { count-paragraphs }{ n-with-matches } { n-paragraphs-repeat } ما سبق
fold-title-paragraphs = { count-paragraphs }{ n-with-matches }، { $percent } من الكلمات، { n-paragraphs-repeat } العنوان
fold-few-title-paragraphs = { count-paragraphs }{ n-with-matches } { n-paragraphs-repeat } العنوان
fold-words = { count-words }{ n-with-matches } { n-words-repeat } ما سبق
fold-title-words = { count-words }{ n-with-matches } { n-words-repeat } العنوان
fold-brief = { $paragraphs } ¶ { $percent }
n-with-matches = { $matches ->
    [zero] {""}
    [one] {" "}(مطابقة واحدة)
    [two] {" "}(مطابقتان)
    [few] {" "}({ $matches } مطابقات)
    [many] {" "}({ $matches } مطابقة)
   *[other] {" "}({ $matches } مطابقة)
}
n-paragraphs-repeat = { $paragraphs ->
    [zero] تكرر
    [one] تكرر
    [two] تكرران
    [few] تكرر
    [many] تكرر
   *[other] تكرر
}
n-words-repeat = { $words ->
    [zero] تكرر
    [one] تكرر
    [two] تكرران
    [few] تكرر
    [many] تكرر
   *[other] تكرر
}
near-repeats = ≈ { n-near-sentences }
# تليها الكلمات.
near-repeats-before = ≈ { n-near-sentences }؛ النص السابق:
n-near-sentences = { $sentences ->
    [zero] لا جمل شبه مكررة
    [one] جملة شبه مكررة
    [two] جملتان شبه مكررتين
    [few] { $sentences } جمل شبه مكررة
    [many] { $sentences } جملة شبه مكررة
   *[other] { $sentences } جملة شبه مكررة
}
# تليها المقالات.
also-in = { $paragraphs ->
    [zero] لم يرد في غيره
    [one] ورد هذا أيضًا في
    [two] وردت هاتان الفقرتان أيضًا في
    [few] وردت هذه الفقرات ({ $paragraphs }) أيضًا في
    [many] وردت هذه الفقرات ({ $paragraphs }) أيضًا في
   *[other] وردت هذه الفقرات ({ $paragraphs }) أيضًا في
}

# روايتان جنبًا إلى جنب
same-paragraphs = { $paragraphs ->
    [zero] ⋯ لا فقرات متطابقة
    [one] ⋯ فقرة واحدة متطابقة
    [two] ⋯ فقرتان متطابقتان
    [few] ⋯ { $paragraphs } فقرات متطابقة
    [many] ⋯ { $paragraphs } فقرة متطابقة
   *[other] ⋯ { $paragraphs } فقرة متطابقة
}
same-passages = { $passages ->
    [zero] ⋯ لا مقاطع متطابقة
    [one] ⋯ مقطع واحد متطابق
    [two] ⋯ مقطعان متطابقان
    [few] ⋯ { $passages } مقاطع متطابقة
    [many] ⋯ { $passages } مقطعًا متطابقًا
   *[other] ⋯ { $passages } مقطع متطابق
}
same-words = { $words ->
    [zero] ⋯ لا كلمات متطابقة
    [one] ⋯ كلمة واحدة متطابقة
    [two] ⋯ كلمتان متطابقتان
    [few] ⋯ { $words } كلمات متطابقة
    [many] ⋯ { $words } كلمة متطابقة
   *[other] ⋯ { $words } كلمة متطابقة
}
share-the-same = { $percent } متطابق
words-moved = { $words ->
    [zero] لا كلمات منقولة
    [one] كلمة واحدة منقولة
    [two] كلمتان منقولتان
    [few] { $words } كلمات منقولة
    [many] { $words } كلمة منقولة
   *[other] { $words } كلمة منقولة
}
change-at = الاختلاف { $at } من { $all }
count-changes = { $changes ->
    [zero] لا اختلافات
    [one] اختلاف واحد
    [two] اختلافان
    [few] { $changes } اختلافات
    [many] { $changes } اختلافًا
   *[other] { $changes } اختلاف
}

# شاشة مشكلات القراءة
problems = مشكلات القراءة
no-problems = لا مشكلات
no-problems-yet = لا مشكلات حتى الآن
problems-keys = { $close } إغلاق · { $unfold } إظهار
problems-keys-of-none = { $close } إغلاق
level-error = خطأ
level-guess = تقدير
level-note = معلومة
in-record = السجل { $record }

# النظرة العامة
overview = نظرة عامة
overview-articles = المقالات
overview-repeated = المكرر
overview-stories = الأخبار
overview-dates = التواريخ
overview-read-as = التنسيق
overview-encodings = الترميز
overview-problems = المشكلات
overview-memory = الذاكرة
all-sources = كل المصادر
longest-articles = الأطول، بعدد الكلمات
most-repeated-articles = الأكثر تكرارًا، بعدد الكلمات
from-sources = { $sources ->
    [zero] بلا مصادر
    [one] من مصدر واحد
    [two] من مصدرين
    [few] من { $sources } مصادر
    [many] من { $sources } مصدرًا
   *[other] من { $sources } مصدر
}
words-said-again = { $words ->
    [zero] لا كلمات مكررة
    [one] كلمة واحدة مكررة في مقالها
    [two] كلمتان مكررتان في المقال نفسه
    [few] { $words } كلمات مكررة في المقال نفسه
    [many] { $words } كلمة مكررة في المقال نفسه
   *[other] { $words } كلمة مكررة في المقال نفسه
}
dates-by-the-day = { $articles ->
    [zero] لا تاريخ كاملًا
    [one] واحد كامل
    [two] اثنان كاملان
    [few] { $articles } كاملة
    [many] { $articles } كاملًا
   *[other] { $articles } كامل
}
dates-in-part = { $articles ->
    [zero] لا تاريخ ناقصًا
    [one] واحد ناقص
    [two] اثنان ناقصان
    [few] { $articles } ناقصة
    [many] { $articles } ناقصًا
   *[other] { $articles } ناقص
}
dates-inferred = { $articles ->
    [zero] لا تاريخ مقدّرًا
    [one] واحد مقدّر
    [two] اثنان مقدّران
    [few] { $articles } مقدّرة
    [many] { $articles } مقدّرًا
   *[other] { $articles } مقدّر
}
dates-unknown = { $articles ->
    [zero] لا تاريخ غير معروف
    [one] واحد غير معروف
    [two] اثنان غير معروفين
    [few] { $articles } غير معروفة
    [many] { $articles } غير معروف
   *[other] { $articles } غير معروف
}
memory-texts = النصوص { $size }
memory-index = الفهرس { $size }
memory-lexicon = المعجم { $size }
memory-columns = الأعمدة { $size }
memory-cards = البطاقات { $size }
memory-lines = الأسطر { $size }

stats-articles = المقالات
stats-words = الكلمات
stats-repeated-words = الكلمات المكررة
stats-stories = الأخبار
stats-first-date = أول تاريخ
stats-last-date = آخر تاريخ
stats-dates-known = التواريخ
stats-source = المصدر
stats-longest = الأطول
stats-most-repeated = الأكثر تكرارًا
stats-read-as = التنسيق
stats-encodings = الترميز
stats-problems = المشكلات
stats-memory = الذاكرة
listed-in-all = المجموع
listed-spelling = تهجئة
listed-attached = مع لواصق
listed-inflected = متصرفة
listed-begun = تبدأ بها
listed-akin = قريبة
listed-spellings = { $spellings ->
    [zero] لا تهجئات
    [one] تهجئة واحدة
    [two] تهجئتان
    [few] { $spellings } تهجئات
    [many] { $spellings } تهجئة
   *[other] { $spellings } تهجئة
}
listed-more = { $more ->
    [zero] لا صيغ أخرى
    [one] صيغة أخرى
    [two] صيغتان أخريان
    [few] { $more } صيغ أخرى
    [many] { $more } صيغة أخرى
   *[other] { $more } صيغة أخرى
}

## Keys, help and what is known of an article

key-read-article = قراءة المقال
    .hint = قراءة
    .name = فتح
key-jump-to-article = الانتقال إلى المقال
    .hint = انتقال
    .name = انتقال إلى المقال
key-jump-to-passage = الانتقال إلى المقال، وإلى المقطع المشترك إن وُجد
    .hint = انتقال
    .name = انتقال إلى المقطع المشترك
key-compare-two = مقارنة المقالين كلمة بكلمة
    .hint = مقارنة
    .name = مقارنة
key-read-second = قراءة الرواية الثانية
    .hint = قراءة الثانية
    .name = قراءة الثانية
key-next-change = الاختلاف التالي
    .hint = الاختلاف التالي
    .name = الاختلاف التالي
key-previous-change = الاختلاف السابق
    .name = الاختلاف السابق
key-swap = تبديل موضعي الروايتين
    .hint = تبديل
    .name = تبديل
key-toggle-same = إظهار ما يتطابق في الروايتين أو إخفاؤه
    .hint = المتطابق
    .name = النص المتطابق
key-next-version = مقارنة الأولى بالرواية التالية
    .hint = الرواية التالية
    .name = الرواية التالية
key-previous-version = مقارنة الأولى بالرواية السابقة
    .name = الرواية السابقة
key-search = البحث في كل المقالات أثناء الكتابة
    .hint = بحث
    .name = بحث
key-find = بحث داخل هذا المقال
    .hint = في المقال
    .name = بحث داخل المقال
key-accept-find = إبقاء العلامات، والتنقل بينها بالمفتاحين {"\u2066"}n{"\u2069"} و{"\u2066"}N{"\u2069"}
    .hint = قبول
    .name = قبول
key-cancel-find = العودة إلى الموضع السابق
    .hint = إلغاء
    .name = إلغاء
key-next-found = المطابقة التالية في هذا المقال
    .hint = التالية
    .name = المطابقة التالية
key-previous-found = المطابقة السابقة في هذا المقال
    .hint = السابقة
    .name = المطابقة السابقة
key-leave-reader = إنهاء البحث داخل المقال، ثم العودة إلى القائمة
    .name = مغادرة القراءة
key-related = المقالات ذات الصلة وسبب صلتها
    .hint = ذات صلة
    .name = مقالات ذات صلة
key-elsewhere = النص نفسه في مقالات أخرى: روايات ومقاطع مشتركة
    .hint = النص نفسه
    .name = النص نفسه في مقالات أخرى
key-read-related = القراءة مع المقالات ذات الصلة
    .hint = ذات صلة
    .name = قراءة مع المقالات ذات الصلة
key-toggle-fold = إظهار النص المكرر في الجزء الظاهر أو طيّه
    .hint = المكرر
    .name = النص المكرر في الجزء الظاهر
key-toggle-places = كل مواضع المشكلة، أو أولها فقط
    .hint = المواضع
    .name = المواضع
key-fold-places = أول المواضع فقط، ثم الإغلاق
    .name = أول المواضع فقط
key-toggle-folds = إظهار كل النص المكرر أو طيّه
    .name = كل النص المكرر
key-earlier = الانتقال إلى النص السابق الذي يكرره الجزء الظاهر
    .hint = النص السابق
    .name = النص السابق
key-filter = التصفية حسب المصدر والشهر واليوم
    .hint = تصفية
    .name = تصفية
key-sort = الترتيب: الأحدث أولًا أو الأقدم أولًا أو المصدر أو الصلة
    .hint = ترتيب
    .name = ترتيب
key-group = بلا تجميع، أو التجميع حسب المصدر أو الشهر أو اليوم
    .hint = تجميع
    .name = تجميع
key-stories = سطر لكل خبر، أو كل المقالات
    .hint = الأخبار
    .name = الأخبار أو المقالات
key-take-value = اختيار القيمة أو تركها
    .hint = اختيار
    .name = اختيار أو ترك
key-leave-out = استبعاد المصدر من القائمة أو إعادته إليها
    .hint = استبعاد
    .name = استبعاد المصدر
key-find-source = البحث عن مصدر بجزء من اسمه
    .hint = بحث عن مصدر
    .name = بحث عن مصدر
key-dates = تحديد تاريخ أول المقالات وآخرها
    .hint = تواريخ
    .name = تواريخ: من وإلى
key-accept-filter = العودة إلى السطور مع إبقاء ما كُتب
    .hint = قبول
    .name = قبول
key-cancel-filter = ترك ما كُتب
    .hint = إلغاء
    .name = إلغاء
key-next-value = المصدر التالي مما وُجد
    .hint = التالي
    .name = المصدر التالي
key-previous-value = المصدر السابق مما وُجد
    .name = المصدر السابق
key-leave-filter = عرض كل المصادر من جديد، ثم الإغلاق
    .name = مغادرة التصفية
key-other-column = المصادر أو التواريخ
    .hint = العمود الآخر
    .name = العمود الآخر
key-clear-filter = إلغاء التصفية
    .hint = إلغاء التصفية
    .name = إلغاء التصفية
key-forms = الكلمات بكل صيغها، أو بهذه الصيغة وتهجئاتها، أو كما كُتبت
    .hint = الصيغ
    .name = صيغ الكلمات
key-all-forms = تفعيل البحث بكل صيغ الكلمات أو إيقافه
    .name = كل الصيغ
key-exact-form = تفعيل المطابقة التامة للكلمات أو إيقافها
    .name = مطابقة تامة
key-this-form = هذه الصيغة وحدها؛ ومرة أخرى: كل الصيغ
    .name = هذه الصيغة وحدها
key-forms-again = العودة إلى كل صيغ الكلمة
    .name = كل الصيغ من جديد
key-numbered-form = العودة إلى كل صيغ الكلمة؛ و{"\u2066"}3={"\u2069"}: الصيغة الثالثة وحدها
    .name = الصيغة بهذا الرقم
key-down = النزول
    .name = نزول
key-up = الصعود
    .name = صعود
key-half-down = النزول نصف صفحة
    .name = نزول نصف صفحة
key-half-up = الصعود نصف صفحة
    .name = صعود نصف صفحة
key-page-down = النزول صفحة
    .name = نزول صفحة
key-page-up = الصعود صفحة
    .name = صعود صفحة
key-top = الذهاب إلى البداية
    .name = البداية
key-bottom = الذهاب إلى النهاية
    .name = النهاية
key-next-article = المقال التالي في القائمة
    .name = المقال التالي
key-previous-article = المقال السابق في القائمة
    .name = المقال السابق
key-next-hit = المطابقة التالية
    .name = المطابقة التالية
key-previous-hit = المطابقة السابقة
    .name = المطابقة السابقة
key-clear-search = إلغاء البحث
    .name = إلغاء البحث
key-jump-back = الرجوع إلى موضع ما قبل الانتقال
    .name = رجوع من الانتقال
key-jump-forward = التقدم من جديد (أو {"\u2066"}Ctrl-i{"\u2069"})
    .name = تقدم من جديد
key-preview = إظهار المعاينة أو إخفاؤها
    .name = المعاينة
key-full-width = كامل العرض للمقال أو القائمة بجانبه؛ {"\u2066"}80z{"\u2069"}: أسطر من 80 عمودًا
    .name = كامل العرض
key-info = ما يُعرف عن المقال، ومن أين
    .name = معلومات المقال
key-problems = ما تعذّرت قراءته أو كان تقديرًا
    .name = مشكلات القراءة
key-overview = محتوى المجموعة: الأحجام والتواريخ والمصادر عبر الزمن
    .name = نظرة عامة
key-help = هذه المساعدة
    .hint = مساعدة
    .name = مساعدة
key-palette = كل الأوامر بأسمائها
    .name = الأوامر
key-do-command = تنفيذ الأمر
    .hint = تنفيذ
    .name = تنفيذ
key-next-command = الأمر التالي
    .hint = التالي
    .name = الأمر التالي
key-previous-command = الأمر السابق
    .name = الأمر السابق
palette-title = الأوامر
palette-nothing = لا أمر بهذا الاسم
palette-not-here = غير متاح في هذه الشاشة: { $command }
only-in-list = في القائمة فقط
only-in-reader = أثناء القراءة فقط
only-in-search = في خانة البحث فقط
only-in-facets = في التصفية فقط
only-in-related = في لوحة المقالات ذات الصلة فقط
only-in-elsewhere = في لوحة «النص نفسه في مقالات أخرى» فقط
only-in-compare = أثناء المقارنة فقط
only-in-overlay = في المساعدة فقط
only-in-problems = في مشكلات القراءة فقط
only-in-overview = في النظرة العامة فقط
now-nothing-searched = لم يُبحث عن شيء
now-nothing-filtered = لا تصفية
now-nothing-selected = لا شيء محدد
now-nothing-loading = لا شيء قيد التحميل
now-titled = { $title }
language-name = العربية
key-retry = إعادة طلب ما تعذّر، وإلا فقراءة الملفات التي تغيّرت
    .name = إعادة المحاولة
key-redraw = إعادة رسم الشاشة
    .name = إعادة الرسم
key-language = لغة البرنامج التالية
    .name = اللغة
key-toggle-tashkeel = إظهار التشكيل أو إخفاؤه
    .name = التشكيل
key-switch-order = هل تظهر العربية معكوسة؟ إرسالها بطريقة أخرى
    .name = اتجاه العربية
key-switch-shape = إرسال الحروف متصلة أو غير متصلة
    .name = وصل الحروف
key-suspend = تعليق البرنامج (الأمر {"\u2066"}fg{"\u2069"} يعيده)
    .name = تعليق
key-back-to-list = الرجوع إلى القائمة
    .hint = رجوع
    .name = رجوع
key-close-panel = إغلاق اللوحة
    .hint = إغلاق
    .name = إغلاق
key-back-to-article = الرجوع إلى المقال
    .hint = رجوع
    .name = رجوع
key-close = إغلاق
    .hint = إغلاق
    .name = إغلاق
key-row-articles = مقالات السطر المحدد
    .hint = مقالاته
    .name = مقالات السطر
key-quit = الخروج
    .hint = خروج
    .name = خروج
key-leave = إلغاء البحث والتصفية؛ إيقاف التحميل؛ الرجوع شاشة واحدة
    .name = مغادرة
key-quit-at-once = الخروج فورًا
    .name = خروج فوري
key-stop = إيقاف التحميل؛ مرتين: الخروج
    .name = إيقاف التحميل
key-accept-search = إبقاء البحث والذهاب إلى القائمة
    .hint = قبول
    .name = قبول
key-cancel-search = العودة إلى ما كان
    .hint = إلغاء
    .name = إلغاء
key-next-result = النتيجة التالية
    .hint = التالية
    .name = النتيجة التالية
key-previous-result = النتيجة السابقة
    .name = النتيجة السابقة
key-earlier-search = بحث سابق
    .hint = بحث سابق
    .name = بحث سابق
key-later-search = بحث لاحق
    .name = بحث لاحق
key-caret-left = المؤشر إلى اليسار
    .name = المؤشر إلى اليسار
key-caret-right = المؤشر إلى اليمين
    .name = المؤشر إلى اليمين
key-caret-forward = تقدم المؤشر حرفًا في النص
    .name = حرف إلى الأمام
key-caret-backward = رجوع المؤشر حرفًا في النص
    .name = حرف إلى الوراء
key-word-right = المؤشر كلمة إلى اليمين
    .name = كلمة إلى اليمين
key-word-left = المؤشر كلمة إلى اليسار
    .name = كلمة إلى اليسار
key-word-forward = تقدم المؤشر كلمة في النص
    .name = كلمة إلى الأمام
key-word-backward = رجوع المؤشر كلمة في النص
    .name = كلمة إلى الوراء
key-caret-home = المؤشر إلى البداية
    .name = المؤشر إلى البداية
key-caret-end = المؤشر إلى النهاية
    .name = المؤشر إلى النهاية
key-delete-back = حذف الحرف السابق
    .name = حذف الحرف السابق
key-delete-forward = حذف الحرف التالي
    .name = حذف الحرف التالي
key-delete-word = حذف الكلمة السابقة
    .name = حذف الكلمة السابقة
key-delete-word-backward = الحذف إلى بداية الكلمة
    .name = حذف إلى بداية الكلمة
key-delete-word-forward = الحذف إلى نهاية الكلمة
    .name = حذف إلى نهاية الكلمة
key-delete-to-start = الحذف إلى البداية
    .name = حذف إلى البداية
key-delete-to-end = الحذف إلى النهاية
    .name = حذف إلى النهاية
key-suspend-typing = تعليق البرنامج
    .name = تعليق
key-screen-back = الرجوع إلى الشاشة السابقة
    .hint = رجوع
    .name = رجوع

overlay-keys = المفاتيح
keys-first = أهم المفاتيح
keys-moving = التنقل
keys-reading = القراءة
keys-searching = البحث
keys-listing = القائمة
keys-comparing = المقارنة
keys-typing = الكتابة
keys-screens = الشاشات
keys-program = البرنامج

# ما هو مطبوع على لوحات المفاتيح يبقى كما هو.
key-called-enter = Enter
key-called-esc = Esc
key-called-tab = Tab
key-called-backspace = Backspace
key-called-delete = Delete
key-called-home = Home
key-called-end = End
key-called-page-up = {"\u2067"}صفحة ↑{"\u2069"}
key-called-page-down = {"\u2067"}صفحة ↓{"\u2069"}
key-called-space = مسافة

overlay-known = معلومات المقال
overlay-in-search-box = في خانة البحث
overlay-signs = العلامات
overlay-searchable = ما يمكن البحث عنه
overlay-hints = { $close } إغلاق · { $scroll } تمرير
overlay-more = { $lines ->
    [zero] لا مزيد
    [one] سطر آخر
    [two] سطران آخران
    [few] { $lines } أسطر أخرى
    [many] { $lines } سطرًا آخر
   *[other] { $lines } سطر آخر
}
sign-explained = { $sign }: { $meaning }
sign-folds = عدد مقاطع المقال التي تكرر ما قبلها، وهي مطوية
sign-versions = عدد روايات الخبر في المجموعة، وهذه منها
sign-behind = عدد الروايات الأخرى التي يمثلها السطر
sign-guess = تاريخ مقدَّر
sign-fold = هنا نص مطوي يكرر ما قبله؛ أو معروض
sign-near = جمل تكرر ما قبلها مع تغيير
sign-begun = قد يكون للكلمة الأخيرة بقية
sign-typed-direction = اتجاه الحرف التالي
sign-taken = مختار في التصفية
sign-left-out = مستبعد في التصفية
sign-out-of-view = عدد السطور غير المعروضة، فوق وتحت

info-title = العنوان
info-source = المصدر
info-date = التاريخ
info-date-text = كما كُتب
info-author = الكاتب
info-url = الرابط
info-id = المعرّف
info-key = مفتاح السجل
info-hash = البصمة
info-file = الملف
info-record = السجل
info-read-as = التنسيق والترميز
info-words = الكلمات
info-paragraphs = الفقرات
info-other-columns = أعمدة أخرى
info-unknown = غير معروف
info-stdin = الإدخال القياسي
info-record-number = { $record }
info-record-at-line = { $record }، السطر { $line }
info-format = { $format } · { $encoding }
info-format-doubted = { $format } · { $encoding } ({ $doubt })
charset-broken = فيه بايتات تالفة
charset-assumed = مفترض
charset-named = محدد بخيار
info-word-count = { $words } ({ $repeats ->
    [0] لا مكرر فيها
   *[other] منها { $repeats } في نصوص مكررة
})
info-no-paragraphs = لا فقرات
info-more-columns = { $columns ->
    [zero] لا أعمدة أخرى
    [one] عمود آخر
    [two] عمودان آخران
    [few] { $columns } أعمدة أخرى
    [many] { $columns } عمودًا آخر
   *[other] { $columns } عمود آخر
}
class-text = المتن { $paragraphs }
class-title = العنوان { $paragraphs }
class-byline = اسم الكاتب { $paragraphs }
class-date = التاريخ { $paragraphs }
class-chrome = عناصر الصفحة { $paragraphs }
origin-field = من الحقل
origin-crawl = من الزحف
origin-text = من النص
origin-url = من الرابط
origin-folder = من المجلد
origin-file = من الملف
origin-guessed = مقدّر

## Queries

query-note = «{ $words }»: { $reason }
query-not-a-date = ليس تاريخًا، فيُبحث عن كلماته
query-not-a-date-yet = لم يكتمل التاريخ بعد
query-empty-field = لا شيء بعد النقطتين حتى الآن
query-unknown-source = لا مصدر بهذا الاسم، فيُبحث عن كلماته
query-unknown-field = لا حقل بهذا الاسم (الحقول: مصدر، عنوان، تاريخ)، فيُبحث عن كلماته
query-joins-nothing = لا شيء معه ليربطه
query-cannot-join = يربط الكلمات والعبارات فقط
query-misplaced-star = لا تأتي {"\u2066"}*{"\u2069"} إلا في آخر الكلمة

syntax-title = صياغة البحث
syntax-both-words = الكلمتان معًا، بأي صيغة أو تهجئة
syntax-together = هذه الكلمات متتالية
syntax-either = إحداهما (أيضًا {"\u2066"}OR{"\u2069"}، {"\u2066"}|{"\u2069"})
syntax-without = من دون هذه الكلمة أو العبارة أو الحقل
syntax-one-spelling = هذه التهجئة فقط؛ كل كلمة تبدأ هكذا
syntax-near = لا يفصل بينهما أكثر من 5 كلمات
syntax-in-title = في العنوان (أيضًا {"\u2066"}title:{"\u2069"})
syntax-from-source = من هذا المصدر (أيضًا {"\u2066"}source:{"\u2069"})
syntax-in-days = في هذه الأيام (أيضًا {"\u2066"}date:{"\u2069"}، {"\u2066"}<2015{"\u2069"}، أيلول)؛ {"\u2066"}?{"\u2069"}: بلا تاريخ

## Faults

store-stopped = أُلغي الطلب
store-gone = لم يعد المقال في المجموعة
store-damaged = ما حُفظ من المجموعة في تشغيل سابق تالف: عند فتحها من جديد تُقرأ كلها
store-no-copies = الروايات المتشابهة غير معروفة
store-panicked = خلل في البرنامج: { $panic }
load-panicked = تعذّر التحميل لخلل في البرنامج: { $panic }

index-stopped = أُوقف البحث
index-engine = تعذّر العمل بفهرس البحث: { $error }
index-term = تعذّرت قراءة كلمة في فهرس البحث: { $error }
index-builder-failed = تعذّر العمل بفهرس البحث: انتهى بناء جزء منه بخلل في البرنامج
index-unreadable = تعذّر العمل بفهرس البحث: تعذّرت قراءة مقال محفوظ
index-too-large = تعذّر العمل بفهرس البحث: أجزاؤه أكثر أو أكبر مما يمكن ترقيمه

kept-missing = لا شيء محفوظًا بهذا الاسم
kept-damaged = ملف محفوظ تالف ({ $code })
kept-owned-by-other = { $path } ملك لمستخدم آخر
kept-writable-by-others = { $path } يمكن لمستخدمين آخرين الكتابة فيه
kept-link-of-other = { $path } رابط لمستخدم آخر
kept-link = { $path } رابط
kept-no-folder = { $path } ليس مجلدًا
kept-no-file = { $path } ليس ملفًا
kept-other-version = ملف محفوظ كتبه إصدار آخر من البرنامج
kept-no-room = لا مساحة له: يبقى عُشر القرص خاليًا، ولا يُحفظ أكثر من 20 غيغابايت
kept-in-use = يستعمله تشغيل آخر للبرنامج
kept-unusable = تعذّر استعمال { $path }: { $error }
kept-by-other-run = تشغيل آخر يحفظ المجموعة نفسها

system-not-found = لا ملف ولا مجلد بهذا الاسم (خطأ النظام { $number })
system-denied = لا إذن بذلك (خطأ النظام { $number })
system-not-permitted = العملية غير مسموح بها (خطأ النظام { $number })
system-input-output = خطأ في القراءة أو الكتابة (خطأ النظام { $number })
system-folder = هذا مجلد لا ملف (خطأ النظام { $number })
system-no-folder = ليس مجلدًا (خطأ النظام { $number })
system-disk-full = لا مساحة خالية على القرص (خطأ النظام { $number })
system-quota-full = تجاوز الحصة المسموح بها من القرص (خطأ النظام { $number })
system-read-only = نظام ملفات للقراءة فقط (خطأ النظام { $number })
system-too-many-files = الملفات المفتوحة أكثر مما يُسمح به (خطأ النظام { $number })
system-too-many-links = الروابط المتتابعة أكثر مما يُسمح به (خطأ النظام { $number })
system-long-name = اسم الملف أطول مما يُسمح به (خطأ النظام { $number })
system-no-memory = الذاكرة لا تكفي (خطأ النظام { $number })
system-timed-out = انتهت مهلة الاتصال (خطأ النظام { $number })
system-stale = لم يعد الملف المفتوح موجودًا (خطأ النظام { $number })
system-other = خطأ النظام { $number }

library-cut-off = انتهت البيانات قبل أوانها ({ $text })
library-damaged = بيانات تالفة ({ $text })
library-json-cut-off = انتهى قبل أن يكتمل ({ $text })
library-json-syntax = خطأ في الصياغة ({ $text })
json-ends-in-list = داخل قائمة
json-ends-in-object = داخل كائن
json-ends-in-string = داخل نص
json-ends-before-value = قبل قيمة
json-no-colon = يُنتظر «:»
json-list-goes-on = يُنتظر «{"\u2066"},{"\u2069"}» أو «{"\u2066"}]{"\u2069"}»
json-object-goes-on = يُنتظر «{"\u2066"},{"\u2069"}» أو «{"\u2066"}{"}"}{"\u2069"}»
json-no-literal = يُنتظر {"\u2066"}true{"\u2069"} أو {"\u2066"}false{"\u2069"} أو {"\u2066"}null{"\u2069"}
json-no-value = تُنتظر قيمة
json-no-quote = تُنتظر علامة اقتباس
json-escape = حرف غير معروف بعد «{"\u2066"}\{"\u2069"}»
json-number = عدد غير صحيح الكتابة
json-number-too-large = عدد أكبر مما يُقبل
json-code-point = رقم محرف غير صالح
json-control = محرف تحكم داخل نص
json-key-no-string = يجب أن يكون المفتاح نصًا
json-lone-surrogate = نصف محرف بلا نصفه الآخر
json-trailing-comma = فاصلة زائدة في الآخر
json-trailing-text = نص زائد بعد النهاية
json-escape-cut-off = رقم محرف لم يكتمل
json-too-deep = تداخل أكثر مما يُقرأ
json-other = { $text }
library-other = { $text }

## Verbs

no-such-id = لا مقال بالمعرّف «{ $id }» (المعرّفات في: {"\u2066"}fihrist list{"\u2069"})
several-own-ids = { $count ->
    [zero] لا سجل بالمعرّف «{ $id }»: { $keys }
    [one] سجل واحد له المعرّف «{ $id }»، ويُعرف بمفتاحه: { $keys }
    [two] سجلان لهما المعرّف «{ $id }»، ويُعرف كل منهما بمفتاحه: { $keys }
    [few] { $count } سجلات لها المعرّف «{ $id }»، ويُعرف كل منها بمفتاحه: { $keys }
    [many] { $count } سجلًا له المعرّف «{ $id }»، ويُعرف كل منها بمفتاحه: { $keys }
   *[other] { $count } سجل له المعرّف «{ $id }»، ويُعرف كل منها بمفتاحه: { $keys }
}
several-beginnings = أكثر من معرّف أو مفتاح يبدأ بـ«{ $id }»، ويلزم جزء أطول منه: { $names }
several-files = { $count ->
    [zero] لا ملف فيه السجل «{ $id }»: { $ids }
    [one] ملف واحد فيه السجل «{ $id }»، ويُعرف بمعرّفه: { $ids }
    [two] ملفان فيهما السجل «{ $id }»، ويُعرف كل منهما بمعرّفه: { $ids }
    [few] { $count } ملفات فيها السجل «{ $id }»، ويُعرف كل منها بمعرّفه: { $ids }
    [many] { $count } ملفًا فيه السجل «{ $id }»، ويُعرف كل منها بمعرّفه: { $ids }
   *[other] { $count } ملف فيه السجل «{ $id }»، ويُعرف كل منها بمعرّفه: { $ids }
}
id-and-key = { $id } (مفتاح السجل { $key })
listed-further = { $listed }، { $next }
listed-cut = { $listed }، …

no-such-source = لا مقال من المصدر «{ $name }» المطلوب في {"\u2066"}--source{"\u2069"}
query-noted = «{ $about }»: { $reason }
query-noted-of = { $query }: «{ $about }»: { $reason }
more-noted = { $more ->
    [zero] ولا تنبيهات أخرى من هذا النوع
    [one] وتنبيه آخر من هذا النوع
    [two] وتنبيهان آخران من هذا النوع
    [few] و{ $more } تنبيهات أخرى من هذا النوع
    [many] و{ $more } تنبيهًا آخر من هذا النوع
   *[other] و{ $more } تنبيه آخر من هذا النوع
}
more-noted-of = { $more ->
    [zero] { $query }: ولا تنبيهات أخرى من هذا النوع
    [one] { $query }: وتنبيه آخر من هذا النوع
    [two] { $query }: وتنبيهان آخران من هذا النوع
    [few] { $query }: و{ $more } تنبيهات أخرى من هذا النوع
    [many] { $query }: و{ $more } تنبيهًا آخر من هذا النوع
   *[other] { $query }: و{ $more } تنبيه آخر من هذا النوع
}
search-loosened = لا مقال فيه كل الكلمات؛ في هذه المقالات بعضها
search-last-loosened = في النتيجة { $result } بعض الكلمات فقط
search-rest-loosened = في النتائج من { $first } إلى { $last } بعض الكلمات فقط
queries-not-opened = تعذّر فتح { $path }: { $error }
queries-not-read = تعذّرت قراءة { $path }: { $error }
no-query-in-line = { $path }، السطر { $line }: صيغة البحث {"\u2066"}{"{"}"qid": …, "query": …{"}"}{"\u2069"}: { $error }
query-line-no-object = ليس كائنًا
query-line-no-field = ليس فيه { $field }
query-line-no-text = قيمة { $field } فيه ليست نصًا

related-version = رواية
related-versions = { $versions ->
    [zero] بلا روايات أخرى
    [one] ورواية أخرى
    [two] وروايتان أخريان
    [few] و{ $versions } روايات أخرى
    [many] و{ $versions } رواية أخرى
   *[other] و{ $versions } رواية أخرى
}

check-error = خطأ: { $problem }
check-guess = تقدير: { $problem }
check-note = معلومة: { $problem }
check-tally = المقالات: { $articles }، الأخطاء: { $errors }، التقديرات: { $guesses }، المعلومات: { $notes }
check-read-as = التنسيق: { $counts }
check-encoding = الترميز: { $counts }
check-title-from = العنوان من: { $counts }
check-source-from = المصدر من: { $counts }
check-date-from = التاريخ من: { $counts }
check-count = { $name } { $count }
check-count-named = { $name } { $count }
found-in-field = الحقل
found-in-crawl = الزحف
found-in-text = النص
found-in-url = الرابط
found-in-folder = المجلد
found-in-file = الملف
format-named = { $name }
format-text = نص
format-mail = بريد
format-feed = خلاصة أخبار
format-packed = {"\u2068"}{ $format } ({ $packing }){"\u2069"}
check-count-unknown = غير معروف { $count }

no-keep-folder = لا شيء محفوظ، ولا مجلد معروف للحفظ (جرّب: {"\u2066"}--keep-dir DIR{"\u2069"})
several-kept-names = أكثر من اسم يبدأ بـ«{ $name }»، ويلزم جزء أطول منه
nothing-kept-of = لا شيء محفوظ من { $path }
kept-stays = تعذّر حذف { $name }: { $error }
kept-state-in-use = قيد الاستعمال
kept-dropped = حُذف
kept-state-other-version = من إصدار آخر من {"\u2066"}fihrist{"\u2069"}
kept-state-torn = تالف
kept-torn-removed = تالف، حُذف
kept-state-unreadable = غير صالح للاستعمال
kept-sum-nothing = لا شيء محفوظ في { $folder }
kept-sum = { $corpora ->
    [zero] لا مجموعات محفوظة ({ $size }) في { $folder }
    [one] مجموعة واحدة، { $size } في { $folder }
    [two] مجموعتان، { $size } في { $folder }
    [few] { $corpora } مجموعات، { $size } في { $folder }
    [many] { $corpora } مجموعة، { $size } في { $folder }
   *[other] { $corpora } مجموعة، { $size } في { $folder }
}
kept-verified = الملفات: { $files }، { $size }، التالفة: { $spoiled }

store-answered-otherwise = أجاب المخزن عن سؤال غير الذي طُرح
corpus-changed-meanwhile = تغيّرت المجموعة أثناء قراءتها: جرّب مرة أخرى
read-anew = ملف محفوظ تالف؛ تُعاد القراءة من الملفات كلها

## Options

nothing-to-open = لا شيء للفتح: المطلوب ملف أو مجلد، أو مقالات من أنبوب، أو المتغيّر {"\u2066"}FIHRIST_PATH{"\u2069"} (جرّب: {"\u2066"}fihrist --help{"\u2069"})
nothing-to-open-at = لا شيء للفتح في { $paths } (جرّب التحقق من المسار)
paths-before-command = مكان PATH بعد اسم الأمر (للمسار الذي اسمه اسم أمر: {"\u2066"}./list{"\u2069"})
nothing-piped = المقصود بالعلامة {"\u2066"}-{"\u2069"} ما يأتي من أنبوب، ولا شيء فيه (جرّب: {"\u2066"}zcat news.gz | fihrist -{"\u2069"})
input-twice = لا يكون الإدخال القياسي هو المجموعة وعمليات البحث معًا
related-to-what = مقالات ذات صلة بأي مقال؟ المطلوب ID (معرّف مقال) أو {"\u2066"}--all{"\u2069"}
search-what = البحث عن ماذا؟ المطلوب QUERY (كلمات البحث) أو {"\u2066"}--queries FILE{"\u2069"}
nothing-between = لا شيء بين { $from } و{ $to }: البداية بعد النهاية
no-source-name = قيمة الخيار {"\u2066"}--source{"\u2069"} «{ $name }» غير صالحة: المطلوب اسم مصدر أو جزء منه، أو {"\u2066"}?{"\u2069"} للمقالات التي بلا مصدر
no-date-with-year = { $flag } «{ $date }»: ليس تاريخًا فيه سنة؛ الصيغ المقبولة: 2015، {"\u2066"}2015-08{"\u2069"}، {"\u2066"}2015-08-03{"\u2069"}، {"\u2066"}3/8/2015{"\u2069"}، ٢٠١٥، «آب 2015»، «رمضان 1436»
keep-dir-unused = الخيار {"\u2066"}--no-keep{"\u2069"} يمنع الحفظ، فلا حاجة معه إلى {"\u2066"}--keep-dir{"\u2069"}
memory-disk-without-keep = الخيار {"\u2066"}--memory disk{"\u2069"} يقرأ مما هو محفوظ: جرّب حذف {"\u2066"}--no-keep{"\u2069"}، أو الحفظ في مكان آخر بالخيار {"\u2066"}--keep-dir{"\u2069"}
memory-disk-without-folder = الخيار {"\u2066"}--memory disk{"\u2069"} يحتاج إلى مجلد للحفظ: جرّب تحديده بالخيار {"\u2066"}--keep-dir{"\u2069"}
unknown-bidi-mode = قيمة { $variable } هي «{ $value }»، والمقبول: auto أو visual أو override أو words أو runs أو logical
unknown-theme = قيمة { $variable } هي «{ $value }»، والمقبول: auto أو dark أو light أو mono أو 16
unknown-keyboard = قيمة { $variable } هي «{ $value }»، والمقبول auto أو ar أو ar-mac أو fa أو ckb أو ur أو ur-nla أو he أو el أو ru أو off
chosen-by-flag = الخيار { $flag }
chosen-by-variable = المتغيّر { $variable }

unexpected-argument = خيار غير معروف: { $argument }
unknown-command = أمر غير معروف: { $command }
invalid-value = القيمة «{ $value }» غير صالحة لـ{ $argument }
invalid-value-because = القيمة «{ $value }» غير صالحة لـ{ $argument }: { $why }
invalid-value-one-of = القيمة «{ $value }» غير صالحة لـ{ $argument }؛ القيم الممكنة: { $values }
value-needed = الخيار { $argument } يحتاج إلى قيمة
no-value-wanted = الخيار { $argument } لا يقبل القيمة «{ $value }»: لا تُذكر معه قيمة
missing-arguments = الأمر يحتاج أيضًا إلى: { $arguments }
arguments-conflict = لا يجتمع { $argument } و{ $other }
argument-twice = لا يُذكر { $argument } أكثر من مرة
argument-not-utf8 = أحد الخيارات ليس بترميز UTF-8
wrong-arguments = خيارات غير صحيحة: { $error }
similar-argument = خيار شبيه: { $argument }
similar-value = قيمة شبيهة: { $value }
more-help = للمزيد: {"\u2066"}--help{"\u2069"}
usage = الاستعمال: { $usage }
usage-options = الخيارات
usage-command = الأمر
no-whole-number = المطلوب عدد صحيح
no-number = ليس عددًا
language-not-spoken = القيم الممكنة: { $values }
no-field-pair = «{ $pair }» ليس بالصيغة {"\u2066"}WHAT=FIELD{"\u2069"}؛ وWHAT من: { $known }
no-share = المطلوب عدد أكبر من 0 ولا يزيد على 1
unknown-encoding = ترميز غير معروف؛ جرّب auto أو {"\u2066"}utf-8{"\u2069"} أو {"\u2066"}windows-1256{"\u2069"} أو {"\u2066"}iso-8859-6{"\u2069"} أو {"\u2066"}utf-16le{"\u2069"}

help-examples = أمثلة:
example-browse = تصفح مجلد، أيًا كان ما فيه
example-search = أقرب النتائج، سطر لكل منها
example-json = الشيء نفسه للنصوص البرمجية
example-forms = التهجئات المطابقة، وعدد مرات كل منها
example-show = مقال واحد، مكرراته مطوية
example-related = المقالات ذات الصلة به، وسبب الصلة
example-dups = الخبر نفسه في عدة مقالات
example-stats = نظرة عامة على المجموعة
example-check = ما تعذّرت قراءته، وما قُدّر
example-kept = ما هو محفوظ، ومكانه
example-piped = تصفح ما يأتي من أنبوب
help-paths-are = المسار PATH ملف أو مجلد، أو {"\u2066"}-{"\u2069"} للإدخال القياسي؛ وإن لم يُذكر يُفتح ما في {"\u2066"}$FIHRIST_PATH{"\u2069"}، أو ما يأتي من أنبوب. تُقرأ تنسيقات النص وJSON وCSV وTREC وXML وHTML وRSS وmbox وWARC وparquet، ومعها المضغوط بـgz وzst وbz2 وxz وzip وtar.
help-path-like-command = للمسار الذي اسمه اسم أمر: {"\u2066"}./list{"\u2069"} أو {"\u2066"}-- list{"\u2069"}.
help-exit-status = حالة الخروج: 0 وُجدت نتائج، 1 لا نتائج، 2 خطأ في الاستعمال أو القراءة.
help-commands = الأوامر:
help-arguments = ما يُذكر مع الأمر:
help-options = الخيارات:
help-with-default = { $help } [الافتراضي: { $value }]
help-with-values = { $help } [القيم الممكنة: { $values }]

help-about = متصفح لمجموعات المقالات في الطرفية، يعرض العربية عرضًا صحيحًا
help-terminal = معرفة كيف تُرسل العربية إلى هذه الطرفية، وتجربتها على بطاقة اختبار
help-list = سرد المقالات، الأحدث أولًا
help-check = بيان كل ملف وسجل تُرك أو قُدّر فيه شيء: السبب، وما يصلحه
help-stats = محتوى المجموعة: الكلمات والأخبار والتواريخ والمصادر عبر الزمن
help-search = بحث في المقالات، الأكثر صلة أولًا
help-show = عرض مقال واحد، ونصه المكرر مطوي
help-dups = سرد المكرر: داخل كل مقال، أو في عدة مقالات
help-related = سرد المقالات ذات الصلة بمقال، مع الألفاظ المشتركة
help-kept = سرد ما هو محفوظ لتُفتح المجموعات فورًا، وحذفه، وفحصه
help-kept-list = سرد المجموعات المحفوظة، الأحدث استعمالًا أولًا (وهو الافتراضي)
help-kept-drop = حذف المحفوظ من مجموعة، ما لم يكن قيد الاستعمال
help-kept-verify = فحص كل بايت مما هو محفوظ، وحذف التالف
help-help = عرض هذه المساعدة، أو مساعدة أمر
help-help-flag = عرض المساعدة
help-version = عرض رقم الإصدار

help-json = أسطر JSON للنصوص البرمجية
help-paths = ملفات ومجلدات للتصفح
help-corpus-paths = ملفات المجموعة ومجلداتها
help-heading-reading = قراءة الملفات (جرّب: {"\u2066"}fihrist check PATH{"\u2069"}):
help-encoding = ترميز كل الملفات [الافتراضي: ترميز كل ملف: UTF-8، UTF-16، وإلا {"\u2066"}windows-1256{"\u2069"}]
help-map = أي الحقول يحوي ماذا، حيث لا تدل أسماؤها على ذلك: {"\u2066"}title=headline,date=pub.date{"\u2069"}
help-whole-files = كل ملف نصي مقال واحد، ولو كانت فيه أسطر {"\u2066"}====={"\u2069"} فاصلة
help-heading-keeping = ما هو محفوظ بين تشغيل وآخر (جرّب: {"\u2066"}fihrist kept{"\u2069"}):
help-no-keep = عدم حفظ شيء، وعدم استعمال ما هو محفوظ
help-keep-dir = الحفظ في هذا المجلد [متغيّر البيئة: {"\u2066"}FIHRIST_KEEP_DIR{"\u2069"}؛ الافتراضي: {"\u2066"}~/.cache/fihrist{"\u2069"}]
help-verify = مقارنة كل الملفات بما هو محفوظ حسب محتواها
help-memory = مكان النصوص والفهرس أثناء عمل البرنامج
help-memory-auto = في الذاكرة، ما دام نصف الخالي منها يكفي
help-memory-disk = في الملفات المحفوظة، وتُقرأ عند الحاجة: للمجموعات الأكبر من الذاكرة
help-heading-display = إرسال النص إلى الطرفية (جرّب: {"\u2066"}fihrist terminal{"\u2069"}):
help-bidi = ترتيب إرسال النص الذي يُكتب من اليمين [متغيّر البيئة: {"\u2066"}FIHRIST_BIDI{"\u2069"}، {"\u2066"}LC_FIHRIST_BIDI{"\u2069"}]
help-shape = إرسال الحروف العربية متصلة (forms) أو كما هي (none)
help-tashkeel = إظهار التشكيل (keep) أو إخفاؤه (strip)
help-theme = الألوان بحسب خلفية الطرفية [متغيّر البيئة: {"\u2066"}FIHRIST_THEME{"\u2069"}، {"\u2066"}LC_FIHRIST_THEME{"\u2069"}، {"\u2066"}NO_COLOR{"\u2069"}، {"\u2066"}CLICOLOR{"\u2069"}]
help-measure = أقصى عدد لأعمدة السطر عند قراءة المقال (72 إن اتسع المكان)
help-ascii = الخطوط والعلامات برموز ASCII
help-plain-text = لقارئات الشاشة وأجهزة برايل: الحروف بترتيب القراءة دون وصل، ودون خطوط فاصلة
help-keyboard = تخطيط لوحة المفاتيح إن لم يتبيّن من حروفها [متغيّر البيئة: {"\u2066"}FIHRIST_KEYBOARD{"\u2069"}، {"\u2066"}LC_FIHRIST_KEYBOARD{"\u2069"}]
help-mouse = استعمال الفأرة مع المقالات والمكررات وخانة البحث؛ ويلزم عندها Shift لتحديد النص
help-heading-language = لغة البرنامج:
help-language = لغة كلمات البرنامج نفسه [متغيّر البيئة: {"\u2066"}FIHRIST_LANGUAGE{"\u2069"}، {"\u2066"}LC_FIHRIST_LANGUAGE{"\u2069"}، {"\u2066"}LANG{"\u2069"}]
help-digits = شكل الأرقام
help-dir = الجهة التي تبدأ منها الشاشات: جهة اللغة (auto)، اليمين (rtl)، اليسار (ltr)

help-search-query = كلمات، أو {"\u2066"}"عبارات"{"\u2069"}، أو ما يُستبعد بعد {"\u2066"}-{"\u2069"}، وغيرها (مسار، مع {"\u2066"}--queries{"\u2069"})
help-search-n = أقصى عدد للنتائج
help-search-typing = الكلمة الأخيرة لم تكتمل كتابتها بعد
help-search-exact = هذه التهجئات وحدها، كما مع {"\u2066"}={"\u2069"} قبل كل كلمة
help-search-word = هذه الحروف وحدها، أيًا كان ما يلتصق قبلها، وكيفما كُتبت همزتها
help-search-source = هذا المصدر وحده، أو المصادر التي فيها هذا الاسم؛ ويجوز ذكره أكثر من مرة
help-search-from = ابتداءً من هذه السنة أو الشهر أو اليوم: 2015، {"\u2066"}2015-08{"\u2069"}، {"\u2066"}2015-08-03{"\u2069"}
help-search-to = حتى هذا التاريخ
help-search-sort = ترتيب النتائج
help-search-sort-relevance = الأكثر صلة أولًا
help-search-sort-date = الأحدث أولًا
help-search-sort-oldest = الأقدم أولًا
help-search-sort-source = حسب المصدر، والأحدث أولًا في كل مصدر
help-search-forms = سرد التهجئات المطابقة لكل كلمة بدل المقالات، وعدد المقالات التي فيها كل تهجئة
help-search-snippets = عرض موضع المطابقة تحت كل مقال (وهو دائم مع {"\u2066"}--json{"\u2069"})
help-search-queries = تنفيذ كل عمليات البحث المكتوبة في هذا الملف (أسطر JSON فيها qid وquery؛ ومعنى {"\u2066"}-{"\u2069"} الإدخال القياسي)
help-show-id = معرّف أو مفتاح، أو بداية أحدهما
help-show-dedup = المكررات مطوية، سطر لكل منها (وهو الافتراضي)
help-show-raw = النص كما هو، بلا طي
help-show-dups = المكرر وحده، وما تغيّر فيه
help-show-visual = ما يُرسل إلى طرفية لا تعرف العربية: مرتبًا متصل الحروف مقسّمًا إلى أسطر
help-show-width = أعمدة السطر [الافتراضي: أعمدة الطرفية، أو 80]
help-dups-scope = داخل كل مقال (article)، أو بين مقالات المجموعة (corpus)، أو كلاهما (both)؛ تُسرد المقالات المتشابهة معًا، وقد يتكرر المقال إن شابه مقالات لا تتشابه فيما بينها
help-dups-all = مع المقالات التي لا مكرر فيها
help-dups-min-words = طي الجملة التي تتكرر وحدها إن لم تقل كلماتها عن هذا العدد
help-dups-threshold = نسبة المشترك من سلاسل خمس كلمات التي يُعد المقالان عندها خبرًا واحدًا
help-related-id = معرّف أو مفتاح، أو بداية أحدهما (مسار، مع {"\u2066"}--all{"\u2069"})
help-related-n = أقصى عدد للمقالات ذات الصلة؛ وتأتي روايات المقال نفسه زيادة على ذلك
help-related-all = لكل المقالات
help-related-explain = وزن كل لفظ مشترك
help-kept-drop-which = اسم كما في القائمة، أو المسارات التي فُتحت بها المجموعة
help-kept-drop-all = كل شيء

## The terminal

not-a-terminal = الإخراج القياسي ليس طرفية؛ للنصوص البرمجية: {"\u2066"}fihrist list{"\u2069"} أو search أو show أو related
dumb-terminal = {"\u2066"}TERM=dumb{"\u2069"}: طرفية لا تحرّك المؤشر لا تعرض المتصفّح؛ استعمل {"\u2066"}fihrist list{"\u2069"} وsearch وshow، أو اضبط TERM على نوع الطرفية
no-keyboard = لا لوحة مفاتيح: { $error } (الإدخال القياسي ليس طرفية، وتعذّر استعمال {"\u2066"}/dev/tty{"\u2069"})
terminal-gone = انقطع الاتصال بالطرفية: { $error }
no-input = تعذّر الاستماع إلى لوحة المفاتيح والإشارات: { $error }
no-lanes = تعذّر بدء خيوط البحث: { $error }
no-loading = تعذّر بدء التحميل: { $error }

terminal-named = { $name }
terminal-vte = طرفية من نوع VTE
terminal-inside = { $name } داخل { $outer }
terminal-of-term = { $term }

why-console = شاشة نظام تعرض كل خلية حيث توضع
why-bidi-goes-off = يمكن إيقاف ترتيبها للنص، وهو موقوف أثناء عمل fihrist
why-bidi-was-off = ترتيبها للنص كان موقوفًا
why-bidi-off-for-good = ترتيبها للنص موقوف دائمًا
why-bidi-stays-on = لا يمكن إيقاف ترتيبها للنص
why-kitty = تعكس kitty كل كلمة من اليمين إلى اليسار بنفسها
why-mlterm = طرفية mlterm، وترتيبها للنص موقوف أثناء عمل fihrist
why-qterminal = تعيد QTerminal ترتيب النص، ولا يمكن إيقاف ذلك
why-konsole = تعيد Konsole ترتيب النص، ولا يمكن إيقاف ذلك من هنا
why-putty = يعيد PuTTY ترتيب النص، ولا يمكن إيقاف ذلك من هنا
why-terminal-app = تعيد Terminal.app ترتيب النص، لكنها تراعي LRO
why-silent = لا تجيب عن أي سؤال، ومعظم الطرفيات تعرض كل خلية حيث توضع
why-no-bidi = ليس لها ترتيب للنص يمكن إيقافه
why-nothing-says-so = لا شيء يدل على أنها تعيد ترتيب النص
why-behind = وراءها { $name }
why-vte-behind = وراءها طرفية من نوع VTE، وترتيبها للنص لا يُضبط من هنا
why-vte-version = يدل {"\u2066"}VTE_VERSION{"\u2069"} على أن وراءها طرفية من نوع VTE، وترتيبها للنص لا يُضبط من هنا
why-unknown-behind = لا تُعرف الطرفية التي وراءها، ومعظم الطرفيات تعرض كل خلية حيث توضع

terminal-hint-kitty = إن وقعت أرقام أو أقواس أو نقاط في غير جهتها من الكلمات، فخط kitty بلا حروف عربية: جرّب {"\u2066"}--bidi runs{"\u2069"}، أو {"\u2066"}font_family{"\u2069"} فيه هذه الحروف ({"\u2066"}DejaVu Sans Mono{"\u2069"})
terminal-hint-konsole = يمكن إيقاف ترتيب Konsole للنص في ملفها الشخصي (Advanced، ثم {"\u2066"}bi-directional text rendering{"\u2069"})، ثم استعمال {"\u2066"}--bidi visual{"\u2069"}
terminal-hint-putty = يعكس PuTTY أسطرًا كاملة، ولا يصح بعضها أبدًا. الأفضل تفعيل {"\u2066"}"Disable bidirectional text display"{"\u2069"} في إعداداته (Terminal، ثم Features)، ومعه {"\u2066"}"Disable Arabic text shaping"{"\u2069"}، ثم استعمال {"\u2066"}--bidi visual{"\u2069"}
terminal-hint-tmux = تحجب tmux مفتاح ترتيب النص في الطرفية. الأفضل وضع هذا السطر في {"\u2066"}~/.tmux.conf{"\u2069"}، وتشغيل tmux من جديد، ثم استعمال {"\u2066"}--bidi visual{"\u2069"}:
terminal-hint-optional = إن ظهرت العربية هنا معكوسة، فترتيب النص مفعّل في إعدادات الطرفية: جرّب إيقافه، أو الأمر {"\u2066"}fihrist terminal{"\u2069"}
terminal-not-utf8 = هذه الطرفية لا تقرأ UTF-8 فلا تظهر العربية عليها
tmux-client-not-utf8 = لا ترسل tmux إلى هذه الطرفية UTF-8 فلا تظهر العربية: {"\u2066"}tmux -u attach{"\u2069"}

display-as-needed = تُرسل العربية كما يلزم { $name }؛ للتفصيل: {"\u2066"}fihrist terminal{"\u2069"}
display-joined = الحروف متصلة ({"\u2066"}--shape forms{"\u2069"})
display-not-joined = الحروف غير متصلة ({"\u2066"}--shape none{"\u2069"})
display-marks-hidden = التشكيل مخفي ({"\u2066"}--tashkeel strip{"\u2069"})
display-marks-shown = التشكيل ظاهر ({"\u2066"}--tashkeel keep{"\u2069"})
display-order = تُرسل العربية بالترتيب {"\u2066"}--bidi { $mode }{"\u2069"}
display-order-as-found = تُرسل العربية بالترتيب المختار لهذه الطرفية: {"\u2066"}--bidi { $mode }{"\u2069"}
display-goes-on-reordering = ما زالت هذه الطرفية تعيد ترتيب النص، فتُرسل العربية بترتيبها المنطقي
display-shown-on = العرض الآن على { $name }

card-line-title = أي هذه الأسطر صحيح؟
card-line-explained = يُقرأ كل سطر من طرفه الأيمن: يبدأ بكلمة «كتب» وينتهي بكلمة CNN. الصحيح ما اتصلت حروفه، وانفتحت أقواسه نحو كلماتها، ووقعت CNN في طرفه الأيسر، واصطفت أعمدته.
card-line-explained-short = من اليمين: يبدأ بكلمة «كتب» وينتهي بكلمة CNN.
card-looks-title = وأيها أجمل؟
card-looks-explained = 1 حروف متصلة مع التشكيل، 2 بلا تشكيل، 3 و4 مثلهما غير متصلة. المطلوب أول سطر بلا فراغات ولا مربعات ولا علامات استفهام، وتشكيله على حروفه.
card-looks-explained-short = 1 متصلة، 2 بلا تشكيل، 3 و4 غير متصلة: المطلوب أول سطر بلا فراغات ولا مربعات.
card-which-reads-right = أي سطر صحيح؟
card-which-is-right = أيها صحيح؟
card-which-looks-best = أيها أجمل؟
card-which-is-best = أيها أجمل؟
card-none = {"\u2066"}n{"\u2069"} لا سطر منها
card-leave = {"\u2066"}q{"\u2069"} خروج
card-this-is = هذه { $name }.
card-found = المختار: {"\u2066"}--bidi { $mode }{"\u2069"}؛ والسبب: { $why }.
card-terminal-gone = انقطع الاتصال بالطرفية

report-terminal = الطرفية
report-term = TERM
report-size = الأبعاد
report-its-bidi = ترتيبها
report-its-name = اسمها
report-behind-it = وراءها
report-widths = عرض المحارف
report-encoding = الترميز
report-found = المختار
report-you-say = طلبك
report-hint = إرشاد
report-use = الاستعمال
report-for-good = دائمًا
report-or = أو
report-not-a-terminal = الإخراج القياسي ليس طرفية، فلا شيء يمكن سؤاله
report-typed = { $text }
report-cells = {"\u2066"}{ $cols }×{ $rows }{"\u2069"}، { $term }
report-behind = { $name }
report-bidi-not-answered = بلا جواب ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-unknown = غير معروف لها ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-on = يعمل، ويمكن إيقافه ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-off = موقوف ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-on-for-good = يعمل دائمًا ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-off-for-good = موقوف دائمًا ({"\u2066"}DECRQM 8{"\u2069"})
report-names = { $version } (XTVERSION)، { $numbers } (DA2)
report-version-only = { $version } (XTVERSION)، بلا جواب (DA2)
report-numbers-only = بلا جواب (XTVERSION)، { $numbers } (DA2)
report-no-names = بلا جواب (XTVERSION)، بلا جواب (DA2)
report-utf8 = UTF-8
report-utf8-wide = UTF-8؛ الرموز ملتبسة العرض تأخذ عمودين فيها، فتُرسل العلامات برموز ASCII
report-encoding-not-answered = بلا جواب
report-mode-found = {"\u2066"}--bidi { $mode }{"\u2069"}: { $why }
report-mode-asked = {"\u2066"}--bidi { $mode }{"\u2069"}، حسب { $by }
report-mode-asked-beside = { $complaint }؛ {"\u2066"}--bidi { $mode }{"\u2069"}، حسب { $by }
report-in-profile = في ملف إعداد الصدفة هنا، أو حيث يبدأ اتصالك بـssh
report-nothing-chosen = لم يُختر شيء: يبقى fihrist على {"\u2066"}--bidi { $mode }{"\u2069"}.
report-no-line = لا سطر صحيح. الطرفية التي لا تمس النص تعرض السطر الأول صحيحًا: xterm أو alacritty أو foot أو {"\u2066"}Windows Terminal{"\u2069"} أو tmux في إحداها. ويمكن ضبط بعض الطرفيات على ذلك: في الإرشاد، إن وُجد.
report-nothing-to-set = لا حاجة إلى ضبط شيء: هذا ما يفعله fihrist هنا بنفسه.

sample-joined-letter = الحرف المتصل
sample-lam-alef = اللام ألف
sample-marked-letter = الحرف المشكول
sample-guillemet = علامة الاقتباس
sample-arrow = السهم
sample-chinese-character = الحرف الصيني
sample-emoji = الرمز التعبيري
widths-not-answered = بلا جواب
widths-as-expected = كما هو متوقع في { $answered } من { $samples } من العينات
width-wrong = { $sample }: العرض { $taken } بدل { $expected }
widths-wrong = { $listed }، { $next }
