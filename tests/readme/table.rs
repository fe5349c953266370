//! The tables of commands say what `wep --help` says. `WEP_UPDATE=1 cargo test --locked the_tables_of_commands` writes the
//! words of the program into them; in which table a command stands, and in which order, a person decides.

use std::collections::BTreeMap;
use std::fs;

use super::{helps, path, readme};

/// How a row with a command begins.
const ROW: &str = "| `wep ";

/// For each command its row: how it is called, and what it does.
fn rows() -> BTreeMap<String, String> {
    let row = |help: &str| {
        let paragraph = |first: &str| {
            let lines = help.lines().skip_while(|line| !line.starts_with(first));
            lines.take_while(|line| !line.is_empty()).map(str::trim).collect::<Vec<_>>().join(" ")
        };
        let usage = paragraph("Gebruik: ").replace("Gebruik: ", "").replace(" [OPTIES]", "").replace('|', "\\|");
        format!("| `{usage}` | {} |", paragraph(""))
    };
    helps().into_iter().map(|(command, help)| (command, row(&help))).collect()
}

/// The command of a row: its words up to the first argument.
fn command(row: &str) -> String {
    let usage = row.trim_start_matches("| `").split('`').next().unwrap_or_default();
    usage.split(' ').take_while(|word| !word.starts_with(['<', '['])).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_tables_of_commands_say_what_the_program_says_of_each_once() {
    let (rows, before) = (rows(), readme());
    assert!(rows.len() > 30, "{rows:#?}");
    let mut missing = rows.clone();
    let mut lines: Vec<&str> = Vec::new();
    let mut last = 0;
    for line in before.lines() {
        if !line.starts_with(ROW) {
            lines.push(line);
        } else if let Some(row) = missing.remove(&command(line)).and_then(|_| rows.get(&command(line))) {
            lines.push(row);
            last = lines.len();
        }
    }
    for row in missing.keys().map(|name| &rows[name]) {
        lines.insert(last, row);
        last += 1;
    }
    let after = lines.join("\n") + "\n";
    if std::env::var_os("WEP_UPDATE").is_some() {
        fs::write(path(), &after).unwrap();
    }
    let now = readme();
    let strange: Vec<&str> = now.lines().filter(|line| !after.lines().any(|other| other == *line)).collect();
    assert!(
        now == after,
        "not as the program says: {strange:#?}; it lacks {:?}. Run with WEP_UPDATE=1",
        missing.keys().collect::<Vec<_>>()
    );
}
