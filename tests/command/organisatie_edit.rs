//! `wep organisatie`: add, change, remove and list, and what stays as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;
use wep::check::{Route, Segment, reference};
use wep::load::{load, read_str};
use wep::model::{Organisatie, Organisaties, Sector, file};

use super::{text, wep};

const HOSTILE: [&str; 9] = [
    "=cmd|' /C calc'!A0",
    "# geen naam",
    "sleutel: waarde",
    "{{organisatie}} [x] &y *z !t",
    "\"dubbel\" en 'enkel' \\ ",
    "twee\nregels\n",
    "\u{202e}omgekeerd\u{202c} \u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "- lijst | tabel > pijl",
    "null",
];

/// The example, in a folder of its own.
fn veldrijk(base: &Path) -> PathBuf {
    let output = wep(base, &["init", "veldrijk", "--voorbeeld", "-q"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    base.join("veldrijk")
}

/// Runs `wep organisatie`; gives exit code, result and what else was said.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = wep(folder, &[&["organisatie"], arguments].concat());
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn source(folder: &Path) -> String {
    fs::read_to_string(folder.join(file::ORGANISATIES)).unwrap()
}

fn read(folder: &Path) -> Vec<Organisatie> {
    let (model, _, _) = read_str::<Organisaties>(file::ORGANISATIES, source(folder));
    model.organisaties
}

fn find(folder: &Path, id: &str) -> Organisatie {
    read(folder).into_iter().find(|one| one.id.as_deref() == Some(id)).unwrap_or_else(|| panic!("{id} is not there"))
}

#[test]
fn what_is_added_can_be_changed_and_removed_and_the_file_is_as_it_was() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = source(&folder);
    let added = [
        "toevoegen",
        "--naam",
        "Stichting ’t Hoekje",
        "--sector",
        "inloop",
        "--wijk",
        "De Hoven,molenkwartier",
        "--rol",
        "verwijst",
        "--kvk",
        "99 00 99 99",
        "--postcode",
        "8911xz",
        "--nagekeken-op",
        "1 februari 2027",
    ];
    let (exit, out, said) = run(&folder, &added);
    assert_eq!((exit, out.as_str()), (0, ""), "{said}");
    assert!(said.contains("Toegevoegd: Stichting ’t Hoekje (id: stichting-t-hoekje)"), "{said}");
    let one = find(&folder, "stichting-t-hoekje");
    assert_eq!((one.sector, one.kvk.as_deref()), (Some(Sector::Inloop), Some("99009999")));
    assert_eq!(
        (one.wijken, one.adres.postcode.as_deref()),
        (vec!["de-hoven".into(), "molenkwartier".into()], Some("8911 XZ"))
    );
    let with = source(&folder);
    assert!(with.lines().count() > before.lines().count());
    assert_eq!(wep(&folder, &["controleer"]).status.code(), Some(0));

    let (exit, _, said) = run(&folder, &["wijzig", "stichting-t-hoekje", "--telefoon", "(0199) 1", "--kvk", ""]);
    assert_eq!(exit, 0, "{said}");
    let one = find(&folder, "stichting-t-hoekje");
    assert_eq!((one.telefoon.as_deref(), one.kvk), (Some("(0199) 1"), None));

    let (exit, _, said) = run(&folder, &["verwijder", "stichting-t-hoekje", "--ja"]);
    assert_eq!(exit, 0, "{said}");
    assert_eq!(source(&folder), before, "every byte is as it was");
}

#[test]
fn a_change_touches_only_its_lines_and_control_shows_them_and_writes_nothing() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = source(&folder);
    let change = ["wijzig", "gemeente", "--telefoon", "(0199) 99 99 99"];
    let (exit, shown, said) = run(&folder, &[&change[..], &["--controle"]].concat());
    assert_eq!(exit, 0, "{said}");
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].starts_with("organisaties.yaml, regel ") && lines.len() == 3, "{shown}");
    assert!(lines[1].starts_with("  - ") && lines[1].contains("(0199) 10 00 00"), "{shown}");
    assert!(lines[2].starts_with("  + ") && lines[2].contains("(0199) 99 99 99"), "{shown}");
    assert_eq!(source(&folder), before);

    assert_eq!(run(&folder, &change).0, 0);
    let after = source(&folder);
    let differ: Vec<_> = before.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
    assert_eq!((differ.len(), before.lines().count()), (1, after.lines().count()));
    let (exit, _, said) = run(&folder, &change);
    assert_eq!(exit, 0);
    assert!(said.contains("Er verandert niets"), "{said}");

    for arguments in [&["toevoegen", "--naam", "Nieuw", "--controle"][..], &["verwijder", "taalmaatjes", "--controle"]]
    {
        run(&folder, arguments);
        assert_eq!(source(&folder), after, "{arguments:?}");
    }
}

