//! The commands: one file each, with arguments, help and `run`. A new one is a file and a line here.

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

use clap::{Args, Subcommand};

use wep::report::lines;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

/// All commands: each with its name and its arguments.
macro_rules! commands {
    ($($name:ident($arguments:ty),)*) => {
        /// Only the command that is run gets its options: making those of all takes longer than many a command.
        #[derive(Debug, Subcommand)]
        #[command(defer = true)]
        pub enum Command {
            $($name($arguments),)*
        }

        impl Command {
            pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
                match self {
                    $(Command::$name(command) => command.run(context),)*
                }
            }
        }

        /// The program with the options of every command, to tell about all of them.
        pub fn in_full(mut program: clap::Command) -> clap::Command {
            let arguments = [$(<$arguments as Args>::augment_args),*];
            let names: Vec<String> = program.get_subcommands().map(|one| one.get_name().to_owned()).collect();
            for (place, (name, augment)) in names.into_iter().zip(arguments).enumerate() {
                let whole = augment(clap::Command::new(name.clone())).display_order(place);
                program = program.mut_subcommand(name, |_| whole);
            }
            program
        }
    };
}

commands! {
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
    Sjabloon(sjabloon::Sjabloon),
    Schema(schema::Schema),
    Aanvulling(aanvulling::Aanvulling),
    Man(man::Man),
}

/// What a command needs behind it to work in the same folder as this one.
pub fn behind(context: &Context) -> String {
    context
        .folder
        .as_ref()
        .map(|folder| format!(" -C {}", lines::shell_word(&folder.to_string_lossy())))
        .unwrap_or_default()
}
