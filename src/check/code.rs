//! The codes of findings: one enum, each with its level and its meaning.

use super::Level;
use crate::privacy::Kind;

macro_rules! codes {
    ($($variant:ident $slug:literal $level:ident $meaning:literal)+) => {
        /// What kind of finding it is. The slug is what a user sees and can look up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $meaning] $variant),+ }

        impl Code {
            pub const ALL: &[Code] = &[$(Code::$variant),+];

            /// The name that users see, such as `onbekend-veld`.
            pub fn slug(self) -> &'static str {
                match self { $(Code::$variant => $slug),+ }
            }

            pub fn level(self) -> Level {
                match self { $(Code::$variant => Level::$level),+ }
            }

            /// What the code stands for, in one Dutch sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning),+ }
            }
        }
    };
}

codes! {
    FileMissing          "bestand-ontbreekt"       Error   "Een bestand van de gemeente is er niet."
    FileEmpty            "bestand-leeg"            Gap     "Een bestand is leeg."
    Encoding             "tekencodering"           Warning "Een bestand is niet als UTF-8 opgeslagen."
    ParticipantBsn       "deelnemer-bsn"           Error   "Ergens staat een burgerservicenummer."
    ParticipantBirth     "deelnemer-geboortedatum" Error   "Ergens staat een geboortedatum."
    ParticipantIban      "deelnemer-rekening"      Error   "Ergens staat een rekeningnummer."
    ParticipantDiagnosis "deelnemer-diagnose"      Error   "Ergens staat een diagnose bij de naam van een persoon."
    Syntax               "yaml-fout"               Error   "Een bestand is geen geldige YAML."
    UnknownField         "onbekend-veld"           Error   "Een veld bestaat niet."
    DuplicateField       "dubbel-veld"             Error   "Een veld staat er twee keer."
    WrongType            "verkeerde-soort"         Error   "Een waarde is van de verkeerde soort."
    UnknownChoice        "onbekende-keuze"         Error   "Een waarde is geen van de keuzes."
    InvalidDate          "ongeldige-datum"         Error   "Een datum bestaat niet of is anders geschreven."
    InvalidTime          "ongeldige-tijd"          Error   "Een tijd bestaat niet of is anders geschreven."
    InvalidMonthRule     "ongeldige-vaste-dag"     Error   "Een vaste dag van de maand is niet te lezen."
    InvalidRecurrence    "ongeldige-herhaling"     Error   "Een regel voor wanneer iets is, is niet te lezen."
    InvalidNumber        "ongeldig-getal"          Error   "Een getal of bedrag is niet te lezen."
    InvalidColour        "ongeldige-kleur"         Error   "Een kleur is niet te lezen."
    LogoOutside          "logo-buiten-map"         Error   "Het logo ligt buiten de map van de gemeente."
    LogoUnusable         "logo-onbruikbaar"        Warning "Het logo kan niet worden gebruikt."
    PoorContrast         "contrast-te-klein"       Warning "Een kleur is te licht om goed te lezen."
    YamlTrap             "yaml-valkuil"            Warning "Andere programma's lezen deze waarde anders."
    TemplateName         "sjabloon-naam"           Warning "Een bestand in de map sjablonen heeft een naam waar wep niets mee kan."
    Template             "sjabloon-fout"           Error   "Een eigen sjabloon klopt niet."
    UnknownReference     "onbekende-verwijzing"    Error   "Een verwijzing wijst naar niets."
    DuplicateId          "dubbele-id"              Error   "Een id staat er twee keer."
    InvalidId            "ongeldige-id"            Error   "Een id heeft tekens die niet kunnen."
    OutputFolder         "uitvoer-map"             Error   "De map voor de documenten ligt buiten de map van de gemeente."
    KvkNumber            "kvk-nummer"              Error   "Een KvK-nummer heeft geen acht cijfers."
    Missing              "nog-invullen"            Gap     "Een gegeven ontbreekt nog."
    Choice               "nog-kiezen"              Gap     "Een keuze is nog niet gemaakt."
    PartyTwice           "partij-dubbel"           Error   "Een organisatie is twee keer partij."
    TooFewParties        "te-weinig-partijen"      Gap     "Een convenant heeft minstens twee partijen."
    LeadNotParty         "trekker-geen-partij"     Warning "De trekker is geen partij in het convenant."
    DateOrder            "datum-volgorde"          Error   "Twee datums staan in de verkeerde volgorde."
    ArticleRequired      "artikel-verplicht"       Error   "Een artikel kan niet weg."
    ArticleUnknown       "artikel-onbekend"        Error   "Een artikel bestaat niet."
    SectorMissing        "sector-ontbreekt"        Warning "In het samenwerkingsverband ontbreekt een sector."
    PlaceMissing         "wijk-zonder-plek"        Warning "Een wijk heeft nog geen plek om elkaar te ontmoeten."
    Postcode             "postcode"                Error   "Een postcode heeft niet de vorm 1234 AB."
    SelfRelation         "relatie-met-zichzelf"    Error   "Een organisatie heeft een relatie met zichzelf."
    RoleDisagrees        "rol-partner"             Warning "De rol partner klopt niet met de partijen in het convenant."
    Coordinates          "coordinaten"             Warning "Een breedte- of lengtegraad ontbreekt of ligt niet in Nederland."
    NotChecked           "lang-niet-nagekeken"     Warning "Gegevens zijn langer dan een jaar niet nagekeken."
    CheckedLater         "nagekeken-na-peildatum"  Warning "Een organisatie is nagekeken na de peildatum van de kaart."
    SignatureNoParty     "handtekening-geen-partij" Error  "Iemand tekende die geen partij is."
    ApprovalNoPlan       "goedkeuring-zonder-plan" Error   "Een directie keurde een plan goed dat er nog niet is."
    StepOrder            "stap-volgorde"           Warning "Een stap is eerder gezet dan een stap die ervoor komt."
    HeldOtherDay         "gehouden-op-andere-dag"  Warning "Iets is op een andere dag gehouden dan gepland."
    HeldElsewhere        "gehouden-elders"         Warning "Een bijeenkomst was op een plek die niet is gekozen."
    DayFarAway           "dag-ver-weg"             Warning "Een dag ligt jaren voor of na de startdatum."
    GroupWithoutGoal     "doelgroep-zonder-doel"   Gap     "Een doelgroep heeft nog geen doel in het plan van aanpak."
    GroupMismatch        "doelgroep-past-niet"     Warning "Een resultaat hoort bij een andere doelgroep."
    OutsideTerm          "buiten-looptijd"         Warning "Een dag valt buiten de looptijd van het plan."
    WaitsForLater        "wacht-op-later"          Error   "Een activiteit wacht op iets dat later klaar is."
    WaitsInCircle        "wacht-in-kring"          Error   "Activiteiten wachten op elkaar in een kring."
    Rhythm               "ritme"                   Error   "Een ritme van vergaderen kan niet."
    TimeDoesNotFit       "tijd-past-niet"          Error   "Een vaste tijd klopt niet met wat ervoor komt."
    EndNotReached        "einde-niet-gehaald"      Error   "Het programma eindigt niet op de eindtijd."
    BreakZero            "pauze-nul"               Error   "Een pauze duurt nul minuten."
    DurationMissing      "duur-ontbreekt"          Error   "Een onderdeel heeft geen duur."
    HorizonTooFar        "kalender-te-lang"        Error   "Een kalender loopt te ver vooruit."
    MeetingUnknown       "bijeenkomst-onbekend"    Error   "Op een genoemde dag is er geen bijeenkomst."
    MeetingOrder         "bijeenkomst-volgorde"    Error   "Een bijeenkomst is verzet tot voorbij een andere."
    MeetingTooLong       "bijeenkomst-te-lang"     Error   "Een bijeenkomst eindigt na middernacht."
    MeetingsOverlap      "bijeenkomsten-tegelijk"  Warning "Twee bijeenkomsten zijn op hetzelfde moment."
    NoFreeDay            "geen-vrije-dag"          Warning "Voor een bijeenkomst is geen vrije dag te vinden."
    DateSchoolHoliday    "datum-schoolvakantie"    Warning "Een bijeenkomst valt in een schoolvakantie."
    AgendaTooFull        "agenda-te-vol"           Error   "Een agenda past niet in de tijd."
    OwnerUnknown         "wie-onbekend"            Warning "Wie iets doet, staat niet bij het team of de organisaties."
    MomentDiffers        "moment-anders"           Warning "De tekst over een vast moment zegt iets anders dan de regel."
    ActivitiesOverlap    "activiteiten-tegelijk"   Warning "Twee activiteiten zijn op dezelfde tijd op dezelfde plek."
    OutsideProgramme     "buiten-programma"        Warning "Een activiteit valt buiten het programma."
    PlaceSpelling        "plek-twee-namen"         Warning "Een plek staat er met twee namen die op elkaar lijken."
    DateSunday           "datum-zondag"            Warning "De datum valt op een zondag."
    DateHoliday          "datum-feestdag"          Warning "De datum valt op een feestdag."
    WeekdayDiffers       "dag-past-niet"           Error   "Een dag van de week past niet bij de datum."
    DateWithoutYear      "datum-zonder-jaar"       Warning "Bij een datum in een tekst staat geen jaar."
    GroupSize            "groep-grootte"           Error   "De grootte van een groep kan niet."
    AmountTwice          "bedrag-dubbel"           Error   "Een bedrag staat er op twee manieren."
    AmountNegative       "bedrag-negatief"         Error   "Een bedrag is kleiner dan nul."
    AmountTooLarge       "bedrag-te-groot"         Error   "Een bedrag is te groot om mee te rekenen."
    BudgetYear           "begroting-jaar"          Error   "Een jaar klopt niet met de jaren van de begroting."
    SourceEnded          "bron-vervallen"          Error   "Een bron van geld bestaat niet meer."
    SourceEnds           "bron-loopt-af"           Warning "Een bron van geld loopt eerder af."
    CovenantDiffers      "convenant-en-begroting"  Warning "Een bijdrage is in het convenant anders dan in de begroting."
    Shortage             "tekort"                  Warning "In een jaar zijn de kosten hoger dan de dekking."
    TrainingLength       "training-duur"           Warning "De onderdelen van de training duren samen geen vier uur."
    TrainingPartMissing  "training-onderdeel"      Warning "In de training ontbreekt een onderdeel van de handleiding."
    TrainingCrowded      "training-oefentijd"      Warning "Er is te weinig tijd om iedereen te laten oefenen."
    Lunch                "lunch"                   Warning "De lunch ontbreekt, is kort of valt op een vreemde tijd."
    SubgroupTime         "subgroep-tijd"           Warning "De stappen in de subgroep passen niet in de tijd."
}

impl Code {
    /// Something that may be about a participant: its file is refused whatever else there is to say of it.
    pub fn is_about_participant(self) -> bool {
        Kind::ALL.into_iter().any(|kind| Code::from(kind) == self)
    }
}

impl From<Kind> for Code {
    fn from(kind: Kind) -> Code {
        match kind {
            Kind::Bsn => Code::ParticipantBsn,
            Kind::BirthDate => Code::ParticipantBirth,
            Kind::Iban => Code::ParticipantIban,
            Kind::Diagnosis => Code::ParticipantDiagnosis,
        }
    }
}
