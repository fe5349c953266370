//! `wep sjabloon lijst`: the templates, those of wep and those of the gemeente's own.

use clap::Args;
use wep::document::{self, EigenStuk, Meegeleverd};
use wep::model::Sjabloon;
use wep::report::lines;

use crate::cli::Context;
use crate::command::gemeente::{self, Gemeente};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep sjabloon lijst";

#[derive(Debug, Args)]
#[command(about = "Laat zien welke sjablonen er zijn, en welke uw gemeente zelf heeft", after_help = EXAMPLE)]
pub struct Lijst {}

impl Lijst {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let gemeente = gemeente::open(context)?;
        context.screen.result(&listed(&gemeente));
        Ok(Exit::Good)
    }
}

fn listed(gemeente: &Gemeente) -> String {
    let project = &gemeente.project;
    let (documents, parts): (Vec<Meegeleverd>, Vec<Meegeleverd>) =
        document::meegeleverd().partition(|ours| ours.kind.is_some());
    let titel = |ours: &Meegeleverd| match ours.kind {
        Some(kind) => kind.titles(project).into_iter().next().map(|(_, titel)| titel).unwrap_or_default(),
        None => "deel van een ander sjabloon".to_owned(),
    };
    let own = |deel: bool, naam: &str| project.sjablonen.find(naam, deel).map(Sjabloon::bestand);
    let mut sections: Vec<(&str, Vec<[String; 3]>)> = Vec::new();
    let rows = |ours: &[Meegeleverd], deel: bool| {
        let row = |one: &Meegeleverd| [one.naam.to_owned(), titel(one), own(deel, one.naam).unwrap_or_default()];
        ours.iter().map(row).collect()
    };
    sections.push(("Documenten van wep", rows(&documents, false)));
    let mut delen: Vec<[String; 3]> = rows(&parts, true);
    for deel in project.sjablonen.delen().filter(|deel| !parts.iter().any(|ours| ours.naam == deel.naam)) {
        delen.push([deel.naam.clone(), "eigen deel".to_owned(), deel.bestand()]);
    }
    sections.push(("Delen", delen));
    let own_documents = EigenStuk::all(project).into_iter().flatten();
    let own_documents: Vec<[String; 3]> = own_documents
        .map(|stuk| [stuk.naam().to_owned(), stuk.titel().to_owned(), stuk.sjabloon().bestand()])
        .collect();
    if !own_documents.is_empty() {
        sections.push(("Eigen documenten, te maken met ‘wep maak’", own_documents));
    }
    let widest = |column: usize| {
        let cells = sections.iter().flat_map(|(_, rows)| rows).map(|row| lines::plain(&row[column]).chars().count());
        cells.max().unwrap_or_default()
    };
    let (name, title) = (widest(0), widest(1).min(44));
    let section = |(heading, rows): &(&str, Vec<[String; 3]>)| {
        let line = |[naam, titel, eigen]: &[String; 3]| {
            let titel: String = lines::plain(titel).chars().take(title).collect();
            format!("  {naam:name$}  {titel:title$}  {eigen}").trim_end().to_owned() + "\n"
        };
        format!("{heading}\n{}", rows.iter().map(line).collect::<String>())
    };
    sections.iter().map(section).collect::<Vec<_>>().join("\n")
}
