//! GeoJSON (RFC 7946): every place with coordinates, longitude first, in WGS 84.

use serde_json::{Map, Value, json};

use super::facts::name;
use super::id::Ids;
use super::place::{Place, all_places};
use super::text::one_line;
use super::{Export, ExportError, File, facts};
use crate::address;
use crate::dutch::counted;
use crate::model::Project;

pub const FILE: &str = "organisaties.geojson";

/// One file. Places without coordinates are counted in a remark: nothing guesses where an address lies.
pub fn export(project: &Project) -> Result<Export, ExportError> {
    let mut ids = Ids::of(project);
    let places = all_places(project);
    let mut without = 0;
    let mut features = Vec::new();
    for place in &places {
        let id = ids.give(place.kind.name(), &place.key());
        match place.coordinates() {
            Some(coordinates) => features.push(feature(project, place, id, coordinates)),
            None => without += 1,
        }
    }
    let collection = json!({"type": "FeatureCollection", "features": features});
    let mut text = serde_json::to_string_pretty(&collection)?;
    text.push('\n');
    let mut remarks = Vec::new();
    if without > 0 {
        let what = counted(without, "plek staat", "plekken staan");
        remarks
            .push(format!("{what} niet op de kaart (GeoJSON): breedtegraad of lengtegraad ontbreekt of klopt niet."));
    }
    Ok(Export { files: vec![File { name: FILE, bytes: text.into_bytes() }], remarks })
}

/// Millionths of a degree, about ten centimetres, is all that the model keeps.
fn feature(project: &Project, place: &Place<'_>, id: String, (longitude, latitude): (f64, f64)) -> Value {
    let organisatie = place.organisatie;
    let wijk = place.wijk.and_then(|id| project.wijk(id)).and_then(facts::wijk_name);
    let mut properties = Map::new();
    properties.insert("soort".to_owned(), place.kind.name().into());
    for (key, value) in [
        ("naam", place.name.clone()),
        ("organisatie", organisatie.and_then(name)),
        ("sector", organisatie.and_then(|one| one.sector).map(|sector| sector.term().name.to_owned())),
        ("wijk", wijk),
        ("straat", one_line(&place.adres.straat)),
        ("postcode", one_line(&place.adres.postcode)),
        ("plaats", one_line(&place.adres.plaats)),
        ("telefoon", place.telefoon.clone()),
        ("email", organisatie.and_then(|one| one_line(&one.email))),
        ("website", organisatie.and_then(|one| one_line(&one.website)).and_then(|site| address::site(&site))),
    ] {
        if let Some(value) = value {
            properties.insert(key.to_owned(), value.into());
        }
    }
    json!({
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": properties,
    })
}
