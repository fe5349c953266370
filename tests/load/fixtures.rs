//! One small file per kind of finding, and in `snapshots/` what a user gets to see of it.

use serde::de::DeserializeOwned;
use wep::check::Code;
use wep::load::{Sources, read_str};
use wep::model::{Convenant, Organisaties, Overleg, Partij, Startbijeenkomst, Team, Wep, file};
use wep::report::findings;

/// What the terminal shows after reading this text as the file with this name, which gives just these codes.
fn shown<T: DeserializeOwned + Default>(name: &'static str, codes: &[Code], content: &[u8]) -> String {
    let (_, found, source) = read_str::<T>(name, content);
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), codes, "{found:#?}");
    let mut sources = Sources::default();
    sources.add(source);
    findings::plain(&found, &sources, false, 120)
}

macro_rules! fixtures {
    ($($name:ident $type:ident $file:ident [$($code:ident)*] $content:expr;)+) => {$(
        #[test]
        fn $name() {
            let content = $content;
            insta::assert_snapshot!(shown::<$type>(file::$file, &[$(Code::$code),*], content.as_ref()));
        }
    )+};
}

fixtures! {
    nothing_wrong Wep WEP [] "# yaml-language-server: $schema=x\ngemeente: Utrecht\n";
    nothing_wrong_with_bom Wep WEP [] "\u{feff}gemeente: Utrecht\n";
    file_empty Wep WEP [FileEmpty] "";
    file_with_comments_only Wep WEP [FileEmpty] "# nog niets\n---\n# echt niets\n";
    encoding_windows Wep WEP [Encoding] b"gemeente: Utrecht\ncontact:\n  naam: Andr\xe9 de Wit\n";
    encoding_utf16 Wep WEP [Encoding UnknownField] [0xFF, 0xFE, b'a', 0, b':', 0, b' ', 0, b'b', 0];
    encoding_nul Wep WEP [Syntax] "gemeente: Ut\0recht\n";
    unknown_field Wep WEP [UnknownField] "gemente: Utrecht\n";
    unknown_field_without_likeness Wep WEP [UnknownField] "contact:\n  schoenmaat: 43\n";
    duplicate_field Wep WEP [DuplicateField] "gemeente: Utrecht\nafkorting: WeP\ngemeente: Zeist\n";
    text_where_list_belongs Organisaties ORGANISATIES [WrongType] "organisaties:\n  - id: a\n    wijken: noord\n";
    list_where_text_belongs Wep WEP [WrongType] "gemeente:\n  - Utrecht\n  - Zeist\n";
    fields_where_text_belongs Convenant CONVENANT [WrongType] "overwegingen:\n  - er is behoefte: mensen wachten te lang\n";
    fields_where_list_belongs Wep WEP [WrongType] "wijken:\n  id: noord\n";
    text_where_fields_belong Wep WEP [WrongType] "contact: Jan\n";
    list_where_fields_belong Wep WEP [WrongType] "- gemeente: Utrecht\n";
    text_instead_of_a_file Wep WEP [WrongType] "gemeente:Utrecht\n";
    ja_or_nee Team TEAM [WrongType] "coordinator:\n  ook_wep_werker: yes\n";
    unknown_choice Wep WEP [UnknownChoice] "uitvoer:\n  formaten:\n    - docx\n    - PDF\n";
    unknown_choice_without_likeness Overleg OVERLEG [UnknownChoice] "orgaan: bestuur\n";
    impossible_date Wep WEP [InvalidDate] "startdatum: 2027-02-29\n";
    list_where_date_belongs Wep WEP [WrongType] "startdatum: [2027, 2, 28]\n";
    invalid_time Startbijeenkomst STARTBIJEENKOMST [InvalidTime] "begin: 15 uur\n";
    invalid_amount Convenant CONVENANT [InvalidNumber] "partijen:\n  - bijdrage_per_jaar: veel\n";
    negative_number Overleg OVERLEG [InvalidNumber] "wijknetwerk: { per_jaar: -4 }\n";
    number_with_decimals Overleg OVERLEG [InvalidNumber] "daarna_om_de_maanden: 2,5\n";
    number_too_large Overleg OVERLEG [InvalidNumber] "daarna_om_de_maanden: 99999999999\n";
    number_in_words Overleg OVERLEG [InvalidNumber] "daarna_om_de_maanden: twee\n";
    empty_item Convenant CONVENANT [Missing] "bijlagen:\n  - Begroting\n  -\n";
    yaml_trap_word Organisaties ORGANISATIES [YamlTrap] "organisaties:\n  - korte_naam: NO\n";
    yaml_trap_leading_zero Wep WEP [YamlTrap] "contact:\n  telefoon: 0612345678\n";
    yaml_trap_time Convenant CONVENANT [YamlTrap] "bijlagen: [09:00]\n";
    syntax_tab Wep WEP [Syntax] "contact:\n  naam: Jan\n\ttelefoon: 06\n";
    syntax_tab_first_line Partij WEP [Syntax] "taken:\n\t- x\n";
    syntax_no_closing_quote Wep WEP [Syntax] "gemeente: \"Utrecht\nafkorting: WeP\n";
    syntax_no_closing_quote_before_other_quotes Wep WEP [Syntax] "gemeente: 'Utrecht\nafkorting: 'WeP'\n";
    syntax_apostrophe Wep WEP [Syntax] "gemeente: 's-Gravenhage\n";
    syntax_two_apostrophes Wep WEP [Syntax] "wijken:\n  - id: 't hoekje\n    naam: 't Hoekje\n";
    syntax_text_after_quote Wep WEP [Syntax] "gemeente: \"Utrecht\" en Zeist\n";
    syntax_text_after_single_quote Wep WEP [Syntax] "gemeente: 'Utrecht' en Zeist\n";
    syntax_colon_in_text Wep WEP [Syntax] "wijken:\n  - naam: Wijk: Noord\n";
    syntax_indented_too_far Wep WEP [Syntax] "gemeente: Utrecht\n  afkorting: WeP\n";
    syntax_not_aligned Wep WEP [Syntax] "contact:\n   naam: Jan\n  telefoon: \"06\"\n";
    syntax_not_aligned_in_list Wep WEP [Syntax] "wijken:\n  - id: noord\n   naam: Noord\n";
    syntax_field_in_list Wep WEP [Syntax] "wijken:\n  - id: noord\n  naam: Noord\n";
    syntax_dash_not_aligned Wep WEP [Syntax] "wijken:\n  - id: noord\n   - id: zuid\n";
    syntax_dash_without_space Wep WEP [UnknownField] "wijken:\n-id: noord\n";
    syntax_dash_without_list Wep WEP [Syntax] "gemeente: Utrecht\n- Zeist\n";
    syntax_dash_after_field Wep WEP [Syntax] "wijken: - id: noord\n";
    syntax_no_colon Wep WEP [Syntax] "gemeente: Utrecht\n# let op\nafkorting WeP\nnaam: x\n";
    syntax_no_space_after_colon Wep WEP [Syntax] "gemeente: Utrecht\nafkorting:WeP\nnaam: x\n";
    syntax_open_bracket Wep WEP [Syntax] "uitvoer:\n  formaten: [pdf, docx\nnaam: x\n";
    syntax_open_bracket_at_the_end Wep WEP [Syntax] "uitvoer:\n  formaten: [pdf, docx\n";
    syntax_bracket_in_text Wep WEP [Syntax] "gemeente: [naam] in Utrecht\n";
    syntax_comma_too_many Wep WEP [Syntax] "uitvoer: {formaten: [pdf, , docx]}\n";
    syntax_bracket_too_many Wep WEP [Syntax] "gemeente: ]\n";
    syntax_comma_missing Wep WEP [Syntax] "uitvoer: {formaten: [pdf] map: x}\n";
    syntax_two_documents Wep WEP [Syntax] "gemeente: Utrecht\n---\nnaam: x\n";
    syntax_document_after_end Wep WEP [Syntax] "gemeente: Utrecht\n...\nnaam: x\n";
    syntax_percent_in_front Wep WEP [Syntax] "%naam: x\n";
    syntax_quotes_around_field Wep WEP [Syntax] "naam: x\n\"gemeente: Utrecht\"\n";
    syntax_merge_key Wep WEP [Syntax] "contact:\n  <<: {naam: Jan}\n";
    syntax_at_sign Wep WEP [Syntax] "naam: @home\n";
    syntax_star Wep WEP [Syntax] "naam: **WeP** voor allen\n";
    syntax_ampersand Wep WEP [Syntax] "naam: &Co\n";
    syntax_exclamation_mark Wep WEP [Syntax] "naam: !Nieuw in de wijk\n";
    syntax_greater_than Wep WEP [Syntax] "naam: > 18 jaar\n";
    syntax_percent Wep WEP [Syntax] "naam: %korting\n";
    syntax_backslash Wep WEP [Syntax] "uitvoer:\n  map: \"C:\\documenten\"\n";
    syntax_byte_order_mark_inside Wep WEP [Syntax] "naam: \u{feff}WeP\n";
    syntax_control_character_in_name Wep WEP [UnknownField] "ge\u{1b}[31mheim: x\n";
    everything_at_once Wep WEP [UnknownField YamlTrap WrongType InvalidDate UnknownChoice]
        "gemeent: Utrecht\nnaam: no\ncontact: Jan\nstartdatum: morgen\nuitvoer: {formaten: [doc, pdf]}\n";
}

