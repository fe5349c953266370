//! The mistakes, each with what is said about it.

use super::{Mistake, with_mistake};

const fn mistake(name: &'static str, file: &'static str, right: &'static str, wrong: &'static str) -> Mistake {
    Mistake { name, file, right, wrong }
}

pub const MISTAKES: &[Mistake] = &[
    mistake("reference-to-nobody", "wep.yaml", "trekker: welzijn", "trekker: welzijm"),
    mistake("reference-to-no-wijk", "locaties.yaml", "wijk: de-hoven", "wijk: De Hoven"),
    mistake("reference-to-no-place", "startbijeenkomst.yaml", "locatie: de-korenmolen", "locatie: molen"),
    mistake("id-twice", "organisaties.yaml", "id: herstelhuis", "id: gemeente"),
    mistake("id-with-capitals", "locaties.yaml", "id: het-perron", "id: Het Perron"),
    mistake("id-missing", "organisaties.yaml", "id: woonrijk", "id:"),
    mistake("kvk-too-short", "organisaties.yaml", "\"99000104\"", "\"9900104\""),
    mistake("postcode-without-letters", "locaties.yaml", "postcode: 8913 GJ", "postcode: 8913"),
    mistake("sector-missing", "organisaties.yaml", "sector: vrijwilligers", "sector: overig"),
    mistake("wijk-without-a-place", "locaties.yaml", "wijk: stationsbuurt", "wijk: de-hoven"),
    mistake(
        "offer-in-no-wijk",
        "organisaties.yaml",
        "      - molenkwartier\n          - de-hoven",
        "      - molen\n          - de-hoven",
    ),
    mistake("branch-in-no-wijk", "organisaties.yaml", "wijk: de-hoven\n        adres:", "wijk: hoven\n        adres:"),
    mistake("branch-postcode", "organisaties.yaml", "postcode: 8913 GJ", "postcode: 0913 GJ"),
    mistake("relation-with-nobody", "organisaties.yaml", "met: thuis-in", "met: thuis-uit"),
    mistake("relation-with-itself", "organisaties.yaml", "met: thuis-in", "met: herstelhuis"),
    mistake("relation-without-kind", "organisaties.yaml", "soort: deelt_plek", "soort:"),
    mistake("need-in-no-wijk", "organisaties.yaml", "- wijk: de-hoven", "- wijk: hoeve"),
    mistake("need-without-domain", "organisaties.yaml", "leefgebied: leren", "leefgebied:"),
    mistake("partner-that-is-no-party", "convenant.yaml", "organisatie: raad-en-daad", "organisatie:"),
    mistake(
        "party-that-is-no-partner",
        "organisaties.yaml",
        "      - partner\n      - verwijst\n      - financiert",
        "      - verwijst",
    ),
    mistake("partner-without-signatory", "organisaties.yaml", "naam: M. van Dalen", "naam:"),
    mistake("coordinate-alone", "organisaties.yaml", "lengtegraad: \"5.7929\"", "lengtegraad:"),
    mistake(
        "coordinates-swapped",
        "organisaties.yaml",
        "breedtegraad: \"53.2011\"\n      # Lengtegraad, zoals 5,7999.\n      lengtegraad: \"5.7929\"",
        "breedtegraad: 5.7929\n      lengtegraad: 53.2011",
    ),
    mistake("coordinates-abroad", "organisaties.yaml", "breedtegraad: \"53.2011\"", "breedtegraad: 48.2011"),
    mistake("checked-long-ago", "organisaties.yaml", "nagekeken_op: 2026-09-30", "nagekeken_op: 2026-01-14"),
    mistake("checked-later", "organisaties.yaml", "nagekeken_op: 2027-01-13", "nagekeken_op: 2027-01-16"),
    mistake("output-outside", "wep.yaml", "map: uitvoer", "map: ../elders"),
    mistake("gemeente-unnamed", "wep.yaml", "gemeente: Veldrijk", "gemeente:"),
    mistake("party-twice", "convenant.yaml", "organisatie: herstelhuis", "organisatie: de-brug"),
    mistake(
        "lead-is-no-party",
        "convenant.yaml",
        "organisatie: welzijn
",
        "organisatie:
",
    ),
    mistake("party-without-contribution", "convenant.yaml", "uren_per_week: 6\n", "uren_per_week:\n"),
    mistake("choice-open", "overleg.yaml", "orgaan: werkgroep", "orgaan:"),
    mistake("article-unknown", "convenant.yaml", "weglaten: []", "weglaten: [geschil]"),
    mistake("article-required", "convenant.yaml", "weglaten: []", "weglaten: [doel]"),
    mistake("own-article-nowhere", "convenant.yaml", "na: coordinator", "na: de coördinator"),
    mistake("end-before-beginning", "convenant.yaml", "einddatum: 2030-01-31", "einddatum: 2027-01-31"),
    mistake("rhythm-of-nothing", "overleg.yaml", "daarna_om_de_maanden: 2", "daarna_om_de_maanden: 0"),
    mistake(
        "signature-of-a-stranger",
        "voortgang.yaml",
        "handtekeningen: []",
        "handtekeningen: [{organisatie: iemand, datum: 2027-01-20}]",
    ),
    mistake(
        "signature-without-day",
        "voortgang.yaml",
        "handtekeningen: []",
        "handtekeningen: [{organisatie: gemeente}]",
    ),
    mistake(
        "signature-twice",
        "voortgang.yaml",
        "handtekeningen: []",
        "handtekeningen: [{organisatie: gemeente, datum: 2027-01-20}, {organisatie: gemeente, datum: 2027-01-21}]",
    ),
    mistake("no-day", "startbijeenkomst.yaml", "datum: 2027-03-11", "datum:"),
    mistake("on-a-sunday", "startbijeenkomst.yaml", "datum: 2027-03-11", "datum: 2027-03-14"),
    mistake("on-a-holiday", "startbijeenkomst.yaml", "datum: 2027-03-11", "datum: 2027-04-27"),
    mistake("register-too-late", "startbijeenkomst.yaml", "tot_en_met: 2027-03-04", "tot_en_met: 2027-03-12"),
    mistake("fixed-time-too-late", "startbijeenkomst.yaml", "tijd: \"16.15\"", "tijd: \"16.20\""),
    mistake("fixed-time-too-early", "startbijeenkomst.yaml", "duur: 30", "duur: 40"),
    mistake("end-too-early", "startbijeenkomst.yaml", "einde: \"17.30\"", "einde: \"17.45\""),
    mistake("end-too-late", "startbijeenkomst.yaml", "duur: 10", "duur: 25"),
    mistake("end-before-the-beginning", "startbijeenkomst.yaml", "einde: \"17.30\"", "einde: \"5.30\""),
    mistake(
        "break-of-nothing",
        "startbijeenkomst.yaml",
        "duur: 15\n    tijd:\n    toelichting: met",
        "duur: 0\n    tijd:\n    toelichting: met",
    ),
    mistake("part-without-duration", "startbijeenkomst.yaml", "duur: 35", "duur:"),
    mistake("welcome-after-the-beginning", "startbijeenkomst.yaml", "ontvangst: \"14.45\"", "ontvangst: \"15.45\""),
    mistake("speaker-unknown", "startbijeenkomst.yaml", "spreker: drs. J. Hogeveen", "spreker:"),
    mistake("too-many-groups", "startbijeenkomst.yaml", "aantal: 5", "aantal: 8"),
    mistake("steps-too-long", "startbijeenkomst.yaml", "stappen: []", "stappen: [{opdracht: Praten, duur: 50}]"),
    mistake("source-that-ended", "begroting.yaml", "bron: zorgkantoor_wlz", "bron: awbz"),
    mistake("source-that-ends", "begroting.yaml", "bron: fonds", "bron: spuk"),
    mistake("shortage-without-a-plan", "begroting.yaml", "- jaar: 2029", "- jaar: 2028"),
    mistake(
        "amount-and-hours",
        "begroting.yaml",
        "tarief:\n    bedrag: \"7.500,00\"",
        "tarief: \"10,00\"\n    bedrag: \"7.500,00\"",
    ),
    mistake("neither-amount-nor-hours", "begroting.yaml", "bedrag: \"7.500,00\"", "bedrag:"),
    mistake("hours-without-weeks", "begroting.yaml", "weken_per_jaar: \"44\"", "weken_per_jaar:"),
    mistake("negative-amount", "begroting.yaml", "bedrag: \"4.800,00\"", "bedrag: \"-4.800,00\""),
    mistake("amount-too-large", "begroting.yaml", "tarief: \"62,50\"", "tarief: \"90.000.000.000.000.000,00\""),
    mistake("year-outside-the-budget", "begroting.yaml", "      - 2028\n", "      - 2035\n"),
    mistake("year-in-two-figures", "begroting.yaml", "- 2027\n", "- 27\n"),
    mistake("payer-unknown", "begroting.yaml", "organisatie: ggz-linge", "organisatie: ggz-lingen"),
    mistake("costs-in-no-wijk", "begroting.yaml", "wijk: stationsbuurt", "wijk: stationswijk"),
    mistake("status-open", "begroting.yaml", "status: aangevraagd", "status:"),
    mistake(
        "less-than-the-convenant",
        "begroting.yaml",
        "organisatie: woonrijk\n    omschrijving:\n    bedrag:",
        "organisatie: woonrijk\n    omschrijving:\n    bedrag: \"4.000,00\"",
    ),
    mistake("plan-result-of-another-group", "plan-van-aanpak.yaml", "    doelgroep:\n", "    doelgroep: wijkbewoner\n"),
    mistake("plan-goal-without-day", "plan-van-aanpak.yaml", "datum: 2028-12-01", "datum:"),
    mistake("plan-goal-of-nobody", "plan-van-aanpak.yaml", "wie: Samira el Idrissi", "wie:"),
    mistake("plan-owner-unknown", "plan-van-aanpak.yaml", "wie: Joost Hiemstra", "wie: Joost Hiemstar"),
    mistake("plan-owner-a-stranger", "plan-van-aanpak.yaml", "wie: vrijwilligers", "wie: buurtvereniging"),
    mistake("plan-ready-before-begun", "plan-van-aanpak.yaml", "einde: 2027-05-14", "einde: 2027-01-14"),
    mistake("plan-waits-for-later", "plan-van-aanpak.yaml", "begin: 2027-05-17", "begin: 2027-05-10"),
    mistake("plan-waits-for-nothing", "plan-van-aanpak.yaml", "- sociale-kaart", "- socialekaart"),
    mistake(
        "plan-waits-in-a-circle",
        "plan-van-aanpak.yaml",
        "    wacht_op: []",
        "    wacht_op: [instellingen-informeren]",
    ),
    mistake("plan-outside-its-term", "plan-van-aanpak.yaml", "einde: 2029-01-31\n\n", "einde: 2028-12-31\n\n"),
    mistake("plan-ends-before-it-begins", "plan-van-aanpak.yaml", "einde: 2029-01-31", "einde: 2027-01-31"),
    mistake("plan-evaluation-without-day", "plan-van-aanpak.yaml", "datum: 2027-09-16", "datum:"),
    mistake("plan-id-with-capitals", "plan-van-aanpak.yaml", "id: behoeften", "id: Behoeften"),
    mistake(
        "approval-by-a-stranger",
        "voortgang.yaml",
        "goedkeuringen: []",
        "goedkeuringen: [{organisatie: iemand, datum: 2027-01-20}]",
    ),
    mistake("approval-without-day", "voortgang.yaml", "goedkeuringen: []", "goedkeuringen: [{organisatie: gemeente}]"),
    mistake("fifth-tuesday", "overleg.yaml", "dag: tweede dinsdag", "dag: vijfde dinsdag"),
    mistake("calendar-too-long", "overleg.yaml", "tot_en_met:\n", "tot_en_met: 2037-01-01\n"),
    mistake("calendar-ends-first", "overleg.yaml", "tot_en_met:\n", "tot_en_met: 2026-01-01\n"),
    mistake("moved-from-no-meeting", "overleg.yaml", "van: 2027-06-08", "van: 2027-06-09"),
    mistake("moved-past-another", "overleg.yaml", "naar: 2027-06-15", "naar: 2027-07-20"),
    mistake("moved-to-a-holiday", "overleg.yaml", "naar: 2027-06-15", "naar: 2027-05-17"),
    mistake("meeting-past-midnight", "overleg.yaml", "duur: 90", "duur: 900"),
    mistake("two-bodies-together", "startbijeenkomst.yaml", "datum: 2027-03-11", "datum: 2027-06-15"),
    mistake("no-free-day", "overleg.yaml", "tot_en_met: 2027-08-22", "tot_en_met: 2027-12-20"),
    mistake("school-holiday-backwards", "overleg.yaml", "tot_en_met: 2027-02-28", "tot_en_met: 2026-02-28"),
    mistake("agenda-too-full", "overleg.yaml", "minuten: 15", "minuten: 75"),
    mistake("owner-unknown", "overleg.yaml", "wie: Samira el Idrissi", "wie: Samira el Idrisi"),
    mistake("action-without-owner", "overleg.yaml", "wie: ggz-linge", "wie:"),
    mistake("moment-and-rule-differ", "overleg.yaml", "moment: de eerste donderdag", "moment: de eerste vrijdag"),
    mistake("no-start", "wep.yaml", "startdatum: 2027-02-01", "startdatum:"),
    mistake("unknown-field", "team.yaml", "uren_per_week: 24", "uren_per_wek: 24"),
    mistake("field-twice", "overleg.yaml", "voorzitter: gemeente", "voorzitter: gemeente\nvoorzitter: welzijn"),
    mistake("list-instead-of-text", "wep.yaml", "gemeente: Veldrijk", "gemeente: [Veldrijk]"),
    mistake("impossible-day", "convenant.yaml", "ingangsdatum: 2027-02-01", "ingangsdatum: 2027-02-29"),
    mistake("impossible-time", "startbijeenkomst.yaml", "begin: \"15.00\"", "begin: 25.00"),
    mistake("number-in-words", "team.yaml", "uren_per_week: 24", "uren_per_week: halftijds"),
    mistake("unknown-choice", "organisaties.yaml", "sector: ggz", "sector: gzz"),
    mistake("yaml-trap", "organisaties.yaml", "korte_naam: De Brug", "korte_naam: no"),
    mistake("yaml-broken", "overleg.yaml", "orgaan: werkgroep", "orgaan: 'werkgroep"),
];

/// What a user reads about each mistake, one after the other.
#[test]
fn every_mistake_is_told_at_its_place_with_the_way_out() {
    let told: Vec<String> = MISTAKES
        .iter()
        .map(|mistake| {
            let (findings, text) = with_mistake(mistake);
            assert!(!findings.is_empty(), "{} is not found", mistake.name);
            format!("======== {}\n{text}", mistake.name)
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}
