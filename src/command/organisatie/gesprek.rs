//! The questions about one organisation: ask, show what was answered, change it, and only then save.

use wep::model::{Organisatie, Rol, Wijk};
use wep::report::lines::clean;

use super::veld::{self, Veld};
use crate::ask::{Ask, AskError};

const NO_SECTOR: &str = "Weet ik niet";
const SAVE: &str = "Opslaan";
const STOP: &str = "Stoppen zonder opslaan";

/// The columns that a value gets in the list of fields.
const SHOWN: usize = 50;

/// Someone with whom we talk about an organisation.
pub struct Gesprek<'a> {
    pub ask: &'a mut dyn Ask,
    pub wijken: &'a [Wijk],
    /// What else there may be against an organisation, in Dutch.
    pub objection: &'a dyn Fn(&Organisatie) -> Option<String>,
}

impl Gesprek<'_> {
    /// Asks for one field.
    pub fn question(&mut self, veld: Veld, about: &mut Organisatie) -> Result<(), AskError> {
        if veld == Veld::Sector {
            return self.sector(about);
        }
        let before = veld.text(about);
        if before.contains(char::is_control) {
            return self.ask.say("Deze tekst heeft meer regels. Verander die in het bestand zelf.");
        }
        let check = |answer: &str| {
            let mut tried = about.clone();
            veld.put(&mut tried, answer, self.wijken)?;
            (self.objection)(&tried).map_or(Ok(()), Err)
        };
        let answer = self.ask.text(&self.wording(veld), &before, &check)?;
        // The answer has passed the check.
        let _ = veld.put(about, &answer, self.wijken);
        Ok(())
    }

    /// Shows the fields until the user saves (true) or stops (false).
    pub fn menu(&mut self, about: &mut Organisatie) -> Result<bool, AskError> {
        let mut place = 0;
        loop {
            let mut choices = vec![SAVE.to_owned()];
            choices.extend(
                Veld::ALL.map(|veld| format!("{:<13} {}", format!("{}:", veld.label()), shown(&veld.text(about)))),
            );
            choices.push(STOP.to_owned());
            place = self.ask.choice("Kies wat u wilt wijzigen, of sla op", &choices, place)?;
            match place {
                0 => return Ok(true),
                place if place <= Veld::ALL.len() => self.question(Veld::ALL[place - 1], about)?,
                _ => return Ok(false),
            }
            place = 0;
        }
    }

    fn sector(&mut self, about: &mut Organisatie) -> Result<(), AskError> {
        let names = veld::sectors();
        let before = Veld::Sector.text(about);
        let preset = names.iter().position(|name| *name == before).unwrap_or(0);
        let mut choices: Vec<String> = names.iter().map(|name| name.replace('_', " ")).collect();
        choices.push(NO_SECTOR.to_owned());
        let place = self.ask.choice("Sector", &choices, preset)?;
        about.sector = names.get(place).and_then(|name| veld::sector(name).ok());
        Ok(())
    }

    fn wording(&self, veld: Veld) -> String {
        let label = veld.label();
        match veld {
            Veld::Naam => label.to_owned(),
            Veld::Wijken => {
                let ids: Vec<&str> = self.wijken.iter().filter_map(|wijk| wijk.id.as_deref()).collect();
                let known = format!("kies uit {}", ids.join(", "));
                format!("{label} ({})", if known.len() <= SHOWN { known } else { "met komma’s ertussen".to_owned() })
            }
            Veld::Rollen => format!("{label} ({})", Rol::ALL.map(|rol| rol.term().code).join(", ")),
            Veld::NagekekenOp => format!("{label} (zoals 11 januari 2027)"),
            _ => format!("{label} (mag leeg)"),
        }
    }
}

/// One short line.
fn shown(text: &str) -> String {
    let line = clean(text);
    match line.chars().count() {
        0 => "–".to_owned(),
        length if length > SHOWN => format!("{}…", line.chars().take(SHOWN - 1).collect::<String>()),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::script::Script;

    #[test]
    fn a_field_is_chosen_asked_and_saved() {
        let wijken = [Wijk { id: Some("noord".into()), naam: Some("Noord".into()) }];
        let answers = ["KvK", "12", "99000001", "99000002", "Wijken", "zuid", "Noord", "Sector", "ggz", "Opslaan"];
        let mut script = Script::new(&answers);
        let objection =
            |one: &Organisatie| (one.kvk.as_deref() == Some("99000001")).then(|| "die is al van een ander".to_owned());
        let mut one = Organisatie { naam: Some("A".into()), ..Organisatie::default() };
        let saved = Gesprek { ask: &mut script, wijken: &wijken, objection: &objection }.menu(&mut one).unwrap();
        assert!(saved && script.is_done());
        assert_eq!((one.kvk.as_deref(), one.wijken.as_slice()), (Some("99000002"), &["noord".to_owned()][..]));
        assert_eq!(Veld::Sector.text(&one), "ggz");
        let seen = script.seen.join("\n");
        assert!(seen.contains("acht cijfers") && seen.contains("al van een ander") && seen.contains("geen wijk"));
    }

    #[test]
    fn stopping_and_breaking_off_save_nothing() {
        let mut one = Organisatie::default();
        let mut stop = Script::new(&["Stoppen"]);
        assert!(!Gesprek { ask: &mut stop, wijken: &[], objection: &|_| None }.menu(&mut one).unwrap());
        let mut nothing = Script::new(&[]);
        assert!(Gesprek { ask: &mut nothing, wijken: &[], objection: &|_| None }.menu(&mut one).is_err());
    }
}
