//! The budget: its view for the template, its chart and its workbook (S12, X6, handbook §3.7).

mod grafiek;
mod kort;
mod view;
mod werkmap;

pub use kort::{InHetKort, in_short};
pub use view::{budget_chart, meta, view};
pub use werkmap::workbook;

use super::wording::{filled, short_name_of};
use crate::model::{Bron, DekkingStatus, Dekkingspost, KostenSoort, Project};

fn soort(soort: KostenSoort) -> &'static str {
    match soort {
        KostenSoort::Personeel => "Personeel",
        KostenSoort::Activiteiten => "Activiteiten",
        KostenSoort::Locatie => "Locatie",
        KostenSoort::Communicatie => "Communicatie",
        KostenSoort::Training => "Training",
        KostenSoort::Overig => "Overig",
    }
}

/// How the costs are called that are the other side of a contribution in kind.
const IN_NATURA: &str = "In natura";

pub(super) fn bron(bron: Bron) -> &'static str {
    match bron {
        Bron::GemeenteWmo => "gemeente (Wmo 2015)",
        Bron::Fonds => "fonds",
        Bron::EigenMiddelen => "eigen middelen",
        Bron::ZorgkantoorWlz => "zorgkantoor (Wlz)",
        Bron::Zvw => "Zorgverzekeringswet",
        Bron::Spuk => "specifieke uitkering (SPUK)",
        Bron::Natura => "in natura",
        Bron::Overig => "overig",
        Bron::Awbz => "AWBZ",
    }
}

fn status(status: DekkingStatus) -> &'static str {
    match status {
        DekkingStatus::Toegezegd => "toegezegd",
        DekkingStatus::Aangevraagd => "aangevraagd",
        DekkingStatus::Verwacht => "verwacht",
    }
}

/// Who pays: the organisation, or what the line says of itself.
fn betaler(project: &Project, post: &Dekkingspost) -> Option<String> {
    short_name_of(project, &post.organisatie)
        .or_else(|| filled(&post.organisatie))
        .or_else(|| filled(&post.omschrijving))
}

/// What a contribution is for, when that is not already its name.
fn waarvoor(post: &Dekkingspost) -> Option<String> {
    filled(&post.organisatie).and_then(|_| filled(&post.omschrijving))
}
