//! What stands in the place of a file, and is none; and where a link leads.

use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::process::Command;

use super::run::watched_as;
use super::{Ground, SECRET, account, case, survive, watched};

const LINK: &str = "is een koppeling (symlink)";
const NO_FILE: &str = "is geen gewoon bestand";

#[test]
fn what_is_no_file_is_not_opened() {
    survive(&[
        case("wep.yaml is a folder", 4, NO_FILE, |ground| {
            fs::remove_file(ground.path("wep.yaml")).unwrap();
            fs::create_dir(ground.path("wep.yaml")).unwrap();
        }),
        case("wep.yaml is a pipe", 4, NO_FILE, |ground| ground.pipe("wep.yaml")),
        case("wep.yaml is a device", 4, LINK, |ground| ground.link("wep.yaml", "/dev/zero")),
        case("team.yaml is a folder", 4, NO_FILE, |ground| {
            fs::remove_file(ground.path("team.yaml")).unwrap();
            fs::create_dir(ground.path("team.yaml")).unwrap();
        }),
        case("organisaties.yaml is a pipe", 4, NO_FILE, |ground| ground.pipe("organisaties.yaml")),
        case("organisaties.yaml is the terminal", 4, LINK, |ground| ground.link("organisaties.yaml", "/dev/tty")),
        case("a stray file is a pipe", 0, "", |ground| ground.pipe("notities.yaml")),
    ]);
}

#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    survive(&[
        case("wep.yaml leads outside", 4, LINK, |ground| ground.link("wep.yaml", ground.outside.join("wep.yaml"))),
        case("wep.yaml leads outside by dots", 4, LINK, |ground| ground.link("wep.yaml", "../buiten/wep.yaml")),
        case("organisaties.yaml leads outside", 4, LINK, |ground| {
            ground.link("organisaties.yaml", ground.outside.join("organisaties.yaml"));
        }),
        case("voortgang.yaml leads outside", 4, LINK, |ground| {
            ground.link("voortgang.yaml", ground.outside.join("voortgang.yaml"));
        }),
        case("a chain of links leads outside", 4, LINK, |ground| {
            ground.link("tussen.yaml", "../buiten/organisaties.yaml");
            ground.link("organisaties.yaml", "tussen.yaml");
        }),
        case("wep.yaml leads to itself", 4, LINK, |ground| ground.link("wep.yaml", "wep.yaml")),
        case("two links lead to each other", 4, LINK, |ground| {
            ground.link("a.yaml", "organisaties.yaml");
            ground.link("organisaties.yaml", "a.yaml");
        }),
        case("wep.yaml leads nowhere", 4, LINK, |ground| ground.link("wep.yaml", "weg.yaml")),
        case("organisaties.yaml leads to what is not there outside", 4, LINK, |ground| {
            ground.link("organisaties.yaml", ground.outside.join("nieuw.yaml"));
        }),
        case("a stray file leads outside", 0, "", |ground| {
            ground.link("notities.yaml", ground.outside.join("organisaties.yaml"));
            ground.link("map", &ground.outside);
        }),
        case("a folder leads to itself", 0, "", |ground| ground.link("kring", ".")),
    ]);
}

#[test]
fn a_link_within_the_folder_is_followed_and_stays_a_link() {
    let ground = Ground::new();
    fs::create_dir(ground.path("gedeeld")).unwrap();
    for name in ["wep.yaml", "organisaties.yaml"] {
        fs::rename(ground.path(name), ground.path("gedeeld").join(name)).unwrap();
        symlink(format!("gedeeld/{name}"), ground.path(name)).unwrap();
    }
    for call in super::CALLS {
        let told = watched(&ground.folder, call);
        assert_eq!((told.faults(), told.code), (Vec::new(), Some(0)), "{call:?} {told:?}");
    }
    assert!(ground.path("organisaties.yaml").symlink_metadata().unwrap().is_symlink());
    let real = ground.path("gedeeld/organisaties.yaml");
    assert!(!real.symlink_metadata().unwrap().is_symlink());
    let text = fs::read_to_string(real).unwrap();
    assert!(text.contains("Stichting Nieuw") && text.contains("Stichting Uit de Lijst"));
    account(super::CALLS.len(), true);
}

#[test]
fn names_that_are_no_text_and_very_many_files() {
    survive(&[
        case("names that are no UTF-8", 0, "", |ground| {
            for name in [&b"kapot-\xff\xfe.yaml"[..], b"\xed\xa0\x80.yml", b"regel\neinde\x1b[31m.yaml"] {
                let name = std::ffi::OsString::from_vec(name.to_vec());
                // Some disks refuse such names by themselves.
                let _ = fs::write(ground.folder.join(&name), "a: 1\n");
                let _ = fs::create_dir(ground.folder.join("uitvoer").join(&name));
            }
        }),
        case("a thousand stray files", 0, "", |ground| {
            (0..1_000).for_each(|number| ground.put(&format!("los-{number}.yaml"), "a: [1, {b: c}]\n"));
        }),
        case("stray files that are broken", 0, "", |ground| {
            ground.put("diep.yaml", "[".repeat(100_000));
            ground.put("nul.yaml", vec![0; 1_000_000]);
            ground.put("bom.yaml", super::yaml::bomb());
        }),
        case("many large stray files", 0, "", |ground| {
            (0..4).for_each(|number| {
                ground.put(&format!("groot-{number}.yaml"), "# niets\n".repeat(super::size(600_000, 100_000)))
            });
        }),
        case("a hundred folders deep", 0, "", |ground| {
            fs::create_dir_all(ground.path(&"diep/".repeat(100))).unwrap();
        }),
    ]);
}

/// Whoever is root may read everything: then somebody else tries.
#[test]
fn a_file_that_may_not_be_read_is_told() {
    let ground = Ground::new();
    fs::set_permissions(ground.path("organisaties.yaml"), fs::Permissions::from_mode(0o0)).unwrap();
    let mut before: Vec<&str> = Vec::new();
    let wep = env!("CARGO_BIN_EXE_wep");
    if fs::read(ground.path("organisaties.yaml")).is_ok() {
        before = vec!["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
        let tried = Command::new(before[0]).args(&before[1..]).args([wep, "--version"]).output();
        if !tried.is_ok_and(|tried| tried.status.success()) {
            eprintln!("not tried: the tests run as root, and setpriv cannot run wep as somebody else");
            return;
        }
        for path in [ground.base.path(), &ground.folder, &ground.path("uitvoer"), &ground.path("organisaties.yaml")] {
            chown(path, Some(65534), Some(65534)).unwrap();
        }
    }
    for call in super::CALLS {
        let told = watched_as(&ground.folder, &before, &[&[wep][..], call].concat());
        assert_eq!(told.faults(), Vec::<String>::new(), "{call:?} {told:?}");
        assert!(told.code == Some(4) && told.all().contains("geen rechten"), "{call:?} {told:?}");
    }
    assert!(!fs::exists(ground.path(SECRET)).unwrap());
    account(super::CALLS.len(), true);
}
