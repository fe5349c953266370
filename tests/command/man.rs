//! `wep man`: a page for every command, that the programs for such pages read without a word of complaint.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{listed, names, text, wep};

/// The headings that these pages have in English.
const ENGLISH: [&str; 9] =
    ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "EXTRA", "VERSION", "Possible values"];

fn pages(base: &Path) -> Vec<(String, String)> {
    let output = wep(base, &["man", "pagina/man1"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let folder = base.join("pagina/man1");
    names(&folder).into_iter().map(|name| (name.clone(), fs::read_to_string(folder.join(name)).unwrap())).collect()
}

/// The commands in the help of a command.
fn commands(base: &Path, of: &[&str]) -> Vec<String> {
    listed(&text(&wep(base, &[of, &["--help"]].concat()).stdout))
}

#[test]
fn every_command_has_its_page_in_dutch() {
    let base = tempfile::tempdir().unwrap();
    let pages = pages(base.path());
    let mut expected = vec!["wep.1".to_owned()];
    expected.extend(commands(base.path(), &[]).iter().map(|name| format!("wep-{name}.1")));
    for of in ["organisatie", "sjabloon"] {
        expected.extend(commands(base.path(), &[of]).iter().map(|name| format!("wep-{of}-{name}.1")));
    }
    expected.sort();
    assert_eq!(pages.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), expected);
    for (name, page) in &pages {
        for heading in ["NAAM", "GEBRUIK", "BESCHRIJVING", "ALGEMENE OPTIES", "VOORBEELD", "ZIE OOK"] {
            assert!(
                page.contains(&format!(".SH {heading}\n")) || page.contains(&format!(".SH \"{heading}\"\n")),
                "{name}: {heading}"
            );
        }
        for english in ENGLISH {
            assert!(
                !page.lines().any(|line| line.trim_start_matches(".SH ").trim_matches('"') == english),
                "{name}: {english}"
            );
        }
        let title = page.lines().find(|line| line.starts_with(".TH ")).unwrap();
        assert!(title.contains(" 1 \"\" "), "a page has no date: {title}");
    }
}

#[test]
fn the_first_page_is_shown_and_what_another_made_stays() {
    let base = tempfile::tempdir().unwrap();
    let shown = wep(base.path(), &["man"]);
    assert!(shown.status.success() && shown.stderr.is_empty());
    let first = pages(base.path()).into_iter().find(|(name, _)| name == "wep.1").unwrap().1;
    assert_eq!(text(&shown.stdout), first);
    assert!(text(&wep(base.path(), &["man", "pagina/man1"]).stderr).contains("zijn al van deze wep"));
    let place = base.path().join("pagina/man1/wep-stap.1");
    fs::write(&place, "van mij").unwrap();
    fs::remove_file(base.path().join("pagina/man1/wep.1")).unwrap();
    let output = wep(base.path(), &["man", "pagina/man1"]);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&place).unwrap(), "van mij");
    assert!(!base.path().join("pagina/man1/wep.1").exists(), "all or nothing");
}

#[test]
fn readers_of_such_pages_have_nothing_to_say() {
    let base = tempfile::tempdir().unwrap();
    let all: Vec<String> = pages(base.path()).into_iter().map(|(name, _)| format!("pagina/man1/{name}")).collect();
    // mandoc asks for a date, and these pages have none on purpose.
    for (program, arguments) in
        [("groff", &["-man", "-ww", "-Kutf8", "-Tutf8", "-z"][..]), ("mandoc", &["-T", "lint", "-W", "warning"])]
    {
        let run = Command::new(program).args(arguments).args(&all).current_dir(base.path()).output();
        let Ok(output) = run else {
            eprintln!("{program} is not on this machine: the pages are not shown to it");
            continue;
        };
        let said = text(&[output.stdout, output.stderr].concat());
        let said: Vec<&str> = said.lines().filter(|line| !line.contains("missing date")).collect();
        assert_eq!(said, [""; 0], "{program}");
    }
}
