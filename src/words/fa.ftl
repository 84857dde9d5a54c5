### آنچه فهرست به فارسی می‌گوید. هر پیام یک جملهٔ کامل است، یا یک عنوان کامل.

## Numbers, sizes, spans of time

list-comma = {"، "}
size-bytes = { $bytes } بایت
size-kb = { $value } کیلوبایت
size-mb = { $value } مگابایت
size-gb = { $value } گیگابایت
size-tb = { $value } ترابایت
ago-now = همین حالا
ago-minutes = { $minutes } دقیقه پیش
ago-hours = { $hours } ساعت پیش
ago-days = { $days } روز پیش

## Problems of files

problem-line = { $place }: { $reason }
problem-line-hint = { $place }: { $reason }؛ راهنمایی: { $hint }

reason-source-not-opened = باز کردن ممکن نشد: { $error }
reason-entry-not-opened = باز کردن ممکن نشد: { $error }
reason-file-not-opened = خواندن ممکن نشد: { $error }
reason-read-failed = خواندن ممکن نشد: { $error }
reason-read-broke-off = خواندن تا پایان ممکن نشد: { $error }
reason-link-loop = کنار گذاشته شد: پیوندی به یکی از پوشه‌های بالاتر از خود
reason-folder-without-articles = در این پوشه پروندهٔ مقاله نیست
reason-no-article-by-name = خوانده نشد: نامش نام پروندهٔ مقاله نیست
reason-member-no-article-by-name = خوانده نشد: نامش نام پروندهٔ مقاله نیست
reason-reader-failed = برنامه در خواندن این پرونده ناکام ماند: { $panic }
reason-record-failed = برنامه در خواندن این رکورد ناکام ماند: { $panic }
reason-loading-stopped = بارگذاری پس از { $articles } مقاله متوقف شد
reason-memory-short = حافظه کافی نیست: بارگذاری پس از { $articles } مقاله پایان یافت

reason-kept-not-used = از آنچه اجرای پیشین نگه داشته بود استفاده نشد و همه از نو ساخته شد: { $error }
reason-not-on-disk = متن‌ها و نمایه در حافظه می‌ماند: { $error }
reason-not-kept = چیزی برای اجرای بعدی نگه داشته نشد: { $error }

reason-sqlite = خوانده نشد: پایگاه دادهٔ SQLite است
reason-rar = خوانده نشد: بایگانی RAR است
reason-7z = خوانده نشد: بایگانی 7z است
reason-pdf = خوانده نشد: در قالب PDF است
reason-old-office = خوانده نشد: سند قدیمی Office است
reason-office = خوانده نشد: سند Office است
reason-rtf = خوانده نشد: سند RTF است
reason-program = خوانده نشد: برنامه است
reason-picture = خوانده نشد: تصویر است
reason-sound-or-picture = خوانده نشد: صدا یا تصویر است
reason-sound = خوانده نشد: صدا است
reason-arrow = خوانده نشد: در قالب Arrow است
reason-lz4 = خوانده نشد: با lz4 فشرده شده است

reason-packed-too-deep = بیش از { $layers } بار فشرده شده است
reason-packing-not-opened = { $error }
reason-packing-broken = پروندهٔ فشرده خراب یا بریده است: { $error }؛ آنچه پیش از آن بود خوانده شد
reason-archive-broken = بایگانی خراب یا بریده است: { $error }
reason-member-not-read = خواندن پروندهٔ شمارهٔ { $member } در بایگانی ممکن نشد: { $error }
reason-not-spooled = رونوشت به پروندهٔ موقت ممکن نشد: { $error }
reason-grows-too-much = هنگام استخراج بیش از { $fold } برابر می‌شود: بقیه خوانده نشد

reason-broken-utf8 = برخی بایت‌ها UTF-8 نیست و چنین نشان داده می‌شود: �
reason-assumed-encoding = کدگذاری UTF-8 نیست؛ با { $encoding } خوانده شد
reason-not-text = پروندهٔ متنی نیست: نویسه‌های کنترلی در آن فراوان است
reason-empty-file = خالی است: مقاله‌ای در آن نیست
reason-text-too-large = بزرگ‌تر از { $mib } مگابایت است: بیش از اندازهٔ یک مقاله
reason-cut-at-lines = { $articles ->
    [none] به‌صورت چندین مقاله خوانده شد، جداشده با { $line }
    [one] به‌صورت { $articles } مقاله خوانده شد، جداشده با { $line }
   *[other] به‌صورت { $articles } مقاله خوانده شد، جداشده با { $line }
}
reason-cut-at-form-feeds = { $articles ->
    [none] به‌صورت چندین مقاله خوانده شد، جداشده با نویسهٔ پایان صفحه
    [one] به‌صورت { $articles } مقاله خوانده شد، جداشده با نویسهٔ پایان صفحه
   *[other] به‌صورت { $articles } مقاله خوانده شد، جداشده با نویسهٔ پایان صفحه
}

reason-no-fields = در این رکورد فیلدی نیست
reason-no-article-fields = این رکورد نه متن دارد و نه عنوان؛ فیلدهایش: { $fields }
reason-no-text = این رکورد متن ندارد، تنها عنوان دارد
reason-no-date = تاریخ در فیلد { $field } فهمیده نشد: { $value }
reason-mapped-fields-missing = فیلدهایی که {"\u2066"}--map{"\u2069"} نام می‌برد در این رکورد نیست: { $fields }
reason-date-guessed = تاریخ { $date } تخمینی است: { date-guess }

reason-broken-json = { $line ->
    [none] در قالب JSON نیست: { $error }، در ستون { $column }
   *[other] در قالب JSON نیست: { $error }، در ستون { $column } از سطر { $line } آن
}
reason-not-json = { $line ->
    [none] در قالب JSON نیست: { $error }، در ستون { $column }
   *[other] در قالب JSON نیست: { $error }، در ستون { $column } از سطر { $line } آن
}
reason-not-an-object = شیء JSON نیست
reason-lone-surrogate = نیمی از یک نویسه ({"\u2066"}\ud800…{"\u2069"}) چنین نشان داده می‌شود: �
reason-json-too-long = رکورد بلندتر از { $mib } مگابایت است
reason-unnamed-columns = ستون‌ها نام ندارد
reason-guessed-columns = ستون‌ها نام ندارد و چنین خوانده شد: { $map }
reason-row-too-long = ردیف بلندتر از { $mib } مگابایت است
reason-open-quote = علامت نقل‌قولی که اینجا باز می‌شود بسته نمی‌شود؛ ردیف با سطر خود پایان می‌یابد
reason-cell-count = { $cells } سلول در ردیفی با { $columns } ستون
reason-more-cell-counts = { $rows } ردیف دیگر با سلول‌های کمتر یا بیشتر از ستون‌ها

reason-page-too-large = بزرگ‌تر از { $mib } مگابایت است: بیش از اندازهٔ یک صفحه
reason-page-without-text = در این صفحه متنی نیست
reason-crawled-page-without-text = در این صفحه متنی نیست
reason-crawled-text-empty = در این رکورد متنی نیست
reason-warc-short = رکورد کوتاه‌تر از Content-Length آن است
reason-warc-long = رکورد بلندتر از Content-Length آن است
reason-warc-unmeasured = رکوردی بدون Content-Length
reason-warc-too-long = رکورد بلندتر از { $mib } مگابایت است
reason-warc-header-open = رکوردی که سرآیند آن پایان نمی‌یابد
reason-no-http-answer = در این رکورد پاسخ HTTP نیست
reason-page-packed = سرور این صفحه را با Brotli یا zstd فشرده کرده است
reason-no-warc-record = در این پرونده رکورد WARC نیست
reason-warc-records-passed = { $records } رکورد بدون صفحه (درخواست، تصویر، خطا …)
reason-message-too-long = پیام بلندتر از { $mib } مگابایت است
reason-message-too-deep = پیامی که بخش‌هایش بیش از حد تودرتو است
reason-not-a-message = پیام ایمیل نیست
reason-no-saved-page = در این پروندهٔ صفحهٔ ذخیره‌شده، صفحه‌ای نیست
reason-saved-page-without-text = در این صفحه متنی نیست

reason-tagged-too-long = رکورد بلندتر از { $mib } مگابایت است
reason-record-breaks-off = پرونده در میان این رکورد قطع می‌شود
reason-xml-too-large = بزرگ‌تر از { $mib } مگابایت است و در آن چیزی شبیه یک رکورد از میان چند رکورد نیست
reason-items-left-out = { $items } قلم از برون‌بری کنار گذاشته شد: تصویر، منو یا پیش‌نویس
reason-empty-feed = خوراک خبری بدون مطلب

reason-parquet-stream = قالب parquet از پایان آن خوانده می‌شود، و اینجا تنها جریان داده هست
reason-parquet-not-built = این نسخهٔ برنامه parquet را نمی‌خواند
reason-parquet-cut = خواندن این پروندهٔ parquet ممکن نشد: بریده است و بخش پایانی ندارد
reason-parquet-encrypted = خواندن این پروندهٔ parquet ممکن نشد: رمزگذاری شده است
reason-parquet-footer-broken = خواندن این پروندهٔ parquet ممکن نشد: بخش پایانی آن خراب است
reason-parquet-footer-unread = خواندن این پروندهٔ parquet ممکن نشد: خواندن بخش پایانی آن ممکن نشد
reason-parquet-too-deep = خواندن این پروندهٔ parquet ممکن نشد: ستون‌هایش بیش از حد تودرتو است
reason-parquet-not-opened = باز کردن پروندهٔ parquet ممکن نشد: { $error }
reason-parquet-without-text = هیچ ستونی از این پروندهٔ parquet متن ندارد
reason-parquet-rows-not-read = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در parquet: { $error }
reason-parquet-column-broken = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در ستون «{ $column }» از parquet: { $flaw ->
    [no-beginning] آغازی ندارد
    [no-end] پایانی ندارد
    [page-header] سرآیند یکی از صفحه‌هایش خراب است
    [page-cut] یکی از صفحه‌هایش بریده است
    [page-too-large] یکی از صفحه‌هایش بزرگ‌تر از 256 مگابایت است
    [page-negative] شمار مقدارها در یکی از صفحه‌هایش کمتر از صفر است
   *[dictionary] مقدارهای واژه‌نامه‌اش بیش از گنجایش بایت‌های آن است
}
reason-parquet-rows-negative = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در parquet: شمار ردیف‌ها کمتر از صفر است
reason-parquet-rows-without-bytes = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در parquet: ردیف‌ها بیش از گنجایش بایت‌های آن است
reason-parquet-rows-too-many = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در parquet: ردیف‌ها بیش از حد زیاد است
reason-parquet-grows-too-much = ردیف‌ها از اینجا تا { $last } خوانده نشد: خطا در parquet: بیش از { $fold } برابر می‌شود

## Dates that are guesses

