//! An amount in what people write about costs, where there is no doubt about it.

use crate::model::Bedrag;

/// Words behind an amount that make it one of several, or no amount at all.
const DOUBT: [&str; 12] = [
    "of", "tot", "vanaf", "gratis", "ongeveer", "circa", "maximaal", "minimaal", "korting", "soms", "inkomen", "minder",
];

/// Euros: 0 for “gratis”, 2.5 for “€ 2,50 per keer”; nothing for “gratis, koffie € 1” and “€ 2 tot € 5”.
pub fn exact(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if ["gratis", "kosteloos", "geen kosten"].contains(&text.as_str()) {
        return Some(0.0);
    }
    let written = text.strip_prefix('€').or_else(|| text.strip_prefix("eur ")).unwrap_or(&text).trim_start();
    let marked = written.len() < text.len();
    let (amount, rest) = match written.find(char::is_whitespace) {
        Some(end) => written.split_at(end),
        None => (written, ""),
    };
    let words: Vec<&str> = rest.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let euros = marked || words.first().is_some_and(|word| ["euro", "eur"].contains(word));
    let doubt = words.iter().any(|word| DOUBT.contains(word) || word.contains(|one: char| one.is_numeric()));
    if !euros || doubt || rest.contains('€') {
        return None;
    }
    let cents = amount.trim_end_matches([';', ':']).parse::<Bedrag>().ok()?.cents();
    // Cents of any price are far below what an `f64` holds exactly.
    i32::try_from(cents).ok().filter(|cents| *cents >= 0).map(|cents| f64::from(cents) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_only_where_there_is_no_doubt() {
        for (text, amount) in [
            ("gratis", Some(0.0)),
            ("Gratis.", Some(0.0)),
            ("€ 2,50 per keer", Some(2.5)),
            ("€2,00 per keer, met koffie", Some(2.0)),
            ("€ 1.250,00 voor de hele cursus", Some(1250.0)),
            ("3 euro per maaltijd", Some(3.0)),
            ("gratis; iets te drinken kost € 1,00", None),
            ("€ 2 tot € 5", None),
            ("€ 5 of minder met de stadspas", None),
            ("€ 5 per keer, 10 keer voor 40", None),
            ("10 keer per jaar", None),
            ("naar inkomen", None),
            ("€ -5", None),
            ("€ veel", None),
            ("", None),
        ] {
            assert_eq!(exact(text), amount, "{text}");
        }
    }
}
