//! The questions of one step: asked one by one, each answer kept at once, with a way back, and an overview to correct
//! before anything is written.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;

use serde_json::{Map, Value, json};
use wep::check::{Finding, Route, Segment};
use wep::dutch::capitalised;
use wep::edit::project::{value_at, value_of};
use wep::model::Project;
use wep::progress::{self, Hoe, Nodig, Stap};
use wep::question::{self, Naar, Soort, Vraag, nieuwe_id, velden};
use wep::report::lines::{clean, wrapped};

use super::antwoorden::Antwoorden;
use super::concept;
use super::plek::{Plek, new_item, rest_of_item};
use super::vraag::{self, Reply};
use crate::ask::Ask;
use crate::exit::Failure;
use crate::screen;

/// How a conversation ends.
pub enum Einde {
    /// The user wants these answers in the files.
    Opslaan,
    /// There was nothing to save, or the user threw it away.
    Niets,
    /// The answers stay where they are kept.
    Bewaard,
}

/// What was done with a question, for the way back.
enum Gedaan {
    /// So many answers came of it.
    Antwoorden(usize),
    Overgeslagen(Plek),
}

pub struct Gesprek<'a> {
    pub ask: &'a mut dyn Ask,
    pub stap: &'static Stap,
    pub folder: &'a Path,
    pub answers: Antwoorden<'a>,
    /// Fields of a new item that are still to be asked, and questions that come back.
    queue: VecDeque<Plek>,
    later: BTreeSet<String>,
    history: Vec<Gedaan>,
}

