//! `wep dossier`, killed at any moment, over documents of an earlier run of which people edited some.

use std::fs;
use std::path::Path;

use super::{Chance, Files, Kills, copy, different, example, files, good, is_clean, killed, lasting, rounds, time};

const DOSSIER: [&str; 4] = ["dossier", "--formaat", "md", "-q"];

/// A gemeente with its documents, two of them edited, and a change in its YAML that is in no document yet.
fn before(base: &Path) -> Files {
    let folder = example(base);
    good(&folder, &DOSSIER, 0);
    let edit = |name: &str, from: &str, to: &str| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    edit("uitvoer/convenant.md", "\n\n", "\n\nDit schreef een mens er zelf bij.\n\n");
    edit("uitvoer/index.html", "<body", "<body data-mens");
    edit("wep.yaml", "gemeente: ", "gemeente: Groot ");
    files(&folder)
}

#[test]
fn a_dossier_that_is_killed_leaves_every_file_whole_and_the_next_run_does_the_rest() {
    let base = tempfile::tempdir().unwrap();
    let before = before(base.path());
    let whole = base.path().join("heel");
    copy(&before, &whole);
    // One page is edited and gets its new version beside it: that is for a person to look at.
    let lasts = time(|| drop(good(&whole, &DOSSIER, 3)));
    let after = lasting(files(&whole));
    assert!(different(&before, &after).len() > 15);
    let mut chance = Chance::new(8);
    let mut kills = Kills::new("dossier", rounds(6, 150), lasts);
    while let Some(round) = kills.next_round() {
        let lasts = kills.lasts;
        let folder = base.path().join(format!("ronde-{round}"));
        copy(&before, &folder);
        loop {
            // From about halfway on files are written; most is to be seen there.
            let from = if chance.one_in(4) { lasts / 100 } else { lasts / 2 };
            kills.count(killed(&folder, &DOSSIER, chance.moment(from, lasts)));
            let now = files(&folder);
            for (name, bytes) in now.iter().filter(|(name, _)| !name.contains(".wep")) {
                let is_whole = before.get(name) == Some(bytes) || after.get(name) == Some(bytes);
                assert!(is_whole, "{name} is neither the old file nor the new one");
            }
            let gone = before.keys().find(|name| !name.contains(".wep") && !now.contains_key(*name));
            assert_eq!(gone, None, "is gone");
            if !chance.one_in(3) {
                break;
            }
        }
        good(&folder, &DOSSIER, 3);
        let now = files(&folder);
        assert!(is_clean(&now), "{:?}", now.keys());
        assert_eq!(different(&lasting(now), &after), Vec::<String>::new(), "round {round}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
