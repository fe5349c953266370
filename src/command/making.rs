//! Making documents: from the kinds that a command names to files, or to text on the screen.

pub mod bar;
pub mod deliver;
pub mod files;
pub mod share;

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Once;

use wep::check::{Finding, Level};
use wep::compose::ComposeError;
use wep::document::{EigenStuk, Feed, Kind};
use wep::model::{Formaat, Sjabloon};
use wep::render::{self, Format};
use wep::report::findings;
use wep::tree::Document;
use wep::write::{Fresh, Origin, Output};

use self::bar::Bar;
use self::deliver::{How, deliver, put_all, tell, tell_same};
use self::files::{Composed, Made};
use super::gemeente::{self, Gemeente, count};
use super::processors;
use crate::cli::{Context, DocumentOptions, WriteOptions};
use crate::exit::{Exit, Failure};
use crate::memory;
use crate::screen;

/// Where documents go when `wep.yaml` does not say so.
const OUTPUT: &str = "uitvoer";

/// With so many organisations, documents are worth composing on all processors.
const MANY: usize = 100;

/// What is said when errors in the files keep everything from being made.
pub const NOTHING: &str = "Er is niets gemaakt. Los eerst de fouten op.";

/// The files of these kinds have findings that keep documents from being made.
pub fn has_errors(gemeente: &Gemeente, slugs: &[&str]) -> bool {
    count(&findings_of(gemeente, &kinds(slugs)), Level::Error) > 0
}

/// Opens the gemeente at hand and makes its documents of these kinds, as the options ask.
///
/// # Errors
/// As [`gemeente::open_for_good`] and [`make`].
pub fn open_and_make(slugs: &[&str], options: &DocumentOptions, context: &Context) -> Result<Exit, Failure> {
    // What wep.yaml says of the formats is only known when it has been read.
    if !options.show && options.files.formats.contains(&Formaat::Pdf) {
        get_ready_for_pdf();
    }
    make(gemeente::open_for_good(context)?, slugs, options, context)
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
    let compose = || {
        let composed = kinds.iter().map(|kind| files::compose(kind, &gemeente.project, part));
        Ok(composed.collect::<Result<Vec<_>, ComposeError>>()?.into_iter().flatten().collect())
    };
    make_of(gemeente, findings_of(gemeente, &kinds), compose, options, context)
}

/// Makes this document of the gemeente's own, as the options ask.
///
/// # Errors
/// When the machine refuses. Wrong input, also a template that cannot be one, is told, and comes back as an exit code.
pub fn make_own(
    gemeente: &Gemeente,
    stuk: Result<EigenStuk, ComposeError>,
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let findings = stuk.as_ref().map_or(Vec::new(), |stuk| findings_about(gemeente, &stuk.files(), &[stuk.naam()]));
    let compose = || Ok(vec![files::compose_own(&stuk?, &gemeente.project)?]);
    make_of(gemeente, findings, compose, options, context)
}

/// Writes or shows a page that is no document of the gemeente, as the options ask.
///
/// # Errors
/// When the machine refuses.
pub fn make_page(
    gemeente: &Gemeente,
    name: &'static str,
    page: Document,
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let pages = [Composed::page(name, page)];
    match options.show {
        true => Ok(show(&pages, context)),
        false => write(gemeente, &pages, &options.files, context),
    }
}

/// A processor with nothing to do meanwhile does what the first PDF would otherwise wait for.
fn get_ready_for_pdf() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        memory::in_large_pages();
        processors::meanwhile(|| render::get_ready(Format::Pdf));
    });
}

