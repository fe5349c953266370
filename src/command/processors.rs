//! The threads that share the work, one for each processor, or as many as `RAYON_NUM_THREADS` says.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// As much as a usual main thread has, twice: setting a PDF goes deep, and a thread that waits takes up other work.
const STACK: usize = 16 << 20;

/// They are there from the first work on.
static READY: LazyLock<bool> = LazyLock::new(|| ThreadPoolBuilder::new().stack_size(STACK).build_global().is_ok());

/// Does this work on them.
pub fn on_all<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match *READY {
        true => rayon::scope(|_| work()),
        false => work(),
    }
}

/// Does this work for each of these, and tells what came of it in their order, as soon as that is known.
///
/// As long as there is enough for every thread, each has one by itself from begin to end: nobody waits for another, and what
/// it needs is near. One more is under way, for when one waits for the disk. What is left over then is shared.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut tell: impl FnMut(R)) {
    let threads = on_all(rayon::current_num_threads);
    let alone: Vec<ThreadPool> = match items.len() {
        more if more >= threads && threads > 1 => (0..=threads).filter_map(|_| alone().ok()).collect(),
        _ => Vec::new(),
    };
    let (own, shared) = items.split_at(if alone.is_empty() { 0 } else { items.len() - items.len() % threads });
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, results) = mpsc::channel();
        for pool in &alone {
            let (done, next, work) = (done.clone(), &next, &work);
            let one_by_one = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = own.get(at) else { return };
                    // Who listens does so to the end.
                    let _ = done.send((at, work(item)));
                }
            };
            scope.spawn(move || pool.install(one_by_one));
        }
        drop(done);
        // One that takes long holds up what is told, not what is done.
        let (mut early, mut told) = (BTreeMap::new(), 0);
        for (at, result) in results {
            early.insert(at, result);
            while let Some(result) = early.remove(&told) {
                tell(result);
                told += 1;
            }
        }
    });
    for some in shared.chunks(threads.max(1)) {
        let results: Vec<R> = on_all(|| some.par_iter().map(&work).collect());
        results.into_iter().for_each(&mut tell);
    }
}

/// One thread, which shares its work with no other.
fn alone() -> Result<ThreadPool, rayon::ThreadPoolBuildError> {
    ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_done_once_and_told_in_order() {
        for number in [0, 1, 2, 3, 7, 50] {
            let items: Vec<usize> = (0..number).collect();
            let mut told = Vec::new();
            // The first ones take longest.
            let work = |item: &usize| {
                thread::sleep(std::time::Duration::from_millis((number - item) as u64 % 5));
                item * 2
            };
            each(&items, work, |result| told.push(result));
            assert_eq!(told, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
