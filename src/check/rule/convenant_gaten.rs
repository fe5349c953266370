//! What the convenant still needs: the same things that it shows as gaps.

use super::super::{Code, Finding, Route};
use super::{blank_items, gaps, is_filled};
use crate::model::{Partij, Project, Sector, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let parties = &project.convenant.partijen;
    let mut findings = gaps(file::CONVENANT, [(!parties.is_empty(), "partijen".into(), "de partijen die tekenen")]);
    for (index, party) in parties.iter().enumerate() {
        findings.extend(of_party(project, index, party));
    }
    findings.extend(choices(project));
    findings.extend(of_terms(project));
    findings.extend(of_own_texts(project));
    let employer = Route::from("coordinator").field("organisatie");
    let there = is_filled(&project.team.coordinator.organisatie);
    findings.extend(gaps(file::TEAM, [(there, employer, "de werkgever van de coördinator")]));
    for (index, one) in project.team.andere_coordinatoren.iter().enumerate() {
        let route = Route::from("andere_coordinatoren").index(index).field("organisatie");
        findings.extend(gaps(file::TEAM, [(is_filled(&one.organisatie), route, "de werkgever van deze coördinator")]));
    }
    findings
}

fn of_party(project: &Project, index: usize, party: &Partij) -> Vec<Finding> {
    let route = Route::from("partijen").index(index);
    let contributes = party.uren_per_week.is_some() || party.bijdrage_per_jaar.is_some() || is_filled(&party.in_natura);
    let organisaties = &project.organisaties.organisaties;
    let position = organisaties.iter().position(|one| one.id.is_some() && one.id == party.organisatie);
    let naam = position.and_then(|position| organisaties[position].naam.as_deref()).unwrap_or("deze partij");
    let contribution = format!("wat {naam} inzet: uren, geld of iets in natura");
    let mut findings = gaps(
        file::CONVENANT,
        [
            (is_filled(&party.organisatie), route.field("organisatie"), "welke organisatie deze partij is"),
            (contributes, route.clone(), contribution.as_str()),
        ],
    );
    let Some(position) = position else { return findings };
    let organisatie = &organisaties[position];
    let route = Route::from("organisaties").index(position);
    let signs = &organisatie.vertegenwoordiger;
    let is_gemeente = organisatie.sector == Some(Sector::Gemeente);
    let signer = route.field("vertegenwoordiger");
    let wanted = [
        (is_filled(&organisatie.naam), route.field("naam"), "de naam van deze organisatie".to_owned()),
        (is_filled(&organisatie.kvk), route.field("kvk"), format!("het KvK-nummer van {naam}")),
        (is_filled(&organisatie.zetel), route.field("zetel"), format!("de vestigingsplaats van {naam}")),
        (is_filled(&signs.naam), signer.field("naam"), format!("de naam van wie tekent voor {naam}")),
        (is_filled(&signs.functie), signer.field("functie"), format!("de functie van wie tekent voor {naam}")),
        (
            !is_gemeente || is_filled(&signs.besluit),
            signer.field("besluit"),
            format!("het besluit, met datum, waarmee {naam} mag tekenen"),
        ),
    ];
    findings.extend(gaps(
        file::ORGANISATIES,
        wanted.iter().map(|(there, route, what)| (*there, route.clone(), what.as_str())),
    ));
    findings
}

/// Choices for which there is no rule that holds everywhere, so that wep makes none.
fn choices(project: &Project) -> Vec<Finding> {
    let convenant = &project.convenant;
    let keeps_disputes = convenant.has_artikel("geschillen");
    let wanted = [
        (
            project.overleg.orgaan.is_some(),
            file::OVERLEG,
            Route::from("orgaan"),
            "de naam van het overleg",
            "kies werkgroep, begeleidingsgroep of samenwerkingsoverleg",
        ),
        (
            convenant.besluiten.is_some(),
            file::CONVENANT,
            "besluiten".into(),
            "hoe het overleg besluit",
            "kies unaniem of meerderheid",
        ),
        (
            convenant.toetreding.is_some(),
            file::CONVENANT,
            "toetreding".into(),
            "hoe partijen over een nieuwe partij besluiten",
            "kies unaniem of meerderheid",
        ),
        (
            convenant.verlenging.is_some(),
            file::CONVENANT,
            "verlenging".into(),
            "wat er na de einddatum gebeurt",
            "kies na_evaluatie, stilzwijgend of geen",
        ),
        (
            !keeps_disputes || convenant.geschillen.naar_de_rechter.is_some(),
            file::CONVENANT,
            Route::from("geschillen").field("naar_de_rechter"),
            "of partijen naar de rechter kunnen",
            "schrijf ja of nee; overleg dit met een jurist",
        ),
    ];
    let open = wanted.into_iter().filter(|(made, ..)| !made);
    open.map(|(_, file, route, what, help)| Finding::at(Code::Choice, file, route, what).help(help)).collect()
}

