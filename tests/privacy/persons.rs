//! Diagnoses beside the name of a person, and the same words in what organisations do.

use wep::privacy::{Kind, Scalar, in_scalars, in_text};

fn found(text: &str) -> bool {
    in_text("", text).iter().any(|hit| hit.kind == Kind::Diagnosis)
}

#[test]
fn a_diagnosis_beside_a_name_is_found() {
    for text in [
        "Jan de Vries heeft schizofrenie",
        "Fatima is bipolair",
        "Mevr. Jansen lijdt aan een depressie",
        "dhr. A.B. van den Berg (borderline)",
        "J. Pietersen: PTSS",
        "Piet: autisme",
        "Meneer de Groot is verslaafd aan alcohol",
        "Ayşe Demir hoort stemmen",
        "Mohamed El Amrani heeft ADHD en een angststoornis",
        "Wilma is nieuw. Zij heeft een bipolaire stoornis.",
        "Er is een psychose geweest bij Kees Bakker",
        "Marieke, depressief, komt op dinsdag",
        "schizofreen: Karim Bensaïd",
        "Cliënt Xerxes heeft anorexia",
        "Anna-Maria kreeg vorig jaar een psychose",
        "Jan heeft ASS",
    ] {
        assert!(found(text), "{text}");
    }
}

#[test]
fn what_organisations_do_is_left_alone() {
    for text in [
        "Een training over psychoses, door Jan de Vries",
        "Voor mensen met een depressie. Contact: Anna de Wit",
        "Anna de Wit geeft een workshop over autisme",
        "Lotgenotengroep voor mensen met borderline, met Karin Smit",
        "Autisme Café met Karin Smit",
        "Depressie Vereniging, contactpersoon Jan Smit",
        "Stichting Jan Arends: hulp bij verslaving",
        "Spreker Piet Bakker vertelt over schizofrenie",
        "Psychose: training door Samira el Idrissi",
        "De Brug helpt bij een depressie",
        "GGZ Linge behandelt psychose, depressie en PTSS",
        "Wat is borderline?",
        "Samira el Idrissi, coördinator. Wij praten over verslaving.",
        "Emma Sikkema is ervaringsdeskundige psychose",
        "Film en gesprek: leven met een bipolaire stoornis, met Tom de Wit",
        "Jan van Galenstraat 12: inloop depressie",
        "verslavingszorg, bel Joost Hiemstra",
        "Ypsilon is er voor familie van mensen met schizofrenie of een psychose. Bel Truus Mulder.",
        "Elke eerste maandag leidt Rob Visser een gesprek voor jongeren met ADHD",
    ] {
        assert!(!found(text), "{text}");
    }
}

/// The entries are numbered from the outside in.
fn entry(fields: &[(&'static str, &'static str, &[usize])]) -> bool {
    let scalars: Vec<Scalar> =
        fields.iter().map(|(label, text, entries)| Scalar { entries: entries.to_vec(), label, text }).collect();
    in_scalars(&scalars).iter().any(|(_, hit)| hit.kind == Kind::Diagnosis)
}

#[test]
fn in_an_entry_the_name_and_the_diagnosis_may_stand_apart() {
    assert!(entry(&[("naam", "Jan de Vries", &[0]), ("opmerking", "schizofrenie", &[0])]));
    assert!(entry(&[("diagnose", "F20.0", &[0]), ("Naam deelnemer", "Xerxes Bol", &[0])]));
    assert!(entry(&[("naam", "de Vries, Jan", &[0]), ("situatie", "depressief", &[0, 1])]));
    assert!(entry(&[("voornaam", "Ans", &[0]), ("toelichting", "heeft een verslaving", &[0])]));
}

#[test]
fn a_name_in_another_entry_or_what_someone_does_is_no_matter() {
    assert!(!entry(&[("naam", "Jan de Vries", &[0, 1]), ("beschrijving", "depressie", &[0, 2])]));
    assert!(!entry(&[("naam", "Jan de Vries", &[0]), ("functie", "verpleegkundige psychose", &[0])]));
    assert!(!entry(&[("naam", "Jan de Vries", &[0]), ("diagnose", "geen", &[0])]));
    assert!(!entry(&[("naam", "Stichting De Brug", &[0]), ("beschrijving", "psychose, depressie", &[0])]));
    assert!(!entry(&[("naam", "Praten over depressie", &[0]), ("beschrijving", "depressie", &[0])]));
    assert!(!entry(&[("naam", "Jan de Vries", &[0]), ("onderwerp", "psychose", &[0])]));
    assert!(!entry(&[("naam", "Jan de Vries", &[0]), ("taken", "training over PTSS", &[0])]));
    assert!(!entry(&[("naam", "Jan de Vries", &[0, 1]), ("doelgroep", "mensen met autisme", &[0])]));
}
