//! A YAML file with something about a participant is not read: wherever it stands, and whatever else is wrong.

use std::fs;

use proptest::prelude::*;
use wep::check::{Code, check};
use wep::load::{load, read_str};
use wep::model::{Organisaties, Team, file};
use wep::report::findings;

use super::{BSN, append, veldrijk};

#[test]
fn nothing_in_the_example_and_in_the_handbook_s_own_words_gives_an_alarm() {
    let base = tempfile::tempdir().unwrap();
    let loaded = load(&veldrijk(base.path())).unwrap();
    assert_eq!(loaded.findings, []);
    for begrip in wep::handbook::BEGRIPPEN {
        assert_eq!(wep::privacy::in_text("", begrip.uitleg), [], "{}", begrip.naam);
    }
}

/// Where something stands, what is found of it, on which line and in which column.
const PLACES: &[(&str, &str, Code, usize, usize)] = &[
    ("a value", "opmerking: zie 111222333", Code::ParticipantBsn, 1, 16),
    ("a number", "nummer: 111222333", Code::ParticipantBsn, 1, 9),
    ("the name of a field", "111222333: x", Code::ParticipantBsn, 1, 1),
    ("a comment", "a: b\n# zie 111222333", Code::ParticipantBsn, 2, 7),
    ("a comment behind a value", "a: b  # 111222333", Code::ParticipantBsn, 1, 9),
    ("brackets", "a: [b, {c: 111222333}]", Code::ParticipantBsn, 1, 12),
    ("a text of more lines", "a: |\n  een\n  nr. 111222333 twee\n", Code::ParticipantBsn, 3, 7),
    ("a folded text", "a: >\n  111\n  222 333\n", Code::ParticipantBsn, 2, 3),
    ("signs behind a stroke", "a: \"\\x31\\x31\\x31222333\"", Code::ParticipantBsn, 1, 4),
    ("broken YAML", "a: 'b\nc: [111222333", Code::ParticipantBsn, 2, 5),
    ("a field of another sort", "werkgroep: 111222333", Code::ParticipantBsn, 1, 12),
    ("a date of birth", "x:\n  - geboren: 12 maart 1984", Code::ParticipantBirth, 2, 14),
    ("an account", "rekening: NL91 ABNA 0417 1643 00", Code::ParticipantIban, 1, 11),
    ("a name and a diagnosis", "x: Jan Bos heeft PTSS", Code::ParticipantDiagnosis, 1, 18),
    ("a name and a diagnosis in a comment", "a: b\n# Jan Bos heeft een\n# psychose", Code::ParticipantDiagnosis, 3, 3),
    ("two fields of an entry", "x:\n  - naam: Jan Bos\n    noot: psychose", Code::ParticipantDiagnosis, 3, 11),
];

#[test]
fn wherever_it_stands_the_file_is_refused_at_its_place() {
    for (name, text, code, line, column) in PLACES {
        let (model, found, source) = read_str::<Team>(file::TEAM, text);
        let place = found.first().map(|finding| (finding.code, source.locate(&finding.place)));
        let place = place.map(|(code, at)| (code, at.line, at.column));
        assert_eq!(place, Some((*code, *line, *column)), "{name}: {found:?}");
        assert_eq!(model, Team::default(), "{name}: nothing of it is read");
        assert!(found.iter().all(|finding| finding.code.is_about_participant()), "{name}: {found:?}");
        let kept = format!("{found:?}{source:?}");
        for secret in [BSN, "1984", "ABNA", "Jan", "PTSS", "222 333", "x31222"] {
            assert!(!kept.contains(secret) || !text.contains(secret), "{name}: {secret} is kept: {kept}");
        }
    }
}

#[test]
fn other_yaml_in_the_folder_is_looked_at_too_but_what_wep_made_is_not() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    for name in ["deelnemers.yaml", "intern/oud/lijst.YML", "wep-kopie.yaml"] {
        append(&folder, name, "- bsn: 111222333\n");
        let loaded = load(&folder).unwrap();
        assert_eq!(
            loaded.findings.iter().map(|one| (one.code, one.file)).collect::<Vec<_>>(),
            [(Code::ParticipantBsn, name)]
        );
        let told = findings::plain(&loaded.findings, &loaded.sources, false, 100);
        assert!(told.contains(&format!("{name}:1:8")) && told.contains("bsn: █████████"), "{told}");
        fs::remove_file(folder.join(name)).unwrap();
    }
    for name in ["uitvoer/x.yaml", ".git/x.yaml", "ander/x.yaml", "lijst.csv"] {
        append(&folder, name, "- bsn: 111222333\n");
    }
    append(&folder, "ander/wep.yaml", "gemeente: Elders\n");
    assert_eq!(load(&folder).unwrap().findings, [], "another gemeente, and what is no YAML of this one");
}

