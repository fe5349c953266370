//! `wep stap`: records what happened in the walk, and takes it back (handbook §3.1).

mod keuze;
pub mod vragen;

use clap::Args;
use clap::builder::PossibleValuesParser;
use wep::check::{Finding, Level, new_findings};
use wep::dutch::capitalised;
use wep::model::{Datum, Project, filled};
use wep::progress::{self, Feit, STAPPEN, Staat, Stap, Vastlegging};
use wep::report::lines::clean;

use super::bestanden::{Bestanden, of_level};
use crate::ask;
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
In een venster vraagt wep wat u niet als optie geeft.

Voorbeeld:
  wep stap convenant gereed --organisatie welzijn --datum 20-1-2027
  wep stap goedkeuring gereed --alle --datum \"4 maart 2027\"
  wep stap financiering gereed --organisatie gemeente --datum 1-4-2027
  wep stap startbijeenkomst gereed --datum 11-3-2027
  wep stap convenant open --organisatie welzijn      haalt de handtekening weer weg";

/// How many of a kind are told by name.
const SHOWN: usize = 3;

#[derive(Debug, Args)]
#[command(about = "Legt vast wat er gebeurd is: getekend, goedgekeurd, toegezegd, gehouden", after_help = EXAMPLE)]
pub struct StapOpdracht {
    #[arg(value_name = "STAP", value_parser = PossibleValuesParser::new(STAPPEN.iter().map(|stap| stap.slug)),
        hide_possible_values = true, help = "De stap, zoals convenant, goedkeuring of training; zie wep status")]
    stap: String,
    #[arg(value_name = "GEREED|OPEN", value_parser = ["gereed", "open"], default_value = "gereed",
        help = "gereed: leg het vast; open: haal het weer weg")]
    staat: String,
    #[command(flatten)]
    over: keuze::Over,
    #[arg(long, value_name = "DATUM", value_parser = str::parse::<Datum>, help_heading = "Opties",
        help = "De dag waarop het gebeurde, zoals 20-1-2027")]
    datum: Option<Datum>,
    #[arg(long, value_name = "PLAATS", help_heading = "Opties", help = "De plaats van tekenen")]
    plaats: Option<String>,
    #[arg(
        long,
        value_name = "NAAM",
        help_heading = "Opties",
        help = "Wie het deed: de directeur, de coördinator, de trainer"
    )]
    wie: Option<String>,
    #[arg(long = "zonder-vragen", help_heading = "Opties", help = "Stel geen vragen, ook niet in een venster")]
    no_questions: bool,
    #[arg(long = "controle", help_heading = "Opties", help = "Toon wat er zou veranderen en schrijf niets")]
    dry_run: bool,
}

