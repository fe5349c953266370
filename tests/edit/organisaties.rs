//! Organisations in files of every style.

use wep::edit::EditError;
use wep::edit::organisaties::{Edit, add, apply, change, remove};
use wep::load::read_str;
use wep::model::{Adres, Organisatie, Organisaties, Project, Sector, Wep, file};
use wep::write::project;

fn read(text: &str) -> Vec<Organisatie> {
    let (model, findings, _) = read_str::<Organisaties>(file::ORGANISATIES, text);
    assert!(findings.is_empty(), "{findings:#?}\n{text}");
    model.organisaties
}

fn organisatie(id: &str) -> Organisatie {
    Organisatie {
        id: Some(id.into()),
        naam: Some(format!("Stichting {id}: #1")),
        sector: Some(Sector::Ggz),
        wijken: vec!["noord".into(), "zuid, west".into()],
        adres: Adres { straat: Some("Straat 1".into()), ..Adres::default() },
        ..Organisatie::default()
    }
}

const EXAMPLE: &str = include_str!("../../examples/veldrijk/organisaties.yaml");

/// Styles in which people write, each with organisations `a` and `b`.
const STYLES: [&str; 7] = [
    "# kop\norganisaties:\n# van a\n- id: a\n  naam: A # goed\n  wijken: [noord, zuid]\n\n# van b\n- id: b\n  naam: 'B'\n# staart\nbehoeften: []\n",
    "organisaties:\n    -   id: \"a\"\n        naam: >-\n            lang\n            verhaal\n        adres:\n            straat: Laan 2\n        wijken:\n            - noord\n            # nog een\n            - zuid\n    -   \"id\": b\n        naam: |\n            B\n\n            en meer\n\n\n# einde\npeildatum:\n",
    "organisaties: [{id: a, naam: \"A, 1\"}, {id: b, naam: B}]\n",
    "organisaties:\n  - {id: a, naam: A}\n  - {id: b, naam: B} # laatste\n",
    "organisaties:\n  # een\n  -\n    # binnenin\n    id: a\n    naam:\n      Op een eigen regel\n  - id: b\n    beschrijving: |+\n      tekst\n\n",
    "organisaties:\n  - id: a\n    wijken: &alle\n      - noord\n    naam: A\n\n  # ZORG\n\n  - id: b\n    wijken: *alle\n    naam: B",
    "behoeften: []\norganisaties:\n- id: a\n  adres: {straat: Weg 1}\n  naam:   # nog doen\n- id: b\n...\n",
];

fn all_styles() -> Vec<String> {
    let plain = STYLES.iter().map(|text| (*text).to_owned());
    let windows = STYLES.iter().map(|text| text.replace('\n', "\r\n"));
    let marked = STYLES.iter().map(|text| format!("\u{feff}{text}"));
    plain.chain(windows).chain(marked).collect()
}

/// Every line of `before` but those of the touched entry is still there, in order.
fn lines_kept(before: &str, after: &str, touched: impl Fn(&str) -> bool) {
    let mut lines = after.split_inclusive('\n');
    for line in before.split_inclusive('\n').filter(|line| !touched(line)) {
        let body = line.trim_end_matches(['\n', '\r']);
        assert!(
            lines.any(|other| other == line || other.trim_end_matches(['\n', '\r']) == body),
            "lost {line:?}\n--- before\n{before}\n--- after\n{after}"
        );
    }
}

#[test]
fn what_is_added_stands_at_the_end_and_the_rest_stays() {
    for text in all_styles() {
        let edited = add(&text, &organisatie("c")).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(read(&edited)[2], organisatie("c"), "{edited}");
        if !text.contains("[{") {
            lines_kept(&text, &edited, |_| false);
        }
        assert_eq!(text.contains('\r'), edited.contains('\r'));
        assert_eq!(
            edited.matches('\n').count() > edited.matches("\r\n").count(),
            !text.contains('\r') && edited.contains('\n')
        );
        assert_eq!(text.ends_with('\n'), edited.ends_with('\n'), "{edited:?}");
    }
}

