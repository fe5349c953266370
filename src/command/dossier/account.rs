//! The account of a dossier: what was made, what was not and why; told short, and the failures at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use wep::check::{Finding, Level};
use wep::dutch::counted;
use wep::export::index;
use wep::report::findings;
use wep::write::Outcome;

use crate::command::gemeente::Gemeente;
use crate::command::making;
use crate::command::making::deliver::{self, Delivered};
use crate::exit::{Exit, Failure};
use crate::screen::{self, Screen};

/// More names than these nobody reads.
const FEW: usize = 8;

/// How one gemeente went.
#[derive(Default, Serialize, Deserialize)]
pub struct Account {
    folder: PathBuf,
    output: PathBuf,
    gaps: usize,
    /// Every file in the order in which it was written.
    outcomes: Vec<(String, Outcome)>,
    /// The lines that would change in it, of those that are texts.
    differences: BTreeMap<String, String>,
    /// The errors in its files, as text, and the documents that were not made because of these.
    errors: String,
    blocked: Vec<String>,
    /// What could not be made.
    failures: Vec<Failure>,
    /// What could not be written.
    refused: Vec<(String, Failure)>,
    /// Characters that a PDF could not show, and in which that is so.
    letters: BTreeSet<char>,
    lacking: Vec<String>,
}

impl Account {
    pub fn new(folder: &Path, output: &Path, gemeente: &Gemeente) -> Account {
        let gaps = gemeente.findings.iter().filter(|finding| finding.level() == Level::Gap).count();
        Account { folder: folder.to_owned(), output: output.to_owned(), gaps, ..Account::default() }
    }

    /// Of a gemeente that could not be read at all.
    pub fn of_failure(folder: &Path, failure: Failure) -> Account {
        let folder = folder.to_owned();
        Account { output: folder.clone(), folder, failures: vec![failure], ..Account::default() }
    }

    /// The files of the gemeente have errors, and these documents draw from them.
    pub fn blocked(&mut self, gemeente: &Gemeente, documents: impl Iterator<Item = String>) {
        let is_error = |finding: &&Finding| finding.level() == Level::Error;
        let errors: Vec<Finding> = gemeente.findings.iter().filter(is_error).cloned().collect();
        if !errors.is_empty() {
            self.errors = findings::plain(&errors, &gemeente.sources, screen::stderr_has_colour(), screen::width());
        }
        self.blocked.extend(documents);
    }

    /// Something could not be made.
    pub fn failed(&mut self, failure: Failure) {
        self.failures.push(failure);
    }

    /// This file could not be written.
    pub fn refused(&mut self, name: &str, failure: Failure) {
        self.refused.push((name.to_owned(), failure));
    }

    /// The writing could not be ended. Of a reason that stopped files before, nobody needs to hear again.
    pub fn refused_at_the_end(&mut self, failure: Failure) {
        if !self.refused.iter().any(|(_, earlier)| earlier.help == failure.help) {
            self.failures.push(failure);
        }
    }

    pub fn delivered(&mut self, name: &str, Delivered { outcome, difference }: Delivered) {
        self.outcomes.push((name.to_owned(), outcome));
        self.differences.insert(name.to_owned(), difference);
    }

    /// This file shows these letters as an empty box.
    pub fn missing(&mut self, name: &str, letters: &[char]) {
        if !letters.is_empty() {
            self.letters.extend(letters);
            self.lacking.push(name.to_owned());
        }
    }

    fn exit(&self) -> Exit {
        let errors = (!self.errors.is_empty()).then_some(Exit::InputErrors);
        let asks = self.outcomes.iter().any(|(_, outcome)| outcome.asks_a_person()).then_some(Exit::WouldLose);
        let failures = self.failures.iter().chain(self.refused.iter().map(|(_, failure)| failure));
        failures.map(|failure| failure.exit).chain(errors).chain(asks).max().unwrap_or(Exit::Good)
    }

    /// Nothing was written, and nothing went wrong.
    fn is_unchanged(&self) -> bool {
        self.exit() == Exit::Good && self.outcomes.iter().all(|(_, outcome)| *outcome == Outcome::Same)
    }

