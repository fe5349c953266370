//! `wep organisatie` on a pseudo-terminal: the questions as a user meets them.

use std::fs;
use std::path::Path;

use expectrl::{ControlCode, Eof, Expect};
use wep::load::read_str;
use wep::model::{Organisatie, Organisaties, Sector, file};

use super::terminal::{self, DOWN, answer, ended};
use super::wep;

fn read(folder: &Path) -> Vec<Organisatie> {
    let text = fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap();
    read_str::<Organisaties>(file::ORGANISATIES, text).0.organisaties
}

#[test]
fn an_organisation_is_added_changed_and_removed_by_questions() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let before = fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap();

    let mut session = terminal::start(&folder, &["organisatie", "toevoegen"], "xterm");
    answer(&mut session, "Naam: ", "Buurtgenoten: #1");
    answer(&mut session, "Sector", &DOWN.repeat(2));
    answer(&mut session, "Wijken ", "overal");
    session.expect("is geen wijk uit wep.yaml").unwrap();
    // A long question stands above its answer, and is not said again.
    answer(&mut session, "Antwoord: ", &format!("{}De Hoven", "\x7f".repeat(6)));
    answer(&mut session, "Telefoon ", "(0199) 1");
    answer(&mut session, "E-mail ", "");
    answer(&mut session, "Website ", "");
    answer(&mut session, "KvK-nummer ", "99000101");
    session.expect("is al van").unwrap();
    answer(&mut session, "KvK-nummer ", &"\x7f".repeat(8));
    answer(&mut session, "Kies wat u wilt wijzigen", "");
    session.expect("Toegevoegd: Buurtgenoten: #1 (id: buurtgenoten-1)").unwrap();
    ended(&mut session, 0);
    let added = read(&folder).pop().unwrap();
    assert_eq!((added.naam.as_deref(), added.sector), (Some("Buurtgenoten: #1"), Some(Sector::Vrijwilligers)));
    assert_eq!((added.wijken, added.kvk), (vec!["de-hoven".to_owned()], None));

    let mut session = terminal::start(&folder, &["organisatie", "wijzig", "buurtgenoten-1"], "xterm");
    answer(&mut session, "Kies wat u wilt wijzigen", &DOWN.repeat(7));
    answer(&mut session, "Telefoon ", "2");
    answer(&mut session, "Kies wat u wilt wijzigen", "");
    session.expect("Gewijzigd").unwrap();
    ended(&mut session, 0);
    assert_eq!(read(&folder).pop().unwrap().telefoon.as_deref(), Some("(0199) 12"));

    let with = fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap();
    let mut session = terminal::start(&folder, &["organisatie", "verwijder", "buurtgenoten-1"], "xterm");
    answer(&mut session, "al haar gegevens verwijderen?", "");
    session.expect("Er is niets verwijderd").unwrap();
    ended(&mut session, 130);
    assert_eq!(fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap(), with);

    let mut session = terminal::start(&folder, &["organisatie", "verwijder", "buurtgenoten-1"], "xterm");
    answer(&mut session, "al haar gegevens verwijderen?", "\x1b[A");
    session.expect("Verwijderd: Buurtgenoten: #1").unwrap();
    ended(&mut session, 0);
    assert_eq!(fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap(), before);
}

#[test]
fn ctrl_c_and_a_file_that_changed_meanwhile_write_nothing() {
    let base = tempfile::tempdir().unwrap();
    assert!(wep(base.path(), &["init", "veldrijk", "--voorbeeld", "-q"]).status.success());
    let folder = base.path().join("veldrijk");
    let path = folder.join(file::ORGANISATIES);
    let before = fs::read_to_string(&path).unwrap();
    let mut session = terminal::start(&folder, &["organisatie", "wijzig", "de-brug"], "xterm");
    session.expect("Kies wat u wilt wijzigen").unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), before);

    let mut session = terminal::start(&folder, &["organisatie", "wijzig", "de-brug"], "xterm");
    answer(&mut session, "Kies wat u wilt wijzigen", &DOWN.repeat(7));
    session.expect("Telefoon ").unwrap();
    let other = format!("{before}# van een ander\n");
    fs::write(&path, &other).unwrap();
    session.send("9\r").unwrap();
    answer(&mut session, "Kies wat u wilt wijzigen", "");
    session.expect("is intussen veranderd").unwrap();
    ended(&mut session, 3);
    assert_eq!(fs::read_to_string(&path).unwrap(), other);
}