date-guess = { n-weekday } { $day } { n-month } در سال { $year } است؛ { $source ->
    [path] در مسیر پرونده سال { $near } آمده است
    [text] در متن سال { $near } آمده است
   *[neighbours] مقاله‌های کنار آن از سال { $near } است
}
n-month = { $month ->
    [1] ژانویه
    [2] فوریه
    [3] مارس
    [4] آوریل
    [5] مه
    [6] ژوئن
    [7] ژوئیه
    [8] اوت
    [9] سپتامبر
    [10] اکتبر
    [11] نوامبر
   *[12] دسامبر
}
n-weekday = { $weekday ->
    [1] دوشنبه
    [2] سه‌شنبه
    [3] چهارشنبه
    [4] پنجشنبه
    [5] جمعه
    [6] شنبه
   *[7] یکشنبه
}

## What to do about a problem

hint-check-path = بررسی مسیر
hint-check-presence = بررسی وجود آن و اجازهٔ خواندنش
hint-check-disk = بررسی دیسک
hint-forms-read = متن، {"\u2066"}JSON{"\u2069"}، {"\u2066"}CSV{"\u2069"}، {"\u2066"}XML{"\u2069"}، {"\u2066"}HTML{"\u2069"} و قالب‌های دیگر خوانده می‌شود، فشرده یا نافشرده
hint-name-file = دادن نام خود پرونده برای خواندن آن با این همه
hint-report-with-file = لطفاً همراه پرونده گزارش کنید
hint-report-with-record = لطفاً همراه رکورد گزارش کنید
hint-open-again = باز کردن دوبارهٔ مجموعه برای بارگذاری همهٔ آن
hint-open-on-disk = باز کردن پرونده‌های کمتر، یا سپردن بقیه به دیسک: بدون {"\u2066"}--no-keep{"\u2069"}، و با {"\u2066"}--keep-dir{"\u2069"} در جایی که فضا هست
hint-open-later = باز کردن دوبارهٔ آن هنگامی که اجرای دیگری آن را نمی‌خواند
hint-keep-elsewhere = دادن نام پوشه‌ای دیگر با {"\u2066"}--keep-dir{"\u2069"}، یا نگه نداشتن چیزی با {"\u2066"}--no-keep{"\u2069"}

hint-query-sqlite = {"\u2066"}sqlite3 -json FILE 'select * from TABLE' | fihrist{"\u2069"}
hint-unpack-rar = نخست استخراج آن: {"\u2066"}unrar x FILE{"\u2069"}
hint-unpack-7z = نخست استخراج آن: {"\u2066"}7z x FILE{"\u2069"}
hint-unpack-lz4 = نخست استخراج آن: {"\u2066"}lz4 -d FILE{"\u2069"}
hint-pdf-to-text = تبدیل آن به متن: {"\u2066"}pdftotext FILE{"\u2069"}
hint-save-as-text = ذخیرهٔ آن به‌صورت متن
hint-save-as-text-or-page = ذخیرهٔ آن به‌صورت متن یا صفحهٔ وب
hint-arrow-to-parquet = تبدیل آن به parquet یا JSON Lines

hint-unpack-first = نخست استخراج آن
hint-unpack-if-meant = اگر همان است که باید باشد: نخست استخراج آن
hint-pack-again = دریافت یا فشرده‌سازی دوبارهٔ آن

hint-name-encoding = اگر حرف‌ها نادرست دیده می‌شود: تعیین کدگذاری با {"\u2066"}--encoding{"\u2069"}، یا تبدیل پرونده به UTF-8
hint-remove-or-give-text = حذف آن، یا دادن آن به‌صورت متن
hint-split-text = تقسیم آن به یک مقاله در هر پرونده، یا تبدیل آن به JSON Lines
hint-whole-files = اگر یک مقاله است: {"\u2066"}--whole-files{"\u2069"}

hint-map-fields = تعیین فیلدهایش: {"\u2066"}--map text=FIELD,title=FIELD{"\u2069"}
hint-map-text = اگر متن با نام دیگری در آن هست: {"\u2066"}--map text=FIELD{"\u2069"}
hint-iso-dates = قالب ISO 8601 همیشه خوانده می‌شود: {"\u2066"}2015-09-30{"\u2069"}
hint-see-fields = برای دیدن فیلدهای موجود: {"\u2066"}i{"\u2069"}، یا {"\u2066"}fihrist check{"\u2069"} بدون {"\u2066"}--map{"\u2069"}
hint-no-year = در سطر آن سالی نیامده است

hint-mend-record = اصلاح یا حذف رکورد
hint-json-objects = رکوردها شیء هستند: {"\u2066{"}"title": …, "text": …{"}\u2069"}
hint-write-utf8 = نوشتن متن با UTF-8
hint-split-record = تقسیم آن: یک مقاله در هر رکورد
hint-map-columns = اگر نادرست است: تعیین آن با {"\u2066"}--map title=column1,text=column2{"\u2069"}
hint-split-row = تقسیم آن: یک مقاله در هر ردیف
hint-close-quote = بستن علامت نقل‌قول، یا دو بار نوشتن آن اگر از متن است
hint-quote-delimiters = گذاشتن متنی که جداکننده یا پایان سطر دارد میان دو علامت نقل‌قول

hint-split-page = تقسیم آن به یک صفحه در هر پرونده، یا ذخیرهٔ آن بدون تصویرهایش
hint-scripted-page = صفحه‌ای که اسکریپت‌هایش آن را می‌سازد متن ندارد: ذخیرهٔ آن به‌صورت متن
hint-fetch-again = دریافت دوبارهٔ پرونده: بریده شده یا تغییر کرده است
hint-fetch-warc-again = دریافت دوبارهٔ پرونده
hint-unpack-warc = استخراج آن با ابزار WARC
hint-take-attachments-out = بیرون آوردن پیوست‌هایش
hint-save-text-alone = ذخیرهٔ متن آن به‌تنهایی

hint-close-or-split = بستن آن در جایی که پایان می‌یابد، یا تقسیم آن
hint-get-whole-file = دریافت پروندهٔ کامل، یا بستن آخرین رکورد
hint-split-xml = تقسیم آن، یا تبدیل آن به JSON Lines
hint-feed-broke-off = اگر مطلبی داشته، پیش از آن قطع شده است

hint-save-as-file = نخست ذخیرهٔ آن در پرونده
hint-build-parquet = ساختن برنامه با {"\u2066"}--features parquet{"\u2069"}، یا تبدیل پرونده به JSON Lines

## A corpus and what is kept of it

corpus-unchanged = هیچ مقاله‌ای تغییر نکرده است
corpus-grown = { $came } مقالهٔ تازه افزوده شد
corpus-shrunk = { $gone } مقاله حذف شد
corpus-changed = { $came } مقالهٔ تازه افزوده شد و { $gone } مقاله حذف شد
cannot-read-again = آنچه از لوله آمده دوباره خواندنی نیست
looking-stopped = متوقف شد؛ مجموعه چنان که بود نشان داده می‌شود
kept-for-next-run = برای اجرای بعدی نگه داشته شد: { $size } (جزئیات: {"\u2066"}fihrist kept{"\u2069"}؛ برای نگه نداشتن: {"\u2066"}--no-keep{"\u2069"})

## Answers to commands

no-command = کلید ⟨{ $key }⟩ فرمانی ندارد؛ کلید {"\u2066"}?{"\u2069"} برای نمایش کلیدها
q-quits = کلید {"\u2066"}q{"\u2069"} برای خروج
quit-again = {"\u2066"}Ctrl-c{"\u2069"} بار دیگر برای خروج
not-yet-here = هنوز نرسیده است
still-loading = مجموعه هنوز در حال بارگذاری است
looking-again = در حال جستجوی پرونده‌های تغییریافته
gone-stays = از مجموعه حذف شده است؛ تا باز شدن مقاله‌ای دیگر می‌توان آن را خواند
stopped-at = بارگذاری متوقف شد: { $articles } مقاله؛ بقیه نشان داده نمی‌شود
stories-listed = { $articles } مقاله، { $stories } خبر
language-now = زبان برنامه فارسی است
one-row-a-story = یک ردیف برای هر خبر
every-article = همهٔ مقاله‌ها
looking-for-copies = در حال جستجوی روایت‌های مشابه …
copies-not-known = روایت‌های مشابه نامعلوم است
left-out = { $source } کنار گذاشته شد؛ همین در جستجو: -مصدر:«{ $source }»
only-sources-left-out = اینجا فقط منبع را می‌توان کنار گذاشت؛ در جستجو: -تاریخ:2015
not-days = { $words }: تاریخ نیست؛ نمونه: {"\u2066"}2015-08-03{"\u2069"} یا {"\u2066"}2015-08..2015-10{"\u2069"}
last-article = این آخرین مقاله است
first-article = این نخستین مقاله است
measure-now = سطرهای { $columns } ستونی
no-room-for-list = مقاله همهٔ پهنا را دارد؛ فهرست در کنار آن { $columns } ستون می‌خواهد
no-further-match = مورد دیگری نیست
no-match = در این مقاله موردی نیست
wrapped-to-first = پس از پایان: دوباره نخستین مورد
wrapped-to-last = پیش از آغاز: دوباره آخرین مورد
nothing-folded = در این مقاله چیزی تاشده نیست
no-fold-in-view = در بخش نمایان چیزی تاشده نیست؛ کلید {"\u2066"}E{"\u2069"} برای نمایش همه
no-repeat-in-view = در بخش نمایان چیزی تکراری نیست
no-jump-back = پرشی برای بازگشت نیست
no-jump-forward = پرشی برای رفتن به جلو نیست
no-such-form = این واژه صورت شمارهٔ { $number } ندارد
pasted-nowhere = متن چسبانده اینجا جایی ندارد؛ کلید {"\u2066"}/{"\u2069"} برای باز کردن کادر جستجو
turned-back = متن چسبانده‌شده به ترتیب صفحه‌نمایش بود: به ترتیب خواندن برگردانده شد
no-further-change = پس از این تفاوتی نیست
no-earlier-change = پیش از این تفاوتی نیست
no-further-version = این خبر روایت دیگری ندارد
as-it-is = { $text }

## Lists, panels and the reader

count-articles = { $articles } مقاله
count-sources = { $sources } منبع
count-stories = { $stories } خبر
count-versions = { $versions } روایت
count-words = { $words } واژه
count-paragraphs = { $paragraphs } بند
count-matches = { $matches } مورد
count-errors = { $errors } خطا
count-guesses = { $guesses } تخمین
count-notes = { $notes } نکته
count-so-far = { $count } تا اینجا

no-title = (بدون عنوان)
unknown-source = نامعلوم
unknown-month = نامعلوم
stdin = ورودی استاندارد
no-answer = بی‌پاسخ: { $reason }؛ کلید { $key } برای پرسش دوباره

