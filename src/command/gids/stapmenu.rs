//! One step on the screen: why it matters and where it stands, and what the user can do with it.

use wep::document::Kind;
use wep::dutch::capitalised;
use wep::progress::{Feit, Hoe, STAPPEN, Staat, Tussenstand, Vastlegging};
use wep::question::Concept;
use wep::report::lines::{clean, wrapped};
use wep::write::together::CONCEPT;

use super::antwoorden::Antwoorden;
use super::gesprek::{Einde, Gesprek};
use crate::ask::Ask;
use crate::cli::{Context, DocumentOptions};
use crate::command::bestanden::Bestanden;
use crate::command::stap::{self, vragen};
use crate::command::{gemeente, making};
use crate::exit::Failure;
use crate::screen;

/// Where to go after this.
pub enum Daarna {
    Hier,
    Naar(&'static str),
    EersteOpen,
    Stoppen,
}

/// What can be done with a step.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Keuze {
    Kept,
    Vragen(usize),
    Vastleggen,
    Stukken(&'static str),
    Volgende(&'static str, &'static str),
    Andere,
    Stoppen,
}

pub struct Stapmenu<'a> {
    pub now: &'a Tussenstand,
    pub stand: &'a [Tussenstand],
    pub bestanden: &'a Bestanden,
    pub context: &'a Context,
}

