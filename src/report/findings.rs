//! Findings for people, with the line they are about, and for programs.

use std::cmp::Reverse;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use serde_json::json;

use super::lines::{clean, safe};
use crate::check::{Code, Finding, Level, Place};
use crate::compose::ComposeError;
use crate::dutch::counted;
use crate::load::{Located, Sources};
use crate::model::file;

/// More findings than this, and as many gaps, nobody reads: the others are only counted.
const MOST: usize = 200;

/// Findings as text: errors and warnings with the line they are about, then the gaps on a line each, then a count.
///
/// Of very many findings the worst are told: errors before warnings, those that stand first before later ones.
pub fn plain(findings: &[Finding], sources: &Sources, color: bool, width: usize) -> String {
    let sorted = sorted(findings, sources);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width.max(40));
    let (gaps, wrong): (Vec<_>, Vec<_>) = sorted.iter().partition(|(finding, _)| finding.level() == Level::Gap);
    let (told, left) = worst(&wrong);
    let mut blocks: Vec<String> =
        told.iter().map(|(finding, located)| explained(finding, located, sources, &renderer)).collect();
    if left > 0 {
        blocks.push(format!("Nog {left} keer is er iets mis. Los eerst op wat hierboven staat."));
    }
    let (told, left) = worst(&gaps);
    if !told.is_empty() {
        blocks.push(gap_lines(&told, color));
    }
    if left > 0 {
        blocks.push(format!("Er zijn nog {left} gaten. Vul eerst in wat hierboven staat."));
    }
    blocks.push(summary(findings));
    blocks.join("\n\n") + "\n"
}

/// No more than [`MOST`] of these, the worst, in the order they have; and how many are left out.
fn worst<'a, 'f>(findings: &[&'a (&'f Finding, Located)]) -> (Vec<&'a (&'f Finding, Located)>, usize) {
    let mut places: Vec<usize> = (0..findings.len()).collect();
    places.sort_by_key(|place| findings[*place].0.level());
    places.truncate(MOST);
    places.sort_unstable();
    (places.iter().map(|place| findings[*place]).collect(), findings.len() - places.len())
}

/// All findings as JSON, in the order of the files and their lines.
pub fn json(findings: &[Finding], sources: &Sources) -> String {
    let objects = sorted(findings, sources).into_iter().map(|(finding, located)| {
        json!({
            "code": finding.code.slug(),
            "niveau": level_name(finding.level()),
            "bestand": located.file,
            "regel": located.line,
            "kolom": located.column,
            "pad": sources.route(finding).to_string(),
            "melding": finding.message,
            "hulp": finding.help,
        })
    });
    format!("{:#}\n", serde_json::Value::Array(objects.collect()))
}

/// What is wrong with a template that is among these files, at its place there; nothing for one of wep itself.
pub fn of_template(error: &ComposeError, sources: &Sources) -> Option<Finding> {
    let source = sources.get(&error.file)?;
    let line = source.line(error.line);
    let ahead = line.char_indices().nth(error.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    let start = source.line_start(error.line) + ahead;
    let rest = &line[ahead..];
    // A tag as a whole, or the rest of the line.
    let length = rest.find("}}").filter(|_| rest.starts_with("{{")).map_or(rest.trim_end().len(), |end| end + 2);
    let place = Place::Bytes(start..start + length);
    Some(Finding::placed(Code::Template, source.file(), place, error.message.clone()).help(error.help.clone()))
}

/// How many findings there are of each level: `3 fouten, 1 waarschuwing, 4 gaten`.
pub fn summary(findings: &[Finding]) -> String {
    let count = |level| findings.iter().filter(|finding| finding.level() == level).count();
    let levels = [
        (count(Level::Error), "fout", "fouten"),
        (count(Level::Warning), "waarschuwing", "waarschuwingen"),
        (count(Level::Gap), "gat", "gaten"),
    ];
    let parts: Vec<String> = levels
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, one, more)| counted(count, one, more))
        .collect();
    if parts.is_empty() { "Alles in orde.".to_owned() } else { parts.join(", ") }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Error => "fout",
        Level::Warning => "waarschuwing",
        Level::Gap => "gat",
    }
}

/// With the place of each, in the order of the files and of their lines; what is worse first on the same spot.
pub fn sorted<'a>(findings: &'a [Finding], sources: &Sources) -> Vec<(&'a Finding, Located)> {
    let mut located: Vec<_> = findings.iter().map(|finding| (finding, sources.locate(finding))).collect();
    let file_order = |name: &str| file::ALL.iter().position(|known| *known == name).unwrap_or(file::ALL.len());
    located.sort_by_key(|(finding, located)| {
        let whole_file = finding.place == Place::File;
        (file_order(located.file), Reverse(whole_file), located.line, located.column, finding.level(), finding.code)
    });
    located
}

fn explained(finding: &Finding, located: &Located, sources: &Sources, renderer: &Renderer) -> String {
    let level = match finding.level() {
        Level::Error => Title::ERROR.with_name("fout"),
        _ => Title::WARNING.with_name("let op"),
    };
    let title = level.primary_title(clean(&finding.message)).id(finding.code.slug());
    let mut group = match sources.get(finding.file).filter(|_| finding.place != Place::File) {
        Some(source) => {
            let (line, span) = marked_line(source.line(located.line), source.line_start(located.line), &located.span);
            let mark = AnnotationKind::Primary.span(span);
            let mark = if finding.label.is_empty() { mark } else { mark.label(clean(&finding.label)) };
            title.element(Snippet::source(line).path(located.file).line_start(located.line).annotation(mark))
        }
        None => Group::with_title(title).element(Origin::path(located.file)),
    };
    if !finding.help.is_empty() {
        group = group.element(Title::HELP.with_name("hulp").message(clean(&finding.help)));
    }
    renderer.render(&[group])
}

fn gap_lines(gaps: &[&(&Finding, Located)], color: bool) -> String {
    let places: Vec<String> = gaps
        .iter()
        .map(|(finding, located)| match finding.place {
            Place::File => located.file.to_owned(),
            _ => format!("{}:{}:{}", located.file, located.line, located.column),
        })
        .collect();
    let widest = places.iter().map(String::len).max().unwrap_or_default();
    let style = if color { AnsiColor::BrightCyan.on_default().bold() } else { Style::new() };
    let lines = gaps.iter().zip(&places).map(|((finding, _), place)| {
        let message = clean(&finding.message);
        // A gap that is a whole file has no line to look at: say here what to do.
        let help = match finding.place {
            Place::File if !finding.help.is_empty() => format!(" ({})", clean(&finding.help)),
            _ => String::new(),
        };
        let what = if finding.code == Code::FileEmpty { "bestand" } else { "nog invullen" };
        format!("{place:widest$}  {style}{what}{style:#}: {message}{help}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The line without anything that could disturb the terminal, and where the spot is in it. Characters keep their
/// column.
fn marked_line(line: &str, line_start: usize, span: &Range<usize>) -> (String, Range<usize>) {
    let mut cleaned = String::with_capacity(line.len());
    let (mut start, mut end) = (None, None);
    for (at, character) in line.char_indices() {
        if line_start + at >= span.start {
            start.get_or_insert(cleaned.len());
        }
        if line_start + at >= span.end {
            end.get_or_insert(cleaned.len());
        }
        cleaned.push(if character == '\t' { character } else { safe(character) });
    }
    let (start, end) = (start.unwrap_or(cleaned.len()), end.unwrap_or(cleaned.len()));
    (cleaned, start..end.max(start))
}
