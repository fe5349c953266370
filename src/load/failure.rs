//! What goes wrong in a visitor of serde that could not be seen beforehand. Its place is added on the way out.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

/// An error of serde, wholly Dutch.
#[derive(Debug)]
pub(super) struct Failure {
    pub message: String,
    /// The node whose value was refused; the innermost one wins.
    pub node: Option<u32>,
}

impl Failure {
    pub fn at(self, node: u32) -> Failure {
        Failure { node: self.node.or(Some(node)), ..self }
    }

    fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), node: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl de::Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Failure {
        Failure::new(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Failure {
        Failure::new("deze waarde is van een andere soort dan hier hoort")
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Failure {
        Failure::new("deze waarde kan hier niet")
    }

    fn invalid_length(length: usize, _: &dyn Expected) -> Failure {
        Failure::new(format!("een lijst met {length} onderdelen kan hier niet"))
    }

    fn unknown_variant(variant: &str, _: &'static [&'static str]) -> Failure {
        Failure::new(format!("de keuze ‘{variant}’ bestaat niet"))
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Failure {
        Failure::new(format!("het veld ‘{field}’ bestaat niet"))
    }

    fn missing_field(field: &'static str) -> Failure {
        Failure::new(format!("het veld ‘{field}’ ontbreekt"))
    }

    fn duplicate_field(field: &'static str) -> Failure {
        Failure::new(format!("het veld ‘{field}’ staat er twee keer"))
    }
}