# نوار بالا، سطر وضعیت و سطر پیام‌ها
key-for-help = { $key } راهنما
not-in-list = در فهرست نیست
at-the-top = آغاز
at-the-end = پایان
newest-first = مرتب‌سازی: تازه‌ترین
oldest-first = مرتب‌سازی: قدیمی‌ترین
by-source = مرتب‌سازی: منبع
best-first = مرتب‌سازی: ارتباط
by-place = مرتب‌سازی: جایگاه
group-none = بدون گروه‌بندی
group-source = گروه‌بندی: منبع
group-month = گروه‌بندی: ماه
group-day = گروه‌بندی: روز
# آنچه فهرست با آن پالایش شده، یا پیام بعدی، پس از آن می‌آید.
filter-by = پالایش:
filter-none = پالایش: هیچ
filter-without = بدون
filter-days = در تاریخ
years-span = {"\u2067"}{ $first }–{ $last }{"\u2069"}
dates-span = {"\u2067"}{ $first } – { $last }{"\u2069"}
loosened = هیچ مقاله‌ای همهٔ واژه‌ها را ندارد؛ این‌ها برخی را دارند
loosened-short = هیچ مقاله‌ای همهٔ واژه‌ها را ندارد
# دست‌کم یکی از خطاها و تخمین‌ها صفر نیست.
problems-to-see = { $errors ->
    [0] { count-guesses }؛ کلید { $key } برای نمایش
   *[other] { $guesses ->
        [0] { count-errors }؛ کلید { $key } برای نمایش
       *[other] { count-errors }، { count-guesses }؛ کلید { $key } برای نمایش
    }
}
notes-to-see = { count-notes }؛ کلید { $key } برای نمایش

# بارگذاری تا کجا رسیده: رقم‌ها در کنار هم
loading = در حال بارگذاری
loading-articles = در حال بارگذاری: { $articles } مقاله
stopping-at = در حال توقف: { $articles } مقاله
load-share = { $percent }
all-read = خواندن پایان یافت، در حال ساختن نمایه
waiting-for-more = در انتظار بقیه
rate-b = { $rate } بایت/ث
rate-kb = { $rate } کیلوبایت/ث
rate-mb = { $rate } مگابایت/ث
time-left = { $time } مانده
key-stops = کلید { $key } برای توقف

# کادر جستجو و صورت‌های واژه
find-box = در این مقاله
find-nothing = موردی نیست
search-box = جستجو
found-of = { $found } از { $all }
found-of-so-far = { $found } از { $all } تا اینجا
took-ms = { $ms } میلی‌ثانیه
forms-label = صورت‌ها:
akin-label = صورت‌های نزدیک:
in-no-article = در هیچ مقاله‌ای نیست
more-forms = … و { $forms } صورت دیگر
forms-all = [همهٔ صورت‌ها]
forms-this-word = [همین واژه]
forms-exact = [دقیق]
forms-this-only = [فقط همین صورت]
forms-all-key = [{ $key } همهٔ صورت‌ها]
forms-this-word-key = [{ $key } همین واژه]
forms-exact-key = [{ $key } دقیق]
forms-this-only-key = [{ $key } فقط همین صورت]

# فهرست
nothing-found = نتیجه‌ای یافت نشد
no-articles = مقاله‌ای اینجا نیست؛ کلید { $key } برای نمایش علت
nothing-yet = در حال بارگذاری
more-articles-with-some = { $articles } مقالهٔ دیگر با برخی از واژه‌ها
more-stories-with-some = { $stories } خبر دیگر با برخی از واژه‌ها

# منابع و ماه‌ها، مرتبط، همین متن در مقاله‌های دیگر
facet-sources = منابع: { $sources }
facet-months = ماه‌ها: { $months }
facet-days = روزها: { $days }
facet-sought-source = منابع
facet-dates = تاریخ‌ها
facet-no-such-source = منبعی با این نام نیست
facet-above = ↑{ $rows }
facet-below = ↓{ $rows }
dates-examples = یک تاریخ، یا از..تا: 2015 · {"\u2066"}2015-08-03{"\u2069"} · {"\u2066"}2015-08..2015-10{"\u2069"} · {"\u2066"}..2016{"\u2069"}
dates-from = از { $day } به بعد
dates-to = تا { $day }
related = مرتبط
nothing-related = مقاله‌ای نزدیک به این مقاله نیست
versions-of-this = روایت‌های این خبر
same-story = همین خبر
days-apart = { $days ->
    [0] در همان روز
    [one] با { $days } روز فاصله
   *[other] با { $days } روز فاصله
}
other-versions = { $versions } روایت دیگر از آن
# واژه‌ها پس از آن می‌آیند.
shared-words = واژه‌های مشترک:
same-elsewhere = همین متن در مقاله‌های دیگر
nothing-elsewhere = چیزی از این مقاله در مقالهٔ دیگری نیست
articles-sharing = { $articles } مقاله با قطعهٔ مشترک
passage-in-view = قطعهٔ پیش رو
first-version = روایت نخست
words-in-common = { $words } واژهٔ مشترک
shared-paragraphs = { $paragraphs } ¶
word-for-word = واژه‌به‌واژه یکسان
only-here = { $words } واژه فقط اینجا
only-there = { $words } واژه فقط آنجا

# خواندن
gone-from-corpus = دیگر در مجموعه نیست
article-versions = ≡ { $versions } روایت
article-length = { count-words }
article-length-with-repeats = { count-words } (با تکراری‌ها { $all })
# آنچه تا شده است؛ آغاز متنی که تکرار آن است، اگر عنوان نباشد، پس از آن می‌آید.
fold-paragraphs = { count-paragraphs }{ n-with-matches }، { $percent } از واژه‌ها، تکرار:
fold-few-paragraphs = { count-paragraphs }{ n-with-matches }، تکرار:
fold-title-paragraphs = { count-paragraphs }{ n-with-matches }، { $percent } از واژه‌ها، تکرار عنوان
fold-few-title-paragraphs = { count-paragraphs }{ n-with-matches }، تکرار عنوان
fold-words = { count-words }{ n-with-matches }، تکرار:
fold-title-words = { count-words }{ n-with-matches }، تکرار عنوان
fold-brief = { $paragraphs } ¶ { $percent }
n-with-matches = { $matches ->
    [0] {""}
    [one] {" "}({ $matches } مورد)
   *[other] {" "}({ $matches } مورد)
}
near-repeats = ≈ { n-near-sentences }
# واژه‌ها پس از آن می‌آیند.
near-repeats-before = ≈ { n-near-sentences }؛ پیش‌تر:
n-near-sentences = { $sentences } جملهٔ تقریباً تکراری
# مقاله‌ها پس از آن می‌آیند.
also-in = { $paragraphs ->
    [one] همچنین در:
   *[other] این { $paragraphs } بند همچنین در:
}

# دو روایت در کنار هم
same-paragraphs = ⋯ { $paragraphs } بند یکسان
same-passages = ⋯ { $passages } قطعهٔ یکسان
same-words = ⋯ { $words } واژهٔ یکسان
share-the-same = { $percent } یکسان
words-moved = { $words } واژهٔ جابه‌جاشده
change-at = تفاوت { $at } از { $all }
count-changes = { $changes } تفاوت

# صفحهٔ مشکلات
problems = مشکلات خواندن
no-problems = مشکلی نیست
no-problems-yet = تا اینجا مشکلی نیست
problems-keys = { $close } بستن · { $unfold } نمایش
problems-keys-of-none = { $close } بستن
level-error = خطا
level-guess = تخمین
level-note = نکته
in-record = رکورد { $record }

# نمای کلی
overview = نمای کلی
overview-articles = مقاله‌ها
overview-repeated = تکراری
overview-stories = خبرها
overview-dates = تاریخ‌ها
overview-read-as = قالب
overview-encodings = کدگذاری
overview-problems = مشکلات
overview-memory = حافظه
all-sources = همهٔ منابع
longest-articles = بلندترین، به شمار واژه‌ها
most-repeated-articles = پرتکرارترین، به شمار واژه‌ها
from-sources = از { $sources } منبع
words-said-again = { $words } واژهٔ تکراری در همان مقاله
dates-by-the-day = { $articles } کامل
dates-in-part = { $articles } ناقص
dates-inferred = { $articles } تخمینی
dates-unknown = { $articles } نامعلوم
memory-texts = متن‌ها { $size }
memory-index = نمایه { $size }
memory-lexicon = واژگان { $size }
memory-columns = ستون‌ها { $size }
memory-cards = کارت‌ها { $size }
memory-lines = سطرها { $size }

stats-articles = مقاله‌ها
stats-words = واژه‌ها
stats-repeated-words = واژه‌های تکراری
stats-stories = خبرها
stats-first-date = نخستین تاریخ
stats-last-date = واپسین تاریخ
stats-dates-known = تاریخ‌ها
stats-source = منبع
stats-longest = بلندترین
stats-most-repeated = پرتکرارترین
stats-read-as = قالب
stats-encodings = کدگذاری
stats-problems = مشکلات
stats-memory = حافظه
listed-in-all = روی هم
listed-spelling = املا
listed-attached = پیوسته
listed-inflected = صرف‌شده
listed-begun = آغازشده با آن
listed-akin = نزدیک
listed-spellings = { $spellings ->
    [one] { $spellings } املا
   *[other] { $spellings } املا
}
listed-more = { $more ->
    [one] { $more } صورت دیگر
   *[other] { $more } صورت دیگر
}

## Keys, help and what is known of an article

key-read-article = خواندن مقاله
    .hint = خواندن
    .name = باز کردن
key-jump-to-article = پرش به مقاله
    .hint = پرش
    .name = پرش به مقاله
key-jump-to-passage = پرش به مقاله، و به قطعهٔ مشترک اگر باشد
    .hint = پرش
    .name = پرش به قطعهٔ مشترک
key-compare-two = مقایسهٔ واژه‌به‌واژهٔ دو روایت
    .hint = مقایسه
    .name = مقایسه
key-read-second = خواندن روایت دوم
    .hint = خواندن دومی
    .name = خواندن دومی
key-next-change = تفاوت بعدی
    .hint = تفاوت بعدی
    .name = تفاوت بعدی
key-previous-change = تفاوت قبلی
    .name = تفاوت قبلی
key-swap = جابه‌جایی دو روایت
    .hint = جابه‌جایی
    .name = جابه‌جایی
key-toggle-same = نمایش یا پنهان کردن آنچه در هر دو یکسان است
    .hint = متن یکسان
    .name = متن یکسان
key-next-version = مقایسهٔ روایت نخست با روایت بعدی
    .hint = روایت بعدی
    .name = روایت بعدی
key-previous-version = مقایسهٔ روایت نخست با روایت قبلی
    .name = روایت قبلی
key-search = جستجو در همهٔ مقاله‌ها هنگام نوشتن
    .hint = جستجو
    .name = جستجو
key-find = جستجو در همین مقاله
    .hint = در مقاله
    .name = جستجو در مقاله