impl<'a> Gesprek<'a> {
    pub fn new(ask: &'a mut dyn Ask, stap: &'static Stap, folder: &'a Path, answers: Antwoorden<'a>) -> Gesprek<'a> {
        let history = answers.concept.antwoorden.iter().map(|_| Gedaan::Antwoorden(1)).collect();
        let queue = rest_of_item(&answers);
        Gesprek { ask, stap, folder, answers, queue, later: BTreeSet::new(), history }
    }

    /// Asks until nothing is left, or the user has enough of it.
    pub fn hold(&mut self) -> Result<Einde, Failure> {
        self.ask.say(&format!("\n{}", vraag::KEYS))?;
        loop {
            let Some(plek) = self.next() else {
                match self.overview()? {
                    Some(einde) => return Ok(einde),
                    None => continue,
                }
            };
            match self.question(&plek)? {
                Some(Reply::Overzicht) => {
                    self.queue.push_front(plek);
                    if let Some(einde) = self.overview()? {
                        return Ok(einde);
                    }
                }
                Some(Reply::Terug) => self.back(plek)?,
                Some(Reply::Later) => self.skip(plek),
                _ => {}
            }
        }
    }

    /// The next place to ask for; nothing when every question has been answered or put off.
    fn next(&mut self) -> Option<Plek> {
        if let Some(plek) = self.queue.pop_front() {
            return Some(plek);
        }
        let nodig = self.open().into_iter().next()?;
        let Hoe::Gegeven { file, route, voorzet } = nodig.hoe else { return None };
        let vraag = Vraag::new(&self.answers.project, file, route.clone(), nodig.wat.clone());
        if vraag.soort != Soort::Onderdeel {
            return Some(Plek::new(file, route, nodig.wat));
        }
        self.begin_item(file, &route, voorzet, &nodig.wat);
        self.queue.pop_front()
    }

    /// What this step still needs and was not put off.
    fn open(&self) -> Vec<Nodig> {
        let project = &self.answers.project;
        let stand = progress::stand(project, &wep::check::check(project));
        let now = stand.into_iter().find(|one| one.stap.slug == self.stap.slug);
        let needs = now.map(|one| one.nodig).unwrap_or_default();
        needs.into_iter().filter(|nodig| nodig.is_gegeven() && !self.later.contains(&nodig.wat)).collect()
    }

    /// Puts the fields of a new item in this list up front.
    fn begin_item(&mut self, file: &'static str, list: &Route, voorzet: Option<(&'static str, Value)>, wat: &str) {
        let value = value_of(&self.answers.project, file);
        let index = value_at(&value, list).as_array().map_or(0, Vec::len);
        let item = list.index(index);
        let known = new_item(file, list, voorzet.as_ref());
        let fields = velden(file, list).iter().filter(|(field, _)| !known.contains_key(*field));
        for (place, (field, what)) in fields.enumerate() {
            let first = place == 0;
            let voorzet = if first { new_item(file, list, voorzet.as_ref()) } else { Map::new() };
            let what = if first && !known.is_empty() { format!("{what} ({wat})") } else { (*what).to_owned() };
            let route = field.split('.').fold(item.clone(), |route, name| route.field(name));
            self.queue.push_back(Plek {
                voorzet,
                begint: first.then(|| wat.to_owned()),
                ..Plek::new(file, route, what)
            });
        }
        if self.queue.is_empty() {
            // A list of which wep does not know what to ask: its file is the place for it.
            self.later.insert(wat.to_owned());
        }
    }

    /// Asks for one place. What the user wants instead of an answer comes back.
    fn question(&mut self, plek: &Plek) -> Result<Option<Reply>, Failure> {
        let project = self.answers.project.clone();
        let with_known = plek.with_known(&project);
        let make = if plek.precies { Vraag::of_field } else { Vraag::new };
        let vraag = make(&with_known, plek.file, plek.route.clone(), plek.wat.clone());
        let check = |value: &Value| {
            let (route, value) = plek.put(&project, value);
            question::with(&project, plek.file, &route, &value).map(|_| ()).map_err(|wrong| wrong.0)
        };
        let before = value_at(&value_of(&project, plek.file), &plek.route).clone();
        let before = before.as_str().map(str::to_owned).unwrap_or_else(|| match &before {
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        });
        let before = if before.is_empty() { plek.eerder.clone().unwrap_or_default() } else { before };
        let before = if before.contains(char::is_control) { String::new() } else { before };
        match vraag::ask(self.ask, &project, &vraag, &before, &check)? {
            Reply::Waarde(value, tekst) => {
                self.take(plek, value, tekst, 0)?;
                Ok(None)
            }
            Reply::Nieuw(naar, naam) => {
                self.add_new(plek, naar, &naam)?;
                Ok(None)
            }
            Reply::Veld(field, name) => {
                // What is missing is an item as a whole, or one of its fields.
                let route = match plek.route.parent() {
                    Some((_, Segment::Index(_))) => plek.route.field(field),
                    _ => plek.route.parent().map(|(item, _)| item.field(field)).unwrap_or_default(),
                };
                let wat = format!("{}: {name}", plek.wat.split(':').next().unwrap_or_default());
                self.queue.push_front(Plek { route, wat, precies: true, ..plek.clone() });
                Ok(None)
            }
            other => Ok(Some(other)),
        }
    }

    /// Puts an answer in and keeps it at once. The first field of a new item brings the item with it. `with` answers came
    /// before it and go back with it.
    fn take(&mut self, plek: &Plek, value: Value, tekst: String, with: usize) -> Result<(), Failure> {
        let (route, value) = plek.put(&self.answers.project, &value);
        match self.answers.put((plek.file, &route), &plek.wat, (value, tekst)) {
            Ok(odd) => {
                self.history.push(Gedaan::Antwoorden(1 + with));
                self.tell(&odd)?;
            }
            Err(wrong) => {
                self.answers.take_back(with);
                self.ask.say(&format!("Dat kan niet: {}", clean(&wrong.0)))?;
                self.queue.push_front(plek.clone());
            }
        }
        concept::keep(self.folder, &self.answers.concept)
    }

    /// Something that was not known yet gets its own place first, and the question its id.
    fn add_new(&mut self, plek: &Plek, naar: Naar, naam: &str) -> Result<(), Failure> {
        let Some((file, list)) = naar.lijst() else { return Ok(()) };
        let route = Route::from(list);
        let index = value_at(&value_of(&self.answers.project, file), &route).as_array().map_or(0, Vec::len);
        let id = nieuwe_id(&self.answers.project, (file, list), naam);
        let item = json!({ "id": id, "naam": naam });
        let wat = format!("nieuw in {file}");
        let added = self.answers.put((file, &route.index(index)), &wat, (item, naam.to_owned()));
        if let Err(wrong) = added {
            self.ask.say(&format!("Dat kan niet: {}", clean(&wrong.0)))?;
            self.queue.push_front(plek.clone());
            return Ok(());
        }
        let several =
            matches!(Vraag::new(&self.answers.project, plek.file, plek.route.clone(), "").soort, Soort::Lijst(_));
        let value = if several { json!([id]) } else { json!(id) };
        self.take(plek, value, naam.to_owned(), 1)
    }

    fn tell(&mut self, odd: &[Finding]) -> Result<(), Failure> {
        for finding in odd.iter().take(3) {
            let text = format!("Let op: {}. {}", clean(&finding.message), capitalised(&clean(&finding.help)));
            let lines = wrapped(text.trim_end(), screen::width().clamp(40, 90));
            self.ask.say(&lines.join("\n"))?;
        }
        Ok(())
    }

    /// A question is put off; one that begins a new item takes the other fields of the item with it.
    fn skip(&mut self, plek: Plek) {
        if let Some(list) = &plek.begint {
            self.queue.clear();
            self.later.insert(list.clone());
        }
        self.later.insert(plek.wat.clone());
        self.history.push(Gedaan::Overgeslagen(plek));
    }

    /// Back to the question before this one.
    fn back(&mut self, plek: Plek) -> Result<(), Failure> {
        match self.history.pop() {
            None => {
                self.ask.say("Dit is de eerste vraag.")?;
                self.queue.push_front(plek);
            }
            Some(Gedaan::Overgeslagen(earlier)) => {
                self.later.remove(&earlier.wat);
                if let Some(list) = &earlier.begint {
                    self.later.remove(list);
                    // The item begins again, with all its fields.
                    return Ok(());
                }
                if plek.begint.is_none() {
                    self.queue.push_front(plek);
                }
                self.queue.push_front(earlier);
            }
            Some(Gedaan::Antwoorden(count)) => {
                let taken = self.answers.take_back(count);
                concept::keep(self.folder, &self.answers.concept)?;
                let Some((taken, file)) = taken.and_then(|taken| taken.file().map(|file| (taken, file))) else {
                    return Ok(());
                };
                if taken.waarde.is_object() {
                    // An item that came with its first field: the item begins again.
                    self.queue.clear();
                    return Ok(());
                }
                if plek.begint.is_some() {
                    self.queue.clear();
                } else {
                    self.queue.push_front(plek);
                }
                let again = Plek::new(file, taken.route(), taken.wat);
                self.queue.push_front(Plek { precies: true, eerder: Some(taken.tekst), ..again });
            }
        }
        Ok(())
    }

    /// What was answered, to be saved, changed, gone on with or thrown away.
    fn overview(&mut self) -> Result<Option<Einde>, Failure> {
        if self.answers.concept.antwoorden.is_empty() {
            if !self.later.is_empty() {
                self.ask.say("\nU hebt nog niets ingevuld. De vragen blijven staan.")?;
            }
            return Ok(Some(Einde::Niets));
        }
        loop {
            self.ask.say(&self.told())?;
            let more = !self.queue.is_empty() || !self.later.is_empty() || !self.open().is_empty();
            let mut choices = vec!["Opslaan", "Een antwoord wijzigen"];
            if more {
                choices.push("Verder met de vragen");
            }
            choices.extend(["Nu stoppen, later verder", "Deze antwoorden weggooien"]);
            let listed: Vec<String> = choices.iter().map(|choice| (*choice).to_owned()).collect();
            match choices[self.ask.choice("Klopt dit?", &listed, 0)?] {
                "Opslaan" => return Ok(Some(Einde::Opslaan)),
                "Een antwoord wijzigen" => self.correct()?,
                "Verder met de vragen" => {
                    self.later.clear();
                    return Ok(None);
                }
                "Nu stoppen, later verder" => return Ok(Some(Einde::Bewaard)),
                _ => {
                    if self.ask.confirm("Alle antwoorden hierboven weggooien?", false)? {
                        concept::forget(self.folder)?;
                        return Ok(Some(Einde::Niets));
                    }
                }
            }
        }
    }

    /// Every answer on a line.
    fn told(&self) -> String {
        let width = screen::width().clamp(40, 90);
        let mut text = format!("\nUw antwoorden bij de stap {}, nog niet opgeslagen:", self.stap.naam);
        for one in &self.answers.concept.antwoorden {
            let line = format!("{}: {}", capitalised(&clean(&one.wat)), clean(&one.tekst));
            for (number, line) in wrapped(&line, width - 6).into_iter().enumerate() {
                text.push_str(if number == 0 { "\n  - " } else { "\n    " });
                text.push_str(&line);
            }
        }
        text + "\n"
    }

    /// One answer anew.
    fn correct(&mut self) -> Result<(), Failure> {
        let answers = &self.answers.concept.antwoorden;
        let mut choices: Vec<String> =
            answers.iter().map(|one| format!("{}: {}", capitalised(&clean(&one.wat)), clean(&one.tekst))).collect();
        choices.push("Toch niets wijzigen".to_owned());
        let place = self.ask.choice("Welk antwoord?", &choices, 0)?;
        let Some(one) = self.answers.concept.antwoorden.get(place).cloned() else { return Ok(()) };
        let Some(file) = one.file() else { return Ok(()) };
        let route = match (&one.waarde, one.route().parent()) {
            // An item that came with its first field.
            (Value::Object(_), Some((list, _))) => match velden(file, &list).first() {
                Some((field, _)) => one.route().field(field),
                None => return Ok(()),
            },
            _ => one.route(),
        };
        let plek = Plek::new(file, route, one.wat.clone());
        let before = self.history.len();
        self.question(&plek)?;
        // A change of an answer is no new step on the way.
        self.history.truncate(before);
        Ok(())
    }

    /// The project as it is with all answers.
    pub fn project(&self) -> &Project {
        &self.answers.project
    }
}

#[cfg(test)]
mod tests;