#[test]
fn hostile_names_go_in_and_come_back() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = read(&folder);
    // A value that begins with a hyphen needs the equals sign.
    let option = |name: &str, value: &str| format!("--{name}={value}");
    for (number, name) in HOSTILE.iter().enumerate() {
        let id = format!("vijand-{number}");
        let (exit, _, said) = run(&folder, &["toevoegen", "--id", &id, &option("naam", name), &option("straat", name)]);
        assert_eq!(exit, 0, "{name}: {said}");
        assert!(!said.contains('\u{202e}') && !said.contains('\u{1b}'), "{said:?}");
        let (exit, _, said) = run(&folder, &["wijzig", "de-huiskamer", &option("beschrijving", name)]);
        assert_eq!(exit, 0, "{name}: {said}");
        assert_eq!(find(&folder, "de-huiskamer").beschrijving.as_deref(), Some(name.trim()));
        let one = find(&folder, &id);
        assert_eq!((one.naam.as_deref(), one.adres.straat.as_deref()), (Some(name.trim()), Some(name.trim())));
    }
    let (exit, shown, _) = run(&folder, &["lijst"]);
    assert_eq!(exit, 0);
    assert!(!shown.contains('\u{202e}'), "{shown:?}");
    let listed: Value = serde_json::from_str(&run(&folder, &["lijst", "--json"]).1).unwrap();
    for name in HOSTILE {
        assert!(listed.as_array().unwrap().iter().any(|one| one["naam"] == name.trim()), "{name}");
    }
    for number in 0..HOSTILE.len() {
        assert_eq!(run(&folder, &["verwijder", &format!("vijand-{number}"), "--ja"]).0, 0);
    }
    assert_eq!(read(&folder).len(), before.len());
}

