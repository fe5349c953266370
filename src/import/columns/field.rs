//! The fields that a column can fill, and what people write above such a column.

/// Declares the fields: their name as in YAML, and the headers that mean them without doubt, as [`super::key`] writes
/// headers: small letters and digits.
macro_rules! fields {
    ($($variant:ident $name:literal [$($header:literal)*])+) => {
        /// A field of an organisation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($variant),+ }

        impl Field {
            pub const ALL: &[Field] = &[$(Field::$variant),+];

            /// The name as in YAML, such as `contactpersoon.naam`.
            pub fn name(self) -> &'static str {
                match self { $(Field::$variant => $name),+ }
            }

            /// Headers that mean this field, without spaces, capitals and accents.
            pub(super) fn headers(self) -> &'static [&'static str] {
                match self { $(Field::$variant => &[$($header),*]),+ }
            }
        }
    };
}

fields! {
    Id "id" ["id" "code" "organisatieid" "sleutel"]
    Naam "naam" ["naam" "naamorganisatie" "organisatie" "organisatienaam" "naamvandeorganisatie" "instelling"
        "naaminstelling" "statutairenaam" "bedrijfsnaam" "volledigenaam" "naamaanbieder" "aanbieder" "partij"
        "naamvereniging" "naampartij"]
    KorteNaam "korte_naam" ["kortenaam" "roepnaam" "afkorting" "verkortenaam" "handelsnaam"]
    Sector "sector" ["sector" "soort" "soortorganisatie" "type" "typeorganisatie" "categorie" "branche" "werkveld"]
    Beschrijving "beschrijving" ["beschrijving" "omschrijving" "watdoetdeorganisatie" "korteomschrijving" "taak"
        "werkzaamheden" "toelichtingorganisatie"]
    Straat "straat" ["straat" "adres" "bezoekadres" "straatenhuisnummer" "straatenhuisnr" "straatennummer"
        "straathuisnummer" "straatnaam" "vestigingsadres" "straatnr"]
    Huisnummer "huisnummer" ["huisnummer" "huisnr" "nummer" "nr" "hnr"]
    Toevoeging "toevoeging" ["toevoeging" "huisnummertoevoeging" "huisletter" "toev" "huisnrtoev" "huisnrtoevoeging"]
    Postcode "postcode" ["postcode" "pc" "postcodebezoekadres" "postkode"]
    Plaats "plaats" ["plaats" "woonplaats" "plaatsnaam" "vestigingsplaats" "stad" "gemeente"]
    PostcodePlaats "postcode_plaats" ["postcodeplaats" "postcodeenplaats" "postcodewoonplaats" "pcplaats"
        "postcodeenwoonplaats"]
    Breedtegraad "breedtegraad" ["breedtegraad" "latitude" "lat" "adresbreedtegraad"]
    Lengtegraad "lengtegraad" ["lengtegraad" "longitude" "lon" "lng" "long" "adreslengtegraad"]
    Telefoon "telefoon" ["telefoon" "telefoonnummer" "tel" "telnr" "telefoonnr" "algemeentelefoonnummer"
        "telefoonalgemeen" "telnummer" "telefoonorganisatie"]
    Email "email" ["email" "emailadres" "mail" "mailadres" "emailalgemeen" "algemeenemailadres" "emailorganisatie"]
    Website "website" ["website" "site" "web" "webadres" "internet" "url" "webpagina" "internetadres"]
    Kvk "kvk" ["kvk" "kvknummer" "kvknr" "nummerkvk" "kamervankoophandel" "inschrijvingkvk" "handelsregisternummer"]
    Zetel "zetel" ["zetel" "statutairezetel" "statutairgevestigdin"]
    Wijken "wijken" ["wijken" "wijk" "actiefinwijk" "actiefinwijken" "werkgebied" "buurt" "buurten" "stadsdeel"
        "wijkenwaarinactief"]
    Rollen "rollen" ["rollen" "rol" "rolinwep" "rolbinnenwep"]
    ContactNaam "contactpersoon.naam" ["contactpersoon" "naamcontactpersoon" "contact" "contactpersoonnaam"
        "aanspreekpunt" "contactpersonen"]
    ContactFunctie "contactpersoon.functie" ["functie" "functiecontactpersoon" "contactpersoonfunctie"
        "functiecontact"]
    ContactTelefoon "contactpersoon.telefoon" ["telefooncontactpersoon" "telcontactpersoon" "contactpersoontelefoon"
        "telefoonnummercontactpersoon" "telefooncontact" "mobiel" "mobielcontactpersoon" "telnrcontactpersoon"
        "doorkiesnummer"]
    ContactEmail "contactpersoon.email" ["emailcontactpersoon" "mailcontactpersoon" "contactpersoonemail"
        "emailadrescontactpersoon" "emailcontact" "contactemail"]
    NagekekenOp "nagekeken_op" ["nagekekenop" "laatstgecontroleerd" "gecontroleerdop" "bijgewerktop" "peildatum"
        "datumcontrole" "laatstbijgewerkt" "datumlaatstecontrole" "nagekeken" "actueelper"]
    AanbodNaam "aanbod.naam" ["aanbod" "activiteit" "dienst" "naamaanbod" "aanbodnaam" "naamactiviteit" "product"]
    AanbodBeschrijving "aanbod.beschrijving" ["aanbodbeschrijving" "beschrijvingaanbod" "omschrijvingaanbod"
        "omschrijvingactiviteit"]
    AanbodLeefgebieden "aanbod.leefgebieden" ["leefgebieden" "leefgebied" "aanbodleefgebieden" "domein" "domeinen"
        "levensdomein" "leefdomein"]
    AanbodDoelgroep "aanbod.doelgroep" ["doelgroep" "voorwie" "aanboddoelgroep" "doelgroepen"]
    AanbodKosten "aanbod.kosten" ["kosten" "prijs" "aanbodkosten" "eigenbijdrage" "tarief"]
    AanbodAanmelden "aanbod.aanmelden" ["aanmelden" "aanmelding" "hoeaanmelden" "aanbodaanmelden" "inschrijven"]
}

impl Field {
    /// The field with this name.
    pub fn find(name: &str) -> Option<Field> {
        let wanted = name.trim().to_lowercase().replace([' ', '-'], "_");
        Field::ALL.iter().copied().find(|field| field.name() == wanted)
    }
}
