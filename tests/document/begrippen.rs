//! B1: the glossary has its thirteen terms.

use wep::handbook::BEGRIPPEN;

use super::{compose, folded, veldrijk};

#[test]
fn b1_every_term_is_there_with_its_kinds_and_paragraph() {
    let text = folded(&compose("begrippen", &veldrijk()));
    for begrip in &BEGRIPPEN {
        assert!(text.contains(begrip.uitleg) && text.contains(begrip.paragraaf.0), "{}", begrip.naam);
        assert!(begrip.soorten.iter().all(|soort| text.contains(soort.uitleg)), "{}", begrip.naam);
    }
    for three in [["fysieke", "functionele", "sociale"], ["meepraten", "meebeslissen", "meedoen"]] {
        assert!(three.iter().all(|word| text.contains(word)), "{three:?}");
    }
}