#[test]
fn doubles_are_refused_and_likenesses_told() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    assert_eq!(run(&folder, &["toevoegen", "--naam", "Los"]).0, 0);
    let before = source(&folder);
    for (arguments, code, expected) in [
        (&["toevoegen", "--naam", "Anders", "--id", "welzijn"][..], 1, "er is al een organisatie met de id ‘welzijn’"),
        (&["toevoegen", "--naam", "Anders", "--kvk", "99000101"], 1, "al van ‘Gemeente Veldrijk’ (id: gemeente)"),
        (&["toevoegen", "--naam", "stichting welzijn VELDRIJK"], 1, "wep organisatie wijzig welzijn"),
        (&["wijzig", "welzijn", "--kvk", "99 000 101"], 1, "al van ‘Gemeente Veldrijk’"),
        (&["toevoegen"], 2, "dit ontbreekt nog: --naam"),
        (&["toevoegen", "--naam", " "], 2, "vul hier een naam in"),
        (&["toevoegen", "--naam", "A", "--id", "Niet Goed"], 2, "bij ‘--id’"),
        (
            &["toevoegen", "--naam", "A", "--wijk", "nergens"],
            2,
            "‘nergens’ is geen wijk uit wep.yaml; deze zijn er: molenkwartier",
        ),
        (&["toevoegen", "--naam", "A", "--sector", "bank"], 2, "kies uit gemeente, welzijn"),
        (&["wijzig", "welzijn", "--postcode", "0000 AA"], 2, "schrijf vier cijfers"),
        (&["wijzig", "welzijn", "--nagekeken-op", "30 februari 2027"], 2, "28 dagen"),
        (&["wijzig", "welzijn"], 2, "u zegt niet wat er anders moet"),
        (&["wijzig", "welzyn", "--telefoon", "1"], 2, "Bedoelde u ‘welzijn’?"),
        (&["verwijder", "los"], 2, "--ja"),
        (&["verwijder", "bestaat-niet", "--ja"], 2, "geen organisatie met de id ‘bestaat-niet’"),
        (&["lijst", "--wijk", "nergens"], 2, "is geen wijk"),
        (&["lijst", "--rol", "baas"], 2, "kies uit partner"),
    ] {
        let (exit, out, said) = run(&folder, arguments);
        assert_eq!((exit, out.as_str()), (code, ""), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert_eq!(source(&folder), before, "{arguments:?}");
    }
    let (exit, _, said) = run(&folder, &["toevoegen", "--naam", "Welzijn Veldrijck"]);
    assert_eq!(exit, 0);
    assert!(said.contains("Let op: deze naam lijkt op ‘Stichting Welzijn Veldrijk’ (welzijn)."), "{said}");
    // As an import judges it: by the words that tell something, in any order, and by the number in a name.
    assert!(run(&folder, &["toevoegen", "--naam", "Veldrijk, Welzijn"]).2.contains("lijkt op ‘Stichting Welzijn"));
    assert!(!run(&folder, &["toevoegen", "--naam", "Buurtgebouw 1"]).2.contains("lijkt op"));
    assert!(!run(&folder, &["toevoegen", "--naam", "Buurtgebouw 2"]).2.contains("lijkt op"));
    let (exit, _, said) = run(&folder, &["toevoegen", "--naam", "Gemeente Veldrijk", "--id", "gemeente-oost"]);
    assert_eq!(exit, 0, "a name may come twice when the user gives an id: {said}");
}

#[test]
fn what_is_referred_to_stays_and_every_place_is_named() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let before = source(&folder);
    let (exit, out, said) = run(&folder, &["verwijder", "welzijn", "--ja"]);
    assert_eq!((exit, out.as_str()), (3, ""), "{said}");
    assert_eq!(source(&folder), before);
    let project = load(&folder).unwrap().project;
    let mut places = reference::to_organisaties(&project);
    places.extend(reference::to_organisaties_or_others(&project));
    places.retain(|one| one.id == "welzijn");
    assert!(places.len() > 5);
    let told: Vec<&str> = said.lines().filter(|line| line.contains(".yaml:")).collect();
    let spoken = |route: &Route| match route.segments().last() {
        Some(Segment::Field(name)) => name.to_string(),
        Some(Segment::Index(index)) => format!("nummer {}", index + 1),
        None => panic!("a reference to a file as a whole"),
    };
    assert_eq!(told.len(), places.iter().filter(|one| !one.route.to_string().starts_with("organisaties[1]")).count());
    for place in places.iter().filter(|one| !one.route.to_string().contains("relaties")) {
        assert!(
            told.iter().any(|line| line.contains(place.file) && line.ends_with(&spoken(&place.route))),
            "{place:?}"
        );
    }
    for line in told {
        let (at, _) = line.trim().split_once("  ").unwrap();
        let mut parts = at.split(':');
        let (name, row, column) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        let content = fs::read_to_string(folder.join(name)).unwrap();
        let row = content.lines().nth(row.parse::<usize>().unwrap() - 1).unwrap().to_owned();
        let there: String = row.chars().skip(column.parse::<usize>().unwrap() - 1).collect();
        assert!(there.trim_matches(['"', '\'']).starts_with("welzijn"), "{line}: {row}");
    }
}

