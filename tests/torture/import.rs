//! `wep organisatie importeer`, killed at any moment: the list is in the file as a whole, or not at all.

use std::fs;

use wep::model::file;

use super::{Chance, Kills, copy, different, example, files, good, is_clean, killed, lasting, rounds, time};

const IMPORT: [&str; 6] = ["organisatie", "importeer", "../lijst.csv", "--ja", "--twijfel", "bijwerken"];

/// New organisations, and one that is there already with another telephone number.
fn list() -> String {
    let mut text = String::from("Naam;Soort;Adres;Postcode;Plaats;Telefoon;KvK;Wijk\n");
    for number in 0..120 {
        text += &format!(
            "Stichting Huis {number};welzijn;Dorpsstraat {number};8911 AB;Veldrijk;;{};\n",
            99_000_500 + number
        );
    }
    text
}

#[test]
fn an_import_that_is_killed_is_made_whole_by_the_next_one() {
    let base = tempfile::tempdir().unwrap();
    fs::write(base.path().join("lijst.csv"), list()).unwrap();
    let folder = example(base.path());
    let before = files(&folder);
    let lasts = time(|| drop(good(&folder, &IMPORT, 0)));
    let after = lasting(files(&folder));
    assert_eq!(different(&before, &after), [file::ORGANISATIES]);
    let mut chance = Chance::new(18);
    let mut kills = Kills::new("importeer", rounds(12, 200), lasts);
    while let Some(round) = kills.next_round() {
        let lasts = kills.lasts;
        let folder = base.path().join(format!("ronde-{round}"));
        copy(&before, &folder);
        kills.count(killed(&folder, &IMPORT, chance.moment(lasts / 50, lasts)));
        let now = files(&folder);
        let text = now.get(file::ORGANISATIES);
        assert!(text == before.get(file::ORGANISATIES) || text == after.get(file::ORGANISATIES), "half a file");
        good(&folder, &IMPORT, 0);
        let now = files(&folder);
        assert!(is_clean(&now), "{:?}", now.keys());
        assert_eq!(different(&lasting(now), &after), Vec::<String>::new(), "round {round}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
