//! What the page for writers of templates tells is so: every example can be used, and every value is there.

use serde_json::{Value, json};
use wep::compose::language::{
    BLOCK_WORDS, CONTAINER_WORDS, FILE_WORDS, INLINE_WORDS, LEAF_WORDS, MARKDOWN_WORDS, VALUE_WORDS, Word,
};
use wep::compose::{Template, compose};
use wep::document::sjabloonwijzer::{Gegeven, gegevens_of, gegevens_of_files, sjabloonwijzer};
use wep::document::{EigenStuk, KINDS};
use wep::model::{Project, Sjabloon, SjabloonKop};
use wep::tree::Meta;

use super::veldrijk;

#[test]
fn every_example_of_the_language_can_be_used() {
    let kaart = json!({"drawing": {"width": 9, "height": 9, "shapes": []}, "alternative": "kaart", "caption": ""});
    let view = json!({
        "gemeente": "Veldrijk", "trekker": "Stichting De Brug", "handleiding": "Handleiding", "toelichting": "Een.",
        "partijen": [{"naam": "a"}, {"naam": "b"}], "coordinator": {"naam": "c", "uren": 8}, "soort": "lunch",
        "wijken": ["Noord"], "email": "a@b.example", "telefoon": "0199", "website": "www.b.example",
        "overleg": "werkgroep", "kaart": kaart,
    });
    let part = [Template { name: "slot", text: "Tot slot.\n" }];
    let tables: [&[Word]; 7] =
        [&BLOCK_WORDS, &INLINE_WORDS, &VALUE_WORDS, &CONTAINER_WORDS, &LEAF_WORDS, &MARKDOWN_WORDS, &FILE_WORDS];
    for word in tables.concat() {
        let text = match word.name {
            // Shown as it is, one thing of a list must be text.
            "lookup" => word.example.replace("{{lookup partijen 0}}", "{{lookup wijken 0}}"),
            _ => word.example.to_owned(),
        };
        let made = compose(&Template { name: "proef", text: &text }, &part, view.clone(), Meta::default());
        assert!(made.is_ok(), "{}: {made:?}", word.example);
        assert!(word.meaning.ends_with(['.', ']']), "{}", word.meaning);
    }
}

/// A template that shows this value, by way of all lists that lead to it.
fn using(gegeven: &Gegeven) -> Option<String> {
    if ["groep", "tekening"].contains(&gegeven.soort) {
        return None;
    }
    let (mut before, mut behind, mut rest) = (String::new(), String::new(), gegeven.pad.as_str());
    while let Some((list, inner)) = rest.split_once("[].") {
        before.push_str(&format!("{{{{#if {list}}}}}{{{{#each {list}}}}}"));
        behind.push_str("{{/each}}{{/if}}");
        rest = inner;
    }
    let inner = match gegeven.soort {
        "lijst" => format!("{{{{#if {rest}}}}}{{{{#each {rest}}}}}x{{{{/each}}}}{{{{/if}}}}"),
        _ => format!("{{{{veld {rest} \"gat\"}}}}"),
    };
    Some(format!("{before}{inner}{behind}\n"))
}

/// A gemeente with this template.
fn with(project: &Project, gegevens: Option<&str>, tekst: String) -> Project {
    let kop = SjabloonKop {
        titel: Some("Proef".to_owned()),
        gegevens: gegevens.map(str::to_owned),
        ..SjabloonKop::default()
    };
    let mut project = project.clone();
    project.sjablonen.0.push(Sjabloon { naam: "proef".to_owned(), deel: false, tekst, kop, kop_bytes: 0 });
    project
}

#[test]
fn every_value_that_the_page_tells_can_be_used() {
    let project = veldrijk();
    let mut used = 0;
    let kinds = KINDS.iter().map(|kind| (Some(kind.slug), gegevens_of(kind, &project)));
    for (slug, gegevens) in kinds.chain([(None, gegevens_of_files(&project))]) {
        let texts: Vec<String> = gegevens.iter().filter_map(using).collect();
        used += texts.len();
        let with = with(&project, slug, texts.concat());
        let stuk = EigenStuk::find(&with, "proef").unwrap().unwrap();
        if let Err(error) = stuk.compose(&with) {
            panic!("{slug:?}: {error}: {}", texts[error.line - 1]);
        }
    }
    assert!(used > 800, "{used}");
}

#[test]
fn no_value_of_a_view_is_left_out() {
    fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) if fields.contains_key("drawing") => found.push(path.to_owned()),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                leaves(value, &if path.is_empty() { name.clone() } else { format!("{path}.{name}") }, found);
            }),
            Value::Array(items) if items.iter().any(Value::is_object) => {
                items.iter().for_each(|item| leaves(item, &format!("{path}[]"), found));
            }
            _ => found.push(path.to_owned()),
        }
    }
    let project = veldrijk();
    let mut found = Vec::new();
    leaves(&wep::document::eigen::with_files(Value::Null, &project)["bestanden"], "bestanden", &mut found);
    let told: Vec<String> = gegevens_of_files(&project).into_iter().map(|gegeven| gegeven.pad).collect();
    let missing: Vec<&String> = found.iter().filter(|path| !told.contains(path)).collect();
    assert!(missing.is_empty() && found.len() > 500, "{missing:?}");
}

#[test]
fn the_page_can_be_made_for_every_document() {
    let project = veldrijk();
    for kind in KINDS {
        sjabloonwijzer(&project, &[kind]).unwrap_or_else(|error| panic!("{}: {error}", kind.slug));
    }
}
