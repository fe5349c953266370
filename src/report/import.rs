//! The plan of an import on the terminal: what each column is, and what each row would do; and the same as JSON.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::lines::{plain, wrapped};
use crate::dutch::counted;
use crate::import::columns::{Certainty, Column, Purpose};
use crate::import::plan::{Change, Outcome, Plan, Planned};
use crate::import::table::{Form, Table};

/// So many rows of a kind are shown; of more, the rest is counted.
const SHOWN: usize = 8;
/// A value is shown so long.
const VALUE: usize = 60;
/// Lines are no longer than this, however wide the screen.
const WIDEST: usize = 110;

/// The plan as lines of at most `width` columns. `all` shows every row instead of the first of each kind.
pub fn plan(table: &Table, columns: &[Column], plan: &Plan, width: usize, all: bool) -> String {
    let width = width.clamp(40, WIDEST);
    let mut lines = wrapped(&form(table), width);
    lines.push(String::new());
    lines.extend(mapping(columns, width));
    lines.push(String::new());
    lines.extend(wrapped(&counts(plan), width));
    let limit = if all { usize::MAX } else { SHOWN };
    // Faults are what the user must see: they are never cut short.
    for (title, kind, limit) in [
        ("Nieuw", 0, limit),
        ("Gewijzigd", 1, limit),
        ("Twijfel: wep doet niets met deze rijen tot u kiest", 3, limit),
        ("Niet te lezen: deze rijen worden overgeslagen", 4, usize::MAX),
    ] {
        let rows: Vec<&Planned> = plan.rows.iter().filter(|row| number(&row.outcome) == kind).collect();
        if rows.is_empty() {
            continue;
        }
        lines.extend([String::new(), format!("{title} ({})", rows.len())]);
        for row in rows.iter().take(limit) {
            lines.extend(entry(row, width));
        }
        if rows.len() > limit {
            lines.push(format!("  … en nog {}; toon ze met -v", rows.len() - limit));
        }
    }
    let unclear = plan.unclear();
    if !unclear.is_empty() {
        lines.extend([String::new(), "Zeg wat deze woorden betekenen, met --waarde:".to_owned()]);
        for (unclear, count) in unclear.iter().take(limit) {
            let rows = counted(*count, "rij", "rijen");
            let text = shortened(&unclear.text);
            let near = unclear.near.as_deref().and_then(|near| near.split('’').next());
            let near = near.map_or("…", |near| near.trim_start_matches('‘'));
            lines.extend(hanging("  ", &format!("--waarde \"{text}={near}\" ({rows})"), width));
        }
        if unclear.len() > limit {
            lines.push(format!("  … en nog {}; toon ze met -v", unclear.len() - limit));
        }
    }
    let remarks: Vec<(&Planned, &String)> =
        plan.rows.iter().flat_map(|row| row.remarks.iter().map(move |remark| (row, remark))).collect();
    if !remarks.is_empty() {
        lines.extend([String::new(), format!("Hersteld ({})", remarks.len())]);
        for (row, remark) in remarks.iter().take(limit) {
            lines.extend(hanging("  ", &format!("{}: {}", row.place, plain(remark)), width));
        }
        if remarks.len() > limit {
            lines.push(format!("  … en nog {}; toon ze met -v", remarks.len() - limit));
        }
    }
    lines.join("\n") + "\n"
}

fn form(table: &Table) -> String {
    let Form { kind, encoding, separator, sheet, other_sheets } = &table.form;
    let separator = separator.map(|separator| match separator {
        '\t' => "tab tussen de cellen".to_owned(),
        separator => format!("‘{separator}’ tussen de cellen"),
    });
    let sheet = sheet.as_ref().map(|name| format!("werkblad ‘{}’", plain(name)));
    let parts = [encoding.map(str::to_owned), separator, sheet];
    let details: Vec<String> = parts.into_iter().flatten().chain([format!("kop in {}", table.header)]).collect();
    let mut text = format!("Gelezen als {kind}: {}.", details.join(", "));
    if !other_sheets.is_empty() {
        let names: Vec<String> = other_sheets.iter().map(|name| format!("‘{}’", plain(name))).collect();
        text.push_str(&format!(" Niet gelezen: {}; kies een werkblad met --blad.", names.join(", ")));
    }
    text
}

fn mapping(columns: &[Column], width: usize) -> Vec<String> {
    let title = |column: &Column| match column.header.as_str() {
        "" => format!("kolom {}", column.letter),
        header => shortened(header),
    };
    let widest = columns.iter().map(|column| title(column).width()).max().unwrap_or(0).min(width / 2 - 4);
    let mut lines = vec!["Kolommen".to_owned()];
    for column in columns {
        let title = title(column);
        let fill = widest.saturating_sub(title.width());
        let head = format!("  {title}{:fill$}  → ", "");
        let indent = head.width().min(width / 2 + 2);
        let room = width.saturating_sub(indent).max(20);
        for (index, line) in wrapped(&purpose(&column.purpose), room).into_iter().enumerate() {
            lines.push(if index == 0 { format!("{head}{line}") } else { format!("{:indent$}{line}", "") });
        }
    }
    lines
}