key-accept-find = نشانه‌ها بماند؛ کلیدهای {"\u2066"}n{"\u2069"} و {"\u2066"}N{"\u2069"} میان آن‌ها می‌روند
    .hint = پذیرش
    .name = پذیرش
key-cancel-find = بازگشت به جای پیشین
    .hint = لغو
    .name = لغو
key-next-found = مورد بعدی در همین مقاله
    .hint = بعدی
    .name = مورد بعدی
key-previous-found = مورد قبلی در همین مقاله
    .hint = قبلی
    .name = مورد قبلی
key-leave-reader = پایان جستجو در مقاله، سپس بازگشت به فهرست
    .name = خروج
key-related = مقاله‌های مرتبط و دلیل ارتباط
    .hint = مرتبط
    .name = مقاله‌های مرتبط
key-elsewhere = همین متن در مقاله‌های دیگر: روایت‌ها، قطعه‌های مشترک
    .hint = همین متن
    .name = همین متن در مقاله‌های دیگر
key-read-related = خواندن در کنار مقاله‌های مرتبط
    .hint = مرتبط
    .name = خواندن در کنار مقاله‌های مرتبط
key-toggle-fold = نمایش یا تا کردن متن تکراری بخش نمایان
    .hint = تکراری
    .name = متن تکراری بخش نمایان
key-toggle-places = همهٔ جاهای مشکل، یا فقط نخستین
    .hint = جاها
    .name = جاها
key-fold-places = فقط نخستین جا؛ سپس بستن
    .name = فقط نخستین جا
key-toggle-folds = نمایش یا تا کردن همهٔ متن‌های تکراری
    .name = همهٔ متن‌های تکراری
key-earlier = رفتن به متن پیشینی که در بخش نمایان تکرار شده است
    .hint = متن پیشین
    .name = متن پیشین
key-filter = پالایش بر پایهٔ منبع، ماه و روز
    .hint = پالایش
    .name = پالایش
key-sort = مرتب‌سازی: تازه‌ترین، قدیمی‌ترین، منبع، ارتباط
    .hint = مرتب‌سازی
    .name = مرتب‌سازی
key-group = بدون گروه‌بندی، یا بر پایهٔ منبع، ماه، روز
    .hint = گروه‌بندی
    .name = گروه‌بندی
key-stories = یک ردیف برای هر خبر، یا همهٔ مقاله‌ها
    .hint = خبرها
    .name = خبرها یا مقاله‌ها
key-take-value = انتخاب مقدار یا لغو آن
    .hint = انتخاب
    .name = انتخاب یا لغو
key-leave-out = کنار گذاشتن منبع از فهرست، یا بازگرداندن آن
    .hint = کنار گذاشتن
    .name = کنار گذاشتن منبع
key-find-source = یافتن منبع با بخشی از نام آن
    .hint = یافتن منبع
    .name = یافتن منبع
key-dates = تاریخ نخستین و آخرین مقالهٔ فهرست
    .hint = تاریخ‌ها
    .name = تاریخ‌ها: از و تا
key-accept-filter = بازگشت به ردیف‌ها با آنچه نوشته شد
    .hint = پذیرش
    .name = پذیرش
key-cancel-filter = رها کردن آنچه نوشته شد
    .hint = لغو
    .name = لغو
key-next-value = منبع بعدی از میان یافته‌ها
    .hint = بعدی
    .name = منبع بعدی
key-previous-value = منبع پیشین از میان یافته‌ها
    .name = منبع پیشین
key-leave-filter = نمایش دوبارهٔ همهٔ منابع؛ سپس بستن
    .name = خروج از پالایش
key-other-column = منابع یا تاریخ‌ها
    .hint = ستون دیگر
    .name = ستون دیگر
key-clear-filter = پاک کردن پالایش
    .hint = پاک کردن
    .name = پاک کردن پالایش
key-forms = واژه‌ها با همهٔ صورت‌ها، با همین صورت و املاهایش، یا همان‌گونه که نوشته شده
    .hint = صورت‌ها
    .name = صورت‌های واژه‌ها
key-all-forms = همهٔ صورت‌های واژه‌ها یا نه
    .name = همهٔ صورت‌ها
key-exact-form = واژه‌ها همان‌گونه که نوشته شده یا نه
    .name = دقیق
key-this-form = فقط همین صورت؛ بار دیگر: همهٔ صورت‌ها
    .name = فقط همین صورت
key-forms-again = بازگشت به همهٔ صورت‌های واژه
    .name = بازگشت به همهٔ صورت‌ها
key-numbered-form = بازگشت به همهٔ صورت‌های واژه؛ {"\u2066"}3={"\u2069"}: فقط صورت سوم
    .name = صورت با این شماره
key-down = پایین رفتن
    .name = پایین
key-up = بالا رفتن
    .name = بالا
key-half-down = نیم صفحه پایین
    .name = نیم صفحه پایین
key-half-up = نیم صفحه بالا
    .name = نیم صفحه بالا
key-page-down = یک صفحه پایین
    .name = یک صفحه پایین
key-page-up = یک صفحه بالا
    .name = یک صفحه بالا
key-top = رفتن به آغاز
    .name = آغاز
key-bottom = رفتن به پایان
    .name = پایان
key-next-article = مقالهٔ بعدی فهرست
    .name = مقالهٔ بعدی
key-previous-article = مقالهٔ قبلی فهرست
    .name = مقالهٔ قبلی
key-next-hit = مورد بعدی
    .name = مورد بعدی
key-previous-hit = مورد قبلی
    .name = مورد قبلی
key-clear-search = پاک کردن جستجو
    .name = پاک کردن جستجو
key-jump-back = بازگشت به جای پیش از پرش
    .name = بازگشت از پرش
key-jump-forward = دوباره به جلو (یا {"\u2066"}Ctrl-i{"\u2069"})
    .name = پرش به جلو
key-preview = نمایش یا پنهان کردن پیش‌نمایش
    .name = پیش‌نمایش
key-full-width = همهٔ پهنا برای مقاله، یا فهرست در کنار آن؛ {"\u2066"}80z{"\u2069"}: سطرهای ۸۰ ستونی
    .name = همهٔ پهنا
key-info = آنچه از مقاله دانسته است، و از کجا
    .name = دانسته‌های مقاله
key-problems = آنچه خوانده نشد یا تخمین زده شد
    .name = مشکلات خواندن
key-overview = محتوای مجموعه: اندازه‌ها، تاریخ‌ها، منابع در گذر زمان
    .name = نمای کلی
key-help = همین راهنما
    .hint = راهنما
    .name = راهنما
key-palette = همهٔ فرمان‌ها با نامشان
    .name = فرمان‌ها
key-do-command = اجرای فرمان
    .hint = اجرا
    .name = اجرا
key-next-command = فرمان بعدی
    .hint = بعدی
    .name = فرمان بعدی
key-previous-command = فرمان قبلی
    .name = فرمان قبلی
palette-title = فرمان‌ها
palette-nothing = فرمانی با این نام نیست
palette-not-here = در این صفحه در دسترس نیست: { $command }
only-in-list = فقط در فهرست
only-in-reader = فقط هنگام خواندن
only-in-search = فقط در کادر جستجو
only-in-facets = فقط در پالایش
only-in-related = فقط در پنل مقاله‌های مرتبط
only-in-elsewhere = فقط در پنل «همین متن در مقاله‌های دیگر»
only-in-compare = فقط هنگام مقایسه
only-in-overlay = فقط در راهنما
only-in-problems = فقط در مشکلات خواندن
only-in-overview = فقط در نمای کلی
now-nothing-searched = چیزی جستجو نشده است
now-nothing-filtered = بدون پالایش
now-nothing-selected = چیزی انتخاب نشده است
now-nothing-loading = چیزی در حال بارگذاری نیست
now-titled = { $title }
language-name = فارسی
key-retry = درخواست دوبارهٔ آنچه ناکام ماند، وگرنه خواندن پرونده‌های تغییرکرده
    .name = درخواست دوباره
key-redraw = بازکشیدن صفحه
    .name = بازکشیدن
key-language = زبان بعدی برنامه
    .name = زبان
key-toggle-tashkeel = نمایش یا پنهان کردن اعراب
    .name = اعراب
key-switch-order = متن عربی وارونه دیده می‌شود؟ فرستادن به شیوه‌ای دیگر
    .name = ترتیب متن عربی
key-switch-shape = فرستادن حروف پیوسته یا جدا
    .name = پیوستگی حروف
key-suspend = تعلیق برنامه (بازگشت با فرمان {"\u2066"}fg{"\u2069"})
    .name = تعلیق
key-back-to-list = بازگشت به فهرست
    .hint = بازگشت
    .name = بازگشت
key-close-panel = بستن پنل
    .hint = بستن
    .name = بستن
key-back-to-article = بازگشت به مقاله
    .hint = بازگشت
    .name = بازگشت
key-close = بستن
    .hint = بستن
    .name = بستن
key-row-articles = مقاله‌های ردیف انتخاب‌شده
    .hint = مقاله‌هایش
    .name = مقاله‌های ردیف
key-quit = خروج
    .hint = خروج
    .name = خروج
key-leave = پاک کردن جستجو و پالایش؛ توقف بارگذاری؛ بازگشت به صفحهٔ پیشین
    .name = ترک
key-quit-at-once = خروج فوری
    .name = خروج فوری
key-stop = توقف بارگذاری؛ دو بار: خروج
    .name = توقف بارگذاری
key-accept-search = نگه داشتن جستجو و رفتن به فهرست
    .hint = پذیرش
    .name = پذیرش
key-cancel-search = بازگشت به آنچه بود
    .hint = لغو
    .name = لغو
key-next-result = نتیجهٔ بعدی
    .hint = بعدی
    .name = نتیجهٔ بعدی
key-previous-result = نتیجهٔ قبلی
    .name = نتیجهٔ قبلی
key-earlier-search = جستجوی پیشین
    .hint = جستجوهای پیشین
    .name = جستجوی پیشین
key-later-search = جستجوی پسین
    .name = جستجوی پسین
key-caret-left = مکان‌نما به چپ
    .name = مکان‌نما به چپ
key-caret-right = مکان‌نما به راست
    .name = مکان‌نما به راست
key-caret-forward = مکان‌نما یک نویسهٔ متن به جلو
    .name = یک نویسه به جلو
key-caret-backward = مکان‌نما یک نویسهٔ متن به عقب
    .name = یک نویسه به عقب
key-word-right = مکان‌نما یک واژه به راست
    .name = یک واژه به راست
key-word-left = مکان‌نما یک واژه به چپ
    .name = یک واژه به چپ
key-word-forward = مکان‌نما یک واژهٔ متن به جلو
    .name = یک واژه به جلو
key-word-backward = مکان‌نما یک واژهٔ متن به عقب
    .name = یک واژه به عقب
key-caret-home = مکان‌نما به آغاز
    .name = مکان‌نما به آغاز
