//! Columns that look like data about a participant or a client. They are never read into wep, whoever asks for it.

/// Parts of headers, as [`super::key`] writes them, with what such a column holds.
const PERSONAL: [(&str, &str); 24] = [
    ("bsn", "een burgerservicenummer"),
    ("burgerservice", "een burgerservicenummer"),
    ("sofinummer", "een burgerservicenummer"),
    ("geboorte", "een geboortedatum"),
    ("gebdatum", "een geboortedatum"),
    ("leeftijd", "een leeftijd"),
    ("geslacht", "een geslacht"),
    ("diagnos", "een diagnose"),
    ("dsm", "een diagnose"),
    ("aandoening", "een aandoening"),
    ("medicatie", "medicijnen"),
    ("medicijn", "medicijnen"),
    ("indicatie", "een indicatie"),
    ("behandelaar", "een behandeling"),
    ("behandelplan", "een behandeling"),
    ("client", "gegevens van cliënten"),
    ("klant", "gegevens van klanten"),
    ("patient", "gegevens van patiënten"),
    ("deelnemer", "gegevens van deelnemers"),
    ("dossier", "een dossier"),
    ("nationaliteit", "een nationaliteit"),
    ("godsdienst", "een geloof"),
    ("uitkering", "een uitkering"),
    ("zorgzwaarte", "een indicatie"),
];

/// What a column with this key holds about a person, if it looks so.
pub(super) fn personal(key: &str) -> Option<&'static str> {
    PERSONAL.iter().find(|(part, _)| key.contains(part)).map(|(_, what)| *what)
}

/// A text holds nine digits in a row that pass the test of a burgerservicenummer (the weights 9 to 2, and -1 for the
/// last digit, give a multiple of eleven).
pub(in crate::import) fn holds_bsn(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| {
        let values: Vec<i32> = digits.bytes().map(|byte| i32::from(byte - b'0')).collect();
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        let sum: i32 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        values.len() == 9 && sum != 0 && sum % 11 == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_be_of_a_person_is_recognised() {
        assert!(holds_bsn("zie 111222333."), "the number that the government uses in examples");
        for text in ["", "111222334", "0611122233", "1112223330", "99000101", "000000000"] {
            assert!(!holds_bsn(text), "{text}");
        }
    }
}
