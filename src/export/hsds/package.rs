//! The Tabular Data Package: the nested records laid out in tables, a descriptor, and a zip around them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::archive::Archive;
use crate::export::{ExportError, facts};
use crate::model::Project;

/// A table of HSDS with the columns that our data can fill.
pub struct Table {
    pub name: &'static str,
    pub file: &'static str,
    pub columns: &'static [Column],
}

/// A column of a table.
pub struct Column {
    pub name: &'static str,
    pub kind: ColumnKind,
    pub required: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Its own identifier.
    Id,
    /// The identifier of a record in this table.
    Of(&'static str),
    /// The identifier of a record in the table that another column names.
    AnyId,
    Text,
    Email,
    Uri,
    Date,
    Number,
    /// One of these words.
    Choice(&'static [&'static str]),
}

use ColumnKind::{AnyId, Choice, Date, Email, Id, Number, Of, Text, Uri};

const fn must(name: &'static str, kind: ColumnKind) -> Column {
    Column { name, kind, required: true }
}

const fn may(name: &'static str, kind: ColumnKind) -> Column {
    Column { name, kind, required: false }
}

const PLACE_TYPES: ColumnKind = Choice(&["physical", "postal", "virtual"]);

/// The tables in the order of the specification.
pub const TABLES: &[Table] = &[
    Table {
        name: "organization",
        file: "organizations.csv",
        columns: &[
            must("id", Id),
            must("name", Text),
            may("alternate_name", Text),
            must("description", Text),
            may("email", Email),
            may("website", Uri),
            may("assured_date", Date),
        ],
    },
    Table {
        name: "service",
        file: "services.csv",
        columns: &[
            must("id", Id),
            must("organization_id", Of("organization")),
            must("name", Text),
            may("description", Text),
            must("status", Choice(&["active", "inactive", "defunct", "temporarily closed"])),
            may("application_process", Text),
            may("fees_description", Text),
            may("eligibility_description", Text),
            may("assured_date", Date),
        ],
    },
    Table {
        name: "attribute",
        file: "attributes.csv",
        columns: &[
            must("id", Id),
            must("link_id", AnyId),
            must("taxonomy_term_id", Of("taxonomy_term")),
            may("link_type", Text),
            must("link_entity", Text),
        ],
    },
    Table {
        name: "service_at_location",
        file: "service_at_location.csv",
        columns: &[
            must("id", Id),
            must("service_id", Of("service")),
            must("location_id", Of("location")),
            may("description", Text),
        ],
    },
    Table {
        name: "location",
        file: "locations.csv",
        columns: &[
            must("id", Id),
            must("location_type", PLACE_TYPES),
            may("organization_id", Of("organization")),
            may("name", Text),
            may("latitude", Number),
            may("longitude", Number),
        ],
    },
    Table {
        name: "phone",
        file: "phones.csv",
        columns: &[
            must("id", Id),
            may("location_id", Of("location")),
            may("organization_id", Of("organization")),
            may("contact_id", Of("contact")),
            must("number", Text),
            may("type", Text),
            may("description", Text),
        ],
    },
    Table {
        name: "contact",
        file: "contacts.csv",
        columns: &[
            must("id", Id),
            may("organization_id", Of("organization")),
            may("name", Text),
            may("title", Text),
            may("email", Email),
        ],
    },
    Table {
        name: "address",
        file: "addresses.csv",
        columns: &[
            must("id", Id),
            may("location_id", Of("location")),
            must("address_1", Text),
            must("city", Text),
            must("state_province", Text),
            must("postal_code", Text),
            must("country", Text),
            must("address_type", PLACE_TYPES),
        ],
    },
    Table {
        name: "service_area",
        file: "service_areas.csv",
        columns: &[must("id", Id), may("service_id", Of("service")), may("name", Text), may("description", Text)],
    },
    Table {
        name: "taxonomy_term",
        file: "taxonomy_terms.csv",
        columns: &[
            must("id", Id),
            may("code", Text),
            must("name", Text),
            must("description", Text),
            may("taxonomy", Text),
            may("language", Text),
            may("taxonomy_id", Of("taxonomy")),
        ],
    },
    Table {
        name: "cost_option",
        file: "cost_options.csv",
        columns: &[
            must("id", Id),
            must("service_id", Of("service")),
            may("currency", Text),
            may("amount", Number),
            may("amount_description", Text),
        ],
    },
    Table {
        name: "organization_identifier",
        file: "organization_identifiers.csv",
        columns: &[
            must("id", Id),
            must("organization_id", Of("organization")),
            may("identifier_scheme", Text),
            must("identifier_type", Text),
            must("identifier", Text),
        ],
    },
    Table {
        name: "taxonomy",
        file: "taxonomies.csv",
        columns: &[must("id", Id), must("name", Text), must("description", Text)],
    },
];

