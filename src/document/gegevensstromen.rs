//! The view of the sheet of data flows: who gets which data about people, why that may, and for how long (X7).

use serde::Serialize;
use serde_json::Value;

use super::toeleiding::{IntakeView, intake_view};
use super::wording::filled;
use crate::model::Project;

#[derive(Serialize)]
struct View {
    #[serde(flatten)]
    intake: IntakeView,
    /// Who gets what people send in.
    contact: Option<String>,
}

pub fn view(project: &Project) -> Value {
    let view = View { intake: intake_view(project), contact: filled(&project.wep.contact.naam) };
    serde_json::to_value(view).unwrap_or_default()
}
