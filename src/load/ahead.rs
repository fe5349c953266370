//! The files of a gemeente taken apart ahead, on more than one processor. Only what is small and in order: everything else is
//! read one by one, where each file knows what those before it have taken.
//!
//! It is done in a few milliseconds. Threads that wait for work, such as those of rayon, take more of that than they give; so
//! each gets its files beforehand. Of what few organisations need, one has as soon read all as another has started.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use rayon::prelude::*;

use super::{MAX_BYTES, Parsed, Room, regular};
use crate::model::file;

/// All files together are no larger than this, in bytes: many times what a large gemeente has.
const MOST_BYTES: u64 = 2_000_000;

/// No file holds more than this; all together then stay below what one may hold.
const MOST_NODES: usize = super::yaml::MAX_NODES / file::ALL.len();

/// A file that was taken apart, and what it takes.
pub(super) struct Ahead {
    pub parsed: Parsed,
    pub takes: Room,
}

/// More threads than this have too little to do to be worth their start; and so has one with fewer bytes than this.
const MOST_THREADS: usize = 4;
const WORTH_A_THREAD: u64 = 150_000;

/// The files of this folder for which it could be done, and is worth it.
pub(super) fn of(folder: &Path) -> BTreeMap<&'static str, Ahead> {
    let size = |name: &&'static str| (fs::metadata(folder.join(name)).map_or(0, |found| found.len()), *name);
    let mut files: Vec<(u64, &'static str)> = file::ALL.iter().map(size).collect();
    let together: u64 = files.iter().map(|(size, _)| size).sum();
    // Threads of rayon that are there anyway, for a dossier, cost nothing.
    let waiting = rayon::current_thread_index().is_some() && rayon::current_num_threads() > 1;
    let least = if waiting { 0 } else { WORTH_A_THREAD };
    if !(least..=MOST_BYTES).contains(&together) {
        return BTreeMap::new();
    }
    let there = || thread::available_parallelism().map_or(1, usize::from);
    let threads = if waiting { rayon::current_num_threads() } else { there() }.min(MOST_THREADS);
    let mut shares: Vec<(u64, Vec<&'static str>)> = vec![(0, Vec::new()); threads];
    // The largest first, each to who has least: then all have about as much.
    files.sort_by(|one, other| other.cmp(one));
    for (size, name) in files {
        if let Some((much, share)) = shares.iter_mut().min_by_key(|(much, _)| *much) {
            *much += size;
            share.push(name);
        }
    }
    let read = |share: Vec<&'static str>| -> Vec<(&'static str, Ahead)> {
        share.into_iter().filter_map(|name| Some((name, one(folder, name)?))).collect()
    };
    if waiting {
        return shares.into_par_iter().flat_map_iter(|(_, share)| read(share)).collect();
    }
    let mut shares = shares.into_iter().map(|(_, share)| share);
    let mine = shares.next().unwrap_or_default();
    thread::scope(|scope| {
        // Where no more threads can be had, who reads the files in turn reads these too.
        let others: Vec<_> =
            shares.filter_map(|share| thread::Builder::new().spawn_scoped(scope, || read(share)).ok()).collect();
        let mut found: BTreeMap<&'static str, Ahead> = read(mine).into_iter().collect();
        found.extend(others.into_iter().filter_map(|other| other.join().ok()).flatten());
        found
    })
}

fn one(folder: &Path, name: &'static str) -> Option<Ahead> {
    let content = regular::up_to(folder, &folder.join(name), MAX_BYTES + 1).ok()??;
    let whole = Room { bytes: content.len(), nodes: MOST_NODES };
    let mut left = Room { ..whole };
    let parsed = Parsed::of(name, content, &mut left);
    // What is not in order is told by who reads the files in turn.
    parsed.root.as_ref()?;
    Some(Ahead { parsed, takes: Room { bytes: whole.bytes - left.bytes, nodes: whole.nodes - left.nodes } })
}
