//! Any style that people mix: outside the touched entry every line stays, in order.

use proptest::prelude::*;
use wep::edit::organisaties::{add, change, remove};
use wep::load::read_str;
use wep::model::{Organisatie, Organisaties, file};

/// One organisation as lines without indent, and whether empty lines and comments stand around it.
fn entry() -> impl Strategy<Value = (Vec<String>, bool, bool)> {
    let name = prop::sample::select(vec![
        "naam: Kort",
        "\"naam\": \"met: dubbele punt\" # let op",
        "naam: 'het ''s'",
        "naam:",
        "naam: >-\n>een\n>twee",
        "naam: |\n>een\n\n>twee",
    ]);
    let list = prop::sample::select(vec![
        "wijken: [a, \"b, c\"]",
        "wijken:\n- a\n# tussen\n- b",
        "wijken: []",
        "wijken:\n>- a",
    ]);
    let more = prop::sample::select(vec![
        "",
        "# los",
        "adres:\n>straat: Laan 1 # hoek",
        "adres: {straat: Laan 1}",
        "zetel: &z Veld",
    ]);
    (name, list, more, any::<bool>(), any::<bool>()).prop_map(|(name, list, more, comment, blank)| {
        let lines = [name, list, more].into_iter().flat_map(|part| part.split('\n')).map(str::to_owned);
        (lines.collect(), comment, blank)
    })
}

fn file_text(entries: &[(Vec<String>, bool, bool)], dash: usize, gap: usize, windows: bool, ends: bool) -> String {
    let mut text = String::from("# kop\norganisaties: # de lijst\n");
    for (number, (lines, comment, blank)) in entries.iter().enumerate() {
        if *comment {
            text.push_str(&format!("{:dash$}# over {number}\n", ""));
        }
        text.push_str(&format!("{:dash$}{:<gap$}id: o{number}\n", "", "-"));
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let depth = dash + gap;
            let line = line.replace('>', "    ").replace("naam:     -", "naam: >-");
            text.push_str(&format!("{:depth$}{line}\n", ""));
        }
        if *blank {
            text.push('\n');
        }
    }
    let text = if ends { text + "# slot\nbehoeften: []\n" } else { text.trim_end().to_owned() };
    if windows { text.replace('\n', "\r\n") } else { text }
}

fn read(text: &str) -> Vec<Organisatie> {
    read_str::<Organisaties>(file::ORGANISATIES, text).0.organisaties
}

/// The lines of `text` that are not about this organisation.
fn others(text: &str, id: &str) -> Vec<String> {
    let mut mine = false;
    let mut kept = Vec::new();
    for line in text.split_inclusive('\n') {
        let content = line.trim_start();
        if content.starts_with("- ") && content.contains("id: o") {
            mine = content.trim_end().ends_with(&format!("id: {id}"));
        } else if content.starts_with("# over ") || line.starts_with("# slot") || line.starts_with("behoeften") {
            mine = false;
        }
        if !mine && !content.is_empty() {
            kept.push(line.trim_end_matches(['\n', '\r']).to_owned());
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_the_touched_entry_changes(
        entries in prop::collection::vec(entry(), 1..5), dash in 0usize..5, gap in 2usize..5,
        windows: bool, ends: bool, which in 0usize..5,
    ) {
        let text = file_text(&entries, dash, gap, windows, ends);
        let before = read(&text);
        prop_assert_eq!(before.len(), entries.len(), "{}", text);
        let id = format!("o{}", which % entries.len());
        let place = which % entries.len();

        let mut to = before[place].clone();
        to.naam = Some("Nieuw: #1".into());
        to.wijken.push("erbij".into());
        to.adres.plaats = Some("Veldrijk".into());
        let changed = change(&text, &id, &to).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&read(&changed)[place], &to);
        prop_assert_eq!(others(&changed, &id), others(&text, &id), "{}", changed);

        let new = Organisatie { id: Some("o9".into()), ..to };
        let added = add(&text, &new).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        let all = read(&added);
        prop_assert_eq!(all.last(), Some(&new));
        prop_assert_eq!(others(&added, "o9"), others(&text, "o9"), "{}", added);

        let removed = remove(&text, &id).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(read(&removed).len(), entries.len() - 1);
        prop_assert_eq!(removed.contains('\r'), windows);
    }
}
