//! New values over old ones, field by field. What a row leaves empty never erases anything.

use crate::model::{Aanbod, Contactpersoon, Organisatie};

/// One field that gets another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As in YAML: `adres.straat`.
    pub field: String,
    /// Empty when there was none.
    pub old: String,
    pub new: String,
}

/// The organisation with what the row says, and what that changes.
pub fn merge(old: &Organisatie, read: &Organisatie) -> (Organisatie, Vec<Change>) {
    let mut merged = old.clone();
    let mut changes = Changes(Vec::new());
    let list = |values: &[String]| values.join(", ");
    for (field, to, from, same) in [
        ("naam", &mut merged.naam, &read.naam, words as Same),
        ("korte_naam", &mut merged.korte_naam, &read.korte_naam, words),
        ("beschrijving", &mut merged.beschrijving, &read.beschrijving, words),
        ("kvk", &mut merged.kvk, &read.kvk, digits),
        ("zetel", &mut merged.zetel, &read.zetel, words),
        ("adres.straat", &mut merged.adres.straat, &read.adres.straat, words),
        ("adres.postcode", &mut merged.adres.postcode, &read.adres.postcode, letters),
        ("adres.plaats", &mut merged.adres.plaats, &read.adres.plaats, words),
        ("telefoon", &mut merged.telefoon, &read.telefoon, digits),
        ("email", &mut merged.email, &read.email, words),
        ("website", &mut merged.website, &read.website, address),
    ] {
        changes.text(field, to, from, same);
    }
    changes.value("sector", &mut merged.sector, &read.sector, |sector| sector.term().code.to_owned());
    let (from, to) = (&read.adres, &mut merged.adres);
    changes.value("adres.breedtegraad", &mut to.breedtegraad, &from.breedtegraad, ToString::to_string);
    changes.value("adres.lengtegraad", &mut to.lengtegraad, &from.lengtegraad, ToString::to_string);
    changes.value("nagekeken_op", &mut merged.nagekeken_op, &read.nagekeken_op, |datum| datum.long());
    changes.list("wijken", &mut merged.wijken, &read.wijken, list);
    changes.list("rollen", &mut merged.rollen, &read.rollen, |rollen| {
        list(&rollen.iter().map(|rol| rol.term().code.to_owned()).collect::<Vec<_>>())
    });
    for person in &read.contactpersonen {
        let place = merged.contactpersonen.iter().position(|one| alike(&one.naam, &person.naam));
        let place = place.unwrap_or_else(|| {
            merged.contactpersonen.push(Contactpersoon::default());
            merged.contactpersonen.len() - 1
        });
        let to = &mut merged.contactpersonen[place];
        changes.text("contactpersoon.naam", &mut to.naam, &person.naam, words);
        changes.text("contactpersoon.functie", &mut to.functie, &person.functie, words);
        changes.text("contactpersoon.telefoon", &mut to.telefoon, &person.telefoon, digits);
        changes.text("contactpersoon.email", &mut to.email, &person.email, words);
    }
    for offer in &read.aanbod {
        let place = merged.aanbod.iter().position(|one| alike(&one.naam, &offer.naam)).unwrap_or_else(|| {
            merged.aanbod.push(Aanbod::default());
            merged.aanbod.len() - 1
        });
        let to = &mut merged.aanbod[place];
        changes.text("aanbod.naam", &mut to.naam, &offer.naam, words);
        changes.text("aanbod.beschrijving", &mut to.beschrijving, &offer.beschrijving, words);
        changes.text("aanbod.doelgroep", &mut to.doelgroep, &offer.doelgroep, words);
        changes.text("aanbod.kosten", &mut to.kosten, &offer.kosten, words);
        changes.text("aanbod.aanmelden", &mut to.aanmelden, &offer.aanmelden, words);
        changes.list("aanbod.leefgebieden", &mut to.leefgebieden, &offer.leefgebieden, |all| {
            list(&all.iter().map(|one| one.term().code.to_owned()).collect::<Vec<_>>())
        });
    }
    (merged, changes.0)
}

/// What of a text counts when two are compared.
type Same = fn(&str) -> String;

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0031").or_else(|| digits.strip_prefix("31").filter(|rest| rest.len() == 9));
    national.map_or(digits.clone(), |rest| format!("0{rest}"))
}

fn address(text: &str) -> String {
    let small = text.trim().to_lowercase();
    small.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

fn alike(one: &Option<String>, other: &Option<String>) -> bool {
    one.as_deref().map(words) == other.as_deref().map(words)
}

struct Changes(Vec<Change>);

impl Changes {
    fn text(&mut self, field: &str, to: &mut Option<String>, from: &Option<String>, same: Same) {
        let Some(new) = from else { return };
        let old = to.clone().unwrap_or_default();
        if same(&old) != same(new) {
            self.0.push(Change { field: field.to_owned(), old, new: new.clone() });
            *to = Some(new.clone());
        }
    }

    fn value<T: Clone + PartialEq>(
        &mut self,
        field: &str,
        to: &mut Option<T>,
        from: &Option<T>,
        show: impl Fn(&T) -> String,
    ) {
        if let Some(new) = from
            && to.as_ref() != Some(new)
        {
            let old = to.as_ref().map(&show).unwrap_or_default();
            self.0.push(Change { field: field.to_owned(), old, new: show(new) });
            *to = Some(new.clone());
        }
    }

    /// A list is another one only when it holds other things; their order does not count.
    fn list<T: Clone + PartialEq>(&mut self, field: &str, to: &mut Vec<T>, from: &[T], show: impl Fn(&[T]) -> String) {
        let same = to.len() == from.len() && from.iter().all(|one| to.contains(one));
        if !from.is_empty() && !same {
            self.0.push(Change { field: field.to_owned(), old: show(to), new: show(from) });
            *to = from.to_vec();
        }
    }
}
