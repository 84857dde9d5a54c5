### What fihrist says, in English. Each message is a whole sentence, or the whole of a label.
###
### Arguments are numbers, names and codes, already written as they stand in a text of this language, and words by
### which a form is chosen, which are not shown. Messages called `n-…` are parts that only this file knows.

## Numbers, sizes, spans of time

list-comma = {", "}
size-bytes = { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}
size-kb = { $value } kB
size-mb = { $value } MB
size-gb = { $value } GB
size-tb = { $value } TB
ago-now = just now
ago-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
}
ago-hours = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}
ago-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}

## Problems of files

problem-line = { $place }: { $reason }
problem-line-hint = { $place }: { $reason } ({ $hint })

reason-source-not-opened = cannot be opened: { $error }
reason-entry-not-opened = cannot be opened: { $error }
reason-file-not-opened = cannot be read: { $error }
reason-read-failed = cannot be read: { $error }
reason-read-broke-off = cannot be read to its end: { $error }
reason-link-loop = skipped: a link back to a folder above it
reason-folder-without-articles = no article file in this folder
reason-no-article-by-name = not read: no article, by its name
reason-member-no-article-by-name = not read: no article, by its name
reason-reader-failed = fihrist failed to read this: { $panic }
reason-record-failed = fihrist failed to read this: { $panic }
reason-loading-stopped = { $articles ->
    [one] loading was stopped after one article
   *[other] loading was stopped after { $articles } articles
}
reason-memory-short = { $articles ->
    [one] memory is short: loading ended after one article
   *[other] memory is short: loading ended after { $articles } articles
}

reason-kept-not-used = what an earlier run kept is not used, all is worked out anew: { $error }
reason-not-on-disk = texts and index stay in memory: { $error }
reason-not-kept = nothing is kept for the next run: { $error }

reason-sqlite = not read: it is an SQLite database
reason-rar = not read: it is a RAR archive
reason-7z = not read: it is a 7z archive
reason-pdf = not read: it is a PDF
reason-old-office = not read: it is an old Office document
reason-office = not read: it is an Office document
reason-rtf = not read: it is an RTF document
reason-program = not read: it is a program
reason-picture = not read: it is a picture
reason-sound-or-picture = not read: it is sound or a picture
reason-sound = not read: it is sound
reason-arrow = not read: it is an Arrow file
reason-lz4 = not read: it is packed with lz4

reason-packed-too-deep = packed more than { $layers } times over
reason-packing-not-opened = { $error }
reason-packing-broken = the packed file is broken or was cut: { $error }; what came before is read
reason-archive-broken = the archive is broken or was cut: { $error }
reason-member-not-read = member { $member } cannot be read: { $error }
reason-not-spooled = cannot be copied to a temporary file: { $error }
reason-grows-too-much = grows more than { $fold }-fold when unpacked: not read further

reason-broken-utf8 = some bytes are not UTF-8 and are shown as �
reason-assumed-encoding = not UTF-8, read as { $encoding }
reason-not-text = not a text file: every few bytes a control character
reason-empty-file = empty: there is no article in it
reason-text-too-large = larger than { $mib } MiB: too large for one article
reason-cut-at-lines = { $articles ->
    [none] read as many articles, set apart by { $line }
    [one] read as one article, set apart by { $line }
   *[other] read as { $articles } articles, set apart by { $line }
}
reason-cut-at-form-feeds = { $articles ->
    [none] read as many articles, set apart by form feeds
    [one] read as one article, set apart by form feeds
   *[other] read as { $articles } articles, set apart by form feeds
}

reason-no-fields = no field in this record
reason-no-article-fields = no text and no title in this record; its fields are { $fields }
reason-no-text = no text in this record, only a title
reason-no-date = no date understood in { $field }: { $value }
reason-mapped-fields-missing = no field { $fields } in this record, which --map names
reason-date-guessed = date { $date } is a guess: { date-guess }

reason-broken-json = { $line ->
    [none] not JSON: { $error } at column { $column }
   *[other] not JSON: { $error } at column { $column } of its line { $line }
}
reason-not-json = { $line ->
    [none] not JSON: { $error } at column { $column }
   *[other] not JSON: { $error } at column { $column } of its line { $line }
}
reason-not-an-object = not a JSON object
reason-lone-surrogate = half a surrogate pair (\ud800…) is shown as �
reason-json-too-long = record longer than { $mib } MiB
reason-unnamed-columns = the columns have no names
reason-guessed-columns = the columns have no names, read as { $map }
reason-row-too-long = row longer than { $mib } MiB
reason-open-quote = a quote that opens here is never closed; the row ends with its line
reason-cell-count = { $cells ->
    [one] one cell in a row of { $columns } columns
   *[other] { $cells } cells in a row of { $columns } columns
}
reason-more-cell-counts = { $rows ->
    [one] one more row with too few or too many cells
   *[other] { $rows } more rows with too few or too many cells
}

reason-page-too-large = larger than { $mib } MiB: too large for one page
reason-page-without-text = no text in this page
reason-crawled-page-without-text = no text in this page
reason-crawled-text-empty = no text in this record
reason-warc-short = the record is shorter than its Content-Length
reason-warc-long = the record is longer than its Content-Length
reason-warc-unmeasured = a record without Content-Length
reason-warc-too-long = record longer than { $mib } MiB
reason-warc-header-open = a record whose header does not end
reason-no-http-answer = no HTTP answer in this record
reason-page-packed = the page is packed with Brotli or zstd by its server
reason-no-warc-record = no WARC record in this file
reason-warc-records-passed = { $records ->
    [one] one record holds no page (a request, a picture, an error …)
   *[other] { $records } records hold no page (requests, pictures, errors …)
}
reason-message-too-long = message longer than { $mib } MiB
reason-message-too-deep = a message of too many parts in parts
reason-not-a-message = not a mail message
reason-no-saved-page = no page in this saved page
reason-saved-page-without-text = no text in this page

reason-tagged-too-long = record longer than { $mib } MiB
reason-record-breaks-off = the file breaks off in this record
reason-xml-too-large = larger than { $mib } MiB, and nothing in it looks like one record of many
reason-items-left-out = { $items ->
    [one] one item is a picture, a menu or a draft of the export and left out
   *[other] { $items } items are pictures, menus or drafts of the export and left out
}
reason-empty-feed = a feed without items

