//! The view of the plan van aanpak (S1, S12, X1; handbook §1.3, §2.2–2.6, §3.1–3.8, §4.1–4.6).
//!
//! The handbook has no model plan: the order is the one that is usual in the Netherlands (`research/field.md` §3).

mod axis;
mod gantt;
mod planning;

use serde::Serialize;
use serde_json::Value;

use self::planning::PlanningView;
use super::begroting::{self, InHetKort};
use super::wording::{author, capitalised, every_months, filled, months, number, orgaan, short_name, short_name_of};
use crate::handbook::{
    self, FASEN, FaseStap, NIET_BIJ_WEP, Niveau, PARTICIPATIE, PRESENTIE, VERANTWOORDELIJKHEDEN, Verantwoordelijkheid,
    resultaat_tekst,
};
use crate::model::{Datum, Grootte, JaNee, PlanDoel, Project};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    /// Not every directie has approved yet.
    concept: bool,
    gemeente: Option<String>,
    initiatief: Option<String>,
    afkorting: Option<String>,
    wijken: Vec<String>,
    begin: Option<String>,
    einde: Option<String>,
    aanleiding: Option<String>,
    doelgroep: DoelgroepView,
    doelen: Vec<GroepView>,
    fasen: Vec<FaseView>,
    niet: Vec<Option<String>>,
    presentie: [&'static str; 5],
    participatie: [Niveau; 3],
    overleg: Option<&'static str>,
    overleg_hoofdletter: Option<String>,
    voorzitter: Option<String>,
    verantwoordelijkheden: [Verantwoordelijkheid; 6],
    maandelijks: Option<String>,
    daarna: Option<String>,
    bij_goede_voortgang: Option<String>,
    wijknetwerk: Option<WijknetwerkView>,
    mensen: Vec<MensView>,
    leden: Vec<LidView>,
    locaties: Vec<String>,
    communicatie: Vec<CommunicatieView>,
    planning: PlanningView,
    /// Nothing as long as there is no budget.
    begroting: Option<InHetKort>,
    risicos: Vec<RisicoView>,
    evaluaties: Vec<EvaluatieView>,
    goedkeuringen: Vec<GoedkeuringView>,
}

#[derive(Serialize)]
struct DoelgroepView {
    omschrijving: Option<String>,
    aantal: Option<u32>,
    bron: Option<String>,
}

/// A target group with what the plan wants for it.
#[derive(Serialize)]
struct GroepView {
    naam: &'static str,
    doel: &'static str,
    rijen: Vec<DoelView>,
    /// Results that the plan gives no figure of its own.
    zonder_cijfer: Vec<String>,
}

#[derive(Serialize)]
struct DoelView {
    resultaat: Option<String>,
    zonder_doelgroep: bool,
    indicator: Option<String>,
    startwaarde: Option<String>,
    streefwaarde: Option<String>,
    datum: Option<String>,
    wie: Option<String>,
}

#[derive(Serialize)]
struct FaseView {
    #[serde(flatten)]
    stap: FaseStap,
    /// When the planning works on it; nothing when it does not.
    wanneer: Option<String>,
}

#[derive(Serialize)]
struct WijknetwerkView {
    per_jaar: Option<String>,
    moment: Option<String>,
}

/// Somebody who works for the initiative.
#[derive(Serialize)]
struct MensView {
    functie: &'static str,
    naam: Option<String>,
    werkgever: Option<String>,
    uren: Option<String>,
    /// For a worker; a coordinator works everywhere.
    wijken: Option<Vec<String>>,
}

#[derive(Serialize)]
struct LidView {
    organisatie: Option<String>,
    naam: Option<String>,
    functie: Option<String>,
}

#[derive(Serialize)]
struct CommunicatieView {
    voor_wie: Option<String>,
    middel: Option<String>,
    wanneer: Option<String>,
    wie: Option<String>,
}

#[derive(Serialize)]
struct RisicoView {
    risico: Option<String>,
    kans: Option<&'static str>,
    gevolg: Option<&'static str>,
    maatregel: Option<String>,
    wie: Option<String>,
}

#[derive(Serialize)]
struct EvaluatieView {
    datum: Option<String>,
    wat: Option<String>,
    wie: Option<String>,
}

