//! Reading organisations from a spreadsheet: bytes in, a plan of what would change out. Nothing is written here.
//!
//! [`guard`] refuses a table with something about a participant. Three steps, each of its own use: [`table`] makes rows of cells of a CSV, XLSX or ODS file; [`columns`] proposes
//! which column is which field; [`plan`] says for each row what it would do to the organisations that there are.

pub mod columns;
pub mod guard;
pub mod plan;
pub mod table;
