//! Hostile text in every text field comes back to the letter and changes nothing else.

use serde_json::{Value, json};
use wep::document::KINDS;
use wep::model::Project;
use wep::tree::{Block, Document};

use super::{compose, folded, veldrijk, walk};
use crate::attack::{self, visible};

/// Fields whose values are names for other things, or have a shape of their own.
const NOT_FREE: &[&str] = &[
    "id",
    "trekker",
    "organisatie",
    "sector",
    "wijken",
    "wijk",
    "kvk",
    "map",
    "formaten",
    "startdatum",
    "vanaf",
    "orgaan",
    "voorzitter",
    "bijdrage_per_jaar",
    "doelgroep",
    "besluiten",
    "toetreding",
    "ingangsdatum",
    "einddatum",
    "verlenging",
    "eerste",
    "na",
    "weglaten",
    "soort",
];
/// Of the plan van aanpak.
const NOT_FREE_IN_THE_PLAN: &[&str] = &["resultaat", "fase", "wie", "wacht_op", "mijlpaal", "kans", "gevolg", "aantal"];
const NOT_FREE_EITHER: &[&str] = &[
    "postcode",
    "profiel_wep_werker",
    "ervaringsdeskundige_welkom",
    "ook_wep_werker",
    "gekozen",
    "naar_de_rechter",
    "beheerder",
    "datum",
    "locatie",
    "ontvangst",
    "begin",
    "einde",
    "tot_en_met",
    "niet_op",
    "dag",
    "kleur",
    "tweede_kleur",
    "lettertype",
    "tijd",
    "oordeel",
    "drempelvrij",
    "aangepast_toilet",
    "halte_dichtbij",
    "rustige_ruimte",
    "rollen",
    "leefgebieden",
    "leefgebied",
    "steunsysteem",
    "breedtegraad",
    "lengtegraad",
    "met",
    "nagekeken_op",
    "peildatum",
    "bron",
    "status",
    "bedrag",
    "tarief",
    "uren_per_week",
    "weken_per_jaar",
    "uren_per_jaar",
    "dag",
    "eerste_bijeenkomst",
    "van",
    "naar",
    "voor",
    "gereed",
    "budget",
    "bijeenkomst",
    "wanneer",
    "eerste_keer",
    "laatste_keer",
    "in_schoolvakanties",
    "op_feestdagen",
    "stand",
    "idee",
    "klaar",
    "rol",
    "verantwoordelijke",
    "culturele_achtergrond",
    "vastgesteld_op",
];

/// A way to every free text, and the example with hostile text there; each text is unlike any other.
pub fn with_hostile_text(hostile: &str) -> (Project, Vec<(walk::Path, String)>) {
    with_texts(|_| hostile.to_owned())
}

/// The same with all attacks, one after the other; `shift` says with which it begins.
pub fn with_attacks(shift: usize) -> (Project, Vec<(walk::Path, String)>) {
    let attacks = attack::all();
    with_texts(|number| attacks[(number + shift) % attacks.len()].clone())
}

fn with_texts(text: impl Fn(usize) -> String) -> (Project, Vec<(walk::Path, String)>) {
    let mut all = walk::to_value(&veldrijk());
    let mut planted = Vec::new();
    for path in walk::paths(&all.clone()) {
        let name = path.iter().rev().find(|name| name.parse::<usize>().is_err()).unwrap();
        let in_the_plan = path[0] == "plan_van_aanpak" && NOT_FREE_IN_THE_PLAN.contains(&name.as_str());
        let free = !in_the_plan && !NOT_FREE.contains(&name.as_str()) && !NOT_FREE_EITHER.contains(&name.as_str());
        let place = walk::at(&mut all, &path);
        if free && matches!(place, Value::String(_)) {
            let text = format!("{} m{}m", text(planted.len()), planted.len());
            *place = json!(text);
            planted.push((path, text));
        }
    }
    (walk::from_value(all).unwrap(), planted)
}

/// The kinds of blocks, in order: what user text may never change. A text of paragraphs may have more of them.
fn shape(document: &Document) -> Vec<String> {
    let mut kinds = Vec::new();
    for block in &document.body {
        block.visit(&mut |block| {
            let debug = format!("{block:?}");
            let kind = debug.split([' ', '(', '{']).next().unwrap_or_default().to_owned();
            kinds.push(match block {
                Block::Table(table) => format!("{kind} {} x {}", table.columns.len(), table.rows.len()),
                Block::List(list) => format!("{kind} {:?} {}", list.kind, list.items.len()),
                _ => kind,
            });
        });
    }
    kinds.dedup_by(|one, other| one == "Paragraph" && other == "Paragraph");
    kinds
}

#[test]
fn hostile_text_in_every_field_comes_back_literally_and_changes_no_shape() {
    let (plain, fields) = with_hostile_text("gewoon");
    let documents: Vec<Document> = KINDS.iter().map(|kind| compose(kind.slug, &plain)).collect();
    let texts: Vec<String> = documents.iter().map(folded).collect();
    let shown = fields.iter().filter(|(_, text)| texts.iter().any(|shown| shown.contains(text))).count();
    assert!(shown > 90, "only {shown} fields are shown");
    // Seven attacks come to each field, and every attack to as many.
    for shift in (0..attack::all().len()).step_by(attack::all().len() / 7) {
        let (project, planted) = with_attacks(shift);
        let mut missing: Vec<&str> = planted.iter().map(|(_, text)| text.as_str()).collect();
        for (kind, plain) in KINDS.iter().zip(&documents) {
            let document = compose(kind.slug, &project);
            // By its name an organisation may stand elsewhere in a list.
            let [mut found, mut wanted] = [shape(&document), shape(plain)];
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted, "{shift} in {}", kind.slug);
            let text = visible(&folded(&document));
            missing.retain(|planted| !text.contains(&visible(planted)));
        }
        // Fields that no document of today shows stay unseen with ordinary text too.
        assert_eq!(missing.len(), fields.len() - shown, "{shift}: {missing:?}");
    }
}
