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
