//! Importing organisations: from the bytes of a spreadsheet to what each row would do.

mod columns;
mod gemeente;
mod hostile;
mod plan;
mod table;

use wep::import::columns::{Column, propose};
use wep::import::plan::{Decision, Meanings, Plan, plan};
use wep::import::table::{Table, read};
use wep::model::{Organisatie, Wijk};

fn wijken() -> Vec<Wijk> {
    let wijk = |(id, naam): (&str, &str)| Wijk { id: Some(id.into()), naam: Some(naam.into()) };
    [("molenkwartier", "Molenkwartier"), ("de-hoven", "De Hoven"), ("stationsbuurt", "Stationsbuurt")]
        .map(wijk)
        .to_vec()
}

fn table_of(text: &str) -> Table {
    read(text.as_bytes(), None).unwrap()
}

fn columns_of(table: &Table) -> Vec<Column> {
    propose(&table.headers, &[]).unwrap()
}

fn plan_of(table: &Table, known: &[Organisatie]) -> Plan {
    plan(table, &columns_of(table), &wijken(), known, &Meanings::new())
}

/// The organisations after the plan, with one answer to every doubt.
fn after(plan: &Plan, known: &[Organisatie], decision: Decision) -> Vec<Organisatie> {
    let applied = wep::import::plan::apply(plan, known, |_, _| decision);
    let changed = |one: &Organisatie| applied.changed.iter().find(|other| other.id == one.id).unwrap_or(one).clone();
    known.iter().map(changed).chain(applied.added.iter().cloned()).collect()
}
