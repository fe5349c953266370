//! `wep init` on a pseudo-terminal: the questions as a user meets them.

use expectrl::process::unix::WaitStatus;
use expectrl::{ControlCode, Eof, Expect, Regex};
use wep::model::{Organisaties, Wep, file};

use super::names;
use super::terminal::{self, DOWN, answer};

const CLEAR: &str = "\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f";

fn up_to_the_summary(session: &mut expectrl::session::OsSession) {
    answer(session, "Gemeente: ", "Súdwest");
    answer(session, "Map: ", "");
    answer(session, "Wijk 1: ", "Noord, Zuid");
    answer(session, "Wijk 3 (Enter: klaar): ", "");
    answer(session, "Trekker: ", "Ravelijn");
    answer(session, "Sector van Ravelijn", &DOWN.repeat(2));
    answer(session, "Partner 1 (Enter: klaar): ", "");
    answer(session, "de coördinator wordt?", "");
    answer(session, "nog niet bekend): ", "30 februari 2027");
    session.expect(Regex(r"februari\s+2027\s+heeft\s+28\s+dagen")).unwrap();
    answer(session, "nog niet bekend): ", "1 maart 2027");
    session.expect("Dit zijn uw antwoorden").unwrap();
}

#[test]
fn questions_lead_to_a_folder_and_an_answer_can_be_changed() {
    let base = tempfile::tempdir().unwrap();
    let mut session = terminal::start(base.path(), &["init"], "xterm");
    up_to_the_summary(&mut session);
    answer(&mut session, "Klopt dit?", DOWN);
    answer(&mut session, "Gemeente: ", &format!("{CLEAR}Heuveldal"));
    session.expect("Dit zijn uw antwoorden").unwrap();
    assert!(names(base.path()).is_empty(), "nothing is written before ‘Opslaan’");
    answer(&mut session, "Klopt dit?", "");
    session.expect("Ga verder met").unwrap();
    session.expect(Eof).unwrap();
    assert!(matches!(session.get_process().wait().unwrap(), WaitStatus::Exited(_, 0)));

    let folder = base.path().join("sudwest");
    let read = |name| std::fs::read_to_string(folder.join(name)).unwrap();
    let wep: Wep = serde_yaml::from_str(&read(file::WEP)).unwrap();
    assert_eq!(wep.gemeente.as_deref(), Some("Heuveldal"));
    assert_eq!(wep.wijken.len(), 2);
    assert_eq!(wep.startdatum.unwrap().to_string(), "2027-03-01");
    let organisations: Organisaties = serde_yaml::from_str(&read(file::ORGANISATIES)).unwrap();
    assert_eq!(organisations.organisaties[0].sector, Some(wep::model::Sector::Vrijwilligers));
}

#[test]
fn ctrl_c_writes_nothing_and_leaves_the_cursor_visible() {
    let base = tempfile::tempdir().unwrap();
    let mut session = terminal::start(base.path(), &["init"], "xterm");
    up_to_the_summary(&mut session);
    let seen = session.expect("Stoppen zonder opslaan").unwrap();
    let seen = String::from_utf8_lossy(seen.before()).into_owned();
    let (hidden, shown) = (seen.rfind("\x1b[?25l"), seen.rfind("\x1b[?25h"));
    assert!(hidden.is_some() && shown > hidden, "{seen:?}");
    session.send(ControlCode::EndOfText).unwrap();
    session.expect(Eof).unwrap();
    assert!(matches!(session.get_process().wait().unwrap(), WaitStatus::Signaled(..) | WaitStatus::Exited(_, 130)));
    assert!(names(base.path()).is_empty());
}

#[test]
fn stopping_writes_nothing() {
    let base = tempfile::tempdir().unwrap();
    let mut session = terminal::start(base.path(), &["init"], "xterm");
    up_to_the_summary(&mut session);
    answer(&mut session, "Klopt dit?", &DOWN.repeat(8));
    session.expect("Er is niets opgeslagen").unwrap();
    session.expect(Eof).unwrap();
    assert!(matches!(session.get_process().wait().unwrap(), WaitStatus::Exited(_, 130)));
    assert!(names(base.path()).is_empty());
}

#[test]
fn a_dumb_terminal_gets_plain_lines() {
    let base = tempfile::tempdir().unwrap();
    let mut session = terminal::start(base.path(), &["init"], "dumb");
    session.get_process_mut().set_echo(false, None).unwrap();
    let mut seen = Vec::new();
    for (question, reply) in [
        ("Gemeente: ", "Veldrijk"),
        ("Enter voor ‘veldrijk’]: ", ""),
        ("Wijk 1: ", "Noord"),
        ("Wijk 2 (Enter: klaar): ", ""),
        ("Trekker: ", "Ravelijn"),
        ("Nummer [Enter voor 1]: ", "3"),
        ("Partner 1 (Enter: klaar): ", ""),
        ("Nummer [Enter voor 2]: ", ""),
        ("nog niet bekend): ", ""),
        ("Nummer [Enter voor 1]: ", ""),
    ] {
        let captured = session.expect(question).unwrap_or_else(|error| panic!("‘{question}’: {error}"));
        seen.extend_from_slice(captured.as_bytes());
        session.send_line(reply).unwrap();
    }
    session.expect("Ga verder met").unwrap();
    session.expect(Eof).unwrap();
    assert!(!seen.contains(&0x1b), "no control sequences: {}", String::from_utf8_lossy(&seen));
    assert!(base.path().join("veldrijk").join(file::WEP).exists());
}