    /// “veldrijk/uitvoer: 90 bestanden gemaakt, 4 ongewijzigd”.
    fn summary(&self, dry_run: bool) -> String {
        if self.outcomes.is_empty() && self.refused.is_empty() {
            return format!("{}: niets gemaakt", self.output.display());
        }
        let count = |is: fn(&Outcome) -> bool| self.outcomes.iter().filter(|(_, outcome)| is(outcome)).count();
        let [new, changed, merged, beside] = match dry_run {
            true => {
                ["nieuw", "anders", "samen te voegen met uw wijzigingen", "zelf bewerkt, de nieuwe versie komt ernaast"]
            }
            false => [
                "gemaakt",
                "bijgewerkt",
                "samengevoegd met uw wijzigingen",
                "zelf bewerkt, de nieuwe versie staat ernaast",
            ],
        };
        let counts = [
            (count(|outcome| *outcome == Outcome::New), new),
            (count(|outcome| *outcome == Outcome::Changed), changed),
            (count(|outcome| matches!(outcome, Outcome::Replaced { .. })), "vervangen"),
            (count(|outcome| *outcome == Outcome::Same), "ongewijzigd"),
            (count(|outcome| matches!(outcome, Outcome::Merged | Outcome::Conflict { .. })), merged),
            (count(|outcome| matches!(outcome, Outcome::Beside { .. })), beside),
            (count(|outcome| matches!(outcome, Outcome::Own | Outcome::Unresolved)), "zelf bewerkt en zo gelaten"),
            (self.blocked.len() + self.failures.len() + self.refused.len(), "niet gemaakt"),
        ];
        let mut counts = counts.into_iter().filter(|(number, _)| *number > 0);
        let Some((number, what)) = counts.next() else { return format!("{}: niets te maken", self.output.display()) };
        let mut said = format!("{}: {} {what}", self.output.display(), files(number));
        counts.for_each(|(number, what)| said.push_str(&format!(", {number} {what}")));
        match self.gaps {
            0 => {}
            1 => said.push_str("; nog 1 gat om in te vullen"),
            more => said.push_str(&format!("; nog {more} gaten om in te vullen")),
        }
        said
    }

    /// Everything that did not go as asked, with the way out.
    fn tell_trouble(&self, screen: Screen) {
        screen.warn(&format!("\nNiet alles is gelukt in {}:", self.folder.display()));
        if !self.errors.is_empty() {
            screen.warn(self.errors.trim_end());
        }
        if self.outcomes.is_empty() && !self.errors.is_empty() {
            screen.warn(making::NOTHING);
        } else if !self.blocked.is_empty() {
            screen.warn(&format!("Niet gemaakt, tot deze fouten zijn opgelost: {}", self.blocked.join(", ")));
        }
        self.failures.iter().for_each(|failure| screen.fail(failure));
        for (number, (_, failure)) in self.refused.iter().enumerate() {
            // A folder in which nobody may write refuses every file; once is enough.
            let again = |(_, earlier): &(String, Failure)| earlier.help == failure.help;
            if !self.refused[..number].iter().any(again) {
                screen.fail(failure);
                let more: Vec<&str> = self.refused[number + 1..].iter().filter(|one| again(one)).map(named).collect();
                let more = if more.len() > FEW { format!("nog {}", files(more.len())) } else { more.join(", ") };
                if !more.is_empty() {
                    screen.warn(&format!("  Om dezelfde reden niet geschreven: {more}"));
                }
            }
        }
        self.tell_asking(screen);
    }

