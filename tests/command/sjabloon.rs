//! Templates of the gemeente's own: copied, changed, brought up to date, and documents that only this gemeente has.

use std::fs;
use std::path::{Path, PathBuf};

use wep::document::{self, KINDS, sjabloonwijzer};
use wep::write::{Origin, Output};

use super::documents::{replace, veldrijk};
use super::{names, text, wep};

const LETTER: &str = "\
---
titel: Brief aan de bewoners
---
Beste bewoner van {{bestanden.wep.gemeente}},

Wij beginnen op {{veld bestanden.wep.startdatum \"startdatum\"}}. Vragen? Bel \
{{#with (lookup op_id.organisaties bestanden.wep.trekker)}}{{naam}}{{/with}}.
";

fn own(folder: &Path, name: &str, content: &str) {
    let path = folder.join("sjablonen").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn ready() -> (tempfile::TempDir, PathBuf) {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    (base, folder)
}

/// What a run of wep with this exit code says, on both streams.
fn said(folder: &Path, arguments: &[&str], exit: i32) -> String {
    let output = wep(folder, arguments);
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {said}");
    said
}

#[test]
fn a_copy_takes_the_place_of_the_template_of_wep() {
    let (_base, folder) = ready();
    said(&folder, &["sjabloon", "kopieer", "protocol", "eigen-artikelen"], 0);
    let ours = document::meegeleverd().find(|ours| ours.naam == "protocol").unwrap();
    assert_eq!(fs::read_to_string(folder.join("sjablonen/protocol.md.hbs")).unwrap(), ours.tekst);
    assert!(folder.join("sjablonen/deel/eigen-artikelen.md.hbs").is_file());
    let before = said(&folder, &["protocol", "--toon"], 0);
    own(&folder, "protocol.md.hbs", &format!("Een eigen begin voor {{{{bestanden.wep.naam}}}}.\n\n{}", ours.tekst));
    let after = said(&folder, &["protocol", "--toon"], 0);
    assert!(after.contains("Een eigen begin voor Wijk en Psychiatrie Veldrijk."), "{after}");
    assert!(after.len() > before.len() && after.contains(before.lines().last().unwrap()));
    let list = said(&folder, &["sjabloon", "lijst"], 0);
    assert!(
        list.contains("sjablonen/protocol.md.hbs") && list.contains("sjablonen/deel/eigen-artikelen.md.hbs"),
        "{list}"
    );
    // The title of the document is a fact of the template too.
    own(&folder, "protocol.md.hbs", "---\ntitel: Zo doet iedereen mee\n---\nKort.\n");
    assert!(said(&folder, &["protocol", "--toon"], 0).contains("Zo doet iedereen mee"));
}

#[test]
fn an_own_part_takes_the_place_of_ours_in_every_template() {
    let (_base, folder) = ready();
    own(&folder, "deel/eigen-artikelen.md.hbs", "1. Dit artikel is van ons.\n");
    own(&folder, "deel/groet.md.hbs", "Met groet van {{bestanden.wep.naam}}.\n");
    own(&folder, "groet-kaart.md.hbs", "---\ntitel: Groet\n---\n{{> groet}}\n");
    assert!(said(&folder, &["convenant", "--toon"], 0).contains("Dit artikel is van ons."));
    let card = said(&folder, &["maak", "groet-kaart", "--toon"], 0);
    assert!(card.contains("Met groet van Wijk en Psychiatrie Veldrijk."), "{card}");
    // A part that nobody uses can be half done.
    own(&folder, "deel/later.md.hbs", "{{#if");
    said(&folder, &["convenant", "--toon"], 0);
    own(&folder, "deel/groet.md.hbs", "{{#if x}}");
    let wrong = said(&folder, &["maak", "groet-kaart"], 1);
    assert!(wrong.contains("sjablonen/deel/groet.md.hbs:1:1"), "{wrong}");
}

#[test]
fn a_mistake_is_told_at_its_place_with_the_way_out() {
    let (_base, folder) = ready();
    own(&folder, "keuzes.md.hbs", "Eerst dit.\n\nDan {{naamm}} en meer.\n");
    for (call, exit) in [(&["keuzes"][..], 1), (&["controleer"], 1)] {
        let wrong = said(&folder, call, exit);
        for part in
            ["sjablonen/keuzes.md.hbs:3:5", "de naam ‘naamm’ is hier niet bekend", "bedoelde u ‘naam’?", "{{naamm}}"]
        {
            assert!(wrong.contains(part), "{part}: {wrong}");
        }
    }
    let json = said(&folder, &["controleer", "--json"], 1);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json[0]["code"], &json[0]["regel"], &json[0]["kolom"]),
        (&"sjabloon-fout".into(), &3.into(), &5.into())
    );
    let dossier = said(&folder, &["dossier", "--formaat", "md"], 1);
    assert!(
        dossier.contains("sjablonen/keuzes.md.hbs:3:5") && folder.join("uitvoer/convenant.md").is_file(),
        "{dossier}"
    );
    assert!(!folder.join("uitvoer/keuzes.md").exists());
}

#[test]
fn the_line_of_a_mistake_counts_the_head_too() {
    let (_base, folder) = ready();
    own(&folder, "brief.md.hbs", "---\ntitel: Brief\n---\nEen.\n\n{{bestanden.wep.gemente}}\n");
    let wrong = said(&folder, &["maak", "brief"], 1);
    assert!(wrong.contains("sjablonen/brief.md.hbs:6:1") && wrong.contains("bedoelde u ‘gemeente’?"), "{wrong}");
    for (content, part) in [
        ("---\ntitel: Brief\ngegevens: convenent\n---\nEen.\n", "sjablonen/brief.md.hbs:3:1"),
        ("---\ntitel: Brief\ngegevens: convenent\n---\nEen.\n", "bedoelde u ‘convenant’?"),
        ("---\ntitl: Brief\n---\nEen.\n", "bedoelde u ‘titel’?"),
        ("Een.\n", "het heeft geen titel"),
        ("---\ntitel: Brief\n", "die eindigt niet"),
        (
            "---\ntitel: Brief\n---\n<<<<<<< uw versie\na\n=======\nb\n>>>>>>> nieuw van wep\n",
            "sjablonen/brief.md.hbs:4:1",
        ),
    ] {
        own(&folder, "brief.md.hbs", content);
        let wrong = said(&folder, &["controleer"], 1);
        assert!(wrong.contains(part), "{part}: {wrong}");
        assert!(said(&folder, &["maak", "brief"], 1).contains("Er is niets gemaakt."));
        said(&folder, &["dossier", "--formaat", "md"], 1);
        assert!(!folder.join("uitvoer/brief.md").exists() && folder.join("uitvoer/convenant.md").is_file(), "{part}");
    }
}

#[test]
fn a_document_of_its_own_is_made_by_its_name_and_with_the_dossier() {
    let (_base, folder) = ready();
    assert!(said(&folder, &["maak"], 0).contains("Er zijn nog geen eigen documenten."));
    own(&folder, "brief-aan-bewoners.md.hbs", LETTER);
    assert_eq!(said(&folder, &["maak"], 0), "wep maak brief-aan-bewoners  Brief aan de bewoners\n");
    let shown = said(&folder, &["maak", "brief-aan-bewoners", "--toon"], 0).replace('\u{a0}', " ");
    for part in
        ["Brief aan de bewoners", "Beste bewoner van Veldrijk,", "Wij beginnen op 1 februari 2027.", "Bel Stichting"]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    said(&folder, &["maak", "brief-aan-bewoners", "--formaat", "md,html,docx,pdf"], 0);
    let made: Vec<String> = ["docx", "html", "md", "pdf"].map(|ending| format!("brief-aan-bewoners.{ending}")).to_vec();
    assert_eq!(
        names(&folder.join("uitvoer")).into_iter().filter(|name| !name.starts_with('.')).collect::<Vec<_>>(),
        made
    );
    said(&folder, &["dossier", "--formaat", "html"], 0);
    let page = fs::read_to_string(folder.join("uitvoer/index.html")).unwrap();
    assert!(page.contains("Eigen documenten") && page.contains("brief-aan-bewoners.pdf"));
    assert!(said(&folder, &["dossier", "--formaat", "html"], 0).contains("Er is niets veranderd"));
    replace(&folder, "sjablonen/brief-aan-bewoners.md.hbs", "Vragen?", "Hebt u vragen?");
    let again = said(&folder, &["dossier", "--formaat", "html", "-v"], 0);
    assert!(
        again.contains("Bijgewerkt:   ./uitvoer/brief-aan-bewoners.html")
            || again.contains("uitvoer/brief-aan-bewoners.html"),
        "{again}"
    );
    let record = fs::read_to_string(folder.join("uitvoer/.wep-gemaakt.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let made = &record["brief-aan-bewoners.html"];
    assert_eq!((&made["soort"], &made["sjabloon"]["naam"]), (&"eigen".into(), &"brief-aan-bewoners".into()));
}

#[test]
fn a_document_of_its_own_can_use_the_values_of_one_of_ours() {
    let (_base, folder) = ready();
    let content =
        "---\ntitel: Wie tekent\ngegevens: convenant\n---\n{{#each partijen}}\n- {{veld naam \"naam\"}}\n{{/each}}\n";
    own(&folder, "wie-tekent.md.hbs", content);
    assert!(said(&folder, &["maak", "wie-tekent", "--toon"], 0).contains("Gemeente Veldrijk"));
    // An error in a file that it draws from keeps it from being made; one in another does not.
    replace(&folder, "training.yaml", "datum: ", "datum: 30 februari ");
    said(&folder, &["maak", "wie-tekent", "--formaat", "md"], 0);
    replace(&folder, "convenant.yaml", "partijen:", "partijn:");
    assert!(said(&folder, &["maak", "wie-tekent", "--formaat", "md"], 1).contains("onbekend-veld"));
}

#[test]
fn after_an_update_of_wep_it_shows_what_changed_and_brings_it_in() {
    let (_base, folder) = ready();
    assert!(said(&folder, &["sjabloon", "vergelijk"], 0).contains("nog geen sjabloon van wep gekopieerd"));
    let ours = document::meegeleverd().find(|ours| ours.naam == "verwijzers").unwrap().tekst;
    let line = ours.lines().rfind(|line| line.len() > 40 && !line.contains("{{")).unwrap();
    let older = ours.replace(line, "Zo stond het in een oudere wep.");
    // As an older wep made it.
    let mut output = Output::open(folder.join("sjablonen"));
    output.put("verwijzers.md.hbs", older.as_bytes(), Origin::of("sjabloon"), false).unwrap();
    output.finish().unwrap();
    own(&folder, "verwijzers.md.hbs", &format!("Van onze gemeente.\n\n{older}"));
    let shown = said(&folder, &["sjabloon", "vergelijk"], 0);
    assert!(
        shown.contains("- Zo stond het in een oudere wep.") && shown.contains(&format!("+ {}", &line[..40])),
        "{shown}"
    );
    assert!(!shown.contains("Van onze gemeente"));
    let mine = said(&folder, &["sjabloon", "vergelijk", "verwijzers", "--eigen"], 0);
    assert!(mine.contains("+ Van onze gemeente."), "{mine}");
    let planned = said(&folder, &["sjabloon", "kopieer", "verwijzers", "--controle"], 0);
    assert!(planned.contains("Voegt samen:"), "{planned}");
    said(&folder, &["sjabloon", "kopieer", "verwijzers"], 0);
    let merged = fs::read_to_string(folder.join("sjablonen/verwijzers.md.hbs")).unwrap();
    assert_eq!(merged, format!("Van onze gemeente.\n\n{ours}"));
    assert!(said(&folder, &["sjabloon", "vergelijk"], 0).contains("niets veranderd sinds uw kopie"));
}

#[test]
fn what_does_not_exist_is_told_with_what_does() {
    let (_base, folder) = ready();
    own(&folder, "brief.md.hbs", LETTER);
    for (call, part) in [
        (&["maak", "brieff"][..], "Deze zijn er: brief"),
        (&["maak", "convenant"], "‘convenant’ is een document van wep zelf"),
        (&["sjabloon", "kopieer", "convenent"], "wep sjabloon lijst"),
        (&["sjabloon", "kopieer", "brief"], "Dit is een eigen document"),
        (&["sjabloon", "vergelijk", "convenant"], "wep sjabloon kopieer convenant"),
    ] {
        let wrong = said(&folder, call, 2);
        assert!(wrong.contains(part), "{part}: {wrong}");
    }
    own(&folder, "Brief 2.md", LETTER);
    own(&folder, "convenant-bijlage.md.hbs", LETTER);
    own(&folder, "index.md.hbs", LETTER);
    let wrong = said(&folder, &["controleer"], 1);
    for part in ["geef het bestand de naam brief-2.md.hbs", "zoals eigen-convenant-bijlage", "zoals eigen-index"] {
        assert!(wrong.contains(part), "{part}: {wrong}");
    }
}

#[cfg(unix)]
#[test]
fn a_template_stays_inside_the_folder_and_holds_no_participant() {
    let (base, folder) = ready();
    own(&folder, "brief.md.hbs", &format!("{LETTER}\nBSN 111222333\n"));
    let refused = said(&folder, &["convenant"], 1);
    assert!(refused.contains("sjablonen/brief.md.hbs:8") && !refused.contains("111222333"), "{refused}");
    own(&folder, "brief.md.hbs", &format!("{LETTER}\n{{{{!-- # geen deelnemer: een voorbeeld --}}}}\nBSN 111222333\n"));
    said(&folder, &["convenant"], 0);
    fs::remove_file(folder.join("sjablonen/brief.md.hbs")).unwrap();
    fs::write(base.path().join("buiten.md.hbs"), LETTER).unwrap();
    std::os::unix::fs::symlink(base.path().join("buiten.md.hbs"), folder.join("sjablonen/brief.md.hbs")).unwrap();
    assert!(said(&folder, &["convenant"], 4).contains("buiten"));
    fs::remove_dir_all(folder.join("sjablonen")).unwrap();
    std::os::unix::fs::symlink(base.path(), folder.join("sjablonen")).unwrap();
    said(&folder, &["sjabloon", "kopieer", "convenant"], 4);
    assert!(!base.path().join("convenant.md.hbs").exists());
}

#[test]
fn text_of_users_is_inert_in_an_own_template_too() {
    let (_base, folder) = ready();
    own(&folder, "brief.md.hbs", LETTER);
    replace(&folder, "wep.yaml", "gemeente: Veldrijk", "gemeente: \"<b>{{naam}}</b> *x* # y\"");
    let page = said(&folder, &["maak", "brief", "--formaat", "html"], 0);
    let html = fs::read_to_string(folder.join("uitvoer/brief.html")).unwrap();
    assert!(html.contains("&lt;b&gt;{{naam}}&lt;/b&gt; *x* # y") && !html.contains("<b>{{naam}}"), "{page}");
}

#[test]
fn the_page_about_templates_tells_every_word_and_every_value() {
    let (_base, folder) = ready();
    let shown = said(&folder, &["sjabloon", "uitleg", "--toon"], 0);
    for kind in KINDS {
        assert!(shown.contains(kind.slug), "{}", kind.slug);
    }
    let convenant = said(&folder, &["sjabloon", "uitleg", "convenant", "--toon"], 0);
    for part in [
        "partijen[].naam",
        "bestanden.wep.gemeente",
        "::keuzeveld",
        "{{#als_is",
        "bestanden.organisaties.organisaties[].id",
    ] {
        assert!(convenant.contains(part), "{part}: {convenant}");
    }
    said(&folder, &["sjabloon", "uitleg"], 0);
    assert!(folder.join("uitvoer").join(sjabloonwijzer::FILE).is_file());
}
