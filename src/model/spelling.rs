//! The values with a shape of their own as an editor knows them: every spelling that the reader takes, and in Dutch what to
//! write instead of another. `tests/write/schema.rs` holds them to the reader.
//!
//! `errorMessage` and `patternErrorMessage` are no part of JSON Schema; editors that know YAML show them, others let them be.

use schemars::{Schema, json_schema};
use serde_json::{Value, json};

use crate::calendar::pattern::{any_of, month, weekday};
use crate::calendar::{MonthRule, Recurrence};

/// Longer ones are refused without a look.
const LONGEST: usize = 100;

/// What counts as not filled in: nothing at all, and a text without a letter.
pub(crate) const BLANK: &str = r"^\s*$";

/// A value that is written as text.
fn text(types: &[&str], pattern: &str, message: &str) -> Schema {
    json_schema!({
        "type": types,
        "pattern": whole(pattern),
        "maxLength": LONGEST,
        "errorMessage": message,
        "patternErrorMessage": message,
    })
}

/// The same, for what is a number to YAML when it stands without quotation marks.
fn number(kind: &str, pattern: &str, bounds: &[(&str, Value)], message: &str) -> Schema {
    let mut schema = text(&["string", kind, "null"], pattern, message);
    for (keyword, bound) in bounds {
        schema.insert((*keyword).to_owned(), bound.clone());
    }
    schema
}

/// The pattern for a whole text: blank, or this with room around it.
fn whole(pattern: &str) -> String {
    format!(r"^\s*(?:{pattern}\s*)?$")
}

pub(super) fn datum() -> Schema {
    text(&["string", "null"], &date(), "Dit is geen datum. Schrijf jaar-maand-dag, zoals 2027-01-11.")
}

/// A day with its year, in all the ways that people write it.
fn date() -> String {
    let (day, month) = ("(?:0?[1-9]|[12][0-9]|3[01])", format!("(?:0?[1-9]|1[0-2]|{})", month()));
    let (year, next) = ("[0-9]{4}", "[-/ ]+");
    format!("[-/ ]*(?:{year}{next}{month}{next}{day}|{day}{next}{month}{next}{year})[-/ ]*")
}

pub(super) fn tijd() -> Schema {
    let bounds = [("minimum", json!(0)), ("exclusiveMaximum", json!(24))];
    let pattern = r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]\s*(?:uur)?";
    number("number", pattern, &bounds, "Dit is geen tijd. Schrijf uren en minuten, zoals 14.30.")
}

pub(super) fn dag_van_de_maand() -> Schema {
    let message = "Dit is geen vaste dag van de maand. Schrijf bijvoorbeeld: tweede dinsdag, of: laatste vrijdag.";
    text(&["string", "null"], &MonthRule::pattern(), message)
}

pub(super) fn herhaling() -> Schema {
    let message = "Dit is geen vaste dag en geen datum. Schrijf bijvoorbeeld: elke dinsdag, om de week op woensdag, \
        elke tweede dinsdag van de maand, of 2027-03-03.";
    let date = format!(r"(?:{}\s+)?(?:{}\s+)?{}", any_of(["op"]), weekday(), date().replace(' ', r"\s"));
    let rule = format!(r"[\s,]*{}[\s,]*\.*", Recurrence::pattern());
    text(&["string", "null"], &format!("(?:{date}|{rule})"), message)
}

/// There are no more cents, nor hundredths, to count with.
const MOST: i64 = i64::MAX / 100;

/// Digits, in groups of three or not.
const DIGITS: &str = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)";

pub(super) fn bedrag() -> Schema {
    let pattern = format!(r"€*\s*-?{DIGITS}(?:[.,](?:[0-9]{{1,2}}|-)?)?");
    let bounds = [("minimum", json!(-MOST)), ("maximum", json!(MOST))];
    number("number", &pattern, &bounds, "Dit is geen bedrag. Schrijf bijvoorbeeld 1.250,00.")
}

pub(super) fn getal() -> Schema {
    let pattern = format!(r"{DIGITS}(?:[.,][0-9]{{0,2}})?");
    let bounds = [("minimum", json!(0)), ("maximum", json!(MOST))];
    number("number", &pattern, &bounds, "Dit is geen getal. Schrijf bijvoorbeeld 36 of 7,5.")
}

pub(super) fn coordinaat() -> Schema {
    let bounds = [("minimum", json!(-180)), ("maximum", json!(180))];
    let degrees = "-?0*(?:180(?:[.,]0*)?|(?:1[0-7][0-9]|[0-9]{1,2})(?:[.,][0-9]*)?|[.,][0-9]+)";
    number("number", degrees, &bounds, "Dit is geen breedte- of lengtegraad. Schrijf graden, zoals 53,2012.")
}

pub(super) fn kleur() -> Schema {
    let bounds = [("minimum", json!(0)), ("maximum", json!(999_999))];
    let message = "Dit is geen kleur. Schrijf zes cijfers of letters a tot f, zoals \"#1f4e6b\", met aanhalingstekens.";
    number("integer", "#?[0-9a-fA-F]{6}", &bounds, message)
}

pub(super) fn ja_nee() -> Schema {
    let message = "Schrijf ja of nee.";
    // The first alternative is what an editor offers. The second has no `type`, or it would offer true and false as well.
    json_schema!({
        "anyOf": [
            { "enum": ["ja", "nee"], "errorMessage": message },
            {
                "not": { "type": ["number", "array", "object"] },
                "pattern": whole(&any_of(["ja", "nee", "true", "false"])),
                "maxLength": LONGEST,
                "patternErrorMessage": message,
            },
        ],
    })
}