#[derive(Serialize)]
struct GoedkeuringView {
    organisatie: Option<String>,
    naam: Option<String>,
    /// Of who signs for the organisation; empty when somebody else approved.
    functie: Option<String>,
    anders: bool,
    datum: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    Meta {
        title: format!("Plan van aanpak {}", filled(&project.wep.naam).as_deref().unwrap_or("Wijk en Psychiatrie")),
        subtitle: filled(&project.wep.gemeente).map(|gemeente| format!("Gemeente {gemeente}")).unwrap_or_default(),
        author: author(project),
        draft: !project.plan_approved(),
        contents: true,
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let (wep, plan) = (&project.wep, &project.plan_van_aanpak);
    let overleg = project.overleg.orgaan.map(orgaan);
    let day = |day: Option<Datum>| day.map(Datum::long);
    let view = View {
        handleiding: handbook::TITLE,
        concept: !project.plan_approved(),
        gemeente: filled(&wep.gemeente),
        initiatief: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        wijken: wep.wijken.iter().filter_map(|wijk| filled(&wijk.naam)).collect(),
        begin: day(project.plan_begin()),
        einde: day(plan.einde),
        aanleiding: filled(&plan.aanleiding),
        doelgroep: DoelgroepView {
            omschrijving: filled(&plan.doelgroep.omschrijving),
            aantal: plan.doelgroep.aantal,
            bron: filled(&plan.doelgroep.bron),
        },
        doelen: groepen(project),
        fasen: FASEN
            .iter()
            .map(|stap| FaseView { stap: *stap, wanneer: planning::period(project, stap.fase) })
            .collect(),
        niet: niet(project),
        presentie: PRESENTIE,
        participatie: PARTICIPATIE,
        overleg,
        overleg_hoofdletter: overleg.map(capitalised),
        voorzitter: short_name_of(project, &project.overleg.voorzitter),
        verantwoordelijkheden: VERANTWOORDELIJKHEDEN,
        maandelijks: project.overleg.maandelijks_gedurende.map(months),
        daarna: project.overleg.daarna_om_de_maanden.map(every_months),
        bij_goede_voortgang: project.overleg.bij_goede_voortgang_per_jaar.map(number),
        wijknetwerk: project.convenant.has_artikel("wijknetwerk").then(|| WijknetwerkView {
            per_jaar: project.overleg.wijknetwerk.per_jaar.map(number),
            moment: filled(&project.overleg.wijknetwerk.moment),
        }),
        mensen: mensen(project),
        leden: leden(project),
        locaties: locaties(project),
        communicatie: communicatie(project),
        planning: planning::view(project),
        begroting: begroting::in_short(project),
        risicos: risicos(project),
        evaluaties: evaluaties(project),
        goedkeuringen: goedkeuringen(project),
    };
    serde_json::to_value(view).unwrap_or_default()
}

/// How the plan names who does something: an organisation by its short name, a person by name.
fn wie(project: &Project, wie: &str) -> Option<String> {
    let wie = wie.trim();
    if let Some(organisatie) = project.organisatie(wie) {
        return Some(short_name(organisatie).unwrap_or_else(|| wie.to_owned()));
    }
    project.team.namen().find(|name| *name == wie).map(str::to_owned)
}

fn owner(project: &Project, owner: &Option<String>) -> Option<String> {
    filled(owner).and_then(|owner| wie(project, &owner))
}

fn groepen(project: &Project) -> Vec<GroepView> {
    let doelen = &project.plan_van_aanpak.doelen;
    let of = |group: &handbook::Doel| {
        // A goal for no group yet stands with the first, so that it is not lost.
        let own: Vec<&PlanDoel> =
            doelen.iter().filter(|doel| handbook::doel_of_optional(doel.voor()).id == group.id).collect();
        let rijen: Vec<DoelView> = own.iter().map(|doel| doel_view(project, doel)).collect();
        let measured =
            |text: &str| rijen.iter().any(|row| row.resultaat.as_deref().is_some_and(|own| own.contains(text)));
        let agreed = project.convenant.resultaten.iter().filter(|own| own.doelgroep == Some(group.doelgroep));
        let agreed = agreed.filter_map(|own| filled(&own.resultaat));
        let zonder_cijfer = group.resultaten.iter().map(|text| (*text).to_owned()).chain(agreed);
        let zonder_cijfer = zonder_cijfer.filter(|text| !measured(text)).collect();
        GroepView { naam: group.naam, doel: group.doel, rijen, zonder_cijfer }
    };
    handbook::DOELEN.iter().map(of).collect()
}

fn doel_view(project: &Project, doel: &PlanDoel) -> DoelView {
    let given = doel.resultaat.map(|resultaat| resultaat_tekst(resultaat).to_owned());
    let texts: Vec<String> = given.into_iter().chain(filled(&doel.eigen_resultaat)).collect();
    DoelView {
        resultaat: Some(texts.join(" ")).filter(|text| !text.is_empty()),
        zonder_doelgroep: doel.voor().is_none(),
        indicator: filled(&doel.indicator),
        startwaarde: filled(&doel.startwaarde),
        streefwaarde: filled(&doel.streefwaarde),
        datum: doel.datum.map(Datum::long),
        wie: owner(project, &doel.wie),
    }
}

fn niet(project: &Project) -> Vec<Option<String>> {
    let given = NIET_BIJ_WEP.iter().map(|text| Some((*text).to_owned()));
    given.chain(project.plan_van_aanpak.afbakening.iter().map(|text| filled(&Some(text.clone())))).collect()
}

fn mensen(project: &Project) -> Vec<MensView> {
    let uren = |uren: Option<u32>| uren.map(|uren| uren.to_string());
    let coordinatoren = project.team.coordinatoren().map(|one| MensView {
        functie: if one.ook_wep_werker == Some(JaNee(true)) { "Coördinator en WeP-werker" } else { "Coördinator" },
        naam: filled(&one.naam),
        werkgever: short_name_of(project, &one.organisatie),
        uren: uren(one.uren_per_week),
        wijken: None,
    });
    let werkers = project.team.wep_werkers.iter().map(|one| MensView {
        functie: "WeP-werker",
        naam: filled(&one.naam),
        werkgever: short_name_of(project, &one.organisatie),
        uren: uren(one.uren_per_week),
        wijken: Some(
            one.wijken.iter().filter_map(|id| project.wijk(id)).filter_map(|wijk| filled(&wijk.naam)).collect(),
        ),
    });
    coordinatoren.chain(werkers).collect()
}

fn leden(project: &Project) -> Vec<LidView> {
    let of = |one: &crate::model::Werkgroeplid| LidView {
        organisatie: short_name_of(project, &one.organisatie),
        naam: filled(&one.naam),
        functie: filled(&one.functie),
    };
    project.team.werkgroep.iter().map(of).collect()
}

fn locaties(project: &Project) -> Vec<String> {
    let chosen = project.gekozen_locaties();
    chosen.filter_map(|place| filled(&place.naam)).collect()
}

fn communicatie(project: &Project) -> Vec<CommunicatieView> {
    let all = project.plan_van_aanpak.communicatie.iter().map(|one| CommunicatieView {
        voor_wie: filled(&one.voor_wie),
        middel: filled(&one.middel),
        wanneer: filled(&one.wanneer),
        wie: owner(project, &one.wie),
    });
    all.collect()
}

/// The heaviest first: chance times consequence, as the file has them when they weigh the same.
fn risicos(project: &Project) -> Vec<RisicoView> {
    let weight = |size: Option<Grootte>| size.map_or(0, |size| size as u32 + 1);
    let mut all: Vec<_> = project.plan_van_aanpak.risicos.iter().collect();
    all.sort_by_key(|one| std::cmp::Reverse(weight(one.kans) * weight(one.gevolg)));
    let of = |one: &crate::model::Risico| RisicoView {
        risico: filled(&one.risico),
        kans: one.kans.map(grootte),
        gevolg: one.gevolg.map(grootte),
        maatregel: filled(&one.maatregel),
        wie: owner(project, &one.wie),
    };
    all.into_iter().map(of).collect()
}

fn grootte(grootte: Grootte) -> &'static str {
    match grootte {
        Grootte::Klein => "klein",
        Grootte::Middel => "middel",
        Grootte::Groot => "groot",
    }
}