key-caret-end = مکان‌نما به پایان
    .name = مکان‌نما به پایان
key-delete-back = حذف نویسهٔ قبلی
    .name = حذف نویسهٔ قبلی
key-delete-forward = حذف نویسهٔ بعدی
    .name = حذف نویسهٔ بعدی
key-delete-word = حذف واژهٔ قبلی
    .name = حذف واژهٔ قبلی
key-delete-word-backward = حذف تا آغاز واژه
    .name = حذف تا آغاز واژه
key-delete-word-forward = حذف تا پایان واژه
    .name = حذف تا پایان واژه
key-delete-to-start = حذف تا آغاز
    .name = حذف تا آغاز
key-delete-to-end = حذف تا پایان
    .name = حذف تا پایان
key-suspend-typing = تعلیق برنامه
    .name = تعلیق
key-screen-back = بازگشت به صفحهٔ پیشین
    .hint = بازگشت
    .name = بازگشت

overlay-keys = کلیدها
keys-first = مهم‌ترین کلیدها
keys-moving = جابه‌جایی
keys-reading = خواندن
keys-searching = جستجو
keys-listing = فهرست
keys-comparing = مقایسه
keys-typing = نوشتن
keys-screens = صفحه‌ها
keys-program = برنامه

# آنچه روی صفحه‌کلیدها چاپ شده همان می‌ماند.
key-called-enter = Enter
key-called-esc = Esc
key-called-tab = Tab
key-called-backspace = Backspace
key-called-delete = Delete
key-called-home = Home
key-called-end = End
key-called-page-up = {"\u2067"}صفحه ↑{"\u2069"}
key-called-page-down = {"\u2067"}صفحه ↓{"\u2069"}
key-called-space = فاصله

overlay-known = دانسته‌های مقاله
overlay-in-search-box = در کادر جستجو
overlay-signs = نشانه‌ها
overlay-searchable = آنچه جستجوپذیر است
overlay-hints = { $close } بستن · { $scroll } پیمایش
overlay-more = { $lines } سطر دیگر
sign-explained = { $sign }: { $meaning }
sign-folds = شمار قطعه‌هایی از مقاله که تکرار پیش از خود است و تا شده
sign-versions = شمار روایت‌های خبر در مجموعه، همین هم در شمار
sign-behind = شمار روایت‌های دیگری که این ردیف نمایندهٔ آن‌هاست
sign-guess = تاریخ تخمینی است
sign-fold = اینجا متنی تکراری تا شده است؛ یا باز
sign-near = این جمله‌ها با تغییر تکرار جمله‌های پیشین است
sign-begun = واژهٔ آخر شاید ادامه دارد
sign-typed-direction = جهت حرف بعدی
sign-taken = در پالایش انتخاب شده
sign-left-out = در پالایش کنار گذاشته شده
sign-out-of-view = شمار ردیف‌های بیرون از دید، بالا و پایین

info-title = عنوان
info-source = منبع
info-date = تاریخ
info-date-text = نوشتهٔ تاریخ
info-author = نویسنده
info-url = نشانی
info-id = شناسه
info-key = کلید رکورد
info-hash = اثر انگشت
info-file = پرونده
info-record = رکورد
info-read-as = قالب و کدگذاری
info-words = واژه‌ها
info-paragraphs = بندها
info-other-columns = ستون‌های دیگر
info-unknown = نامعلوم
info-stdin = ورودی استاندارد
info-record-number = { $record }
info-record-at-line = { $record }، سطر { $line }
info-format = { $format } · { $encoding }
info-format-doubted = { $format } · { $encoding } ({ $doubt })
charset-broken = با بایت‌های خراب
charset-assumed = فرضی
charset-named = تعیین‌شده با گزینه
info-word-count = { $words } ({ $repeats } در متن‌های تکراری)
info-no-paragraphs = بدون بند
info-more-columns = { $columns } ستون دیگر
class-text = متن { $paragraphs }
class-title = عنوان { $paragraphs }
class-byline = نام نویسنده { $paragraphs }
class-date = تاریخ { $paragraphs }
class-chrome = اجزای صفحه { $paragraphs }
origin-field = از فیلد
origin-crawl = از خزش
origin-text = از متن
origin-url = از نشانی
origin-folder = از نام پوشه
origin-file = از نام پرونده
origin-guessed = تخمینی

## Queries

query-note = «{ $words }»: { $reason }
query-not-a-date = تاریخ نیست؛ واژه‌هایش جستجو می‌شود
query-not-a-date-yet = هنوز تاریخ کامل نیست
query-empty-field = پس از دونقطه هنوز چیزی نیست
query-unknown-source = چنین منبعی نیست؛ واژه‌هایش جستجو می‌شود
query-unknown-field = چنین فیلدی نیست (فیلدها: مصدر، عنوان، تاریخ)؛ واژه‌هایش جستجو می‌شود
query-joins-nothing = چیزی برای پیوند دادن نیست
query-cannot-join = تنها واژه‌ها و عبارت‌ها را پیوند می‌دهد
query-misplaced-star = جای {"\u2066"}*{"\u2069"} تنها در پایان واژه است

syntax-title = نحو جستجو
syntax-both-words = هر دو واژه، با هر صورت یا املا
syntax-together = این واژه‌ها پشت سر هم
syntax-either = یکی از آن دو (همچنین {"\u2066"}OR{"\u2069"}، {"\u2066"}|{"\u2069"})
syntax-without = بدون این واژه، عبارت یا فیلد
syntax-one-spelling = تنها این املا؛ واژه‌هایی با این آغاز
syntax-near = با فاصلهٔ حداکثر 5 واژه
syntax-in-title = در عنوان (همچنین {"\u2066"}title:{"\u2069"})
syntax-from-source = از این منبع (همچنین {"\u2066"}source:{"\u2069"})
syntax-in-days = در این روزها (همچنین {"\u2066"}date:{"\u2069"}، {"\u2066"}<2015{"\u2069"}، سپتامبر)؛ {"\u2066"}?{"\u2069"}: بدون تاریخ

## Faults

store-stopped = پرسش پس گرفته شد
store-gone = مقاله دیگر در مجموعه نیست
store-damaged = آنچه در اجرای پیشین از مجموعه نگه داشته شد آسیب دیده است: با باز کردن دوباره، همه از نو خوانده می‌شود
store-no-copies = روایت‌های مشابه نامعلوم است
store-panicked = اشکالی در برنامه: { $panic }
load-panicked = بارگذاری به سبب اشکالی در برنامه ناتمام ماند: { $panic }

index-stopped = جستجو متوقف شد
index-engine = نمایهٔ جستجو کار نکرد: { $error }
index-term = خواندن واژه‌ای از نمایهٔ جستجو ممکن نشد: { $error }
index-builder-failed = نمایهٔ جستجو کار نکرد: ساختن بخشی از آن با اشکالی در برنامه پایان یافت
index-unreadable = نمایهٔ جستجو کار نکرد: یکی از مقاله‌های نگه‌داشته خوانده نمی‌شود
index-too-large = نمایهٔ جستجو کار نکرد: بخش‌هایش بیشتر یا بزرگ‌تر از آن است که شماره‌گذاری شود

kept-missing = چیزی با این نام نگه داشته نشده است
kept-damaged = یکی از پرونده‌های نگه‌داشته آسیب دیده است ({ $code })
kept-owned-by-other = { $path } از آن کاربر دیگری است
kept-writable-by-others = { $path } برای کاربران دیگر نوشتنی است
kept-link-of-other = { $path } پیوندی از کاربر دیگری است
kept-link = { $path } پیوند است
kept-no-folder = { $path } پوشه نیست
kept-no-file = { $path } پرونده نیست
kept-other-version = یکی از پرونده‌های نگه‌داشته از نسخهٔ دیگری از برنامه است
kept-no-room = جای کافی نیست: یک‌دهم دیسک خالی می‌ماند، و حداکثر 20 گیگابایت نگه داشته می‌شود
kept-in-use = در اجرای دیگری از برنامه به کار می‌رود
kept-unusable = استفاده از { $path } ممکن نشد: { $error }
kept-by-other-run = اجرای دیگری همین مجموعه را نگه می‌دارد

system-not-found = چنین پرونده یا پوشه‌ای نیست (خطای سیستم { $number })
system-denied = اجازهٔ دسترسی نیست (خطای سیستم { $number })
system-not-permitted = این عمل مجاز نیست (خطای سیستم { $number })
system-input-output = خطا در خواندن یا نوشتن (خطای سیستم { $number })
system-folder = پوشه است، نه پرونده (خطای سیستم { $number })
system-no-folder = پوشه نیست (خطای سیستم { $number })
system-disk-full = دیسک جای خالی ندارد (خطای سیستم { $number })
system-quota-full = سهمیهٔ دیسک پر شده است (خطای سیستم { $number })
system-read-only = سیستم پرونده فقط‌خواندنی است (خطای سیستم { $number })
system-too-many-files = پرونده‌های باز بیش از حد مجاز است (خطای سیستم { $number })
system-too-many-links = پیوندهای پیاپی بیش از حد مجاز است (خطای سیستم { $number })
system-long-name = نام پرونده بیش از حد مجاز بلند است (خطای سیستم { $number })
system-no-memory = حافظه کافی نیست (خطای سیستم { $number })
system-timed-out = مهلت اتصال به پایان رسید (خطای سیستم { $number })
system-stale = پروندهٔ بازشده دیگر وجود ندارد (خطای سیستم { $number })
system-other = خطای سیستم { $number }

library-cut-off = داده‌ها پیش از موعد پایان یافت ({ $text })
library-damaged = داده‌ها آسیب دیده است ({ $text })
library-json-cut-off = پیش از کامل شدن پایان یافت ({ $text })
library-json-syntax = خطای نحوی ({ $text })
json-ends-in-list = درون فهرست
json-ends-in-object = درون شیء
json-ends-in-string = درون متن
json-ends-before-value = پیش از مقدار
json-no-colon = انتظار «:» می‌رفت
json-list-goes-on = انتظار «{"\u2066"},{"\u2069"}» یا «{"\u2066"}]{"\u2069"}» می‌رفت
json-object-goes-on = انتظار «{"\u2066"},{"\u2069"}» یا «{"\u2066"}{"}"}{"\u2069"}» می‌رفت
json-no-literal = انتظار {"\u2066"}true{"\u2069"} یا {"\u2066"}false{"\u2069"} یا {"\u2066"}null{"\u2069"} می‌رفت
json-no-value = انتظار مقدار می‌رفت
json-no-quote = انتظار علامت نقل‌قول می‌رفت
json-escape = نویسهٔ ناشناخته پس از «{"\u2066"}\{"\u2069"}»
json-number = عدد نادرست
json-number-too-large = عدد بیش از حد بزرگ
json-code-point = شمارهٔ نویسهٔ نامعتبر
json-control = نویسهٔ کنترلی درون متن
json-key-no-string = کلید باید متن باشد
json-lone-surrogate = نیمی از یک نویسه بدون نیم دیگر
json-trailing-comma = ویرگول اضافی در پایان
json-trailing-text = متن اضافی پس از پایان
json-escape-cut-off = شمارهٔ نویسه کامل نیست
json-too-deep = تودرتویی بیش از حد
json-other = { $text }
library-other = { $text }

