//! Signatures and approvals are those of parties, each once and with its day.

use super::super::{Code, Finding, Route};
use super::gaps;
use crate::model::{Datum, Project, file};

/// What a party has put its name to.
struct Signed {
    list: &'static str,
    this: &'static str,
    who: &'static str,
    done: &'static str,
    among: &'static str,
    once: &'static str,
}

const SIGNATURE: Signed = Signed {
    list: "handtekeningen",
    this: "de dag van deze handtekening",
    who: "wie hier tekende",
    done: "heeft getekend",
    among: "de handtekeningen",
    once: "elke partij tekent één keer; de eerste handtekening telt",
};

const APPROVAL: Signed = Signed {
    list: "goedkeuringen",
    this: "de dag van deze goedkeuring",
    who: "wie hier goedkeurde",
    done: "heeft het plan goedgekeurd",
    among: "de goedkeuringen",
    once: "elke directie keurt het plan één keer goed; de eerste goedkeuring telt",
};

pub fn check(project: &Project) -> Vec<Finding> {
    let voortgang = &project.voortgang;
    let signatures: Vec<_> =
        voortgang.handtekeningen.iter().map(|one| (one.organisatie.as_deref(), one.datum)).collect();
    let approvals: Vec<_> = voortgang.goedkeuringen.iter().map(|one| (one.organisatie.as_deref(), one.datum)).collect();
    [(SIGNATURE, signatures), (APPROVAL, approvals)]
        .into_iter()
        .flat_map(|(signed, entries)| of_list(project, &signed, &entries))
        .collect()
}

fn of_list(project: &Project, signed: &Signed, entries: &[(Option<&str>, Option<Datum>)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, (organisatie, datum)) in entries.iter().enumerate() {
        let route = Route::from(signed.list).index(index);
        findings.extend(gaps(file::VOORTGANG, [(datum.is_some(), route.field("datum"), signed.this)]));
        let Some(id) = *organisatie else {
            findings.extend(gaps(file::VOORTGANG, [(false, route.field("organisatie"), signed.who)]));
            continue;
        };
        let is_party = project.convenant.partijen.iter().any(|party| party.organisatie.as_deref() == Some(id));
        if project.organisatie(id).is_some() && !is_party {
            let message = format!("‘{id}’ {}, maar is geen partij in convenant.yaml", signed.done);
            findings.push(
                Finding::at(Code::SignatureNoParty, file::VOORTGANG, route.field("organisatie"), message)
                    .help(format!("zet de organisatie bij de partijen, of haal haar weg bij {}", signed.among)),
            );
        }
        if entries[..index].iter().any(|(earlier, _)| *earlier == Some(id)) {
            let message = format!("‘{id}’ staat al eerder bij {}", signed.among);
            findings.push(
                Finding::at(Code::DuplicateId, file::VOORTGANG, route.field("organisatie"), message).help(signed.once),
            );
        }
    }
    findings
}
