//! Headers and fields.

use wep::import::columns::{Certainty, Choice, Column, ColumnError, Field, Purpose, propose};

fn proposed(headers: &[&str], choices: &[&str]) -> Result<Vec<Column>, ColumnError> {
    let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
    let choices: Vec<Choice> = choices.iter().map(|choice| choice.parse().unwrap()).collect();
    propose(&headers, &choices)
}

#[test]
fn headers_as_people_write_them_are_understood() {
    for (header, field) in [
        ("Naam organisatie", Field::Naam),
        ("Soort", Field::Sector),
        ("Adres", Field::Straat),
        ("Tel.nr.", Field::Telefoon),
        ("E-mailadres", Field::Email),
        ("KvK-nummer", Field::Kvk),
        ("Actief in wijk", Field::Wijken),
        ("E-mail contactpersoon", Field::ContactEmail),
        ("Aanbod: leefgebieden", Field::AanbodLeefgebieden),
        ("contactpersoon.naam", Field::ContactNaam),
    ] {
        let columns = proposed(&[header], &[]).unwrap();
        assert_eq!(columns[0].purpose, Purpose::Fills(field, Certainty::Sure), "{header}");
    }
    let slip = proposed(&["Telefoonumer"], &[]).unwrap();
    assert_eq!(slip[0].purpose, Purpose::Fills(Field::Telefoon, Certainty::Likely));
}

#[test]
fn every_field_goes_by_its_own_name() {
    for field in Field::ALL {
        assert_eq!(Field::find(field.name()), Some(*field));
        let columns = proposed(&[field.name()], &[]).unwrap();
        assert_eq!(columns[0].purpose, Purpose::Fills(*field, Certainty::Sure), "{}", field.name());
    }
}

#[test]
fn what_is_not_understood_is_named_and_left_out() {
    let columns = proposed(&["Naam", "Mobiel kantoor", "Opmerkingen", "Telefoon", "Tel.", ""], &[]).unwrap();
    let purposes: Vec<_> = columns.iter().map(|column| column.purpose.clone()).collect();
    assert_eq!(purposes[1], Purpose::Unknown);
    assert_eq!(purposes[2], Purpose::Remarks);
    assert_eq!(purposes[4], Purpose::Second(Field::Telefoon, "D".into()));
    assert_eq!((purposes[5].clone(), columns[5].letter.as_str()), (Purpose::Unknown, "F"));
}

#[test]
fn the_user_decides() {
    let columns = proposed(&["Naam", "X", "Tel."], &["x=beschrijving", "C=-"]).unwrap();
    assert_eq!(columns[1].purpose, Purpose::Fills(Field::Beschrijving, Certainty::Chosen));
    assert_eq!(columns[2].purpose, Purpose::LeftOut);
    assert!(matches!(proposed(&["Naam"], &["Y=naam"]), Err(ColumnError::Missing { .. })));
    assert!(matches!(proposed(&["A1", "B1"], &["A1=naam", "B1=naam"]), Err(ColumnError::Twice { .. })));
    assert!("Tel=fax".parse::<Choice>().unwrap_err().contains("kies uit id, naam"));
}

#[test]
fn data_about_persons_cannot_even_be_chosen() {
    for header in ["BSN", "Geboortedatum", "Diagnose", "Naam cliënt", "Deelnemer", "geb.datum", "Patiëntnummer"] {
        let columns = proposed(&[header], &[]).unwrap();
        assert!(matches!(columns[0].purpose, Purpose::Personal(_)), "{header}");
        let error = proposed(&[header], &[&format!("{header}=beschrijving")]).unwrap_err();
        assert!(error.to_string().contains("nooit ingelezen"), "{error}");
    }
}
