//! The view of the convenant: parties, choices and terms, ready to be set in its template.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::wording::{
    address, author, capitalised, every_months, filled, months, number, orgaan, short_name, short_name_of,
};
use crate::handbook::{
    self, NIET_BIJ_WEP, Paragraaf, VERANTWOORDELIJKHEDEN, VEREISTEN, Verantwoordelijkheid, Vereiste,
};
use crate::model::{
    ARTIKELEN, Bedrag, Besluit, Convenant, Coordinator, JaNee, LAATSTE_INHOUDELIJKE_ARTIKEL, Partij, Project, Sector,
    Verlenging,
};
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    /// Not every party has signed yet.
    concept: bool,
    gemeente: Option<String>,
    naam: Option<String>,
    afkorting: Option<String>,
    wijken: Vec<String>,
    trekker: Option<String>,
    partijen: Vec<PartijView>,
    /// An agreement needs another one.
    een_partij: bool,
    overwegingen: Vec<String>,
    begrippen: Vec<BegripView>,
    doelen: Vec<DoelView>,
    /// For each article that may be left out: whether it stays.
    heeft: BTreeMap<&'static str, bool>,
    /// For each article: the parties' own articles that follow it.
    eigen: BTreeMap<&'static str, Vec<EigenView>>,
    /// The body that governs the initiative, with its article: “de werkgroep”, “De werkgroep”.
    overleg: Option<&'static str>,
    overleg_hoofdletter: Option<String>,
    voorzitter: Option<String>,
    verantwoordelijkheden: [Verantwoordelijkheid; 6],
    ritme: RitmeView,
    besluiten: Option<&'static str>,
    toetreding: Option<&'static str>,
    wijknetwerk: WijknetwerkView,
    coordinator: CoordinatorView,
    /// Every coordinator, when there are more than one.
    coordinatoren: Vec<CoordinatorView>,
    meer_coordinatoren: bool,
    /// What does not belong to the initiative (T2).
    niet: [&'static str; 4],
    vereisten: [Vereiste; 3],
    locaties: Vec<LocatieView>,
    bijdragen: BijdragenView,
    privacy: PrivacyView,
    opzegtermijn: Option<String>,
    ingangsdatum: Option<String>,
    einddatum: Option<String>,
    verlenging: Option<&'static str>,
    evaluatie_eerste: Option<String>,
    evaluatie_daarna: Option<String>,
    bemiddelaar: Option<String>,
    naar_de_rechter: Option<&'static str>,
    bijlagen: Vec<String>,
}

#[derive(Serialize)]
struct PartijView {
    naam: Option<String>,
    korte_naam: Option<String>,
    kvk: Option<String>,
    zetel: Option<String>,
    vertegenwoordiger: Option<String>,
    functie: Option<String>,
    is_gemeente: bool,
    besluit: Option<String>,
    taken: Vec<String>,
    plaats: Option<String>,
    datum: Option<String>,
    getekend: bool,
}

#[derive(Serialize)]
struct BegripView {
    begrip: Option<String>,
    betekenis: Option<String>,
}

#[derive(Serialize)]
struct DoelView {
    naam: &'static str,
    doel: &'static str,
    resultaten: Vec<ResultaatView>,
    paragraaf: Paragraaf,
}

#[derive(Serialize)]
struct ResultaatView {
    tekst: Option<String>,
    /// A result of the parties' own for which they have not said the group yet.
    zonder_doelgroep: bool,
}

#[derive(Serialize)]
struct EigenView {
    anker: String,
    titel: Option<String>,
    leden: Vec<String>,
}

#[derive(Serialize)]
struct RitmeView {
    /// Nothing when the parties skip the monthly start.
    maandelijks: bool,
    maandelijks_gedurende: Option<String>,
    daarna: Option<String>,
    bij_goede_voortgang: Option<String>,
}

#[derive(Serialize)]
struct WijknetwerkView {
    per_jaar: Option<String>,
    moment: Option<String>,
}

#[derive(Serialize)]
struct CoordinatorView {
    naam: Option<String>,
    werkgever: Option<String>,
    uren: Option<String>,
    vanaf: Option<String>,
    ook_wep_werker: bool,
}

