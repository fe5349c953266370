//! `wep schema`: what stands in the files of a gemeente, told to editors that know YAML.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use wep::model::file;
use wep::write::project::{SCHEMA_FOLDER, refresh_schemas, schema_text, stem};
use wep::write::{Change, WriteError};

use super::{gemeente, turn};
use crate::cli::Context;
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Met een schema geeft een tekstverwerker zoals Visual Studio Code uitleg bij elk veld, vult die namen en keuzes aan, en zegt
die meteen wat niet kan. In Visual Studio Code hebt u daarvoor de uitbreiding YAML van Red Hat nodig.

‘wep init’ zet de schema’s al klaar, in de map .wep/schema. Hebt u een nieuwe versie van wep? Geef dan in de map van uw
gemeente één keer: wep schema. Een bestand vindt zijn schema door de eerste regel, zoals deze in wep.yaml:
  # yaml-language-server: $schema=.wep/schema/wep.schema.json

Voorbeeld:
  wep schema                 werkt de schema’s van uw gemeente bij
  wep schema wep.yaml        toont het schema van één bestand";

#[derive(Debug, Args)]
#[command(about = "Geeft tekstverwerkers uitleg bij de velden in uw bestanden (JSON Schema)", after_help = EXAMPLE)]
pub struct Schema {
    #[arg(value_name = "BESTAND", value_parser = names(), help = "Toon alleen het schema van dit bestand")]
    file: Option<String>,
}

/// The files by their names, with `.yaml` or without.
fn names() -> PossibleValuesParser {
    let name = |name: &'static str| PossibleValue::new(name).alias(stem(name));
    PossibleValuesParser::new(file::ALL.map(name))
}

impl Schema {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        if let Some(written) = &self.file {
            let name = file::ALL.into_iter().find(|name| stem(name) == stem(written));
            let text = name.and_then(schema_text).ok_or_else(|| WriteError::Content { name: written.clone() })?;
            context.screen.result(&text);
            return Ok(Exit::Good);
        }
        let folder = gemeente::open(context)?.folder;
        let turn = turn::take(&folder, context)?;
        let refreshed = refresh_schemas(&folder, &turn)?;
        for (path, change) in &refreshed {
            let told = match change {
                Change::New => "Gemaakt:     ",
                Change::Changed => "Bijgewerkt:  ",
                Change::Same => "Ongewijzigd: ",
            };
            let line = format!("{told} {}", folder.join(path).display());
            if *change == Change::Same { context.screen.detail(&line) } else { context.screen.tell(&line) }
        }
        if refreshed.iter().all(|(_, change)| *change == Change::Same) {
            context
                .screen
                .tell(&format!("De schema’s in {} zijn al van deze wep.", folder.join(SCHEMA_FOLDER).display()));
        }
        Ok(Exit::Good)
    }
}
