//! HSDS 3.1, the Human Services Data Specification of Open Referral: nested JSON, and the same as a Tabular Data Package.
//!
//! An organisation is an `organization`, what it offers a `service`, its address, other places and meeting places are
//! `location`s. Life domains, elements of the support system, sectors and roles are taxonomy terms. What HSDS requires
//! and our data lack is never made up: an address without province or postcode is left out and counted, a description
//! that is missing says what is known instead. HSDS has no place for relations between organisations and for KvK in
//! words; they are not in it. Two fields are ours: `assured_date` of an organization, beside that of a service.

mod cost;
mod package;
mod record;
mod terms;

use serde_json::Value;

use self::record::Record;
use super::facts::{self, name, organisation_key, wijk_name};
use super::id::Ids;
use super::place::{Beheer, Place, PlaceKind};
use super::text::{cleaned, one_line};
use super::{Export, ExportError, File};
use crate::address;
use crate::dutch::counted;
use crate::model::{Aanbod, Contactpersoon, Organisatie, Project, Term, Wijk};

pub use package::{Column, ColumnKind, TABLES, Table};

pub const JSON: &str = "organisaties-hsds.json";
pub const PACKAGE: &str = "organisaties-hsds.zip";

/// Where the number of the Kamer van Koophandel stands in the list of org-id.guide.
const KVK_SCHEME: &str = "NL-KVK";

/// Two files with the same content.
pub fn export(project: &Project) -> Result<Export, ExportError> {
    let mut builder =
        Builder { project, beheer: Beheer::of(project), ids: Ids::of(project), left_out: LeftOut::default() };
    let organizations: Vec<Value> =
        project.organisaties.organisaties.iter().filter_map(|one| builder.organization(one)).collect();
    let remarks = builder.left_out.remarks(project);
    let mut json = serde_json::to_string_pretty(&organizations)?;
    json.push('\n');
    let package = package::zip(project, &organizations)?;
    Ok(Export {
        files: vec![File { name: JSON, bytes: json.into_bytes() }, File { name: PACKAGE, bytes: package }],
        remarks,
    })
}

/// What HSDS cannot hold without something made up.
#[derive(Default)]
struct LeftOut {
    organisations: usize,
    offers: usize,
    addresses: usize,
}

impl LeftOut {
    fn remarks(&self, project: &Project) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.organisations > 0 {
            let what = counted(self.organisations, "organisatie zonder naam staat", "organisaties zonder naam staan");
            remarks.push(format!("{what} niet in HSDS."));
        }
        if self.offers > 0 {
            let what = counted(self.offers, "aanbod zonder naam staat", "stuks aanbod zonder naam staan");
            remarks.push(format!("{what} niet in HSDS."));
        }
        if self.addresses > 0 {
            let what = counted(self.addresses, "adres staat", "adressen staan");
            let why = match one_line(&project.wep.provincie) {
                None => "HSDS wil de provincie weten. Vul in wep.yaml ‘provincie’ in.",
                Some(_) => "HSDS wil straat, postcode en plaats weten.",
            };
            remarks.push(format!("{what} niet in HSDS. {why}"));
        }
        remarks
    }
}

struct Builder<'a> {
    project: &'a Project,
    beheer: Beheer<'a>,
    ids: Ids,
    left_out: LeftOut,
}

/// A location as HSDS has it, with what is needed to link an offer to it.
struct Location<'a> {
    id: String,
    wijk: Option<&'a str>,
    record: Record,
}

impl<'a> Builder<'a> {
    fn organization(&mut self, one: &'a Organisatie) -> Option<Value> {
        let Some(known_as) = name(one) else {
            self.left_out.organisations += 1;
            return None;
        };
        let key = organisation_key(one);
        let id = self.ids.give("organization", &[&key]);
        let locations: Vec<Location<'a>> =
            self.beheer.places_of(one).iter().map(|place| self.location(place, &id)).collect();
        let services: Vec<Record> =
            one.aanbod.iter().filter_map(|offer| self.service(one, offer, &id, &locations)).collect();
        let contacts: Vec<Record> = one.contactpersonen.iter().map(|person| self.contact(one, person, &id)).collect();
        let sector = one.sector.map(|sector| (terms::SECTOR, sector.term()));
        let roles = one.rollen.iter().map(|rol| (terms::ROL, rol.term()));
        let attributes: Vec<Record> = sector
            .into_iter()
            .chain(roles)
            .map(|(list, term)| self.attribute(list, term, "organization", &id))
            .collect();
        let record = Record::new(&id)
            .set("name", known_as.as_str())
            .maybe("alternate_name", one_line(&one.korte_naam).filter(|short| *short != known_as))
            .set("description", description(one))
            .maybe("email", mail(&one.email))
            .maybe("website", one_line(&one.website).and_then(|site| address::site(&site)))
            .maybe("assured_date", one.nagekeken_op.map(|date| date.to_string()))
            .list("contacts", contacts)
            .list("phones", self.phones(one, &id))
            .list("locations", locations.into_iter().map(|location| location.record).collect())
            .list("organization_identifiers", self.identifiers(one, &id))
            .list("attributes", attributes)
            .list("services", services);
        Some(record.into_value())
    }

