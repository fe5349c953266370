//! `wep schema`: the schemas beside the YAML, brought up to date or shown.

use std::fs;
use std::path::Path;

use wep::model::file;

use super::{text, wep};

/// The example with its schemas, in a folder below this one.
fn veldrijk(base: &Path) -> std::path::PathBuf {
    assert!(wep(base, &["init", "--voorbeeld"]).status.success());
    base.join("veldrijk")
}

#[test]
fn what_is_old_or_gone_comes_back_and_what_is_right_is_left_alone() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let schemas = folder.join(".wep/schema");
    let (old, gone) = (schemas.join("wep.schema.json"), schemas.join("team.schema.json"));
    let whole = fs::read(&old).unwrap();
    let output = wep(&folder, &["schema"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert!(text(&output.stderr).contains("zijn al van deze wep"), "{}", text(&output.stderr));

    fs::write(&old, "{}").unwrap();
    fs::remove_file(&gone).unwrap();
    let said = text(&wep(&folder, &["schema"]).stderr);
    let told: Vec<&str> = said.lines().collect();
    assert_eq!(told.len(), 2, "{said}");
    assert!(told[0].starts_with("Bijgewerkt:   ") && told[0].ends_with("wep.schema.json"), "{said}");
    assert!(told[1].starts_with("Gemaakt:      ") && told[1].ends_with("team.schema.json"), "{said}");
    assert!(fs::read(&old).unwrap() == whole && gone.is_file());

    // A folder of an older wep may have no schemas at all; the folder may be named, too.
    fs::remove_dir_all(&schemas).unwrap();
    assert!(wep(base.path(), &["-C", "veldrijk", "schema"]).status.success());
    assert_eq!(fs::read_dir(&schemas).unwrap().count(), file::ALL.len());
}

#[test]
fn the_schema_of_one_file_is_shown_as_it_lies_beside_it() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    for name in file::ALL {
        let stem = name.strip_suffix(".yaml").unwrap();
        let beside = fs::read(folder.join(format!(".wep/schema/{stem}.schema.json"))).unwrap();
        for named in [name, stem] {
            // It belongs to wep and not to a gemeente.
            let output = wep(base.path(), &["schema", named]);
            assert!(output.status.success() && output.stdout == beside, "{named}");
        }
    }
}

#[test]
fn what_is_no_file_of_wep_is_refused_and_so_is_a_place_without_gemeente() {
    let base = tempfile::tempdir().unwrap();
    let output = wep(base.path(), &["schema", "temm.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("Bedoelde u ‘team.yaml’?"), "{}", text(&output.stderr));
    let output = wep(base.path(), &["schema"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("hier is geen map van een gemeente"), "{}", text(&output.stderr));
}

#[cfg(unix)]
#[test]
fn a_link_leads_no_schema_out_of_the_folder() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let elsewhere = tempfile::tempdir().unwrap();
    fs::remove_dir_all(folder.join(".wep/schema")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.join(".wep/schema")).unwrap();
    let output = wep(&folder, &["schema"]);
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}
