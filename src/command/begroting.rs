//! `wep begroting`: costs and cover, as a document and as a workbook that calculates (handbook §3.7).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep begroting
  wep begroting --toon";

#[derive(Debug, Args)]
#[command(
    about = "Maakt de begroting met dekkingsplan, ook voor Excel",
    long_about = "Maakt de begroting met dekkingsplan, en begroting.xlsx: dezelfde begroting voor Excel, die zelf rekent.",
    after_help = EXAMPLE
)]
pub struct Begroting {
    #[command(flatten)]
    options: DocumentOptions,
}

impl Begroting {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["begroting"], &self.options, context)
    }
}