    fn identifiers(&mut self, one: &Organisatie, organization: &str) -> Vec<Record> {
        let eight_digits = |kvk: &String| kvk.len() == 8 && kvk.bytes().all(|byte| byte.is_ascii_digit());
        let Some(kvk) = one_line(&one.kvk).filter(eight_digits) else { return Vec::new() };
        let id = self.ids.give("organization_identifier", &[organization, KVK_SCHEME]);
        vec![
            Record::new(&id)
                .set("organization_id", organization)
                .set("identifier_scheme", KVK_SCHEME)
                .set("identifier_type", "KvK-nummer")
                .set("identifier", kvk),
        ]
    }

    fn phones(&mut self, one: &Organisatie, organization: &str) -> Vec<Record> {
        let first = one_line(&one.telefoon).map(|number| (number, None));
        let others = one.andere_telefoons.iter();
        let others = others.filter_map(|phone| Some((one_line(&phone.nummer)?, one_line(&phone.waarvoor))));
        let all: Vec<(String, Option<String>)> = first.into_iter().chain(others).collect();
        all.into_iter()
            .map(|(number, what)| {
                self.phone(&number, organization).set("organization_id", organization).maybe("description", what)
            })
            .collect()
    }

    fn phone(&mut self, number: &str, of: &str) -> Record {
        let id = self.ids.give("phone", &[of, number]);
        Record::new(&id).set("number", number).set("type", "voice")
    }

    fn contact(&mut self, one: &Organisatie, person: &Contactpersoon, organization: &str) -> Record {
        let id = self.ids.contact(one, person);
        let phones = one_line(&person.telefoon).map(|number| self.phone(&number, &id).set("contact_id", id.as_str()));
        Record::new(&id)
            .set("organization_id", organization)
            .maybe("name", one_line(&person.naam))
            .maybe("title", one_line(&person.functie))
            .maybe("email", mail(&person.email))
            .list("phones", phones.into_iter().collect())
    }