#[test]
fn what_is_right_is_read_beside_what_is_wrong() {
    let text = "gemeente: Utrecht\nwijken:\n  - Noord\n  - id: zuid\nstartdatum: morgen\ncontact: {naam: Jan}\n";
    let (wep, found, _) = read_str::<Wep>(file::WEP, text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(wep.gemeente.as_deref(), Some("Utrecht"));
    assert_eq!(wep.wijken.len(), 1);
    assert_eq!(wep.wijken[0].id.as_deref(), Some("zuid"));
    assert_eq!(wep.contact.naam.as_deref(), Some("Jan"));
    assert_eq!(wep.startdatum, None);
}

#[test]
fn empty_is_absent_and_gives_what_stands_for_it() {
    let text =
        "gemeente:\nnaam: \"\"\nafkorting: ~\nwijken:\ncontact:\nstartdatum: ''\nuitvoer:\n  map: null\n  formaten:\n";
    let (wep, found, _) = read_str::<Wep>(file::WEP, text);
    assert_eq!(found, []);
    let mut expected = Wep { naam: None, afkorting: None, ..Wep::default() };
    expected.uitvoer.map = None;
    assert_eq!(wep, expected);
    let (start, found, _) = read_str::<Startbijeenkomst>(file::STARTBIJEENKOMST, "programma:\n  - soort:\n  -\n");
    assert_eq!((found, start.programma.len()), (Vec::new(), 2));
}

#[test]
fn texts_keep_what_the_user_typed() {
    let text = "bijlagen: [NO, 3.50, 09:00, 0101234567, 2027-01-11, ja, 12345678, \"~\", 'it''s', é 😀]\n";
    let (convenant, _, _) = read_str::<Convenant>(file::CONVENANT, text);
    let expected = ["NO", "3.50", "09:00", "0101234567", "2027-01-11", "ja", "12345678", "~", "it's", "é 😀"];
    assert_eq!(convenant.bijlagen, expected);
}

#[test]
fn an_alias_stands_for_what_it_points_to() {
    let text = "wijken:\n  - &noord { id: noord, naam: Noord }\n  - *noord\n";
    let (wep, found, _) = read_str::<Wep>(file::WEP, text);
    assert_eq!(found, []);
    assert_eq!(wep.wijken[0], wep.wijken[1]);
}