impl Stapmenu<'_> {
    /// Shows the step and does what the user chooses.
    pub fn run(&self, ask: &mut dyn Ask, kept: Option<Concept>) -> Result<Daarna, Failure> {
        ask.say(&self.head(screen::width().clamp(40, 90)))?;
        let kept = kept.filter(|kept| kept.stap == self.now.stap.slug);
        let keuzes = self.keuzes(kept.as_ref());
        let listed: Vec<String> = keuzes.iter().map(|keuze| self.said(*keuze, kept.as_ref())).collect();
        match keuzes[ask.choice("Wat wilt u doen?", &listed, 0)?] {
            Keuze::Kept | Keuze::Vragen(_) => self.questions(ask, kept),
            Keuze::Vastleggen => self.record(ask),
            Keuze::Stukken(_) => self.documents(),
            Keuze::Volgende(slug, _) => Ok(Daarna::Naar(slug)),
            Keuze::Andere => self.elsewhere(ask),
            Keuze::Stoppen => Ok(Daarna::Stoppen),
        }
    }

    fn head(&self, width: usize) -> String {
        let stap = self.now.stap;
        let place = format!("Stap {} van {}: {}", self.now.nummer, STAPPEN.len(), stap.naam);
        let source = format!("{} {}", wep::handbook::TITLE, stap.paragraaf.0);
        let room = width.saturating_sub(place.chars().count() + source.chars().count());
        let mut lines = vec![String::new(), "─".repeat(width)];
        lines.push(if room > 1 { format!("{place}{:room$}{source}", "") } else { format!("{place}\n{source}") });
        lines.extend(wrapped(stap.waarom, width));
        lines.push(String::new());
        let mut fact = |name: &str, text: &str| {
            for (number, line) in wrapped(&clean(text), width - 13).into_iter().enumerate() {
                lines.push(format!("{:<13}{line}", if number == 0 { name } else { "" }));
            }
        };
        fact("Wie:", stap.wie);
        fact("Gereed als:", stap.gereed_als);
        let now = [Some(self.now.staat.woord().to_owned()), self.now.telling.clone()];
        let day = self.now.datum.map(|day| day.long());
        let now: Vec<String> = now.into_iter().flatten().chain(day).chain(self.now.wie.clone()).collect();
        fact("Nu:", &now.join(", "));
        if !self.now.wacht_op.is_empty() {
            let names: Vec<&str> = self.now.wacht_op.iter().map(|stap| stap.naam).collect();
            fact("Wacht op:", &format!("{}. U kunt de stap al wel voorbereiden.", names.join(", ")));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn keuzes(&self, kept: Option<&Concept>) -> Vec<Keuze> {
        let mut keuzes = Vec::new();
        let questions = self.now.nodig.iter().filter(|nodig| nodig.is_gegeven()).count();
        if kept.is_some() {
            keuzes.push(Keuze::Kept);
        } else if questions > 0 {
            keuzes.push(Keuze::Vragen(questions));
        }
        let facts = self.facts();
        // With everything filled in, the paper comes before what happens with it.
        let papers = self.now.stap.stukken.map(|(command, _)| Keuze::Stukken(command));
        if self.now.staat != Staat::Gereed {
            keuzes.extend(papers);
        }
        if !facts.is_empty() {
            keuzes.push(Keuze::Vastleggen);
        }
        let next = self.stand.iter().cycle().skip(self.now.nummer).take(STAPPEN.len());
        let next = next.into_iter().find(|one| one.staat != Staat::Gereed && one.nummer != self.now.nummer);
        let next = next.map(|one| Keuze::Volgende(one.stap.slug, one.stap.naam));
        if self.now.staat == Staat::Gereed {
            // What is left in a step that is done can wait.
            let at = usize::from(kept.is_some());
            if let Some(next) = next {
                keuzes.insert(at, next);
            }
            keuzes.extend(papers);
        } else {
            keuzes.extend(next);
        }
        keuzes.extend([Keuze::Andere, Keuze::Stoppen]);
        keuzes
    }

    fn said(&self, keuze: Keuze, kept: Option<&Concept>) -> String {
        match keuze {
            Keuze::Kept => {
                let count = kept.map_or(0, |kept| kept.antwoorden.len());
                let what = if count == 1 { "1 antwoord staat" } else { "antwoorden staan" };
                let what = if count == 1 { what.to_owned() } else { format!("{count} {what}") };
                format!("Verder waar u was: {what} nog klaar")
            }
            Keuze::Vragen(1) => "De vraag beantwoorden die nog open is".to_owned(),
            Keuze::Vragen(count) => format!("De vragen beantwoorden ({count})"),
            Keuze::Vastleggen => match &self.facts()[..] {
                [only] => format!("Vastleggen dat het is gebeurd: {}", clean(&only.told(self.bestanden.project()))),
                more => format!("Vastleggen wat er is gebeurd (nog {})", more.len()),
            },
            Keuze::Stukken(command) => format!("De stukken maken (wep {command})"),
            Keuze::Volgende(_, naam) => format!("Naar de volgende stap: {naam}"),
            Keuze::Andere => "Een andere stap kiezen".to_owned(),
            Keuze::Stoppen => "Stoppen".to_owned(),
        }
    }

    fn facts(&self) -> Vec<Feit> {
        let fact = |hoe: &Hoe| match hoe {
            Hoe::Feit(feit) => Some(feit.clone()),
            Hoe::Gegeven { .. } => None,
        };
        self.now.nodig.iter().filter_map(|nodig| fact(&nodig.hoe)).collect()
    }

    fn questions(&self, ask: &mut dyn Ask, kept: Option<Concept>) -> Result<Daarna, Failure> {
        let folder = &self.bestanden.gemeente.folder;
        let base = self.bestanden.project();
        let (answers, misfits) = match kept {
            Some(kept) => Antwoorden::replay(base, kept),
            None => (Antwoorden::new(base, self.now.stap.slug), Vec::new()),
        };
        if !misfits.is_empty() {
            ask.say("\nDeze antwoorden passen niet meer bij de bestanden. Geef ze zo nodig opnieuw:")?;
            for one in &misfits {
                ask.say(&format!("  {}: {}", capitalised(&clean(&one.wat)), clean(&one.tekst)))?;
            }
        }
        let mut gesprek = Gesprek::new(ask, self.now.stap, folder, answers);
        match gesprek.hold()? {
            Einde::Opslaan => {
                let after = gesprek.project().clone();
                self.bestanden.save_and_forget(&after, &[CONCEPT], self.context)?;
                let files = wep::edit::project::changed_files(base, &after).join(", ");
                self.context.screen.tell(&format!("Opgeslagen in {files}."));
                self.tell_state(&after);
            }
            Einde::Bewaard => return Ok(Daarna::Stoppen),
            Einde::Niets => {}
        }
        Ok(Daarna::Hier)
    }

    fn tell_state(&self, after: &wep::model::Project) {
        let stand = wep::progress::stand(after, &wep::check::check(after));
        let done = stand.iter().any(|one| one.nummer == self.now.nummer && one.staat == Staat::Gereed);
        if done && self.now.staat != Staat::Gereed {
            self.context.screen.tell(&format!("Stap {}, {}, is gereed.", self.now.nummer, self.now.stap.naam));
        }
    }

    /// Records one fact, or all of them on one day.
    fn record(&self, ask: &mut dyn Ask) -> Result<Daarna, Failure> {
        let project = self.bestanden.project();
        let facts = self.facts();
        let chosen = match &facts[..] {
            [only] => vec![only.clone()],
            more => vragen::which(ask, more, project)?,
        };
        let Some(datum) = vragen::day(ask, &chosen, vragen::planned(&chosen, project))? else {
            return Ok(Daarna::Hier);
        };
        let wie = vragen::who(ask, &chosen, project)?;
        let with = Vastlegging { datum, plaats: None, wie };
        match stap::record(self.now.stap, &chosen, &with, self.bestanden, false, self.context) {
            Ok(_) => {}
            Err(failure) => self.context.screen.fail(&failure),
        }
        Ok(Daarna::Hier)
    }

    fn documents(&self) -> Result<Daarna, Failure> {
        let Some((_, kinds)) = self.now.stap.stukken else { return Ok(Daarna::Hier) };
        let kinds: Vec<&str> = kinds.iter().copied().filter(|slug| Kind::find(slug).is_some()).collect();
        let gemeente = gemeente::open(self.context)?;
        match making::make(&gemeente, &kinds, &DocumentOptions::default(), self.context) {
            Ok(_) => {}
            Err(failure) => self.context.screen.fail(&failure),
        }
        Ok(Daarna::Hier)
    }

    fn elsewhere(&self, ask: &mut dyn Ask) -> Result<Daarna, Failure> {
        let mut choices: Vec<String> = self
            .stand
            .iter()
            .map(|one| format!("{:>2}. {:<26}{}", one.nummer, one.stap.naam, one.staat.woord()))
            .collect();
        choices.push("De eerste stap die open is".to_owned());
        let place = ask.choice("Welke stap?", &choices, self.now.nummer - 1)?;
        Ok(self.stand.get(place).map_or(Daarna::EersteOpen, |one| Daarna::Naar(one.stap.slug)))
    }
}
