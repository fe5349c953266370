//! Rows against the organisations that there are.

use wep::import::plan::{Decision, Meanings, Outcome, Planned, plan};
use wep::model::{Adres, Organisatie};

use super::{after, columns_of, plan_of, table_of, wijken};

fn brug() -> Organisatie {
    Organisatie {
        id: Some("de-brug".into()),
        naam: Some("Stichting De Brug".into()),
        kvk: Some("99000105".into()),
        telefoon: Some("(0199) 20 20 00".into()),
        adres: Adres { straat: Some("Veerweg 23".into()), postcode: Some("8914 PS".into()), ..Adres::default() },
        ..Organisatie::default()
    }
}

fn row_of(header: &str, row: &str) -> Planned {
    let mut plan = plan_of(&table_of(&format!("{header}\n{row}\n")), &[brug()]);
    plan.rows.remove(0)
}

#[test]
fn only_other_values_change_and_an_empty_cell_erases_nothing() {
    let same = row_of("naam;kvk;telefoon;straat", "stichting  de brug;;0199-202000;");
    assert_eq!(same.outcome, Outcome::Same { id: "de-brug".into() });
    let Outcome::Change { changes, organisatie, .. } = row_of("naam;kvk;plaats", "Stichting De Brug;;Veldrijk").outcome
    else {
        panic!()
    };
    assert_eq!((changes.len(), changes[0].field.as_str(), changes[0].new.as_str()), (1, "adres.plaats", "Veldrijk"));
    assert_eq!(organisatie.kvk, brug().kvk);
}

#[test]
fn what_may_be_the_same_is_a_doubt() {
    for (header, row, reason) in [
        ("naam;kvk", "Iets Anders;99000105", "zelfde KvK-nummer als ‘Stichting De Brug’"),
        ("naam;kvk", "Stichting De Brug;99000999", "zelfde naam, maar een ander KvK-nummer"),
        ("naam;plaats", "De Brug, Stichting;", "de naam lijkt op die van ‘Stichting De Brug’"),
        ("naam;plaats", "Stichting De Brugg;", "de naam lijkt op"),
        ("naam;straat;huisnummer;postcode", "Koffiehoek;Veerweg;23;8914ps", "zelfde adres als ‘Stichting De Brug’"),
        ("naam;sector", "Nieuw;Zorg & welzijn", "bedoelt u ‘welzijn’ of ‘zorg’?"),
        ("naam;wijk", "Nieuw;Station buurt", "bedoelt u ‘Stationsbuurt’?"),
    ] {
        let row = row_of(header, row);
        let Outcome::Doubt(doubt) = &row.outcome else { panic!("{reason}: {row:?}") };
        assert!(doubt.reasons.join("; ").contains(reason), "{reason}: {:?}", doubt.reasons);
    }
    for row in ["De Brigade;", "Gebouw Zuid;", "De Brug 2;"] {
        assert!(matches!(row_of("naam;plaats", row).outcome, Outcome::Add(_)), "{row}");
    }
}

#[test]
fn a_doubt_waits_for_the_user() {
    let plan = plan_of(&table_of("naam;kvk\nDe Nieuwe Brug;99000105\n"), &[brug()]);
    assert_eq!(after(&plan, &[brug()], Decision::Skip), [brug()]);
    let added = after(&plan, &[brug()], Decision::New);
    assert_eq!(added[1].id.as_deref(), Some("de-nieuwe-brug"));
    let updated = after(&plan, &[brug()], Decision::Update);
    assert_eq!((updated.len(), updated[0].naam.as_deref()), (1, Some("De Nieuwe Brug")));
}

#[test]
fn the_user_says_what_a_word_means() {
    let table = table_of("naam;sector;wijk\nNieuw;Zorg & welzijn;Binnenstad en De Hoven\n");
    let says = [("zorg & welzijn", Some("welzijn")), ("binnenstad", None)];
    let meanings: Meanings = says.map(|(text, value)| (text.to_owned(), value.map(str::to_owned))).into();
    let plan = plan(&table, &columns_of(&table), &wijken(), &[], &meanings);
    let Outcome::Add(one) = &plan.rows[0].outcome else { panic!("{plan:?}") };
    assert_eq!(format!("{:?} {:?}", one.sector, one.wijken), "Some(Welzijn) [\"de-hoven\"]");
}

#[test]
fn cells_that_cannot_be_read_refuse_the_row_with_the_way_out() {
    for (header, cell, message) in [
        ("kvk", "9,9E+07", "de cijfers zijn weg"),
        ("telefoon", "1E+08", "de cijfers zijn weg"),
        ("nagekeken op", "30-2-2026", "februari 2026 heeft 28 dagen"),
        ("breedtegraad", "532.012", "is geen breedte- of lengtegraad"),
        ("breedtegraad", "50,2", "het ligt niet tussen 50,7 en 53,7 graden"),
        ("lengtegraad", "7,9", "het ligt niet tussen 3,2 en 7,3 graden"),
        ("lengtegraad", "57,999", "ligt niet in Nederland"),
        ("website", "javascript:alert(1)", "is geen adres van een website"),
        ("id", "De Brug", "tekens die niet kunnen"),
        ("postcode", "0123 AB", "is geen postcode"),
    ] {
        let row = row_of(&format!("naam;{header}"), &format!("Nieuw;{cell}"));
        let Outcome::Refused(faults) = &row.outcome else { panic!("{header}: {row:?}") };
        assert!(faults[0].message.contains(message) && !faults[0].help.is_empty(), "{faults:?}");
        assert_eq!(faults[0].column.as_deref(), Some(header));
    }
}

#[test]
fn what_excel_and_export_put_around_a_value_comes_off() {
    for (header, cell, kept) in [
        ("kvk", "12345678.0", "12345678"),
        ("kvk", "\"=\"\"01234567\"\"\"", "01234567"),
        ("kvk", "'01234567", "01234567"),
        ("kvk", "\u{a0}01234567", "01234567"),
    ] {
        let Outcome::Add(one) = row_of(&format!("naam;{header}"), &format!("Nieuw;{cell}")).outcome else {
            panic!("{cell}")
        };
        assert_eq!(one.kvk.as_deref(), Some(kept));
    }
    for (cell, kept) in [("199123456", "0199123456"), ("31612345678", "+31612345678"), ("0800-1234", "0800-1234")] {
        let Outcome::Add(one) = row_of("naam;telefoon", &format!("Nieuw;{cell}")).outcome else { panic!("{cell}") };
        assert_eq!(one.telefoon.as_deref(), Some(kept));
    }
}