/// By day. Who prepares nothing by name leaves it to the body that governs.
fn evaluaties(project: &Project) -> Vec<EvaluatieView> {
    let mut all: Vec<_> = project.plan_van_aanpak.evaluatiemomenten.iter().collect();
    all.sort_by_key(|one| (one.datum.is_none(), one.datum));
    let body = project.overleg.orgaan.map(|one| capitalised(orgaan(one)));
    let of = |one: &crate::model::Evaluatiemoment| EvaluatieView {
        datum: one.datum.map(Datum::long),
        wat: filled(&one.wat),
        wie: if filled(&one.wie).is_some() { owner(project, &one.wie) } else { body.clone() },
    };
    all.into_iter().map(of).collect()
}

fn goedkeuringen(project: &Project) -> Vec<GoedkeuringView> {
    let of = |party: &crate::model::Partij| {
        let organisatie = party.organisatie.as_deref().and_then(|id| project.organisatie(id));
        let approval = party.organisatie.as_deref().and_then(|id| project.approval_of(id));
        let signs = organisatie.map(|organisatie| &organisatie.vertegenwoordiger);
        let usual = signs.and_then(|signs| filled(&signs.naam));
        let named = approval.and_then(|approval| filled(&approval.naam));
        let anders = named.is_some() && named != usual;
        GoedkeuringView {
            organisatie: organisatie.and_then(short_name),
            naam: named.or(usual),
            functie: signs.and_then(|signs| filled(&signs.functie)),
            anders,
            datum: approval.and_then(|approval| approval.datum).map(Datum::long),
        }
    };
    project.convenant.partijen.iter().map(of).collect()
}
