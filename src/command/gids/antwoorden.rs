//! The answers of one step, on top of what the files say: put in, taken back, replayed after a break.

use serde_json::Value;
use wep::check::{Finding, Route};
use wep::model::Project;
use wep::question::{self, Antwoord, Bezwaar, Concept, past};

/// The files as they stand, and the answers that come on top.
pub struct Antwoorden<'a> {
    base: &'a Project,
    /// With all answers in it.
    pub project: Project,
    pub concept: Concept,
}

impl<'a> Antwoorden<'a> {
    pub fn new(base: &'a Project, stap: &str) -> Antwoorden<'a> {
        Antwoorden { base, project: base.clone(), concept: Concept { stap: stap.to_owned(), antwoorden: Vec::new() } }
    }

    /// The answers that were kept and still fit, and those that do not fit any more.
    pub fn replay(base: &'a Project, kept: Concept) -> (Antwoorden<'a>, Vec<Antwoord>) {
        let mut answers = Antwoorden::new(base, &kept.stap);
        let mut misfits = Vec::new();
        for one in kept.antwoorden {
            let fitting = one.file().filter(|_| past(&answers.project, &one));
            let put = fitting.and_then(|file| question::with(&answers.project, file, &one.route(), &one.waarde).ok());
            match put {
                Some((project, _)) => {
                    answers.project = project;
                    answers.concept.antwoorden.push(one);
                }
                None => misfits.push(one),
            }
        }
        (answers, misfits)
    }

    /// Puts an answer in. What is odd about it comes back.
    ///
    /// # Errors
    /// When a rule says that it is wrong.
    pub fn put(
        &mut self,
        (file, route): (&'static str, &Route),
        wat: &str,
        (value, tekst): (Value, String),
    ) -> Result<Vec<Finding>, Bezwaar> {
        let (project, odd) = question::with(&self.project, file, route, &value)?;
        let answer = Antwoord::new(&self.project, (file, route), wat, value, tekst);
        // A field of an item that was answered as a whole is corrected in that answer.
        if let Some((field, item)) = answer.pad.split_last()
            && let Some(field) = field.as_str()
            && let Some(whole) = self
                .concept
                .antwoorden
                .iter_mut()
                .find(|one| one.bestand == answer.bestand && one.pad == item && !one.waarde[field].is_null())
        {
            whole.waarde[field] = answer.waarde;
            whole.tekst = answer.tekst;
            self.project = project;
            return Ok(odd);
        }
        let same = |one: &&mut Antwoord| one.bestand == answer.bestand && one.pad == answer.pad;
        match self.concept.antwoorden.iter_mut().find(same) {
            // What stood in the file before stays known.
            Some(earlier) => *earlier = Antwoord { was: earlier.was.clone(), ..answer },
            None => self.concept.antwoorden.push(answer),
        }
        self.project = project;
        Ok(odd)
    }

    /// Takes the last so many answers back; the last of them comes back.
    pub fn take_back(&mut self, count: usize) -> Option<Antwoord> {
        let left = self.concept.antwoorden.len().saturating_sub(count);
        let taken = self.concept.antwoorden.split_off(left);
        let kept = std::mem::take(&mut self.concept);
        let (again, _) = Antwoorden::replay(self.base, kept);
        *self = again;
        taken.into_iter().next_back()
    }
}
