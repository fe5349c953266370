//! The privacy guard: what is found and what is left alone, that a file or a list with it is refused, and that what stands
//! there is told nowhere.

mod files;
mod forms;
mod lists;
mod numbers;
mod persons;
mod untold;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A burgerservicenummer of nobody: the number that the government uses in examples.
const BSN: &str = "111222333";

/// A copy of the example, in a folder below this one.
fn veldrijk(base: &Path) -> PathBuf {
    let folder = base.join("veldrijk");
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    folder
}

/// Puts this text at the end of a file; what stood there before comes back.
fn append(folder: &Path, file: &str, text: &str) -> Vec<u8> {
    let path = folder.join(file);
    let before = fs::read(&path).unwrap_or_default();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, [before.as_slice(), text.as_bytes()].concat()).unwrap();
    before
}

/// Every file in and below a folder, with its bytes.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => found.extend(everything(&entry.path())),
            kind if kind.is_file() => drop(found.insert(entry.path(), fs::read(entry.path()).unwrap())),
            _ => {}
        }
    }
    found
}

/// Whether these bytes hold this text.
fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Every command that looks at a gemeente, in each of its ways; writes go below the folder.
const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["status", "--json"],
    &["status", "--html"],
    &["controleer"],
    &["controleer", "--json"],
    &["stap", "convenant", "gereed", "--alle", "--datum", "2027-1-20"],
    &["convenant"],
    &["convenant", "--toon"],
    &["convenant", "--controle"],
    &["sociale-kaart"],
    &["plan-van-aanpak"],
    &["startbijeenkomst"],
    &["overleg"],
    &["training"],
    &["intakeformulier"],
    &["protocol"],
    &["verwijzers"],
    &["gegevens"],
    &["profiel", "coordinator", "--vacature"],
    &["profiel", "wep-werker", "--selectie"],
    &["begroting"],
    &["organisatie", "lijst"],
    &["organisatie", "exporteer", "--formaat", "xlsx,csv,hsds,geojson,vcard,html"],
    &["organisatie", "toevoegen", "--naam", "Buurttuin", "--sector", "overig"],
    &["organisatie", "wijzig", "herstelhuis", "--telefoon", "0199-123456"],
    &["organisatie", "verwijder", "herstelhuis", "--controle"],
    &["begrippen"],
    &["keuzes"],
    &["locatie"],
    &["activiteiten"],
    &["folder"],
    &["inloop"],
    &["poster"],
    &["flyer", "gespreksmiddag"],
    &["flyer", "samen-doen"],
    &["maak"],
    &["maak", "brief", "--formaat", "md"],
    &["sjabloon", "lijst"],
    &["sjabloon", "kopieer", "convenant"],
    &["sjabloon", "vergelijk"],
    &["sjabloon", "uitleg", "convenant"],
    &["dossier"],
    &["schema"],
];
