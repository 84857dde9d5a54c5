//! Writes a corpus of any size as JSON Lines, the same on every run.
//!
//! The first articles are those of `FIHRIST_BENCH_TEXT` (files or folders with `:` between them), or of
//! demo-corpus; the others are made of their sentences, with ever new words: `generate/mod.rs`.
//!
//! ```sh
//! cargo bench --bench generate -- 1000000 > million.jsonl
//! cargo bench --bench generate -- 1000000 --seed 2 --short | wc -c     # records of 100 letters
//! FIHRIST_BENCH_TEXT=million.jsonl cargo bench --bench generate -- --growth
//! ```
//!
//! The last prints how the number of different words of a corpus grows with its size.

#[path = "generate/mod.rs"]
mod generate;

use std::io::{self, BufWriter};

use generate::Recipe;
use generate::given::{given_paths, print_growth};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut recipe = Recipe {
        articles: 0,
        seed: 1,
        short: false,
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // What cargo adds.
            "--bench" => {}
            "--short" => recipe.short = true,
            "--seed" => recipe.seed = number(arguments.next().as_deref()),
            "--growth" => {
                print_growth(given_paths());
                return Ok(());
            }
            articles => recipe.articles = number(Some(articles)),
        }
    }
    if recipe.articles == 0 {
        eprintln!("how many articles? cargo bench --bench generate -- 50000 > news.jsonl");
        return Ok(());
    }
    let written = recipe.write(&mut BufWriter::new(io::stdout().lock()))?;
    eprintln!(
        "{} given articles, {} made, {:.1} MB of titles and texts",
        written.given,
        written.made,
        written.text_bytes as f64 / 1e6
    );
    Ok(())
}

fn number<T: std::str::FromStr>(argument: Option<&str>) -> T {
    let parsed = argument.and_then(|argument| argument.parse().ok());
    parsed.unwrap_or_else(|| {
        eprintln!("{} is no number", argument.unwrap_or("nothing"));
        std::process::exit(2)
    })
}
