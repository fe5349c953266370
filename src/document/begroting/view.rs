//! The view of the budget: per year its lines, its sums and the outcome in words.

use serde::Serialize;
use serde_json::Value;

use super::super::wording::{author, euro, filled, short_name_of};
use super::grafiek::grafiek;
use super::kort::has_unknown;
use super::{IN_NATURA, betaler, bron, soort, status, waarvoor};
use crate::drawing::Illustration;
use crate::handbook;
use crate::model::{
    Bedrag, Bron, DekkingStatus, Getal, Herkomst, KostenSoort, Kostenpost, Kostenregel, Project, Rekening,
};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    /// The directors have not approved it yet.
    concept: bool,
    vastgesteld_op: Option<String>,
    initiatief: Option<String>,
    gemeente: Option<String>,
    uitgangspunten: Vec<String>,
    heeft_kosten: bool,
    heeft_dekking: bool,
    /// There are contributions in kind.
    natura: bool,
    /// Some amount is not known yet, so that the sums are not whole.
    onvolledig: bool,
    /// The status of some line is not known yet.
    zonder_status: bool,
    meer_jaren: bool,
    jaren: Vec<JaarView>,
    samen: SomView,
    grafiek: Illustration,
    onzeker: Vec<OnzekerView>,
    zonder_waarde: Vec<NaturaView>,
    partijen: Vec<PartijView>,
}

#[derive(Serialize)]
struct JaarView {
    jaar: String,
    groepen: Vec<GroepView>,
    dekking: Vec<DekkingView>,
    som: SomView,
    /// “In 2027 is er een tekort van € 5,00.”
    uitkomst: String,
    zeker: Option<String>,
    tekort: bool,
    maatregel: Option<String>,
}

/// The sums of a year, or of all years.
#[derive(Serialize)]
pub struct SomView {
    kosten: String,
    toegezegd: String,
    aangevraagd: String,
    verwacht: String,
    zonder_status: String,
    dekking: String,
    /// “tekort € 5,00”.
    saldo: String,
}

#[derive(Serialize)]
struct GroepView {
    /// Nothing as long as the kind is not chosen.
    naam: Option<&'static str>,
    regels: Vec<KostenView>,
    /// Only with more than one line.
    subtotaal: Option<String>,
}

#[derive(Serialize)]
struct KostenView {
    omschrijving: Option<String>,
    /// The neighbourhood and the organisation, where they are named.
    bij: Vec<String>,
    berekening: Option<String>,
    bedrag: Option<String>,
}

#[derive(Serialize)]
struct DekkingView {
    wie: Option<String>,
    waarvoor: Option<String>,
    bron: Option<&'static str>,
    status: Option<&'static str>,
    datum: Option<String>,
    convenant: bool,
    bedrag: Option<String>,
}

#[derive(Serialize)]
struct OnzekerView {
    wie: Option<String>,
    bedrag: Option<String>,
    jaren: Vec<String>,
    /// “is nog niet toegezegd: aangevraagd”; nothing as long as that is not known.
    status: Option<&'static str>,
    datum: Option<String>,
}

#[derive(Serialize)]
struct NaturaView {
    partij: String,
    wat: String,
}

