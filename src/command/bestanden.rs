//! The files of a gemeente on disk: read as they stand, changed together, and each written whole or not at all.

use std::path::{Path, PathBuf};

use wep::check::{Finding, Level};
use wep::edit::{EditError, project};
use wep::load;
use wep::model::{Project, file};
use wep::report::difference;
use wep::report::lines::clean;
use wep::write::together::{self, Change};

use super::gemeente::{self, Gemeente};
use super::turn;
use crate::cli::Context;
use crate::exit::{Exit, Failure};
use crate::screen;

const UNREADABLE: &str = "Los die eerst op. U ziet ze allemaal met: wep controleer";

/// The text of one file, byte for byte as it stood when it was read.
pub struct Tekst {
    file: &'static str,
    folder: PathBuf,
    path: PathBuf,
    pub before: String,
}

impl Tekst {
    /// Reads the file. One that is not there yet counts as empty.
    ///
    /// # Errors
    /// When the text is not UTF-8 or may not be read: then no edit could keep what stands there.
    pub fn open(folder: &Path, file: &'static str) -> Result<Tekst, Failure> {
        // Where a link leads, so that it stays one.
        let path = load::place(folder, &folder.join(file))?;
        Ok(Tekst { file, folder: folder.to_owned(), before: text_at(&path, file)?, path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the text, unless somebody else wrote the file since it was opened.
    pub fn put(&self, after: &str, context: &Context) -> Result<(), Failure> {
        put_all(&[(self, after.to_owned())], &[], &self.folder, context)
    }

    fn change(&self, after: &str) -> Change {
        Change::text(self.file, &self.before, after)
    }

    fn refuse_changed(&self) -> Result<(), Failure> {
        if text_at(&self.path, self.file)? == self.before {
            return Ok(());
        }
        let message = format!("{} is intussen veranderd; er is niets opgeslagen", self.file);
        let help = "Staat het bestand nog open? Sla het daar op, sluit het, en geef de opdracht opnieuw.";
        Err(Failure::new(Exit::WouldLose, message, help))
    }
}

/// Writes these texts and takes these files away, all or nothing, unless somebody else wrote one of them since it was opened.
fn put_all(edited: &[(&Tekst, String)], gone: &[&str], folder: &Path, context: &Context) -> Result<(), Failure> {
    let turn = turn::take(folder, context)?;
    edited.iter().try_for_each(|(tekst, _)| tekst.refuse_changed())?;
    let mut changes: Vec<Change> = edited.iter().map(|(tekst, after)| tekst.change(after)).collect();
    changes.extend(gone.iter().map(|name| Change::removal(name)));
    Ok(together::write(folder, &turn, &changes)?)
}

/// All files of a gemeente, and what they say.
pub struct Bestanden {
    pub gemeente: Gemeente,
    /// One that is not UTF-8 or may not be read stops only who wants to change it.
    teksten: Vec<(&'static str, Result<Tekst, Failure>)>,
}

impl Bestanden {
    /// Reads the gemeente and its files.
    ///
    /// # Errors
    /// When a file cannot be read to the end: then part of it would be missing in the model. What is wrong in it is told.
    pub fn open(context: &Context) -> Result<Bestanden, Failure> {
        let gemeente = gemeente::open(context)?;
        refuse_unreadable(&gemeente, &file::ALL, context)?;
        let teksten = file::ALL.into_iter().map(|file| (file, Tekst::open(&gemeente.folder, file))).collect();
        Ok(Bestanden { gemeente, teksten })
    }

    pub fn project(&self) -> &Project {
        &self.gemeente.project
    }

    /// Makes the files say what `after` says; every byte that needs no change stays. All of them change, or none.
    ///
    /// # Errors
    /// When an edit cannot be made, when somebody else changed a file in the meantime, and when the machine refuses.
    pub fn save(&self, after: &Project, context: &Context) -> Result<(), Failure> {
        self.save_and_forget(after, &[], context)
    }

    /// As [`save`](Bestanden::save); these files go away with it.
    pub fn save_and_forget(&self, after: &Project, gone: &[&str], context: &Context) -> Result<(), Failure> {
        put_all(&self.edited(after, context)?, gone, &self.gemeente.folder, context)
    }

    /// The lines that would change, with the file and the place where they stand; empty when there are none.
    pub fn difference(&self, after: &Project, context: &Context) -> Result<String, Failure> {
        let edited = self.edited(after, context)?;
        let told = |(tekst, after): &(&Tekst, String)| {
            difference::lines(tekst.file, &tekst.before, after, 0, screen::stdout_has_colour())
        };
        Ok(edited.iter().map(told).collect())
    }

    fn edited(&self, after: &Project, context: &Context) -> Result<Vec<(&Tekst, String)>, Failure> {
        let changed = project::changed_files(self.project(), after);
        let teksten = self.teksten.iter().filter(|(file, _)| changed.contains(file));
        let edited = teksten.map(|(_, tekst)| {
            let tekst = tekst.as_ref().map_err(Failure::clone)?;
            let edited = project::apply(tekst.file, &tekst.before, self.project(), after);
            edited.map(|text| (tekst, text)).map_err(|error| not_made(&self.gemeente, &error, context))
        });
        edited.collect()
    }
}

/// The findings of this level.
pub fn of_level(findings: &[Finding], level: Level) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(move |finding| finding.level() == level)
}

/// Stops when there is something in these files that could not be read. A value that is wrong is no reason to stop: it
/// may be just what the user comes to change.
pub fn refuse_unreadable(gemeente: &Gemeente, files: &[&str], context: &Context) -> Result<(), Failure> {
    let errors = gemeente.unreadable(files);
    let Some(first) = errors.first() else { return Ok(()) };
    gemeente.tell(context, &errors);
    let message = format!("in {} staan fouten; er is niets gewijzigd", first.file);
    Err(Failure::new(Exit::InputErrors, message, UNREADABLE))
}

/// Why an edit was not made, for the user.
pub fn not_made(gemeente: &Gemeente, error: &EditError, context: &Context) -> Failure {
    if let EditError::Broken { findings, .. } = error {
        gemeente.tell(context, findings);
    }
    Failure::new(Exit::InputErrors, clean(&error.to_string()), error.help())
}

/// The text of a file as it stands there, byte order mark included.
fn text_at(path: &Path, file: &str) -> Result<String, Failure> {
    let bytes = load::read(path.parent().unwrap_or(path), path)?.unwrap_or_default();
    String::from_utf8(bytes).map_err(|_| {
        Failure::new(
            Exit::InputErrors,
            format!("{file} is niet opgeslagen als UTF-8; er is niets gewijzigd"),
            "Sla het bestand op als UTF-8; in Kladblok: Opslaan als, Codering ‘UTF-8’.",
        )
    })
}
