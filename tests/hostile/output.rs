//! The folder for documents: what `wep.yaml` names lies inside the folder of the gemeente, and no link leads out of it.

use std::fs;

use super::{Ground, SECRET, account, case, survive, survive_calls, watched};

const MAKE: [&[&str]; 4] = [
    &["convenant", "--formaat", "md"],
    &["dossier", "--formaat", "md"],
    &["status", "--html"],
    &["organisatie", "exporteer", "csv"],
];

#[test]
fn a_folder_that_wep_yaml_names_lies_inside() {
    let named = |name: &'static str, folder: &'static str| {
        case(name, 1, "is geen map binnen de map", move |ground| {
            ground.replace("wep.yaml", "  map: uitvoer", &format!("  map: \"{folder}\""));
        })
    };
    survive(&[
        named("by dots", "../buiten"),
        named("by dots in the middle", "a/../../buiten"),
        named("by its whole path", "/tmp/wep-buiten"),
        named("as on Windows", "..\\\\buiten"),
    ]);
    assert!(!fs::exists("/tmp/wep-buiten").unwrap());
}

#[test]
fn no_link_leads_a_document_out_of_the_folder() {
    survive_calls(
        &[
            case("uitvoer is a link to outside", 0, "", |ground| {
                fs::remove_dir(ground.path("uitvoer")).unwrap();
                ground.link("uitvoer", &ground.outside);
            }),
            case("uitvoer is a link to nowhere", 0, "", |ground| {
                fs::remove_dir(ground.path("uitvoer")).unwrap();
                ground.link("uitvoer", ground.outside.join("nieuw"));
            }),
            case("uitvoer is a file", 0, "", |ground| {
                fs::remove_dir(ground.path("uitvoer")).unwrap();
                ground.put("uitvoer", "x");
            }),
            case("uitvoer is a pipe", 0, "", |ground| {
                fs::remove_dir(ground.path("uitvoer")).unwrap();
                ground.pipe("uitvoer");
            }),
            case("uitvoer/.wep is a link to outside", 0, "", |ground| ground.link("uitvoer/.wep", &ground.outside)),
            case(".wep is a link to outside", 0, "", |ground| {
                fs::remove_dir_all(ground.path(".wep")).unwrap();
                ground.link(".wep", &ground.outside);
            }),
            case("a document is a link to outside", 0, "", |ground| {
                ground.link("uitvoer/convenant.md", ground.outside.join("geheim.md"));
                ground.link("uitvoer/index.html", ground.outside.join("geheim.md"));
                ground.link("uitvoer/overleg.ics", ground.outside.join("geheim.md"));
            }),
            case("a document is a link to what is not there", 0, "", |ground| {
                ground.link("uitvoer/convenant.md", ground.outside.join("nieuw.md"));
            }),
            case("a document is a pipe", 0, "", |ground| ground.pipe("uitvoer/convenant.md")),
            case("a document is a folder", 0, "", |ground| {
                fs::create_dir(ground.path("uitvoer/convenant.md")).unwrap()
            }),
            case("a calendar is a pipe", 0, "", |ground| ground.pipe("uitvoer/overleg.ics")),
            case("a document of 1 GB", 0, "", |ground| {
                fs::File::create(ground.path("uitvoer/convenant.md")).unwrap().set_len(1 << 30).unwrap();
            }),
        ],
        &[&[&["controleer"][..]][..], &MAKE].concat(),
    );
}

#[test]
fn a_record_that_somebody_else_wrote_leads_nowhere() {
    let record =
        |name, content: String| case(name, 0, "", move |ground| ground.put("uitvoer/.wep-gemaakt.json", &content));
    survive_calls(
        &[
            record("a huge record", format!("{{{}\"a\": \"b\"}}", "\"naam\": [[], [], {}],".repeat(4_000_000))),
            record("a deep record", "[".repeat(1_000_000)),
            record("a record of other types", "{\"convenant.md\": [1, null, {\"sha256\": 3}], \"a\": 5}".to_owned()),
            record("a record with other names", format!("{{\"../../buiten/geheim.md\": \"{}\"}}", "a".repeat(64))),
            record(
                "what is beside it is elsewhere",
                format!(
                    "{{\"convenant.md\": {{\"sha256\": \"{}\", \"ernaast\": \"../../buiten/geheim.md\"}}}}",
                    "a".repeat(64)
                ),
            ),
            record(
                "a fingerprint that is a path",
                "{\"convenant.md\": {\"sha256\": \"../../../buiten/geheim.md\"}}".to_owned(),
            ),
            case("a record that is a pipe", 0, "", |ground| ground.pipe("uitvoer/.wep-gemaakt.json")),
            case("a record that is a link", 0, "", |ground| {
                ground.link("uitvoer/.wep-gemaakt.json", ground.outside.join("geheim.md"));
            }),
        ],
        &[&[&["controleer"][..]][..], &MAKE].concat(),
    );
}

/// Who names a folder on the command line means it, wherever it is.
#[test]
fn a_folder_named_on_the_command_line_may_be_anywhere() {
    let ground = Ground::new();
    let other = tempfile::tempdir().unwrap();
    let place = other.path().display().to_string();
    let told = watched(&ground.folder, &["convenant", "--formaat", "md", "--uitvoer", &place]);
    assert_eq!((told.faults(), told.code), (Vec::new(), Some(0)), "{told:?}");
    assert!(fs::read_to_string(other.path().join("convenant.md")).is_ok_and(|text| !text.contains(SECRET)));
    account(1, true);
}
