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
one-row-a-story = one row a story
every-article = every article
looking-for-copies = looking for copies …
copies-not-known = copies are not known
last-article = this is the last article
first-article = this is the first article
no-further-match = no further match
no-match = no match in this article
nothing-folded = nothing is folded in this article
no-fold-in-view = no fold in view; E opens all
no-repeat-in-view = nothing in view repeats anything
no-jump-back = no jump to go back to
no-jump-forward = no jump to go forward to
no-such-form = the word has no form { $number }
turned-back = pasted text was in screen order: turned back
no-further-change = no further change
no-earlier-change = no earlier change
no-further-version = no further version of this story
as-it-is = { $text }

## Lists, panels and the reader

## Keys, help and what is known of an article

## Queries

## Faults

## Verbs

## Options

## The terminal