## Verbs

no-such-id = مقاله‌ای با شناسهٔ «{ $id }» نیست (شناسه‌ها در: {"\u2066"}fihrist list{"\u2069"})
several-own-ids = { $count } رکورد شناسهٔ «{ $id }» دارد؛ کلید رکورد لازم است: { $keys }
several-beginnings = بیش از یک شناسه یا کلید با «{ $id }» آغاز می‌شود؛ بخش بلندتری از آن لازم است: { $names }
several-files = رکورد «{ $id }» در { $count } پرونده هست؛ شناسهٔ مقاله لازم است: { $ids }
id-and-key = { $id } (کلید رکورد { $key })
listed-further = { $listed }، { $next }
listed-cut = { $listed }، …

no-such-source = هیچ مقاله‌ای از منبع «{ $name }» نیست ({"\u2066"}--source{"\u2069"})
query-noted = «{ $about }»: { $reason }
query-noted-of = { $query }: «{ $about }»: { $reason }
more-noted = و { $more } مورد دیگر از این دست
more-noted-of = { $query }: و { $more } مورد دیگر از این دست
search-loosened = هیچ مقاله‌ای همهٔ واژه‌ها را ندارد؛ این‌ها برخی را دارند
search-last-loosened = نتیجهٔ { $result } فقط برخی از واژه‌ها را دارد
search-rest-loosened = نتایج { $first } تا { $last } فقط برخی از واژه‌ها را دارند
queries-not-opened = باز کردن { $path } ممکن نشد: { $error }
queries-not-read = خواندن { $path } ممکن نشد: { $error }
no-query-in-line = { $path }، سطر { $line }: قالب جستجو {"\u2066"}{"{"}"qid": …, "query": …{"}"}{"\u2069"} است: { $error }
query-line-no-object = شیء نیست
query-line-no-field = { $field } ندارد
query-line-no-text = مقدار { $field } در آن متن نیست

related-version = روایت
related-versions = و { $versions } روایت دیگر

check-error = خطا: { $problem }
check-guess = تخمین: { $problem }
check-note = نکته: { $problem }
check-tally = مقاله‌ها: { $articles }، خطاها: { $errors }، تخمین‌ها: { $guesses }، نکته‌ها: { $notes }
check-read-as = قالب: { $counts }
check-encoding = کدگذاری: { $counts }
check-title-from = عنوان از: { $counts }
check-source-from = منبع از: { $counts }
check-date-from = تاریخ از: { $counts }
check-count = { $name } { $count }
check-count-named = { $name } { $count }
found-in-field = فیلد
found-in-crawl = خزش
found-in-text = متن
found-in-url = نشانی
found-in-folder = نام پوشه
found-in-file = نام پرونده
format-named = { $name }
format-text = متن
format-mail = ایمیل
format-feed = خوراک خبری
format-packed = {"\u2068"}{ $format } ({ $packing }){"\u2069"}
check-count-unknown = نامعلوم { $count }

no-keep-folder = چیزی نگه داشته نشده، و پوشه‌ای برای آن معلوم نیست ({"\u2066"}--keep-dir DIR{"\u2069"} را امتحان کنید)
several-kept-names = بیش از یک نام با «{ $name }» آغاز می‌شود؛ بخش بلندتری از آن لازم است
nothing-kept-of = از { $path } چیزی نگه داشته نشده است
kept-stays = حذف { $name } ممکن نشد: { $error }
kept-state-in-use = در حال استفاده
kept-dropped = حذف شد
kept-state-other-version = از نسخهٔ دیگری از {"\u2066"}fihrist{"\u2069"}
kept-state-torn = آسیب‌دیده
kept-torn-removed = آسیب‌دیده، حذف شد
kept-state-unreadable = غیرقابل‌استفاده
kept-sum-nothing = در { $folder } چیزی نگه داشته نشده است
kept-sum = { $corpora } مجموعه، { $size } در { $folder }
kept-verified = پرونده‌ها: { $files }، { $size }، آسیب‌دیده: { $spoiled }

store-answered-otherwise = انباره به پرسشی جز آنچه پرسیده شد پاسخ داد
corpus-changed-meanwhile = مجموعه هنگام خواندن تغییر کرد: دوباره امتحان کنید
read-anew = یکی از پرونده‌های نگه‌داشته آسیب دیده است؛ همه از نو خوانده می‌شود

## Options

nothing-to-open = چیزی برای باز کردن نیست: پرونده یا پوشه، مقاله‌هایی از لوله، یا متغیر {"\u2066"}FIHRIST_PATH{"\u2069"} لازم است ({"\u2066"}fihrist --help{"\u2069"} را امتحان کنید)
nothing-to-open-at = در { $paths } چیزی برای باز کردن نیست (مسیر را بررسی کنید)
paths-before-command = جای PATH پس از نام فرمان است (برای مسیری که هم‌نام فرمانی است: {"\u2066"}./list{"\u2069"})
nothing-piped = منظور از {"\u2066"}-{"\u2069"} آن چیزی است که از لوله می‌رسد، و چیزی نمی‌رسد ({"\u2066"}zcat news.gz | fihrist -{"\u2069"} را امتحان کنید)
input-twice = ورودی استاندارد نمی‌تواند هم مجموعه باشد و هم جستجوها
related-to-what = مقاله‌های مرتبط با کدام مقاله؟ ID (شناسهٔ مقاله) یا {"\u2066"}--all{"\u2069"} لازم است
search-what = جستجوی چه چیزی؟ QUERY (واژه‌های جستجو) یا {"\u2066"}--queries FILE{"\u2069"} لازم است
nothing-between = میان {"\u2066"}--from { $from }{"\u2069"} و {"\u2066"}--to { $to }{"\u2069"} چیزی نیست: اولی دیرتر است
no-source-name = مقدار «{ $name }» برای {"\u2066"}--source{"\u2069"} معتبر نیست: نام منبع یا بخشی از آن لازم است، یا {"\u2066"}?{"\u2069"} برای مقاله‌های بی‌منبع
no-date-with-year = { $flag } «{ $date }»: تاریخ سال‌دار نیست؛ شکل‌های پذیرفته: 2015، {"\u2066"}2015-08{"\u2069"}، {"\u2066"}2015-08-03{"\u2069"}، {"\u2066"}3/8/2015{"\u2069"}، ٢٠١٥، «آب 2015»، «رمضان 1436»
keep-dir-unused = گزینهٔ {"\u2066"}--no-keep{"\u2069"} چیزی نگه نمی‌دارد، پس {"\u2066"}--keep-dir{"\u2069"} با آن بی‌فایده است
memory-disk-without-keep = با {"\u2066"}--memory disk{"\u2069"} از آنچه نگه داشته شده خوانده می‌شود: حذف {"\u2066"}--no-keep{"\u2069"}، یا نگه داشتن در جای دیگر با {"\u2066"}--keep-dir{"\u2069"} را امتحان کنید
memory-disk-without-folder = گزینهٔ {"\u2066"}--memory disk{"\u2069"} به پوشه‌ای برای نگه داشتن نیاز دارد: تعیین آن با {"\u2066"}--keep-dir{"\u2069"} را امتحان کنید
unknown-bidi-mode = مقدار { $variable } «{ $value }» است، اما باید auto یا visual یا override یا words یا runs یا logical باشد
unknown-theme = مقدار { $variable } «{ $value }» است، اما باید auto یا dark یا light یا mono یا 16 باشد
unknown-keyboard = مقدار { $variable } «{ $value }» است، اما باید auto یا ar یا ar-mac یا fa یا ckb یا ur یا ur-nla یا he یا el یا ru یا off باشد
chosen-by-flag = گزینهٔ { $flag }
chosen-by-variable = متغیر { $variable }

unexpected-argument = آرگومان ناشناخته: { $argument }
unknown-command = فرمان ناشناخته: { $command }
invalid-value = مقدار «{ $value }» برای { $argument } معتبر نیست
invalid-value-because = مقدار «{ $value }» برای { $argument } معتبر نیست: { $why }
invalid-value-one-of = مقدار «{ $value }» برای { $argument } معتبر نیست؛ مقدارهای ممکن: { $values }
value-needed = { $argument } به مقداری نیاز دارد
no-value-wanted = { $argument } مقداری نمی‌پذیرد؛ مقدار «{ $value }» اضافی است
missing-arguments = فرمان به این‌ها هم نیاز دارد: { $arguments }
arguments-conflict = { $argument } و { $other } با هم به کار نمی‌روند
argument-twice = { $argument } بیش از یک بار به کار نمی‌رود
argument-not-utf8 = کدگذاری یکی از آرگومان‌ها {"\u2066"}UTF-8{"\u2069"} نیست
wrong-arguments = آرگومان‌های نادرست: { $error }
similar-argument = آرگومان مشابه: { $argument }
similar-value = مقدار مشابه: { $value }
more-help = برای آگاهی بیشتر: {"\u2066"}--help{"\u2069"}
usage = کاربرد: { $usage }
usage-options = گزینه‌ها
usage-command = فرمان
no-whole-number = عدد صحیح لازم است
no-number = عدد نیست
language-not-spoken = مقدارهای ممکن: { $values }
no-field-pair = «{ $pair }» به شکل {"\u2066"}WHAT=FIELD{"\u2069"} نیست؛ WHAT یکی از این‌هاست: { $known }
no-share = عددی بزرگ‌تر از 0 و حداکثر 1 لازم است
unknown-encoding = کدگذاری ناشناخته است؛ auto یا {"\u2066"}utf-8{"\u2069"} یا {"\u2066"}windows-1256{"\u2069"} یا {"\u2066"}iso-8859-6{"\u2069"} یا {"\u2066"}utf-16le{"\u2069"} را امتحان کنید

