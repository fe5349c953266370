//! What leaflet, walk-in, posters and flyers say when a gemeente has no words of its own (bijlagen 5, 7, 9–11).

/// What there is to do at the walk-in (§4.2.1: residents meet over coffee or tea).
pub const INLOOP: [&str; 4] = [
    "Koffie en thee staan klaar",
    "Een praatje, een spelletje of de krant",
    "U hoeft niets, en u hoeft zich niet aan te melden",
    "Kom en ga wanneer u wilt",
];

/// The eight questions to the reader of the poster for the herstelwerkgroep (bijlage 9).
pub const HERSTELVRAGEN: [&str; 8] = [
    "Wilt u verder met uw leven?",
    "Wilt u uw verhaal delen met iemand die luistert?",
    "Wilt u weten wat uw ervaringen u hebben geleerd?",
    "Wilt u ontdekken waar u goed in bent?",
    "Wilt u weer plannen maken voor later?",
    "Wilt u beter zeggen waar uw grens ligt?",
    "Zoekt u iets wat uw leven weer zin geeft?",
    "Wilt u met wat u hebt meegemaakt anderen helpen?",
];

/// The theme of the talk afternoon: who is there for whom (bijlage 10).
pub const GESPREKSVRAGEN: [&str; 3] =
    ["Wie is belangrijk voor u?", "Voor wie bent u belangrijk?", "Bij wie kunt u terecht als het tegenzit?"];

/// What a group of Samen Doen may do (bijlage 11).
pub const SAMEN_DOEN: [&str; 4] =
    ["Met elkaar eten", "Een avond uit", "Iets moois maken", "Een eind wandelen of fietsen"];

/// What the initiative does, as the leaflet says it (bijlage 5). It says what people do, and promises no result.
pub const FOLDER: [&str; 4] = [
    "We vragen bewoners wat zij graag willen doen: mensen ontmoeten, een activiteit of vrijwilligerswerk.",
    "We zoeken samen wat er in de wijk al is, en wat er nog bij kan komen.",
    "We komen thuis langs of bellen, als u dat wilt.",
    "Organisaties voor zorg en welzijn kennen elkaar en werken samen.",
];
