//! Where a file goes as soon as it is made, so that nothing is kept in memory that is on the disk.

use wep::write::{Given, Outcome, Output, Writer};

use crate::command::making::deliver::{Delivered, How, planned};
use crate::command::making::files::Made;
use crate::exit::Failure;

/// Takes in what is made.
pub enum Desk<'a> {
    /// It is written.
    Writing(&'a Writer<'a>),
    /// Nothing is written; what would come of it is told.
    Foretelling(&'a Output, How),
    /// Nothing can be written, for this reason.
    Refusing(Failure),
}

/// A file that was taken in.
pub struct Accepted {
    pub name: String,
    /// What its typeface lacks.
    pub missing: Vec<char>,
    pub course: Course,
}

/// How far a file has come.
pub enum Course {
    /// It stands there already, just so.
    Same,
    /// What there is to say of it is known.
    Known(Result<Delivered, Failure>),
    /// It is being put in its place.
    Underway(Given),
}

impl Desk<'_> {
    /// Takes in one file.
    pub fn accept(&self, made: Made) -> Accepted {
        let course = match (made.fresh(), self) {
            (None, _) => Course::Same,
            (Some(file), Desk::Writing(writer)) => match writer.give(&file) {
                Ok(given) => Course::Underway(given),
                Err(error) => Course::Known(Err(error.into())),
            },
            (Some(file), Desk::Foretelling(output, how)) => {
                Course::Known(planned(output, &file, *how).map_err(Failure::from))
            }
            (Some(_), Desk::Refusing(failure)) => Course::Known(Err(failure.clone())),
        };
        let missing = made.rendered.map_or(Vec::new(), |rendered| rendered.missing_glyphs);
        Accepted { name: made.name, missing, course }
    }

    /// Lets what was taken in be put in its place, as that takes as long as what is still to come.
    pub fn flush(&self) {
        if let Desk::Writing(writer) = self {
            writer.flush();
        }
    }
}

impl Accepted {
    /// What has come of it, or will unless the machine refuses.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.course {
            Course::Same => Some(&Outcome::Same),
            Course::Known(known) => known.as_ref().ok().map(|delivered| &delivered.outcome),
            Course::Underway(given) => Some(&given.outcome),
        }
    }

    /// The name of a file that goes away with it.
    pub fn leaving(&self) -> Option<&str> {
        match &self.course {
            Course::Underway(given) => given.leaving.as_deref(),
            _ => None,
        }
    }
}
