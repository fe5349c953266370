//! Making documents: from the kinds that a command names to files, or to text on the screen.

use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wep::check::{Finding, Level};
use wep::document::{Attachment, Feed, Kind};
use wep::ics;
use wep::model::Formaat;
use wep::render::{self, Format, RenderError, Rendered};
use wep::tree::Document;
use wep::write::{Outcome, Output};

use super::gemeente::{Gemeente, count};
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};
use crate::screen;

/// Where documents go when `wep.yaml` does not say so.
const OUTPUT: &str = "uitvoer";

const TOO_LONG: &str = "\
Maak het document als Word of als webpagina: --formaat docx,html
Een sociale kaart met zoveel organisaties doorzoekt u het makkelijkst in: wep organisatie exporteer --formaat html";

/// A document before it has any format, with the name of its files.
struct Composed<'a> {
    kind: &'a Kind,
    name: String,
    document: Document,
}

/// A file that is ready to be written.
struct Made {
    name: String,
    rendered: Rendered,
}

/// The files of these kinds have findings that keep documents from being made.
pub fn has_errors(gemeente: &Gemeente, slugs: &[&str]) -> bool {
    count(&findings_of(gemeente, &kinds(slugs)), Level::Error) > 0
}

/// Makes the documents of these kinds, as the options ask.
///
/// # Errors
/// When a template is wrong or the machine refuses. Wrong input is told, and comes back as an exit code.
pub fn make(
    gemeente: &Gemeente,
    slugs: &[&str],
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    make_part(gemeente, slugs, "", options, context)
}

/// As [`make`], for a part of what a kind can hold: `part` comes behind the names of the files.
pub fn make_part(
    gemeente: &Gemeente,
    slugs: &[&str],
    part: &str,
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let kinds = kinds(slugs);
    let findings = findings_of(gemeente, &kinds);
    let (serious, gaps): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.level() != Level::Gap);
    if !serious.is_empty() {
        gemeente.tell(context, &serious);
    }
    if count(&serious, Level::Error) > 0 {
        context.screen.warn("Er is niets gemaakt. Los eerst de fouten op.");
        return Ok(Exit::InputErrors);
    }
    let mut documents = Vec::new();
    for kind in &kinds {
        let composed = kind
            .documents(&gemeente.project)
            .map_err(|error| Failure::new(Exit::InputErrors, error.to_string(), error.help.clone()))?;
        let named = |(end, document)| Composed { kind, name: format!("{}{end}{part}", kind.slug), document };
        documents.extend(composed.into_iter().map(named));
    }
    let exit = match options.show {
        true => show(&documents, context),
        false => write(gemeente, &documents, options, context)?,
    };
    if !gaps.is_empty() {
        let what = if gaps.len() == 1 { "is nog 1 gat".to_owned() } else { format!("zijn nog {} gaten", gaps.len()) };
        context.screen.tell(&format!("Er {what} om in te vullen. Bekijk ze met: wep controleer"));
    }
    Ok(exit)
}

fn kinds(slugs: &[&str]) -> Vec<&'static Kind> {
    slugs.iter().filter_map(|slug| Kind::find(slug)).collect()
}

fn findings_of(gemeente: &Gemeente, kinds: &[&Kind]) -> Vec<Finding> {
    let files: Vec<&str> = kinds.iter().flat_map(|kind| kind.files).copied().collect();
    gemeente.findings_in(&files)
}

fn show(documents: &[Composed], context: &Context) -> Exit {
    let texts = documents.iter().map(|composed| render::text::render(&composed.document, screen::width()));
    context.screen.result(&texts.collect::<Vec<_>>().join("\n\n"));
    Exit::Good
}

fn write(
    gemeente: &Gemeente,
    documents: &[Composed],
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let made = render_all(gemeente, documents, &formats(gemeente, options), context)?;
    let folder = options.output.clone().unwrap_or_else(|| output_folder(gemeente));
    let mut output = Output::open(folder);
    let mut exit = Exit::Good;
    for Made { name, rendered } in made {
        if deliver(&mut output, &name, &rendered.bytes, (options.dry_run, options.overwrite), context)? != Exit::Good {
            exit = Exit::WouldLose;
        }
        let path = output.folder().join(&name).display().to_string();
        if !rendered.missing_glyphs.is_empty() {
            context.screen.warn(&missing_glyphs(&path, &rendered.missing_glyphs));
        }
    }
    Ok(exit)
}

/// Writes one file, or with `dry_run` only says what would happen; what someone edited stays, unless `overwrite`.
pub fn deliver(
    output: &mut Output,
    name: &str,
    bytes: &[u8],
    (dry_run, overwrite): (bool, bool),
    context: &Context,
) -> Result<Exit, Failure> {
    let outcome = match dry_run {
        true => output.would(name, bytes, overwrite)?,
        false => output.put(name, bytes, overwrite)?,
    };
    let path = output.folder().join(name).display().to_string();
    if outcome == Outcome::Kept {
        context.screen.warn(&kept(&path));
        return Ok(Exit::WouldLose);
    }
    context.screen.tell(&told(&outcome, &path, dry_run));
    Ok(Exit::Good)
}

/// Writes calendar files. What stands in one now decides which events have changed.
pub fn feeds(
    gemeente: &Gemeente,
    feeds: &[Feed],
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    feeds_part(gemeente, feeds, "", options, context)
}