reason-parquet-stream = parquet is read from its end, and here is only a stream
reason-parquet-not-built = parquet is not read by this build of fihrist
reason-parquet-cut = this parquet file cannot be read: it was cut: its footer is missing
reason-parquet-encrypted = this parquet file cannot be read: it is encrypted
reason-parquet-footer-broken = this parquet file cannot be read: its footer is broken
reason-parquet-footer-unread = this parquet file cannot be read: its footer cannot be read
reason-parquet-too-deep = this parquet file cannot be read: its columns are nested too deep
reason-parquet-not-opened = parquet: { $error }
reason-parquet-without-text = no column of this parquet file holds text
reason-parquet-rows-not-read = rows from here to { $last } are not read: parquet: { $error }
reason-parquet-column-broken = rows from here to { $last } are not read: parquet: column «{ $column }»: { $flaw ->
    [no-beginning] it begins nowhere
    [no-end] it does not end
    [page-header] a page's header is broken
    [page-cut] a page is cut
    [page-too-large] a page of more than 256 MiB
    [page-negative] a page of fewer than no values
   *[dictionary] a dictionary of more values than it has bytes for
}
reason-parquet-rows-negative = rows from here to { $last } are not read: parquet: fewer than no rows
reason-parquet-rows-without-bytes = rows from here to { $last } are not read: parquet: more rows than it has bytes for
reason-parquet-rows-too-many = rows from here to { $last } are not read: parquet: too many rows
reason-parquet-grows-too-much = rows from here to { $last } are not read: parquet: it grows more than { $fold }-fold


## Dates that are guesses

date-guess = { n-weekday } { $day } { n-month } falls in { $year }; { $source ->
    [path] the path names { $near }
    [text] the text names { $near }
   *[neighbours] articles beside it are of { $near }
}
n-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
n-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

## What to do about a problem

hint-check-path = check the path
hint-check-presence = check that it is there and may be read
hint-check-disk = check the disk
hint-forms-read = texts, JSON, CSV, XML, HTML and more are read, packed or not
hint-name-file = name the file itself to read it all the same
hint-report-with-file = please report it with the file
hint-report-with-record = please report it with the record
hint-open-again = open the corpus again to load all of it
hint-open-on-disk = open fewer files, or let the rest go to the disk: without --no-keep, with --keep-dir where there is room
hint-open-later = open it again when no other run is reading it
hint-keep-elsewhere = name another folder with --keep-dir, or keep nothing with --no-keep

hint-query-sqlite = sqlite3 -json FILE 'select * from TABLE' | fihrist
hint-unpack-rar = unpack it first: unrar x FILE
hint-unpack-7z = unpack it first: 7z x FILE
hint-unpack-lz4 = unpack it first: lz4 -d FILE
hint-pdf-to-text = turn it into text: pdftotext FILE
hint-save-as-text = save it as text
hint-save-as-text-or-page = save it as text or as a web page
hint-arrow-to-parquet = turn it into parquet or JSON Lines

hint-unpack-first = unpack it first
hint-unpack-if-meant = if it is what it should be, unpack it first
hint-pack-again = fetch or pack it again

hint-name-encoding = if letters look wrong, give --encoding, or convert the file to UTF-8
hint-remove-or-give-text = remove it, or give it as text
hint-split-text = split it into one article a file, or make it JSON Lines
hint-whole-files = if it is one article: --whole-files

hint-map-fields = name its fields: --map text=FIELD,title=FIELD
hint-map-text = if it is there under another name: --map text=FIELD
hint-iso-dates = ISO 8601 is always read: 2015-09-30
hint-see-fields = see which fields there are: i, or fihrist check without --map
hint-no-year = its line names no year

hint-mend-record = mend or remove the record
hint-json-objects = records are objects: {"{"}"title": …, "text": …{"}"}
hint-write-utf8 = write the text as UTF-8
hint-split-record = split it: one article a record
hint-map-columns = if that is wrong, say it: --map title=column1,text=column2
hint-split-row = split it: one article a row
hint-close-quote = close the quote, or double it if it is part of the text
hint-quote-delimiters = put a text that has the delimiter or a line end in it into quotes

hint-split-page = split it into one page a file, or save it without its pictures
hint-scripted-page = a page that is built by its scripts holds none: save it as text
hint-fetch-again = fetch the file again: it was cut or changed
hint-fetch-warc-again = fetch the file again
hint-unpack-warc = unpack it with a WARC tool
hint-take-attachments-out = take its attachments out
hint-save-text-alone = save its text by itself

hint-close-or-split = close it where it ends, or split it
hint-get-whole-file = get the whole file, or close the last record
hint-split-xml = split it, or turn it into JSON Lines
hint-feed-broke-off = if it has some, it broke off before them

hint-save-as-file = save it as a file first
hint-build-parquet = build it with --features parquet, or turn the file into JSON Lines

## A corpus and what is kept of it

corpus-unchanged = no article has changed
corpus-grown = { $came ->
    [one] one new article
   *[other] { $came } new articles
}
corpus-shrunk = { $gone ->
    [one] one article is gone
   *[other] { $gone } articles are gone
}
corpus-changed = { $came ->
    [one] one new article
   *[other] { $came } new articles
}, { $gone ->
    [one] one gone
   *[other] { $gone } gone
}
cannot-read-again = what came through a pipe cannot be read again
looking-stopped = stopped; the corpus is shown as it was
kept-for-next-run = kept for the next run: { $size } (see: fihrist kept; not wanted: --no-keep)

## Answers to commands

no-command = no command on ⟨{ $key }⟩; ? shows the keys
q-quits = q quits
quit-again = Ctrl-c again quits
not-yet-here = not here yet
still-loading = the corpus is still being loaded
looking-again = looking for files that changed
gone-stays = gone from the corpus; it can be read until another article is opened
stopped-at = loading stopped: { n-articles }; the rest is not shown
n-articles = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
stories-listed = { n-articles }, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}
language-now = the program speaks English
one-row-a-story = one row a story
every-article = every article
looking-for-copies = looking for copies …
copies-not-known = copies are not known
left-out = without { $source }; the same in a search: -source:"{ $source }"
only-sources-left-out = only sources can be left out here; in a search: -date:2015
not-days = { $words }: not a date; 2015-08-03 is one, and 2015-08..2015-10
last-article = this is the last article
first-article = this is the first article
measure-now = { $columns ->
    [one] lines of { $columns } column
   *[other] lines of { $columns } columns
}
no-room-for-list = { $columns ->
    [one] the article has the whole width; the list beside it needs { $columns } column
   *[other] the article has the whole width; the list beside it needs { $columns } columns
}
no-further-match = no further match
no-match = no match in this article
wrapped-to-first = past the end: the first match again
wrapped-to-last = past the beginning: the last match again
nothing-folded = nothing is folded in this article
no-fold-in-view = no fold in view; E opens all
no-repeat-in-view = nothing in view repeats anything
no-jump-back = no jump to go back to
no-jump-forward = no jump to go forward to
no-such-form = the word has no form { $number }
pasted-nowhere = pasted text has no place here: / opens the search box
turned-back = pasted text was in screen order: turned back
no-further-change = no further change
no-earlier-change = no earlier change
no-further-version = no further version of this story
as-it-is = { $text }

## Lists, panels and the reader

