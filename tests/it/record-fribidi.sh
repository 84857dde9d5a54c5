#!/bin/sh
# Records what fribidi shows of every paragraph of demo-corpus, into fribidi.tsv beside this script.
# Run it after demo-corpus has changed; it needs the fribidi command.
set -eu
command -v fribidi >/dev/null || { echo "fribidi is not installed" >&2; exit 2; }
cd "$(dirname "$0")/../.."
FIHRIST_RECORD_FRIBIDI=1 cargo test --test it fribidi::paragraphs_look_as_recorded
