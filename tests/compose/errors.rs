//! A mistake in a template is told with its place and a way out.

use serde_json::{Value, json};
use wep::compose::{Template, compose};
use wep::tree::Meta;

use super::composed;

fn view() -> Value {
    json!({"gemeente": {"naam": "Veldrijk"}, "leeg": null, "lijst": ["a"], "ja": true, "tekst": "<b>",
        "tekening": {"drawing": {"width": 1, "height": 1, "shapes": []}, "alternative": "x", "caption": ""}})
}

/// Each mistake with where it is found, what is said and the way out.
const MISTAKES: &[&str] = &[
    "Van {{gemente.naam}}",
    "Eerst.\n\n{{#if ja}}\nVan {{gemeente.nam}}\n{{/if}}",
    "{{#if gementee}}x{{/if}}",
    "{{#each lijs}}x{{/each}}",
    "{{#unless iets}}x{{/unless}}",
    "{{#if leeg}}x{{else if nee}}y{{/if}}",
    "{{leeg}}",
    "{{lijst}}",
    "{{gemeente}}",
    "{{veld leeg}}",
    "{{veldd leeg \"x\"}}",
    "{{#each leeg}}x{{/each}}",
    "{{opsomming gemeente}}",
    "a\nb {{{tekst}}}",
    "{{~{tekst}~}}",
    "{{& tekst}}",
    "{{#if ja}}\nx",
    "{{#if ja}}x{{/each}}",
    "x{{/if}}",
    "{{#iff ja}}x{{/iff}}",
    "{{#veld leeg}}x{{/veld}}",
    "x {{naam",
    "{{a b=}}",
    "{{> voet}}",
    "{{#*inline \"x\"}}{{/inline}}",
    "# A\n\n### B",
    "## A",
    "# A\n##### B",
    "# A {.artikl}",
    "# A {#a}\n# B {#a}",
    "# A {#doel .artikel}\n\nZie artikel [](#doe).",
    "# A {#doel}\n\nZie artikel [](#doel).",
    "Zie artikel [](#vervallen).",
    "Regel.\n\n  ::: brn\nx\n:::",
    "Regel.\n\n::: bron\nx",
    "1. Lid\n\n   ::: bron\n   x\n",
    "Regel.\n:::",
    "::pagina",
    "::: tabel\nGeen tabel.\n:::",
    "::: tabel {breedte=\"1 2\"}\n| a |\n|---|\n:::",
    "::: ondertekening\n| a |\n|---|\n:::",
    "| a | b |\n|---|---|\n| {{tekst}} | c | d |",
    "- ::: bron",
    "> citaat",
    "Tekst\n\n    code",
    "```\ncode\n```",
    "`code`",
    "<b>vet</b>",
    "<div>\nx\n</div>",
    "a\n\n***\n\nb",
    "~~door~~",
    "![x](y.png)",
    "[x](javascript:alert)",
    "[x](#a)",
    "[](https://x.example)",
    "[Let op]: verdwijnt",
    "- # Kop",
    "- [x] klaar",
    "- ::pagina-einde",
    "- a\n\n  ::pagina-einde",
    "a\u{FDD0}",
    "- - - - - - - - - - - - - - diep",
    "Regel.\n\n{{figuur}}",
    "{{figuur tekst}}",
    "{{figuur leeg}}",
    "{{figuur tekenin}}",
    "Regel.\n\n- Zie {{figuur tekening}}",
    "| a |\n|---|\n| {{figuur tekening}} |",
    "{{figuur tekening}} {{figuur tekening}}",
];

#[test]
fn every_mistake_is_told_with_place_and_way_out() {
    let mut told = String::new();
    for mistake in MISTAKES {
        match composed(mistake, &view()) {
            Ok(document) => panic!("geen fout in {mistake:?}: {:?}", document.body),
            Err(error) => told.push_str(&format!("{}\n  {error}\n  → {}\n", mistake.replace('\n', "⏎"), error.help)),
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_mistake_in_a_partial_is_found_there() {
    let partials = [Template { name: "voet", text: "Regel.\n\nVan {{gemente}} en `code`\n" }];
    let template = Template { name: "proef", text: "# Kop\n\n{{> voet}}\n" };
    let error = compose(&template, &partials, json!({"gemeente": "x"}), Meta::default()).unwrap_err();
    assert_eq!(error.to_string(), "voet.md.hbs:3:5: de naam ‘gemente’ is hier niet bekend");
    let error = compose(&template, &partials, json!({"gemente": "x"}), Meta::default()).unwrap_err();
    assert_eq!(error.to_string(), "voet.md.hbs:3:20: code tussen accenten grave kan niet");
}

#[test]
fn partials_do_not_go_round_in_circles() {
    let partials = [Template { name: "a", text: "{{> b}}" }, Template { name: "b", text: "x {{> a}}" }];
    let template = Template { name: "proef", text: "{{> a}}" };
    let error = compose(&template, &partials, json!({}), Meta::default()).unwrap_err();
    assert_eq!((error.file.as_str(), error.line, error.column), ("b.md.hbs", 1, 3));
}

#[test]
fn wild_templates_are_refused_and_not_fatal() {
    for text in [
        "{{#if ja}}".repeat(5_000),
        format!("{{{{x {}}}}}", "(".repeat(5_000)),
        "- ".repeat(5_000),
        "*a ".repeat(3_000),
    ] {
        let _ = composed(&text, &view());
    }
}
