#!/bin/sh
# Records what fribidi shows of every paragraph of demo-corpus, of fribidi/languages.txt and of some
# random lines, into fribidi.tsv beside this script. Run it after any of them has changed; it needs
# the fribidi command. (fribidi.rs says how to ask it about texts of your own.)
set -eu
command -v fribidi >/dev/null || { echo "fribidi is not installed" >&2; exit 2; }
cd "$(dirname "$0")/../.."
FIHRIST_RECORD_FRIBIDI=1 cargo test --test it fribidi::lines_look_as_recorded
