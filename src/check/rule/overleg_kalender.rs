//! The calendar of meetings can be kept: every day that is named is one of it, nothing meets twice, and the agenda fits
//! (S6, S7).

use jiff::ToSpan;

use super::super::{Code, Finding, Route};
use super::is_filled;
use crate::calendar::{Recurrence, Spoken};
use crate::dutch::did_you_mean;
use crate::model::{Bijeenkomst, Datum, MINUTEN_EIGEN_PUNT, Project, Tijd, Vervallen, Verzet, bijeenkomst_op, file};

/// What the regular points of an agenda need at least, in minutes.
const LEAST: u32 = 30;
const LEAST_NETWORK: u32 = 20;
/// Nobody plans further ahead, in years.
const FARTHEST: i64 = 5;

fn at(code: Code, route: Route, message: String) -> Finding {
    Finding::at(code, file::OVERLEG, route, message)
}

pub fn check(project: &Project) -> Vec<Finding> {
    let overleg = &project.overleg;
    let network = &overleg.wijknetwerk;
    let inside = Route::from("wijknetwerk");
    let mut findings = horizon(project);
    if !findings.is_empty() {
        return findings;
    }
    let (body, wijk) = (project.overleg_bijeenkomsten(), project.wijknetwerk_bijeenkomsten());
    findings.extend(school_holidays(project));
    findings.extend(series(project, &Route::new(), &body, &overleg.verzet, &overleg.vervallen));
    findings.extend(series(project, &inside, &wijk, &network.verzet, &network.vervallen));
    for (route, first, rule) in [
        (Route::from("eerste_bijeenkomst"), overleg.eerste_bijeenkomst, overleg.dag),
        (inside.field("eerste_bijeenkomst"), network.eerste_bijeenkomst, network.dag),
    ] {
        findings.extend(first.and_then(|day| on_free_day(project, route, day)));
        let sunday = rule.filter(|rule| rule.0.weekday() == jiff::civil::Weekday::Sunday);
        let route = if first.is_some() && rule == network.dag { inside.field("dag") } else { Route::from("dag") };
        findings.extend(
            sunday.map(|rule| at(Code::DateSunday, route, format!("‘{rule}’ is een zondag")).help("kies een werkdag")),
        );
    }
    findings.extend(named_days(project, &body, &wijk));
    findings.extend(together(project, &body, &wijk));
    findings.extend(fits(project, &body));
    findings.extend(owners(project));
    findings.extend(moment(project));
    findings
}

fn horizon(project: &Project) -> Vec<Finding> {
    let overleg = &project.overleg;
    let (Some(begin), Some(end)) =
        (overleg.eerste_bijeenkomst.or(project.wep.startdatum), project.kalender_tot_en_met())
    else {
        return Vec::new();
    };
    let name = if overleg.tot_en_met.is_some() { "tot_en_met" } else { "maanden" };
    let farthest = begin.0.checked_add(FARTHEST.years()).unwrap_or(jiff::civil::Date::MAX);
    if end < begin {
        let message = format!("de kalender eindigt ({}) voordat hij begint ({})", end.long(), begin.long());
        return vec![at(Code::DateOrder, name.into(), message).help("kijk of het jaar klopt")];
    }
    if end.0 > farthest {
        let message = format!("de kalender loopt van {} tot en met {}", begin.long(), end.long());
        return vec![at(Code::HorizonTooFar, name.into(), message).help("kies hoogstens vijf jaar")];
    }
    Vec::new()
}

fn school_holidays(project: &Project) -> Vec<Finding> {
    let all = project.overleg.schoolvakanties.iter().enumerate();
    let wrong = all.filter_map(|(index, one)| {
        let (van, end) = (one.van?, one.tot_en_met?);
        let route = Route::from("schoolvakanties").index(index).field("tot_en_met");
        let message = format!("deze vakantie eindigt ({}) voordat zij begint ({})", end.long(), van.long());
        (end < van).then(|| at(Code::DateOrder, route, message).help("kijk of het jaar klopt"))
    });
    wrong.collect()
}