/// The table of what stands under this name in the nested form.
fn table_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "services" => "service",
        "attributes" => "attribute",
        "service_at_locations" => "service_at_location",
        "locations" | "location" => "location",
        "phones" => "phone",
        "contacts" => "contact",
        "addresses" => "address",
        "service_areas" => "service_area",
        "taxonomy_term" => "taxonomy_term",
        "cost_options" => "cost_option",
        "organization_identifiers" => "organization_identifier",
        "taxonomy_detail" => "taxonomy",
        _ => return None,
    })
}

/// The records of each table, each once, in the order in which they come.
#[derive(Default)]
struct Laid<'a> {
    rows: BTreeMap<&'static str, Vec<&'a Map<String, Value>>>,
    seen: BTreeSet<&'a str>,
}

impl<'a> Laid<'a> {
    fn add(&mut self, table: &'static str, value: &'a Value) {
        let Value::Object(record) = value else { return };
        let new = record.get("id").and_then(Value::as_str).is_some_and(|id| self.seen.insert(id));
        if !new {
            return;
        }
        self.rows.entry(table).or_default().push(record);
        for (field, value) in record {
            let Some(table) = table_of(field) else { continue };
            match value {
                Value::Array(items) => items.iter().for_each(|item| self.add(table, item)),
                single => self.add(table, single),
            }
        }
    }
}

/// The package as a zip, the same bytes each run. A table without records is left out, as HSDS allows.
pub fn zip(project: &Project, organizations: &[Value]) -> Result<Vec<u8>, ExportError> {
    let mut laid = Laid::default();
    organizations.iter().for_each(|one| laid.add("organization", one));
    let used: Vec<&Table> =
        TABLES.iter().filter(|table| table.name == "organization" || laid.rows.contains_key(table.name)).collect();
    let mut archive = Archive::default();
    let mut descriptor = serde_json::to_string_pretty(&descriptor(project, &used))?;
    descriptor.push('\n');
    archive.add("datapackage.json", descriptor.as_bytes())?;
    for table in &used {
        let rows = laid.rows.get(table.name).map(Vec::as_slice).unwrap_or_default();
        archive.add(table.file, &csv(table, rows)?)?;
    }
    Ok(archive.finish()?)
}

fn csv(table: &Table, rows: &[&Map<String, Value>]) -> Result<Vec<u8>, ExportError> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    for row in rows {
        writer.write_record(table.columns.iter().map(|column| match row.get(column.name) {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }))?;
    }
    writer.into_inner().map_err(|error| ExportError::Io(error.into_error()))
}

/// `datapackage.json` after the specification of Frictionless Data, version 1.
fn descriptor(project: &Project, tables: &[&Table]) -> Value {
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    let resources: Vec<Value> = tables.iter().map(|table| resource(table, &names)).collect();
    json!({
        "profile": "tabular-data-package",
        "name": "sociale-kaart",
        "title": facts::title(project),
        "description": "Human Services Data Specification (HSDS) 3.1",
        "resources": resources,
    })
}

fn resource(table: &Table, names: &[&str]) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(field).collect();
    let keys: Vec<Value> = table
        .columns
        .iter()
        .filter_map(|column| match column.kind {
            // A table that is not in the package cannot be referred to, and nothing does.
            Of(other) if names.contains(&other) => {
                Some(json!({"fields": column.name, "reference": {"resource": other, "fields": "id"}}))
            }
            _ => None,
        })
        .collect();
    let mut schema = json!({"fields": fields, "primaryKey": "id"});
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    json!({
        "name": table.name,
        "path": table.file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let (kind, format) = match column.kind {
        Id | Of(_) | AnyId => ("string", "uuid"),
        Text | Choice(_) => ("string", "default"),
        Email => ("string", "email"),
        Uri => ("string", "uri"),
        Date => ("date", "default"),
        Number => ("number", "default"),
    };
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), true.into());
    }
    if column.kind == Id {
        constraints.insert("unique".to_owned(), true.into());
    }
    if let Choice(words) = column.kind {
        constraints.insert("enum".to_owned(), words.into());
    }
    let mut field = json!({"name": column.name, "type": kind, "format": format});
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}