fn of_terms(project: &Project) -> Vec<Finding> {
    let convenant = &project.convenant;
    let overleg = &project.overleg;
    let evaluatie = Route::from("evaluatie");
    let mut findings = gaps(
        file::CONVENANT,
        [
            (convenant.opzegtermijn_maanden.is_some(), "opzegtermijn_maanden".into(), "de opzegtermijn in maanden"),
            (convenant.einddatum.is_some(), "einddatum".into(), "de laatste dag waarop het convenant geldt"),
            (convenant.evaluatie.eerste.is_some(), evaluatie.field("eerste"), "de dag van de eerste evaluatie"),
            (
                convenant.evaluatie.daarna_om_de_maanden.is_some(),
                evaluatie.field("daarna_om_de_maanden"),
                "om de hoeveel maanden u daarna evalueert",
            ),
            (
                is_filled(&convenant.privacy.contact),
                Route::from("privacy").field("contact"),
                "wie vragen over privacy beantwoordt",
            ),
            (
                is_filled(&convenant.privacy.email),
                Route::from("privacy").field("email"),
                "het e-mailadres voor vragen over privacy",
            ),
            (
                !convenant.has_artikel("geschillen") || is_filled(&convenant.geschillen.bemiddelaar),
                Route::from("geschillen").field("bemiddelaar"),
                "wie bemiddelt als partijen er niet uitkomen",
            ),
        ],
    );
    let network = !convenant.has_artikel("wijknetwerk");
    let wijknetwerk = Route::from("wijknetwerk");
    findings.extend(gaps(
        file::OVERLEG,
        [
            (is_filled(&overleg.voorzitter), "voorzitter".into(), "de organisatie die voorzit"),
            (
                overleg.maandelijks_gedurende.is_some(),
                "maandelijks_gedurende".into(),
                "hoeveel maanden het overleg elke maand bijeenkomt",
            ),
            (
                overleg.daarna_om_de_maanden.is_some(),
                "daarna_om_de_maanden".into(),
                "om de hoeveel maanden het overleg daarna bijeenkomt",
            ),
            (
                overleg.bij_goede_voortgang_per_jaar.is_some(),
                "bij_goede_voortgang_per_jaar".into(),
                "hoe vaak per jaar het overleg bijeenkomt als het goed loopt",
            ),
            (
                network || overleg.wijknetwerk.per_jaar.is_some(),
                wijknetwerk.field("per_jaar"),
                "hoe vaak per jaar het wijknetwerk bijeenkomt",
            ),
            (
                network || is_filled(&overleg.wijknetwerk.moment),
                wijknetwerk.field("moment"),
                "het vaste moment van het wijknetwerk",
            ),
        ],
    ));
    findings
}

fn of_own_texts(project: &Project) -> Vec<Finding> {
    let convenant = &project.convenant;
    let mut findings = blank_items(file::CONVENANT, &"overwegingen".into(), &convenant.overwegingen);
    if convenant.has_artikel("bijlagen") {
        findings.extend(blank_items(file::CONVENANT, &"bijlagen".into(), &convenant.bijlagen));
    }
    for (index, party) in convenant.partijen.iter().enumerate() {
        let route = Route::from("partijen").index(index).field("taken");
        findings.extend(blank_items(file::CONVENANT, &route, &party.taken));
    }
    for (index, begrip) in convenant.begrippen.iter().enumerate() {
        let route = Route::from("begrippen").index(index);
        let wanted = [
            (is_filled(&begrip.begrip), route.field("begrip"), "welk begrip dit is"),
            (is_filled(&begrip.betekenis), route.field("betekenis"), "wat dit begrip betekent"),
        ];
        findings.extend(gaps(file::CONVENANT, wanted));
    }
    for (index, own) in convenant.resultaten.iter().enumerate() {
        let route = Route::from("resultaten").index(index);
        let wanted = [
            (own.doelgroep.is_some(), route.field("doelgroep"), "voor welke doelgroep dit resultaat is"),
            (is_filled(&own.resultaat), route.field("resultaat"), "welk resultaat u wilt"),
        ];
        findings.extend(gaps(file::CONVENANT, wanted));
    }
    findings
}