fn purpose(purpose: &Purpose) -> String {
    match purpose {
        Purpose::Fills(field, Certainty::Sure) => field.name().to_owned(),
        Purpose::Fills(field, Certainty::Likely) => format!("{} (lijkt erop; klopt dat?)", field.name()),
        Purpose::Fills(field, Certainty::Chosen) => format!("{} (uw keuze)", field.name()),
        Purpose::Unknown => "niet ingelezen: onbekend; kies met --kolom \"KOP=VELD\"".to_owned(),
        Purpose::Remarks => "niet ingelezen: in vrije opmerkingen kan iets over een persoon staan".to_owned(),
        Purpose::Second(field, letter) => format!("niet ingelezen: kolom {letter} is al {}", field.name()),
        Purpose::LeftOut => "niet ingelezen (uw keuze)".to_owned(),
        Purpose::Personal(what) => format!("nooit ingelezen: lijkt {what} te bevatten"),
    }
}

fn counts(plan: &Plan) -> String {
    let [added, changed, same, doubt, refused] = plan.counts();
    format!(
        "{}: {added} nieuw, {changed} gewijzigd, {same} ongewijzigd, {doubt} twijfel, {refused} niet te lezen.",
        counted(plan.rows.len(), "rij", "rijen")
    )
}

fn entry(row: &Planned, width: usize) -> Vec<String> {
    let name = shortened(&row.name);
    let head = if name.is_empty() { row.place.to_string() } else { format!("{}: {name}", row.place) };
    let mut lines = hanging("  ", &head, width);
    let more: Vec<String> = match &row.outcome {
        Outcome::Add(_) | Outcome::Same { .. } => Vec::new(),
        Outcome::Change { changes, .. } => changes.iter().map(change).collect(),
        Outcome::Doubt(doubt) => {
            let reasons = doubt.reasons.iter().map(|reason| plain(reason));
            reasons.chain(doubt.changes.iter().map(change)).collect()
        }
        Outcome::Refused(faults) => faults
            .iter()
            .map(|fault| {
                let column = fault.column.as_ref().map(|column| format!("{}: ", shortened(column))).unwrap_or_default();
                format!("{column}{}. {}", plain(&fault.message), fault.help)
            })
            .collect(),
    };
    lines.extend(more.iter().flat_map(|text| hanging("    ", text, width)));
    lines
}

fn change(change: &Change) -> String {
    let old = if change.old.is_empty() { "(leeg)".to_owned() } else { shortened(&change.old) };
    format!("{}: {old} → {}", change.field, shortened(&change.new))
}

fn hanging(indent: &str, text: &str, width: usize) -> Vec<String> {
    let lines = wrapped(text, width.saturating_sub(indent.len() + 2).max(20)).into_iter().enumerate();
    lines
        .map(|(index, line)| if index == 0 { format!("{indent}{line}") } else { format!("{indent}  {line}") })
        .collect()
}

/// A value on one line, and not too long.
fn shortened(text: &str) -> String {
    let text = plain(text);
    match text.chars().count() > VALUE {
        true => text.chars().take(VALUE - 1).chain(['…']).collect(),
        false => text,
    }
}

fn number(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Add(_) => 0,
        Outcome::Change { .. } => 1,
        Outcome::Same { .. } => 2,
        Outcome::Doubt(_) => 3,
        Outcome::Refused(_) => 4,
    }
}

/// The plan for programs.
pub fn json(table: &Table, columns: &[Column], plan: &Plan) -> String {
    let [added, changed, same, doubt, refused] = plan.counts();
    let kolommen = columns.iter().map(|column| {
        let (veld, zekerheid) = match &column.purpose {
            Purpose::Fills(field, Certainty::Chosen) => (Some(field.name()), "gekozen"),
            Purpose::Fills(field, Certainty::Sure) => (Some(field.name()), "zeker"),
            Purpose::Fills(field, Certainty::Likely) => (Some(field.name()), "waarschijnlijk"),
            _ => (None, "niet-ingelezen"),
        };
        json!({"kolom": column.letter, "kop": column.header, "veld": veld, "zekerheid": zekerheid,
            "uitleg": purpose(&column.purpose)})
    });
    let value = json!({
        "vorm": table.form.kind,
        "codering": table.form.encoding,
        "scheiding": table.form.separator.map(String::from),
        "blad": table.form.sheet,
        "kolommen": kolommen.collect::<Vec<_>>(),
        "aantallen": {"nieuw": added, "gewijzigd": changed, "ongewijzigd": same, "twijfel": doubt, "afgekeurd": refused},
        "rijen": plan.rows.iter().map(row).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn row(row: &Planned) -> Value {
    let changes = |changes: &[Change]| -> Vec<Value> {
        changes.iter().map(|one| json!({"veld": one.field, "oud": one.old, "nieuw": one.new})).collect()
    };
    let mut value = json!({"rij": row.place.row, "regel": row.place.line, "naam": row.name, "hersteld": row.remarks});
    let more = match &row.outcome {
        Outcome::Add(one) => json!({"uitkomst": "nieuw", "organisatie": one}),
        Outcome::Change { id, changes: all, .. } => {
            json!({"uitkomst": "gewijzigd", "id": id, "wijzigingen": changes(all)})
        }
        Outcome::Same { id } => json!({"uitkomst": "ongewijzigd", "id": id}),
        Outcome::Doubt(doubt) => json!({
            "uitkomst": "twijfel",
            "redenen": doubt.reasons,
            "lijkt_op": doubt.target.as_ref().map(|target| &target.id),
            "wijzigingen": changes(&doubt.changes),
            "organisatie": doubt.organisatie,
        }),
        Outcome::Refused(faults) => {
            let told = |fault: &crate::import::plan::Fault| json!({"kolom": fault.column, "melding": fault.message, "hulp": fault.help});
            json!({"uitkomst": "afgekeurd", "fouten": faults.iter().map(told).collect::<Vec<_>>()})
        }
    };
    if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
        value.extend(more);
    }
    value
}