#[test]
fn what_is_changed_changes_only_there() {
    for text in all_styles() {
        for id in ["a", "b"] {
            let before = read(&text);
            let mut to = before.iter().find(|one| one.id.as_deref() == Some(id)).unwrap().clone();
            to.naam = Some("Nieuw: ‘naam’".into());
            to.adres.straat = Some("Dreef 3".into());
            to.nagekeken_op = "2026-10-01".parse().ok();
            let edited = change(&text, id, &to).unwrap_or_else(|error| panic!("{id}: {error}\n{text}"));
            let after = read(&edited);
            assert_eq!(after.iter().find(|one| one.id.as_deref() == Some(id)), Some(&to), "{edited}");
            let comments = |text: &str| text.matches('#').count();
            assert_eq!(comments(&text), comments(&edited), "{edited}");
            assert_eq!(change(&text, id, &before[usize::from(id == "b")]).unwrap(), text, "no change is no byte");
        }
    }
}

#[test]
fn what_is_removed_takes_its_own_comments_along_and_no_other() {
    let removed = |text: &str, id: &str| remove(text, id).unwrap_or_else(|error| panic!("{id}: {error}\n{text}"));
    assert_eq!(
        removed(STYLES[0], "a"),
        "# kop\norganisaties:\n# van b\n- id: b\n  naam: 'B'\n# staart\nbehoeften: []\n"
    );
    assert_eq!(
        removed(STYLES[0], "b"),
        "# kop\norganisaties:\n# van a\n- id: a\n  naam: A # goed\n  wijken: [noord, zuid]\n\n# staart\nbehoeften: []\n"
    );
    assert_eq!(removed(STYLES[2], "a"), "organisaties: [{id: b, naam: B}]\n");
    assert_eq!(removed(STYLES[2], "b"), "organisaties: [{id: a, naam: \"A, 1\"}]\n");
    assert_eq!(removed(STYLES[3], "a"), "organisaties:\n  - {id: b, naam: B} # laatste\n");
    assert_eq!(removed(STYLES[4], "a"), "organisaties:\n  - id: b\n    beschrijving: |+\n      tekst\n\n");
    assert_eq!(removed(STYLES[6], "b"), STYLES[6].replace("- id: b\n", ""));
    let empty = apply(STYLES[0], &[Edit::Remove { id: "a".into() }, Edit::Remove { id: "b".into() }]).unwrap();
    assert_eq!(empty, "# kop\norganisaties: []\n# staart\nbehoeften: []\n");
}

#[test]
fn a_value_that_is_used_elsewhere_too_is_not_pulled_away() {
    let error = remove(STYLES[5], "a").unwrap_err();
    assert_eq!(error, EditError::SideEffect { file: file::ORGANISATIES });
    assert!(remove(STYLES[5], "b").unwrap().ends_with("naam: A\n\n  # ZORG"));
    let mut a = read(STYLES[5])[0].clone();
    a.wijken.push("oost".into());
    assert!(change(STYLES[5], "a", &a).is_err(), "b would change with it");
    let mut b = read(STYLES[5])[1].clone();
    b.wijken.push("oost".into());
    assert_eq!(read(&change(STYLES[5], "b", &b).unwrap())[1].wijken, ["noord", "oost"]);
}

#[test]
fn the_explanation_of_the_fields_goes_to_the_next_first_item() {
    let edited = remove(EXAMPLE, "gemeente").unwrap();
    assert_eq!(read(&edited), read(EXAMPLE)[1..]);
    // Where a list is empty the explanation stands in an example item: the words are the same.
    let comments = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.trim_start().starts_with('#'));
        let said = lines.map(|line| line.trim_start_matches(['#', ' '])).filter(|line| !line.ends_with(':'));
        said.flat_map(str::split_whitespace).map(str::to_owned).collect()
    };
    assert_eq!(comments(&edited), comments(EXAMPLE), "{edited}");
    let again = remove(&edited, "welzijn").unwrap();
    assert_eq!(comments(&again), comments(EXAMPLE));
    let back = remove(&add(EXAMPLE, &organisatie("nieuw")).unwrap(), "nieuw").unwrap();
    assert_eq!(back, EXAMPLE, "adding and removing leaves no trace");
}

