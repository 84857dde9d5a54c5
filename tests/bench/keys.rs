//! Times the thread that answers keys while the store is late, out of order, partial, failing or silent.
//!
//! What is measured: CPU of the thread for each message (a key or a reply) and for each frame, over ten thousand
//! random keys at 120x40; the costliest of each must stay below 16 ms.
//!
//! Corpus: demo-corpus, or what `FIHRIST_BENCH_CORPUS` names.
//!
//! ```sh
//! cargo bench --bench keys
//! ```

#[path = "../it/app/fickle.rs"]
#[expect(dead_code, reason = "the tests ask more of it")]
mod fickle;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use fickle::{Fickle, Habit};
use fihrist::app::Msg;
use fihrist::library;
use fihrist::store::Embedded;
use fihrist::ui;
use fihrist::ui::theme::Theme;
use rustix::time::{ClockId, clock_gettime};

const KEYS: usize = 10_000;
/// Longest work for a message or a frame.
const LIMIT: Duration = Duration::from_millis(16);

fn main() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo-corpus");
    let corpus = std::env::var_os("FIHRIST_BENCH_CORPUS").map_or(demo, PathBuf::from);
    let store = Embedded::of(library::open(&[corpus]).expect("a corpus that opens"));
    store.find_copies();
    let store = Arc::new(store);
    for habit in [
        Habit::Late,
        Habit::OutOfOrder,
        Habit::Failing,
        Habit::Partial,
        Habit::Silent,
        Habit::Mixed,
    ] {
        let mut fickle = Fickle::new(Arc::clone(&store), (120, 40), habit, 11);
        fickle.clock = work;
        let mut frame = Duration::ZERO;
        for _ in 0..KEYS {
            let key = fickle.random_key();
            fickle.send(Msg::Key(key));
            let began = work();
            ui::draw(&fickle.app, Theme::Mono);
            frame = frame.max(work().saturating_sub(began));
            fickle.step();
        }
        let message = fickle.costliest;
        println!(
            "{habit:?}: {KEYS} keys, {} asks, {} stale; costliest message {:.2} ms, frame {:.2} ms",
            fickle.asks,
            fickle.stale,
            message.as_secs_f64() * 1000.0,
            frame.as_secs_f64() * 1000.0
        );
        assert!(message < LIMIT && frame < LIMIT, "longer than {LIMIT:?}");
    }
}

/// CPU time of this thread.
fn work() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or(0),
        u32::try_from(time.tv_nsec).unwrap_or(0),
    )
}
