//! Work of a library that may panic on what a user brought along: here that costs the work and not the run.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// What the work comes to; nothing when it panics. What it was busy with must not be used after that.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    done.ok()
}

/// Whether a panic on this thread is caught here, so that nobody needs to hear of it.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_the_work_and_no_more() {
        assert_eq!(guarded(|| guarded(|| [1][std::hint::black_box(7)]).is_none() && is_guarded()), Some(true));
        assert!(!is_guarded());
    }
}
