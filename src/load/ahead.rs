//! The files of a gemeente taken apart ahead, on all processors. Only what is small and in order: everything else is read one
//! by one, where each file knows what those before it have taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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

/// The files of this folder for which it could be done.
pub(super) fn of(folder: &Path) -> BTreeMap<&'static str, Ahead> {
    let size = |name: &&str| fs::metadata(folder.join(name)).map_or(0, |found| found.len());
    if file::ALL.iter().map(size).sum::<u64>() > MOST_BYTES {
        return BTreeMap::new();
    }
    file::ALL.par_iter().filter_map(|name| Some((*name, one(folder, name)?))).collect()
}

fn one(folder: &Path, name: &'static str) -> Option<Ahead> {
    let content = regular::up_to(folder, &folder.join(name), MAX_BYTES + 1).ok()??;
    let whole = Room { bytes: content.len(), nodes: MOST_NODES };
    let mut left = Room { ..whole };
    let parsed = Parsed::of(name, &content, &mut left);
    // What is not in order is told by who reads the files in turn.
    parsed.root.as_ref()?;
    Some(Ahead { parsed, takes: Room { bytes: whole.bytes - left.bytes, nodes: whole.nodes - left.nodes } })
}