#[derive(Serialize)]
struct PartijView {
    naam: Option<String>,
    vertegenwoordiger: Option<String>,
    functie: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    let naam = filled(&project.wep.naam);
    let gemeente = filled(&project.wep.gemeente).map(|gemeente| format!("Gemeente {gemeente}"));
    let jaren = project.rekening().jaren;
    let jaren = match jaren[..] {
        [] => None,
        [only] => Some(only.to_string()),
        [first, .., last] => Some(format!("{first} tot en met {last}")),
    };
    Meta {
        title: format!("Begroting {}", naam.as_deref().unwrap_or("Wijk en Psychiatrie")),
        subtitle: gemeente.into_iter().chain(jaren).collect::<Vec<_>>().join(", "),
        author: author(project),
        draft: project.begroting.vastgesteld_op.is_none(),
        contents: false,
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let (wep, begroting) = (&project.wep, &project.begroting);
    let rekening = project.rekening();
    let view = View {
        handleiding: handbook::TITLE,
        concept: begroting.vastgesteld_op.is_none(),
        vastgesteld_op: begroting.vastgesteld_op.map(|dag| dag.long()),
        initiatief: filled(&wep.naam),
        gemeente: filled(&wep.gemeente),
        uitgangspunten: begroting.uitgangspunten.clone(),
        heeft_kosten: !begroting.kosten.is_empty(),
        heeft_dekking: !begroting.dekking.is_empty(),
        natura: begroting.dekking.iter().any(|post| post.bron == Some(Bron::Natura)),
        onvolledig: has_unknown(&rekening),
        zonder_status: rekening.dekking.iter().any(|regel| regel.status.is_none()),
        meer_jaren: rekening.jaren.len() > 1,
        jaren: rekening.jaren.iter().map(|jaar| jaar_view(project, &rekening, *jaar)).collect(),
        samen: sums(|of| rekening.samen(of), &rekening),
        grafiek: budget_chart(project),
        onzeker: uncertain(project, &rekening),
        zonder_waarde: without_value(project),
        partijen: parties(project),
    };
    serde_json::to_value(view).unwrap_or_default()
}

/// The chart of costs and cover per year.
pub fn budget_chart(project: &Project) -> Illustration {
    grafiek(&project.rekening(), filled(&project.wep.naam).as_deref())
}

fn jaar_view(project: &Project, rekening: &Rekening, jaar: u32) -> JaarView {
    let saldo = rekening.saldo_in(jaar);
    let certain = rekening.dekking_met(jaar, Some(DekkingStatus::Toegezegd));
    let certain = certain.zip(rekening.kosten_in(jaar)).and_then(|(cover, costs)| cover.minus(costs));
    let all_promised = certain == saldo;
    JaarView {
        jaar: jaar.to_string(),
        groepen: groups(project, rekening, jaar),
        dekking: cover(project, rekening, jaar),
        som: sums(|of| of(jaar), rekening),
        uitkomst: outcome(rekening, jaar),
        zeker: certain
            .filter(|_| !all_promised)
            .map(|saldo| format!("Telt u alleen mee wat is toegezegd, dan {}.", in_words(saldo))),
        tekort: saldo.is_some_and(|saldo| saldo.cents() < 0),
        maatregel: project.begroting.maatregel(jaar).map(str::to_owned),
    }
}

/// “In 2027 is er een tekort van € 5,00.” Empty when the sums are too large to count.
pub fn outcome(rekening: &Rekening, jaar: u32) -> String {
    rekening.saldo_in(jaar).map(|saldo| format!("In {jaar} {}.", in_words(saldo))).unwrap_or_default()
}

/// “is er een tekort van € 5,00”.
fn in_words(saldo: Bedrag) -> String {
    match saldo.cents() {
        0 => "zijn de kosten en de dekking gelijk".to_owned(),
        short if short < 0 => format!("is er een tekort van {}", euro(Bedrag::from_cents(short.saturating_neg()))),
        _ => format!("is er een overschot van {}", euro(saldo)),
    }
}

/// `of` gives what a sum per year comes to: in one year, or over all of them.
pub fn sums(of: impl Fn(&dyn Fn(u32) -> Option<Bedrag>) -> Option<Bedrag>, rekening: &Rekening) -> SomView {
    let text = |bedrag: Option<Bedrag>| bedrag.map(euro).unwrap_or_default();
    let with = |status| text(of(&|jaar| rekening.dekking_met(jaar, status)));
    let saldo = of(&|jaar| rekening.saldo_in(jaar)).unwrap_or(Bedrag::from_cents(0));
    SomView {
        kosten: text(of(&|jaar| rekening.kosten_in(jaar))),
        toegezegd: with(Some(DekkingStatus::Toegezegd)),
        aangevraagd: with(Some(DekkingStatus::Aangevraagd)),
        verwacht: with(Some(DekkingStatus::Verwacht)),
        zonder_status: with(None),
        dekking: text(of(&|jaar| rekening.dekking_in(jaar))),
        saldo: match saldo.cents() {
            0 => "geen".to_owned(),
            short if short < 0 => format!("tekort {}", euro(Bedrag::from_cents(short.saturating_neg()))),
            _ => format!("overschot {}", euro(saldo)),
        },
    }
}

/// The costs of a year by kind; last the lines without one, and the other side of what is given in kind.
fn groups(project: &Project, rekening: &Rekening, jaar: u32) -> Vec<GroepView> {
    let in_year = || rekening.kosten.iter().filter(|regel| regel.jaren.contains(&jaar));
    let kinds = KostenSoort::ALL.into_iter().map(Some).chain([None]);
    let kinds = kinds.map(|kind| {
        let of_kind = in_year().filter(|regel| regel.soort == kind && matches!(regel.herkomst, Herkomst::Kosten(_)));
        (kind.map(soort), of_kind.collect::<Vec<_>>())
    });
    let in_kind = in_year().filter(|regel| matches!(regel.herkomst, Herkomst::Natura(_))).collect();
    let groups = kinds.chain([(Some(IN_NATURA), in_kind)]).filter(|(_, regels)| !regels.is_empty());
    groups
        .map(|(naam, regels)| {
            let mut known = regels.iter().filter_map(|regel| regel.bedrag);
            let sum = known.try_fold(Bedrag::from_cents(0), Bedrag::plus);
            GroepView {
                naam,
                subtotaal: sum.filter(|_| regels.len() > 1).map(euro),
                regels: regels.into_iter().map(|regel| kosten_view(project, regel)).collect(),
            }
        })
        .collect()
}

fn kosten_view(project: &Project, regel: &Kostenregel) -> KostenView {
    let bedrag = regel.bedrag.map(euro);
    match regel.herkomst {
        Herkomst::Kosten(index) => {
            let post = &project.begroting.kosten[index];
            let wijk = post.wijk.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam));
            KostenView {
                omschrijving: filled(&post.omschrijving),
                bij: wijk.into_iter().chain(short_name_of(project, &post.organisatie)).collect(),
                berekening: regel.bedrag.map(|_| calculation(post)),
                bedrag,
            }
        }
        Herkomst::Natura(index) => {
            let post = &project.begroting.dekking[index];
            KostenView {
                omschrijving: betaler(project, post),
                bij: waarvoor(post).into_iter().collect(),
                berekening: regel.bedrag.map(|_| "gelijk aan de bijdrage".to_owned()),
                bedrag,
            }
        }
    }
}

