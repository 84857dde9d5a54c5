//! The threads that ask the store: one a lane, of which the newest ask counts; all answers go to the loop.
//!
//! An ask that a newer one overtakes on its lane is stopped, whether it runs or still waits, and is answered
//! with [`StoreError::Stopped`]: whoever waits for it learns that it will not come. A store that panics has
//! failed to answer, no more: the lane goes on.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use crossbeam_channel::Sender;

use super::panics::caught;
use super::{LoopEvent, send};
use crate::app::{Lane, Msg, StoreReply};
use crate::corpus::Stop;
use crate::store::{Answered, Ask, Store, StoreError};

/// Asks a store on a thread for each lane.
pub(super) struct Lanes {
    queues: Vec<(Lane, Arc<Queue>)>,
    events: Sender<LoopEvent>,
}

/// What is asked on one lane.
#[derive(Default)]
struct Queue {
    state: Mutex<QueueState>,
    changed: Condvar,
}

#[derive(Default)]
struct QueueState {
    /// The newest ask, while the thread is busy with the one before.
    next: Option<(u64, Box<Ask>)>,
    /// Stops the ask that runs, or has no effect after it.
    running: Stop,
    /// No more asks will come: the thread ends.
    closed: bool,
}

impl Lanes {
    /// Lanes whose answers go to `events`, once their threads have been started.
    pub(super) fn new(events: &Sender<LoopEvent>) -> Lanes {
        let queue = |lane| (lane, Arc::new(Queue::default()));
        Lanes {
            queues: Lane::ALL.into_iter().map(queue).collect(),
            events: events.clone(),
        }
    }

    /// Starts the threads that ask the store.
    pub(super) fn start(&self, store: &Arc<dyn Store>) -> io::Result<()> {
        for (lane, queue) in &self.queues {
            let (store, events) = (Arc::clone(store), self.events.clone());
            let queue = Arc::clone(queue);
            thread::Builder::new()
                .name(format!("lane {lane:?}"))
                .spawn(move || answer_all(&queue, &*store, &events))?;
        }
        Ok(())
    }

    /// Asks; the answer comes as a message. What was asked on this lane before is stopped.
    pub(super) fn ask(&self, lane: Lane, generation: u64, ask: Box<Ask>) {
        let queue = self.queues.iter().find(|(of, _)| *of == lane);
        debug_assert!(queue.is_some(), "no thread for {lane:?}");
        let Some((_, queue)) = queue else {
            return;
        };
        let mut state = queue.lock();
        // Answered here: the thread will never see it.
        let overtaken = state.next.replace((generation, ask));
        state.running.now();
        drop(state);
        queue.changed.notify_one();
        if let Some((generation, _)) = overtaken {
            let reply = StoreReply {
                generation,
                result: Err(StoreError::Stopped),
                micros: 0,
            };
            let _ = send(&self.events, Msg::Reply(Box::new(reply)));
        }
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        for (_, queue) in &self.queues {
            let mut state = queue.lock();
            state.closed = true;
            state.running.now();
            queue.changed.notify_one();
        }
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next ask; `None` when there will be none.
    fn next(&self) -> Option<(u64, Box<Ask>, Stop)> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some((generation, ask)) = state.next.take() {
                state.running = Stop::default();
                return Some((generation, ask, state.running.clone()));
            }
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Answers the asks of a lane until it is closed, or the loop is gone.
fn answer_all(queue: &Queue, store: &dyn Store, events: &Sender<LoopEvent>) {
    while let Some((generation, ask, stop)) = queue.next() {
        let began = Instant::now();
        let result = answer(store, &ask, &stop);
        let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        let reply = StoreReply {
            generation,
            result,
            micros,
        };
        if send(events, Msg::Reply(Box::new(reply))).is_break() {
            return;
        }
    }
}

/// Asks the store; a panic in it is a failed answer.
fn answer(store: &dyn Store, ask: &Ask, stop: &Stop) -> Result<Answered, StoreError> {
    caught(|| store.ask(ask, stop))
        .unwrap_or_else(|panicked| Err(StoreError::Panicked(panicked.to_string())))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crossbeam_channel::unbounded;

    use super::*;
    use crate::store::{Answer, Known, State};

    /// Answers only when stopped, but for `Ask::Find`: that panics for `!` and answers else.
    struct Slow;

    impl Store for Slow {
        fn ask(&self, ask: &Ask, stop: &Stop) -> Result<Answered, StoreError> {
            if let Ask::Find(id) = ask {
                assert!(id != "!", "as asked");
                return Ok(Answered {
                    state: State::default(),
                    answer: Answer::Records(Vec::new()),
                });
            }
            while !stop.is_set() {
                thread::sleep(Duration::from_millis(1));
            }
            Err(StoreError::Stopped)
        }

        fn known(&self) -> Known {
            Known::default()
        }
    }

    fn replies(asks: &[(Lane, Ask)], count: usize) -> Vec<(u64, bool)> {
        let (sender, events) = unbounded();
        let store: Arc<dyn Store> = Arc::new(Slow);
        let lanes = Lanes::new(&sender);
        lanes.start(&store).unwrap();
        for (generation, (lane, ask)) in (1..).zip(asks) {
            lanes.ask(*lane, generation, Box::new(ask.clone()));
        }
        let mut found: Vec<(u64, bool)> = (0..count)
            .map(|_| match events.recv_timeout(Duration::from_secs(20)) {
                Ok(LoopEvent::Msg(Msg::Reply(reply))) => (reply.generation, reply.result.is_ok()),
                _ => (0, false),
            })
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn the_newest_ask_of_a_lane_wins_and_the_others_are_stopped() {
        let find = Ask::Find(String::new());
        let asks = [
            (Lane::List, Ask::Problems),
            (Lane::List, Ask::Problems),
            (Lane::List, find),
        ];
        assert_eq!(replies(&asks, 3), [(1, false), (2, false), (3, true)]);
    }

    #[test]
    fn lanes_do_not_wait_for_one_another() {
        let find = Ask::Find(String::new());
        let asks = [(Lane::List, Ask::Problems), (Lane::Panel, find)];
        assert_eq!(replies(&asks, 1), [(2, true)]);
    }

    #[test]
    fn a_panic_is_a_failed_answer_and_the_lane_goes_on() {
        let asks = [(Lane::List, Ask::Find("!".to_owned()))];
        assert_eq!(replies(&asks, 1), [(1, false)]);
        let asks = [
            (Lane::List, Ask::Find("!".to_owned())),
            (Lane::List, Ask::Find(String::new())),
        ];
        assert_eq!(replies(&asks, 2), [(1, false), (2, true)]);
    }
}
