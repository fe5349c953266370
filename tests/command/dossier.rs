//! `wep dossier`: everything of one gemeente or of many, and what it says when not everything goes well.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

use scraper::{Html, Selector};

use super::{names, text, wep};

/// The example in these folders.
fn examples(base: &Path, folders: &[&str]) {
    for folder in folders {
        let output = wep(base, &["init", folder, "--voorbeeld", "-q"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
}

/// Runs `wep dossier` with so many threads.
fn dossier(base: &Path, threads: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wep"))
        .arg("dossier")
        .args(arguments)
        .current_dir(base)
        .env("RAYON_NUM_THREADS", threads)
        .output()
        .expect("wep can be run")
}

fn said(output: &Output) -> String {
    assert!(output.stdout.is_empty());
    text(&output.stderr)
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = names(folder).into_iter().filter(|name| folder.join(name).is_file());
    files.map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

fn times(folder: &Path) -> Vec<SystemTime> {
    names(folder).iter().map(|name| fs::metadata(folder.join(name)).unwrap().modified().unwrap()).collect()
}

fn replace(path: &Path, right: &str, wrong: &str) {
    let old = fs::read_to_string(path).unwrap();
    assert!(old.contains(right), "{right}");
    fs::write(path, old.replacen(right, wrong, 1)).unwrap();
}

/// The targets of all links to files, as names on disk.
fn linked(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse("a[href]").unwrap();
    let links = page.select(&selector).filter_map(|one| one.attr("href"));
    let links = links.filter(|link| !link.starts_with('#'));
    links.map(|link| percent_encoding::percent_decode_str(link).decode_utf8().unwrap().into_owned()).collect()
}

fn index(folder: &Path) -> String {
    fs::read_to_string(folder.join("uitvoer/index.html")).unwrap()
}

#[test]
fn it_makes_just_what_the_separate_commands_make() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["samen", "apart"]);
    let output = dossier(base.path(), "2", &["samen", "--formaat", "md,docx"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for words in [
        "convenant",
        "sociale-kaart",
        "plan-van-aanpak",
        "startbijeenkomst",
        "overleg",
        "training",
        "intakeformulier",
        "protocol",
        "verwijzers",
        "profiel coordinator",
        "profiel coordinator --vacature",
        "profiel coordinator --selectie",
        "profiel wep-werker",
        "profiel wep-werker --vacature",
        "profiel wep-werker --selectie",
        "gegevens",
        "begroting",
        "begrippen",
        "keuzes",
        "locatie",
        "activiteiten",
        "folder",
        "inloop",
        "poster",
        "flyer gespreksmiddag",
        "flyer samen-doen",
    ] {
        let words: Vec<&str> = words.split(' ').chain(["-C", "apart", "--formaat", "md,docx"]).collect();
        assert_eq!(wep(base.path(), &words).status.code(), Some(0), "{words:?}");
    }
    wep(base.path(), &["organisatie", "exporteer", "--formaat", "xlsx,html", "-C", "apart"]);
    wep(base.path(), &["status", "--html", "-C", "apart"]);
    let (mut together, mut apart) =
        (contents(&base.path().join("samen/uitvoer")), contents(&base.path().join("apart/uitvoer")));
    assert!(together.remove("index.html").is_some());
    // The record knows one file more.
    assert!(together.remove(".wep-gemaakt.json") != apart.remove(".wep-gemaakt.json"));
    assert_eq!(together.keys().collect::<Vec<_>>(), apart.keys().collect::<Vec<_>>());
    assert!(together == apart);
}

#[test]
fn a_second_run_writes_nothing_and_says_so_in_one_line() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a", "b"]);
    assert_eq!(dossier(base.path(), "2", &["a", "b", "--formaat", "md"]).status.code(), Some(0));
    let folder = base.path().join("a/uitvoer");
    let (before, then) = (contents(&folder), times(&folder));
    assert!(before == contents(&base.path().join("b/uitvoer")), "the same gemeente in another folder");
    let again = dossier(base.path(), "2", &["a", "b", "--formaat", "md"]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(said(&again).lines().count(), 1, "{}", said(&again));
    assert!(said(&again).starts_with("Er is niets veranderd: ") && said(&again).contains("van 2 gemeenten"));
    assert!(contents(&folder) == before && times(&folder) == then);
}

#[test]
fn what_others_use_is_made_again_when_what_it_is_made_of_changes() {
    let of_all = ["organisaties.xlsx", "sociale-kaart-zoeken.html"];
    let changes = [
        ("wep.yaml", "naam: De Hoven", "naam: De Hofjes", &of_all[..]),
        ("wep.yaml", "\"#1d5c4f\"", "\"#1d4f5c\"", &of_all[..]),
        ("organisaties.yaml", "straat: Raadhuisplein 1", "straat: Raadhuisplein 10", &of_all[..]),
        ("logo.svg", "#1d5c4f", "#1d4f5c", &of_all[1..]),
    ];
    for (file, right, wrong, others) in changes {
        let base = tempfile::tempdir().unwrap();
        examples(base.path(), &["again", "anew"]);
        let made = |folder: &str| {
            assert_eq!(dossier(base.path(), "2", &[folder, "--formaat", "md"]).status.code(), Some(0));
            contents(&base.path().join(folder).join("uitvoer"))
        };
        let before = made("again");
        for folder in ["again", "anew"] {
            replace(&base.path().join(folder).join(file), right, wrong);
        }
        let (again, anew) = (made("again"), made("anew"));
        for name in of_all {
            assert!(again[name] == anew[name], "{name} after {wrong}");
            assert_eq!(again[name] != before[name], others.contains(&name), "{name} after {wrong}");
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let run = |threads: &str| {
        let base = tempfile::tempdir().unwrap();
        examples(base.path(), &["a", "b", "c"]);
        replace(&base.path().join("b/startbijeenkomst.yaml"), "duur: 35", "duur: 30");
        fs::remove_file(base.path().join("c/wep.yaml")).unwrap();
        // Setting PDF takes longest: once is enough.
        let many = dossier(base.path(), threads, &["a", "b", "c", "-v", "--formaat", "html,docx"]);
        let made = ["a", "b"].map(|folder| contents(&base.path().join(folder).join("uitvoer")));
        let pdf = dossier(base.path(), threads, &["a", "--formaat", "pdf"]);
        (said(&many), made, said(&pdf), contents(&base.path().join("a/uitvoer")))
    };
    let (one, four) = (run("1"), run("4"));
    assert_eq!((one.0, one.2), (four.0, four.2));
    assert!(one.1 == four.1 && one.3 == four.3);
}

#[test]
fn a_crew_makes_and_tells_what_one_does() {
    // Two programs, as there are four gemeenten or more for each; one thread does it by itself.
    const FOLDERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let run = |threads: &str| {
        let base = tempfile::tempdir().unwrap();
        examples(base.path(), &FOLDERS);
        replace(&base.path().join("b/startbijeenkomst.yaml"), "duur: 35", "duur: 30");
        replace(&base.path().join("c/wep.yaml"), "gemeente:", "gemeente");
        fs::remove_file(base.path().join("d/wep.yaml")).unwrap();
        let arguments = [&FOLDERS[..], &["-v", "--formaat", "md"]].concat();
        let first = dossier(base.path(), threads, &arguments);
        fs::write(base.path().join("e/uitvoer/convenant.md"), "van mij").unwrap();
        let dry = dossier(base.path(), threads, &[&arguments[..], &["--controle"]].concat());
        let shown = (dry.status.code(), text(&dry.stdout), text(&dry.stderr));
        let over = dossier(base.path(), threads, &[&arguments[..], &["--overschrijf"]].concat());
        let outputs = FOLDERS.map(|folder| base.path().join(folder).join("uitvoer"));
        let made: Vec<_> = outputs.iter().filter(|output| output.exists()).map(|output| contents(output)).collect();
        assert_eq!(made.len(), 6);
        ((first.status.code(), said(&first)), shown, said(&over), made)
    };
    let (one, crew) = (run("1"), run("2"));
    assert_eq!(one.0, crew.0);
    assert_eq!(one.1, crew.1);
    assert_eq!(one.2, crew.2);
    assert!(one.3 == crew.3);
}

#[test]
fn what_fails_stops_nothing_else_and_is_told_at_the_end() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a", "b", "c"]);
    replace(&base.path().join("b/startbijeenkomst.yaml"), "duur: 35", "duur: 30");
    replace(&base.path().join("c/wep.yaml"), "gemeente:", "gemeente");
    let output = dossier(base.path(), "2", &["a", "b", "c", "weg", "--formaat", "md"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "the worst is the folder that is not there: {said}");
    for part in [
        "a/uitvoer: ",
        "Niet alles is gelukt in b:",
        "startbijeenkomst.yaml:",
        "startbijeenkomst-programma, startbijeenkomst-uitnodiging",
        "Niet alles is gelukt in c:",
        "wep.yaml:",
        "c/uitvoer: niets gemaakt",
        "Los eerst de fouten op.",
        "Niet alles is gelukt in weg:",
        "de map ‘weg’ bestaat niet",
        "Helemaal gelukt: 1 van de 4 gemeenten.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let made = names(&base.path().join("b/uitvoer"));
    assert!(made.contains(&"convenant.md".to_owned()) && made.contains(&"index.html".to_owned()), "{made:?}");
    assert!(!made.iter().any(|name| name.starts_with("startbijeenkomst")), "{made:?}");
    assert!(index(&base.path().join("b")).contains("1 fout"));
    assert!(!base.path().join("c/uitvoer").exists(), "without wep.yaml nobody knows whose it is");
    let quiet = dossier(base.path(), "2", &["a", "b", "--formaat", "md", "-q"]);
    assert_eq!(quiet.status.code(), Some(1));
    assert!(text(&quiet.stderr).trim_start().starts_with("Niet alles is gelukt in b:"));
}

#[test]
fn a_folder_that_cannot_be_written_is_told_once() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a", "b"]);
    fs::write(base.path().join("a/uitvoer"), "geen map").unwrap();
    let output = dossier(base.path(), "2", &["a", "b", "--formaat", "md"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert_eq!(said.matches("fout:").count(), 1, "{said}");
    // The same gemeente, but in a folder that can be written: every file of it but the one that is told.
    let made = names(&base.path().join("b/uitvoer"));
    let more = made.iter().filter(|name| !name.starts_with('.')).count() - 1;
    assert!(more > 1 && made.contains(&"index.html".to_owned()), "{made:?}");
    assert!(said.contains(&format!("Om dezelfde reden niet geschreven: nog {more} bestanden")), "{said}");
    assert_eq!(fs::read_to_string(base.path().join("a/uitvoer")).unwrap(), "geen map");
}

#[cfg(unix)]
#[test]
fn a_folder_without_rights_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a"]);
    let folder = base.path().join("a/uitvoer");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("proef"), "").is_ok() {
        // Root may write everywhere: there is nothing to see.
        return;
    }
    let output = dossier(base.path(), "2", &["a", "--formaat", "md"]);
    assert_eq!(output.status.code(), Some(4));
    assert!(said(&output).contains("u heeft daar geen rechten voor"));
    assert!(names(&folder).is_empty());
}

#[test]
fn what_a_person_edited_stays_and_is_told() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a"]);
    let folder = base.path().join("a");
    let file = |name: &str| folder.join("uitvoer").join(name);
    let run = |more: &[&str]| dossier(base.path(), "2", &[&["a", "--formaat", "md,html"][..], more].concat());
    run(&[]);
    replace(&file("convenant.md"), "Artikel 1", "Artikel een");
    replace(&file("begroting.md"), "\n\n", "\n\nMijn regel.\n\n");
    replace(&file("convenant.html"), "Artikel 1", "Artikel een");
    let same = run(&[]);
    assert_eq!(same.status.code(), Some(0), "{}", said(&same));
    assert!(said(&same).contains("3 zelf bewerkt en zo gelaten"), "{}", said(&same));
    assert_eq!(index(&folder).matches("(zelf bewerkt)").count(), 3);

    // The name of the initiative stands in all of them; in the title of the covenant both change it.
    replace(&folder.join("wep.yaml"), "Wijk en Psychiatrie Veldrijk", "WeP Veldrijk");
    replace(&file("convenant.md"), "Wijk en Psychiatrie Veldrijk", "Ons WeP");
    let before = contents(&folder.join("uitvoer"));
    let planned = run(&["--controle", "-v"]);
    assert_eq!(planned.status.code(), Some(3));
    let told = text(&planned.stderr);
    assert!(told.contains("2 samen te voegen met uw wijzigingen"), "{told}");
    assert!(text(&planned.stdout).contains("begroting.md, regel ") && contents(&folder.join("uitvoer")) == before);
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(3));
    for part in [
        "2 samengevoegd met uw wijzigingen",
        "1 zelf bewerkt, de nieuwe versie staat ernaast",
        "Samengevoegd, maar op een paar plekken kiest u zelf: convenant.md\n",
        "Zelf bewerkt, en daarom niet vervangen: convenant.html\n",
    ] {
        assert!(said(&output).contains(part), "{part} in {}", said(&output));
    }
    let merged = fs::read_to_string(file("begroting.md")).unwrap();
    assert!(merged.contains("Mijn regel.") && merged.contains("WeP Veldrijk"));
    assert!(fs::read_to_string(file("convenant.html")).unwrap().contains("Artikel een"));
    let page = index(&folder);
    assert_eq!(page.matches("(zelf bewerkt)").count(), 3);
    assert_eq!(page.matches("(nieuw van wep, naast wat u zelf bewerkte)").count(), 1);
    assert_eq!(page.matches("Wat er verder in de map staat").count(), 0);

    let again = run(&[]);
    assert_eq!(again.status.code(), Some(3));
    assert!(said(&again).contains("Zelf bewerkt, en nog niet gekozen: convenant.md\n"), "{}", said(&again));
    assert!(index(&folder) == page);
    let marked = fs::read_to_string(file("convenant.md")).unwrap();
    let replaced = run(&["--overschrijf"]);
    assert_eq!(replaced.status.code(), Some(0), "{}", said(&replaced));
    assert_eq!(fs::read_to_string(file("convenant.bewaard-1.md")).unwrap(), marked);
    assert!(!file("convenant (nieuw van wep).html").exists());
}

#[test]
fn the_overview_links_to_every_file_that_is_there_and_to_nothing_else() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["a"]);
    let folder = base.path().join("a");
    wep(&folder, &["activiteiten", "--wijk", "de-hoven", "--formaat", "html"]);
    wep(&folder, &["organisatie", "exporteer", "--formaat", "xlsx,csv,hsds,geojson,vcard,html"]);
    let odd = if cfg!(unix) { "<b>a\"{{b}}'c\u{202e}cod.docx" } else { "{{b}}'c.docx" };
    for name in [odd, "50% van ons #1?.txt", "~$convenant.docx", "Thumbs.db"] {
        if cfg!(unix) || !name.contains('?') {
            fs::write(folder.join("uitvoer").join(name), "x").unwrap();
        }
    }
    fs::create_dir(folder.join("uitvoer/map")).unwrap();
    let output = dossier(&folder, "2", &["--formaat", "md,docx"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let page = index(&folder);
    let mut links = linked(&page);
    links.sort();
    let hidden = ["index.html", "~$convenant.docx", "Thumbs.db", "map", ".wep", ".wep-gemaakt.json"];
    let there: Vec<String> =
        names(&folder.join("uitvoer")).into_iter().filter(|name| !hidden.contains(&name.as_str())).collect();
    assert_eq!(links, there);
    // One of another form, made before.
    assert_eq!(page.matches("(van een eerdere keer)").count(), 3 + 8, "those of one wijk, and the forms for programs");
    assert!(!page.contains("<b>") && !page.contains('\u{202e}'));
}

#[test]
fn folders_are_named_found_or_refused() {
    let base = tempfile::tempdir().unwrap();
    examples(base.path(), &["g/a", "g/b"]);
    fs::create_dir(base.path().join("g/leeg")).unwrap();
    let all = dossier(base.path(), "2", &["g", "g/a/", "--formaat", "md", "--controle"]);
    assert_eq!(all.status.code(), Some(0), "{}", said(&all));
    assert_eq!(said(&all).matches(" bestanden nieuw").count(), 2, "each once, the empty folder not: {}", said(&all));
    assert!(!base.path().join("g/a/uitvoer").exists(), "looking makes nothing");
    for (arguments, expected) in [
        (&["g", "--uitvoer", "x"][..], "met --uitvoer kan er maar één gemeente tegelijk"),
        (&["g/a", "-C", "g/b"], "op twee manieren"),
        (&[], "hier is geen map van een gemeente"),
        (&["g", "--toon"], "--toon"),
    ] {
        let output = dossier(base.path(), "2", arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(expected), "{arguments:?}: {}", said(&output));
    }
    let inside = dossier(&base.path().join("g"), "2", &[]);
    assert!(said(&inside).contains("wep dossier ."), "{}", said(&inside));
    let one = dossier(base.path(), "2", &["g/a", "--uitvoer", "x", "--formaat", "md"]);
    assert_eq!(one.status.code(), Some(0));
    assert!(base.path().join("x/index.html").is_file() && !base.path().join("g/a/uitvoer").exists());
}
