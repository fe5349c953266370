//! What a gemeente makes with templates of its own: documents of ours in its own words, and documents of its own.
//!
//! Such a template can use what ours can, and besides that everything in the YAML files: see [`with_files`].

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Kind, huisstijl, wording};
use crate::compose::{self, ComposeError, Template};
use crate::dutch::{capitalised, did_you_mean};
use crate::model::{Datum, Project, Sjabloon, file};
use crate::tree::{Document, Meta};

/// The group of values that holds the files, each by its name.
pub const FILES: &str = "bestanden";
/// The group in which what other files refer to is found by its id.
pub const BY_ID: &str = "op_id";

/// What wep calls files that are no documents, and that a document could be called too.
const TAKEN: [&str; 3] = ["index", "status", super::sjabloonwijzer::NAME];

/// A document of the gemeente's own.
#[derive(Debug, Clone, Copy)]
pub struct EigenStuk<'p> {
    sjabloon: &'p Sjabloon,
    titel: &'p str,
    /// The document of wep whose values it can use too.
    gegevens: Option<&'static Kind>,
}

impl<'p> EigenStuk<'p> {
    /// All of them, in the order of their names; for a template that cannot be one, why.
    pub fn all(project: &'p Project) -> Vec<Result<EigenStuk<'p>, ComposeError>> {
        let own = project.sjablonen.stukken().filter(|sjabloon| Kind::find(&sjabloon.naam).is_none());
        own.map(EigenStuk::of).collect()
    }

    /// The one with this name.
    ///
    /// # Errors
    /// When its template cannot be one.
    pub fn find(project: &'p Project, naam: &str) -> Option<Result<EigenStuk<'p>, ComposeError>> {
        let sjabloon = project.sjablonen.stuk(naam).filter(|sjabloon| Kind::find(&sjabloon.naam).is_none())?;
        Some(EigenStuk::of(sjabloon))
    }

    fn of(sjabloon: &'p Sjabloon) -> Result<EigenStuk<'p>, ComposeError> {
        let Some(titel) = sjabloon.kop.titel.as_deref().map(str::trim).filter(|titel| !titel.is_empty()) else {
            let help = match did_you_mean(&sjabloon.naam, super::KINDS.iter().map(|kind| kind.slug)) {
                Some(near) => format!("{near} Geef het bestand dan die naam"),
                None => format!(
                    "hoort het bij een document van wep, geef het dan de naam daarvan: zie ‘wep sjabloon lijst’. \
                     Is het een eigen document, begin dan met drie regels: ‘---’, ‘titel: {}’ en ‘---’",
                    capitalised(&sjabloon.naam.replace('-', " "))
                ),
            };
            let message = "dit sjabloon hoort bij geen document van wep, en het heeft geen titel";
            return Err(fault(sjabloon, 1, message.to_owned(), help));
        };
        // A document of wep may come in parts: `poster-markt`, `inloop-a4`.
        let like = super::KINDS
            .iter()
            .find(|kind| sjabloon.naam.strip_prefix(kind.slug).is_some_and(|rest| rest.starts_with('-')));
        if let Some(naam) = like.map(|kind| kind.slug).or(TAKEN.into_iter().find(|taken| *taken == sjabloon.naam)) {
            let message = format!("‘{}’ kan botsen met wat wep zelf maakt onder de naam ‘{naam}’", sjabloon.naam);
            let help = format!("geef het bestand een andere naam, zoals eigen-{}", sjabloon.naam);
            return Err(fault(sjabloon, 1, message, help));
        }
        let gegevens = match sjabloon.kop.gegevens.as_deref().map(str::trim).filter(|naam| !naam.is_empty()) {
            None => None,
            Some(naam) => Some(Kind::find(naam).ok_or_else(|| no_such_kind(sjabloon, naam))?),
        };
        Ok(EigenStuk { sjabloon, titel, gegevens })
    }

    /// What its files are called, without their ending.
    pub fn naam(&self) -> &'p str {
        &self.sjabloon.naam
    }

    pub fn titel(&self) -> &'p str {
        self.titel
    }

    pub fn sjabloon(&self) -> &'p Sjabloon {
        self.sjabloon
    }

