//! Diagnoses beside the name of a person, and the same words in what organisations do.

use wep::privacy::{Kind, Scalars, in_scalars, in_text};

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

/// Fields of an entry; those of an entry inside it have a full stop before their name.
fn entry(fields: &[(&'static str, &'static str)]) -> bool {
    let mut scalars = Scalars::default();
    scalars.begin();
    for (label, text) in fields {
        let inner = label.strip_prefix('.');
        inner.iter().for_each(|_| scalars.begin());
        scalars.add(inner.unwrap_or(label), *text);
        inner.iter().for_each(|_| scalars.end());
    }
    scalars.end();
    in_scalars(&scalars).iter().any(|(_, hit)| hit.kind == Kind::Diagnosis)
}

#[test]
fn in_an_entry_the_name_and_the_diagnosis_may_stand_apart() {
    assert!(entry(&[("naam", "Jan de Vries"), ("opmerking", "schizofrenie")]));
    assert!(entry(&[("diagnose", "F20.0"), ("Naam deelnemer", "Xerxes Bol")]));
    assert!(entry(&[("naam", "de Vries, Jan"), (".situatie", "depressief")]));
    assert!(entry(&[("voornaam", "Ans"), ("toelichting", "heeft een verslaving")]));
}

#[test]
fn a_name_in_another_entry_or_what_someone_does_is_no_matter() {
    assert!(!entry(&[(".naam", "Jan de Vries"), (".beschrijving", "depressie")]));
    assert!(!entry(&[("naam", "Jan de Vries"), ("functie", "verpleegkundige psychose")]));
    assert!(!entry(&[("naam", "Jan de Vries"), ("diagnose", "geen")]));
    assert!(!entry(&[("naam", "Stichting De Brug"), ("beschrijving", "psychose, depressie")]));
    assert!(!entry(&[("naam", "Praten over depressie"), ("beschrijving", "depressie")]));
    assert!(!entry(&[("naam", "Jan de Vries"), ("onderwerp", "psychose")]));
    assert!(!entry(&[("naam", "Jan de Vries"), ("taken", "training over PTSS")]));
    assert!(!entry(&[(".naam", "Jan de Vries"), ("doelgroep", "mensen met autisme")]));
}

/// A text of a few megabytes that is nearly everything that is looked for costs about as much as any other.
#[test]
fn a_long_text_is_looked_at_whole_and_in_time() {
    let filler = "Jan praat over psychoses, 12 34 56 78 9 en geb 1-1-84 niet. ".repeat(40_000);
    let begin = std::time::Instant::now();
    for end in ["Jan Bos heeft PTSS", "111222333"] {
        let text = format!("{filler}{end}");
        let hits = in_text("", &text);
        assert!(
            hits.last().is_some_and(|hit| hit.span.start >= filler.len() && text.ends_with(&text[hit.span.clone()]))
        );
    }
    let seam = format!("{}111 222 333 {}", "x ".repeat(4_090), "x ".repeat(9_000));
    assert_eq!(in_text("", &seam).len(), 1, "nothing hides on a seam, and nothing is found twice");
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
