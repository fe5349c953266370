//! An edit with the proof that it did what was asked, and nothing else.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::change::{apply, pruned};
use super::{Change, EditError};
use crate::check::{Code, Finding, Level};
use crate::load::{Source, read_str};
use crate::privacy::MARK;
use crate::write::schema;

/// What Windows programs put before a text in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The content of a file as the model has it.
///
/// # Errors
/// When the file has errors: then part of it would be missing in the model.
pub(super) fn read<T: DeserializeOwned + Default>(file: &'static str, source: &str) -> Result<T, EditError> {
    let (model, findings, _) = read_str::<T>(file, source);
    whole(file, model, findings)
}

fn whole<T>(file: &'static str, model: T, findings: Vec<Finding>) -> Result<T, EditError> {
    // A hole in a list is only a gap, but the model leaves it out, so that its places are not those of the text.
    let stops = |finding: &Finding| finding.level() == Level::Error || finding.code == Code::Missing;
    let findings: Vec<_> = findings.into_iter().filter(stops).collect();
    if findings.is_empty() { Ok(model) } else { Err(EditError::Broken { file, findings }) }
}

/// The text of `file` with these changes, after which it says `intended`; what is empty counts as not there. Both our
/// own reader and serde_yaml must read it so.
///
/// # Errors
/// When the file has errors, when a change cannot be made, and when the outcome would say something else.
pub fn edit<T>(file: &'static str, source: &str, changes: &[Change], intended: &T) -> Result<String, EditError>
where
    T: DeserializeOwned + Default + Serialize + JsonSchema,
{
    edit_marked(file, source, changes, intended, None)
}

/// As [`edit`]. With a reason, what seems to be about a participant is let through: a comment above it says that it is not,
/// and why.
///
/// # Errors
/// As [`edit`].
pub fn edit_marked<T>(
    file: &'static str,
    source: &str,
    changes: &[Change],
    intended: &T,
    reason: Option<&str>,
) -> Result<String, EditError>
where
    T: DeserializeOwned + Default + Serialize + JsonSchema,
{
    read::<T>(file, source)?;
    let (mark, text) = match source.strip_prefix(BYTE_ORDER_MARK) {
        Some(text) => (&source[..BYTE_ORDER_MARK.len_utf8()], text),
        None => ("", source),
    };
    let mut edited = apply(text, changes, &schema::of::<T>())?;
    let (mut ours, mut findings, place) = read_str::<T>(file, &edited);
    let suspects = suspects(&findings, &place);
    match (suspects.first(), reason) {
        (Some((what, _)), None) => return Err(EditError::Participant { file, what: what.clone() }),
        (Some(_), Some(reason)) => {
            edited = marked(&edited, &suspects, reason);
            (ours, findings, _) = read_str::<T>(file, &edited);
        }
        (None, _) => {}
    }
    let side_effect = || EditError::SideEffect { file };
    let wanted = said(intended).ok_or_else(side_effect)?;
    let ours = whole(file, ours, findings).map_err(|_| side_effect())?;
    // A file with nothing but comments is empty to serde_yaml, and then there is no model.
    let theirs = match serde_yaml::from_str::<Option<T>>(&edited) {
        Ok(read) => read.unwrap_or_default(),
        Err(_) => return Err(side_effect()),
    };
    if said(&ours).as_ref() != Some(&wanted) || said(&theirs).as_ref() != Some(&wanted) {
        return Err(side_effect());
    }
    Ok(format!("{mark}{edited}"))
}

/// What may be about a participant among these findings, and on which line of the text, from 1.
fn suspects(findings: &[Finding], source: &Source) -> Vec<(String, usize)> {
    let found = findings.iter().filter(|finding| finding.code.is_about_participant());
    let what = |message: &str| message.strip_prefix("hier staat ").unwrap_or(message).to_owned();
    found.map(|finding| (what(&finding.message), source.locate(&finding.place).line)).collect()
}

/// The text with a comment above each of these lines. Where that is no place for a comment, the text comes to say something
/// else, and the edit is not made.
fn marked(text: &str, suspects: &[(String, usize)], reason: &str) -> String {
    let mut marked = String::new();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if suspects.iter().any(|(_, suspect)| *suspect == number + 1) {
            let indent = &line[..line.len() - line.trim_start().len()];
            marked.push_str(&format!("{indent}{MARK} {reason}\n"));
        }
        marked.push_str(line);
    }
    marked
}

/// What a model says, without what is empty.
fn said<T: Serialize>(model: &T) -> Option<Value> {
    serde_json::to_value(model).ok().map(|value| pruned(&value))
}