    /// The files of the gemeente that it draws from: an error in one of these keeps it from being made.
    pub fn files(&self) -> Vec<&'static str> {
        let text = &self.sjabloon.tekst;
        let names = |name: &&str| {
            // What stands above every document comes from the first two.
            [file::WEP, file::ORGANISATIES].contains(name)
                || self.gegevens.is_some_and(|kind| kind.files.contains(name))
                || text.contains(&format!("{FILES}.{}", stem(name)))
                || (text.contains(BY_ID) && *name == file::LOCATIES)
        };
        file::ALL.into_iter().filter(names).collect()
    }

    /// Makes the document.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn compose(&self, project: &Project) -> Result<Document, ComposeError> {
        let view = self.gegevens.map_or(Value::Object(Map::new()), |kind| (kind.view)(project));
        let meta = Meta {
            subtitle: wording::filled(&project.wep.naam).unwrap_or_default(),
            author: wording::author(project),
            theme: huisstijl::theme(project),
            ..Meta::default()
        };
        compose(self.sjabloon, view, meta, project)
    }
}

/// What is wrong with the templates of this gemeente, as far as shows when everything is made of them.
pub fn faults(project: &Project) -> Vec<ComposeError> {
    let replaced = project.sjablonen.stukken().filter_map(|sjabloon| Kind::find(&sjabloon.naam));
    let replaced = replaced.filter_map(|kind| kind.documents(project).err());
    let own = EigenStuk::all(project).into_iter().filter_map(|stuk| stuk.and_then(|stuk| stuk.compose(project)).err());
    let mut faults: Vec<ComposeError> = Vec::new();
    for fault in replaced.chain(own) {
        // A part that is wrong is wrong in all that use it.
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    faults
}

/// Makes a document of a template of the gemeente's own.
pub(super) fn compose(
    sjabloon: &Sjabloon,
    view: Value,
    meta: Meta,
    project: &Project,
) -> Result<Document, ComposeError> {
    let (name, text) = (sjabloon.pad(), sjabloon.romp());
    let said = |own: &Option<String>, ours: String| wording::filled(own).unwrap_or(ours);
    let meta = Meta {
        title: said(&sjabloon.kop.titel, meta.title),
        subtitle: said(&sjabloon.kop.ondertitel, meta.subtitle),
        ..meta
    };
    let template = Template { name: &name, text: &text };
    with_parts(project, |parts| compose::compose(&template, parts, with_files(view, project), meta))
}

/// Does something with the parts that templates of this gemeente can use: ours, and its own, which come in their place.
pub(super) fn with_parts<T>(project: &Project, work: impl FnOnce(&[Template]) -> T) -> T {
    let own: Vec<(String, String)> = project.sjablonen.delen().map(|deel| (deel.pad(), deel.romp())).collect();
    let own = own.iter().map(|(name, text)| Template { name, text });
    let mut parts: Vec<Template> = own.collect();
    let ours = super::PARTIALS.iter().filter(|ours| !parts.iter().any(|own| own.called() == ours.called()));
    let ours: Vec<Template> = ours.copied().collect();
    parts.extend(ours);
    work(&parts)
}

/// A replacement of a document of wep has its values already.
pub(super) fn refuse_other_values(sjabloon: &Sjabloon) -> Result<(), ComposeError> {
    match &sjabloon.kop.gegevens {
        None => Ok(()),
        Some(_) => {
            let message = format!("‘gegevens’ kan hier niet: dit sjabloon krijgt de gegevens van ‘{}’", sjabloon.naam);
            Err(fault(sjabloon, line_of(sjabloon, "gegevens"), message, "haal de regel weg".to_owned()))
        }
    }
}

/// The values of a document, with all that the gemeente wrote down: each file by its name in `bestanden`, and
/// organisaties, locaties and wijken by their id in `op_id`. A date is written out, and ‘ja’ or ‘nee’ can be asked with
/// `{{#if}}`.
pub fn with_files(view: Value, project: &Project) -> Value {
    let mut view = match view {
        Value::Object(view) => view,
        _ => Map::new(),
    };
    view.insert(FILES.to_owned(), Value::Object(files(project)));
    let ids = [
        ("organisaties", by_id(&project.organisaties.organisaties, |one| one.id.as_deref())),
        ("locaties", by_id(&project.locaties.locaties, |one| one.id.as_deref())),
        ("wijken", by_id(&project.wep.wijken, |one| one.id.as_deref())),
    ];
    let ids = ids.into_iter().map(|(name, found)| (name.to_owned(), Value::Object(found)));
    view.insert(BY_ID.to_owned(), Value::Object(ids.collect()));
    Value::Object(view)
}

fn files(project: &Project) -> Map<String, Value> {
    let files = [
        (file::WEP, written(&project.wep)),
        (file::ORGANISATIES, written(&project.organisaties)),
        (file::TEAM, written(&project.team)),
        (file::CONVENANT, written(&project.convenant)),
        (file::PLAN_VAN_AANPAK, written(&project.plan_van_aanpak)),
        (file::OVERLEG, written(&project.overleg)),
        (file::LOCATIES, written(&project.locaties)),
        (file::BEGROTING, written(&project.begroting)),
        (file::STARTBIJEENKOMST, written(&project.startbijeenkomst)),
        (file::ACTIVITEITEN, written(&project.activiteiten)),
        (file::TRAINING, written(&project.training)),
        (file::TOELEIDING, written(&project.toeleiding)),
        (file::VOORLICHTING, written(&project.voorlichting)),
        (file::VOORTGANG, written(&project.voortgang)),
    ];
    files.into_iter().map(|(name, value)| (stem(name), value)).collect()
}

/// The name of a file as a value is named: `plan_van_aanpak`.
fn stem(name: &str) -> String {
    name.trim_end_matches(".yaml").replace('-', "_")
}

fn by_id<'a, T: Serialize>(items: &'a [T], id: impl Fn(&'a T) -> Option<&'a str>) -> Map<String, Value> {
    items.iter().filter_map(|item| Some((id(item)?.to_owned(), written(item)))).collect()
}

fn written(value: &impl Serialize) -> Value {
    as_people_write(serde_json::to_value(value).unwrap_or_default())
}

/// A date in words, and yes or no as such.
fn as_people_write(value: Value) -> Value {
    match value {
        Value::String(text) if text == "ja" || text == "nee" => Value::Bool(text == "ja"),
        Value::String(text) => match text.parse::<Date>() {
            Ok(date) if text.len() == 10 => Value::String(Datum(date).long()),
            _ => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(as_people_write).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, as_people_write(value))).collect(),
        other => other,
    }
}

fn no_such_kind(sjabloon: &Sjabloon, naam: &str) -> ComposeError {
    let message = format!("‘{naam}’ is geen document van wep");
    let help = did_you_mean(naam, super::KINDS.iter().map(|kind| kind.slug));
    let help = help.unwrap_or_else(|| "welke er zijn, ziet u met: wep sjabloon lijst".to_owned());
    fault(sjabloon, line_of(sjabloon, "gegevens"), message, help)
}

/// The line of the head that begins with this field, from 1.
fn line_of(sjabloon: &Sjabloon, field: &str) -> usize {
    sjabloon.tekst.lines().position(|line| line.starts_with(field)).unwrap_or_default() + 1
}

fn fault(sjabloon: &Sjabloon, line: usize, message: String, help: String) -> ComposeError {
    ComposeError { file: sjabloon.bestand(), line, column: 1, message, help }
}