impl StapOpdracht {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let Some(stap) = progress::stap(&self.stap) else {
            return Err(Failure::new(Exit::WrongCall, "deze stap bestaat niet", "Zie: wep status"));
        };
        let bestanden = Bestanden::open(context)?;
        let Some(feiten) = stap.feiten else { return by_itself(stap, &bestanden, context) };
        let feiten = feiten(bestanden.project());
        self.over.fits(stap, &feiten)?;
        self.fits(stap, &feiten)?;
        if self.staat == "open" {
            self.withdraw(&feiten, &bestanden, context)
        } else {
            self.record(stap, &feiten, &bestanden, context)
        }
    }

    /// What is said with the fact belongs to it.
    fn fits(&self, stap: &Stap, feiten: &[Feit]) -> Result<(), Failure> {
        let signs = feiten.iter().all(|feit| matches!(feit, Feit::Handtekening(_)));
        let has_name = !feiten
            .iter()
            .any(|feit| matches!(feit, Feit::Handtekening(_) | Feit::Toezegging(_) | Feit::Bijeenkomst(_)));
        let wrong = [("--plaats", self.plaats.is_some() && !signs), ("--wie", self.wie.is_some() && !has_name)];
        match wrong.iter().find(|(_, wrong)| *wrong) {
            Some((option, _)) => Err(keuze::does_not_belong(option, stap)),
            None => Ok(()),
        }
    }

    fn record(&self, stap: &Stap, all: &[Feit], bestanden: &Bestanden, context: &Context) -> Result<Exit, Failure> {
        let project = bestanden.project();
        let open: Vec<Feit> = all.iter().filter(|feit| !feit.is_recorded(project)).cloned().collect();
        let mut asking = (ask::possible() && !self.no_questions).then(ask::on_terminal);
        let chosen = match self.over.chosen(all, project)? {
            // All means all that are left; what was recorded before keeps its day.
            Some(_) if self.over.all && open.is_empty() => return Ok(already(all, project, context)),
            Some(_) if self.over.all => open,
            Some(chosen) => chosen,
            None => match (&open[..], &mut asking) {
                // A day for what was recorded already: the same one, or one that is refused.
                ([], _) if all.len() == 1 && self.datum.is_some() => all.to_vec(),
                ([], _) => return Ok(already(all, project, context)),
                ([only], _) => vec![only.clone()],
                (_, Some(ask)) => vragen::which(ask.as_mut(), &open, project)?,
                (_, None) => return Err(keuze::not_said(stap, &open, project)),
            },
        };
        let planned = vragen::planned(&chosen, project);
        let datum = match (self.datum, &mut asking) {
            (Some(datum), _) => datum,
            (None, Some(ask)) => match vragen::day(ask.as_mut(), &chosen, planned)? {
                Some(datum) => datum,
                None => {
                    context.screen.tell("Er is niets vastgelegd.");
                    return Ok(Exit::Stopped);
                }
            },
            (None, None) => return Err(Failure::new(Exit::WrongCall, "dit ontbreekt nog: --datum", "Zie --help.")),
        };
        let wie = match (&self.wie, &mut asking) {
            (None, Some(ask)) if self.datum.is_none() => vragen::who(ask.as_mut(), &chosen, project)?,
            (wie, _) => wie.clone(),
        };
        if let [Feit::Coordinator] = chosen[..]
            && wie.is_none()
            && filled(&project.team.coordinator.naam).is_none()
        {
            return Err(Failure::new(
                Exit::WrongCall,
                "wep weet nog niet wie de coördinator is",
                "Noem de naam erbij, met --wie.",
            ));
        }
        let with = Vastlegging { datum, plaats: self.plaats.clone(), wie };
        record(stap, &chosen, &with, bestanden, self.dry_run, context)
    }

    fn withdraw(&self, all: &[Feit], bestanden: &Bestanden, context: &Context) -> Result<Exit, Failure> {
        let project = bestanden.project();
        let recorded: Vec<Feit> = all.iter().filter(|feit| feit.is_recorded(project)).cloned().collect();
        let chosen = match self.over.chosen(all, project)? {
            Some(chosen) => chosen.into_iter().filter(|feit| recorded.contains(feit)).collect(),
            None if recorded.len() < 2 => recorded,
            None if ask::possible() && !self.no_questions => {
                vragen::which(ask::on_terminal().as_mut(), &recorded, project)?
            }
            None => {
                let help = "Noem om wie of wat het gaat, of haal alles weg met --alle. Zie --help.";
                return Err(Failure::new(Exit::WrongCall, "er is meer vastgelegd bij deze stap", help));
            }
        };
        if chosen.is_empty() {
            context.screen.tell("Dit was nog niet vastgelegd. Er verandert niets.");
            return Ok(Exit::Good);
        }
        let mut after = project.clone();
        for feit in &chosen {
            feit.withdraw(&mut after);
        }
        if !finish(&after, bestanden, self.dry_run, context)? {
            return Ok(Exit::Good);
        }
        for feit in &chosen {
            let told = clean(&feit.told(project));
            let granted = matches!(feit, Feit::Toezegging(_));
            let then = if granted { " In begroting.yaml staat nu ‘aangevraagd’, zonder datum." } else { "" };
            context.screen.tell(&format!("Niet meer vastgelegd: {told}.{then}"));
        }
        Ok(Exit::Good)
    }
}

/// Records facts, with what is to be said of it; with `dry_run` only shows the lines that would change.
///
/// # Errors
/// When it cannot be, when it was recorded for another day, and when a file cannot be changed.
pub fn record(
    stap: &Stap,
    chosen: &[Feit],
    with: &Vastlegging,
    bestanden: &Bestanden,
    dry_run: bool,
    context: &Context,
) -> Result<Exit, Failure> {
    let project = bestanden.project();
    let mut after = project.clone();
    for feit in chosen {
        refuse_other_day(feit, with.datum, stap, project)?;
        feit.record(&mut after, with);
    }
    if !finish(&after, bestanden, dry_run, context)? {
        return Ok(Exit::Good);
    }
    for feit in chosen {
        let told = clean(&feit.told(&after));
        context.screen.tell(&format!("Vastgelegd: {told}, op {}.", with.datum.with_weekday()));
    }
    tell_where_it_stands(stap, &after, context);
    Ok(Exit::Good)
}

/// Checks and writes, or with `dry_run` only shows. Answers whether it wrote.
fn finish(after: &Project, bestanden: &Bestanden, dry_run: bool, context: &Context) -> Result<bool, Failure> {
    let new = new_findings(bestanden.project(), after);
    if let Some(error) = of_level(&new, Level::Error).next() {
        let message = format!("dit kan niet: {}", clean(&error.message));
        return Err(Failure::new(Exit::InputErrors, message, capitalised(&clean(&error.help))));
    }
    if dry_run {
        let told = bestanden.difference(after, context)?;
        context.screen.result(if told.is_empty() { "Er verandert niets.\n" } else { &told });
    } else {
        bestanden.save(after, context)?;
    }
    tell_warnings(&new, context);
    Ok(!dry_run)
}

