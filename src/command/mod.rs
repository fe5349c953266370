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

use std::ffi::OsString;

use clap::{Args, Subcommand};

use wep::report::lines;

use crate::cli::Context;
use crate::exit::{Exit, Failure};

/// All commands: each with what is typed, and its arguments.
macro_rules! commands {
    ($($name:ident($word:literal, $arguments:ty),)*) => {
        /// Only the command that is run gets its options: making those of all takes longer than many a command.
        #[derive(Debug, Subcommand)]
        #[command(defer = true)]
        pub enum Command {
            $(#[command(name = $word)] $name($arguments),)*
        }

        impl Command {
            pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
                match self {
                    $(Command::$name(command) => command.run(context),)*
                }
            }
        }

        /// The program with no command but the first that these words name; nothing when they name none. That word may turn
        /// out to be the value of an option: then this program does not take the words.
        pub fn with_one(program: clap::Command, words: &[OsString]) -> Option<clap::Command> {
            let one = words.iter().find_map(|word| match word.to_str()? {
                $($word => Some(<$arguments as Args>::augment_args(clap::Command::new($word))),)*
                _ => None,
            });
            one.map(|one| program.subcommand(one))
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
    Init("init", init::Init),
    Gids("gids", gids::Gids),
    Status("status", status::Status),
    Controleer("controleer", controleer::Controleer),
    Dossier("dossier", dossier::Dossier),
    Stap("stap", Box<stap::StapOpdracht>),
    Convenant("convenant", convenant::Convenant),
    SocialeKaart("sociale-kaart", sociale_kaart::SocialeKaart),
    PlanVanAanpak("plan-van-aanpak", plan_van_aanpak::PlanVanAanpak),
    Startbijeenkomst("startbijeenkomst", startbijeenkomst::Startbijeenkomst),
    Overleg("overleg", overleg::Overleg),
    Training("training", training::Training),
    Intakeformulier("intakeformulier", intakeformulier::Intakeformulier),
    Protocol("protocol", protocol::Protocol),
    Verwijzers("verwijzers", verwijzers::Verwijzers),
    Gegevens("gegevens", gegevens::Gegevens),
    Profiel("profiel", profiel::Profiel),
    Begroting("begroting", begroting::Begroting),
    Organisatie("organisatie", organisatie::Organisatie),
    Begrippen("begrippen", begrippen::Begrippen),
    Uitleg("uitleg", uitleg::Uitleg),
    Keuzes("keuzes", keuzes::Keuzes),
    Locatie("locatie", locatie::Locatie),
    Activiteiten("activiteiten", activiteiten::Activiteiten),
    Folder("folder", folder::Folder),
    Inloop("inloop", inloop::Inloop),
    Poster("poster", poster::Poster),
    Flyer("flyer", flyer::Flyer),
    Maak("maak", maak::Maak),
    Sjabloon("sjabloon", sjabloon::Sjabloon),
    Schema("schema", schema::Schema),
    Aanvulling("aanvulling", aanvulling::Aanvulling),
    Man("man", man::Man),
}

/// What a command needs behind it to work in the same folder as this one.
pub fn behind(context: &Context) -> String {
    context
        .folder
        .as_ref()
        .map(|folder| format!(" -C {}", lines::shell_word(&folder.to_string_lossy())))
        .unwrap_or_default()
}
