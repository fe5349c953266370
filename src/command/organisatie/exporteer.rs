//! `wep organisatie exporteer`: the sociale kaart as files for other programs and people (handbook §3.2).

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};
use wep::check::{Finding, Level};
use wep::export::{self, Form};
use wep::write::{Fresh, Origin};

use crate::cli::Context;
use crate::command::gemeente::{self, count};
use crate::command::making;
use crate::command::making::deliver::{How, deliver};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Vormen:
  xlsx      een werkmap voor Excel: alle organisaties, per wijk, contactpersonen en aanbod
  csv       organisaties-excel.csv voor Excel, en drie bestanden voor andere programma's
  hsds      de internationale standaard voor sociale kaarten (HSDS 3.1): JSON en tabellen in een zip
  geojson   de plekken met een breedte- en lengtegraad, voor een landkaart
  vcard     visitekaartjes van de contactpersonen, voor een adresboek
  html      een pagina om in te zoeken, die ook zonder internet werkt

Voorbeeld:
  wep organisatie exporteer
  wep organisatie exporteer --formaat csv,vcard --uitvoer delen";

/// What the record calls these files.
pub const EXPORT: &str = "organisaties";

#[derive(Debug, Args)]
#[command(about = "Maakt bestanden van de sociale kaart voor anderen en voor andere programma's", after_help = EXAMPLE)]
pub struct Exporteer {
    #[arg(long = "formaat", value_name = "VORM", value_delimiter = ',', value_parser = forms(),
        help = "De vormen waarin u de sociale kaart wilt; zonder deze optie: xlsx")]
    forms: Vec<Form>,
    #[arg(long = "uitvoer", value_name = "MAP", value_hint = ValueHint::DirPath,
        help = "De map voor de bestanden; zonder deze optie staat dat in wep.yaml")]
    output: Option<PathBuf>,
    #[arg(long = "controle", help = "Zeg wat er zou veranderen en schrijf niets")]
    dry_run: bool,
    #[arg(long = "overschrijf", help = "Vervang ook wat u zelf hebt bewerkt; uw versie blijft ernaast bewaard")]
    overwrite: bool,
}

fn forms() -> impl TypedValueParser<Value = Form> {
    PossibleValuesParser::new(Form::ALL.map(Form::name)).map(|name| Form::find(&name).unwrap_or(Form::Xlsx))
}

impl Exporteer {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open_for_good(context)?;
        let findings = gemeente.findings_in(&export::FILES);
        let errors: Vec<Finding> = findings.into_iter().filter(|finding| finding.level() == Level::Error).collect();
        if count(&errors, Level::Error) > 0 {
            gemeente.tell(context, &errors);
            context.screen.warn(making::NOTHING);
            return Ok(Exit::InputErrors);
        }
        let mut made = Vec::new();
        for form in self.forms() {
            let export = export::export(&gemeente.project, form)
                .map_err(|error| Failure::new(Exit::Refused, error.to_string(), ""))?;
            made.push(export);
        }
        let mut output = making::output(gemeente, self.output.as_deref());
        let how = How { dry_run: self.dry_run, overwrite: self.overwrite };
        let mut exit = Exit::Good;
        for export in made {
            for file in export.files {
                let fresh = Fresh { name: file.name, bytes: &file.bytes, origin: Origin::of(EXPORT) };
                if deliver(&mut output, fresh, how, context)? != Exit::Good {
                    exit = Exit::WouldLose;
                }
            }
            for remark in export.remarks {
                context.screen.tell(&format!("Let op: {remark}"));
            }
        }
        output.finish()?;
        Ok(exit)
    }

    /// Each form once, in the order asked.
    fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        for form in &self.forms {
            if !forms.contains(form) {
                forms.push(*form);
            }
        }
        if forms.is_empty() { vec![Form::Xlsx] } else { forms }
    }
}
