//! An attack in fields of which a gemeente has few, such as the names of wijken; that of an organisation and all that is
//! its own stands in `tests/attack`.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use wep::export::Form;
use wep::model::Project;

use super::{bytes, veldrijk};
use crate::attack::{all, visible};

/// The example with this text in every free field of its second organisation, and around it.
pub fn attacked(attack: &str) -> Project {
    let mut project = veldrijk();
    let some = || Some(attack.to_owned());
    project.wep.wijken[0].naam = some();
    project.wep.provincie = some();
    project.locaties.locaties[0].naam = some();
    let one = &mut project.organisaties.organisaties[1];
    (one.naam, one.korte_naam, one.beschrijving) = (some(), some(), some());
    (one.kvk, one.zetel, one.telefoon, one.email, one.website) = (some(), some(), some(), some(), some());
    (one.adres.straat, one.adres.postcode, one.adres.plaats) = (some(), some(), some());
    for offer in &mut one.aanbod {
        (offer.naam, offer.beschrijving, offer.doelgroep) = (some(), some(), some());
        (offer.kosten, offer.aanmelden) = (some(), some());
    }
    for person in &mut one.contactpersonen {
        (person.naam, person.functie, person.telefoon, person.email) = (some(), some(), some(), some());
    }
    for relatie in &mut one.relaties {
        relatie.toelichting = some();
    }
    project
}

#[test]
fn the_name_of_a_wijk_is_a_sheet_and_a_text() {
    // The names of sheets are shortened and cleared of signs: some of all kinds will do.
    for attack in all().into_iter().step_by(6) {
        let bytes = bytes(&attacked(&attack), Form::Xlsx, "organisaties.xlsx");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        assert_eq!(names.len(), 6, "{attack:?}: {names:?}");
        for name in &names {
            assert!(book.worksheet_formula(name).unwrap().used_cells().next().is_none(), "{attack:?} in {name}");
        }
        let offers = book.worksheet_range("Alle organisaties").unwrap();
        let found = offers.rows().flatten().filter_map(|cell| match cell {
            Data::String(text) => Some(visible(text)),
            _ => None,
        });
        // A cell of Excel holds so many characters; of a longer text it has the begin.
        let begin: String = visible(&attack).chars().take(10_000).collect();
        assert!(found.into_iter().any(|text| text.contains(&begin)), "{attack:?}");
    }
}
