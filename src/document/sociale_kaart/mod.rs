//! The view of the sociale kaart (S2, S3, T1, T2; handbook §3.2): who there is, what each offers, and what is missing.

mod dekking;
mod namen;
mod netwerk;
mod organisaties;
mod samenwerking;
mod voorstellen;
mod web;
mod wijken;

pub use web::web;

use serde::Serialize;
use serde_json::Value;

use self::dekking::Dekking;
use self::netwerk::Netwerk;
use self::organisaties::{OrganisatieView, SectorView};
use self::voorstellen::SamenwerkingView;
use self::wijken::{DekkingView, WijkView};
use super::wording::{author, filled};
use crate::handbook;
use crate::model::Project;
use crate::tree::Meta;

#[derive(Serialize)]
struct View {
    handleiding: &'static str,
    initiatief: Option<String>,
    afkorting: Option<String>,
    coordinator: Option<String>,
    contact: Option<String>,
    email: Option<String>,
    telefoon: Option<String>,
    peildatum: Option<String>,
    aantal: usize,
    een: bool,
    aantal_wijken: usize,
    een_wijk: bool,
    web: crate::drawing::Illustration,
    organisaties: Vec<OrganisatieView>,
    los: Vec<String>,
    sectoren: Vec<SectorView>,
    wijken: Vec<WijkView>,
    dekking: DekkingView,
    samenwerking: SamenwerkingView,
    /// Not checked in the year before the reference day.
    verouderd: Vec<Verouderd>,
    zonder_datum: Vec<String>,
    onbereikbaar: Vec<String>,
}

#[derive(Serialize)]
struct Verouderd {
    naam: String,
    datum: Option<String>,
}

pub fn meta(project: &Project) -> Meta {
    Meta {
        title: "Sociale kaart".to_owned(),
        subtitle: filled(&project.wep.naam).unwrap_or_default(),
        author: author(project),
        draft: false,
        contents: true,
        ..Meta::default()
    }
}

pub fn view(project: &Project) -> Value {
    let netwerk = Netwerk::of(project);
    let dekking = Dekking::of(project, &netwerk);
    let all = &project.organisaties.organisaties;
    let order = namen::by_name(project);
    let name = |index: &usize| namen::name(project, *index);
    let chosen = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
        order.iter().filter(|index| wanted(**index)).map(name).collect()
    };
    let day = project.organisaties.reference_day();
    let stale = |index: usize| day.is_some_and(|day| all[index].is_stale_on(day));
    let verouderd = order
        .iter()
        .filter(|index| stale(**index))
        .map(|index| Verouderd { naam: name(index), datum: all[*index].nagekeken_op.map(|day| day.long()) });
    let wep = &project.wep;
    let view = View {
        handleiding: handbook::TITLE,
        initiatief: filled(&wep.naam),
        afkorting: filled(&wep.afkorting),
        coordinator: filled(&project.team.coordinator.naam),
        contact: filled(&wep.contact.naam),
        email: filled(&wep.contact.email),
        telefoon: filled(&wep.contact.telefoon),
        peildatum: day.map(|day| day.long()),
        aantal: all.len(),
        een: all.len() == 1,
        aantal_wijken: wep.wijken.len(),
        een_wijk: wep.wijken.len() == 1,
        web: web(project),
        organisaties: organisaties::organisaties(project, &netwerk, &order),
        los: chosen(&|index| netwerk.relaties(index).is_empty()),
        sectoren: organisaties::sectoren(project, &netwerk, &order),
        wijken: wijken::wijken(project, &netwerk, &dekking),
        dekking: wijken::dekking(project, &netwerk, &dekking, &order),
        samenwerking: voorstellen::samenwerking(project, &netwerk, &dekking),
        verouderd: verouderd.collect(),
        zonder_datum: chosen(&|index| all[index].nagekeken_op.is_none()),
        onbereikbaar: chosen(&|index| filled(&all[index].telefoon).is_none() && filled(&all[index].email).is_none()),
    };
    serde_json::to_value(view).unwrap_or_default()
}