#[derive(Serialize)]
struct LocatieView {
    naam: Option<String>,
    adres: Option<String>,
    wijk: Option<String>,
}

#[derive(Serialize)]
struct BijdragenView {
    rijen: Vec<BijdrageView>,
    /// There is something to add up.
    totaal: bool,
    totaal_uren: String,
    totaal_bedrag: String,
}

#[derive(Serialize)]
struct BijdrageView {
    partij: Option<String>,
    /// The party contributes something; otherwise the row is a gap.
    bekend: bool,
    uren: String,
    bedrag: String,
    in_natura: String,
}

#[derive(Serialize)]
struct PrivacyView {
    contact: Option<String>,
    email: Option<String>,
}

/// What stands in a cell where a party gives nothing of that kind.
const NOTHING: &str = "–";

pub fn meta(project: &Project) -> Meta {
    let naam = filled(&project.wep.naam);
    Meta {
        title: format!("Convenant {}", naam.as_deref().unwrap_or("Wijk en Psychiatrie")),
        subtitle: filled(&project.wep.gemeente).map(|gemeente| format!("Gemeente {gemeente}")).unwrap_or_default(),
        author: author(project),
        draft: !project.convenant_signed(),
        contents: true,
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let (wep, convenant) = (&project.wep, &project.convenant);
    let overleg = project.overleg.orgaan.map(orgaan);
    let view = View {
        handleiding: handbook::TITLE,
        concept: !project.convenant_signed(),
        gemeente: filled(&wep.gemeente),
        naam: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        wijken: wep.wijken.iter().filter_map(|wijk| filled(&wijk.naam)).collect(),
        trekker: short_name_of(project, &wep.trekker),
        partijen: convenant.partijen.iter().map(|partij| partij_view(project, partij)).collect(),
        een_partij: convenant.partijen.len() == 1,
        overwegingen: convenant.overwegingen.clone(),
        begrippen: begrippen(convenant),
        doelen: doelen(convenant),
        heeft: ARTIKELEN.iter().filter(|a| a.mag_weg).map(|a| (a.id, convenant.has_artikel(a.id))).collect(),
        eigen: eigen_artikelen(convenant),
        overleg,
        overleg_hoofdletter: overleg.map(capitalised),
        voorzitter: short_name_of(project, &project.overleg.voorzitter),
        verantwoordelijkheden: VERANTWOORDELIJKHEDEN,
        ritme: ritme(project),
        besluiten: convenant.besluiten.map(besluit),
        toetreding: convenant.toetreding.map(besluit),
        wijknetwerk: WijknetwerkView {
            per_jaar: project.overleg.wijknetwerk.per_jaar.map(number),
            moment: filled(&project.overleg.wijknetwerk.moment),
        },
        coordinator: coordinator(&project.team.coordinator, project),
        coordinatoren: project.team.coordinatoren().map(|one| coordinator(one, project)).collect(),
        meer_coordinatoren: !project.team.andere_coordinatoren.is_empty(),
        niet: NIET_BIJ_WEP,
        vereisten: VEREISTEN,
        locaties: locaties(project),
        bijdragen: bijdragen(project),
        privacy: PrivacyView { contact: filled(&convenant.privacy.contact), email: filled(&convenant.privacy.email) },
        opzegtermijn: convenant.opzegtermijn_maanden.map(months),
        ingangsdatum: convenant.ingangsdatum.map(|dag| dag.long()),
        einddatum: convenant.einddatum.map(|dag| dag.long()),
        verlenging: convenant.verlenging.map(verlenging),
        evaluatie_eerste: convenant.evaluatie.eerste.map(|dag| dag.long()),
        evaluatie_daarna: convenant.evaluatie.daarna_om_de_maanden.map(every_months),
        bemiddelaar: filled(&convenant.geschillen.bemiddelaar),
        naar_de_rechter: convenant.geschillen.naar_de_rechter.map(|JaNee(possible)| naar_de_rechter(possible)),
        bijlagen: convenant.bijlagen.clone(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

fn partij_view(project: &Project, partij: &Partij) -> PartijView {
    let organisatie = partij.organisatie.as_deref().and_then(|id| project.organisatie(id));
    let signature = partij.organisatie.as_deref().and_then(|id| project.signature_of(id));
    let signs = organisatie.map(|organisatie| &organisatie.vertegenwoordiger);
    PartijView {
        naam: organisatie.and_then(|o| filled(&o.naam)),
        korte_naam: organisatie.and_then(short_name),
        kvk: organisatie.and_then(|o| filled(&o.kvk)),
        zetel: organisatie.and_then(|o| filled(&o.zetel)),
        vertegenwoordiger: signs.and_then(|signs| filled(&signs.naam)),
        functie: signs.and_then(|signs| filled(&signs.functie)),
        is_gemeente: organisatie.is_some_and(|o| o.sector == Some(Sector::Gemeente)),
        besluit: signs.and_then(|signs| filled(&signs.besluit)),
        taken: taken(project, partij),
        plaats: signature.and_then(|signature| filled(&signature.plaats)),
        datum: signature.and_then(|signature| signature.datum).map(|datum| datum.long()),
        getekend: signature.is_some_and(|signature| signature.datum.is_some()),
    }
}

/// What follows for a party from its place in the partnership (§3.3, §3.4, §4.5), and then its own tasks.
fn taken(project: &Project, partij: &Partij) -> Vec<String> {
    let Some(id) = partij.organisatie.as_deref() else { return partij.taken.clone() };
    let is = |other: &Option<String>| other.as_deref() == Some(id);
    let receives = project.gekozen_locaties().any(|place| is(&place.beheerder))
        || project.team.wep_werkers.iter().any(|werker| is(&werker.organisatie));
    let refers = project.organisatie(id).and_then(|o| o.sector).is_some_and(|sector| {
        matches!(sector, Sector::Ggz | Sector::Zorg | Sector::MaatschappelijkeDienstverlening | Sector::Inloop)
    });
    let initiative = filled(&project.wep.afkorting).unwrap_or_else(|| "het initiatief".to_owned());
    let chair = project.overleg.orgaan.map_or("het overleg", orgaan);
    let employs = match project.team.andere_coordinatoren.is_empty() {
        true => "is de werkgever van de coördinator",
        false => "is werkgever van een coördinator",
    };
    let derived = [
        (is(&project.wep.trekker), "is het eerste aanspreekpunt voor wie vragen heeft".to_owned()),
        (project.team.coordinatoren().any(|one| is(&one.organisatie)), employs.to_owned()),
        (is(&project.overleg.voorzitter), format!("zit {chair} voor")),
        (receives, "ontvangt deelnemers gastvrij en nodigt hen uit om mee te doen (pull)".to_owned()),
        (refers, format!("wijst cliënten op {initiative} en gaat zo nodig de eerste keren met hen mee (push)")),
    ];
    let derived = derived.into_iter().filter(|(applies, _)| *applies).map(|(_, task)| task);
    derived.chain(partij.taken.iter().cloned()).collect()
}

fn begrippen(convenant: &Convenant) -> Vec<BegripView> {
    let own = convenant.begrippen.iter();
    own.map(|begrip| BegripView { begrip: filled(&begrip.begrip), betekenis: filled(&begrip.betekenis) }).collect()
}

fn doelen(convenant: &Convenant) -> Vec<DoelView> {
    let of = |doel: &handbook::Doel| {
        // A result for no group yet stands with the first, so that it is not lost.
        let own = convenant.resultaten.iter().filter(|own| handbook::doel_of_optional(own.doelgroep).id == doel.id);
        let own =
            own.map(|own| ResultaatView { tekst: filled(&own.resultaat), zonder_doelgroep: own.doelgroep.is_none() });
        let given = |text: &&str| ResultaatView { tekst: Some((*text).to_owned()), zonder_doelgroep: false };
        DoelView {
            naam: doel.naam,
            doel: doel.doel,
            resultaten: doel.resultaten.iter().map(given).chain(own).collect(),
            paragraaf: doel.paragraaf,
        }
    };
    handbook::DOELEN.iter().map(of).collect()
}

fn eigen_artikelen(convenant: &Convenant) -> BTreeMap<&'static str, Vec<EigenView>> {
    let mut after: BTreeMap<&'static str, Vec<EigenView>> = ARTIKELEN.iter().map(|a| (a.id, Vec::new())).collect();
    for (index, own) in convenant.eigen_artikelen.iter().enumerate() {
        let place = own.na.as_deref().filter(|na| after.contains_key(na)).unwrap_or(LAATSTE_INHOUDELIJKE_ARTIKEL);
        if let Some(list) = after.get_mut(place) {
            let anker = format!("eigen{}", index + 1);
            list.push(EigenView { anker, titel: filled(&own.titel), leden: own.leden.clone() });
        }
    }
    after
}

fn ritme(project: &Project) -> RitmeView {
    let overleg = &project.overleg;
    RitmeView {
        maandelijks: overleg.maandelijks_gedurende != Some(0),
        maandelijks_gedurende: overleg.maandelijks_gedurende.map(months),
        daarna: overleg.daarna_om_de_maanden.map(every_months),
        bij_goede_voortgang: overleg.bij_goede_voortgang_per_jaar.map(number),
    }
}

fn coordinator(coordinator: &Coordinator, project: &Project) -> CoordinatorView {
    CoordinatorView {
        naam: filled(&coordinator.naam),
        werkgever: short_name_of(project, &coordinator.organisatie),
        uren: coordinator.uren_per_week.map(|uren| uren.to_string()),
        vanaf: coordinator.vanaf.map(|dag| dag.long()),
        ook_wep_werker: coordinator.ook_wep_werker == Some(JaNee(true)),
    }
}

fn locaties(project: &Project) -> Vec<LocatieView> {
    let chosen = project.gekozen_locaties();
    let of = |place: &crate::model::Locatie| LocatieView {
        naam: filled(&place.naam),
        adres: address(&place.adres),
        wijk: place.wijk.as_deref().and_then(|id| project.wijk(id)).and_then(|wijk| filled(&wijk.naam)),
    };
    chosen.map(of).collect()
}

fn bijdragen(project: &Project) -> BijdragenView {
    let parties = &project.convenant.partijen;
    let row = |partij: &Partij| BijdrageView {
        partij: short_name_of(project, &partij.organisatie),
        bekend: partij.uren_per_week.is_some()
            || partij.bijdrage_per_jaar.is_some()
            || filled(&partij.in_natura).is_some(),
        uren: partij.uren_per_week.map_or(NOTHING.to_owned(), |uren| uren.to_string()),
        bedrag: partij.bijdrage_per_jaar.map_or(NOTHING.to_owned(), |bedrag| format!("€ {bedrag}")),
        in_natura: filled(&partij.in_natura).unwrap_or(NOTHING.to_owned()),
    };
    let hours: u64 = parties.iter().filter_map(|partij| partij.uren_per_week).map(u64::from).sum();
    let cents = parties.iter().filter_map(|partij| partij.bijdrage_per_jaar).map(Bedrag::cents);
    let total = cents.fold(0i64, i64::saturating_add);
    BijdragenView {
        rijen: parties.iter().map(row).collect(),
        totaal: hours > 0 || total != 0,
        totaal_uren: if hours > 0 { hours.to_string() } else { NOTHING.to_owned() },
        totaal_bedrag: if total != 0 { format!("€ {}", Bedrag::from_cents(total)) } else { NOTHING.to_owned() },
    }
}

fn besluit(besluit: Besluit) -> &'static str {
    match besluit {
        Besluit::Unaniem => "met instemming van alle partijen",
        Besluit::Meerderheid => "met een meerderheid van de partijen",
    }
}

fn verlenging(verlenging: Verlenging) -> &'static str {
    match verlenging {
        Verlenging::NaEvaluatie => {
            "Uiterlijk drie maanden voor de einddatum besluiten partijen, aan de hand van de evaluatie, of zij het convenant verlengen."
        }
        Verlenging::Stilzwijgend => {
            "Zegt geen van de partijen op, dan loopt het convenant na de einddatum steeds een jaar door."
        }
        Verlenging::Geen => "Na de einddatum stopt het convenant. Partijen verlengen het niet.",
    }
}

fn naar_de_rechter(possible: bool) -> &'static str {
    match possible {
        true => "Lukt ook dat niet, dan kan een partij de zaak voorleggen aan de rechter.",
        false => "Partijen leggen een meningsverschil over dit convenant niet voor aan de rechter.",
    }
}