/// The list of references is the one that the rule verwijzing checks, so it has to be whole: nothing else in the example
/// may name an organisation.
#[test]
fn no_reference_is_forgotten() {
    let base = tempfile::tempdir().unwrap();
    let project = load(&veldrijk(base.path())).unwrap().project;
    let mut references = reference::to_organisaties(&project);
    references.extend(reference::to_organisaties_or_others(&project));
    references.retain(|one| project.organisatie(one.id).is_some());
    let known: Vec<String> = references.iter().map(|one| format!("{} {}", one.file, one.route)).collect();
    let ids: Vec<&str> = project.organisaties.organisaties.iter().filter_map(|one| one.id.as_deref()).collect();
    fn walk(value: &Value, route: String, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => found.push((route, text.clone())),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| walk(item, format!("{route}[{index}]"), found));
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                let route = if route.ends_with(' ') { format!("{route}{name}") } else { format!("{route}.{name}") };
                walk(value, route, found);
            }),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for (name, value) in [
        (file::WEP, serde_json::to_value(&project.wep)),
        (file::ORGANISATIES, serde_json::to_value(&project.organisaties)),
        (file::TEAM, serde_json::to_value(&project.team)),
        (file::CONVENANT, serde_json::to_value(&project.convenant)),
        (file::PLAN_VAN_AANPAK, serde_json::to_value(&project.plan_van_aanpak)),
        (file::OVERLEG, serde_json::to_value(&project.overleg)),
        (file::LOCATIES, serde_json::to_value(&project.locaties)),
        (file::BEGROTING, serde_json::to_value(&project.begroting)),
        (file::STARTBIJEENKOMST, serde_json::to_value(&project.startbijeenkomst)),
        (file::ACTIVITEITEN, serde_json::to_value(&project.activiteiten)),
        (file::VOORTGANG, serde_json::to_value(&project.voortgang)),
    ] {
        walk(&value.unwrap(), format!("{name} "), &mut texts);
    }
    let mut seen = 0;
    for (route, text) in texts.iter().filter(|(_, text)| ids.contains(&text.as_str())) {
        // Ids, and words that mean something else: a sector, a role in the file begroting.
        let is_id = route.starts_with(file::ORGANISATIES) && route.ends_with("].id");
        if !is_id && !route.ends_with(".sector") {
            assert!(known.contains(route), "{route}: {text} is a reference that nobody knows of");
            seen += 1;
        }
    }
    assert_eq!(seen, known.len());
}

#[test]
fn a_file_with_errors_is_left_alone() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    assert_eq!(run(&folder, &["toevoegen", "--naam", "Los"]).0, 0);
    let whole = source(&folder);
    let broken = whole.replacen("sector: ggz", "sektor: ggz", 1);
    fs::write(folder.join(file::ORGANISATIES), &broken).unwrap();
    for arguments in
        [&["toevoegen", "--naam", "A"][..], &["wijzig", "welzijn", "--telefoon", "1"], &["verwijder", "los", "--ja"]]
    {
        let (exit, _, said) = run(&folder, arguments);
        assert_eq!(exit, 1, "{said}");
        assert!(said.contains("bedoelde u ‘sector’?") && said.contains("er is niets gewijzigd"), "{said}");
        assert_eq!(source(&folder), broken);
    }
    let (exit, shown, said) = run(&folder, &["lijst"]);
    assert_eq!(exit, 1);
    assert!(shown.contains("welzijn") && said.contains("bestaat niet"), "what can be read is shown: {shown}{said}");

    // A value that is wrong can be put right.
    fs::write(folder.join(file::ORGANISATIES), whole.replacen("99000101", "9900010", 1)).unwrap();
    let (exit, _, said) = run(&folder, &["wijzig", "gemeente", "--kvk", "99000101"]);
    assert_eq!(exit, 0, "{said}");
    assert_eq!(source(&folder), whole);

    // Removing looks in every file, so every file must be readable.
    fs::write(folder.join(file::BEGROTING), "kosten: [\n").unwrap();
    let (exit, _, said) = run(&folder, &["verwijder", "los", "--ja"]);
    assert_eq!(exit, 1, "{said}");
    assert!(said.contains("begroting.yaml"), "{said}");

    let windows: Vec<u8> = whole.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    fs::write(folder.join(file::ORGANISATIES), &windows).unwrap();
    let (exit, _, said) = run(&folder, &["wijzig", "welzijn", "--telefoon", "1"]);
    assert_eq!(exit, 1, "{said}");
    assert!(said.contains("UTF-8"), "{said}");
    assert_eq!(fs::read(folder.join(file::ORGANISATIES)).unwrap(), windows);
}

