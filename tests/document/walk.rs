//! A project as one JSON value, so that tests can reach every field of it in turn.

use serde_json::{Map, Value};
use wep::model::Project;

/// A way to a leaf: names and indices.
pub type Path = Vec<String>;

pub fn to_value(project: &Project) -> Value {
    let mut all = Map::new();
    let mut put = |name: &str, value| all.insert(name.to_owned(), value);
    put("wep", serde_json::to_value(&project.wep).unwrap());
    put("organisaties", serde_json::to_value(&project.organisaties).unwrap());
    put("team", serde_json::to_value(&project.team).unwrap());
    put("convenant", serde_json::to_value(&project.convenant).unwrap());
    put("plan_van_aanpak", serde_json::to_value(&project.plan_van_aanpak).unwrap());
    put("overleg", serde_json::to_value(&project.overleg).unwrap());
    put("locaties", serde_json::to_value(&project.locaties).unwrap());
    put("begroting", serde_json::to_value(&project.begroting).unwrap());
    put("startbijeenkomst", serde_json::to_value(&project.startbijeenkomst).unwrap());
    put("activiteiten", serde_json::to_value(&project.activiteiten).unwrap());
    put("training", serde_json::to_value(&project.training).unwrap());
    put("toeleiding", serde_json::to_value(&project.toeleiding).unwrap());
    put("voorlichting", serde_json::to_value(&project.voorlichting).unwrap());
    put("voortgang", serde_json::to_value(&project.voortgang).unwrap());
    Value::Object(all)
}

/// The project again; nothing where a value cannot be of its type.
pub fn from_value(mut all: Value) -> Option<Project> {
    let mut take = |name: &str| all[name].take();
    Some(Project {
        wep: serde_json::from_value(take("wep")).ok()?,
        organisaties: serde_json::from_value(take("organisaties")).ok()?,
        team: serde_json::from_value(take("team")).ok()?,
        convenant: serde_json::from_value(take("convenant")).ok()?,
        plan_van_aanpak: serde_json::from_value(take("plan_van_aanpak")).ok()?,
        overleg: serde_json::from_value(take("overleg")).ok()?,
        locaties: serde_json::from_value(take("locaties")).ok()?,
        begroting: serde_json::from_value(take("begroting")).ok()?,
        startbijeenkomst: serde_json::from_value(take("startbijeenkomst")).ok()?,
        activiteiten: serde_json::from_value(take("activiteiten")).ok()?,
        training: serde_json::from_value(take("training")).ok()?,
        toeleiding: serde_json::from_value(take("toeleiding")).ok()?,
        voorlichting: serde_json::from_value(take("voorlichting")).ok()?,
        voortgang: serde_json::from_value(take("voortgang")).ok()?,
        // What comes from other files is no text of a user.
        ..Project::default()
    })
}

/// Ways to every value below `value`, lists and blocks included.
pub fn paths(value: &Value) -> Vec<Path> {
    fn collect(value: &Value, here: &Path, found: &mut Vec<Path>) {
        let mut deeper = |name: String, value: &Value| {
            let path = [here.as_slice(), &[name]].concat();
            found.push(path.clone());
            collect(value, &path, found);
        };
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| deeper(name.clone(), value)),
            Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| deeper(index.to_string(), value)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(value, &Vec::new(), &mut found);
    found
}

pub fn at<'a>(value: &'a mut Value, path: &Path) -> &'a mut Value {
    path.iter().fold(value, |value, name| match value {
        Value::Array(items) => &mut items[name.parse::<usize>().unwrap()],
        other => &mut other[name.as_str()],
    })
}
