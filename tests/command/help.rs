//! Help, version and mistakes: Dutch, on the right stream, with the right exit code.

use super::{text, wep};

const ENGLISH: [&str; 12] = [
    "error",
    "Usage",
    "USAGE",
    "Options",
    "OPTIONS",
    "Commands",
    "Arguments",
    "Print ",
    "default",
    "possible",
    "required",
    "alias",
];

fn is_dutch(said: &str) {
    for word in ENGLISH.iter().chain(&["help"]) {
        assert!(!said.replace("--help", "").contains(word), "{word}: {said}");
    }
}

#[test]
fn help_is_a_result_in_dutch() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["--help"][..], &["-h"], &["--hulp"], &["init", "--help"], &["init", "-h"]] {
        let output = wep(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty());
        let said = text(&output.stdout);
        assert!(said.contains("Gebruik: wep") && said.contains("Algemene opties:"), "{said}");
        assert!(!said.contains('\x1b'), "no colours outside a terminal");
        is_dutch(&said);
    }
    assert_eq!(text(&wep(folder.path(), &["-V"]).stdout), format!("wep {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn mistakes_are_said_in_dutch_on_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, expected) in [
        (&[][..], "Gebruik: wep"),
        (&["inti"], "Bedoelde u ‘init’?"),
        (&["init", "--gemeent", "x"], "Bedoelde u ‘--gemeente’?"),
        (&["init", "a", "b"], "‘b’ is geen optie"),
        (&["init", "--startdatum", "30 februari 2027"], "februari 2027 heeft 28 dagen"),
        (&["init", "--partner", "A=bank"], "de sector ‘bank’ bestaat niet"),
        (&["init", "--wijk", " "], "de naam is leeg"),
        (&["--kleur", "rood", "init"], "keuzes: auto, altijd, nooit"),
        (&["-q", "-v", "init"], "kan niet samen met"),
        (&["init", "--voorbeeld", "--gemeente", "x"], "kan niet samen met"),
        (&["init", "a", "-C", "b", "--voorbeeld"], "u noemt twee mappen"),
        (&["init"], "dit ontbreekt nog: --gemeente, --wijk, --trekker"),
    ] {
        let output = wep(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let said = text(&output.stderr);
        assert!(said.contains(expected), "{arguments:?}: {said}");
        is_dutch(&said);
    }
    assert!(super::names(folder.path()).is_empty(), "a wrong call writes nothing");
}

#[test]
fn colour_comes_only_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    assert!(text(&wep(folder.path(), &["--kleur", "altijd", "inti"]).stderr).contains("\x1b["));
    assert!(text(&wep(folder.path(), &["init", "--kleur=altijd"]).stderr).contains("\x1b["));
    assert!(!text(&wep(folder.path(), &["init"]).stderr).contains('\x1b'));
}
