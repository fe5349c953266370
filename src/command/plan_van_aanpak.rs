//! `wep plan-van-aanpak`: goals per target group, planning, risks and approval (handbook §3.1, §1.3, §2.6).

use clap::Args;

use super::making;
use crate::cli::{Context, DocumentOptions};
use crate::exit::{Exit, Failure};

const EXAMPLE: &str = "\
Voorbeeld:
  wep plan-van-aanpak --formaat docx,pdf
  wep plan-van-aanpak --toon";

#[derive(Debug, Args)]
#[command(about = "Maakt het plan van aanpak, met een getekende planning", after_help = EXAMPLE)]
pub struct PlanVanAanpak {
    #[command(flatten)]
    options: DocumentOptions,
}

impl PlanVanAanpak {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        making::open_and_make(&["plan-van-aanpak"], &self.options, context)
    }
}
