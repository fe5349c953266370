//! The files of a gemeente, each with how wep reads it and how serde_yaml does.

use serde_json::Value;
use wep::check::{Finding, Level};
use wep::edit::project::value_of;
use wep::load::{Source, Sources, read_str};
use wep::model::{Project, file};
use wep::report::findings;

use super::inert;

/// One of the files.
#[derive(Clone, Copy)]
pub struct Part {
    pub file: &'static str,
    read: fn(&[u8], &mut Project) -> (Vec<Finding>, Source),
    theirs: fn(&str, &mut Project) -> bool,
    pub example: &'static str,
}

macro_rules! parts {
    ($($file:ident $field:ident $example:literal),*) => {
        /// All of them.
        pub const PARTS: [Part; 14] = [$(Part {
            file: file::$file,
            read: |content, project| {
                let (model, findings, source) = read_str(file::$file, content);
                project.$field = model;
                (findings, source)
            },
            theirs: |text, project| match serde_yaml::from_str::<Option<_>>(text) {
                Ok(model) => {
                    project.$field = model.unwrap_or_default();
                    true
                }
                Err(_) => false,
            },
            example: include_str!(concat!("../../examples/veldrijk/", $example)),
        }),*];
    };
}

parts!(
    WEP wep "wep.yaml",
    ORGANISATIES organisaties "organisaties.yaml",
    TEAM team "team.yaml",
    CONVENANT convenant "convenant.yaml",
    PLAN_VAN_AANPAK plan_van_aanpak "plan-van-aanpak.yaml",
    OVERLEG overleg "overleg.yaml",
    LOCATIES locaties "locaties.yaml",
    BEGROTING begroting "begroting.yaml",
    STARTBIJEENKOMST startbijeenkomst "startbijeenkomst.yaml",
    ACTIVITEITEN activiteiten "activiteiten.yaml",
    TRAINING training "training.yaml",
    TOELEIDING toeleiding "toeleiding.yaml",
    VOORLICHTING voorlichting "voorlichting.yaml",
    VOORTGANG voortgang "voortgang.yaml"
);

impl Part {
    /// Reads the content of this file into the project.
    pub fn read(&self, content: &[u8], project: &mut Project) -> (Vec<Finding>, Source) {
        (self.read)(content, project)
    }

    /// What the file says to serde_yaml, when that can read it.
    pub fn theirs(&self, text: &str) -> Option<Value> {
        let mut project = Project::default();
        (self.theirs)(text, &mut project).then(|| value_of(&project, self.file))
    }
}

/// The example, read once.
pub fn veldrijk() -> &'static Project {
    static EXAMPLE: std::sync::OnceLock<Project> = std::sync::OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let mut project = Project::default();
        for part in PARTS {
            let (findings, _) = part.read(part.example.as_bytes(), &mut project);
            assert!(!is_broken(&findings), "{}: {findings:?}", part.file);
        }
        project
    })
}

pub fn is_broken(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.level() == Level::Error)
}

/// Reports the findings in both forms: inert on the screen, JSON for programs, and each at a place that is there.
pub fn report(found: &[Finding], source: Source) -> [String; 2] {
    for finding in found.iter().filter(|finding| finding.file == source.file()) {
        let place = source.locate(&finding.place);
        assert!(source.text().get(place.span.clone()).is_some(), "{place:?} of {finding:?}");
        assert!(place.line > 0 && place.column > 0, "{place:?}");
    }
    let mut sources = Sources::default();
    sources.add(source);
    let text = findings::plain(found, &sources, false, 100);
    inert::screen(&text);
    let json = findings::json(found, &sources);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    assert!(!value.is_null());
    [text, json]
}

/// The value without what says nothing: what an edit leaves out.
pub fn pruned(value: &Value) -> Value {
    match value {
        Value::String(text) if text.trim().is_empty() => Value::Null,
        Value::Array(items) => {
            let items: Vec<Value> = items.iter().map(pruned).filter(|item| !item.is_null()).collect();
            if items.is_empty() { Value::Null } else { Value::Array(items) }
        }
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), pruned(value)));
            let fields: serde_json::Map<_, _> = fields.filter(|(_, value)| !value.is_null()).collect();
            if fields.is_empty() { Value::Null } else { Value::Object(fields) }
        }
        other => other.clone(),
    }
}
