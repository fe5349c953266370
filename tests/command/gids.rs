//! `wep gids` on a pseudo-terminal: the walk as a user makes it, leaves it and comes back.

use expectrl::process::unix::WaitStatus;
use expectrl::{ControlCode, Eof, Expect};
use std::fs;
use std::path::{Path, PathBuf};
use wep::load::read_str;
use wep::model::{Convenant, Locaties, Wep, file};
use wep::progress::STAPPEN;

use super::terminal::{self, DOWN, answer, ended};
use super::{text, wep};

/// How `wep gids` names a step.
fn step(number: usize) -> String {
    format!("Stap {number} van {}", STAPPEN.len())
}

fn gemeente(base: &Path) -> PathBuf {
    let made = wep(
        base,
        &[
            "init",
            "v",
            "--gemeente",
            "V",
            "--wijk",
            "Noord",
            "--trekker",
            "Welzijn=welzijn",
            "--partner",
            "GGZ=ggz",
            "--startdatum",
            "11-1-2027",
            "-q",
        ],
    );
    assert!(made.status.success());
    base.join("v")
}

fn read<T: serde::de::DeserializeOwned + Default>(folder: &Path, name: &'static str) -> T {
    read_str::<T>(name, fs::read_to_string(folder.join(name)).unwrap()).0
}

#[test]
fn questions_are_answered_corrected_and_saved_with_every_comment_in_place() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let before = fs::read_to_string(folder.join(file::WEP)).unwrap();
    let mut session = terminal::start(&folder, &["gids"], "xterm");
    answer(&mut session, "Wat wilt u doen?", "");
    answer(&mut session, "De naam van de contactpersoon: ", "Anna");
    answer(&mut session, "Het telefoonnummer van de contactpersoon: ", "<");
    answer(&mut session, "De naam van de contactpersoon: ", " Bos #1");
    answer(&mut session, "Het telefoonnummer van de contactpersoon: ", "");
    answer(&mut session, "Het e-mailadres van de contactpersoon: ", "a@v.example");
    session.expect("nog niet opgeslagen").unwrap();
    assert_eq!(fs::read_to_string(folder.join(file::WEP)).unwrap(), before, "nothing before ‘Opslaan’");
    answer(&mut session, "Klopt dit?", DOWN);
    answer(&mut session, "Welk antwoord?", DOWN);
    answer(&mut session, "Het e-mailadres van de contactpersoon: ", "x");
    answer(&mut session, "Klopt dit?", "");
    session.expect("Opgeslagen in wep.yaml").unwrap();
    answer(&mut session, "Wat wilt u doen?", &DOWN.repeat(3));
    session.expect("Verder gaat u met: wep gids").unwrap();
    ended(&mut session, 0);
    let contact = read::<Wep>(&folder, file::WEP).contact;
    assert_eq!((contact.naam.as_deref(), contact.telefoon), (Some("Anna Bos #1"), None));
    assert_eq!(contact.email.as_deref(), Some("a@v.examplex"));
    let after = fs::read_to_string(folder.join(file::WEP)).unwrap();
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
    assert_eq!(comments(&after), comments(&before));
    assert!(!folder.join(".wep/gids.json").exists());
}

#[test]
fn after_ctrl_c_everything_is_still_there_and_the_cursor_too() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let mut session = terminal::start(&folder, &["gids", "--stap", "convenant"], "xterm");
    answer(&mut session, "Wat wilt u doen?", "");
    answer(&mut session, "Wat Welzijn inzet", "");
    answer(&mut session, "uren per week: ", "twaalf");
    session.expect("geen heel getal").unwrap();
    answer(&mut session, "uren per week: ", "12");
    let seen = session.expect("Wat GGZ inzet").unwrap();
    let mut seen = seen.as_bytes().to_vec();
    seen.extend_from_slice(session.expect("Naar het overzicht").unwrap().as_bytes());
    let seen = String::from_utf8_lossy(&seen).into_owned();
    let (hidden, shown) = (seen.rfind("\x1b[?25l"), seen.rfind("\x1b[?25h"));
    assert!(shown >= hidden, "{seen:?}");
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
    assert!(matches!(session.get_process().wait().unwrap(), WaitStatus::Signaled(..) | WaitStatus::Exited(_, 130)));
    assert_eq!(read::<Convenant>(&folder, file::CONVENANT).partijen[0].uren_per_week, None, "not in the file yet");

    let mut session = terminal::start(&folder, &["gids"], "xterm");
    session.expect(step(2) + ": Convenant").unwrap();
    answer(&mut session, "1 antwoord staat nog klaar", "");
    session.expect("Wat GGZ inzet").unwrap();
    answer(&mut session, "Iets in natura", &DOWN.repeat(5));
    session.expect("uren per week: 12").unwrap();
    answer(&mut session, "Klopt dit?", "");
    session.expect("Opgeslagen in convenant.yaml").unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(read::<Convenant>(&folder, file::CONVENANT).partijen[0].uren_per_week, Some(12));
}

