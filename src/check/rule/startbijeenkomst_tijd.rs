//! The times of the programme fit: no hole, no overlap, and it ends when it should (X4).

use super::super::{Code, Finding, Route};
use crate::model::{Onderdeel, OnderdeelSoort, Project, Startbijeenkomst, Tijd, Tijdvak, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let start = &project.startbijeenkomst;
    let tijden = start.tijden();
    let mut findings = around(start);
    for (index, part) in start.programma.iter().enumerate() {
        findings.extend(of_duration(start, index, part));
        let before = match index {
            0 => start.begin,
            _ => tijden[index - 1].map(|tijdvak| tijdvak.einde),
        };
        findings.extend(of_fixed_time(index, part, before));
    }
    findings.extend(of_end(start, &tijden));
    findings
}

fn at(code: Code, route: Route, message: String) -> Finding {
    Finding::at(code, file::STARTBIJEENKOMST, route, message)
}

fn around(start: &Startbijeenkomst) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some(ontvangst), Some(begin)) = (start.ontvangst, start.begin)
        && ontvangst > begin
    {
        let message = format!("gasten zijn welkom om {ontvangst}, maar het programma begint al om {begin}");
        findings.push(
            at(Code::TimeDoesNotFit, "ontvangst".into(), message)
                .help("ontvang gasten vóór het begin, bijvoorbeeld een kwartier"),
        );
    }
    if let (Some(begin), Some(einde)) = (start.begin, start.einde)
        && einde <= begin
    {
        let message = format!("de eindtijd {einde} ligt niet na de begintijd {begin}");
        findings.push(at(Code::EndNotReached, "einde".into(), message).help("schrijf de middag als 13.00 tot 17.00"));
    }
    findings
}

fn of_duration(start: &Startbijeenkomst, index: usize, part: &Onderdeel) -> Option<Finding> {
    let route = Route::from("programma").index(index).field("duur");
    let last = index + 1 == start.programma.len();
    match part.duur {
        None if !last => Some(
            at(Code::DurationMissing, route, "dit onderdeel heeft geen duur".to_owned())
                .help("schrijf de duur in minuten; alleen het laatste onderdeel mag zonder, dat duurt tot de eindtijd"),
        ),
        Some(0) if part.soort == OnderdeelSoort::Pauze => Some(
            at(Code::BreakZero, route, "deze pauze duurt nul minuten".to_owned())
                .help("de handleiding rekent een kwartier voor de pauze"),
        ),
        Some(0) => Some(
            at(Code::DurationMissing, route, "dit onderdeel duurt nul minuten".to_owned())
                .help("geef het onderdeel tijd, of haal het weg"),
        ),
        _ => None,
    }
}

fn of_fixed_time(index: usize, part: &Onderdeel, before: Option<Tijd>) -> Option<Finding> {
    let (fixed, computed) = (part.tijd?, before?);
    if fixed == computed {
        return None;
    }
    let minutes = fixed.minutes().abs_diff(computed.minutes());
    let message = match fixed > computed {
        true => format!("de vaste tijd {fixed} laat {minutes} minuten leeg: het programma is om {computed} zo ver"),
        false => {
            format!("de vaste tijd {fixed} komt {minutes} minuten te vroeg: het programma is pas om {computed} zo ver")
        }
    };
    let route = Route::from("programma").index(index).field("tijd");
    Some(
        at(Code::TimeDoesNotFit, route, message)
            .help("pas de duur van een onderdeel ervoor aan, of haal de vaste tijd weg: dan rekent wep hem uit"),
    )
}

fn of_end(start: &Startbijeenkomst, tijden: &[Option<Tijdvak>]) -> Option<Finding> {
    let (end, begin) = (start.einde?, start.begin?);
    let last = start.programma.len().checked_sub(1)?;
    let all_long = start.programma.iter().enumerate().all(|(index, part)| part.duur.is_some() || index == last);
    if !all_long || end <= begin {
        return None; // said already, at the part or at the end itself
    }
    let total: u64 = start.programma.iter().filter_map(|part| part.duur).map(u64::from).sum();
    let message = match tijden[last] {
        None => format!("het programma duurt {total} minuten en past niet tussen {begin} en {end}"),
        Some(tijdvak) if tijdvak.einde < end => {
            let left = end.minutes() - tijdvak.einde.minutes();
            format!("het programma eindigt om {}, {left} minuten vóór de eindtijd {end}", tijdvak.einde)
        }
        Some(tijdvak) if tijdvak.einde > end => {
            let over = tijdvak.einde.minutes() - end.minutes();
            format!("het programma eindigt om {}, {over} minuten ná de eindtijd {end}", tijdvak.einde)
        }
        Some(_) => return None,
    };
    let route = Route::from("programma").index(last);
    Some(
        at(Code::EndNotReached, route, message).help(
            "maak onderdelen korter of langer, pas de eindtijd aan, of laat de duur van het laatste onderdeel weg",
        ),
    )
}
