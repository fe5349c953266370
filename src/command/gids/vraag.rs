//! One question on the screen: its explanation, the right way to answer, and always a way on, back and out.

use serde_json::{Value, json};
use wep::dutch::capitalised;
use wep::model::Project;
use wep::question::{Keuze, Naar, Soort, Vraag, matching, read};
use wep::report::lines::{clean, wrapped};

use crate::ask::{Ask, AskError};
use crate::screen;

/// More choices than this are looked up by a part of the name.
const MOST_LISTED: usize = 12;

/// What people type to go back, and to go to the overview.
const BACK: &str = "<";
const ON: &str = ">";

const LATER: &str = "Later invullen";
const PREVIOUS: &str = "Vorige vraag";
const OVERVIEW: &str = "Naar het overzicht";

/// What came of a question.
#[derive(Debug, PartialEq)]
pub enum Reply {
    /// The value, and how it reads.
    Waarde(Value, String),
    /// Something new comes into this list first, with this name; then the question is answered with its id.
    Nieuw(Naar, String),
    /// This field of several is the one to answer.
    Veld(&'static str, &'static str),
    Later,
    Terug,
    Overzicht,
}

/// The keys, said once before the questions.
pub const KEYS: &str = "\
Weet u iets nog niet? Druk op Enter: dan komt de vraag later terug.
Typ < voor de vorige vraag, en > voor het overzicht van uw antwoorden.";

/// Asks; `before` is what was answered earlier and can be changed. `check` says what is wrong with a value.
pub fn ask(
    ask: &mut dyn Ask,
    project: &Project,
    vraag: &Vraag,
    before: &str,
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    explain(ask, vraag)?;
    let question = capitalised(&clean(&vraag.wat));
    match &vraag.soort {
        Soort::Keuze(keuzes) => choose(ask, &question, keuzes, &[], check),
        Soort::EenVan(fields) => one_of(ask, &question, fields),
        Soort::Verwijzing(naar) => refer(ask, project, &question, *naar, check),
        Soort::Lijst(one) => match one.as_ref() {
            Soort::Verwijzing(naar) => several(ask, project, &question, *naar, check),
            _ => typed(ask, &format!("{question} (meer met komma’s ertussen)"), vraag, before, check),
        },
        Soort::Verhaal => story(ask, &question, vraag, before, check),
        Soort::Tekst | Soort::Getal | Soort::Onderdeel => typed(ask, &question, vraag, before, check),
    }
}

fn explain(ask: &mut dyn Ask, vraag: &Vraag) -> Result<(), AskError> {
    let width = screen::width().clamp(40, 90) - 2;
    let mut lines = vec![String::new()];
    if let Some(over) = vraag.over.as_ref().filter(|over| !vraag.wat.contains(over.as_str())) {
        lines.extend(wrapped(&format!("Bij: {}", clean(over)), width));
    }
    // What the question says already is not said twice.
    let said = vraag.wat.contains(&vraag.uitleg.trim_end_matches('.').to_lowercase());
    if !said {
        lines.extend(wrapped(&clean(&vraag.uitleg), width).into_iter().map(|line| format!("  {line}")));
    }
    ask.say(&lines.join("\n"))
}

fn typed(
    ask: &mut dyn Ask,
    question: &str,
    vraag: &Vraag,
    before: &str,
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    let right = |text: &str| match text.trim() {
        "" | BACK | ON => Ok(()),
        text => read(&vraag.soort, text).map_err(|wrong| wrong.0).and_then(|value| check(&value)),
    };
    let answer = ask.text(question, before, &right)?;
    let value = |text: &str| Reply::Waarde(read(&vraag.soort, text).unwrap_or_default(), text.to_owned());
    Ok(elsewhere(&answer).unwrap_or_else(|| value(answer.trim())))
}

/// Where someone wants to go who types no answer.
fn elsewhere(typed: &str) -> Option<Reply> {
    match typed.trim() {
        "" => Some(Reply::Later),
        BACK => Some(Reply::Terug),
        ON => Some(Reply::Overzicht),
        _ => None,
    }
}

/// A longer text: on the line, or in an editor when there is one.
fn story(
    ask: &mut dyn Ask,
    question: &str,
    vraag: &Vraag,
    before: &str,
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    if ask.has_editor() {
        let choices =
            ["Hier typen, op één regel", "In een tekstverwerker", LATER, PREVIOUS, OVERVIEW].map(str::to_owned);
        match ask.choice(question, &choices, 0)? {
            0 => {}
            1 => loop {
                let Some(text) = ask.in_editor(before)?.map(|text| text.trim().to_owned()) else {
                    return Ok(Reply::Later);
                };
                if text.is_empty() {
                    return Ok(Reply::Later);
                }
                match check(&json!(text)) {
                    Ok(()) => {
                        let first = text.lines().next().unwrap_or_default();
                        let shown = if first.len() < text.len() { format!("{first} …") } else { text.clone() };
                        return Ok(Reply::Waarde(json!(text), shown));
                    }
                    Err(why) => ask.say(&format!("Dat kan niet: {}", clean(&why)))?,
                }
            },
            place => return Ok(way_out(place - 2)),
        }
    }
    typed(ask, question, vraag, before, check)
}

