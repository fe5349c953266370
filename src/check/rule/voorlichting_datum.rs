//! What stands on a poster about days is right: the weekday fits the date, the year is there, the end comes after the
//! beginning.

use super::super::{Code, Finding, Route};
use crate::calendar::{MONTHS, WEEKDAYS, holiday};
use crate::model::{Datum, Opgave, Project, Voorlichting, Wanneer, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let all = &project.voorlichting;
    let mut findings = when(&all.inloop.wanneer, None, &Route::from("inloop"));
    for (index, poster) in all.posters.iter().enumerate() {
        let route = Route::from("posters").index(index);
        findings.extend(when(&poster.wanneer, poster.aanmelden.tot_en_met, &route));
    }
    let afternoon = &all.gespreksmiddag;
    let route = Route::from("gespreksmiddag");
    findings.extend(when(&afternoon.wanneer, afternoon.aanmelden.tot_en_met, &route));
    let groups = &all.samen_doen;
    if let (Some(least), Some(most)) = (groups.groep_van, groups.groep_tot)
        && least > most
    {
        let message = format!("een groep is van {least} tot {most} mensen");
        let route = Route::from("samen_doen").field("groep_tot");
        findings.push(found(Code::GroupSize, route, message).help("schrijf het kleinste aantal bij groep_van"));
    }
    for (route, text) in texts(all) {
        findings.extend(spelled(route, text));
    }
    findings
}

fn found(code: Code, route: Route, message: String) -> Finding {
    Finding::at(code, file::VOORLICHTING, route, message)
}

fn when(when: &Wanneer, last_to_register: Option<Datum>, route: &Route) -> Vec<Finding> {
    let inside = route.field("wanneer");
    let mut findings = Vec::new();
    if let (Some(begin), Some(einde)) = (when.begin, when.einde)
        && einde <= begin
    {
        let message = format!("om {einde} uur is het klaar, maar om {begin} uur begint het");
        findings
            .push(found(Code::TimeDoesNotFit, inside.field("einde"), message).help("pas het begin of het einde aan"));
    }
    let Some(first) = when.datum else { return findings };
    if let Some(dag) = when.dag.filter(|dag| dag.name() != first.weekday()) {
        let message = format!("{} is een {}, geen {}", first.long(), first.weekday(), dag.name());
        findings.push(found(Code::WeekdayDiffers, inside.field("dag"), message).help("pas de dag of de datum aan"));
    }
    if let Some(last) = when.tot_en_met {
        if last < first {
            let message = format!("de laatste keer is {}, maar de eerste is {}", last.long(), first.long());
            findings.push(found(Code::DateOrder, inside.field("tot_en_met"), message).help("pas een van de twee aan"));
        } else if last.weekday() != first.weekday() {
            let message =
                format!("de eerste keer is op {}, maar {} is een {}", first.weekday(), last.long(), last.weekday());
            findings.push(
                found(Code::WeekdayDiffers, inside.field("tot_en_met"), message)
                    .help("bij iets wat elke week is, vallen de eerste en de laatste keer op dezelfde dag"),
            );
        }
    }
    let days = when.reeks().unwrap_or_else(|| vec![first]);
    for (index, skipped) in when.niet_op.iter().enumerate() {
        let mut with = when.clone();
        with.niet_op.clear();
        if !with.reeks().unwrap_or_default().contains(skipped) {
            let message = format!("op {} is er niets wat niet kan doorgaan", skipped.with_weekday());
            let route = inside.field("niet_op").index(index);
            findings.push(found(Code::MeetingUnknown, route, message).help("noem een dag waarop het anders wel was"));
        }
    }
    for day in &days {
        if let Some(name) = holiday(day.0) {
            let message = format!("{} is {name}", day.long());
            let help = "gaat het dan niet door, zet die dag dan bij niet_op";
            findings.push(found(Code::DateHoliday, inside.field("datum"), message).help(help));
        }
    }
    if let Some(last) = last_to_register.filter(|last| *last > first) {
        let message = format!("aanmelden kan tot en met {}, maar het begint al op {}", last.long(), first.long());
        let route = route.field("aanmelden").field("tot_en_met");
        findings.push(found(Code::DateOrder, route, message).help("kies een dag vóór de eerste keer"));
    }
    findings
}

