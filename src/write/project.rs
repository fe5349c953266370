//! The files of a gemeente: its YAML and, for editors, the schemas that belong to it.

use std::fs;
use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Change, Lock, WriteError, atomic, inside, lock, schema, yaml};
use crate::model::{
    Activiteiten, Begroting, Convenant, Locaties, Organisaties, Overleg, PlanVanAanpak, Project, Startbijeenkomst,
    Team, Toeleiding, Training, Voorlichting, Voortgang, Wep, file,
};

/// Name and content of a file, inside the folder of the gemeente.
pub type NewFile = (String, Vec<u8>);

/// The YAML files of a project, in the order of [`file::ALL`].
///
/// # Errors
/// When another reader than ours (serde_yaml) does not find in a file what was to be written: then nothing is.
pub fn yaml_files(project: &Project) -> Result<Vec<NewFile>, WriteError> {
    Ok(vec![
        written(file::WEP, &project.wep)?,
        written(file::ORGANISATIES, &project.organisaties)?,
        written(file::TEAM, &project.team)?,
        written(file::CONVENANT, &project.convenant)?,
        written(file::PLAN_VAN_AANPAK, &project.plan_van_aanpak)?,
        written(file::OVERLEG, &project.overleg)?,
        written(file::LOCATIES, &project.locaties)?,
        written(file::BEGROTING, &project.begroting)?,
        written(file::STARTBIJEENKOMST, &project.startbijeenkomst)?,
        written(file::ACTIVITEITEN, &project.activiteiten)?,
        written(file::TRAINING, &project.training)?,
        written(file::TOELEIDING, &project.toeleiding)?,
        written(file::VOORLICHTING, &project.voorlichting)?,
        written(file::VOORTGANG, &project.voortgang)?,
    ])
}

fn written<T>(name: &str, value: &T) -> Result<NewFile, WriteError>
where
    T: Serialize + DeserializeOwned + JsonSchema + PartialEq,
{
    let unwritable = || WriteError::Content { name: name.to_owned() };
    let text = yaml::commented(value, stem(name)).map_err(|_| unwritable())?;
    match serde_yaml::from_str::<T>(&text) {
        Ok(read) if read == *value => Ok((name.to_owned(), text.into_bytes())),
        _ => Err(unwritable()),
    }
}

/// The schema of the file with this name; nothing when wep knows no such file.
pub fn schema_of(name: &str) -> Option<Value> {
    let mut schema = type_schema(name)?;
    // Among its siblings a schema is known by its own file name, wherever the folder lies.
    schema["$id"] = json!(format!("{}{SCHEMA}", stem(name)));
    schema["title"] = json!(name);
    Some(schema)
}

fn type_schema(name: &str) -> Option<Value> {
    Some(match name {
        file::WEP => schema::of::<Wep>(),
        file::ORGANISATIES => schema::of::<Organisaties>(),
        file::TEAM => schema::of::<Team>(),
        file::CONVENANT => schema::of::<Convenant>(),
        file::PLAN_VAN_AANPAK => schema::of::<PlanVanAanpak>(),
        file::OVERLEG => schema::of::<Overleg>(),
        file::LOCATIES => schema::of::<Locaties>(),
        file::BEGROTING => schema::of::<Begroting>(),
        file::STARTBIJEENKOMST => schema::of::<Startbijeenkomst>(),
        file::ACTIVITEITEN => schema::of::<Activiteiten>(),
        file::TRAINING => schema::of::<Training>(),
        file::TOELEIDING => schema::of::<Toeleiding>(),
        file::VOORLICHTING => schema::of::<Voorlichting>(),
        file::VOORTGANG => schema::of::<Voortgang>(),
        _ => return None,
    })
}

/// The schemas to which the first line of each YAML file points.
///
/// # Errors
/// When a schema cannot be written as JSON.
pub fn schema_files() -> Result<Vec<NewFile>, WriteError> {
    let written = |name: &str| Some((schema_path(name), schema_text(name)?.into_bytes()));
    let unwritable = |name: &str| WriteError::Content { name: schema_path(name) };
    file::ALL.into_iter().map(|name| written(name).ok_or_else(|| unwritable(name))).collect()
}

/// Makes the schemas in the folder of a gemeente those of this wep, and says of each path what came of it. The caller has
/// the turn in the folder.
///
/// # Errors
/// When the machine refuses, or a link leads out of the folder.
pub fn refresh_schemas(folder: &Path, _turn: &Lock) -> Result<Vec<(String, Change)>, WriteError> {
    let files = schema_files()?;
    lock::own(folder)?;
    let schemas = folder.join(SCHEMA_FOLDER);
    inside::check(folder, &schemas)?;
    fs::create_dir_all(&schemas).map_err(WriteError::io(&schemas))?;
    files.iter().try_for_each(|(name, _)| inside::check(folder, &folder.join(name)))?;
    files.into_iter().map(|(name, bytes)| Ok((name.clone(), atomic::write(&folder.join(&name), &bytes)?))).collect()
}

/// The schema of the file with this name as text; nothing when wep knows no such file.
pub fn schema_text(name: &str) -> Option<String> {
    let text = serde_json::to_string_pretty(&schema_of(name)?).ok()?;
    Some(text + "\n")
}

/// Where the schema of a file lies in the folder of a gemeente.
pub fn schema_path(name: &str) -> String {
    format!("{SCHEMA_FOLDER}/{}{SCHEMA}", stem(name))
}

/// The folder of the schemas in that of a gemeente.
pub const SCHEMA_FOLDER: &str = ".wep/schema";
const SCHEMA: &str = ".schema.json";

/// `convenant.yaml` → `convenant`.
pub fn stem(name: &str) -> &str {
    name.strip_suffix(".yaml").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_gemeente_is_written_and_has_its_schema() {
        let files = yaml_files(&Project::default()).unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, file::ALL);
        let schemas = schema_files().unwrap();
        for (name, text) in &files {
            let text = std::str::from_utf8(text).unwrap();
            let path = text.lines().next().unwrap().split_once("$schema=").unwrap().1;
            assert!(schemas.iter().any(|(schema, _)| schema == path), "{name}: {path}");
        }
    }
}