/// One of these; below them what else can be done, and the ways out.
fn choose(
    ask: &mut dyn Ask,
    question: &str,
    keuzes: &[Keuze],
    others: &[(&str, Reply)],
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    loop {
        let mut choices: Vec<String> = keuzes.iter().map(|keuze| capitalised(&clean(&keuze.naam))).collect();
        choices.extend(others.iter().map(|(name, _)| capitalised(name)));
        choices.extend([LATER, PREVIOUS, OVERVIEW].map(str::to_owned));
        let place = ask.choice(question, &choices, 0)?;
        if let Some(keuze) = keuzes.get(place) {
            match check(&keuze.waarde) {
                Ok(()) => return Ok(Reply::Waarde(keuze.waarde.clone(), keuze.naam.clone())),
                Err(why) => ask.say(&format!("Dat kan niet: {}", clean(&why)))?,
            }
            continue;
        }
        return Ok(match others.get(place - keuzes.len()) {
            Some((_, Reply::Nieuw(naar, _))) => new_name(ask, *naar)?,
            Some(_) => Reply::Later,
            None => way_out(place - keuzes.len() - others.len()),
        });
    }
}

fn way_out(place: usize) -> Reply {
    match place {
        0 => Reply::Later,
        1 => Reply::Terug,
        _ => Reply::Overzicht,
    }
}

fn one_of(
    ask: &mut dyn Ask,
    question: &str,
    fields: &'static [(&'static str, &'static str)],
) -> Result<Reply, AskError> {
    let mut choices: Vec<String> = fields.iter().map(|(_, name)| capitalised(name)).collect();
    choices.extend([LATER, PREVIOUS, OVERVIEW].map(str::to_owned));
    let place = ask.choice(question, &choices, 0)?;
    Ok(match fields.get(place) {
        Some((field, name)) => Reply::Veld(field, name),
        None => way_out(place - fields.len()),
    })
}

/// Something that is known already, or something new.
fn refer(
    ask: &mut dyn Ask,
    project: &Project,
    question: &str,
    naar: Naar,
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    let all = naar.keuzes(project);
    let others = [(naar.een_andere(), Reply::Nieuw(naar, String::new()))];
    if all.len() <= MOST_LISTED {
        return choose(ask, question, &all, &others, check);
    }
    let right = |text: &str| match matching(&all, text) {
        found if found.is_empty() && text != BACK && text != ON => Err("dat deel komt in geen naam voor".to_owned()),
        _ => Ok(()),
    };
    let letters = ask.text(&format!("{question} (typ een deel van de naam)"), "", &right)?;
    if let Some(reply) = elsewhere(&letters) {
        return Ok(reply);
    }
    let mut found = matching(&all, &letters);
    found.truncate(MOST_LISTED);
    choose(ask, question, &found, &others, check)
}

/// Several of what is known: one after the other, until it is enough.
fn several(
    ask: &mut dyn Ask,
    project: &Project,
    question: &str,
    naar: Naar,
    check: &dyn Fn(&Value) -> Result<(), String>,
) -> Result<Reply, AskError> {
    let mut values: Vec<Value> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    loop {
        let reply = if values.is_empty() {
            refer(ask, project, question, naar, &|value| check(&json!([value])))?
        } else {
            let left: Vec<Keuze> =
                naar.keuzes(project).into_iter().filter(|keuze| !values.contains(&keuze.waarde)).collect();
            let enough = format!("Klaar: {}", clean(&names.join(", ")));
            let left: Vec<Keuze> = left.into_iter().take(MOST_LISTED).collect();
            let mut choices = vec![enough];
            choices.extend(left.iter().map(|keuze| capitalised(&clean(&keuze.naam))));
            match ask.choice(&format!("{question}: nog meer?"), &choices, 0)? {
                0 => return Ok(Reply::Waarde(Value::Array(values), names.join(", "))),
                place => Reply::Waarde(left[place - 1].waarde.clone(), left[place - 1].naam.clone()),
            }
        };
        match reply {
            Reply::Waarde(value, name) => {
                values.push(value);
                names.push(name);
            }
            other => return Ok(other),
        }
    }
}

fn new_name(ask: &mut dyn Ask, naar: Naar) -> Result<Reply, AskError> {
    let what = match naar {
        Naar::Organisatie => "De volledige naam van de organisatie",
        Naar::Locatie => "De naam van de plek",
        Naar::Wijk => "De naam van de wijk",
        Naar::Persoon => "De naam",
    };
    let name = ask.text(&format!("{what} (leeg: toch niet)"), "", &|_| Ok(()))?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(match (name.is_empty(), naar) {
        (true, _) => Reply::Later,
        (false, Naar::Persoon) => Reply::Waarde(json!(name), name),
        (false, _) => Reply::Nieuw(naar, name),
    })
}