count-articles = { n-articles }
count-sources = { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}
count-stories = { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}
count-versions = { $versions ->
    [one] { $versions } version
   *[other] { $versions } versions
}
count-words = { $words ->
    [one] { $words } word
   *[other] { $words } words
}
count-paragraphs = { $paragraphs ->
    [one] { $paragraphs } paragraph
   *[other] { $paragraphs } paragraphs
}
count-matches = { $matches ->
    [one] { $matches } match
   *[other] { $matches } matches
}
count-errors = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
count-guesses = { $guesses ->
    [one] { $guesses } guess
   *[other] { $guesses } guesses
}
count-notes = { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
count-so-far = { $count } so far

no-title = (no title)
unknown-source = unknown
unknown-month = unknown
stdin = stdin
no-answer = no answer: { $reason }; { $key } asks again

# The bar, the status row, the message row
key-for-help = { $key } help
not-in-list = not in the list
at-the-top = top
at-the-end = end
newest-first = newest first
oldest-first = oldest first
by-source = by source
best-first = best first
by-place = by place
group-none = group: none
group-source = group: source
group-month = group: month
group-day = group: day
# What the list is filtered by stands after it, or the message below.
filter-by = filter:
filter-none = filter: none
filter-without = without
filter-days = dates
years-span = { $first }–{ $last }
dates-span = { $first } – { $last }
loosened = no article has all the words; these have some
loosened-short = no article has all the words
# Of errors and guesses at least one is not 0.
problems-to-see = { $errors ->
    [0] { $guesses ->
        [one] { count-guesses }; { $key } shows it
       *[other] { count-guesses }; { $key } shows them
    }
   *[other] { $guesses ->
        [0] { $errors ->
            [one] { count-errors }; { $key } shows it
           *[other] { count-errors }; { $key } shows them
        }
       *[other] { count-errors }, { count-guesses }; { $key } shows them
    }
}
notes-to-see = { $notes ->
    [one] { count-notes }; { $key } shows it
   *[other] { count-notes }; { $key } shows them
}

# How far loading is: figures side by side
loading = loading
loading-articles = loading { $articles }
stopping-at = stopping at { $articles }
load-share = { $percent }
all-read = all read, indexing
waiting-for-more = waiting for more
rate-b = { $rate } B/s
rate-kb = { $rate } kB/s
rate-mb = { $rate } MB/s
time-left = { $time } left
key-stops = { $key } stops

# The search box and the forms of a word
find-box = In this article
find-nothing = no match
search-box = Search
found-of = { $found } of { $all }
found-of-so-far = { $found } of { $all } so far
took-ms = { $ms } ms
forms-label = Forms:
akin-label = akin:
in-no-article = in no article
more-forms = … { $forms } more
forms-all = [all forms]
forms-this-word = [this word]
forms-exact = [exact]
forms-this-only = [this only]
forms-all-key = [{ $key } all forms]
forms-this-word-key = [{ $key } this word]
forms-exact-key = [{ $key } exact]
forms-this-only-key = [{ $key } this only]

# The list
nothing-found = nothing found
no-articles = no articles here; { $key } says why
nothing-yet = loading
more-articles-with-some = { $articles } more with some of the words
more-stories-with-some = { $stories ->
    [one] { $stories } story more with some of the words
   *[other] { $stories } stories more with some of the words
}

# Facets, related articles, the same elsewhere
facet-sources = Sources { $sources }
facet-months = Months { $months }
facet-days = Days { $days }
facet-sought-source = Sources
facet-dates = Dates
facet-no-such-source = no source has such a name
facet-above = ↑{ $rows }
facet-below = ↓{ $rows }
dates-examples = a date, or from..to: 2015 · 2015-08-03 · 2015-08..2015-10 · ..2016
dates-from = from { $day } on
dates-to = up to { $day }
related = Related
nothing-related = nothing close to this article
versions-of-this = versions of this article
same-story = same story
days-apart = { $days ->
    [0] the same day
    [one] { $days } day apart
   *[other] { $days } days apart
}
other-versions = { $versions ->
    [one] +{ $versions } version of it
   *[other] +{ $versions } versions of it
}
# Words stand after it.
shared-words = shared:
same-elsewhere = The same elsewhere
nothing-elsewhere = nothing of this article stands in another
articles-sharing = { $articles ->
    [one] { $articles } shares a passage
   *[other] { $articles } share passages
}
passage-in-view = the passage in view
first-version = the first version
words-in-common = { count-words } in common
shared-paragraphs = { $paragraphs } ¶
word-for-word = word for word the same
only-here = { $words } only here
only-there = { $words } only there

# The reader
gone-from-corpus = gone from the corpus
article-versions = ≡ { $versions ->
    [one] { $versions } version
   *[other] { $versions } versions
}
article-length = { count-words }
article-length-with-repeats = { count-words } ({ $all } with repeats)
# What is folded; the beginning of the text that it repeats stands after it, if that is not the title.
fold-paragraphs = { count-paragraphs }{ n-with-matches }, { $percent } of the words, { n-paragraphs-repeat }
fold-few-paragraphs = { count-paragraphs }{ n-with-matches } { n-paragraphs-repeat }
fold-title-paragraphs = { count-paragraphs }{ n-with-matches }, { $percent } of the words, { n-paragraphs-repeat } the title
fold-few-title-paragraphs = { count-paragraphs }{ n-with-matches } { n-paragraphs-repeat } the title
fold-words = { count-words }{ n-with-matches } { n-words-repeat }
fold-title-words = { count-words }{ n-with-matches } { n-words-repeat } the title
fold-brief = { $paragraphs } ¶ { $percent }
n-with-matches = { $matches ->
    [0] {""}
    [one] {" "}with { $matches } match
   *[other] {" "}with { $matches } matches
}
n-paragraphs-repeat = { $paragraphs ->
    [one] repeats
   *[other] repeat
}
n-words-repeat = { $words ->
    [one] repeats
   *[other] repeat
}
near-repeats = ≈ { n-sentences-repeat }
# Words stand after it.
near-repeats-before = ≈ { n-sentences-repeat }; before:
n-sentences-repeat = { $sentences ->
    [one] repeats with changes
   *[other] { $sentences } sentences repeat with changes
}
# Articles stand after it.
also-in = { $paragraphs ->
    [one] also in
   *[other] these { $paragraphs } paragraphs also in
}

# Two versions side by side
same-paragraphs = ⋯ { count-paragraphs } the same
same-passages = { $passages ->
    [one] ⋯ { $passages } passage the same
   *[other] ⋯ { $passages } passages the same
}
same-words = ⋯ { count-words } the same
share-the-same = { $percent } the same
words-moved = { $words ->
    [one] { $words } word moved
   *[other] { $words } words moved
}
change-at = change { $at }/{ $all }
count-changes = { $changes ->
    [one] { $changes } change
   *[other] { $changes } changes
}

# The screen of problems
problems = Problems
no-problems = no problems
no-problems-yet = no problems so far
problems-keys = { $close } closes · { $unfold } unfolds
problems-keys-of-none = { $close } closes
level-error = error
level-guess = guess
level-note = note
in-record = record { $record }

# The overview
overview = Overview
overview-articles = articles
overview-repeated = repeated
overview-stories = stories
overview-dates = dates
overview-read-as = read as
overview-encodings = encodings
overview-problems = problems
overview-memory = memory
all-sources = all sources
longest-articles = longest, in words
most-repeated-articles = most repeated, in words
from-sources = { $sources ->
    [one] from { $sources } source
   *[other] from { $sources } sources
}
words-said-again = { count-words } that an article says again
dates-by-the-day = { $articles } by the day
dates-in-part = { $articles } in part
dates-inferred = { $articles } inferred
dates-unknown = { $articles } unknown
memory-texts = texts { $size }
memory-index = index { $size }
memory-lexicon = lexicon { $size }
memory-columns = columns { $size }
memory-cards = cards { $size }
memory-lines = lines { $size }

stats-articles = articles
stats-words = words
stats-repeated-words = repeated words
stats-stories = stories
stats-first-date = first date
stats-last-date = last date
stats-dates-known = dates known
stats-source = source
stats-longest = longest
stats-most-repeated = most repeated
stats-read-as = read as
stats-encodings = encodings
stats-problems = problems
stats-memory = memory
listed-in-all = in all
listed-spelling = spelling
listed-attached = attached
listed-inflected = inflected
listed-begun = begun
listed-akin = akin
listed-spellings = { $spellings ->
    [one] { $spellings } spelling
   *[other] { $spellings } spellings
}
listed-more = { $more ->
    [one] { $more } more
   *[other] { $more } more
}

## Keys, help and what is known of an article

key-read-article = read the article
    .hint = read
    .name = open
key-jump-to-article = jump to the article
    .hint = jump
    .name = jump to the article
key-jump-to-passage = jump to the article, where they share a passage to that
    .hint = jump
    .name = jump to the shared passage
key-compare-two = compare the two, word by word
    .hint = compare
    .name = compare
key-read-second = read the second version
    .hint = read 2
    .name = read the second
key-next-change = next change
    .hint = next change
    .name = next change
key-previous-change = previous change
    .name = previous change
key-swap = let the two change places
    .hint = swap
    .name = swap
key-toggle-same = show or hide what is the same in both
    .hint = same text
    .name = same text
key-next-version = the first with the next version
    .hint = next version
    .name = next version
key-previous-version = the first with the previous version
    .name = previous version
key-search = search all articles as you type
    .hint = search
    .name = search
key-find = search within this article
    .hint = in this
    .name = search within the article
key-accept-find = keep the marks; n and N walk them
    .hint = accept
    .name = accept
key-cancel-find = back to the place where you were
    .hint = cancel
    .name = cancel
key-next-found = next match in this article
    .hint = next
    .name = next match
key-previous-found = previous match in this article
    .hint = previous
    .name = previous match
key-leave-reader = end the search within the article; back to the list
    .name = leave
key-related = related articles, and why
    .hint = related
    .name = related articles
key-elsewhere = the same elsewhere: versions, shared passages
    .hint = same elsewhere
    .name = the same elsewhere
key-read-related = read, with related articles
    .hint = related
    .name = read, with related articles
key-toggle-fold = open or close the repeated text in view
    .hint = repeats
    .name = repeated text in view
key-toggle-places = where this is so, or the first place only
    .hint = places
    .name = places
key-fold-places = the first place only; then close
    .name = first place only
key-toggle-folds = open or close all repeated text
    .name = all repeated text
key-earlier = to the earlier words that the repeat in view repeats
    .hint = earlier
    .name = earlier words
key-filter = filter by source, month, day
    .hint = filter
    .name = filter
key-sort = sort: newest, oldest, by source, by relevance
    .hint = sort
    .name = sort
key-group = group by nothing, source, month, day
    .hint = group
    .name = group
key-stories = one row a story, or every article
    .hint = stories
    .name = stories
key-take-value = take or leave the value
    .hint = take
    .name = take or leave
key-leave-out = leave the source out of the list, or let it in again
    .hint = leave out
    .name = leave the source out
key-find-source = find a source by a part of its name
    .hint = find
    .name = find a source
key-dates = dates from which and to which articles are listed
    .hint = dates
    .name = dates from and to
key-accept-filter = back to the rows, with what is typed
    .hint = accept
    .name = accept
key-cancel-filter = give up what is typed
    .hint = cancel
    .name = cancel
key-next-value = next of the sources found
    .hint = next
    .name = next source
key-previous-value = previous of the sources found
    .name = previous source
key-leave-filter = all sources again; then close
    .name = leave the filter
key-other-column = sources or dates
    .hint = other column
    .name = other column
key-clear-filter = clear the filter
    .hint = clear
    .name = clear the filter
key-forms = words in all their forms, in this one and its spellings, as typed
    .hint = forms
    .name = forms of the words
key-all-forms = all forms of the words, or not
    .name = all forms
key-exact-form = words as they are typed, or not
    .name = exact
key-this-form = this form only; again: all forms
    .name = this form only
key-forms-again = all forms of the word again
    .name = all forms again
key-numbered-form = all forms of the word again; 3=: the third form only
    .name = form of that number
key-down = down
    .name = down
key-up = up
    .name = up
key-half-down = half a page down
    .name = half a page down
key-half-up = half a page up
    .name = half a page up
key-page-down = a page down
    .name = a page down
key-page-up = a page up
    .name = a page up
key-top = to the top
    .name = top
key-bottom = to the end
    .name = end
key-next-article = next article of the list
    .name = next article
key-previous-article = previous article of the list
    .name = previous article
key-next-hit = next match
    .name = next match
key-previous-hit = previous match
    .name = previous match
key-clear-search = clear the search
    .name = clear the search
key-jump-back = back to where you jumped from
    .name = jump back
key-jump-forward = forward again (also Ctrl-i)
    .name = jump forward
key-preview = preview on or off
    .name = preview
key-full-width = the whole width for the article, or the list beside it; 80z: lines of 80 columns
    .name = whole width
key-info = what is known of the article, and from where
    .name = what is known
key-problems = what could not be read, or was guessed
    .name = problems
key-overview = what is in the corpus: sizes, dates, sources over time
    .name = overview
key-help = this help
    .hint = help
    .name = help
key-palette = every command by its name
    .name = commands
key-do-command = carry the command out
    .hint = do it
    .name = do it
key-next-command = next command
    .hint = next
    .name = next command
key-previous-command = previous command
    .name = previous command
palette-title = Commands
palette-nothing = no such command
palette-not-here = not on this screen: { $command }
only-in-list = only in the list
only-in-reader = only while reading
only-in-search = only in the search box
only-in-facets = only in the filter
only-in-related = only among related articles
only-in-elsewhere = only in “the same elsewhere”
only-in-compare = only while comparing
only-in-overlay = only in the help
only-in-problems = only among the problems
only-in-overview = only in the overview
now-nothing-searched = nothing is searched
now-nothing-filtered = nothing is filtered
now-nothing-selected = nothing is selected
now-nothing-loading = nothing is loading
now-titled = { $title }
language-name = English
key-retry = ask again for what failed, else read changed files
    .name = ask again
key-redraw = draw the screen anew
    .name = redraw
key-language = the next language of the program
    .name = language
key-toggle-tashkeel = vowel marks shown or not
    .name = vowel marks
key-switch-order = Arabic looks reversed? send it another way
    .name = order of Arabic
key-switch-shape = joined letters sent or not
    .name = joined letters
key-suspend = suspend (fg comes back)
    .name = suspend
key-back-to-list = back to the list
    .hint = back
    .name = back
key-close-panel = close the panel
    .hint = close
    .name = close
key-back-to-article = back to the article
    .hint = back
    .name = back
key-close = close
    .hint = close
    .name = close
key-row-articles = the articles of the selected row
    .hint = its articles
    .name = its articles
key-quit = quit
    .hint = quit
    .name = quit
key-leave = clear search and filter; stop loading; one screen back
    .name = leave
key-quit-at-once = quit at once
    .name = quit at once
key-stop = stop loading; twice: quit
    .name = stop loading
key-accept-search = keep the search, go to the list
    .hint = accept
    .name = accept
key-cancel-search = back to what was there
    .hint = cancel
    .name = cancel
key-next-result = next result
    .hint = next
    .name = next result
key-previous-result = previous result
    .name = previous result
key-earlier-search = earlier search
    .hint = history
    .name = earlier search
key-later-search = later search
    .name = later search
key-caret-left = caret left
    .name = caret left
key-caret-right = caret right
    .name = caret right
key-caret-forward = caret on by a character of the text
    .name = character on
key-caret-backward = caret back by a character of the text
    .name = character back
key-word-right = caret a word to the right
    .name = word right
key-word-left = caret a word to the left
    .name = word left
key-word-forward = caret on by a word of the text
    .name = word on
key-word-backward = caret back by a word of the text
    .name = word back
key-caret-home = caret to the beginning
    .name = caret to the beginning
key-caret-end = caret to the end
    .name = caret to the end
key-delete-back = delete backward
    .name = delete backward
key-delete-forward = delete forward
    .name = delete forward
key-delete-word = delete the word before
    .name = delete the word before
key-delete-word-backward = delete back to a word's start
    .name = delete to the word's start
key-delete-word-forward = delete on to a word's end
    .name = delete to the word's end
key-delete-to-start = delete to the beginning
    .name = delete to the beginning
key-delete-to-end = delete to the end
    .name = delete to the end
key-suspend-typing = suspend
    .name = suspend
key-screen-back = one screen back
    .hint = back
    .name = back

overlay-keys = Keys
keys-first = what matters most
keys-moving = moving
keys-reading = reading
keys-searching = searching
keys-listing = the list
keys-comparing = comparing
keys-typing = typing
keys-screens = screens
keys-program = the program

# What is printed on keyboards stays as it is there in every language.
key-called-enter = Enter
key-called-esc = Esc
key-called-tab = Tab
key-called-backspace = Backspace
key-called-delete = Delete
key-called-home = Home
key-called-end = End
key-called-page-up = PgUp
key-called-page-down = PgDn
key-called-space = Space

overlay-known = What is known
overlay-in-search-box = in the search box
overlay-signs = signs
overlay-searchable = what can be searched
overlay-hints = { $close } closes · { $scroll } scroll
overlay-more = { $lines ->
    [one] { $lines } more
   *[other] { $lines } more
}
sign-explained = { $sign }: { $meaning }
sign-folds = how many passages of the article repeat earlier ones, and are folded
sign-versions = how many versions the story has in the corpus, this one counted
sign-behind = how many more versions the row stands for
sign-guess = the date is a guess
sign-fold = here text is folded that repeats earlier text; open
sign-near = these sentences repeat earlier ones with changes
sign-begun = the last word may go on
sign-typed-direction = in which direction the next letter goes
sign-taken = the filter takes this
sign-left-out = the filter leaves this out
sign-out-of-view = how many rows are out of view, above and below

info-title = title
info-source = source
info-date = date
info-date-text = as written
info-author = author
info-url = url
info-id = id
info-key = key
info-hash = hash
info-file = file
info-record = record
info-read-as = read as
info-words = words
info-paragraphs = paragraphs
info-other-columns = other columns
info-unknown = unknown
info-stdin = stdin
info-record-number = { $record }
info-record-at-line = { $record }, line { $line }
info-format = { $format } · { $encoding }
info-format-doubted = { $format } · { $encoding } ({ $doubt })
charset-broken = with broken bytes
charset-assumed = assumed
charset-named = as named
info-word-count = { $words } ({ $repeats } in repeats)
info-no-paragraphs = 0
info-more-columns = { $columns ->
    [one] { $columns } more
   *[other] { $columns } more
}
class-text = text { $paragraphs }
class-title = title { $paragraphs }
class-byline = byline { $paragraphs }
class-date = date { $paragraphs }
class-chrome = chrome { $paragraphs }
origin-field = field
origin-crawl = crawl
origin-text = text
origin-url = url
origin-folder = folder
origin-file = file
origin-guessed = guessed

## Queries

query-note = { $words }: { $reason }
query-not-a-date = not a date, searched as words
query-not-a-date-yet = not a date yet
query-empty-field = nothing after the colon yet
query-unknown-source = no such source, searched as words
query-unknown-field = no such field (source, title, date), searched as words
query-joins-nothing = nothing to join
query-cannot-join = joins words and phrases only
query-misplaced-star = * stands at the end of a word only

syntax-title = Search syntax
syntax-both-words = both words, in any form or spelling
syntax-together = these words together
syntax-either = either (also OR, |)
syntax-without = without this word, phrase or field
syntax-one-spelling = this spelling only; words that begin so
syntax-near = at most 5 words apart
syntax-in-title = in the title (also title:)
syntax-from-source = from this source (also source:)
syntax-in-days = in these days (also date:, <2015, أيلول); ?: no date

## Faults

store-stopped = the question was withdrawn
store-gone = the article is no longer in the corpus
store-damaged = what an earlier run kept of the corpus is damaged: open it again, it is then read anew
store-no-copies = copies are not known
store-panicked = a fault in the program: { $panic }
load-panicked = loading failed by a fault in the program: { $panic }

index-stopped = the search was stopped
index-engine = the search index failed: { $error }
index-term = the search index failed to read a term: { $error }
index-builder-failed = the search index failed: building a part of it ended by a fault in the program
index-unreadable = the search index failed: a kept article cannot be read
index-too-large = the search index failed: it has more parts, or larger ones, than it can number

kept-missing = nothing of that name is kept
kept-damaged = a kept file is damaged ({ $code })
kept-owned-by-other = { $path } belongs to another user
kept-writable-by-others = { $path } can be written by other users
kept-link-of-other = { $path } is a link of another user
kept-link = { $path } is a link
kept-no-folder = { $path } is no folder
kept-no-file = { $path } is no file
kept-other-version = a kept file is from another version of the program
kept-no-room = there is no room for it: a tenth of the disk stays free, and 20 GB are kept at most
kept-in-use = it is in use by a fihrist that runs
kept-unusable = { $path } cannot be used: { $error }
kept-by-other-run = another run is keeping the same corpus

system-not-found = no such file or directory (os error { $number })
system-denied = permission denied (os error { $number })
system-not-permitted = operation not permitted (os error { $number })
system-input-output = input/output error (os error { $number })
system-folder = is a directory (os error { $number })
system-no-folder = not a directory (os error { $number })
system-disk-full = no space left on device (os error { $number })
system-quota-full = disk quota exceeded (os error { $number })
system-read-only = read-only file system (os error { $number })
system-too-many-files = too many open files (os error { $number })
system-too-many-links = too many levels of symbolic links (os error { $number })
system-long-name = file name too long (os error { $number })
system-no-memory = cannot allocate memory (os error { $number })
system-timed-out = connection timed out (os error { $number })
system-stale = stale file handle (os error { $number })
system-other = system error { $number }

library-cut-off = { $text }
library-damaged = { $text }
library-json-cut-off = { $text }
library-json-syntax = { $text }
json-ends-in-list = eof while parsing a list
json-ends-in-object = eof while parsing an object
json-ends-in-string = eof while parsing a string
json-ends-before-value = eof while parsing a value
json-no-colon = expected `:`
json-list-goes-on = expected `,` or `]`
json-object-goes-on = expected `,` or `{"}"}`
json-no-literal = expected ident
json-no-value = expected value
json-no-quote = expected `"`
json-escape = invalid escape
json-number = invalid number
json-number-too-large = number out of range
json-code-point = invalid unicode code point
json-control = control character (\u0000-\u001f) found while parsing a string
json-key-no-string = key must be a string
json-lone-surrogate = lone leading surrogate in hex escape
json-trailing-comma = trailing comma
json-trailing-text = trailing characters
json-escape-cut-off = unexpected end of hex escape
json-too-deep = recursion limit exceeded
json-other = { $text }
library-other = { $text }

## Verbs

no-such-id = no article has the id "{ $id }" (fihrist list shows the ids)
several-own-ids = { $count ->
    [one] one record has the id "{ $id }": give the key of it: { $keys }
   *[other] { $count } records have the id "{ $id }": give the key of one: { $keys }
}
several-beginnings = more than one id or key begins with "{ $id }": give more of it: { $names }
several-files = { $count ->
    [one] one file holds the record "{ $id }": give the id of it: { $ids }
   *[other] { $count } files hold the record "{ $id }": give the id of one: { $ids }
}
id-and-key = { $id } (key { $key })
listed-further = { $listed }, { $next }
listed-cut = { $listed }, …

no-such-source = --source { $name }: no article has such a source
query-noted = { $about }: { $reason }
query-noted-of = { $query }: { $about }: { $reason }
more-noted = { $more ->
    [one] and one more like this
   *[other] and { $more } more like this
}
more-noted-of = { $more ->
    [one] { $query }: and one more like this
   *[other] { $query }: and { $more } more like this
}
search-loosened = no article has all the words; these have some
search-last-loosened = { $result } has only some of the words
search-rest-loosened = { $first } to { $last } have only some of the words
queries-not-opened = cannot open { $path }: { $error }
queries-not-read = { $path }: { $error }
no-query-in-line = { $path }:{ $line }: a query is {"{"}"qid": …, "query": …{"}"}: { $error }
query-line-no-object = it is no object
query-line-no-field = it has no { $field }
query-line-no-text = its { $field } is no text

related-version = version
related-versions = { $versions ->
    [one] +{ $versions } version
   *[other] +{ $versions } versions
}

check-error = error: { $problem }
check-guess = guess: { $problem }
check-note = note: { $problem }
check-tally = articles: { $articles }, errors: { $errors }, guesses: { $guesses }, notes: { $notes }
check-read-as = read as: { $counts }
check-encoding = encoding: { $counts }
check-title-from = title from: { $counts }
check-source-from = source from: { $counts }
check-date-from = date from: { $counts }
check-count = { $name } { $count }
check-count-named = { $name } { $count }
found-in-field = field
found-in-crawl = crawl
found-in-text = text
found-in-url = url
found-in-folder = folder
found-in-file = file
format-named = { $name }
format-text = text
format-mail = mail
format-feed = feed
format-packed = { $format } ({ $packing })
check-count-unknown = unknown { $count }

no-keep-folder = nothing is kept, and no folder is known where it could be (try: --keep-dir DIR)
several-kept-names = more than one name begins with "{ $name }": give more of it
nothing-kept-of = nothing is kept of { $path }
kept-stays = { $name } stays: { $error }
kept-state-in-use = in use
kept-dropped = dropped
kept-state-other-version = from another version of fihrist
kept-state-torn = damaged
kept-torn-removed = damaged, removed
kept-state-unreadable = cannot be used
kept-sum-nothing = nothing is kept in { $folder }
kept-sum = { $corpora ->
    [one] 1 corpus, { $size } in { $folder }
   *[other] { $corpora } corpora, { $size } in { $folder }
}
kept-verified = files: { $files }, { $size }, not whole: { $spoiled }

store-answered-otherwise = the store answered another question than the one asked
corpus-changed-meanwhile = the corpus changed while it was read: try again
read-anew = a kept file is damaged; all is read anew

## Options

nothing-to-open = nothing to open: give a file or a folder, pipe articles in, or set FIHRIST_PATH (try: fihrist --help)
nothing-to-open-at = nothing to open at { $paths } (check the path)
paths-before-command = the PATHs of a command come after it (a path named like a command: ./list)
nothing-piped = - is what is piped in, and nothing is (try: zcat news.gz | fihrist -)
input-twice = standard input cannot be both the corpus and the queries
related-to-what = related to what? give an ID, or --all
search-what = search what? give a QUERY, or --queries FILE
nothing-between = nothing lies between --from { $from } and --to { $to }: the first is the later one
no-source-name = --source "{ $name }": a source's name is needed, or a part of it, or ? for articles without one
no-date-with-year = { $flag } "{ $date }": not a date with a year: 2015, 2015-08, 2015-08-03, 3/8/2015, ٢٠١٥, 'آب 2015' and 'رمضان 1436' are understood
keep-dir-unused = --no-keep keeps nothing: what is --keep-dir to be?
memory-disk-without-keep = --memory disk reads from what is kept: leave --no-keep away, or keep it elsewhere with --keep-dir
memory-disk-without-folder = --memory disk needs a folder to keep things in: name one with --keep-dir
unknown-bidi-mode = { $variable } is "{ $value }", but must be auto, visual, override, words, runs or logical
unknown-theme = { $variable } is "{ $value }", but must be auto, dark, light, mono or 16
unknown-keyboard = { $variable } is "{ $value }", but must be auto, ar, ar-mac, fa, ckb, ur, ur-nla, he, el, ru or off
chosen-by-flag = the flag { $flag }
chosen-by-variable = the variable { $variable }

unexpected-argument = unexpected argument '{ $argument }' found
unknown-command = unrecognized subcommand '{ $command }'
invalid-value = invalid value '{ $value }' for '{ $argument }'
invalid-value-because = invalid value '{ $value }' for '{ $argument }': { $why }
invalid-value-one-of = invalid value '{ $value }' for '{ $argument }' [possible values: { $values }]
value-needed = a value is required for '{ $argument }' but none was supplied
no-value-wanted = unexpected value '{ $value }' for '{ $argument }' found; no more were expected
missing-arguments = the following required arguments were not provided: { $arguments }
arguments-conflict = the argument '{ $argument }' cannot be used with '{ $other }'
argument-twice = the argument '{ $argument }' cannot be used multiple times
argument-not-utf8 = an argument is not UTF-8
wrong-arguments = wrong arguments: { $error }
similar-argument = a similar argument exists: '{ $argument }'
similar-value = a similar value exists: '{ $value }'
more-help = For more information, try '--help'.
usage = Usage: { $usage }
usage-options = OPTIONS
usage-command = COMMAND
no-whole-number = a whole number is needed
no-number = not a number
language-not-spoken = { $values }
no-field-pair = «{ $pair }» is not WHAT=FIELD; WHAT is one of { $known }
no-share = a number above 0, at most 1, is needed
unknown-encoding = not an encoding that is known; try auto, utf-8, windows-1256, iso-8859-6 or utf-16le

help-examples = Examples:
example-browse = browse a folder, whatever it holds
example-search = the best matches, a line each
example-json = the same for scripts
example-forms = which spellings answer, and how often
example-show = one article, repeats collapsed
example-related = what is close to it, and why
example-dups = the same story in several articles
example-stats = what is in the corpus, at a glance
example-check = what could not be read, or was guessed
example-kept = what is kept between runs, and where
example-piped = browse what is piped in
help-paths-are = PATH is a file or a folder, or - for standard input; without one, $FIHRIST_PATH is opened, or what is piped in. Text, JSON, CSV, TREC, XML, HTML, RSS, mbox, WARC and parquet are read, also in gz, zst, bz2, xz, zip and tar.
help-path-like-command = A path that is named like a command: ./list, or -- list.
help-exit-status = Exit status: 0 found, 1 nothing found, 2 usage or read error.
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:
help-with-default = { $help } [default: { $value }]
help-with-values = { $help } [possible values: { $values }]

help-about = A corpus browser for the terminal that reads Arabic right
help-terminal = Find out how Arabic has to be sent to this terminal, and try it on a test card
help-list = List the articles, newest first
help-check = Report every file and record that was skipped or guessed: why, and what would mend it
help-stats = Say what is in the corpus: words, stories, dates, sources over time
help-search = Search the articles, best match first
help-show = Show one article, repeated text collapsed
help-dups = List what is said twice: within each article, or by several articles
help-related = List the articles closest to one, with the terms they share
help-kept = List what is kept between runs, so that a corpus opens at once; drop it, check it
help-kept-list = List the corpora that something is kept of, last used first (the default)
help-kept-drop = Remove what is kept of a corpus, unless it is in use
help-kept-verify = Check every byte of what is kept, and remove what is torn
help-help = Print this message or the help of the given subcommand(s)
help-help-flag = Print help
help-version = Print version

help-json = JSON Lines for scripts
help-paths = Files and folders to browse
help-corpus-paths = Files and folders of the corpus
help-heading-reading = How files are read (try: fihrist check PATH):
help-encoding = The encoding of all files [default: each file's own: UTF-8, UTF-16, else windows-1256]
help-map = Which fields hold what, where their names do not say it: title=headline,date=pub.date
help-whole-files = A text file is one article, even where lines of ===== part it
help-heading-keeping = What is kept between runs (try: fihrist kept):
help-no-keep = Keep nothing, and use nothing that was kept
help-keep-dir = Keep it in this folder [environment: FIHRIST_KEEP_DIR; default: ~/.cache/fihrist]
help-verify = Compare all files by their content with what was kept
help-memory = Where texts and index are while the program runs
help-memory-auto = In memory, as long as half of what is free is enough
help-memory-disk = In the kept files, which are read at need: for corpora larger than memory
help-heading-display = How text gets onto the terminal (try: fihrist terminal):
help-bidi = Order in which right-to-left text is sent [environment: FIHRIST_BIDI, LC_FIHRIST_BIDI]
help-shape = Send Arabic letters joined (forms) or as they are (none)
help-tashkeel = Show vowel marks or leave them out
help-theme = Colours for the background that the terminal has [environment: FIHRIST_THEME, LC_FIHRIST_THEME, NO_COLOR, CLICOLOR]
help-measure = Most columns of a line of text in the reader (72 where it is wide)
help-ascii = Rules and signs in ASCII
help-plain-text = For speech and braille: letters in the order of reading, not joined, and no rules
help-keyboard = Layout of the keyboard, where its letters do not tell [environment: FIHRIST_KEYBOARD, LC_FIHRIST_KEYBOARD]
help-mouse = Point at articles, repeats and the search box; selecting text then needs Shift
help-heading-language = In which language the program speaks:
help-language = Language of the program's own words [environment: FIHRIST_LANGUAGE, LC_FIHRIST_LANGUAGE, LANG]
help-digits = Digits of numbers
help-dir = Side on which screens begin: that of the language (auto), the right, the left

help-search-query = Words, "phrases", -exclusions, and more: see below (a path, with --queries)
help-search-n = At most this many results
help-search-typing = Treat the last word as one still being typed
help-search-exact = Only these spellings, as with = before every word
help-search-word = Only these letters, whatever clings before them and however their hamza is written
help-search-source = Only this source, or sources with this in their names; may be given again
help-search-from = Not before this year, month or day: 2015, 2015-08, 2015-08-03
help-search-to = Not after it
help-search-sort = Order of the results
help-search-sort-relevance = Best match first
help-search-sort-date = Newest first
help-search-sort-oldest = Oldest first
help-search-sort-source = By source, newest first in each
help-search-forms = Instead of articles, list the spellings that answer each word, and in how many of the articles found each stands
help-search-snippets = Below each article, show where it matches (--json always does)
help-search-queries = Run every query of this file (JSON Lines with qid and query; - is standard input)
help-show-id = An id or a key, or the beginning of one
help-show-dedup = Repeats collapsed to a line each (the default)
help-show-raw = The text as it is, nothing collapsed
help-show-dups = Only what repeats, and what changed in it
help-show-visual = What a terminal that knows no Arabic is to be sent: reordered, joined, wrapped
help-show-width = Columns of a line [default: the terminal's, or 80]
help-dups-scope = Within articles, across the corpus, or both; articles that are alike are listed together, and one that is like several that are not like each other is listed more than once
help-dups-all = Articles without repeats too
help-dups-min-words = Fold a sentence that repeats alone if it has at least this many words
help-dups-threshold = Share of sequences of five words from which two articles are one story
help-related-id = An id or a key, or the beginning of one (a path, with --all)
help-related-n = At most this many related articles; versions of the article itself come besides
help-related-all = For every article
help-related-explain = What each shared term weighs
help-kept-drop-which = A name as it is listed, or the paths that the corpus was opened with
help-kept-drop-all = Everything

## The terminal

not-a-terminal = stdout is not a terminal; for scripts use `fihrist list`, `search`, `show` or `related`
dumb-terminal = TERM=dumb: a terminal that moves no cursor cannot show the browser; use `fihrist list`, `search` and `show`, or set TERM to what the terminal is
no-keyboard = no keyboard: { $error } (stdin is not a terminal and /dev/tty cannot be used)
terminal-gone = the terminal is gone: { $error }
no-input = cannot listen to the keyboard and to signals: { $error }
no-lanes = cannot start the threads that search: { $error }
no-loading = cannot start loading: { $error }

terminal-named = { $name }
terminal-vte = a VTE terminal
terminal-inside = { $name } in { $outer }
terminal-of-term = { $term }

why-console = a console, which shows cells where they are put
why-bidi-goes-off = its own bidi can be turned off, and is while fihrist runs
why-bidi-was-off = its own bidi was off already
why-bidi-off-for-good = its own bidi is off for good
why-bidi-stays-on = its own bidi cannot be turned off
why-kitty = kitty turns each right-to-left word round by itself
why-mlterm = mlterm, whose own bidi is turned off while fihrist runs
why-qterminal = QTerminal reorders text, and that cannot be turned off
why-konsole = Konsole reorders text, and that cannot be turned off from here
why-putty = PuTTY reorders text, and that cannot be turned off from here
why-terminal-app = Terminal.app reorders text, but heeds LRO
why-silent = it answers no question; most terminals show cells where they are put
why-no-bidi = it has no bidi of its own that could be turned off
why-nothing-says-so = nothing says that it reorders text
why-behind = { $name } is behind it
why-vte-behind = a VTE terminal is behind it, whose bidi cannot be reached from here
why-vte-version = VTE_VERSION says that a VTE terminal is behind it, whose bidi cannot be reached from here
why-unknown-behind = it is unknown which terminal is behind it; most show cells where they are put

terminal-hint-kitty = if digits, brackets or full stops stand on the wrong side of their words, kitty's font has no Arabic letters: use --bidi runs, or a font_family that has them (DejaVu Sans Mono)
terminal-hint-konsole = Konsole's own bidi can be turned off in its profile (Advanced, bi-directional text rendering); then use --bidi visual
terminal-hint-putty = PuTTY turns whole rows round, and some cannot be had right. Better: in its settings, Terminal, Features, tick "Disable bidirectional text display" (and "Disable Arabic text shaping"), then use --bidi visual
terminal-hint-tmux = tmux hides the terminal's bidi switch. Better: put this line into ~/.tmux.conf, start tmux anew, then use --bidi visual:
terminal-hint-optional = if Arabic is reversed here, bidi was turned on in the terminal's settings: turn it off, or see `fihrist terminal`
terminal-not-utf8 = this terminal does not read UTF-8, so no Arabic can be shown on it
tmux-client-not-utf8 = tmux sends this terminal no UTF-8, so no Arabic: use `tmux -u attach`

display-as-needed = Arabic is sent as { $name } needs it; see `fihrist terminal`
display-joined = letters sent joined (--shape forms)
display-not-joined = letters sent not joined (--shape none)
display-marks-hidden = vowel marks hidden (--tashkeel strip)
display-marks-shown = vowel marks shown (--tashkeel keep)
display-order = Arabic is sent in { $mode } order (--bidi { $mode })
display-order-as-found = Arabic is sent in { $mode } order, as found for this terminal (--bidi { $mode })
display-goes-on-reordering = this terminal goes on reordering text, so Arabic is sent in logical order
display-shown-on = now shown on { $name }

card-line-title = Which of these lines reads right?
card-line-explained = Each is to be read from its right end, and says: he wrote, the teacher, «no», (Islam), 1,500 times, on 30/9/2015, from CNN. Letters are joined, brackets open towards their words, CNN is at the left end, the bars stand below each other.
card-line-explained-short = From the right: he wrote, «no», (without), 30/9, CNN.
card-looks-title = And which of these looks best?
card-looks-explained = 1 joined letters with marks, 2 without marks, 3 and 4 the same not joined. Take the first that has no holes, boxes or question marks, and whose marks stand on their letters.
card-looks-explained-short = 1 joined, 2 no marks, 3 4 not joined: the first without holes and boxes.
card-which-reads-right = Which line reads right?
card-which-is-right = Which is right?
card-which-looks-best = Which looks best?
card-which-is-best = Which is best?
card-none = n none
card-leave = q leave
card-this-is = This is { $name }.
card-found = Found: --bidi { $mode }, since { $why }.
card-terminal-gone = the terminal is gone

report-terminal = terminal
report-term = TERM
report-size = size
report-its-bidi = its bidi
report-its-name = its name
report-behind-it = behind it
report-widths = widths
report-encoding = encoding
report-found = found
report-you-say = you say
report-hint = hint
report-use = Use
report-for-good = For good
report-or = Or
report-not-a-terminal = stdout is not a terminal, so nothing can be asked
report-typed = { $text }
report-cells = { $cols }x{ $rows }, { $term }
report-behind = { $name }
report-bidi-not-answered = not answered (DECRQM 8)
report-bidi-unknown = not known to it (DECRQM 8)
report-bidi-on = on, can be turned off (DECRQM 8)
report-bidi-off = off already (DECRQM 8)
report-bidi-on-for-good = on for good (DECRQM 8)
report-bidi-off-for-good = off for good (DECRQM 8)
report-names = { $version } (XTVERSION), { $numbers } (DA2)
report-version-only = { $version } (XTVERSION), not answered (DA2)
report-numbers-only = not answered (XTVERSION), { $numbers } (DA2)
report-no-names = not answered (XTVERSION), not answered (DA2)
report-utf8 = UTF-8
report-utf8-wide = UTF-8; characters of ambiguous width take two columns there, so signs are sent in ASCII
report-encoding-not-answered = not answered
report-mode-found = --bidi { $mode }: { $why }
report-mode-asked = --bidi { $mode }, by { $by }
report-mode-asked-beside = { $complaint }; --bidi { $mode }, by { $by }
report-in-profile = in the shell's profile here, or where you come from by ssh
report-nothing-chosen = Nothing was chosen: fihrist goes on with --bidi { $mode }.
report-no-line = No line reads right. A terminal that leaves text alone shows the first one right: xterm, alacritty, foot, Windows Terminal, or tmux in one of them. Some can be set to do that: see the hint, if there is one.
report-nothing-to-set = Nothing needs to be set: fihrist does this by itself here.

sample-joined-letter = a joined letter
sample-lam-alef = lam-alef
sample-marked-letter = a letter with marks
sample-guillemet = a guillemet
sample-arrow = an arrow
sample-chinese-character = a Chinese character
sample-emoji = an emoji
widths-not-answered = not answered
widths-as-expected = as expected for { $answered } of { $samples } samples
width-wrong = { $sample } takes { $taken } and not { $expected }
widths-wrong = { $listed }, { $next }
