//! KvK numbers have eight digits.

use super::super::{Code, Finding, Route, shape};
use crate::model::{Project, file};

pub fn check(project: &Project) -> Vec<Finding> {
    let organisaties = project.organisaties.organisaties.iter().enumerate();
    let wrong = organisaties.filter_map(|(index, organisatie)| {
        let kvk = organisatie.kvk.as_deref()?.trim();
        let digits = kvk.bytes().filter(u8::is_ascii_digit).count();
        let right = kvk.is_empty() || shape::is_kvk(kvk);
        (!right).then(|| {
            let route = Route::from("organisaties").index(index).field("kvk");
            Finding::at(Code::KvkNumber, file::ORGANISATIES, route, format!("‘{kvk}’ is geen KvK-nummer"))
                .label(format!("{digits} cijfers"))
                .help("een KvK-nummer heeft acht cijfers, zonder punten of spaties; u vindt het op kvk.nl")
        })
    });
    wrong.collect()
}
