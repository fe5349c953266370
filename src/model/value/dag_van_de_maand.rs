//! A day that comes back every month.

use std::fmt;
use std::str::FromStr;

use super::super::spelling;
use super::written_as_text;
use crate::calendar::MonthRule;

/// A day that comes back every month. Written `tweede dinsdag`; see [`MonthRule`] for what else is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DagVanDeMaand(pub MonthRule);

impl fmt::Display for DagVanDeMaand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for DagVanDeMaand {
    type Err = String;

    fn from_str(text: &str) -> Result<DagVanDeMaand, String> {
        text.parse().map(DagVanDeMaand)
    }
}

written_as_text!(DagVanDeMaand, "DagVanDeMaand", "een vaste dag, zoals tweede dinsdag", spelling::dag_van_de_maand());
