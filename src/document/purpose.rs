//! What a file is for: the groups in which a dossier shows them.

/// A group of files, after the steps of the walk in which they are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Convenant,
    Functies,
    Overleg,
    SocialeKaart,
    Plan,
    Plekken,
    Training,
    Toeleiding,
    Startbijeenkomst,
    Activiteiten,
    Voorlichting,
    Naslag,
    /// What the gemeente makes with templates of its own.
    Eigen,
}

impl Purpose {
    /// In the order of the walk.
    pub const ALL: [Purpose; 13] = [
        Purpose::Convenant,
        Purpose::Functies,
        Purpose::Overleg,
        Purpose::SocialeKaart,
        Purpose::Plan,
        Purpose::Plekken,
        Purpose::Training,
        Purpose::Toeleiding,
        Purpose::Startbijeenkomst,
        Purpose::Activiteiten,
        Purpose::Voorlichting,
        Purpose::Naslag,
        Purpose::Eigen,
    ];

    /// The heading above the group.
    pub fn title(self) -> &'static str {
        match self {
            Purpose::Convenant => "Het convenant",
            Purpose::Functies => "De coördinator en de WeP-werkers",
            Purpose::Overleg => "De werkgroep en het wijknetwerk",
            Purpose::SocialeKaart => "De sociale kaart",
            Purpose::Plan => "Het plan en het geld",
            Purpose::Plekken => "De plekken",
            Purpose::Training => "De training",
            Purpose::Toeleiding => "Meedoen: intake en verwijzing",
            Purpose::Startbijeenkomst => "De startbijeenkomst",
            Purpose::Activiteiten => "De activiteiten",
            Purpose::Voorlichting => "Voorlichting voor bewoners",
            Purpose::Naslag => "Om na te slaan",
            Purpose::Eigen => "Eigen documenten",
        }
    }
}