#[test]
fn the_list_can_be_narrowed_and_is_complete_as_json() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let all = read(&folder);
    let (exit, shown, said) = run(&folder, &["lijst"]);
    assert_eq!((exit, said), (0, format!("{} organisaties\n", all.len())));
    assert!(shown.lines().all(|line| line.width() <= 80), "{shown}");
    for one in &all {
        assert!(shown.contains(one.id.as_deref().unwrap()), "{shown}");
    }
    insta::assert_snapshot!(shown);
    let listed: Vec<Organisatie> = serde_json::from_str(&run(&folder, &["lijst", "--json"]).1).unwrap();
    assert_eq!(listed, all);
    let json = |arguments: &[&str]| -> Vec<Organisatie> {
        serde_json::from_str(&run(&folder, &[&["lijst", "--json"], arguments].concat()).1).unwrap()
    };
    let ggz = json(&["--sector", "ggz"]);
    assert!(!ggz.is_empty() && ggz.len() < all.len() && ggz.iter().all(|one| one.sector == Some(Sector::Ggz)));
    let wijk = json(&["--wijk", "De Hoven", "--sector", "ggz,welzijn"]);
    assert!(!wijk.is_empty() && wijk.len() < all.len());
    let payers = json(&["--rol", "financiert"]);
    assert!(payers.iter().any(|one| one.id.as_deref() == Some("gemeente")) && payers.len() < all.len());
}

#[test]
fn ten_thousand_organisations_are_listed_and_changed() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let mut yaml = String::from("organisaties:\n");
    for number in 0..10_000 {
        yaml.push_str(&format!(
            "  - id: org-{number}\n    naam: Organisatie {number}\n    sector: welzijn\n    rollen:\n      - verwijst\n    \
             aanbod:\n      - naam: Inloop {number}\n        leefgebieden:\n          - wonen\n        wijken: []\n    \
             wijken:\n      - de-hoven\n    adres:\n      straat: Weg {number}\n      postcode: 8911 AA\n      plaats: V\n    \
             telefoon: \"(0199) {number}\"\n    email: o{number}@v.example\n"
        ));
    }
    fs::write(folder.join(file::ORGANISATIES), &yaml).unwrap();
    let begin = Instant::now();
    let (exit, shown, said) = run(&folder, &["lijst"]);
    assert_eq!((exit, said.as_str()), (0, "10000 organisaties\n"));
    assert!(shown.contains("org-9999"));
    // A debug build on a busy machine; a release build takes a fraction.
    assert!(begin.elapsed() < Duration::from_secs(60), "{:?}", begin.elapsed());
    let begin = Instant::now();
    let (exit, _, said) = run(&folder, &["wijzig", "org-5000", "--telefoon", "nieuw"]);
    assert_eq!(exit, 0, "{said}");
    assert!(begin.elapsed() < Duration::from_secs(120), "{:?}", begin.elapsed());
    let after = source(&folder);
    let differ: Vec<_> = yaml.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
    assert_eq!(differ, [("    telefoon: \"(0199) 5000\"", "    telefoon: \"nieuw\"")]);
}
