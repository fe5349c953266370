//! Editing the files of a gemeente by what they have to say: from one project to another.

use serde::Serialize;
use serde_json::Value;

use super::checked::edit;
use super::{Change, EditError};
use crate::check::{Route, Segment};
use crate::model::{
    Activiteiten, Begroting, Convenant, Locaties, Organisaties, Overleg, PlanVanAanpak, Project, Startbijeenkomst,
    Team, Toeleiding, Training, Voorlichting, Voortgang, Wep, file,
};

/// Does something with the part of a project that stands in one file, whatever its type.
macro_rules! with_part {
    ($file:expr, $do:ident) => {
        match $file {
            file::WEP => $do!(wep, Wep),
            file::ORGANISATIES => $do!(organisaties, Organisaties),
            file::TEAM => $do!(team, Team),
            file::CONVENANT => $do!(convenant, Convenant),
            file::PLAN_VAN_AANPAK => $do!(plan_van_aanpak, PlanVanAanpak),
            file::OVERLEG => $do!(overleg, Overleg),
            file::LOCATIES => $do!(locaties, Locaties),
            file::BEGROTING => $do!(begroting, Begroting),
            file::STARTBIJEENKOMST => $do!(startbijeenkomst, Startbijeenkomst),
            file::ACTIVITEITEN => $do!(activiteiten, Activiteiten),
            file::TRAINING => $do!(training, Training),
            file::TOELEIDING => $do!(toeleiding, Toeleiding),
            file::VOORLICHTING => $do!(voorlichting, Voorlichting),
            _ => $do!(voortgang, Voortgang),
        }
    };
}

/// What stands in a file, as a value.
pub fn value_of(project: &Project, file: &str) -> Value {
    macro_rules! value {
        ($part:ident, $type:ty) => {
            to_value(&project.$part)
        };
    }
    with_part!(file, value)
}

/// The project in which this file says `value`.
///
/// # Errors
/// When the value cannot stand in this file: why, in Dutch.
pub fn with_value(project: &Project, file: &str, value: Value) -> Result<Project, String> {
    let mut changed = project.clone();
    macro_rules! put {
        ($part:ident, $type:ty) => {
            changed.$part = serde_json::from_value::<$type>(value).map_err(|error| error.to_string())?
        };
    }
    with_part!(file, put);
    Ok(changed)
}

/// The files that say something else in `after` than in `before`.
pub fn changed_files(before: &Project, after: &Project) -> Vec<&'static str> {
    file::ALL.into_iter().filter(|file| value_of(before, file) != value_of(after, file)).collect()
}

/// The text of `file` after which it says what it says in `after`. `source` is what stands there now and says what it says
/// in `before`; every byte that needs no change stays. A file that is not there yet is an empty text.
///
/// # Errors
/// As [`edit`].
pub fn apply(file: &'static str, source: &str, before: &Project, after: &Project) -> Result<String, EditError> {
    let changes = changes(&value_of(before, file), &value_of(after, file));
    macro_rules! edited {
        ($part:ident, $type:ty) => {
            edit::<$type>(file, source, &changes, &after.$part)
        };
    }
    with_part!(file, edited)
}

fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let (Value::Object(before), Value::Object(after)) = (before, after) else { return Vec::new() };
    let differs = after.iter().filter(|(name, value)| before.get(*name) != Some(value));
    let change = |(name, to): (&String, &Value)| {
        let route = Route::from(name.as_str());
        let from = before.get(name).cloned().unwrap_or_default();
        match (&from, to) {
            // An emptied list gets back what wep says below an empty one.
            (Value::Array(items), Value::Array(left)) if left.is_empty() => {
                (0..items.len()).map(|index| Change::Remove { route: route.index(index) }).collect()
            }
            _ => vec![Change::Update { route, from, to: to.clone() }],
        }
    };
    differs.flat_map(change).collect()
}

/// The value that a route leads to; null when there is none.
pub fn value_at<'v>(value: &'v Value, route: &Route) -> &'v Value {
    route.segments().iter().fold(value, |value, segment| match segment {
        Segment::Field(name) => &value[name.as_str()],
        Segment::Index(index) => &value[*index],
    })
}

/// Puts a value at the end of a route. An index right behind the end of a list makes the list longer.
pub fn put_at(value: &mut Value, route: &Route, new: Value) {
    let mut place = value;
    for segment in route.segments() {
        place = match segment {
            Segment::Field(name) => {
                if !place.is_object() {
                    *place = Value::Object(serde_json::Map::new());
                }
                &mut place[name.as_str()]
            }
            Segment::Index(index) => {
                if !place.is_array() {
                    *place = Value::Array(Vec::new());
                }
                let Value::Array(items) = place else { return };
                while items.len() <= *index {
                    items.push(Value::Null);
                }
                &mut items[*index]
            }
        };
    }
    *place = new;
}

fn to_value<T: Serialize>(part: &T) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}
