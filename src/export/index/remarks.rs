//! What there is to say of the files of a gemeente: first what is wrong, then what is odd, and what is missing by file.

use serde::Serialize;

use crate::check::Level;
use crate::dutch::{counted, enumerated};
use crate::export::text::clean;

/// Something to say, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub level: Level,
    pub file: &'static str,
    /// Line and column from 1; nothing for the file as a whole.
    pub place: Option<(usize, usize)>,
    pub message: String,
    /// The way out; may be empty.
    pub help: String,
}

#[derive(Serialize)]
pub struct About {
    /// “1 fout, 2 waarschuwingen en 4 gaten”; empty when there is nothing to say.
    telling: String,
    ernstig: Vec<Said>,
    gaten: Vec<Gaps>,
}

#[derive(Serialize)]
struct Said {
    fout: bool,
    plaats: String,
    melding: String,
    hulp: String,
}

/// What is missing in one file.
#[derive(Serialize)]
struct Gaps {
    bestand: &'static str,
    aantal: String,
    plekken: Vec<Said>,
}

pub fn about(remarks: &[Remark]) -> About {
    let of = |level: Level| remarks.iter().filter(move |remark| remark.level == level);
    let counts = [
        (of(Level::Error).count(), "fout", "fouten"),
        (of(Level::Warning).count(), "waarschuwing", "waarschuwingen"),
        (of(Level::Gap).count(), "gat", "gaten"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, more)| counted(number, one, more))
        .collect();
    let whole = |remark: &Remark| match remark.place {
        Some(_) => format!("{}, {}", remark.file, line(remark)),
        None => remark.file.to_owned(),
    };
    let serious = of(Level::Error).chain(of(Level::Warning)).map(|remark| said(remark, whole(remark)));
    let mut gaten: Vec<(Gaps, usize)> = Vec::new();
    for remark in of(Level::Gap) {
        let plek = said(remark, line(remark));
        match gaten.iter_mut().find(|(gaps, _)| gaps.bestand == remark.file) {
            Some((gaps, number)) => {
                gaps.plekken.push(plek);
                *number += 1;
            }
            None => gaten.push((Gaps { bestand: remark.file, aantal: String::new(), plekken: vec![plek] }, 1)),
        }
    }
    let gaten = gaten.into_iter().map(|(gaps, number)| Gaps { aantal: counted(number, "gat", "gaten"), ..gaps });
    About { telling: enumerated(&counts), ernstig: serious.collect(), gaten: gaten.collect() }
}

fn said(remark: &Remark, plaats: String) -> Said {
    Said {
        fout: remark.level == Level::Error,
        plaats,
        melding: clean(&remark.message).unwrap_or_default(),
        hulp: clean(&remark.help).unwrap_or_default(),
    }
}

fn line(remark: &Remark) -> String {
    remark.place.map(|(line, column)| format!("regel {line}, kolom {column}")).unwrap_or_default()
}