help-examples = نمونه‌ها:
example-browse = مرور پوشه، با هر محتوایی
example-search = بهترین نتایج، هر یک در یک سطر
example-json = همان برای اسکریپت‌ها
example-forms = املاهای مطابق، و شمار هر یک
example-show = یک مقاله، با تکراری‌های تاشده
example-related = مقاله‌های مرتبط با آن، و سبب ارتباط
example-dups = یک خبر در چند مقاله
example-stats = نمای کلی مجموعه
example-check = آنچه خوانده نشده یا تخمین زده شده است
example-kept = آنچه میان اجراها نگه داشته شده، و جای آن
example-piped = مرور آنچه از لوله می‌رسد
help-paths-are = مسیر PATH پرونده یا پوشه است، یا {"\u2066"}-{"\u2069"} برای ورودی استاندارد؛ بدون آن، {"\u2066"}$FIHRIST_PATH{"\u2069"} باز می‌شود، یا آنچه از لوله می‌رسد. متن و JSON و CSV و TREC و XML و HTML و RSS و mbox و WARC و parquet خوانده می‌شود، فشرده یا بسته‌بندی‌شده با gz و zst و bz2 و xz و zip و tar نیز.
help-path-like-command = برای مسیری که هم‌نام فرمانی است: {"\u2066"}./list{"\u2069"} یا {"\u2066"}-- list{"\u2069"}.
help-exit-status = وضعیت خروج: 0 یافت شد، 1 چیزی یافت نشد، 2 خطا در کاربرد یا خواندن.
help-commands = فرمان‌ها:
help-arguments = آرگومان‌ها:
help-options = گزینه‌ها:
help-with-default = { $help } [پیش‌فرض: { $value }]
help-with-values = { $help } [مقدارهای ممکن: { $values }]

help-about = مرورگر مجموعه‌های مقاله در پایانه، با نمایش درست متن عربی
help-terminal = یافتن شیوهٔ فرستادن متن عربی به این پایانه، و آزمودن آن روی کارت آزمون
help-list = فهرست مقاله‌ها، تازه‌ترین در آغاز
help-check = گزارش هر پرونده و رکوردی که کنار گذاشته یا تخمین زده شد: سبب آن، و راه اصلاح
help-stats = محتوای مجموعه: واژه‌ها، خبرها، تاریخ‌ها، و منابع در گذر زمان
help-search = جستجو در مقاله‌ها، مرتبط‌ترین در آغاز
help-show = نمایش یک مقاله، با متن تکراری تاشده
help-dups = فهرست تکراری‌ها: درون هر مقاله، یا در چند مقاله
help-related = فهرست مقاله‌های مرتبط با یک مقاله، با واژه‌های مشترک
help-kept = فهرست آنچه میان اجراها نگه داشته شده تا مجموعه بی‌درنگ باز شود؛ حذف و بررسی آن
help-kept-list = فهرست مجموعه‌هایی که چیزی از آن‌ها نگه داشته شده، به ترتیب آخرین استفاده (پیش‌فرض)
help-kept-drop = حذف آنچه از یک مجموعه نگه داشته شده، مگر در حال استفاده باشد
help-kept-verify = بررسی هر بایت از آنچه نگه داشته شده، و حذف آسیب‌دیده‌ها
help-help = نمایش این راهنما، یا راهنمای یک فرمان
help-help-flag = نمایش راهنما
help-version = نمایش شمارهٔ نسخه

help-json = سطرهای JSON برای اسکریپت‌ها
help-paths = پرونده‌ها و پوشه‌ها برای مرور
help-corpus-paths = پرونده‌ها و پوشه‌های مجموعه
help-heading-reading = خواندن پرونده‌ها ({"\u2066"}fihrist check PATH{"\u2069"} را امتحان کنید):
help-encoding = کدگذاری همهٔ پرونده‌ها [پیش‌فرض: کدگذاری خود هر پرونده: {"\u2066"}UTF-8{"\u2069"}، {"\u2066"}UTF-16{"\u2069"}، وگرنه {"\u2066"}windows-1256{"\u2069"}]
help-map = محتوای فیلدها، جایی که نامشان گویا نیست: {"\u2066"}title=headline,date=pub.date{"\u2069"}
help-whole-files = هر پروندهٔ متنی یک مقاله است، حتی با سطرهای جداکنندهٔ {"\u2066"}====={"\u2069"}
help-heading-keeping = آنچه میان اجراها نگه داشته می‌شود ({"\u2066"}fihrist kept{"\u2069"} را امتحان کنید):
help-no-keep = نگه نداشتن هیچ چیز، و استفاده نکردن از آنچه نگه داشته شده
help-keep-dir = نگه داشتن در این پوشه [متغیر محیطی: {"\u2066"}FIHRIST_KEEP_DIR{"\u2069"}؛ پیش‌فرض: {"\u2066"}~/.cache/fihrist{"\u2069"}]
help-verify = مقایسهٔ محتوای همهٔ پرونده‌ها با آنچه نگه داشته شده
help-memory = جای متن‌ها و نمایه هنگام اجرای برنامه
help-memory-auto = در حافظه، تا وقتی که نیمی از حافظهٔ آزاد کافی باشد
help-memory-disk = در پرونده‌های نگه‌داشته، که هنگام نیاز خوانده می‌شود: برای مجموعه‌های بزرگ‌تر از حافظه
help-heading-display = فرستادن متن به پایانه ({"\u2066"}fihrist terminal{"\u2069"} را امتحان کنید):
help-bidi = ترتیب فرستادن متن راست‌به‌چپ [متغیر محیطی: {"\u2066"}FIHRIST_BIDI{"\u2069"}، {"\u2066"}LC_FIHRIST_BIDI{"\u2069"}]
help-shape = فرستادن حروف عربی به شکل پیوسته (forms) یا همان گونه که هست (none)
help-tashkeel = نمایش اعراب (keep) یا پنهان کردن آن (strip)
help-theme = رنگ‌ها به‌اقتضای پس‌زمینهٔ پایانه [متغیر محیطی: {"\u2066"}FIHRIST_THEME{"\u2069"}، {"\u2066"}LC_FIHRIST_THEME{"\u2069"}، {"\u2066"}NO_COLOR{"\u2069"}، {"\u2066"}CLICOLOR{"\u2069"}]
help-measure = بیشترین شمار ستون‌های هر سطر هنگام خواندن (۷۲ در جای پهن)
help-ascii = خط‌ها و نشانه‌ها با نویسه‌های ASCII
help-plain-text = برای صفحه‌خوان و نمایشگر بریل: حرف‌ها به ترتیب خواندن و جدا از هم، بی خط‌های جداکننده
help-keyboard = چیدمان صفحه‌کلید، اگر از حرف‌هایش پیدا نباشد [متغیر محیطی: {"\u2066"}FIHRIST_KEYBOARD{"\u2069"}، {"\u2066"}LC_FIHRIST_KEYBOARD{"\u2069"}]
help-mouse = استفاده از ماوس برای مقاله‌ها، تکراری‌ها و کادر جستجو؛ آنگاه گزینش متن با Shift است
help-heading-language = زبان برنامه:
help-language = زبان واژه‌های خود برنامه [متغیر محیطی: {"\u2066"}FIHRIST_LANGUAGE{"\u2069"}، {"\u2066"}LC_FIHRIST_LANGUAGE{"\u2069"}، {"\u2066"}LANG{"\u2069"}]
help-digits = شکل رقم‌ها
help-dir = سویی که صفحه‌ها از آن آغاز می‌شود: سوی زبان (auto)، راست (rtl)، چپ (ltr)

help-search-query = واژه‌ها، {"\u2066"}"عبارت‌ها"{"\u2069"}، استثناها پس از {"\u2066"}-{"\u2069"}، و جز این‌ها (مسیر، با {"\u2066"}--queries{"\u2069"})
help-search-n = حداکثر شمار نتایج
help-search-typing = واژهٔ آخر هنوز در حال نوشته شدن است
help-search-exact = فقط همین املاها، مانند {"\u2066"}={"\u2069"} پیش از هر واژه
help-search-word = فقط همین حروف، هرچه پیش از آن‌ها چسبیده باشد و همزه‌شان هرگونه نوشته شده باشد
help-search-source = فقط این منبع، یا منابعی که این در نامشان هست؛ تکرارپذیر
help-search-from = نه پیش از این سال، ماه یا روز: 2015، {"\u2066"}2015-08{"\u2069"}، {"\u2066"}2015-08-03{"\u2069"}
help-search-to = نه پس از آن
help-search-sort = ترتیب نتایج
help-search-sort-relevance = مرتبط‌ترین در آغاز
help-search-sort-date = تازه‌ترین در آغاز
help-search-sort-oldest = قدیمی‌ترین در آغاز
help-search-sort-source = بر پایهٔ منبع، در هر یک تازه‌ترین در آغاز
help-search-forms = به جای مقاله‌ها، فهرست املاهای مطابق با هر واژه، و شمار مقاله‌های یافته‌ای که هر یک در آن‌هاست
help-search-snippets = نمایش جای مطابقت زیر هر مقاله (با {"\u2066"}--json{"\u2069"} همیشگی است)
help-search-queries = اجرای همهٔ جستجوهای نوشته‌شده در این پرونده (سطرهای JSON با qid و query؛ {"\u2066"}-{"\u2069"} یعنی ورودی استاندارد)
help-show-id = شناسه یا کلید، یا آغاز یکی از آن‌ها
help-show-dedup = تکراری‌ها تاشده، هر یک در یک سطر (پیش‌فرض)
help-show-raw = متن همان گونه که هست، بدون تا کردن
help-show-dups = فقط آنچه تکراری است، و آنچه در آن تغییر کرده است
help-show-visual = آنچه به پایانهٔ ناآشنا با عربی فرستاده می‌شود: بازچینی‌شده، با حروف پیوسته، سطربندی‌شده
help-show-width = ستون‌های هر سطر [پیش‌فرض: ستون‌های پایانه، یا 80]
help-dups-scope = درون هر مقاله (article)، میان مقاله‌های مجموعه (corpus)، یا هر دو (both)؛ مقاله‌های همانند با هم می‌آیند، و مقاله‌ای که همانند چند مقالهٔ ناهمانند باشد بیش از یک بار می‌آید
help-dups-all = همراه با مقاله‌های بی‌تکرار
help-dups-min-words = تا کردن جمله‌ای که به تنهایی تکرار می‌شود، اگر دست‌کم این شمار واژه داشته باشد
help-dups-threshold = سهم دنباله‌های پنج‌واژه‌ای مشترک که از آن به بعد دو مقاله یک خبر شمرده می‌شوند
help-related-id = شناسه یا کلید، یا آغاز یکی از آن‌ها (مسیر، با {"\u2066"}--all{"\u2069"})
help-related-n = حداکثر شمار مقاله‌های مرتبط؛ روایت‌های خود مقاله افزون بر آن است
help-related-all = برای همهٔ مقاله‌ها
help-related-explain = وزن هر واژهٔ مشترک
help-kept-drop-which = نامی از فهرست، یا مسیرهایی که مجموعه با آن‌ها باز شده است
help-kept-drop-all = همه چیز

## The terminal

