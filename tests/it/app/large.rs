//! Articles with very long fields in, how much of them is laid out for a key and its screen out.

use fihrist::library;
use fihrist::text::laid_out_bytes;

use super::driver::Driver;
use crate::support::Scratch;

/// Bytes of each long field.
const LONG: usize = 400_000;
/// Bytes laid out for a key and its screen: two parts of the title, and all else that is on the screen.
const MOST: usize = 200_000;

#[test]
fn a_long_title_or_source_is_looked_at_as_far_as_it_is_seen() {
    let long = |word: &str| word.repeat(LONG / word.len());
    let record = format!(
        r#"{{"id":"1","title":"{}","source":"{}","author":"{}","text":"وصل القارب إلى الميناء."}}"#,
        long("ميناء المرجان "),
        long("صدى الساحل "),
        long("هدى "),
    );
    let corpus = Scratch::with(&[("a.jsonl", &record)]);
    let library = library::open(&[corpus.path().to_owned()]).unwrap();
    for size in [(80, 24), (120, 40)] {
        let mut driver = Driver::new(&library, size);
        for keys in ["<enter>", "<space>", "G", "k", "i", "j", "q", "q", "z"] {
            let before = laid_out_bytes();
            driver.press(keys).draw();
            let laid_out = laid_out_bytes() - before;
            assert!(laid_out < MOST, "{keys}: {laid_out} bytes laid out");
        }
        let before = laid_out_bytes();
        driver.resize(size.0 / 2, size.1).draw();
        assert!(laid_out_bytes() - before < MOST);
    }
}