#[test]
fn the_last_one_leaves_an_example_and_the_first_one_fills_it() {
    let wep = Wep { gemeente: Some("X".into()), ..Wep::default() };
    let files = project::yaml_files(&Project { wep, ..Project::default() }).unwrap();
    let (_, text) = files.into_iter().find(|(name, _)| name == file::ORGANISATIES).unwrap();
    let text = String::from_utf8(text).unwrap();
    let edited = add(&text, &organisatie("een")).unwrap();
    assert_eq!(read(&edited), [organisatie("een")], "{edited}");
    assert!(edited.contains("  # Korte naam: kleine letters, cijfers en streepjes.\n  - id: een\n"), "{edited}");
    assert!(
        !edited.contains("# Invullen? Haal hierboven [] weg, en hieronder het eerste # van elke regel:\n#   # Korte")
    );
    assert_eq!(remove(&edited, "een").unwrap(), text, "and back");
    let two = apply(&text, &[Edit::Add(organisatie("een")), Edit::Add(organisatie("twee"))]).unwrap();
    assert_eq!(read(&two).len(), 2);
    assert!(
        two.contains("\n\n  - id: twee\n    naam: \"Stichting twee: #1\"\n    sector: ggz\n    wijken:\n"),
        "{two}"
    );
}

#[test]
fn a_file_with_nothing_in_it_gets_its_first_organisation() {
    for text in
        ["", "# alleen commentaar", "# alleen commentaar\n", "organisaties:\n", "organisaties: []\n", "behoeften: []\n"]
    {
        let edited = add(text, &organisatie("een")).unwrap_or_else(|error| panic!("{error}: {text}"));
        let (model, _, _) = read_str::<Organisaties>(file::ORGANISATIES, &edited);
        assert_eq!(model.organisaties, [organisatie("een")], "{edited}");
        assert!(edited.contains(text.trim_end().trim_end_matches(" []")));
    }
}

#[test]
fn what_cannot_be_done_is_refused() {
    let two = "organisaties:\n  - id: a\n  - id: a\n";
    assert!(matches!(remove(two, "a"), Err(EditError::Twice { .. })));
    assert!(matches!(remove(STYLES[0], "x"), Err(EditError::Unknown { .. })));
    assert!(matches!(add(STYLES[0], &organisatie("a")), Err(EditError::Taken { .. })));
    assert!(matches!(add(STYLES[0], &Organisatie::default()), Err(EditError::NoId)));
    for broken in
        ["organisaties: [", "organisaties:\n  - naem: x\n", "organisaties:\n  - id: a\n    wijken:\n      -\n"]
    {
        assert!(matches!(add(broken, &organisatie("c")), Err(EditError::Broken { .. })), "{broken}");
    }
}

#[test]
fn a_thousand_at_once_do_not_take_the_square_of_the_time() {
    let edits: Vec<Edit> = (0..1_000).map(|number| Edit::Add(organisatie(&format!("nieuw-{number}")))).collect();
    let begin = std::time::Instant::now();
    let edited = apply(EXAMPLE, &edits).unwrap();
    assert_eq!(read(&edited).len(), 1_010);
    let changed: Vec<Edit> = (0..1_000)
        .map(|number| {
            let id = format!("nieuw-{number}");
            Edit::Change { to: Organisatie { telefoon: Some("0199 10 00 00".into()), ..organisatie(&id) }, id }
        })
        .collect();
    assert_eq!(read(&apply(&edited, &changed).unwrap())[1_009].telefoon.as_deref(), Some("0199 10 00 00"));
    let gone: Vec<Edit> = (0..1_000).map(|number| Edit::Remove { id: format!("nieuw-{number}") }).collect();
    assert_eq!(apply(&edited, &gone).unwrap(), EXAMPLE);
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
