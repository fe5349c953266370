//! The threads that share the work, one for each processor, or as many as `RAYON_NUM_THREADS` says.

use std::sync::LazyLock;

use rayon::ThreadPoolBuilder;

/// Says how many there are, for who wants another number.
pub const THREADS: &str = "RAYON_NUM_THREADS";

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

/// Does this on one of them beside what comes next, if there is one to spare; nobody waits for it.
pub fn meanwhile(work: impl FnOnce() + Send + 'static) {
    if *READY && rayon::current_num_threads() > 1 {
        rayon::spawn(work);
    }
}
