//! The example gemeente is what wep itself writes: a comment for every field, a schema line, and nothing left open.
//!
//! With `WEP_UPDATE` set the files are written anew from what they hold.

use std::fs;
use std::path::Path;

use wep::check::{Code, check};
use wep::model::Sector;
use wep::write::project::yaml_files;

use super::veldrijk;

#[test]
fn the_example_is_written_as_wep_writes_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/veldrijk");
    for (name, bytes) in yaml_files(&veldrijk()).unwrap() {
        let path = folder.join(&name);
        if std::env::var_os("WEP_UPDATE").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        assert!(fs::read(&path).unwrap() == bytes, "{name} is not as wep writes it: run with WEP_UPDATE=1");
    }
}

#[test]
fn s2_the_example_has_every_sector_and_nothing_is_wrong_or_open() {
    let project = veldrijk();
    let findings = check(&project);
    // One entry of the map was left unchecked for over a year on purpose: users see what is said about that.
    let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::NotChecked], "{findings:#?}");
    assert_eq!((project.wep.wijken.len(), project.organisaties.organisaties.len()), (3, 10));
    for sector in [
        Sector::Gemeente,
        Sector::Welzijn,
        Sector::Vrijwilligers,
        Sector::Ggz,
        Sector::Woningcorporatie,
        Sector::MaatschappelijkeDienstverlening,
        Sector::Inloop,
    ] {
        assert!(project.organisaties.organisaties.iter().any(|one| one.sector == Some(sector)), "{sector:?}");
    }
    let ggz = project.organisaties.organisaties.iter().filter(|one| one.sector == Some(Sector::Ggz));
    assert_eq!(ggz.count(), 3);
}
