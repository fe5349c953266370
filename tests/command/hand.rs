//! Documents that a person edited, through the commands that make them again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::documents::{replace, veldrijk};
use super::{names, text, wep};

const NAME: (&str, &str) = ("naam: Wijk en Psychiatrie Veldrijk", "naam: WeP Veldrijk");

/// A covenant in this format that wep made and a person edited after that.
struct Convenant {
    _base: tempfile::TempDir,
    folder: PathBuf,
    format: &'static str,
}

impl Convenant {
    fn edited(format: &'static str, edit: impl Fn(&Path)) -> Convenant {
        let base = tempfile::tempdir().unwrap();
        let folder = veldrijk(base.path());
        let convenant = Convenant { _base: base, folder, format };
        assert_eq!(convenant.make(&[]).status.code(), Some(0));
        edit(&convenant.path());
        convenant
    }

    fn make(&self, more: &[&str]) -> Output {
        wep(&self.folder, &[&["convenant", "--formaat", self.format][..], more].concat())
    }

    fn path(&self) -> PathBuf {
        self.folder.join("uitvoer/convenant").with_extension(self.format)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn rename_initiative(&self) {
        replace(&self.folder, "wep.yaml", NAME.0, NAME.1);
    }

    fn names(&self) -> Vec<String> {
        names(&self.folder.join("uitvoer")).into_iter().filter(|name| !name.starts_with('.')).collect()
    }
}

fn change(path: &Path, right: &str, wrong: &str) {
    let (folder, name) = (path.parent().unwrap(), path.file_name().unwrap().to_str().unwrap());
    replace(folder, name, right, wrong);
}

#[test]
fn markdown_is_merged_and_after_that_there_is_nothing_new() {
    let convenant = Convenant::edited("md", |path| change(path, "Artikel 1", "Artikel een"));
    let same = convenant.make(&[]);
    assert_eq!(same.status.code(), Some(0));
    assert!(text(&same.stderr).contains("uitvoer/convenant.md (zelf bewerkt,"), "{}", text(&same.stderr));
    convenant.rename_initiative();
    let merged = convenant.make(&[]);
    assert_eq!(merged.status.code(), Some(0));
    assert!(text(&merged.stderr).contains("Samengevoegd: "), "{}", text(&merged.stderr));
    let now = convenant.text();
    assert!(now.contains("Artikel een") && now.contains("WeP Veldrijk") && !now.contains("<<<"), "{now}");
    assert_eq!(convenant.make(&[]).status.code(), Some(0));
    assert_eq!((convenant.text(), convenant.names()), (now, vec!["convenant.md".to_owned()]));
}

#[test]
fn what_both_changed_is_marked_once() {
    let convenant = Convenant::edited("md", |path| change(path, "Wijk en Psychiatrie Veldrijk", "Ons WeP"));
    convenant.rename_initiative();
    let marked = convenant.make(&[]);
    assert_eq!(marked.status.code(), Some(3));
    let (said, now) = (text(&marked.stderr), convenant.text());
    assert!(said.contains("Samengevoegd: ") && said.contains("‘<<<<<<< uw versie’"), "{said}");
    assert!(now.contains("<<<<<<< uw versie\n") && now.contains("\n>>>>>>> nieuw van wep\n"), "{now}");
    let again = convenant.make(&["-q"]);
    assert_eq!((again.status.code(), convenant.text()), (Some(3), now.clone()));
    assert!(text(&again.stderr).contains("Er staan nog twee versies in"), "{}", text(&again.stderr));
    assert_eq!(convenant.make(&["--overschrijf"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(convenant.folder.join("uitvoer/convenant.bewaard-1.md")).unwrap(), now);
    assert_eq!(convenant.make(&[]).status.code(), Some(0));
}

#[test]
fn word_and_a_web_page_stay_with_the_new_version_beside_them() {
    for format in ["docx", "html"] {
        let convenant = Convenant::edited(format, |path| fs::write(path, "mijn werk").unwrap());
        assert_eq!(convenant.make(&[]).status.code(), Some(0), "there is nothing new for it");
        convenant.rename_initiative();
        let new = format!("convenant (nieuw van wep).{format}");
        for _ in 0..2 {
            let beside = convenant.make(&[]);
            assert_eq!(beside.status.code(), Some(3));
            let said = text(&beside.stderr);
            assert!(said.contains(&new) && said.contains("--overschrijf"), "{said}");
            assert_eq!(convenant.text(), "mijn werk");
            assert_eq!(convenant.names(), [new.clone(), format!("convenant.{format}")]);
        }
        assert_eq!(convenant.make(&["--overschrijf"]).status.code(), Some(0));
        assert_eq!(convenant.names(), [format!("convenant.bewaard-1.{format}"), format!("convenant.{format}")]);
        assert_eq!(convenant.make(&[]).status.code(), Some(0));
    }
}

#[test]
fn controle_shows_the_lines_and_writes_nothing() {
    for format in ["md", "html"] {
        let convenant = Convenant::edited(format, |path| change(path, "Artikel 1", "Artikel een"));
        convenant.rename_initiative();
        let before = convenant.text();
        let checked = convenant.make(&["--controle"]);
        let (shown, exit) = (text(&checked.stdout), if format == "md" { 0 } else { 3 });
        assert_eq!(checked.status.code(), Some(exit));
        let heading = format!("uitvoer/convenant.{format}, regel ");
        assert!(shown.contains(&heading) && shown.contains("WeP Veldrijk") && !shown.contains('\u{1b}'), "{shown}");
        // What is new in the page beside it takes the edit back; in the merged text that stays.
        assert_eq!(
            shown.lines().any(|line| line.starts_with("  - ") && line.contains("Artikel een")),
            format == "html"
        );
        let coloured = text(&convenant.make(&["--controle", "--kleur", "altijd"]).stdout);
        assert!(coloured.contains("\u{1b}[32m  + "), "{coloured:?}");
        assert_eq!((convenant.text(), convenant.names().len()), (before, 1));
    }
    let convenant = Convenant::edited("docx", |_| {});
    convenant.rename_initiative();
    let checked = convenant.make(&["--controle"]);
    assert!(checked.stdout.is_empty() && text(&checked.stderr).contains("Verandert:    "));
}

/// X7: what somebody filled in is put together with nothing, and shown nowhere.
#[test]
fn a_form_that_was_filled_in_is_left_as_it_is() {
    let base = tempfile::tempdir().unwrap();
    let folder = veldrijk(base.path());
    let make = |more: &[&str]| wep(&folder, &[&["intakeformulier", "--formaat", "md"][..], more].concat());
    assert_eq!(make(&[]).status.code(), Some(0));
    let path = folder.join("uitvoer/intakeformulier.md");
    let filled = format!("{}\nGraag op de fiets\n", fs::read_to_string(&path).unwrap());
    fs::write(&path, &filled).unwrap();
    replace(&folder, "wep.yaml", NAME.0, NAME.1);
    for more in [&["--controle"][..], &["--controle", "--overschrijf"], &[]] {
        let output = make(more);
        let said = text(&[output.stdout, output.stderr].concat());
        assert!(!said.contains("op de fiets"), "{more:?}: {said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), filled, "{more:?}");
    }
    assert!(
        fs::read_to_string(folder.join("uitvoer/intakeformulier (nieuw van wep).md")).unwrap().contains("WeP Veldrijk")
    );
}