/// “24 uur × 44 weken × € 62,50”.
fn calculation(post: &Kostenpost) -> String {
    let rate = post.tarief.map(euro).unwrap_or_default();
    match (post.uren_per_week, post.weken_per_jaar, post.uren_per_jaar) {
        (Some(hours), Some(weeks), _) => format!("{} uur × {} weken × {rate}", grouped(hours), grouped(weeks)),
        (_, _, Some(hours)) => format!("{} uur × {rate}", grouped(hours)),
        _ => "vast bedrag".to_owned(),
    }
}

/// A number as people write it: `1.250,5`.
fn grouped(number: Getal) -> String {
    let written = Bedrag::from_cents(number.hundredths()).to_string();
    match written.strip_suffix(",00") {
        Some(whole) => whole.to_owned(),
        None => written.strip_suffix('0').unwrap_or(&written).to_owned(),
    }
}

fn cover(project: &Project, rekening: &Rekening, jaar: u32) -> Vec<DekkingView> {
    let in_year = rekening.dekking.iter().filter(|regel| regel.jaren.contains(&jaar));
    in_year
        .map(|regel| {
            let post = &project.begroting.dekking[regel.index];
            DekkingView {
                wie: betaler(project, post),
                waarvoor: waarvoor(post),
                bron: post.bron.map(bron),
                status: post.status.map(status),
                datum: post.datum.map(|dag| dag.long()),
                convenant: regel.uit_convenant,
                bedrag: regel.bedrag.map(euro),
            }
        })
        .collect()
}

/// The lines that nobody has promised yet.
fn uncertain(project: &Project, rekening: &Rekening) -> Vec<OnzekerView> {
    let open = rekening.dekking.iter().filter(|regel| regel.status != Some(DekkingStatus::Toegezegd));
    open.filter(|regel| !regel.jaren.is_empty())
        .map(|regel| {
            let post = &project.begroting.dekking[regel.index];
            OnzekerView {
                wie: betaler(project, post),
                bedrag: regel.bedrag.map(euro),
                jaren: regel.jaren.iter().map(u32::to_string).collect(),
                status: post.status.map(status),
                datum: post.datum.map(|dag| dag.long()),
            }
        })
        .collect()
}

/// What parties promise in kind in the convenant, without a value in the budget.
fn without_value(project: &Project) -> Vec<NaturaView> {
    let dekking = &project.begroting.dekking;
    let valued =
        |id: &Option<String>| dekking.iter().any(|post| post.bron == Some(Bron::Natura) && post.organisatie == *id);
    let parties = project.convenant.partijen.iter().filter(|partij| !valued(&partij.organisatie));
    parties
        .filter_map(|partij| {
            Some(NaturaView { partij: short_name_of(project, &partij.organisatie)?, wat: filled(&partij.in_natura)? })
        })
        .collect()
}

fn parties(project: &Project) -> Vec<PartijView> {
    let of = |id: &Option<String>| {
        let organisatie = id.as_deref().and_then(|id| project.organisatie(id));
        let signs = organisatie.map(|organisatie| &organisatie.vertegenwoordiger);
        PartijView {
            naam: organisatie.and_then(|one| filled(&one.naam)),
            vertegenwoordiger: signs.and_then(|signs| filled(&signs.naam)),
            functie: signs.and_then(|signs| filled(&signs.functie)),
        }
    };
    project.convenant.partijen.iter().map(|partij| of(&partij.organisatie)).collect()
}
