//! A finding: something about the user's data that is wrong, odd or still missing, and the way out.
//!
//! A finding knows its place as a [`Route`] into the data; only a report turns that into file, line and column, so that
//! the model stays free of positions.

use std::fmt;
use std::ops::Range;

use ecow::EcoString;

use super::Code;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The data cannot be right; no document is made of it.
    Error,
    /// Probably not meant so; documents are made.
    Warning,
    /// Still to be filled in; documents show it as a marked gap.
    Gap,
}

/// One finding. All texts are plain Dutch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    /// Name of the file inside the project folder, such as `convenant.yaml`.
    pub file: &'static str,
    pub place: Place,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words beside the marked spot; may be empty.
    pub label: String,
    /// The way out; may be empty.
    pub help: String,
    /// The file in which something should be that is not there, when that is another.
    pub missing_in: Option<&'static str>,
}

/// Where in its file a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The value that the route leads to, or its deepest ancestor that is there.
    Value(Route),
    /// The name of the field that the route leads to.
    Key(Route),
    /// Bytes of the file's text, known while reading it.
    Bytes(Range<usize>),
    /// The file as a whole.
    File,
}

impl Finding {
    /// A finding on the value that `route` leads to.
    pub fn at(code: Code, file: &'static str, route: Route, message: impl Into<String>) -> Finding {
        Finding::placed(code, file, Place::Value(route), message)
    }

    /// A finding anywhere in its file.
    pub fn placed(code: Code, file: &'static str, place: Place, message: impl Into<String>) -> Finding {
        let message = message.into();
        Finding { code, file, place, message, label: String::new(), help: String::new(), missing_in: None }
    }

    /// The same finding with the way out.
    pub fn help(self, help: impl Into<String>) -> Finding {
        Finding { help: help.into(), ..self }
    }

    /// The same finding with a few words beside the spot.
    pub fn label(self, label: impl Into<String>) -> Finding {
        Finding { label: label.into(), ..self }
    }

    /// The same finding, about something that should be in this other file.
    pub fn missing_in(self, file: &'static str) -> Finding {
        Finding { missing_in: Some(file), ..self }
    }

    pub fn level(&self) -> Level {
        self.code.level()
    }

    /// What should be in another file is not missed as long as that cannot be read: what is wrong there comes first.
    pub fn follows_from(&self, others: &[Finding]) -> bool {
        let unreadable = |other: &Finding| other.code == Code::Syntax && Some(other.file) == self.missing_in;
        self.missing_in.is_some() && others.iter().any(unreadable)
    }

    /// Nothing of the file could be read, so that asking for its values makes no sense.
    pub fn hides_its_file(&self) -> bool {
        matches!(self.code, Code::FileMissing | Code::FileEmpty | Code::Syntax) || self.code.is_about_participant()
    }
}

/// A way into the data of one file: `partijen[2].taken`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route(Vec<Segment>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Nearly every name is short enough to need no memory of its own: routes are copied at every step.
    Field(EcoString),
    /// Counted from 0.
    Index(usize),
}

impl Route {
    pub fn new() -> Route {
        Route::default()
    }

    /// This route, one field deeper.
    pub fn field(&self, name: &str) -> Route {
        self.with(Segment::Field(name.into()))
    }

    /// This route, at the item with this index (from 0).
    pub fn index(&self, index: usize) -> Route {
        self.with(Segment::Index(index))
    }

    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The route to what holds this, and the last step; nothing for the file as a whole.
    pub fn parent(&self) -> Option<(Route, &Segment)> {
        let (last, before) = self.0.split_last()?;
        Some((Route(before.to_vec()), last))
    }

    /// The first so many steps of this route.
    pub fn first(&self, steps: usize) -> Route {
        Route(self.0.iter().take(steps).cloned().collect())
    }

    fn with(&self, segment: Segment) -> Route {
        let mut segments = Vec::with_capacity(self.0.len() + 1);
        segments.extend_from_slice(&self.0);
        segments.push(segment);
        Route(segments)
    }
}

impl From<&str> for Route {
    /// A route to a field at the top of the file.
    fn from(name: &str) -> Route {
        Route::new().field(name)
    }
}

impl fmt::Display for Route {
    /// The way people write it, counted from 0: `partijen[2].taken`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Field(name) if position == 0 => write!(formatter, "{name}")?,
                Segment::Field(name) => write!(formatter, ".{name}")?,
                Segment::Index(index) => write!(formatter, "[{index}]")?,
            }
        }
        Ok(())
    }
}