/// Every text in which somebody may have written a day.
fn texts(all: &Voorlichting) -> Vec<(Route, &str)> {
    let mut texts = Texts(Vec::new());
    let Voorlichting { folder, inloop, posters, gespreksmiddag: talk, samen_doen: groups } = all;
    let route = Route::from("folder");
    texts.one(&route, "leus", &folder.leus);
    texts.each(&route, "wat_wij_doen", &folder.wat_wij_doen);
    let route = Route::from("inloop");
    texts.some(&route, [("titel", &inloop.titel), ("inleiding", &inloop.inleiding), ("kosten", &inloop.kosten)]);
    texts.each(&route, "punten", &inloop.punten);
    for (index, poster) in posters.iter().enumerate() {
        let route = Route::from("posters").index(index);
        texts.some(&route, [("titel", &poster.titel), ("leus", &poster.leus), ("inleiding", &poster.inleiding)]);
        texts.some(&route, [("begeleiding", &poster.begeleiding), ("kosten", &poster.kosten)]);
        texts.each(&route, "punten", &poster.punten);
        texts.register(&route, &poster.aanmelden);
    }
    let route = Route::from("gespreksmiddag");
    texts.some(&route, [("titel", &talk.titel), ("aanleiding", &talk.aanleiding), ("voor_wie", &talk.voor_wie)]);
    texts.one(&route, "kosten", &talk.kosten);
    texts.each(&route, "vragen", &talk.vragen);
    texts.register(&route, &talk.aanmelden);
    let route = Route::from("samen_doen");
    texts.some(&route, [("titel", &groups.titel), ("hoe_vaak", &groups.hoe_vaak), ("kosten", &groups.kosten)]);
    texts.each(&route, "voorbeelden", &groups.voorbeelden);
    texts.register(&route, &groups.aanmelden);
    texts.0
}

struct Texts<'a>(Vec<(Route, &'a str)>);

impl<'a> Texts<'a> {
    fn one(&mut self, route: &Route, field: &str, text: &'a Option<String>) {
        self.0.extend(text.as_deref().map(|text| (route.field(field), text)));
    }

    fn some<const N: usize>(&mut self, route: &Route, fields: [(&str, &'a Option<String>); N]) {
        fields.into_iter().for_each(|(field, text)| self.one(route, field, text));
    }

    fn each(&mut self, route: &Route, field: &str, items: &'a [String]) {
        let items = items.iter().enumerate();
        self.0.extend(items.map(|(index, item)| (route.field(field).index(index), item.as_str())));
    }

    fn register(&mut self, route: &Route, opgave: &'a Opgave) {
        self.one(&route.field("aanmelden"), "bereikbaar", &opgave.bereikbaar);
    }
}

/// A date that is written out in a text: “zondag 10 oktober 2027”.
struct Spelled {
    weekday: Option<&'static str>,
    day: i8,
    month: usize,
    year: Option<i16>,
}

fn spelled(route: Route, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let dates = dates_in(text);
    for (at, Spelled { weekday, day, month, year }) in dates.iter().enumerate() {
        let (weekday, day, month) = (*weekday, *day, *month);
        // “van 1 juni tot en met 29 juni 2027”: the year behind the last one is that of both.
        let year = year.or_else(|| dates[at..].iter().find_map(|next| next.year));
        let written = format!("{day} {}", MONTHS[month]);
        let Some(year) = year else {
            let message = format!("bij ‘{written}’ staat geen jaar");
            let help = format!("schrijf het jaar erbij, zoals: {written} 2027");
            findings.push(found(Code::DateWithoutYear, route.clone(), message).help(help));
            continue;
        };
        let Ok(date) = jiff::civil::Date::new(year, month as i8 + 1, day).map(Datum) else {
            let message = format!("de datum ‘{written} {year}’ bestaat niet");
            findings.push(found(Code::WeekdayDiffers, route.clone(), message).help("kijk de datum na"));
            continue;
        };
        if let Some(weekday) = weekday.filter(|weekday| *weekday != date.weekday()) {
            let message = format!("{} is een {}, geen {weekday}", date.long(), date.weekday());
            findings.push(found(Code::WeekdayDiffers, route.clone(), message).help("pas de dag of de datum aan"));
        }
    }
    findings
}

fn dates_in(text: &str) -> Vec<Spelled> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().skip(1) {
        let Some(month) = MONTHS.iter().position(|name| name == word) else { continue };
        let Some(day) = words[at - 1].parse::<i8>().ok().filter(|day| (1..=31).contains(day)) else { continue };
        let before = at.checked_sub(2).map_or("", |before| words[before].as_str());
        let weekday = WEEKDAYS.iter().find(|name| **name == before).copied();
        let next = words.get(at + 1).filter(|next| next.len() == 4);
        found.push(Spelled { weekday, day, month, year: next.and_then(|next| next.parse().ok()) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        spelled("titel".into(), text).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_date_in_a_text_has_its_year_and_the_right_weekday() {
        assert_eq!(said("Kom op zondag 10 oktober 2027 naar De Brug, of bel 06 12."), [""; 0]);
        assert_eq!(said("zondag 9 oktober"), ["bij ‘9 oktober’ staat geen jaar"]);
        assert_eq!(said("Op Zondag 9 oktober 2027!"), ["9 oktober 2027 is een zaterdag, geen zondag"]);
        assert_eq!(said("30 februari 2027"), ["de datum ‘30 februari 2027’ bestaat niet"]);
        assert_eq!(said("mei, 45 mei, de 1e mei, oktober 2027"), [""; 0]);
        assert_eq!(said("van dinsdag 1 juni t/m 29 juni 2027"), [""; 0]);
    }
}
