//! Editing YAML: an edit of any text is refused, or gives a text that says what was asked, to wep and to serde_yaml.

use serde_json::{Value, json};
use wep::edit::EditError;
use wep::edit::organisaties::{add, change, remove};
use wep::edit::project::{apply, value_of, with_value};
use wep::model::{Organisatie, Project};

use super::choice::Choice;
use super::part::{PARTS, Part, is_broken, pruned};

/// The first bytes choose the edit, the rest is the text.
pub fn edit(data: &[u8]) {
    let mut choice = Choice::new(data);
    let part = PARTS[choice.below(PARTS.len())];
    let kind = choice.below(4);
    let (which, deep) = (usize::from(choice.byte()), choice.byte());
    let value = value(&mut choice);
    let words = choice.text();
    let text = String::from_utf8_lossy(choice.rest());

    let mut before = Project::default();
    let (found, _) = part.read(text.as_bytes(), &mut before);
    let broken = is_broken(&found);
    let organisaties = &before.organisaties.organisaties;
    let one = (!organisaties.is_empty()).then(|| organisaties[which % organisaties.len()].clone());
    let (edited, wanted) = match (kind, one) {
        (0, _) if part.file == "organisaties.yaml" => {
            let new = Organisatie { id: Some(format!("nieuw-{which}")), naam: Some(words), ..Organisatie::default() };
            let mut after = before.clone();
            after.organisaties.organisaties.push(new.clone());
            (add(&text, &new), after)
        }
        (1, Some(mut to)) => {
            let id = to.id.clone().unwrap_or_default();
            to.naam = Some(words);
            to.wijken.push("erbij".to_owned());
            let mut after = before.clone();
            after.organisaties.organisaties[which % organisaties.len()] = to.clone();
            (change(&text, &id, &to), after)
        }
        (2, Some(gone)) => {
            let mut after = before.clone();
            after.organisaties.organisaties.remove(which % organisaties.len());
            (remove(&text, &gone.id.unwrap_or_default()), after)
        }
        _ => {
            let mut changed = value_of(&before, part.file);
            let place = place(&mut changed, which, deep);
            *place = value;
            // A value of the wrong kind cannot stand there.
            let Ok(after) = with_value(&before, part.file, changed) else { return };
            (apply(part.file, &text, &before, &after), after)
        }
    };
    outcome(part, &text, broken, edited, &value_of(&wanted, part.file));
}

fn outcome(part: Part, text: &str, broken: bool, edited: Result<String, EditError>, wanted: &Value) {
    let edited = match edited {
        Ok(edited) => edited,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert!(!broken, "a text with errors is not edited: {text}");
    assert_eq!(edited.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
    let mut read = Project::default();
    let (found, _) = part.read(edited.as_bytes(), &mut read);
    assert!(!is_broken(&found), "{found:?} in {edited}");
    assert_eq!(pruned(&value_of(&read, part.file)), pruned(wanted), "{edited}");
    let theirs = part.theirs(edited.trim_start_matches('\u{feff}')).expect("serde_yaml reads it");
    assert_eq!(pruned(&theirs), pruned(wanted), "{edited}");
    if !text.contains('\r') && !wanted.to_string().contains("\\r") {
        assert!(!edited.contains('\r'), "{edited:?}");
    }
    first_comments(text, &edited);
}

/// A comment on a line of its own before the first field is never touched.
fn first_comments(text: &str, edited: &str) {
    let head = |text: &str| -> Vec<String> {
        // A line may also end as on an old Mac.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = text.trim_start_matches('\u{feff}').lines();
        lines.take_while(|line| line.starts_with('#')).map(str::to_owned).collect()
    };
    let (before, after) = (head(text), head(edited));
    assert!(after.starts_with(&before), "{before:?} became {after:?}");
}

/// A place in the value: down along one way, as deep as `deep` says.
fn place(value: &mut Value, which: usize, deep: u8) -> &mut Value {
    let mut place = value;
    for step in 0..usize::from(deep % 5) + 1 {
        let is_end = match &*place {
            Value::Object(fields) => fields.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => true,
        };
        if is_end {
            break;
        }
        place = match place {
            Value::Object(fields) => {
                let at = (which >> step) % fields.len();
                fields.values_mut().nth(at).expect("counted")
            }
            Value::Array(items) => {
                let at = (which >> step) % items.len();
                &mut items[at]
            }
            end => end,
        };
    }
    place
}

fn value(choice: &mut Choice) -> Value {
    match choice.below(9) {
        0 => Value::Null,
        1 => json!(choice.text()),
        2 => {
            json!(choice.of(&["ja", "nee", "no", "1e3", "0x1F", "~", "2027-01-11", "10:30", "- a", "a: b", "'", "# x"]))
        }
        3 => json!(choice.byte()),
        4 => json!(choice.flag()),
        5 => json!([choice.text()]),
        6 => json!([]),
        7 => json!([{ "id": choice.text(), "naam": choice.text() }]),
        _ => json!({ "naam": choice.text() }),
    }
}