/// Days that people named, in one series.
fn series(
    project: &Project,
    root: &Route,
    all: &[Bijeenkomst],
    moved: &[Verzet],
    cancelled: &[Vervallen],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, one) in moved.iter().enumerate() {
        let route = root.field("verzet").index(index);
        findings.extend(unknown(route.field("van"), one.van, all, true));
        if let Some(to) = one.naar {
            findings.extend(on_free_day(project, route.field("naar"), to));
        }
    }
    for (index, one) in cancelled.iter().enumerate() {
        findings.extend(unknown(root.field("vervallen").index(index).field("datum"), one.datum, all, true));
    }
    let held: Vec<&Bijeenkomst> = all.iter().filter(|one| one.gaat_door()).collect();
    for pair in held.windows(2) {
        let (Some(before), Some(after)) = (pair[0].datum, pair[1].datum) else { continue };
        if before >= after {
            let by_hand = |one: &Bijeenkomst| moved.iter().position(|entry| Some(entry) == one.verzet.as_ref());
            let index = by_hand(pair[1]).or(by_hand(pair[0])).unwrap_or_default();
            let route = root.field("verzet").index(index).field("naar");
            let message = format!(
                "bijeenkomst {} ({}) komt zo niet na bijeenkomst {} ({})",
                pair[1].nummer,
                after.long(),
                pair[0].nummer,
                before.long()
            );
            findings.push(
                at(Code::MeetingOrder, route, message)
                    .help("kies een dag tussen de bijeenkomsten ervoor en erna, of laat er één vervallen"),
            );
        }
    }
    for one in all.iter().filter(|one| one.gepland.is_none() && one.verzet.is_none() && one.vervallen.is_none()) {
        let message =
            format!("voor bijeenkomst {} ({}) is geen vrije dag te vinden", one.nummer, one.volgens_regel.long());
        findings.push(
            at(Code::NoFreeDay, Route::from("schoolvakanties"), message)
                .help("kijk of de vakanties kloppen, of zet de bijeenkomst bij ‘verzet’ op een dag naar keuze"),
        );
    }
    if let Some(one) = all.iter().find(|one| ends_after_midnight(project, one, root)) {
        let message = format!("bijeenkomst {} eindigt pas na middernacht", one.nummer);
        findings
            .push(at(Code::MeetingTooLong, root.field("duur"), message).help("schrijf de duur in minuten, zoals 90"));
    }
    findings
}

fn ends_after_midnight(project: &Project, one: &Bijeenkomst, root: &Route) -> bool {
    let overleg = &project.overleg;
    let known = if root.segments().is_empty() { overleg.duur.is_some() } else { overleg.wijknetwerk.duur.is_some() };
    known && one.begin.is_some() && one.einde.is_none()
}

/// A day on which there is no meeting. Without a calendar nothing can be said.
fn unknown(route: Route, day: Option<Datum>, all: &[Bijeenkomst], required: bool) -> Option<Finding> {
    let Some(day) = day else {
        let message = "hier ontbreekt de dag van de bijeenkomst".to_owned();
        return required.then(|| {
            at(Code::MeetingUnknown, route, message).help("schrijf de dag die in de kalender staat, of haal dit weg")
        });
    };
    if all.is_empty() || bijeenkomst_op(all, day).is_some() {
        return None;
    }
    let nearest =
        all.iter().filter_map(|one| one.datum).min_by_key(|other| (other.0 - day.0).get_days().unsigned_abs());
    let help =
        nearest.map(|near| format!("de dichtstbijzijnde is op {} ({near})", near.with_weekday())).unwrap_or_default();
    Some(at(Code::MeetingUnknown, route, format!("op {} is er geen bijeenkomst", day.long())).help(help))
}

/// People may choose a day on which nobody else meets, but they hear it.
fn on_free_day(project: &Project, route: Route, day: Datum) -> Option<Finding> {
    if let Some(name) = crate::calendar::holiday(day.0) {
        return Some(at(Code::DateHoliday, route, format!("{} is {name}", day.long())).help("kies een gewone werkdag"));
    }
    let name = project.vrije_dag(day.0)?;
    Some(
        at(Code::DateSchoolHoliday, route, format!("{} valt in de {name}", day.long()))
            .help("kies een andere week, of laat het zo als iedereen kan"),
    )
}

/// Days of meetings that points, presentations and announcements name.
fn named_days(project: &Project, body: &[Bijeenkomst], wijk: &[Bijeenkomst]) -> Vec<Finding> {
    let overleg = &project.overleg;
    let network = Route::from("wijknetwerk");
    let mut days: Vec<(Route, Option<Datum>, &[Bijeenkomst])> = Vec::new();
    for (index, one) in overleg.agendapunten.iter().enumerate() {
        days.push((Route::from("agendapunten").index(index).field("bijeenkomst"), one.bijeenkomst, body));
    }
    for (index, one) in overleg.wijknetwerk.presentaties.iter().enumerate() {
        days.push((network.field("presentaties").index(index).field("bijeenkomst"), one.bijeenkomst, wijk));
    }
    for (index, one) in overleg.wijknetwerk.mededelingen.iter().enumerate() {
        days.push((network.field("mededelingen").index(index).field("bijeenkomst"), one.bijeenkomst, wijk));
    }
    days.into_iter().filter_map(|(route, day, all)| unknown(route, day, all, false)).collect()
}

