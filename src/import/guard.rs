//! The privacy guard over a table: what may be about a participant, in any cell, read or not.

use std::fmt;
use std::str::FromStr;

use super::columns::letter;
use super::table::{MAX_COLUMNS, Place, Table};
use crate::privacy::{self, Kind, Scalars};

/// A cell with something that may be about a participant. What stands in it is nowhere told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    pub place: Place,
    /// As Excel names the column: `A`, `B`, … `AA`.
    pub column: String,
    /// Of the column, from 1.
    pub number: usize,
    pub kind: Kind,
}

impl Suspect {
    /// The cell as Excel names it: `E17`.
    pub fn cell(&self) -> String {
        format!("{}{}", self.column, self.place.row)
    }
}

/// What a user says is not about a participant: a cell (`E17`), a row (`17`) or a column (`E`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    column: Option<String>,
    row: Option<u32>,
}

impl Waiver {
    fn covers(&self, suspect: &Suspect) -> bool {
        self.column.as_ref().is_none_or(|column| *column == suspect.column)
            && self.row.is_none_or(|row| row == suspect.place.row)
    }
}

impl FromStr for Waiver {
    type Err = String;

    fn from_str(text: &str) -> Result<Waiver, String> {
        let text = text.trim().to_uppercase();
        let letters = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_uppercase()).len();
        let (column, row) = text.split_at(letters);
        let number = row.parse::<u32>().ok().filter(|row| *row > 0);
        if column.len() > 3 || text.is_empty() || !row.is_empty() && number.is_none() {
            return Err("schrijf een cel zoals E17, een rij zoals 17, of een kolom zoals E".to_owned());
        }
        Ok(Waiver { column: Some(column.to_owned()).filter(|column| !column.is_empty()), row: number })
    }
}

impl fmt::Display for Waiver {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.column.as_deref().unwrap_or_default())?;
        self.row.map_or(Ok(()), |row| write!(formatter, "{row}"))
    }
}

/// The cells of a table that may be about a participant, in their order, without those of which the user says that they
/// are not.
pub fn look(table: &Table, waivers: &[Waiver]) -> Vec<Suspect> {
    let headed = [(table.header, &table.headers)];
    let above = table.above.iter().map(|row| (row.place, &row.cells));
    let unreadable = table.unreadable.iter().map(|row| (row.place, &row.cells));
    let mut found = Vec::new();
    for (place, cells) in headed.into_iter().chain(above) {
        found.extend(suspects(place, cells, &[]));
    }
    // Which column a cell of these is in, nobody knows; eight digits are a KvK number in most lists.
    let unknown = vec!["KvK".to_owned(); MAX_COLUMNS + 2];
    for (place, cells) in unreadable {
        found.extend(suspects(place, cells, &unknown));
    }
    for row in &table.rows {
        found.extend(suspects(row.place, &row.cells, &table.headers));
    }
    found.retain(|suspect| !waivers.iter().any(|waiver| waiver.covers(suspect)));
    found.sort_by_key(|suspect| (suspect.place, suspect.number, suspect.kind));
    found.dedup();
    found
}

fn suspects(place: Place, cells: &[String], headers: &[String]) -> Vec<Suspect> {
    let mut scalars = Scalars::default();
    scalars.begin();
    for (column, cell) in cells.iter().enumerate() {
        scalars.add(headers.get(column).map(|header| header.trim()).unwrap_or_default(), cell.as_str());
    }
    scalars.end();
    let found = privacy::in_scalars(&scalars).into_iter();
    found.map(|(column, hit)| Suspect { place, column: letter(column), number: column + 1, kind: hit.kind }).collect()
}