    fn location(&mut self, place: &Place<'a>, organization: &str) -> Location<'a> {
        let id = self.ids.give(place.kind.name(), &place.key());
        let (longitude, latitude) = place.coordinates().unzip();
        let addresses: Vec<Record> = self.address(place, &id).into_iter().collect();
        // The telephone of the visiting address is that of the organisation.
        let phone = place.telefoon.as_ref().filter(|_| place.kind != PlaceKind::Organisatie);
        let phones = phone.map(|number| self.phone(number, &id).set("location_id", id.as_str()));
        let record = Record::new(&id)
            .set("location_type", "physical")
            .set("organization_id", organization)
            .maybe("name", place.name.clone())
            .maybe("latitude", latitude)
            .maybe("longitude", longitude)
            .list("addresses", addresses)
            .list("phones", phones.into_iter().collect());
        Location { id, wijk: place.wijk, record }
    }

    /// Whole or not at all.
    fn address(&mut self, place: &Place<'_>, location: &str) -> Option<Record> {
        let adres = place.adres;
        let (street, postcode, town) = (one_line(&adres.straat), one_line(&adres.postcode), one_line(&adres.plaats));
        let known = street.is_some() || postcode.is_some() || town.is_some();
        let province = one_line(&self.project.wep.provincie);
        let (Some(street), Some(postcode), Some(town), Some(province)) = (street, postcode, town, province) else {
            self.left_out.addresses += usize::from(known);
            return None;
        };
        let id = self.ids.give("address", &[location]);
        let record = Record::new(&id)
            .set("location_id", location)
            .set("address_1", street)
            .set("city", town)
            .set("state_province", province)
            .set("postal_code", postcode)
            .set("country", "NL")
            .set("address_type", "physical");
        Some(record)
    }

    fn service(
        &mut self,
        one: &'a Organisatie,
        offer: &'a Aanbod,
        organization: &str,
        locations: &[Location<'a>],
    ) -> Option<Record> {
        let Some(name) = one_line(&offer.naam) else {
            self.left_out.offers += 1;
            return None;
        };
        let id = self.ids.give("service", &[organization, &name]);
        let wijken = facts::wijken(self.project, &one.wijken_of(offer));
        let areas: Vec<Record> = wijken.iter().filter_map(|wijk| self.area(wijk, &id)).collect();
        let places = self.places(offer, &id, locations);
        let domains = offer.leefgebieden.iter().map(|one| (terms::LEEFGEBIED, one.term()));
        let elements = offer.steunsysteem.iter().map(|one| (terms::STEUNSYSTEEM, one.term()));
        let attributes: Vec<Record> =
            domains.chain(elements).map(|(list, term)| self.attribute(list, term, "service", &id)).collect();
        let record = Record::new(&id)
            .set("organization_id", organization)
            .set("name", name.as_str())
            .maybe("description", cleaned(&offer.beschrijving))
            // What stands in the sociale kaart can be had.
            .set("status", "active")
            .maybe("application_process", cleaned(&offer.aanmelden))
            .maybe("fees_description", one_line(&offer.kosten))
            .maybe("eligibility_description", cleaned(&offer.doelgroep))
            .maybe("assured_date", one.nagekeken_op.map(|date| date.to_string()))
            .list("service_areas", areas)
            .list("service_at_locations", places)
            .list("cost_options", self.cost(offer, &id))
            .list("attributes", attributes);
        Some(record)
    }

    fn area(&mut self, wijk: &Wijk, service: &str) -> Option<Record> {
        let name = wijk_name(wijk)?;
        let id = self.ids.give("service_area", &[service, wijk.id.as_deref().unwrap_or_default()]);
        let gemeente = one_line(&self.project.wep.gemeente);
        let description = gemeente.map(|gemeente| format!("Wijk in de gemeente {gemeente}."));
        Some(Record::new(&id).set("service_id", service).set("name", name).maybe("description", description))
    }

    /// Our data say in which wijken an offer is, not at which address. Only where the offer names its wijken and its
    /// organisation has a single place in one of them is that place named, and the record says on what it rests.
    fn places(&mut self, offer: &Aanbod, service: &str, locations: &[Location<'a>]) -> Vec<Record> {
        let mut found = Vec::new();
        for wijk in &offer.wijken {
            let here: Vec<&Location<'a>> =
                locations.iter().filter(|location| location.wijk == Some(wijk.as_str())).collect();
            if let [only] = here[..] {
                let id = self.ids.give("service_at_location", &[service, &only.id]);
                found.push(
                    Record::new(&id)
                        .set("service_id", service)
                        .set("location_id", only.id.as_str())
                        .set("description", "Afgeleid: dit is de enige plek van de organisatie in deze wijk.")
                        .set("location", only.record.clone().into_value()),
                );
            }
        }
        found
    }

    fn cost(&mut self, offer: &Aanbod, service: &str) -> Vec<Record> {
        let Some(text) = one_line(&offer.kosten) else { return Vec::new() };
        let Some(amount) = cost::exact(&text) else { return Vec::new() };
        let id = self.ids.give("cost_option", &[service]);
        vec![
            Record::new(&id)
                .set("service_id", service)
                .set("currency", "EUR")
                .set("amount", amount)
                .set("amount_description", text),
        ]
    }

    fn attribute(&mut self, list: terms::List, term: Term, entity: &str, of: &str) -> Record {
        let id = self.ids.give("attribute", &[of, list.code, term.code]);
        Record::new(&id)
            .set("link_id", of)
            .set("link_entity", entity)
            .set("link_type", list.code)
            .set("taxonomy_term_id", terms::id(list, term))
            .set("taxonomy_term", terms::record(list, term).into_value())
    }
}

/// HSDS requires a description: where there is none it says what is known.
fn description(one: &Organisatie) -> String {
    if let Some(description) = cleaned(&one.beschrijving) {
        return description;
    }
    let offers: Vec<String> = one.aanbod.iter().filter_map(|offer| one_line(&offer.naam)).collect();
    match (offers.is_empty(), one.sector) {
        (false, _) => format!("Aanbod: {}.", offers.join("; ")),
        (true, Some(sector)) => format!("Sector: {}.", sector.term().name),
        (true, None) => "Er is nog geen beschrijving.".to_owned(),
    }
}

fn mail(value: &Option<String>) -> Option<String> {
    one_line(value).filter(|mail| address::mail(mail).is_some())
}
