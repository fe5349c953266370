//! The sums of the budget: which line counts in which year, and what that comes to. Exact in cents.

use super::{Bedrag, Begroting, Bron, DekkingStatus, Dekkingspost, KostenSoort, Project};

/// The largest amount that is counted with: above it a spreadsheet is no longer exact to the cent.
pub const GROOTSTE_BEDRAG: Bedrag = Bedrag::from_cents(100_000_000_000_000);

/// A line of costs, with where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Herkomst {
    /// The line of `kosten` with this index.
    Kosten(usize),
    /// The value of the contribution in kind that is the line of `dekking` with this index.
    Natura(usize),
}

/// One line of costs as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kostenregel {
    pub herkomst: Herkomst,
    /// Nothing for a contribution in kind.
    pub soort: Option<KostenSoort>,
    /// In each of its years. Nothing as long as it is not known.
    pub bedrag: Option<Bedrag>,
    pub jaren: Vec<u32>,
}

/// One line of cover as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dekkingsregel {
    /// In `dekking`.
    pub index: usize,
    pub status: Option<DekkingStatus>,
    /// In each of its years. Nothing as long as it is not known.
    pub bedrag: Option<Bedrag>,
    /// The amount stands in the convenant, not here.
    pub uit_convenant: bool,
    pub jaren: Vec<u32>,
}

/// All lines, ready to be added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rekening {
    /// In order, each once.
    pub jaren: Vec<u32>,
    pub kosten: Vec<Kostenregel>,
    pub dekking: Vec<Dekkingsregel>,
}

impl Project {
    /// The budget, line by line. A contribution in kind is a cost of the same value too; an amount that is left out
    /// comes from the convenant.
    pub fn rekening(&self) -> Rekening {
        let begroting = &self.begroting;
        let mut jaren = begroting.jaren.clone();
        jaren.sort_unstable();
        jaren.dedup();
        let dekking: Vec<Dekkingsregel> =
            begroting.dekking.iter().enumerate().map(|(index, post)| self.dekkingsregel(index, post, &jaren)).collect();
        let kosten = begroting.kosten.iter().enumerate().map(|(index, post)| Kostenregel {
            herkomst: Herkomst::Kosten(index),
            soort: post.soort,
            bedrag: post.per_jaar(),
            jaren: of_these(&post.jaren, &jaren),
        });
        let in_kind = dekking.iter().filter(|regel| begroting.dekking[regel.index].bron == Some(Bron::Natura));
        let in_kind = in_kind.map(|regel| Kostenregel {
            herkomst: Herkomst::Natura(regel.index),
            soort: None,
            bedrag: regel.bedrag,
            jaren: regel.jaren.clone(),
        });
        Rekening { kosten: kosten.chain(in_kind).collect(), dekking, jaren }
    }

    fn dekkingsregel(&self, index: usize, post: &Dekkingspost, jaren: &[u32]) -> Dekkingsregel {
        let promised = self.bijdrage_in_convenant(post);
        Dekkingsregel {
            index,
            status: post.status,
            bedrag: post.bedrag.or(promised),
            uit_convenant: post.bedrag.is_none() && promised.is_some(),
            jaren: of_these(&post.jaren, jaren),
        }
    }

    /// What the organisation of this line promises a year in the convenant, in money.
    pub fn bijdrage_in_convenant(&self, post: &Dekkingspost) -> Option<Bedrag> {
        let id = post.organisatie.as_deref().filter(|_| post.bron != Some(Bron::Natura))?;
        let mut parties = self.convenant.partijen.iter();
        parties.find(|partij| partij.organisatie.as_deref() == Some(id))?.bijdrage_per_jaar
    }
}

impl Begroting {
    /// What the partners agreed about the shortage of this year.
    pub fn maatregel(&self, jaar: u32) -> Option<&str> {
        let mut of_year = self.tekorten.iter().filter(|tekort| tekort.jaar == Some(jaar));
        of_year.find_map(|tekort| tekort.maatregel.as_deref().map(str::trim).filter(|text| !text.is_empty()))
    }
}

impl Rekening {
    /// All costs of a year that are known; nothing when they are too large to count.
    pub fn kosten_in(&self, jaar: u32) -> Option<Bedrag> {
        total(self.kosten.iter().filter(|regel| regel.jaren.contains(&jaar)).map(|regel| regel.bedrag))
    }

    /// All cover of a year that is known, whatever its status.
    pub fn dekking_in(&self, jaar: u32) -> Option<Bedrag> {
        total(self.dekking.iter().filter(|regel| regel.jaren.contains(&jaar)).map(|regel| regel.bedrag))
    }

    /// The cover of a year with this status; `None` for the lines of which it is not known yet.
    pub fn dekking_met(&self, jaar: u32, status: Option<DekkingStatus>) -> Option<Bedrag> {
        let counts = |regel: &&Dekkingsregel| regel.status == status && regel.jaren.contains(&jaar);
        total(self.dekking.iter().filter(counts).map(|regel| regel.bedrag))
    }

    /// Cover less costs of a year: below zero is a shortage.
    pub fn saldo_in(&self, jaar: u32) -> Option<Bedrag> {
        self.dekking_in(jaar)?.minus(self.kosten_in(jaar)?)
    }

    /// The sum over all years of what `in_year` gives for each.
    pub fn samen(&self, in_year: impl Fn(u32) -> Option<Bedrag>) -> Option<Bedrag> {
        self.jaren.iter().try_fold(Bedrag::from_cents(0), |sum, jaar| sum.plus(in_year(*jaar)?))
    }
}

/// The years of a line: those of the budget that it names, or all of them when it names none.
fn of_these(named: &[u32], jaren: &[u32]) -> Vec<u32> {
    jaren.iter().filter(|jaar| named.is_empty() || named.contains(jaar)).copied().collect()
}

/// The sum of what is known.
fn total(mut bedragen: impl Iterator<Item = Option<Bedrag>>) -> Option<Bedrag> {
    bedragen.try_fold(Bedrag::from_cents(0), |sum, bedrag| match bedrag {
        Some(bedrag) => sum.plus(bedrag),
        None => Some(sum),
    })
}
