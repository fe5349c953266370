//! Which column is which field: a proposal from the headers, and what the user says about it.

mod field;
mod privacy;

use std::collections::BTreeMap;
use std::str::FromStr;

pub use field::Field;

use crate::write::slug::slug;

/// From here on a header that is spelled otherwise is taken for a field.
const LIKELY: f64 = 0.92;
/// Shorter headers must be exact: too many short words are alike.
const LEAST: usize = 5;

/// A column and what is done with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// As Excel names it: `A`, `B`, … `AA`.
    pub letter: String,
    /// What stands above it; may be empty.
    pub header: String,
    pub purpose: Purpose,
}

/// What is done with a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// Its cells go into this field.
    Fills(Field, Certainty),
    /// Nobody knows what it is.
    Unknown,
    /// Free remarks: they may be about anyone.
    Remarks,
    /// It looks like this field, but the column with this letter is that already.
    Second(Field, String),
    /// The user left it out.
    LeftOut,
    /// It looks like data about a person: what it holds. It is never read.
    Personal(&'static str),
}

/// How sure a column is what it seems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The user said so.
    Chosen,
    /// The header is one that means this.
    Sure,
    /// The header is nearly one that means this.
    Likely,
}

/// What the user says about one column: `Kop=veld`, or `Kop=-` to leave it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub header: String,
    pub field: Option<Field>,
}

impl FromStr for Choice {
    type Err = String;

    fn from_str(text: &str) -> Result<Choice, String> {
        let (header, name) = text.rsplit_once('=').ok_or("schrijf KOP=VELD, zoals \"Tel.=telefoon\"")?;
        let header = header.trim().to_owned();
        if header.is_empty() {
            return Err("voor het = hoort de kop van een kolom".to_owned());
        }
        if name.trim() == "-" {
            return Ok(Choice { header, field: None });
        }
        let field = Field::find(name).ok_or_else(|| {
            let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
            format!(
                "het veld ‘{}’ bestaat niet; kies uit {}, of - om de kolom weg te laten",
                name.trim(),
                names.join(", ")
            )
        })?;
        Ok(Choice { header, field: Some(field) })
    }
}

/// Why a choice of the user cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ColumnError {
    #[error("er is geen kolom met de kop ‘{header}’; deze zijn er: {there}")]
    Missing { header: String, there: String },
    #[error("de kolom ‘{header}’ lijkt {what} te bevatten en wordt nooit ingelezen")]
    Personal { header: String, what: &'static str },
    #[error("twee kolommen zijn ‘{field}’: ‘{first}’ en ‘{second}’")]
    Twice { field: &'static str, first: String, second: String },
}

/// A header without spaces, capitals, accents and dots: `Tel.nr.` → `telnr`.
pub(super) fn key(header: &str) -> String {
    slug(header).replace('-', "")
}

/// The columns with what is done with each.
///
/// # Errors
/// When a choice names a column that is not there, one with data about persons, or a field twice.
pub fn propose(headers: &[String], choices: &[Choice]) -> Result<Vec<Column>, ColumnError> {
    let keys: Vec<String> = headers.iter().map(|header| key(header)).collect();
    let mut columns: Vec<Column> = headers.iter().enumerate().map(|(index, header)| column(index, header)).collect();
    for (column, key) in columns.iter_mut().zip(&keys) {
        if let Some(what) = privacy::personal(key) {
            column.purpose = Purpose::Personal(what);
        }
    }
    let mut owners: BTreeMap<Field, usize> = BTreeMap::new();
    for choice in choices {
        let index = named(&columns, &keys, &choice.header)?;
        match (&columns[index].purpose, choice.field) {
            (Purpose::Personal(_), None) => {}
            (Purpose::Personal(what), Some(_)) => {
                return Err(ColumnError::Personal { header: headers[index].clone(), what });
            }
            (_, None) => columns[index].purpose = Purpose::LeftOut,
            (_, Some(field)) => {
                if let Some(first) = owners.insert(field, index).filter(|first| *first != index) {
                    let (first, second) = (headers[first].clone(), headers[index].clone());
                    return Err(ColumnError::Twice { field: field.name(), first, second });
                }
                columns[index].purpose = Purpose::Fills(field, Certainty::Chosen);
            }
        }
    }
    let mut candidates = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        if columns[index].purpose != Purpose::Unknown {
            continue;
        }
        if let Some((field, score)) = best(key) {
            candidates.push((score, index, field));
        } else if ["opmerking", "notitie", "bijzonderhe", "memo"].iter().any(|part| key.contains(part)) {
            columns[index].purpose = Purpose::Remarks;
        }
    }
    // The surest column gets the field; of two that are as sure, the first.
    candidates.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    for (score, index, field) in candidates {
        columns[index].purpose = match owners.get(&field) {
            Some(owner) => Purpose::Second(field, columns[*owner].letter.clone()),
            None => {
                owners.insert(field, index);
                Purpose::Fills(field, if score >= 1.0 { Certainty::Sure } else { Certainty::Likely })
            }
        };
    }
    Ok(columns)
}

/// The field that this header means most, with a score that is at least 1 when it means it without doubt.
fn best(key: &str) -> Option<(Field, f64)> {
    let mut best: Option<(Field, f64)> = None;
    for field in Field::ALL {
        for (place, header) in field.headers().iter().enumerate() {
            let score = match *header == key {
                // What stands first in the list is the most common word for it.
                true => 2.0 - place as f64 / 100.0,
                false if key.len() >= LEAST && header.len() >= LEAST => strsim::jaro_winkler(header, key),
                false => 0.0,
            };
            if score >= LIKELY && best.is_none_or(|(_, other)| score > other) {
                best = Some((*field, score));
            }
        }
    }
    best
}

/// The column that the user means: by its header, or by its letter.
fn named(columns: &[Column], keys: &[String], wanted: &str) -> Result<usize, ColumnError> {
    let exact = columns.iter().position(|column| column.header.trim() == wanted);
    let alike = || keys.iter().position(|one| !one.is_empty() && *one == key(wanted));
    let letter = || columns.iter().position(|column| column.letter.eq_ignore_ascii_case(wanted));
    exact.or_else(alike).or_else(letter).ok_or_else(|| {
        let there: Vec<&str> =
            columns.iter().map(|column| column.header.trim()).filter(|one| !one.is_empty()).collect();
        ColumnError::Missing { header: wanted.to_owned(), there: there.join(", ") }
    })
}

/// The letters of the column with this number, from 0, as Excel names it.
pub(super) fn letter(index: usize) -> String {
    let (mut letter, mut rest) = (String::new(), index + 1);
    while rest > 0 {
        letter.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letter
}

fn column(index: usize, header: &str) -> Column {
    let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
    Column { letter: letter(index), header, purpose: Purpose::Unknown }
}

/// The place of the column that fills this field.
pub fn position(columns: &[Column], field: Field) -> Option<usize> {
    columns.iter().position(|column| matches!(column.purpose, Purpose::Fills(one, _) if one == field))
}
