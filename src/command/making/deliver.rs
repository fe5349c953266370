//! Bringing one file to the folder for documents, or with `--controle` only saying what would come of it.

use wep::dutch::counted;
use wep::report::difference;
use wep::write::{Fresh, Outcome, Output, Plan, WriteError};

use crate::cli::Context;
use crate::command::turn;
use crate::exit::{Exit, Failure};
use crate::screen::{self, Screen};

/// Lines around a change in a document, to see where it is.
const AROUND: usize = 2;

/// What the options of a command say about writing.
#[derive(Debug, Clone, Copy)]
pub struct How {
    pub dry_run: bool,
    pub overwrite: bool,
}

/// What came of a file, or would come of it.
pub struct Delivered {
    pub outcome: Outcome,
    /// The lines that would change, when nothing was written and it is a text.
    pub difference: String,
}

impl Delivered {
    /// It was written.
    pub fn of(outcome: Outcome) -> Delivered {
        Delivered { outcome, difference: String::new() }
    }
}

/// Tells of a file that stands there already, just as it would be made.
pub fn tell_same(output: &Output, name: &str, context: &Context) {
    let path = output.folder().join(name).display().to_string();
    context.screen.tell(&told(&Outcome::Same, &path, false));
}

/// Writes one file and tells it; what someone edited is not lost.
///
/// # Errors
/// When the machine refuses.
pub fn deliver(output: &mut Output, file: Fresh, how: How, context: &Context) -> Result<Exit, Failure> {
    let delivered = put_all(output, &[file], how, context.screen)?.pop().transpose()?;
    Ok(delivered.map_or(Exit::Good, |delivered| tell(output, file.name, delivered, how, context)))
}

/// Tells what came of a file.
pub fn tell(output: &Output, name: &str, delivered: Delivered, how: How, context: &Context) -> Exit {
    let Delivered { outcome, difference } = delivered;
    let path = output.folder().join(name).display().to_string();
    let told = told(&outcome, &path, how.dry_run);
    let exit = match advice(&outcome) {
        Some(advice) => {
            context.screen.warn(&format!("{told}\n{}", indented(advice)));
            Exit::WouldLose
        }
        None => {
            context.screen.tell(&told);
            Exit::Good
        }
    };
    context.screen.result(&difference);
    exit
}

/// Writes files without a word about it; one that fails stops no other.
///
/// # Errors
/// When it does not come to writing: another run keeps the turn, or there can be no such folder.
pub fn put_all(
    output: &mut Output,
    files: &[Fresh],
    how: How,
    screen: Screen,
) -> Result<Vec<Result<Delivered, WriteError>>, WriteError> {
    if how.dry_run {
        return Ok(files.iter().map(|file| planned(output, file, how)).collect());
    }
    if files.is_empty() {
        return Ok(Vec::new());
    }
    turn::take_output(output, screen)?;
    Ok(output.put_all(files, how.overwrite).into_iter().map(|outcome| outcome.map(Delivered::of)).collect())
}

/// What would come of one file.
///
/// # Errors
/// When what stands there cannot be read.
pub fn planned(output: &Output, file: &Fresh, how: How) -> Result<Delivered, WriteError> {
    let plan = output.plan(file.name, file.bytes, how.overwrite)?;
    let difference = match file.origin.form {
        // What somebody filled in is shown nowhere.
        true => String::new(),
        false => difference(&output.folder().join(file.name).display().to_string(), &plan),
    };
    Ok(Delivered { outcome: plan.outcome, difference })
}

/// The lines that change in a text that is there.
fn difference(path: &str, plan: &Plan) -> String {
    let [before, after] =
        [plan.before.as_deref(), plan.after.as_deref()].map(|bytes| bytes.and_then(|bytes| str::from_utf8(bytes).ok()));
    match (before, after) {
        (Some(before), Some(after)) => difference::lines(path, before, after, AROUND, screen::stdout_has_colour()),
        _ => String::new(),
    }
}

/// What happened to a file, or with `dry_run` would happen, on one line.
pub fn told(outcome: &Outcome, path: &str, dry_run: bool) -> String {
    match (outcome, dry_run) {
        (Outcome::New, false) => format!("Gemaakt:      {path}"),
        (Outcome::New, true) => format!("Nieuw:        {path}"),
        (Outcome::Changed, false) => format!("Bijgewerkt:   {path}"),
        (Outcome::Changed, true) => format!("Verandert:    {path}"),
        (Outcome::Same, _) => format!("Ongewijzigd:  {path}"),
        (Outcome::Own, _) => format!("Zo gelaten:   {path} (zelf bewerkt, en er is niets nieuws voor)"),
        (Outcome::Merged, false) => format!("Samengevoegd: {path} (met uw eigen wijzigingen)"),
        (Outcome::Merged, true) => format!("Voegt samen:  {path} (met uw eigen wijzigingen)"),
        (Outcome::Conflict { places }, false) => format!("Samengevoegd: {path} (op {} kiest u zelf)", plekken(*places)),
        (Outcome::Conflict { places }, true) => format!("Voegt samen:  {path} (op {} kiest u zelf)", plekken(*places)),
        (Outcome::Unresolved, _) => format!("Zo gelaten:   {path} (u moet er nog in kiezen)"),
        (Outcome::Beside { name }, false) => format!("Zo gelaten:   {path} (de nieuwe versie staat in ‘{name}’)"),
        (Outcome::Beside { name }, true) => format!("Blijft zo:    {path} (de nieuwe versie komt in ‘{name}’)"),
        (Outcome::Replaced { kept_as }, false) => format!("Vervangen:    {path} (uw versie staat nu in {kept_as})"),
        (Outcome::Replaced { kept_as }, true) => format!("Vervangt:     {path} (uw versie komt in {kept_as})"),
    }
}

/// What a person has to do now; nothing when all went by itself.
pub fn advice(outcome: &Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Conflict { .. } => Some(
            "Daar hebt u iets veranderd, en is het ook in de nieuwe versie anders. Beide staan onder elkaar: uw tekst na\n\
             ‘<<<<<<< uw versie’, de nieuwe tekst na ‘=======’, tot ‘>>>>>>> nieuw van wep’.\n\
             Kies wat u wilt, en haal die drie regels weg.",
        ),
        Outcome::Unresolved => Some(
            "Er staan nog twee versies in, van de vorige keer. Zoek op ‘<<<<<<< uw versie’, kies wat u wilt,\n\
             haal de regels met ‘<<<<<<<’, ‘=======’ en ‘>>>>>>>’ weg, en geef de opdracht opnieuw.",
        ),
        Outcome::Beside { .. } => Some(
            "U hebt dit zelf bewerkt; daarom blijft het staan. De nieuwe versie komt ernaast, met ‘(nieuw van wep)’ in de\n\
             naam. Neem daaruit over wat u nodig hebt, en gooi haar dan weg. In Word ziet u de verschillen met\n\
             Controleren > Vergelijken. Of gebruik --overschrijf: dan komt de nieuwe versie in de plaats, en blijft de uwe\n\
             ernaast bewaard.",
        ),
        _ => None,
    }
}

/// Advice under what it is about.
pub fn indented(advice: &str) -> String {
    advice.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn plekken(number: usize) -> String {
    counted(number, "plek", "plekken")
}