/// Two bodies at the same time: many people sit in both.
fn together(project: &Project, body: &[Bijeenkomst], wijk: &[Bijeenkomst]) -> Vec<Finding> {
    type Slot = (Option<Datum>, Option<Tijd>, Option<Tijd>);
    let start = &project.startbijeenkomst;
    let slot = |one: &Bijeenkomst| -> Slot { (one.datum, one.begin, one.einde) };
    let overlap = |one: Slot, other: Slot| match (one, other) {
        ((Some(day), Some(begin), Some(end)), (Some(other_day), Some(other_begin), Some(other_end))) => {
            day == other_day && begin < other_end && other_begin < end
        }
        _ => false,
    };
    let mut findings = Vec::new();
    let kickoff = (start.datum, start.ontvangst.or(start.begin), start.einde);
    for one in body.iter().filter(|one| one.gaat_door()) {
        let day = one.datum.map(Datum::long).unwrap_or_default();
        for other in wijk.iter().filter(|other| other.gaat_door() && overlap(slot(one), slot(other))) {
            let message = format!(
                "op {day} zijn het overleg (bijeenkomst {}) en het wijknetwerk (bijeenkomst {}) tegelijk",
                one.nummer, other.nummer
            );
            findings
                .push(at(Code::MeetingsOverlap, "tijd".into(), message).help("kies een andere tijd, of verzet er één"));
        }
        if overlap(slot(one), kickoff) {
            let message =
                format!("op {day} zijn het overleg (bijeenkomst {}) en de startbijeenkomst tegelijk", one.nummer);
            findings
                .push(at(Code::MeetingsOverlap, "tijd".into(), message).help("kies een andere tijd, of verzet er één"));
        }
    }
    findings
}

/// The regular points keep some time beside one's own.
fn fits(project: &Project, body: &[Bijeenkomst]) -> Vec<Finding> {
    let overleg = &project.overleg;
    let mut findings = Vec::new();
    let needs = |one: &Bijeenkomst| {
        let own = one.eigen_punten(overleg).into_iter().map(|punt| punt.minuten.unwrap_or(MINUTEN_EIGEN_PUNT));
        let decision = if one.sluit_fase { MINUTEN_EIGEN_PUNT } else { 0 };
        own.fold(LEAST + decision, u32::saturating_add)
    };
    if let Some(minutes) = overleg.duur {
        let most = body.iter().max_by_key(|one| needs(one)).filter(|one| needs(one) > minutes);
        let need = most.map_or(LEAST, needs);
        if need > minutes {
            let message = format!("{minutes} minuten is te kort: de agenda heeft er minstens {need} nodig");
            findings.push(
                at(Code::AgendaTooFull, "duur".into(), message)
                    .help("laat het overleg langer duren, of haal eigen punten weg of maak ze korter"),
            );
        }
    }
    if let Some(minutes) = overleg.wijknetwerk.duur.filter(|minutes| *minutes < LEAST_NETWORK) {
        let message = format!("{minutes} minuten is te kort: de agenda heeft er minstens {LEAST_NETWORK} nodig");
        findings.push(
            at(Code::AgendaTooFull, Route::from("wijknetwerk").field("duur"), message)
                .help("laat de bijeenkomst langer duren"),
        );
    }
    findings
}

/// Someone who does something is known: a name of the team, or an organisation.
fn owners(project: &Project) -> Vec<Finding> {
    let ids: Vec<&str> = project.organisaties.organisaties.iter().filter_map(|one| one.id.as_deref()).collect();
    let names: Vec<&str> = project.team.namen().collect();
    let open = project.overleg.acties.iter().enumerate().filter(|(_, one)| one.is_open() && is_filled(&one.wie));
    let unknown = open.filter_map(|(index, one)| {
        let who = one.wie.as_deref()?.trim();
        if ids.contains(&who) || names.contains(&who) {
            return None;
        }
        let route = Route::from("acties").index(index).field("wie");
        let message = format!("‘{who}’ staat niet in team.yaml of organisaties.yaml");
        let otherwise = "schrijf een naam uit team.yaml of een id uit organisaties.yaml; zet hier nooit een deelnemer";
        let help = did_you_mean(who, names.iter().chain(&ids).copied()).unwrap_or_else(|| otherwise.to_owned());
        Some(at(Code::OwnerUnknown, route, message).help(help))
    });
    unknown.collect()
}

/// The text for the convenant and the rule for the calendar speak of the same day (X5).
fn moment(project: &Project) -> Option<Finding> {
    let network = &project.overleg.wijknetwerk;
    let (text, rule) = (network.moment.as_deref()?, network.dag?);
    if !Spoken::in_text(text).differs_from(Recurrence::Month(rule.0)) {
        return None;
    }
    let message = format!("de tekst bij ‘moment’ noemt een andere dag dan ‘{rule}’");
    Some(
        at(Code::MomentDiffers, Route::from("wijknetwerk").field("moment"), message)
            .help("maak ze gelijk: de tekst komt in het convenant, de vaste dag in de kalender"),
    )
}
