//! Loading: from the files of a gemeente to the model, with a finding for everything that is not right.
//!
//! Reading never stops at the first error: what is right goes into the model, what is wrong becomes a finding.

mod access;
mod ahead;
mod block;
mod cursor;
mod deserialize;
mod encoding;
mod error;
mod failure;
mod folder;
mod guard;
mod locate;
mod logo;
mod reading;
mod regular;
mod scalar;
mod sjablonen;
mod source;
mod stray;
mod syntax;
mod weight;
mod wording;
mod yaml;

use serde::de::DeserializeOwned;

pub use error::LoadError;
pub use folder::{Loaded, find_folder, load, project_of};
pub use regular::{place, read};
pub use source::{Located, Source, Sources};
pub(crate) use yaml::{Kind, Node};

use crate::check::{Code, Finding, Place};
use crate::model::Kleur;
use reading::Reading;

const MB: usize = 1_000_000;

/// Larger files are refused. Ten thousand organisations with every field and its explanation take about 30 MB.
const MAX_BYTES: usize = 40 * MB;

/// All files of a gemeente together are no larger than this either: they are in memory at the same time.
const MAX_TOGETHER: usize = 60 * MB;

/// How much the files that are still to come may hold, together.
struct Room {
    bytes: usize,
    nodes: usize,
}

impl Default for Room {
    fn default() -> Room {
        Room { bytes: MAX_TOGETHER, nodes: yaml::MAX_NODES }
    }
}

impl Room {
    /// Takes this much, when it is there.
    fn take(&mut self, much: &Room) -> bool {
        let fits = much.bytes <= self.bytes && much.nodes <= self.nodes;
        if fits {
            *self = Room { bytes: self.bytes - much.bytes, nodes: self.nodes - much.nodes };
        }
        fits
    }
}

/// Reads the content of one file: what is right of it, what there is to say about it, and the text for reports.
pub fn read_str<T: DeserializeOwned + Default>(
    file: &'static str,
    content: impl AsRef<[u8]>,
) -> (T, Vec<Finding>, Source) {
    read_within(file, content.as_ref().to_vec(), &mut Room::default())
}

/// The same for one of more files, of which `room` says how much they may still hold.
fn read_within<T: DeserializeOwned + Default>(
    file: &'static str,
    content: Vec<u8>,
    room: &mut Room,
) -> (T, Vec<Finding>, Source) {
    Parsed::of(file, content, room).read()
}

/// A file that was taken apart, and looked at by the guard.
struct Parsed {
    file: &'static str,
    text: String,
    findings: Vec<Finding>,
    /// Nothing when there is nothing to make a model of: the findings say why.
    root: Option<Node>,
}

impl Parsed {
    fn of(file: &'static str, content: Vec<u8>, room: &mut Room) -> Parsed {
        let nothing = |text, findings| Parsed { file, text, findings, root: None };
        if content.len() > MAX_BYTES || content.len() > room.bytes {
            return nothing(String::new(), vec![too_large(file, content.len())]);
        }
        room.bytes -= content.len();
        let encoding::Decoded { text, mut findings, readable } = encoding::decode(file, content);
        if !readable {
            return nothing(text, findings);
        }
        let parsed = yaml::parse_within(&text, &mut room.nodes);
        if let Some(refused) = guard::look(file, &text, parsed.as_ref().ok().and_then(Option::as_ref)) {
            return nothing(refused.text, refused.findings);
        }
        match parsed {
            Ok(Some(root)) => Parsed { file, text, findings, root: Some(root) },
            Ok(None) => {
                findings.push(whole_file(Code::FileEmpty, file, format!("{file} is nog leeg")));
                nothing(text, findings)
            }
            Err(fault) => {
                let place = Place::Bytes(fault.span);
                findings.push(Finding::placed(Code::Syntax, file, place, fault.message).help(fault.help));
                nothing(text, findings)
            }
        }
    }

    fn read<T: DeserializeOwned + Default>(self) -> (T, Vec<Finding>, Source) {
        let Parsed { file, text, mut findings, root } = self;
        let Some(root) = root else {
            return (T::default(), findings, Source::new(file, text));
        };
        let (model, read) = Reading::new(file, &text).finish(&root);
        findings.extend(read.findings);
        findings.extend(lost_colours(file, &text));
        (model, findings, Source::of(file, text, read.line_starts, Some(root), read.skipped))
    }
}

/// The tree of a text that has been read without errors; nothing when it holds only comments.
pub(crate) fn tree(text: &str) -> Option<Node> {
    yaml::parse(text).ok().flatten()
}

/// A colour without quotation marks: YAML takes it for a comment, and the field is empty without a word.
fn lost_colours(file: &'static str, text: &str) -> Vec<Finding> {
    const BEFORE: &str = ": #";
    let mut found = Vec::new();
    // Most files have no such place.
    if memchr::memmem::find(text.as_bytes(), BEFORE.as_bytes()).is_none() {
        return found;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let (begin, written) = (start, line.trim_end());
        start += line.len();
        let Some((name, colour)) = written.split_once(BEFORE) else { continue };
        if name.trim_start().starts_with('#') || format!("#{colour}").parse::<Kleur>().is_err() {
            continue;
        }
        let message = format!("‘#{colour}’ wordt niet gelezen: na een spatie is # het begin van uitleg");
        let place = Place::Bytes(begin + name.len() + 2..begin + written.len());
        let help = format!("zet er aanhalingstekens om: \"#{colour}\"");
        found.push(Finding::placed(Code::YamlTrap, file, place, message).help(help));
    }
    found
}

fn too_large(file: &'static str, length: usize) -> Finding {
    let message = match length {
        0..=MAX_BYTES => {
            format!("{file} wordt niet gelezen: alle bestanden samen zijn groter dan {} MB", MAX_TOGETHER / MB)
        }
        _ => format!("{file} is groter dan {} MB en wordt niet gelezen", MAX_BYTES / MB),
    };
    whole_file(Code::Syntax, file, message).help("kijk of dit het goede bestand is")
}

fn whole_file(code: Code, file: &'static str, message: String) -> Finding {
    Finding::placed(code, file, Place::File, message)
}
