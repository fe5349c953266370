//! Files are made ready by who has made them, and put in their place by a thread of its own while others are still being made.

use std::mem;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::super::{WriteError, lock};
use super::placing::Prepared;
use super::{Fresh, Outcome, Output};

/// So many go to the disk together: often enough for the disk to be busy beside the processors, and as it is asked for no more
/// than a few times, without much ado.
pub const TOGETHER: usize = 64;

/// Takes files in. More than one thread may use it.
pub struct Writer<'o> {
    output: &'o Output,
    overwrite: bool,
    /// Where a file waits, out of sight, as that may be until all documents are made.
    room: PathBuf,
    ready: Mutex<Ready>,
    placing: Sender<Vec<Prepared>>,
}

/// Those that wait until there are enough of them: to wake a thread for each takes longer than to place it.
#[derive(Default)]
struct Ready {
    waiting: Vec<Prepared>,
    /// How many were taken in before them.
    before: usize,
}

/// A file that was taken in.
#[derive(Debug)]
pub struct Given {
    /// Its place among all that were taken in, from 0.
    pub number: usize,
    /// What will come of it, unless the machine refuses.
    pub outcome: Outcome,
    /// The name of a file that goes away with it, since what stood there now stands in this one.
    pub leaving: Option<String>,
}

impl Writer<'_> {
    /// Makes a file ready, to be put in its place later.
    ///
    /// # Errors
    /// When the name cannot be that of a file, and when the machine refuses.
    pub fn give(&self, file: &Fresh) -> Result<Given, WriteError> {
        let prepared = self.output.prepare(file, self.overwrite, Some(&self.room))?;
        let (outcome, leaving) = (prepared.outcome.clone(), prepared.old_beside.clone());
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let number = ready.before + ready.waiting.len();
        ready.waiting.push(prepared);
        if ready.waiting.len() >= TOGETHER {
            self.place(&mut ready);
        }
        Ok(Given { number, outcome, leaving })
    }

    /// Lets all that was taken in be put in its place, however few they are.
    pub fn flush(&self) {
        self.place(&mut self.ready.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Lets what waits be put in its place.
    fn place(&self, ready: &mut Ready) {
        let together = mem::take(&mut ready.waiting);
        ready.before += together.len();
        // Who receives does so to the end.
        let _ = self.placing.send(together);
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        let mut ready = mem::take(self.ready.get_mut().unwrap_or_else(PoisonError::into_inner));
        self.place(&mut ready);
    }
}

impl Output {
    /// Does `work`, and puts in their place the files that it gives meanwhile; with `overwrite` also over what someone edited.
    /// Answers what `work` does, and what came of each file by its number; one that fails stops no other. The turn must be taken.
    pub fn writing<T>(
        &self,
        overwrite: bool,
        work: impl FnOnce(&Writer) -> T,
    ) -> (T, Vec<Result<Outcome, WriteError>>) {
        let (placing, received) = channel();
        let received = Mutex::new(received);
        thread::scope(|scope| {
            let thread = thread::Builder::new().spawn_scoped(scope, || self.place(&received));
            let room = self.folder.join(lock::OWN);
            let writer = Writer { output: self, overwrite, room, ready: Mutex::default(), placing };
            let value = work(&writer);
            drop(writer);
            let placed = match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // Without a thread, all that was given still waits.
                Err(_) => self.place(&received),
            };
            (value, placed)
        })
    }

    /// Puts what is received in its place, until no more can come.
    fn place(&self, received: &Mutex<Receiver<Vec<Prepared>>>) -> Vec<Result<Outcome, WriteError>> {
        let received = received.lock().unwrap_or_else(PoisonError::into_inner);
        received.iter().flat_map(|together| self.complete_all(together.into_iter().map(Ok).collect())).collect()
    }
}
