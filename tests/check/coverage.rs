//! No code of a finding stands unused, and every code is unlike the others.

use std::collections::BTreeSet;

use wep::check::Code;
use wep::load::read_str;
use wep::model::{Wep, file};

use super::mistakes::MISTAKES;
use super::with_mistake;

#[test]
fn slugs_are_unique_and_every_code_has_a_meaning() {
    let slugs: BTreeSet<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    assert_eq!(slugs.len(), Code::ALL.len());
    assert!(Code::ALL.iter().all(|code| code.meaning().ends_with('.')));
}

#[test]
fn every_code_is_found_by_some_mistake() {
    let mut found: BTreeSet<Code> =
        MISTAKES.iter().flat_map(|mistake| with_mistake(mistake).0).map(|finding| finding.code).collect();
    // These are about a file as a whole, which a mistake in a text cannot be.
    let (_, findings, _) = read_str::<Wep>(file::WEP, b"gemeente: S\xfadwest");
    found.extend(findings.iter().map(|finding| finding.code));
    let (_, findings, _) = read_str::<Wep>(file::WEP, b"");
    found.extend(findings.iter().map(|finding| finding.code));
    // A file with one of these is not read at all.
    let (_, findings, _) =
        read_str::<Wep>(file::WEP, "a: 111222333\nb: NL91ABNA0417164300\nc: Jan Bos heeft PTSS\nd: geb. 12-3-1984\n");
    found.extend(findings.iter().map(|finding| finding.code));
    let templates = tempfile::tempdir().unwrap();
    std::fs::create_dir(templates.path().join("sjablonen")).unwrap();
    for (name, text) in [("Brief.md", ""), ("keuzes.md.hbs", "{{x}}")] {
        std::fs::write(templates.path().join("sjablonen").join(name), text).unwrap();
    }
    let loaded = wep::load::load(templates.path()).unwrap();
    found.extend(loaded.findings.iter().map(|finding| finding.code));
    let faults = wep::document::eigen::faults(&loaded.project);
    let faults = faults.iter().filter_map(|fault| wep::report::findings::of_template(fault, &loaded.sources));
    found.extend(faults.map(|finding| finding.code));
    let empty = tempfile::tempdir().unwrap();
    found.extend(wep::load::load(empty.path()).unwrap().findings.iter().map(|finding| finding.code));
    // One party, a signature of another organisation, and an approval of a plan that is not there.
    let (convenant, ..) = read_str(file::CONVENANT, "partijen: [{organisatie: a}]");
    let (organisaties, ..) = read_str(file::ORGANISATIES, "organisaties: [{id: a}, {id: b}]");
    let (voortgang, ..) =
        read_str(file::VOORTGANG, "handtekeningen: [{organisatie: b}]\ngoedkeuringen: [{organisatie: a}]");
    let project = wep::model::Project { convenant, organisaties, voortgang, ..Default::default() };
    found.extend(wep::check::check(&project).iter().map(|finding| finding.code));
    let missing: Vec<&str> = Code::ALL.iter().filter(|code| !found.contains(code)).map(|code| code.slug()).collect();
    assert_eq!(missing, [""; 0], "no mistake gives these");
}
