//! What Windows and a Mac ask of the files, as far as that can be tried on another system: line ends, marks in front, names
//! that differ only in case, long paths, no links.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::documents::veldrijk;
use super::{text, wep};

/// As Kladblok saves a file: a mark in front and the line ends of Windows.
fn as_kladblok_saves(folder: &Path) {
    for name in yaml(folder) {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        fs::write(folder.join(name), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    }
}

fn yaml(folder: &Path) -> Vec<String> {
    super::names(folder).into_iter().filter(|name| name.ends_with(".yaml")).collect()
}

/// Everything below a folder that a person sees, with what it holds; nothing in it is a link.
fn seen(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (name, kind) = (entry.file_name().into_string().unwrap(), entry.file_type().unwrap());
        assert!(!kind.is_symlink(), "{name}");
        if kind.is_file() && !name.starts_with('.') {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn files_with_the_line_ends_of_windows_give_the_same_documents() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let [plain, windows] = [&one, &other].map(|base| veldrijk(base.path()));
    as_kladblok_saves(&windows);
    let made = [&plain, &windows].map(|folder| {
        let output = wep(folder, &["controleer"]);
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
        assert!(wep(folder, &["dossier", "--formaat", "md", "--stil"]).status.success());
        seen(&folder.join("uitvoer"))
    });
    assert!(made[0].len() > 40, "{:?}", made[0].keys());
    assert_eq!(made[0].keys().collect::<Vec<_>>(), made[1].keys().collect::<Vec<_>>());
    for (name, bytes) in &made[0] {
        assert!(bytes == &made[1][name], "{name}");
    }
}

#[test]
fn what_wep_records_in_a_file_with_the_line_ends_of_windows_has_them_too() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    as_kladblok_saves(&folder);
    let before = seen(&folder);
    for arguments in [
        &["stap", "convenant", "open", "--alle"][..],
        &["stap", "convenant", "gereed", "--alle", "--datum", "20-1-2027"],
        &["organisatie", "wijzig", "herstelhuis", "--telefoon", "0199-123456"],
        &["organisatie", "toevoegen", "--zonder-vragen", "--naam", "De Brug", "--sector", "inloop"],
    ] {
        let output = wep(&folder, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    }
    let after = seen(&folder);
    let changed: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(changed, ["organisaties.yaml", "voortgang.yaml"]);
    for name in changed {
        let text = text(&after[name]);
        assert!(text.starts_with('\u{feff}'), "{name}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
    }
}

/// Windows and a Mac take `Convenant.docx` and `convenant.docx` for one file; ids, of which names are made, have no capitals
/// (`tests/check/mistakes.rs`). Word opens no path of more than 218 letters: what wep adds to the folder leaves most of that.
#[test]
fn no_two_files_differ_only_in_case_and_no_name_is_long() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    for arguments in [
        &["dossier", "--formaat", "md,html", "--stil"][..],
        &["organisatie", "exporteer", "--formaat", "xlsx,csv,hsds,geojson,vcard,html", "--stil"],
    ] {
        assert!(wep(&folder, arguments).status.success());
    }
    for (place, least) in [("", 15), (".wep/schema", 14), ("uitvoer", 80)] {
        let names: Vec<String> = seen(&folder.join(place)).into_keys().collect();
        assert!(names.len() >= least, "{names:?}");
        let small: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(small.len(), names.len());
        for name in names {
            assert!(name.len() <= 60 && name.is_ascii() && !name.contains(' '), "{name}");
        }
    }
}
