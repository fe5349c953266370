//! The folder of a gemeente, found, loaded and checked: what every command but `init` starts from.

use std::path::PathBuf;

use wep::check::{self, Finding, Level, Place};
use wep::export::index::Remark;
use wep::load::{self, Loaded, Located, Sources};
use wep::model::{Project, file};
use wep::report::findings;

use super::turn;
use crate::cli::Context;
use crate::exit::{Exit, Failure};
use crate::screen::{self, Screen};

/// A gemeente as it stands in its folder, with everything that was found in it.
pub struct Gemeente {
    pub folder: PathBuf,
    pub project: Project,
    pub findings: Vec<Finding>,
    pub sources: Sources,
}

/// Finds the folder, reads it and checks it.
///
/// # Errors
/// When there is no folder of a gemeente here, it cannot be read, or it holds something that may be about a participant.
/// What else is wrong *in* it is a finding.
pub fn open(context: &Context) -> Result<Gemeente, Failure> {
    let gemeente = open_whatever_it_holds(context)?;
    if let Some(failure) = gemeente.about_participant() {
        gemeente.tell(context, &gemeente.findings);
        return Err(failure);
    }
    Ok(gemeente)
}

/// As [`open`], for a command that ends with it. It stays in memory until the program ends, when the system takes all of it back
/// at once: to give it back value by value takes a while, in which the user waits.
///
/// # Errors
/// As there.
pub fn open_for_good(context: &Context) -> Result<&'static Gemeente, Failure> {
    Ok(Box::leak(Box::new(open(context)?)))
}

/// As [`open`], for who only tells what there is to say: what may be about a participant is a finding too, and then the
/// only kind.
pub fn open_whatever_it_holds(context: &Context) -> Result<Gemeente, Failure> {
    let folder = match &context.folder {
        Some(folder) => folder.clone(),
        None => load::find_folder(&PathBuf::from(".")).ok_or_else(nowhere)?,
    };
    at(folder, context.screen)
}

/// Reads the gemeente in this folder and checks it, after it has finished what a killed run left half done there.
///
/// # Errors
/// When it cannot be read. What is wrong *in* it is a finding, also what may be about a participant.
pub fn at(folder: PathBuf, screen: Screen) -> Result<Gemeente, Failure> {
    turn::finish_earlier(&folder, screen)?;
    let Loaded { project, mut findings, sources } = load::load(&folder)?;
    // A file that could not be read at all has no values yet: asking for them would only hide what is wrong.
    let unreadable: Vec<&str> =
        findings.iter().filter(|finding| finding.hides_its_file()).map(|finding| finding.file).collect();
    // Of what may be about a participant nothing was read.
    if !findings.iter().any(|finding| finding.code.is_about_participant()) {
        let mut checked = check::check(&project);
        checked.retain(|finding| !unreadable.contains(&finding.file) && !finding.follows_from(&findings));
        findings.extend(checked);
    }
    Ok(Gemeente { folder, project, findings, sources })
}

/// There is no gemeente here, nor in the folders above.
pub fn nowhere() -> Failure {
    Failure::new(
        Exit::WrongCall,
        format!("hier is geen map van een gemeente: er is geen {}", file::WEP),
        "Ga naar de map van uw gemeente, of noem die met -C MAP.\nNog geen map? Begin met: wep init",
    )
}

impl Gemeente {
    /// Why nothing is made of this gemeente, when something in it may be about a participant.
    pub fn about_participant(&self) -> Option<Failure> {
        let first = self.findings.iter().find(|finding| finding.code.is_about_participant())?;
        let message = format!("in {} staat iets dat over een deelnemer kan gaan", first.file);
        let help =
            "Er is niets gelezen, gemaakt of gewijzigd. Na het weghalen ziet u met ‘wep controleer’ of alles goed is.";
        Some(Failure::new(Exit::InputErrors, message, help))
    }

    /// The findings about these files.
    pub fn findings_in(&self, files: &[&str]) -> Vec<Finding> {
        self.findings.iter().filter(|finding| files.contains(&finding.file)).cloned().collect()
    }

    /// What could not be read of these files, so that it is missing in the model. A rule never finds such a thing.
    pub fn unreadable(&self, files: &[&str]) -> Vec<Finding> {
        let unreadable = |finding: &Finding| {
            finding.level() == Level::Error && matches!(finding.place, Place::Bytes(_) | Place::File)
        };
        self.findings_in(files).into_iter().filter(unreadable).collect()
    }

    /// All findings as a page shows them, in the order of the files.
    pub fn remarks(&self) -> Vec<Remark> {
        let remark = |(finding, at): (&Finding, Located)| Remark {
            level: finding.level(),
            file: at.file,
            place: (finding.place != Place::File).then_some((at.line, at.column)),
            message: finding.message.clone(),
            help: finding.help.clone(),
        };
        findings::sorted(&self.findings, &self.sources).into_iter().map(remark).collect()
    }

    /// Prints findings as a user reads them, on standard error.
    pub fn tell(&self, context: &Context, findings: &[Finding]) {
        let text = findings::plain(findings, &self.sources, screen::stderr_has_colour(), screen::width());
        context.screen.warn(text.trim_end());
    }
}

/// How many findings of this level there are.
pub fn count(findings: &[Finding], level: Level) -> usize {
    findings.iter().filter(|finding| finding.level() == level).count()
}
