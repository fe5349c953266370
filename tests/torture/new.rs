//! `wep init`, killed at any moment: the folder of the gemeente is there as a whole, or the next run makes it.

use std::fs;

use super::{Chance, Kills, files, good, is_clean, killed, lasting, rounds, time};

const INIT: [&str; 4] = ["init", ".", "--voorbeeld", "-q"];

#[test]
fn a_new_folder_that_is_killed_halfway_is_no_hindrance() {
    let base = tempfile::tempdir().unwrap();
    let whole = base.path().join("heel");
    fs::create_dir(&whole).unwrap();
    let lasts = time(|| drop(good(&whole, &INIT, 0)));
    let after = files(&whole);
    let mut chance = Chance::new(28);
    let mut kills = Kills::new("init", rounds(12, 100), lasts);
    while let Some(round) = kills.next_round() {
        let lasts = kills.lasts;
        // In an empty folder that is there the files come one by one; a new folder comes at once.
        let fill = round % 2 == 0;
        let folder = base.path().join(format!("ronde-{round}"));
        fs::create_dir(&folder).unwrap();
        let arguments: Vec<&str> = if fill { INIT.to_vec() } else { ["init", "v", "--voorbeeld", "-q"].to_vec() };
        kills.count(killed(&folder, &arguments, chance.moment(lasts / 20, lasts)));
        let made = if fill { folder.clone() } else { folder.join("v") };
        // The one file that makes a folder one of a gemeente comes last.
        if !made.join("wep.yaml").is_file() {
            good(&folder, &arguments, 0);
        }
        assert_eq!(lasting(files(&made)), after, "round {round}");
        // Whatever writes there next takes away what was left of the building.
        good(&made, &["organisatie", "toevoegen", "--naam", "Zorghuis", "--sector", "zorg"], 0);
        assert!(is_clean(&files(&made)), "round {round}");
        if !fill {
            good(&folder, &["init", "w", "--voorbeeld", "-q"], 0);
            let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(names.len(), 2, "{names:?}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
