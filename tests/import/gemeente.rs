//! The list of a gemeente: 200 rows under a header, as Dutch Excel writes them, with fifteen faults.

use rust_xlsxwriter::Workbook;
use wep::import::plan::{Decision, Outcome, Plan};
use wep::import::table::{Table, read};
use wep::model::{Organisatie, Organisaties};

use super::{after, columns_of, plan_of};

const LIST: &[u8] = include_bytes!("gemeente.csv");

/// The faults: the row as Excel counts, whether the row is refused, and what must be said of it.
const FAULTS: [(u32, bool, &str); 15] = [
    (12, true, "de naam van de organisatie ontbreekt"),
    (23, true, "‘89l2 BC’ is geen postcode"),
    (31, true, "‘9900102’ is geen KvK-nummer"),
    (42, true, "Excel heeft van dit nummer ‘9,9E+07’ gemaakt"),
    (55, true, "‘info(at)zonnewijzer.example’ is geen e-mailadres"),
    (66, true, "aanhalingsteken"),
    (78, true, "de rij heeft 13 cellen en de kop heeft er 12"),
    (91, true, "de rij heeft maar 1 van de 12 cellen"),
    (101, true, "is geen telefoonnummer"),
    (115, true, "‘#N/B’ is een fout van Excel"),
    (127, false, "‘Zorg & welzijn’ is geen sector"),
    (139, false, "‘Molenkwartir’ is geen wijk; bedoelt u ‘Molenkwartier’?"),
    (150, false, "rij 20"),
    (163, false, "zelfde KvK-nummer als ‘Stichting De Brug Beschermd Wonen’"),
    (177, false, "de naam lijkt op die van ‘Stichting Raad en Daad’"),
];

/// Those of which only a text file can suffer.
const OF_THE_FILE: [u32; 3] = [66, 78, 91];

fn example() -> Vec<Organisatie> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/veldrijk/organisaties.yaml");
    serde_yaml::from_str::<Organisaties>(&std::fs::read_to_string(path).unwrap()).unwrap().organisaties
}

fn told(outcome: &Outcome) -> Option<(bool, String)> {
    match outcome {
        Outcome::Refused(faults) => {
            Some((true, faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ")))
        }
        Outcome::Doubt(doubt) => Some((false, doubt.reasons.join("; "))),
        _ => None,
    }
}

#[test]
fn every_fault_is_named_with_its_row_and_the_rest_arrives() {
    let table = read(LIST, None).unwrap();
    assert_eq!(table.form.encoding, Some("Windows-tekst (Windows-1252)"));
    assert_eq!(table.form.separator, Some(';'));
    let known = example();
    let plan = plan_of(&table, &known);
    assert_eq!(plan.rows.len(), 200);
    let found: Vec<(u32, bool, String)> = plan
        .rows
        .iter()
        .filter_map(|row| told(&row.outcome).map(|(refused, text)| (row.place.row, refused, text)))
        .collect();
    assert_eq!(
        found.iter().map(|(row, refused, _)| (*row, *refused)).collect::<Vec<_>>(),
        FAULTS.map(|(row, refused, _)| (row, refused)),
        "{found:#?}"
    );
    for ((row, _, text), (_, _, expected)) in found.iter().zip(FAULTS) {
        assert!(text.contains(expected), "row {row}: {text}");
    }
    assert_eq!(plan.counts(), [185, 0, 0, 5, 10]);
    let all = after(&plan, &known, Decision::Skip);
    assert_eq!(all.len(), known.len() + 185);
    let of = |name: &str| all.iter().find(|one| one.naam.as_deref() == Some(name)).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(of("Taalcafé Korenbloem").id.as_deref(), Some("taalcafe-korenbloem"));
    assert_eq!(of("Buurthuis Bergkristal").wijken, ["molenkwartier", "de-hoven", "stationsbuurt"]);
    assert_eq!(of("Buurthuis Notenboom").adres.postcode.as_deref(), Some("8913 MK"));
}

#[test]
fn a_nought_that_excel_took_is_put_back_and_said() {
    let plan = plan_of(&read(LIST, None).unwrap(), &[]);
    let row = plan.rows.iter().find(|row| row.place.row == 14).unwrap();
    let Outcome::Add(one) = &row.outcome else { panic!("{row:?}") };
    assert_eq!(one.telefoon.as_deref(), Some("0199412345"));
    assert_eq!(row.remarks.len(), 1);
}

/// The table as a sheet of Excel, each row where it was; numbers that Excel would make of the text become numbers.
fn xlsx(table: &Table) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in table.headers.iter().enumerate() {
        sheet.write_string(table.header.row - 1, column as u16, header).unwrap();
    }
    for row in &table.rows {
        for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let at = (row.place.row - 1, column as u16);
            match cell.parse::<f64>().ok().filter(|_| cell.bytes().all(|byte| byte.is_ascii_digit())) {
                Some(number) => sheet.write_number(at.0, at.1, number).unwrap(),
                None => sheet.write_string(at.0, at.1, cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_same_list_from_excel_gives_the_same_plan() {
    let csv = read(LIST, None).unwrap();
    let sheet = read(&xlsx(&csv), None).unwrap();
    assert_eq!((sheet.form.kind, sheet.headers.clone()), ("Excel", csv.headers.clone()));
    let known = example();
    let without_lines = |mut plan: Plan| {
        plan.rows.retain(|row| !OF_THE_FILE.contains(&row.place.row));
        plan.rows.iter_mut().for_each(|row| row.place.line = None);
        plan
    };
    assert_eq!(without_lines(plan_of(&csv, &known)), without_lines(plan_of(&sheet, &known)));
}

#[test]
fn a_second_import_changes_nothing() {
    let table = read(LIST, None).unwrap();
    for decision in [Decision::Skip, Decision::New] {
        let once = after(&plan_of(&table, &example()), &example(), decision);
        let again = plan_of(&table, &once);
        assert_eq!(again.counts()[..2], [0, 0], "{decision:?}");
        assert_eq!(after(&again, &once, decision), once, "{decision:?}");
    }
}

#[test]
fn a_column_about_persons_is_never_read() {
    let columns = columns_of(&read(LIST, None).unwrap());
    let told = format!("{:?}", columns.last().unwrap().purpose);
    assert_eq!(told, "Personal(\"een geboortedatum\")");
}
