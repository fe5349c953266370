//! `organisaties.yaml` on disk: read as it stands, changed in one place, and written whole or not at all.

use wep::check::{self, Finding, Place, Route};
use wep::dutch::{capitalised, did_you_mean};
use wep::edit::organisaties::{self, Edit};
use wep::load::{Sources, read_str};
use wep::model::{Organisatie, Organisaties, Project, file};
use wep::report::difference;
use wep::report::findings;
use wep::report::lines::clean;

use crate::cli::Context;
use crate::command::bestanden::{self, Tekst};
use crate::command::gemeente::{self, Gemeente};
use crate::exit::{Exit, Failure};
use crate::screen;

/// The file with the organisations, and the gemeente that it is of.
pub struct Bestand {
    pub gemeente: Gemeente,
    tekst: Tekst,
}

impl Bestand {
    /// Reads the gemeente, and the text of the file byte for byte. A file that is not there yet counts as empty.
    ///
    /// # Errors
    /// When `wep.yaml` or the file itself cannot be read to the end: then part of it would be missing in the model.
    pub fn open(context: &Context) -> Result<Bestand, Failure> {
        let bestand = Bestand::of(gemeente::open(context)?)?;
        bestand.refuse_unreadable(&[file::WEP, file::ORGANISATIES], context)?;
        Ok(bestand)
    }

    /// The file of a gemeente that is open already; what is wrong in it is for the caller to judge.
    ///
    /// # Errors
    /// When the text is not UTF-8 or may not be read: then no edit could keep what stands there.
    pub fn of(gemeente: Gemeente) -> Result<Bestand, Failure> {
        Ok(Bestand { tekst: Tekst::open(&gemeente.folder, file::ORGANISATIES)?, gemeente })
    }

    /// As [`bestanden::refuse_unreadable`].
    pub fn refuse_unreadable(&self, files: &[&str], context: &Context) -> Result<(), Failure> {
        bestanden::refuse_unreadable(&self.gemeente, files, context)
    }

    pub fn project(&self) -> &Project {
        &self.gemeente.project
    }

    pub fn all(&self) -> &[Organisatie] {
        &self.gemeente.project.organisaties.organisaties
    }

    /// The organisation with this id.
    pub fn find(&self, id: &str) -> Result<&Organisatie, Failure> {
        self.all().iter().find(|one| one.id.as_deref() == Some(id)).ok_or_else(|| {
            let message = format!("er is geen organisatie met de id ‘{}’", clean(id));
            let ids = self.all().iter().filter_map(|one| one.id.as_deref());
            let meant = did_you_mean(id, ids);
            let hint = meant.map(|meant| format!("{}\n", capitalised(&clean(&meant)))).unwrap_or_default();
            Failure::new(Exit::WrongCall, message, format!("{hint}Bekijk welke er zijn met: wep organisatie lijst"))
        })
    }

    /// Makes the edit, or only tells what it would do. `done` is what the user reads when it has been made.
    ///
    /// # Errors
    /// When the edit cannot be made, when somebody else changed the file in the meantime, and when the machine refuses.
    /// The file is as it was then.
    pub fn save(&self, edit: &Edit, dry_run: bool, done: &str, context: &Context) -> Result<Exit, Failure> {
        let after = self.after(std::slice::from_ref(edit), None, context)?;
        if dry_run {
            let told =
                difference::lines(file::ORGANISATIES, &self.tekst.before, &after, 0, screen::stdout_has_colour());
            context.screen.result(if told.is_empty() { "Er verandert niets.\n" } else { &told });
            return Ok(Exit::Good);
        }
        self.tekst.put(&after, context)?;
        context.screen.tell(done);
        if let Edit::Add(Organisatie { id: Some(id), .. }) | Edit::Change { id, .. } = edit {
            self.tell_about(id, &after, context);
        }
        Ok(Exit::Good)
    }

    /// Makes several edits at once; every byte that none of them touches stays. `reason` is why what seems to be about a
    /// participant is not.
    ///
    /// # Errors
    /// As [`save`](Bestand::save).
    pub fn save_all(&self, edits: &[Edit], reason: Option<&str>, context: &Context) -> Result<(), Failure> {
        self.tekst.put(&self.after(edits, reason, context)?, context)
    }

    fn after(&self, edits: &[Edit], reason: Option<&str>, context: &Context) -> Result<String, Failure> {
        organisaties::apply_marked(&self.tekst.before, edits, reason)
            .map_err(|error| bestanden::not_made(&self.gemeente, &error, context))
    }

    /// What there is to say about this organisation, in the file as it is now.
    fn tell_about(&self, id: &str, text: &str, context: &Context) {
        let (organisaties, _, source) = read_str::<Organisaties>(file::ORGANISATIES, text);
        let Some(index) = organisaties.organisaties.iter().position(|one| one.id.as_deref() == Some(id)) else {
            return;
        };
        let project = Project { organisaties, ..self.project().clone() };
        let entry = Route::from("organisaties").index(index);
        let found: Vec<Finding> = check::check(&project)
            .into_iter()
            .filter(|finding| finding.file == file::ORGANISATIES)
            .filter(
                |finding| matches!(&finding.place, Place::Value(route) | Place::Key(route) if route.first(2) == entry),
            )
            .collect();
        if !found.is_empty() {
            let mut sources = Sources::default();
            sources.add(source.with_path(self.tekst.path().to_path_buf()));
            let told = findings::plain(&found, &sources, screen::stderr_has_colour(), screen::width());
            context.screen.tell(&format!("\nOver deze organisatie:\n{}", told.trim_end()));
        }
    }
}