    /// What a person has to do by hand, the files with the same advice together.
    fn tell_asking(&self, screen: Screen) {
        let asking: Vec<(&str, &Outcome, &str)> = self
            .outcomes
            .iter()
            .filter_map(|(name, outcome)| Some((name.as_str(), outcome, deliver::advice(outcome)?)))
            .collect();
        for (number, (_, outcome, advice)) in asking.iter().enumerate() {
            if asking[..number].iter().any(|(_, _, earlier)| earlier == advice) {
                continue;
            }
            let heading = match outcome {
                Outcome::Beside { .. } => "Zelf bewerkt, en daarom niet vervangen",
                Outcome::Unresolved => "Zelf bewerkt, en nog niet gekozen",
                _ => "Samengevoegd, maar op een paar plekken kiest u zelf",
            };
            let names: Vec<&str> =
                asking.iter().filter(|(_, _, other)| other == advice).map(|(name, _, _)| *name).collect();
            screen.warn(&format!("{heading}: {}\n{}", names.join(", "), deliver::indented(advice)));
        }
    }
}

fn named((name, _): &(String, Failure)) -> &str {
    name
}

fn files(number: usize) -> String {
    counted(number, "bestand", "bestanden")
}

fn gemeenten(number: usize) -> String {
    counted(number, "gemeente", "gemeenten")
}

/// The accounts of all gemeenten, told one after the other.
pub struct Told {
    dry_run: bool,
    total: usize,
    screen: Screen,
    unchanged: usize,
    same_files: usize,
    /// Where to begin reading, when there is one gemeente.
    begin: Option<PathBuf>,
    /// There are lines to show that would change.
    differs: bool,
    troubles: Vec<Account>,
}

impl Told {
    pub fn new(dry_run: bool, total: usize, screen: Screen) -> Told {
        Told { dry_run, total, screen, unchanged: 0, same_files: 0, begin: None, differs: false, troubles: Vec::new() }
    }

    /// Tells what happened to a gemeente. Trouble comes at the end.
    pub fn gemeente(&mut self, account: Account) {
        for (name, outcome) in &account.outcomes {
            let path = account.output.join(name);
            self.screen.detail(&deliver::told(outcome, &path.display().to_string(), self.dry_run));
            if let Some(difference) = account.differences.get(name).filter(|_| self.screen.verbose) {
                self.screen.result(difference);
            }
            if name == index::FILE {
                self.begin = Some(path);
            }
        }
        self.differs |= account.differences.values().any(|difference| !difference.is_empty());
        if account.is_unchanged() {
            self.unchanged += 1;
            self.same_files += account.outcomes.len();
        } else {
            self.screen.tell(&account.summary(self.dry_run));
        }
        if !account.letters.is_empty() {
            let letters: Vec<char> = account.letters.iter().copied().collect();
            let what = match account.lacking.as_slice() {
                [one] => format!("{} toont", account.output.join(one).display()),
                more => format!("{} pdf’s in {} tonen", more.len(), account.output.display()),
            };
            self.screen.warn(&making::missing_glyphs(&what, &letters));
        }
        if account.exit() != Exit::Good {
            self.troubles.push(account);
        }
    }

    /// Tells the rest, the failures last. The exit is that of the worst.
    pub fn finish(self) -> Exit {
        let Told { dry_run, total, screen, unchanged, same_files, begin, differs, troubles } = self;
        let nothing = if dry_run { "Er zou niets veranderen" } else { "Er is niets veranderd" };
        if unchanged == total {
            let of = if total > 1 { format!(" van {}", gemeenten(total)) } else { String::new() };
            screen.tell(&format!("{nothing}: {}{of}, en alles was al bijgewerkt.", files(same_files)));
            return Exit::Good;
        }
        if unchanged > 0 {
            screen.tell(&format!("{nothing} in {}: daar was alles al bijgewerkt.", gemeenten(unchanged)));
        }
        match begin {
            _ if differs && !screen.verbose => screen.tell("Wat er in de teksten verandert, ziet u met -v erbij."),
            _ if dry_run => {}
            Some(page) if total == 1 => screen.tell(&format!("Begin bij het overzicht: {}", page.display())),
            Some(_) => screen.tell("Begin in elke map bij het overzicht: index.html"),
            None => {}
        }
        troubles.iter().for_each(|account| account.tell_trouble(screen));
        if total > 1 && !troubles.is_empty() {
            screen.warn(&format!("\nHelemaal gelukt: {} van de {} gemeenten.", total - troubles.len(), total));
        }
        troubles.iter().map(Account::exit).max().unwrap_or(Exit::Good)
    }
}