not-a-terminal = خروجی استاندارد پایانه نیست؛ برای اسکریپت‌ها: {"\u2066"}fihrist list{"\u2069"} یا search یا show یا related
dumb-terminal = {"\u2066"}TERM=dumb{"\u2069"}: پایانه‌ای که مکان‌نما را جابه‌جا نمی‌کند مرورگر را نشان نمی‌دهد؛ {"\u2066"}fihrist list{"\u2069"} و search و show را به کار ببرید، یا TERM را نوع پایانه قرار دهید
no-keyboard = صفحه‌کلیدی نیست: { $error } (ورودی استاندارد پایانه نیست، و استفاده از {"\u2066"}/dev/tty{"\u2069"} ممکن نشد)
terminal-gone = پایانه از دست رفت: { $error }
no-input = دریافت از صفحه‌کلید و دریافت سیگنال‌ها ممکن نشد: { $error }
no-lanes = آغاز رشته‌های جستجو ممکن نشد: { $error }
no-loading = آغاز بارگذاری ممکن نشد: { $error }

terminal-named = { $name }
terminal-vte = پایانه‌ای از نوع VTE
terminal-inside = { $name } درون { $outer }
terminal-of-term = { $term }

why-console = کنسول است، و هر خانه را در جای خودش نشان می‌دهد
why-bidi-goes-off = بازچینی متن در آن خاموش‌شدنی است، و هنگام اجرای fihrist خاموش است
why-bidi-was-off = بازچینی متن در آن از پیش خاموش بود
why-bidi-off-for-good = بازچینی متن در آن همیشه خاموش است
why-bidi-stays-on = بازچینی متن در آن خاموش‌شدنی نیست
why-kitty = پایانهٔ kitty هر واژهٔ راست‌به‌چپ را خودش وارونه می‌کند
why-mlterm = پایانهٔ mlterm است، و بازچینی متن در آن هنگام اجرای fihrist خاموش است
why-qterminal = پایانهٔ QTerminal متن را بازچینی می‌کند، و خاموش کردن آن ممکن نیست
why-konsole = پایانهٔ Konsole متن را بازچینی می‌کند، و خاموش کردن آن از اینجا ممکن نیست
why-putty = پایانهٔ PuTTY متن را بازچینی می‌کند، و خاموش کردن آن از اینجا ممکن نیست
why-terminal-app = پایانهٔ {"\u2066"}Terminal.app{"\u2069"} متن را بازچینی می‌کند، اما LRO را رعایت می‌کند
why-silent = به هیچ پرسشی پاسخ نمی‌دهد؛ بیشتر پایانه‌ها هر خانه را در جای خودش نشان می‌دهند
why-no-bidi = بازچینی متنی ندارد که خاموش‌شدنی باشد
why-nothing-says-so = چیزی نشان نمی‌دهد که متن را بازچینی می‌کند
why-behind = پشت آن { $name } است
why-vte-behind = پشت آن پایانه‌ای از نوع VTE است، که بازچینی متن در آن از اینجا تنظیم‌پذیر نیست
why-vte-version = بنا بر {"\u2066"}VTE_VERSION{"\u2069"} پشت آن پایانه‌ای از نوع VTE است، که بازچینی متن در آن از اینجا تنظیم‌پذیر نیست
why-unknown-behind = پایانهٔ پشت آن نامعلوم است؛ بیشتر پایانه‌ها هر خانه را در جای خودش نشان می‌دهند

terminal-hint-kitty = اگر رقم‌ها، پرانتزها یا نقطه‌ها در سوی نادرست واژه‌ها دیده می‌شوند، قلم kitty حروف عربی ندارد: {"\u2066"}--bidi runs{"\u2069"}، یا {"\u2066"}font_family{"\u2069"} با این حروف ({"\u2066"}DejaVu Sans Mono{"\u2069"}) را امتحان کنید
terminal-hint-konsole = بازچینی متن در تنظیمات پروفایل Konsole خاموش‌شدنی است (Advanced، سپس {"\u2066"}bi-directional text rendering{"\u2069"})؛ پس از آن {"\u2066"}--bidi visual{"\u2069"} را امتحان کنید
terminal-hint-putty = پایانهٔ PuTTY سطرها را یکجا وارونه می‌کند، و برخی هرگز درست نمی‌شوند. بهتر است در تنظیمات آن (Terminal، سپس Features) {"\u2066"}"Disable bidirectional text display"{"\u2069"} (و {"\u2066"}"Disable Arabic text shaping"{"\u2069"}) فعال شود، و سپس {"\u2066"}--bidi visual{"\u2069"} به کار رود
terminal-hint-tmux = برنامهٔ tmux کلید بازچینی متن پایانه را پنهان می‌کند. بهتر است این سطر در {"\u2066"}~/.tmux.conf{"\u2069"} گذاشته شود، tmux از نو اجرا شود، و سپس {"\u2066"}--bidi visual{"\u2069"} به کار رود:
terminal-hint-optional = اگر متن عربی اینجا وارونه است، بازچینی متن در تنظیمات پایانه روشن است: خاموش کردن آن، یا {"\u2066"}fihrist terminal{"\u2069"} را امتحان کنید
terminal-not-utf8 = این پایانه UTF-8 نمی‌خواند و متن عربی بر آن نشان داده نمی‌شود
tmux-client-not-utf8 = برنامهٔ tmux به این پایانه UTF-8 نمی‌فرستد: {"\u2066"}tmux -u attach{"\u2069"}

display-as-needed = متن عربی چنان فرستاده می‌شود که { $name } نیاز دارد؛ شرح: {"\u2066"}fihrist terminal{"\u2069"}
display-joined = حروف پیوسته ({"\u2066"}--shape forms{"\u2069"})
display-not-joined = حروف ناپیوسته ({"\u2066"}--shape none{"\u2069"})
display-marks-hidden = اعراب پنهان ({"\u2066"}--tashkeel strip{"\u2069"})
display-marks-shown = اعراب نمایان ({"\u2066"}--tashkeel keep{"\u2069"})
display-order = متن عربی با این ترتیب فرستاده می‌شود: {"\u2066"}--bidi { $mode }{"\u2069"}
display-order-as-found = متن عربی با ترتیبی که برای این پایانه یافته شد فرستاده می‌شود: {"\u2066"}--bidi { $mode }{"\u2069"}
display-goes-on-reordering = این پایانه همچنان متن را بازچینی می‌کند، پس متن عربی با ترتیب منطقی فرستاده می‌شود
display-shown-on = اکنون روی { $name } نشان داده می‌شود

card-line-title = کدام سطر درست است؟
card-line-explained = هر سطر از سر راست خوانده می‌شود: با «کتب» آغاز می‌شود و با CNN پایان می‌یابد. سطر درست آن است که حروفش پیوسته، پرانتزهایش رو به واژه‌های درون، CNN در سر چپ، و خط‌های عمودی‌اش زیر هم باشد.
card-line-explained-short = از راست: با «کتب» آغاز می‌شود و با CNN پایان می‌یابد.
card-looks-title = و کدام زیباتر است؟
card-looks-explained = 1 حروف پیوسته با اعراب، 2 بی‌اعراب، 3 و 4 همان‌ها ناپیوسته. سطر مناسب نخستین سطری است که جای خالی، مربع یا علامت پرسش ندارد و اعرابش روی حروف است.
card-looks-explained-short = 1 پیوسته، 2 بی‌اعراب، 3 و 4 ناپیوسته: نخستین سطر بی جای خالی و مربع.
card-which-reads-right = کدام سطر درست است؟
card-which-is-right = کدام درست است؟
card-which-looks-best = کدام زیباتر است؟
card-which-is-best = کدام زیباتر است؟
card-none = {"\u2066"}n{"\u2069"} هیچ‌کدام
card-leave = {"\u2066"}q{"\u2069"} خروج
card-this-is = این { $name } است.
card-found = یافته: {"\u2066"}--bidi { $mode }{"\u2069"}؛ سبب: { $why }.
card-terminal-gone = پایانه از دست رفت

report-terminal = پایانه
report-term = TERM
report-size = اندازه
report-its-bidi = بازچینی متن
report-its-name = نام
report-behind-it = پشت آن
report-widths = پهناها
report-encoding = کدگذاری
report-found = یافته
report-you-say = خواست شما
report-hint = راهنمایی
report-use = استفاده
report-for-good = همیشگی
report-or = یا
report-not-a-terminal = خروجی استاندارد پایانه نیست، پس پرسشی ممکن نیست
report-typed = { $text }
report-cells = {"\u2066"}{ $cols }×{ $rows }{"\u2069"}، { $term }
report-behind = { $name }
report-bidi-not-answered = بی‌پاسخ ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-unknown = برای آن ناشناخته ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-on = روشن، خاموش‌شدنی ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-off = از پیش خاموش ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-on-for-good = همیشه روشن ({"\u2066"}DECRQM 8{"\u2069"})
report-bidi-off-for-good = همیشه خاموش ({"\u2066"}DECRQM 8{"\u2069"})
report-names = { $version } (XTVERSION)، { $numbers } (DA2)
report-version-only = { $version } (XTVERSION)، بی‌پاسخ (DA2)
report-numbers-only = بی‌پاسخ (XTVERSION)، { $numbers } (DA2)
report-no-names = بی‌پاسخ (XTVERSION)، بی‌پاسخ (DA2)
report-utf8 = UTF-8
report-utf8-wide = UTF-8؛ نویسه‌های با پهنای مبهم آنجا دو ستون می‌گیرند، پس نشانه‌ها با ASCII فرستاده می‌شوند
report-encoding-not-answered = بی‌پاسخ
report-mode-found = {"\u2066"}--bidi { $mode }{"\u2069"}: { $why }
report-mode-asked = {"\u2066"}--bidi { $mode }{"\u2069"}، بنا بر { $by }
report-mode-asked-beside = { $complaint }؛ {"\u2066"}--bidi { $mode }{"\u2069"}، بنا بر { $by }
report-in-profile = در پروندهٔ تنظیمات پوستهٔ فرمان در اینجا، یا در جایی که از آن با ssh وصل می‌شوید
report-nothing-chosen = چیزی انتخاب نشد: {"\u2066"}fihrist{"\u2069"} با {"\u2066"}--bidi { $mode }{"\u2069"} ادامه می‌دهد.
report-no-line = هیچ سطری درست نیست. پایانه‌ای که به متن دست نمی‌زند سطر نخست را درست نشان می‌دهد: xterm یا alacritty یا foot یا {"\u2066"}Windows Terminal{"\u2069"} یا tmux در یکی از آن‌ها. برخی پایانه‌ها را می‌توان چنین تنظیم کرد: راهنمایی را ببینید، اگر باشد.
report-nothing-to-set = تنظیمی لازم نیست: fihrist اینجا خودش چنین می‌کند.

sample-joined-letter = حرف پیوسته
sample-lam-alef = لام‌الف
sample-marked-letter = حرف اعراب‌دار
sample-guillemet = گیومه
sample-arrow = پیکان
sample-chinese-character = نویسهٔ چینی
sample-emoji = شکلک
widths-not-answered = بی‌پاسخ
widths-as-expected = همان که انتظار می‌رفت در { $answered } از { $samples } نمونه
width-wrong = { $sample }: پهنا { $taken } به جای { $expected }
widths-wrong = { $listed }، { $next }