/// As [`feeds`], for a part of what a calendar can hold: `part` comes behind the names of the files.
pub fn feeds_part(
    gemeente: &Gemeente,
    feeds: &[Feed],
    part: &str,
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let mut output = Output::open(options.output.clone().unwrap_or_else(|| output_folder(gemeente)));
    let mut exit = Exit::Good;
    for feed in feeds {
        let name = feed.name.replace(".ics", &format!("{part}.ics"));
        let calendar = (feed.compose)(&gemeente.project);
        let previous = output.current(&name)?.unwrap_or_default();
        let previous = String::from_utf8_lossy(&previous);
        if calendar.events.is_empty() && previous.is_empty() {
            continue;
        }
        let bytes = ics::write(&calendar, &previous).into_bytes();
        let delivered = deliver(&mut output, &name, &bytes, (options.dry_run, options.overwrite), context)?;
        if delivered != Exit::Good {
            exit = delivered;
        }
    }
    Ok(exit)
}

fn formats(gemeente: &Gemeente, options: &DocumentOptions) -> Vec<Format> {
    let asked = if options.formats.is_empty() { &gemeente.project.wep.uitvoer.formaten } else { &options.formats };
    let usual = [Formaat::Docx, Formaat::Pdf];
    let asked: &[Formaat] = if asked.is_empty() { &usual } else { asked };
    let mut formats = Vec::new();
    for format in asked.iter().map(|formaat| format_of(*formaat)) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

fn format_of(formaat: Formaat) -> Format {
    match formaat {
        Formaat::Md => Format::Markdown,
        Formaat::Html => Format::Html,
        Formaat::Docx => Format::Docx,
        Formaat::Pdf => Format::Pdf,
    }
}

/// Where files go when the user names no other folder.
pub fn output_folder(gemeente: &Gemeente) -> PathBuf {
    let named = gemeente.project.wep.uitvoer.map.as_deref().map(str::trim).filter(|name| !name.is_empty());
    gemeente.folder.join(named.unwrap_or(OUTPUT))
}

fn render_all(
    gemeente: &Gemeente,
    documents: &[Composed],
    formats: &[Format],
    context: &Context,
) -> Result<Vec<Made>, Failure> {
    let failed = |name: &str, error: RenderError| {
        let help = if error.is_too_long() { TOO_LONG } else { "" };
        Failure::new(Exit::Refused, format!("{name} is niet gemaakt: {error}"), help)
    };
    let bar = progress(documents.iter().map(|one| formats.len() + one.kind.extras.len()).sum(), context);
    let mut made = Vec::new();
    for Composed { kind, name, document } in documents {
        for format in formats {
            // Only a PDF is ready for the printer; the others are changed or read, and have one size.
            let sheets = match format {
                Format::Pdf => kind.sheets(document),
                _ => vec![(String::new(), document.clone())],
            };
            for (paper, document) in sheets {
                let name = format!("{name}{paper}.{}", format.extension());
                bar.set_message(name.clone());
                let rendered = render::render(&document, *format).map_err(|error| failed(&name, error))?;
                made.push(Made { name, rendered });
            }
            bar.inc(1);
        }
        for extra in kind.extras {
            bar.set_message(extra.name);
            let Attachment::Workbook(workbook) = (extra.compose)(&gemeente.project);
            let rendered = render::render_workbook(&workbook).map_err(|error| failed(extra.name, error))?;
            made.push(Made { name: extra.name.to_owned(), rendered });
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    Ok(made)
}

/// One bar for all the work; only on a terminal, and not when quiet.
fn progress(steps: usize, context: &Context) -> ProgressBar {
    let target = if context.screen.quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
    if let Ok(style) = ProgressStyle::with_template("Bezig: {bar:20} {pos} van {len}  {msg}") {
        bar.set_style(style.progress_chars("━━─"));
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

fn told(outcome: &Outcome, path: &str, dry_run: bool) -> String {
    match (outcome, dry_run) {
        (Outcome::New, false) => format!("Gemaakt:      {path}"),
        (Outcome::New, true) => format!("Nieuw:        {path}"),
        (Outcome::Changed, false) => format!("Bijgewerkt:   {path}"),
        (Outcome::Changed, true) => format!("Verandert:    {path}"),
        (Outcome::Same | Outcome::Kept, _) => format!("Ongewijzigd:  {path}"),
        (Outcome::Replaced { kept_as }, false) => format!("Vervangen:    {path} (uw versie staat nu in {kept_as})"),
        (Outcome::Replaced { kept_as }, true) => format!("Vervangt:     {path} (uw versie komt in {kept_as})"),
    }
}

fn kept(path: &str) -> String {
    format!(
        "Niet gemaakt: {path}\n  U hebt dit document zelf bewerkt. Daarom is het niet overschreven.\n  \
         Geef het uw eigen naam en probeer het opnieuw, of gebruik --overschrijf: dan blijft uw versie ernaast bewaard."
    )
}

fn missing_glyphs(path: &str, letters: &[char]) -> String {
    let shown: Vec<String> = letters.iter().map(|letter| format!("‘{letter}’ (U+{:04X})", *letter as u32)).collect();
    format!(
        "let op: {path} toont deze tekens als een leeg vakje, want het lettertype heeft ze niet: {}.\n  \
         In Word, HTML en Markdown staan ze er wel.",
        shown.join(", ")
    )
}