#[test]
fn a_closed_window_loses_nothing_and_a_file_that_changed_meanwhile_wins() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let mut session = terminal::start(&folder, &["gids", "--stap", "samenwerking"], "xterm");
    answer(&mut session, "Wat wilt u doen?", "");
    answer(&mut session, "De naam van de contactpersoon: ", "Anna");
    answer(&mut session, "Het telefoonnummer van de contactpersoon: ", "0199");
    session.expect("Het e-mailadres").unwrap();
    drop(session);
    let kept = fs::read_to_string(folder.join(".wep/gids.json")).unwrap();
    assert!(kept.contains("Anna") && kept.contains("0199"));

    // Somebody fills the name by hand; that one stays, and the other answer is still good.
    let text = fs::read_to_string(folder.join(file::WEP)).unwrap();
    let at = text.find("contact:").unwrap();
    let text = format!("{}{}", &text[..at], text[at..].replacen("  naam:", "  naam: Bea", 1));
    fs::write(folder.join(file::WEP), text).unwrap();
    let mut session = terminal::start(&folder, &["gids"], "xterm");
    answer(&mut session, "2 antwoorden staan nog klaar", "");
    session.expect("passen niet meer bij de bestanden").unwrap();
    session.expect("De naam van de contactpersoon: Anna").unwrap();
    answer(&mut session, "Het e-mailadres van de contactpersoon: ", ">");
    answer(&mut session, "Klopt dit?", "");
    session.expect("Opgeslagen in wep.yaml").unwrap();
    drop(session);
    let contact = read::<Wep>(&folder, file::WEP).contact;
    assert_eq!((contact.naam.as_deref(), contact.telefoon.as_deref()), (Some("Bea"), Some("0199")));
}

#[test]
fn who_goes_on_in_the_middle_of_an_address_is_asked_the_rest_of_it() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let mut session = terminal::start(&folder, &["gids", "--stap", "locatie"], "xterm");
    answer(&mut session, "Wat wilt u doen?", "");
    answer(&mut session, "De naam van de plek", "De Molen");
    answer(&mut session, "De soort plek", "");
    answer(&mut session, "De organisatie die de plek beheert", "");
    answer(&mut session, "De straat en het huisnummer van de plek", "Molenweg 1");
    session.expect("De postcode van de plek").unwrap();
    drop(session);
    let mut session = terminal::start(&folder, &["gids", "--stap", "locatie"], "xterm");
    answer(&mut session, "staan nog klaar", "");
    session.expect("De postcode van de").unwrap();
}

#[test]
fn a_plain_terminal_gets_lines_and_choices_by_number() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let mut session = terminal::start(&folder, &["gids", "--stap", "locatie"], "dumb");
    session.get_process_mut().set_echo(false, None).unwrap();
    let mut seen = Vec::new();
    for (question, reply) in [
        ("Nummer [Enter voor 1]: ", ""),
        ("een gekozen plek in Noord): ", "De Molen"),
        ("Nummer [Enter voor 1]: ", "2"),
        ("Nummer [Enter voor 1]: ", "1"),
        ("huisnummer van de plek: ", "Molenweg 1"),
        ("postcode van de plek: ", "0234 AB"),
        ("postcode van de plek: ", "1234 AB"),
        ("plaats van de plek: ", "V"),
        ("Nummer [Enter voor 1]: ", "6"),
    ] {
        let captured = session.expect(question).unwrap_or_else(|error| panic!("‘{question}’: {error}"));
        seen.extend_from_slice(captured.as_bytes());
        session.send_line(reply).unwrap();
    }
    session.expect("Uw antwoorden bij de stap Locatie").unwrap();
    session.expect("Nummer [Enter voor 1]: ").unwrap();
    session.send_line("1").unwrap();
    session.expect("Opgeslagen in locaties.yaml").unwrap();
    drop(session);
    assert!(!seen.contains(&0x1b), "no control sequences: {}", String::from_utf8_lossy(&seen));
    let place = &read::<Locaties>(&folder, file::LOCATIES).locaties[0];
    assert_eq!((place.id.as_deref(), place.wijk.as_deref()), (Some("de-molen"), Some("noord")));
    assert_eq!(place.gekozen, Some(wep::model::JaNee(true)));
}

#[test]
fn facts_are_recorded_and_papers_made_from_the_menu() {
    let base = tempfile::tempdir().unwrap();
    let folder = gemeente(base.path());
    let mut session = terminal::start(&folder, &["gids", "--stap", "intake"], "xterm");
    answer(&mut session, "Wat wilt u doen?", &DOWN.repeat(2));
    answer(&mut session, "de intake klaarstaat", "1-4-2027");
    answer(&mut session, "voert de gesprekken (mag leeg): ", "Joost");
    session.expect("Vastgelegd: de intake staat klaar").unwrap();
    session.expect("Stap 14, Intake, is gereed").unwrap();
    drop(session);
    assert!(fs::read_to_string(folder.join(file::VOORTGANG)).unwrap().contains("wie: Joost"));
}

#[test]
fn without_a_window_the_way_out_is_told() {
    let base = tempfile::tempdir().unwrap();
    let output = wep(&gemeente(base.path()), &["gids"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("wep stap"));
}

#[test]
fn in_an_empty_folder_the_walk_begins_with_a_new_gemeente() {
    let base = tempfile::tempdir().unwrap();
    let mut session = terminal::start(base.path(), &["gids"], "xterm");
    answer(&mut session, "Zal wep die nu met u maken?", "");
    for (question, reply) in [
        ("Gemeente: ", "V"),
        ("Map: ", ""),
        ("Wijk 1: ", "Noord"),
        ("Wijk 2 (Enter: klaar): ", ""),
        ("Trekker: ", "W"),
        ("Sector van W", ""),
        ("Partner 1 (Enter: klaar): ", ""),
        ("coördinator wordt?", ""),
        ("nog niet bekend): ", ""),
        ("Klopt dit?", ""),
    ] {
        answer(&mut session, question, reply);
    }
    session.expect(step(1) + ": Samenwerkingsverband").unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
    let mut session = terminal::start(base.path(), &["gids"], "xterm");
    answer(&mut session, "Met welke map gaat u verder?", "");
    session.expect(step(1)).unwrap();
    drop(session);
}