fn make_of(
    gemeente: &Gemeente,
    findings: Vec<Finding>,
    compose: impl FnOnce() -> Result<Vec<Composed>, ComposeError> + Send,
    options: &DocumentOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    // Long lists are filled in on all processors.
    let compose = || match gemeente.project.organisaties.organisaties.len() {
        MANY.. => processors::on_all(compose),
        _ => compose(),
    };
    if !options.show && files::formats(&gemeente.project, &options.files).contains(&Format::Pdf) {
        get_ready_for_pdf();
    }
    let (mut serious, gaps): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.level() != Level::Gap);
    let mut documents = Vec::new();
    if count(&serious, Level::Error) == 0 {
        match compose() {
            Ok(composed) => documents = composed,
            // Of a template of ours no user can mend a thing.
            Err(error) => serious.push(of_template(gemeente, &error)?),
        }
    }
    if !serious.is_empty() {
        gemeente.tell(context, &serious);
    }
    if count(&serious, Level::Error) > 0 {
        context.screen.warn(NOTHING);
        return Ok(Exit::InputErrors);
    }
    let exit = match options.show {
        true => show(&documents, context),
        false => write(gemeente, &documents, &options.files, context)?,
    };
    // As with the gemeente that they are of, nobody waits until they are taken down.
    mem::forget(documents);
    if !gaps.is_empty() {
        let what = if gaps.len() == 1 { "is nog 1 gat".to_owned() } else { format!("zijn nog {} gaten", gaps.len()) };
        context.screen.tell(&format!("Er {what} om in te vullen. Bekijk ze met: wep controleer"));
    }
    Ok(exit)
}

/// What is wrong with a template of the gemeente's own, at its place.
///
/// # Errors
/// When it is a template of ours that is wrong.
pub fn of_template(gemeente: &Gemeente, error: &ComposeError) -> Result<Finding, Failure> {
    findings::of_template(error, &gemeente.sources).ok_or_else(|| template_failure(error))
}

/// What is wrong with a template, on one line.
pub fn template_failure(error: &ComposeError) -> Failure {
    Failure::new(Exit::InputErrors, error.to_string(), error.help.clone())
}

/// The files of the gemeente's own templates of these names, and of its parts that they use.
fn template_files(gemeente: &Gemeente, names: &[&str]) -> Vec<String> {
    let own = &gemeente.project.sjablonen;
    let text = |naam: &&str| {
        let ours = Kind::find(naam).map_or("", |kind| kind.template);
        own.stuk(naam).map_or(ours, |sjabloon| &sjabloon.tekst)
    };
    let texts: Vec<&str> = names.iter().map(text).collect();
    // A name that stands there otherwise than as that of a part only makes the look a little wider.
    let used = own.delen().filter(|deel| texts.iter().any(|text| text.contains("{{>") && text.contains(&deel.naam)));
    names.iter().filter_map(|naam| own.stuk(naam)).chain(used).map(Sjabloon::bestand).collect()
}

/// What there is to say about these files, and about those of the gemeente's own templates of these names.
fn findings_about(gemeente: &Gemeente, files: &[&str], names: &[&str]) -> Vec<Finding> {
    let templates = template_files(gemeente, names);
    let files: Vec<&str> = files.iter().copied().chain(templates.iter().map(String::as_str)).collect();
    gemeente.findings_in(&files)
}

/// Errors keep this document, which draws from these files, from being made.
pub fn is_blocked(gemeente: &Gemeente, files: &[&str], naam: &str) -> bool {
    count(&findings_about(gemeente, files, &[naam]), Level::Error) > 0
}

fn kinds(slugs: &[&str]) -> Vec<&'static Kind> {
    slugs.iter().filter_map(|slug| Kind::find(slug)).collect()
}

fn findings_of(gemeente: &Gemeente, kinds: &[&Kind]) -> Vec<Finding> {
    let files: Vec<&str> = kinds.iter().flat_map(|kind| kind.files).copied().collect();
    findings_about(gemeente, &files, &kinds.iter().map(|kind| kind.slug).collect::<Vec<_>>())
}

