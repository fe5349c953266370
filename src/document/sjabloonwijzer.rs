//! The page for who writes templates: every word of the template language and every value that a template can use. Both
//! follow from what wep really does, the values from the views of a gemeente that has filled in everything.

use serde::Serialize;
use serde_json::Value;

use super::Kind;
use super::eigen::{self, BY_ID, FILES};
use crate::compose::language::{
    BLOCK_WORDS, CONTAINER_WORDS, FILE_WORDS, INLINE_WORDS, LEAF_WORDS, MARKDOWN_WORDS, VALUE_WORDS, Word,
};
use crate::compose::{self, ComposeError, Template};
use crate::model::Project;
use crate::tree::{Document, Meta};

/// What its files are called, without their ending.
pub const NAME: &str = "sjabloonwijzer";
/// The file that is made when nothing else is asked.
pub const FILE: &str = "sjabloonwijzer.html";

const TEMPLATE: &str = include_str!("../../templates/document/sjabloonwijzer.md.hbs");
const PART: Template = Template { name: "gegevens", text: include_str!("../../templates/partial/gegevens.md.hbs") };

/// How to follow a reference.
const REFERENCE: &str = "{{#with (lookup op_id.organisaties bestanden.wep.trekker)}}{{naam}}{{/with}}";

/// More of an example than this is no example.
const LONGEST: usize = 60;

#[derive(Serialize)]
struct View {
    onderdelen: Vec<Onderdeel>,
    op_id: &'static str,
    bestanden: Vec<Gegeven>,
    documenten: Vec<Documentview>,
}

#[derive(Serialize)]
struct Onderdeel {
    titel: &'static str,
    uitleg: &'static str,
    woorden: Vec<WoordView>,
}

#[derive(Serialize)]
struct WoordView {
    naam: &'static str,
    voorbeeld: &'static str,
    betekenis: &'static str,
}

#[derive(Serialize)]
struct Documentview {
    slug: &'static str,
    titel: String,
    gegevens: Vec<Gegeven>,
}

/// A value that a template can use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gegeven {
    /// How it is reached: `partijen[].naam`.
    pub pad: String,
    /// Text, number, yes or no, a list, a group, a drawing.
    pub soort: &'static str,
    pub voorbeeld: String,
}

/// The page, for these kinds of documents; without any it is about the language and the files alone. `example` is a gemeente
/// that has filled in everything.
///
/// # Errors
/// When the template of the page is wrong.
pub fn sjabloonwijzer(example: &Project, kinds: &[&'static Kind]) -> Result<Document, ComposeError> {
    let documenten = kinds.iter().map(|kind| Documentview {
        slug: kind.slug,
        titel: kind.titles(example).into_iter().next().map(|(_, titel)| titel).unwrap_or_default(),
        gegevens: gegevens_of(kind, example),
    });
    let view = View {
        onderdelen: onderdelen(),
        op_id: REFERENCE,
        bestanden: gegevens_of_files(example),
        documenten: documenten.collect(),
    };
    let meta = Meta { title: "Zelf sjablonen schrijven".to_owned(), ..Meta::default() };
    let view = serde_json::to_value(view).unwrap_or_default();
    compose::compose(&Template { name: NAME, text: TEMPLATE }, &[PART], view, meta)
}

/// The values of a document of wep.
pub fn gegevens_of(kind: &Kind, example: &Project) -> Vec<Gegeven> {
    let views = kind.projects(example).into_iter().map(|(_, project)| (kind.view)(&project));
    collected(&views.collect::<Vec<_>>(), "")
}

/// The values that come from the files.
pub fn gegevens_of_files(example: &Project) -> Vec<Gegeven> {
    let view = eigen::with_files(Value::Null, example);
    let mut found = collected(&[view[FILES].clone()], FILES);
    let by_id = ["organisaties", "locaties", "wijken"].map(|name| Gegeven {
        pad: format!("{BY_ID}.{name}"),
        soort: "groep",
        voorbeeld: "op te zoeken met een id".to_owned(),
    });
    found.extend(by_id);
    found
}

fn onderdelen() -> Vec<Onderdeel> {
    let part = |titel, uitleg, woorden: &[Word]| Onderdeel {
        titel,
        uitleg,
        woorden: woorden
            .iter()
            .map(|word| WoordView { naam: word.name, voorbeeld: word.example, betekenis: word.meaning })
            .collect(),
    };
    vec![
        part(
            "Gegevens laten zien",
            "Een gegeven staat tussen dubbele accolades, zoals {{gemeente}}. Is het leeg, dan zegt wep dat u ‘veld’ of ‘if’ moet gebruiken: zo valt er nooit ongemerkt iets weg.",
            &INLINE_WORDS,
        ),
        part("Kiezen en herhalen", "Een blok begint met # en eindigt met / en dezelfde naam.", &BLOCK_WORDS),
        part("Vergelijken", "Dit kan tussen ronde haken achter ‘if’, ‘unless’ en ‘with’.", &VALUE_WORDS),
        part("Tekst opmaken", "Wat u hier niet vindt, kan niet in een document.", &MARKDOWN_WORDS),
        part(
            "Vakken",
            "Een vak begint met drie dubbele punten en een naam, en eindigt met drie dubbele punten.",
            &CONTAINER_WORDS,
        ),
        part("Losse regels", "Deze staan alleen op een regel.", &LEAF_WORDS),
        part("Delen en opmerkingen", "Ook deze schrijft u tussen accolades.", &FILE_WORDS),
    ]
}

/// Every value in these views, each once, in the order of the first that has it.
fn collected(views: &[Value], path: &str) -> Vec<Gegeven> {
    let mut names: Vec<&String> = Vec::new();
    for name in views.iter().filter_map(Value::as_object).flat_map(|view| view.keys()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut found = Vec::new();
    for name in names {
        let values: Vec<Value> = views.iter().filter_map(|view| view.get(name)).cloned().collect();
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        found.extend(one(&values, path));
    }
    found
}

/// What stands at this path in all views, and below it.
fn one(values: &[Value], path: String) -> Vec<Gegeven> {
    let filled = values.iter().find(|value| !is_empty(value)).or(values.first());
    let gegeven = |soort, voorbeeld: String| Gegeven { pad: path.clone(), soort, voorbeeld };
    match filled {
        Some(Value::Object(fields)) if fields.contains_key("drawing") => vec![gegeven("tekening", String::new())],
        Some(Value::Object(_)) => {
            let mut found = vec![gegeven("groep", String::new())];
            found.extend(collected(values, &path));
            found
        }
        Some(Value::Array(_)) => {
            let items: Vec<Value> = values.iter().filter_map(Value::as_array).flatten().cloned().collect();
            let inner = one(&items, format!("{path}[]"));
            match inner.first() {
                // Of a list of texts the list itself says enough.
                Some(first) if first.soort != "groep" && first.soort != "lijst" => {
                    vec![gegeven("lijst", first.voorbeeld.clone())]
                }
                _ => {
                    let mut found = vec![gegeven("lijst", String::new())];
                    found.extend(inner.into_iter().skip(1));
                    found
                }
            }
        }
        Some(Value::Bool(yes)) => vec![gegeven("ja of nee", if *yes { "ja" } else { "nee" }.to_owned())],
        Some(Value::Number(number)) => vec![gegeven("getal", number.to_string().replace('.', ","))],
        Some(Value::String(text)) => vec![gegeven("tekst", shortened(text))],
        Some(Value::Null) | None => vec![gegeven("tekst", String::new())],
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}
