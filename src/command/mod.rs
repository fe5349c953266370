//! The commands: one file each, with arguments, help and `run`. A new one is a file and a variant here.

mod aanvulling;
mod activiteiten;
mod begrippen;
mod begroting;
mod bestanden;
mod controleer;
mod convenant;
mod dossier;
mod flyer;
mod folder;
mod gegevens;
mod gemeente;
mod gids;
mod init;
mod inloop;
mod intakeformulier;
mod keuzes;
mod locatie;
mod maak;
mod making;
mod man;
mod organisatie;
mod overleg;
mod plan_van_aanpak;
mod poster;
mod processors;
mod profiel;
mod protocol;
mod schema;
mod sjabloon;
mod sociale_kaart;
mod stap;
mod startbijeenkomst;
mod status;
mod training;
mod turn;
mod uitleg;
mod verwijzers;
mod voorbeeld;

use clap::Subcommand;

use wep::report::lines;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(init::Init),
    Gids(gids::Gids),
    Status(status::Status),
    Controleer(controleer::Controleer),
    Dossier(dossier::Dossier),
    Stap(Box<stap::StapOpdracht>),
    Convenant(convenant::Convenant),
    SocialeKaart(sociale_kaart::SocialeKaart),
    PlanVanAanpak(plan_van_aanpak::PlanVanAanpak),
    Startbijeenkomst(startbijeenkomst::Startbijeenkomst),
    Overleg(overleg::Overleg),
    Training(training::Training),
    Intakeformulier(intakeformulier::Intakeformulier),
    Protocol(protocol::Protocol),
    Verwijzers(verwijzers::Verwijzers),
    Gegevens(gegevens::Gegevens),
    Profiel(profiel::Profiel),
    Begroting(begroting::Begroting),
    #[command(subcommand, about = organisatie::ABOUT, after_help = organisatie::EXAMPLE)]
    Organisatie(organisatie::Organisatie),
    Begrippen(begrippen::Begrippen),
    Uitleg(uitleg::Uitleg),
    Keuzes(keuzes::Keuzes),
    Locatie(locatie::Locatie),
    Activiteiten(activiteiten::Activiteiten),
    Folder(folder::Folder),
    Inloop(inloop::Inloop),
    Poster(poster::Poster),
    Flyer(flyer::Flyer),
    Maak(maak::Maak),
    #[command(subcommand, about = sjabloon::ABOUT, after_help = sjabloon::EXAMPLE)]
    Sjabloon(sjabloon::Sjabloon),
    Schema(schema::Schema),
    Aanvulling(aanvulling::Aanvulling),
    Man(man::Man),
}

impl Command {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Command::Init(command) => command.run(context),
            Command::Gids(command) => command.run(context),
            Command::Status(command) => command.run(context),
            Command::Controleer(command) => command.run(context),
            Command::Dossier(command) => command.run(context),
            Command::Stap(command) => command.run(context),
            Command::Convenant(command) => command.run(context),
            Command::SocialeKaart(command) => command.run(context),
            Command::PlanVanAanpak(command) => command.run(context),
            Command::Startbijeenkomst(command) => command.run(context),
            Command::Overleg(command) => command.run(context),
            Command::Training(command) => command.run(context),
            Command::Intakeformulier(command) => command.run(context),
            Command::Protocol(command) => command.run(context),
            Command::Verwijzers(command) => command.run(context),
            Command::Gegevens(command) => command.run(context),
            Command::Profiel(command) => command.run(context),
            Command::Begroting(command) => command.run(context),
            Command::Begrippen(command) => command.run(context),
            Command::Uitleg(command) => command.run(context),
            Command::Keuzes(command) => command.run(context),
            Command::Locatie(command) => command.run(context),
            Command::Activiteiten(command) => command.run(context),
            Command::Folder(command) => command.run(context),
            Command::Inloop(command) => command.run(context),
            Command::Poster(command) => command.run(context),
            Command::Flyer(command) => command.run(context),
            Command::Maak(command) => command.run(context),
            Command::Sjabloon(command) => command.run(context),
            Command::Organisatie(command) => command.run(context),
            Command::Schema(command) => command.run(context),
            Command::Aanvulling(command) => command.run(context),
            Command::Man(command) => command.run(context),
        }
    }
}

/// What a command needs behind it to work in the same folder as this one.
pub fn behind(context: &Context) -> String {
    context
        .folder
        .as_ref()
        .map(|folder| format!(" -C {}", lines::shell_word(&folder.to_string_lossy())))
        .unwrap_or_default()
}