fn show(documents: &[Composed], context: &Context) -> Exit {
    let texts = documents.iter().map(|composed| render::text::render(&composed.document, screen::width()));
    context.screen.result(&texts.collect::<Vec<_>>().join("\n\n"));
    Exit::Good
}

fn write(
    gemeente: &Gemeente,
    documents: &[Composed],
    options: &WriteOptions,
    context: &Context,
) -> Result<Exit, Failure> {
    let formats = files::formats(&gemeente.project, options);
    let mut output = output(gemeente, options.output.as_deref());
    let bar = Bar::of_documents(documents.len(), context.screen);
    let begun = |composed: &Composed| bar.at(composed.name());
    let project = &gemeente.project;
    let share = || share::files(documents, project, &formats, &output, begun, || bar.document(), |made, _| made);
    let made = if share::is_one(documents, &formats) { share() } else { processors::on_all(share) };
    bar.finish();
    let made = made.into_iter().collect::<Result<Vec<Made>, Failure>>()?;
    let fresh: Vec<Fresh> = made.iter().filter_map(Made::fresh).collect();
    let mut delivered = put_all(&mut output, &fresh, how(options), context.screen)?.into_iter();
    let (mut exit, mut refused) = (Exit::Good, None);
    for Made { name, rendered, .. } in &made {
        let Some((rendered, delivered)) = rendered.as_ref().and_then(|rendered| Some((rendered, delivered.next()?)))
        else {
            tell_same(&output, name, context);
            continue;
        };
        match delivered {
            Ok(delivered) => exit = exit.max(tell(&output, name, delivered, how(options), context)),
            Err(error) => {
                refused.get_or_insert(error);
                continue;
            }
        }
        let path = output.folder().join(name).display().to_string();
        if !rendered.missing_glyphs.is_empty() {
            context.screen.warn(&missing_glyphs(&format!("{path} toont"), &rendered.missing_glyphs));
        }
    }
    output.finish()?;
    refused.map_or(Ok(exit), |error| Err(error.into()))
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
    let options = &options.files;
    let mut output = output(gemeente, options.output.as_deref());
    let mut exit = Exit::Good;
    for feed in feeds {
        let name = feed.name.replace(".ics", &format!("{part}.ics"));
        let Some(bytes) = files::calendar(feed, &name, &gemeente.project, &output)? else { continue };
        let file = Fresh { name: &name, bytes: &bytes, origin: Origin::of(files::CALENDAR) };
        let delivered = deliver(&mut output, file, how(options), context)?;
        if delivered != Exit::Good {
            exit = delivered;
        }
    }
    output.finish()?;
    Ok(exit)
}

/// What the options say about writing.
pub fn how(options: &WriteOptions) -> How {
    How { dry_run: options.dry_run, overwrite: options.overwrite }
}

/// Where files go: the folder that the user names, otherwise that of the gemeente.
pub fn output(gemeente: &Gemeente, named: Option<&Path>) -> Output {
    match named {
        // A user may name any place; the files of a gemeente, which may come from anywhere, may not.
        Some(named) => Output::open(named),
        None => Output::open_inside(&gemeente.folder, output_folder(gemeente)),
    }
}

/// Where files go when the user names no other folder.
pub fn output_folder(gemeente: &Gemeente) -> PathBuf {
    let named = gemeente.project.wep.uitvoer.map.as_deref().map(str::trim).filter(|name| !name.is_empty());
    gemeente.folder.join(named.unwrap_or(OUTPUT))
}

/// Says that what shows these characters, as in “convenant.pdf toont”, shows an empty box instead.
pub fn missing_glyphs(what: &str, letters: &[char]) -> String {
    let shown: Vec<String> = letters.iter().map(|letter| format!("‘{letter}’ (U+{:04X})", *letter as u32)).collect();
    format!(
        "let op: {what} deze tekens als een leeg vakje, want het lettertype heeft ze niet: {}.\n  \
         In Word, HTML en Markdown staan ze er wel.",
        shown.join(", ")
    )
}