#[test]
fn where_something_is_found_nothing_else_is_told() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    append(&folder, "team.yaml", "onbekend: x\n");
    append(&folder, "wep.yaml", "# Jan Bos, BSN 111222333\nstartdatum: Jan Bos\n");
    let loaded = load(&folder).unwrap();
    assert!(loaded.findings.iter().all(|one| one.code == Code::ParticipantBsn && one.file == file::WEP));
    let told = findings::plain(&loaded.findings, &loaded.sources, false, 100);
    assert!(!told.contains("Jan") && !told.contains("Bos"), "the line is hidden as a whole: {told}");
}

#[test]
fn someone_who_looked_says_that_it_is_not_about_a_participant() {
    for text in [
        "x: 111222333 # geen deelnemer: nummer van de aanvraag",
        "# Geen deelnemer: nummer van de aanvraag\nx: 111222333",
        "x:\n  # geen deelnemer: de schilder\n  - naam: Jan Bos\n    noot: [psychose] # geen deelnemer: titel van een schilderij",
        "# geen deelnemer: het nummer van de aanvraag\nx: >\n  111\n  222333",
    ] {
        let (_, found, _) = read_str::<Team>(file::TEAM, text);
        assert!(found.iter().all(|finding| !finding.code.is_about_participant()), "{text}: {found:?}");
        assert!(found.iter().any(|finding| finding.code == Code::UnknownField), "{text}: the rest is told again");
    }
    for text in [
        "x: 111222333 # geen deelnemer",
        "x: 111222333 # geen deelnemer: ",
        "# geen deelnemer: waarom niet\n\nx: 111222333",
        "x: 111222333\n# geen deelnemer: te laat",
        "# geen deelnemer: van boven\nx: y\nz: 111222333",
    ] {
        let (_, found, _) = read_str::<Team>(file::TEAM, text);
        assert!(found.iter().any(|finding| finding.code == Code::ParticipantBsn), "{text}");
    }
}

#[test]
fn an_edit_that_would_bring_it_in_is_not_made_unless_someone_looked() {
    use wep::edit::EditError;
    use wep::edit::organisaties::{Edit, apply, apply_marked};
    use wep::model::Organisatie;
    let new = Organisatie {
        id: Some("x".into()),
        naam: Some("X".into()),
        beschrijving: Some("aanvraag 111222333".into()),
        ..Organisatie::default()
    };
    let before = "organisaties:\n  - id: a\n";
    let edits = [Edit::Add(new.clone())];
    let error = apply(before, &edits).unwrap_err();
    assert!(matches!(error, EditError::Participant { .. }), "{error:?}");
    assert!(!format!("{error:?}{error}").contains(BSN));
    let after = apply_marked(before, &edits, Some("nagekeken")).unwrap();
    assert!(after.contains("# geen deelnemer: nagekeken\n"), "{after}");
    let (organisaties, found, _) = read_str::<Organisaties>(file::ORGANISATIES, &after);
    assert_eq!((found.len(), organisaties.organisaties[1].clone()), (0, new));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// A number on any line of any file, as a comment or as a value: it is found there, and kept nowhere.
    #[test]
    fn a_bsn_on_any_line_of_any_file_is_found(which in 0..14_usize, at in 0..200_usize, as_comment: bool, first in 1_000_000_u32..100_000_000) {
        let digits = format!("{first:08}");
        let sum: u32 = digits.bytes().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(one, weight)| u32::from(one - b'0') * weight).sum();
        prop_assume!(sum % 11 < 10);
        let number = format!("{digits}{}", sum % 11);
        let name = file::ALL[which % file::ALL.len()];
        let text = fs::read_to_string(format!("{}/examples/veldrijk/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        // Before a line that begins a field at the left, anything fits.
        let places: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].starts_with(|letter: char| letter.is_ascii_lowercase())).collect();
        let place = places[at % places.len()];
        let added = if as_comment { format!("# gezien: {number}.") } else { format!("zomaar: nummer {number}") };
        let with = [&lines[..place], &[added.as_str()], &lines[place..]].concat().join("\n");
        let (_, found, source) = read_str::<wep::model::Wep>(file::WEP, &with);
        prop_assert_eq!(found.iter().map(|one| (one.code, source.locate(&one.place).line)).collect::<Vec<_>>(), [(Code::ParticipantBsn, place + 1)]);
        let kept = format!("{:?}{:?}", found, source);
        prop_assert!(!kept.contains(&number));
    }
}

#[test]
fn the_rules_have_nothing_to_say_of_a_file_that_is_refused() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    append(&folder, "voorlichting.yaml", "# 111222333\n");
    let loaded = load(&folder).unwrap();
    assert!(!format!("{:?}", check(&loaded.project)).contains(BSN));
    assert!(!format!("{loaded:?}").contains(BSN));
}