/// What is unusual: the first few, and how many more there are.
pub fn tell_warnings(new: &[Finding], context: &Context) {
    let warnings: Vec<&Finding> = of_level(new, Level::Warning).collect();
    for warning in warnings.iter().take(SHOWN) {
        let help = capitalised(&clean(&warning.help));
        let help = if help.is_empty() { help } else { format!("\n  {help}.") };
        context.screen.warn(&format!("Let op: {}.{help}", clean(&warning.message)));
    }
    if let Some(more) = warnings.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        context.screen.warn(&format!("Let op: er zijn nog {more} zulke waarschuwingen. Zie: wep controleer"));
    }
}

/// A step that is done when everything has been filled in: nothing to record.
fn by_itself(stap: &Stap, bestanden: &Bestanden, context: &Context) -> Result<Exit, Failure> {
    let stand = progress::stand(bestanden.project(), &bestanden.gemeente.findings);
    let Some(now) = stand.iter().find(|one| one.stap.slug == stap.slug) else { return Ok(Exit::Good) };
    if now.staat == Staat::Gereed {
        context.screen.tell(&format!("De stap {} is al gereed.", stap.naam));
        return Ok(Exit::Good);
    }
    let missing: Vec<&str> = now.nodig.iter().map(|nodig| nodig.wat.as_str()).collect();
    let mut help = vec![format!("Nog nodig: {}.", clean(&few(&missing)))];
    help.push(format!("Vul het aan met: wep gids --stap {}", stap.slug));
    let message = format!("de stap {} legt u niet zelf vast: die is gereed als {}", stap.naam, stap.gereed_als);
    Err(Failure::new(Exit::InputErrors, message, help.join("\n")))
}

/// Everything had been recorded before.
fn already(all: &[Feit], project: &Project, context: &Context) -> Exit {
    for feit in all {
        let on = feit.datum(project).map(|day| format!(", op {}", day.long())).unwrap_or_default();
        context.screen.tell(&format!("Al vastgelegd: {}{on}.", clean(&feit.told(project))));
    }
    if all.is_empty() {
        context
            .screen
            .tell("Er is nog niets om vast te leggen: eerst moet bekend zijn om wie of wat het gaat. Zie: wep status");
        return Exit::InputErrors;
    }
    Exit::Good
}

/// What was recorded for one day is not quietly moved to another.
fn refuse_other_day(feit: &Feit, datum: Datum, stap: &Stap, project: &Project) -> Result<(), Failure> {
    let Some(day) = feit.datum(project).filter(|day| *day != datum && *feit != Feit::Coordinator) else {
        return Ok(());
    };
    let message = format!("al vastgelegd: {}, op {}", clean(&feit.told(project)), day.long());
    let help = format!("Klopt die dag niet? Haal dit eerst weg: wep stap {} open", stap.slug);
    Err(Failure::new(Exit::InputErrors, message, help))
}

/// The first few, and how many more there are.
fn few(things: &[&str]) -> String {
    let first = things.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match things.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => format!("{first} en nog {more}"),
        _ => first,
    }
}

/// What this makes of the step, and what comes next.
pub fn tell_where_it_stands(stap: &Stap, after: &Project, context: &Context) {
    let stand = progress::stand(after, &wep::check::check(after));
    let Some(now) = stand.iter().find(|one| one.stap.slug == stap.slug) else { return };
    let open: Vec<&str> =
        now.nodig.iter().filter(|nodig| !nodig.is_gegeven()).map(|nodig| nodig.wat.as_str()).collect();
    if now.staat == Staat::Gereed {
        context.screen.tell(&format!("Stap {}, {}, is gereed.", now.nummer, stap.naam));
        if matches!(stap.slug, "convenant" | "goedkeuring")
            && let Some((command, _)) = stap.stukken
        {
            context.screen.tell(&format!("Het stuk is geen concept meer. Maak het opnieuw: wep {command}"));
        }
    } else if !open.is_empty() {
        context.screen.tell(&format!("Nog nodig: {}.", clean(&few(&open))));
    }
    let gaps = now.nodig.iter().filter(|nodig| nodig.is_gegeven()).count();
    if gaps > 0 {
        let what = if gaps == 1 { "is nog 1 gat".to_owned() } else { format!("zijn nog {gaps} gaten") };
        context.screen.warn(&format!("Let op: er {what} bij deze stap. Vul ze in met: wep gids --stap {}", stap.slug));
    }
}
