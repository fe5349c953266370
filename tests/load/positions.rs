//! A finding points at the very spot, whatever stands in front of it.

use proptest::prelude::*;
use wep::check::{Code, Finding, Place, Route};
use wep::load::{Located, Sources, read_str};
use wep::model::{Convenant, Organisaties, Wep, file};

fn locate(sources: &Sources, finding: &Finding) -> (usize, usize) {
    let Located { line, column, .. } = sources.locate(finding);
    (line, column)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_planted_error_is_found_where_it_is(
        before in 0usize..20,
        after in 0usize..5,
        name in "[a-zé😀ñ]{1,12}",
        ending in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        encoding in 0..3,
    ) {
        let mut lines = vec!["# é 😀 commentaar".to_owned(), "organisaties:".to_owned()];
        for number in 0..before {
            lines.push(format!("  - id: o{number}"));
            lines.push(format!("    naam: \"é😀 {name}\""));
        }
        let planted = lines.len() + 1;
        lines.push(format!("  - {{ naam: \"{name}\", sector: fout }}"));
        for number in 0..after {
            lines.push(format!("  - id: p{number}"));
        }
        let text = lines.join(ending) + ending;
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            _ => [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        };
        let (_, found, source) = read_str::<Organisaties>(file::ORGANISATIES, &bytes);
        let mut sources = Sources::default();
        sources.add(source);
        let choice: Vec<_> = found.iter().filter(|finding| finding.code == Code::UnknownChoice).collect();
        prop_assert_eq!(choice.len(), 1);
        prop_assert_eq!(found.len() - 1, usize::from(encoding == 2));
        let column = "  - { naam: \"".chars().count() + name.chars().count() + "\", sector: ".len() + 1;
        prop_assert_eq!(locate(&sources, choice[0]), (planted, column));
        prop_assert_eq!(sources.route(choice[0]).to_string(), format!("organisaties[{before}].sector"));
    }
}

const CONVENANT: &str = "\
# commentaar
partijen:
  - fout
  - organisatie: ggz
    taken: [één, twee]
  -
  - taken:
bijlagen: []
";

fn place(sources: &Sources, place: Place) -> (usize, usize) {
    let route = Route::new();
    locate(sources, &Finding { place, ..Finding::at(Code::Missing, file::CONVENANT, route, "x") })
}

#[test]
fn a_route_into_the_model_leads_to_the_place_in_the_file() {
    let (convenant, found, source) = read_str::<Convenant>(file::CONVENANT, CONVENANT);
    assert_eq!((convenant.partijen.len(), found.len()), (3, 1));
    let mut sources = Sources::default();
    sources.add(source);
    let parties = Route::from("partijen");
    let (ggz, empty, last) = (parties.index(0), parties.index(1), parties.index(2));
    for (route, expected) in [
        (ggz.field("organisatie"), (4, 18)),
        (ggz.field("taken").index(1), (5, 18)),
        // A field that is not there: the item, or the name of what it belongs to.
        (ggz.field("in_natura"), (4, 5)),
        (empty.field("organisatie"), (6, 3)),
        (last.field("taken"), (7, 5)),
        (parties.index(9), (2, 1)),
        (Route::from("bijlagen"), (8, 1)),
        (Route::from("privacy").field("contact"), (1, 1)),
        (Route::new(), (1, 1)),
    ] {
        assert_eq!(place(&sources, Place::Value(route.clone())), expected, "{route}");
    }
    assert_eq!(place(&sources, Place::Key(ggz.field("organisatie"))), (4, 5));
    assert_eq!(place(&sources, Place::Key(Route::from("bijlagen"))), (8, 1));
    assert_eq!(place(&sources, Place::File), (1, 1));
}

#[test]
fn a_spot_past_the_end_or_inside_a_character_is_harmless() {
    let (_, _, source) = read_str::<Wep>(file::WEP, "naam: é");
    for span in [7..8, 100..200, 0..100, 8..8] {
        let located = source.locate(&Place::Bytes(span));
        assert_eq!(located.line, 1);
        assert!(source.text().get(located.span).is_some());
    }
}
