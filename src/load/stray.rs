//! Other YAML in the folder of a gemeente, which wep does not read: the privacy guard looks at it all the same. What wep
//! made itself, and the folder of another gemeente, are left alone.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{MAX_BYTES, Source, encoding, guard, yaml};
use crate::check::Finding;
use crate::model::file;
use crate::privacy;

/// Deeper folders, and more files, are not looked at.
const DEEPEST: usize = 6;
const MOST: usize = 500;
/// Nor is what is large, and comes behind so many bytes.
const MOST_BYTES: usize = 100_000_000;

/// What is found in the YAML files in and below this folder that are not among ours. `output` is where documents are made.
pub(super) fn look(folder: &Path, output: &Path) -> Vec<(Vec<Finding>, Source)> {
    let mut files = Vec::new();
    collect(folder, output, 0, &mut files);
    files.sort();
    let mut room = MOST_BYTES;
    files.iter().filter_map(|path| refused(folder, path, &mut room)).collect()
}

fn collect(folder: &Path, output: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    // What may not be read is not read by wep either.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().to_lowercase());
        // Links are not followed, so that the walk stays inside and ends.
        let Ok(kind) = entry.file_type() else { continue };
        if name.starts_with('.') || found.len() >= MOST {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST && path != output && !path.join(file::WEP).exists() {
            collect(&path, output, depth + 1, found);
        }
        let ours = depth == 0 && file::ALL.iter().any(|known| entry.file_name() == *known);
        if kind.is_file() && (name.ends_with(".yaml") || name.ends_with(".yml")) && !ours {
            found.push(path);
        }
    }
}

fn refused(folder: &Path, path: &Path, room: &mut usize) -> Option<(Vec<Finding>, Source)> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MAX_BYTES.min(*room) as u64).read_to_end(&mut bytes).ok()?;
    *room -= bytes.len();
    let shown = path.strip_prefix(folder).unwrap_or(path).display().to_string().replace('\\', "/");
    let text = encoding::decode(file::WEP, bytes).text;
    let tree = yaml::parse(&text).ok().flatten();
    guard::look(file::WEP, &text, tree.as_ref())?;
    // A finding names its file by a text that lasts; only the name of a file that is refused is kept so.
    let name: &'static str = Box::leak(privacy::masked(&shown).into_boxed_str());
    let refused = guard::look(name, &text, tree.as_ref())?;
    let source = Source::new(name, refused.text).with_path(path.to_path_buf());
    Some((refused.findings, source))
}
